//! Where a file may go: looked at before anything is written, and once more before it is put there.

use std::fs::{self, Metadata, Permissions};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use crate::error::{Error, Result};
use crate::store::place;
use crate::system::special::Special;
use crate::system::{handles, volumes};
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
    /// A pipe, a terminal, a device; or what a descriptor of ours leads to, by its number.
    Stream(Option<u32>),
}

impl Target {
    /// Looks at a place before anything is written. `book` is the one that the call works on, open or not.
    ///
    /// # Errors
    /// `file.is_folder`, `file.no_folder`, `file.is_book`, `file.exists`, `file.write_protected`, `file.is_device`,
    /// `file.unwritable`.
    pub fn of(named: &Path, over: Over, book: Option<&Path>) -> Result<Self> {
        let about = fs::metadata(named).ok();
        let own = handles::named(named);
        // A disk is none: to write to it would be to replace all that it holds.
        let stream = own.is_some() || Special::at(named).is_some_and(|it| it != Special::Disk);
        let place = match own {
            // What is behind a descriptor is looked at under its own name.
            Some(number) => handles::leads_to(number).unwrap_or_else(|| named.to_owned()),
            None if stream => named.to_owned(),
            None => resolved(named)?,
        };
        let book = book.and_then(|it| place::resolve(it).ok());
        let target = Self { named: named.to_owned(), place, book, kind: Kind::New };
        target.guard()?;
        let kind = match about {
            _ if stream => Kind::Stream(own),
            None => Kind::New,
            Some(about) => target.existing(&about, over)?,
        };
        Ok(Self { kind, ..target })
    }

    /// Whether it goes where the program's own words go.
    #[must_use]
    pub const fn is_stdout(&self) -> bool {
        matches!(self.kind, Kind::Stream(Some(1)))
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
            () if volumes::is_read_only(&self.place) => Err(self.refused("file.write_protected")),
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
            ErrorKind::BrokenPipe => "file.nobody_reads",
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
