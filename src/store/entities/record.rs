//! Edits of single rows, recorded as the row's JSON before and after, so that every one is undone in the same way.
//!
//! Bulk edits of accounts are not recorded here: they have a narrow table of their own (`change`).

use sqlx::{AssertSqlSafe, SqliteConnection};

use super::ENTITIES;
use super::column::Holds;
use super::entity::{Edits, Entity};
use super::row::Row;
use crate::error::{Error, Result};
use crate::model::ids::{CaseId, DeedId, RowId};

impl Entity {
    /// All rows as JSON.
    pub(in crate::store) fn select(&self) -> String {
        let value = |name: &str| if name == "uid" { "hex(\"uid\")".to_owned() } else { format!("\"{name}\"") };
        let pairs: Vec<_> = self.names().map(|name| format!("'{name}', {}", value(name))).collect();
        format!("SELECT json_object({}) FROM \"{}\"", pairs.join(", "), self.table)
    }

    /// Writes a row from its JSON, `?1`, by its id, `?2`.
    fn write(&self) -> String {
        let value = |name: &str| {
            let plain = format!("json_extract(?1, '$.{name}')");
            if name == "uid" { format!("unhex({plain})") } else { plain }
        };
        if let Edits::Only(columns) = self.edits {
            let sets: Vec<_> = columns.iter().map(|it| format!("\"{0}\" = {1}", it.name, value(it.name))).collect();
            return format!("UPDATE \"{}\" SET {} WHERE id = ?2", self.table, sets.join(", "));
        }
        let names: Vec<_> = self.names().map(|name| format!("\"{name}\"")).collect();
        let values: Vec<_> = self.names().map(value).collect();
        let sets: Vec<_> = names.iter().map(|name| format!("{name} = excluded.{name}")).collect();
        format!(
            "INSERT INTO \"{}\" ({}) SELECT {} WHERE ?2 = ?2 ON CONFLICT (id) DO UPDATE SET {}",
            self.table,
            names.join(", "),
            values.join(", "),
            sets.join(", ")
        )
    }
}

/// The row as it is now; `None`: there is none.
///
/// # Errors
/// What SQLite refuses.
pub async fn now(conn: &mut SqliteConnection, entity: &Entity, id: impl Into<RowId>) -> Result<Option<String>> {
    let select = AssertSqlSafe(format!("{} WHERE id = ?", entity.select()));
    Ok(sqlx::query_scalar(select).bind(id.into()).fetch_optional(conn).await?)
}

/// All rows of a case, in the order they were made.
///
/// # Errors
/// `book.damaged`.
pub async fn of_case(conn: &mut SqliteConnection, entity: &Entity, case_id: CaseId) -> Result<Vec<Row>> {
    let select = format!("{} WHERE case_id = ? ORDER BY id", entity.select());
    let rows: Vec<String> = sqlx::query_scalar(AssertSqlSafe(select)).bind(case_id).fetch_all(conn).await?;
    rows.iter().map(|row| Row::read(row)).collect()
}

/// All rows of a case, each read.
///
/// # Errors
/// `book.damaged`.
pub async fn each<T>(
    conn: &mut SqliteConnection,
    entity: &Entity,
    case_id: CaseId,
    read: impl Fn(&Row) -> Result<T>,
) -> Result<Vec<T>> {
    of_case(conn, entity, case_id).await?.iter().map(read).collect()
}

/// One row of a case.
///
/// # Errors
/// `row.missing`, also where it is another case's.
pub async fn one(conn: &mut SqliteConnection, entity: &Entity, case_id: CaseId, id: RowId) -> Result<Row> {
    let missing = || Error::new("row.missing").with("key", entity.key).with("id", id);
    let row = Row::read(&now(conn, entity, id).await?.ok_or_else(missing)?)?;
    if row.is_of(case_id)? { Ok(row) } else { Err(missing()) }
}

