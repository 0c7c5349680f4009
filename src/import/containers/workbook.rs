//! Workbooks (OOXML), read as they are unpacked.
//!
//! Never holds a sheet, and never unpacks more than it may. The file's own bytes are held while it is understood and again
//! while its rows are read, not between: of several workbooks one is held at a time. What is read the second time is what
//! was hashed the first time, or the file is refused.

mod formats;
mod merged;
#[cfg(test)]
mod other_reader;
mod package;
mod sheet;
mod strings;
mod xml;

use std::collections::BTreeMap;
use std::io::{self, Cursor, Read, Seek, SeekFrom};
use std::sync::{Arc, Mutex, PoisonError};

use sha2::{Digest as _, Sha256};

use super::zip::{self, Entry, Flaw, Unpacked};
use super::{Container, Held, Opened, SAMPLE, Table};
use crate::error::{Error, Result};
use crate::import::records::{Record, Rows};
use crate::import::{Options, Source, bytes, sniff};
use formats::Formats;
use merged::Looks;
use package::{Kind, Package, SheetPart};
use sheet::{Shared, Sheet};
use strings::Strings;
use xml::Xml;

/// A workbook.
pub const WORKBOOK: Container = Container { id: "workbook", recognises: sniff::is_container, open };

/// Packed, a workbook may have this much: it is held.
const LARGEST: u64 = 48 * 1024 * 1024;

/// The file that a workbook is read from. It is asked with nothing to read whether it still answers.
#[derive(Clone)]
struct File {
    source: Arc<Mutex<Source>>,
    name: String,
}

impl File {
    fn answers(&self) -> io::Result<()> {
        self.source.lock().unwrap_or_else(PoisonError::into_inner).read(&mut []).map(drop)
    }

    /// A refusal as one of this file.
    fn refused(&self, cause: io::Error) -> Error {
        bytes::unreadable(cause, &self.name)
    }

    /// Its bytes and their hash.
    fn whole(&self) -> io::Result<(Vec<u8>, String)> {
        let mut source = self.source.lock().unwrap_or_else(PoisonError::into_inner);
        let size = bytes::size(&mut *source)?;
        if size > LARGEST {
            return Err(io::Error::other(too_large()));
        }
        let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or(0));
        source.by_ref().take(size + 1).read_to_end(&mut bytes)?;
        let sha256 = bytes::hex(Sha256::new_with_prefix(&bytes));
        Ok((bytes, sha256))
    }
}

fn too_large() -> Error {
    Error::new("import.workbook_too_large").with("megabytes", LARGEST / 1024 / 1024)
}

/// The bytes of a workbook: they can be read as long as the file they are of answers.
#[derive(Clone)]
struct Asked {
    bytes: Cursor<Arc<Vec<u8>>>,
    file: File,
}

impl Read for Asked {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        self.file.answers()?;
        let at = usize::try_from(self.bytes.position()).unwrap_or(usize::MAX);
        let read = self.bytes.get_ref().get(at..).unwrap_or_default().read(out)?;
        self.bytes.set_position(self.bytes.position() + read as u64);
        Ok(read)
    }
}

impl Seek for Asked {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let length = self.bytes.get_ref().len() as u64;
        let at = match to {
            SeekFrom::Start(at) => Some(at),
            SeekFrom::End(by) => length.checked_add_signed(by),
            SeekFrom::Current(by) => self.bytes.position().checked_add_signed(by),
        };
        let at = at.ok_or_else(|| io::Error::from(io::ErrorKind::InvalidInput))?;
        self.bytes.set_position(at);
        Ok(at)
    }
}

/// A workbook whose bytes are held.
struct Book {
    package: Package<Asked>,
    shared: Shared,
}

