//! One pass over a file's bytes, and their way to UTF-8: what is read as text is what was hashed, or it is refused.
//!
//! Never holds more of the file than its begin and a buffer.

use std::io::{self, Read, Seek, SeekFrom};

use encoding_rs::{Decoder, Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use sha2::{Digest, Sha256};

use super::ReadSeek;
use crate::error::{Error, Result};

/// What one pass over the bytes found.
pub struct Survey {
    /// SHA-256 in hexadecimal.
    pub sha256: String,
    /// In bytes.
    pub size: u64,
    /// How the text is encoded.
    pub encoding: &'static Encoding,
    /// Bytes of the byte order mark.
    pub mark: u64,
    /// UTF-8 throughout: nothing to decode.
    pub plain: bool,
    /// Its begin.
    head: Vec<u8>,
}

/// Reads all bytes once: their hash, their number, their encoding, and so many of them as the file's begin.
///
/// # Errors
/// `import.read_failed`, `import.changed_while_read`, `cancelled`.
pub fn survey(source: &mut impl ReadSeek, file: &str, begin: usize) -> Result<Survey> {
    surveyed(source, begin).map_err(|cause| unreadable(cause, file))
}

fn surveyed(source: &mut impl ReadSeek, begin: usize) -> io::Result<Survey> {
    let size = size(source)?;
    let (mut tally, mut hash, mut head) = (Tally::default(), Sha256::new(), Vec::new());
    let mut buffer = vec![0; 256 * 1024];
    // A file that goes on growing has no end; its size at the begin is one.
    while tally.size <= size {
        let filled = fill(source, &mut buffer)?;
        if filled == 0 {
            break;
        }
        hash.update(&buffer[..filled]);
        tally.add(&buffer[..filled]);
        head.extend_from_slice(&buffer[..filled.min(begin - head.len())]);
    }
    if tally.size != size {
        return Err(changed());
    }
    let (encoding, mark) = tally.encoding();
    let plain = encoding == UTF_8 && tally.broken == 0;
    Ok(Survey { sha256: hex(hash), size, encoding, mark, plain, head })
}

/// How many bytes a source has now; it stands at its begin afterwards.
pub fn size(source: &mut (impl Seek + ?Sized)) -> io::Result<u64> {
    let size = source.seek(SeekFrom::End(0))?;
    source.rewind()?;
    Ok(size)
}

/// SHA-256 as it is written.
pub fn hex(hash: Sha256) -> String {
    format!("{:x}", hash.finalize())
}

/// The refusal of a file that stopped answering: the one it stopped with, where it has one.
pub fn unreadable(cause: io::Error, file: &str) -> Error {
    match cause.downcast::<Error>() {
        Ok(refusal) => refusal.with("file", file),
        Err(cause) => Error::new("import.read_failed").with("file", file).because(cause),
    }
}

/// Other bytes than those that were surveyed.
pub fn changed() -> io::Error {
    io::Error::other(Error::new("import.changed_while_read"))
}

/// Fills a buffer as far as the source goes.
pub fn fill(source: &mut impl Read, buffer: &mut [u8]) -> io::Result<usize> {
    let mut filled = 0;
    while filled < buffer.len() {
        match source.read(&mut buffer[filled..]) {
            Ok(0) => break,
            Ok(n) => filled += n,
            Err(cause) if cause.kind() == io::ErrorKind::Interrupted => {}
            Err(cause) => return Err(cause),
        }
    }
    Ok(filled)
}

/// The text of a source as UTF-8, from behind its byte order mark. Read to its end, it is of the very bytes that were
/// surveyed, or fails with `import.changed_while_read`.
pub fn decoded<'a, R: ReadSeek + Send + 'a>(mut source: R, survey: &Survey) -> io::Result<Box<dyn Read + Send + 'a>> {
    source.rewind()?;
    let same = Same { source, hash: Sha256::new(), read: 0, of: survey.size, sha256: survey.sha256.clone() };
    utf_8(same, survey)
}

/// The text of a file's begin as UTF-8, as it was surveyed.
pub fn head(survey: &Survey) -> io::Result<Box<dyn Read + Send + '_>> {
    utf_8(survey.head.as_slice(), survey)
}

/// The mark is no text; it is read all the same.
fn utf_8<'a>(mut source: impl Read + Send + 'a, survey: &Survey) -> io::Result<Box<dyn Read + Send + 'a>> {
    io::copy(&mut source.by_ref().take(survey.mark), &mut io::sink())?;
    if survey.plain {
        return Ok(Box::new(source));
    }
    let decoder = survey.encoding.new_decoder_without_bom_handling();
    Ok(Box::new(Decoding { source, decoder, raw: vec![0; 64 * 1024], at: 0, end: 0, last: false, done: false }))
}

/// A source read once more from its begin, which must say what it said before, to the last byte.
struct Same<R> {
    source: R,
    hash: Sha256,
    read: u64,
    /// What there was, when it was surveyed.
    of: u64,
    sha256: String,
}

impl<R: Read> Read for Same<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let filled = self.source.read(out)?;
        self.hash.update(&out[..filled]);
        self.read += filled as u64;
        let ends = filled == 0 && !out.is_empty();
        if self.read > self.of || (ends && !self.is_whole()) { Err(changed()) } else { Ok(filled) }
    }
}

impl<R> Same<R> {
    fn is_whole(&self) -> bool {
        self.read == self.of && hex(self.hash.clone()) == self.sha256
    }
}

/// Text of a file's first bytes, for looking at; broken characters are replaced.
pub fn glimpse(head: &[u8]) -> String {
    let mut tally = Tally::default();
    tally.add(head);
    // The head may end within a character.
    tally.broken = tally.broken.saturating_sub(1);
    let (encoding, mark) = tally.encoding();
    encoding.decode_without_bom_handling(&head[usize::try_from(mark).unwrap_or(0)..]).0.into_owned()
}

