//! Cases and what is written down about them: `case new`, `list`, `show`, `set`, `keys`, `party add`, `count set`.

use serde::Serialize;
use serde_json::{Value, json};

use super::Session;
use crate::error::Result;
use crate::model::case::{Case, CaseFile, Sample};
use crate::model::count::Count;
use crate::model::ids::{CaseId, PartyId, RowId, TypedCountId};
use crate::model::keys::{self, Asked, KeyRow, Kind};
use crate::model::setting::Setting;
use crate::model::verb::Verb;
use crate::model::words::Role;
use crate::store::written::{self, Change, Work};
use crate::store::{Connection, answers, cases, entities, typed_counts};

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
}

/// Opens a case; says its id.
///
/// # Errors
/// `case.without_title`, and what a key refuses.
pub async fn new(session: &Session, new: &NewCase) -> Result<CaseId> {
    let params = json!({"title": new.title});
    let mut deed = session.first_deed(&new.title, new.sample, &params).await?;
    let (conn, work) = deed.parts();
    // The zone first: the times after it are meant in it.
    for (key, value) in [
        ("zone", &new.zone),
        ("controller", &new.controller),
        ("occurred", &new.occurred),
        ("detected", &new.detected),
        ("aware", &new.aware),
    ] {
        if let (Some(key), Some(value)) = (keys::find(key), value) {
            answers::set(conn, work, key, value).await?;
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

/// Every key with its type; its meaning is the phrase `key-<key>`.
#[must_use]
pub fn keys() -> Vec<KeyRow> {
    keys::rows()
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
/// `setting.unreadable`, `key.unknown`, and what a key refuses, each naming it.
pub async fn set(session: &Session, case: CaseId, settings: &[String]) -> Result<Set> {
    let asked: Vec<Setting> = settings.iter().map(|text| Setting::read(text)).collect::<Result<_>>()?;
    let params = json!({"keys": asked.iter().map(|it| it.key.id).collect::<Vec<_>>()});
    let mut deed = session.deed(case, Verb::CaseSet, &params).await?;
    let id = deed.id();
    let (conn, work) = deed.parts();
    let mut added = Vec::new();
    for setting in asked {
        let key = setting.key.id;
        let done = apply(conn, work, setting).await;
        // A refusal of a field names the field; which key it was asked of stands beside.
        added.extend(
            done.map_err(|refusal| if refusal.args.contains_key("key") { refusal } else { refusal.with("key", key) })?,
        );
    }
    let changed = entities::changed(conn, id).await?;
    deed.done_if_changed(changed, &json!({"settings": settings})).await?;
    Ok(Set { case, changed, added })
}

async fn apply(conn: &mut Connection, work: &mut Work<'_>, setting: Setting) -> Result<Option<RowId>> {
    let Kind::Rows(table, fields) = setting.key.kind else {
        let Asked::Set(value) = setting.asked else { return Ok(None) };
        return answers::set(conn, work, setting.key, &value).await.map(|()| None);
    };
    match setting.asked {
        Asked::Add(json) => written::add(conn, work, table, fields, &json).await.map(Some),
        Asked::Remove(id) => written::remove(conn, work, table, id).await.map(|()| None),
        Asked::Change(id, field, value) => {
            written::change(conn, work, table, fields, Change { id, field: &field, text: &value }).await.map(|()| None)
        }
        Asked::Set(_) => Ok(None),
    }
}

/// A party to be added; organisations by name or path.
#[derive(Debug, Clone)]
pub struct NewParty {
    /// Its part.
    pub role: Role,
    /// Its organisation; made where it is not there.
    pub organisation: String,
    /// On whose behalf.
    pub on_behalf_of: Option<String>,
    /// ISO country, perhaps with subdivision.
    pub established: Option<String>,
    /// The main establishment.
    pub main_establishment: bool,
    /// A public body.
    pub public_body: Option<bool>,
    /// Its sector.
    pub sector: Option<String>,
    /// Its data protection officer, with telephone.
    pub dpo: Option<String>,
    /// Its own reference.
    pub reference: Option<String>,
}

impl NewParty {
    fn row(&self) -> Value {
        json!({
            "role": self.role, "organisation": self.organisation, "on_behalf_of": self.on_behalf_of,
            "established": self.established, "main_establishment": self.main_establishment,
            "public_body": self.public_body, "sector": self.sector, "dpo": self.dpo, "reference": self.reference,
        })
    }
}

/// Adds a party; says its id.
///
/// # Errors
/// `node.ambiguous`, `country.unknown`.
pub async fn add_party(session: &Session, case: CaseId, party: &NewParty) -> Result<PartyId> {
    let params = json!({"role": party.role, "organisation": party.organisation});
    let mut deed = session.deed(case, Verb::PartyAdd, &params).await?;
    let deed_id = deed.id();
    let (conn, work) = deed.parts();
    let Some(Kind::Rows(table, fields)) = keys::find("party").map(|key| key.kind) else {
        return Err(crate::error::Error::new("key.unknown").with("key", "party"));
    };
    let id = written::add(conn, work, table, fields, &party.row().to_string()).await?;
    let changed = entities::changed(conn, deed_id).await?;
    deed.done(changed, &params).await?;
    Ok(PartyId::of_row(id))
}

/// Types a number in, without any list; says its id.
///
/// # Errors
/// `subject.unknown`, `count.unit`.
pub async fn set_count(
    session: &Session,
    case: CaseId,
    name: &str,
    count: &Count,
    source: Option<&str>,
) -> Result<TypedCountId> {
    let params = json!({"name": name, "count": count, "source": source});
    let mut deed = session.deed(case, Verb::CountSet, &params).await?;
    let (conn, work) = deed.parts();
    let id = typed_counts::set(conn, work, name, count, source).await?;
    deed.done(1, &params).await?;
    Ok(id)
}
