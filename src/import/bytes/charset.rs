//! The ways in which letters are written as bytes, and their way to UTF-8.
//!
//! Never guesses: what a text is in is the tally's to say, or the caller's.

use std::io::{self, Read};

use encoding_rs::{Decoder, Encoding, MACINTOSH, UTF_8, WINDOWS_1252};
use oem_cp::code_table::{DECODING_TABLE_CP437, DECODING_TABLE_CP850, DECODING_TABLE_CP852, DECODING_TABLE_CP858};

use crate::import::bytes::fill;

/// One way of writing letters as bytes.
#[derive(Clone, Copy)]
pub enum Charset {
    /// One of the web.
    Web(&'static Encoding),
    /// One of DOS: its name, and the letters of the upper half.
    Dos(&'static str, &'static [char; 128]),
    /// UTF-8, with windows-1252 where it is none.
    Mixed,
}

/// Some that a caller may name.
pub const SOME: &[&str] = &[
    "utf-8",
    "utf-16le",
    "windows-1250",
    "windows-1251",
    "windows-1252",
    "windows-1253",
    "windows-1254",
    "iso-8859-2",
    "iso-8859-15",
    "ibm437",
    "ibm850",
    "ibm852",
    "ibm866",
    "macintosh",
    "shift_jis",
    "euc-jp",
    "euc-kr",
    "gb18030",
    "big5",
];

/// Those that the web does not know, by their labels.
static OLD: &[(&[&str], Charset)] = &[
    (&["ibm437", "cp437", "437", "dos"], Charset::Dos("ibm437", &DECODING_TABLE_CP437)),
    (&["ibm850", "cp850", "850"], Charset::Dos("ibm850", &DECODING_TABLE_CP850)),
    (&["ibm852", "cp852", "852"], Charset::Dos("ibm852", &DECODING_TABLE_CP852)),
    (&["ibm858", "cp858", "858"], Charset::Dos("ibm858", &DECODING_TABLE_CP858)),
    (&["macintosh", "macroman", "mac", "mac-roman"], Charset::Web(MACINTOSH)),
];

/// Each of the web has a place in which it stays.
static WEB: std::sync::LazyLock<Vec<Charset>> = std::sync::LazyLock::new(|| {
    let labels = [
        "utf-8",
        "utf-16le",
        "utf-16be",
        "ibm866",
        "iso-8859-2",
        "iso-8859-3",
        "iso-8859-4",
        "iso-8859-5",
        "iso-8859-6",
        "iso-8859-7",
        "iso-8859-8",
        "iso-8859-10",
        "iso-8859-13",
        "iso-8859-14",
        "iso-8859-15",
        "iso-8859-16",
        "koi8-r",
        "koi8-u",
        "windows-874",
        "windows-1250",
        "windows-1251",
        "windows-1252",
        "windows-1253",
        "windows-1254",
        "windows-1255",
        "windows-1256",
        "windows-1257",
        "windows-1258",
        "x-mac-cyrillic",
        "gbk",
        "gb18030",
        "big5",
        "euc-jp",
        "iso-2022-jp",
        "shift_jis",
        "euc-kr",
    ];
    labels.iter().filter_map(|it| Encoding::for_label(it.as_bytes())).map(Charset::Web).collect()
});

impl Charset {
    /// The one that a label means; none where it is not known.
    pub fn labelled(label: &str) -> Option<&'static Self> {
        let label = label.trim().to_ascii_lowercase();
        let old = OLD.iter().find(|(labels, _)| labels.contains(&label.as_str())).map(|(_, it)| it);
        old.or_else(|| {
            let encoding = Encoding::for_label(label.as_bytes())?;
            WEB.iter().find(|it| it.is(encoding))
        })
    }

    /// Whether it is this one of the web.
    pub fn is(&self, encoding: &Encoding) -> bool {
        matches!(self, Self::Web(own) if *own == encoding)
    }

    /// Its name, as evidence.
    pub fn name(&self) -> String {
        match self {
            Self::Web(encoding) => encoding.name().to_ascii_lowercase(),
            Self::Dos(name, _) => (*name).to_owned(),
            Self::Mixed => "utf-8 + windows-1252".to_owned(),
        }
    }

