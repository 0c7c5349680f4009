//! Who holds a book: a file of ours beside it, locked by the operating system, that names machine and process.
//!
//! The system frees the lock when the process ends, however it ends; a file left behind holds nothing. It lies beside the
//! place that a path leads to, so that no link gets round it, and nothing but what a lock of ours holds is ever emptied.

use std::fs::{self, File, TryLockError};
use std::io::{self, Read as _, Seek as _, Write as _};
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::error::{Error, Result};
use crate::model::who::Who;
use crate::store::base::place::{about, beside};
use crate::system::identity::is_named;
use crate::system::{locking, opening};

/// Between two tries.
const PAUSE: Duration = Duration::from_millis(50);

/// Held as long as it lives.
#[derive(Debug)]
pub(super) struct Lock {
    file: File,
    /// Whether it may be written: one that another user has left cannot be.
    writable: bool,
    path: PathBuf,
}

/// Takes the book for writing; waits so long for whoever has it.
///
/// # Errors
/// `book.held` with machine and process of whoever holds it; `book.read_only` where no file can be made beside it;
/// `book.lock_foreign` where another file stands in its place.
pub(super) async fn take(book: &Path, who: &Who, patience: Duration) -> Result<Lock> {
    let path = beside(book, ".lock");
    let mut waited = Duration::ZERO;
    loop {
        let (file, writable) = open(&path, book)?;
        match locking::try_alone(&file) {
            // Whoever had it removed it as we waited: another file may have taken its name, and somebody else that one.
            Ok(()) if is_named(&file, &path) => return named(Lock { file, writable, path }, book, who),
            Ok(()) => continue,
            Err(TryLockError::WouldBlock) if waited >= patience => return Err(held(file, book)),
            Err(TryLockError::WouldBlock) => {}
            Err(TryLockError::Error(cause)) => return Err(about("book.unreadable", book).because(cause)),
        }
        tokio::time::sleep(PAUSE).await;
        waited += PAUSE;
    }
}

/// Whether nobody holds the book for writing. It makes no file. What cannot be asked is not free.
pub(super) fn is_free(book: &Path) -> bool {
    match File::open(beside(book, ".lock")) {
        Ok(file) => locking::try_shared(&file).is_ok(),
        Err(cause) => cause.kind() == io::ErrorKind::NotFound,
    }
}

/// For whoever may write the book, and never through a link: emptying what it leads to would destroy that. One that another
/// user has left is locked all the same; it cannot be named then.
fn open(path: &Path, book: &Path) -> Result<(File, bool)> {
    let is_link = fs::symlink_metadata(path).is_ok_and(|it| !it.is_file());
    if is_link {
        return Err(foreign(path, book));
    }
    let is_new = !path.exists();
    match opening::itself(path, true) {
        Ok(file) => {
            share(&file, book, is_new);
            Ok((file, true))
        }
        Err(cause) if cause.kind() == io::ErrorKind::PermissionDenied && !is_new => {
            opening::itself(path, false).map(|file| (file, false)).map_err(|_| unmade(book, cause))
        }
        Err(cause) => Err(unmade(book, cause)),
    }
}

/// Whoever may write the book may take its lock: it has the book's own permissions.
fn share(file: &File, book: &Path, is_new: bool) {
    if let (true, Ok(about)) = (is_new, fs::metadata(book)) {
        // Where it cannot be given, it is its maker's alone.
        let _ = file.set_permissions(about.permissions());
    }
}

/// Why no lock could be made beside the book.
fn unmade(book: &Path, cause: io::Error) -> Error {
    let full = matches!(cause.kind(), io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded);
    about(if full { "book.disk_full" } else { "book.read_only" }, book).because(cause)
}

fn foreign(path: &Path, book: &Path) -> Error {
    about("book.lock_foreign", book).with("file", path.display())
}

fn named(mut lock: Lock, book: &Path, who: &Who) -> Result<Lock> {
    let mut stood = String::new();
    let read = lock.file.read_to_string(&mut stood);
    if read.is_err() || !is_ours(&stood) {
        // It is not ours to remove either.
        let path = std::mem::take(&mut lock.path);
        return Err(foreign(&path, book));
    }
    if !lock.writable {
        return Ok(lock);
    }
    let text = format!("{}\n{}\n", who.machine, std::process::id());
    let emptied = lock.file.set_len(0).and_then(|()| lock.file.rewind());
    let written = emptied.and_then(|()| lock.file.write_all(text.as_bytes()));
    written.and_then(|()| lock.file.flush()).map_err(|cause| unmade(book, cause))?;
    Ok(lock)
}

/// Empty, nothing but zeros (as a machine that lost its power leaves it), or a machine and a process.
fn is_ours(text: &str) -> bool {
    let lines: Vec<&str> = text.trim_matches('\0').lines().collect();
    lines.is_empty() || (lines.len() == 2 && lines[1].parse::<u32>().is_ok())
}

fn held(mut file: File, book: &Path) -> Error {
    let mut text = String::new();
    // What cannot be read is not named; the book is held all the same.
    let _ = file.rewind().and_then(|()| file.read_to_string(&mut text));
    let mut lines = text.lines();
    let machine = lines.next().unwrap_or_default();
    let process = lines.next().unwrap_or_default();
    if machine.is_empty() || process.is_empty() {
        return about("book.held_by_somebody", book);
    }
    about("book.held", book).with("machine", machine).with("process", process)
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Removed while it is still ours, so that whoever waits sees that it is gone; where that fails, an unlocked file is
        // left and holds nothing.
        if !self.path.as_os_str().is_empty() {
            let _ = fs::remove_file(&self.path);
        }
        locking::give_up(&self.file);
    }
}
