//! Days of first access, counted in the case's zone: again where that zone changes. A day that was stated as a day
//! stays the day it was; only instants may fall on another one.

use jiff::tz::TimeZone;
use sqlx::SqliteConnection;

use super::{cases, tally};
use crate::error::Result;
use crate::model::words::Precision;

/// Accounts read at once.
const CHUNK: i64 = 20_000;

/// Counts the days anew, and the numbers kept by day.
///
/// # Errors
/// What SQLite refuses.
pub async fn recount(conn: &mut SqliteConnection, case_id: i64) -> Result<()> {
    let zone = cases::zone(conn, case_id).await?;
    let mut after = case_id << 32;
    let mut moved = 0;
    loop {
        let rows = instants(conn, case_id, after).await?;
        let Some((last, ..)) = rows.last() else { break };
        after = *last;
        let moves: Vec<(i64, i64)> = rows.iter().filter_map(|row| on_another_day(*row, &zone)).collect();
        moved += moves.len();
        write(conn, &moves).await?;
    }
    if moved > 0 { tally::rebuild(conn, case_id).await } else { Ok(()) }
}

/// An account with its first access, Unix seconds, and the day it was counted on.
type Counted = (i64, i64, Option<i64>);

async fn instants(conn: &mut SqliteConnection, case_id: i64, after: i64) -> Result<Vec<Counted>> {
    Ok(sqlx::query_as(
        "SELECT account_id, first_from, day FROM standing WHERE account_id > ?1 AND account_id < (?2 + 1) << 32 \
         AND first_precision >= ?3 AND first_from IS NOT NULL ORDER BY account_id LIMIT ?4",
    )
    .bind(after)
    .bind(case_id)
    .bind(Precision::Minute.position())
    .bind(CHUNK)
    .fetch_all(conn)
    .await?)
}

fn on_another_day((account, from, counted): Counted, zone: &TimeZone) -> Option<(i64, i64)> {
    let at = jiff::Timestamp::from_second(from).ok()?;
    let day = (from + i64::from(zone.to_offset(at).seconds())).div_euclid(86_400);
    (counted != Some(day)).then_some((account, day))
}

async fn write(conn: &mut SqliteConnection, moves: &[(i64, i64)]) -> Result<()> {
    if moves.is_empty() {
        return Ok(());
    }
    sqlx::query(
        "UPDATE standing SET day = moved.day \
         FROM (SELECT value ->> 0 AS account, value ->> 1 AS day FROM json_each(?)) AS moved \
         WHERE account_id = moved.account",
    )
    .bind(serde_json::json!(moves).to_string())
    .execute(conn)
    .await?;
    Ok(())
}
