//! What is looked at and tried before a book is opened, or made. It changes nothing of what it looks at.

use std::fs;
use std::path::{Path, PathBuf};

use sqlx::Connection as _;

use super::book::Access;
use super::connecting::Way;
use super::format::{check_mark, read_mark};
use super::place::{Found, about, beside, has_other_names, is_read_only};
use super::{laying, lock, place, trust, wal};
use crate::error::{Error, Result};
use crate::store::primary;

/// Where a new book goes: its folders are made, and nothing stands there.
pub(super) fn room_for(path: &Path) -> Result<PathBuf> {
    let unwritable = |cause| laying::unwritable(path, cause);
    if let Some(folder) = path.parent().filter(|it| !it.as_os_str().is_empty()) {
        fs::create_dir_all(folder).map_err(unwritable)?;
    }
    let place = place::resolve(path).map_err(unwritable)?;
    if place.to_str().is_none() {
        return Err(about("book.name_unusable", &place));
    }
    match place::whose(&place, None) {
        Some(book) if book != place => Err(about("book.beside_another", &place).with("other", book.display())),
        _ if fs::symlink_metadata(&place).is_ok() => Err(about("book.exists", &place)),
        _ => Ok(place),
    }
}

/// Whether a book may be opened for changing.
///
/// # Errors
/// `book.name_unusable`, `book.read_only`, `book.linked`.
pub(super) fn may_write(path: &Path) -> Result<()> {
    match () {
        () if path.to_str().is_none() => Err(about("book.name_unusable", path)),
        () if is_read_only(path) => Err(about("book.read_only", path)),
        () if has_other_names(path) => Err(about("book.linked", path)),
        () => Ok(()),
    }
}

/// Frames of a log found beside the book that cannot be read. Only looked for where nobody writes to it meanwhile; before
/// it is passed over, and gone, a copy of it is laid beside where one may write.
pub(super) fn lost_frames(path: &Path, writing: bool) -> u64 {
    let log = beside(path, "-wal");
    if place::is_open_here(path) || !(writing || lock::is_free(path)) {
        return 0;
    }
    // A log that cannot be read at all is SQLite's to refuse.
    let lost = wal::lost(&log).unwrap_or(0);
    if lost > 0 && writing {
        let copy = laying::kept_as(&log);
        let _ = fs::copy(&log, copy);
    }
    lost
}

/// Tries whether a book can be read, holds what it must, and nothing else that acts.
pub(super) async fn probed(mut way: Way, access: Access, path: &Path) -> Result<Way> {
    let mut seen = probe(&way, access, path).await;
    let alone = access == Access::Read && lock::is_free(path);
    if alone && seen.as_ref().is_err_and(|cause| cannot_share(cause, path)) {
        way = on_read_only_medium(path, way)?;
        seen = probe(&way, access, path).await;
    }
    match seen {
        Ok(checked) => checked.map(|()| way),
        Err(cause) => Err(refused_to_open(cause, way.key().is_some(), path)),
    }
}

/// The outer refusal is SQLite's, the inner ours.
async fn probe(way: &Way, access: Access, path: &Path) -> sqlx::Result<Result<()>> {
    let mut conn = way.connect().await?;
    let seen = read_mark(&mut conn).await;
    let checked = match &seen {
        Ok(mark) => match check_mark(mark, access, path) {
            Ok(()) => trust::check(&mut conn, mark.format, path).await,
            refused => refused,
        },
        Err(_) => Ok(()),
    };
    conn.close().await?;
    seen.map(|_| checked)
}

/// The passphrase to use, by what stands at the path.
pub(super) fn usable<'a>(found: Found, passphrase: Option<&'a str>, path: &Path) -> Result<Option<&'a str>> {
    match (found, passphrase) {
        (Found::Plain, None) => Ok(None),
        (Found::Plain, Some(_)) => Err(about("book.is_plain", path)),
        (Found::PerhapsSealed, None) => Err(about("book.passphrase_needed", path)),
        (Found::Other, None) => Err(about("book.wrong_passphrase_or_no_book", path)),
        (Found::PerhapsSealed | Found::Other, Some(passphrase)) => Ok(Some(passphrase)),
    }
}

/// Wrong key, no key and junk are all code 26 (`SQLITE_NOTADB`).
fn refused_to_open(cause: sqlx::Error, keyed: bool, path: &Path) -> Error {
    let code = match (primary(&cause), keyed) {
        (Some(26), true) => "book.wrong_passphrase_or_no_book",
        _ => crate::store::code_of(&cause),
    };
    // The book is not open yet, so that nothing else knows whose disk it is.
    let full = code != "book.wrong_passphrase_or_no_book" && path.parent().is_some_and(place::is_full);
    let code = if full { "book.disk_full" } else { code };
    about(code, path).because(cause)
}

/// A book in WAL mode wants two files beside it; where none can be made, SQLite says 8 or 14, and 10 on a full disk.
fn cannot_share(cause: &sqlx::Error, path: &Path) -> bool {
    match primary(cause) {
        Some(8 | 14) => true,
        Some(10) => path.parent().is_some_and(place::is_full),
        _ => false,
    }
}

/// Nobody can or does write there, so nothing changes under us. What stands in a log beside the book would be overlooked.
fn on_read_only_medium(path: &Path, way: Way) -> Result<Way> {
    if fs::metadata(beside(path, "-wal")).is_ok_and(|wal| wal.len() > 0) {
        return Err(about("book.not_closed", path));
    }
    Ok(way.immutable())
}
