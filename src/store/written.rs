//! Rows that are written down about a case: parties, milestones, claims … added, changed and removed by their fields.
//!
//! The fields come from `model::keys`; a value that cannot be is refused here, before anything is stored.

use jiff::tz::TimeZone;
use serde_json::{Map, Value, json};
use sqlx::SqliteConnection;

use super::deeds::Act;
use super::fields::{self, Columns};
use super::rows::{self, Row};
use super::{entities, hex, uid};
use crate::error::{Error, Result};
use crate::model::ids::{CaseId, DeedId, RowId};
use crate::model::keys::{Field, FieldKind};

/// What a deed works on: the case, its zone, by whom and when.
#[derive(Debug)]
pub struct Work<'a> {
    /// By whom and when.
    pub act: Act<'a>,
    /// The deed.
    pub deed_id: DeedId,
    /// The case.
    pub case_id: CaseId,
    /// In which zone times without one are meant.
    pub zone: TimeZone,
}

/// Adds a row from a JSON object; says its id.
///
/// # Errors
/// `setting.not_json`, `field.unknown`, `field.missing`, and what a field refuses.
pub async fn add(
    conn: &mut SqliteConnection,
    work: &Work<'_>,
    table: &'static str,
    fields: &[Field],
    text: &str,
) -> Result<RowId> {
    let object = fields::object(text)?;
    let object = fields::counts_together(object, fields);
    fields::all_known(&object, fields)?;
    let mut row = Row(defaults(work, table));
    let id = next_id(conn, table).await?;
    row.0.insert("id".into(), json!(id));
    for field in fields {
        match object.get(field.id).filter(|value| !value.is_null()) {
            Some(value) => row.0.extend(fields::columns(conn, work, field, value).await?),
            None if field.required => return Err(Error::new("field.missing").with("field", field.id)),
            None => {}
        }
    }
    finish(&mut row, table, work)?;
    entities::put(conn, table, id, Some(&row.json())).await.map_err(|refusal| twice(refusal, table))?;
    entities::made(conn, work.deed_id, table, id).await?;
    beside(conn, work, table, &row).await?;
    Ok(id)
}

/// A field of a row, and what it is to hold.
#[derive(Debug, Clone, Copy)]
pub struct Change<'a> {
    /// The row.
    pub id: RowId,
    /// The field's name.
    pub field: &'a str,
    /// What it is to hold.
    pub text: &'a str,
}

/// Changes one field of a row; an empty value clears it.
///
/// # Errors
/// `row.missing`, `field.unknown`, `field.missing`, and what the field refuses.
pub async fn change(
    conn: &mut SqliteConnection,
    work: &Work<'_>,
    table: &'static str,
    fields: &[Field],
    Change { id, field: name, text }: Change<'_>,
) -> Result<()> {
    let mut row = rows::one(conn, table, work.case_id, id).await?;
    let before = entities::now(conn, table, id).await?;
    let field = fields::find(fields, name)?;
    let value = match field.kind {
        FieldKind::Count => Value::Object(fields::object(text)?),
        _ => Value::String(text.to_owned()),
    };
    if text.trim().is_empty() {
        clear(&mut row, field)?;
    } else {
        row.0.extend(fields::columns(conn, work, field, &value).await?);
    }
    finish(&mut row, table, work)?;
    entities::put(conn, table, id, Some(&row.json())).await?;
    entities::record(conn, work.deed_id, table, id, before).await?;
    beside(conn, work, table, &row).await
}

fn clear(row: &mut Row, field: &Field) -> Result<()> {
    if field.required {
        return Err(Error::new("field.missing").with("field", field.id));
    }
    let flag = matches!(field.kind, FieldKind::Flag) && field.id != "public_body";
    row.0.insert(fields::column(field).into(), if flag { json!(0) } else { Value::Null });
    Ok(())
}

/// Removes a row.
///
/// # Errors
/// `row.missing`; `row.in_use` where another points at it.
pub async fn remove(conn: &mut SqliteConnection, work: &Work<'_>, table: &'static str, id: RowId) -> Result<()> {
    rows::one(conn, table, work.case_id, id).await?;
    if table == "determination" {
        stand_again(conn, work, id).await?;
    }
    let gone = entities::remove(conn, work.deed_id, table, id).await;
    gone.map(|_| ()).map_err(|refusal| in_use(refusal, table, id))
}

/// SQLite says only that a key would point nowhere.
fn in_use(refusal: Error, table: &str, id: RowId) -> Error {
    if refusal.code == "store.failed" {
        return Error::new("row.in_use").with("key", table).with("id", id).because(refusal);
    }
    refusal
}

fn twice(refusal: Error, table: &str) -> Error {
    if refusal.code == "store.failed" { Error::new("row.twice").with("key", table).because(refusal) } else { refusal }
}

/// An id that no row has and none had, so that what undo remembers never means another row.
///
/// # Errors
/// What SQLite refuses.
pub async fn next_id(conn: &mut SqliteConnection, table: &'static str) -> Result<RowId> {
    let select = format!(
        "SELECT 1 + max(coalesce((SELECT max(id) FROM \"{table}\"), 0), \
         coalesce((SELECT max(id) FROM entity_change WHERE kind = ?), 0))"
    );
    Ok(sqlx::query_scalar(sqlx::AssertSqlSafe(select)).bind(table).fetch_one(conn).await?)
}

