//! The key of a sealed book, derived once however many connections open it.
//!
//! SQLCipher derives a key from the passphrase for every connection, a tenth of a second each; given the derived key
//! and the salt it derives nothing. It is SQLCipher's own derivation, unchanged. It keeps no passphrase and opens no book.

use std::fs::File;
use std::io::{self, Read as _};
use std::path::Path;

use openssl::hash::MessageDigest;

use super::hex;
use super::place_of_book::about;
use crate::error::Result;

/// SQLCipher 4's defaults: PBKDF2-HMAC-SHA512, 256,000 rounds, a key of 256 bits; the salt is the file's first 16
/// bytes (<https://www.zetetic.net/sqlcipher/design/>).
const ROUNDS: usize = 256_000;
const KEY: usize = 32;
const SALT: usize = 16;

/// What `PRAGMA key` is told for a book that is there: derived key and salt, as a literal of a blob.
///
/// # Errors
/// `book.wrong_passphrase_or_no_book` for a file too short for a salt, `book.unreadable`.
pub(super) fn key_of(path: &Path, passphrase: &str) -> Result<String> {
    if is_raw(passphrase) {
        return Ok(quoted(passphrase));
    }
    let mut salt = [0; SALT];
    let read = File::open(path).and_then(|mut file| file.read_exact(&mut salt));
    read.map_err(|cause| match cause.kind() {
        io::ErrorKind::UnexpectedEof => about("book.wrong_passphrase_or_no_book", path),
        _ => about("book.unreadable", path).because(cause),
    })?;
    let mut key = [0; KEY];
    openssl::pkcs5::pbkdf2_hmac(passphrase.as_bytes(), &salt, ROUNDS, MessageDigest::sha512(), &mut key)
        .map_err(|cause| about("store.failed", path).because(cause))?;
    Ok(format!("\"x'{}{}'\"", hex(&key), hex(&salt)))
}

/// A passphrase as `PRAGMA key` takes it.
pub(super) fn quoted(passphrase: &str) -> String {
    format!("'{}'", passphrase.replace('\'', "''"))
}

/// Whether SQLCipher takes the passphrase for a key that is derived already, with or without its salt.
fn is_raw(passphrase: &str) -> bool {
    let digits = passphrase.strip_prefix(['x', 'X']).and_then(|it| it.strip_prefix('\'')?.strip_suffix('\''));
    digits.is_some_and(|it| {
        [KEY * 2, (KEY + SALT) * 2].contains(&it.len()) && it.bytes().all(|byte| byte.is_ascii_hexdigit())
    })
}
