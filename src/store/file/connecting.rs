//! How a connection to a book is made ready: the key first, then what keeps a foreign book from doing harm, then the
//! caches. It knows no table.
#![allow(
    unsafe_code,
    reason = "the key and some switches have no statement of SQL; each pointer lives within its call"
)]

use std::ffi::c_int;
use std::path::Path;
use std::time::Duration;

use libsqlite3_sys as ffi;
use sqlx::sqlite::{SqliteConnectOptions, SqlitePoolOptions};
use sqlx::{Connection as _, SqliteConnection, SqlitePool};

use super::key::{Key, Passphrase};
use crate::store::base::codes::Refused;
use crate::store::base::{asked, digest, holds};

/// How long one waits for others, in this program or in another, before one is told so (docs/model.md, Globals).
pub const PATIENCE: Duration = Duration::from_secs(5);

/// The book's own schema, in SQLite's words.
const MAIN: &std::ffi::CStr = c"main";

/// What a book is opened for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Only looking: allowed while another window holds the book, and on a read-only medium.
    Read,
    /// Changing: one at a time.
    Write,
}

/// How a book's file is opened.
#[derive(Debug, Clone)]
pub(super) struct Way {
    options: SqliteConnectOptions,
    key: Option<Key>,
    /// A log that was found is left where it is when the last connection goes.
    leaves_the_log: bool,
}

impl Way {
    /// A file that is there. The path is absolute, so that SQLite does not take it for an address.
    pub(super) fn to(path: &Path, key: Option<Key>) -> Self {
        let options = SqliteConnectOptions::new().filename(path).create_if_missing(false);
        let options = options.foreign_keys(true).busy_timeout(PATIENCE);
        // SQLCipher's log would write to stderr past us.
        let options = if key.is_some() { options.pragma("cipher_log_level", "NONE") } else { options };
        Self { options, key, leaves_the_log: false }
    }

    /// The same, leaving a log that was found where it is: whoever only looks moves nothing.
    pub(super) fn leaving_the_log(self) -> Self {
        Self { leaves_the_log: true, ..self }
    }

    /// The same; whoever writes moves the log into the book.
    pub(super) fn moving_the_log(self, moves: bool) -> Self {
        Self { leaves_the_log: !moves, ..self }
    }

    /// The same, where nobody can write and nothing changes under us.
    pub(super) fn immutable(self) -> Self {
        Self { options: self.options.read_only(true).immutable(true), ..self }
    }

    pub(super) const fn key(&self) -> Option<&Key> {
        self.key.as_ref()
    }

    /// One connection.
    pub(super) async fn connect(&self) -> sqlx::Result<SqliteConnection> {
        let mut conn = SqliteConnection::connect_with(&self.options).await?;
        ready(&mut conn, self.key.as_ref(), self.leaves_the_log).await?;
        Ok(conn)
    }

    /// Several, made as they are needed.
    pub(super) fn pool(&self, size: u32, cache_kib: u32, reading: bool) -> SqlitePool {
        let (key, leaves_the_log) = (self.key.clone(), self.leaves_the_log);
        SqlitePoolOptions::new()
            .max_connections(size)
            .idle_timeout(None)
            .max_lifetime(None)
            .acquire_timeout(PATIENCE)
            .test_before_acquire(false)
            .after_connect(move |conn, _| {
                let key = key.clone();
                Box::pin(async move {
                    ready(conn, key.as_ref(), leaves_the_log).await?;
                    suited(conn, cache_kib, reading).await
                })
            })
            .connect_lazy_with(self.options.clone())
    }
}

/// The key comes first: SQLCipher reads no page before it has one. Then no schema is trusted, none can be edited as text,
/// and no page is believed to hold what it cannot (<https://sqlite.org/security.html>).
async fn ready(conn: &mut SqliteConnection, key: Option<&Key>, leaves_the_log: bool) -> sqlx::Result<()> {
    if let Some(key) = key {
        give(conn, key.bytes(), |database, bytes, length| {
            // SAFETY: the connection is open and held; SQLCipher copies `length` bytes within the call.
            unsafe { ffi::sqlite3_key_v2(database, MAIN.as_ptr(), bytes.cast(), length) }
        })
        .await?;
    }
    let switches = [
        (ffi::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false),
        (ffi::SQLITE_DBCONFIG_DEFENSIVE, true),
        (ffi::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, leaves_the_log),
    ];
    for (switch, on) in switches {
        let mut held = conn.lock_handle().await?;
        // SAFETY: the connection is open and held; each switch takes a number and a place for none.
        let code = unsafe {
            let none = std::ptr::null_mut::<c_int>();
            ffi::sqlite3_db_config(held.as_raw_handle().as_ptr(), switch, c_int::from(on), none)
        };
        accepted(code)?;
    }
    sqlx::query("PRAGMA cell_size_check = ON").execute(&mut *conn).await?;
    Ok(())
}

/// Seals the pages anew, in one transaction of SQLite's.
pub(super) async fn rekey(conn: &mut SqliteConnection, passphrase: &Passphrase) -> sqlx::Result<()> {
    give(conn, passphrase.bytes(), |database, bytes, length| {
        // SAFETY: the connection is open and held; SQLCipher copies `length` bytes within the call.
        unsafe { ffi::sqlite3_rekey_v2(database, MAIN.as_ptr(), bytes.cast(), length) }
    })
    .await
}

/// Hands bytes of ours to SQLCipher.
async fn give(
    conn: &mut SqliteConnection,
    bytes: &[u8],
    to: impl FnOnce(*mut ffi::sqlite3, *const u8, c_int) -> c_int,
) -> sqlx::Result<()> {
    let length = c_int::try_from(bytes.len()).map_err(|cause| sqlx::Error::Configuration(Box::new(cause)))?;
    let mut held = conn.lock_handle().await?;
    accepted(to(held.as_raw_handle().as_ptr(), bytes.as_ptr(), length))
}

fn accepted(code: c_int) -> sqlx::Result<()> {
    if code == ffi::SQLITE_OK { Ok(()) } else { Err(Refused::by_sqlite(code)) }
}

async fn suited(conn: &mut SqliteConnection, cache_kib: u32, reading: bool) -> sqlx::Result<()> {
    let cache = sqlx::AssertSqlSafe(format!("PRAGMA cache_size = -{cache_kib}"));
    sqlx::query(cache).execute(&mut *conn).await?;
    sqlx::query("PRAGMA temp_store = MEMORY").execute(&mut *conn).await?;
    // What a writer removes is gone from the file, not only from its tables.
    let duty = if reading { "PRAGMA query_only = ON" } else { "PRAGMA secure_delete = ON" };
    sqlx::query(duty).execute(&mut *conn).await?;
    holds::teach(conn).await?;
    digest::teach(conn).await?;
    asked::teach(conn).await
}
