//! Rows to accounts: one record at a time, each an account or a rejection, with a problem for each field left open.
//!
//! Never drops a record: what goes in comes out as one or the other.

mod identifying;

use std::collections::VecDeque;

use jiff::tz::TimeZone;

use super::fields::{Memos, Where};
use super::headers::Use;
use super::keys;
use super::numbers;
use super::plan::Planned;
use super::records::{Flaw, Record, Rows};
use super::{Entry, Options, bytes, secrets, times, words};
use crate::lang::places;
use crate::model::account::{NewAccount, Problem};
use crate::model::count::Count;
use crate::model::moment::Moment;
use crate::model::place::Code;
use crate::model::words::{Basis, Qualifier, Status, Way};
use crate::model::zone;
use identifying::Called;

/// What the iterator of a reading yields.
pub type Item = Result<Entry, Problem>;

/// A value in a message is cut here.
const SHOWN: usize = 80;

/// The rows of a list as entries.
pub struct Accounts {
    rows: Box<dyn Rows>,
    record: Record,
    /// Rows up to this line are header and preamble.
    after: u64,
    file: String,
    zone: TimeZone,
    columns: Vec<Planned>,
    at: Where,
    memos: Memos,
    waiting: VecDeque<Item>,
    ended: bool,
}

impl Accounts {
    /// Reads rows that begin after a line, by a plan.
    pub fn new(rows: Box<dyn Rows>, after: u64, columns: Vec<Planned>, options: &Options) -> Self {
        Self {
            rows,
            record: Record::default(),
            after,
            file: options.file.clone(),
            zone: options.zone.clone(),
            at: Where::of(&columns),
            columns,
            memos: Memos::default(),
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
        let surplus = (self.columns.len()..record.len()).any(|at| !record.cell(at).trim().is_empty());
        if surplus {
            let args = vec![("cells", record.len().to_string()), ("columns", self.columns.len().to_string())];
            return self.reject(record, None, "row.too_many_cells", args);
        }
        for (at, code) in record.doubts() {
            if self.columns.get(*at).is_some_and(|it| it.used.is_some()) {
                self.problem(record, Some(*at), code, "");
            }
        }
        let Some(called) = self.called(record) else { return };
        if record.flaw == Some(Flaw::StrayQuote) {
            self.problem(record, None, "row.stray_quote", "");
        }
        let account = self.account(record, called);
        self.waiting.push_back(Ok(Entry::Account(account)));
    }

    fn account(&mut self, record: &Record, called: Called) -> NewAccount {
        let (residence, basis) = self.residence(record);
        let status = self.word(record, self.at.status, |memos, text| memos.status.of(text, words::status));
        NewAccount {
            key_kind: called.kind,
            key: called.key,
            shown: called.shown,
            aliases: called.aliases,
            name: self.name(record),
            kind: self.word(record, self.at.kind, |memos, text| memos.kind.of(text, words::kind)),
            region: self.path(record, self.at.region),
            organisation: self.path(record, self.at.organisation),
            residence,
            basis,
            records: self.records(record),
            ways: self.ways(record, status),
            status,
            first_access: self.moment(record, self.at.first),
            last_access: self.moment(record, self.at.last),
            data_categories: self.categories(record),
            notes: self.text(record, self.at.notes),
            line: record.line,
        }
    }

    /// A cell that holds something.
    fn cell<'a>(&self, record: &'a Record, at: Option<usize>) -> Option<&'a str> {
        at.map(|at| record.cell(at).trim()).filter(|cell| !cell.is_empty())
    }

    fn text(&mut self, record: &Record, at: Option<usize>) -> Option<String> {
        let cell = self.cell(record, at)?;
        if secrets::is_secret(cell) {
            self.problem(record, at, "field.secret", "");
            return None;
        }
        Some(without_nul(cell))
    }

    /// A name or path `A/B`; a word for nothing is none.
    fn path(&mut self, record: &Record, at: Option<usize>) -> Option<String> {
        let path = self.text(record, at).filter(|path| !keys::is_nothing(path))?;
        let flaw = words::path_flaw(&path);
        if let Some(code) = flaw {
            self.problem(record, at, code, &path);
        }
        flaw.is_none().then_some(path)
    }

    fn name(&self, record: &Record) -> Option<String> {
        if let Some(name) = self.cell(record, self.at.name) {
            return (!secrets::is_secret(name)).then(|| without_nul(name));
        }
        let parts = [self.cell(record, self.at.given), self.cell(record, self.at.surname)];
        let name = parts.into_iter().flatten().collect::<Vec<_>>().join(" ");
        (!name.is_empty()).then_some(name)
    }

    /// A word of a closed list; another one is a problem.
    fn word<T>(
        &mut self,
        record: &Record,
        at: Option<usize>,
        find: impl FnOnce(&mut Memos, &str) -> Option<T>,
    ) -> Option<T> {
        let cell = self.cell(record, at).filter(|cell| !keys::is_nothing(cell) || cell.eq_ignore_ascii_case("none"))?;
        let found = find(&mut self.memos, cell);
        if found.is_none() {
            self.problem(record, at, "field.unknown_word", cell);
        }
        found
    }

    /// The first residence column that holds something, with its subdivision and its basis.
    fn residence(&mut self, record: &Record) -> (Option<String>, Option<Basis>) {
        let held = |(at, _): &&(usize, Basis)| !keys::is_nothing(record.cell(*at).trim());
        let Some((at, by_column)) = self.at.residences.iter().find(held).copied() else { return (None, None) };
        let cell = record.cell(at).trim();
        let Some(country) = self.memos.places.of(cell, places::find) else {
            self.problem(record, Some(at), "field.not_a_country", cell);
            return (None, None);
        };
        let stated = self.word(record, self.at.basis, |memos, text| memos.basis.of(text, words::basis));
        (Some(self.within(record, country).into()), Some(stated.unwrap_or(by_column)))
    }

    /// `US` and a state column that says `CA` are `US-CA`.
    fn within(&mut self, record: &Record, country: Code) -> Code {
        let Some(part) = self.cell(record, self.at.subdivision).filter(|_| country.is_country()) else {
            return country;
        };
        let known = self.memos.parts.of(&format!("{country}\n{part}"), |_| places::part(country.country(), part));
        if known.is_none() {
            self.problem(record, self.at.subdivision, "field.not_a_subdivision", part);
        }
        known.unwrap_or(country)
    }

    fn records(&mut self, record: &Record) -> Option<Count> {
        let (at, by_column) = self.at.records?;
        let qualifier = self.qualifier(record);
        let unit = self.word(record, self.at.unit, |memos, text| memos.unit.of(text, words::unit));
        let cell = record.cell(at).trim();
        if cell.is_empty() || cell == "-" {
            return match qualifier {
                Some(Qualifier::ToBeDetermined) => Some(Count::to_be_determined(unit.unwrap_or(by_column))),
                Some(Qualifier::CannotBeDetermined) => Some(Count::cannot_be_determined(unit.unwrap_or(by_column))),
                _ => None,
            };
        }
        // A number that stands once for several rows is not each one's.
        if record.is_repeated(at) {
            self.problem(record, Some(at), "field.merged_number", cell);
            return None;
        }
        match numbers::read(cell, self.columns[at].marks) {
            Ok(stated) => {
                let unit = unit.or(stated.unit).unwrap_or(by_column);
                Some(qualifier.map_or(stated, |it| stated.qualified(it)).count(unit))
            }
            Err(code) => {
                self.problem(record, Some(at), code, cell);
                None
            }
        }
    }

    /// Several in a cell: each may be a secret.
    fn categories(&mut self, record: &Record) -> Vec<String> {
        let named = self.text(record, self.at.category).map_or_else(Vec::new, |text| words::data_categories(&text));
        let (secret, kept): (Vec<_>, Vec<_>) = named.into_iter().partition(|it| secrets::is_secret(it));
        if !secret.is_empty() {
            self.problem(record, self.at.category, "field.secret", "");
        }
        kept
    }

    /// The word beside a number. One that cannot be read leaves the number open: what it says of it is not known.
    fn qualifier(&mut self, record: &Record) -> Option<Qualifier> {
        let at = self.at.qualifier;
        let stands = self.cell(record, at).is_some_and(|cell| !keys::is_nothing(cell));
        let read = self.word(record, at, |memos, text| memos.qualifier.of(text, words::qualifier));
        read.or(stands.then_some(Qualifier::ToBeDetermined))
    }

    fn ways(&mut self, record: &Record, status: Option<Status>) -> Vec<(Way, Option<Status>)> {
        let Some(cell) = self.cell(record, self.at.way) else { return Vec::new() };
        let mut ways: Vec<(Way, Option<Status>)> = Vec::new();
        for part in cell.split([',', ';', '|']).map(str::trim).filter(|part| !part.is_empty()) {
            // `signed_in:suspected` is how an exported sheet writes a way with a status of its own.
            let (word, own) = part.split_once(':').map_or((part, None), |(word, own)| (word, words::status(own)));
            match words::way(word) {
                Some(way) if ways.iter().all(|(known, _)| *known != way) => {
                    ways.push((way, own.or(status)));
                }
                Some(_) => {}
                None => self.problem(record, self.at.way, "field.unknown_word", part),
            }
        }
        ways
    }

    fn moment(&mut self, record: &Record, at: Option<usize>) -> Option<Moment> {
        let cell = self.cell(record, at).filter(|cell| !keys::is_nothing(cell) && !times::is_never(cell))?;
        let column = &self.columns[at?];
        let zone = if column.utc { &TimeZone::UTC } else { &self.zone };
        match times::read(cell, column.order, zone) {
            Ok(moment) => Some(moment),
            Err(code) => {
                self.problem(record, at, code, cell);
                None
            }
        }
    }

    /// A field left open; its row follows.
    fn problem(&mut self, record: &Record, at: Option<usize>, code: &'static str, value: &str) {
        let args = if value.is_empty() {
            Vec::new()
        } else {
            vec![("value", harmless(value)), ("zone", zone::name(&self.zone).to_owned())]
        };
        let column = at.map(|at| self.columns[at].header.clone());
        let problem = Problem { file: self.file.clone(), line: record.line, column, code, args, rejected: None };
        self.waiting.push_back(Err(problem));
    }

    fn reject(&mut self, record: &Record, at: Option<usize>, code: &'static str, args: Vec<(&'static str, String)>) {
        let kept = |(at, it): (usize, &Planned)| {
            let cell = record.cell(at);
            it.used.and_then(Use::field).map(|_| if secrets::is_secret(cell) { String::new() } else { cell.to_owned() })
        };
        let rejected = Some(self.columns.iter().enumerate().filter_map(kept).collect());
        let column = at.map(|at| self.columns[at].header.clone());
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

impl Iterator for Accounts {
    type Item = Item;

    fn next(&mut self) -> Option<Item> {
        while self.waiting.is_empty() && !self.ended {
            self.read();
        }
        self.waiting.pop_front()
    }
}

/// NUL is no text, and SQLite ends a text at it.
fn without_nul(text: &str) -> String {
    if text.as_bytes().contains(&0) { text.replace('\0', "") } else { text.to_owned() }
}

/// A value for a message: never a secret.
pub fn harmless(value: &str) -> String {
    if secrets::is_secret(value) { "…".to_owned() } else { shortened(value) }
}

/// A value short enough for a message.
pub fn shortened(text: &str) -> String {
    let text = text.trim();
    match text.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
