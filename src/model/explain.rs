//! The number sheet: each number that leaves the house on one line (docs/model.md, A paper).
//!
//! It holds numbers and the ids of sentences, never a sentence: `lang` has those. It computes nothing but the causes
//! of a change, which always add up (rule 13).

use crate::model::ids::{CaseId, ExportId, ImportId};
use jiff::Timestamp;
use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

use super::case::LogHead;
use super::count::Count;
use super::facts::Figured;

/// The number sheet of a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Sheet {
    /// The case's id.
    pub case: CaseId,
    /// The `now` it was read at.
    #[ts(type = "string")]
    pub as_of: Timestamp,
    /// The entry of the log that they rest on: that of the case's last deed that changed something.
    pub log: Option<LogHead>,
    /// The numbers, in the order of the first page.
    pub numbers: Vec<Number>,
    /// The tables, each with the rule its rows are counted by.
    pub tables: Vec<TableRule>,
    /// What the numbers were read from: imports that stand.
    pub files: Vec<FileUsed>,
}

/// One line of the sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Number {
    /// `accounts`, `accounts.confirmed`, `records.email`, `persons`, `persons.owner` …
    pub name: String,
    /// Bounds and unit, and what they stand over.
    #[serde(flatten)]
    pub figured: Figured,
    /// How it is counted, in one sentence.
    pub rule: Sentence,
    /// Whose word it is, where it is no count of the list: the claim's or the typed count's source.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub source: Option<String>,
    /// The files it rests on, as positions in [`Sheet::files`]; empty where it rests on none.
    pub files: Vec<usize>,
    /// What was left out of it, and why.
    pub left_out: Vec<LeftOut>,
    /// What it was in the last export; `None`: there is none.
    pub last: Option<Last>,
    /// Why it changed since; they add up to the change. Empty where there is no last export or no change.
    pub causes: Vec<Cause>,
    /// Copy-ready text in the reader's language; filled by whoever has phrases.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub text: Option<String>,
}

/// A table and its rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct TableRule {
    /// `by_region`, `by_organisation`, `by_residence`, `by_subdivision`, `by_region_and_organisation`, `by_day`.
    pub name: &'static str,
    /// How its rows are counted and whether they add up.
    pub rule: Sentence,
    /// What stands in its row of the unknown.
    pub not_known: Count,
}

/// A file that numbers rest on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct FileUsed {
    /// Its name, without its folder.
    pub file: String,
    /// SHA-256 of the bytes as read, in hexadecimal.
    pub sha256: String,
    /// The import it came with.
    pub import: ImportId,
    /// Data records read from it.
    pub read: u64,
    /// What its import's accounts cover: day of the first and of the last access, `2023-05-15`, in the case's zone.
    pub period: Option<(String, String)>,
    /// Who collected it, with what query and period, as typed.
    pub collected: Option<String>,
}

/// Something that is not in a number, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct LeftOut {
    /// The reason.
    pub why: Sentence,
    /// How much.
    pub count: Count,
    /// It belongs to the number and is not known, so the number is open and this is said in addition (rule 3).
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[ts(optional, as = "Option<_>")]
    pub opens: bool,
}

/// A number as the last export printed it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Last {
    /// The export's id.
    pub export: ExportId,
    /// The `now` it was written with.
    #[ts(type = "string")]
    pub at: Timestamp,
    /// The number then.
    pub count: Count,
}

/// Why a number changed, and by how much.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Cause {
    /// What was done.
    pub what: Sentence,
    /// How many deeds.
    pub deeds: u64,
    /// By how much the low bound moved.
    pub low: i64,
    /// By how much the high bound moved; `None` where it was or became open.
    pub high: Option<i64>,
}

/// Why the accounts of a row of a table changed since the last export.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct RowCauses {
    /// `by_region`, `by_organisation`, `by_residence`; `by_party`.
    pub table: &'static str,
    /// The row: a path, a country's code, a party's id; empty: not known.
    pub row: Vec<String>,
    /// Its accounts then.
    pub last: Count,
    /// Its accounts now.
    pub now: Count,
    /// What made the difference; they add up to it.
    pub causes: Vec<Cause>,
}

/// A sentence that `lang` knows: its phrase and the values in it.
#[derive(Debug, Clone, PartialEq, Eq, ts_rs::TS)]
#[ts(type = "{ id: string, args: Record<string, unknown> }")]
pub struct Sentence {
    /// The phrase's id.
    pub id: &'static str,
    /// Its values, by name.
    pub args: Vec<(&'static str, Value)>,
}

/// A value in a sentence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[serde(untagged)]
pub enum Value {
    /// Printed as it is.
    Text(String),
    /// A word of a closed list, printed in the reader's language: the list and the word.
    #[serde(serialize_with = "word_alone")]
    #[ts(type = "string")]
    Word(&'static str, &'static str),
    /// Printed with its digits grouped; a phrase may choose singular or plural by it.
    Number(u64),
    /// Printed with its qualifier, without its unit.
    Count(Count),
}

fn word_alone<S: Serializer>(_list: &&'static str, word: &&'static str, out: S) -> Result<S::Ok, S::Error> {
    out.serialize_str(word)
}

impl Sentence {
    /// A sentence without values.
    #[must_use]
    pub const fn new(id: &'static str) -> Self {
        Self { id, args: Vec::new() }
    }

    /// Adds a value.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: Value) -> Self {
        self.args.push((name, value));
        self
    }
}

impl Serialize for Sentence {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        let mut map = out.serialize_map(None)?;
        map.serialize_entry("id", self.id)?;
        for (name, value) in &self.args {
            map.serialize_entry(name, value)?;
        }
        map.end()
    }
}

/// A number after a deed: what the causes of a change are made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// What was done.
    pub what: Sentence,
    /// The number afterwards.
    pub after: Count,
}

/// The causes of a change, in the order they were first met, those of one kind taken together (rule 13). They add up
/// to what `now` differs from `before`: what no step accounts for is a cause of its own, `cause-not-recorded`.
#[must_use]
pub fn causes(before: &Count, steps: &[Step], now: &Count) -> Vec<Cause> {
    let unrecorded = Step { what: Sentence::new("cause-not-recorded"), after: now.clone() };
    let mut causes: Vec<Cause> = Vec::new();
    let mut last = before;
    for step in steps.iter().chain(std::iter::once(&unrecorded)) {
        let cause = Cause::of(step, last);
        last = &step.after;
        match causes.iter_mut().find(|other| other.what == cause.what) {
            Some(same) => same.join(&cause),
            None => causes.push(cause),
        }
    }
    causes.retain(Cause::moved);
    causes
}

impl Cause {
    fn of(step: &Step, before: &Count) -> Self {
        let high = before.high.zip(step.after.high).map(|(was, is)| difference(was, is));
        Self { what: step.what.clone(), deeds: 1, low: difference(before.low, step.after.low), high }
    }

    fn join(&mut self, other: &Self) {
        self.deeds += other.deeds;
        self.low += other.low;
        self.high = self.high.zip(other.high).map(|(one, two)| one + two);
    }

    fn moved(&self) -> bool {
        self.low != 0 || self.high.is_some_and(|high| high != 0) || (self.high.is_none() && !self.is_unrecorded())
    }

    fn is_unrecorded(&self) -> bool {
        self.what.id == "cause-not-recorded"
    }
}

fn difference(was: u64, is: u64) -> i64 {
    i64::try_from(i128::from(is) - i128::from(was)).unwrap_or(if is > was { i64::MAX } else { i64::MIN })
}
