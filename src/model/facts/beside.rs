//! Numbers beside each other: two of one thing, and one of two things. Plain data; the store decides which stands.

use serde::Serialize;

use super::Figured;
use crate::model::case::TypedCount;
use crate::model::count::Count;

/// The subject of messages that are counted once over all mailboxes (docs/model.md, rule 6).
pub const DISTINCT: &str = "records.distinct";

/// Records of the main unit, and messages that are distinct over all mailboxes: two numbers, which are never added (rule 6).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct RecordNumbers {
    /// Account by account: a message that lies in three mailboxes counts three times.
    #[serde(flatten)]
    pub total: Figured,
    /// Messages, each once however many mailboxes it lies in; at most the total. `None`: nobody has stated it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub distinct: Option<Figured>,
}

impl From<Figured> for RecordNumbers {
    fn from(total: Figured) -> Self {
        Self { total, distinct: None }
    }
}

/// A typed count, and what the list says instead: one of them is adopted (rules 11 and 12).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct TypedConflict {
    /// What it counts.
    pub name: String,
    /// The organisation of the party whose it is, where it is one party's; the party's id stands in `typed`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub whose: Option<String>,
    /// As it was typed.
    pub typed: TypedCount,
    /// As the rows add up.
    pub computed: Count,
}
