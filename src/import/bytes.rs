//! One pass over a file's bytes, and their way to UTF-8: what is read as text is what was hashed, or it is refused.
//!
//! Never holds more of the file than its begin and a buffer.

mod charset;
mod tally;

use std::io::{self, Read, Seek, SeekFrom};

use sha2::{Digest, Sha256};

pub use charset::Charset;
use tally::Tally;
pub use tally::Unsure;

use super::{Options, ReadSeek};
use crate::error::{Error, Result};

/// What one pass over the bytes found.
pub struct Survey {
    /// SHA-256 in hexadecimal.
    pub sha256: String,
    /// In bytes.
    pub size: u64,
    /// How the text is encoded.
    pub charset: Charset,
    /// What is not sure of that.
    pub unsure: Option<Unsure>,
    /// Bytes of the byte order mark.
    pub mark: u64,
    /// UTF-8 throughout: nothing to decode.
    pub plain: bool,
    /// Its begin.
    head: Vec<u8>,
}

/// Reads all bytes once: their hash and their number. They are no text.
///
/// # Errors
/// `import.read_failed`, `import.changed_while_read`, `cancelled`.
pub fn survey(source: &mut impl ReadSeek, file: &str) -> Result<Survey> {
    surveyed(source, 0, Tally::new(false), None).map_err(|cause| unreadable(cause, file))
}

/// Reads all bytes of a text once: their hash, their number, how the text is encoded where nobody says it, and so many of them as
/// the file's begin.
///
/// # Errors
/// As [`survey`]; `import.unknown_encoding`.
pub fn survey_text(source: &mut impl ReadSeek, options: &Options, begin: usize) -> Result<Survey> {
    let asked = asked(options)?;
    surveyed(source, begin, Tally::new(asked.is_none()), asked).map_err(|cause| unreadable(cause, &options.file))
}

/// The encoding that the caller says.
///
/// # Errors
/// `import.unknown_encoding`.
pub fn asked(options: &Options) -> Result<Option<&'static Charset>> {
    let Some(label) = options.encoding.as_deref() else { return Ok(None) };
    let unknown =
        || Error::new("import.unknown_encoding").with("encoding", label).with("known", charset::SOME.join(", "));
    Charset::labelled(label).map(Some).ok_or_else(unknown)
}

