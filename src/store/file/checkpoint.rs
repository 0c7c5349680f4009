//! The log of changes moved into the book that it lies beside. It waits for nobody, and reads no table.

use sqlx::SqliteConnection;

use super::connecting::PATIENCE;
use crate::error::Result;
use crate::store::base::codes::primary;

/// Moves the log into the book, and waits for nobody. Whether all of it was moved: readers may hold some of it back.
pub(super) async fn moved(conn: &mut SqliteConnection) -> Result<bool> {
    sqlx::query("PRAGMA busy_timeout = 0").execute(&mut *conn).await?;
    let moved: sqlx::Result<(i64, i64, i64)> =
        sqlx::query_as("PRAGMA wal_checkpoint(TRUNCATE)").fetch_one(&mut *conn).await;
    let patience = sqlx::AssertSqlSafe(format!("PRAGMA busy_timeout = {}", PATIENCE.as_millis()));
    sqlx::query(patience).execute(&mut *conn).await?;
    match moved {
        // Busy or not, frames in the log, frames of it that are in the book.
        Ok((_, frames, done)) => Ok(frames == done),
        Err(cause) if is_busy(&cause) => Ok(false),
        Err(cause) => Err(cause.into()),
    }
}

fn is_busy(cause: &sqlx::Error) -> bool {
    matches!(primary(cause), Some(5 | 6))
}
