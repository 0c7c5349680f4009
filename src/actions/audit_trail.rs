//! The log and whether the book is whole: looking only.

use super::Session;
use crate::error::Result;
use crate::store::audit::{self, Logged};
use crate::store::verify::{self, Verified};

/// Looks through the file, the log and the numbers kept at hand.
///
/// # Errors
/// Where the book cannot be read at all.
pub async fn verify(session: &Session) -> Result<Verified> {
    verify::verify(&session.store).await
}

/// The log, or the entries of one case.
///
/// # Errors
/// What the store refuses.
pub async fn log(session: &Session, case: Option<i64>) -> Result<Vec<Logged>> {
    audit::list(&mut *session.store.read().await?, case).await
}