/// What decides the encoding: the first bytes, zeros by place, and whether it is UTF-8.
#[derive(Default)]
struct Tally {
    size: u64,
    first: Vec<u8>,
    even_zeros: usize,
    odd_zeros: usize,
    looked_at: usize,
    carry: Vec<u8>,
    broken: u64,
    beyond_ascii: u64,
}

impl Tally {
    fn add(&mut self, bytes: &[u8]) {
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
        if bytes.is_ascii() {
            return;
        }
        let mut at = 0;
        for chunk in bytes.utf8_chunks() {
            at += chunk.valid().len() + chunk.invalid().len();
            self.beyond_ascii += chunk.valid().bytes().filter(|byte| *byte >= 0xC0).count() as u64;
            if chunk.invalid().is_empty() {
                continue;
            }
            if at == bytes.len() && std::str::from_utf8(chunk.invalid()).is_err_and(|it| it.error_len().is_none()) {
                self.carry = chunk.invalid().to_vec();
            } else {
                self.broken += 1;
            }
        }
    }

    /// A mark decides; then zeros in every second byte; then UTF-8 unless more of it is broken than sound.
    fn encoding(&self) -> (&'static Encoding, u64) {
        if let Some((encoding, mark)) = Encoding::for_bom(&self.first) {
            return (encoding, mark as u64);
        }
        let most = self.looked_at * 2 / 5;
        if self.looked_at >= 4 && self.odd_zeros > most.max(1) / 2 && self.odd_zeros > self.even_zeros * 4 {
            return (UTF_16LE, 0);
        }
        if self.looked_at >= 4 && self.even_zeros > most.max(1) / 2 && self.even_zeros > self.odd_zeros * 4 {
            return (UTF_16BE, 0);
        }
        let broken = self.broken + u64::from(!self.carry.is_empty());
        if broken <= self.beyond_ascii / 2 { (UTF_8, 0) } else { (WINDOWS_1252, 0) }
    }
}

/// A source decoded to UTF-8 as it is read.
struct Decoding<R> {
    source: R,
    decoder: Decoder,
    raw: Vec<u8>,
    at: usize,
    end: usize,
    last: bool,
    done: bool,
}

impl<R: Read> Read for Decoding<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        while !self.done {
            if self.at == self.end && !self.last {
                self.at = 0;
                self.end = fill(&mut self.source, &mut self.raw)?;
                self.last = self.end < self.raw.len();
            }
            let (result, taken, written, _) = self.decoder.decode_to_utf8(&self.raw[self.at..self.end], out, self.last);
            self.at += taken;
            self.done = self.last && matches!(result, encoding_rs::CoderResult::InputEmpty);
            if written > 0 {
                return Ok(written);
            }
            if matches!(result, encoding_rs::CoderResult::OutputFull) {
                return Err(io::Error::other("the buffer holds no character"));
            }
        }
        Ok(0)
    }
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::*;

    fn read(bytes: &[u8]) -> (String, &'static str) {
        let mut source = Cursor::new(bytes.to_vec());
        let survey = survey(&mut source, "f", 64).expect("a survey");
        let mut text = String::new();
        decoded(source, &survey).expect("text").read_to_string(&mut text).expect("UTF-8");
        (text, survey.encoding.name())
    }

    fn utf16(text: &str, big: bool, mark: bool) -> Vec<u8> {
        let mark = if mark { "\u{feff}" } else { "" };
        let units = mark.encode_utf16().chain(text.encode_utf16()).collect::<Vec<_>>();
        units.iter().flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect()
    }

    #[test]
    fn the_encoding_is_found_with_and_without_a_mark() {
        let text = "key,name\nmüller@example.de,Jörg\n";
        let latin: Vec<u8> = text.chars().map(|it| it as u8).collect();
        for (bytes, name) in [
            (text.as_bytes().to_vec(), "UTF-8"),
            (format!("\u{feff}{text}").into_bytes(), "UTF-8"),
            (utf16(text, false, true), "UTF-16LE"),
            (utf16(text, true, true), "UTF-16BE"),
            (utf16(text, false, false), "UTF-16LE"),
            (utf16(text, true, false), "UTF-16BE"),
            (latin, "windows-1252"),
        ] {
            assert_eq!(read(&bytes), (text.to_owned(), name));
        }
        assert_eq!(read(b"caf\xe9 \x80 5").0, "café € 5");
    }

    #[test]
    fn one_broken_byte_among_many_sound_characters_leaves_it_utf_8() {
        let mut bytes = "äöüß".repeat(100).into_bytes();
        bytes.push(0xE4);
        bytes.extend_from_slice(b" end");
        assert_eq!(read(&bytes).1, "UTF-8");
        assert!(read(&bytes).0.ends_with("\u{fffd} end"));
    }

    #[test]
    fn a_character_across_two_buffers_is_whole() {
        let text = "x".repeat(256 * 1024 - 1) + "ä" + "y";
        assert_eq!(read(text.as_bytes()), (text.clone(), "UTF-8"));
        let wide = utf16(&("x".repeat(40_000) + "😀ä"), false, true);
        assert!(read(&wide).0.ends_with("x😀ä"));
    }

    #[test]
    fn the_hash_is_of_the_bytes_as_they_are() {
        let survey = survey(&mut Cursor::new(b"\xEF\xBB\xBFabc".to_vec()), "f", 64).expect("a survey");
        assert_eq!(survey.size, 6);
        assert_eq!(survey.sha256, format!("{:x}", Sha256::digest(b"\xEF\xBB\xBFabc")));
    }
}
