//! The round trip: the sheet that `accounts --format csv|xlsx` wrote, filled in by somebody and brought back.
//!
//! Reads keys and tags only. It never makes an account and never changes what the sheet does not say.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher as _};

use super::{Kind, Prepared, Sampled, Saw, Scan};
use crate::error::{Error, Result};
use crate::import::below::{Below, Out, Reader, Stands, beside, kept, stands, unfit};
use crate::import::glimpse::{self, Glimpse};
use crate::import::headers::Use;
use crate::import::layout::PREAMBLE;
use crate::import::records::Record;
use crate::import::shown::{clean, harmless};
use crate::import::{Change, Column, Entry, NewTagging, Options, keys, nothing, secrets, words};
use crate::lang::places;
use crate::model::ids::AccountId;
use crate::model::sums::ROWS;
use crate::model::tree;
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
        entries: Box::new(move |rows| {
            let taggings = Taggings::new(&header, &options);
            Box::new(Below::new(rows, header.line, &options.file, taggings))
        }),
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
        why: if field(cell).is_some() { "header" } else { "unknown" },
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
    out: Out,
    header: Vec<String>,
    /// Where accounts are named.
    keys: Vec<usize>,
    no_tags: bool,
    /// What was asked of each account by now.
    asked: Asked,
}

impl Taggings {
    fn new(header: &Record, options: &Options) -> Self {
        let header: Vec<String> = header.cells().map(name).collect();
        Self {
            out: Out::new(&options.file, options.zone.iana_name().unwrap_or("UTC")),
            keys: (0..header.len()).filter(|at| matches!(header[*at].as_str(), "key" | "id")).collect(),
            header,
            no_tags: options.no_tags,
            asked: Asked::default(),
        }
    }
}

impl Reader for Taggings {
    fn take(&mut self, record: &Record) {
        if let Some((code, args)) = unfit(record, self.header.len()) {
            return self.reject(record, None, code, args);
        }
        if let Some(text) = beside(record, self.header.len()) {
            self.out.problem(record.line, None, "row.beside", text);
        }
        for (at, code) in record.doubts() {
            if let Some(column) = self.header.get(*at).filter(|it| READ.contains(&it.as_str())) {
                self.out.problem(record.line, Some(column), code, "");
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
            _ if nothing::is_lost(written) => Err("key.lost"),
            _ if nothing::is_rounded(written) => Err("key.rounded"),
            kind => keys::key(kind, written),
        };
        match key {
            Ok(key) => self.tagging(record, id, kind, key),
            Err(code) => self.reject(record, Some("key"), code, vec![("value", harmless(written))]),
        }
    }

    fn out(&mut self) -> &mut Out {
        &mut self.out
    }

    fn keys(&self) -> &[usize] {
        &self.keys
    }

    fn is_told(&self, at: usize) -> bool {
        self.header.get(at).is_none_or(|it| !secrets::is_secret_header(it))
    }

    fn numbers(&self) -> Option<usize> {
        self.header.iter().position(|it| it == "records")
    }
}

impl Taggings {
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
            tagging.region = self.node(record, "region");
            tagging.organisation = self.node(record, "organisation");
            tagging.residence = self.residence(record);
            tagging.basis = self.word(record, "basis", words::basis);
        }
        if let Some((line, column)) = self.asked.otherwise(&tagging) {
            let lines = |other: u64| vec![("other", other.to_string()), ("key", harmless(&tagging.key))];
            self.out.tell(line, Some(column), "sheet.asked_twice", lines(record.line), None);
            return self.reject(record, Some(column), "sheet.asked_twice", lines(line));
        }
        self.out.entry(Entry::Tagging(tagging));
    }

    /// A name or a path as it stands: which of the nodes that are there is shown so, the book knows.
    fn node(&mut self, record: &Record, column: &'static str) -> Change<String> {
        let asked = change(self.value(record, column, false).unwrap_or_default());
        let Change::Set(path) = &asked else { return asked };
        if secrets::holds_one(path) {
            self.out.problem(record.line, Some(column), "field.secret", "");
            return Change::Leave;
        }
        match words::node(path, true) {
            Ok(_) => Change::Set(clean(path)),
            Err(code) => {
                self.out.problem(record.line, Some(column), code, path);
                Change::Leave
            }
        }
    }

    fn residence(&mut self, record: &Record) -> Change<String> {
        let column = "residence";
        let is_code = self.cell(record, column).eq_ignore_ascii_case("na");
        let cell = if is_code { "NA" } else { self.value(record, column, false).unwrap_or_default() };
        match change(cell) {
            Change::Set(text) => places::find(&text).map_or_else(
                || {
                    self.out.problem(record.line, Some(column), "field.not_a_country", &text);
                    Change::Leave
                },
                |code| Change::Set(code.into()),
            ),
            other => other,
        }
    }

    fn word<T>(&mut self, record: &Record, column: &'static str, find: fn(&str) -> Option<T>) -> Option<T> {
        let cell = self.value(record, column, false)?;
        let found = find(cell);
        if found.is_none() {
            self.out.problem(record.line, Some(column), "field.unknown_word", cell);
        }
        found
    }

    /// What a cell holds that is a value.
    fn value<'r>(&mut self, record: &'r Record, column: &'static str, words: bool) -> Option<&'r str> {
        match stands(self.cell(record, column), words) {
            Stands::Blank => None,
            Stands::Text(cell) => Some(cell),
            Stands::Nothing(cell) => {
                let at = self.header.iter().position(|it| it == column).unwrap_or(0);
                self.out.nothing(record.line, (at, column), cell);
                None
            }
            Stands::Lost(cell) => {
                self.out.problem(record.line, Some(column), "field.lost", cell);
                None
            }
        }
    }

    /// A cell under a name; nothing where the sheet has no such column.
    fn cell<'a>(&self, record: &'a Record, column: &str) -> &'a str {
        self.header.iter().position(|it| it == column).map_or("", |at| record.cell(at).trim())
    }

    fn reject(&mut self, record: &Record, at: Option<&str>, code: &'static str, args: Vec<(&'static str, String)>) {
        let told = ["key", "key_kind"].into_iter().chain(READ).filter(|it| self.header.iter().any(|name| name == it));
        let cells = told.map(|it| kept(self.cell(record, it))).collect();
        self.out.reject(record.line, at, (code, args), cells);
    }
}