/// What a new row holds where nothing is said.
fn defaults(work: &Work<'_>, table: &str) -> Map<String, Value> {
    let mut row = Map::new();
    row.insert("uid".into(), json!(hex(&uid(work.act.at)).to_uppercase()));
    row.insert("case_id".into(), json!(work.case_id));
    match table {
        "claim" => row.extend([("adopted".into(), json!(0)), ("standing".into(), json!("claimed"))]),
        "group_overlap" => row.extend([("disjoint".into(), json!(0))]),
        "party" => row.extend([("main_establishment".into(), json!(0))]),
        "exposure" => row.extend(fields::open_count().chain([("protection".into(), json!("open"))])),
        "determination" => {
            row.extend([("who".into(), json!(work.act.who.name)), ("made_at".into(), json!(work.act.at.to_string()))])
        }
        _ => {}
    }
    row
}

/// What follows from the fields of the same row.
fn finish(row: &mut Row, table: &str, work: &Work<'_>) -> Result<()> {
    match table {
        "claim" => {
            if row.maybe("unit").is_none() {
                row.0.insert("unit".into(), json!(fields::unit_of(&row.text("subject"))));
            }
            let by =
                if row.flag("adopted") { row.maybe("adopted_by").or(Some(work.act.who.name.clone())) } else { None };
            row.0.insert("adopted_by".into(), json!(by));
        }
        "determination" => row.0.extend(fields::determined(row, work)?),
        "coverage" if row.instant("from_at")? > row.instant("until_at")? => {
            return Err(Error::new("time.end_before_begin").with("text", row.text("what")));
        }
        "group_overlap" if row.text("one") == row.text("other") => {
            return Err(Error::new("row.same").with("key", "overlap"));
        }
        // Two groups are one pair, in whichever order they are named.
        "group_overlap" if row.text("one") > row.text("other") => {
            let (one, other) = (row.text("one"), row.text("other"));
            row.0.extend([("one".into(), json!(other)), ("other".into(), json!(one))]);
        }
        _ => {}
    }
    Ok(())
}

/// What follows for other rows: of claims on one subject one is adopted, of determinations of a kind one stands.
async fn beside(conn: &mut SqliteConnection, work: &Work<'_>, table: &'static str, row: &Row) -> Result<()> {
    let others: Vec<RowId> = match table {
        "claim" if row.flag("adopted") => {
            sqlx::query_scalar("SELECT id FROM claim WHERE case_id = ? AND subject = ? AND adopted = 1 AND id <> ?")
                .bind(work.case_id)
                .bind(row.text("subject"))
                .bind(row.id())
                .fetch_all(&mut *conn)
                .await?
        }
        "determination" if row.integer("superseded_by").is_none() => {
            sqlx::query_scalar(
                "SELECT id FROM determination \
                 WHERE case_id = ? AND kind = ? AND party_id IS ? AND superseded_by IS NULL AND id < ?",
            )
            .bind(work.case_id)
            .bind(row.text("kind"))
            .bind(row.integer("party_id"))
            .bind(row.id())
            .fetch_all(&mut *conn)
            .await?
        }
        _ => Vec::new(),
    };
    let sets: Columns = match table {
        "claim" => vec![("adopted".into(), json!(0)), ("adopted_by".into(), Value::Null)],
        _ => vec![("superseded_by".into(), json!(row.id()))],
    };
    for other in others {
        set(conn, work, table, other, sets.clone()).await?;
    }
    Ok(())
}

/// The determinations that the one to be removed had superseded.
async fn stand_again(conn: &mut SqliteConnection, work: &Work<'_>, id: RowId) -> Result<()> {
    let (next,): (Option<RowId>,) =
        sqlx::query_as("SELECT superseded_by FROM determination WHERE id = ?").bind(id).fetch_one(&mut *conn).await?;
    let others: Vec<RowId> = sqlx::query_scalar("SELECT id FROM determination WHERE superseded_by = ?")
        .bind(id)
        .fetch_all(&mut *conn)
        .await?;
    for other in others {
        set(conn, work, "determination", other, vec![("superseded_by".into(), json!(next))]).await?;
    }
    Ok(())
}

/// Sets columns of a row and records it. Says whether it changed.
///
/// # Errors
/// `row.missing`.
pub async fn set(
    conn: &mut SqliteConnection,
    work: &Work<'_>,
    table: &'static str,
    id: RowId,
    columns: Columns,
) -> Result<bool> {
    let before = entities::now(conn, table, id).await?;
    let mut row = match table {
        "cases" => Row(before.as_deref().and_then(|row| serde_json::from_str(row).ok()).unwrap_or_default()),
        _ => rows::one(conn, table, work.case_id, id).await?,
    };
    row.0.extend(columns);
    entities::put(conn, table, id, Some(&row.json())).await?;
    entities::record(conn, work.deed_id, table, id, before).await
}
