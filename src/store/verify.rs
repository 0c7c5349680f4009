//! Whether the book is whole: the file, the log, the numbers kept at hand. It repairs nothing.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use serde::Serialize;
use sqlx::SqliteConnection;

use super::Store;
use super::audit::{self, Chain};
use super::file::trust;
use super::tally;
use crate::error::{Error, Result};
use crate::model::ids::CaseId;

/// Steps of SQLite's machine between two looks at whether to stop: some milliseconds.
const STEPS: i32 = 100_000;

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Verified {
    /// All of it.
    pub ok: bool,
    /// The pages of the file.
    pub file: FileState,
    /// The chain of the log.
    pub log: Chain,
    /// The numbers kept at hand, counted again.
    pub tally: TallyState,
}

/// Whether the file is sound.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct FileState {
    /// Sound.
    pub ok: bool,
    /// What SQLite and SQLCipher say of it, in their words.
    pub problems: Vec<String>,
}

/// Whether the numbers are those of the rows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct TallyState {
    /// They are.
    pub ok: bool,
}

/// Looks through the whole book, until it is told to stop.
///
/// # Errors
/// `cancelled`; where it cannot be read at all.
pub async fn verify(store: &Store, cancel: &Arc<AtomicBool>) -> Result<Verified> {
    let mut tx = store.read_as_it_is().await?;
    let stop = Arc::clone(cancel);
    tx.lock_handle().await?.set_progress_handler(STEPS, move || !stop.load(Ordering::Relaxed));
    let found = looked_through(&mut tx, store).await;
    tx.lock_handle().await?.remove_progress_handler();
    // What was stopped looks as if it could not be read.
    if cancel.load(Ordering::Relaxed) { Err(Error::new("cancelled")) } else { Ok(found) }
}

async fn looked_through(tx: &mut SqliteConnection, store: &Store) -> Verified {
    // The file last: a connection of SQLCipher that has met a damaged page answers nothing any more.
    let log = audit::walk(tx).await.unwrap_or_else(|_| unreadable_log());
    let tally = TallyState { ok: tally(tx).await.unwrap_or(false) };
    let file = file(tx, store).await;
    Verified { ok: file.ok && log.ok && tally.ok, file, log, tally }
}

fn unreadable_log() -> Chain {
    Chain { ok: false, entries: 0, head: String::new(), broken_at: Some(1) }
}

/// A row that refers to one that is not there: its table, its id, the other table, which reference.
type Stray = (String, Option<i64>, String, i64);

async fn file(conn: &mut SqliteConnection, store: &Store) -> FileState {
    let mut problems = Vec::new();
    if store.is_sealed() {
        // One row a page whose code does not match; none where all do.
        collect(sqlx::query_scalar("PRAGMA cipher_integrity_check").fetch_all(&mut *conn).await, &mut problems);
    }
    if !problems.is_empty() {
        return FileState { ok: false, problems };
    }
    // Not quick_check: that one does not see an index that says something else than its table.
    collect(sqlx::query_scalar("PRAGMA integrity_check(100)").fetch_all(&mut *conn).await, &mut problems);
    let strays = sqlx::query_as::<_, Stray>("PRAGMA foreign_key_check").fetch_all(&mut *conn).await;
    let strays = strays.map(|rows| rows.iter().map(|(from, id, to, _)| format!("{from} {id:?} → {to}")).collect());
    collect(strays, &mut problems);
    collect(keys_astray(conn).await, &mut problems);
    let missing = trust::missing(conn, store.format(), store.migrations()).await;
    let missing = missing.unwrap_or_else(|cause| vec![cause.to_string()]);
    problems.extend(missing.into_iter().map(|it| format!("{it} → missing")));
    collect(origins_astray(conn).await, &mut problems);
    FileState { ok: problems.is_empty(), problems }
}

/// Accounts that their key does not lead to, and keys that lead to another account or none.
async fn keys_astray(conn: &mut SqliteConnection) -> sqlx::Result<Vec<String>> {
    sqlx::query_scalar(
        "SELECT 'account ' || a.id || ' → account_key' FROM account a LEFT JOIN account_key k \
         ON k.case_id = a.case_id AND k.key_kind = a.key_kind AND k.key = a.key WHERE k.account_id IS NOT a.id \
         UNION ALL SELECT 'account_key ' || k.account_id || ' → account' FROM account_key k LEFT JOIN account a \
         ON a.id = k.account_id WHERE (a.case_id, a.key_kind, a.key) IS NOT (k.case_id, k.key_kind, k.key) LIMIT 100",
    )
    .fetch_all(conn)
    .await
}

/// Accounts of an import that is not there.
async fn origins_astray(conn: &mut SqliteConnection) -> sqlx::Result<Vec<String>> {
    sqlx::query_scalar(
        "SELECT 'account ' || id || ' → import' FROM account \
         WHERE import_id IS NOT NULL AND import_id NOT IN (SELECT id FROM import) LIMIT 100",
    )
    .fetch_all(conn)
    .await
}

/// integrity_check says one row `ok` where there is nothing to say.
fn collect(said: sqlx::Result<Vec<String>>, problems: &mut Vec<String>) {
    match said {
        Ok(rows) => problems.extend(rows.into_iter().filter(|row| row != "ok").take(100)),
        Err(cause) => problems.push(Error::from(cause).to_string()),
    }
}

/// Whether every case's numbers at hand are what counting anew gives.
async fn tally(conn: &mut SqliteConnection) -> Result<bool> {
    let cases: Vec<CaseId> = sqlx::query_scalar("SELECT id FROM cases").fetch_all(&mut *conn).await?;
    for case in cases {
        if !tally::verify(conn, case).await? {
            return Ok(false);
        }
    }
    Ok(true)
}
