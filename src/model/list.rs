//! A list of accounts as somebody looks at it: its columns, and by which of them it is ordered.

use serde::{Deserialize, Serialize};

/// What a column shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "ListColumn")]
pub enum Column {
    /// The key as it was written.
    Address,
    /// The display name.
    Name,
    /// What it is.
    Kind,
    /// How far it is established.
    Status,
    /// How it is affected.
    Ways,
    /// The region's path.
    Region,
    /// Where its person lives, and what that rests on.
    Residence,
    /// The organisation's path.
    Organisation,
    /// How many records.
    Records,
    /// First access.
    FirstAccess,
    /// Last access.
    LastAccess,
    /// Free text.
    Notes,
    /// The import it first came with.
    Import,
}

impl Column {
    /// The phrase of its header.
    #[must_use]
    pub const fn phrase(self) -> &'static str {
        match self {
            Self::Address => "list-column-address",
            Self::Name => "list-column-name",
            Self::Kind => "list-column-kind",
            Self::Status => "list-column-status",
            Self::Ways => "list-column-ways",
            Self::Region => "list-column-region",
            Self::Residence => "list-column-residence",
            Self::Organisation => "list-column-organisation",
            Self::Records => "list-column-records",
            Self::FirstAccess => "list-column-first-access",
            Self::LastAccess => "list-column-last-access",
            Self::Notes => "list-column-notes",
            Self::Import => "list-column-import",
        }
    }
}

/// In which order accounts stand; what is not known stands last either way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct Order {
    /// By which column.
    pub by: Column,
    /// The largest first.
    pub descending: bool,
}
