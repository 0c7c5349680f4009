//! The book as another file: copied whole while it is open, or sealed anew. The copy keeps the key.

use std::fs::{self, File};
use std::path::Path;

use sqlx::{AssertSqlSafe, Connection as _, SqliteConnection};

use super::audit::{self, Entry};
use super::book::{Store, check_passphrase, key, options};
use super::deeds::Act;
use super::place_of_book::{about, beside};
use crate::error::{Error, Result};
use crate::model::who::Who;

/// Writes the book as it stands to a place where nothing is yet; whole, or not at all. Meanwhile nobody writes.
///
/// # Errors
/// `book.read_only`, `book.exists`, `backup.failed`.
pub async fn copy(store: &Store, to: &Path) -> Result<()> {
    if to.exists() {
        return Err(about("book.exists", to));
    }
    let unfinished = beside(to, ".part");
    let failed = |cause: Error| Error::new("backup.failed").with("file", to.display()).because(cause);
    let _ = fs::remove_file(&unfinished);
    let made = vacuum(store, &unfinished).await.map_err(failed).and_then(|()| {
        let kept = File::options().append(true).open(&unfinished).and_then(|file| file.sync_all());
        let moved = kept.and_then(|()| fs::rename(&unfinished, to));
        moved.map_err(|cause| Error::new("backup.failed").with("file", to.display()).because(cause))
    });
    if made.is_err() {
        let _ = fs::remove_file(&unfinished);
    }
    made
}

/// `VACUUM INTO` is no statement of a transaction, and a reader of ours is not allowed to run it.
async fn vacuum(store: &Store, to: &Path) -> Result<()> {
    let mut conn = store.write_alone().await?;
    sqlx::query("VACUUM INTO ?").bind(to.to_string_lossy()).execute(&mut *conn).await?;
    Ok(())
}

/// How far the log is: a number that grows with every change.
///
/// # Errors
/// What SQLite refuses.
pub async fn entries(store: &Store) -> Result<i64> {
    let mut tx = store.read().await?;
    Ok(sqlx::query_scalar("SELECT coalesce(max(seq), 0) FROM audit_head").fetch_one(&mut *tx).await?)
}

/// Seals a closed book with another passphrase, through one connection: the pages are written in one transaction of
/// SQLite's, so that a crash leaves the old passphrase. The log says that it was done.
///
/// # Errors
/// `book.wrong_passphrase_or_no_book`, `book.passphrase_empty`, `book.passphrase_unusable`; what SQLite refuses.
pub async fn seal_anew(path: &Path, old: &str, new: &str, act: &Act<'_>) -> Result<()> {
    // Said before anything is touched.
    check_passphrase(new)?;
    let mut conn = SqliteConnection::connect_with(&options(path, key(path, Some(old))?)?).await?;
    let done = rekeyed(&mut conn, new, act).await;
    conn.close().await?;
    done
}

async fn rekeyed(conn: &mut SqliteConnection, new: &str, act: &Act<'_>) -> Result<()> {
    // A rollback journal holds the old pages under the old key; a write-ahead log would mix both.
    sqlx::query("PRAGMA journal_mode = DELETE").execute(&mut *conn).await?;
    let mut tx = conn.begin().await?;
    audit::append(&mut tx, act, &Entry::of_the_book("book.passphrase")).await?;
    tx.commit().await?;
    let rekey = AssertSqlSafe(format!("PRAGMA rekey = '{}'", new.replace('\'', "''")));
    sqlx::query(rekey).execute(&mut *conn).await?;
    sqlx::query("PRAGMA journal_mode = WAL").execute(&mut *conn).await?;
    Ok(())
}

/// Whether this is the passphrase of a book that is open here.
///
/// # Errors
/// `book.wrong_passphrase_or_no_book`.
pub async fn is_passphrase(store: &Store, passphrase: &str, who: &Who) -> Result<()> {
    Store::open(store.path(), Some(passphrase), super::Access::Read, who).await?.close().await
}
