//! What a kind of rows declares: its table, its columns, what a row must hold, which row stands, whether rows are kept. It knows
//! no kind, and runs no SQL.

use super::column::{Column, Sets};
use super::row::{Row, Values};
use super::work::{Given, Work};
use crate::error::{Error, Result};
use crate::model::keys::FieldRow;
use crate::model::listed::among;

/// What a row belongs to; by that it has its first columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Of {
    /// The book.
    Book,
    /// A case.
    Case,
    /// An account of a case.
    Account,
}

/// Of rows that are equal in some columns, the last one stands.
#[derive(Debug)]
pub struct Stands {
    /// The columns in which they are equal.
    pub among: &'static [&'static Column],
    /// Says which stands: a flag, of which one is set at most; or a link of those that stand no longer to the one that does.
    pub by: By,
}

/// How a row says that it stands.
#[derive(Debug, Clone, Copy)]
pub enum By {
    /// It bears this flag.
    Flag(&'static Column),
    /// Nothing stands here, which would be the row that took its place.
    Link(&'static Column),
}

/// What of a row is an edit.
#[derive(Debug, Clone, Copy)]
pub enum Edits {
    /// All of it.
    Whole,
    /// These columns; rows are made and go with what lists state, which is no edit.
    Only(&'static [&'static Column]),
}

/// How the log tells a change of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    /// As a row of its key, field by field.
    Row,
    /// Each column as a key of its own.
    Columns,
    /// As the value of the key that it holds.
    Answer,
    /// Not at all: something else tells it.
    Elsewhere,
}

/// What follows in other kinds of rows once a row has changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Then {
    /// Nothing.
    Nothing,
    /// A party that turns out to be another organisation takes its awareness with it.
    AwarenessFollows,
    /// The book knows of the legal entity what the case has learned.
    KeptInBook,
}

/// How people make and remove rows of a kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Made {
    /// From their fields.
    AsRows,
    /// As parties: the same one twice is one.
    AsParties,
    /// Elsewhere: rows can only be changed here.
    Elsewhere,
}

/// A kind of rows.
#[derive(Debug)]
pub struct Entity {
    /// Its table.
    pub table: &'static str,
    /// What people and the log call it; a key of `model::keys` where its rows are set as rows.
    pub key: &'static str,
    /// What a row belongs to.
    pub of: Of,
    /// Its columns, beside the first ones.
    pub columns: &'static [&'static Column],
    /// The column that tells a row from others; else the first.
    pub about: Option<&'static Column>,
    /// How the log tells a change.
    pub told: Told,
    /// How people make and remove rows.
    pub made: Made,
    /// What the program says of a new row.
    pub begin: fn(&Work<'_>) -> Values,
    /// What follows within the row from its fields, and what is refused.
    pub finish: fn(&mut Row, &Given<'_>) -> Result<()>,
    /// What follows in other kinds of rows.
    pub then: Then,
    /// Which of several rows stands.
    pub stands: Option<Stands>,
    /// Rows are never changed or removed, only superseded.
    pub kept: bool,
    /// What of a row is an edit.
    pub edits: Edits,
}

impl Entity {
    /// A kind of rows of a case that nothing follows from.
    pub(super) const PLAIN: Self = Self {
        table: "",
        key: "",
        of: Of::Case,
        columns: &[],
        about: None,
        told: Told::Row,
        made: Made::AsRows,
        begin: |_| Vec::new(),
        finish: |_, _| Ok(()),
        then: Then::Nothing,
        stands: None,
        kept: false,
        edits: Edits::Whole,
    };

    /// The names of the columns that every row of its owner has.
    #[must_use]
    pub const fn first(&self) -> &'static [&'static str] {
        match self.of {
            Of::Book => &["id", "uid"],
            Of::Case => &["id", "uid", "case_id"],
            Of::Account => &["id", "account_id"],
        }
    }

    /// The names of all its columns.
    pub fn names(&self) -> impl Iterator<Item = &'static str> {
        self.first().iter().chain(self.columns.iter().flat_map(|it| it.names())).copied()
    }

    /// The columns that people set.
    pub fn fields(&self) -> impl Iterator<Item = &'static Column> {
        self.columns.iter().copied().filter(|it| it.sets == Sets::People)
    }

    /// The column of this field.
    ///
    /// # Errors
    /// `field.unknown`.
    pub fn field(&self, name: &str) -> Result<&'static Column> {
        let unknown = || Error::new("field.unknown").with("field", name);
        let found = self.fields().find(|it| it.field == name);
        found.ok_or_else(|| among(unknown(), name, self.fields().map(|it| it.field)))
    }

    /// Its fields as `case keys` lists them.
    #[must_use]
    pub fn listed(&self) -> Vec<FieldRow> {
        let row = |it: &'static Column| FieldRow {
            field: it.field,
            kind: it.holds.id(),
            required: it.required,
            words: it.holds.words(),
        };
        self.fields().map(row).collect()
    }
}
