//! What a path leads to before SQLite sees it: nothing, something else, a plain book, or what may be a sealed one; and
//! whether it belongs to a book, under whatever name.
//!
//! It reads the first bytes and never writes; so a file that is no book stays as it was. A book that is open in this
//! process is never opened here: closing any descriptor of a file gives up all POSIX locks that the process has on it
//! (<https://sqlite.org/howtocorrupt.html>, 2.2), and SQLite's are among them.

use std::collections::BTreeMap;
use std::fs::{self, File, Metadata};
use std::io::{self, ErrorKind, Read as _};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::error::{Error, Result};
use crate::system::identity::Identity;
use crate::system::naming::known_as;

/// "BrBk": marks a SQLite file as a book (`PRAGMA application_id`).
pub const APPLICATION_ID: u32 = 0x4272_426b;

/// The ending of a book's name.
pub const ENDING: &str = "breachbook";

/// What stands beside an open book: its name with one of these more.
pub(in crate::store) const COMPANIONS: [&str; 4] = ["-wal", "-shm", "-journal", ".lock"];

/// The first 16 bytes of every plain SQLite file, <https://sqlite.org/fileformat2.html#the_database_header>.
const PLAIN: &[u8; 16] = b"SQLite format 3\0";
/// SQLCipher's page size; a sealed book is whole pages.
const PAGE: u64 = 4096;
/// How files begin that look like noise further on, and are no book: PDF, ZIP with all that is made of it, gzip, xz, bzip2,
/// zstd, 7z, RAR, OLE, PNG, JPEG, GIF. A sealed book begins with 16 random bytes: one in 2^24 begins like one of these.
const OTHERS: [&[u8]; 12] = [
    b"%PDF",
    b"PK\x03\x04",
    b"\x1f\x8b\x08",
    b"\xfd7zXZ",
    b"BZh",
    b"\x28\xb5\x2f\xfd",
    b"7z\xbc\xaf",
    b"Rar!",
    b"\xd0\xcf\x11\xe0",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
];
/// Of fewer bytes it cannot be told whether they are noise.
const ENOUGH: usize = 512;

/// So many symbolic links are followed (Linux follows as many).
const LINKS: usize = 40;

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

/// Books that are open in this process: where they are, and what was found there.
static OPEN: Mutex<BTreeMap<Identity, (PathBuf, Found, usize)>> = Mutex::new(BTreeMap::new());

fn open() -> MutexGuard<'static, BTreeMap<Identity, (PathBuf, Found, usize)>> {
    OPEN.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A book is open in this process as long as this lives.
#[derive(Debug)]
pub(in crate::store) struct Opened(Identity);

impl Opened {
    /// Notes that a book is open.
    pub(in crate::store) fn note(identity: Identity, path: &Path, sealed: bool) -> Self {
        let found = if sealed { Found::PerhapsSealed } else { Found::Plain };
        open().entry(identity).or_insert_with(|| (path.to_owned(), found, 0)).2 += 1;
        Self(identity)
    }

    /// The file that is open.
    pub(in crate::store) const fn identity(&self) -> Identity {
        self.0
    }
}

impl Drop for Opened {
    fn drop(&mut self) {
        let mut open = open();
        if let Some((_, _, times)) = open.get_mut(&self.0) {
            *times -= 1;
            if *times == 0 {
                open.remove(&self.0);
            }
        }
    }
}

/// The folders of the books that are open here.
pub(in crate::store) fn folders_of_open_books() -> Vec<PathBuf> {
    open().values().filter_map(|(path, ..)| path.parent().map(Path::to_owned)).collect()
}

/// Whether what a path leads to is open in this process.
pub(in crate::store) fn is_open_here(path: &Path) -> bool {
    Identity::of(path).is_some_and(|it| open().contains_key(&it))
}

/// Looks at the first bytes.
///
/// # Errors
/// `book.missing`, `book.not_a_book`, `book.unreadable`.
pub fn look(path: &Path) -> Result<Found> {
    let about_it = fs::metadata(path).map_err(|cause| unreadable(path, cause))?;
    if let Some((_, found, _)) = Identity::of(path).and_then(|it| open().get(&it).cloned()) {
        return Ok(found);
    }
    if !about_it.is_file() || about_it.len() == 0 {
        return Err(about("book.not_a_book", path));
    }
    let head = head(path).map_err(|cause| unreadable(path, cause))?;
    let head = &head[..head.len().min(512)];
    if head.starts_with(PLAIN) {
        let ours = mark(head) == Some(APPLICATION_ID);
        return if ours { Ok(Found::Plain) } else { Err(about("book.not_a_book", path)) };
    }
    let is_text = std::str::from_utf8(head).is_ok();
    Ok(if is_whole_pages(&about_it) && !is_text { Found::PerhapsSealed } else { Found::Other })
}

fn head(path: &Path) -> io::Result<Vec<u8>> {
    let mut head = Vec::new();
    File::open(path)?.take(PAGE).read_to_end(&mut head)?;
    Ok(head)
}

