//! Whether a book holds only triggers and views of ours: one that is not ours would run with every change, in our name.
//!
//! It reads the schema and runs nothing of it. Tables of others do nothing by themselves and are left alone.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use sqlx::{Connection as _, SqliteConnection};

use super::place::about;
use crate::error::Result;

/// A trigger or a view: its name, and the text that made it.
type Acting = BTreeSet<(String, String)>;

/// Ours, by format.
static OURS: Mutex<BTreeMap<i64, Acting>> = Mutex::new(BTreeMap::new());

/// Refuses what is not ours, before it can run.
///
/// # Errors
/// `book.foreign_trigger` with its name; what SQLite refuses.
pub(super) async fn check(conn: &mut SqliteConnection, format: i64, path: &Path) -> Result<()> {
    let found = acting(conn).await?;
    if found.is_empty() {
        return Ok(());
    }
    let ours = ours(format).await?;
    match found.difference(&ours).next() {
        None => Ok(()),
        Some((name, _)) => Err(about("book.foreign_trigger", path).with("name", name)),
    }
}

async fn acting(conn: &mut SqliteConnection) -> sqlx::Result<Acting> {
    let rows: Vec<(String, String)> =
        sqlx::query_as("SELECT name, coalesce(sql, '') FROM sqlite_schema WHERE type NOT IN ('table', 'index')")
            .fetch_all(conn)
            .await?;
    Ok(rows.into_iter().collect())
}

/// What a book of this format holds, as its migrations lay it.
async fn ours(format: i64) -> Result<Acting> {
    let known = OURS.lock().unwrap_or_else(PoisonError::into_inner).get(&format).cloned();
    if let Some(known) = known {
        return Ok(known);
    }
    let mut conn = SqliteConnection::connect("sqlite::memory:").await?;
    for migration in super::format::MIGRATIONS.iter().filter(|it| it.version <= format) {
        sqlx::raw_sql(migration.sql.clone()).execute(&mut conn).await?;
    }
    let laid = acting(&mut conn).await?;
    conn.close().await?;
    OURS.lock().unwrap_or_else(PoisonError::into_inner).insert(format, laid.clone());
    Ok(laid)
}
