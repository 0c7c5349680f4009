//! Single answers of a case: `case set KEY=VALUE`. What is a determination or a milestone becomes one.

use jiff::tz::TimeZone;
use serde_json::{Map, Value, json};
use sqlx::SqliteConnection;

use super::fields::{self, Columns};
use super::written::{self, Work};
use super::{entities, rows};
use crate::error::{Error, Result};
use crate::model::ids::RowId;
use crate::model::keys::{Key, Kind, find};
use crate::model::moment::{Moment, Period};
use crate::model::words::{DeterminationKind, MilestoneKind};

/// Keys that are columns of the case itself.
const COLUMNS: [&str; 4] = ["title", "controller", "reference", "zone"];

/// Sets a key; an empty value clears it.
///
/// # Errors
/// `setting.cannot_be_empty`, `zone.unknown`, and what the kind refuses.
pub async fn set(conn: &mut SqliteConnection, work: &mut Work<'_>, key: &'static Key, text: &str) -> Result<()> {
    let text = text.trim();
    let must_be = matches!(key.kind, Kind::Zone | Kind::Awareness | Kind::Decision(..)) || key.id == "title";
    if text.is_empty() && must_be {
        return Err(Error::new("setting.cannot_be_empty").with("key", key.id));
    }
    match key.kind {
        Kind::Text if COLUMNS.contains(&key.id) => column(conn, work, key.id, text).await,
        Kind::Zone => {
            work.zone = zone(text)?;
            let name = work.zone.iana_name().unwrap_or(text).to_owned();
            column(conn, work, key.id, &name).await?;
            super::days::recount(conn, super::deeds::Under { case_id: work.case_id, deed_id: work.deed_id }).await
        }
        Kind::Milestone(kind) => the_milestone(conn, work, kind, text).await,
        Kind::Awareness => aware(conn, work, text).await,
        Kind::Decision(kind, _) => decide(conn, work, kind, text).await,
        Kind::Reason(kind) => reason(conn, work, key, kind, text).await,
        Kind::Text | Kind::Period | Kind::Word(_) | Kind::Words(_) => {
            let value = if text.is_empty() { None } else { Some(value(key, text, work)?) };
            answer(conn, work, key.id, value).await
        }
        Kind::Rows(..) => Err(Error::new("key.has_rows").with("key", key.id)),
    }
}

/// The zone of this IANA name.
///
/// # Errors
/// `zone.unknown`.
pub fn zone(name: &str) -> Result<TimeZone> {
    TimeZone::get(name).map_err(|cause| Error::new("zone.unknown").with("zone", name).because(cause))
}

fn value(key: &Key, text: &str, work: &Work<'_>) -> Result<String> {
    match key.kind {
        Kind::Period => serde_json::to_string(&Period::read(text, &work.zone)?)
            .map_err(|cause| Error::new("store.failed").because(cause)),
        Kind::Word(words) => Ok(fields::word(key.id, text, &words())?.to_owned()),
        Kind::Words(words) => {
            let words = words();
            let each = text.split([',', ';']).map(|text| fields::word(key.id, text, &words));
            Ok(each.collect::<Result<Vec<_>>>()?.join(", "))
        }
        _ => Ok(text.to_owned()),
    }
}

async fn column(conn: &mut SqliteConnection, work: &Work<'_>, name: &str, text: &str) -> Result<()> {
    let value = if text.is_empty() { Value::Null } else { json!(text) };
    written::set(conn, work, "cases", work.case_id.into(), vec![(name.into(), value)]).await.map(|_| ())
}

async fn answer(conn: &mut SqliteConnection, work: &Work<'_>, key: &str, value: Option<String>) -> Result<()> {
    let there: Option<RowId> = sqlx::query_scalar("SELECT id FROM answer WHERE case_id = ? AND key = ?")
        .bind(work.case_id)
        .bind(key)
        .fetch_optional(&mut *conn)
        .await?;
    match (there, value) {
        (Some(id), Some(value)) => {
            written::set(conn, work, "answer", id, vec![("value".into(), json!(value))]).await.map(|_| ())
        }
        (Some(id), None) => entities::remove(conn, work.deed_id, "answer", id).await.map(|_| ()),
        (None, Some(value)) => {
            let id = written::next_id(conn, "answer").await?;
            let row = json!({"id": id, "case_id": work.case_id, "key": key, "value": value});
            entities::put(conn, "answer", id, Some(&row.to_string())).await?;
            entities::made(conn, work.deed_id, "answer", id).await
        }
        (None, None) => Ok(()),
    }
}

