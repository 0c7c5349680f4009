//! Accounts: listed by page, or visited one after the other.

use std::io::Write;
use std::path::Path;

use super::Session;
use crate::error::Result;
use crate::export::sheets::{self, Origin};
use crate::model::account::Account;
use crate::model::filter::Filter;
use crate::model::ids::CaseId;
use crate::store::{audit, listing};

/// A page of accounts, and how many there are in all.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct Listed {
    /// How many the filter finds.
    pub total: u64,
    /// The page.
    pub accounts: Vec<Account>,
}

/// A page of the accounts that a filter finds; `None`: of all.
///
/// # Errors
/// `filter.*` with the place; what the store refuses.
pub async fn list(session: &Session, case: CaseId, filter: Option<&str>, limit: u64, offset: u64) -> Result<Listed> {
    let filter = Filter::read(filter.unwrap_or_default())?;
    let mut reading = session.store.read().await?;
    let (total, accounts) = listing::accounts(&mut reading, case, &filter, limit, offset).await?;
    Ok(Listed { total, accounts })
}

/// Visits every account that a filter finds in the order they came in; says how many.
///
/// # Errors
/// As [`list`], and what the visitor refuses.
pub async fn visit(
    session: &Session,
    case: CaseId,
    filter: Option<&str>,
    visitor: impl FnMut(Account) -> Result<()>,
) -> Result<u64> {
    let filter = Filter::read(filter.unwrap_or_default())?;
    let mut reading = session.store.read().await?;
    listing::visit(&mut reading, case, &filter, visitor).await
}

/// Which part of a list is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Page {
    /// After so many.
    pub offset: u64,
    /// At most so many.
    pub limit: u64,
}

/// Which sheet is asked for.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    /// Which accounts; `None`: all.
    pub filter: Option<&'a str>,
    /// Which part of them.
    pub page: Page,
    /// A sheet's id.
    pub format: &'a str,
    /// Where it will be, for what is set aside meanwhile; `None`: beside the book.
    pub folder: Option<&'a Path>,
}

/// Writes the accounts that a filter finds as a sheet; says how many.
///
/// # Errors
/// `export.sheet_unknown`; as [`visit`]; what the writer refuses.
pub async fn sheet(session: &Session, case: CaseId, asked: &Asked<'_>, out: &mut dyn Write) -> Result<u64> {
    let Asked { filter, page, format, folder } = *asked;
    let sheet = sheets::find(format)?;
    let mut lines = (sheet.begin)(&origin(session, case).await?, folder.unwrap_or(session.store.folder()))?;
    let (mut seen, mut written) = (0, 0);
    visit(session, case, filter, |account| {
        seen += 1;
        if seen <= page.offset || written >= page.limit {
            return Ok(());
        }
        written += 1;
        lines.add(&account, out)
    })
    .await?;
    lines.end(out)?;
    Ok(written)
}

/// Where a list of a case comes from that is written now.
pub(super) async fn origin(session: &Session, case: CaseId) -> Result<Origin> {
    let log = audit::last_change(&mut *session.store.read().await?, case).await?;
    Ok(Origin { created: session.now, log })
}

/// The ending of a file of this format.
#[must_use]
pub fn ending(format: &str) -> Option<&'static str> {
    sheets::find(format).ok().map(|sheet| sheet.extension)
}
