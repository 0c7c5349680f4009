//! The directory of a ZIP file, and its entries unpacked: one reader for whoever judges and whoever uses.
//!
//! It trusts no size that the file claims, and never unpacks more than it may. Where two readers could take the file for two
//! different ones, it is neither.

use std::io::{self, BufReader, Read, Seek, SeekFrom, Take};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use flate2::Crc;
use flate2::bufread::DeflateDecoder;

use crate::error::Error;

/// So many entries at most.
const MOST: u64 = 20_000;

/// A directory is no longer than this.
const LONGEST_DIRECTORY: u64 = 8 * 1024 * 1024;

const END: &[u8] = b"PK\x05\x06";
const END_64: &[u8] = b"PK\x06\x06";
const LOCATOR_64: &[u8] = b"PK\x06\x07";
const ENTRY: &[u8] = b"PK\x01\x02";
const LOCAL: &[u8] = b"PK\x03\x04";

/// The end record without its comment.
const END_LENGTH: usize = 22;
/// A comment is no longer.
const LONGEST_COMMENT: usize = 65_535;

/// Why a file cannot be read as a ZIP file.
#[derive(Debug)]
pub enum Flaw {
    /// The source does not answer.
    Source(io::Error),
    /// It does not hold together.
    Broken,
    /// It can be read in two ways: two directories, two entries of one name, entries that share bytes.
    TwoWays,
    /// More entries than any file needs.
    TooMany,
}

impl From<io::Error> for Flaw {
    fn from(cause: io::Error) -> Self {
        if cause.kind() == io::ErrorKind::UnexpectedEof { Self::Broken } else { Self::Source(cause) }
    }
}

/// A file within a ZIP file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its name, with strokes for folders.
    pub name: String,
    /// It is sealed with a password.
    pub encrypted: bool,
    /// How it is packed: 0 not at all, 8 deflated.
    method: u16,
    crc: u32,
    packed: u64,
    /// Where its local header stands.
    at: u64,
}

impl Entry {
    /// A folder, which holds nothing; nothing packed takes two bytes.
    pub fn is_folder(&self) -> bool {
        self.name.ends_with('/') && self.packed <= 2
    }

    /// What it takes packed, in bytes.
    pub const fn packed(&self) -> u64 {
        self.packed
    }

    /// Packed as this program can unpack.
    pub const fn can_be_unpacked(&self) -> bool {
        matches!(self.method, 0 | 8)
    }
}

/// The entries of a file, in the order of its directory.
pub fn directory(source: &mut (impl Read + Seek)) -> Result<Vec<Entry>, Flaw> {
    let size = source.seek(SeekFrom::End(0))?;
    let tail_at = size.saturating_sub((END_LENGTH + LONGEST_COMMENT) as u64);
    let tail = read_at(source, tail_at, size - tail_at)?;
    let end_at = end(&tail)?;
    let end = Span::of(source, &tail[end_at..], tail_at + end_at as u64)?;
    if end.count > MOST || end.length > LONGEST_DIRECTORY {
        return Err(Flaw::TooMany);
    }
    let bytes = read_at(source, end.at, end.length)?;
    let mut entries = Vec::new();
    let mut rest = bytes.as_slice();
    for _ in 0..end.count {
        let (entry, length) = entry(rest, end.before).ok_or(Flaw::Broken)?;
        entries.push(entry);
        rest = rest.get(length..).ok_or(Flaw::Broken)?;
    }
    one_way(&entries)?;
    Ok(entries)
}

/// Where the end record stands in a file's tail: the one whose comment ends with the file; where none does, the only one.
fn end(tail: &[u8]) -> Result<usize, Flaw> {
    let found: Vec<usize> = memchr::memmem::find_iter(tail, END).filter(|at| at + END_LENGTH <= tail.len()).collect();
    let ends_the_file =
        |at: &usize| short(tail, at + 20).is_some_and(|comment| at + END_LENGTH + usize::from(comment) == tail.len());
    let fits: Vec<usize> = found.iter().copied().filter(ends_the_file).collect();
    match (fits.as_slice(), found.as_slice()) {
        ([one], _) | ([], [one]) => Ok(*one),
        ([], []) => Err(Flaw::Broken),
        _ => Err(Flaw::TwoWays),
    }
}

