//! What systems know each in their own way: files without a name, owners, pipes that somebody reads.

use std::fs::{self, File};
use std::io::{self, ErrorKind};
use std::path::Path;
use std::time::Duration;

use crate::store::file::laying;

#[cfg(target_os = "linux")]
pub(super) fn nameless(folder: &Path) -> io::Result<Option<File>> {
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

#[cfg(not(target_os = "linux"))]
pub(super) fn nameless(_: &Path) -> io::Result<Option<File>> {
    Ok(None)
}

/// Gives a file without a name one that nothing has yet.
#[cfg(target_os = "linux")]
pub(super) fn link(file: &File, place: &Path) -> io::Result<()> {
    use std::os::fd::AsRawFd as _;
    let own = format!("/proc/self/fd/{}", file.as_raw_fd());
    let here = rustix::fs::CWD;
    Ok(rustix::fs::linkat(here, own, here, place, rustix::fs::AtFlags::SYMLINK_FOLLOW)?)
}

#[cfg(not(target_os = "linux"))]
pub(super) fn link(_: &File, _: &Path) -> io::Result<()> {
    Err(io::Error::from(ErrorKind::Unsupported))
}

/// Gives it the name that another file has: under a name of chance first, for linking replaces nothing.
pub(super) fn linked_over(file: &File, place: &Path) -> io::Result<()> {
    let aside = laying::passing_name(place);
    link(file, &aside)?;
    fs::rename(&aside, place).inspect_err(|_| {
        let _ = fs::remove_file(&aside);
    })
}

#[cfg(unix)]
pub(super) fn keep_owner(file: &File, place: &Path) {
    use std::os::unix::fs::MetadataExt as _;
    if let Ok(about) = fs::metadata(place) {
        // Who may not give files away keeps them.
        let _ = std::os::unix::fs::fchown(file, Some(about.uid()), Some(about.gid()));
    }
}

#[cfg(not(unix))]
pub(super) fn keep_owner(_: &File, _: &Path) {}

/// Between two looks whether somebody reads, and how long one waits in all.
const PAUSE: Duration = Duration::from_millis(50);
const LOOKS: u32 = 100;

/// Opens a pipe or a device to write to; of a pipe, waits a moment for whoever is to read. What is behind our own output is
/// written to at its end.
pub(super) fn stream(place: &Path) -> io::Result<File> {
    let mut options = File::options();
    options.write(true).append(true);
    #[cfg(unix)]
    {
        use rustix::fs::OFlags;
        use std::os::unix::fs::OpenOptionsExt as _;
        options.custom_flags((OFlags::NONBLOCK | OFlags::NOCTTY).bits().cast_signed());
        for _ in 0..LOOKS {
            match options.open(place) {
                Ok(file) => {
                    // From here on one waits for the reader.
                    let flags = rustix::fs::fcntl_getfl(&file)?;
                    rustix::fs::fcntl_setfl(&file, flags - OFlags::NONBLOCK)?;
                    return Ok(file);
                }
                Err(cause) if cause.raw_os_error() == Some(rustix::io::Errno::NXIO.raw_os_error()) => {}
                Err(cause) => return Err(cause),
            }
            std::thread::sleep(PAUSE);
        }
        Err(io::Error::from(ErrorKind::TimedOut))
    }
    #[cfg(not(unix))]
    options.open(place)
}
