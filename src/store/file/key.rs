//! The key of a sealed book, derived once however many connections open it, in one buffer that is wiped when it goes.
//!
//! SQLCipher derives a key from the passphrase for every connection, a tenth of a second each; given the derived key
//! and the salt it derives nothing. It is SQLCipher's own derivation, unchanged. It opens no book.

use std::fs::File;
use std::io::{self, Read as _};
use std::path::Path;
use std::sync::Arc;

use openssl::hash::MessageDigest;
use precis_profiles::OpaqueString;
use precis_profiles::precis_core::profile::Profile as _;
use zeroize::Zeroizing;

use crate::error::{Error, Result};
use crate::store::base::place::about;

/// SQLCipher 4's defaults: PBKDF2-HMAC-SHA512, 256,000 rounds, a key of 256 bits; the salt is the file's first 16
/// bytes (<https://www.zetetic.net/sqlcipher/design/>).
const ROUNDS: usize = 256_000;
const KEY: usize = 32;
const SALT: usize = 16;

/// So long may a passphrase be, in bytes, wherever it comes from.
pub const LONGEST_PASSPHRASE: usize = 4096;

/// A passphrase as it is used: an `OpaqueString` of RFC 8265, so that the same word opens the book however a keyboard
/// composes its letters. Wiped when it goes.
pub(in crate::store) struct Passphrase(Zeroizing<String>);

impl Passphrase {
    /// As typed.
    ///
    /// # Errors
    /// `book.passphrase_empty`, `book.passphrase_too_long`; `book.passphrase_unusable`: it holds a control character, or one that no standard knows.
    pub(in crate::store) fn read(typed: &str) -> Result<Self> {
        if typed.is_empty() {
            return Err(Error::new("book.passphrase_empty"));
        }
        if typed.len() > LONGEST_PASSPHRASE {
            return Err(Error::new("book.passphrase_too_long").with("most", LONGEST_PASSPHRASE));
        }
        let enforced = OpaqueString::new().enforce(typed);
        let enforced = enforced.map_err(|cause| Error::new("book.passphrase_unusable").because(cause))?;
        Ok(Self(Zeroizing::new(enforced.into_owned())))
    }

    pub(super) fn bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }

    /// Whether SQLCipher takes it for a key that is derived already, with or without its salt.
    fn is_raw(&self) -> bool {
        let digits = self.0.strip_prefix(['x', 'X']).and_then(|it| it.strip_prefix('\'')?.strip_suffix('\''));
        digits.is_some_and(|it| {
            [KEY * 2, (KEY + SALT) * 2].contains(&it.len()) && it.bytes().all(|byte| byte.is_ascii_hexdigit())
        })
    }
}

/// A key as SQLCipher takes it: derived key and salt, written as a blob.
#[derive(Clone)]
pub(super) struct Key(Arc<Zeroizing<Vec<u8>>>);

/// It is never shown.
impl std::fmt::Debug for Key {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Key")
    }
}

impl Key {
    /// Of a book that is to be made: with a salt of its own.
    ///
    /// # Errors
    /// `store.failed`.
    pub(super) fn anew(passphrase: &Passphrase) -> Result<Self> {
        let mut salt = [0; SALT];
        openssl::rand::rand_bytes(&mut salt).map_err(|cause| Error::new("store.failed").because(cause))?;
        Self::derived(passphrase, &salt)
    }

    /// Of a book that is there and not open.
    ///
    /// # Errors
    /// `book.wrong_passphrase_or_no_book` for a file too short for a salt, `book.unreadable`.
    pub(super) fn of(path: &Path, passphrase: &Passphrase) -> Result<Self> {
        let mut salt = [0; SALT];
        let read = File::open(path).and_then(|mut file| file.read_exact(&mut salt));
        read.map_err(|cause| match cause.kind() {
            io::ErrorKind::UnexpectedEof => about("book.wrong_passphrase_or_no_book", path),
            _ => about("book.unreadable", path).because(cause),
        })?;
        Self::derived(passphrase, &salt)
    }

