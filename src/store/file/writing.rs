//! A change under way: the one writer's transaction, and the only place where a change is committed. After a commit nothing is
//! refused any more, but that the file is not the one at its place: what else fails then is a remark.

use std::ops::{Deref, DerefMut};

use sqlx::{Sqlite, SqliteConnection, Transaction};

use super::book::Store;
use super::checkpoint;
use crate::error::{Error, Result, Warning};
use crate::store::base::place::about;

/// The one writer's transaction. Dropped without a commit it never was.
pub struct Writing<'s> {
    store: &'s Store,
    change: Transaction<'static, Sqlite>,
}

impl Store {
    /// Begins a change: the one writer's transaction. Dropped without a commit it never was.
    ///
    /// # Errors
    /// `book.read_only` where the book was opened for reading; `book.gone`, `book.replaced`.
    pub async fn begin(&self) -> Result<Writing<'_>> {
        self.stands()?;
        Ok(Writing { store: self, change: self.writer()?.begin_with("BEGIN IMMEDIATE").await? })
    }
}

impl Writing<'_> {
    /// Keeps the change, and moves it from the log beside the book into the book: a book that is copied or synced without
    /// its log has lost nothing.
    ///
    /// # Errors
    /// What SQLite refuses, and nothing was changed; `book.gone`, `book.replaced`, likewise; `book.written_aside`: it was
    /// written, but into a file that has left its place meanwhile.
    pub async fn commit(self) -> Result<()> {
        let Self { store, change } = self;
        store.stands()?;
        change.commit().await?;
        if let Err(cause) = settle(store).await {
            store.remark(unsettled(&cause));
        }
        store.stands().map_err(|cause| about("book.written_aside", store.path()).because(cause))
    }

    /// Lets the change go.
    ///
    /// # Errors
    /// What SQLite refuses.
    pub async fn rollback(self) -> Result<()> {
        Ok(self.change.rollback().await?)
    }
}

/// Without waiting for readers: what they hold back is moved with the next change, or when the book is closed.
async fn settle(store: &Store) -> Result<()> {
    checkpoint::moved(&mut *store.write_alone().await?).await.map(drop)
}

/// It is done, and stands in the log beside the book: why it could not be moved yet.
#[must_use]
pub fn unsettled(cause: &Error) -> Warning {
    let full = cause.code == "book.disk_full";
    Warning::new(if full { "book.unsettled_disk_full" } else { "book.unsettled" })
}

impl Deref for Writing<'_> {
    type Target = SqliteConnection;

    fn deref(&self) -> &SqliteConnection {
        &self.change
    }
}

impl DerefMut for Writing<'_> {
    fn deref_mut(&mut self) -> &mut SqliteConnection {
        &mut self.change
    }
}
