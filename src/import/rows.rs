//! Rows to accounts: one record at a time, each an account or a rejection, with a problem for each field left open.
//!
//! Never drops a record: what goes in comes out as one or the other.

mod identifying;
mod times;
mod values;

use jiff::tz::TimeZone;

use super::below::{Below, Out, Reader, beside, kept, unfit};
use super::fields::{Memos, Where};
use super::headers::Use;
use super::plan::Planned;
use super::records::{Flaw, Record, Rows};
use super::{Entries, Entry, Options, secrets, words};
use crate::model::account::NewAccount;
use crate::model::moment::Moment;
use crate::model::words::KeyKind;
use identifying::Called;

/// The rows of a list as entries.
pub struct Accounts {
    out: Out,
    zone: TimeZone,
    /// What lies outside was never an access.
    within: times::Within,
    columns: Vec<Planned>,
    at: Where,
    memos: Memos,
    /// Words that may mean nothing, and were taken as identifiers.
    taken: Vec<String>,
    /// Columns of which it was said that a merged cell counts for several rows.
    merged: Vec<usize>,
}

/// Where rows begin.
pub struct Begin {
    /// They follow this line.
    pub after: u64,
    /// Lines above the header that are no titles of it, with what stands there.
    pub above: Vec<(u64, String)>,
}

/// Entries of the rows of a table, by a plan.
pub fn entries(
    rows: Box<dyn Rows>,
    Begin { after, above }: Begin,
    columns: Vec<Planned>,
    options: &Options,
) -> Entries {
    let zone = options.zone.iana_name().unwrap_or("UTC");
    let mut out = Out::new(&options.file, zone);
    for (line, text) in &above {
        out.problem(*line, None, "row.above_header", text);
    }
    let accounts = Accounts {
        out,
        zone: options.zone.clone(),
        within: times::Within::of(options),
        at: Where::of(&columns),
        columns,
        memos: Memos::default(),
        taken: Vec::new(),
        merged: Vec::new(),
    };
    Box::new(Below::new(rows, after, &options.file, accounts))
}

impl Reader for Accounts {
    fn take(&mut self, record: &Record) {
        if let Some((code, args)) = unfit(record, self.columns.len()) {
            return self.reject(record, None, code, args);
        }
        self.doubts(record);
        let Some(called) = self.called(record) else { return };
        if record.flaw == Some(Flaw::StrayQuote) {
            self.problem(record, None, "row.stray_quote", "");
        }
        if called.others.is_empty() {
            let account = self.account(record, called);
            self.out.entry(Entry::Account(account));
        } else {
            self.several(record, called);
        }
    }

    fn out(&mut self) -> &mut Out {
        &mut self.out
    }

    fn keys(&self) -> &[usize] {
        &self.at.keys
    }

    fn is_told(&self, at: usize) -> bool {
        self.columns.get(at).is_none_or(|it| !it.secret)
    }

    fn numbers(&self) -> Option<usize> {
        self.at.records.map(|(at, _)| at)
    }
}

impl Accounts {
    /// What cells could not hold, and which of them say what was said of a row above.
    fn doubts(&mut self, record: &Record) {
        if let Some(text) = beside(record, self.columns.len()) {
            self.problem(record, None, "row.beside", text);
        }
        for (at, code) in record.doubts() {
            if self.columns.get(*at).is_some_and(|it| it.used.is_some()) {
                self.problem(record, Some(*at), code, "");
            }
        }
        for at in record.repeated() {
            let is_number = self.numbers() == Some(*at);
            let is_new = !is_number && self.columns.get(*at).is_some_and(|it| it.used.is_some());
            if is_new && !self.merged.contains(at) {
                self.merged.push(*at);
                self.problem(record, Some(*at), "field.merged", record.cell(*at));
            }
        }
    }

    /// One account each of what a cell calls several; which of them a number is of nobody knows.
    fn several(&mut self, record: &Record, mut called: Called) {
        let at = called.at;
        let counted = self.numbers().is_some_and(|at| !record.cell(at).trim().is_empty() || record.is_doubted(at));
        let value = at.map_or("", |at| record.cell(at));
        if counted {
            let args = vec![("value", super::shown::harmless(value))];
            return self.reject(record, at, "key.several", args);
        }
        self.problem(record, at, "key.several_each", value);
        let others = std::mem::take(&mut called.others);
        let name = called.name.take();
        let first = NewAccount { name, ..self.account(record, called) };
        for it in others {
            let (name, shown) = (it.name, it.shown);
            self.out.entry(Entry::Account(NewAccount { key_kind: it.kind, key: it.key, shown, name, ..first.clone() }));
        }
        self.out.entry(Entry::Account(first));
    }

    fn account(&mut self, record: &Record, called: Called) -> NewAccount {
        let (residence, basis) = self.residence(record);
        let status = self.status(record);
        let (first_access, last_access) = self.access(record);
        NewAccount {
            key_kind: called.kind,
            key: called.key,
            shown: called.shown,
            aliases: called.aliases,
            name: self.name(record),
            kind: self.word(record, self.at.kind, |memos, text| memos.kind.of(text, words::kind)),
            region: self.node(record, self.at.region),
            organisation: self.node(record, self.at.organisation),
            residence,
            basis,
            records: self.records(record),
            ways: self.ways(record, status),
            status,
            first_access,
            last_access,
            data_categories: self.categories(record),
            notes: self.notes(record),
            line: record.line,
        }
    }

    /// First and last access. One that ends before it began is said, and its end left open.
    fn access(&mut self, record: &Record) -> (Option<Moment>, Option<Moment>) {
        let (first, last) = (self.moment(record, self.at.first), self.moment(record, self.at.last));
        if let (Some(from), Some(until)) = (&first, &last)
            && until.until < from.from
        {
            let value = record.cell(self.at.last.unwrap_or(usize::MAX));
            self.problem(record, self.at.last, "time.last_before_first", value);
            return (first, None);
        }
        (first, last)
    }

    /// A field left open; its row follows.
    fn problem(&mut self, record: &Record, at: Option<usize>, code: &'static str, value: &str) {
        let column = at.and_then(|at| self.columns.get(at)).map(|it| it.header.as_str());
        self.out.problem(record.line, column, code, value);
    }

    fn reject(&mut self, record: &Record, at: Option<usize>, code: &'static str, args: Vec<(&'static str, String)>) {
        let kept = |(at, it): (usize, &Planned)| it.used.and_then(Use::field).map(|_| kept(record.cell(at)));
        let cells = self.columns.iter().enumerate().filter_map(kept).collect();
        let column = at.map(|at| self.columns[at].header.as_str());
        self.out.reject(record.line, column, (code, args), cells);
    }

    /// Whether a text is a secret, and of no kind whose keys may look like one.
    fn is_secret_key(kind: KeyKind, cell: &str) -> bool {
        !matches!(kind, KeyKind::ObjectId | KeyKind::Phone) && secrets::is_secret(cell)
    }
}
