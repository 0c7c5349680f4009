//! Lists as workbooks (OOXML).
//!
//! Never opens a container that unpacks to more than it may, and never evaluates a formula: what Excel stored counts.

use std::io::{Cursor, Read, Seek, SeekFrom};

use calamine::{DataRef, ExcelDateTime, Reader, Xlsx, XlsxError};

use super::bytes::{self, Survey};
use super::container::{self, Kind, LARGEST};
use super::list::{self, Prepared, SAMPLES};
use super::records::{Held, Record};
use super::{Importer, Options, Reading, Recognised, Source, sniff};
use crate::error::{Error, Result};

/// A workbook.
pub const XLSX: Importer = Importer { id: "xlsx", recognises: |head, _| sniff::is_container(head), read };

type Workbook = Xlsx<Cursor<Vec<u8>>>;

/// Whether a source begins as a workbook does.
///
/// # Errors
/// `import.read_failed`.
pub fn is_workbook(source: &mut Source) -> Result<bool> {
    let mut head = [0; 8];
    let filled = bytes::fill(source, &mut head).map_err(bytes::read_failed)?;
    source.seek(SeekFrom::Start(0)).map_err(bytes::read_failed)?;
    Ok(sniff::is_container(&head[..filled]))
}

/// Reads a workbook.
///
/// # Errors
/// A code of `import.*`.
pub fn read(mut source: Source, options: &Options) -> Result<Reading> {
    let survey = bytes::survey(&mut source)?;
    let bytes = whole(source, &survey, options)?;
    refuse(&bytes, &options.file)?;
    let mut workbook: Workbook = Xlsx::new(Cursor::new(bytes)).map_err(|cause| broken(cause, &options.file))?;
    let names = workbook.sheet_names();
    let (sheet, records, prepared) = choose(&mut workbook, &names, options)?;
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
    };
    let glimpse = prepared.glimpse.clone();
    let entries = list::entries(Box::new(Held(records.into_iter())), prepared, options);
    Ok(Reading { how, sha256: survey.sha256, size: survey.size, glimpse, entries })
}

fn whole(mut source: Source, survey: &Survey, options: &Options) -> Result<Vec<u8>> {
    if survey.size == 0 {
        return Err(Error::new("import.empty").with("file", &options.file));
    }
    if survey.size > LARGEST {
        return Err(too_large(&options.file));
    }
    let mut bytes = Vec::new();
    source.read_to_end(&mut bytes).map_err(bytes::read_failed)?;
    Ok(bytes)
}

fn too_large(file: &str) -> Error {
    Error::new("import.workbook_too_large").with("file", file).with("megabytes", LARGEST / 1024 / 1024)
}

/// Refuses what only looks like a workbook of OOXML.
fn refuse(bytes: &[u8], file: &str) -> Result<()> {
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
    match container::look(bytes, file)? {
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
fn choose(workbook: &mut Workbook, names: &[String], options: &Options) -> Result<(String, Vec<Record>, Prepared)> {
    if options.looking {
        let strict = Options { looking: false, ..options.clone() };
        return choose_as(workbook, names, &strict).or_else(|_| choose_as(workbook, names, options));
    }
    choose_as(workbook, names, options)
}

fn choose_as(workbook: &mut Workbook, names: &[String], options: &Options) -> Result<(String, Vec<Record>, Prepared)> {
    if let Some(asked) = options.sheet.as_ref().filter(|asked| !names.contains(asked)) {
        return Err(Error::new("import.unknown_sheet").with("sheet", asked).with("known", names.join(", ")));
    }
    let mut refused = None;
    for name in names.iter().filter(|it| options.sheet.as_ref().is_none_or(|asked| asked == *it)) {
        let prepared = records(workbook, name, options)
            .and_then(|records| prepare(&records, options).map(|prepared| (name.clone(), records, prepared)));
        match prepared {
            Ok(found) => return Ok(found),
            Err(error) if error.code == "import.empty" => {}
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
fn records(workbook: &mut Workbook, name: &str, options: &Options) -> Result<Vec<Record>> {
    let fail = |cause| broken(cause, &options.file);
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
            return Err(too_large(&options.file));
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
