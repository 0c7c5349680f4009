//! File descriptors that this process was started with: used as they are, never opened anew. Opened anew by their name they would
//! have another place in the file, other rights, and some cannot be opened at all.
#![allow(unsafe_code, reason = "a number becomes a descriptor nowhere else")]

use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};

/// A second one for what a descriptor leads to, with the same place in it.
///
/// # Errors
/// Where none of that number is open.
#[cfg(unix)]
pub fn duplicate(number: u32) -> io::Result<File> {
    use std::os::fd::BorrowedFd;
    let raw = i32::try_from(number).map_err(|cause| io::Error::new(io::ErrorKind::InvalidInput, cause))?;
    // SAFETY: it is looked at within the next line alone; one that is not open is refused there by the system.
    let there = unsafe { BorrowedFd::borrow_raw(raw) };
    Ok(File::from(rustix::io::fcntl_dupfd_cloexec(there, 3)?))
}

/// Elsewhere there are none.
///
/// # Errors
/// Always.
#[cfg(not(unix))]
pub fn duplicate(_: u32) -> io::Result<File> {
    Err(io::Error::from(io::ErrorKind::Unsupported))
}

/// The number that a path names: `/dev/stdout`, `/dev/fd/3`, `/proc/self/fd/3`.
#[must_use]
pub fn named(path: &Path) -> Option<u32> {
    match path.to_str()? {
        "/dev/stdin" => Some(0),
        "/dev/stdout" => Some(1),
        "/dev/stderr" => Some(2),
        text => ["/dev/fd/", "/proc/self/fd/"].iter().find_map(|it| text.strip_prefix(it))?.parse().ok(),
    }
}

/// The file that a descriptor leads to, where it is one with a name.
#[must_use]
pub fn leads_to(number: u32) -> Option<PathBuf> {
    let path = std::fs::read_link(format!("/proc/self/fd/{number}")).ok()?;
    path.is_absolute().then_some(path)
}
