//! Who holds a book: a file of ours beside it, locked by the operating system, that names machine and process.
//!
//! The system frees the lock when the process ends, however it ends; a file left behind holds nothing.

use std::fs::{self, File, TryLockError};
use std::io::{Read as _, Seek as _, Write as _};
use std::path::{Path, PathBuf};

use super::place_of_book::{about, beside};
use crate::error::Result;
use crate::model::who::Who;

/// Held as long as it lives.
#[derive(Debug)]
pub(super) struct Lock {
    file: File,
    path: PathBuf,
}

/// Takes the book for writing.
///
/// # Errors
/// `book.held` with machine and process of whoever holds it; `book.read_only` where no file can be made beside it.
pub(super) fn take(book: &Path, who: &Who) -> Result<Lock> {
    let path = beside(book, ".lock");
    let mut options = File::options();
    options.read(true).write(true).create(true).truncate(false);
    let file = options.open(&path).map_err(|cause| about("book.read_only", book).because(cause))?;
    match file.try_lock() {
        Ok(()) => named(Lock { file, path }, book, who),
        Err(TryLockError::WouldBlock) => Err(held(file, book)),
        Err(TryLockError::Error(cause)) => Err(about("book.unreadable", book).because(cause)),
    }
}

fn named(mut lock: Lock, book: &Path, who: &Who) -> Result<Lock> {
    let text = format!("{}\n{}\n", who.machine, std::process::id());
    let written = lock.file.set_len(0).and_then(|()| lock.file.write_all(text.as_bytes()));
    written.and_then(|()| lock.file.flush()).map_err(|cause| about("book.read_only", book).because(cause))?;
    Ok(lock)
}

fn held(mut file: File, book: &Path) -> crate::error::Error {
    let mut text = String::new();
    // What cannot be read is not named; the book is held all the same.
    let _ = file.rewind().and_then(|()| file.read_to_string(&mut text));
    let mut lines = text.lines();
    let machine = lines.next().unwrap_or_default();
    let process = lines.next().unwrap_or_default();
    about("book.held", book).with("machine", machine).with("process", process)
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Removed while it is still ours; where that fails, an unlocked file is left and holds nothing.
        let _ = fs::remove_file(&self.path);
        let _ = self.file.unlock();
    }
}
