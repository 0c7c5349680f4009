//! Who does something: the name as declared, beside what the machine knows.

use serde::Serialize;

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
