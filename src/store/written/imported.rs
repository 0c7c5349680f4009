//! What was imported into a case: the records of imports and of their files, read. They are written by `importing`.

use std::collections::BTreeMap;

use sqlx::sqlite::SqliteRow;
use sqlx::{Row as _, SqliteConnection};

use super::counters::{Counters, Rows};
use crate::error::Result;
use crate::model::case::{ImportRecord, ImportedFile};
use crate::model::ids::{CaseId, FileOf, ImportId};
use crate::store::base::bytes::{hex, instant};

/// The imports of a case, in their order; also those that were taken back.
///
/// # Errors
/// What SQLite refuses.
pub async fn of_case(conn: &mut SqliteConnection, case_id: CaseId) -> Result<Vec<ImportRecord>> {
    let counters = Counters::of_case(conn, case_id).await?;
    let mut files = files(conn, case_id, &counters).await?;
    let rows = sqlx::query(
        "SELECT id, ended_at, who, taken_back, handed_over, collected FROM import WHERE case_id = ? ORDER BY id",
    )
    .bind(case_id)
    .fetch_all(conn)
    .await?;
    rows.iter()
        .map(|row| {
            let id: ImportId = row.try_get("id")?;
            import(row, files.remove(&id).unwrap_or_default(), counters.import(id))
        })
        .collect()
}

fn import(row: &SqliteRow, files: Vec<ImportedFile>, rows: Rows) -> Result<ImportRecord> {
    Ok(ImportRecord {
        id: row.try_get("id")?,
        files,
        at: instant(&row.try_get::<String, _>("ended_at")?)?,
        by: row.try_get("who")?,
        rows,
        taken_back: row.try_get::<Option<i64>, _>("taken_back")?.is_some(),
        handed_over: row.try_get("handed_over")?,
        collected: row.try_get("collected")?,
    })
}

async fn files(
    conn: &mut SqliteConnection,
    case_id: CaseId,
    counters: &Counters,
) -> Result<BTreeMap<ImportId, Vec<ImportedFile>>> {
    let rows = sqlx::query(
        "SELECT f.import_id, f.seq, f.name, f.sha256, f.size, f.container, f.kind, f.reading FROM import_file f \
         JOIN import i ON i.id = f.import_id WHERE i.case_id = ? ORDER BY f.import_id, f.seq",
    )
    .bind(case_id)
    .fetch_all(conn)
    .await?;
    let mut files: BTreeMap<ImportId, Vec<ImportedFile>> = BTreeMap::new();
    for row in &rows {
        let of = FileOf { import: row.try_get("import_id")?, seq: row.try_get("seq")? };
        files.entry(of.import).or_default().push(file(row, counters.file(of))?);
    }
    Ok(files)
}

fn file(row: &SqliteRow, rows: Rows) -> Result<ImportedFile> {
    Ok(ImportedFile {
        name: row.try_get("name")?,
        sha256: hex(&row.try_get::<Vec<u8>, _>("sha256")?),
        size: u64::try_from(row.try_get::<i64, _>("size")?).unwrap_or(0),
        container: row.try_get("container")?,
        kind: row.try_get("kind")?,
        reading: row.try_get("reading")?,
        rows,
    })
}
