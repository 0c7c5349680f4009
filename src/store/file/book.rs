//! A book: one SQLite file, sealed with SQLCipher or plain by deliberate choice, opened by one writer and readers.
//!
//! Every refusal has its own code, and refusing touches nothing. It never asks for a passphrase, and it works on the file
//! that it opened or on none: what took its place meanwhile is another book.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use sqlx::pool::PoolConnection;
use sqlx::{Sqlite, SqlitePool, Transaction};

use super::connecting::{Access, PATIENCE, Way};
use super::format::Migrations;
use super::key::{Key, Passphrase};
use super::lock::{self, Lock};
use super::probing::{may_write, probed, room_for, usable};
use super::{checkpoint, laying, migrating};
use crate::error::{Result, Warning};
use crate::model::who::Act;
use crate::store::base::place::{self, Found, Opened, about, look};
use crate::system::identity::Identity;

/// The writer's page cache in KiB. A sealed book's import is 27 s with the default and 6 s with a large one
/// (docs/decisions/0011); with everything else it must stay below 320 MB.
const WRITER_CACHE_KIB: u32 = 131_072;
/// A reader's page cache in KiB.
const READER_CACHE_KIB: u32 = 16_384;
/// Readers at once.
const READERS: u32 = 3;

/// An open book.
#[derive(Debug)]
pub struct Store {
    path: PathBuf,
    /// The file that was opened, and that it is open here.
    opened: Opened,
    key: Option<Key>,
    writer: Option<SqlitePool>,
    readers: SqlitePool,
    lock: Option<Lock>,
    remarks: Mutex<Vec<Warning>>,
    migrations: &'static Migrations,
    /// The format that it has: an older one only where it is looked at.
    format: i64,
}

impl Store {
    /// Makes a new book, its parent folders too, and opens it for writing. Without a passphrase it is plain.
    ///
    /// # Errors
    /// `book.exists`, `book.passphrase_empty`, `book.passphrase_unusable`, `book.held`, `book.unwritable`, `book.disk_full`.
    pub async fn create(path: &Path, passphrase: Option<&str>, act: &Act<'_>) -> Result<Self> {
        let passphrase = passphrase.map(Passphrase::read).transpose()?;
        let path = &room_for(path)?;
        let lock = lock::take(path, act.who, PATIENCE).await.map_err(|refusal| match refusal.code {
            // There is no book yet that could only be read.
            "book.read_only" => about("book.unwritable", path).because(refusal),
            _ => refusal,
        })?;
        // Somebody may have made it while we waited.
        let path = &room_for(path)?;
        let key = passphrase.as_ref().map(Key::anew).transpose()?;
        laying::make(path, key.clone(), act).await?;
        let identity = Identity::of(path).ok_or_else(|| about("book.gone", path))?;
        let made = Self::pooled(path, identity, Way::to(path, key), Some(lock), Migrations::released()).await;
        // What cannot be opened was not made: the next call would find it in the way.
        made.inspect_err(|_| laying::unmake(path))
    }

    /// Takes a book away again that this very call has made, and nobody has used.
    pub async fn unmake(self) {
        let left = self.let_go().await;
        laying::unmake(&left.path);
        // Held until it is gone.
        drop(left.lock);
    }

    /// Opens a book, and waits so long for whoever has it. For writing, one of an older format is brought to this program's
    /// first, and a remark says where it is kept as it was; for reading, it stays what it is (see [`Self::read`]).
    ///
    /// # Errors
    /// `book.missing`, `book.not_a_book`, `book.wrong_passphrase_or_no_book`, `book.passphrase_needed`, `book.newer`,
    /// `book.damaged`, `book.held`, `book.read_only`, `book.unreadable`, `book.not_closed`; `book.is_plain`
    /// where a passphrase is given and none is needed; `book.linked` where it has other names as well; `book.foreign_trigger`.
    pub async fn open(
        path: &Path,
        passphrase: Option<&str>,
        access: Access,
        act: &Act<'_>,
        patience: Duration,
    ) -> Result<Self> {
        Self::open_by(Migrations::released(), path, passphrase, access, act, patience).await
    }

