//! What is looked at: lists of accounts, what is written down as it is edited, the log by page and field by field, whether the
//! book is whole. It changes nothing.

pub mod changes;
pub mod held;
pub mod identities;
pub mod journal;
pub mod listing;
pub mod suggesting;
pub mod verify;
pub mod views;
