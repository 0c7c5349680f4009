//! Records to entries: what the rows of a table are.
//!
//! A kind never knows how the rows are held. It says itself whether a table is its own, and what it saw.

mod account_list;
mod logs;
mod return_sheet;

use super::glimpse::Glimpse;
use super::layout::{self, Layout};
use super::records::{Record, Rows};
use super::{Column, DateOrder, Entries, Options};
use crate::error::{Error, Result};
use crate::model::listed::{self, ById};
use crate::model::sums::Sum;

/// So many records from the top are looked at before any is taken.
pub const SAMPLES: usize = 500;

/// What the rows of a table may be.
pub struct Kind {
    /// Stable and never translated.
    pub id: &'static str,
    /// What its numbers add up to.
    pub sum: &'static Sum,
    /// What it sees in a table.
    pub sees: fn(&Sampled<'_>) -> Saw,
    /// Understands a table that it was asked to read.
    pub prepare: fn(&Sampled<'_>, Scan<'_>) -> Result<Prepared>,
}

/// Every kind; the first whose own a table is reads it. The list of accounts takes whatever holds an identifier: it is the
/// last.
pub const KINDS: &[&Kind] = &[&return_sheet::RETURN_SHEET, &account_list::ACCOUNT_LIST];

impl ById for Kind {
    const UNKNOWN: &'static str = "kind.unknown";

    fn id(&self) -> &str {
        self.id
    }
}

/// The kind with this id.
///
/// # Errors
/// `kind.unknown`.
pub fn find(id: &str) -> Result<&'static Kind> {
    listed::find(KINDS.iter().copied(), id)
}

/// The first records of a table, and what the caller says of the file.
#[derive(Clone, Copy)]
pub struct Sampled<'r> {
    /// The records.
    pub records: &'r [Record],
    /// The first of them holds the names of fields, and is no row.
    pub named: bool,
    /// What is said.
    pub options: &'r Options,
}

impl Sampled<'_> {
    /// Where the header stands and where the rows begin.
    ///
    /// # Errors
    /// As [`layout::find`].
    fn layout(&self) -> Result<Layout> {
        match self.named {
            false => layout::find(self.records, self.options),
            true if self.records.len() > 1 => Ok(Layout { header: Some(0), first: 1, above: Vec::new() }),
            true => Err(Error::new("import.empty").with("file", &self.options.file)),
        }
    }
}

/// Shows every record of the table, once more.
pub type Scan<'s> = &'s mut dyn FnMut(&mut dyn FnMut(&Record)) -> Result<()>;

/// What a kind saw in a table.
#[derive(Debug)]
pub enum Saw {
    /// The table is its own.
    Its,
    /// It misses something: the refusal, if it is asked to read it all the same.
    Misses(Error),
}

/// A table understood, before its rows are read.
pub struct Prepared {
    /// The line of the header; none where the first line holds data.
    pub header_line: Option<u64>,
    /// The columns as evidence.
    pub columns: Vec<Column>,
    /// The first order of day and month that a column needs.
    pub date_order: Option<DateOrder>,
    /// What a person is shown of it before it is read.
    pub glimpse: Glimpse,
    /// Makes entries of its rows.
    pub entries: Box<dyn FnOnce(Box<dyn Rows>) -> Entries>,
}

/// The kind that reads a table: the one that is asked for, else the first whose own it is.
///
/// # Errors
/// `import.empty`; `import.audit_log_not_yet`; where no kind knows it, what the last one misses, and beside it what the others do.
pub fn recognise(sampled: &Sampled<'_>, asked: Option<&'static Kind>) -> Result<&'static Kind> {
    logs::refuse(sampled)?;
    let mut missed = Vec::new();
    for kind in KINDS.iter().copied().filter(|kind| asked.is_none_or(|asked| asked.id == kind.id)) {
        match (kind.sees)(sampled) {
            Saw::Its => return Ok(kind),
            Saw::Misses(refusal) => missed.push(refusal),
        }
    }
    let last = missed.pop().unwrap_or_else(|| Error::new("internal"));
    Err(missed.into_iter().fold(last, Error::beside))
}
