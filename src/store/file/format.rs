//! A book's format: its number, and its tables as the migrations lay them one after the other.
//!
//! A released migration is never edited. How an older book is brought to the format of this program is `migrating`.

use std::path::Path;
use std::sync::LazyLock;

use sqlx::migrate::{Migration, Migrator};
use sqlx::{Connection as _, SqliteConnection};

use crate::error::Result;
use crate::store::base::place::{APPLICATION_ID, about};

/// The format this program writes: the number of the last migration (`PRAGMA user_version`).
pub const FORMAT: i64 = 1;

static MIGRATOR: Migrator = sqlx::migrate!("./migrations");
static RELEASED: LazyLock<Migrations> = LazyLock::new(|| Migrations(MIGRATOR.iter().cloned().collect()));

/// Every format there was, each as the migration that leads to it from the one before.
#[derive(Debug)]
pub struct Migrations(Vec<Migration>);

impl Migrations {
    /// Those of the released program.
    #[must_use]
    pub fn released() -> &'static Self {
        &RELEASED
    }

    /// The released ones and one that was made up, so that bringing a book to it can be tried before there is a second.
    #[doc(hidden)]
    #[must_use]
    pub fn with_one_more(sql: &'static str) -> &'static Self {
        let mut all = RELEASED.0.clone();
        if let Some(mut last) = all.last().cloned() {
            last.version += 1;
            last.sql = sqlx::SqlStr::from_static(sql);
            all.push(last);
        }
        Box::leak(Box::new(Self(all)))
    }

    /// The format that they lead to.
    #[must_use]
    pub fn format(&self) -> i64 {
        self.0.last().map_or(0, |it| it.version)
    }

    /// Lays what these formats added, after one and up to another.
    ///
    /// # Errors
    /// What SQLite refuses.
    pub(super) async fn lay(&self, conn: &mut SqliteConnection, after: i64, up_to: i64) -> Result<()> {
        for migration in self.0.iter().filter(|it| (after + 1..=up_to).contains(&it.version)) {
            sqlx::raw_sql(migration.sql.clone()).execute(&mut *conn).await?;
        }
        let mark = sqlx::AssertSqlSafe(format!("PRAGMA user_version = {up_to}"));
        sqlx::query(mark).execute(&mut *conn).await?;
        Ok(())
    }

    /// Says the same of a format as they do, for whoever keeps what was read of it.
    pub(super) fn texts_up_to(&self, format: i64) -> Vec<String> {
        self.0.iter().filter(|it| it.version <= format).map(|it| it.sql.as_str().to_owned()).collect()
    }
}

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

/// Whether it is a book of a format that this program knows.
///
/// # Errors
/// `book.not_a_book`, `book.newer`, `book.damaged`.
pub(super) fn check_mark(mark: &Mark, known: i64, path: &Path) -> Result<()> {
    if mark.application != i64::from(APPLICATION_ID) {
        return Err(about("book.not_a_book", path));
    }
    if mark.format > known {
        return Err(about("book.newer", path).with("format", mark.format).with("known", known));
    }
    if mark.tables != 3 || mark.format < 1 {
        return Err(about("book.damaged", path));
    }
    Ok(())
}

/// An empty book of this format in memory; it is nobody's and is never kept.
///
/// # Errors
/// What SQLite refuses.
pub(in crate::store) async fn in_memory() -> Result<SqliteConnection> {
    let mut conn = SqliteConnection::connect("sqlite::memory:").await?;
    Migrations::released().lay(&mut conn, 0, FORMAT).await?;
    Ok(conn)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_migration_is_the_format_of_this_program() {
        assert_eq!(Migrations::released().format(), FORMAT);
    }
}
