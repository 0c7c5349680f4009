//! The list as CSV: UTF-8 without a byte order mark, commas, CRLF (RFC 4180); for programs and for every spreadsheet.
//!
//! A cell that a spreadsheet would take for a formula is never written as such (`model::cell`).

use std::io::Write;
use std::path::Path;

use super::{COLUMNS, Head, Lines, Origin, Rows, Sheet, cells, unwritable};
use crate::error::Result;
use crate::model::account::Account;
use crate::model::cell;

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

/// Writes a plain table: its header and its rows, each of as many cells as it has.
///
/// # Errors
/// `export.unwritable`.
pub fn plain<R: AsRef<[String]>>(header: &[&str], rows: impl Iterator<Item = R>, out: &mut dyn Write) -> Result<()> {
    let mut text = Text::default();
    text.write(header.iter().copied(), out)?;
    rows.into_iter().try_for_each(|row| text.write(row.as_ref().iter().map(String::as_str), out))
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
        for (at, text) in cells.enumerate() {
            if at > 0 {
                self.line.push(',');
            }
            quote(&cell::guarded(text), &mut self.line);
        }
        self.line.push_str("\r\n");
        out.write_all(self.line.as_bytes()).map_err(unwritable)
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
    fn cells_with_delimiters_quotes_breaks_and_outer_spaces_are_quoted() {
        let mut line = String::new();
        for cell in ["plain", "a,b", "say \"no\"", "two\nlines", " outer"] {
            quote(cell, &mut line);
            line.push('|');
        }
        assert_eq!(line, "plain|\"a,b\"|\"say \"\"no\"\"\"|\"two\nlines\"|\" outer\"|");
    }
}
