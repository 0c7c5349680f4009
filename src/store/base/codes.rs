//! What lay beneath a refusal of SQLite's, as the code a screen can act on. It says it to nobody.

use std::ffi::c_int;

use super::place::folders_of_open_books;
use crate::error::Error;
use crate::system::volumes::is_full;

impl From<sqlx::Error> for Error {
    fn from(cause: sqlx::Error) -> Self {
        let code = code_of(&cause);
        Self::new(code).because(cause)
    }
}

/// SQLite's result codes, <https://sqlite.org/rescode.html>; the primary code is the low byte.
pub fn code_of(cause: &sqlx::Error) -> &'static str {
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
pub fn code_of_result(code: Option<i32>) -> &'static str {
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
    let full = code == Some(NO_ROOM_TO_SHARE) || folders_of_open_books().iter().any(|it| is_full(it));
    if by_room && full { "book.disk_full" } else { found }
}

/// SQLite's primary result code.
pub fn primary(cause: &sqlx::Error) -> Option<i32> {
    extended(cause).map(|code| code & 0xff)
}

/// SQLite's result code, with what it says more.
fn extended(cause: &sqlx::Error) -> Option<i32> {
    match cause {
        sqlx::Error::Configuration(cause) => cause.downcast_ref::<Refused>().map(|it| it.0),
        cause => cause.as_database_error()?.code()?.parse().ok(),
    }
}

/// A result code that SQLite gave us and not sqlx.
#[derive(Debug, thiserror::Error)]
#[error("SQLite: {0}")]
pub struct Refused(c_int);

impl Refused {
    pub fn by_sqlite(code: c_int) -> sqlx::Error {
        sqlx::Error::Configuration(Box::new(Self(code)))
    }
}
