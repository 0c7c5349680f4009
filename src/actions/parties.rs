//! The parties of a case: who is added, listed, changed, taken out, and whose case it is.

use serde::Serialize;
use serde_json::{Map, Value, json};

use super::Session;
use crate::error::Result;
use crate::model::case::{CaseFile, Determination, Milestone};
use crate::model::ids::{CaseId, PartyId};
use crate::model::party::{Party, Which};
use crate::model::verb::Verb;
use crate::model::words::DeterminationKind;
use crate::store::editing;
use crate::store::entities::party::PARTY;
use crate::store::entities::record;
use crate::store::{cases, parties};

/// A party with what is its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct PartyWhole {
    /// The party.
    #[serde(flatten)]
    pub party: Party,
    /// It is its case.
    pub main: bool,
    /// What stands of what it, or of awareness its legal entity, has determined.
    pub determined: Vec<Determination>,
    /// Its own steps.
    pub milestones: Vec<Milestone>,
}

/// Each party with what is its own.
#[must_use]
pub fn whole(file: &CaseFile) -> Vec<PartyWhole> {
    let determined = |party: &Party| {
        DeterminationKind::ALL.iter().filter_map(|kind| file.determined_by(party.id, *kind).cloned()).collect()
    };
    let own = |party: &Party| file.milestones.iter().filter(|it| it.party == Some(party.id)).cloned().collect();
    file.parties
        .iter()
        .map(|party| PartyWhole {
            main: file.case.main_party == Some(party.id),
            determined: determined(party),
            milestones: own(party),
            party: party.clone(),
        })
        .collect()
}

/// The parties of a case, each with what is its own.
///
/// # Errors
/// `case.missing`.
pub async fn list(session: &Session, case: CaseId) -> Result<Vec<PartyWhole>> {
    Ok(whole(&cases::file(&mut *session.store.read().await?, case).await?))
}

/// What is said of a party: its fields, and whether it is its case.
#[derive(Debug, Clone, Default)]
pub struct Said {
    /// By the names of `case keys`.
    pub fields: Map<String, Value>,
    /// It is its case.
    pub main: bool,
}

/// Adds a party; says its id. One that is there already learns what is said of it beside.
///
/// # Errors
/// `field.missing`, `node.ambiguous`, `country.unknown`, `party.missing`, `party.ambiguous`, `party.twice`.
pub async fn add(session: &Session, case: CaseId, said: &Said) -> Result<PartyId> {
    let params = Value::Object(said.fields.clone());
    let mut deed = session.deed(case, Verb::PartyAdd, &params).await?;
    let deed_id = deed.id();
    let (conn, work) = deed.parts();
    let id = parties::add(conn, work, said.fields.clone()).await?;
    if said.main {
        parties::becomes_main(conn, work, id).await?;
    }
    let changed = record::changed(conn, deed_id).await?;
    deed.done_if_changed(changed, &params).await?;
    Ok(id)
}

/// What changing a party did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct PartySet {
    /// The party.
    pub party: PartyId,
    /// How many rows differ afterwards.
    pub changed: u64,
}

/// Changes what is said of a party; an empty value clears it.
///
/// # Errors
/// `party.missing`, `party.ambiguous`, `field.missing`, `party.twice`, and what a field refuses.
pub async fn set(session: &Session, case: CaseId, which: &Which, said: &Said) -> Result<PartySet> {
    let params = json!({"party": which, "fields": said.fields, "main": said.main});
    let mut deed = session.deed(case, Verb::PartySet, &params).await?;
    let deed_id = deed.id();
    let (conn, work) = deed.parts();
    let id = parties::meant(conn, work, Some(which)).await?;
    let fields: Vec<(&str, &Value)> = said.fields.iter().map(|(field, value)| (field.as_str(), value)).collect();
    editing::change(conn, work, &PARTY, id.into(), &fields).await?;
    if said.main {
        parties::becomes_main(conn, work, id).await?;
    }
    let changed = record::changed(conn, deed_id).await?;
    deed.done_if_changed(changed, &params).await?;
    Ok(PartySet { party: id, changed })
}

/// Takes a party out of the case; says its id.
///
/// # Errors
/// `party.missing`, `party.ambiguous`; `row.in_use` where something is said of it.
pub async fn remove(session: &Session, case: CaseId, which: &Which) -> Result<PartyId> {
    let params = json!({"party": which});
    let mut deed = session.deed(case, Verb::PartyRemove, &params).await?;
    let (conn, work) = deed.parts();
    let id = parties::meant(conn, work, Some(which)).await?;
    editing::remove(conn, work, &PARTY, id.into()).await?;
    deed.done(1, &params).await?;
    Ok(id)
}
