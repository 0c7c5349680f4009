//! What a deed changed of what is written down, field by field: what stood there and what stands there since. For whoever
//! reads the log; it writes nothing. Accounts that a deed tagged are not listed here: the list shows them.

use std::collections::BTreeMap;

use serde::Serialize;
use sqlx::SqliteConnection;

use super::held::{Held, Names};
use super::rows::Row;
use crate::error::Result;
use crate::model::ids::{CaseId, DeedId};
use crate::model::keys::{Field, FieldKind, KEYS, Kind};
use crate::model::moment::Period;

/// Rows of a deed that are read at most; a deed of a person has a handful.
const MOST: i64 = 200;

/// The columns of the case that are keys of their own.
const OF_THE_CASE: [&str; 4] = ["title", "controller", "reference", "zone"];

/// The number that is typed in without any list is no key; its field is told like that of one.
const TYPED: [Field; 2] = [
    Field { id: "count", kind: FieldKind::Count, required: true },
    Field { id: "source", kind: FieldKind::Text, required: false },
];

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
    let became = match (before, after) {
        (None, _) => Became::Made,
        (_, None) => Became::Removed,
        _ => Became::Changed,
    };
    let text = |column: &str| after.or(before).map(|row| row.text(column)).unwrap_or_default();
    let one = |key: &str, about, fields| vec![RowChange { key: key.to_owned(), became, about, fields }];
    Ok(match table {
        "cases" => {
            let values = |row: Option<&Row>, column| row.and_then(|row| row.maybe(column)).map(Held::Text);
            let change = |column| differing([("value", values(before, column), values(after, column))]);
            OF_THE_CASE.iter().flat_map(|column| one(column, None, change(column))).collect()
        }
        "answer" => one(&text("key"), None, answer(before, after)),
        "typed_count" => {
            let name = Some(Held::Text(text("name")));
            let about = FieldChange { field: "subject", before: name.clone(), after: name };
            one("count", Some(about), fields(&TYPED, before, after, names)?)
        }
        _ => {
            let of = KEYS.iter().find_map(|key| match key.kind {
                Kind::Rows(of, fields) if of == table => Some((key.id, fields)),
                _ => None,
            });
            let Some((key, of)) = of else { return Ok(Vec::new()) };
            // A determination is told by what is determined, its first field.
            let tells = of.iter().find(|it| {
                let is_text = matches!(it.kind, FieldKind::Text | FieldKind::Organisation);
                it.required && is_text && table != "determination"
            });
            let head = tells.or(of.first()).map(std::slice::from_ref).unwrap_or_default();
            let about = held(head, before, after, names)?.into_iter().next().map(change);
            let mut changed = fields(of, before, after, names)?;
            if table == "determination" {
                let at = |row: Option<&Row>| row.map_or(Ok(None), |row| row.moment("at"));
                changed.extend(differing([("at", at(before)?.map(Held::Moment), at(after)?.map(Held::Moment))]));
            }
            one(key, about, changed)
        }
    })
}

fn fields(of: &'static [Field], before: Option<&Row>, after: Option<&Row>, names: &Names) -> Result<Vec<FieldChange>> {
    held(of, before, after, names).map(differing)
}

/// A field, what it held and what it holds.
type Both = (&'static str, Option<Held>, Option<Held>);

fn held(of: &'static [Field], before: Option<&Row>, after: Option<&Row>, names: &Names) -> Result<Vec<Both>> {
    let mut all = Vec::new();
    for field in of {
        let held = |row: Option<&Row>| row.map_or(Ok(None), |row| super::held::value(row, field, names));
        all.push((field.id, held(before)?, held(after)?));
    }
    Ok(all)
}

/// An answer's value; of a period, its ends.
fn answer(before: Option<&Row>, after: Option<&Row>) -> Vec<FieldChange> {
    let held = |row: Option<&Row>| -> BTreeMap<&'static str, Held> {
        let Some(value) = row.and_then(|row| row.maybe("value")) else { return BTreeMap::new() };
        match serde_json::from_str::<Period>(&value) {
            Ok(period) => {
                let until = period.until.map(|it| ("until", Held::Moment(it)));
                [("from", Held::Moment(period.from))].into_iter().chain(until).collect()
            }
            Err(_) => [("value", Held::Text(value))].into_iter().collect(),
        }
    };
    let (before, after) = (held(before), held(after));
    differing(["value", "from", "until"].map(|field| (field, before.get(field).cloned(), after.get(field).cloned())))
}

fn differing(all: impl IntoIterator<Item = Both>) -> Vec<FieldChange> {
    all.into_iter().filter(|(_, before, after)| before != after).map(change).collect()
}

fn change((field, before, after): Both) -> FieldChange {
    FieldChange { field, before, after }
}
