//! Opens files to read, and says what they are called. It knows no format.

use std::fs::{File, FileType, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::error::{Error, Place, Result};

/// Opens a file to read. Of what is none it waits for nothing: a pipe or a device may never end.
///
/// # Errors
/// `file.missing`, `file.unreadable`, `file.is_folder`, `file.not_a_file`; `file.is_no_list`: it is a book or
/// belongs to one.
pub fn open(path: &Path) -> Result<File> {
    let refused = |cause| unreadable(path, cause);
    // Asked before, too: opening a device may already do something.
    check_kind(path, path.metadata().map_err(refused)?.file_type())?;
    // A book that is open here would lose its locks with the file that is closed again.
    if crate::store::place::is_surely_book(path) {
        return Err(at(Error::new("file.is_no_list"), path));
    }
    let file = opening().open(path).map_err(refused)?;
    check_kind(path, file.metadata().map_err(refused)?.file_type())?;
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

#[cfg(unix)]
fn opening() -> OpenOptions {
    use std::os::unix::fs::OpenOptionsExt as _;
    let mut options = OpenOptions::new();
    // A pipe that has taken the file's place would keep us waiting for a writer.
    options.read(true).custom_flags(i32::try_from(rustix::fs::OFlags::NONBLOCK.bits()).unwrap_or(0));
    options
}

#[cfg(not(unix))]
fn opening() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.read(true);
    options
}

fn check_kind(path: &Path, kind: FileType) -> Result<()> {
    if kind.is_dir() {
        return Err(at(Error::new("file.is_folder"), path));
    }
    if kind.is_file() { Ok(()) } else { Err(at(Error::new("file.not_a_file").with("what", what(kind)), path)) }
}

/// What is no file, by a word that the sentence knows.
#[cfg(unix)]
fn what(kind: FileType) -> &'static str {
    use std::os::unix::fs::FileTypeExt as _;
    match (kind.is_fifo(), kind.is_socket()) {
        (true, _) => "pipe",
        (_, true) => "socket",
        _ => "device",
    }
}

#[cfg(not(unix))]
fn what(_: FileType) -> &'static str {
    "device"
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
