//! The log: read by page, checked, written out; undone back to one of its deeds.

use std::sync::atomic::Ordering;

use breachbook::actions::audit_trail;
use breachbook::error::Result;
use breachbook::model::ids::{CaseId, DeedId};
use breachbook::store::audit::Chain;
use breachbook::store::changes::RowChange;
use breachbook::store::journal::{Asked, JournalPage};
use breachbook::store::verify::Verified;
use breachbook::world::outgoing::{self, with_ending};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Call, Progress};
use crate::chooser::{Ask, ChosenFile};

/// A page of the log, the newest entries first.
pub async fn page(call: &Call, asked: Asked) -> Result<JournalPage> {
    let session = call.desk.open().await?;
    audit_trail::page(&session, &asked).await
}

/// A deed of the log.
#[derive(Debug, Deserialize, TS)]
#[ts(rename = "JournalDeed")]
pub struct OfDeed {
    /// Its id.
    pub deed: DeedId,
}

/// What a deed changed of what is written down.
pub async fn changes(call: &Call, of: OfDeed) -> Result<Vec<RowChange>> {
    let session = call.desk.open().await?;
    audit_trail::changes(&session, of.deed).await
}

/// Walks the chain of the whole log.
pub async fn chain(call: &Call, (): ()) -> Result<Chain> {
    let session = call.desk.open().await?;
    audit_trail::chain(&session).await
}

/// Work that can be cancelled under a name.
#[derive(Debug, Deserialize, TS)]
#[ts(rename = "VerifyAsked")]
pub struct Verifying {
    /// The name.
    pub work: String,
}

/// Looks through the whole book.
pub async fn verify(call: &Call, asked: Verifying) -> Result<Verified> {
    let cancel = call.desk.begin(&asked.work);
    let session = call.desk.open().await?;
    audit_trail::verify_until(&session, &cancel).await
}

/// What to write out of the log.
#[derive(Debug, Deserialize, TS)]
#[ts(rename = "JournalOf")]
pub struct Of {
    /// Of this case; `null`: of the whole book.
    pub case: Option<CaseId>,
}

/// Asks where to, and writes the log there as CSV. `null`: the dialog was closed.
pub async fn csv(call: &Call, of: Of) -> Result<Option<ChosenFile>> {
    let phrases = call.desk.phrases();
    let name = Some(format!("{}.csv", phrases.say("log-file")));
    let ask = Ask { title: phrases.say("log-place"), name, endings: Some((phrases.say("log-csv"), vec!["csv"])) };
    let Some(place) = call.desk.chooser.write(ask).await.into_iter().next() else { return Ok(None) };
    let chosen = with_ending(place, "csv");
    let target = call.desk.target(&chosen).await?;
    let session = call.desk.open().await?;
    outgoing::put(target, &audit_trail::csv(&session, of.case).await?)?;
    Ok(Some(call.desk.chosen.keep(chosen.0)))
}

/// How far to undo.
#[derive(Debug, Deserialize, TS)]
pub struct UndoTo {
    /// The case.
    pub case: CaseId,
    /// Up to and including this deed.
    pub deed: DeedId,
    /// The name to cancel it by.
    pub work: String,
}

/// What was undone.
#[derive(Debug, Serialize, TS)]
pub struct UndoneTo {
    /// How many deeds.
    pub deeds: u64,
    /// How many values and rows were put back.
    pub changed: u64,
    /// How many were left.
    pub left: u64,
}

/// Takes back every deed up to and including one.
pub async fn undo_to(call: &Call, to: UndoTo) -> Result<UndoneTo> {
    let cancel = call.desk.begin(&to.work);
    let session = call.desk.open().await?;
    let mut told = |done| {
        (call.progress)(Progress { done, of: None });
        !cancel.load(Ordering::Relaxed)
    };
    let done = session.undo_to(to.case, to.deed, &mut told).await?;
    let sum = |of: fn(&breachbook::store::undo::Undone) -> u64| done.iter().map(of).sum();
    Ok(UndoneTo { deeds: done.len() as u64, changed: sum(|it| it.changed), left: sum(|it| it.left) })
}