impl Book {
    fn open(bytes: Vec<u8>, file: &File) -> io::Result<Self> {
        let mut asked = Asked { bytes: Cursor::new(Arc::new(bytes)), file: file.clone() };
        let entries = zip::directory(&mut asked).map_err(flawed)?;
        is_a_workbook(&entries, &file.name).map_err(io::Error::other)?;
        let package = Package::open(asked, entries)?;
        let strings = package.strings()?.map_or_else(|| Ok(Strings::default()), Strings::read)?;
        let since_1904 = package.since_1904;
        let formats = match package.styles()? {
            Some(xml) => Formats::read(xml, since_1904)?,
            None => Formats::none(since_1904),
        };
        Ok(Self { package, shared: Shared { strings: Arc::new(strings), formats: Arc::new(formats) } })
    }

    fn sheet(&self, part: &SheetPart, looks: &Looks) -> io::Result<Sheet<Unpacked<Asked>>> {
        Ok(Sheet::new(Xml::new(self.package.sheet(part)?), self.shared.clone(), looks))
    }
}

/// A ZIP file that does not hold together, or that is two.
fn flawed(flaw: Flaw) -> io::Error {
    match flaw {
        Flaw::Source(cause) => cause,
        Flaw::Broken => xml::broken("its directory"),
        Flaw::TwoWays => io::Error::other(Error::new("import.read_in_two_ways")),
        Flaw::TooMany => xml::broken("too many parts"),
    }
}

/// A workbook that is open.
struct Workbook {
    file: File,
    book: Book,
    held: Held,
    looks: BTreeMap<usize, Looks>,
}

fn open(source: Source, options: &Options) -> Result<Box<dyn Opened>> {
    let file = File { source: Arc::new(Mutex::new(source)), name: options.file.clone() };
    let refused = |cause| file.refused(cause);
    let (bytes, sha256) = file.whole().map_err(refused)?;
    if bytes.is_empty() {
        return Err(Error::new("import.empty").with("file", &file.name));
    }
    // Read once more: half of one file and half of another is neither.
    let again = bytes::survey(&mut *file.source.lock().unwrap_or_else(PoisonError::into_inner), &file.name)?;
    if again.sha256 != sha256 {
        return Err(refused(bytes::changed()));
    }
    let size = bytes.len() as u64;
    refuse(&bytes, &file.name)?;
    let book = Book::open(bytes, &file).map_err(refused)?;
    let table = |it: &SheetPart| Table { name: Some(it.name.clone()), hidden: it.hidden, ..Table::default() };
    let held = Held { sha256, size, tables: book.package.sheets.iter().map(table).collect(), ..Held::default() };
    Ok(Box::new(Workbook { file, book, held, looks: BTreeMap::new() }))
}

impl Workbook {
    fn part(&self, table: usize) -> io::Result<&SheetPart> {
        self.book.package.sheets.get(table).ok_or_else(|| xml::broken("no such sheet"))
    }

    /// What was seen of a sheet; it is looked through once.
    fn looks(&mut self, table: usize) -> io::Result<Looks> {
        if let Some(known) = self.looks.get(&table) {
            return Ok(known.clone());
        }
        let looks = Looks::of(|| self.book.package.sheet(self.part(table)?))?;
        if let Some(it) = self.held.tables.get_mut(table) {
            it.hidden_rows = looks.hidden_rows;
        }
        self.looks.insert(table, looks.clone());
        Ok(looks)
    }

    /// Shows records of a sheet for as long as it is wanted.
    fn each(&mut self, table: usize, each: &mut dyn FnMut(&Record) -> bool) -> io::Result<()> {
        let looks = self.looks(table)?;
        let mut sheet = self.book.sheet(self.part(table)?, &looks)?;
        let mut record = Record::default();
        while sheet.read(&mut record)? && each(&record) {}
        Ok(())
    }
}

impl Opened for Workbook {
    fn held(&self) -> &Held {
        &self.held
    }

