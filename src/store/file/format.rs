//! A book's format: its number, its tables as the migrations lay them, and how an older one is brought to it.
//!
//! A released migration is never edited.

use std::path::Path;

use sqlx::{Connection as _, SqliteConnection};

use super::book::Access;
use super::place::{APPLICATION_ID, about};
use crate::error::{Error, Result};

/// The format this program reads and writes: the number of the last migration (`PRAGMA user_version`).
pub const FORMAT: i64 = 1;

pub(super) static MIGRATIONS: sqlx::migrate::Migrator = sqlx::migrate!("./migrations");

/// What a book says of itself when a page can be read at all.
pub(super) struct Mark {
    application: i64,
    pub(super) format: i64,
    tables: i64,
}

/// Reads it.
pub(super) async fn read_mark(conn: &mut SqliteConnection) -> sqlx::Result<Mark> {
    let tables = sqlx::query_scalar("SELECT count(*) FROM sqlite_schema WHERE name IN ('book', 'audit', 'deed')");
    let tables = tables.fetch_one(&mut *conn).await?;
    let application = sqlx::query_scalar("PRAGMA application_id").fetch_one(&mut *conn).await?;
    let format = sqlx::query_scalar("PRAGMA user_version").fetch_one(&mut *conn).await?;
    Ok(Mark { application, format, tables })
}

/// Whether it is a book that this program opens so.
///
/// # Errors
/// `book.not_a_book`, `book.newer`, `book.older`, `book.damaged`.
pub(super) fn check_mark(mark: &Mark, access: Access, path: &Path) -> Result<()> {
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

/// Lays the tables, or brings those of an older format to this one.
///
/// # Errors
/// `book.damaged`; what SQLite refuses.
pub(super) async fn migrate(conn: &mut SqliteConnection) -> Result<()> {
    let format: i64 = sqlx::query_scalar("PRAGMA user_version").fetch_one(&mut *conn).await?;
    if format >= FORMAT {
        return Ok(());
    }
    MIGRATIONS.run(&mut *conn).await.map_err(not_migrated)?;
    let mark = sqlx::AssertSqlSafe(format!("PRAGMA user_version = {FORMAT}"));
    sqlx::query(mark).execute(&mut *conn).await?;
    Ok(())
}

/// A full disk is not a damaged book: what SQLite says of it goes first.
fn not_migrated(cause: sqlx::migrate::MigrateError) -> Error {
    match cause {
        sqlx::migrate::MigrateError::Execute(cause) | sqlx::migrate::MigrateError::ExecuteMigration(cause, _) => {
            cause.into()
        }
        cause => Error::new("book.damaged").because(cause),
    }
}

/// An empty book of this format in memory; it is nobody's and is never kept.
///
/// # Errors
/// What SQLite refuses.
pub(in crate::store) async fn in_memory() -> Result<SqliteConnection> {
    let mut conn = SqliteConnection::connect("sqlite::memory:").await?;
    for migration in MIGRATIONS.iter() {
        sqlx::raw_sql(migration.sql.clone()).execute(&mut conn).await?;
    }
    Ok(conn)
}
