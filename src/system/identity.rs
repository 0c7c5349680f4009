//! Which file it is, whatever it is called. No file is opened for it on Unix, where closing one gives up the locks that this process
//! holds on it; on Windows it is opened without any right to it, which disturbs nobody.
#![cfg_attr(windows, allow(unsafe_code, reason = "the system fills in what lies on our stack"))]

use std::fs::File;
use std::io;
use std::path::Path;

/// A file as the system knows it: the volume that it is on, and its number there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Identity {
    volume: u64,
    number: u128,
}

impl Identity {
    /// Of what a path leads to; nothing where it leads to nothing.
    #[must_use]
    pub fn of(path: &Path) -> Option<Self> {
        at(path).ok()
    }

    /// Of a file that is open.
    ///
    /// # Errors
    /// What the system refuses.
    pub fn of_file(file: &File) -> io::Result<Self> {
        of_open(file)
    }
}

/// Whether an open file is still what a path leads to.
#[must_use]
pub fn is_named(file: &File, path: &Path) -> bool {
    Identity::of_file(file).is_ok_and(|it| Identity::of(path) == Some(it))
}

/// Whether what a path leads to has other names as well (hard links).
#[must_use]
pub fn has_other_names(path: &Path) -> bool {
    names(path).is_ok_and(|it| it > 1)
}

#[cfg(unix)]
fn at(path: &Path) -> io::Result<Identity> {
    std::fs::metadata(path).map(|about| of(&about))
}

#[cfg(unix)]
fn of_open(file: &File) -> io::Result<Identity> {
    file.metadata().map(|about| of(&about))
}

/// Device and inode.
#[cfg(unix)]
fn of(about: &std::fs::Metadata) -> Identity {
    use std::os::unix::fs::MetadataExt as _;
    Identity { volume: about.dev(), number: about.ino().into() }
}

#[cfg(unix)]
fn names(path: &Path) -> io::Result<u64> {
    std::fs::metadata(path).map(|about| std::os::unix::fs::MetadataExt::nlink(&about))
}

#[cfg(windows)]
fn at(path: &Path) -> io::Result<Identity> {
    of_open(&windows::looked_at(path)?)
}

/// Volume and the file's number of 128 bits; of 64 where the file system has no other (FAT, some shares).
#[cfg(windows)]
fn of_open(file: &File) -> io::Result<Identity> {
    windows::long(file).or_else(|_| windows::about(file).map(|it| windows::short(&it)))
}

#[cfg(windows)]
fn names(path: &Path) -> io::Result<u64> {
    windows::looked_at(path).and_then(|file| windows::about(&file)).map(|it| it.nNumberOfLinks.into())
}

#[cfg(windows)]
mod windows {
    use std::fs::File;
    use std::io;
    use std::os::windows::fs::OpenOptionsExt as _;
    use std::os::windows::io::AsRawHandle as _;
    use std::path::Path;

    use windows_sys::Win32::Storage::FileSystem::{
        BY_HANDLE_FILE_INFORMATION, FILE_FLAG_BACKUP_SEMANTICS, FILE_ID_INFO, FileIdInfo, GetFileInformationByHandle,
        GetFileInformationByHandleEx,
    };

    use super::Identity;

    /// Opened with no right but to be asked about; folders, too.
    pub(super) fn looked_at(path: &Path) -> io::Result<File> {
        File::options().access_mode(0).custom_flags(FILE_FLAG_BACKUP_SEMANTICS).open(path)
    }

    pub(super) fn long(file: &File) -> io::Result<Identity> {
        let mut about = FILE_ID_INFO::default();
        let size = u32::try_from(size_of::<FILE_ID_INFO>()).map_err(io::Error::other)?;
        // SAFETY: the handle is open as long as `file` is, and the system writes no more than the size that it is told.
        let done =
            unsafe { GetFileInformationByHandleEx(file.as_raw_handle(), FileIdInfo, (&raw mut about).cast(), size) };
        if done == 0 {
            return Err(io::Error::last_os_error());
        }
        Ok(Identity { volume: about.VolumeSerialNumber, number: u128::from_le_bytes(about.FileId.Identifier) })
    }

    pub(super) fn about(file: &File) -> io::Result<BY_HANDLE_FILE_INFORMATION> {
        let mut about = BY_HANDLE_FILE_INFORMATION::default();
        // SAFETY: the handle is open as long as `file` is, and the system writes a value of this very type.
        let done = unsafe { GetFileInformationByHandle(file.as_raw_handle(), &raw mut about) };
        if done == 0 { Err(io::Error::last_os_error()) } else { Ok(about) }
    }

    pub(super) fn short(about: &BY_HANDLE_FILE_INFORMATION) -> Identity {
        let number = u128::from(about.nFileIndexHigh) * 0x1_0000_0000 + u128::from(about.nFileIndexLow);
        Identity { volume: about.dwVolumeSerialNumber.into(), number }
    }
}
