//! Uids, hashes and times as the book keeps them, and as people read them. It knows no table.

use jiff::Timestamp;
use sha2::{Digest as _, Sha256};

use crate::error::Error;

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
