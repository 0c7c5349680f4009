//! Whether a book's schema is ours: a trigger, a view, a constraint or a reference that somebody has put in would act with every
//! change, in our name; one that was taken out no longer holds what it held, and `verify` says so.
//!
//! It reads the schema and runs nothing of it. Tables of others do nothing by themselves and are left alone.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use sqlx::{Connection as _, SqliteConnection};

use super::format::Migrations;
use crate::error::Result;
use crate::store::base::place::about;

/// A part of a schema.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Part {
    name: String,
    /// `table`, `index`, `trigger`, `view`.
    kind: String,
    /// The table that it belongs to.
    table: String,
    /// What made it, without remarks and line ends.
    text: String,
}

type Schema = BTreeSet<Part>;

/// Ours, by what lays them.
static OURS: Mutex<BTreeMap<Vec<String>, Schema>> = Mutex::new(BTreeMap::new());

/// Refuses what is not ours, before it can run.
///
/// # Errors
/// `book.foreign_trigger` with its name; `book.schema_changed` with the name of what differs; what SQLite refuses.
pub(super) async fn check(
    conn: &mut SqliteConnection,
    format: i64,
    migrations: &Migrations,
    path: &Path,
) -> Result<()> {
    let (found, ours) = (read(conn).await?, ours(format, migrations).await?);
    let acts = |it: &Part| it.kind != "table" && it.kind != "index";
    if let Some(part) = found.iter().find(|it| acts(it) && !ours.contains(it)) {
        return Err(about("book.foreign_trigger", path).with("name", &part.name));
    }
    let tables: BTreeSet<&str> = ours.iter().map(|it| it.table.as_str()).collect();
    match found.iter().find(|it| !ours.contains(it) && tables.contains(it.table.as_str())) {
        None => Ok(()),
        Some(part) => Err(about("book.schema_changed", path).with("name", &part.name)),
    }
}

/// What is ours and gone from a book of its format, by name: it no longer holds what it held.
///
/// # Errors
/// What SQLite refuses.
pub(in crate::store) async fn missing(
    conn: &mut SqliteConnection,
    format: i64,
    migrations: &Migrations,
) -> Result<Vec<String>> {
    let (found, ours) = (read(conn).await?, ours(format, migrations).await?);
    Ok(ours.difference(&found).map(|it| format!("{} {}", it.kind, it.name)).collect())
}

/// Tables and indexes of others, by name. They do nothing by themselves.
///
/// # Errors
/// What SQLite refuses.
pub(in crate::store) async fn foreign(
    conn: &mut SqliteConnection,
    format: i64,
    migrations: &Migrations,
) -> Result<Vec<String>> {
    let (found, ours) = (read(conn).await?, ours(format, migrations).await?);
    let tables: BTreeSet<&str> = ours.iter().map(|it| it.table.as_str()).collect();
    let foreign = found.iter().filter(|it| !tables.contains(it.table.as_str()));
    Ok(foreign.map(|it| format!("{} {}", it.kind, it.name)).collect())
}

async fn read(conn: &mut SqliteConnection) -> sqlx::Result<Schema> {
    let rows: Vec<(String, String, String, String)> = sqlx::query_as(
        "SELECT name, type, tbl_name, coalesce(sql, '') FROM sqlite_schema \
         WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'",
    )
    .fetch_all(conn)
    .await?;
    let part =
        |(name, kind, table, text): (String, String, String, String)| Part { name, kind, table, text: plain(&text) };
    Ok(rows.into_iter().map(part).collect())
}

/// The words of a statement: remarks and line ends are nobody's harm, and what SQLite writes anew loses its quotes.
fn plain(text: &str) -> String {
    let lines = text.lines().map(|line| line.split("--").next().unwrap_or_default());
    let spaced = lines
        .collect::<Vec<_>>()
        .join(" ")
        .replace('"', "")
        .replace('(', " ( ")
        .replace(')', " ) ")
        .replace(',', " , ");
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What a book of this format holds, as its migrations lay it.
async fn ours(format: i64, migrations: &Migrations) -> Result<Schema> {
    let texts = migrations.texts_up_to(format);
    let known = OURS.lock().unwrap_or_else(PoisonError::into_inner).get(&texts).cloned();
    if let Some(known) = known {
        return Ok(known);
    }
    let mut conn = SqliteConnection::connect("sqlite::memory:").await?;
    migrations.lay(&mut conn, 0, format).await?;
    let laid = read(&mut conn).await?;
    conn.close().await?;
    OURS.lock().unwrap_or_else(PoisonError::into_inner).insert(texts, laid.clone());
    Ok(laid)
}
