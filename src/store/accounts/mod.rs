//! Accounts, as lists and hands make them: imported, merged, tagged; undone and taken back. Whatever it changes it moves in the
//! tally and marks for the log. It prints no list: that is `reading`.

mod aliases;
pub mod anew;
mod conflicts;
mod field;
pub mod filter_sql;
pub mod forgetting;
pub mod importing;
mod legend;
mod merging;
mod putting_back;
pub mod rejects;
mod sightings;
mod stated;
pub mod statements;
pub mod tagging;
pub mod taking_back;
pub mod undo;
