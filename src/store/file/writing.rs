//! A change under way: the one writer's transaction, and the only place where a change is committed. After a commit nothing is
//! refused any more, but that the file is not the one at its place: what else fails then is a remark.

use std::ops::{Deref, DerefMut};

use sqlx::{Sqlite, SqliteConnection, Transaction};

use super::book::Store;
use crate::error::{Error, Result, Warning};
use crate::store::base::place::about;

/// The one writer's transaction. Dropped without a commit it never was.
pub struct Writing<'s> {
    store: &'s Store,
    change: Transaction<'static, Sqlite>,
}

impl<'s> Writing<'s> {
    pub(super) const fn new(store: &'s Store, change: Transaction<'static, Sqlite>) -> Self {
        Self { store, change }
    }

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
    moved(&mut *store.write_alone().await?).await.map(drop)
}

/// Moves the log into the book, and waits for nobody. Whether all of it was moved: readers may hold some of it back.
pub(super) async fn moved(conn: &mut SqliteConnection) -> Result<bool> {
    sqlx::query("PRAGMA busy_timeout = 0").execute(&mut *conn).await?;
    let moved: sqlx::Result<(i64, i64, i64)> =
        sqlx::query_as("PRAGMA wal_checkpoint(TRUNCATE)").fetch_one(&mut *conn).await;
    let patience = sqlx::AssertSqlSafe(format!("PRAGMA busy_timeout = {}", super::connecting::PATIENCE.as_millis()));
    sqlx::query(patience).execute(&mut *conn).await?;
    match moved {
        // Busy or not, frames in the log, frames of it that are in the book.
        Ok((_, frames, done)) => Ok(frames == done),
        Err(cause) if is_busy(&cause) => Ok(false),
        Err(cause) => Err(cause.into()),
    }
}

fn is_busy(cause: &sqlx::Error) -> bool {
    matches!(crate::store::base::codes::primary(cause), Some(5 | 6))
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
