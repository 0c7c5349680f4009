//! Bytes to entries: containers yield records, kinds make entries of them.
//!
//! Nothing here opens a file by its path, reads the clock or decides what merges: it yields what the rows say, in file
//! order, and a problem for what they cannot say.

mod below;
mod bytes;
mod containers;
mod email;
mod fields;
mod footers;
mod glimpse;
mod headers;
mod keys;
mod kinds;
mod layout;
mod nothing;
mod numbers;
mod plan;
mod reading;
mod records;
mod rows;
mod secrets;
mod shown;
mod sniff;
mod times;
mod unwrapping;
mod words;

use std::io::{Read, Seek};

use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

use crate::error::{Error, Result};
pub use crate::model::account::{AccountKey, Change, Entries, Entry, NewTagging};
use crate::model::listed::among;
use crate::model::moment::Moment;
use crate::model::sums::Sum;
use crate::model::words::{Basis, KeyKind, Unit};
pub use containers::{CONTAINERS, Container};
pub use glimpse::{Glimpse, OpenDates};
pub use kinds::{KINDS, Kind, find as kind};
pub use reading::read;
pub use unwrapping::{Member, Within, unwrap};

/// The bytes of one file.
pub trait ReadSeek: Read + Seek {}
impl<T: Read + Seek> ReadSeek for T {}

/// A file as the caller hands it: opened, at its begin. One that is told to stop answers no more, not even where nothing is
/// to be read, with a refusal of ours as the cause.
pub type Source = Box<dyn ReadSeek + Send>;

/// Which number of `03/04/2023` is the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "kebab-case")]
pub enum DateOrder {
    /// 3 April.
    DayMonth,
    /// 4 March.
    MonthDay,
}

impl DateOrder {
    /// `day-month` or `month-day`.
    ///
    /// # Errors
    /// `word.unknown`.
    pub fn read(text: &str) -> Result<Self> {
        match text {
            "day-month" => Ok(Self::DayMonth),
            "month-day" => Ok(Self::MonthDay),
            _ => {
                let unknown = Error::new("word.unknown").with("what", "date order").with("word", text);
                Err(among(unknown, text, ["day-month", "month-day"]))
            }
        }
    }
}

/// What the caller says about a file.
#[derive(Clone)]
pub struct Options {
    /// The file's name, without its folder.
    pub file: String,
    /// `--map COLUMN=FIELD`: the column by its header or its number from 1; a field of [`fields`], or `ignore`.
    pub map: Vec<(String, String)>,
    /// The zone of times that name none.
    pub zone: TimeZone,
    /// Settles what the columns do not.
    pub date_order: Option<DateOrder>,
    /// Leave region, organisation and residence open.
    pub no_tags: bool,
    /// The sheets of a workbook; none: the first that holds accounts, and those of its shape.
    pub sheets: Vec<String>,
    /// The line of the header, from 1; 0: there is none. `None`: it is found.
    pub header_line: Option<u64>,
    /// How the text is encoded, by its label; `None`: it is found.
    pub encoding: Option<String>,
    /// Only accounts that are there are to be filled.
    pub enrich: bool,
    /// The archive it was in.
    pub within: Option<Within>,
    /// What its rows are; `None`: recognised.
    pub kind: Option<&'static Kind>,
    /// Only looked at: what the columns leave open is told, and no refusal.
    pub looking: bool,
    /// What time it is: nothing was accessed later.
    pub now: Option<Timestamp>,
}

impl Options {
    /// Nothing said but the file's name and the zone.
    #[must_use]
    pub fn new(file: &str, zone: TimeZone) -> Self {
        Self {
            file: file.to_owned(),
            map: Vec::new(),
            zone,
            date_order: None,
            no_tags: false,
            sheets: Vec::new(),
            header_line: None,
            encoding: None,
            enrich: false,
            within: None,
            kind: None,
            looking: false,
            now: None,
        }
    }
}

