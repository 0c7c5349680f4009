//! The numbers: facts, the number sheet, and adopting the computed number over a typed one.

use serde_json::json;

use super::Session;
use crate::error::Result;
use crate::lang::Phrases;
use crate::model::explain::Sheet;
use crate::model::facts::{Facts, Subject};
use crate::model::verb::Verb;
use crate::store::explain::Since;
use crate::store::{cases as stored_cases, entities, explain as sheets, facts as stored, typed_counts};

/// Every number of a case, as of now.
///
/// # Errors
/// `case.missing`; what SQLite refuses.
pub async fn facts(session: &Session, case: i64) -> Result<Facts> {
    let mut tx = session.store.read().await?;
    stored::read(&mut tx, case, session.now).await
}

/// What is known of a case, as of now: its numbers, and what is written down.
///
/// # Errors
/// `case.missing`; what SQLite refuses.
pub async fn subject(session: &Session, case: i64) -> Result<Subject> {
    let mut tx = session.store.read().await?;
    stored::subject(&mut tx, case, session.now).await
}

/// The number sheet of a case: each number with its rule, its files, what is not in it, why it changed since the last
/// export, and a text to copy.
///
/// # Errors
/// `case.missing`; what SQLite refuses.
pub async fn explain(session: &Session, case: i64, phrases: &Phrases) -> Result<Sheet> {
    let mut tx = session.store.read().await?;
    let facts = stored::read(&mut tx, case, session.now).await?;
    let zone = stored_cases::zone(&mut tx, case).await?;
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
pub async fn adopt_computed(session: &Session, case: i64, name: &str) -> Result<()> {
    let params = json!({"name": name});
    let mut deed = session.deed(case, Verb::CountAdopt, &params).await?;
    let id = deed.id();
    let (conn, work) = deed.parts();
    typed_counts::adopt_computed(conn, work, name).await?;
    let changed = entities::changed(conn, id).await?;
    deed.done(changed, &params).await
}
