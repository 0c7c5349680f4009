//! The fields of a row, each from its cell: a value, or nothing and why.
//!
//! Never takes a word of one list for a word of another, and never stores a secret.

use super::Accounts;
use crate::import::below::{Stands, stands};
use crate::import::fields::Memos;
use crate::import::records::Record;
use crate::import::shown::clean;
use crate::import::{nothing, numbers, secrets, words};
use crate::lang::places;
use crate::model::count::Count;
use crate::model::place::Code;
use crate::model::words::{Basis, Qualifier, Status, Way};

impl Accounts {
    /// What a cell holds that is a value; a word for nothing is said once of its column. `words` are some there.
    pub(super) fn value<'a>(&mut self, record: &'a Record, at: Option<usize>, words: bool) -> Option<&'a str> {
        let at = at?;
        match stands(record.cell(at), words) {
            Stands::Blank => None,
            Stands::Text(cell) => Some(cell),
            Stands::Nothing(cell) => {
                let column = self.columns.get(at).map_or("", |it| it.header.as_str());
                self.out.nothing(record.line, (at, column), cell);
                None
            }
            Stands::Lost(cell) => {
                self.problem(record, Some(at), "field.lost", cell);
                None
            }
        }
    }

    /// A text as it is stored.
    pub(super) fn text(&mut self, record: &Record, at: Option<usize>) -> Option<String> {
        let cell = self.value(record, at, false)?;
        if secrets::holds_one(cell) {
            self.problem(record, at, "field.secret", "");
            return None;
        }
        Some(clean(cell))
    }

    /// Free text: whatever stands there, somebody wrote.
    pub(super) fn notes(&mut self, record: &Record) -> Option<String> {
        let cell = record.cell(self.at.notes?).trim();
        if secrets::holds_one(cell) {
            self.problem(record, self.at.notes, "field.secret", "");
            return None;
        }
        Some(clean(cell)).filter(|it| !it.is_empty())
    }

    /// Where an account belongs. A stroke in it is one of its name, unless its column holds paths.
    pub(super) fn node(&mut self, record: &Record, at: Option<usize>) -> Option<String> {
        // `NA` is North America as often as not.
        let words = !at.is_some_and(|at| record.cell(at).trim().eq_ignore_ascii_case("na"));
        self.value(record, at, words)?;
        let text = self.text(record, at)?;
        let is_path = at.and_then(|at| self.columns.get(at)).is_some_and(|it| it.is_path);
        match words::node(&text, is_path) {
            Ok(path) => Some(path),
            Err(code) => {
                self.problem(record, at, code, &text);
                None
            }
        }
    }

    pub(super) fn name(&mut self, record: &Record) -> Option<String> {
        if let Some(name) = self.text(record, self.at.name) {
            return Some(name);
        }
        match (self.text(record, self.at.given), self.text(record, self.at.surname)) {
            (Some(given), Some(surname)) => {
                let name = format!("{given} {surname}");
                // What is none in either half may be one together.
                if secrets::holds_one(&name) {
                    self.problem(record, self.at.surname, "field.secret", "");
                    return None;
                }
                Some(name)
            }
            (given, surname) => given.or(surname),
        }
    }

    /// A word of a closed list; another one is a problem.
    pub(super) fn word<T>(
        &mut self,
        record: &Record,
        at: Option<usize>,
        find: impl Fn(&mut Memos, &str) -> Option<T>,
    ) -> Option<T> {
        let cell = record.cell(at?).trim();
        // `none` is a word of some lists.
        if nothing::is_word(cell)
            && let Some(found) = find(&mut self.memos, cell)
        {
            return Some(found);
        }
        let cell = self.value(record, at, true)?;
        let found = find(&mut self.memos, cell);
        if found.is_none() {
            self.problem(record, at, "field.unknown_word", cell);
        }
        found
    }

    /// How far it is established. A word that nobody knows confirms nothing.
    pub(super) fn status(&mut self, record: &Record) -> Option<Status> {
        let at = self.at.status;
        let cell = record.cell(at?).trim();
        let known = self.memos.status.of(cell, words::status);
        if known.is_some() || cell.is_empty() {
            return known;
        }
        let cell = self.value(record, at, true)?;
        let found = self.memos.status.of(cell, words::status);
        if found.is_none() {
            self.problem(record, at, "field.unknown_status", cell);
        }
        Some(found.unwrap_or(Status::Suspected))
    }

    /// The first residence column that holds something, with its subdivision and its basis.
    pub(super) fn residence(&mut self, record: &Record) -> (Option<String>, Option<Basis>) {
        for nth in 0..self.at.residences.len() {
            let (at, by_column) = self.at.residences[nth];
            let cell = record.cell(at).trim();
            if cell.eq_ignore_ascii_case("na") {
                self.out.once(record.line, (at, &self.columns[at].header), "field.namibia", cell);
            } else if self.value(record, Some(at), true).is_none() {
                continue;
            }
            let Some(country) = self.memos.places.of(cell, places::find) else {
                self.problem(record, Some(at), "field.not_a_country", cell);
                return (None, None);
            };
            let stated = self.word(record, self.at.basis, |memos, text| memos.basis.of(text, words::basis));
            return (Some(self.within(record, country).into()), Some(stated.unwrap_or(by_column)));
        }
        (None, None)
    }

    /// `US` and a state column that says `CA` are `US-CA`.
    fn within(&mut self, record: &Record, country: Code) -> Code {
        let at = self.at.subdivision.filter(|_| country.is_country());
        // Some parts of countries are called so: `NA` is one of Italy's.
        let Some(part) = self.value(record, at, false) else { return country };
        let known = self.memos.parts.of(&format!("{country}\n{part}"), |_| places::part(country.country(), part));
        if known.is_none() {
            self.problem(record, self.at.subdivision, "field.not_a_subdivision", part);
        }
        known.unwrap_or(country)
    }

    pub(super) fn records(&mut self, record: &Record) -> Option<Count> {
        let (at, by_column) = self.at.records?;
        let qualifier = self.qualifier(record);
        let unit = self.word(record, self.at.unit, |memos, text| memos.unit.of(text, words::unit));
        let cell = record.cell(at).trim();
        if cell.is_empty() || cell == "-" {
            return match qualifier {
                Some(Qualifier::ToBeDetermined) => Some(Count::to_be_determined(unit.unwrap_or(by_column))),
                Some(Qualifier::CannotBeDetermined) => Some(Count::cannot_be_determined(unit.unwrap_or(by_column))),
                _ => self.value(record, Some(at), true).and(None),
            };
        }
        // A number that stands once for several rows is not each one's.
        if record.is_repeated(at) {
            self.problem(record, Some(at), "field.merged_number", cell);
            return None;
        }
        if nothing::is_lost(cell) {
            self.problem(record, Some(at), "field.lost", cell);
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
    pub(super) fn categories(&mut self, record: &Record) -> Vec<String> {
        let named = self.text(record, self.at.category).map_or_else(Vec::new, |text| words::data_categories(&text));
        let (secret, kept): (Vec<_>, Vec<_>) = named.into_iter().partition(|it| secrets::holds_one(it));
        if !secret.is_empty() {
            self.problem(record, self.at.category, "field.secret", "");
        }
        kept
    }

    /// The word beside a number. One that cannot be read leaves the number open: what it says of it is not known.
    fn qualifier(&mut self, record: &Record) -> Option<Qualifier> {
        let at = self.at.qualifier?;
        let stands = matches!(stands(record.cell(at), true), Stands::Text(_) | Stands::Lost(_));
        let read = self.word(record, Some(at), |memos, text| memos.qualifier.of(text, words::qualifier));
        read.or(stands.then_some(Qualifier::ToBeDetermined))
    }

    pub(super) fn ways(&mut self, record: &Record, status: Option<Status>) -> Vec<(Way, Option<Status>)> {
        let Some(cell) = self.value(record, self.at.way, true) else { return Vec::new() };
        let mut ways: Vec<(Way, Option<Status>)> = Vec::new();
        for part in cell.split([',', ';', '|', '\n']).map(str::trim).filter(|part| !part.is_empty()) {
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
}
