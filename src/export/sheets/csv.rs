//! The list as CSV: UTF-8 without a byte order mark, commas, CRLF (RFC 4180); for programs and for every spreadsheet.
//!
//! A cell that a spreadsheet would take for a formula is never written as such: it gets a leading apostrophe.

use std::borrow::Cow;
use std::io::Write;
use std::path::Path;

use super::{COLUMNS, Head, Lines, Origin, Rows, Sheet, cells, unwritable};
use crate::error::Result;
use crate::model::account::Account;

/// CSV.
pub const CSV: Sheet = Sheet { id: "csv", extension: "csv", begin, table };

#[derive(Default)]
struct Text {
    begun: bool,
    line: String,
}

fn begin(_: &Origin, _: &Path) -> Result<Box<dyn Lines>> {
    Ok(Box::new(Text::default()))
}

fn table(_: &Origin, _: &Path, head: &Head) -> Result<Box<dyn Rows>> {
    Ok(Box::new(Shown { head: Some(head.names.clone()), text: Text::default() }))
}

/// A list as it is shown; the head is written before the first row.
struct Shown {
    head: Option<Vec<String>>,
    text: Text,
}

impl Shown {
    fn head(&mut self, out: &mut dyn Write) -> Result<()> {
        match self.head.take() {
            Some(head) => self.text.write(head.iter().map(String::as_str), out),
            None => Ok(()),
        }
    }
}

impl Rows for Shown {
    fn add(&mut self, cells: &[String], out: &mut dyn Write) -> Result<()> {
        self.head(out)?;
        self.text.write(cells.iter().map(String::as_str), out)
    }

    fn end(mut self: Box<Self>, out: &mut dyn Write) -> Result<()> {
        self.head(out)
    }
}

impl Lines for Text {
    fn add(&mut self, account: &Account, out: &mut dyn Write) -> Result<()> {
        self.head(out)?;
        self.write(cells::of(account).iter().map(String::as_str), out)
    }

    fn end(mut self: Box<Self>, out: &mut dyn Write) -> Result<()> {
        self.head(out)
    }
}

/// Writes a plain table: its header and its rows.
///
/// # Errors
/// `export.unwritable`.
pub fn plain<const N: usize>(
    header: &[&str; N],
    rows: impl Iterator<Item = [String; N]>,
    out: &mut dyn Write,
) -> Result<()> {
    let mut text = Text::default();
    text.write(header.iter().copied(), out)?;
    rows.into_iter().try_for_each(|row| text.write(row.iter().map(String::as_str), out))
}

impl Text {
    /// The header, once.
    fn head(&mut self, out: &mut dyn Write) -> Result<()> {
        if self.begun {
            return Ok(());
        }
        self.begun = true;
        self.write(COLUMNS.into_iter(), out)
    }

    fn write<'a>(&mut self, cells: impl Iterator<Item = &'a str>, out: &mut dyn Write) -> Result<()> {
        self.line.clear();
        for (at, cell) in cells.enumerate() {
            if at > 0 {
                self.line.push(',');
            }
            quote(&harmless(cell), &mut self.line);
        }
        self.line.push_str("\r\n");
        out.write_all(self.line.as_bytes()).map_err(unwritable)
    }
}

/// Spreadsheets run what begins with = + - @, a tab or a carriage return, behind spaces too (OWASP, CSV injection).
pub(super) fn harmless(cell: &str) -> Cow<'_, str> {
    let first = cell.trim_start_matches([' ', '\u{a0}', '\u{feff}']).chars().next();
    match first {
        Some('=' | '+' | '-' | '@' | '\t' | '\r' | '＝' | '＋' | '－' | '＠') => Cow::Owned(format!("'{cell}")),
        _ => Cow::Borrowed(cell),
    }
}

fn quote(cell: &str, line: &mut String) {
    let plain = !cell.contains(['"', ',', ';', '\n', '\r', '\t']) && cell.trim() == cell;
    if plain {
        line.push_str(cell);
        return;
    }
    line.push('"');
    line.push_str(&cell.replace('"', "\"\""));
    line.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_begins_like_a_formula() {
        for cell in ["=1+1", "+49 40 1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =cmd|' /C calc'!A0", "\u{a0}=1", "＝1"] {
            assert!(harmless(cell).starts_with('\''), "{cell:?}");
        }
        for cell in ["a@b.example", "1-2", "x=y", "", "O'Neill", ">=500"] {
            assert_eq!(harmless(cell), cell);
        }
    }

    #[test]
    fn cells_with_delimiters_quotes_breaks_and_outer_spaces_are_quoted() {
        let mut line = String::new();
        for cell in ["plain", "a,b", "say \"no\"", "two\nlines", " outer"] {
            quote(cell, &mut line);
            line.push('|');
        }
        assert_eq!(line, "plain|\"a,b\"|\"say \"\"no\"\"\"|\"two\nlines\"|\" outer\"|");
    }
}
