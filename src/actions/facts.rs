//! The numbers: facts of a case and of its parties, the number sheet, and adopting the computed number over a typed one.

use jiff::Timestamp;
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
use crate::model::party::Which;
use crate::model::verb::Verb;
use crate::store::Connection;
use crate::store::as_of::{self, AsOf};
use crate::store::entities::record;
use crate::store::explain::Since;
use crate::store::{cases as stored_cases, explain as sheets, facts as stored, typed_counts};

/// Every number of a case, as of now.
///
/// # Errors
/// `case.missing`; what SQLite refuses.
pub async fn facts(session: &Session, case: CaseId) -> Result<Facts> {
    let mut tx = session.store.read().await?;
    stored::read(&mut tx, case, session.now).await
}

/// Whose numbers are asked for, and as of when.
#[derive(Debug, Clone, Copy, Default)]
pub struct Asked<'a> {
    /// One party's, by its id or its organisation's name, or an organisation's and all below it; `None`: the case's.
    pub party: Option<&'a str>,
    /// As they were after the last deed that was done by a time; a day, a month or a year means its end. `None`: as they are.
    pub as_of: Option<&'a str>,
}

/// Every number that is asked for. A party is meant as it was then, by the name that it had.
///
/// # Errors
/// `case.missing`, `party.missing`, `party.ambiguous`; `time.unreadable` and the like; `facts.before_case` where the case was not
/// there yet.
pub async fn numbers(session: &Session, case: CaseId, asked: Asked<'_>) -> Result<Facts> {
    let mut tx = session.store.read().await?;
    let (mut read, at) = as_asked(session, &mut tx, case, asked.as_of).await?;
    let whose = whose(read.conn(), case, asked.party).await?;
    stored::of(read.conn(), case, whose, at).await
}

/// The case as it is asked for, and the time that its facts speak of.
async fn as_asked<'t>(
    session: &Session,
    tx: &'t mut Connection,
    case: CaseId,
    as_of: Option<&str>,
) -> Result<(AsOf<'t>, Timestamp)> {
    let Some(at) = as_of else { return Ok((AsOf::now(tx), session.now)) };
    let at = Moment::read(at, &stored_cases::zone(tx, case).await?)?.until;
    let deed = as_of::last_deed(tx, case, at).await?;
    Ok((AsOf::after(tx, case, deed).await?, at))
}

async fn whose(conn: &mut Connection, case: CaseId, party: Option<&str>) -> Result<Whose> {
    match party {
        Some(party) => stored::named(conn, case, party).await,
        None => Ok(Whose::Case),
    }
}

/// The numbers of all parties of a case, beside each other. They do not add up to the case's.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct OfParties {
    /// The time that they speak of.
    pub as_of: Timestamp,
    /// Each, in their order.
    pub parties: Vec<PartyNumbers>,
    /// Never: who has accounts at two clients counts for both.
    pub additive: bool,
}

/// The numbers of all parties of a case, as they are or as they were after the last deed that was done by a time.
///
/// # Errors
/// As [`numbers`].
pub async fn of_parties(session: &Session, case: CaseId, as_of: Option<&str>) -> Result<OfParties> {
    let mut tx = session.store.read().await?;
    let (mut read, as_of) = as_asked(session, &mut tx, case, as_of).await?;
    Ok(OfParties { as_of, parties: stored::of_parties(read.conn(), case).await?, additive: false })
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

/// Every number that is asked for with what there is to say of it: facts, and beside them the number sheet. Of an earlier time,
/// the imports that stood then, and the last export that had left the house by then.
///
/// # Errors
/// As [`numbers`].
pub async fn explain(session: &Session, case: CaseId, asked: Asked<'_>, phrases: &Phrases) -> Result<Explained> {
    let mut tx = session.store.read().await?;
    let (mut read, at) = as_asked(session, &mut tx, case, asked.as_of).await?;
    let whose = whose(read.conn(), case, asked.party).await?;
    let facts = stored::of(read.conn(), case, whose, at).await?;
    let zone = stored_cases::zone(read.conn(), case).await?;
    let is_whole = facts.scope.as_ref().is_none_or(|scope| scope.whole_case);
    let Sheet { mut numbers, tables, files, log, .. } = match is_whole {
        true => sheets::sheet(&mut read, &facts, Since::LastExport).await?,
        false => sheets::sheet_of(&mut read, &facts, whose).await?,
    };
    for number in &mut numbers {
        number.text = Some(phrases.number_text(number, facts.as_of, &zone));
    }
    let changes = if is_whole { sheets::changes(&mut read, case).await? } else { Vec::new() };
    Ok(Explained { facts, numbers, tables, files, changes, log })
}

/// The number computed from the list takes the place of the one typed in under this name; both stay in the history.
///
/// # Errors
/// `count.not_typed`, `subject.unknown`, `party.missing`, `party.ambiguous`.
pub async fn adopt_computed(session: &Session, case: CaseId, name: &str, party: Option<&Which>) -> Result<()> {
    let params = json!({"name": name, "party": party});
    let mut deed = session.deed(case, Verb::CountAdopt, &params).await?;
    let id = deed.id();
    let (conn, work) = deed.parts();
    typed_counts::adopt_computed(conn, work, name, party).await?;
    let changed = record::changed(conn, id).await?;
    deed.done(changed, &params).await
}
