//! The numbers: facts, the number sheet, and adopting the computed number over a typed one.

use jiff::tz::TimeZone;
use serde_json::json;

use super::Session;
use crate::error::Result;
use crate::lang::Phrases;
use crate::model::explain::Sheet;
use crate::model::facts::Facts;
use crate::model::ids::CaseId;
use crate::model::moment::Moment;
use crate::model::verb::Verb;
use crate::store::as_of::{self, Then};
use crate::store::explain::Since;
use crate::store::{cases, entities, explain as sheets, facts as stored, typed_counts};

/// Every number of a case, as of now.
///
/// # Errors
/// `case.missing`; what SQLite refuses.
pub async fn facts(session: &Session, case: CaseId) -> Result<Facts> {
    let mut tx = session.store.read().await?;
    stored::read(&mut tx, case, session.now).await
}

/// Every number of a case, as it was after the last deed that was done by a time. A day, a month or a year means its end.
///
/// # Errors
/// `time.unreadable` and the like; `facts.before_case` where the case was not there yet.
pub async fn facts_as_of(session: &Session, case: CaseId, at: &str) -> Result<Facts> {
    let mut tx = session.store.read().await?;
    let at = Moment::read(at, &cases::zone(&mut tx, case).await?)?.until;
    let deed = as_of::last_deed(&mut tx, case, at).await?;
    let mut then = Then::after(&mut tx, case, deed).await?;
    stored::read(&mut then.conn, case, at).await
}

/// The number sheet of a case: each number with its rule, its files, what is not in it, why it changed since the last
/// export, and a text to copy.
///
/// # Errors
/// `case.missing`; what SQLite refuses.
pub async fn explain(session: &Session, case: CaseId, phrases: &Phrases) -> Result<Sheet> {
    let mut tx = session.store.read().await?;
    let facts = stored::read(&mut tx, case, session.now).await?;
    let zone = TimeZone::get(&facts.case.case.zone).unwrap_or(TimeZone::UTC);
    let mut sheet = sheets::sheet(&mut tx, &facts, Since::LastExport).await?;
    for number in &mut sheet.numbers {
        number.text = Some(phrases.number_text(number, facts.as_of, &zone));
    }
    Ok(sheet)
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
