//! What the bytes of a text tell about how its letters are written.
//!
//! Reads each byte once. Nothing of it costs anything where all of the text is UTF-8.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, IBM866, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::charset::{Charset, PLAIN};
use crate::import::shown::harmless;

/// So many bytes are enough to tell an encoding by.
const ENOUGH: usize = 4 * 1024 * 1024;

/// What is not sure of how a text was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unsure {
    /// `text.guessed`, `text.offered`, `text.mixed`.
    pub code: &'static str,
    /// The first line that shows it, from 1.
    pub line: u64,
    /// A text of it, as it was read.
    pub sample: String,
    /// Lines that show it.
    pub lines: u64,
    /// The encoding that its letters may be in instead.
    pub other: Option<&'static str>,
}

/// What decides the encoding: the first bytes, zeros by place, and whether it is UTF-8.
pub struct Tally {
    /// Bytes.
    pub size: u64,
    first: Vec<u8>,
    even_zeros: usize,
    odd_zeros: usize,
    looked_at: usize,
    carry: Vec<u8>,
    broken: u64,
    beyond_ascii: u64,
    /// Line breaks by now.
    breaks: u64,
    old: Option<Old>,
    /// Whether anybody wants to know the encoding.
    guesses: bool,
}

/// A text that is no UTF-8.
struct Old {
    detector: EncodingDetector,
    fed: usize,
    /// The line of the first byte that is none, from 1, and what stands around it.
    line: u64,
    sample: Vec<u8>,
    /// Lines with such bytes, and the last of them.
    lines: u64,
    last: u64,
    /// Bytes between two letters of ASCII.
    within: Box<[u64; 128]>,
    /// Bytes beyond ASCII: all, those that are letters of DOS in Russian, those that another follows.
    all: u64,
    russian: u64,
    followed: u64,
}

/// Letters of German, French and Spanish in the code pages of DOS, but for those that other encodings have there, too.
const DOS: &[u8] =
    &[0x81, 0x82, 0x83, 0x84, 0x85, 0x88, 0x89, 0x8B, 0x8C, 0x93, 0x94, 0x95, 0xA0, 0xA1, 0xA2, 0xA3, 0xA4, 0xE1];

/// The same on a Mac before 2001.
const MAC: &[u8] = &[0x80, 0x85, 0x86, 0x87, 0x8A, 0x8D, 0x8E, 0x8F, 0x90, 0x96, 0x97, 0x9A, 0x9C, 0x9F, 0xA7];

impl Tally {
    /// Nothing yet.
    pub fn new(guesses: bool) -> Self {
        Self {
            size: 0,
            first: Vec::new(),
            even_zeros: 0,
            odd_zeros: 0,
            looked_at: 0,
            carry: Vec::new(),
            broken: 0,
            beyond_ascii: 0,
            breaks: 0,
            old: None,
            guesses,
        }
    }

    /// All of it is UTF-8.
    pub const fn is_sound(&self) -> bool {
        self.broken == 0 && self.carry.is_empty()
    }

    /// It was cut somewhere, perhaps within a character.
    pub fn ends_anywhere(&mut self) {
        self.carry.clear();
    }

    pub fn add(&mut self, bytes: &[u8]) {
        if self.size == 0 {
            self.first = bytes[..bytes.len().min(4)].to_vec();
            for (at, _) in bytes.iter().enumerate().filter(|(_, byte)| **byte == 0) {
                *(if at % 2 == 0 { &mut self.even_zeros } else { &mut self.odd_zeros }) += 1;
            }
            self.looked_at = bytes.len();
        }
        self.size += bytes.len() as u64;
        if self.carry.is_empty() {
            self.check(bytes);
        } else {
            let mut joined = std::mem::take(&mut self.carry);
            joined.extend_from_slice(bytes);
            self.check(&joined);
        }
    }

    fn check(&mut self, bytes: &[u8]) {
        if !bytes.is_ascii() {
            self.look(bytes);
        }
        if self.guesses {
            self.breaks += memchr::memchr_iter(b'\n', bytes).count() as u64;
        }
    }

    fn look(&mut self, bytes: &[u8]) {
        let mut at = 0;
        for chunk in bytes.utf8_chunks() {
            let begin = at + chunk.valid().len();
            at = begin + chunk.invalid().len();
            self.beyond_ascii += chunk.valid().bytes().filter(|byte| *byte >= 0xC0).count() as u64;
            if chunk.invalid().is_empty() {
                continue;
            }
            if at == bytes.len() && std::str::from_utf8(chunk.invalid()).is_err_and(|it| it.error_len().is_none()) {
                self.carry = chunk.invalid().to_vec();
                continue;
            }
            self.broken += 1;
            if self.guesses {
                self.note(bytes, begin);
            }
        }
        if let Some(old) = self.old.as_mut().filter(|it| it.fed < ENOUGH) {
            old.detector.feed(bytes, false);
            old.fed += bytes.len();
            old.letters(bytes);
        }
    }

