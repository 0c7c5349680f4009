//! A case and what is written down about it: parties, milestones, determinations, claims, exposures, measures.
//!
//! Plain data, as the store keeps it; nothing here is a sentence in a reader's language except what people typed.

use crate::model::ids::{
    CaseId, ClaimId, DeterminationId, ExportId, ExposureId, ImportId, MeasureId, MilestoneId, OpenPointId, PartyId,
};
use jiff::Timestamp;
use serde::Serialize;

use super::count::Count;
use super::moment::{Moment, Period};
use super::words::{
    DataCategory, DeterminationKind, MeasureKind, MeasureState, MilestoneKind, PersonGroup, Protection, Role, Standing,
    Way,
};

/// A case of a book. Its id is small and counts from 1; accounts of case c have ids from c × 2^32 on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Case {
    /// Its number in the book.
    pub id: CaseId,
    /// UUIDv7: the same case in every book.
    pub uid: String,
    /// What people call it.
    pub title: String,
    /// The name of the controller, as typed.
    pub controller: Option<String>,
    /// The case's own reference.
    pub reference: Option<String>,
    /// The IANA zone its days are counted in.
    pub zone: String,
    /// A sample that ships with the product; every page, chart and row says so.
    pub sample: Option<Sample>,
    /// When it was opened in the book.
    #[ts(type = "string")]
    pub created_at: Timestamp,
    /// By whom.
    pub created_by: String,
}

/// What a sample says of itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum Sample {
    /// Public facts, invented addresses.
    Reconstructed,
    /// Freely invented.
    Fictional,
}

/// Everything written down about a case, beside its accounts.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
pub struct CaseFile {
    /// The case.
    #[serde(flatten)]
    pub case: Case,
    /// When it happened; `None`: to be determined.
    pub occurred: Option<Period>,
    /// Single answers by key (see `model::keys`): what kind, which systems, how discovered …
    #[serde(serialize_with = "by_key")]
    #[ts(type = "Record<string, string>")]
    pub answers: Vec<(String, String)>,
    /// Who plays which part.
    pub parties: Vec<Party>,
    /// Steps in time, by time.
    pub milestones: Vec<Milestone>,
    /// What was determined, by time; superseded ones are kept.
    pub determinations: Vec<Determination>,
    /// What is claimed, by whom.
    pub claims: Vec<Claim>,
    /// What data of whom.
    pub exposures: Vec<Exposure>,
    /// What was done and will be.
    pub measures: Vec<Measure>,
    /// What is open, by whom and until when.
    pub open_points: Vec<OpenPoint>,
    /// What was imported.
    pub imports: Vec<ImportRecord>,
    /// What was written before.
    pub exports: Vec<ExportRecord>,
    /// Which periods the logs cover.
    pub coverage: Vec<Coverage>,
}

fn by_key<S: serde::Serializer>(answers: &[(String, String)], out: S) -> Result<S::Ok, S::Error> {
    out.collect_map(answers.iter().map(|(key, value)| (key, value)))
}

impl CaseFile {
    /// The answer under a key.
    #[must_use]
    pub fn answer(&self, key: &str) -> Option<&str> {
        self.answers.iter().find(|(name, _)| name == key).map(|(_, value)| value.as_str())
    }

    /// The determination of a kind that stands: the latest that none supersedes.
    #[must_use]
    pub fn determined(&self, kind: DeterminationKind) -> Option<&Determination> {
        self.determinations.iter().rev().find(|it| it.kind == kind && it.superseded_by.is_none())
    }
}

/// An organisation in a role, on whose behalf (domain.md, section 3).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Party {
    /// Its id.
    pub id: PartyId,
    /// Its part.
    pub role: Role,
    /// The organisation's name.
    pub organisation: String,
    /// On whose behalf: another organisation's name.
    pub on_behalf_of: Option<String>,
    /// ISO country, perhaps with subdivision, of the establishment.
    pub established: Option<String>,
    /// Whether that is the main establishment (Art. 4(16) GDPR).
    pub main_establishment: bool,
    /// A public body.
    pub public_body: Option<bool>,
    /// Its sector.
    pub sector: Option<String>,
    /// Its data protection officer, with telephone.
    pub dpo: Option<String>,
    /// Its own reference.
    pub reference: Option<String>,
}

/// A step in time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Milestone {
    /// Its id.
    pub id: MilestoneId,
    /// What kind of step.
    pub kind: MilestoneKind,
    /// When.
    pub at: Moment,
    /// What happened, in somebody's words.
    pub what: Option<String>,
    /// Who says so.
    pub source: Option<String>,
    /// Whose step, where it is one party's: the organisation's name.
    pub party: Option<String>,
}

/// What a party determined (domain.md, section 1 and 6).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Determination {
    /// Its id.
    pub id: DeterminationId,
    /// What was determined.
    pub kind: DeterminationKind,
    /// The value: a time for awareness, a word of the kind's list otherwise.
    pub value: String,
    /// The value as a time, for awareness.
    pub at: Option<Moment>,
    /// Why.
    pub reason: Option<String>,
    /// Who determined it.
    pub by: String,
    /// When.
    #[ts(type = "string")]
    pub made_at: Timestamp,
    /// Whose, where a case has several parties.
    pub party: Option<String>,
    /// The id of the one that took its place.
    pub superseded_by: Option<DeterminationId>,
}