/// How a file was understood: evidence, kept with the import.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Recognised {
    /// How the rows are held: a container's id.
    pub container: &'static str,
    /// What the rows are: a kind's id.
    pub kind: &'static str,
    /// The archive that the file was in; none where it was handed over by itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub within: Option<Within>,
    /// `utf-8`, `windows-1250`, `ibm850`, `utf-8 + windows-1252` and the like; none for a workbook.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub encoding: Option<String>,
    /// Between the cells; none for a workbook.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub delimiter: Option<char>,
    /// Around a cell; none for a workbook.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub quote: Option<char>,
    /// The sheet read; none for text.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub sheet: Option<String>,
    /// Sheets of the same shape, which are read as files of their own.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[ts(as = "Option<Vec<String>>", optional)]
    pub sheets_alike: Vec<String>,
    /// Sheets of the workbook that were not read.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[ts(as = "Option<Vec<String>>", optional)]
    pub sheets_not_read: Vec<String>,
    /// Sheets that a reader of the workbook does not see, read or not.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[ts(as = "Option<Vec<String>>", optional)]
    pub sheets_hidden: Vec<String>,
    /// Rows of the sheet that a reader does not see. They are read.
    #[serde(skip_serializing_if = "is_none")]
    #[ts(as = "Option<u64>", optional)]
    pub hidden_rows: u64,
    /// The line of the header; none where the first line holds data.
    pub header_line: Option<u64>,
    /// The columns, in file order.
    pub columns: Vec<Column>,
    /// The zone of times that name none.
    pub zone: String,
    /// Which number is the day; none where no column needs it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub date_order: Option<DateOrder>,
    /// Only accounts that were there were filled, none was added.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[ts(as = "Option<bool>", optional)]
    pub enrich: bool,
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde asks so")]
const fn is_none(number: &u64) -> bool {
    *number == 0
}

/// A column and what it was taken for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "ColumnRead")]
pub struct Column {
    /// Its header as written; its number where it has none.
    pub header: String,
    /// The field it fills; none: not read.
    pub field: Option<&'static str>,
    /// Why: `header`, `cells` or `said` by the caller; of one that is not read `unknown`, `twice` (another column has the field),
    /// `cells` (they hold something else), `offered` (it may be the records), `others` (an address of somebody else), `alone` (what it
    /// needs beside it is not there), `no_tags`, `never` (it looks like a secret).
    pub why: &'static str,
    /// For keys: their kind.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub key_kind: Option<KeyKind>,
    /// For keys: what they are used for.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub role: Option<KeyRole>,
    /// For residences: what they rest on.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub basis: Option<Basis>,
    /// For records: what is counted.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub unit: Option<Unit>,
    /// It looks like a secret and is never read.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[ts(as = "Option<bool>", optional)]
    pub secret: bool,
}

/// What a column of identifiers is used for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum KeyRole {
    /// It says which account a row is of.
    Main,
    /// It finds the account as well; where a row has no better one, it says which account that is.
    Alias,
    /// Different accounts share its cells: it counts only where a row has no better one.
    Shared,
}

/// A file's reading: how it is understood, what its bytes were, and its entries.
pub struct Reading {
    /// What it is called: the file's name, and the sheet's where several are read.
    pub name: String,
    /// How.
    pub how: Recognised,
    /// SHA-256 of the bytes that the entries come from, in hexadecimal; where they turn out to be others, the entries end
    /// with a problem of the file as a whole.
    pub sha256: String,
    /// In bytes.
    pub size: u64,
    /// What its numbers add up to.
    pub sum: &'static Sum,
    /// What a person is shown of it before it is read.
    pub glimpse: Glimpse,
    /// The rows.
    pub entries: Entries,
}

/// Why a source does not answer: with a refusal of ours, or as the system says.
#[must_use]
pub fn unreadable(cause: std::io::Error, file: &str) -> Error {
    bytes::unreadable(cause, file)
}

/// A cell of a column of times, read with the day or the month first; none where it cannot be read so.
#[must_use]
pub fn time(cell: &str, order: DateOrder, zone: &TimeZone) -> Option<Moment> {
    times::read(cell, Some(order), zone).ok()
}

/// The fields a column can be mapped to.
#[must_use]
pub fn fields() -> &'static [&'static str] {
    FIELDS
}

/// docs/model.md, Import.
const FIELDS: &[&str] = &[
    "key",
    "key_kind",
    "name",
    "kind",
    "region",
    "organisation",
    "residence",
    "basis",
    "records",
    "records_qualifier",
    "unit",
    "way",
    "status",
    "first_access",
    "last_access",
    "data_category",
    "notes",
];