    fn samples(&mut self, table: usize, most: usize) -> Result<Vec<Record>> {
        let (mut found, mut room) = (Vec::new(), SAMPLE);
        let taken = self.each(table, &mut |record| {
            found.push(record.clone());
            room = room.saturating_sub(record.size());
            found.len() < most && room > 0
        });
        taken.map_err(|cause| self.file.refused(cause))?;
        Ok(found)
    }

    fn scan(&mut self, table: usize, each: &mut dyn FnMut(&Record)) -> Result<()> {
        let shown = self.each(table, &mut |record| {
            each(record);
            true
        });
        shown.map_err(|cause| self.file.refused(cause))
    }

    fn rows(mut self: Box<Self>, tables: &[usize]) -> io::Result<Vec<Box<dyn Rows>>> {
        let mut all: Vec<Box<dyn Rows>> = Vec::new();
        for table in tables.iter().copied() {
            let (file, sha256) = (self.file.clone(), self.held.sha256.clone());
            let (looks, part) = (self.looks(table)?, self.part(table)?.clone());
            all.push(Box::new(Later { file, sha256, part, looks, sheet: None }));
        }
        Ok(all)
    }
}

/// Rows of a workbook that is opened once more when the first is asked for.
struct Later {
    file: File,
    sha256: String,
    part: SheetPart,
    looks: Looks,
    sheet: Option<Sheet<Unpacked<Asked>>>,
}

impl Later {
    fn open(&self) -> io::Result<Sheet<Unpacked<Asked>>> {
        let (bytes, sha256) = self.file.whole()?;
        if sha256 != self.sha256 {
            return Err(bytes::changed());
        }
        Book::open(bytes, &self.file)?.sheet(&self.part, &self.looks)
    }
}

impl Rows for Later {
    fn next(&mut self, record: &mut Record) -> io::Result<bool> {
        if self.sheet.is_none() {
            self.sheet = Some(self.open()?);
        }
        self.sheet.as_mut().map_or(Ok(false), |sheet| sheet.read(record))
    }
}

/// Whether a ZIP file with these entries is a workbook, or a spreadsheet of another kind.
pub fn recognises_workbook(entries: &[Entry]) -> bool {
    package::kind(entries) != Kind::Other
}

/// Whether a ZIP file is a workbook, or too large or too broken to say: then it is refused as one.
pub fn is_workbook(source: &mut impl Read) -> io::Result<bool> {
    let mut bytes = Vec::new();
    source.take(LARGEST + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > LARGEST {
        return Ok(true);
    }
    match zip::directory(&mut Cursor::new(bytes)) {
        Ok(entries) => Ok(recognises_workbook(&entries)),
        Err(_) => Ok(true),
    }
}

/// Refuses what no ZIP file is: workbooks of before 2007, and those under a password.
fn refuse(bytes: &[u8], file: &str) -> Result<()> {
    if bytes.starts_with(sniff::OLE) {
        let mark: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
        return match memchr::memmem::find(bytes, &mark) {
            Some(_) => Err(Error::new("import.encrypted_workbook").with("file", file)),
            None => not_yet(file, "XLS"),
        };
    }
    if sniff::is_old_workbook(bytes) {
        return not_yet(file, "XLS");
    }
    if bytes.starts_with(sniff::ZIP) { Ok(()) } else { Err(Error::new("import.not_a_workbook").with("file", file)) }
}

fn not_yet(file: &str, what: &str) -> Result<()> {
    Err(Error::new("import.format_not_yet").with("file", file).with("what", what))
}

/// Refuses what only looks like a workbook of OOXML.
fn is_a_workbook(entries: &[Entry], file: &str) -> Result<()> {
    match package::kind(entries) {
        Kind::Workbook => Ok(()),
        Kind::BinaryWorkbook => not_yet(file, "XLSB"),
        Kind::OpenDocument => not_yet(file, "ODS"),
        Kind::Other => Err(Error::new("import.not_a_workbook").with("file", file)),
    }
}
