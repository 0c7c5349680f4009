//! Rows that were not taken and fields that were left open, kept with their import.

use std::collections::BTreeMap;

use serde_json::json;
use sqlx::SqliteConnection;

use crate::error::{Error, Result};
use crate::model::ids::{CaseId, ImportId};
use crate::store::base::bulk::Bulk;
use crate::store::values::standing::signed;

/// A problem as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// The file's name, without its folder.
    pub file: String,
    /// First physical line of the record, from 1.
    pub line: u64,
    /// The column's header, where it is one column's.
    pub column: Option<String>,
    /// Stable and never translated.
    pub code: String,
    /// Values for the sentence, by name.
    pub args: BTreeMap<String, String>,
    /// Whether the whole row was rejected.
    pub rejected: bool,
    /// The record as read, without unmapped and secret columns.
    pub cells: Vec<String>,
}

/// Keeps problems; the first gets the number `next`.
pub(in crate::store) fn keep(
    bulk: &Bulk<'_>,
    import: ImportId,
    next: i64,
    problems: &[crate::model::account::Problem],
) -> Result<()> {
    if problems.is_empty() {
        return Ok(());
    }
    let mut insert = bulk.prepare(
        "INSERT INTO rejected (import_id, seq, file, line, code, args, rejected, raw) VALUES (?,?,?,?,?,?,?,?)",
    )?;
    for (seq, problem) in (next..).zip(problems) {
        let named: BTreeMap<&str, &str> = problem.args.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let args = json!({"column": problem.column, "args": named}).to_string();
        let raw = problem.rejected.as_ref().map(|cells| json!(cells).to_string());
        insert.run(&[
            import.into(),
            seq.into(),
            problem.file.as_str().into(),
            signed(problem.line).into(),
            problem.code.into(),
            args.as_str().into(),
            i64::from(problem.rejected.is_some()).into(),
            raw.as_deref().into(),
        ])?;
    }
    Ok(())
}

/// The problems of an import, in file order.
///
/// # Errors
/// `import.unknown`; what SQLite refuses.
pub async fn of_import(conn: &mut SqliteConnection, case_id: CaseId, import: ImportId) -> Result<Vec<Kept>> {
    let known: bool = sqlx::query_scalar("SELECT EXISTS (SELECT 1 FROM import WHERE id = ? AND case_id = ?)")
        .bind(import)
        .bind(case_id)
        .fetch_one(&mut *conn)
        .await?;
    if !known {
        return Err(Error::new("import.unknown").with("import", import));
    }
    let rows: Vec<(String, i64, String, String, bool, Option<String>)> =
        sqlx::query_as("SELECT file, line, code, args, rejected, raw FROM rejected WHERE import_id = ? ORDER BY seq")
            .bind(import)
            .fetch_all(conn)
            .await?;
    rows.into_iter().map(kept).collect()
}

/// What [`keep`] writes into `args`.
#[derive(serde::Deserialize)]
struct Args {
    column: Option<String>,
    args: BTreeMap<String, String>,
}

fn kept((file, line, code, args, rejected, raw): (String, i64, String, String, bool, Option<String>)) -> Result<Kept> {
    let damaged = |cause| Error::new("book.damaged").because(cause);
    let Args { column, args } = serde_json::from_str(&args).map_err(damaged)?;
    let cells = raw.map_or(Ok(Vec::new()), |raw| serde_json::from_str(&raw)).map_err(damaged)?;
    Ok(Kept { file, line: u64::try_from(line).unwrap_or(0), column, code, args, rejected, cells })
}