    /// A byte that is no UTF-8.
    fn note(&mut self, bytes: &[u8], at: usize) {
        // Lines are counted where the text is none of ours; of millions of such bytes the first tell enough.
        if self.old.as_ref().is_some_and(|it| it.lines > 1_000) {
            return;
        }
        let line = self.breaks + 1 + memchr::memchr_iter(b'\n', &bytes[..at]).count() as u64;
        let old = self.old.get_or_insert_with(|| Old {
            detector: EncodingDetector::new(Iso2022JpDetection::Allow),
            fed: 0,
            line,
            sample: around(bytes, at),
            lines: 0,
            last: 0,
            within: Box::new([0; 128]),
            all: 0,
            russian: 0,
            followed: 0,
        });
        if old.last != line {
            (old.last, old.lines) = (line, old.lines + 1);
        }
    }

    /// The encoding that a byte order mark names, and the mark's bytes.
    pub fn mark(&self) -> Option<(&'static Encoding, usize)> {
        Encoding::for_bom(&self.first)
    }

    /// A mark decides; then zeros in every second byte; then UTF-8, perhaps with lines of another kind; then the letters.
    pub fn charset(&self) -> Charset {
        if let Some((encoding, _)) = self.mark().filter(|(of, _)| *of != UTF_8) {
            return Charset::Web(encoding);
        }
        let most = self.looked_at * 2 / 5;
        if self.looked_at >= 4 && self.odd_zeros > most.max(1) / 2 && self.odd_zeros > self.even_zeros * 4 {
            return Charset::Web(UTF_16LE);
        }
        if self.looked_at >= 4 && self.even_zeros > most.max(1) / 2 && self.even_zeros > self.odd_zeros * 4 {
            return Charset::Web(UTF_16BE);
        }
        if self.is_sound() {
            return PLAIN;
        }
        let guessed = self.old.as_ref().map_or(WINDOWS_1252, Old::guess);
        // Letters of UTF-8 come about by chance where most bytes are letters, and hardly ever beside those of windows-1252.
        let is_latin = guessed == WINDOWS_1252 && self.beyond_ascii * 4 >= self.broken;
        let is_mixed = self.beyond_ascii > 0 && (is_latin || self.broken <= self.beyond_ascii / 2);
        if is_mixed || self.mark().is_some() { Charset::Mixed } else { Charset::Web(guessed) }
    }

    /// What is to be said of it.
    pub fn unsure(&self, charset: Charset) -> Option<Unsure> {
        let old = self.old.as_ref()?;
        let unsure = |code, other| {
            let sample = charset.text(&old.sample);
            let sample = harmless(
                sample.trim_matches(|it: char| it.is_whitespace() || it.is_control() || it == ';' || it == ','),
            );
            Some(Unsure { code, line: old.line, sample, lines: old.lines, other })
        };
        match charset {
            Charset::Mixed => unsure("text.mixed", None),
            Charset::Web(encoding) if encoding == WINDOWS_1252 => {
                let other = old.offered()?;
                unsure("text.offered", Some(other))
            }
            Charset::Web(encoding) if encoding != UTF_8 && encoding != UTF_16LE && encoding != UTF_16BE => {
                let other = old.offered().filter(|_| encoding.is_single_byte());
                unsure(if other.is_some() { "text.offered" } else { "text.guessed" }, other)
            }
            _ => None,
        }
    }
}

impl Old {
    fn guess(&self) -> &'static Encoding {
        let guessed = self.detector.guess(None, Utf8Detection::Deny);
        // Words of such letters alone, which windows-1252 has few of: its guess is what is left where nothing is known.
        let is_russian = self.all > 5 && self.followed * 2 > self.all && self.russian * 100 >= self.all * 95;
        if guessed == WINDOWS_1252 && is_russian { IBM866 } else { guessed }
    }

    /// Counts the bytes between two letters: of a quotation mark or a dash there are none.
    fn letters(&mut self, bytes: &[u8]) {
        for triple in bytes.windows(3) {
            let [before, byte, after] = triple else { continue };
            if *byte >= 128 && before.is_ascii_alphabetic() && after.is_ascii_alphabetic() {
                self.within[usize::from(byte - 128)] += 1;
            }
            if *byte >= 128 {
                self.all += 1;
                self.russian += u64::from(matches!(*byte, 0x80..=0xAF | 0xE0..=0xF1));
                self.followed += u64::from(*after >= 128);
            }
        }
    }

    /// The old encoding that the letters ask for.
    fn offered(&self) -> Option<&'static str> {
        let sum = |bytes: &[u8]| bytes.iter().map(|it| self.within[usize::from(it - 128)]).sum::<u64>();
        let (dos, mac) = (sum(DOS), sum(MAC));
        // Where windows-1252 has its letters; `ß` of DOS is one of them.
        let usual: u64 = self.within[64..].iter().sum::<u64>() - self.within[0xE1 - 128];
        match dos.max(mac) {
            0 => None,
            most if most < usual => None,
            _ if dos >= mac => Some("ibm850"),
            _ => Some("macintosh"),
        }
    }
}

/// The line around a byte, shortened.
fn around(bytes: &[u8], at: usize) -> Vec<u8> {
    const BESIDE: usize = 40;
    let is_break = |byte: &u8| matches!(byte, b'\n' | b'\r');
    let from = at.saturating_sub(BESIDE).max(bytes[..at].iter().rposition(is_break).map_or(0, |it| it + 1));
    let until = bytes[at..].iter().position(is_break).map_or(bytes.len(), |it| at + it).min(at + BESIDE);
    bytes[from..until].to_vec()
}
