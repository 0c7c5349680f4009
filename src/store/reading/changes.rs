//! What a deed changed of what is written down, field by field: what stood there and what stands there since. For whoever
//! reads the log; it writes nothing. Accounts that a deed tagged are not listed here: the list shows them.

use std::collections::BTreeMap;

use serde::Serialize;
use sqlx::SqliteConnection;

use super::held::{Held, Names};
use crate::error::Result;
use crate::model::ids::{CaseId, DeedId};
use crate::model::moment::Period;
use crate::store::entities::answer;
use crate::store::entities::column::{Column, Sets};
use crate::store::entities::entity::{Entity, Told};
use crate::store::entities::of_table;
use crate::store::entities::row::Row;

/// Rows of a deed that are read at most; a deed of a person has a handful.
const MOST: i64 = 200;

/// What became of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum Became {
    /// It is new.
    Made,
    /// Some of its fields differ.
    Changed,
    /// It is gone.
    Removed,
}

/// A row that a deed changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct RowChange {
    /// The key: of an answer its own, of a row that of its rows; `count`: a number that was typed in.
    pub key: String,
    /// What became of it.
    pub became: Became,
    /// What the row is about, as it is or was: the field that tells it from others.
    pub about: Option<FieldChange>,
    /// Fields that differ, in their order.
    pub fields: Vec<FieldChange>,
}

/// A field that a deed changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct FieldChange {
    /// Its name; of an answer `value`, of a period `from` and `until`.
    pub field: &'static str,
    /// What it held; `null`: nothing.
    pub before: Option<Held>,
    /// What it holds since; `null`: nothing.
    pub after: Option<Held>,
}

/// What a deed changed, in the order in which it did.
///
/// # Errors
/// `book.damaged`; what SQLite refuses.
pub async fn of_deed(conn: &mut SqliteConnection, deed_id: DeedId) -> Result<Vec<RowChange>> {
    let case: Option<CaseId> = sqlx::query_scalar("SELECT case_id FROM deed WHERE id = ?")
        .bind(deed_id)
        .fetch_optional(&mut *conn)
        .await?
        .flatten();
    let Some(case) = case else { return Ok(Vec::new()) };
    let rows: Vec<(String, Option<String>, Option<String>)> =
        sqlx::query_as("SELECT kind, before, after FROM entity_change WHERE deed_id = ? ORDER BY seq LIMIT ?")
            .bind(deed_id)
            .bind(MOST)
            .fetch_all(&mut *conn)
            .await?;
    let names = Names::read(conn, case).await?;
    let mut all = Vec::new();
    for (table, before, after) in rows {
        let read = |row: Option<String>| row.as_deref().map(Row::read).transpose();
        all.extend(told(&table, read(before)?.as_ref(), read(after)?.as_ref(), &names)?);
    }
    all.retain(|it| !it.fields.is_empty());
    Ok(all)
}

fn told(table: &str, before: Option<&Row>, after: Option<&Row>, names: &Names) -> Result<Vec<RowChange>> {
    let entity = of_table(table)?;
    let became = match (before, after) {
        (None, _) => Became::Made,
        (_, None) => Became::Removed,
        _ => Became::Changed,
    };
    let Some(stands) = after.or(before) else { return Ok(Vec::new()) };
    let one = |key: String, about, fields| RowChange { key, became, about, fields };
    Ok(match entity.told {
        Told::Elsewhere => Vec::new(),
        Told::Answer => vec![one(stands.text(&answer::KEY)?, None, answered(before, after)?)],
        Told::Columns => {
            let each =
                |(column, before, after): Both| one(column.to_owned(), None, differing([("value", before, after)]));
            held(shown(entity), before, after, names)?.into_iter().map(each).collect()
        }
        Told::Row => {
            let about = entity.about.or(entity.fields().next());
            let about = held(about.into_iter(), before, after, names)?.into_iter().next().map(change);
            vec![one(entity.key.to_owned(), about, differing(held(shown(entity), before, after, names)?))]
        }
    })
}

/// The columns that the log tells: what people set, and what follows from it.
fn shown(entity: &Entity) -> impl Iterator<Item = &'static Column> {
    entity.columns.iter().copied().filter(|it| it.sets != Sets::Program)
}

/// A field, what it held and what it holds.
type Both = (&'static str, Option<Held>, Option<Held>);

fn held(
    of: impl Iterator<Item = &'static Column>,
    before: Option<&Row>,
    after: Option<&Row>,
    names: &Names,
) -> Result<Vec<Both>> {
    let mut all = Vec::new();
    for column in of {
        let held = |row: Option<&Row>| row.map_or(Ok(None), |row| super::held::value(row, column, names));
        all.push((column.field, held(before)?, held(after)?));
    }
    Ok(all)
}

/// An answer's value; of a period, its ends.
fn answered(before: Option<&Row>, after: Option<&Row>) -> Result<Vec<FieldChange>> {
    let held = |row: Option<&Row>| -> Result<BTreeMap<&'static str, Held>> {
        let Some(row) = row else { return Ok(BTreeMap::new()) };
        let value = row.text(&answer::VALUE)?;
        Ok(match serde_json::from_str::<Period>(&value) {
            Ok(period) => {
                let until = period.until.map(|it| ("until", Held::Moment(it)));
                [("from", Held::Moment(period.from))].into_iter().chain(until).collect()
            }
            Err(_) => [("value", Held::Text(value))].into_iter().collect(),
        })
    };
    let (before, after) = (held(before)?, held(after)?);
    Ok(differing(
        ["value", "from", "until"].map(|field| (field, before.get(field).cloned(), after.get(field).cloned())),
    ))
}

fn differing(all: impl IntoIterator<Item = Both>) -> Vec<FieldChange> {
    all.into_iter().filter(|(_, before, after)| before != after).map(change).collect()
}

fn change((field, before, after): Both) -> FieldChange {
    FieldChange { field, before, after }
}
