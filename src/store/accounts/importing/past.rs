//! Past imports as a person reads them: the record, whole, with what became of it.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::Serialize;
use sqlx::{Row as _, SqliteConnection};

use super::record;
use crate::error::Result;
use crate::model::case::ImportRecord;
use crate::model::ids::{CaseId, ImportId};
use crate::store::base::bytes::instant;
use crate::store::written::imported;

/// A past import, whole (docs/model.md, Evidence).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct PastImport {
    /// Its record.
    #[serde(flatten)]
    pub record: ImportRecord,
    /// Fields for which it states something else than others.
    pub conflicts: u64,
    /// Rows not taken and fields left open.
    pub problems: u64,
    /// When it began; `at` is when its last row was written.
    #[ts(type = "string")]
    pub started: Timestamp,
    /// What the machine's own clock said, where these times were given in its place.
    pub machine_clock: Option<String>,
    /// The account of the system that it ran under.
    pub os_account: String,
    /// The machine.
    pub machine: String,
    /// The program's version.
    pub program: String,
    /// When its rows were taken back.
    #[ts(type = "string | null")]
    pub taken_back_at: Option<Timestamp>,
    /// By whom they were.
    pub taken_back_by: Option<String>,
}

/// An import that brought the same bytes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "EarlierImport")]
pub struct Earlier {
    /// Its id.
    pub import: ImportId,
    /// When it ended.
    #[ts(type = "string")]
    pub at: Timestamp,
    /// By whom.
    pub by: String,
    /// When its rows were taken back; `null`: it stands.
    #[ts(type = "string | null")]
    pub taken_back: Option<Timestamp>,
}

/// The imports of a case, the latest first.
///
/// # Errors
/// What SQLite refuses.
pub async fn past(conn: &mut SqliteConnection, case_id: CaseId) -> Result<Vec<PastImport>> {
    let rows = sqlx::query(
        "SELECT i.id, i.conflicts, i.problems, i.started_at, i.machine_clock, i.os_account, i.machine, i.program, d.at AS back_at, \
         d.who AS back_by FROM import i LEFT JOIN deed d ON d.id = i.taken_back WHERE i.case_id = ? ORDER BY i.id",
    )
    .bind(case_id)
    .fetch_all(&mut *conn)
    .await?;
    let records = imported::of_case(conn, case_id).await?;
    let mut records: BTreeMap<ImportId, ImportRecord> = records.into_iter().map(|it| (it.id, it)).collect();
    let number = |value: i64| u64::try_from(value).unwrap_or(0);
    let mut past = Vec::new();
    for row in &rows {
        let Some(record) = records.remove(&row.try_get("id")?) else { continue };
        let back_at: Option<String> = row.try_get("back_at")?;
        let started: String = row.try_get("started_at")?;
        past.push(PastImport {
            record,
            conflicts: number(row.try_get("conflicts")?),
            problems: number(row.try_get("problems")?),
            started: instant(&started)?,
            machine_clock: row.try_get("machine_clock")?,
            os_account: row.try_get("os_account")?,
            machine: row.try_get("machine")?,
            program: row.try_get("program")?,
            taken_back_at: back_at.as_deref().map(instant).transpose()?,
            taken_back_by: row.try_get("back_by")?,
        });
    }
    past.reverse();
    Ok(past)
}

/// The first import of the same bytes into the case that still stands, else the last that was taken back.
///
/// # Errors
/// What SQLite refuses.
pub async fn earlier(conn: &mut SqliteConnection, case_id: CaseId, sha256: &str) -> Result<Option<Earlier>> {
    let Some(same) = record::same_bytes(conn, case_id, sha256, None).await? else { return Ok(None) };
    let (at, by, back): (String, String, Option<String>) = sqlx::query_as(
        "SELECT i.ended_at, i.who, d.at FROM import i LEFT JOIN deed d ON d.id = i.taken_back WHERE i.id = ?",
    )
    .bind(same.import)
    .fetch_one(conn)
    .await?;
    let taken_back = back.as_deref().map(instant).transpose()?;
    Ok(Some(Earlier { import: same.import, at: instant(&at)?, by, taken_back }))
}
