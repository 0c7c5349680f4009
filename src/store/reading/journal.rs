//! The log as a list to read in: each entry with the deed behind it, by page, the newest first. It changes nothing.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sqlx::sqlite::SqliteRow;
use sqlx::{Row as _, SqliteConnection};

use crate::error::Result;
use crate::model::ids::{CaseId, DeedId};
use crate::store::base::bytes::instant;
use crate::store::log::audit::{self, Logged};

/// An entry of the log, with what its deed knows more.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
pub struct JournalEntry {
    /// The entry.
    #[serde(flatten)]
    pub entry: Logged,
    /// The deed behind it; `null`: done to the book as a whole.
    pub deed: Option<DeedId>,
    /// What was asked.
    #[ts(type = "unknown")]
    pub params: Value,
    /// The deed that this one took back, or did again.
    pub undoes: Option<DeedId>,
    /// When it was taken back; `null`: it stands.
    #[ts(type = "string | null")]
    pub undone_at: Option<Timestamp>,
    /// How many deeds an undo up to and including this one takes back; `null`: undo does not walk over it.
    pub steps: Option<i64>,
}

/// Which entries.
#[derive(Debug, Clone, Default, Deserialize, ts_rs::TS)]
#[ts(rename = "JournalAsked")]
pub struct Asked {
    /// Of this case; `null`: of the whole book.
    pub case: Option<CaseId>,
    /// Somewhere in who, where and what; empty: every entry.
    pub text: String,
    /// Verbs whose words hold the text, in the reader's language.
    pub meant: Vec<String>,
    /// Of this verb alone.
    pub verb: Option<String>,
    /// At most so many.
    pub limit: i64,
    /// After so many.
    pub offset: i64,
}

/// A page of the log.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
pub struct JournalPage {
    /// The newest first.
    pub entries: Vec<JournalEntry>,
    /// How many there are in all.
    pub found: i64,
    /// Every verb of this case or book.
    pub verbs: Vec<String>,
    /// Entries whose time lies before one that stands above them.
    pub clock_back: i64,
}

/// The entries that are asked for.
macro_rules! asked {
    () => {
        "FROM audit LEFT JOIN audit_detail USING (seq) LEFT JOIN deed d ON d.uid = audit.deed_uid \
         WHERE (?1 IS NULL OR audit.case_uid = (SELECT uid FROM cases WHERE id = ?1)) \
         AND (?2 = '' OR instr(lower(audit.who || ' ' || audit.os_account || ' ' || audit.machine || ' ' || \
         coalesce(json, '') || ' ' || coalesce(d.params, '')), lower(?2)) > 0 \
         OR audit.verb IN (SELECT value FROM json_each(?3))) \
         AND (?4 IS NULL OR audit.verb = ?4) "
    };
}

/// A page of the log.
///
/// # Errors
/// What SQLite refuses.
pub async fn page(conn: &mut SqliteConnection, asked: &Asked) -> Result<JournalPage> {
    let meant = serde_json::to_string(&asked.meant).unwrap_or_else(|_| "[]".to_owned());
    let found = sqlx::query_scalar(concat!("SELECT count(*) ", asked!()))
        .bind(asked.case)
        .bind(&asked.text)
        .bind(&meant)
        .bind(&asked.verb)
        .fetch_one(&mut *conn)
        .await?;
    let rows = sqlx::query(concat!(
        "SELECT audit.*, json, d.id AS deed, d.params, d.undoes, \
         (SELECT at FROM deed WHERE id = d.undone_by) AS undone_at, \
         CASE WHEN d.case_id NOTNULL AND d.reversible = 1 AND d.undoes IS NULL AND d.undone_by IS NULL THEN \
         (SELECT count(*) FROM deed s WHERE s.case_id = d.case_id AND s.id >= d.id AND s.reversible = 1 \
         AND s.undoes IS NULL AND s.undone_by IS NULL) END AS steps ",
        asked!(),
        "ORDER BY audit.seq DESC LIMIT ?5 OFFSET ?6"
    ))
    .bind(asked.case)
    .bind(&asked.text)
    .bind(&meant)
    .bind(&asked.verb)
    .bind(asked.limit)
    .bind(asked.offset)
    .fetch_all(&mut *conn)
    .await?;
    let entries = rows.iter().map(entry).collect::<Result<_>>()?;
    let (verbs, clock_back) = about(conn, asked.case).await?;
    Ok(JournalPage { entries, found, verbs, clock_back })
}

fn entry(row: &SqliteRow) -> Result<JournalEntry> {
    let params: Option<String> = row.try_get("params")?;
    let undone_at: Option<String> = row.try_get("undone_at")?;
    Ok(JournalEntry {
        entry: audit::logged(row)?,
        deed: row.try_get("deed")?,
        params: params.and_then(|json| serde_json::from_str(&json).ok()).unwrap_or(Value::Null),
        undoes: row.try_get("undoes")?,
        undone_at: undone_at.map(|at| instant(&at)).transpose()?,
        steps: row.try_get("steps")?,
    })
}

/// Every verb, and how often the clock was set back.
async fn about(conn: &mut SqliteConnection, case: Option<CaseId>) -> Result<(Vec<String>, i64)> {
    let verbs = sqlx::query_scalar(
        "SELECT DISTINCT verb FROM audit WHERE ?1 IS NULL OR case_uid = (SELECT uid FROM cases WHERE id = ?1) ORDER BY verb",
    );
    let verbs = verbs.bind(case).fetch_all(&mut *conn).await?;
    let back = sqlx::query_scalar(
        "SELECT count(*) FROM audit WHERE clock_back <> 0 \
         AND (?1 IS NULL OR case_uid = (SELECT uid FROM cases WHERE id = ?1))",
    );
    Ok((verbs, back.bind(case).fetch_one(conn).await?))
}
