//! Every number a report may print about a case, counted once: the narrow waist of the house.
//!
//! It serialises to the contract's `facts` (docs/model.md, Facts). Charts and templates read it and count nothing themselves.

mod beside;
mod scope;

use crate::model::ids::{CaseId, ClaimId, DeedId};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde::Serialize;

use super::case::{CaseFile, Claim, TypedCount};
use super::count::Count;
use super::words::{Basis, DataCategory, Unit, Way};
use super::zone;
pub use beside::{DISTINCT, RecordNumbers, TypedConflict};
pub use scope::{PartyNumbers, ScopeRow, Unassigned, Whose};

/// The numbers of a case, or of a party or an organisation in it, as of an instant.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
pub struct Facts {
    /// The case's id.
    pub case: CaseId,
    /// Whose they are, where it is not the case's.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub scope: Option<ScopeRow>,
    /// The `now` they were read at.
    #[ts(type = "string")]
    pub as_of: Timestamp,
    /// Accounts: confirmed is the low, suspected widens the high, cleared is not counted (rule 8).
    pub accounts: Figured,
    /// Accounts by status; each exact.
    pub by_status: ByStatus,
    /// Data subjects.
    pub persons: Persons,
    /// Of which accounts somebody determined that each is one person, and why (rule 10).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[ts(optional, as = "Option<_>")]
    pub one_person: Vec<OnePersonRow>,
    /// Records of the case's main unit, and distinct messages beside them.
    pub records: RecordNumbers,
    /// Records by unit, where there is more than one; never added (docs/model.md, What is several).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[ts(optional, as = "Option<_>")]
    pub records_by_unit: Vec<Count>,
    /// By reporting region, rolled up; the row without a region last.
    pub by_region: Vec<RegionRow>,
    /// By organisation, rolled up; the row without an organisation last.
    pub by_organisation: Vec<OrganisationRow>,
    /// By country of residence; not known last.
    pub by_residence: Vec<ResidenceRow>,
    /// Own nodes only; sums to the total.
    pub by_region_and_organisation: Vec<CrossRow>,
    /// Persons by residence, data element and way, from the accounts of which all three are said, and as typed.
    pub by_exposure: Vec<ExposureRow>,
    /// By day of first access in the case's zone; without a date last.
    pub by_day: Vec<DayRow>,
    /// Claims, as stated; the adopted one says so.
    pub claims: Vec<ClaimRow>,
    /// Statements that contradict each other and await a decision (rule 11).
    pub conflicts: u64,
    /// Typed counts that the list contradicts, those of its parties too; they are among the conflicts.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[ts(optional, as = "Option<_>")]
    pub typed_conflicts: Vec<TypedConflict>,
    /// From what was read to what is counted; `None`: of a part of the case nobody knows which rows were read.
    pub derivation: Option<Derivation>,
    /// Accounts that lack a region, an organisation, a residence.
    pub untagged: Untagged,
}

/// What reports and charts speak of: the numbers, and what is written down.
#[derive(Debug, Clone, PartialEq)]
pub struct Subject {
    /// The numbers.
    pub facts: Facts,
    /// What is written down.
    pub file: CaseFile,
}

impl Subject {
    /// The zone its days are counted in.
    #[must_use]
    pub fn zone(&self) -> TimeZone {
        zone::kept(&self.file.case.zone)
    }
}

/// A number that an adopted claim or a typed count may stand over: both are kept (rules 11 and 12).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Figured {
    /// What is printed.
    #[serde(flatten)]
    pub count: Count,
    /// What the rows add up to, where something else stands over it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub sum: Option<Count>,
    /// What stands: the id of the adopted claim.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub claim: Option<ClaimId>,
    /// What stands: a typed count.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[ts(optional, as = "Option<_>")]
    pub typed: bool,
}

/// Accounts by status.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct ByStatus {
    /// Counted.
    pub confirmed: Count,
    /// In the high bound only.
    pub suspected: Count,
    /// Not counted.
    pub cleared: Count,
}

/// Data subjects: a total that knows that groups may overlap, and the groups (rule 2).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Persons {
    /// Distinct persons over all groups.
    #[serde(flatten)]
    pub total: Figured,
    /// The groups, owners first.
    pub groups: Vec<GroupRow>,
}

/// A group of data subjects.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct GroupRow {
    /// The group's id.
    pub group: String,
    /// How many.
    pub count: Count,
    /// What the list says, where a claim or a typed count stands over it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub sum: Option<Count>,
    /// What stands: the id of the adopted claim.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub claim: Option<ClaimId>,
    /// Whether it was counted from the list, and not typed or claimed.
    pub computed: bool,
    /// Groups that may hold the same persons.
    pub overlaps: Vec<String>,
    /// Where the number comes from, as typed.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub source: Option<String>,
}

/// Accounts of which somebody determined that each is one person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct OnePersonRow {
    /// The deed of it.
    pub deed: DeedId,
    /// How many of them are counted.
    pub accounts: Count,
    /// Which they were to be, in the filter language; `None`: all of the case, or those that were chosen.
    pub which: Option<String>,
    /// How many were chosen one by one.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub chosen: Option<u64>,
    /// How many of the others were left out one by one.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub but: Option<u64>,
    /// Why.
    pub reason: String,
    /// By whom.
    pub by: String,
    /// When.
    #[ts(type = "string")]
    pub at: Timestamp,
}

/// A reporting region.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct RegionRow {
    /// Its name; `None`: without a region.
    pub region: Option<String>,
    /// Names from the root down; of length 1 at the top. Empty for the null row.
    pub path: Vec<String>,
    /// Itself and all below it.
    pub accounts: Count,
    /// Distinct persons in it; not additive (rule 6).
    pub persons: Count,
    /// Records of the case's main unit.
    pub records: Count,
    /// Itself alone.
    pub own_accounts: Count,
}

