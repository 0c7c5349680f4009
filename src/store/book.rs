//! A book: one SQLite file, sealed with SQLCipher or plain by deliberate choice, opened by one writer and readers.
//!
//! Every refusal has its own code, and refusing touches nothing. It never asks for a passphrase.

use std::fs;
use std::path::{Path, PathBuf};
use std::str::FromStr as _;
use std::time::Duration;

use jiff::Timestamp;
use sqlx::pool::PoolConnection;
use sqlx::sqlite::{SqliteConnectOptions, SqlitePoolOptions};
use sqlx::{Connection as _, Sqlite, SqliteConnection, SqlitePool, Transaction};

use super::deeds::Act;
use super::lock::{self, Lock};
use super::place_of_book::{APPLICATION_ID, Found, about, beside, is_read_only, look};
use super::{audit, holds, primary, seal, uid};
use crate::error::{Error, Result};
use crate::model::who::Who;

/// The format this program reads and writes: the number of the last migration (`PRAGMA user_version`).
pub const FORMAT: i64 = 5;
/// The writer's page cache in KiB. A sealed book's import is 27 s with the default and 6 s with a large one
/// (architecture.md, Measured facts); with everything else it must stay below 320 MB.
const WRITER_CACHE_KIB: u32 = 131_072;
/// A reader's page cache in KiB.
const READER_CACHE_KIB: u32 = 16_384;
/// Readers at once.
const READERS: u32 = 3;

/// How long one waits for others, in this program or in another, before one is told so.
const PATIENCE: Duration = Duration::from_secs(5);

static MIGRATIONS: sqlx::migrate::Migrator = sqlx::migrate!("./migrations");

/// What a book is opened for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Only looking: allowed while another window holds the book, and on a read-only medium.
    Read,
    /// Changing: one at a time.
    Write,
}

/// An open book.
#[derive(Debug)]
pub struct Store {
    path: PathBuf,
    sealed: bool,
    writer: Option<SqlitePool>,
    readers: SqlitePool,
    lock: Option<Lock>,
}

