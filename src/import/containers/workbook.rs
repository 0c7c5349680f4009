//! Workbooks (OOXML).
//!
//! Never opens a container that unpacks to more than it may, and never evaluates a formula: what Excel stored counts.
//! What is hashed is what is unpacked: the bytes as they are held.

use std::io::{self, Cursor, Read, Seek, SeekFrom};
use std::sync::{Arc, Mutex, PoisonError};

use calamine::{DataRef, ExcelDateTime, Reader, Xlsx, XlsxError};
use sha2::{Digest as _, Sha256};

use super::zip::{self, Kind, LARGEST};
use super::{Container, Held, Opened, Table};
use crate::error::{Error, Result};
use crate::import::records::{self, Record, Rows};
use crate::import::{Options, Source, bytes, sniff};

/// A workbook.
pub const WORKBOOK: Container = Container { id: "workbook", recognises: sniff::is_container, open };

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

    /// Whether to go on.
    fn ask(&self) -> Result<()> {
        self.answers().map_err(|cause| bytes::unreadable(cause, &self.name))
    }

    /// Why it cannot be read: whoever is told to stop calls the workbook broken.
    fn broken(&self, cause: XlsxError) -> Error {
        self.ask().err().unwrap_or_else(|| broken(cause, &self.name))
    }
}

/// The bytes of a workbook: they can be read as long as the file they are of answers.
struct Asked {
    bytes: Cursor<Vec<u8>>,
    file: File,
}

impl Read for Asked {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        self.file.answers()?;
        self.bytes.read(out)
    }
}

impl Seek for Asked {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.bytes.seek(to)
    }
}

/// A workbook that is open, and the sheet that was read last.
struct Workbook {
    file: File,
    book: Xlsx<Asked>,
    held: Held,
    read: Option<(usize, Vec<Record>)>,
}

fn open(mut source: Source, options: &Options) -> Result<Box<dyn Opened>> {
    let (bytes, sha256) = whole(&mut source, &options.file)?;
    let size = bytes.len() as u64;
    let file = File { source: Arc::new(Mutex::new(source)), name: options.file.clone() };
    refuse(&bytes, &file)?;
    let asked = Asked { bytes: Cursor::new(bytes), file: file.clone() };
    let book = Xlsx::new(asked).map_err(|cause| file.broken(cause))?;
    let tables = book.sheet_names().into_iter().map(|name| Table { name: Some(name) }).collect();
    let held = Held { sha256, size, tables, ..Held::default() };
    Ok(Box::new(Workbook { file, book, held, read: None }))
}

impl Workbook {
    fn sheet(&mut self, table: usize) -> Result<&[Record]> {
        if self.read.as_ref().is_none_or(|(read, _)| *read != table) {
            self.read = None;
            let name = self.held.tables.get(table).and_then(|it| it.name.clone()).unwrap_or_default();
            self.read = Some((table, records(&mut self.book, &name, &self.file)?));
        }
        Ok(self.read.as_ref().map(|(_, records)| records.as_slice()).unwrap_or_default())
    }
}

impl Opened for Workbook {
    fn held(&self) -> &Held {
        &self.held
    }

    fn samples(&mut self, table: usize, most: usize) -> Result<Vec<Record>> {
        Ok(self.sheet(table)?.iter().take(most).cloned().collect())
    }

    fn scan(&mut self, table: usize, each: &mut dyn FnMut(&Record)) -> Result<()> {
        self.sheet(table)?.iter().for_each(each);
        Ok(())
    }

    fn rows(mut self: Box<Self>, table: usize) -> io::Result<Box<dyn Rows>> {
        self.sheet(table).map_err(io::Error::other)?;
        let records = self.read.take().map(|(_, records)| records).unwrap_or_default();
        Ok(Box::new(records::Held(records.into_iter())))
    }
}

