//! A lock on a file that the system frees when the process ends, however it ends. It keeps nobody from reading the file: what stands in it
//! says who holds it.
#![cfg_attr(windows, allow(unsafe_code, reason = "std locks the whole file there, and then nobody else can read it"))]

use std::fs::{File, TryLockError};

/// Takes it alone, without waiting.
///
/// # Errors
/// `WouldBlock` where somebody has it; what the system refuses.
pub fn try_alone(file: &File) -> Result<(), TryLockError> {
    try_lock(file, true)
}

/// Takes it together with others who do the same, without waiting.
///
/// # Errors
/// As [`try_alone`].
pub fn try_shared(file: &File) -> Result<(), TryLockError> {
    try_lock(file, false)
}

/// Gives it up, as the end of the file does.
pub fn give_up(file: &File) {
    let _ = unlock(file);
}

#[cfg(unix)]
fn try_lock(file: &File, alone: bool) -> Result<(), TryLockError> {
    if alone { file.try_lock() } else { file.try_lock_shared() }
}

#[cfg(unix)]
fn unlock(file: &File) -> std::io::Result<()> {
    file.unlock()
}

/// Windows' locks keep others from reading and writing what they cover, SQLite's own connection among them. So one byte is locked, where
/// no file has any, as SQLite does with its own.
#[cfg(windows)]
fn try_lock(file: &File, alone: bool) -> Result<(), TryLockError> {
    use std::os::windows::io::AsRawHandle as _;
    use windows_sys::Win32::Foundation::{ERROR_IO_PENDING, ERROR_LOCK_VIOLATION};
    use windows_sys::Win32::Storage::FileSystem::{LOCKFILE_EXCLUSIVE_LOCK, LOCKFILE_FAIL_IMMEDIATELY, LockFileEx};
    let way = LOCKFILE_FAIL_IMMEDIATELY | if alone { LOCKFILE_EXCLUSIVE_LOCK } else { 0 };
    let mut place = place();
    // SAFETY: the handle is open as long as `file` is; `place` outlives the call, which does not wait.
    let done = unsafe { LockFileEx(file.as_raw_handle(), way, 0, 1, 0, &raw mut place) };
    if done != 0 {
        return Ok(());
    }
    let cause = std::io::Error::last_os_error();
    let is = |code: u32| cause.raw_os_error() == Some(code.cast_signed());
    let held = is(ERROR_LOCK_VIOLATION) || is(ERROR_IO_PENDING);
    Err(if held { TryLockError::WouldBlock } else { TryLockError::Error(cause) })
}

#[cfg(windows)]
fn unlock(file: &File) -> std::io::Result<()> {
    use std::os::windows::io::AsRawHandle as _;
    use windows_sys::Win32::Storage::FileSystem::UnlockFileEx;
    let mut place = place();
    // SAFETY: as in `try_lock`.
    let done = unsafe { UnlockFileEx(file.as_raw_handle(), 0, 1, 0, &raw mut place) };
    if done == 0 { Err(std::io::Error::last_os_error()) } else { Ok(()) }
}

/// The byte at 2^62.
#[cfg(windows)]
fn place() -> windows_sys::Win32::System::IO::OVERLAPPED {
    use windows_sys::Win32::System::IO::{OVERLAPPED, OVERLAPPED_0, OVERLAPPED_0_0};
    let at = OVERLAPPED_0 { Anonymous: OVERLAPPED_0_0 { Offset: 0, OffsetHigh: 1 << 30 } };
    OVERLAPPED { Anonymous: at, ..OVERLAPPED::default() }
}

#[cfg(test)]
mod tests {
    use std::io::{Read as _, Write as _};

    use super::*;

    #[test]
    fn one_has_it_alone_others_read_what_stands_in_it() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("lock");
        let mut one = File::options().read(true).write(true).create_new(true).open(&path).expect("made");
        let mut other = File::open(&path).expect("opened");
        try_alone(&one).expect("taken");
        one.write_all(b"who has it").expect("written");
        assert!(matches!(try_alone(&other), Err(TryLockError::WouldBlock)));
        assert!(matches!(try_shared(&other), Err(TryLockError::WouldBlock)));
        let mut read = String::new();
        other.read_to_string(&mut read).expect("read");
        assert_eq!(read, "who has it");
        give_up(&one);
        try_shared(&other).expect("free");
    }
}
