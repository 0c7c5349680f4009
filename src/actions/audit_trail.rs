//! The log and whether the book is whole: looking only.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use super::Session;
use crate::error::Result;
use crate::export::sheets;
use crate::model::ids::{CaseId, DeedId};
use crate::store::audit::{self, Chain, Logged};
use crate::store::changes::{self, RowChange};
use crate::store::journal::{self, Asked, JournalPage};
use crate::store::verify::{self, Verified};

/// Looks through the file, the log and the numbers kept at hand.
///
/// # Errors
/// Where the book cannot be read at all.
pub async fn verify(session: &Session) -> Result<Verified> {
    verify_until(session, &Arc::default()).await
}

/// The same, until it is told to stop.
///
/// # Errors
/// `cancelled`; where the book cannot be read at all.
pub async fn verify_until(session: &Session, cancel: &Arc<AtomicBool>) -> Result<Verified> {
    verify::verify(&session.store, cancel).await
}

/// Whether the log's chain is unbroken: walked from its first entry to its last.
///
/// # Errors
/// What the store refuses.
pub async fn chain(session: &Session) -> Result<Chain> {
    audit::walk(&mut *session.store.read().await?).await
}

/// A page of the log, the newest entries first, each with the deed behind it.
///
/// # Errors
/// What the store refuses.
pub async fn page(session: &Session, asked: &Asked) -> Result<JournalPage> {
    journal::page(&mut *session.store.read().await?, asked).await
}

/// The log, or the entries of one case, as CSV: the contract's spellings, never a reader's language.
///
/// # Errors
/// What the store refuses.
pub async fn csv(session: &Session, case: Option<CaseId>) -> Result<Vec<u8>> {
    let mut out = Vec::new();
    let rows = log(session, case).await?.into_iter().map(cells);
    sheets::plain(&COLUMNS, rows, &mut out)?;
    Ok(out)
}

const COLUMNS: [&str; 12] = [
    "seq",
    "at",
    "machine_clock",
    "who",
    "os_account",
    "machine",
    "verb",
    "case",
    "count",
    "clock_back",
    "detail",
    "hash",
];

fn cells(it: Logged) -> [String; 12] {
    let detail = it.detail.map(|detail| detail.to_string()).unwrap_or_default();
    let [seq, count, back] = [it.seq.to_string(), it.count.to_string(), it.clock_back.to_string()];
    let [own, case] = [it.machine_clock, it.case].map(Option::unwrap_or_default);
    [seq, it.at, own, it.who, it.os_account, it.machine, it.verb, case, count, back, detail, it.hash]
}

/// What a deed changed of what is written down, field by field.
///
/// # Errors
/// What the store refuses.
pub async fn changes(session: &Session, deed: DeedId) -> Result<Vec<RowChange>> {
    changes::of_deed(&mut *session.store.read().await?, deed).await
}

/// The log, or the entries of one case.
///
/// # Errors
/// What the store refuses.
pub async fn log(session: &Session, case: Option<CaseId>) -> Result<Vec<Logged>> {
    audit::list(&mut *session.store.read().await?, case).await
}