/// A claim about a number (domain.md, section 1).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Claim {
    /// Its id.
    pub id: ClaimId,
    /// What it is about: `accounts`, `records`, `persons`, `organisations`, `persons.<group>`.
    pub subject: String,
    /// The number.
    pub count: Count,
    /// Who says so.
    pub source: String,
    /// When it was said.
    pub said: Option<Moment>,
    /// Whether the case goes by it.
    pub adopted: bool,
    /// Who adopted it.
    pub adopted_by: Option<String>,
    /// Why it was adopted, or not.
    pub reason: Option<String>,
}

/// What data of whom were exposed, how (domain.md, section 1).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Exposure {
    /// Its id.
    pub id: ExposureId,
    /// Which data.
    pub category: DataCategory,
    /// Whose.
    pub group: PersonGroup,
    /// ISO country, perhaps with subdivision, where the persons live; `None` where not said.
    pub residence: Option<String>,
    /// How; `None` where not said.
    pub way: Option<Way>,
    /// How many persons.
    pub persons: Count,
    /// Unintelligible to whoever took them?
    pub protection: Protection,
    /// In somebody's words.
    pub note: Option<String>,
    /// Who says so.
    pub source: Option<String>,
}

/// What was done, or will be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Measure {
    /// Its id.
    pub id: MeasureId,
    /// What it is for.
    pub kind: MeasureKind,
    /// Done?
    pub state: MeasureState,
    /// What.
    pub what: String,
    /// Since or until when.
    pub at: Option<Moment>,
    /// Who says so, or who does it.
    pub source: Option<String>,
}

/// Something to be determined, and by when it follows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct OpenPoint {
    /// Its id.
    pub id: OpenPointId,
    /// What is open.
    pub what: String,
    /// By when it follows.
    pub until: Option<Moment>,
    /// Who answers it.
    pub who: Option<String>,
}

/// What an import recorded (domain.md, section 6). It stays when its rows are taken back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct ImportRecord {
    /// Its id.
    pub id: ImportId,
    /// Its files, in the order given.
    pub files: Vec<ImportedFile>,
    /// When it ended.
    #[ts(type = "string")]
    pub at: Timestamp,
    /// By whom.
    pub by: String,
    /// Data records read.
    pub read: u64,
    /// New accounts.
    pub new: u64,
    /// Rows of accounts already there.
    pub merged: u64,
    /// Rows without a usable key.
    pub rejected: u64,
    /// Rows of accounts that were not there; `None`: it brought accounts, and did not only fill those that were there.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub unmatched: Option<u64>,
    /// Whether its rows have been taken back.
    pub taken_back: bool,
    /// Who handed it over, who collected it, with what query and period.
    pub handed_over: Option<String>,
}

/// A file of an import.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct ImportedFile {
    /// Its name, without its folder.
    pub name: String,
    /// SHA-256 of the bytes as read, in hexadecimal.
    pub sha256: String,
    /// In bytes.
    pub size: u64,
    /// The importer's id.
    pub importer: String,
    /// How it was read: encoding, delimiter, sheet, header row, date order, zone.
    pub reading: String,
    /// Data records read.
    pub read: u64,
    /// New accounts.
    pub new: u64,
    /// Rows of accounts already there.
    pub merged: u64,
    /// Rows without a usable key.
    pub rejected: u64,
    /// Rows of accounts that were not there; `None`: it brought accounts, and did not only fill those that were there.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub unmatched: Option<u64>,
}

/// An entry of the log and its hash, in hexadecimal: everything that was done up to it hangs on that hash.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct LogHead {
    /// The entry's number.
    pub entry: i64,
    /// Its hash.
    pub head: String,
}

/// The state of a case: the entry of its last deed that changed something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct CaseHead {
    /// The case.
    pub case: CaseId,
    /// The entry.
    #[serde(flatten)]
    pub log: LogHead,
}

/// What an export recorded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct ExportRecord {
    /// Its id.
    pub id: ExportId,
    /// The template's id.
    pub template: String,
    /// The language's id.
    pub language: String,
    /// The format's id.
    pub format: String,
    /// With names?
    pub names: bool,
    /// The `now` it was written with.
    #[ts(type = "string")]
    pub at: Timestamp,
    /// Which version of its template it is: two exports between which nothing was changed are one version.
    pub version: u64,
    /// SHA-256 of the file, in hexadecimal.
    pub sha256: String,
    /// Pages.
    pub pages: u64,
    /// By whom.
    pub by: String,
    /// Program version.
    pub program: String,
}

/// What a log covers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Coverage {
    /// Which log.
    pub what: String,
    /// Begin.
    #[ts(type = "string")]
    pub from: Timestamp,
    /// End.
    #[ts(type = "string")]
    pub until: Timestamp,
    /// Whole; else cut, throttled or off.
    pub whole: bool,
    /// Why not.
    pub reason: Option<String>,
}

/// A number typed in before any list exists (domain.md, rule 12).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct TypedCount {
    /// What it counts: `accounts`, `records`, `persons`, `persons.<group>`.
    pub name: String,
    /// The number.
    pub count: Count,
    /// Where it comes from.
    pub source: Option<String>,
    /// Whose word it is.
    pub standing: Standing,
    /// When it was typed.
    #[ts(type = "string")]
    pub at: Timestamp,
    /// By whom.
    pub by: String,
}
