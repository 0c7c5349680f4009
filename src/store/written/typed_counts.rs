//! Numbers typed in before any list exists (docs/model.md, rule 12): each supersedes the last of its name, and both stay.

use serde_json::json;
use sqlx::SqliteConnection;

use super::{editing, known_parties};
use crate::error::{Error, Result};
use crate::model::case::TypedCount;
use crate::model::count::Count;
use crate::model::ids::{CaseId, PartyId, TypedCountId};
use crate::model::party::Which;
use crate::model::subject;
use crate::store::entities::typed_count::{self, COMPUTED, TYPED_COUNT};
use crate::store::entities::work::Work;
use crate::store::entities::{fields, record};

/// A number to be typed in.
#[derive(Debug, Clone)]
pub struct Typing<'a> {
    /// What it counts.
    pub name: &'a str,
    /// The number.
    pub count: &'a Count,
    /// Where it comes from.
    pub source: Option<&'a str>,
    /// Whose it is; without one the case's.
    pub party: Option<&'a Which>,
}

/// Types a number in; says its id.
///
/// # Errors
/// `subject.unknown`; `count.too_large`; `count.unit` where the unit is not one of what is counted; `party.missing`,
/// `party.ambiguous`.
pub async fn set(conn: &mut SqliteConnection, work: &Work<'_>, typing: &Typing<'_>) -> Result<TypedCountId> {
    let (name, count) = (subject::read(typing.name)?, typing.count);
    if count.is_too_large() {
        return Err(count.too_large());
    }
    subject::fits(&name, count.unit)?;
    let party = party(conn, work, typing.party).await?;
    let mut values = vec![
        (typed_count::NAME.name, json!(name)),
        (typed_count::SOURCE.name, json!(typing.source)),
        (typed_count::PARTY.name, json!(party)),
    ];
    values.extend(fields::counted(count));
    editing::make(conn, work, &TYPED_COUNT, values).await.map(|id| TypedCountId::new(id.raw()))
}

async fn party(conn: &mut SqliteConnection, work: &Work<'_>, which: Option<&Which>) -> Result<Option<PartyId>> {
    let Some(which) = which else { return Ok(None) };
    known_parties::given(conn, work).await?.parties.find(which, &[]).map(|it| Some(it.id))
}

/// The number computed from the list takes the place of the typed one, which stays in the history (rule 12).
///
/// # Errors
/// `count.not_typed` where no typed count of this name stands.
pub async fn adopt_computed(
    conn: &mut SqliteConnection,
    work: &Work<'_>,
    name: &str,
    which: Option<&Which>,
) -> Result<()> {
    let party = party(conn, work, which).await?;
    let id = standing_id(conn, work, &subject::read(name)?, party).await?;
    let computed = vec![(typed_count::SUPERSEDED_BY.name, json!(COMPUTED))];
    editing::set(conn, work, &TYPED_COUNT, id, computed).await.map(drop)
}

/// A typed count that the list contradicts is kept, with a reason, as long as the list says this.
///
/// # Errors
/// `conflict.without_reason`.
pub async fn keep(
    conn: &mut SqliteConnection,
    work: &Work<'_>,
    typed: &TypedCount,
    over: &Count,
    reason: Option<&str>,
) -> Result<()> {
    let reason = reason.map(str::trim).filter(|it| !it.is_empty());
    let reason = reason.ok_or_else(|| Error::new("conflict.without_reason").with("name", &typed.name))?;
    let id = typed.id;
    let columns = vec![
        (typed_count::KEPT_OVER.name, json!(json!(over).to_string())),
        (typed_count::KEPT_REASON.name, json!(reason)),
    ];
    editing::set(conn, work, &TYPED_COUNT, id, columns).await.map(drop)
}

async fn standing_id(
    conn: &mut SqliteConnection,
    work: &Work<'_>,
    name: &str,
    party: Option<PartyId>,
) -> Result<TypedCountId> {
    let all = standing(conn, work.case_id).await?;
    let typed = all.into_iter().find(|it| it.name == name && it.party == party);
    typed.map(|it| it.id).ok_or_else(|| Error::new("count.not_typed").with("name", name))
}

/// The typed counts that stand, by name.
///
/// # Errors
/// What SQLite refuses.
pub async fn standing(conn: &mut SqliteConnection, case_id: CaseId) -> Result<Vec<TypedCount>> {
    let mut counts = history(conn, case_id).await?;
    counts.retain(|it| it.stands);
    counts.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(counts)
}

/// Every typed count, also what was superseded, in the order they were typed.
///
/// # Errors
/// What SQLite refuses.
pub async fn history(conn: &mut SqliteConnection, case_id: CaseId) -> Result<Vec<TypedCount>> {
    record::each(conn, &TYPED_COUNT, case_id, typed_count::read).await
}
