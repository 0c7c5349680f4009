//! `digest(text)`: a function of our connections, by which `account_key` finds accounts: the first 16 bytes of the SHA-256 of a key.
//! Nobody finds two keys with the same one, and it takes less than half of what keys take (docs/decisions/0033).
#![allow(unsafe_code, reason = "SQLite calls it through its C interface; every pointer lives within the call")]

use std::ffi::c_int;

use libsqlite3_sys as ffi;
use sha2::{Digest as _, Sha256};
use sqlx::SqliteConnection;

/// What a key is found by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Digest([u8; Self::LENGTH]);

impl Digest {
    /// In bytes.
    pub const LENGTH: usize = 16;

    /// Of a text.
    pub fn of(text: impl AsRef<[u8]>) -> Self {
        let hash = Sha256::digest(text);
        let mut it = [0; Self::LENGTH];
        it.iter_mut().zip(hash).for_each(|(to, from)| *to = from);
        Self(it)
    }

    /// As it was written.
    pub const fn from_bytes(bytes: [u8; Self::LENGTH]) -> Self {
        Self(bytes)
    }

    /// As it is written.
    pub const fn bytes(&self) -> &[u8] {
        &self.0
    }
}

/// Teaches a connection the function. No trigger and no view can call it.
///
/// # Errors
/// What SQLite refuses.
pub(in crate::store) async fn teach(conn: &mut SqliteConnection) -> sqlx::Result<()> {
    let mut held = conn.lock_handle().await?;
    let how = ffi::SQLITE_UTF8 | ffi::SQLITE_DETERMINISTIC | ffi::SQLITE_DIRECTONLY;
    // SAFETY: the connection is open and held; the name ends with a zero; the function asks for nothing of ours.
    let code = unsafe {
        let (database, none) = (held.as_raw_handle().as_ptr(), std::ptr::null_mut());
        ffi::sqlite3_create_function_v2(database, c"digest".as_ptr(), 1, how, none, Some(digest), None, None, None)
    };
    if code == ffi::SQLITE_OK {
        Ok(())
    } else {
        Err(sqlx::Error::Protocol(format!("SQLite refuses a function: {code}")))
    }
}

/// The function. Of nothing it says nothing.
unsafe extern "C" fn digest(context: *mut ffi::sqlite3_context, _: c_int, values: *mut *mut ffi::sqlite3_value) {
    // SAFETY: SQLite hands over one value that lives as long as the call; it copies what it is given back within it.
    unsafe {
        let text = ffi::sqlite3_value_text(*values);
        if text.is_null() {
            return ffi::sqlite3_result_null(context);
        }
        let length = usize::try_from(ffi::sqlite3_value_bytes(*values)).unwrap_or_default();
        let it = Digest::of(std::slice::from_raw_parts(text, length));
        let length = c_int::try_from(Digest::LENGTH).unwrap_or_default();
        ffi::sqlite3_result_blob(context, it.bytes().as_ptr().cast(), length, ffi::SQLITE_TRANSIENT());
    }
}