/// What rows ask for of accounts, each by its hash: of a million rows nothing more is held.
#[derive(Default)]
struct Asked(HashMap<u64, First>);

/// The first row of an account that asks for anything, and the hash of what it asks of each column.
struct First {
    line: u64,
    of: [Option<u64>; 5],
}

impl Asked {
    /// The line that asks for something else of the same account, and of which column.
    fn otherwise(&mut self, row: &NewTagging) -> Option<(u64, &'static str)> {
        let set = |it: &Change<String>| match it {
            Change::Leave => None,
            Change::Remove => Some(hash("none")),
            Change::Set(text) => Some(hash(tree::alike(text))),
        };
        let basis = row.basis.map(|it| hash(it.position()));
        let status = row.status.map(|it| hash(it.position()));
        let of = [set(&row.region), set(&row.organisation), set(&row.residence), basis, status];
        let own = row.id.filter(|_| row.key.is_empty());
        let account = hash((row.key_kind.position(), &row.key, own.map(AccountId::raw)));
        let first = self.0.entry(account).or_insert(First { line: row.line, of: [None; 5] });
        let differs =
            |(at, _): &(usize, &&str)| matches!((first.of[*at], of[*at]), (Some(one), Some(other)) if one != other);
        if let Some((_, column)) = READ.iter().enumerate().find(differs) {
            return Some((first.line, column));
        }
        for (known, new) in first.of.iter_mut().zip(of) {
            *known = known.or(new);
        }
        None
    }
}

fn hash(it: impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    it.hash(&mut hasher);
    hasher.finish()
}

fn change(cell: &str) -> Change<String> {
    match cell {
        "" => Change::Leave,
        none if none.eq_ignore_ascii_case("none") => Change::Remove,
        text => Change::Set(text.to_owned()),
    }
}
