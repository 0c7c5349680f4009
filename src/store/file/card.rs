//! What `book info` says: what a book says of itself.

use std::fs;

use jiff::Timestamp;

use super::book::Store;
use crate::error::Result;
use crate::model::case::{CaseHead, LogHead};
use crate::model::ids::CaseId;
use crate::store::base::bytes::hex;
use crate::store::log::audit;

/// What `book info` says.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct BookCard {
    /// Where it is.
    pub book: String,
    /// Whether it is encrypted.
    pub encrypted: bool,
    /// The same book wherever it is copied.
    pub uid: String,
    /// When it was made.
    #[ts(type = "string")]
    pub created_at: Timestamp,
    /// By whom.
    pub created_by: String,
    /// How many cases it holds.
    pub cases: i64,
    /// The format's number.
    pub format: i64,
    /// In bytes.
    pub size: u64,
    /// The last entry of its log.
    pub log: LogHead,
    /// Of each case the entry of its last deed that changed something: what its exports name.
    pub states: Vec<CaseHead>,
}

/// Reads what the book says of itself.
///
/// # Errors
/// What SQLite refuses.
pub async fn card(store: &Store) -> Result<BookCard> {
    let mut tx = store.read_as_it_is().await?;
    let (uid, created_at, created_by): (Vec<u8>, String, String) =
        sqlx::query_as("SELECT uid, created_at, created_by FROM book").fetch_one(&mut *tx).await?;
    let cases = sqlx::query_scalar("SELECT count(*) FROM cases").fetch_one(&mut *tx).await?;
    let (entry, hash): (i64, Vec<u8>) = sqlx::query_as("SELECT seq, hash FROM audit_head").fetch_one(&mut *tx).await?;
    let mut states = Vec::new();
    let ids: Vec<CaseId> = sqlx::query_scalar("SELECT id FROM cases ORDER BY id").fetch_all(&mut *tx).await?;
    for case in ids {
        states.extend(audit::last_change(&mut tx, case).await?.map(|log| CaseHead { case, log }));
    }
    Ok(BookCard {
        book: store.path().display().to_string(),
        encrypted: store.is_sealed(),
        uid: crate::store::base::bytes::uid_text(&uid),
        created_at: crate::store::base::bytes::instant(&created_at)?,
        created_by,
        cases,
        format: store.format(),
        size: fs::metadata(store.path()).map(|it| it.len()).unwrap_or(0),
        log: LogHead { entry, head: hex(&hash) },
        states,
    })
}
