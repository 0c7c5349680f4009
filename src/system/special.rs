//! What is no file: pipes, sockets, terminals, disks. It opens none of them to find out.
#![cfg_attr(windows, allow(unsafe_code, reason = "std does not say what kind of handle it has"))]

use std::fs::File;
use std::path::Path;

/// What takes and gives bytes, and is neither a file nor a folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Special {
    /// A pipe.
    Pipe,
    /// A socket.
    Socket,
    /// A terminal, a printer, what swallows everything: bytes go through it.
    Stream,
    /// A disk: to write to it is to replace what it holds.
    Disk,
}

impl Special {
    /// As sentences know it.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Pipe => "pipe",
            Self::Socket => "socket",
            Self::Stream | Self::Disk => "device",
        }
    }

    /// What a path leads to, where that is no file.
    #[must_use]
    pub fn at(path: &Path) -> Option<Self> {
        at(path)
    }

    /// What is open, where that is no file.
    #[must_use]
    pub fn behind(file: &File) -> Option<Self> {
        behind(file)
    }
}

#[cfg(unix)]
fn at(path: &Path) -> Option<Special> {
    std::fs::metadata(path).ok().and_then(|about| of(about.file_type()))
}

#[cfg(unix)]
fn behind(file: &File) -> Option<Special> {
    file.metadata().ok().and_then(|about| of(about.file_type()))
}

#[cfg(unix)]
fn of(kind: std::fs::FileType) -> Option<Special> {
    use std::os::unix::fs::FileTypeExt as _;
    match () {
        () if kind.is_file() || kind.is_dir() => None,
        () if kind.is_fifo() => Some(Special::Pipe),
        () if kind.is_socket() => Some(Special::Socket),
        () if kind.is_block_device() => Some(Special::Disk),
        () => Some(Special::Stream),
    }
}

/// By its name: asking a device what it is would open it.
#[cfg(windows)]
fn at(path: &Path) -> Option<Special> {
    named(&path.to_string_lossy())
}

/// Names that lead to devices in every folder, with whatever ending, and those of the spaces of devices
/// (<https://learn.microsoft.com/windows/win32/fileio/naming-a-file>).
#[cfg(any(windows, test))]
fn named(path: &str) -> Option<Special> {
    const DEVICES: [&str; 6] = ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"];
    let path = path.replace('/', "\\").to_ascii_uppercase();
    let is_numbered = |it: &str| {
        let number = it.strip_prefix("COM").or_else(|| it.strip_prefix("LPT"));
        number.is_some_and(|number| number.len() == 1 && number != "0" && number.bytes().all(|it| it.is_ascii_digit()))
    };
    let is_device = |it: &str| DEVICES.contains(&it) || is_numbered(it);
    if let Some(rest) = path.strip_prefix(r"\\.\") {
        return Some(match rest {
            rest if rest.starts_with(r"PIPE\") => Special::Pipe,
            rest if is_device(rest) => Special::Stream,
            _ => Special::Disk,
        });
    }
    if path.starts_with(r"\\") && path.split('\\').nth(3) == Some("PIPE") {
        return Some(Special::Pipe);
    }
    let last = path.rsplit('\\').next().unwrap_or_default();
    let stem = last.split(['.', ':']).next().unwrap_or_default().trim_end();
    is_device(stem).then_some(Special::Stream)
}

#[cfg(windows)]
fn behind(file: &File) -> Option<Special> {
    use std::os::windows::io::AsRawHandle as _;
    use windows_sys::Win32::Storage::FileSystem::{FILE_TYPE_DISK, FILE_TYPE_PIPE, GetFileType};
    // SAFETY: the handle is open as long as `file` is.
    match unsafe { GetFileType(file.as_raw_handle()) } {
        FILE_TYPE_DISK => None,
        FILE_TYPE_PIPE => Some(Special::Pipe),
        _ => Some(Special::Stream),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn windows_names_of_devices_are_known_in_every_folder_and_with_every_ending() {
        let cases = [
            ("NUL", Some(Special::Stream)),
            (r"C:\lists\nul.csv", Some(Special::Stream)),
            ("lists/Com1", Some(Special::Stream)),
            (r"\\.\CONOUT$", Some(Special::Stream)),
            (r"\\.\pipe\lists", Some(Special::Pipe)),
            (r"\\server\pipe\lists", Some(Special::Pipe)),
            (r"\\.\PhysicalDrive0", Some(Special::Disk)),
            (r"\\.\C:", Some(Special::Disk)),
            (r"C:\lists\null.csv", None),
            (r"C:\con\list.csv", None),
            ("com10.csv", None),
            (r"\\server\share\list.csv", None),
        ];
        for (path, expected) in cases {
            assert_eq!(named(path), expected, "{path}");
        }
    }
}
