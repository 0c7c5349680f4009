//! How many rows of an import became what: a row each of its numbers. It counts nothing itself.

use std::collections::BTreeMap;

use sqlx::SqliteConnection;

use crate::error::{Error, Result};
pub use crate::model::case::Rows;
use crate::model::ids::{CaseId, FileOf, ImportId};
use crate::model::sums::Sum;
use crate::store::values::standing::signed;

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
