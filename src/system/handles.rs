//! What this process was started with: used as it is, never opened anew. Opened anew by its name it would have another place in the
//! file, other rights, and some cannot be opened at all.
#![allow(unsafe_code, reason = "a number becomes a descriptor nowhere else")]

use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};

/// A second one for what a descriptor leads to, with the same place in it.
///
/// # Errors
/// Where none of that number is open. On Windows there are three: 0, 1 and 2.
#[cfg(unix)]
pub fn duplicate(number: u32) -> io::Result<File> {
    use std::os::fd::BorrowedFd;
    let raw = i32::try_from(number).map_err(|cause| io::Error::new(io::ErrorKind::InvalidInput, cause))?;
    // SAFETY: it is looked at within the next line alone; one that is not open is refused there by the system.
    let there = unsafe { BorrowedFd::borrow_raw(raw) };
    Ok(File::from(rustix::io::fcntl_dupfd_cloexec(there, 3)?))
}

/// A second one for what a descriptor leads to, with the same place in it.
///
/// # Errors
/// Where none of that number is open. Other numbers than those of the three standard handles are the C library's own there, and no
/// shell hands any over.
#[cfg(windows)]
pub fn duplicate(number: u32) -> io::Result<File> {
    use std::os::windows::io::AsHandle as _;
    let own = match number {
        0 => io::stdin().as_handle().try_clone_to_owned(),
        1 => io::stdout().as_handle().try_clone_to_owned(),
        2 => io::stderr().as_handle().try_clone_to_owned(),
        _ => Err(io::Error::from(io::ErrorKind::Unsupported)),
    };
    own.map(File::from)
}

/// The number that a path names: `/dev/stdout`, `/dev/fd/3`, `/proc/self/fd/3`. The first three mean the same on Windows, where no file
/// has such a name.
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
#[cfg(target_os = "linux")]
#[must_use]
pub fn leads_to(number: u32) -> Option<PathBuf> {
    let path = std::fs::read_link(format!("/proc/self/fd/{number}")).ok()?;
    path.is_absolute().then_some(path)
}

/// The file that a descriptor leads to, where it is one with a name.
#[cfg(target_vendor = "apple")]
#[must_use]
pub fn leads_to(number: u32) -> Option<PathBuf> {
    use std::os::unix::ffi::OsStringExt as _;
    let path = rustix::fs::getpath(duplicate(number).ok()?).ok()?;
    Some(PathBuf::from(std::ffi::OsString::from_vec(path.into_bytes())))
}

/// The file that a descriptor leads to, where it is one with a name.
#[cfg(windows)]
#[must_use]
pub fn leads_to(number: u32) -> Option<PathBuf> {
    use std::os::windows::ffi::OsStringExt as _;
    use std::os::windows::io::AsRawHandle as _;
    use windows_sys::Win32::Storage::FileSystem::GetFinalPathNameByHandleW;
    // No path is longer there.
    let mut path = vec![0_u16; 32_768];
    let file = duplicate(number).ok()?;
    let room = u32::try_from(path.len()).ok()?;
    // SAFETY: the handle is open as long as `file` is, and the system writes no more than the room that it is told.
    let length = unsafe { GetFinalPathNameByHandleW(file.as_raw_handle(), path.as_mut_ptr(), room, 0) };
    let length = usize::try_from(length).ok().filter(|it| *it > 0 && *it < path.len())?;
    Some(dunce::simplified(Path::new(&std::ffi::OsString::from_wide(&path[..length]))).to_owned())
}

/// Elsewhere it is not said.
#[cfg(all(unix, not(target_os = "linux"), not(target_vendor = "apple")))]
#[must_use]
pub fn leads_to(_: u32) -> Option<PathBuf> {
    None
}
