//! All SQL. It formats no text for people, and opens no file but its own book and what belongs to it: its lock, its copies, a
//! scratch file; that in `file`, and in `base::place` what a path leads to.
//!
//! Functions take a connection (a transaction is one), so that one action is one transaction.
//!
//! Ten rooms on eight floors: a file uses its own room and those on floors below, never what stands above or beside, and no files
//! name each other in a circle (`tests/architecture/rooms.rs`).
//!
//! | floor | room | what stands there |
//! | --- | --- | --- |
//! | 8 | `reading` | what is looked at: lists of accounts, rows as they are edited, the log by page, whether the book is whole |
//! | 7 | `accounts` | accounts as lists and hands make them: imported, merged, tagged, undone, taken back |
//! | 6 | `numbers` | what is counted: the facts, now and as of a deed, and where each number comes from |
//! | 5 | `written` | what is written down, and what follows from it: parties, trees, answers; what came in and what went out |
//! | 5 | `file` | the book as a file: made, held, opened, brought to a format, sealed anew, copied |
//! | 4 | `log` | deeds, the chained log, what an entry commits to |
//! | 3 | `tally` | numbers at hand: how many accounts there are of each combination of tags |
//! | 2 | `entities` | kinds of rows, a declaration each, and how a row of any kind is read, put and recorded |
//! | 2 | `values` | what an account holds, and what it held before a deed, as columns |
//! | 1 | `base` | `SQLite`'s own interface, packing, hashes, refusals as codes, what a path leads to |
//!
//! Whoever stands above the store names what is handed on here; inside it a path names its room.

mod accounts;
mod base;
pub mod entities;
pub mod file;
mod log;
mod numbers;
mod reading;
pub mod tally;
mod values;
mod written;

pub use accounts::{anew, filter_sql, forgetting, importing, rejects, statements, tagging, taking_back, undo};
pub use base::bytes::{hex, instant, sha256, uid, uid_text};
pub use base::place;
pub use entities::fields;
pub use file::Access;
pub use file::book::Store;
pub use file::writing::Writing;
pub use log::{audit, deeds};
pub use numbers::{as_of, explain, facts};
pub use reading::{changes, held, identities, journal, listing, suggesting, verify, views};
pub use written::{
    answers, cases, days, editing, evidence, exports, imported, merging_nodes, nodes, parties, typed_counts, which_case,
};

/// A connection; a transaction is one.
pub type Connection = sqlx::SqliteConnection;
