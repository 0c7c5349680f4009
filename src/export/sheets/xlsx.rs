//! The list as a workbook: texts as texts, so that nothing in it can run; what is to be filled in stands out.
//!
//! Rows go to a file without a name as they come, in the folder of the finished one, so a million of them cost no memory; the
//! bytes depend on the accounts and the time alone. Where there is no room left, the writing library panics: that ends the
//! list, and the refusal is one like every other's.

use std::any::Any;
use std::io::{self, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use rust_xlsxwriter::{
    Color, DataValidation, DocProperties, ExcelDateTime, Format, FormatBorder, Workbook, Worksheet, XlsxError,
};

use super::{COLUMNS, Head, Lines, Origin, Rows, Sheet, TO_FILL, cells, unwritable};
use crate::error::{Error, Result};
use crate::model::account::Account;
use crate::model::cell;
use crate::model::words::{Basis, Status};

/// XLSX.
pub const XLSX: Sheet = Sheet { id: "xlsx", extension: "xlsx", begin, table };

/// Rows below the header (ECMA-376 leaves it open; Excel ends at 1,048,576).
const ROWS: u32 = 1_048_575;
/// Characters of a cell, by Excel's limits.
const LONGEST_CELL: usize = 32_767;
/// Columns that hold numbers: id, import, line.
const NUMBERS: [&str; 3] = ["id", "import", "line"];

struct Book {
    workbook: Workbook,
    fill: Format,
    row: u32,
}

/// Runs a step of the library's. Nothing of it is used again after a panic.
fn caught<T>(step: impl FnOnce() -> std::result::Result<T, XlsxError>) -> Result<T> {
    match catch_unwind(AssertUnwindSafe(step)) {
        Ok(Ok(done)) => Ok(done),
        Ok(Err(XlsxError::IoError(cause))) => Err(unwritable(cause)),
        Ok(Err(cause)) => Err(unwritable(cause)),
        Err(panic) => Err(unwritable(said(panic.as_ref()))),
    }
}

/// What the library panicked about: it unwraps what the system said of its working file.
fn said(panic: &(dyn Any + Send)) -> io::Error {
    let text = panic.downcast_ref::<String>().map(String::as_str).or_else(|| panic.downcast_ref::<&str>().copied());
    let kind = match text.unwrap_or_default() {
        it if it.contains("StorageFull") => io::ErrorKind::StorageFull,
        it if it.contains("QuotaExceeded") => io::ErrorKind::QuotaExceeded,
        _ => io::ErrorKind::Other,
    };
    io::Error::new(kind, text.unwrap_or_default().to_owned())
}

fn workbook(of: &Origin, aside: &Path) -> Result<Workbook> {
    let mut workbook = Workbook::new();
    workbook.set_tempdir(aside).map_err(unwritable)?;
    let at = ExcelDateTime::from_timestamp(of.created.as_second()).map_err(unwritable)?;
    let log = of.log.as_ref().map(|log| format!("log {} {}", log.entry, log.head)).unwrap_or_default();
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&at).set_comment(log));
    Ok(workbook)
}

fn begin(of: &Origin, aside: &Path) -> Result<Box<dyn Lines>> {
    let mut workbook = workbook(of, aside)?;
    let fill = Format::new().set_background_color(Color::RGB(0x00FF_F8E1));
    let sheet = workbook.add_worksheet_with_constant_memory().map_err(unwritable)?;
    caught(|| head(sheet, &fill))?;
    Ok(Box::new(Book { workbook, fill, row: 0 }))
}

/// A list as it is shown: texts alone.
struct Shown {
    workbook: Workbook,
    row: u32,
}

fn table(of: &Origin, aside: &Path, head: &Head) -> Result<Box<dyn Rows>> {
    let mut workbook = workbook(of, aside)?;
    let sheet = workbook.add_worksheet_with_constant_memory().map_err(unwritable)?;
    let bold = Format::new().set_bold().set_border_bottom(FormatBorder::Thin);
    sheet.set_freeze_panes(1, 0).map_err(unwritable)?;
    for (at, name) in (0_u16..).zip(&head.names) {
        sheet.set_column_width(at, 24.0).map_err(unwritable)?;
        sheet.write_string_with_format(0, at, name, &bold).map_err(unwritable)?;
    }
    Ok(Box::new(Shown { workbook, row: 0 }))
}

