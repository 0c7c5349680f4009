//! Files opened without waiting for anybody, and never through a link where that is asked for. It creates nothing but what it is told to.

use std::fs::{File, OpenOptions};
use std::io;
use std::path::Path;
use std::time::Duration;

/// Opens a file to read. A pipe that has taken its place is not waited for.
///
/// # Errors
/// What the system refuses.
pub fn to_read(path: &Path) -> io::Result<File> {
    let mut options = File::options();
    unwaiting(options.read(true));
    options.open(path)
}

/// Opens what stands at a path itself, never what a link there leads to, to read; with `write` to write, too, and then it is made where
/// nothing is, for its owner alone. What is there is left as it is.
///
/// # Errors
/// What the system refuses; that a link stands there.
pub fn itself(path: &Path, write: bool) -> io::Result<File> {
    let mut options = File::options();
    unfollowing(owner_only(options.read(true).write(write).create(write).truncate(false)));
    let file = options.open(path)?;
    if file.metadata()?.file_type().is_symlink() {
        return Err(io::Error::other("a link"));
    }
    Ok(file)
}

/// Makes a file where nothing is, readable by its owner alone.
///
/// # Errors
/// `AlreadyExists`; what the system refuses.
pub fn new_for_its_owner(path: &Path) -> io::Result<File> {
    owner_only(File::options().write(true).create_new(true)).open(path)
}

/// Between two looks whether somebody reads, and how long one waits in all.
const PAUSE: Duration = Duration::from_millis(50);
const LOOKS: u32 = 100;

/// Opens a pipe or a device to write to; of a pipe, waits a moment for whoever is to read. What is behind our own output is
/// written to at its end.
///
/// # Errors
/// `TimedOut` where nobody reads; what the system refuses otherwise.
pub fn to_stream(place: &Path) -> io::Result<File> {
    let mut options = File::options();
    streaming(options.write(true));
    for _ in 0..LOOKS {
        match options.open(place) {
            Ok(file) => return waiting(file),
            Err(cause) if is_unread(&cause) => std::thread::sleep(PAUSE),
            Err(cause) => return Err(cause),
        }
    }
    Err(io::Error::from(io::ErrorKind::TimedOut))
}

#[cfg(unix)]
fn streaming(options: &mut OpenOptions) {
    use rustix::fs::OFlags;
    use std::os::unix::fs::OpenOptionsExt as _;
    options.append(true).custom_flags((OFlags::NONBLOCK | OFlags::NOCTTY).bits().cast_signed());
}

/// A console takes no file that is appended to.
#[cfg(windows)]
fn streaming(_: &mut OpenOptions) {}

/// Once it is open, one waits for the reader.
#[cfg(unix)]
fn waiting(file: File) -> io::Result<File> {
    let flags = rustix::fs::fcntl_getfl(&file)?;
    rustix::fs::fcntl_setfl(&file, flags - rustix::fs::OFlags::NONBLOCK)?;
    Ok(file)
}

#[cfg(windows)]
fn waiting(file: File) -> io::Result<File> {
    Ok(file)
}

#[cfg(unix)]
fn is_unread(cause: &io::Error) -> bool {
    cause.raw_os_error() == Some(rustix::io::Errno::NXIO.raw_os_error())
}

/// Whoever is to read a pipe there serves somebody else.
#[cfg(windows)]
fn is_unread(cause: &io::Error) -> bool {
    cause.raw_os_error() == Some(windows_sys::Win32::Foundation::ERROR_PIPE_BUSY.cast_signed())
}

#[cfg(unix)]
fn unwaiting(options: &mut OpenOptions) {
    use std::os::unix::fs::OpenOptionsExt as _;
    options.custom_flags(rustix::fs::OFlags::NONBLOCK.bits().cast_signed());
}

/// Opening a pipe does not wait there.
#[cfg(windows)]
fn unwaiting(_: &mut OpenOptions) {}

#[cfg(unix)]
fn unfollowing(options: &mut OpenOptions) {
    use std::os::unix::fs::OpenOptionsExt as _;
    let flags = rustix::fs::OFlags::NOFOLLOW | rustix::fs::OFlags::NONBLOCK;
    options.custom_flags(flags.bits().cast_signed());
}

#[cfg(windows)]
fn unfollowing(options: &mut OpenOptions) {
    use std::os::windows::fs::OpenOptionsExt as _;
    options.custom_flags(windows_sys::Win32::Storage::FileSystem::FILE_FLAG_OPEN_REPARSE_POINT);
}

#[cfg(unix)]
fn owner_only(options: &mut OpenOptions) -> &mut OpenOptions {
    std::os::unix::fs::OpenOptionsExt::mode(options, 0o600)
}

/// A file there has its folder's rights; those of a user's own folders are that user's (docs/security.md).
#[cfg(windows)]
fn owner_only(options: &mut OpenOptions) -> &mut OpenOptions {
    options
}
