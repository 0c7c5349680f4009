//! Accounts: listed by page.

use breachbook::actions::accounts::{self, Listed};
use breachbook::error::Result;
use serde::Deserialize;
use ts_rs::TS;

use super::Call;

/// Which accounts.
#[derive(Debug, Deserialize, TS)]
#[ts(rename = "AccountsAsked")]
pub struct Asked {
    /// The case.
    pub case: i64,
    /// In the filter language; `null`: all.
    pub filter: Option<String>,
    /// At most so many.
    pub limit: u64,
    /// After so many.
    pub offset: u64,
}

/// A page of the accounts that a filter finds.
pub async fn list(call: &Call, asked: Asked) -> Result<Listed> {
    let session = call.desk.open().await?;
    accounts::list(&session, asked.case, asked.filter.as_deref(), asked.limit, asked.offset).await
}
