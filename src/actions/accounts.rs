//! Accounts: listed by page, or visited one after the other.

use super::Session;
use crate::error::Result;
use crate::model::account::Account;
use crate::model::filter::Filter;
use crate::store::accounts;

/// A page of accounts, and how many there are in all.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
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
pub async fn list(session: &Session, case: i64, filter: Option<&str>, limit: u64, offset: u64) -> Result<Listed> {
    let filter = Filter::read(filter.unwrap_or_default())?;
    let mut reading = session.store.read().await?;
    let (total, accounts) = accounts::accounts(&mut reading, case, &filter, limit, offset).await?;
    Ok(Listed { total, accounts })
}

/// Visits every account that a filter finds in the order they came in; says how many.
///
/// # Errors
/// As [`list`], and what the visitor refuses.
pub async fn visit(
    session: &Session,
    case: i64,
    filter: Option<&str>,
    visitor: impl FnMut(Account) -> Result<()>,
) -> Result<u64> {
    let filter = Filter::read(filter.unwrap_or_default())?;
    let mut reading = session.store.read().await?;
    accounts::visit(&mut reading, case, &filter, visitor).await
}
