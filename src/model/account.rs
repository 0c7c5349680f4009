//! An account: as an importer states it, and as a list shows it.

use serde::{Deserialize, Serialize};

use super::count::Count;
use super::moment::Moment;
use super::words::{AccountKind, Basis, KeyKind, Status, Way};
use crate::error::Error;
use crate::model::ids::{AccountId, ImportId};

/// An identifier of an account, of a stated kind.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ts_rs::TS)]
pub struct AccountKey {
    /// Its kind.
    pub kind: KeyKind,
    /// Normalised.
    pub key: String,
}

/// An account as one row of a list states it. A field that the row does not settle is `None`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "AccountRead")]
pub struct NewAccount {
    /// The kind of its key.
    pub key_kind: KeyKind,
    /// The normalised key; for [`KeyKind::None`] empty.
    pub key: String,
    /// The key as it was written.
    pub shown: String,
    /// What else the row calls it by: each of these finds it, too.
    pub aliases: Vec<AccountKey>,
    /// The display name.
    pub name: Option<String>,
    /// What it is.
    pub kind: Option<AccountKind>,
    /// Reporting region, as a path `A/B` of names.
    pub region: Option<String>,
    /// Organisation, as a path of names.
    pub organisation: Option<String>,
    /// ISO 3166-1 or -2 code.
    pub residence: Option<String>,
    /// What the residence rests on.
    pub basis: Option<Basis>,
    /// How many records, of which unit.
    pub records: Option<Count>,
    /// How it is affected, each way with its own status; `None`: the row has no word for it.
    pub ways: Vec<(Way, Option<Status>)>,
    /// How far it is established; `None`: the list has no word for it.
    pub status: Option<Status>,
    /// First access.
    pub first_access: Option<Moment>,
    /// Last access.
    pub last_access: Option<Moment>,
    /// Categories of data: words of ours, else the list's own.
    pub data_categories: Vec<String>,
    /// Free text.
    pub notes: Option<String>,
    /// First physical line of the record, from 1.
    pub line: u64,
}

/// What a cell of the round-trip sheet asks for.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "TagRead")]
pub enum Change<T> {
    /// The cell is empty, or the column is not there: as it was.
    #[default]
    Leave,
    /// `none`: take the tag away.
    Remove,
    /// This value.
    Set(T),
}

/// A row of the round-trip sheet: which account, and what its tags should be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "TaggingRead")]
pub struct NewTagging {
    /// The account's id as the sheet names it; a hint, the key decides.
    pub id: Option<AccountId>,
    /// The kind of its key.
    pub key_kind: KeyKind,
    /// The normalised key.
    pub key: String,
    /// Reporting region, as a path of names.
    pub region: Change<String>,
    /// Organisation, as a path of names.
    pub organisation: Change<String>,
    /// ISO 3166-1 or -2 code.
    pub residence: Change<String>,
    /// What the residence rests on; `None`: the sheet does not say.
    pub basis: Option<Basis>,
    /// How far it is established; `None`: as it was.
    pub status: Option<Status>,
    /// First physical line of the record, from 1.
    pub line: u64,
}

/// What an importer yields: an account, or the taggings of a sheet that came back.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(clippy::large_enum_variant, reason = "nearly every entry is an account; a box each would cost more")]
pub enum Entry {
    /// A row of a list of accounts.
    Account(NewAccount),
    /// A row of the sheet that `accounts --format csv|xlsx` wrote and somebody filled in.
    Tagging(NewTagging),
}

/// An account as a report lists it: no more than its line says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// Its key as it was written.
    pub shown: String,
    /// The display name.
    pub name: Option<String>,
    /// Reporting region, as a path of names.
    pub region: Option<String>,
    /// Organisation, as a path of names.
    pub organisation: Option<String>,
    /// How far it is established.
    pub status: Status,
    /// How many records, of which unit.
    pub records: Option<Count>,
}

/// A row that could not be taken, or a field that was left open: with its place (docs/model.md, Import).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The file's name, without its folder.
    pub file: String,
    /// First physical line of the record, from 1.
    pub line: u64,
    /// The column's header, where it is one column's.
    pub column: Option<String>,
    /// Stable and never translated, for example `row.no_key`.
    pub code: &'static str,
    /// Values for the sentence, by name. Never what stood in a column that looks like a secret.
    pub args: Vec<(&'static str, String)>,
    /// The record as read, without unmapped and secret columns; only where the row was rejected.
    pub rejected: Option<Vec<String>>,
}

impl Problem {
    /// The file as a whole is refused, met at a line.
    #[must_use]
    pub fn of_the_file(file: &str, line: u64, refusal: Error) -> Self {
        let (code, args) = (refusal.code, refusal.args.into_iter().collect());
        Self { file: file.to_owned(), line, column: None, code, args, rejected: None }
    }

    /// Whether it is said of the file as a whole: then nothing of it is taken.
    #[must_use]
    pub fn is_of_the_file(&self) -> bool {
        self.code == "cancelled" || self.code.starts_with("import.")
    }

    /// The same as a refusal.
    #[must_use]
    pub fn refusal(&self) -> Error {
        self.args.iter().fold(Error::new(self.code), |error, (name, value)| error.with(name, value))
    }
}

/// Good entries and problems, in file order, each with its place, read as they are asked for.
///
/// A problem without `rejected` is a field left open, and its row follows; one with `rejected` is the row itself.
/// Data records read = `Ok` items + problems with `rejected`. A problem of the file as a whole is the last.
pub type Entries = Box<dyn Iterator<Item = std::result::Result<Entry, Problem>> + Send>;

/// An account as a list shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Account {
    /// Its id: case number × 2^32 + n, below 2^53.
    pub id: AccountId,
    /// The normalised key.
    pub key: String,
    /// Its kind.
    pub key_kind: KeyKind,
    /// The key as it was written.
    pub shown: String,
    /// What else finds it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[ts(optional, as = "Option<_>")]
    pub aliases: Vec<AccountKey>,
    /// The display name.
    pub name: Option<String>,
    /// What it is.
    pub kind: AccountKind,
    /// How far it is established.
    pub status: Status,
    /// How it is affected.
    pub ways: Vec<AccountWay>,
    /// ISO code.
    pub residence: Option<String>,
    /// What the residence rests on.
    pub basis: Option<Basis>,
    /// The region's path.
    pub region: Option<String>,
    /// The organisation's path.
    pub organisation: Option<String>,
    /// How many records; `None`: nothing is said of records.
    pub records: Option<Count>,
    /// As stated.
    pub first_access: Option<String>,
    /// As stated.
    pub last_access: Option<String>,
    /// Free text.
    pub notes: Option<String>,
    /// The import it first came with; `None`: by hand.
    pub import: Option<ImportId>,
    /// The line there.
    pub line: Option<i64>,
}

/// By what an account's owner could be recognised.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identity {
    /// The normalised key.
    pub key: String,
    /// Its kind.
    pub key_kind: KeyKind,
    /// The key as it was written.
    pub shown: String,
    /// The display name.
    pub name: Option<String>,
    /// What the account is.
    pub kind: AccountKind,
}

/// A way in which an account is affected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct AccountWay {
    /// How.
    pub way: Way,
    /// How far it is established.
    pub status: Status,
}
