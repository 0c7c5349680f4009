//! The keys as `case keys` lists them. Their meanings are phrases.

use serde::Serialize;

use super::{KEYS, Kind};
use crate::model::words::DeterminationKind;

/// A key as `case keys` lists it; its meaning is the phrase `key-<key>`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct KeyRow {
    /// Its name.
    pub key: &'static str,
    /// What its value is.
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// Whose its value is: `case`, `party`, `entity` (the legal entity, in all its roles).
    pub of: &'static str,
    /// Of what it is the decision.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub decides: Option<DeterminationKind>,
    /// Whether that is decided in every case; other laws ask for more.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[ts(as = "Option<bool>", optional)]
    pub of_every_case: bool,
    /// The words it may be.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[ts(optional, as = "Option<_>")]
    pub words: Vec<&'static str>,
    /// The fields of its rows.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[ts(optional, as = "Option<_>")]
    pub fields: Vec<FieldRow>,
}

/// A field as `case keys` lists it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct FieldRow {
    /// Its name.
    pub field: &'static str,
    /// What its value is.
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// Whether a row must have it.
    pub required: bool,
    /// The words it may be.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[ts(optional, as = "Option<_>")]
    pub words: Vec<&'static str>,
}

/// Every key as `case keys` lists it; `fields` says what the rows of a key hold.
#[must_use]
pub fn rows(fields: impl Fn(&str) -> Vec<FieldRow>) -> Vec<KeyRow> {
    let of_rows = |key: &super::Key| if matches!(key.kind, Kind::Rows) { fields(key.id) } else { Vec::new() };
    let row = |key: &super::Key| KeyRow {
        key: key.id,
        kind: key.kind.id(),
        of: key.of(),
        decides: key.kind.decides(),
        of_every_case: key.kind.decides().is_some_and(DeterminationKind::is_of_every_case),
        words: key.kind.words(),
        fields: of_rows(key),
    };
    KEYS.iter().map(row).collect()
}
