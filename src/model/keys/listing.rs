//! The keys as `case keys` lists them. Their meanings are phrases.

use serde::Serialize;

use super::{FieldKind, KEYS, Kind};

/// A key as `case keys` lists it; its meaning is the phrase `key-<key>`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct KeyRow {
    /// Its name.
    pub key: &'static str,
    /// What its value is.
    #[serde(rename = "type")]
    pub kind: &'static str,
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

/// Every key as `case keys` lists it.
#[must_use]
pub fn rows() -> Vec<KeyRow> {
    KEYS.iter()
        .map(|key| KeyRow { key: key.id, kind: key.kind.id(), words: key.kind.words(), fields: fields(key.kind) })
        .collect()
}

fn fields(kind: Kind) -> Vec<FieldRow> {
    let Kind::Rows(_, fields) = kind else { return Vec::new() };
    let words = |kind| if let FieldKind::Word(words) = kind { words() } else { Vec::new() };
    fields
        .iter()
        .map(|it| FieldRow { field: it.id, kind: it.kind.id(), required: it.required, words: words(it.kind) })
        .collect()
}
