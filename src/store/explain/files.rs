//! The files that numbers rest on, with hash and period: those of imports that stand.

use std::collections::BTreeMap;

use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use sqlx::SqliteConnection;

use super::super::hex;
use crate::error::Result;
use crate::model::explain::FileUsed;
use crate::model::facts::Facts;
use crate::model::ids::{CaseId, ImportId};

/// The files of the imports that stand, with the period their accounts cover.
pub(super) async fn used(conn: &mut SqliteConnection, facts: &Facts) -> Result<Vec<FileUsed>> {
    let case_id = facts.case;
    let zone = super::super::cases::zone(conn, case_id).await?;
    let periods = periods(conn, case_id).await?;
    let rows: Vec<FileRow> = sqlx::query_as(
        "SELECT f.name, f.sha256, f.import_id, f.read, i.collected FROM import i JOIN import_file f ON f.import_id = i.id \
         WHERE i.case_id = ? AND i.taken_back IS NULL ORDER BY i.id, f.seq",
    )
    .bind(case_id)
    .fetch_all(conn)
    .await?;
    let file = |(file, sha256, import, read, collected): FileRow| FileUsed {
        file,
        sha256: hex(&sha256),
        period: periods.get(&import).and_then(|period| days(*period, &zone)),
        import,
        read: u64::try_from(read).unwrap_or(0),
        collected,
    };
    Ok(rows.into_iter().map(file).collect())
}

/// Name, hash, import, rows read, collected by.
type FileRow = (String, Vec<u8>, ImportId, i64, Option<String>);

/// A period in Unix seconds.
#[derive(Clone, Copy)]
struct Seconds {
    from: i64,
    until: i64,
}

/// First and last access of each import's accounts, Unix seconds; a band's end is its last second.
async fn periods(conn: &mut SqliteConnection, case_id: CaseId) -> Result<BTreeMap<ImportId, Seconds>> {
    let accounts = case_id.accounts();
    let rows: Vec<(ImportId, Option<i64>, Option<i64>)> = sqlx::query_as(
        "SELECT a.import_id, min(s.first_from), \
         max(max(coalesce(s.last_until - (s.last_until > s.last_from), s.first_from), \
                 coalesce(s.first_until - (s.first_until > s.first_from), s.last_from))) \
         FROM standing s JOIN account a ON a.id = s.account_id \
         WHERE s.account_id BETWEEN ? AND ? AND a.import_id IS NOT NULL \
         AND (s.first_from IS NOT NULL OR s.last_from IS NOT NULL) GROUP BY a.import_id",
    )
    .bind(accounts.start())
    .bind(accounts.end())
    .fetch_all(conn)
    .await?;
    let period = |from: Option<i64>, until: Option<i64>| Some(Seconds { from: from?, until: until? });
    Ok(rows.into_iter().filter_map(|(import, from, until)| Some((import, period(from, until)?))).collect())
}

fn days(Seconds { from, until }: Seconds, zone: &TimeZone) -> Option<(String, String)> {
    let day = |second: i64| {
        let at = Timestamp::UNIX_EPOCH.checked_add(SignedDuration::from_secs(second)).ok()?;
        Some(zone.to_datetime(at).date().to_string())
    };
    Some((day(from)?, day(until)?))
}
