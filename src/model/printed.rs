//! What stands in a cell of a table: a text in the reader's language, and beside it the number or the time that it says, so that
//! nobody has to read a number out of a text.

use jiff::Timestamp;
use serde::Serialize;

use super::count::Count;
use super::moment::Moment;

/// A cell of a table.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Cell {
    /// As it is printed.
    pub text: String,
    /// What it says, where it is a number or a time. Boxed, for a list of a million accounts has few of them.
    #[serde(flatten)]
    pub value: Option<Box<Value>>,
}

/// A number or a time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Value {
    /// A number with its qualifier and its unit.
    Count(Count),
    /// How many rows there are: a number without any doubt.
    Number(u64),
    /// When, as exactly as it was stated.
    When(Moment),
    /// A point in time.
    At(Timestamp),
}

impl Cell {
    /// A text that says a number or a time.
    #[must_use]
    pub fn saying(text: String, value: Value) -> Self {
        Self { text, value: Some(Box::new(value)) }
    }

    /// Nothing: a dash.
    #[must_use]
    pub fn dash() -> Self {
        "–".into()
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self { text, value: None }
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}
