//! The round trip: the sheet that `accounts --format csv|xlsx` wrote, filled in by somebody and brought back.
//!
//! Reads keys and tags only. It never makes an account and never changes what the sheet does not say.

use std::collections::VecDeque;

use super::{Kind, Prepared, Sampled, Saw, Scan};
use crate::error::{Error, Result};
use crate::import::glimpse::{self, Glimpse};
use crate::import::headers::Use;
use crate::import::layout::PREAMBLE;
use crate::import::records::{Flaw, Record, Rows};
use crate::import::rows::{Item, harmless};
use crate::import::{Change, Column, Entry, NewTagging, Options, bytes, keys, secrets, words};
use crate::lang::places;
use crate::model::account::Problem;
use crate::model::ids::AccountId;
use crate::model::sums::ROWS;
use crate::model::words::KeyKind;

/// The sheet, whatever it is held in.
pub const RETURN_SHEET: Kind = Kind { id: "return_sheet", sum: &ROWS, sees, prepare };

/// What tells the header of the sheet (docs/model.md, Import), wherever it stands: whoever fills it in may move or
/// drop the rest. No list of somebody else's calls its columns so.
const TELLS: [&str; 3] = ["key", "key_kind", "shown"];

/// Columns that are read back.
const READ: [&str; 5] = ["region", "organisation", "residence", "basis", "status"];

/// The header of the sheet, within the first records.
fn header(records: &[Record]) -> Option<&Record> {
    records.iter().take(PREAMBLE).find(|it| missing(it).is_empty())
}

/// What a record lacks to be the header of the sheet.
fn missing(record: &Record) -> Vec<&'static str> {
    TELLS.into_iter().filter(|it| !record.cells().any(|cell| name(cell) == *it)).collect()
}

fn sees(sampled: &Sampled<'_>) -> Saw {
    if header(sampled.records).is_some() {
        return Saw::Its;
    }
    let fewest = sampled.records.iter().take(PREAMBLE).map(missing).min_by_key(Vec::len);
    let columns = fewest.unwrap_or_else(|| TELLS.to_vec()).join(", ");
    Saw::Misses(Error::new("import.no_return_sheet").with("file", &sampled.options.file).with("columns", columns))
}

fn prepare(sampled: &Sampled<'_>, _: Scan<'_>) -> Result<Prepared> {
    let empty = || Error::new("import.empty").with("file", &sampled.options.file);
    let header = header(sampled.records).ok_or_else(empty)?;
    let below = sampled.records.iter().position(|it| it.line > header.line).unwrap_or(sampled.records.len());
    let columns = columns(header);
    let cells = glimpse::cells(&sampled.records[below..], columns.len(), &[]);
    let (header_line, header, options) = (header.line, header.clone(), sampled.options.clone());
    Ok(Prepared {
        header_line: Some(header_line).filter(|it| *it > 0),
        columns,
        date_order: None,
        glimpse: Glimpse { cells, ..Glimpse::default() },
        entries: Box::new(move |rows| Box::new(Taggings::new(rows, &header, &options))),
    })
}

/// The columns as evidence.
fn columns(header: &Record) -> Vec<Column> {
    let field = |cell: &str| match name(cell).as_str() {
        "key" | "key_kind" => Use::of_field(&name(cell)).and_then(Use::field),
        other => READ.iter().find(|it| **it == other).copied(),
    };
    let column = |cell: &str| Column {
        header: cell.to_owned(),
        field: field(cell),
        key_kind: None,
        role: None,
        basis: None,
        unit: None,
        secret: false,
    };
    header.cells().map(column).collect()
}

fn name(cell: &str) -> String {
    cell.trim().to_ascii_lowercase()
}

/// The rows of the sheet as taggings.
struct Taggings {
    rows: Box<dyn Rows>,
    record: Record,
    header: Vec<String>,
    after: u64,
    file: String,
    no_tags: bool,
    waiting: VecDeque<Item>,
    ended: bool,
}

impl Taggings {
    /// Reads rows below a header.
    fn new(rows: Box<dyn Rows>, header: &Record, options: &Options) -> Self {
        Self {
            rows,
            record: Record::default(),
            header: header.cells().map(name).collect(),
            after: header.line,
            file: options.file.clone(),
            no_tags: options.no_tags,
            waiting: VecDeque::new(),
            ended: false,
        }
    }

    fn read(&mut self) {
        let mut record = std::mem::take(&mut self.record);
        match self.rows.next(&mut record) {
            Ok(true) if record.line <= self.after || record.is_blank() => {}
            Ok(true) => self.take(&record),
            Ok(false) => self.ended = true,
            Err(cause) => {
                self.ended = true;
                let refusal = bytes::unreadable(cause, &self.file);
                self.waiting.push_back(Err(Problem::of_the_file(&self.file, record.line, refusal)));
            }
        }
        self.record = record;
    }

