//! What is done to a book from outside: files named over it, put in its place, taken away; calls killed; disks filled. Each is a
//! short run of what docs/security.md promises.

mod answers;
mod disks;
mod foreign;
mod kills;
mod replaced;
mod targets;

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;

/// A folder with a plain book in it, one case and three accounts.
pub struct Attacked {
    folder: tempfile::TempDir,
}

impl Attacked {
    pub fn new() -> Self {
        let attacked = Self { folder: tempfile::tempdir().expect("a folder") };
        std::fs::write(attacked.path("list.csv"), "mail\na@x.example\nb@x.example\nc@x.example\n").expect("a list");
        attacked.done(&["book", "new", "--plain"]);
        attacked.done(&["case", "new", "--title", "Mail"]);
        attacked.done(&["import", &attacked.path("list.csv").display().to_string()]);
        attacked
    }

    /// An empty folder.
    pub fn empty() -> Self {
        Self { folder: tempfile::tempdir().expect("a folder") }
    }

    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn book(&self) -> PathBuf {
        self.path("a.breachbook")
    }

    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_breachbook"));
        command.current_dir(self.folder.path()).args(arguments).arg("--json");
        command.env("BREACHBOOK_BOOK", self.book()).env("BREACHBOOK_USER", "A. Tester").env("LANG", "C.UTF-8");
        command.env_remove("BREACHBOOK_KEY").env_remove("BREACHBOOK_NOW").env_remove("BREACHBOOK_LANGUAGE");
        command.stdin(Stdio::null());
        command
    }

    pub fn call(&self, arguments: &[&str]) -> (i32, Value) {
        answer(&self.command(arguments).output().expect("the program runs"))
    }

    /// Calls, and it must be done.
    pub fn done(&self, arguments: &[&str]) -> Value {
        let (code, said) = self.call(arguments);
        assert_eq!(code, 0, "{arguments:?}: {said}");
        said
    }

    /// Calls, and it must be refused with this code.
    pub fn refused(&self, arguments: &[&str], code: &str) {
        let (exit, said) = self.call(arguments);
        assert_eq!((exit, said["error"]["code"].as_str()), (1, Some(code)), "{arguments:?}: {said}");
        let message = said["error"]["message"].as_str().unwrap_or_default();
        assert!(!message.contains("{$") && !message.contains("not known"), "{message}");
    }

    /// The book is whole, and holds what it held.
    pub fn is_whole(&self) {
        assert_eq!(self.done(&["verify"])["ok"], true);
        assert_eq!(self.done(&["facts"])["accounts"]["value"], 3);
    }

    /// Every name in the folder.
    pub fn names(&self) -> Vec<String> {
        let entries = std::fs::read_dir(self.folder()).expect("the folder").flatten();
        let mut names: Vec<String> = entries.map(|it| it.file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }
}

pub fn answer(output: &Output) -> (i32, Value) {
    let out = String::from_utf8_lossy(&output.stdout);
    let said = serde_json::from_str(&out)
        .unwrap_or_else(|_| Value::String(format!("{out} {}", String::from_utf8_lossy(&output.stderr))));
    (output.status.code().unwrap_or(-1), said)
}