/// Where the directory stands.
struct Span {
    at: u64,
    length: u64,
    count: u64,
    /// Bytes before the file proper, which its places do not count.
    before: u64,
}

impl Span {
    fn of(source: &mut (impl Read + Seek), end: &[u8], end_at: u64) -> Result<Self, Flaw> {
        let value = |found: Option<u64>| found.ok_or(Flaw::Broken);
        let count = value(short(end, 10).map(u64::from))?;
        let (length, at) = (value(long(end, 12).map(u64::from))?, value(long(end, 16).map(u64::from))?);
        if count != u64::from(u16::MAX) && at != u64::from(u32::MAX) && length != u64::from(u32::MAX) {
            return Self::before(end_at, length, at, count);
        }
        let locator = read_at(source, end_at.checked_sub(20).ok_or(Flaw::Broken)?, 20)?;
        if !locator.starts_with(LOCATOR_64) {
            return Self::before(end_at, length, at, count);
        }
        let place = value(huge(&locator, 8))?;
        let end = read_at(source, place, 56)?;
        if !end.starts_with(END_64) {
            return Err(Flaw::Broken);
        }
        Self::before(place, value(huge(&end, 40))?, value(huge(&end, 48))?, value(huge(&end, 32))?)
    }

    /// The directory ends where the end record begins.
    fn before(end_at: u64, length: u64, claimed: u64, count: u64) -> Result<Self, Flaw> {
        let at = end_at.checked_sub(length).ok_or(Flaw::Broken)?;
        let before = at.checked_sub(claimed).ok_or(Flaw::Broken)?;
        Ok(Self { at, length, count, before })
    }
}

/// An entry of the directory, and its length there.
fn entry(bytes: &[u8], before: u64) -> Option<(Entry, usize)> {
    if !bytes.starts_with(ENTRY) {
        return None;
    }
    let [name, extra, comment] = [short(bytes, 28)?, short(bytes, 30)?, short(bytes, 32)?].map(usize::from);
    let mut fields = [long(bytes, 24)?, long(bytes, 20)?, long(bytes, 42)?].map(u64::from);
    widen(&mut fields, bytes.get(46 + name..46 + name + extra)?);
    let [_, packed, at] = fields;
    let found = Entry {
        name: String::from_utf8_lossy(bytes.get(46..46 + name)?).replace('\\', "/"),
        encrypted: short(bytes, 8)? & 1 != 0,
        method: short(bytes, 10)?,
        crc: long(bytes, 16)?,
        packed,
        at: at.checked_add(before)?,
    };
    Some((found, 46 + name + extra + comment))
}

/// What does not fit into four bytes stands in an extra field (APPNOTE 4.5.3).
fn widen(fields: &mut [u64; 3], mut extra: &[u8]) {
    while let (Some(id), Some(length)) = (short(extra, 0), short(extra, 2)) {
        let Some(body) = extra.get(4..4 + usize::from(length)) else { return };
        if id == 1 {
            let wide = fields.iter_mut().filter(|it| **it == u64::from(u32::MAX));
            for (nth, field) in wide.enumerate() {
                *field = huge(body, nth * 8).unwrap_or(*field);
            }
            return;
        }
        extra = &extra[4 + usize::from(length)..];
    }
}

/// No two entries have one name or share bytes.
fn one_way(entries: &[Entry]) -> Result<(), Flaw> {
    let mut names: Vec<String> = entries.iter().map(|it| it.name.to_lowercase()).collect();
    names.sort_unstable();
    let mut spans: Vec<(u64, u64)> = entries.iter().map(|it| (it.at, it.at.saturating_add(it.packed))).collect();
    spans.sort_unstable();
    let twice = names.windows(2).any(|pair| pair[0] == pair[1]);
    let shared = spans.windows(2).any(|pair| pair[0].1 > pair[1].0);
    if twice || shared { Err(Flaw::TwoWays) } else { Ok(()) }
}

