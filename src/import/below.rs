//! What stands below a header: a record at a time to whoever reads it, and the lines that are no records to nobody.
//!
//! Never drops a line in silence: what is not read as a record is blank, or said.

use std::collections::VecDeque;

use super::footers::{self, Held, Kind};
use super::records::{Flaw, Record, Rows};
use super::shown::{clean, harmless};
use super::{Entry, bytes, nothing, secrets};
use crate::model::account::Problem;

/// What the iterator of a reading yields.
pub type Item = Result<Entry, Problem>;

/// Words for nothing that are said, each once of its column.
const MOST_SAID: usize = 200;

/// Entries and problems on their way out, in the order of the file.
pub struct Out {
    file: String,
    zone: String,
    waiting: VecDeque<Item>,
    /// Words that were said to mean nothing, by column.
    said: Vec<(usize, String)>,
}

impl Out {
    /// Of a file; times without a zone are of this one.
    pub fn new(file: &str, zone: &str) -> Self {
        Self { file: file.to_owned(), zone: zone.to_owned(), waiting: VecDeque::new(), said: Vec::new() }
    }

    /// An entry.
    pub fn entry(&mut self, entry: Entry) {
        self.waiting.push_back(Ok(entry));
    }

    /// A field left open, or something said of a row; its row follows.
    pub fn problem(&mut self, line: u64, column: Option<&str>, code: &'static str, value: &str) {
        let args =
            if value.is_empty() { Vec::new() } else { vec![("value", harmless(value)), ("zone", self.zone.clone())] };
        self.tell(line, column, code, args, None);
    }

    /// A row that is not taken, with its cells.
    pub fn reject(
        &mut self,
        line: u64,
        column: Option<&str>,
        (code, args): (&'static str, Vec<(&'static str, String)>),
        cells: Vec<String>,
    ) {
        self.tell(line, column, code, args, Some(cells));
    }

    /// Anything.
    pub fn tell(
        &mut self,
        line: u64,
        column: Option<&str>,
        code: &'static str,
        args: Vec<(&'static str, String)>,
        rejected: Option<Vec<String>>,
    ) {
        let (file, column) = (self.file.clone(), column.map(str::to_owned));
        self.waiting.push_back(Err(Problem { file, line, column, code, args, rejected }));
    }

    /// Says once of a column that a word in it was taken as nothing.
    pub fn nothing(&mut self, line: u64, at: (usize, &str), word: &str) {
        self.once(line, at, "field.nothing", word);
    }

    /// Says of a word in a column once how it was taken.
    pub fn once(&mut self, line: u64, (at, column): (usize, &str), code: &'static str, word: &str) {
        // A dash says no more than an empty cell does.
        if !word.contains(char::is_alphanumeric) {
            return;
        }
        let is_said = self.said.iter().any(|(known, said)| *known == at && said.eq_ignore_ascii_case(word));
        if !is_said && self.said.len() < MOST_SAID {
            self.said.push((at, word.to_owned()));
            self.problem(line, Some(column), code, word);
        }
    }
}

/// Whoever makes entries of records.
pub trait Reader {
    /// A record that is one.
    fn take(&mut self, record: &Record);

    /// Where what it makes goes.
    fn out(&mut self) -> &mut Out;

    /// The columns that say which account a record is of.
    fn keys(&self) -> &[usize];

    /// Whether what stands in a column may be told.
    fn is_told(&self, at: usize) -> bool;

    /// The column of numbers, where there is one.
    fn numbers(&self) -> Option<usize>;
}

/// The records below a line, read.
pub struct Below<R> {
    rows: Box<dyn Rows>,
    record: Record,
    after: u64,
    file: String,
    footers: footers::Footers,
    reader: R,
    ended: bool,
}

impl<R: Reader> Below<R> {
    /// Reads rows that begin after a line.
    pub fn new(rows: Box<dyn Rows>, after: u64, file: &str, reader: R) -> Self {
        let footers = footers::Footers::default();
        Self { rows, record: Record::default(), after, file: file.to_owned(), footers, reader, ended: false }
    }

    fn read(&mut self) {
        let mut record = std::mem::take(&mut self.record);
        match self.rows.next(&mut record) {
            Ok(true) if record.line <= self.after || record.is_blank() => {}
            Ok(true) => self.take(&record),
            Ok(false) => {
                self.ended = true;
                let held = self.footers.at_the_end();
                self.settle(held);
            }
            Err(cause) => {
                self.ended = true;
                let held = self.footers.at_the_end();
                self.settle(held);
                let refusal = bytes::unreadable(cause, &self.file);
                self.reader.out().waiting.push_back(Err(Problem::of_the_file(&self.file, record.line, refusal)));
            }
        }
        self.record = record;
    }

    fn take(&mut self, record: &Record) {
        let kind = if record.flaw.is_some() || !record.doubts().is_empty() {
            Kind::Row
        } else {
            self.footers.kind(record, self.reader.keys(), self.reader.numbers())
        };
        if kind == Kind::Row {
            let held = self.footers.before_a_row();
            self.settle(held);
            self.footers.count(record, self.reader.numbers());
            self.reader.take(record);
        } else if let Some(held) = self.footers.hold(record, kind) {
            self.settle(held);
        }
    }

    /// What was held is said, or a row after all.
    fn settle(&mut self, held: Vec<Held>) {
        for Held { record, is_footer, .. } in held {
            if is_footer {
                let text = footers::text(&record, |at| self.reader.is_told(at));
                self.reader.out().problem(record.line, None, "row.footer", &text);
            } else {
                self.footers.count(&record, self.reader.numbers());
                self.reader.take(&record);
            }
        }
    }
}

impl<R: Reader> Iterator for Below<R> {
    type Item = Item;

    fn next(&mut self) -> Option<Item> {
        while self.reader.out().waiting.is_empty() && !self.ended {
            self.read();
        }
        self.reader.out().waiting.pop_front()
    }
}

/// Why a record is not taken, before anybody looks at its cells: its flaw, or more cells than columns.
pub fn unfit(record: &Record, columns: usize) -> Option<(&'static str, Vec<(&'static str, String)>)> {
    if let Some(code) = record.flaw.and_then(Flaw::rejects) {
        return Some((code, Vec::new()));
    }
    // Where cells have places, what stands beside the table has moved none of it.
    let surplus = !record.is_placed && beside(record, columns).is_some();
    surplus.then(|| ("row.too_many_cells", vec![("cells", record.len().to_string()), ("columns", columns.to_string())]))
}

/// What stands right of the columns.
pub fn beside(record: &Record, columns: usize) -> Option<&str> {
    (columns..record.len()).map(|at| record.cell(at).trim()).find(|cell| !cell.is_empty())
}

/// What stands in a cell, of which its column says whether it is a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stands<'r> {
    /// Nothing.
    Blank,
    /// A mark or a word for nothing.
    Nothing(&'r str),
    /// What a spreadsheet shows in the stead of a value.
    Lost(&'r str),
    /// A text.
    Text(&'r str),
}

/// What a cell holds; `words` for nothing are some in its column.
pub fn stands(cell: &str, words: bool) -> Stands<'_> {
    let cell = cell.trim();
    match cell.as_bytes().first() {
        None => Stands::Blank,
        Some(b'#') if nothing::is_lost(cell) => Stands::Lost(cell),
        _ if nothing::is_mark(cell) || (words && nothing::is_word(cell)) => Stands::Nothing(cell),
        _ => Stands::Text(cell),
    }
}

/// A cell of a row that is not taken, as it is kept.
pub fn kept(cell: &str) -> String {
    if secrets::holds_one(cell) { String::new() } else { clean(cell) }
}