impl Store {
    /// Makes a new book, its parent folders too, and opens it for writing. Without a passphrase it is plain.
    ///
    /// # Errors
    /// `book.exists`, `book.passphrase_empty`, `book.passphrase_unusable`, `book.held`, `book.unwritable`.
    pub async fn create(path: &Path, passphrase: Option<&str>, act: &Act<'_>) -> Result<Self> {
        if path.exists() {
            return Err(about("book.exists", path));
        }
        if let Some(passphrase) = passphrase {
            check_passphrase(passphrase)?;
        }
        // No file, no salt yet: SQLCipher chooses one.
        let options = options(path, passphrase.map(seal::quoted))?.create_if_missing(true);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(|cause| about("book.unwritable", path).because(cause))?;
        }
        let lock = lock::take(path, act.who)?;
        let made = lay(&options, act).await;
        if let Err(refusal) = made {
            remove_unfinished(path);
            return Err(refusal);
        }
        let options = self::options(path, key(path, passphrase)?)?;
        Self::pooled(path, passphrase.is_some(), options, Some(lock)).await
    }

    /// Opens a book. A plain book needs no passphrase and ignores one.
    ///
    /// # Errors
    /// `book.missing`, `book.not_a_book`, `book.wrong_passphrase_or_no_book`, `book.passphrase_needed`, `book.newer`,
    /// `book.older`, `book.damaged`, `book.held`, `book.read_only`, `book.unreadable`, `book.not_closed`.
    pub async fn open(path: &Path, passphrase: Option<&str>, access: Access, who: &Who) -> Result<Self> {
        let passphrase = usable(look(path)?, passphrase, path)?;
        let mut options = options(path, key(path, passphrase)?)?;
        if access == Access::Write && is_read_only(path) {
            return Err(about("book.read_only", path));
        }
        let mut seen = probe(&options).await;
        if access == Access::Read && seen.as_ref().is_err_and(cannot_share) {
            options = on_read_only_medium(path, options)?;
            seen = probe(&options).await;
        }
        let format = seen.map_err(|cause| refused_to_open(cause, passphrase, path))?;
        check_mark(&format, access, path)?;
        let lock = if access == Access::Write { Some(lock::take(path, who)?) } else { None };
        Self::pooled(path, passphrase.is_some(), options, lock).await
    }

    async fn pooled(path: &Path, sealed: bool, options: SqliteConnectOptions, lock: Option<Lock>) -> Result<Self> {
        let readers = pool(READERS, READER_CACHE_KIB, true).connect_lazy_with(options.clone());
        let writer = match &lock {
            Some(_) => Some(pool(1, WRITER_CACHE_KIB, false).connect_with(options).await?),
            None => None,
        };
        if let Some(writer) = &writer {
            let mut conn = writer.acquire().await?;
            // A copy of a book does not keep the mode; looking while somebody writes needs it.
            sqlx::query("PRAGMA journal_mode = WAL").execute(&mut *conn).await?;
            migrate(&mut conn).await?;
        }
        Ok(Self { path: path.to_owned(), sealed, writer, readers, lock })
    }

    /// Begins a change: the one writer's transaction. Dropped without a commit it never was.
    ///
    /// # Errors
    /// `book.read_only` where the book was opened for reading.
    pub async fn begin(&self) -> Result<Transaction<'static, Sqlite>> {
        let writer = self.writer.as_ref().ok_or_else(|| about("book.read_only", &self.path))?;
        Ok(writer.begin_with("BEGIN IMMEDIATE").await?)
    }

    /// The one writer, without a transaction: for what SQLite does not do within one.
    ///
    /// # Errors
    /// `book.read_only`.
    pub(super) async fn write_alone(&self) -> Result<PoolConnection<Sqlite>> {
        let writer = self.writer.as_ref().ok_or_else(|| about("book.read_only", &self.path))?;
        Ok(writer.acquire().await?)
    }

    /// Begins a reading: one state of the book, whatever is written meanwhile.
    ///
    /// # Errors
    /// What SQLite refuses.
    pub async fn read(&self) -> Result<Transaction<'static, Sqlite>> {
        Ok(self.readers.begin().await?)
    }

    /// A second reading, where a reader is free at once: whoever waited for one could wait for ever.
    ///
    /// # Errors
    /// What SQLite refuses.
    pub async fn read_beside(&self) -> Result<Option<Transaction<'static, Sqlite>>> {
        Ok(self.readers.try_begin().await?)
    }

    /// Whether what stands at a path may be a sealed book.
    #[must_use]
    pub fn looks_sealed(path: &Path) -> bool {
        look(path).is_ok_and(|found| found == Found::PerhapsSealed)
    }

    /// Where it is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The folder that it is in.
    #[must_use]
    pub fn folder(&self) -> &Path {
        self.path.parent().filter(|it| !it.as_os_str().is_empty()).unwrap_or(Path::new("."))
    }

    /// Whether it is encrypted.
    #[must_use]
    pub const fn is_sealed(&self) -> bool {
        self.sealed
    }

    /// Whether it was opened for changing.
    #[must_use]
    pub const fn is_writable(&self) -> bool {
        self.writer.is_some()
    }

    /// Closes it: everything written is moved into the one file, and whoever waits may have it.
    ///
    /// # Errors
    /// What SQLite refuses.
    pub async fn close(self) -> Result<()> {
        self.readers.close().await;
        if let Some(writer) = self.writer {
            let mut conn = writer.acquire().await?;
            sqlx::query("PRAGMA wal_checkpoint(TRUNCATE)").execute(&mut *conn).await?;
            drop(conn);
            writer.close().await;
        }
        drop(self.lock);
        Ok(())
    }
}

