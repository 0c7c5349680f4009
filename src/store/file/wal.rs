//! A write-ahead log that was found beside a book: walked as SQLite will walk it, to say what SQLite passes over in
//! silence: committed frames behind one whose sum is wrong.
//!
//! It reads and never writes, needs no key (the sums are over the pages as they stand), and looks at no page.
//! The format: <https://sqlite.org/fileformat2.html#the_write_ahead_log>.

use std::fs::File;
use std::io::{self, BufReader, ErrorKind, Read};
use std::path::Path;

const HEADER: usize = 32;
const FRAME: usize = 24;
const MAGIC: u32 = 0x377f_0682;

/// The largest page that SQLite has.
const LARGEST_PAGE: u32 = 65_536;

/// What walking a log found.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) struct Walked {
    /// Committed frames that cannot be read any more; 0: the log is whole, or there is none.
    ///
    /// A frame that was being written when the machine stopped is not lost, for it was never committed: only one that is
    /// followed by a commit of the same log counts, itself included.
    pub(super) lost: u64,
    /// Commits that can be read.
    pub(super) commits: u64,
}

/// Walks a log.
///
/// # Errors
/// Where it cannot be read.
pub(super) fn walk_file(wal: &Path) -> io::Result<Walked> {
    match File::open(wal) {
        Err(cause) if cause.kind() == ErrorKind::NotFound => Ok(Walked::default()),
        Err(cause) => Err(cause),
        Ok(file) => {
            let size = file.metadata()?.len();
            walk(&mut BufReader::with_capacity(256 * 1024, file), size)
        }
    }
}

fn walk(log: &mut impl Read, size: u64) -> io::Result<Walked> {
    let mut header = [0; HEADER];
    if size == 0 || !fill(log, &mut header)? {
        // Nothing was ever committed in less than a header.
        return Ok(Walked::default());
    }
    let Some(mut state) = Log::begin(&header) else {
        // The whole log is passed over. How long its pages are is not known: as those of every book.
        return Ok(Walked { lost: (size - HEADER as u64) / (FRAME as u64 + 4096), commits: 0 });
    };
    let mut frame = vec![0; FRAME + state.page];
    let (mut number, mut first_wrong, mut last_commit, mut commits) = (0, None, 0, 0);
    while fill(log, &mut frame)? {
        number += 1;
        if frame[8..16] != state.salt {
            break;
        }
        if !state.follows(&frame) {
            first_wrong = first_wrong.or(Some(number));
        }
        if word(&frame, 4) != 0 {
            last_commit = number;
            commits += u64::from(first_wrong.is_none());
        }
    }
    Ok(Walked { lost: first_wrong.map_or(0, |at: u64| (last_commit + 1).saturating_sub(at)), commits })
}

/// Whether there was as much as the buffer holds.
fn fill(from: &mut impl Read, buffer: &mut [u8]) -> io::Result<bool> {
    match from.read_exact(buffer) {
        Ok(()) => Ok(true),
        Err(cause) if cause.kind() == ErrorKind::UnexpectedEof => Ok(false),
        Err(cause) => Err(cause),
    }
}

fn word(bytes: &[u8], at: usize) -> u32 {
    bytes.get(at..at + 4).and_then(|it| it.try_into().ok()).map_or(0, u32::from_be_bytes)
}

/// A log under way.
struct Log {
    page: usize,
    salt: [u8; 8],
    big_endian: bool,
    sum: (u32, u32),
}

impl Log {
    /// From its header; nothing where that does not hold.
    fn begin(header: &[u8; HEADER]) -> Option<Self> {
        let (magic, page) = (word(header, 0), word(header, 8));
        if magic & !1 != MAGIC || !page.is_power_of_two() || !(512..=LARGEST_PAGE).contains(&page) {
            return None;
        }
        let big_endian = magic & 1 == 1;
        let sum = summed((0, 0), &header[..24], big_endian);
        let salt = header[16..24].try_into().ok()?;
        let page = usize::try_from(page).ok()?;
        (sum == (word(header, 24), word(header, 28))).then_some(Self { page, salt, big_endian, sum })
    }

    /// Whether a frame is the next one; once one is not, none is.
    fn follows(&mut self, frame: &[u8]) -> bool {
        let sum = summed(self.sum, &frame[..8], self.big_endian);
        self.sum = summed(sum, &frame[FRAME..], self.big_endian);
        self.sum == (word(frame, 16), word(frame, 20))
    }
}

/// SQLite's sum over pairs of words.
fn summed(begin: (u32, u32), bytes: &[u8], big_endian: bool) -> (u32, u32) {
    let read = |it: &[u8]| {
        let word = it.try_into().unwrap_or_default();
        if big_endian { u32::from_be_bytes(word) } else { u32::from_le_bytes(word) }
    };
    bytes.chunks_exact(8).fold(begin, |(one, two), pair| {
        let one = one.wrapping_add(read(&pair[..4])).wrapping_add(two);
        (one, two.wrapping_add(read(&pair[4..])).wrapping_add(one))
    })
}
