//! Countries and their parts, as the book takes them.

use breachbook::error::Result;
use breachbook::lang::places::PlaceRow;

use super::Call;

/// Every country with its parts, in the reader's language.
pub async fn list(call: &Call, (): ()) -> Result<Vec<PlaceRow>> {
    Ok(call.desk.phrases().places())
}
