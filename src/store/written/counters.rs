//! How many rows of an import became what: a row each of its numbers. It counts nothing itself.

use std::collections::BTreeMap;

use serde::Serialize;
use sqlx::SqliteConnection;

use crate::error::{Error, Result};
use crate::model::ids::{CaseId, FileOf, ImportId};
use crate::model::sums::Sum;

use crate::store::values::standing::signed;

/// How many rows: `read = new + merged + rejected`, and `+ unmatched` where accounts were only to be filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, ts_rs::TS)]
pub struct Rows {
    /// Data records.
    pub read: u64,
    /// Accounts that were not in the case.
    pub new: u64,
    /// Rows of accounts already there.
    pub merged: u64,
    /// Rows not taken.
    pub rejected: u64,
    /// Rows whose account is not there; `None`: the import brings accounts.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub unmatched: Option<u64>,
}

impl Rows {
    /// None yet.
    pub(in crate::store) const fn none(enrich: bool) -> Self {
        Self { read: 0, new: 0, merged: 0, rejected: 0, unmatched: if enrich { Some(0) } else { None } }
    }

    /// Whether any row was of use.
    pub(in crate::store) const fn is_of_use(&self) -> bool {
        self.new + self.merged > 0 || matches!(self.unmatched, Some(1..))
    }

    pub(in crate::store) fn add(&mut self, other: Self) {
        self.read += other.read;
        self.new += other.new;
        self.merged += other.merged;
        self.rejected += other.rejected;
        self.unmatched = match (self.unmatched, other.unmatched) {
            (Some(one), Some(other)) => Some(one + other),
            (one, other) => one.or(other),
        };
    }

    /// Each by its name; one that is not counted is left out.
    fn named(&self) -> Vec<(&'static str, u64)> {
        let all = [("read", self.read), ("new", self.new), ("merged", self.merged), ("rejected", self.rejected)];
        all.into_iter().chain(self.unmatched.map(|n| ("unmatched", n))).collect()
    }

    fn set(&mut self, what: &str, n: u64) {
        match what {
            "read" => self.read = n,
            "new" => self.new = n,
            "merged" => self.merged = n,
            "rejected" => self.rejected = n,
            "unmatched" => self.unmatched = Some(n),
            // Of another kind of rows.
            _ => {}
        }
    }
}

/// Keeps the numbers of a file, which add up as its kind says.
///
/// # Errors
/// `internal` where they do not; what SQLite refuses.
pub(in crate::store) async fn keep(conn: &mut SqliteConnection, file: FileOf, rows: &Rows, sum: &Sum) -> Result<()> {
    let numbers = rows.named();
    if !sum.holds(&numbers) {
        return Err(Error::new("internal").because(format!("{numbers:?} do not add up")));
    }
    for (what, n) in numbers {
        sqlx::query("INSERT INTO import_count (import_id, file, what, n) VALUES (?,?,?,?)")
            .bind(file.import)
            .bind(file.seq)
            .bind(what)
            .bind(signed(n))
            .execute(&mut *conn)
            .await?;
    }
    Ok(())
}

/// The numbers of a case's imports, by file.
pub(in crate::store) struct Counters(BTreeMap<FileOf, Rows>);

impl Counters {
    /// Reads them.
    ///
    /// # Errors
    /// What SQLite refuses.
    pub async fn of_case(conn: &mut SqliteConnection, case_id: CaseId) -> Result<Self> {
        let rows: Vec<(ImportId, i64, String, i64)> = sqlx::query_as(
            "SELECT c.import_id, c.file, c.what, c.n FROM import_count c JOIN import i ON i.id = c.import_id \
             WHERE i.case_id = ?",
        )
        .bind(case_id)
        .fetch_all(conn)
        .await?;
        let mut files: BTreeMap<FileOf, Rows> = BTreeMap::new();
        for (import, seq, what, n) in rows {
            files.entry(FileOf { import, seq }).or_default().set(&what, u64::try_from(n).unwrap_or(0));
        }
        Ok(Self(files))
    }

    /// Of a file.
    pub fn file(&self, file: FileOf) -> Rows {
        self.0.get(&file).copied().unwrap_or_default()
    }

    /// Of all files of an import.
    pub fn import(&self, import: ImportId) -> Rows {
        let mut all = Rows::default();
        self.0.iter().filter(|(file, _)| file.import == import).for_each(|(_, rows)| all.add(*rows));
        all
    }
}
