//! What was imported and what was written: the records of both, read. Imports are written by their own file.

use std::collections::BTreeMap;

use sqlx::sqlite::SqliteRow;
use sqlx::{Row as _, SqliteConnection};

use super::counters::{Counters, Rows};
use crate::error::Result;
use crate::model::case::{ExportRecord, ImportRecord, ImportedFile};
use crate::model::ids::{CaseId, FileOf, ImportId};

use crate::store::base::bytes::{hex, instant};

/// The imports of a case, in their order; also those that were taken back.
///
/// # Errors
/// What SQLite refuses.
pub async fn imports(conn: &mut SqliteConnection, case_id: CaseId) -> Result<Vec<ImportRecord>> {
    let counters = Counters::of_case(conn, case_id).await?;
    let mut files = files(conn, case_id, &counters).await?;
    let rows = sqlx::query("SELECT * FROM import WHERE case_id = ? ORDER BY id").bind(case_id).fetch_all(conn).await?;
    rows.iter()
        .map(|row| {
            let id: ImportId = row.try_get("id")?;
            import(row, files.remove(&id).unwrap_or_default(), counters.import(id))
        })
        .collect()
}

fn import(row: &SqliteRow, files: Vec<ImportedFile>, rows: Rows) -> Result<ImportRecord> {
    let Rows { read, new, merged, rejected, unmatched } = rows;
    let texts: [Option<String>; 2] = [row.try_get("handed_over")?, row.try_get("collected")?];
    let told: Vec<String> = texts.into_iter().flatten().collect();
    Ok(ImportRecord {
        id: row.try_get("id")?,
        files,
        at: instant(&row.try_get::<String, _>("ended_at")?)?,
        by: row.try_get("who")?,
        read,
        new,
        merged,
        rejected,
        unmatched,
        taken_back: row.try_get::<Option<i64>, _>("taken_back")?.is_some(),
        handed_over: if told.is_empty() { None } else { Some(told.join("; ")) },
    })
}

async fn files(
    conn: &mut SqliteConnection,
    case_id: CaseId,
    counters: &Counters,
) -> Result<BTreeMap<ImportId, Vec<ImportedFile>>> {
    let rows = sqlx::query(
        "SELECT import_file.* FROM import_file JOIN import ON import.id = import_id WHERE case_id = ? \
         ORDER BY import_id, seq",
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
    let Rows { read, new, merged, rejected, unmatched } = rows;
    Ok(ImportedFile {
        name: row.try_get("name")?,
        sha256: hex(&row.try_get::<Vec<u8>, _>("sha256")?),
        size: number(row, "size")?,
        container: row.try_get("container")?,
        kind: row.try_get("kind")?,
        reading: row.try_get("reading")?,
        read,
        new,
        merged,
        rejected,
        unmatched,
    })
}

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
