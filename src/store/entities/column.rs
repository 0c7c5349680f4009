//! A column of what is written down: what it is called in the table and by people, what it holds, who sets it.
//!
//! It reads and writes no row. A column is named by its constant, so that a misspelt one does not compile.

use serde_json::{Value, json};

use crate::model::keys::Words;
use crate::model::words::Role;

/// What a column holds.
#[derive(Debug, Clone, Copy)]
pub enum Holds {
    /// Any text.
    Text,
    /// One word of a list.
    Word(Words),
    /// A time, a day, a month or a year, as it was stated.
    Moment,
    /// A time, or the first instant of a day, a month or a year.
    Point,
    /// Yes or no.
    Flag,
    /// A number with its unit: five columns of the table.
    Count,
    /// A number of persons: the same without a unit.
    Persons,
    /// An ISO 3166 code.
    Country,
    /// An organisation of the case, by its name or its id; made where it is not there.
    Organisation,
    /// A party of the case, by its id or its organisation's name; of several of a name the one that has such a role.
    Party(&'static [Role]),
    /// What a number is about: accounts, records, persons, organisations, `persons.<group>`.
    Subject,
    /// A legal entity of the book, by the program's own hand.
    LegalEntity,
    /// A whole number of the program's own: an id, a position.
    Number,
}

impl Holds {
    /// Its name, as `case keys` prints it.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Word(_) => "word",
            Self::Moment => "time",
            Self::Point => "instant",
            Self::Flag => "yes_or_no",
            Self::Count | Self::Persons => "count",
            Self::Country => "country",
            Self::Organisation => "organisation",
            Self::Party(_) => "party",
            Self::Subject => "subject",
            Self::LegalEntity | Self::Number => "number",
        }
    }

    /// The words it may be.
    #[must_use]
    pub fn words(self) -> Vec<&'static str> {
        if let Self::Word(words) = self { words() } else { Vec::new() }
    }
}

/// Who sets a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sets {
    /// People: it is a field.
    People,
    /// What follows from the fields; the log tells it with them.
    Followed,
    /// The program, for itself.
    Program,
}

/// What a column holds where nothing is said.
#[derive(Debug, Clone, Copy)]
pub enum Unsaid {
    /// Nothing.
    Nothing,
    /// No.
    No,
    /// This word.
    Word(&'static str),
}

/// A column.
#[derive(Debug)]
pub struct Column {
    /// Its name in the table; of a number the name of the field, which has several columns.
    pub name: &'static str,
    /// What people and JSON call it.
    pub field: &'static str,
    /// What it holds.
    pub holds: Holds,
    /// Whether a row must say it.
    pub required: bool,
    /// Who sets it.
    pub sets: Sets,
    /// What it holds where nothing is said.
    pub unsaid: Unsaid,
}

/// Where a number stands in a table.
pub(super) const NUMBER: [&str; 5] = ["low", "high", "estimate", "for_good", "unit"];

impl Column {
    /// A column that people set.
    pub(super) const fn new(name: &'static str, holds: Holds) -> Self {
        Self { name, field: name, holds, required: false, sets: Sets::People, unsaid: Unsaid::Nothing }
    }

    pub(super) const fn text(name: &'static str) -> Self {
        Self::new(name, Holds::Text)
    }

    pub(super) const fn word(name: &'static str, words: Words) -> Self {
        Self::new(name, Holds::Word(words))
    }

    pub(super) const fn moment(name: &'static str) -> Self {
        Self::new(name, Holds::Moment)
    }

    pub(super) const fn flag(name: &'static str) -> Self {
        Self { unsaid: Unsaid::No, ..Self::new(name, Holds::Flag) }
    }

    /// A party, of which the id is kept.
    pub(super) const fn party(name: &'static str) -> Self {
        Self { field: "party", ..Self::new(name, Holds::Party(&[])) }
    }

    /// A number that the program keeps.
    pub(super) const fn number(name: &'static str) -> Self {
        Self { sets: Sets::Program, ..Self::new(name, Holds::Number) }
    }

    pub(super) const fn called(self, field: &'static str) -> Self {
        Self { field, ..self }
    }

    pub(super) const fn must(self) -> Self {
        Self { required: true, ..self }
    }

    pub(super) const fn followed(self) -> Self {
        Self { sets: Sets::Followed, ..self }
    }

    pub(super) const fn by_program(self) -> Self {
        Self { sets: Sets::Program, ..self }
    }

    pub(super) const fn unless_said(self, word: &'static str) -> Self {
        Self { unsaid: Unsaid::Word(word), ..self }
    }

    /// Nothing is said of it, and that is not the same as no.
    pub(super) const fn or_not_known(self) -> Self {
        Self { unsaid: Unsaid::Nothing, ..self }
    }

    /// Its columns in the table.
    #[must_use]
    pub fn names(&'static self) -> &'static [&'static str] {
        match self.holds {
            Holds::Count => &NUMBER,
            Holds::Persons => NUMBER.split_at(NUMBER.len() - 1).0,
            _ => std::slice::from_ref(&self.name),
        }
    }

    /// What each of its columns holds where nothing is said.
    pub fn unsaid(&'static self) -> Vec<(&'static str, Value)> {
        let value = |name: &'static str| match (self.holds, self.unsaid) {
            (Holds::Count | Holds::Persons, _) if name == "low" || name == "for_good" => json!(0),
            (_, Unsaid::Nothing) => Value::Null,
            (_, Unsaid::No) => json!(0),
            (_, Unsaid::Word(word)) => json!(word),
        };
        self.names().iter().map(|name| (*name, value(name))).collect()
    }
}