/// How much may be unpacked, and the refusal of more.
#[derive(Debug, Clone)]
pub struct Room {
    /// Of one entry, in bytes.
    pub most: u64,
    /// What is left for all entries of the file, however often each is unpacked.
    pub left: Arc<AtomicU64>,
    /// The code of the refusal of more; it is told `megabytes`.
    pub too_much: &'static str,
    /// The code of what does not unpack.
    pub broken: &'static str,
}

/// An entry as it is unpacked.
pub type Unpacked<R> = Bounded<Whole<R>>;

/// What is unpacked, bounded: more than it may is refused, and so is what does not unpack.
pub struct Bounded<R> {
    source: R,
    room: Room,
    read: u64,
}

impl<R> Bounded<R> {
    /// Bounds a source that unpacks.
    pub const fn new(source: R, room: Room) -> Self {
        Self { source, room, read: 0 }
    }
}

impl<R: Read> Read for Bounded<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let room = &self.room;
        let data = |kind| {
            matches!(kind, io::ErrorKind::InvalidInput | io::ErrorKind::InvalidData | io::ErrorKind::UnexpectedEof)
        };
        let named =
            |cause: io::Error| if data(cause.kind()) { io::Error::other(Error::new(room.broken)) } else { cause };
        let filled = self.source.read(out).map_err(named)?;
        self.read += filled as u64;
        let take = |left: u64| left.checked_sub(filled as u64);
        let is_used_up = room.left.fetch_update(Ordering::Relaxed, Ordering::Relaxed, take).is_err();
        if self.read > room.most || is_used_up {
            return Err(io::Error::other(Error::new(room.too_much).with("megabytes", room.most / 1024 / 1024)));
        }
        Ok(filled)
    }
}

/// An entry that is what its sum says.
pub struct Whole<R> {
    packing: Packing<R>,
    crc: Crc,
    of: u32,
}

enum Packing<R> {
    Stored(BufReader<Take<R>>),
    Deflated(DeflateDecoder<BufReader<Take<R>>>),
}

/// Opens an entry.
///
/// # Errors
/// What the source refuses; the code of what does not unpack.
pub fn open<R: Read + Seek>(mut source: R, entry: &Entry, room: Room) -> io::Result<Unpacked<R>> {
    let broken = || io::Error::other(Error::new(room.broken));
    source.seek(SeekFrom::Start(entry.at))?;
    let mut local = [0; 30];
    source.read_exact(&mut local).map_err(|cause| if ended(&cause) { broken() } else { cause })?;
    if !local.starts_with(LOCAL) || !entry.can_be_unpacked() || entry.encrypted {
        return Err(broken());
    }
    let after = short(&local, 26).zip(short(&local, 28)).map_or(0, |(name, extra)| i64::from(name) + i64::from(extra));
    source.seek(SeekFrom::Current(after))?;
    let packed = BufReader::with_capacity(32 * 1024, source.take(entry.packed));
    let packing =
        if entry.method == 0 { Packing::Stored(packed) } else { Packing::Deflated(DeflateDecoder::new(packed)) };
    Ok(Bounded::new(Whole { packing, crc: Crc::new(), of: entry.crc }, room))
}

fn ended(cause: &io::Error) -> bool {
    cause.kind() == io::ErrorKind::UnexpectedEof
}

impl<R: Read> Read for Whole<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let filled = match &mut self.packing {
            Packing::Stored(it) => it.read(out),
            Packing::Deflated(it) => it.read(out),
        }?;
        if filled == 0 && !out.is_empty() && self.crc.sum() != self.of {
            return Err(io::ErrorKind::InvalidData.into());
        }
        self.crc.update(&out[..filled]);
        Ok(filled)
    }
}

/// So many bytes from a place.
fn read_at(source: &mut (impl Read + Seek), at: u64, length: u64) -> io::Result<Vec<u8>> {
    source.seek(SeekFrom::Start(at))?;
    let mut bytes = Vec::new();
    source.take(length).read_to_end(&mut bytes)?;
    if bytes.len() as u64 == length { Ok(bytes) } else { Err(io::ErrorKind::UnexpectedEof.into()) }
}

fn short(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
}

fn long(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}

fn huge(bytes: &[u8], at: usize) -> Option<u64> {
    Some(u64::from_le_bytes(bytes.get(at..at + 8)?.try_into().ok()?))
}
