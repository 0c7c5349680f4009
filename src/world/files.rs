//! Opens files to read, and says what they are called. It knows no format.

use std::fs::File;
use std::path::Path;

use crate::error::{Error, Place, Result};

/// Opens a file to read.
///
/// # Errors
/// `file.missing`, `file.unreadable`; `file.is_no_list`: it is a book or belongs to one.
pub fn open(path: &Path) -> Result<File> {
    if let Some(book) = crate::store::file::place::whose(path, None) {
        return Err(at(Error::new("file.is_no_list"), path).with("book", book.display()));
    }
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
