//! What is looked at and tried before a book is opened, or made. It changes nothing of what it looks at.

use std::fs;
use std::path::{Path, PathBuf};

use sqlx::{Connection as _, SqliteConnection};

use super::connecting::{Access, Way};
use super::format::{Migrations, check_mark, read_mark};
use super::{laying, lock, trust, wal};
use crate::error::{Error, Result, Warning};
use crate::store::base::codes::primary;
use crate::store::base::place::{self, COMPANIONS, Found, about, beside};
use crate::system::identity::has_other_names;
use crate::system::volumes::{is_full, is_mounted_alone, is_read_only};

/// SQLite takes no longer path, in bytes, and writes up to eight more after it (`MAX_PATHNAME` of its unix files: 512).
const LONGEST_PATH: usize = 500;

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
    if place.as_os_str().len() > LONGEST_PATH {
        return Err(about("book.path_too_long", &place).with("most", LONGEST_PATH));
    }
    match place::whose(&place, None) {
        Some(book) if book != place => Err(about("book.beside_another", &place).with("other", book.display())),
        _ if fs::symlink_metadata(&place).is_ok() => Err(about("book.exists", &place)),
        _ => free_beside(place),
    }
}

/// What SQLite finds beside a new book it takes for the book's own, and plays back or removes it.
fn free_beside(place: PathBuf) -> Result<PathBuf> {
    let companions = COMPANIONS.iter().filter(|ending| **ending != ".lock").map(|ending| beside(&place, ending));
    match companions.into_iter().find(|it| fs::symlink_metadata(it).is_ok()) {
        Some(there) => Err(about("book.companion_there", &place).with("file", there.display())),
        None => Ok(place),
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
        () if path.as_os_str().len() > LONGEST_PATH => {
            Err(about("book.path_too_long", path).with("most", LONGEST_PATH))
        }
        () if has_other_names(path) => Err(about("book.linked", path)),
        () if is_mounted_alone(path) => Err(about("book.mounted_alone", path)),
        () => Ok(()),
    }
}

/// A log that was found beside a book, before SQLite looks at it.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct FoundLog {
    /// There is one that holds anything.
    pub(super) stands: bool,
    /// Committed frames of it that cannot be read.
    lost: u64,
    /// Commits in it that can be read.
    commits: u64,
}

/// Looks at the log beside a book; not while somebody writes to it, in this program or in another.
pub(super) fn found_log(path: &Path, writing: bool) -> FoundLog {
    let log = beside(path, "-wal");
    let stands = fs::metadata(&log).is_ok_and(|it| it.len() > 0);
    if !stands || place::is_open_here(path) || !(writing || lock::is_free(path)) {
        return FoundLog::default();
    }
    // A log that cannot be read at all is SQLite's to refuse.
    let walked = wal::walk_file(&log).unwrap_or_default();
    FoundLog { stands, lost: walked.lost, commits: walked.commits }
}

/// Tries whether a book can be read, holds what it must, and nothing else that acts; and whether the log beside it is its own.
/// Nothing of what stands there is moved or removed by it. What is to be said of the log comes with it.
pub(super) async fn probed(
    way: Way,
    access: Access,
    migrations: &Migrations,
    path: &Path,
) -> Result<(Way, Option<Warning>)> {
    let log = found_log(path, access == Access::Write);
    let way = if log.stands { way.leaving_the_log() } else { way };
    let way = tried(way, access, migrations, path).await?;
    if !log.stands {
        return Ok((way, None));
    }
    let way = way.moving_the_log(access == Access::Write);
    if !belongs(&way, log, path).await? {
        return foreign_log(way, access, path);
    }
    if log.lost == 0 {
        return Ok((way, None));
    }
    let remark = Warning::new("book.frames_lost").with("n", log.lost).with("book", path.display());
    let kept = kept_copy(&beside(path, "-wal"), access)?;
    Ok((way, Some(remark.with("kept", kept.unwrap_or_else(|| beside(path, "-wal")).display()))))
}

async fn tried(mut way: Way, access: Access, migrations: &Migrations, path: &Path) -> Result<Way> {
    // Whoever may not write the book leaves nothing of his own beside it.
    let alone = access == Access::Read && lock::is_free(path);
    if alone && is_read_only(path) && fs::metadata(beside(path, "-wal")).map_or(true, |it| it.len() == 0) {
        way = way.immutable();
    }
    let mut seen = probe(&way, migrations, path).await;
    if alone && seen.as_ref().is_err_and(|cause| cannot_share(cause, path)) {
        way = on_read_only_medium(path, way)?;
        seen = probe(&way, migrations, path).await;
    }
    match seen {
        Ok(checked) => checked.map(|()| way),
        Err(cause) => Err(refused_to_open(cause, way.key().is_some(), path)),
    }
}

