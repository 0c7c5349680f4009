//! Single answers: what `case set` sets by a key, of the case or of a party. What is a determination or a milestone becomes one.

use serde_json::{Map, Value, json};
use sqlx::SqliteConnection;

use super::editing;
use super::{days, known_parties, parties};
use crate::error::{Error, Result};
use crate::model::case::{Determination, Milestone};
use crate::model::ids::{PartyId, Under};
use crate::model::keys::{Home, Key, Kind};
use crate::model::moment::{Moment, Period};
use crate::model::party::{AnswerOwner, Owner, Which};
use crate::model::words::{DeterminationKind, MilestoneKind};
use crate::model::zone;
use crate::store::entities::answer::{self, ANSWER};
use crate::store::entities::determination::{self, DETERMINATION};
use crate::store::entities::milestone::{self, MILESTONE};
use crate::store::entities::party::PARTY;
use crate::store::entities::work::Work;
use crate::store::entities::{case, fields, record};

/// Sets a key, of the party that is named; an empty value clears it.
///
/// # Errors
/// `setting.cannot_be_empty`, `key.of_the_case`, `zone.unknown`, and what the kind refuses.
pub async fn set(
    conn: &mut SqliteConnection,
    work: &mut Work<'_>,
    key: &'static Key,
    value: &Value,
    party: Option<&Which>,
) -> Result<()> {
    let text = if value.is_null() { String::new() } else { typed(key, value)? };
    if text.is_empty() && (key.kind.must_be() || key.home == Home::Case) {
        return Err(Error::new("setting.cannot_be_empty").with("key", key.id));
    }
    if party.is_some() && matches!(key.home, Home::Case | Home::MainParty) {
        return Err(Error::new("key.of_the_case").with("key", key.id));
    }
    match key.kind {
        Kind::Zone => zone_of_case(conn, work, &text).await,
        Kind::Milestone(kind) => the_milestone(conn, work, kind, &text, party).await,
        Kind::Awareness(kind) => aware(conn, work, kind, value, party).await,
        Kind::Decision(kind, _) => decide(conn, work, kind, value, party).await.map(drop),
        Kind::Reason(kind) => reason(conn, work, key, (kind, &text), party).await,
        Kind::Party => main_party(conn, work, key, value).await,
        Kind::Rows => Err(Error::new("key.has_rows").with("key", key.id)),
        Kind::Text | Kind::Period | Kind::Word(_) | Kind::Words(_) => at_home(conn, work, key, &text, party).await,
    }
}

async fn main_party(conn: &mut SqliteConnection, work: &Work<'_>, key: &Key, value: &Value) -> Result<()> {
    let which = fields::which(key.id, value)?;
    let id = known_parties::of_case(conn, work.case_id).await?.find(&which, &[])?.id;
    parties::becomes_main(conn, work, id).await
}

/// A value as it is typed; only what is decided may be an object.
fn typed(key: &Key, value: &Value) -> Result<String> {
    match (value, key.kind) {
        (Value::String(text), _) => Ok(text.trim().to_owned()),
        (Value::Number(_) | Value::Bool(_), _) => Ok(value.to_string()),
        (Value::Object(_), Kind::Awareness(_) | Kind::Decision(..)) => Ok(value.to_string()),
        _ => Err(Error::new("field.unusable").with("field", key.id).with("value", value)),
    }
}

async fn at_home(
    conn: &mut SqliteConnection,
    work: &Work<'_>,
    key: &Key,
    text: &str,
    party: Option<&Which>,
) -> Result<()> {
    let value = if text.is_empty() { None } else { Some(value(key, text, work)?) };
    match (key.home, party) {
        (Home::Case, _) => editing::set_case(conn, work, vec![(case::TITLE.name, json!(value))]).await.map(drop),
        (Home::MainParty, _) => parties::name_main(conn, work, text).await,
        (Home::Party(column), _) => of_party(conn, work, column, value, party).await,
        (Home::Answer(AnswerOwner::Case), None) => {
            answer(conn, work, (AnswerOwner::Case, work.case_id.raw()), key.id, value).await
        }
        (Home::Answer(_), _) => {
            let Some(id) = said_of(conn, work, value.is_none(), party).await? else { return Ok(()) };
            answer(conn, work, (AnswerOwner::Party, id.raw()), key.id, value).await
        }
        (Home::Rows, _) => Err(Error::new("key.has_rows").with("key", key.id)),
    }
}

