//! One error for the whole house: a code, its place, and what a sentence about it needs.
//!
//! It holds no sentence. `lang` finds one under `error-<code>` (dots become dashes) in the reader's language;
//! the cause is kept for the developer and is never shown as the message.

use std::collections::BTreeMap;
use std::fmt;

/// What can go wrong, or right.
pub type Result<T> = std::result::Result<T, Error>;

/// A refusal: what happened, where, and the words a sentence about it needs.
#[derive(Debug)]
pub struct Error {
    /// Stable and never translated, for example `book.missing`.
    pub code: &'static str,
    /// Values for the sentence, by name.
    pub args: BTreeMap<&'static str, String>,
    /// Where in a file, a filter or an argument.
    pub place: Option<Box<Place>>,
    /// What else there is to say of it: refusals of its kind that lay as near.
    pub beside: Vec<Self>,
    cause: Option<Box<dyn std::error::Error + Send + Sync>>,
}

/// A place in what a person wrote: a file's line, or a filter's column.
#[derive(Debug, Clone, PartialEq, Eq, Default, serde::Serialize, ts_rs::TS)]
pub struct Place {
    /// The file's name, without its folder.
    pub file: Option<String>,
    /// Physical line, from 1.
    pub line: Option<u64>,
    /// Character, from 1.
    pub column: Option<u64>,
    /// Length in characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub length: Option<u64>,
}

/// A remark: it was done, and the reader should know this. `lang` finds its sentence under `warning-<code>`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Warning {
    /// Stable and never translated, for example `report.small_cells`.
    pub code: &'static str,
    /// Values for the sentence, by name; one named `n` is a number.
    pub args: BTreeMap<&'static str, String>,
}

impl Warning {
    /// A remark with this code.
    #[must_use]
    pub const fn new(code: &'static str) -> Self {
        Self { code, args: BTreeMap::new() }
    }

    /// Adds a value for the sentence.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl fmt::Display) -> Self {
        self.args.insert(name, value.to_string());
        self
    }
}

impl Error {
    /// A refusal with this code.
    #[must_use]
    pub fn new(code: &'static str) -> Self {
        Self { code, args: BTreeMap::new(), place: None, beside: Vec::new(), cause: None }
    }

    /// Adds a value for the sentence.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl fmt::Display) -> Self {
        self.args.insert(name, value.to_string());
        self
    }

    /// Adds a value for the sentence, where it has none of that name.
    #[must_use]
    pub fn or_with(self, name: &'static str, value: impl fmt::Display) -> Self {
        if self.args.contains_key(name) { self } else { self.with(name, value) }
    }

    /// Says where.
    #[must_use]
    pub fn at(mut self, place: Place) -> Self {
        self.place = Some(Box::new(place));
        self
    }

    /// Says another one after it.
    #[must_use]
    pub fn beside(mut self, other: Self) -> Self {
        self.beside.push(other);
        self
    }

    /// The same without its place, for whoever says that beside it.
    #[must_use]
    pub fn placeless(mut self) -> Self {
        self.place = None;
        self
    }

    /// Keeps what lay beneath.
    #[must_use]
    pub fn because(mut self, cause: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        self.cause = Some(cause.into());
        self
    }
}

impl fmt::Display for Error {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}", self.code)?;
        for (name, value) in &self.args {
            write!(out, " {name}={value}")?;
        }
        match &self.cause {
            Some(cause) => write!(out, ": {cause}"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.cause.as_deref().map(|cause| cause as _)
    }
}
