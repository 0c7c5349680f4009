//! Opens files to read, and says what they are called. It knows no format.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::error::{Error, Place, Result};
use crate::system::opening;
use crate::system::special::Special;

/// Opens a file to read. Of what is none it waits for nothing: a pipe or a device may never end.
///
/// # Errors
/// `file.missing`, `file.unreadable`, `file.is_folder`, `file.not_a_file`; `file.is_no_list`: it is a book or
/// belongs to one.
pub fn open(path: &Path) -> Result<File> {
    let refused = |cause| unreadable(path, cause);
    // Asked before, too: opening a device may already do something.
    check(path, Special::at(path))?;
    if path.metadata().map_err(refused)?.is_dir() {
        return Err(at(Error::new("file.is_folder"), path));
    }
    // A book that is open here would lose its locks with the file that is closed again.
    if crate::store::place::is_surely_book(path) {
        return Err(at(Error::new("file.is_no_list"), path));
    }
    let file = opening::to_read(path).map_err(refused)?;
    check(path, Special::behind(&file))?;
    Ok(file)
}

/// Opens a file to read until somebody says to stop.
///
/// # Errors
/// As [`open`].
pub fn open_until(path: &Path, stop: &Arc<AtomicBool>) -> Result<Stoppable> {
    Ok(Stoppable { source: open(path)?, stop: Arc::clone(stop) })
}

/// A file that stops answering when it is told to: also while its bytes are only counted, nothing waits for its end.
#[derive(Debug)]
pub struct Stoppable {
    source: File,
    stop: Arc<AtomicBool>,
}

impl Read for Stoppable {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match self.stop.load(Ordering::Relaxed) {
            true => Err(io::Error::other(Error::new("cancelled"))),
            false if buffer.is_empty() => Ok(0),
            false => self.source.read(buffer),
        }
    }
}

impl Seek for Stoppable {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.source.seek(to)
    }
}

/// What is no file is refused by a word that the sentence knows.
fn check(path: &Path, special: Option<Special>) -> Result<()> {
    match special {
        None => Ok(()),
        Some(what) => Err(at(Error::new("file.not_a_file").with("what", what.word()), path)),
    }
}

fn unreadable(path: &Path, cause: io::Error) -> Error {
    let code = if cause.kind() == io::ErrorKind::NotFound { "file.missing" } else { "file.unreadable" };
    at(Error::new(code), path).because(cause)
}

/// A file's name without its folder.
pub fn name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// Names the file that a refusal is about.
pub(super) fn at(refusal: Error, path: &Path) -> Error {
    refusal.with("file", path.display()).at(Place { file: Some(name(path)), ..Place::default() })
}

/// How large a file is, in bytes; none where there is none.
#[must_use]
pub fn size(path: &Path) -> Option<u64> {
    path.metadata().ok().filter(std::fs::Metadata::is_file).map(|about| about.len())
}
