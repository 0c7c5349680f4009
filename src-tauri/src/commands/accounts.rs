//! Accounts: looked at by filter and order, read by page, one of them closely.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use breachbook::actions::inspecting::{self, Inspected};
use breachbook::actions::suggesting::{self, Suggestions};
use breachbook::actions::viewing;
use breachbook::error::{Error, Result};
use breachbook::model::account::Account;
use breachbook::model::ids::{AccountId, CaseId};
use breachbook::model::list::Order;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Call;
use crate::desk::Looking;

/// The work of evaluating a filter: a newer one takes the place of the one before.
const VIEW: &str = "accounts.view";

/// What is found within this time is shown before the rest; a person takes a tenth of a second for at once.
const AT_ONCE: Duration = Duration::from_millis(60);

/// Which accounts, first.
#[derive(Debug, Deserialize, TS)]
#[ts(rename = "AccountsFirst")]
pub struct AskedFirst {
    /// The case.
    pub case: CaseId,
    /// In the filter language.
    pub filter: String,
    /// At most so many.
    pub limit: u64,
}

/// The first accounts that a filter finds.
#[derive(Debug, Serialize, TS)]
#[ts(rename = "AccountsFound")]
pub struct First {
    /// They.
    pub accounts: Vec<Account>,
    /// How many accounts the case has.
    pub all: u64,
}

/// The first accounts that a filter finds, while all of them are still being looked for: those found at once.
pub async fn first(call: &Call, asked: AskedFirst) -> Result<First> {
    let session = call.desk.open().await?;
    let enough = Arc::new(AtomicBool::new(false));
    let told = Arc::clone(&enough);
    let timer = tokio::spawn(async move {
        tokio::time::sleep(AT_ONCE).await;
        told.store(true, Ordering::Relaxed);
    });
    let found = viewing::first(&session, asked.case, &asked.filter, asked.limit, &enough).await;
    timer.abort();
    let (accounts, all) = found?;
    Ok(First { accounts, all })
}

/// A list to evaluate.
#[derive(Debug, Deserialize, TS)]
#[ts(rename = "ViewAsked")]
pub struct AskedView {
    /// The case.
    pub case: CaseId,
    /// In the filter language.
    pub filter: String,
    /// `null`: as they came in.
    pub order: Option<Order>,
    /// An account whose place in the list is wanted.
    pub find: Option<AccountId>,
}

/// A list that was evaluated and is kept.
#[derive(Debug, Serialize, TS)]
pub struct Viewed {
    /// Its number, by which pages of it are asked for.
    pub view: u32,
    /// How many accounts it holds.
    pub total: u64,
    /// Where the wanted account stands in it.
    pub at: Option<u64>,
}

/// Evaluates a list and keeps it in place of the one before.
pub async fn view(call: &Call, asked: AskedView) -> Result<Viewed> {
    call.desk.cancel(VIEW);
    let cancel = call.desk.begin(VIEW);
    let session = call.desk.open().await?;
    let view = viewing::view(&session, asked.case, &asked.filter, asked.order, &cancel).await?;
    let at = asked.find.and_then(|id| view.ids.iter().position(|it| *it == id));
    let total = view.ids.len() as u64;
    let looking = Looking { view, filter: asked.filter };
    Ok(Viewed { view: call.desk.look(looking), total, at: at.map(|it| it as u64) })
}

/// A part of a list.
#[derive(Debug, Deserialize, TS)]
#[ts(rename = "ViewPart")]
pub struct Part {
    /// The list.
    pub view: u32,
    /// After so many.
    pub from: usize,
    /// So many.
    pub count: usize,
}

/// The list of this number, where no newer one has taken its place.
pub(super) fn looking(call: &Call, view: u32) -> Result<Arc<Looking>> {
    call.desk.looking(view).ok_or_else(|| Error::new("window.view_gone"))
}

fn part(looking: &Looking, part: &Part) -> Vec<AccountId> {
    looking.view.ids.iter().skip(part.from).take(part.count).copied().collect()
}

/// A page of a list.
pub async fn rows(call: &Call, asked: Part) -> Result<Vec<Account>> {
    let looking = looking(call, asked.view)?;
    let session = call.desk.open().await?;
    viewing::rows(&session, looking.view.case, &part(&looking, &asked)).await
}

/// The ids of a part of a list.
pub async fn ids(call: &Call, asked: Part) -> Result<Vec<AccountId>> {
    Ok(part(&*looking(call, asked.view)?, &asked))
}

/// A filter as it is being typed.
#[derive(Debug, Deserialize, TS)]
#[ts(rename = "FilterTyped")]
pub struct Typed {
    /// The case.
    pub case: CaseId,
    /// The text.
    pub text: String,
    /// Characters before the cursor.
    pub cursor: usize,
}

/// What could be typed next.
pub async fn suggest(call: &Call, typed: Typed) -> Result<Suggestions> {
    let session = call.desk.open().await?;
    suggesting::suggest(&session, typed.case, &typed.text, typed.cursor).await
}

/// One account.
#[derive(Debug, Deserialize, TS)]
#[ts(rename = "OneAccount")]
pub struct One {
    /// The case.
    pub case: CaseId,
    /// Its id.
    pub account: AccountId,
}

/// One account, whole.
pub async fn inspect(call: &Call, one: One) -> Result<Inspected> {
    let session = call.desk.open().await?;
    inspecting::inspect(&session, one.case, one.account).await
}