fn surveyed(
    source: &mut impl ReadSeek,
    begin: usize,
    mut tally: Tally,
    asked: Option<&'static Charset>,
) -> io::Result<Survey> {
    let size = size(source)?;
    let (mut hash, mut head) = (Sha256::new(), Vec::new());
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
    let marked = tally.mark().filter(|(of, _)| asked.is_none_or(|asked| asked.is(of)));
    let charset = asked.copied().unwrap_or_else(|| tally.charset());
    let plain = charset.is(encoding_rs::UTF_8) && tally.is_sound();
    let unsure = if asked.is_none() { tally.unsure(charset) } else { None };
    let mark = marked.map_or(0, |(_, mark)| mark as u64);
    Ok(Survey { sha256: hex(hash), size, charset, unsure, mark, plain, head })
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
    Ok(survey.charset.decoded(source))
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
pub fn glimpse(head: &[u8], asked: Option<&'static Charset>) -> String {
    let mut tally = Tally::new(true);
    tally.add(head);
    tally.ends_anywhere();
    let mark = tally.mark().map_or(0, |(_, mark)| mark);
    let charset = asked.copied().unwrap_or_else(|| tally.charset());
    charset.text(&head[mark..])
}
#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use jiff::tz::TimeZone;

    use super::*;

    fn read(bytes: &[u8]) -> (String, String) {
        let mut source = Cursor::new(bytes.to_vec());
        let survey = survey_text(&mut source, &Options::new("f", TimeZone::UTC), 64).expect("a survey");
        let mut text = String::new();
        decoded(source, &survey).expect("text").read_to_string(&mut text).expect("UTF-8");
        (text, survey.charset.name())
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
            (text.as_bytes().to_vec(), "utf-8"),
            (format!("\u{feff}{text}").into_bytes(), "utf-8"),
            (utf16(text, false, true), "utf-16le"),
            (utf16(text, true, true), "utf-16be"),
            (utf16(text, false, false), "utf-16le"),
            (utf16(text, true, false), "utf-16be"),
            (latin, "windows-1252"),
        ] {
            assert_eq!(read(&bytes), (text.to_owned(), name.to_owned()));
        }
        assert_eq!(read(b"caf\xe9 \x80 5").0, "café € 5");
    }

    #[test]
    fn lines_of_windows_1252_within_utf_8_are_read_as_what_they_are() {
        let mut bytes = "Jörg\n".repeat(30_000).into_bytes();
        bytes.extend_from_slice(b"M\xFCller \x80\nJ\xC3\xB6rg\n");
        let (text, name) = read(&bytes);
        assert_eq!(name, "utf-8 + windows-1252");
        assert!(text.ends_with("Jörg\nMüller €\nJörg\n") && !text.contains('\u{fffd}'));
        let survey = survey_text(&mut Cursor::new(bytes), &Options::new("f", TimeZone::UTC), 64).expect("a survey");
        assert_eq!(survey.unsure.map(|it| (it.code, it.line)), Some(("text.mixed", 30_001)));
    }

    #[test]
    fn letters_of_other_encodings_are_read_and_said() {
        for (encoding, text) in [
            ("windows-1250", "Łukasz Żak\nZdzisława Wójcik\nGrzegorz Brzęczyszczykiewicz, Łódź\n"),
            ("windows-1251", "Иван Петров\nМария Иванова\nСергей Смирнов, Москва\n"),
            ("windows-1253", "Γιώργος Παπαδόπουλος\nΜαρία Νικολάου, Αθήνα\n"),
            ("windows-1254", "Ayşe Yılmaz\nMehmet Öztürk\nİbrahim Çağlar, İstanbul\nGülşah Doğan\n"),
            ("shift_jis", "山田太郎\n佐藤花子、東京都\n鈴木一郎、大阪府\n"),
            ("gb18030", "李小龙\n王芳，北京市朝阳区\n张伟，上海市浦东新区\n"),
            ("koi8-u", "Иван Петров\nМария Иванова\nСергей Смирнов, Москва\n"),
            ("ibm866", "Иван Петров\nМария Иванова\nСергей Смирнов, Москва\n"),
        ] {
            let (bytes, _, lost) = encoding_rs::Encoding::for_label(encoding.as_bytes()).expect(encoding).encode(text);
            assert!(!lost, "{encoding}");
            let table = [b"E-Mail;Name\n".as_slice(), &bytes].concat();
            let (read, _) = read(&table);
            assert!(read.ends_with(text), "{encoding}: {read}");
            let options = Options::new("f", TimeZone::UTC);
            let survey = survey_text(&mut Cursor::new(table), &options, 64).expect("a survey");
            assert_eq!(survey.unsure.map(|it| it.code), Some("text.guessed"), "{encoding}");
        }
    }

    #[test]
    fn letters_of_dos_and_of_old_macs_are_offered_and_read_where_somebody_says_so() {
        for (label, name, bytes, text) in [
            ("cp850", "ibm850", &b"J\x94rg M\x81ller, Stra\xE1e"[..], "Jörg Müller, Straße"),
            ("ibm437", "ibm437", b"J\x94rg M\x81ller", "Jörg Müller"),
            ("852", "ibm852", b"\x9Dukasz \xBDak", "Łukasz Żak"),
            ("macintosh", "macintosh", b"J\x9Arg M\x9Fller, Stra\xA7e", "Jörg Müller, Straße"),
        ] {
            let options = Options { encoding: Some(label.into()), ..Options::new("f", TimeZone::UTC) };
            let mut source = Cursor::new(bytes.to_vec());
            let survey = survey_text(&mut source, &options, 64).expect("a survey");
            let mut read = String::new();
            decoded(source, &survey).expect("text").read_to_string(&mut read).expect("UTF-8");
            assert_eq!((survey.charset.name().as_str(), read.as_str()), (name, text));
        }
        for (bytes, other) in [(&b"J\x94rg\nM\x81ller\n"[..], "ibm850"), (b"J\x9Arg\nM\x9Fller\n", "macintosh")] {
            let options = Options::new("f", TimeZone::UTC);
            let unsure = survey_text(&mut Cursor::new(bytes.to_vec()), &options, 64).expect("a survey").unsure;
            let unsure = unsure.expect("a doubt");
            assert_eq!((unsure.code, unsure.line, unsure.other), ("text.offered", 1, Some(other)));
        }
    }

    #[test]
    fn a_character_across_two_buffers_is_whole() {
        let text = "x".repeat(256 * 1024 - 1) + "ä" + "y";
        assert_eq!(read(text.as_bytes()), (text.clone(), "utf-8".to_owned()));
        let wide = utf16(&("x".repeat(40_000) + "😀ä"), false, true);
        assert!(read(&wide).0.ends_with("x😀ä"));
    }

    #[test]
    fn the_hash_is_of_the_bytes_as_they_are() {
        let survey = survey(&mut Cursor::new(b"\xEF\xBB\xBFabc".to_vec()), "f").expect("a survey");
        assert_eq!(survey.size, 6);
        assert_eq!(survey.sha256, format!("{:x}", Sha256::digest(b"\xEF\xBB\xBFabc")));
    }
}
