//! Deeds: undone and done again.

use breachbook::error::Result;
use breachbook::store::undo::Undone;

use super::Call;
use super::cases::Of;

/// Takes back the last deed of a case.
pub async fn undo(call: &Call, of: Of) -> Result<Undone> {
    call.desk.open().await?.undo(of.case).await
}

/// Does again what was undone last.
pub async fn redo(call: &Call, of: Of) -> Result<Undone> {
    call.desk.open().await?.redo(of.case).await
}
