//! The record of an import and of its files: evidence that stays when its rows are taken back.

use jiff::Timestamp;
use sqlx::SqliteConnection;

use super::chunks::Period;
use super::{FileFacts, Rows, Terms, Written};
use crate::error::Result;
use crate::model::ids::{AccountId, CaseId, DeedId, FileOf, ImportId};
use crate::model::sums::Sum;
use crate::store::base::bytes::uid;
use crate::store::values::standing::signed;
use crate::store::written::counters;

/// Opens the record; its numbers follow.
pub async fn begin(conn: &mut SqliteConnection, terms: &Terms<'_>) -> Result<ImportId> {
    let at = terms.act.at.to_string();
    let made = sqlx::query(
        "INSERT INTO import (uid, case_id, deed_id, started_at, ended_at, machine_clock, who, os_account, machine, \
         program, enrich, conflicts, problems, handed_over, collected) VALUES (?,?,?,?,?,?,?,?,?,?,?,0,0,?,?)",
    )
    .bind(uid(terms.act.at))
    .bind(terms.case_id)
    .bind(terms.deed_id)
    .bind(&at)
    .bind(&at)
    .bind(terms.act.clock.beside().map(|own| own.to_string()))
    .bind(&terms.act.who.name)
    .bind(&terms.act.who.os_account)
    .bind(&terms.act.who.machine)
    .bind(env!("CARGO_PKG_VERSION"))
    .bind(terms.enrich)
    .bind(terms.handed_over.as_deref())
    .bind(terms.collected.as_deref())
    .execute(conn)
    .await?;
    Ok(ImportId::new(made.last_insert_rowid()))
}

/// Closes the record with its end and its numbers.
pub async fn end(conn: &mut SqliteConnection, ended: Timestamp, written: &Written) -> Result<()> {
    sqlx::query("UPDATE import SET ended_at = ?, conflicts = ?, problems = ? WHERE id = ?")
        .bind(ended.to_string())
        .bind(signed(written.conflicts))
        .bind(signed(written.problems_total))
        .bind(written.import)
        .execute(conn)
        .await?;
    Ok(())
}

/// Opens a file's record.
pub async fn begin_file(
    conn: &mut SqliteConnection,
    file: FileOf,
    first_account: AccountId,
    facts: &FileFacts,
) -> Result<()> {
    sqlx::query(
        "INSERT INTO import_file (import_id, seq, name, sha256, size, container, kind, reading, first_account) \
         VALUES (?,?,?,?,?,?,?,?,?)",
    )
    .bind(file.import)
    .bind(file.seq)
    .bind(&facts.name)
    .bind(bytes(&facts.sha256))
    .bind(signed(facts.size))
    .bind(facts.container)
    .bind(facts.kind)
    .bind(&facts.reading)
    .bind(first_account)
    .execute(conn)
    .await?;
    Ok(())
}

/// Closes a file's record with its numbers.
pub async fn end_file(
    conn: &mut SqliteConnection,
    file: FileOf,
    (rows, sum): (Rows, &Sum),
    Period(period): Period,
) -> Result<()> {
    let (from, until) = period.unzip();
    sqlx::query(
        "UPDATE import_file SET first_from = ?, first_until = ?, first_precision = ?, last_from = ?, last_until = ?, \
         last_precision = ? WHERE import_id = ? AND seq = ?",
    )
    .bind(from.map(|it| it.from))
    .bind(from.map(|it| it.until))
    .bind(from.map(|it| it.precision.position()))
    .bind(until.map(|it| it.from))
    .bind(until.map(|it| it.until))
    .bind(until.map(|it| it.precision.position()))
    .bind(file.import)
    .bind(file.seq)
    .execute(&mut *conn)
    .await?;
    counters::keep(conn, file, &rows, sum).await
}

/// An earlier import of the same bytes into the case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::FromRow)]
pub struct Same {
    /// The import.
    pub import: ImportId,
    /// The deed that took it back.
    pub taken_back: Option<DeedId>,
}

/// The first import of the same bytes into the case that still stands, else the last that was taken back.
pub async fn same_bytes(
    conn: &mut SqliteConnection,
    case_id: CaseId,
    sha256: &str,
    but: Option<ImportId>,
) -> Result<Option<Same>> {
    Ok(sqlx::query_as(
        "SELECT i.id AS import, i.taken_back FROM import_file f JOIN import i ON i.id = f.import_id \
         WHERE f.sha256 = ? AND i.case_id = ? AND i.id IS NOT ? \
         ORDER BY i.taken_back IS NOT NULL, iif(i.taken_back IS NULL, i.id, -i.id) LIMIT 1",
    )
    .bind(bytes(sha256))
    .bind(case_id)
    .bind(but)
    .fetch_optional(conn)
    .await?)
}

/// Hexadecimal to bytes; what is no such text is no bytes.
fn bytes(hex: &str) -> Vec<u8> {
    let pair = |at: usize| hex.get(at..at + 2).and_then(|pair| u8::from_str_radix(pair, 16).ok());
    (0..hex.len()).step_by(2).map_while(pair).collect()
}
