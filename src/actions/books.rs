//! `book info`: what a book says of itself. Making and opening one is [`super::Session`].

use std::path::Path;

use super::{Access, Session};
use crate::error::{Error, Result};
use crate::model::clock::When;
use crate::store::book::{self, BookCard};
use crate::store::copying;
use crate::store::deeds::Act;

/// Path, encrypted or plain, uid, made when and by whom, cases, format, size.
///
/// # Errors
/// What the store refuses.
pub async fn info(session: &Session) -> Result<BookCard> {
    book::card(&session.store).await
}

/// Copies the book whole to a place where nothing is yet. A sealed book's copy opens with the same passphrase.
///
/// # Errors
/// `book.read_only`, `book.exists`, `backup.failed`.
pub async fn backup(session: &Session, to: &Path) -> Result<()> {
    copying::copy(&session.store, to).await
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
    if let Err(cause) = may_change(&session, old, new).await {
        return Err(Refused { cause, session: Some(session) });
    }
    let (path, who) = (session.store.path().to_owned(), session.who.clone());
    let when = When { at: session.now, clock: session.clock };
    let done = match session.close().await {
        Ok(()) => copying::seal_anew(&path, old, new, &Act { who: &who, at: when.at, clock: when.clock }).await,
        Err(cause) => Err(cause),
    };
    let key = if done.is_ok() { new } else { old };
    match (done, Session::open(&path, Some(key), Access::Write, who, when).await) {
        (Ok(()), Ok(session)) => Ok(session),
        (Err(cause), session) => Err(Refused { cause, session: session.ok() }),
        (Ok(()), Err(cause)) => Err(Refused { cause, session: None }),
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

async fn may_change(session: &Session, old: &str, new: &str) -> Result<()> {
    if !session.store.is_sealed() {
        return Err(Error::new("book.not_sealed"));
    }
    if !session.store.is_writable() {
        return Err(Error::new("book.read_only").with("book", session.store.path().display()));
    }
    match new {
        "" => Err(Error::new("book.passphrase_empty")),
        it if it.contains('\0') => Err(Error::new("book.passphrase_unusable")),
        _ => copying::is_passphrase(&session.store, old, &session.who).await,
    }
}
