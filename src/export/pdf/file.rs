//! Objects to a PDF file: numbered, packed and compressed as they come, with nothing held back but their places.
//!
//! It knows the syntax of PDF 1.7 (ISO 32000-1, 7.3 to 7.5) and no meaning of any object.

use std::io::Write;

use lopdf::content::{Content, Operation};
use lopdf::{Dictionary, Object, Stream, StringFormat, dictionary};
use sha2::{Digest, Sha256};

use super::contents::{Contents, Done, Drawn, Id, Raw, deflated};
use crate::error::{Error, Result};

/// Objects in one packed stream: enough to share their words, few enough to read one without unpacking thousands.
const PACKED: usize = 400;

/// A file that is being written.
pub(super) struct File<'a> {
    out: &'a mut dyn Write,
    hash: Sha256,
    at: u64,
    places: Vec<Place>,
    pack: Pack,
    contents: Contents,
}

#[derive(Debug, Clone, Copy)]
enum Place {
    /// Numbered, not yet written.
    Promised,
    /// At this byte.
    At(u64),
    /// In this packed stream, as its nth.
    Packed(Id, u16),
}

#[derive(Default)]
struct Pack {
    ids: Vec<Id>,
    index: Vec<u8>,
    body: Vec<u8>,
}

impl<'a> File<'a> {
    /// Begins a file. The second line tells whoever transfers it that it is not text (7.5.2).
    pub fn begin(out: &'a mut dyn Write) -> Result<Self> {
        let (hash, places, pack) = (Sha256::new(), vec![Place::Promised], Pack::default());
        let mut file = Self { out, hash, at: 0, places, pack, contents: Contents::new() };
        file.put(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")?;
        Ok(file)
    }

    /// A number for an object that will be written.
    pub fn promise(&mut self) -> Id {
        self.places.push(Place::Promised);
        Id::try_from(self.places.len() - 1).expect("fewer than 2^32 objects fit in any memory")
    }

    /// Writes a promised object, packed with others.
    pub fn object(&mut self, id: Id, object: impl Into<Object>) -> Result<()> {
        let bytes = encoded(object);
        self.packed(id, |out| out.extend_from_slice(&bytes))
    }

    /// Writes an object without having promised it.
    pub fn add(&mut self, object: impl Into<Object>) -> Result<Id> {
        let id = self.promise();
        self.object(id, object)?;
        Ok(id)
    }

    /// Writes a promised object that is put down in PDF's syntax, packed with others.
    pub fn packed(&mut self, id: Id, put: impl FnOnce(&mut Vec<u8>)) -> Result<()> {
        let pack = &mut self.pack;
        for number in [id as usize, pack.body.len()] {
            whole(&mut pack.index, number);
            pack.index.push(b' ');
        }
        pack.ids.push(id);
        put(&mut pack.body);
        pack.body.push(b'\n');
        if pack.ids.len() < PACKED { Ok(()) } else { self.flush() }
    }

    /// Writes a compressed stream.
    pub fn stream(&mut self, mut dict: Dictionary, bytes: &[u8]) -> Result<Id> {
        let id = self.promise();
        dict.set("Filter", "FlateDecode");
        self.whole(id, dict, deflated(bytes))?;
        Ok(id)
    }

    /// Writes what is drawn on a page, once it is compressed.
    pub fn drawn(&mut self, drawn: Drawn) -> Result<Id> {
        let id = self.promise();
        self.later(id, Dictionary::new(), Raw::Drawn(drawn))?;
        Ok(id)
    }

    /// Writes a stream as it is: metadata must be readable by programs that know no PDF (14.3.2).
    pub fn plain_stream(&mut self, dict: Dictionary, bytes: Vec<u8>) -> Result<Id> {
        let id = self.promise();
        self.whole(id, dict, bytes)?;
        Ok(id)
    }

    /// Sixteen bytes that depend on everything written up to now.
    pub fn fingerprint(&mut self) -> Result<[u8; 16]> {
        while let Some(done) = self.contents.next() {
            self.compressed(done)?;
        }
        let whole = self.hash.clone().finalize();
        Ok(whole[..16].try_into().expect("SHA-256 has 32 bytes"))
    }

    /// Writes what is still packed, the places of all objects and the end.
    pub fn end(mut self, root: Id, info: Id) -> Result<()> {
        self.flush()?;
        let name = Object::String(self.fingerprint()?.to_vec(), StringFormat::Hexadecimal);
        let start = self.at;
        let id = self.promise();
        self.places[id as usize] = Place::At(start);
        let table = deflated(&self.table());
        let dict = dictionary! {
            "Type" => "XRef", "Size" => i64::from(id) + 1, "W" => numbers(&[1, 5, 2]),
            "Root" => link(root), "Info" => link(info), "ID" => vec![name.clone(), name],
            "Filter" => "FlateDecode",
        };
        self.whole(id, dict, table)?;
        self.put(format!("startxref\n{start}\n%%EOF\n").as_bytes())?;
        self.out.flush().map_err(unwritable)
    }

    /// One entry an object: kind, place, number within it (7.5.8.3).
    fn table(&self) -> Vec<u8> {
        let mut table = Vec::with_capacity(self.places.len() * 8);
        for (nth, place) in self.places.iter().enumerate() {
            let (kind, at, within) = match *place {
                Place::Promised => (0, 0, if nth == 0 { u16::MAX } else { 0 }),
                Place::At(at) => (1, at, 0),
                Place::Packed(stream, within) => (2, u64::from(stream), within),
            };
            table.push(kind);
            table.extend_from_slice(&at.to_be_bytes()[3..]);
            table.extend_from_slice(&within.to_be_bytes());
        }
        table
    }

    fn flush(&mut self) -> Result<()> {
        if self.pack.ids.is_empty() {
            return Ok(());
        }
        let pack = std::mem::take(&mut self.pack);
        let first = pack.index.len();
        let mut bytes = pack.index;
        bytes.extend_from_slice(&pack.body);
        let dict = dictionary! {
            "Type" => "ObjStm", "N" => integer(pack.ids.len()), "First" => integer(first),
        };
        let stream = self.promise();
        self.later(stream, dict, Raw::Bytes(bytes))?;
        for (id, within) in pack.ids.into_iter().zip(0_u16..) {
            self.places[id as usize] = Place::Packed(stream, within);
        }
        Ok(())
    }

    /// Hands a stream in to be compressed, and writes an earlier one where it is time.
    fn later(&mut self, id: Id, dict: Dictionary, raw: Raw) -> Result<()> {
        self.contents.put(id, dict, raw).map_or(Ok(()), |done| self.compressed(done))
    }

    fn compressed(&mut self, (id, mut dict, bytes): Done) -> Result<()> {
        dict.set("Filter", "FlateDecode");
        self.whole(id, dict, bytes)
    }

    fn whole(&mut self, id: Id, dict: Dictionary, bytes: Vec<u8>) -> Result<()> {
        self.places[id as usize] = Place::At(self.at);
        self.put(format!("{id} 0 obj\n").as_bytes())?;
        self.put(&encoded(Stream::new(dict, bytes)))?;
        self.put(b"\nendobj\n")
    }

    fn put(&mut self, bytes: &[u8]) -> Result<()> {
        self.out.write_all(bytes).map_err(unwritable)?;
        self.hash.update(bytes);
        self.at += bytes.len() as u64;
        Ok(())
    }
}

fn unwritable(cause: std::io::Error) -> Error {
    Error::new("export.unwritable").because(cause)
}

/// An object in PDF's syntax. lopdf writes single objects as operands of content and nowhere else in public.
pub(super) fn encoded(object: impl Into<Object>) -> Vec<u8> {
    let operations = [Operation::new("", vec![object.into()])];
    let mut bytes = Content { operations }.encode().expect("memory takes every write");
    // What parts an operand from its operator.
    bytes.pop_if(|last| *last == b' ');
    bytes
}

/// A reference to an object.
pub(super) fn link(id: Id) -> Object {
    Object::Reference((id, 0))
}

/// The most bytes of a string (ISO 19005-3, 6.1.13).
const LONGEST: usize = 32_767;

/// A text string (7.9.2.2): ASCII as it is, all else in UTF-16. What is too long for a string ends in dots.
pub(super) fn text(text: &str) -> Object {
    if text.len() >= LONGEST / 2 && utf16(text).len() > LONGEST {
        let kept: String = text.chars().take(LONGEST / 4 - 2).collect();
        return self::text(&format!("{kept}…"));
    }
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        return Object::String(text.as_bytes().to_vec(), StringFormat::Literal);
    }
    Object::String(utf16(text), StringFormat::Hexadecimal)
}

/// UTF-16BE with its mark.
pub(super) fn utf16(text: &str) -> Vec<u8> {
    std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(u16::to_be_bytes).collect()
}

/// A list of whole numbers.
pub(super) fn numbers(list: &[i64]) -> Object {
    Object::Array(list.iter().map(|&number| number.into()).collect())
}

/// A whole number's digits.
pub(super) fn whole(out: &mut Vec<u8>, number: usize) {
    let mut digits = [0; 20];
    let mut at = digits.len();
    let mut rest = number;
    loop {
        at -= 1;
        digits[at] = b'0' + u8::try_from(rest % 10).unwrap_or_default();
        rest /= 10;
        if rest == 0 {
            break;
        }
    }
    out.extend_from_slice(&digits[at..]);
}

/// A length as a number.
pub(super) fn integer(number: usize) -> Object {
    Object::Integer(i64::try_from(number).expect("lengths in memory fit in 63 bits"))
}