/// Its bytes and their hash. They are read once more: half of one file and half of another is neither.
fn whole(source: &mut Source, file: &str) -> Result<(Vec<u8>, String)> {
    let unreadable = |cause| bytes::unreadable(cause, file);
    let size = bytes::size(source).map_err(unreadable)?;
    if size == 0 {
        return Err(Error::new("import.empty").with("file", file));
    }
    if size > LARGEST {
        return Err(too_large(file));
    }
    let mut bytes = Vec::new();
    source.take(size + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    let sha256 = bytes::hex(Sha256::new_with_prefix(&bytes));
    let again = bytes::survey(source, file, 0)?;
    if again.sha256 == sha256 { Ok((bytes, sha256)) } else { Err(unreadable(bytes::changed())) }
}

fn too_large(file: &str) -> Error {
    Error::new("import.workbook_too_large").with("file", file).with("megabytes", LARGEST / 1024 / 1024)
}

/// Refuses what only looks like a workbook of OOXML.
fn refuse(bytes: &[u8], asked: &File) -> Result<()> {
    let file = asked.name.as_str();
    let not_yet = |what| Err(Error::new("import.format_not_yet").with("file", file).with("what", what));
    if bytes.starts_with(sniff::OLE) {
        let mark: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let encrypted = bytes.windows(mark.len()).any(|it| it == mark);
        return if encrypted {
            Err(Error::new("import.encrypted_workbook").with("file", file))
        } else {
            not_yet("XLS")
        };
    }
    if sniff::is_old_workbook(bytes) {
        return not_yet("XLS");
    }
    if !bytes.starts_with(sniff::ZIP) {
        return Err(Error::new("import.not_a_workbook").with("file", file));
    }
    match zip::look(bytes, file, &|| asked.ask())? {
        Kind::Workbook => Ok(()),
        Kind::BinaryWorkbook => not_yet("XLSB"),
        Kind::OpenDocument => not_yet("ODS"),
        Kind::Other => Err(Error::new("import.not_a_workbook").with("file", file)),
    }
}

fn broken(cause: XlsxError, file: &str) -> Error {
    let code =
        if matches!(cause, XlsxError::Password) { "import.encrypted_workbook" } else { "import.broken_workbook" };
    Error::new(code).with("file", file).because(cause)
}

/// The rows of a sheet that hold anything. Cells are read one by one: a sheet with one cell in its last corner is small.
fn records(workbook: &mut Xlsx<Asked>, name: &str, file: &File) -> Result<Vec<Record>> {
    let fail = |cause| file.broken(cause);
    let mut cells = match workbook.worksheet_cells_reader(name) {
        Ok(cells) => cells,
        Err(XlsxError::NotAWorksheet(_)) => return Ok(Vec::new()),
        Err(cause) => return Err(fail(cause)),
    };
    let mut found: Vec<Record> = Vec::new();
    let mut held = 0;
    while let Some(cell) = cells.next_cell().map_err(fail)? {
        let (row, column) = cell.get_position();
        let text = text(cell.get_value());
        if text.is_empty() {
            continue;
        }
        let line = u64::from(row) + 1;
        if found.last().is_none_or(|it| it.line != line) {
            let mut record = Record::default();
            record.begin(line);
            found.push(record);
        }
        let record = found.last_mut().filter(|it| it.len() <= column as usize);
        let Some(record) = record else { continue };
        held += text.len() as u64 + u64::from(column) - record.len() as u64;
        if held > LARGEST * 2 {
            return Err(too_large(&file.name));
        }
        while record.len() < column as usize {
            record.push("");
        }
        record.push(&text);
    }
    Ok(found)
}

/// A cell as text that the readers of values understand: times as ISO 8601, numbers without grouping.
fn text(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Empty => String::new(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => float(*number),
        DataRef::Bool(truth) => if *truth { "yes" } else { "no" }.to_owned(),
        DataRef::DateTime(at) => time(at),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::Error(error) => error.to_string(),
        DataRef::String(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
    }
}

/// Three decimals would read as a grouping; a nought more keeps them decimals.
fn float(number: f64) -> String {
    let text = number.to_string();
    match text.split_once('.') {
        Some((_, part)) if part.len() == 3 => text + "0",
        _ => text,
    }
}

fn time(at: &ExcelDateTime) -> String {
    if !at.is_datetime() {
        return float(at.as_f64());
    }
    let (year, month, day, hour, minute, second, milli) = at.to_ymd_hms_milli();
    // A serial number is a binary fraction of a day: 10:30:00 may arrive as 10:29:59.999.
    let date = format!("{year:04}-{month:02}-{day:02}");
    match (hour, minute, second, milli) {
        (0, 0, 0, 0) => date,
        (_, _, _, 0) => format!("{date}T{hour:02}:{minute:02}:{second:02}"),
        _ => format!("{date}T{hour:02}:{minute:02}:{second:02}.{milli:03}"),
    }
}
