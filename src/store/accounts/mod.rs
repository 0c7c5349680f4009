//! Accounts, as lists and hands make them: imported, merged, tagged; undone and taken back. Whatever it changes it moves in the
//! tally and marks for the log. It prints no list: that is `reading`.

mod aliases;
mod conflicts;
pub mod filter_sql;
pub mod forgetting;
pub mod importing;
mod merging;
pub mod rejects;
mod sightings;
pub mod statements;
pub mod tagging;
mod taking_back;
pub mod undo;