    /// The same with other migrations than the released ones.
    ///
    /// # Errors
    /// As [`Self::open`].
    #[doc(hidden)]
    pub async fn open_by(
        migrations: &'static Migrations,
        path: &Path,
        passphrase: Option<&str>,
        access: Access,
        act: &Act<'_>,
        patience: Duration,
    ) -> Result<Self> {
        let path = &place::resolve(path).map_err(|cause| place::unreadable(path, cause))?;
        let passphrase = usable(look(path)?, passphrase, path)?.map(Passphrase::read).transpose()?;
        if access == Access::Write {
            may_write(path)?;
        }
        let key = passphrase.as_ref().map(|it| Key::of(path, it)).transpose()?;
        let identity = Identity::of(path);
        let lock = match access {
            Access::Write => Some(lock::take(path, act.who, patience).await?),
            Access::Read => None,
        };
        let (way, remark) = probed(Way::to(path, key), access, migrations, path).await?;
        // What was looked at and tried must be what is opened: it may have been replaced as we waited.
        let identity =
            identity.filter(|it| Identity::of(path) == Some(*it)).ok_or_else(|| about("book.replaced", path))?;
        let brought = match access {
            Access::Write => migrating::bring(path, &way, migrations, act).await?,
            Access::Read => None,
        };
        let store = Self::pooled(path, identity, way, lock, migrations).await?;
        remark.into_iter().chain(brought).for_each(|it| store.remark(it));
        Ok(store)
    }

    async fn pooled(
        path: &Path,
        identity: Identity,
        way: Way,
        lock: Option<Lock>,
        migrations: &'static Migrations,
    ) -> Result<Self> {
        let readers = way.pool(READERS, READER_CACHE_KIB, true);
        let writer = lock.is_some().then(|| way.pool(1, WRITER_CACHE_KIB, false));
        if let Some(writer) = &writer {
            // A copy of a book does not keep the mode; looking while somebody writes needs it.
            sqlx::query("PRAGMA journal_mode = WAL").execute(writer).await?;
        }
        let pool = writer.as_ref().unwrap_or(&readers);
        let format = sqlx::query_scalar("PRAGMA user_version").fetch_one(pool).await?;
        let opened = Opened::note(identity, path, way.key().is_some());
        let key = way.key().cloned();
        let (path, remarks) = (path.to_owned(), Mutex::default());
        let store = Self { path, opened, key, writer, readers, lock, remarks, migrations, format };
        store.stands()?;
        Ok(store)
    }

    /// Opens a book whose lock is held already.
    pub(super) async fn reopened(left: Left, passphrase: &Passphrase) -> Result<Self> {
        let Left { path, lock, migrations, .. } = left;
        let path = path.as_path();
        let identity = Identity::of(path).ok_or_else(|| about("book.gone", path))?;
        Self::pooled(path, identity, Way::to(path, Some(Key::of(path, passphrase)?)), lock, migrations).await
    }

    /// Whether the file that was opened is still the one at its place.
    ///
    /// # Errors
    /// `book.gone`, `book.replaced`.
    pub(super) fn stands(&self) -> Result<()> {
        match Identity::of(&self.path) {
            Some(here) if here == self.opened.identity() => Ok(()),
            Some(_) => Err(about("book.replaced", &self.path)),
            None => Err(about("book.gone", &self.path)),
        }
    }

    /// The one writer, without a transaction: for what SQLite does not do within one.
    ///
    /// # Errors
    /// `book.read_only`.
    pub(in crate::store) async fn write_alone(&self) -> Result<PoolConnection<Sqlite>> {
        Ok(self.writer()?.acquire().await?)
    }

    pub(super) fn writer(&self) -> Result<&SqlitePool> {
        self.writer.as_ref().ok_or_else(|| about("book.read_only", &self.path))
    }

