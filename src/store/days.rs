//! Days of first access, counted in the case's zone: again where that zone changes. A day that was stated as a day
//! stays the day it was; only instants may fall on another one.

use std::ops::RangeInclusive;

use jiff::tz::TimeZone;
use serde::Serialize;
use sqlx::SqliteConnection;

use super::{cases, tally};
use crate::error::Result;
use crate::model::ids::{AccountId, CaseId};
use crate::model::words::Precision;

/// Accounts read at once.
const CHUNK: i64 = 20_000;

/// Counts the days anew, and the numbers kept by day.
///
/// # Errors
/// What SQLite refuses.
pub async fn recount(conn: &mut SqliteConnection, case_id: CaseId) -> Result<()> {
    let zone = cases::zone(conn, case_id).await?;
    let (mut from, last) = case_id.accounts().into_inner();
    let mut moved = 0;
    loop {
        let rows = instants(conn, from..=last).await?;
        let Some(end) = rows.last() else { break };
        from = end.account.plus(1);
        let moves: Vec<OtherDay> = rows.iter().filter_map(|row| on_another_day(row, &zone)).collect();
        moved += moves.len();
        write(conn, &moves).await?;
    }
    if moved > 0 { tally::rebuild(conn, case_id).await } else { Ok(()) }
}

/// An account with its first access, Unix seconds, and the day it was counted on.
#[derive(sqlx::FromRow)]
struct Counted {
    #[sqlx(rename = "account_id")]
    account: AccountId,
    #[sqlx(rename = "first_from")]
    from: i64,
    day: Option<i64>,
}

/// An account and the day that it is counted on from now on.
#[derive(Serialize)]
struct OtherDay {
    account: AccountId,
    day: i64,
}

async fn instants(conn: &mut SqliteConnection, accounts: RangeInclusive<AccountId>) -> Result<Vec<Counted>> {
    Ok(sqlx::query_as(
        "SELECT account_id, first_from, day FROM standing WHERE account_id BETWEEN ?1 AND ?2 \
         AND first_precision >= ?3 AND first_from IS NOT NULL ORDER BY account_id LIMIT ?4",
    )
    .bind(accounts.start())
    .bind(accounts.end())
    .bind(Precision::Minute.position())
    .bind(CHUNK)
    .fetch_all(conn)
    .await?)
}

fn on_another_day(counted: &Counted, zone: &TimeZone) -> Option<OtherDay> {
    let at = jiff::Timestamp::from_second(counted.from).ok()?;
    let day = (counted.from + i64::from(zone.to_offset(at).seconds())).div_euclid(86_400);
    (counted.day != Some(day)).then_some(OtherDay { account: counted.account, day })
}

async fn write(conn: &mut SqliteConnection, moves: &[OtherDay]) -> Result<()> {
    if moves.is_empty() {
        return Ok(());
    }
    sqlx::query(
        "UPDATE standing SET day = moved.day \
         FROM (SELECT value ->> 'account' AS account, value ->> 'day' AS day FROM json_each(?)) AS moved \
         WHERE account_id = moved.account",
    )
    .bind(serde_json::json!(moves).to_string())
    .execute(conn)
    .await?;
    Ok(())
}
