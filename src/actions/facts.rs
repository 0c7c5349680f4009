//! The numbers: facts of a case and of its parties, the number sheet, and adopting the computed number over a typed one.

use serde::Serialize;
use serde_json::json;

use super::Session;
use crate::error::Result;
use crate::lang::Phrases;
use crate::model::case::LogHead;
use crate::model::explain::{FileUsed, Number, RowCauses, Sheet, TableRule};
use crate::model::facts::{Facts, PartyNumbers, Subject, Whose};
use crate::model::ids::CaseId;
use crate::model::moment::Moment;
use crate::model::verb::Verb;
use crate::store::as_of::{self, Then};
use crate::store::explain::Since;
use crate::store::{cases as stored_cases, entities, explain as sheets, facts as stored, typed_counts};

/// Every number of a case, as of now.
///
/// # Errors
/// `case.missing`; what SQLite refuses.
pub async fn facts(session: &Session, case: CaseId) -> Result<Facts> {
    let mut tx = session.store.read().await?;
    stored::read(&mut tx, case, session.now).await
}

/// Every number of a case, as it was after the last deed that was done by a time. A day, a month or a year means its end. Of
/// which accounts contradictions were open then nobody has kept, so parties have none.
///
/// # Errors
/// `time.unreadable` and the like; `facts.before_case` where the case was not there yet.
pub async fn facts_as_of(session: &Session, case: CaseId, at: &str) -> Result<Facts> {
    let mut tx = session.store.read().await?;
    let at = Moment::read(at, &stored_cases::zone(&mut tx, case).await?)?.until;
    let deed = as_of::last_deed(&mut tx, case, at).await?;
    let mut then = Then::after(&mut tx, case, deed).await?;
    stored::read(&mut then.conn, case, at).await
}

/// Every number of one of its parties, as of now: the party's id, or its organisation's name.
///
/// # Errors
/// `case.missing`, `party.unknown`, `party.ambiguous`; what SQLite refuses.
pub async fn of_party(session: &Session, case: CaseId, party: &str) -> Result<Facts> {
    let mut tx = session.store.read().await?;
    let whose = stored::named(&mut tx, case, party).await?;
    stored::of(&mut tx, case, whose, session.now).await
}

/// The numbers of all parties of a case, beside each other. They do not add up to the case's.
///
/// # Errors
/// `case.missing`; what SQLite refuses.
pub async fn of_parties(session: &Session, case: CaseId) -> Result<Vec<PartyNumbers>> {
    let mut tx = session.store.read().await?;
    stored::of_parties(&mut tx, case).await
}

/// What is known of a case, as of now: its numbers, and what is written down.
///
/// # Errors
/// `case.missing`; what SQLite refuses.
pub async fn subject(session: &Session, case: CaseId) -> Result<Subject> {
    let mut tx = session.store.read().await?;
    stored::subject(&mut tx, case, session.now).await
}

/// Numbers with what there is to say of each.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Explained {
    /// Every number.
    #[serde(flatten)]
    pub facts: Facts,
    /// The main numbers, each with its rule, its files, what is not in it, why it changed since the last export, and a text
    /// to copy.
    pub numbers: Vec<Number>,
    /// The tables, each with the rule its rows are counted by.
    pub tables: Vec<TableRule>,
    /// What the numbers were read from.
    pub files: Vec<FileUsed>,
    /// Countries, regions, organisations and parties whose accounts changed since the last export, each with its causes; of a
    /// whole case.
    pub changes: Vec<RowCauses>,
    /// The entry of the log that they rest on: that of the case's last deed that changed something.
    pub log: Option<LogHead>,
}

/// Every number of a case with what there is to say of it: facts, and beside them the number sheet. Of a party, where one is
/// named.
///
/// # Errors
/// `case.missing`, `party.unknown`, `party.ambiguous`; what SQLite refuses.
pub async fn explain(session: &Session, case: CaseId, party: Option<&str>, phrases: &Phrases) -> Result<Explained> {
    let mut tx = session.store.read().await?;
    let whose = match party {
        Some(party) => stored::named(&mut tx, case, party).await?,
        None => Whose::Case,
    };
    let facts = stored::of(&mut tx, case, whose, session.now).await?;
    let zone = stored_cases::zone(&mut tx, case).await?;
    let is_whole = facts.scope.as_ref().is_none_or(|scope| scope.whole_case);
    let Sheet { mut numbers, tables, files, log, .. } = match is_whole {
        true => sheets::sheet(&mut tx, &facts, Since::LastExport).await?,
        false => sheets::sheet_of(&mut tx, &facts, whose).await?,
    };
    for number in &mut numbers {
        number.text = Some(phrases.number_text(number, facts.as_of, &zone));
    }
    let changes = if is_whole { sheets::changes(&mut tx, case).await? } else { Vec::new() };
    Ok(Explained { facts, numbers, tables, files, changes, log })
}

/// The number computed from the list takes the place of the one typed in under this name; both stay in the history.
///
/// # Errors
/// `count.not_typed`, `subject.unknown`.
pub async fn adopt_computed(session: &Session, case: CaseId, name: &str) -> Result<()> {
    let params = json!({"name": name});
    let mut deed = session.deed(case, Verb::CountAdopt, &params).await?;
    let id = deed.id();
    let (conn, work) = deed.parts();
    typed_counts::adopt_computed(conn, work, name).await?;
    let changed = entities::changed(conn, id).await?;
    deed.done(changed, &params).await
}