    /// The text of a few bytes.
    pub fn text(self, bytes: &[u8]) -> String {
        match self {
            Self::Web(encoding) => encoding.decode_without_bom_handling(bytes).0.into_owned(),
            Self::Dos(_, table) => {
                let mut out = Vec::new();
                dos(bytes, table, &mut out);
                String::from_utf8_lossy(&out).into_owned()
            }
            Self::Mixed => {
                let mut out = Vec::new();
                mixed(bytes, true, &mut out);
                String::from_utf8_lossy(&out).into_owned()
            }
        }
    }

    /// The text of bytes as UTF-8; what is none in it is replaced.
    pub fn decoded<'a>(self, source: impl Read + Send + 'a) -> Box<dyn Read + Send + 'a> {
        match self {
            Self::Web(encoding) => {
                let decoder = encoding.new_decoder_without_bom_handling();
                Box::new(Decoding {
                    source,
                    decoder,
                    raw: vec![0; 64 * 1024],
                    at: 0,
                    end: 0,
                    last: false,
                    done: false,
                    left: Vec::new(),
                })
            }
            Self::Dos(_, table) => {
                Box::new(Piecewise::new(source, Box::new(move |bytes, _, out| dos(bytes, table, out))))
            }
            Self::Mixed => Box::new(Piecewise::new(source, Box::new(mixed))),
        }
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
    /// Of a character for which there was no room.
    left: Vec<u8>,
}

/// No character takes more room.
const ROOM: usize = 16;

impl<R: Read> Read for Decoding<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        if self.left.is_empty() && out.len() >= ROOM {
            return self.decode(out);
        }
        if self.left.is_empty() {
            let mut room = [0; ROOM];
            let written = self.decode(&mut room)?;
            self.left.extend_from_slice(&room[..written]);
        }
        let length = out.len().min(self.left.len());
        out[..length].copy_from_slice(&self.left[..length]);
        self.left.drain(..length);
        Ok(length)
    }
}

impl<R: Read> Decoding<R> {
    fn decode(&mut self, out: &mut [u8]) -> io::Result<usize> {
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
        }
        Ok(0)
    }
}

/// Adds the text of bytes; says how many of them were taken. `true` where no more follow.
type Piece = Box<dyn FnMut(&[u8], bool, &mut Vec<u8>) -> usize + Send>;

/// A source decoded piece by piece.
struct Piecewise<R> {
    source: R,
    piece: Piece,
    raw: Vec<u8>,
    kept: usize,
    text: Vec<u8>,
    at: usize,
    last: bool,
}

impl<R> Piecewise<R> {
    fn new(source: R, piece: Piece) -> Self {
        Self { source, piece, raw: vec![0; 64 * 1024], kept: 0, text: Vec::new(), at: 0, last: false }
    }
}

impl<R: Read> Read for Piecewise<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        while self.at == self.text.len() && !self.last {
            let filled = self.kept + fill(&mut self.source, &mut self.raw[self.kept..])?;
            self.last = filled < self.raw.len();
            self.text.clear();
            self.at = 0;
            let taken = (self.piece)(&self.raw[..filled], self.last, &mut self.text);
            self.raw.copy_within(taken..filled, 0);
            self.kept = filled - taken;
        }
        let length = out.len().min(self.text.len() - self.at);
        out[..length].copy_from_slice(&self.text[self.at..self.at + length]);
        self.at += length;
        Ok(length)
    }
}

fn dos(bytes: &[u8], table: &[char; 128], out: &mut Vec<u8>) -> usize {
    let mut utf_8 = [0; 4];
    for byte in bytes {
        match byte.checked_sub(128) {
            None => out.push(*byte),
            Some(at) => out.extend_from_slice(table[usize::from(at)].encode_utf8(&mut utf_8).as_bytes()),
        }
    }
    bytes.len()
}

fn mixed(bytes: &[u8], last: bool, out: &mut Vec<u8>) -> usize {
    let mut at = 0;
    for chunk in bytes.utf8_chunks() {
        out.extend_from_slice(chunk.valid().as_bytes());
        let (begin, invalid) = (at + chunk.valid().len(), chunk.invalid());
        at = begin + invalid.len();
        // A character that goes on in the next piece.
        let goes_on =
            !last && at == bytes.len() && std::str::from_utf8(invalid).is_err_and(|it| it.error_len().is_none());
        if goes_on {
            return begin;
        }
        if !invalid.is_empty() {
            out.extend_from_slice(WINDOWS_1252.decode_without_bom_handling(invalid).0.as_bytes());
        }
    }
    at
}

/// UTF-8.
pub const PLAIN: Charset = Charset::Web(UTF_8);
