//! What a path holds before SQLite sees it: nothing, something else, a plain book, or what may be a sealed one.
//!
//! It reads the first bytes and never writes; so a file that is no book stays as it was.

use std::fs::{self, File};
use std::io::{ErrorKind, Read as _};
use std::path::{Path, PathBuf};

use crate::error::{Error, Result};

/// "BrBk": marks a SQLite file as a book (`PRAGMA application_id`).
pub const APPLICATION_ID: u32 = 0x4272_426b;

/// The first 16 bytes of every plain SQLite file, <https://sqlite.org/fileformat2.html#the_database_header>.
const PLAIN: &[u8; 16] = b"SQLite format 3\0";
/// SQLCipher's page size; a sealed book is whole pages.
const PAGE: u64 = 4096;

/// What stands at a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Found {
    /// A plain SQLite file with our mark.
    Plain,
    /// No plain SQLite file, but whole pages of no text: a sealed book looks so, and so may other files.
    PerhapsSealed,
    /// Neither; a sealed book cannot look so.
    Other,
}

/// Looks at the first bytes.
///
/// # Errors
/// `book.missing`, `book.not_a_book`, `book.unreadable`.
pub fn look(path: &Path) -> Result<Found> {
    let size = fs::metadata(path).map_err(|cause| unreadable(path, cause))?;
    if !size.is_file() || size.len() == 0 {
        return Err(about("book.not_a_book", path));
    }
    let mut head = Vec::new();
    let file = File::open(path).map_err(|cause| unreadable(path, cause))?;
    file.take(512).read_to_end(&mut head).map_err(|cause| unreadable(path, cause))?;
    if head.starts_with(PLAIN) {
        return if mark(&head) == Some(APPLICATION_ID) {
            Ok(Found::Plain)
        } else {
            Err(about("book.not_a_book", path))
        };
    }
    let pages = size.len() >= PAGE && size.len().is_multiple_of(PAGE);
    Ok(if pages && std::str::from_utf8(&head).is_err() { Found::PerhapsSealed } else { Found::Other })
}

/// The application id stands at byte 68, big-endian.
fn mark(head: &[u8]) -> Option<u32> {
    head.get(68..72)?.try_into().ok().map(u32::from_be_bytes)
}

fn unreadable(path: &Path, cause: std::io::Error) -> Error {
    let code = if cause.kind() == ErrorKind::NotFound { "book.missing" } else { "book.unreadable" };
    about(code, path).because(cause)
}

/// A refusal that names the book's path.
#[must_use]
pub fn about(code: &'static str, path: &Path) -> Error {
    Error::new(code).with("book", path.display())
}

/// A file beside the book: its name with an ending more.
#[must_use]
pub fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

/// Whether the file says of itself that it is not to be written, or the system refuses it.
#[must_use]
pub fn is_read_only(path: &Path) -> bool {
    let marked = fs::metadata(path).is_ok_and(|it| it.permissions().readonly());
    marked || File::options().append(true).open(path).is_err()
}
