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

/// A lock, a log and its index.
#[cfg(unix)]
const FILES: u64 = 3;

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
pub(in crate::store) fn is_named(file: &File, path: &Path) -> bool {
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
    if open().contains_key(&Identity::read(path, &about)) || has_ending(path) {
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
                    Some(name) => Ok(folder.canonicalize()?.join(name)),
                    None => at.canonicalize(),
                };
            }
        }
    }
    Err(io::Error::other("too many symbolic links"))
}

/// Whether there is no room left for whoever is no administrator where a path is: no block, or not as many new files as a
/// change needs.
#[must_use]
pub fn is_full(folder: &Path) -> bool {
    #[cfg(unix)]
    return rustix::fs::statvfs(folder)
        .is_ok_and(|room| (room.f_blocks > 0 && room.f_bavail == 0) || (room.f_files > 0 && room.f_favail < FILES));
    #[cfg(not(unix))]
    return folder.as_os_str().is_empty();
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

/// Whether the file is mounted by itself, as containers do: what SQLite keeps beside it would lie in another folder for whoever
/// has it under its own name.
#[must_use]
pub fn is_mounted_alone(path: &Path) -> bool {
    let table = fs::read_to_string("/proc/self/mountinfo").unwrap_or_default();
    // proc(5): the fifth field is the place, with blanks and the like as \040.
    let places = table.lines().filter_map(|line| line.split(' ').nth(4));
    let plain =
        |place: &str| place.replace("\\040", " ").replace("\\011", "\t").replace("\\012", "\n").replace("\\134", "\\");
    places.map(plain).any(|place| Path::new(&place) == path)
}
