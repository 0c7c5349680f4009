//! All SQL. It formats no text for people, and opens no file but its own book and what belongs to it: its lock, its copies, a
//! scratch file; all of that in `file`.
//!
//! Functions take a connection (a transaction is one), so that one action is one transaction.

pub mod accounts;
mod aliases;
pub mod answers;
pub mod as_of;
mod asked;
pub mod audit;
mod before;
mod bulk;
mod canonical;
pub mod cases;
pub mod changes;
mod commitment;
mod conflicts;
mod contradicted;
mod counters;
pub mod days;
pub mod deeds;
pub mod evidence;
pub mod explain;
pub mod exports;
pub mod facts;
pub mod file;
pub mod filter_sql;
pub mod forgetting;
pub mod held;
mod holds;
pub mod identities;
mod ids;
pub mod importing;
pub mod journal;
mod legal_entities;
mod merging;
pub mod nodes;
mod packing;
pub mod parties;
mod profiles;
pub mod rejects;
mod sightings;
mod standing;
pub mod statements;
pub mod suggesting;
pub mod tagging;
mod tags;
mod taking_back;
pub mod tally;
mod tree_index;
pub mod typed_counts;
pub mod undo;
pub mod verify;
pub mod views;
pub mod which_case;
pub mod written;

use jiff::Timestamp;
use sha2::{Digest as _, Sha256};

use crate::error::Error;
use crate::system::volumes::is_full;

pub use file::book::{Access, Store};
pub use file::writing::Writing;
pub use written::fields;

/// A connection; a transaction is one.
pub type Connection = sqlx::SqliteConnection;

/// What lay beneath a refusal of SQLite's, as the code a screen can act on.
impl From<sqlx::Error> for Error {
    fn from(cause: sqlx::Error) -> Self {
        let code = code_of(&cause);
        Self::new(code).because(cause)
    }
}

/// SQLite's result codes, <https://sqlite.org/rescode.html>; the primary code is the low byte.
fn code_of(cause: &sqlx::Error) -> &'static str {
    match cause {
        // A connection of our own is busy, with a long import perhaps; not another program.
        sqlx::Error::PoolTimedOut => "book.working",
        cause => code_of_result(extended(cause)),
    }
}

/// Room for the memory that connections share could not be made (`SQLITE_IOERR_SHMSIZE`): a full disk.
const NO_ROOM_TO_SHARE: i32 = 10 | (19 << 8);

/// A result code, as the code a screen can act on. On a disk without room SQLite fails in many ways: as a read or a write that
/// failed, as a file that cannot be opened, even as one that is damaged.
fn code_of_result(code: Option<i32>) -> &'static str {
    let found = match code.map(|code| code & 0xff) {
        Some(5 | 6) => "book.busy",
        Some(8) => "book.read_only",
        Some(9) => "cancelled",
        Some(10) => "book.disk",
        Some(11 | 26) => "book.damaged",
        Some(13) => "book.disk_full",
        Some(14) => "book.unreadable",
        _ => "store.failed",
    };
    let by_room = matches!(found, "book.disk" | "book.damaged" | "book.unreadable" | "store.failed");
    let full = code == Some(NO_ROOM_TO_SHARE) || file::place::folders_of_open_books().iter().any(|it| is_full(it));
    if by_room && full { "book.disk_full" } else { found }
}

/// SQLite's primary result code.
fn primary(cause: &sqlx::Error) -> Option<i32> {
    extended(cause).map(|code| code & 0xff)
}

/// SQLite's result code, with what it says more.
fn extended(cause: &sqlx::Error) -> Option<i32> {
    match cause {
        sqlx::Error::Configuration(cause) => cause.downcast_ref::<file::Refused>().map(|it| it.0),
        cause => cause.as_database_error()?.code()?.parse().ok(),
    }
}

/// A UUIDv7 of this instant: the same thing in every book.
#[must_use]
pub fn uid(at: Timestamp) -> Vec<u8> {
    let seconds = u64::try_from(at.as_second()).unwrap_or(0);
    let nanos = u32::try_from(at.subsec_nanosecond()).unwrap_or(0);
    let at = uuid::Timestamp::from_unix(uuid::NoContext, seconds, nanos);
    uuid::Uuid::new_v7(at).as_bytes().to_vec()
}

/// A uid as people and JSON write it.
#[must_use]
pub fn uid_text(bytes: &[u8]) -> String {
    uuid::Uuid::from_slice(bytes).map(|uid| uid.to_string()).unwrap_or_default()
}

/// Bytes in hexadecimal.
#[must_use]
pub fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        // Writing to a String cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// SHA-256.
#[must_use]
pub fn sha256(parts: &[&[u8]]) -> [u8; 32] {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update(part);
    }
    hash.finalize().into()
}

/// A time that the store wrote.
///
/// # Errors
/// `book.damaged`: nobody else writes there.
pub fn instant(text: &str) -> crate::error::Result<Timestamp> {
    text.parse().map_err(|cause: jiff::Error| Error::new("book.damaged").because(cause))
}