/// Whether the log goes on from the book that it lies beside: the same book, the chain of its log going on, and no more
/// entries than the log has commits. One of a later state would skip what it does not hold.
async fn belongs(way: &Way, log: FoundLog, path: &Path) -> Result<bool> {
    let alone = Chained::read(&way.clone().immutable(), None).await;
    // What was being moved when the program ended cannot be read without its log.
    let Ok(alone) = alone else { return Ok(true) };
    let whole = Chained::read(&way.clone().leaving_the_log(), Some(alone.entries)).await;
    let whole = whole.map_err(|cause| refused_to_open(cause, way.key().is_some(), path))?;
    let more = whole.entries.checked_sub(alone.entries);
    let goes_on = more.and_then(|it| u64::try_from(it).ok()).is_some_and(|it| it <= log.commits);
    Ok(goes_on && whole.uid == alone.uid && whole.hash == alone.hash)
}

/// How far a book's log of deeds is, and what an entry of it is chained by.
struct Chained {
    uid: Vec<u8>,
    entries: i64,
    hash: Option<Vec<u8>>,
}

impl Chained {
    /// The hash is that of an entry, or of the last one.
    async fn read(way: &Way, entry: Option<i64>) -> sqlx::Result<Self> {
        let mut conn = way.connect().await?;
        let read = Self::of(&mut conn, entry).await;
        conn.close().await?;
        read
    }

    async fn of(conn: &mut SqliteConnection, entry: Option<i64>) -> sqlx::Result<Self> {
        let uid = sqlx::query_scalar("SELECT uid FROM book").fetch_one(&mut *conn).await?;
        let entries: i64 = sqlx::query_scalar("SELECT coalesce(max(seq), 0) FROM audit").fetch_one(&mut *conn).await?;
        let hash = sqlx::query_scalar("SELECT hash FROM audit WHERE seq = ?").bind(entry.unwrap_or(entries));
        Ok(Self { uid, entries, hash: hash.fetch_optional(conn).await? })
    }
}

/// A log of another state or another book is laid aside by whoever writes, and passed over by whoever reads.
fn foreign_log(way: Way, access: Access, path: &Path) -> Result<(Way, Option<Warning>)> {
    let log = beside(path, "-wal");
    let remark = Warning::new("book.log_foreign").with("book", path.display());
    if access == Access::Read {
        return Ok((way.immutable(), Some(remark.with("kept", log.display()))));
    }
    let kept = laying::kept_as(&log);
    fs::rename(&log, &kept)
        .map_err(|cause| about("book.log_in_the_way", path).with("file", log.display()).because(cause))?;
    let _ = fs::remove_file(beside(path, "-shm"));
    Ok((way, Some(remark.with("kept", kept.display()))))
}

/// A copy of a damaged log, before whoever writes moves what can be read of it into the book.
fn kept_copy(log: &Path, access: Access) -> Result<Option<PathBuf>> {
    if access == Access::Read {
        return Ok(None);
    }
    let kept = laying::kept_as(log);
    match fs::copy(log, &kept) {
        Ok(_) => Ok(Some(kept)),
        Err(cause) => {
            let _ = fs::remove_file(&kept);
            Err(laying::unwritable(&kept, cause))
        }
    }
}

/// The outer refusal is SQLite's, the inner ours.
async fn probe(way: &Way, migrations: &Migrations, path: &Path) -> sqlx::Result<Result<()>> {
    let mut conn = way.connect().await?;
    let seen = read_mark(&mut conn).await;
    let checked = match &seen {
        Ok(mark) => match check_mark(mark, migrations.format(), path) {
            Ok(()) => trust::check(&mut conn, mark.format, migrations, path).await,
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
        _ => crate::store::base::codes::code_of(&cause),
    };
    // The book is not open yet, so that nothing else knows whose disk it is.
    let full = code != "book.wrong_passphrase_or_no_book" && path.parent().is_some_and(is_full);
    let code = if full { "book.disk_full" } else { code };
    about(code, path).because(cause)
}

/// A book in WAL mode wants two files beside it; where none can be made, SQLite says 8 or 14, and 10 on a full disk.
fn cannot_share(cause: &sqlx::Error, path: &Path) -> bool {
    match primary(cause) {
        Some(8 | 14) => true,
        Some(10) => path.parent().is_some_and(is_full),
        _ => false,
    }
}

/// Nobody can or does write there, so nothing changes under us. What stands in a log beside the book would be overlooked.
fn on_read_only_medium(path: &Path, way: Way) -> Result<Way> {
    if path.parent().is_some_and(is_full) && fs::metadata(beside(path, "-wal")).is_ok_and(|wal| wal.len() > 0) {
        return Err(about("book.disk_full", path));
    }
    if fs::metadata(beside(path, "-wal")).is_ok_and(|wal| wal.len() > 0) {
        return Err(about("book.not_closed", path));
    }
    Ok(way.immutable())
}
