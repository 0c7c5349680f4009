//! A desk for tests: a folder that goes away, a person, a time, and books on it.

#[path = "../src/cli/setting.rs"]
mod setting;

use std::path::{Path, PathBuf};
use std::time::Duration;

use breachbook::actions::cases::{self, NewCase};
use breachbook::actions::written::CountSaid;
use breachbook::actions::{Access, Session};
use breachbook::error::Result;
use breachbook::model::ids::CaseId;
use breachbook::model::who::Who;
use jiff::Timestamp;
use sqlx::AssertSqlSafe;
use sqlx::Connection as _;
use sqlx::SqliteConnection;
use sqlx::sqlite::SqliteConnectOptions;
use tempfile::TempDir;

/// A folder with a book in it, perhaps.
pub struct Desk {
    folder: TempDir,
}

pub fn who() -> Who {
    Who { name: "Ada".into(), os_account: "ada".into(), machine: "desk-7".into() }
}

pub fn now() -> Timestamp {
    "2026-11-23T09:00:00Z".parse().expect("a time")
}

impl Desk {
    pub fn new() -> Self {
        Self { folder: TempDir::new().expect("a folder") }
    }

    pub fn path(&self) -> PathBuf {
        self.folder.path().join("a.breachbook")
    }

    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    pub async fn create(&self, passphrase: Option<&str>) -> Session {
        Session::create(&self.path(), passphrase, who(), now()).await.expect("a new book")
    }

    pub async fn open(&self, passphrase: Option<&str>, access: Access) -> Result<Session> {
        Session::open_within(&self.path(), passphrase, access, Duration::ZERO, who(), now()).await
    }

    /// A plain book with one case, open for writing.
    pub async fn with_case(&self) -> (Session, CaseId) {
        let session = self.create(None).await;
        let new = NewCase { title: "Mail".into(), zone: Some("Europe/Berlin".into()), ..NewCase::default() };
        let case = cases::new(&session, &new).await.expect("a case");
        (session, case)
    }

    /// Past the program, as an editor of SQLite files would.
    pub async fn raw(&self, statements: &[&'static str]) {
        let options = SqliteConnectOptions::new().filename(self.path()).foreign_keys(false);
        let mut conn = SqliteConnection::connect_with(&options).await.expect("the plain file");
        for statement in statements {
            sqlx::query(AssertSqlSafe(with_digests(statement))).execute(&mut conn).await.expect(statement);
        }
        conn.close().await.expect("closed");
    }

    /// Name and size of every file on the desk.
    pub fn files(&self) -> Vec<(String, Vec<u8>)> {
        let mut files: Vec<_> = std::fs::read_dir(self.folder.path())
            .expect("the folder")
            .map(|entry| entry.expect("an entry"))
            .map(|entry| {
                let bytes = std::fs::read(entry.path()).unwrap_or_default();
                (entry.file_name().to_string_lossy().into_owned(), bytes)
            })
            .collect();
        files.sort();
        files
    }
}

/// `digest('a key')` as a literal: an editor of SQLite files has to work it out, too.
fn with_digests(statement: &str) -> String {
    let (mut said, mut rest) = (String::new(), statement);
    while let Some((before, after)) = rest.split_once("digest('") {
        let (key, behind) = after.split_once("')").expect("a key");
        let digest = breachbook::store::sha256(&[key.as_bytes()]);
        said += &format!("{before}x'{}'", breachbook::store::hex(&digest[..16]));
        rest = behind;
    }
    said + rest
}

/// One setting after the other, all in one deed, as the command line spells them.
pub async fn set(session: &Session, case: CaseId, settings: &[&str]) -> Result<cases::Set> {
    let keys = cases::keys();
    let asked = settings.iter().map(|it| setting::read(it, &keys, None)).collect::<Result<Vec<_>>>()?;
    cases::set(session, case, &asked).await
}

/// A number to be typed in.
pub fn counted(name: &str, count: &str, source: Option<&str>) -> CountSaid {
    let count = serde_json::from_str(count).expect("JSON");
    CountSaid { name: name.into(), count, source: source.map(str::to_owned), party: None }
}