fn is_whole_pages(about: &Metadata) -> bool {
    about.len() >= PAGE && about.len().is_multiple_of(PAGE)
}

/// The application id stands at byte 68, big-endian.
fn mark(head: &[u8]) -> Option<u32> {
    head.get(68..72)?.try_into().ok().map(u32::from_be_bytes)
}

/// The book that a place belongs to, where it belongs to one: a book itself, by its file, its ending or what stands in it,
/// or what stands beside it or may stand there. `named` is the book that a call works on, open or not.
///
/// Whatever is written over what this finds is lost: it errs on the side of finding.
#[must_use]
pub fn whose(place: &Path, named: Option<&Path>) -> Option<PathBuf> {
    let here = Identity::of(place);
    let books = open().values().map(|(path, ..)| path.clone()).chain(named.map(Path::to_owned)).collect::<Vec<_>>();
    let known = books.into_iter().find(|book| {
        let same = |path: &Path| is_same_name(path, place) || (here.is_some() && here == Identity::of(path));
        same(book) || COMPANIONS.iter().any(|ending| same(&beside(book, ending)))
    });
    known.or_else(|| is_book(place).then(|| place.to_owned())).or_else(|| {
        let books = COMPANIONS.iter().filter_map(|ending| without(place, ending));
        books.into_iter().find(|book| is_book(book))
    })
}

/// Whether two paths are one where a file system takes no notice of the case of letters. It errs on that side.
fn is_same_name(one: &Path, other: &Path) -> bool {
    one.as_os_str().as_encoded_bytes().eq_ignore_ascii_case(other.as_os_str().as_encoded_bytes())
}

/// A path without an ending, however its letters are written and whatever bytes the rest holds.
fn without(path: &Path, ending: &str) -> Option<PathBuf> {
    let name = path.file_name()?.as_encoded_bytes();
    let at = name.len().checked_sub(ending.len()).filter(|at| *at > 0)?;
    let has = name[at..].eq_ignore_ascii_case(ending.as_bytes());
    let stem = fs::read_dir(path.parent()?).ok()?.flatten().map(|it| it.file_name());
    has.then(|| stem.into_iter().find(|it| it.as_encoded_bytes().eq_ignore_ascii_case(&name[..at])))
        .flatten()
        .map(|it| path.with_file_name(it))
}

/// Whether a file is a book, may be one, or may have been one: damaged at its head, or cut.
fn is_book(path: &Path) -> bool {
    let Ok(about) = fs::metadata(path) else { return false };
    if !about.is_file() {
        return false;
    }
    if is_open_here(path) || has_ending(path) {
        return true;
    }
    // A lock may be another program's.
    let logs = COMPANIONS.iter().filter(|ending| **ending != ".lock");
    if logs.into_iter().any(|ending| fs::symlink_metadata(beside(path, ending)).is_ok()) {
        return true;
    }
    let head = head(path).unwrap_or_default();
    head.starts_with(PLAIN) || mark(&head) == Some(APPLICATION_ID) || looks_random(&head)
}

fn has_ending(path: &Path) -> bool {
    path.extension().is_some_and(|it| it.eq_ignore_ascii_case(ENDING))
}

/// Whether bytes are what a cipher leaves: nearly as many values as chance gives, none much more often than others.
fn looks_random(bytes: &[u8]) -> bool {
    if bytes.len() < ENOUGH || OTHERS.iter().any(|begin| bytes.starts_with(begin)) {
        return false;
    }
    let mut times = [0_usize; 256];
    bytes.iter().for_each(|byte| times[usize::from(*byte)] += 1);
    let values = times.iter().filter(|it| **it > 0).count();
    // Of 512 random bytes 221 values are expected, each twice; of 4,096 all of them, each 16 times.
    let (fewest, most) = if bytes.len() < 2048 { (195, 16) } else { (250, 60) };
    values >= fewest && times.iter().all(|it| *it <= most)
}

/// Whether what a path leads to is a book without doubt: open here, with the mark, or with the ending.
#[must_use]
pub fn is_surely_book(path: &Path) -> bool {
    is_open_here(path) || has_ending(path) || head(path).is_ok_and(|head| mark(&head) == Some(APPLICATION_ID))
}

/// Where a path leads: symbolic links are followed, also one that leads to nothing yet, and the folder is the one that the
/// system knows. Two paths that lead to one place are one path afterwards.
///
/// # Errors
/// Where the folder is not there, or links go round in a ring.
pub fn resolve(path: &Path) -> io::Result<PathBuf> {
    let mut at = std::path::absolute(path)?;
    for _ in 0..LINKS {
        let folder = at.parent().unwrap_or(&at).to_owned();
        match fs::read_link(&at) {
            Ok(to) => at = folder.join(to),
            Err(_) => {
                return match at.file_name() {
                    Some(name) => Ok(known_as(&folder)?.join(name)),
                    None => known_as(&at),
                };
            }
        }
    }
    Err(io::Error::other("too many symbolic links"))
}

pub(in crate::store) fn unreadable(path: &Path, cause: io::Error) -> Error {
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
