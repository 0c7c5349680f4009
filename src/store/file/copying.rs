//! The book as another file: copied whole while it is open, or sealed anew. The copy keeps the key.

use std::path::Path;

use sqlx::{Connection as _, SqliteConnection};

use super::book::Store;
use super::connecting::{Way, rekey};
use super::key::Passphrase;
use super::laying::Aside;
use crate::error::{Error, Result};
use crate::model::verb::Verb;
use crate::model::who::Act;
use crate::store::base::place::{about, resolve};
use crate::store::log::audit::{self, Entry};

/// Writes the book as it stands to a place where nothing is yet; whole, or not at all. Meanwhile nobody writes. Also of a book
/// whose file has left its place: what is open here is still whole.
///
/// # Errors
/// `book.read_only`, `book.exists`, `backup.failed`, `backup.disk_full`.
pub async fn copy(store: &Store, to: &Path) -> Result<()> {
    let place = resolve(to).map_err(|cause| failed(to, cause))?;
    if std::fs::symlink_metadata(&place).is_ok() {
        return Err(about("book.exists", to));
    }
    let folder = place.parent().unwrap_or(Path::new("/"));
    let aside = Aside::in_folder(folder).map_err(|cause| failed(to, cause))?;
    vacuum(store, aside.path()).await.map_err(|cause| match cause.code {
        "book.disk_full" => Error::new("backup.disk_full").with("file", to.display()).because(cause),
        _ => Error::new("backup.failed").with("file", to.display()).because(cause),
    })?;
    aside.name(&place).map_err(|(cause, _)| match cause.kind() {
        std::io::ErrorKind::AlreadyExists => about("book.exists", to),
        _ => failed(to, cause),
    })
}

fn failed(to: &Path, cause: std::io::Error) -> Error {
    let full = cause.kind() == std::io::ErrorKind::StorageFull;
    let code = if full { "backup.disk_full" } else { "backup.failed" };
    Error::new(code).with("file", to.display()).because(cause)
}

/// `VACUUM INTO` is no statement of a transaction, and a reader of ours is not allowed to run it.
async fn vacuum(store: &Store, to: &Path) -> Result<()> {
    let mut conn = store.write_alone().await?;
    sqlx::query("VACUUM INTO ?").bind(to.to_string_lossy()).execute(&mut *conn).await?;
    Ok(())
}

/// How far the log is: a number that grows with every change. Also of a book whose file has left its place.
///
/// # Errors
/// `book.read_only`; what SQLite refuses.
pub async fn entries(store: &Store) -> Result<i64> {
    let mut conn = store.write_alone().await?;
    Ok(sqlx::query_scalar("SELECT coalesce(max(seq), 0) FROM audit_head").fetch_one(&mut *conn).await?)
}

/// The book's uid, as people write it. Also of a book whose file has left its place.
///
/// # Errors
/// `book.read_only`; what SQLite refuses.
pub async fn uid(store: &Store) -> Result<String> {
    let mut conn = store.write_alone().await?;
    let uid: Vec<u8> = sqlx::query_scalar("SELECT uid FROM book").fetch_one(&mut *conn).await?;
    Ok(crate::store::base::bytes::uid_text(&uid))
}

/// Another passphrase for a book.
pub struct Sealing {
    old: Passphrase,
    new: Passphrase,
}

impl Sealing {
    /// From the passphrase that a book has to another one. Nothing is touched yet.
    ///
    /// # Errors
    /// `book.not_sealed`, `book.read_only`, `book.wrong_passphrase_or_no_book`, `book.passphrase_empty`,
    /// `book.passphrase_unusable`.
    pub fn of(store: &Store, old: &str, new: &str) -> Result<Self> {
        if !store.is_sealed() {
            return Err(about("book.not_sealed", store.path()));
        }
        if !store.is_writable() {
            return Err(about("book.read_only", store.path()));
        }
        store.stands()?;
        let new = Passphrase::read(new)?;
        let old = Passphrase::read(old).map_err(|_| about("book.wrong_passphrase_or_no_book", store.path()))?;
        store.is_sealed_with(&old)?;
        Ok(Self { old, new })
    }

    /// Seals the book with the other passphrase and opens it again: with the new one where that was done, with the old one
    /// where not. The lock is held throughout. The pages are written in one transaction of SQLite's, so that a crash leaves
    /// the old passphrase; the log says that it was done when it is done.
    ///
    /// # Errors
    /// Why it was not done, and the book where it is open again all the same.
    pub async fn seal(self, store: Store, act: &Act<'_>) -> std::result::Result<Store, (Error, Option<Store>)> {
        let mut left = store.let_go().await;
        // A log that somebody else holds back would be lost with the old passphrase.
        let done = match std::mem::replace(&mut left.settled, Ok(())) {
            Ok(()) => sealed_anew(&left.way, &self.new, act).await,
            Err(cause) => Err(cause),
        };
        let passphrase = if done.is_ok() { &self.new } else { &self.old };
        let opened = Store::reopened(left, passphrase).await;
        match (done, opened) {
            (Ok(()), Ok(store)) => Ok(store),
            (Err(cause), store) => Err((cause, store.ok())),
            (Ok(()), Err(cause)) => Err((cause, None)),
        }
    }
}

async fn sealed_anew(way: &Way, new: &Passphrase, act: &Act<'_>) -> Result<()> {
    let mut conn = way.connect().await?;
    let done = rekeyed(&mut conn, new, act).await;
    let closed = conn.close().await;
    done?;
    closed.map_err(Error::from)
}

async fn rekeyed(conn: &mut SqliteConnection, new: &Passphrase, act: &Act<'_>) -> Result<()> {
    // A rollback journal holds the old pages under the old key; a write-ahead log would mix both.
    sqlx::query("PRAGMA journal_mode = DELETE").execute(&mut *conn).await?;
    rekey(conn, new).await?;
    let mut tx = conn.begin().await?;
    audit::append(&mut tx, act, &Entry::of_the_book(Verb::BookPassphrase)).await?;
    tx.commit().await?;
    Ok(())
}