/// The one milestone of a kind that is nobody's in particular: set, moved, or removed.
async fn the_milestone(conn: &mut SqliteConnection, work: &Work<'_>, kind: MilestoneKind, text: &str) -> Result<()> {
    let all = rows::of_case(conn, "milestone", work.case_id).await?;
    let there = all.iter().find(|row| row.text("kind") == kind.id() && row.integer("party_id").is_none());
    match there {
        Some(row) if text.is_empty() => written::remove(conn, work, "milestone", row.id()).await,
        Some(row) => {
            let at = fields::moment(&Moment::read(text, &work.zone)?)?;
            written::set(conn, work, "milestone", row.id(), vec![("at".into(), json!(at))]).await.map(|_| ())
        }
        None if text.is_empty() => Ok(()),
        None => add(conn, work, "milestone", json!({"kind": kind.id(), "at": text})).await,
    }
}

async fn add(conn: &mut SqliteConnection, work: &Work<'_>, key: &'static str, row: Value) -> Result<()> {
    let Some(Kind::Rows(table, fields)) = find(key).map(|key| key.kind) else {
        return Err(Error::new("key.has_no_rows").with("key", key));
    };
    written::add(conn, work, table, fields, &row.to_string()).await.map(|_| ())
}

/// Awareness is determined: what was determined before is kept, and so are the candidates, which are milestones. An
/// instant that is no candidate yet becomes one.
async fn aware(conn: &mut SqliteConnection, work: &Work<'_>, text: &str) -> Result<()> {
    decide(conn, work, DeterminationKind::Awareness, text).await?;
    let determined = rows::of_case(conn, "determination", work.case_id).await?;
    let last = determined.iter().rev().find(|row| row.text("kind") == DeterminationKind::Awareness.id());
    let Some(at) = last.map(|row| row.moment("at")).transpose()?.flatten() else { return Ok(()) };
    let all = rows::of_case(conn, "milestone", work.case_id).await?;
    let candidates: Vec<Option<Moment>> = all.iter().map(|row| row.moment("at")).collect::<Result<_>>()?;
    if candidates.into_iter().flatten().any(|it| it.from == at.from && it.has_time()) {
        return Ok(());
    }
    add(conn, work, "milestone", json!({"kind": MilestoneKind::Confirmed.id(), "at": at.original})).await
}

/// A word, or an object with value, reason, by and party. What stands already is not determined again.
async fn decide(conn: &mut SqliteConnection, work: &Work<'_>, kind: DeterminationKind, text: &str) -> Result<()> {
    let mut row = if text.starts_with('{') { fields::object(text)? } else { Map::new() };
    if row.is_empty() {
        row.insert("value".into(), json!(text));
    }
    if row.len() == 1 {
        let stands = standing(conn, work, kind).await?.map(|row| row.text("value"));
        if stands.is_some() && stands.as_deref() == row.get("value").and_then(Value::as_str) {
            return Ok(());
        }
    }
    row.insert("kind".into(), json!(kind.id()));
    add(conn, work, "determination", Value::Object(row)).await
}

async fn reason(
    conn: &mut SqliteConnection,
    work: &Work<'_>,
    key: &Key,
    kind: DeterminationKind,
    text: &str,
) -> Result<()> {
    let stands = standing(conn, work, kind).await?;
    let row = stands.ok_or_else(|| Error::new("determination.missing").with("key", key.id))?;
    let value: Columns = vec![("reason".into(), if text.is_empty() { Value::Null } else { json!(text) })];
    written::set(conn, work, "determination", row.id(), value).await.map(|_| ())
}

/// What the case itself, not one party, has determined last.
async fn standing(conn: &mut SqliteConnection, work: &Work<'_>, kind: DeterminationKind) -> Result<Option<rows::Row>> {
    let all = rows::of_case(conn, "determination", work.case_id).await?;
    Ok(all.into_iter().rev().find(|row| {
        row.text("kind") == kind.id() && row.integer("party_id").is_none() && row.integer("superseded_by").is_none()
    }))
}
