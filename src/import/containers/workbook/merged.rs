//! What is known of a sheet before its rows are read: cells that were merged downwards, rows that are hidden.
//!
//! A merged cell has one value and says it of each row it spans. What is merged across is a heading and stays where it is.

use std::collections::BTreeMap;
use std::io::{self, Read};

use memchr::memmem;

use super::xml::{Event, Xml, attribute, broken};
use crate::import::records::Record;

/// More merged cells than any sheet has.
const MOST: usize = 200_000;

/// What is known of a sheet before its rows are read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Looks {
    /// Rows that a reader of the workbook does not see.
    pub hidden_rows: u64,
    /// Cells that were merged downwards, in the order of their first rows.
    merged: Vec<Merged>,
}

/// Cells of a column that are one: rows from 1, columns from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Merged {
    first: u64,
    last: u64,
    column: usize,
}

/// A cell's place: the row from 1, the column from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// The row, from 1.
    pub row: u64,
    /// The column, from 0.
    pub column: usize,
}

/// `B12`.
pub fn place(text: &str) -> Option<Place> {
    let letters = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    let row = text.get(letters..)?.parse().ok()?;
    let digit = |it: u8| usize::from(it.to_ascii_uppercase() - b'A') + 1;
    let number = text.bytes().take(letters).fold(0_usize, |sum, it| sum.saturating_mul(26).saturating_add(digit(it)));
    Some(Place { row, column: number.checked_sub(1)? })
}

impl Looks {
    /// Looks through a sheet; `open` opens it anew. Most sheets have neither, which their bytes show.
    ///
    /// # Errors
    /// What the source refuses; `import.broken_workbook`, `import.workbook_too_large`.
    pub fn of<R: Read>(open: impl Fn() -> io::Result<R>) -> io::Result<Self> {
        if has_any(open()?)? { Self::read(Xml::new(open()?)) } else { Ok(Self::default()) }
    }

    fn read<R: Read>(mut xml: Xml<R>) -> io::Result<Self> {
        let mut found = Self::default();
        loop {
            match xml.next()? {
                Event::Start(start) => match start.local_name().as_ref() {
                    "row" if attribute(&start, "hidden").is_some_and(|it| matches!(it.as_ref(), "1" | "true")) => {
                        found.hidden_rows += 1;
                    }
                    "mergeCell" => found.merged.extend(attribute(&start, "ref").and_then(|it| Merged::of(&it))),
                    _ => {}
                },
                Event::Eof => break,
                _ => {}
            }
            if found.merged.len() > MOST {
                return Err(broken("too many merged cells"));
            }
        }
        found.merged.sort_unstable();
        Ok(found)
    }
}

impl Merged {
    /// Of more than one row; its value stands in its first column.
    fn of(range: &str) -> Option<Self> {
        let (first, last) = range.split_once(':')?;
        let (first, last) = (place(first)?, place(last)?);
        (last.row > first.row).then_some(Self { first: first.row, last: last.row, column: first.column })
    }
}

/// Whether there is anything to be looked for: by its bytes, several times as fast as by its elements.
fn has_any(mut source: impl Read) -> io::Result<bool> {
    const LONGEST: usize = 10;
    let finders = [memmem::Finder::new("mergeCell"), memmem::Finder::new("hidden")];
    let mut buffer = vec![0; 64 * 1024];
    let mut kept = 0;
    loop {
        let filled = source.read(&mut buffer[kept..])?;
        if filled == 0 {
            return Ok(false);
        }
        let end = kept + filled;
        if finders.iter().any(|it| it.find(&buffer[..end]).is_some()) {
            return Ok(true);
        }
        kept = end.min(LONGEST);
        buffer.copy_within(end - kept..end, 0);
    }
}

/// Merged cells while the rows go by.
pub struct Down {
    waiting: std::iter::Peekable<std::vec::IntoIter<Merged>>,
    /// By column: the last row, and the value.
    open: BTreeMap<usize, (u64, String)>,
}

impl Down {
    /// Of a sheet.
    pub fn new(looks: &Looks) -> Self {
        Self { waiting: looks.merged.clone().into_iter().peekable(), open: BTreeMap::new() }
    }

    /// Says in a row what merged cells say of it, where the row holds nothing of its own there.
    pub fn fill(&mut self, record: &mut Record) {
        let line = record.line;
        self.open.retain(|_, (last, _)| *last >= line);
        for (column, (_, value)) in &self.open {
            if record.cell(*column).is_empty() {
                record.repeat(*column, value);
            }
        }
        while let Some(it) = self.waiting.next_if(|it| it.first <= line) {
            // A merged cell whose first row holds nothing says nothing.
            let value = if it.first == line { record.cell(it.column) } else { "" };
            if !value.is_empty() {
                self.open.insert(it.column, (it.last, value.to_owned()));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHEET: &str = "<worksheet><sheetData><row r=\"1\" hidden=\"1\"><c r=\"A1\"/></row><row r=\"2\" hidden=\"0\"/></sheetData>\
                         <mergeCells><mergeCell ref=\"A1:A3\"/><mergeCell ref=\"B1:D1\"/><mergeCell ref=\"AB2:AC4\"/></mergeCells></worksheet>";

    #[test]
    fn a_place_has_letters_and_digits() {
        for (text, found) in [
            ("A1", Some((1, 0))),
            ("xfd1048576", Some((1_048_576, 16_383))),
            ("1", None),
            ("A", None),
            ("", None),
            ("A-1", None),
        ] {
            assert_eq!(place(text).map(|it| (it.row, it.column)), found, "{text}");
        }
    }

    #[test]
    fn merged_cells_and_hidden_rows_are_found_wherever_buffers_end() {
        for padding in [0, 65_400, 65_480, 65_500] {
            let text = format!("<!--{}-->{SHEET}", "x".repeat(padding));
            let looks = Looks::of(|| Ok(text.as_bytes())).expect("looked through");
            assert_eq!(looks.hidden_rows, 1);
            assert_eq!(
                looks.merged.iter().map(|it| (it.first, it.last, it.column)).collect::<Vec<_>>(),
                [(1, 3, 0), (2, 4, 27)]
            );
        }
        assert_eq!(Looks::of(|| Ok(&b"<worksheet/>"[..])).expect("looked through"), Looks::default());
    }

    #[test]
    fn a_merged_cell_says_its_value_of_each_of_its_rows() {
        let looks = Looks { hidden_rows: 0, merged: vec![Merged { first: 2, last: 4, column: 1 }] };
        let mut down = Down::new(&looks);
        let mut said = |line: u64, cells: &[&str]| {
            let mut record = Record::default();
            record.begin(line);
            cells.iter().for_each(|cell| record.push(cell));
            down.fill(&mut record);
            record.cell(1).to_owned()
        };
        let all =
            [said(1, &["a", "x"]), said(2, &["b", "North"]), said(3, &["c"]), said(4, &["d", "own"]), said(5, &["e"])];
        assert_eq!(all, ["x", "North", "North", "own", ""]);
    }
}