    /// Begins a reading: one state of the book, whatever is written meanwhile.
    ///
    /// # Errors
    /// `book.older`: its tables are not those that this program reads; `book.gone`, `book.replaced`: another reader would read
    /// another file. What SQLite refuses.
    pub async fn read(&self) -> Result<Transaction<'static, Sqlite>> {
        self.is_of_this_format()?;
        self.read_as_it_is().await
    }

    /// Begins a reading of what every format holds: the book's own row, the log, the file itself.
    ///
    /// # Errors
    /// As [`Self::read`], but for the format.
    pub(in crate::store) async fn read_as_it_is(&self) -> Result<Transaction<'static, Sqlite>> {
        self.stands()?;
        Ok(self.readers.begin().await?)
    }

    fn is_of_this_format(&self) -> Result<()> {
        let known = self.migrations.format();
        let older = || about("book.older", &self.path).with("format", self.format).with("known", known);
        if self.format < known { Err(older()) } else { Ok(()) }
    }

    /// The format that it has.
    #[must_use]
    pub const fn format(&self) -> i64 {
        self.format
    }

    /// What lays its format, and the others.
    pub(in crate::store) const fn migrations(&self) -> &'static Migrations {
        self.migrations
    }

    /// A second reading, where a reader is free at once: whoever waited for one could wait for ever.
    ///
    /// # Errors
    /// As [`Self::read`].
    pub async fn read_beside(&self) -> Result<Option<Transaction<'static, Sqlite>>> {
        self.is_of_this_format()?;
        self.stands()?;
        Ok(self.readers.try_begin().await?)
    }

    /// Keeps a remark for whoever asks next.
    pub(super) fn remark(&self, remark: Warning) {
        self.remarks.lock().unwrap_or_else(PoisonError::into_inner).push(remark);
    }

    /// What is to be said of the book itself, beside what was done: once.
    #[must_use]
    pub fn take_remarks(&self) -> Vec<Warning> {
        std::mem::take(&mut *self.remarks.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Whether what stands at a path may be a sealed book.
    #[must_use]
    pub fn looks_sealed(path: &Path) -> bool {
        look(path).is_ok_and(|found| found == Found::PerhapsSealed)
    }

    /// Whether a path leads to this book.
    #[must_use]
    pub fn is_at(&self, path: &Path) -> bool {
        path == self.path || Identity::of(path) == Some(self.opened.identity())
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
        self.key.is_some()
    }

    /// Whether this is its passphrase.
    ///
    /// # Errors
    /// `book.wrong_passphrase_or_no_book`.
    pub(super) fn is_sealed_with(&self, passphrase: &Passphrase) -> Result<()> {
        let is = self.key.as_ref().map(|key| key.is_of(passphrase)).transpose()?.unwrap_or(false);
        if is { Ok(()) } else { Err(about("book.wrong_passphrase_or_no_book", &self.path)) }
    }

    /// Whether it was opened for changing.
    #[must_use]
    pub const fn is_writable(&self) -> bool {
        self.writer.is_some()
    }

    /// Closes it: everything written is moved into the one file, and whoever waits may have it.
    ///
    /// # Errors
    /// What SQLite refuses, `book.log_held`: then everything is written all the same, and stands in the log beside the book.
    pub async fn close(self) -> Result<()> {
        let left = self.let_go().await;
        drop(left.lock);
        left.settled
    }

    /// Closes it and keeps its lock, for what is done to a book that nobody has open.
    pub(super) async fn let_go(self) -> Left {
        self.readers.close().await;
        let mut settled = Ok(true);
        if let Some(writer) = self.writer {
            settled = match writer.acquire().await {
                Ok(mut conn) => checkpoint::moved(&mut conn).await,
                Err(cause) => Err(cause.into()),
            };
            writer.close().await;
        }
        let settled = match settled {
            Ok(true) => Ok(()),
            Ok(false) => Err(about("book.log_held", &self.path)),
            Err(cause) => Err(cause),
        };
        let way = Way::to(&self.path, self.key);
        Left { path: self.path, way, lock: self.lock, settled, migrations: self.migrations }
    }
}

/// A book that was closed, its lock still held.
pub(super) struct Left {
    pub(super) path: PathBuf,
    pub(super) way: Way,
    pub(super) lock: Option<Lock>,
    /// Whether all of it stands in the one file.
    pub(super) settled: Result<()>,
    pub(super) migrations: &'static Migrations,
}
