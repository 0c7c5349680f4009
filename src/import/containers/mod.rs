//! Bytes to records: how rows are held in a file, whatever they mean.
//!
//! A container never knows what a column is read for, and never decides which table of a file is the list.

mod delimited;
mod json;
mod workbook;
pub mod zip;

use std::io;

use super::bytes::{Charset, Unsure};
use super::records::{Record, Rows};
use super::{Options, Source};
use crate::error::{Error, Result};
pub use workbook::{is_workbook, recognises_workbook};

/// So much of a table, in bytes, is looked at before any is taken.
const SAMPLE: usize = 1024 * 1024;

/// A number of a format that has numbers, as text that the readers of values understand. Three decimals would read as a
/// grouping; a nought more keeps them decimals.
fn plain(number: f64) -> String {
    let text = number.to_string();
    match text.split_once('.') {
        Some((_, part)) if part.len() == 3 => text + "0",
        _ => text,
    }
}

/// One way of holding rows in a file.
pub struct Container {
    /// Stable and never translated.
    pub id: &'static str,
    /// Whether a file that begins so is one; never asked for its name.
    pub recognises: fn(head: &[u8]) -> bool,
    /// Opens a file.
    pub open: fn(Source, &Options) -> Result<Box<dyn Opened>>,
}

/// Every container; the first that recognises a file opens it.
pub const CONTAINERS: &[&Container] =
    &[&workbook::WORKBOOK, &json::JSON_ARRAY, &json::JSON_LINES, &delimited::DELIMITED];

/// The container of a file that begins so.
///
/// # Errors
/// `import.not_text`.
pub fn recognise(head: &[u8], options: &Options) -> Result<&'static Container> {
    let found = CONTAINERS.iter().copied().find(|it| (it.recognises)(head));
    found.ok_or_else(|| Error::new("import.not_text").with("file", &options.file))
}

/// What is said of a container that was opened: evidence.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Held {
    /// SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
    /// In bytes.
    pub size: u64,
    /// How the text is encoded; none where it is no text.
    pub encoding: Option<String>,
    /// Between the cells.
    pub delimiter: Option<char>,
    /// What is not sure of it.
    pub doubt: Option<Doubt>,
    /// Around a cell.
    pub quote: Option<char>,
    /// The tables that can be read, those that a reader sees first before the others. A file of one table has one
    /// without a name.
    pub tables: Vec<Table>,
}

/// A table of a container.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Table {
    /// What it is called; none where a file has but one.
    pub name: Option<String>,
    /// Its records have named fields: the first of its samples holds the names, and stands in no line.
    pub named: bool,
    /// A reader of the file does not see it.
    pub hidden: bool,
    /// Rows of it that a reader does not see; known once its first records were read.
    pub hidden_rows: u64,
}

/// What is not sure of how a text was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Doubt {
    /// The first line that shows it, from 1.
    pub line: u64,
    /// The code of the problem.
    pub code: &'static str,
    /// Its values.
    pub args: Vec<(&'static str, String)>,
}

impl Doubt {
    fn of(unsure: &Unsure, charset: &Charset) -> Self {
        let mut args =
            vec![("encoding", charset.name()), ("value", unsure.sample.clone()), ("lines", unsure.lines.to_string())];
        args.push(("other", unsure.other.unwrap_or_default().to_owned()));
        Self { line: unsure.line, code: unsure.code, args }
    }
}

/// A container that is open. Tables are named by their place in [`Held::tables`].
///
/// Each pass reads the bytes that were hashed, or fails with `import.changed_while_read`.
pub trait Opened {
    /// What is said of it.
    fn held(&self) -> &Held;

    /// The first records of a table, at most so many.
    ///
    /// # Errors
    /// A code of `import.*`.
    fn samples(&mut self, table: usize, most: usize) -> Result<Vec<Record>>;

    /// Shows every record of a table.
    ///
    /// # Errors
    /// A code of `import.*`.
    fn scan(&mut self, table: usize, each: &mut dyn FnMut(&Record)) -> Result<()>;

    /// The records of tables, each from its first; a refusal of ours comes as the cause of an error. They are read one table after
    /// the other.
    ///
    /// # Errors
    /// What the source refuses.
    fn rows(self: Box<Self>, tables: &[usize]) -> io::Result<Vec<Box<dyn Rows>>>;
}
