//! What an import recorded: its files, and what became of their rows. It stays when its rows are taken back.

use jiff::Timestamp;
use serde::Serialize;

use crate::model::ids::ImportId;

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
    /// None yet; `enrich`: accounts are only to be filled.
    #[must_use]
    pub const fn none(enrich: bool) -> Self {
        Self { read: 0, new: 0, merged: 0, rejected: 0, unmatched: if enrich { Some(0) } else { None } }
    }

    /// Whether any row was of use.
    #[must_use]
    pub const fn is_of_use(&self) -> bool {
        self.new + self.merged > 0 || matches!(self.unmatched, Some(1..))
    }

    /// Adds those of another file.
    pub fn add(&mut self, other: Self) {
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
    #[must_use]
    pub fn named(&self) -> Vec<(&'static str, u64)> {
        let all = [("read", self.read), ("new", self.new), ("merged", self.merged), ("rejected", self.rejected)];
        all.into_iter().chain(self.unmatched.map(|n| ("unmatched", n))).collect()
    }

    /// Sets the one of this name; one of another kind of rows is passed over.
    pub fn set(&mut self, what: &str, n: u64) {
        match what {
            "read" => self.read = n,
            "new" => self.new = n,
            "merged" => self.merged = n,
            "rejected" => self.rejected = n,
            "unmatched" => self.unmatched = Some(n),
            _ => {}
        }
    }
}

/// What an import recorded (docs/model.md, Evidence). It stays when its rows are taken back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct ImportRecord {
    /// Its id.
    pub id: ImportId,
    /// Its files, in the order given.
    pub files: Vec<ImportedFile>,
    /// When it ended.
    #[ts(type = "string")]
    pub at: Timestamp,
    /// By whom.
    pub by: String,
    /// What became of the rows of all its files.
    #[serde(flatten)]
    pub rows: Rows,
    /// Whether its rows have been taken back.
    pub taken_back: bool,
    /// Who handed it over.
    pub handed_over: Option<String>,
    /// Who collected it, when, with what query and period.
    pub collected: Option<String>,
}

/// A file of an import.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct ImportedFile {
    /// Its name, without its folder.
    pub name: String,
    /// SHA-256 of the bytes as read, in hexadecimal.
    pub sha256: String,
    /// In bytes.
    pub size: u64,
    /// How its rows are held: a container's id.
    pub container: String,
    /// What they are: a kind's id.
    pub kind: String,
    /// How it was read: encoding, delimiter, sheet, header row, date order, zone.
    pub reading: String,
    /// What became of its rows.
    #[serde(flatten)]
    pub rows: Rows,
}
