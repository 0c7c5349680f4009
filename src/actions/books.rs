//! `book info`: what a book says of itself. Making and opening one is [`super::Session`].

use super::Session;
use crate::error::Result;
use crate::store::book::{self, BookCard};

/// Path, encrypted or plain, uid, made when and by whom, cases, format, size.
///
/// # Errors
/// What the store refuses.
pub async fn info(session: &Session) -> Result<BookCard> {
    book::card(&session.store).await
}
