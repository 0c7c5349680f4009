//! The values of fields: read from what a person or a script wrote, checked, and turned into columns. What a value means in a case is
//! `written::said`'s to find.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde_json::{Map, Value, json};

use super::column::Holds;
use super::entity::Entity;
use super::row::Values;
use crate::error::{Error, Place, Result};
use crate::model::count::Count;
use crate::model::ids::PartyId;
use crate::model::keys;
use crate::model::listed::among;
use crate::model::moment::Moment;
use crate::model::party::Which;
use crate::model::subject;

/// The words of a number, which may stand in the row itself or under `count`.
const NUMBER: [&str; 12] = [
    "value",
    "qualifier",
    "low",
    "high",
    "at_least",
    "at_most",
    "between",
    "approximate",
    "open",
    "cannot_be_determined",
    "unit",
    "unknown_parts",
];

/// A JSON object.
///
/// # Errors
/// `setting.not_json` with its place.
pub fn object(text: &str) -> Result<Map<String, Value>> {
    serde_json::from_str(text).map_err(|cause| {
        let place = Place { column: Some(cause.column() as u64), ..Place::default() };
        Error::new("setting.not_json").with("text", text).at(place).because(cause)
    })
}

/// Puts the words of a number that stand in the row itself under its field.
pub fn counts_together(said: Map<String, Value>, entity: &Entity) -> Map<String, Value> {
    let Some(field) = entity.fields().find(|it| matches!(it.holds, Holds::Count | Holds::Persons)) else { return said };
    if said.contains_key(field.field) {
        return said;
    }
    let (number, mut rest): (Map<_, _>, Map<_, _>) =
        said.into_iter().partition(|(name, _)| NUMBER.contains(&name.as_str()));
    if !number.is_empty() {
        rest.insert(field.field.to_owned(), Value::Object(number));
    }
    rest
}

/// A party as a field names it: by its id, or by its organisation's name.
///
/// # Errors
/// `field.unusable`.
pub fn which(field: &str, value: &Value) -> Result<Which> {
    match value {
        Value::Number(id) => id.as_i64().map(|id| Which::Id(PartyId::new(id))).ok_or_else(|| unusable(field, value)),
        _ => Ok(Which::from(plain(field, value)?.as_str())),
    }
}

pub(in crate::store) fn unusable(field: &str, value: impl std::fmt::Display) -> Error {
    Error::new("field.unusable").with("field", field).with("value", value)
}

/// A text; numbers and yes or no as they are written.
pub(in crate::store) fn plain(field: &str, value: &Value) -> Result<String> {
    match value {
        Value::String(text) if !text.trim().is_empty() => Ok(text.trim().to_owned()),
        Value::Number(number) => Ok(number.to_string()),
        Value::Bool(flag) => Ok(flag.to_string()),
        _ => Err(unusable(field, value)),
    }
}

/// One word of a list.
///
/// # Errors
/// `word.unknown`.
pub fn word(what: &str, text: &str, words: &[&'static str]) -> Result<&'static str> {
    let unknown = || Error::new("word.unknown").with("what", what).with("word", text);
    keys::word(text, words).ok_or_else(|| among(unknown(), text, words.iter().copied()))
}

/// A time as a column keeps it.
///
/// # Errors
/// None that can happen: a moment is always JSON.
pub fn moment(moment: &Moment) -> Result<String> {
    serde_json::to_string(moment).map_err(|cause| Error::new("store.failed").because(cause))
}

pub(in crate::store) fn instant(text: &str, zone: &TimeZone) -> Result<Timestamp> {
    Ok(Moment::read(text, zone)?.from)
}

pub(in crate::store) fn flag(field: &str, value: &Value) -> Result<bool> {
    match value {
        Value::Bool(flag) => Ok(*flag),
        Value::String(text) if matches!(text.trim().to_lowercase().as_str(), "yes" | "true" | "1") => Ok(true),
        Value::String(text) if matches!(text.trim().to_lowercase().as_str(), "no" | "false" | "0") => Ok(false),
        Value::Number(number) if number.as_u64().is_some_and(|it| it < 2) => Ok(number.as_u64() == Some(1)),
        _ => Err(unusable(field, value)),
    }
}

/// A number of persons: its unit is not kept, so another one is refused and not taken for persons.
pub(in crate::store) fn persons(value: &Value) -> Result<Values> {
    let count = Count::read(value)?;
    if value.get("unit").is_some_and(|it| !it.is_null()) {
        subject::fits("persons", count.unit)?;
    }
    Ok(count_values(&count, false))
}

/// A number's columns; the unit only where it was said.
pub(in crate::store) fn count_values(count: &Count, with_unit: bool) -> Values {
    let mut values: Values = vec![
        ("low", json!(count.low)),
        ("high", json!(count.high)),
        ("estimate", json!(count.estimate)),
        ("for_good", json!(i64::from(count.for_good))),
    ];
    if with_unit {
        values.push(("unit", json!(count.unit)));
    }
    values
}

/// A number's columns with its unit.
#[must_use]
pub fn counted(count: &Count) -> Values {
    count_values(count, true)
}