async fn zone_of_case(conn: &mut SqliteConnection, work: &mut Work<'_>, text: &str) -> Result<()> {
    work.zone = zone::read(text)?;
    let name = zone::name(&work.zone).to_owned();
    editing::set_case(conn, work, vec![(case::ZONE.name, json!(name))]).await?;
    days::recount(conn, Under { case_id: work.case_id, deed_id: work.deed_id }, &work.zone).await
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

/// The party that something is said of. To clear what nobody has said makes no party.
async fn said_of(
    conn: &mut SqliteConnection,
    work: &Work<'_>,
    clears: bool,
    party: Option<&Which>,
) -> Result<Option<PartyId>> {
    if clears && party.is_none() && known_parties::of_case(conn, work.case_id).await?.all.is_empty() {
        return Ok(None);
    }
    parties::meant(conn, work, party).await.map(Some)
}

async fn of_party(
    conn: &mut SqliteConnection,
    work: &Work<'_>,
    column: &'static str,
    value: Option<String>,
    party: Option<&Which>,
) -> Result<()> {
    let Some(id) = said_of(conn, work, value.is_none(), party).await? else { return Ok(()) };
    editing::set(conn, work, &PARTY, id, vec![(PARTY.field(column)?.name, json!(value))]).await.map(drop)
}

async fn answer(
    conn: &mut SqliteConnection,
    work: &Work<'_>,
    (owner, id): (AnswerOwner, i64),
    key: &str,
    value: Option<String>,
) -> Result<()> {
    let there = record::of_case(conn, &ANSWER, work.case_id).await?.into_iter().find_map(|row| {
        let found = answer::read(&row).ok()?;
        (found.owner == owner && found.of == id && found.key == key).then_some(row)
    });
    let row_id = there.map(|row| row.id(crate::model::ids::RowId::new)).transpose()?;
    match (row_id, value) {
        (Some(row), Some(value)) => {
            editing::set(conn, work, &ANSWER, row, vec![(answer::VALUE.name, json!(value))]).await.map(drop)
        }
        (Some(row), None) => record::remove(conn, work.deed_id, &ANSWER, row).await.map(drop),
        (None, Some(value)) => {
            let values = vec![
                (answer::OWNER_KIND.name, json!(owner)),
                (answer::OWNER_ID.name, json!(id)),
                (answer::KEY.name, json!(key)),
                (answer::VALUE.name, json!(value)),
            ];
            editing::make(conn, work, &ANSWER, values).await.map(drop)
        }
        (None, None) => Ok(()),
    }
}

/// The one milestone of a kind that is this party's, or nobody's in particular: set, moved, or removed.
async fn the_milestone(
    conn: &mut SqliteConnection,
    work: &Work<'_>,
    kind: MilestoneKind,
    text: &str,
    party: Option<&Which>,
) -> Result<()> {
    let party = match party {
        Some(which) => Some(parties::meant(conn, work, Some(which)).await?),
        None => None,
    };
    let mut there = record::each(conn, &MILESTONE, work.case_id, milestone::read).await?;
    there.retain(|it| it.kind == kind && it.party == party);
    match there.as_slice() {
        [] if text.is_empty() => Ok(()),
        [] => add_milestone(conn, work, kind, text, party).await,
        [one] if text.is_empty() => editing::remove(conn, work, &MILESTONE, one.id.into()).await,
        [one] => {
            let at = fields::moment(&Moment::read(text, &work.zone)?)?;
            editing::set(conn, work, &MILESTONE, one.id, vec![(milestone::AT.name, json!(at))]).await.map(drop)
        }
        several => Err(several_milestones(kind, several)),
    }
}

fn several_milestones(kind: MilestoneKind, several: &[Milestone]) -> Error {
    let ids: Vec<String> = several.iter().map(|it| it.id.to_string()).collect();
    Error::new("milestone.several").with("kind", kind).with("ids", ids.join(", "))
}

async fn add_milestone(
    conn: &mut SqliteConnection,
    work: &Work<'_>,
    kind: MilestoneKind,
    text: &str,
    party: Option<PartyId>,
) -> Result<()> {
    let mut said = Map::new();
    said.insert(milestone::KIND.field.into(), json!(kind));
    said.insert(milestone::AT.field.into(), json!(text));
    said.insert(milestone::PARTY.field.into(), json!(party));
    editing::add(conn, work, &MILESTONE, said).await.map(drop)
}

/// Awareness is determined: what was determined before is kept, and so are the candidates, which are milestones. An
/// instant that is no candidate yet becomes one.
async fn aware(
    conn: &mut SqliteConnection,
    work: &Work<'_>,
    kind: DeterminationKind,
    value: &Value,
    party: Option<&Which>,
) -> Result<()> {
    let Decided { party, value, alone } = decide(conn, work, kind, value, party).await?;
    if kind != DeterminationKind::Awareness {
        return Ok(());
    }
    let at = Moment::read(&value, &work.zone)?;
    let steps = record::each(conn, &MILESTONE, work.case_id, milestone::read).await?;
    let is_candidate =
        |it: &Milestone| it.at.from == at.from && it.at.has_time() && it.party.is_none_or(|whose| whose == party);
    if steps.iter().any(is_candidate) {
        return Ok(());
    }
    // With one party, whose step it is goes without saying.
    add_milestone(conn, work, MilestoneKind::Confirmed, &at.original, (!alone).then_some(party)).await
}

/// What was decided, by whom.
struct Decided {
    party: PartyId,
    value: String,
    /// The case has no other party.
    alone: bool,
}

/// A word, or an object with value, reason, by, advice and party. What stands already is not determined again.
async fn decide(
    conn: &mut SqliteConnection,
    work: &Work<'_>,
    kind: DeterminationKind,
    value: &Value,
    party: Option<&Which>,
) -> Result<Decided> {
    let mut said = match value {
        Value::Object(said) => said.clone(),
        plain => [(determination::VALUE.field.to_owned(), plain.clone())].into_iter().collect(),
    };
    let named = said.remove(determination::PARTY.field).filter(|it| !it.is_null());
    let named = named.map(|it| fields::which(determination::PARTY.field, &it)).transpose()?;
    let party = parties::determining(conn, work, kind, named.as_ref().or(party)).await?;
    let all = known_parties::of_case(conn, work.case_id).await?;
    let value = said.get(determination::VALUE.field).and_then(Value::as_str).unwrap_or_default().to_owned();
    let stands = standing(conn, work, kind, all.owner(party, kind)).await?;
    if said.len() > 1 || stands.is_none_or(|it| it.value != value) {
        said.insert(determination::KIND.field.into(), json!(kind));
        said.insert(determination::PARTY.field.into(), json!(party));
        editing::add(conn, work, &DETERMINATION, said).await?;
    }
    Ok(Decided { party, value, alone: all.all.len() == 1 })
}

/// Another reason is another determination of the same value, by whoever gives it. One that this very deed has made takes it.
async fn reason(
    conn: &mut SqliteConnection,
    work: &Work<'_>,
    key: &Key,
    (kind, text): (DeterminationKind, &str),
    party: Option<&Which>,
) -> Result<()> {
    let missing = || Error::new("determination.missing").with("key", key.id);
    let parties = known_parties::of_case(conn, work.case_id).await?;
    let party = match party {
        Some(which) => parties.determining(which, kind)?.id,
        None => parties.main.ok_or_else(missing)?,
    };
    let stands = standing(conn, work, kind, parties.owner(party, kind)).await?.ok_or_else(missing)?;
    let reason = if text.is_empty() { Value::Null } else { json!(text) };
    if json!(stands.reason) == reason {
        return Ok(());
    }
    if is_being_made(conn, work, &stands).await? {
        return editing::set(conn, work, &DETERMINATION, stands.id, vec![(determination::REASON.name, reason)])
            .await
            .map(drop);
    }
    let said = [
        (determination::KIND.field, json!(kind)),
        (determination::VALUE.field, json!(stands.value)),
        (determination::REASON.field, reason),
        (determination::PARTY.field, json!(party)),
    ];
    let said = said.into_iter().map(|(field, value)| (field.to_owned(), value)).collect();
    editing::add(conn, work, &DETERMINATION, said).await.map(drop)
}

async fn is_being_made(conn: &mut SqliteConnection, work: &Work<'_>, it: &Determination) -> Result<bool> {
    let made =
        "SELECT EXISTS (SELECT 1 FROM entity_change WHERE deed_id = ? AND kind = ? AND id = ? AND before IS NULL)";
    Ok(sqlx::query_scalar(made).bind(work.deed_id).bind(DETERMINATION.table).bind(it.id).fetch_one(conn).await?)
}

/// What stands of a kind for its owner.
async fn standing(
    conn: &mut SqliteConnection,
    work: &Work<'_>,
    kind: DeterminationKind,
    owner: Owner,
) -> Result<Option<Determination>> {
    let all = record::each(conn, &DETERMINATION, work.case_id, determination::read).await?;
    Ok(all.into_iter().find(|it| it.kind == kind && it.superseded_by.is_none() && it.owner() == Some(owner)))
}
