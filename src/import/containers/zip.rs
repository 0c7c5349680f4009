//! A workbook's container, looked at before anybody unpacks it.
//!
//! Sums what really unpacks, not what the directory claims, and holds none of it.

use std::io::{self, Read};

use flate2::read::DeflateDecoder;

use crate::error::{Error, Result};

/// Unpacked, a workbook may have this much; more is refused (calamine reads sheets whole).
pub const LARGEST: u64 = 64 * 1024 * 1024;

const END: &[u8] = b"PK\x05\x06";
const ENTRY: &[u8] = b"PK\x01\x02";
const LOCAL: &[u8] = b"PK\x03\x04";

/// What kind of container it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A workbook in OOXML.
    Workbook,
    /// A workbook in BIFF12.
    BinaryWorkbook,
    /// A spreadsheet in OpenDocument.
    OpenDocument,
    /// Something else.
    Other,
}

/// Looks through a container; `ask` says whether to go on.
///
/// # Errors
/// `import.broken_workbook` where the directory does not hold; `import.workbook_too_large`; what `ask` refuses.
pub fn look(bytes: &[u8], file: &str, ask: &dyn Fn() -> Result<()>) -> Result<Kind> {
    let broken = || Error::new("import.broken_workbook").with("file", file);
    let entries = entries(bytes).ok_or_else(broken)?;
    let mut room = LARGEST;
    for entry in &entries {
        let packed = entry.packed(bytes).ok_or_else(broken)?;
        let unpacked = if entry.deflated { unpacked(packed, room + 1, ask)? } else { packed.len() as u64 };
        room = room.checked_sub(unpacked).ok_or_else(|| {
            Error::new("import.workbook_too_large").with("file", file).with("megabytes", LARGEST / 1024 / 1024)
        })?;
    }
    let has = |name: &str| entries.iter().any(|it| it.name.eq_ignore_ascii_case(name));
    Ok(if has("xl/workbook.bin") {
        Kind::BinaryWorkbook
    } else if entries.iter().any(|it| it.name.to_ascii_lowercase().ends_with("workbook.xml")) {
        Kind::Workbook
    } else if has("content.xml") && has("mimetype") {
        Kind::OpenDocument
    } else {
        Kind::Other
    })
}

struct Packed {
    name: String,
    deflated: bool,
    size: usize,
    at: usize,
}

impl Packed {
    /// Its bytes as they are packed.
    fn packed<'a>(&self, bytes: &'a [u8]) -> Option<&'a [u8]> {
        let local = bytes.get(self.at..)?;
        if !local.starts_with(LOCAL) {
            return None;
        }
        let begin = 30 + usize::from(short(local, 26)?) + usize::from(short(local, 28)?);
        let packed = local.get(begin..)?;
        Some(&packed[..self.size.min(packed.len())])
    }
}

/// Bytes that it unpacks to, counted up to a bound.
fn unpacked(packed: &[u8], most: u64, ask: &dyn Fn() -> Result<()>) -> Result<u64> {
    let mut counted = 0;
    let mut buffer = [0; 16 * 1024];
    let mut unpacking = DeflateDecoder::new(packed);
    while counted < most {
        ask()?;
        match unpacking.read(&mut buffer) {
            Ok(0) => break,
            Ok(n) => counted += n as u64,
            Err(cause) if cause.kind() == io::ErrorKind::Interrupted => {}
            // What does not unpack is the reader's to refuse.
            Err(_) => break,
        }
    }
    Ok(counted)
}

/// The entries of the central directory.
fn entries(bytes: &[u8]) -> Option<Vec<Packed>> {
    // The end record is followed by a comment of at most 65,535 bytes (APPNOTE 4.3.16).
    let tail = bytes.len().saturating_sub(65_535 + 22);
    let end = tail + bytes[tail..].windows(4).rposition(|it| it == END)?;
    let count = short(bytes, end + 10)?;
    let mut at = usize::try_from(long(bytes, end + 16)?).ok()?;
    let mut found = Vec::new();
    for _ in 0..count {
        let entry = bytes.get(at..)?;
        if !entry.starts_with(ENTRY) {
            return None;
        }
        let (name, extra, comment) = (short(entry, 28)?, short(entry, 30)?, short(entry, 32)?);
        found.push(Packed {
            name: String::from_utf8_lossy(entry.get(46..46 + usize::from(name))?).replace('\\', "/"),
            deflated: short(entry, 10)? != 0,
            size: usize::try_from(long(entry, 20)?).ok()?,
            at: usize::try_from(long(entry, 42)?).ok()?,
        });
        at += 46 + usize::from(name) + usize::from(extra) + usize::from(comment);
    }
    Some(found)
}

fn short(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
}

fn long(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}