    fn take(&mut self, record: &Record) {
        if let Some(code) = record.flaw.and_then(Flaw::rejects) {
            return self.reject(record, None, code, Vec::new());
        }
        if record.cells().skip(self.header.len()).any(|cell| !cell.trim().is_empty()) {
            let args = vec![("cells", record.len().to_string()), ("columns", self.header.len().to_string())];
            return self.reject(record, None, "row.too_many_cells", args);
        }
        for (at, code) in record.doubts() {
            if let Some(column) = self.header.get(*at).filter(|it| READ.contains(&it.as_str())) {
                self.problem(record, &column.clone(), code, "");
            }
        }
        let written = self.cell(record, "key");
        let kind = KeyKind::find(self.cell(record, "key_kind")).unwrap_or_else(|| keys::kind_of(written));
        let id = self.cell(record, "id").parse().ok();
        if written.is_empty() && id.is_none() {
            return self.reject(record, None, "row.no_key", Vec::new());
        }
        let key = match kind {
            // Made of a name and a day; the sheet holds it as it is kept.
            KeyKind::NameBirth => Ok(written.to_owned()),
            kind => keys::key(kind, written),
        };
        match key {
            Ok(key) => self.tagging(record, id, kind, key),
            Err(code) => self.reject(record, Some("key"), code, vec![("value", harmless(written))]),
        }
    }

    fn tagging(&mut self, record: &Record, id: Option<AccountId>, key_kind: KeyKind, key: String) {
        let mut tagging = NewTagging {
            id,
            key_kind,
            key,
            region: Change::Leave,
            organisation: Change::Leave,
            residence: Change::Leave,
            basis: None,
            status: self.word(record, "status", words::status),
            line: record.line,
        };
        if !self.no_tags {
            tagging.region = self.path(record, "region");
            tagging.organisation = self.path(record, "organisation");
            tagging.residence = self.residence(record);
            tagging.basis = self.word(record, "basis", words::basis);
        }
        self.waiting.push_back(Ok(Entry::Tagging(tagging)));
    }

    fn path(&mut self, record: &Record, column: &'static str) -> Change<String> {
        let asked = change(self.cell(record, column));
        let Change::Set(path) = &asked else { return asked };
        if secrets::is_secret(path) {
            self.problem(record, column, "field.secret", "");
            return Change::Leave;
        }
        let Some(code) = words::path_flaw(path) else { return asked };
        self.problem(record, column, code, path);
        Change::Leave
    }

    fn residence(&mut self, record: &Record) -> Change<String> {
        let cell = self.cell(record, "residence");
        match change(cell) {
            Change::Set(text) => places::find(&text).map_or_else(
                || {
                    self.problem(record, "residence", "field.not_a_country", &text);
                    Change::Leave
                },
                |code| Change::Set(code.into()),
            ),
            other => other,
        }
    }

    fn word<T>(&mut self, record: &Record, column: &'static str, find: fn(&str) -> Option<T>) -> Option<T> {
        let cell = self.cell(record, column);
        if cell.is_empty() {
            return None;
        }
        let found = find(cell);
        if found.is_none() {
            let cell = cell.to_owned();
            self.problem(record, column, "field.unknown_word", &cell);
        }
        found
    }

    /// A cell under a name; nothing where the sheet has no such column.
    fn cell<'a>(&self, record: &'a Record, column: &str) -> &'a str {
        self.header.iter().position(|it| it == column).map_or("", |at| record.cell(at).trim())
    }

    fn problem(&mut self, record: &Record, column: &str, code: &'static str, value: &str) {
        self.waiting.push_back(Err(Problem {
            file: self.file.clone(),
            line: record.line,
            column: Some(column.to_owned()),
            code,
            args: if value.is_empty() { Vec::new() } else { vec![("value", harmless(value))] },
            rejected: None,
        }));
    }

    fn reject(&mut self, record: &Record, at: Option<&str>, code: &'static str, args: Vec<(&'static str, String)>) {
        let kept = ["key", "key_kind"].into_iter().chain(READ).filter(|it| self.header.iter().any(|name| name == it));
        let cell = |it: &str| {
            let cell = self.cell(record, it);
            if secrets::is_secret(cell) { String::new() } else { cell.to_owned() }
        };
        let rejected = Some(kept.map(cell).collect());
        let column = at.map(str::to_owned);
        self.waiting.push_back(Err(Problem {
            file: self.file.clone(),
            line: record.line,
            column,
            code,
            args,
            rejected,
        }));
    }
}

impl Iterator for Taggings {
    type Item = Item;

    fn next(&mut self) -> Option<Item> {
        while self.waiting.is_empty() && !self.ended {
            self.read();
        }
        self.waiting.pop_front()
    }
}

fn change(cell: &str) -> Change<String> {
    match cell {
        "" => Change::Leave,
        none if none.eq_ignore_ascii_case("none") => Change::Remove,
        text => Change::Set(text.to_owned()),
    }
}
