//! Cases and what is written down about them: `case new`, `list`, `show`, `set`, `keys`, `count set`.

use serde::Serialize;
use serde_json::{Map, Value, json};

use super::Session;
use super::parties::PartyWhole;
use crate::error::{Error, Result};
use crate::model::case::{Case, CaseFile, Sample};
use crate::model::ids::{CaseId, RowId, TypedCountId};
use crate::model::keys::{self, Key, KeyRow};
use crate::model::pending::{self, Pending};
use crate::model::setting::Setting;
use crate::model::verb::Verb;
use crate::store::editing;
use crate::store::entities::entity::{Entity, Made};
use crate::store::entities::of_key;
use crate::store::entities::record;
use crate::store::entities::work::Work;
use crate::store::typed_counts::Typing;
use crate::store::{Connection, answers, cases, parties, typed_counts, which_case};

/// What a case is opened with; times as they are written.
#[derive(Debug, Clone, Default)]
pub struct NewCase {
    /// What people call it.
    pub title: String,
    /// The controller's name.
    pub controller: Option<String>,
    /// `FROM..TO`.
    pub occurred: Option<String>,
    /// A time, a day, a month or a year.
    pub detected: Option<String>,
    /// A time with a zone.
    pub aware: Option<String>,
    /// An IANA zone; else UTC.
    pub zone: Option<String>,
    /// It is a sample, and says so.
    pub sample: Option<Sample>,
    /// Which sample it is.
    pub sample_name: Option<String>,
}

/// Opens a case; says its id.
///
/// # Errors
/// `case.without_title`, and what a key refuses.
pub async fn new(session: &Session, new: &NewCase) -> Result<CaseId> {
    let params = json!({"title": new.title});
    let mut deed = session.first_deed(&new.title, new.sample, &params).await?;
    let (conn, work) = deed.parts();
    // First of all: what is recorded of the case afterwards holds it.
    if let Some(name) = &new.sample_name {
        which_case::name_sample(conn, work.case_id, name).await?;
    }
    // The zone first: the times after it are meant in it.
    for (key, value) in [
        ("zone", &new.zone),
        ("controller", &new.controller),
        ("occurred", &new.occurred),
        ("detected", &new.detected),
        ("aware", &new.aware),
    ] {
        if let Some(value) = value {
            answers::set(conn, work, keys::find(key)?, &json!(value), None).await?;
        }
    }
    let case = deed.case();
    deed.done(1, &params).await?;
    Ok(case)
}

/// All cases of the book.
///
/// # Errors
/// What the store refuses.
pub async fn list(session: &Session) -> Result<Vec<Case>> {
    cases::list(&mut *session.store.read().await?).await
}

/// Everything written down about a case.
///
/// # Errors
/// `case.missing`.
pub async fn show(session: &Session, case: CaseId) -> Result<CaseFile> {
    cases::file(&mut *session.store.read().await?, case).await
}

/// A case whole, and of each party what is its own.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Shown {
    /// The case.
    #[serde(flatten)]
    pub file: CaseFile,
    /// Of each party what it has determined, and its steps.
    pub by_party: Vec<PartyWhole>,
    /// Everything that is open, as reports and the window say it.
    pub open: Vec<Pending>,
}

/// A case whole, and of each party what is its own.
///
/// # Errors
/// `case.missing`.
pub async fn shown(session: &Session, case: CaseId) -> Result<Shown> {
    let subject = super::facts::subject(session, case).await?;
    let (by_party, open) = (super::parties::whole(&subject.file), pending::of(&subject));
    Ok(Shown { by_party, open, file: subject.file })
}

/// Every key with its type and whose it is; its meaning is the phrase `key-<key>`.
#[must_use]
pub fn keys() -> Vec<KeyRow> {
    keys::rows(|key| of_key(key).map(Entity::listed).unwrap_or_default())
}

/// What a setting did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Set {
    /// The case.
    pub case: CaseId,
    /// How many rows differ afterwards.
    pub changed: u64,
    /// The ids of rows that were added, in the order asked.
    pub added: Vec<RowId>,
}

/// Sets what is known, all of it or nothing.
///
/// # Errors
/// `key.unknown`, and what a key refuses, each naming it.
pub async fn set(session: &Session, case: CaseId, settings: &[Setting]) -> Result<Set> {
    let keys: Vec<&'static Key> = settings.iter().map(Setting::known).collect::<Result<_>>()?;
    let params = json!({"keys": keys.iter().map(|it| it.id).collect::<Vec<_>>()});
    let mut deed = session.deed(case, Verb::CaseSet, &params).await?;
    let id = deed.id();
    let (conn, work) = deed.parts();
    let mut added = Vec::new();
    let mut keys = keys.into_iter();
    // Fields of one row that are asked for together are changed together.
    for asked in settings.chunk_by(Setting::changes_the_row_of) {
        let Some(key) = keys.by_ref().take(asked.len()).last() else { break };
        let done = apply(conn, work, key, asked).await;
        // A refusal of a field names the field; which key it was asked of stands beside.
        added.extend(done.map_err(|refusal| refusal.or_with("key", key.id))?);
    }
    let changed = record::changed(conn, id).await?;
    deed.done_if_changed(changed, &json!({"settings": settings})).await?;
    Ok(Set { case, changed, added })
}

async fn apply(
    conn: &mut Connection,
    work: &mut Work<'_>,
    key: &'static Key,
    asked: &[Setting],
) -> Result<Option<RowId>> {
    let rows = || of_key(key.id).ok_or_else(|| Error::new("key.has_no_rows").with("key", key.id));
    let Some(first) = asked.first() else { return Ok(None) };
    match first {
        Setting::Set { value, party, .. } => answers::set(conn, work, key, value, party.as_ref()).await.map(|()| None),
        Setting::Add { row, .. } => add(conn, work, rows()?, row.clone()).await.map(Some),
        Setting::Remove { id, .. } => editing::remove(conn, work, rows()?, *id).await.map(|()| None),
        Setting::Change { id, .. } => {
            let fields: Vec<(&str, &Value)> = asked.iter().filter_map(Setting::field).collect();
            editing::change(conn, work, rows()?, *id, &fields).await.map(|()| None)
        }
    }
}

async fn add(
    conn: &mut Connection,
    work: &Work<'_>,
    entity: &'static Entity,
    row: Map<String, Value>,
) -> Result<RowId> {
    match entity.made {
        Made::AsRows => editing::add(conn, work, entity, row).await,
        Made::AsParties => parties::add(conn, work, row).await.map(RowId::from),
        Made::Elsewhere => Err(Error::new("row.made_elsewhere").with("key", entity.key)),
    }
}

/// Types a number in, without any list; says its id.
///
/// # Errors
/// `subject.unknown`, `count.unit`, `party.missing`, `party.ambiguous`.
pub async fn set_count(session: &Session, case: CaseId, typing: &Typing<'_>) -> Result<TypedCountId> {
    let params = json!({
        "name": typing.name, "count": typing.count, "source": typing.source, "party": typing.party,
    });
    let mut deed = session.deed(case, Verb::CountSet, &params).await?;
    let (conn, work) = deed.parts();
    let id = typed_counts::set(conn, work, typing).await?;
    deed.done(1, &params).await?;
    Ok(id)
}