/// An organisation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct OrganisationRow {
    /// Its name; `None`: without an organisation.
    pub organisation: Option<String>,
    /// Names from the root down.
    pub path: Vec<String>,
    /// Itself and all below it.
    pub accounts: Count,
    /// Distinct persons in it; not additive (rule 6).
    pub persons: Count,
    /// Records of the case's main unit.
    pub records: Count,
    /// Itself alone.
    pub own_accounts: Count,
}

/// A country of residence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct ResidenceRow {
    /// ISO 3166-1 code; `None`: not known.
    pub residence: Option<String>,
    /// What it rests on, each basis that occurs.
    pub basis: Vec<Basis>,
    /// Accounts.
    pub accounts: Count,
    /// Persons: at most the accounts that may be a person's.
    pub persons: Count,
    /// Its parts that are known, and the row of what is not known last: together the country.
    pub subdivisions: Vec<SubdivisionRow>,
}

/// A part of a country of residence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct SubdivisionRow {
    /// ISO 3166-2 code; `None`: which part is not known.
    pub residence: Option<String>,
    /// Accounts.
    pub accounts: Count,
    /// Persons: at most the accounts that may be a person's.
    pub persons: Count,
}

impl ResidenceRow {
    /// Its rows where a part is known; else the country says all there is.
    #[must_use]
    pub fn told_apart(&self) -> &[SubdivisionRow] {
        if self.subdivisions.len() > 1 { &self.subdivisions } else { &[] }
    }
}

/// A region and an organisation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct CrossRow {
    /// The region's own name; `None`: without.
    pub region: Option<String>,
    /// The organisation's own name; `None`: without.
    pub organisation: Option<String>,
    /// Accounts.
    pub accounts: Count,
    /// Records of the case's main unit.
    pub records: Count,
}

/// Persons by residence, data element and way. Rows are not additive.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct ExposureRow {
    /// ISO code, as precise as it is known; `None`: not known or not split.
    pub residence: Option<String>,
    /// Which data: a word of the catalogue, else a list's own.
    pub element: String,
    /// The category that the element is; `None`: none of the list.
    pub data_category: Option<DataCategory>,
    /// How; `None`: not said.
    pub way: Option<Way>,
    /// Whose.
    pub group: String,
    /// How many.
    pub persons: Count,
    /// Typed in, and not counted from the list.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[ts(optional, as = "Option<_>")]
    pub typed: bool,
}

/// A day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct DayRow {
    /// `2023-05-15` in the case's zone; `None`: without a date.
    #[ts(type = "string | null")]
    pub day: Option<jiff::civil::Date>,
    /// Accounts first accessed that day.
    pub accounts: Count,
    /// Their records: a record counts on its first day (rule 6).
    pub records: Count,
}

/// A claim.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct ClaimRow {
    /// Its id.
    pub id: ClaimId,
    /// What it is about.
    pub subject: String,
    /// The number.
    #[serde(flatten)]
    pub count: Count,
    /// Who says so.
    pub source: String,
    /// When, as stated.
    pub said: Option<String>,
    /// Whether the case goes by it.
    pub adopted: bool,
    /// Why, or why not.
    pub reason: Option<String>,
    /// The sum of the rows contradicts it (docs/model.md, Facts).
    pub contradicted: bool,
}

/// From what was read to what is counted: read − rejected − merged − cleared = counted, suspected among it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, ts_rs::TS)]
pub struct Derivation {
    /// Data records read by imports that stand and bring accounts.
    pub read: u64,
    /// Without a usable key.
    pub rejected: u64,
    /// Of accounts already there.
    pub merged: u64,
    /// Cleared accounts.
    pub cleared: u64,
    /// Suspected accounts: in the high bound.
    pub suspected: u64,
    /// Confirmed accounts: the low bound.
    pub confirmed: u64,
}

/// What still has no tag, of the accounts that are not cleared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, ts_rs::TS)]
pub struct Untagged {
    /// Without a region.
    pub region: u64,
    /// Without an organisation.
    pub organisation: u64,
    /// Without a residence.
    pub residence: u64,
}

impl GroupRow {
    /// Whether a typed count stands.
    #[must_use]
    pub const fn typed(&self) -> bool {
        !self.computed && self.claim.is_none()
    }
}

impl Figured {
    /// A number that nothing stands over.
    #[must_use]
    pub const fn plain(count: Count) -> Self {
        Self { count, sum: None, claim: None, typed: false }
    }

    /// What is printed of a sum that was computed from rows (`None`: there are no rows to compute it from).
    ///
    /// An adopted claim stands over it. Else a typed count that nobody has replaced does: a list that comes later
    /// replaces it when the computed number is adopted, not by arriving (rule 12), so until then both are kept side
    /// by side. Where nothing was typed the sum stands, and without rows the number is to be determined (rule 5).
    #[must_use]
    pub fn settled(sum: Option<Count>, unit: Unit, claim: Option<&Claim>, typed: Option<&TypedCount>) -> Self {
        match (claim, typed) {
            (Some(claim), _) => Self { count: claim.count.clone(), sum, claim: Some(claim.id), typed: false },
            (None, Some(typed)) => Self { count: typed.count.clone(), sum, claim: None, typed: true },
            (None, None) => Self::plain(sum.unwrap_or_else(|| Count::to_be_determined(unit))),
        }
    }

    /// What the rows add up to, whatever stands over it.
    #[must_use]
    pub const fn summed(&self) -> &Count {
        match &self.sum {
            Some(sum) => sum,
            None => &self.count,
        }
    }
}
