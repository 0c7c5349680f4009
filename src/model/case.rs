//! A case and what is written down about it: parties, milestones, determinations, claims, exposures, measures.
//!
//! Plain data, as the store keeps it; nothing here is a sentence in a reader's language except what people typed.

mod file;
mod imported;

use jiff::Timestamp;
use serde::Serialize;

use super::count::Count;
use super::ids::{
    CaseId, ClaimId, CoverageId, DeterminationId, ExportId, ExposureId, MeasureId, MilestoneId, OpenPointId,
    OrganisationId, PartyId, RowId, TypedCountId,
};
use super::moment::Moment;
use super::party::Owner;
use super::words::{
    DataCategory, DeterminationKind, MeasureKind, MeasureState, MilestoneKind, PersonGroup, Protection, Standing, Way,
};

pub use super::party::Party;
pub use file::{AnswersOf, CaseFile};
pub use imported::{ImportRecord, ImportedFile, Rows};

/// A case of a book. Its id is small and counts from 1; accounts of case c have ids from c × 2^32 on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Case {
    /// Its number in the book.
    pub id: CaseId,
    /// UUIDv7: the same case in every book.
    pub uid: String,
    /// What people call it.
    pub title: String,
    /// The party whose case it is; `None`: nothing is said of one yet.
    pub main_party: Option<PartyId>,
    /// That party's name.
    pub controller: Option<String>,
    /// That party's reference.
    pub reference: Option<String>,
    /// That party's data protection officer.
    pub dpo: Option<String>,
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

/// A legal entity, as this case knows it: its copy of what the book knew when a party was named.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Organisation {
    /// Its id; a node of the case's tree.
    pub id: OrganisationId,
    /// Its name.
    pub name: String,
    /// ISO country.
    pub country: Option<String>,
    /// LEI, register number …
    pub identifier: Option<String>,
    /// Its address.
    pub address: Option<String>,
    /// When it was copied.
    #[ts(type = "string | null")]
    pub copied_at: Option<Timestamp>,
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
    /// Whose step, where it is one party's.
    pub party: Option<PartyId>,
}

/// What a party determined (docs/model.md, What is several).
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
    /// On whose advice.
    pub advice: Option<String>,
    /// When.
    #[ts(type = "string")]
    pub made_at: Timestamp,
    /// The party whose it is; of awareness, of a legal entity that has no name yet.
    pub party: Option<PartyId>,
    /// Of awareness, the legal entity whose it is, in all its roles.
    pub organisation: Option<OrganisationId>,
    /// The id of the one that took its place.
    pub superseded_by: Option<DeterminationId>,
}

impl Determination {
    /// Whose it is.
    #[must_use]
    pub fn owner(&self) -> Option<Owner> {
        self.organisation.map(Owner::Entity).or(self.party.map(Owner::Party))
    }
}

/// A claim about a number (docs/model.md, What is several).
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
    /// Whose, where it is one party's.
    pub party: Option<PartyId>,
}

/// What data of whom were exposed, how (docs/model.md, What is several).
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
    /// Whose, where it is one party's.
    pub party: Option<PartyId>,
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
    /// Whose, where it is one party's.
    pub party: Option<PartyId>,
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
    /// Whose, where it is one party's.
    pub party: Option<PartyId>,
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
    /// Its id.
    pub id: CoverageId,
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

/// A number typed in before any list exists (docs/model.md, rule 12).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct TypedCount {
    /// Its id.
    pub id: TypedCountId,
    /// What it counts: `accounts`, `records`, `records.distinct`, `persons`, `persons.<group>`.
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
    /// Whose, where it is one party's.
    pub party: Option<PartyId>,
    /// Nothing has taken its place.
    pub stands: bool,
    /// The number computed from the list has taken its place.
    pub computed: bool,
    /// What the list said when somebody kept it all the same.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub kept_over: Option<Count>,
    /// Why it was kept.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub kept_reason: Option<String>,
}

/// Whether two groups of persons may hold the same ones (docs/model.md, rule 2).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Overlap {
    /// Its id.
    pub id: RowId,
    /// One.
    pub one: PersonGroup,
    /// The other.
    pub other: PersonGroup,
    /// Stated to hold no person in common.
    pub disjoint: bool,
}
