//! Cases: listed, opened, shown whole, written down about.

use breachbook::actions::contradicting::{self, Number};
use breachbook::actions::written::{self, CountSaid, Written};
use breachbook::actions::{cases, facts};
use breachbook::error::Result;
use breachbook::model::case::{Case, CaseFile};
use breachbook::model::count::Count;
use breachbook::model::facts::{Facts, Subject};
use breachbook::model::ids::{CaseId, TypedCountId};
use breachbook::model::keys::KeyRow;
use breachbook::model::moment::Moment;
use breachbook::model::party::Which;
use breachbook::model::pending::{self, Pending};
use breachbook::model::setting::Setting;
use breachbook::model::words::DeterminationKind;
use breachbook::store::undo::Next;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

use super::Call;

/// A case as the list of a book shows it.
#[derive(Debug, Serialize, TS)]
#[ts(rename = "ListedCase")]
pub struct Listed {
    /// The case.
    #[serde(flatten)]
    pub case: Case,
    /// How many accounts.
    pub accounts: Count,
    /// Since when somebody is aware; `null`: nobody has determined it.
    pub aware: Option<Moment>,
}

/// All cases of the book.
pub async fn list(call: &Call, (): ()) -> Result<Vec<Listed>> {
    let session = call.desk.open().await?;
    let mut listed = Vec::new();
    for case in cases::list(&session).await? {
        let Subject { facts, file } = facts::subject(&session, case.id).await?;
        let aware = file.determined(DeterminationKind::Awareness).and_then(|it| it.at.clone());
        listed.push(Listed { accounts: facts.accounts.count, aware, case });
    }
    Ok(listed)
}

/// A case to open; times as they are written.
#[derive(Debug, Deserialize, TS)]
pub struct NewCase {
    /// What people call it.
    pub title: String,
    /// The controller's name.
    pub controller: Option<String>,
    /// `FROM..TO`.
    pub occurred: Option<String>,
    /// Since when something is suspected: a time, a day, a month or a year.
    pub detected: Option<String>,
    /// An IANA zone.
    pub zone: Option<String>,
}

/// Opens a case; says its id.
pub async fn new(call: &Call, new: NewCase) -> Result<CaseId> {
    let session = call.desk.open().await?;
    let NewCase { title, controller, occurred, detected, zone } = new;
    let new = cases::NewCase { title, controller, occurred, detected, zone, ..cases::NewCase::default() };
    cases::new(&session, &new).await
}

/// A case.
#[derive(Debug, Deserialize, TS)]
#[ts(rename = "OfCase")]
pub struct Of {
    /// Its id.
    pub case: CaseId,
}

/// A case, whole: its numbers, what is written down, what undo would do.
#[derive(Debug, Serialize, TS)]
pub struct Overview {
    /// Every number.
    pub facts: Facts,
    /// What is written down.
    pub file: CaseFile,
    /// Everything that is open, the most pressing first.
    pub pending: Vec<Pending>,
    /// What undo and redo would do.
    pub next: Next,
}

/// A case, whole.
pub async fn overview(call: &Call, of: Of) -> Result<Overview> {
    let session = call.desk.open().await?;
    let subject = facts::subject(&session, of.case).await?;
    let (pending, next) = (pending::of(&subject), session.next(of.case).await?);
    let Subject { facts, file } = subject;
    Ok(Overview { facts, file, pending, next })
}

/// What is to be set of a case.
#[derive(Debug, Deserialize, TS)]
#[ts(rename = "CaseSettings")]
pub struct Settings {
    /// The case.
    pub case: CaseId,
    /// What is asked, in order.
    pub settings: Vec<Setting>,
}

/// Sets what is known, all of it or nothing.
pub async fn set(call: &Call, asked: Settings) -> Result<cases::Set> {
    let session = call.desk.open().await?;
    cases::set(&session, asked.case, &asked.settings).await
}

/// Every key that can be set, with its type and its words.
pub async fn keys(_call: &Call, (): ()) -> Result<Vec<KeyRow>> {
    Ok(cases::keys())
}

/// What is written down, row by row and field by field, and the numbers typed in.
pub async fn written(call: &Call, of: Of) -> Result<Written> {
    let session = call.desk.open().await?;
    written::read(&session, of.case).await
}

/// A number to type in.
#[derive(Debug, Deserialize, TS)]
pub struct CountToType {
    /// The case.
    pub case: CaseId,
    /// What is counted: `accounts`, `persons.owner` …
    pub name: String,
    /// The number, as a row's count is written.
    #[ts(type = "Record<string, unknown>")]
    pub count: Value,
    /// Where it comes from.
    pub source: Option<String>,
    /// Whose it is; `null`: the case's.
    pub party: Option<Which>,
}

/// Types a number in; says its id.
pub async fn set_count(call: &Call, asked: CountToType) -> Result<TypedCountId> {
    let session = call.desk.open().await?;
    let CountToType { case, name, count, source, party } = asked;
    written::set_count(&session, case, &CountSaid { name, count, source, party }).await
}

/// A number that was typed in.
#[derive(Debug, Deserialize, TS)]
pub struct CountByName {
    /// The case.
    pub case: CaseId,
    /// What is counted.
    pub name: String,
    /// Whose it is; `null`: the case's.
    pub party: Option<Which>,
}

/// A number that was typed in, and why it is kept although the list says another.
#[derive(Debug, Deserialize, TS)]
pub struct CountToKeep {
    /// The case.
    pub case: CaseId,
    /// What is counted, or the id of the typed number.
    pub name: String,
    /// Why.
    pub reason: String,
}

/// Keeps a typed number over the list's.
pub async fn keep_count(call: &Call, asked: CountToKeep) -> Result<()> {
    let session = call.desk.open().await?;
    let reason = Some(asked.reason.as_str());
    contradicting::adopt(&session, asked.case, &asked.name, Number::Typed, reason).await.map(drop)
}

/// The computed number takes the place of the one typed in.
pub async fn adopt_count(call: &Call, of: CountByName) -> Result<()> {
    let session = call.desk.open().await?;
    facts::adopt_computed(&session, of.case, &of.name, of.party.as_ref()).await
}
