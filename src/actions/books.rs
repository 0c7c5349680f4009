//! `book info`: what a book says of itself. Making and opening one is [`super::Session`].

use std::path::Path;
use std::sync::Arc;

use super::Session;
use crate::error::{Error, Result};
use crate::model::who::Act;

use crate::store::file::card::{self, BookCard};
use crate::store::file::copying::{self, Sealing};

/// Path, encrypted or plain, uid, made when and by whom, cases, format, size.
///
/// # Errors
/// What the store refuses.
pub async fn info(session: &Session) -> Result<BookCard> {
    card::card(&session.store).await
}

/// Copies the book whole to a place where nothing is yet. A sealed book's copy opens with the same passphrase.
///
/// # Errors
/// `book.read_only`, `book.exists`, `backup.failed`.
pub async fn backup(session: &Session, to: &Path) -> Result<()> {
    copying::copy(&session.store, to).await
}

/// The same book wherever it is copied, also where its file has left its place.
///
/// # Errors
/// `book.read_only`; what the store refuses.
pub async fn uid(session: &Session) -> Result<String> {
    copying::uid(&session.store).await
}

/// How many entries the log has: another number says that the book was changed.
///
/// # Errors
/// What the store refuses.
pub async fn entries(session: &Session) -> Result<i64> {
    copying::entries(&session.store).await
}

/// Seals the book with another passphrase, and opens it with that one. The only session on it; where it is refused,
/// the book is as it was. Copies made before keep the passphrase they have.
///
/// # Errors
/// `book.wrong_passphrase_or_no_book`: that is not the passphrase it has now; `book.not_sealed`, `book.read_only`,
/// `book.passphrase_empty`, `book.passphrase_unusable`; with the session, where it stays open.
pub async fn change_passphrase(session: Session, old: &str, new: &str) -> std::result::Result<Session, Refused> {
    let sealing = match Sealing::of(&session.store, old, new) {
        Ok(sealing) => sealing,
        Err(cause) => return Err(Refused { cause, session: Some(session) }),
    };
    let Session { store, who, now, clock } = session;
    let store = match Arc::try_unwrap(store) {
        Ok(store) => store,
        Err(store) => {
            let cause = Error::new("book.working");
            return Err(Refused { cause, session: Some(Session { store, who, now, clock }) });
        }
    };
    match sealing.seal(store, &Act { who: &who, at: now, clock }).await {
        Ok(store) => Ok(Session { store: Arc::new(store), who, now, clock }),
        Err((cause, store)) => {
            Err(Refused { cause, session: store.map(|store| Session { store: Arc::new(store), who, now, clock }) })
        }
    }
}

/// Why a passphrase was not changed.
#[derive(Debug)]
pub struct Refused {
    /// Why.
    pub cause: Error,
    /// The book, where it is still open.
    pub session: Option<Session>,
}

/// How hard a passphrase is to guess.
#[derive(Debug, Clone, Copy, PartialEq, serde::Serialize, ts_rs::TS)]
pub struct Strength {
    /// 0, guessed at once, to 4, beyond reach: the scale of zxcvbn.
    pub score: u8,
    /// Guesses it takes, as a power of ten.
    pub guesses_log10: f64,
}

/// Below this score a passphrase is weak for a book of names: fewer than 10^8 guesses (zxcvbn's own scale).
pub const STRONG: u8 = 3;

/// How hard a passphrase is to guess, in the form that it is used in.
#[must_use]
pub fn strength(passphrase: &str) -> Strength {
    let estimate = zxcvbn::zxcvbn(passphrase, &["breachbook"]);
    Strength { score: estimate.score().into(), guesses_log10: estimate.guesses_log10() }
}
