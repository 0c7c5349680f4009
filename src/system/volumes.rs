//! What a disk says of itself and of its files: room, what may be written, what is mounted by itself. It opens no book.
#![cfg_attr(windows, allow(unsafe_code, reason = "std does not say how much room there is"))]

use std::fs;
use std::path::Path;

/// A lock, a log and its index.
#[cfg(unix)]
const FILES: u64 = 3;

/// Whether there is no room left for whoever is no administrator where a path is: no block, or not as many new files as a
/// change needs.
#[cfg(unix)]
#[must_use]
pub fn is_full(folder: &Path) -> bool {
    rustix::fs::statvfs(folder)
        .is_ok_and(|room| (room.f_blocks > 0 && room.f_bavail == 0) || (room.f_files > 0 && room.f_favail < FILES))
}

/// Whether there is not one page left for whoever asks, quotas counted, where a path is.
#[cfg(windows)]
#[must_use]
pub fn is_full(folder: &Path) -> bool {
    use std::os::windows::ffi::OsStrExt as _;
    use windows_sys::Win32::Storage::FileSystem::GetDiskFreeSpaceExW;
    const PAGE: u64 = 4096;
    let folder: Vec<u16> = folder.as_os_str().encode_wide().chain([0]).collect();
    let mut free = 0_u64;
    // SAFETY: the name ends with a zero and outlives the call; two of the three numbers may be left out.
    let done =
        unsafe { GetDiskFreeSpaceExW(folder.as_ptr(), &raw mut free, std::ptr::null_mut(), std::ptr::null_mut()) };
    done != 0 && free < PAGE
}

/// Whether the file says of itself that it is not to be written, or the system refuses it.
#[must_use]
pub fn is_read_only(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|it| it.permissions().readonly()) || is_refused(path)
}

/// It opens no file.
#[cfg(unix)]
fn is_refused(path: &Path) -> bool {
    rustix::fs::access(path, rustix::fs::Access::WRITE_OK).is_err()
}

/// Rights are told by opening alone there, and closing gives up nobody's locks. One that somebody else has open is not refused for good.
#[cfg(windows)]
fn is_refused(path: &Path) -> bool {
    use std::io::ErrorKind::{PermissionDenied, ReadOnlyFilesystem};
    let opened = fs::File::options().append(true).open(path);
    opened.is_err_and(|cause| matches!(cause.kind(), PermissionDenied | ReadOnlyFilesystem))
}

/// Whether the file is mounted by itself, as containers do: what SQLite keeps beside it would lie in another folder for whoever
/// has it under its own name.
#[cfg(target_os = "linux")]
#[must_use]
pub fn is_mounted_alone(path: &Path) -> bool {
    let table = fs::read_to_string("/proc/self/mountinfo").unwrap_or_default();
    // proc(5): the fifth field is the place, with blanks and the like as \040.
    let places = table.lines().filter_map(|line| line.split(' ').nth(4));
    let plain =
        |place: &str| place.replace("\\040", " ").replace("\\011", "\t").replace("\\012", "\n").replace("\\134", "\\");
    places.map(plain).any(|place| Path::new(&place) == path)
}

/// Elsewhere only folders are mounted.
#[cfg(not(target_os = "linux"))]
#[must_use]
pub fn is_mounted_alone(_: &Path) -> bool {
    false
}
