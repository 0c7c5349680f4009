//! Lines of a list that are no records: sums, and what a program writes below its rows. Told by their words, their shape and their
//! sum.
//!
//! Never decides by a word alone amid the rows: somebody may be called so.

mod words;

use super::numbers::{self, Marks};
use super::records::Record;
use words::Label;

/// What a record is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A record.
    Row,
    /// No record, wherever it stands.
    Footer,
    /// No record, where no record follows.
    LastOrRow,
}

/// A record that is held until it is known what it is.
pub struct Held {
    /// The record.
    pub record: Record,
    /// It is none.
    pub is_footer: bool,
}

/// Footers of a list, while its records go by.
#[derive(Default)]
pub struct Footers {
    held: Vec<Held>,
    /// Of all rows.
    all: Sum,
    /// Of the rows since the last footer.
    since: Sum,
}

/// What rows add up to.
#[derive(Debug, Clone, Copy, Default)]
struct Sum {
    rows: u64,
    number: u64,
}

/// More lines below a list are none of a footer.
const MOST: usize = 60;

impl Sum {
    /// Two rows at least make a sum.
    const fn is(self, number: u64) -> bool {
        self.rows > 1 && self.number > 0 && self.number == number
    }

    const fn add(&mut self, number: u64) {
        self.rows += 1;
        self.number = self.number.saturating_add(number);
    }
}

impl Footers {
    /// Counts a row.
    pub fn count(&mut self, record: &Record, numbers: Option<usize>) {
        let number = numbers.and_then(|at| number(record.cell(at))).unwrap_or(0);
        self.all.add(number);
        self.since.add(number);
    }

    /// What a record is. `keys` are the columns that say which account it is of, `numbers` is the column that is summed.
    pub fn kind(&self, record: &Record, keys: &[usize], numbers: Option<usize>) -> Kind {
        let first = (0..record.len()).find(|at| is_worded(record.cell(*at)));
        let label = match first.map(|at| record.cell(at).trim()) {
            Some(text) if memchr::memchr(b'@', text.as_bytes()).is_some() => return Kind::Row,
            Some(text) => match words::label(text) {
                Label::None => return Kind::Row,
                label => Some(label),
            },
            None => None,
        };
        let is_summed = numbers
            .filter(|at| Some(*at) != first)
            .and_then(|at| number(record.cell(at)))
            .is_some_and(|it| self.all.is(it) || self.since.is(it));
        let others = || (0..record.len()).filter(|at| Some(*at) != first && !record.cell(*at).trim().is_empty());
        let keyed = || others().filter(|at| keys.contains(at));
        let is_count =
            |at: usize| number(record.cell(at)).is_some_and(|it| it == self.all.rows || it == self.since.rows);
        let texts =
            others().filter(|at| is_worded(record.cell(*at)) && words::label(record.cell(*at)) == Label::None).count();
        match label {
            None if record.cells().all(|it| it.trim().is_empty() || words::is_rule(it)) => Kind::Footer,
            None if keyed().next().is_none() && is_summed => Kind::Footer,
            Some(Label::Sum | Label::BeginsAsSum) if is_summed && keyed().all(|at| !is_worded(record.cell(at))) => {
                Kind::Footer
            }
            Some(Label::Sum) if texts == 0 && keyed().next().is_some() && keyed().all(is_count) => Kind::Footer,
            Some(Label::Sum | Label::End) if texts == 0 && keyed().next().is_none() => Kind::LastOrRow,
            Some(Label::Remark) if texts < 2 && keyed().next().is_none() => Kind::Footer,
            _ => Kind::Row,
        }
    }

    /// Takes what is no row for sure, or perhaps; says what is settled by it.
    pub fn hold(&mut self, record: &Record, kind: Kind) -> Option<Vec<Held>> {
        self.held.push(Held { record: record.clone(), is_footer: kind == Kind::Footer });
        if kind == Kind::Footer {
            self.since = Sum::default();
        }
        let is_settled = self.held.iter().all(|it| it.is_footer) || self.held.len() == MOST;
        is_settled.then(|| self.before_a_row())
    }

    /// What is held, where a row follows.
    pub fn before_a_row(&mut self) -> Vec<Held> {
        std::mem::take(&mut self.held)
    }

    /// What is held, where nothing follows: none of it is a row.
    pub fn at_the_end(&mut self) -> Vec<Held> {
        let mut held = self.before_a_row();
        held.iter_mut().for_each(|it| it.is_footer = true);
        held
    }
}

/// What a footer says, in a line.
pub fn text(record: &Record, is_told: impl Fn(usize) -> bool) -> String {
    let told = (0..record.len()).filter(|at| is_told(*at)).map(|at| record.cell(at).trim());
    let cells: Vec<&str> = told.filter(|cell| !cell.is_empty()).collect();
    cells.join(" · ")
}

/// Whether a cell holds a word, and not a number or marks alone.
fn is_worded(cell: &str) -> bool {
    cell.contains(char::is_alphabetic)
}

/// A bare number.
fn number(cell: &str) -> Option<u64> {
    let cell = cell.trim();
    if !cell.as_bytes().first().is_some_and(u8::is_ascii_digit) {
        return None;
    }
    if cell.len() < 19 && cell.bytes().all(|it| it.is_ascii_digit()) {
        return cell.parse().ok();
    }
    numbers::read(cell, Marks::default()).ok().and_then(|it| it.exact())
}