    fn derived(passphrase: &Passphrase, salt: &[u8; SALT]) -> Result<Self> {
        if passphrase.is_raw() {
            return Ok(Self(Arc::new(Zeroizing::new(passphrase.bytes().to_vec()))));
        }
        let mut key = Zeroizing::new([0; KEY]);
        openssl::pkcs5::pbkdf2_hmac(passphrase.bytes(), salt, ROUNDS, MessageDigest::sha512(), key.as_mut_slice())
            .map_err(|cause| Error::new("store.failed").because(cause))?;
        // As long as it gets: a buffer that grew would leave a copy behind.
        let mut text = Zeroizing::new(Vec::with_capacity((KEY + SALT) * 2 + 3));
        text.extend_from_slice(b"x'");
        key.iter().chain(salt).for_each(|byte| text.extend_from_slice(&digits(*byte)));
        text.push(b'\'');
        Ok(Self(Arc::new(text)))
    }

    /// Whether a passphrase leads to this key.
    ///
    /// # Errors
    /// `store.failed`.
    pub(super) fn is_of(&self, passphrase: &Passphrase) -> Result<bool> {
        let other = match self.salt() {
            Some(salt) => Self::derived(passphrase, &salt)?,
            None => return Ok(openssl_eq(&self.0, passphrase.bytes())),
        };
        Ok(openssl_eq(&self.0, &other.0))
    }

    /// The salt, where the key is one that we derived.
    fn salt(&self) -> Option<[u8; SALT]> {
        let text = self.0.get(2 + KEY * 2..2 + (KEY + SALT) * 2)?;
        let digit = |byte: u8| char::from(byte).to_digit(16).and_then(|it| u8::try_from(it).ok());
        let mut salt = [0; SALT];
        for (byte, pair) in salt.iter_mut().zip(text.chunks_exact(2)) {
            *byte = digit(pair[0])? * 16 + digit(pair[1])?;
        }
        Some(salt)
    }

    pub(super) fn bytes(&self) -> &[u8] {
        &self.0
    }
}

/// In a time that says nothing of where they differ.
fn openssl_eq(one: &[u8], other: &[u8]) -> bool {
    one.len() == other.len() && openssl::memcmp::eq(one, other)
}

/// A byte as two digits.
const fn digits(byte: u8) -> [u8; 2] {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    [DIGITS[(byte >> 4) as usize], DIGITS[(byte & 15) as usize]]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_the_same_however_its_letters_are_composed() {
        let key = Key::anew(&Passphrase::read("Grüße aus Åre").expect("usable")).expect("a key");
        for same in ["Gru\u{308}ße aus A\u{30a}re", "Grüße aus \u{212b}re", "Grüße\u{a0}aus\u{2003}Åre"] {
            assert!(key.is_of(&Passphrase::read(same).expect("usable")).expect("derived"), "{same}");
        }
        for other in ["Grusse aus Are", "grüße aus åre", "Grüße aus Åre "] {
            assert!(!key.is_of(&Passphrase::read(other).expect("usable")).expect("derived"), "{other}");
        }
    }

    #[test]
    fn what_cannot_be_typed_is_no_passphrase() {
        for unusable in ["a\0b", "a\u{7}", "\u{1b}[A"] {
            assert_eq!(Passphrase::read(unusable).err().expect("refused").code, "book.passphrase_unusable");
        }
        assert_eq!(Passphrase::read("").err().expect("refused").code, "book.passphrase_empty");
        for usable in ["x", "пароль 密码", "🐎🔋 staple", "'\"; DROP", " leading"] {
            assert!(Passphrase::read(usable).is_ok(), "{usable}");
        }
    }

    #[test]
    fn a_key_is_not_shown() {
        let key = Key::anew(&Passphrase::read("secret").expect("usable")).expect("a key");
        assert_eq!(format!("{key:?}"), "Key");
    }
}
