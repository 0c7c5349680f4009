//! Numbers typed in before any list exists (domain.md, rule 12): each supersedes the last of its name, and both stay.

use serde_json::json;
use sqlx::SqliteConnection;

use super::rows::{self, Row};
use super::written::{self, Work};
use super::{entities, fields};
use crate::error::{Error, Result};
use crate::model::case::TypedCount;
use crate::model::count::Count;
use crate::model::ids::{CaseId, RowId, TypedCountId};
use crate::model::words::{Standing, Unit};

/// `superseded_by` of a typed count whose place the computed one has taken.
const COMPUTED: i64 = -1;

/// Types a number in; says its id.
///
/// # Errors
/// `subject.unknown`; `count.too_large`; `count.unit` where the unit is not one of what is counted.
pub async fn set(
    conn: &mut SqliteConnection,
    work: &Work<'_>,
    name: &str,
    count: &Count,
    source: Option<&str>,
) -> Result<TypedCountId> {
    let name = fields::subject(name)?;
    if count.is_too_large() {
        return Err(fields::too_large(count));
    }
    let own = fields::unit_of(&name);
    let fits = count.unit == own || (own == Unit::Record && is_of_records(count.unit));
    if !fits {
        return Err(Error::new("count.unit").with("name", name).with("unit", count.unit));
    }
    let id = written::next_id(conn, "typed_count").await?;
    let mut row = json!({
        "id": id, "case_id": work.case_id, "name": name, "standing": Standing::Own, "source": source,
        "who": work.act.who.name, "at": work.act.at.to_string(),
    });
    if let Some(row) = row.as_object_mut() {
        row.extend(fields::count_columns(count, true));
    }
    entities::put(conn, "typed_count", id, Some(&row.to_string())).await?;
    entities::made(conn, work.deed_id, "typed_count", id).await?;
    supersede(conn, work, &name, id).await?;
    Ok(TypedCountId::of_row(id))
}

/// Units that records come in.
const fn is_of_records(unit: Unit) -> bool {
    match unit {
        Unit::Email | Unit::File | Unit::DatabaseRow | Unit::Paper | Unit::Login | Unit::Record => true,
        Unit::Account | Unit::Person | Unit::Organisation => false,
    }
}

async fn supersede(conn: &mut SqliteConnection, work: &Work<'_>, name: &str, by: RowId) -> Result<()> {
    let others: Vec<RowId> = sqlx::query_scalar(
        "SELECT id FROM typed_count WHERE case_id = ? AND name = ? AND superseded_by IS NULL AND id <> ?",
    )
    .bind(work.case_id)
    .bind(name)
    .bind(by)
    .fetch_all(&mut *conn)
    .await?;
    for other in others {
        written::set(conn, work, "typed_count", other, vec![("superseded_by".into(), json!(by))]).await?;
    }
    Ok(())
}

/// The number computed from the list takes the place of the typed one, which stays in the history (rule 12).
///
/// # Errors
/// `count.not_typed` where no typed count of this name stands.
pub async fn adopt_computed(conn: &mut SqliteConnection, work: &Work<'_>, name: &str) -> Result<()> {
    let name = fields::subject(name)?;
    let standing: Option<RowId> = sqlx::query_scalar(
        "SELECT id FROM typed_count WHERE case_id = ? AND name = ? AND superseded_by IS NULL ORDER BY id DESC LIMIT 1",
    )
    .bind(work.case_id)
    .bind(&name)
    .fetch_optional(&mut *conn)
    .await?;
    let id = standing.ok_or_else(|| Error::new("count.not_typed").with("name", &name))?;
    written::set(conn, work, "typed_count", id, vec![("superseded_by".into(), json!(COMPUTED))]).await.map(|_| ())
}

/// The typed counts that stand, by name.
///
/// # Errors
/// What SQLite refuses.
pub async fn standing(conn: &mut SqliteConnection, case_id: CaseId) -> Result<Vec<TypedCount>> {
    let rows = rows::of_case(conn, "typed_count", case_id).await?;
    let mut counts: Vec<TypedCount> =
        rows.iter().filter(|row| row.integer("superseded_by").is_none()).map(read).collect::<Result<_>>()?;
    counts.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(counts)
}

/// Every typed count, also what was superseded, in the order they were typed.
///
/// # Errors
/// What SQLite refuses.
pub async fn history(conn: &mut SqliteConnection, case_id: CaseId) -> Result<Vec<TypedCount>> {
    rows::of_case(conn, "typed_count", case_id).await?.iter().map(read).collect()
}

/// A typed count, and what became of it.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct TypedEntry {
    /// What was typed.
    #[serde(flatten)]
    pub typed: TypedCount,
    /// Nothing has taken its place.
    pub stands: bool,
    /// The number computed from the list has taken its place.
    pub computed: bool,
}

/// Every typed count with what became of it, in the order they were typed.
///
/// # Errors
/// What SQLite refuses.
pub async fn entries(conn: &mut SqliteConnection, case_id: CaseId) -> Result<Vec<TypedEntry>> {
    let entry = |row: &Row| {
        let by = row.integer("superseded_by");
        Ok(TypedEntry { typed: read(row)?, stands: by.is_none(), computed: by == Some(COMPUTED) })
    };
    rows::of_case(conn, "typed_count", case_id).await?.iter().map(entry).collect()
}

fn read(row: &Row) -> Result<TypedCount> {
    Ok(TypedCount {
        name: row.text("name"),
        count: row.count()?,
        source: row.maybe("source"),
        standing: row.word("standing")?,
        at: row.instant("at")?,
        by: row.text("who"),
    })
}
