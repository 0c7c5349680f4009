//! How files get their names: without one until they are whole, with another's owner, in a folder that is synced; and the one path of a
//! place. It replaces nothing.

use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};

/// A file without a name in a folder, for its owner alone; nothing where system or file system know no such files.
///
/// # Errors
/// What the system refuses otherwise.
#[cfg(target_os = "linux")]
pub fn nameless(folder: &Path) -> io::Result<Option<File>> {
    use rustix::fs::{Mode, OFlags, open};
    use rustix::io::Errno;
    let flags = OFlags::TMPFILE | OFlags::RDWR | OFlags::CLOEXEC;
    match open(folder, flags, Mode::RUSR | Mode::WUSR) {
        Ok(file) => Ok(Some(file.into())),
        // What systems and file systems say that do not know it.
        Err(Errno::OPNOTSUPP | Errno::ISDIR | Errno::NOENT | Errno::INVAL) => Ok(None),
        Err(cause) => Err(cause.into()),
    }
}

/// Elsewhere no file without a name can be given one later.
///
/// # Errors
/// Never.
#[cfg(not(target_os = "linux"))]
pub fn nameless(_: &Path) -> io::Result<Option<File>> {
    Ok(None)
}

/// Gives a file without a name one that nothing has yet.
///
/// # Errors
/// `AlreadyExists`; what the system refuses.
#[cfg(target_os = "linux")]
pub fn link(file: &File, place: &Path) -> io::Result<()> {
    use std::os::fd::AsRawFd as _;
    let own = format!("/proc/self/fd/{}", file.as_raw_fd());
    let here = rustix::fs::CWD;
    Ok(rustix::fs::linkat(here, own, here, place, rustix::fs::AtFlags::SYMLINK_FOLLOW)?)
}

/// Elsewhere there is no such file.
///
/// # Errors
/// Always.
#[cfg(not(target_os = "linux"))]
pub fn link(_: &File, _: &Path) -> io::Result<()> {
    Err(io::Error::from(io::ErrorKind::Unsupported))
}

/// Gives a file the owner of what stands at a place. Who may not give files away keeps them.
#[cfg(unix)]
pub fn keep_owner(file: &File, place: &Path) {
    use std::os::unix::fs::MetadataExt as _;
    if let Ok(about) = std::fs::metadata(place) {
        let _ = std::os::unix::fs::fchown(file, Some(about.uid()), Some(about.gid()));
    }
}

/// There the rights of a file are its folder's, and its maker owns it.
#[cfg(windows)]
pub fn keep_owner(_: &File, _: &Path) {}

/// A name is safe when its folder is. Where that has nothing to sync, or refuses, the file is in place all the same.
#[cfg(unix)]
pub fn sync_folder(place: &Path) {
    if let Some(Ok(folder)) = place.parent().map(File::open) {
        let _ = folder.sync_all();
    }
}

/// NTFS keeps names in a log of its own, in order; a folder has nothing that could be synced.
#[cfg(windows)]
pub fn sync_folder(_: &Path) {}

/// The path by which the system knows a file or a folder that is there: without links, and on Windows without the prefix `\\?\` where
/// it is not needed, for SQLite would take its question mark for the end of a path.
///
/// # Errors
/// What the system refuses.
pub fn known_as(path: &Path) -> io::Result<PathBuf> {
    dunce::canonicalize(path)
}

/// Whether a file is one that its system hides: an editor's, mostly.
#[must_use]
pub fn is_hidden(path: &Path) -> bool {
    path.file_name().is_some_and(|it| it.as_encoded_bytes().starts_with(b".")) || is_marked_hidden(path)
}

#[cfg(unix)]
fn is_marked_hidden(_: &Path) -> bool {
    false
}

#[cfg(windows)]
fn is_marked_hidden(path: &Path) -> bool {
    use std::os::windows::fs::MetadataExt as _;
    use windows_sys::Win32::Storage::FileSystem::FILE_ATTRIBUTE_HIDDEN;
    std::fs::metadata(path).is_ok_and(|about| about.file_attributes() & FILE_ATTRIBUTE_HIDDEN != 0)
}
