//! A report from a case to its bytes: composed, searched for people it must not name, set. It records nothing.

use jiff::Timestamp;

use super::Order;
use super::nameless::Search;
use crate::error::{Result, Warning};
use crate::export::{self, sheets};
use crate::lang::Phrases;
use crate::model::facts::{Facts, Subject};
use crate::model::ids::CaseId;
use crate::store::as_of::AsOf;
use crate::store::explain::{self, Since};
use crate::store::exports::{self, Version};
use crate::store::{Connection, audit, facts as stored, listing};
use crate::templates::{self, Brief, Template, small_cells};

/// A report as bytes, and what a record of it says.
pub(super) struct Made {
    pub(super) template: String,
    pub(super) language: String,
    pub(super) format: &'static str,
    pub(super) version: u64,
    /// The headline numbers that it speaks of.
    pub(super) numbers: String,
    pub(super) pages: u64,
    pub(super) warnings: Vec<Warning>,
    pub(super) bytes: Vec<u8>,
}

/// Makes a report that speaks of a case at this time.
///
/// # Errors
/// As [`super::report`].
pub(super) async fn make(tx: &mut Connection, case: CaseId, order: &Order, now: Timestamp) -> Result<Made> {
    let (template, format) = (templates::find(&order.template)?, export::find(&order.format)?);
    let phrases = Phrases::of(&order.language)?;
    let mut subject = stored::subject(tx, case, now).await?;
    let numbers = explain::numbers(tx, case).await?;
    let mut brief = brief(tx, &subject, template, order.names).await?;
    let version = brief.version;
    let searched = match order.names {
        true => None,
        false => Some(Search::begin(tx, &mut subject, &mut brief, &phrases).await?),
    };
    let name = template.name(brief.form.as_ref());
    let mut document = template.written(&subject, &brief, &phrases)?;
    if template.needs.annex {
        document.attachments.push(sheets::annex(&document, &phrases)?);
    }
    // 100,000 accounts stand in the document now; nobody asks for them again.
    drop(brief);
    let mut bytes = Vec::new();
    searched.iter().try_for_each(|search| search.document(&document, &phrases))?;
    let done = (format.write)(&document, &mut bytes)?;
    searched.iter().try_for_each(|search| search.texts(&(format.read)(&bytes)?, &phrases))?;
    Ok(Made {
        template: name,
        language: phrases.language().to_owned(),
        format: format.id,
        version,
        numbers,
        pages: u64::from(done.pages),
        warnings: warnings(&subject.facts, order.names, done.unshown.len() as u64),
        bytes,
    })
}

/// What the reader of the file should know: numbers so small that they may point to a person where nobody is named;
/// characters that no face could show.
fn warnings(facts: &Facts, names: bool, unshown: u64) -> Vec<Warning> {
    let small = if names { 0 } else { small_cells::count(facts) };
    let all = [("report.small_cells", small), ("report.unshown", unshown)];
    all.into_iter().filter(|(_, n)| *n > 0).map(|(code, n)| Warning::new(code).with("n", n)).collect()
}

async fn brief(conn: &mut Connection, subject: &Subject, template: &Template, names: bool) -> Result<Brief> {
    let case = subject.file.case.id;
    let Version { number: version, previous } = exports::version(conn, case, &template.name(None)).await?;
    Ok(Brief {
        names,
        version,
        previous,
        log: audit::last_change(conn, case).await?,
        accounts: if names && template.needs.accounts { listing::listed(conn, case).await? } else { Vec::new() },
        sheet: match template.needs.sheet {
            true => Some(explain::sheet(&mut AsOf::now(conn), &subject.facts, Since::PreviousVersion).await?),
            false => None,
        },
        // No order names one before forms are read.
        form: None,
        program: concat!("Breachbook ", env!("CARGO_PKG_VERSION")).to_owned(),
    })
}
