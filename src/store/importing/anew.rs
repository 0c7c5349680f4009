//! Accounts made anew from what remains: when an import is taken back, a hand's tag is undone, a contradiction is decided.

use jiff::tz::TimeZone;
use sqlx::SqliteConnection;

use super::legend;
use crate::error::Result;
use crate::model::ids::{AccountId, CaseId, DeedId, ImportId};
use crate::store::bulk::Bulk;
use crate::store::conflicts::{Conflicts, Hands};
use crate::store::deeds::Under;
use crate::store::sightings::Ledger;
use crate::store::{cases, taking_back};

/// Takes an import of a case back, under a deed of its own.
///
/// # Errors
/// What SQLite refuses.
pub async fn take_back(
    conn: &mut SqliteConnection,
    under: Under,
    import: ImportId,
    zone: &TimeZone,
) -> Result<taking_back::TakenBack> {
    let legend = legend(conn, under.case_id).await?;
    taking_back::take_back(conn, under, import, &legend, zone).await
}

/// What lists brought while a hand's tag stood counts again, once that hand's deed is undone.
///
/// # Errors
/// What SQLite refuses.
pub async fn restate(conn: &mut SqliteConnection, at_work: Under) -> Result<()> {
    let case_id = at_work.case_id;
    let (legend, zone) = (legend(conn, case_id).await?, cases::zone(conn, case_id).await?);
    taking_back::restate(conn, at_work, &legend, &zone).await
}

/// What hands decided of an account.
///
/// # Errors
/// What SQLite refuses.
pub(in crate::store) async fn hands(conn: &mut SqliteConnection, case_id: CaseId, account: AccountId) -> Result<Hands> {
    let legend = legend(conn, case_id).await?;
    let bulk = Bulk::hold(conn).await?;
    let Some(found) = Ledger::new(&bulk)?.find_by_id(account)? else { return Ok(Hands::new()) };
    Conflicts::new(&bulk)?.hands(account, &found.held.standing, &legend)
}

/// What a deed decided of contradicting statements is given to the accounts; where it is undone, what the lists state.
///
/// # Errors
/// What SQLite refuses.
pub async fn decide(conn: &mut SqliteConnection, deed_id: DeedId, at_work: Under) -> Result<()> {
    let decides: bool =
        sqlx::query_scalar("SELECT EXISTS (SELECT 1 FROM entity_change WHERE deed_id = ? AND kind = 'conflict')")
            .bind(deed_id)
            .fetch_one(&mut *conn)
            .await?;
    if !decides {
        return Ok(());
    }
    let case_id = at_work.case_id;
    let (legend, zone) = (legend(conn, case_id).await?, cases::zone(conn, case_id).await?);
    taking_back::decide(conn, deed_id, at_work, &legend, &zone).await
}