/// Whether a row stands as a deed left it, in what of it is an edit.
///
/// # Errors
/// `book.damaged`.
pub fn is_the_same(entity: &Entity, row: Option<&str>, other: Option<&str>) -> Result<bool> {
    let Edits::Only(columns) = entity.edits else { return Ok(row == other) };
    let (Some(row), Some(other)) = (row, other) else { return Ok(row.is_none() && other.is_none()) };
    let (row, other) = (Row::read(row)?, Row::read(other)?);
    for column in columns {
        if row.value(column.name)? != other.value(column.name)? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Makes the row what it was; `None` removes it.
///
/// # Errors
/// What SQLite refuses.
pub async fn put(conn: &mut SqliteConnection, entity: &Entity, id: RowId, row: Option<&str>) -> sqlx::Result<()> {
    match row {
        Some(row) => sqlx::query(AssertSqlSafe(entity.write())).bind(row).bind(id).execute(conn).await?,
        None => {
            let delete = AssertSqlSafe(format!("DELETE FROM \"{}\" WHERE id = ?", entity.table));
            sqlx::query(delete).bind(id).execute(conn).await?
        }
    };
    Ok(())
}

/// The same, where no other row has taken its place in the meantime, such as the name that it had. Says whether it was free.
///
/// # Errors
/// What SQLite refuses beside.
pub async fn put_where_free(
    conn: &mut SqliteConnection,
    entity: &Entity,
    id: RowId,
    row: Option<&str>,
) -> Result<bool> {
    match put(conn, entity, id, row).await {
        Err(sqlx::Error::Database(cause)) if cause.is_unique_violation() => Ok(false),
        done => Ok(done.map(|()| true)?),
    }
}

/// Records what a deed did to a row: `before` as [`now`] gave it before the edit. Says whether it changed.
///
/// # Errors
/// What SQLite refuses.
pub async fn record(
    conn: &mut SqliteConnection,
    deed_id: DeedId,
    entity: &Entity,
    id: impl Into<RowId>,
    before: Option<String>,
) -> Result<bool> {
    let id = id.into();
    let after = now(conn, entity, id).await?;
    if before == after {
        return Ok(false);
    }
    sqlx::query(
        "INSERT INTO entity_change (deed_id, seq, kind, id, before, after) \
         VALUES (?1, (SELECT coalesce(max(seq), 0) + 1 FROM entity_change WHERE deed_id = ?1), ?2, ?3, ?4, ?5)",
    )
    .bind(deed_id)
    .bind(entity.table)
    .bind(id)
    .bind(before)
    .bind(after)
    .execute(conn)
    .await?;
    Ok(true)
}

/// Records a row that a deed made.
///
/// # Errors
/// What SQLite refuses.
pub async fn made(conn: &mut SqliteConnection, deed_id: DeedId, entity: &Entity, id: impl Into<RowId>) -> Result<()> {
    record(conn, deed_id, entity, id, None).await.map(|_| ())
}

/// Removes a row and records it. Says whether there was one.
///
/// # Errors
/// What SQLite refuses, for example a row that others point at.
pub async fn remove(
    conn: &mut SqliteConnection,
    deed_id: DeedId,
    entity: &Entity,
    id: impl Into<RowId>,
) -> Result<bool> {
    let id = id.into();
    let before = now(conn, entity, id).await?;
    put(conn, entity, id, None).await?;
    record(conn, deed_id, entity, id, before).await
}

/// How many rows differ after a deed.
///
/// # Errors
/// What SQLite refuses.
pub async fn changed(conn: &mut SqliteConnection, deed_id: DeedId) -> Result<u64> {
    let rows: i64 = sqlx::query_scalar("SELECT count(DISTINCT kind || id) FROM entity_change WHERE deed_id = ?")
        .bind(deed_id)
        .fetch_one(conn)
        .await?;
    Ok(u64::try_from(rows).unwrap_or(0))
}

/// An id that no row has and none had, so that what undo remembers never means another row.
///
/// # Errors
/// What SQLite refuses.
pub async fn next_id(conn: &mut SqliteConnection, entity: &Entity) -> Result<RowId> {
    let select = format!(
        "SELECT 1 + max(coalesce((SELECT max(id) FROM \"{}\"), 0), \
         coalesce((SELECT max(id) FROM entity_change WHERE kind = ?), 0))",
        entity.table
    );
    Ok(sqlx::query_scalar(AssertSqlSafe(select)).bind(entity.table).fetch_one(conn).await?)
}

/// What points at a row: the keys of the rows, without those that are gone. Parties and organisations are pointed at.
///
/// # Errors
/// What SQLite refuses.
pub async fn pointing_at(conn: &mut SqliteConnection, entity: &Entity, id: RowId) -> Result<Vec<&'static str>> {
    let mut found = Vec::new();
    for other in ENTITIES {
        for column in other.columns.iter().filter(|it| points(it.holds) == Some(entity.table)) {
            let select = format!("SELECT EXISTS (SELECT 1 FROM \"{}\" WHERE \"{}\" = ?)", other.table, column.name);
            let some: bool = sqlx::query_scalar(AssertSqlSafe(select)).bind(id).fetch_one(&mut *conn).await?;
            found.extend(some.then_some(other.key));
        }
    }
    found.dedup();
    Ok(found)
}

/// The table whose rows a column of this kind points at.
const fn points(holds: Holds) -> Option<&'static str> {
    match holds {
        Holds::Party(_) => Some("party"),
        Holds::Organisation => Some("organisation"),
        Holds::LegalEntity => Some("entity"),
        Holds::Text
        | Holds::Word(_)
        | Holds::Moment
        | Holds::Point
        | Holds::Flag
        | Holds::Count
        | Holds::Persons
        | Holds::Country
        | Holds::Subject
        | Holds::Number => None,
    }
}
