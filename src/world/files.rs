//! Opens files to read and puts finished bytes in place: whole, or not at all. It knows no format.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use crate::error::{Error, Place, Result};

/// Opens a file to read.
///
/// # Errors
/// `file.missing`, `file.unreadable`.
pub fn open(path: &Path) -> Result<File> {
    let file = File::open(path).map_err(|cause| {
        let code = match cause.kind() {
            std::io::ErrorKind::NotFound => "file.missing",
            _ => "file.unreadable",
        };
        at(Error::new(code), path).because(cause)
    })?;
    match file.metadata().map(|about| about.is_dir()) {
        Ok(true) => Err(at(Error::new("file.is_folder"), path)),
        _ => Ok(file),
    }
}

/// A file that is being written beside its place. It moves there when it is whole; dropped before, nothing is left.
pub struct Beside {
    place: PathBuf,
    beside: PathBuf,
    out: Option<BufWriter<File>>,
}

impl Beside {
    /// Begins the file.
    ///
    /// # Errors
    /// `file.is_folder`, `file.unwritable`.
    pub fn begin(place: &Path) -> Result<Self> {
        check(place)?;
        let beside = place.with_file_name(format!(".{}.{}.part", name(place), std::process::id()));
        let out = File::create(&beside).map_err(|cause| unwritable(place).because(cause))?;
        Ok(Self { place: place.to_owned(), beside, out: Some(BufWriter::new(out)) })
    }

    /// Where its bytes go.
    pub fn writer(&mut self) -> &mut dyn Write {
        self.out.as_mut().expect("it is taken by finish alone")
    }

    /// Puts it in place, safely on the disk.
    ///
    /// # Errors
    /// `file.unwritable`.
    pub fn finish(mut self) -> Result<()> {
        let out = self.out.take().expect("it is taken here alone");
        let refused = |cause| unwritable(&self.place).because(cause);
        let file = out.into_inner().map_err(|cause| refused(cause.into_error()))?;
        file.sync_all().map_err(refused)?;
        std::fs::rename(&self.beside, &self.place).map_err(refused)
    }
}

impl Drop for Beside {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.beside);
    }
}

/// Puts these bytes in place.
///
/// # Errors
/// As [`Beside::begin`] and [`Beside::finish`].
pub fn put(path: &Path, bytes: &[u8]) -> Result<()> {
    let mut file = Beside::begin(path)?;
    file.writer().write_all(bytes).map_err(|cause| unwritable(path).because(cause))?;
    file.finish()
}

/// Whether a file could be put there.
///
/// # Errors
/// `file.is_folder`, `file.unwritable`.
pub fn check(path: &Path) -> Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    match (path.is_dir(), folder.is_dir()) {
        (true, _) => Err(at(Error::new("file.is_folder"), path)),
        (false, true) => Ok(()),
        (false, false) => Err(unwritable(path)),
    }
}

/// A file's name without its folder.
pub fn name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

fn unwritable(path: &Path) -> Error {
    at(Error::new("file.unwritable"), path)
}

fn at(refusal: Error, path: &Path) -> Error {
    refusal.with("file", path.display()).at(Place { file: Some(name(path)), ..Place::default() })
}

/// How large a file is, in bytes; none where there is none.
#[must_use]
pub fn size(path: &Path) -> Option<u64> {
    path.metadata().ok().filter(std::fs::Metadata::is_file).map(|about| about.len())
}
