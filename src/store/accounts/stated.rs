//! What one row states of an account, and where it was met; what a hand decided of it. It compares nothing and decides nothing.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::field::Field;
use crate::model::account::AccountKey;
use crate::model::ids::{DeedId, ImportId, OrganisationId, PlaceId, RegionId};
use crate::model::words::{AccountKind, Basis, Status, Way};
use crate::store::values::standing::{Band, Records};

/// What one row states of an account; region, organisation and place by their ids.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Stated {
    /// What the row calls the account by; empty: by the account's own key alone.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub keys: Vec<AccountKey>,
    /// Where these lead to another account: the keys of all that they lead to. It follows, and is not kept.
    #[serde(skip)]
    pub leads_to: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shown: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub notes: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<AccountKind>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<Status>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub region: Option<RegionId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organisation: Option<OrganisationId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<PlaceId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub basis: Option<Basis>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub records: Option<Records>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first: Option<Band>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last: Option<Band>,
    /// Each way with the status that the row states of it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub ways: Vec<(Way, Option<Status>)>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub categories: Vec<String>,
}

/// Where a row was met.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    pub import: ImportId,
    pub seq: i64,
    /// The file's place in its import.
    pub file: i64,
    pub line: i64,
    /// Its import brings accounts, and does not only fill those that are there.
    pub brings: bool,
    /// The deed of its import.
    pub deed: DeedId,
}

/// What a hand decided of a field, and by which deed.
#[derive(Debug, Clone, PartialEq)]
pub struct Hand {
    pub deed: DeedId,
    /// As a statement says it; null where a tag was taken away.
    pub value: Value,
}

/// What hands decided of an account.
pub type Hands = BTreeMap<Field, Hand>;

/// The rows that came after a hand had decided; without one, all.
pub fn since<'r>(hand: Option<&Hand>, rows: &'r [(Source, Stated)]) -> impl Iterator<Item = &'r (Source, Stated)> {
    let decided = hand.map(|hand| hand.deed);
    rows.iter().filter(move |(source, _)| Some(source.deed) > decided)
}
