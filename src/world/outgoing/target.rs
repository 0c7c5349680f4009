//! Where a file may go: looked at before anything is written, and once more before it is put there.

use std::fs::{self, Metadata, Permissions};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use crate::error::{Error, Result};
use crate::store::file::place;
use crate::world::files::at;

/// What to do with a file that is there already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Over {
    /// Refuse.
    Refuse,
    /// Replace it: somebody was asked, and said so.
    Replace,
}

/// Where a file may go.
#[derive(Debug)]
pub struct Target {
    /// As it was named.
    pub(super) named: PathBuf,
    /// Where that leads.
    pub(super) place: PathBuf,
    /// The book that the call works on.
    book: Option<PathBuf>,
    pub(super) kind: Kind,
}

/// What is there.
#[derive(Debug)]
pub(super) enum Kind {
    /// Nothing is there.
    New,
    /// A file with these permissions.
    File(Permissions),
    /// A pipe, a terminal, a device.
    Stream,
}

impl Target {
    /// Looks at a place before anything is written. `book` is the one that the call works on, open or not.
    ///
    /// # Errors
    /// `file.is_folder`, `file.no_folder`, `file.is_book`, `file.exists`, `file.write_protected`, `file.is_device`,
    /// `file.unwritable`.
    pub fn of(named: &Path, over: Over, book: Option<&Path>) -> Result<Self> {
        let about = fs::metadata(named).ok();
        let stream = about.as_ref().is_some_and(is_stream) || (about.is_some() && is_own_output(named));
        let place = if stream { named.to_owned() } else { resolved(named)? };
        let book = book.and_then(|it| place::resolve(it).ok());
        let target = Self { named: named.to_owned(), place, book, kind: Kind::New };
        target.guard()?;
        let kind = match about {
            _ if stream => Kind::Stream,
            None => Kind::New,
            Some(about) => target.existing(&about, over)?,
        };
        Ok(Self { kind, ..target })
    }

    /// Nothing of a book is written over.
    pub(super) fn guard(&self) -> Result<()> {
        match place::whose(&self.place, self.book.as_deref()) {
            None => Ok(()),
            Some(book) => Err(self.refused("file.is_book").with("book", book.display())),
        }
    }

    fn existing(&self, about: &Metadata, over: Over) -> Result<Kind> {
        match () {
            () if about.is_dir() => Err(self.refused("file.is_folder")),
            () if !about.is_file() => Err(self.refused("file.is_device")),
            () if over == Over::Refuse => Err(self.refused("file.exists")),
            () if about.permissions().readonly() => Err(self.refused("file.write_protected")),
            () => Ok(Kind::File(about.permissions())),
        }
    }

    pub(super) fn refused(&self, code: &'static str) -> Error {
        at(Error::new(code), &self.named)
    }

    /// Why it could not be written.
    pub(super) fn unwritable(&self, cause: io::Error) -> Error {
        let code = match cause.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "file.disk_full",
            ErrorKind::AlreadyExists => "file.exists",
            _ => "file.unwritable",
        };
        self.refused(code).because(cause)
    }

    pub(super) fn folder(&self) -> &Path {
        self.place.parent().unwrap_or(Path::new("/"))
    }
}

fn resolved(named: &Path) -> Result<PathBuf> {
    place::resolve(named).map_err(|cause| {
        let code = if cause.kind() == ErrorKind::NotFound { "file.no_folder" } else { "file.unwritable" };
        at(Error::new(code), named).because(cause)
    })
}

/// A pipe, a terminal, a character device; a disk is none: to write to it would be to replace all that it holds.
fn is_stream(about: &Metadata) -> bool {
    #[cfg(unix)]
    {
        use std::os::unix::fs::FileTypeExt as _;
        let kind = about.file_type();
        kind.is_fifo() || kind.is_char_device() || kind.is_socket()
    }
    #[cfg(not(unix))]
    {
        !about.is_file() && !about.is_dir()
    }
}

/// What this process was started with, `/dev/stdout` perhaps: the file behind it is somebody's who has it open.
fn is_own_output(named: &Path) -> bool {
    ["/dev/stdout", "/dev/stderr"].iter().any(|it| named == Path::new(it))
        || ["/dev/fd", "/proc/self/fd"].iter().any(|it| named.parent() == Some(Path::new(it)))
}
