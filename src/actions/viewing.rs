//! A list of accounts as somebody looks at it: evaluated once into ids, read by page, written exactly as it is shown.

use std::io::Write;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

use super::Session;
use crate::error::{Error, Result};
use crate::export::sheets::{self, Head};
use crate::lang::Phrases;
use crate::model::account::Account;
use crate::model::filter::Filter;
use crate::model::ids::{AccountId, CaseId};
use crate::model::list::{Column, Order};
use crate::store::{filter_sql, listing, views};

/// Accounts read at a time while a list is written.
const AT_A_TIME: usize = 2_000;

/// What a filter finds, in an order; as the case was when it was evaluated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct View {
    /// The case.
    pub case: CaseId,
    /// The accounts.
    pub ids: Vec<AccountId>,
}

/// The first accounts that a filter finds, in the order they came in, and how many accounts the case has. With `enough`
/// set it ends with those that it has: where few are found, looking for all of them takes as long.
///
/// # Errors
/// `filter.*` with the place.
pub async fn first(
    session: &Session,
    case: CaseId,
    filter: &str,
    limit: u64,
    enough: &AtomicBool,
) -> Result<(Vec<Account>, u64)> {
    let filter = Filter::read(filter)?;
    let mut tx = session.store.read().await?;
    Ok((listing::first(&mut tx, case, &filter, limit, enough).await?, listing::all(&mut tx, case).await?))
}

/// Evaluates a filter, whole.
///
/// # Errors
/// `filter.*` with the place; `cancelled`.
pub async fn view(
    session: &Session,
    case: CaseId,
    filter: &str,
    order: Option<Order>,
    cancel: &AtomicBool,
) -> Result<View> {
    let filter = Filter::read(filter)?;
    let mut tx = session.store.read().await?;
    let condition = filter_sql::compile(&mut tx, case, &filter).await?;
    let ids = match order {
        Some(order) => views::ordered(&mut tx, case, &condition, order, cancel).await?,
        None => {
            let mut beside = session.store.read_beside().await?;
            views::ids(&mut tx, beside.as_deref_mut(), case, &condition, cancel).await?
        }
    };
    Ok(View { case, ids })
}

/// These accounts, in the order they are named in.
///
/// # Errors
/// What the store refuses.
pub async fn rows(session: &Session, case: CaseId, ids: &[AccountId]) -> Result<Vec<Account>> {
    listing::these(&mut *session.store.read().await?, case, ids).await
}

/// These accounts of a case, in this order.
#[derive(Debug, Clone, Copy)]
pub struct These<'a> {
    /// The case.
    pub case: CaseId,
    /// The accounts.
    pub ids: &'a [AccountId],
}

/// How a list is written.
pub struct Written<'a> {
    /// Which columns, in which order.
    pub columns: &'a [Column],
    /// In whose language.
    pub phrases: &'a Phrases,
    /// A sheet's id.
    pub format: &'a str,
    /// Where it will be, for what is set aside meanwhile; `None`: beside the book.
    pub folder: Option<&'a Path>,
}

/// Writes accounts as they are shown.
///
/// # Errors
/// `export.sheet_unknown`, `cancelled`; what the writer refuses.
pub async fn write(
    session: &Session,
    These { case, ids }: These<'_>,
    how: &Written<'_>,
    (cancel, progress): (&AtomicBool, &(dyn Fn(u64) + Sync)),
    out: &mut dyn Write,
) -> Result<u64> {
    let sheet = sheets::find(how.format)?;
    let head = Head::of(how.columns, how.phrases);
    let origin = super::accounts::origin(session, case).await?;
    let mut table = (sheet.table)(&origin, how.folder.unwrap_or(session.store.folder()), &head)?;
    let mut written = 0;
    for some in ids.chunks(AT_A_TIME) {
        for account in rows(session, case, some).await? {
            table.add(&sheets::shown(&account, how.columns, how.phrases), out)?;
            written += 1;
        }
        if cancel.load(Ordering::Relaxed) {
            return Err(Error::new("cancelled"));
        }
        progress(written);
    }
    table.end(out)?;
    Ok(written)
}

/// Accounts as they are shown, as text that a spreadsheet takes: tabs between cells, a row a line.
///
/// # Errors
/// What the store refuses.
pub async fn text(
    session: &Session,
    These { case, ids }: These<'_>,
    columns: &[Column],
    phrases: &Phrases,
) -> Result<String> {
    let mut text = sheets::tabbed(&Head::of(columns, phrases).names);
    for some in ids.chunks(AT_A_TIME) {
        for account in rows(session, case, some).await? {
            text.push_str(&sheets::tabbed(&sheets::shown(&account, columns, phrases)));
        }
    }
    Ok(text)
}