fn pool(size: u32, cache_kib: u32, reading: bool) -> SqlitePoolOptions {
    SqlitePoolOptions::new()
        .max_connections(size)
        .idle_timeout(None)
        .max_lifetime(None)
        .acquire_timeout(PATIENCE)
        .test_before_acquire(false)
        .after_connect(move |conn, _| {
            Box::pin(async move {
                let cache = sqlx::AssertSqlSafe(format!("PRAGMA cache_size = -{cache_kib}"));
                sqlx::query(cache).execute(&mut *conn).await?;
                sqlx::query("PRAGMA temp_store = MEMORY").execute(&mut *conn).await?;
                // What a writer removes is gone from the file, not only from its tables.
                let duty = if reading { "PRAGMA query_only = ON" } else { "PRAGMA secure_delete = ON" };
                sqlx::query(duty).execute(&mut *conn).await?;
                holds::teach(conn).await
            })
        })
}

/// The key comes first: SQLCipher reads no page before it has one. Its log would write to stderr past us.
pub(super) fn options(path: &Path, key: Option<String>) -> Result<SqliteConnectOptions> {
    let options = SqliteConnectOptions::from_str("sqlite:")?.filename(path).create_if_missing(false);
    let options = options.foreign_keys(true).busy_timeout(PATIENCE);
    let Some(key) = key else { return Ok(options) };
    Ok(options.pragma("key", key).pragma("cipher_log_level", "NONE"))
}

/// The key of a book that is there, derived once for all its connections.
pub(super) fn key(path: &Path, passphrase: Option<&str>) -> Result<Option<String>> {
    let Some(passphrase) = passphrase else { return Ok(None) };
    check_passphrase(passphrase)?;
    seal::key_of(path, passphrase).map(Some)
}

pub(super) fn check_passphrase(passphrase: &str) -> Result<()> {
    if passphrase.is_empty() {
        return Err(Error::new("book.passphrase_empty"));
    }
    if passphrase.contains('\0') {
        return Err(Error::new("book.passphrase_unusable"));
    }
    Ok(())
}

/// The passphrase to use, by what stands at the path.
fn usable<'a>(found: Found, passphrase: Option<&'a str>, path: &Path) -> Result<Option<&'a str>> {
    match (found, passphrase) {
        (Found::Plain, _) => Ok(None),
        (Found::PerhapsSealed, None) => Err(about("book.passphrase_needed", path)),
        (Found::Other, None) => Err(about("book.wrong_passphrase_or_no_book", path)),
        (Found::PerhapsSealed | Found::Other, Some(passphrase)) => Ok(Some(passphrase)),
    }
}

/// What a book says of itself when a page can be read at all.
struct Mark {
    application: i64,
    format: i64,
    tables: i64,
}

async fn probe(options: &SqliteConnectOptions) -> sqlx::Result<Mark> {
    let mut conn = SqliteConnection::connect_with(options).await?;
    let seen = read_mark(&mut conn).await;
    conn.close().await?;
    seen
}

async fn read_mark(conn: &mut SqliteConnection) -> sqlx::Result<Mark> {
    let tables = sqlx::query_scalar("SELECT count(*) FROM sqlite_schema WHERE name IN ('book', 'audit', 'deed')");
    let tables = tables.fetch_one(&mut *conn).await?;
    let application = sqlx::query_scalar("PRAGMA application_id").fetch_one(&mut *conn).await?;
    let format = sqlx::query_scalar("PRAGMA user_version").fetch_one(&mut *conn).await?;
    Ok(Mark { application, format, tables })
}

fn check_mark(mark: &Mark, access: Access, path: &Path) -> Result<()> {
    if mark.application != i64::from(APPLICATION_ID) {
        return Err(about("book.not_a_book", path));
    }
    if mark.format > FORMAT {
        return Err(about("book.newer", path).with("format", mark.format).with("known", FORMAT));
    }
    if mark.format < FORMAT && access == Access::Read {
        return Err(about("book.older", path).with("format", mark.format).with("known", FORMAT));
    }
    if mark.tables != 3 {
        return Err(about("book.damaged", path));
    }
    Ok(())
}

/// Wrong key, no key and junk are all code 26 (`SQLITE_NOTADB`).
fn refused_to_open(cause: sqlx::Error, passphrase: Option<&str>, path: &Path) -> Error {
    let code = match (primary(&cause), passphrase) {
        (Some(26), Some(_)) => "book.wrong_passphrase_or_no_book",
        _ => super::code_of(&cause),
    };
    about(code, path).because(cause)
}

