//! The headless contract, driven as a script drives it: the real binary, a real book, JSON on stdout.

mod books;
mod counts;
mod determinations;
mod evidence;
mod exposures;
mod facts;
mod filters;
mod identifiers;
mod imports;
mod interrupting;
mod lists;
mod parties;
mod readme;
mod regimes;
mod reports;
mod scope;
mod statements;
mod tags;
mod who_and_when;

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

/// A folder with a book in it, and calls upon it.
pub struct Desk {
    folder: tempfile::TempDir,
    key: Option<&'static str>,
}

/// How a call ended.
pub struct Answer {
    /// Exit code.
    pub code: i32,
    /// stdout as JSON; null where it is none.
    pub json: Value,
    /// stdout.
    pub out: String,
    /// stderr.
    pub err: String,
}

impl Desk {
    /// A plain book, for speed, with one case in the zone of Berlin.
    pub fn with_case() -> Self {
        let desk = Self::plain();
        desk.done(&["case", "new", "--title", "Trial", "--zone", "Europe/Berlin"]);
        desk
    }

    /// A plain book without a case.
    pub fn plain() -> Self {
        let desk = Self::empty();
        desk.done(&["book", "new", "--plain"]);
        desk
    }

    /// A folder without a book.
    pub fn empty() -> Self {
        Self { folder: tempfile::tempdir().expect("a folder"), key: None }
    }

    /// The same folder, with a passphrase from now on.
    pub fn keyed(mut self, key: &'static str) -> Self {
        self.key = Some(key);
        self
    }

    /// A path in the folder.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The book.
    pub fn book(&self) -> PathBuf {
        self.path("book.breachbook")
    }

    /// Writes a file and names it.
    pub fn file(&self, name: &str, content: impl AsRef<[u8]>) -> String {
        let path = self.path(name);
        std::fs::write(&path, content).expect("the folder is writable");
        path.display().to_string()
    }

    /// Calls without `--json`.
    pub fn say(&self, arguments: &[&str], language: &str) -> Answer {
        Answer::of(
            self.command().args(arguments).env("BREACHBOOK_LANGUAGE", language).output().expect("the binary runs"),
        )
    }

    /// Calls with `--json`.
    pub fn call(&self, arguments: &[&str]) -> Answer {
        Answer::of(self.command().args(arguments).arg("--json").output().expect("the binary runs"))
    }

    /// Calls, and it must be done.
    pub fn done(&self, arguments: &[&str]) -> Value {
        let answer = self.call(arguments);
        assert_eq!(answer.code, 0, "{arguments:?} was refused: {} {}", answer.out, answer.err);
        answer.json
    }

    /// Calls, and it must be refused with this code.
    pub fn refused(&self, arguments: &[&str], code: &str) -> Value {
        let answer = self.call(arguments);
        assert_eq!(answer.code, 1, "{arguments:?} was not refused: {} {}", answer.out, answer.err);
        assert_eq!(answer.json["error"]["code"], code, "{}", answer.out);
        let message = answer.json["error"]["message"].as_str().unwrap_or_default();
        assert!(message.len() > 10 && !message.contains("error-"), "a refusal says what is wrong: {message:?}");
        answer.json["error"].clone()
    }

    /// A call with `--json` that was not made yet.
    pub fn calling(&self, arguments: &[&str]) -> Command {
        let mut command = self.command();
        command.args(arguments).arg("--json");
        command
    }

    fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_breachbook"));
        command.env("BREACHBOOK_BOOK", self.book()).env("BREACHBOOK_USER", "A. Tester").env("LANG", "C.UTF-8");
        command
            .env("BREACHBOOK_NOW", "2026-11-25T14:07:00+01:00")
            .env_remove("BREACHBOOK_LANGUAGE")
            .env_remove("BREACHBOOK_CATALOGUE");
        match self.key {
            Some(key) => command.env("BREACHBOOK_KEY", key),
            None => command.env_remove("BREACHBOOK_KEY"),
        };
        command.stdin(std::process::Stdio::null());
        command
    }
}

impl Answer {
    fn of(output: Output) -> Self {
        let out = String::from_utf8(output.stdout).expect("stdout is UTF-8");
        Self {
            code: output.status.code().expect("it was not killed"),
            json: serde_json::from_str(&out).unwrap_or(Value::Null),
            err: String::from_utf8(output.stderr).expect("stderr is UTF-8"),
            out,
        }
    }
}

/// A fixture that nobody here wrote. A test of it is ignored where they are absent (`build.rs`).
pub fn fixture(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/fixtures").join(path)
}
