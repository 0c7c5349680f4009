//! What `book info` says: what a book says of itself.

use std::fs;

use jiff::Timestamp;

use super::book::Store;
use crate::error::Result;

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
    Ok(BookCard {
        book: store.path().display().to_string(),
        encrypted: store.is_sealed(),
        uid: crate::store::uid_text(&uid),
        created_at: crate::store::instant(&created_at)?,
        created_by,
        cases,
        format: store.format(),
        size: fs::metadata(store.path()).map(|it| it.len()).unwrap_or(0),
    })
}
