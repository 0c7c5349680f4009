//! What was written about a case: the records of exports, read. Their bytes are read elsewhere.

use sqlx::sqlite::SqliteRow;
use sqlx::{Row as _, SqliteConnection};

use crate::error::Result;
use crate::model::case::ExportRecord;
use crate::model::ids::CaseId;
use crate::store::base::bytes::{hex, instant};

/// The exports of a case, in their order.
///
/// # Errors
/// What SQLite refuses.
pub async fn exports(conn: &mut SqliteConnection, case_id: CaseId) -> Result<Vec<ExportRecord>> {
    // Not the bytes: they may be many megabytes.
    let rows = sqlx::query(
        "SELECT id, template, language, format, names, now, who, program, version, sha256, pages FROM export \
         WHERE case_id = ? ORDER BY id",
    )
    .bind(case_id)
    .fetch_all(conn)
    .await?;
    rows.iter().map(export).collect()
}

fn export(row: &SqliteRow) -> Result<ExportRecord> {
    Ok(ExportRecord {
        id: row.try_get("id")?,
        template: row.try_get("template")?,
        language: row.try_get("language")?,
        format: row.try_get("format")?,
        names: row.try_get("names")?,
        at: instant(&row.try_get::<String, _>("now")?)?,
        version: number(row, "version")?,
        sha256: hex(&row.try_get::<Vec<u8>, _>("sha256")?),
        pages: number(row, "pages")?,
        by: row.try_get("who")?,
        program: row.try_get("program")?,
    })
}

fn number(row: &SqliteRow, column: &str) -> Result<u64> {
    Ok(u64::try_from(row.try_get::<i64, _>(column)?).unwrap_or(0))
}