/// A book in WAL mode wants two files beside it; where none can be made, SQLite says 8 or 14.
fn cannot_share(cause: &sqlx::Error) -> bool {
    matches!(primary(cause), Some(8 | 14))
}

/// Nobody can write there, so nothing changes under us. What stands in a log beside the book would be overlooked.
fn on_read_only_medium(path: &Path, options: SqliteConnectOptions) -> Result<SqliteConnectOptions> {
    if fs::metadata(beside(path, "-wal")).is_ok_and(|wal| wal.len() > 0) {
        return Err(about("book.not_closed", path));
    }
    Ok(options.read_only(true).immutable(true))
}

/// Lays a new book: mark, tables, its own row, the first entry of the log.
async fn lay(options: &SqliteConnectOptions, act: &Act<'_>) -> Result<()> {
    let mut conn = SqliteConnection::connect_with(options).await?;
    let mark = sqlx::AssertSqlSafe(format!("PRAGMA application_id = {APPLICATION_ID}"));
    sqlx::query(mark).execute(&mut conn).await?;
    migrate(&mut conn).await?;
    sqlx::query("PRAGMA journal_mode = WAL").execute(&mut conn).await?;
    let mut tx = conn.begin().await?;
    sqlx::query("INSERT INTO book (id, uid, created_at, created_by, program) VALUES (1, ?, ?, ?, ?)")
        .bind(uid(act.at))
        .bind(act.at.to_string())
        .bind(&act.who.name)
        .bind(env!("CARGO_PKG_VERSION"))
        .execute(&mut *tx)
        .await?;
    audit::append(&mut tx, act, &audit::Entry::of_the_book("book.new")).await?;
    tx.commit().await?;
    conn.close().await?;
    Ok(())
}

async fn migrate(conn: &mut SqliteConnection) -> Result<()> {
    let format: i64 = sqlx::query_scalar("PRAGMA user_version").fetch_one(&mut *conn).await?;
    if format >= FORMAT {
        return Ok(());
    }
    MIGRATIONS.run(&mut *conn).await.map_err(|cause| Error::new("book.damaged").because(cause))?;
    let mark = sqlx::AssertSqlSafe(format!("PRAGMA user_version = {FORMAT}"));
    sqlx::query(mark).execute(&mut *conn).await?;
    Ok(())
}

/// A book that could not be laid whole is no book. Only called where the path held nothing before.
fn remove_unfinished(path: &Path) {
    for ending in ["", "-wal", "-shm", "-journal"] {
        let _ = fs::remove_file(beside(path, ending));
    }
}

/// What `book info` says.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct BookCard {
    /// Where it is.
    pub book: String,
    /// Whether it is encrypted.
    pub encrypted: bool,
    /// The same book wherever it is copied.
    pub uid: String,
    /// When it was made.
    #[ts(type = "string")]
    pub created_at: Timestamp,
    /// By whom.
    pub created_by: String,
    /// How many cases it holds.
    pub cases: i64,
    /// The format's number.
    pub format: i64,
    /// In bytes.
    pub size: u64,
}

/// Reads what the book says of itself.
///
/// # Errors
/// What SQLite refuses.
pub async fn card(store: &Store) -> Result<BookCard> {
    let mut tx = store.read().await?;
    let (uid, created_at, created_by): (Vec<u8>, String, String) =
        sqlx::query_as("SELECT uid, created_at, created_by FROM book").fetch_one(&mut *tx).await?;
    let cases = sqlx::query_scalar("SELECT count(*) FROM cases").fetch_one(&mut *tx).await?;
    let format = sqlx::query_scalar("PRAGMA user_version").fetch_one(&mut *tx).await?;
    Ok(BookCard {
        book: store.path.display().to_string(),
        encrypted: store.sealed,
        uid: super::uid_text(&uid),
        created_at: super::instant(&created_at)?,
        created_by,
        cases,
        format,
        size: fs::metadata(&store.path).map(|it| it.len()).unwrap_or(0),
    })
}
