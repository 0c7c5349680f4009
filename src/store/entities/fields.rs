//! The values of fields: read from what a person or a script wrote, checked, and turned into columns. What a value means in a case is
//! `written::said`'s to find.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde_json::{Map, Value, json};

use super::column::Holds;
use super::entity::Entity;
use super::row::Values;
use crate::error::{Error, Place, Result};
use crate::model::count::{Count, LARGEST};
use crate::model::facts::DISTINCT;
use crate::model::ids::PartyId;
use crate::model::keys;
use crate::model::listed::among;
use crate::model::moment::Moment;
use crate::model::party::Which;
use crate::model::words::{PersonGroup, Unit};

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

/// An ISO 3166-1 country, or an ISO 3166-2 part of one, whose form alone is checked.
///
/// # Errors
/// `country.unknown`.
pub fn country(text: &str) -> Result<String> {
    let code = text.trim().to_uppercase();
    let (alpha, part) = code.split_once('-').map_or((code.as_str(), None), |(alpha, part)| (alpha, Some(part)));
    let sound =
        part.is_none_or(|it| (1..=3).contains(&it.len()) && it.bytes().all(|byte| byte.is_ascii_alphanumeric()));
    if sound && rust_iso3166::from_alpha2(alpha).is_some() {
        return Ok(code);
    }
    Err(Error::new("country.unknown").with("country", text))
}

/// What can be counted, beside groups of persons.
const SUBJECTS: [&str; 5] = ["accounts", "records", DISTINCT, "persons", "organisations"];

/// What a number is about.
///
/// # Errors
/// `subject.unknown`.
pub fn subject(text: &str) -> Result<String> {
    let text = text.trim().to_lowercase();
    let group = text.strip_prefix("persons.").map(|group| PersonGroup::find(group).is_some());
    if group == Some(true) || SUBJECTS.contains(&text.as_str()) {
        return Ok(text);
    }
    let groups: Vec<_> = PersonGroup::ALL.iter().map(|group| format!("persons.{group}")).collect();
    let known = format!("{}, {}", SUBJECTS.join(", "), groups.join(", "));
    Err(Error::new("subject.unknown").with("subject", text).with("known", known))
}

/// The unit that a subject is counted in where nobody says another.
#[must_use]
pub fn unit_of(subject: &str) -> Unit {
    match subject {
        "accounts" => Unit::Account,
        "records" => Unit::Record,
        DISTINCT => Unit::Email,
        "organisations" => Unit::Organisation,
        _ => Unit::Person,
    }
}

/// Whether a number of this unit can be one of the subject: nobody counts accounts in e-mails.
///
/// # Errors
/// `count.unit`.
pub fn fits(subject: &str, unit: Unit) -> Result<()> {
    let own = unit_of(subject);
    if unit == own || (own == Unit::Record && is_of_records(unit)) {
        return Ok(());
    }
    Err(Error::new("count.unit").with("name", subject).with("unit", unit))
}

/// Units that records come in.
const fn is_of_records(unit: Unit) -> bool {
    match unit {
        Unit::Email | Unit::File | Unit::DatabaseRow | Unit::Paper | Unit::Login | Unit::Record => true,
        Unit::Account | Unit::Person | Unit::Organisation => false,
    }
}

/// A number of persons: its unit is not kept, so another one is refused and not taken for persons.
pub(in crate::store) fn persons(value: &Value) -> Result<Values> {
    let count = count(value)?;
    if value.get("unit").is_some_and(|it| !it.is_null()) {
        fits("persons", count.unit)?;
    }
    Ok(count_values(&count, false))
}

/// A number: in words of its own (`at_least` …) or as the contract prints it (`value`, `qualifier`, `low`, `high`).
///
/// # Errors
/// `count.unreadable`, `count.backwards`, `count.too_large`, `word.unknown`.
pub fn count(value: &Value) -> Result<Count> {
    let unit = match value.get("unit").and_then(Value::as_str) {
        Some(unit) => unit.parse()?,
        None => Unit::Record,
    };
    let count = bounds(value, unit).ok_or_else(|| Error::new("count.unreadable").with("count", value))?;
    let backwards = count.high.is_some_and(|high| high < count.low);
    let outside = count.estimate.is_some_and(|it| it < count.low || count.high.is_some_and(|high| it > high));
    if count.is_too_large() {
        return Err(too_large(&count));
    }
    if backwards || outside {
        return Err(Error::new("count.backwards").with("count", value));
    }
    Ok(count)
}

/// The refusal of a number above the largest.
pub fn too_large(count: &Count) -> Error {
    let number = [count.high, count.estimate, Some(count.low)].into_iter().flatten().max().unwrap_or(count.low);
    Error::new("count.too_large").with("count", number).with("largest", LARGEST)
}

fn bounds(value: &Value, unit: Unit) -> Option<Count> {
    if let Some(exact) = value.as_u64() {
        return Some(Count::exact(exact, unit));
    }
    let number = |name: &str| value.get(name).and_then(Value::as_u64);
    let yes = |name: &str| value.get(name).and_then(Value::as_bool) == Some(true);
    let qualifier = value.get("qualifier").and_then(Value::as_str).unwrap_or_default();
    if yes("open") || qualifier == "to_be_determined" {
        return Some(Count::to_be_determined(unit));
    }
    if yes("cannot_be_determined") || qualifier == "cannot_be_determined" {
        return Some(Count::cannot_be_determined(unit));
    }
    let estimate = number("approximate").or_else(|| number("value").filter(|_| qualifier == "approximate"));
    if let Some(estimate) = estimate {
        let mut count = Count::between(number("low").unwrap_or(0), number("high"), unit);
        count.estimate = Some(estimate);
        return Some(count);
    }
    if let Some(pair) = value.get("between").and_then(Value::as_array) {
        let [low, high] = pair.as_slice() else { return None };
        return Some(Count::between(low.as_u64()?, Some(high.as_u64()?), unit));
    }
    let low =
        number("at_least").or_else(|| number("low")).or_else(|| number("value").filter(|_| qualifier == "at_least"));
    let high =
        number("at_most").or_else(|| number("high")).or_else(|| number("value").filter(|_| qualifier == "at_most"));
    match (low, high) {
        (None, None) => number("value").map(|exact| Count::exact(exact, unit)),
        (low, high) => Some(Count::between(low.unwrap_or(0), high, unit)),
    }
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
