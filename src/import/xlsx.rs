//! Lists as workbooks (OOXML).
//!
//! Never opens a container that unpacks to more than it may, and never evaluates a formula: what Excel stored counts.
//! What is hashed is what is unpacked: the bytes as they are held.

use std::cell::RefCell;
use std::io::{self, Cursor, Read, Seek, SeekFrom};

use calamine::{DataRef, ExcelDateTime, Reader, Xlsx, XlsxError};
use sha2::{Digest as _, Sha256};

use super::bytes;
use super::container::{self, Kind, LARGEST};
use super::list::{self, Prepared, SAMPLES};
use super::records::{self, Record};
use super::{Importer, Options, Reading, Recognised, Source, sniff};
use crate::error::{Error, Result};

/// A workbook.
pub const XLSX: Importer = Importer { id: "xlsx", recognises: |head, _| sniff::is_container(head), read };

type Workbook<'a> = Xlsx<Held<'a>>;

/// The bytes of a workbook: they can be read as long as the file they are of answers. It is asked with nothing to read.
struct Held<'a> {
    bytes: Cursor<&'a [u8]>,
    file: &'a File<'a>,
}

impl Read for Held<'_> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        self.file.source.borrow_mut().read(&mut [])?;
        self.bytes.read(out)
    }
}

impl Seek for Held<'_> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.bytes.seek(to)
    }
}

/// The file that a workbook is read from.
struct File<'a> {
    source: RefCell<Source>,
    options: &'a Options,
}

impl File<'_> {
    /// Whether to go on.
    fn ask(&self) -> Result<()> {
        let asked = self.source.borrow_mut().read(&mut []);
        asked.map(drop).map_err(|cause| bytes::unreadable(cause, &self.options.file))
    }

    /// Why it cannot be read: whoever is told to stop calls the workbook broken.
    fn broken(&self, cause: XlsxError) -> Error {
        self.ask().err().unwrap_or_else(|| broken(cause, &self.options.file))
    }
}

/// Whether a source begins as a workbook does.
///
/// # Errors
/// `import.read_failed`, `cancelled`.
pub fn is_workbook(source: &mut Source, file: &str) -> Result<bool> {
    let mut head = [0; 8];
    let filled = bytes::fill(source, &mut head).and_then(|filled| source.rewind().map(|()| filled));
    Ok(sniff::is_container(&head[..filled.map_err(|cause| bytes::unreadable(cause, file))?]))
}

/// Reads a workbook.
///
/// # Errors
/// A code of `import.*`.
pub fn read(mut source: Source, options: &Options) -> Result<Reading> {
    let (bytes, sha256) = whole(&mut source, &options.file)?;
    let file = &File { source: RefCell::new(source), options };
    refuse(&bytes, file)?;
    let held = Held { bytes: Cursor::new(&bytes), file };
    let mut workbook: Workbook<'_> = Xlsx::new(held).map_err(|cause| file.broken(cause))?;
    let names = workbook.sheet_names();
    let (sheet, records, prepared) = choose(&mut workbook, &names, file)?;
    let how = Recognised {
        importer: if prepared.is_sheet { "sheet" } else { "xlsx" },
        encoding: None,
        delimiter: None,
        quote: None,
        sheets_not_read: names.into_iter().filter(|it| *it != sheet).collect(),
        sheet: Some(sheet),
        header_line: prepared.header_line,
        columns: prepared.columns.clone(),
        zone: list::zone_name(&options.zone),
        date_order: prepared.date_order,
        enrich: options.enrich,
    };
    let glimpse = prepared.glimpse.clone();
    let entries = list::entries(Box::new(records::Held(records.into_iter())), prepared, options);
    Ok(Reading { how, sha256, size: bytes.len() as u64, glimpse, entries })
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
fn refuse(bytes: &[u8], asked: &File<'_>) -> Result<()> {
    let file = asked.options.file.as_str();
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
    match container::look(bytes, file, &|| asked.ask())? {
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

/// The sheet asked for, else the first that can be read as a list; the first refusal where none can. Where it is only
/// looked at, the first that could be read if somebody said more.
fn choose(workbook: &mut Workbook<'_>, names: &[String], file: &File<'_>) -> Result<Chosen> {
    let options = file.options;
    if options.looking {
        let strict = Options { looking: false, ..options.clone() };
        return choose_as(workbook, names, file, &strict).or_else(|_| choose_as(workbook, names, file, options));
    }
    choose_as(workbook, names, file, options)
}

/// A sheet, its rows, and how they are read.
type Chosen = (String, Vec<Record>, Prepared);

fn choose_as(workbook: &mut Workbook<'_>, names: &[String], file: &File<'_>, options: &Options) -> Result<Chosen> {
    if let Some(asked) = options.sheet.as_ref().filter(|asked| !names.contains(asked)) {
        return Err(Error::new("import.unknown_sheet")
            .with("file", &options.file)
            .with("sheet", asked)
            .with("known", names.join(", ")));
    }
    let mut refused = None;
    for name in names.iter().filter(|it| options.sheet.as_ref().is_none_or(|asked| asked == *it)) {
        let prepared = records(workbook, name, file)
            .and_then(|records| prepare(&records, options).map(|prepared| (name.clone(), records, prepared)));
        match prepared {
            Ok(found) => return Ok(found),
            Err(error) if error.code == "import.empty" => {}
            Err(error) if file.ask().is_err() => return Err(error),
            Err(error) => refused = refused.or(Some(error)),
        }
    }
    Err(refused.unwrap_or_else(|| Error::new("import.empty").with("file", &options.file)))
}

fn prepare(records: &[Record], options: &Options) -> Result<Prepared> {
    list::prepare(&records[..records.len().min(SAMPLES)], options, |each| {
        records.iter().for_each(each);
        Ok(())
    })
}

/// The rows of a sheet that hold anything. Cells are read one by one: a sheet with one cell in its last corner is small.
fn records(workbook: &mut Workbook<'_>, name: &str, file: &File<'_>) -> Result<Vec<Record>> {
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
            return Err(too_large(&file.options.file));
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
