//! Who does something, and when: the name as declared, beside what the machine knows. It asks no clock.

use jiff::Timestamp;
use serde::Serialize;

use super::clock::Clock;

/// Who does something (docs/model.md, Safe words: "name as declared · OS account · machine").
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Who {
    /// The name as declared.
    pub name: String,
    /// The account of the operating system.
    pub os_account: String,
    /// The machine's name.
    pub machine: String,
}

/// By whom and when something is done. The time is told, never read.
#[derive(Debug, Clone, Copy)]
pub struct Act<'a> {
    /// By whom.
    pub who: &'a Who,
    /// When.
    pub at: Timestamp,
    /// Where that time comes from.
    pub clock: Clock,
}
