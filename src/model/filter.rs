//! The filter language: which accounts are meant (docs/model.md, Filter). Text in, tree or a place of error out.
//!
//! It never looks at accounts: the store makes a condition of the tree.

mod reading;

use super::words::{AccountKind, Status, Way};
use crate::error::{Error, Place, Result};

/// Which accounts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Filter {
    /// All of these hold; of none: every account.
    All(Vec<Filter>),
    /// One of these holds.
    Any(Vec<Filter>),
    /// This does not hold.
    Not(Box<Filter>),
    /// What is asked of one field.
    Term(Term),
}

/// What is asked of one field: any of the values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// Of which.
    pub field: Field,
    /// Any of these.
    pub values: Vec<Value>,
}

/// One value, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Value {
    /// What it asks.
    pub test: Test,
    /// Where it stands in the filter.
    pub span: Span,
}

/// A place in a filter, in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// Characters before it.
    pub from: usize,
    /// So many.
    pub length: usize,
}

/// What a value asks of its field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Test {
    /// `*`: it has any.
    Has,
    /// A text with `*` for any run.
    Text(Pattern),
    /// A kind of account.
    Kind(AccountKind),
    /// A status.
    Status(Status),
    /// A way.
    Way(Way),
    /// A number compared: with the low bound for more, with the high bound for less, with both for equal.
    Number(Comparison, u64),
    /// Both bounds lie from the one to the other.
    Between(u64, u64),
    /// `tagged:yes`, `tagged:no`.
    Tagged(bool),
}

/// How a number is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Comparison {
    /// `>n`
    More,
    /// `>=n`
    AtLeast,
    /// `<n`
    Less,
    /// `<=n`
    AtMost,
    /// `n`
    Equal,
}

/// A text with gaps: its pieces, with any run between two of them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Pattern {
    /// At least one; an empty first or last piece leaves that end open.
    pub pieces: Vec<String>,
}

impl Pattern {
    /// A text without gaps.
    #[must_use]
    pub fn plain(text: &str) -> Self {
        Self { pieces: vec![text.to_owned()] }
    }

    /// The text, where it has no gap.
    #[must_use]
    pub fn whole(&self) -> Option<&str> {
        match self.pieces.as_slice() {
            [only] => Some(only),
            _ => None,
        }
    }

    /// Whether it is `*` alone.
    #[must_use]
    pub fn is_anything(&self) -> bool {
        self.pieces.len() > 1 && self.pieces.iter().all(String::is_empty)
    }

    /// Whether a text is of this form, whatever its case.
    #[must_use]
    pub fn matches(&self, text: &str) -> bool {
        let (text, pieces) = (text.to_lowercase(), self.pieces.iter().map(|piece| piece.to_lowercase()));
        let pieces: Vec<String> = pieces.collect();
        let [first, between @ .., last] = pieces.as_slice() else {
            return pieces.first().is_some_and(|only| *only == text);
        };
        let Some(rest) = text.strip_prefix(first.as_str()) else { return false };
        let Some(mut rest) = rest.strip_suffix(last.as_str()) else { return false };
        between.iter().all(|piece| match rest.find(piece.as_str()) {
            Some(at) => {
                rest = rest.get(at + piece.len()..).unwrap_or_default();
                true
            }
            None => false,
        })
    }
}

/// What can be asked of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// A bare word: key, name or notes.
    Anywhere,
    /// The domain of an e-mail key, and its subdomains.
    Domain,
    /// A region and all below it.
    Region,
    /// An organisation and all below it.
    Organisation,
    /// A country with its subdivisions, or a subdivision.
    Residence,
    /// The key.
    Key,
    /// The display name.
    Name,
    /// Free text.
    Notes,
    /// What it is.
    Kind,
    /// How far it is established.
    Status,
    /// How it is affected.
    Way,
    /// How many records.
    Records,
    /// Which import brought or met it.
    Import,
    /// Which rule tagged it.
    Rule,
    /// Whether it has a region and an organisation.
    Tagged,
    /// Statements that differ and of which none is adopted yet.
    Conflict,
}

/// The word of a contradicted typed count, in the place of an account's field: `conflict:count`.
pub const TYPED_COUNT: &str = "count";

/// Fields by the name that is typed.
pub const FIELDS: &[(&str, Field)] = &[
    ("domain", Field::Domain),
    ("region", Field::Region),
    ("organisation", Field::Organisation),
    ("residence", Field::Residence),
    ("key", Field::Key),
    ("name", Field::Name),
    ("notes", Field::Notes),
    ("kind", Field::Kind),
    ("status", Field::Status),
    ("way", Field::Way),
    ("records", Field::Records),
    ("import", Field::Import),
    ("rule", Field::Rule),
    ("tagged", Field::Tagged),
    ("conflict", Field::Conflict),
];

impl Filter {
    /// Every account.
    #[must_use]
    pub const fn everything() -> Self {
        Self::All(Vec::new())
    }

    /// Whether it asks nothing.
    #[must_use]
    pub const fn is_everything(&self) -> bool {
        matches!(self, Self::All(parts) if parts.is_empty())
    }

    /// Whether a contradicted typed count is among what it asks for. Such a count is of no account: of its fields a filter can ask
    /// for the contradiction alone, and what asks for anything else says neither yes nor no.
    #[must_use]
    pub fn finds_typed_counts(&self) -> bool {
        self.of_a_typed_count() == Some(true)
    }

    fn of_a_typed_count(&self) -> Option<bool> {
        match self {
            Self::All(parts) => together(parts, false),
            Self::Any(parts) => together(parts, true),
            Self::Not(inside) => inside.of_a_typed_count().map(|it| !it),
            Self::Term(Term { field: Field::Conflict, values }) => Some(values.iter().any(|it| match &it.test {
                Test::Text(pattern) => pattern.matches(TYPED_COUNT),
                _ => true,
            })),
            Self::Term(_) => None,
        }
    }

    /// Reads a filter; an empty text is every account.
    ///
    /// # Errors
    /// `filter.*`, with column and length in characters.
    pub fn read(text: &str) -> Result<Self> {
        reading::read(text)
    }
}

/// What several parts say together: the first word decides, else one that does not know leaves it open.
fn together(parts: &[Filter], word: bool) -> Option<bool> {
    let said = || parts.iter().map(Filter::of_a_typed_count);
    if said().any(|it| it == Some(word)) {
        return Some(word);
    }
    said().all(|it| it.is_some()).then_some(!word)
}

impl Span {
    /// A refusal at this place.
    #[must_use]
    pub fn refuse(self, code: &'static str) -> Error {
        let column = u64::try_from(self.from + 1).ok();
        let length = u64::try_from(self.length).ok();
        Error::new(code).at(Place { column, length, ..Place::default() })
    }
}

#[cfg(test)]
mod tests;
