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

/// "BrBk": marks a SQLite file as a book (`PRAGMA application_id`).
pub const APPLICATION_ID: u32 = 0x4272_426b;

/// The ending of a book's name.
pub const ENDING: &str = "breachbook";

/// What stands beside an open book: its name with one of these more.
const COMPANIONS: [&str; 4] = ["-wal", "-shm", "-journal", ".lock"];

/// The first 16 bytes of every plain SQLite file, <https://sqlite.org/fileformat2.html#the_database_header>.
const PLAIN: &[u8; 16] = b"SQLite format 3\0";
/// SQLCipher's page size; a sealed book is whole pages.
const PAGE: u64 = 4096;
/// How files begin that may be whole pages by chance, and are no book: PDF, ZIP with all that is made of it, gzip, PNG, JPEG.
/// A sealed book begins with 16 random bytes: one in 2^32 begins like this.
const OTHERS: [&[u8]; 5] = [b"%PDF", b"PK\x03\x04", b"\x1f\x8b\x08", b"\x89PNG", b"\xff\xd8\xff"];
/// Of 4,096 random bytes all 256 values but 0.00003 of one are expected, each 16 times.
const VALUES: usize = 250;
const MOST: usize = 60;

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

/// A file as the system knows it, whatever it is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Identity(u64, u64);

impl Identity {
    /// Of what a path leads to; nothing where it leads to nothing. It opens no file.
    #[must_use]
    pub fn of(path: &Path) -> Option<Self> {
        fs::metadata(path).ok().map(|about| Self::read(path, &about))
    }

    /// Device and inode.
    #[cfg(unix)]
    fn read(_: &Path, about: &Metadata) -> Self {
        use std::os::unix::fs::MetadataExt as _;
        Self(about.dev(), about.ino())
    }

    /// Where the system gives no number without opening the file: its place, and when it was made.
    #[cfg(not(unix))]
    fn read(path: &Path, about: &Metadata) -> Self {
        use std::hash::{BuildHasher as _, BuildHasherDefault, DefaultHasher};
        let place = path.canonicalize().unwrap_or_else(|_| path.to_owned());
        let made = about.created().ok().and_then(|at| at.duration_since(std::time::UNIX_EPOCH).ok());
        let made = made.map_or(0, |since| u64::try_from(since.as_nanos()).unwrap_or(u64::MAX));
        Self(BuildHasherDefault::<DefaultHasher>::default().hash_one(place), made)
    }
}

/// Whether an open file is still what a path leads to.
#[must_use]
pub(super) fn is_named(file: &File, path: &Path) -> bool {
    // Elsewhere a file that is open keeps its name.
    cfg!(not(unix)) || file.metadata().is_ok_and(|about| Identity::of(path) == Some(Identity::read(path, &about)))
}

/// Books that are open in this process: where they are, and what was found there.
static OPEN: Mutex<BTreeMap<Identity, (PathBuf, Found, usize)>> = Mutex::new(BTreeMap::new());

fn open() -> MutexGuard<'static, BTreeMap<Identity, (PathBuf, Found, usize)>> {
    OPEN.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A book is open in this process as long as this lives.
#[derive(Debug)]
pub(super) struct Opened(Identity);

impl Opened {
    /// Notes that a book is open.
    pub(super) fn note(identity: Identity, path: &Path, sealed: bool) -> Self {
        let found = if sealed { Found::PerhapsSealed } else { Found::Plain };
        open().entry(identity).or_insert_with(|| (path.to_owned(), found, 0)).2 += 1;
        Self(identity)
    }

    /// The file that is open.
    pub(super) const fn identity(&self) -> Identity {
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
pub(super) fn is_open_here(path: &Path) -> bool {
    Identity::of(path).is_some_and(|it| open().contains_key(&it))
}

/// Looks at the first bytes.
///
/// # Errors
/// `book.missing`, `book.not_a_book`, `book.unreadable`.
pub fn look(path: &Path) -> Result<Found> {
    let about_it = fs::metadata(path).map_err(|cause| unreadable(path, cause))?;
    if let Some((_, found, _)) = open().get(&Identity::read(path, &about_it)) {
        return Ok(*found);
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
        let same = |path: &Path| path == place || (here.is_some() && here == Identity::of(path));
        same(book) || COMPANIONS.iter().any(|ending| same(&beside(book, ending)))
    });
    known.or_else(|| is_book(place).then(|| place.to_owned())).or_else(|| {
        let name = place.as_os_str().to_str()?;
        let books = COMPANIONS.iter().filter_map(|ending| name.strip_suffix(ending).map(PathBuf::from));
        books.into_iter().find(|book| is_book(book))
    })
}

/// Whether a file is a book, or may be one.
fn is_book(path: &Path) -> bool {
    let Ok(about) = fs::metadata(path) else { return false };
    if !about.is_file() {
        return false;
    }
    if open().contains_key(&Identity::read(path, &about)) || has_ending(path) {
        return true;
    }
    let head = head(path).unwrap_or_default();
    let plain = head.starts_with(PLAIN) && mark(&head) == Some(APPLICATION_ID);
    plain || (is_whole_pages(&about) && looks_random(&head))
}

fn has_ending(path: &Path) -> bool {
    path.extension().is_some_and(|it| it.eq_ignore_ascii_case(ENDING))
}

/// Whether a page is what a cipher leaves: every value, none much more often than others.
fn looks_random(page: &[u8]) -> bool {
    let mut times = [0_usize; 256];
    page.iter().for_each(|byte| times[usize::from(*byte)] += 1);
    let values = times.iter().filter(|it| **it > 0).count();
    !OTHERS.iter().any(|begin| page.starts_with(begin)) && values >= VALUES && times.iter().all(|it| *it <= MOST)
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
                    Some(name) => Ok(folder.canonicalize()?.join(name)),
                    None => at.canonicalize(),
                };
            }
        }
    }
    Err(io::Error::other("too many symbolic links"))
}

/// Whether there is no room left for whoever is no administrator where a path is.
#[must_use]
pub fn is_full(folder: &Path) -> bool {
    #[cfg(unix)]
    return rustix::fs::statvfs(folder).is_ok_and(|room| room.f_blocks > 0 && room.f_bavail == 0);
    #[cfg(not(unix))]
    return folder.as_os_str().is_empty();
}

pub(super) fn unreadable(path: &Path, cause: io::Error) -> Error {
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

/// Whether the file says of itself that it is not to be written, or the system refuses it. It opens no file.
#[must_use]
pub fn is_read_only(path: &Path) -> bool {
    let marked = fs::metadata(path).is_ok_and(|it| it.permissions().readonly());
    #[cfg(unix)]
    let refused = rustix::fs::access(path, rustix::fs::Access::WRITE_OK).is_err();
    #[cfg(not(unix))]
    let refused = File::options().append(true).open(path).is_err();
    marked || refused
}

/// Whether the file has other names as well: SQLite keeps what belongs to it by name, and two names would not see each other
/// (<https://sqlite.org/howtocorrupt.html>, 2.5).
#[must_use]
pub fn has_other_names(path: &Path) -> bool {
    #[cfg(unix)]
    return fs::metadata(path).is_ok_and(|about| std::os::unix::fs::MetadataExt::nlink(&about) > 1);
    #[cfg(not(unix))]
    return path.as_os_str().is_empty();
}
