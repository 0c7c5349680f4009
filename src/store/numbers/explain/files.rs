//! The files that numbers rest on, with hash and period: those of imports that stand.

use jiff::Span;
use jiff::civil::date;
use jiff::tz::TimeZone;
use sqlx::sqlite::SqliteRow;
use sqlx::{Row as _, SqliteConnection};

use crate::error::Result;
use crate::model::explain::FileUsed;
use crate::model::facts::Facts;
use crate::store::base::bytes::hex;
use crate::store::values::standing::{Band, band};

/// The files of the imports that stand, each with the period that its own rows state.
pub(super) async fn used(conn: &mut SqliteConnection, facts: &Facts) -> Result<Vec<FileUsed>> {
    let case_id = facts.case;
    let zone = crate::store::written::cases::zone(conn, case_id).await?;
    let rows = sqlx::query(
        "SELECT f.name, f.sha256, f.import_id, \
         coalesce((SELECT n FROM import_count c WHERE c.import_id = f.import_id AND c.file = f.seq AND c.what = 'read'), 0), \
         i.collected, f.first_from, f.first_until, f.first_precision, f.last_from, f.last_until, f.last_precision \
         FROM import i JOIN import_file f ON f.import_id = i.id \
         WHERE i.case_id = ? AND i.taken_back IS NULL ORDER BY i.id, f.seq",
    )
    .bind(case_id)
    .fetch_all(conn)
    .await?;
    rows.iter().map(|row| file(row, &zone)).collect()
}

fn file(row: &SqliteRow, zone: &TimeZone) -> Result<FileUsed> {
    let time = |at: usize| Ok::<_, sqlx::Error>(band(row.try_get(at)?, row.try_get(at + 1)?, row.try_get(at + 2)?));
    let period = time(5)?.zip(time(8)?);
    Ok(FileUsed {
        file: row.try_get(0)?,
        sha256: hex(&row.try_get::<Vec<u8>, _>(1)?),
        period: period.and_then(|(from, until)| days(&from, &until, zone)),
        import: row.try_get(2)?,
        read: u64::try_from(row.try_get::<i64, _>(3)?).unwrap_or(0),
        collected: row.try_get(4)?,
    })
}

/// The first and the last day, both among them.
fn days(from: &Band, until: &Band, zone: &TimeZone) -> Option<(String, String)> {
    let day = |days: i64| date(1970, 1, 1).checked_add(Span::new().try_days(days).ok()?).ok();
    Some((day(from.first_day(zone))?.to_string(), day(until.last_day(zone))?.to_string()))
}
