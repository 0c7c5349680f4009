//! Whose numbers they are: a case's, a party's, an organisation's. Plain data; the store decides what belongs to whom.

use serde::Serialize;

use super::{ByStatus, Figured, Persons, RecordNumbers, ResidenceRow};
use crate::model::count::Count;
use crate::model::ids::{OrganisationId, PartyId};
use crate::model::words::Role;

/// Whose numbers are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    /// The case's.
    Case,
    /// A party's, by its id.
    Party(PartyId),
    /// An organisation's and all's below it, by its id.
    Organisation(OrganisationId),
}

/// A party or an organisation whose numbers stand alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct ScopeRow {
    /// The party's id; `None`: an organisation was asked for.
    pub party: Option<PartyId>,
    /// The party's part.
    pub role: Option<Role>,
    /// The organisation.
    pub organisation: String,
    /// On whose behalf, where that is whose accounts are counted.
    pub on_behalf_of: Option<String>,
    /// Names from the root of the tree down to the organisation whose accounts are counted, with all below it.
    pub path: Vec<String>,
    /// No other party of the case has a scope of its own: these are the numbers of the whole case.
    pub whole_case: bool,
    /// Accounts without an organisation may be anybody's: in the high bounds here, in no low bound. `None`: the whole case.
    pub without_organisation: Option<Unassigned>,
}

/// What belongs to nobody's organisation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Unassigned {
    /// Accounts.
    pub accounts: Count,
    /// Persons.
    pub persons: Count,
    /// Records of the case's main unit.
    pub records: Count,
    /// Open conflicts.
    pub conflicts: u64,
}

/// The numbers of one of a case's parties, beside those of the others. They do not add up to the case's: a person with
/// accounts at two clients counts for both, and accounts without an organisation may be anybody's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct PartyNumbers {
    /// Whose.
    pub scope: ScopeRow,
    /// Accounts.
    pub accounts: Figured,
    /// Accounts by status.
    pub by_status: ByStatus,
    /// Data subjects.
    pub persons: Persons,
    /// Records of the party's main unit, and distinct messages beside them.
    pub records: RecordNumbers,
    /// By country of residence; not known last.
    pub by_residence: Vec<ResidenceRow>,
    /// Statements that contradict each other.
    pub conflicts: u64,
}
