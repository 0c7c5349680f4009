//! How many rows of an import became what. It counts nothing itself.

use serde::Serialize;

use super::Terms;

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
    pub(super) const fn of(terms: &Terms<'_>) -> Self {
        Self { read: 0, new: 0, merged: 0, rejected: 0, unmatched: if terms.enrich { Some(0) } else { None } }
    }

    /// Whether any row was of use.
    pub(super) const fn is_of_use(&self) -> bool {
        self.new + self.merged > 0 || matches!(self.unmatched, Some(1..))
    }

    pub(super) fn add(&mut self, other: Self) {
        self.read += other.read;
        self.new += other.new;
        self.merged += other.merged;
        self.rejected += other.rejected;
        self.unmatched = self.unmatched.zip(other.unmatched).map(|(one, other)| one + other);
    }
}
