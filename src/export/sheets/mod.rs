//! The list of accounts as a sheet that goes out, is filled in and comes back: CSV, XLSX, and JSON for programs.
//!
//! Beside `Format` because a list of a million rows is no `Document`: accounts are handed in one by one and leave at
//! once. It chooses no accounts, and what it writes is never what goes to an authority.

mod annex;
mod cells;
mod csv;
mod json;
mod shown;
mod xlsx;

#[cfg(test)]
mod round_trip;

use std::io::{self, Write};
use std::path::Path;

use jiff::Timestamp;

pub use self::annex::annex;
pub use self::csv::plain;

use crate::error::{Error, Result};
use crate::model::account::Account;
use crate::model::case::LogHead;
use crate::model::listed::{self, ById};

pub use shown::{Head, shown, tabbed};

/// The columns, by which the importer knows the sheet when it comes back (docs/model.md, Import).
pub const COLUMNS: [&str; 19] = [
    "id",
    "key",
    "key_kind",
    "shown",
    "name",
    "kind",
    "status",
    "ways",
    "residence",
    "basis",
    "region",
    "organisation",
    "records",
    "first_access",
    "last_access",
    "notes",
    "import",
    "line",
    "aliases",
];

/// The columns that somebody else may fill in.
pub const TO_FILL: [&str; 5] = ["status", "residence", "basis", "region", "organisation"];

/// A way to write the list of accounts.
pub struct Sheet {
    /// Stable and never translated.
    pub id: &'static str,
    /// The ending of a file's name, without the dot.
    pub extension: &'static str,
    /// Begins a list; the folder is for what it sets aside.
    pub begin: fn(of: &Origin, aside: &Path) -> Result<Box<dyn Lines>>,
    /// Begins a list exactly as it is shown, under this head.
    pub table: fn(of: &Origin, aside: &Path, head: &Head) -> Result<Box<dyn Rows>>,
}

/// Where a list comes from, for formats that have room for it: a line of CSV would be an account.
#[derive(Debug, Clone)]
pub struct Origin {
    /// When it is written.
    pub created: Timestamp,
    /// The entry of the log that it rests on.
    pub log: Option<LogHead>,
}

/// A list as it is shown, under way.
pub trait Rows: Send {
    /// Writes a row, now or at the end.
    ///
    /// # Errors
    /// `file.unwritable`, `export.too_many_rows`.
    fn add(&mut self, cells: &[String], out: &mut dyn Write) -> Result<()>;

    /// Writes what is left.
    ///
    /// # Errors
    /// `file.unwritable`.
    fn end(self: Box<Self>, out: &mut dyn Write) -> Result<()>;
}

/// A list under way.
pub trait Lines: Send {
    /// Writes an account, now or at the end.
    ///
    /// # Errors
    /// `file.unwritable`, `export.too_many_rows`.
    fn add(&mut self, account: &Account, out: &mut dyn Write) -> Result<()>;

    /// Writes what is left.
    ///
    /// # Errors
    /// `file.unwritable`.
    fn end(self: Box<Self>, out: &mut dyn Write) -> Result<()>;
}

/// Every sheet.
pub const SHEETS: &[&Sheet] = &[&json::JSON, &csv::CSV, &xlsx::XLSX];

impl ById for Sheet {
    const UNKNOWN: &'static str = "export.sheet_unknown";

    fn id(&self) -> &str {
        self.id
    }
}

/// The sheet with this id.
///
/// # Errors
/// `export.sheet_unknown`.
pub fn find(id: &str) -> Result<&'static Sheet> {
    listed::find(SHEETS.iter().copied(), id)
}

fn unwritable(cause: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Error {
    let cause = cause.into();
    let full = cause.downcast_ref::<io::Error>().is_some_and(|it| is_full(it.kind()));
    Error::new(if full { "file.disk_full" } else { "file.unwritable" }).because(cause)
}

const fn is_full(kind: io::ErrorKind) -> bool {
    matches!(kind, io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded)
}