impl Rows for Shown {
    fn add(&mut self, cells: &[String], _: &mut dyn Write) -> Result<()> {
        if self.row == ROWS {
            return Err(Error::new("export.too_many_rows").with("limit", ROWS));
        }
        self.row += 1;
        let Self { workbook, row } = self;
        caught(|| {
            let sheet = workbook.worksheet_from_index(0)?;
            for (at, cell) in (0_u16..).zip(cells).filter(|(_, cell)| !cell.is_empty()) {
                sheet.write_string(*row, at, fitted(cell))?;
            }
            Ok(())
        })
    }

    fn end(mut self: Box<Self>, out: &mut dyn Write) -> Result<()> {
        let bytes = caught(|| self.workbook.save_to_buffer())?;
        out.write_all(&bytes).map_err(unwritable)
    }
}

/// Widths, the header's row, lists to choose from.
fn head(sheet: &mut Worksheet, fill: &Format) -> std::result::Result<(), XlsxError> {
    sheet.set_name("accounts")?;
    sheet.set_freeze_panes(1, 2)?;
    let plain = Format::new().set_bold().set_border_bottom(FormatBorder::Thin);
    let marked = plain.clone().set_background_color(Color::RGB(0x00FF_E082));
    for (at, name) in (0_u16..).zip(COLUMNS) {
        let is_to_fill = TO_FILL.contains(&name);
        sheet.set_column_width(at, width(name))?;
        if is_to_fill {
            sheet.set_column_format(at, fill)?;
        }
        sheet.write_string_with_format(0, at, name, if is_to_fill { &marked } else { &plain })?;
    }
    choices(sheet, "status", &Status::ALL.iter().map(|it| it.id()).collect::<Vec<_>>())?;
    choices(sheet, "basis", &Basis::ALL.iter().map(|it| it.id()).collect::<Vec<_>>())
}

fn choices(sheet: &mut Worksheet, column: &str, words: &[&str]) -> std::result::Result<(), XlsxError> {
    let Some(at) = (0_u16..).zip(COLUMNS).find(|(_, name)| *name == column).map(|(at, _)| at) else { return Ok(()) };
    let list = DataValidation::new().allow_list_strings(words)?;
    sheet.add_data_validation(1, at, ROWS, at, &list).map(|_| ())
}

fn width(column: &str) -> f64 {
    match column {
        "key" | "shown" | "notes" | "aliases" => 34.0,
        "name" | "region" | "organisation" | "ways" => 24.0,
        _ => 14.0,
    }
}

impl Lines for Book {
    fn add(&mut self, account: &Account, _: &mut dyn Write) -> Result<()> {
        if self.row == ROWS {
            return Err(Error::new("export.too_many_rows").with("limit", ROWS));
        }
        self.row += 1;
        let cells = cells::of(account);
        let Self { workbook, fill, row } = self;
        caught(|| {
            let sheet = workbook.worksheet_from_index(0)?;
            (0_u16..)
                .zip(COLUMNS)
                .zip(&cells)
                .try_for_each(|((at, name), cell)| write(sheet, *row, at, name, cell, fill))
        })
    }

    fn end(mut self: Box<Self>, out: &mut dyn Write) -> Result<()> {
        let bytes = caught(|| self.workbook.save_to_buffer())?;
        out.write_all(&bytes).map_err(unwritable)
    }
}

fn write(
    sheet: &mut Worksheet,
    row: u32,
    at: u16,
    name: &str,
    cell: &str,
    fill: &Format,
) -> std::result::Result<(), XlsxError> {
    let number = if NUMBERS.contains(&name) { cell.parse::<i64>().ok() } else { None };
    match number {
        // Ids stay below 2^53 (ARCHITECTURE.md), so a workbook's number holds them whole.
        #[expect(clippy::cast_precision_loss, reason = "below 2^53")]
        Some(number) => sheet.write_number(row, at, number as f64).map(|_| ()),
        None if TO_FILL.contains(&name) => sheet.write_string_with_format(row, at, fitted(cell), fill).map(|_| ()),
        None if cell.is_empty() => Ok(()),
        None => sheet.write_string(row, at, fitted(cell)).map(|_| ()),
    }
}

/// A note longer than a cell holds ends with an ellipsis; the book keeps it whole.
fn fitted(text: &str) -> String {
    let cell = cell::kept(text);
    if cell.encode_utf16().count() <= LONGEST_CELL {
        return cell.into_owned();
    }
    cell.chars().take(LONGEST_CELL / 2 - 1).chain(['…']).collect()
}
