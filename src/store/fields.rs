//! The values of fields: read from what a person or a script wrote, checked, and turned into columns.

use jiff::Timestamp;
use serde_json::{Map, Value, json};
use sqlx::SqliteConnection;

use super::nodes::{self, Tree};
use super::rows::Row;
use super::written::Work;
use crate::error::{Error, Place, Result};
use crate::model::count::{Count, LARGEST};
use crate::model::ids::PartyId;
use crate::model::keys::{self, Field, FieldKind, KEYS, Kind};
use crate::model::moment::Moment;
use crate::model::words::{DeterminationKind, PersonGroup, Unit};

/// Columns and their values.
pub type Columns = Vec<(String, Value)>;

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

/// The field of this name.
///
/// # Errors
/// `field.unknown`.
pub fn find<'a>(fields: &'a [Field], name: &str) -> Result<&'a Field> {
    let known = || fields.iter().map(|field| field.id).collect::<Vec<_>>().join(", ");
    fields
        .iter()
        .find(|field| field.id == name)
        .ok_or_else(|| Error::new("field.unknown").with("field", name).with("known", known()))
}

/// Every name is a field's.
///
/// # Errors
/// `field.unknown`.
pub fn all_known(object: &Map<String, Value>, fields: &[Field]) -> Result<()> {
    object.keys().try_for_each(|name| find(fields, name).map(|_| ()))
}

/// Puts the words of a number that stand in the row itself under `count`.
pub fn counts_together(object: Map<String, Value>, fields: &[Field]) -> Map<String, Value> {
    let counted = fields.iter().any(|field| matches!(field.kind, FieldKind::Count));
    if !counted || object.contains_key("count") {
        return object;
    }
    let (number, mut rest): (Map<_, _>, Map<_, _>) =
        object.into_iter().partition(|(name, _)| NUMBER.contains(&name.as_str()));
    if !number.is_empty() {
        rest.insert("count".into(), Value::Object(number));
    }
    rest
}

/// The column of a field that has one.
#[must_use]
pub const fn column(field: &Field) -> &'static str {
    match (field.kind, field.id.as_bytes()) {
        (FieldKind::Organisation, b"organisation") => "organisation_id",
        (FieldKind::Party, _) => "party_id",
        (FieldKind::Point, b"from") => "from_at",
        (FieldKind::Point, _) => "until_at",
        (_, b"by") => "who",
        _ => field.id,
    }
}

/// A field's columns.
///
/// # Errors
/// `field.unusable` and what the kind refuses.
pub async fn columns(conn: &mut SqliteConnection, work: &Work<'_>, field: &Field, value: &Value) -> Result<Columns> {
    let text = || plain(field.id, value);
    let one = |value: Value| Ok(vec![(column(field).to_owned(), value)]);
    match field.kind {
        FieldKind::Text => one(json!(text()?)),
        FieldKind::Word(words) => one(json!(word(field.id, &text()?, &words())?)),
        FieldKind::Moment => one(json!(moment(&Moment::read(&text()?, &work.zone)?)?)),
        FieldKind::Point => one(json!(instant(&text()?, work)?.to_string())),
        FieldKind::Flag => one(json!(i64::from(flag(field.id, value)?))),
        FieldKind::Country => one(json!(country(&text()?)?)),
        FieldKind::Subject => one(json!(subject(&text()?)?)),
        FieldKind::Count => Ok(count_columns(&count(value)?, value.get("unit").is_some())),
        FieldKind::Organisation => {
            let id = nodes::made(conn, &work.act, work.deed_id, Tree::Organisation, work.case_id, &text()?).await?;
            one(json!(id))
        }
        FieldKind::Party => one(json!(party(conn, work, &text()?).await?)),
    }
}

fn unusable(field: &str, value: impl std::fmt::Display) -> Error {
    Error::new("field.unusable").with("field", field).with("value", value)
}

/// A text; numbers and yes or no as they are written.
fn plain(field: &str, value: &Value) -> Result<String> {
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
    keys::word(text, words)
        .ok_or_else(|| Error::new("word.unknown").with("what", what).with("word", text).with("known", words.join(", ")))
}

/// A time as a column keeps it.
///
/// # Errors
/// None that can happen: a moment is always JSON.
pub fn moment(moment: &Moment) -> Result<String> {
    serde_json::to_string(moment).map_err(|cause| Error::new("store.failed").because(cause))
}

fn instant(text: &str, work: &Work<'_>) -> Result<Timestamp> {
    Ok(Moment::read(text, &work.zone)?.from)
}

fn flag(field: &str, value: &Value) -> Result<bool> {
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

/// What a number is about.
///
/// # Errors
/// `subject.unknown`.
pub fn subject(text: &str) -> Result<String> {
    let text = text.trim().to_lowercase();
    let group = text.strip_prefix("persons.").map(|group| PersonGroup::find(group).is_some());
    if group == Some(true) || ["accounts", "records", "persons", "organisations"].contains(&text.as_str()) {
        return Ok(text);
    }
    let groups: Vec<_> = PersonGroup::ALL.iter().map(|group| format!("persons.{group}")).collect();
    let known = format!("accounts, records, persons, organisations, {}", groups.join(", "));
    Err(Error::new("subject.unknown").with("subject", text).with("known", known))
}

/// The unit that a subject is counted in where nobody says another.
#[must_use]
pub fn unit_of(subject: &str) -> Unit {
    match subject {
        "accounts" => Unit::Account,
        "records" => Unit::Record,
        "organisations" => Unit::Organisation,
        _ => Unit::Person,
    }
}

async fn party(conn: &mut SqliteConnection, work: &Work<'_>, text: &str) -> Result<PartyId> {
    let missing = || Error::new("party.missing").with("party", text);
    let nodes = nodes::all(conn, Tree::Organisation, work.case_id).await?;
    let organisation = nodes::find(&nodes, Tree::Organisation, text)?.ok_or_else(missing)?;
    sqlx::query_scalar("SELECT id FROM party WHERE case_id = ? AND organisation_id = ? ORDER BY id LIMIT 1")
        .bind(work.case_id)
        .bind(organisation)
        .fetch_optional(conn)
        .await?
        .ok_or_else(missing)
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
#[must_use]
pub fn count_columns(count: &Count, with_unit: bool) -> Columns {
    let mut columns: Columns = vec![
        ("low".into(), json!(count.low)),
        ("high".into(), json!(count.high)),
        ("estimate".into(), json!(count.estimate)),
        ("for_good".into(), json!(i64::from(count.for_good))),
    ];
    if with_unit {
        columns.push(("unit".into(), json!(count.unit)));
    }
    columns
}

/// The columns of a number to be determined.
pub fn open_count() -> impl Iterator<Item = (String, Value)> {
    count_columns(&Count::to_be_determined(Unit::Person), false).into_iter()
}

/// Checks a determination's value by its kind; awareness is a time of day with a zone.
///
/// # Errors
/// `word.unknown`, `time.needs_zone`, and what [`Moment::read`] refuses.
pub fn determined(row: &Row, work: &Work<'_>) -> Result<Columns> {
    let kind: DeterminationKind = row.word("kind")?;
    let value = row.text("value");
    if kind == DeterminationKind::Awareness {
        let at = Moment::read(&value, &work.zone)?;
        if !at.has_time() {
            return Err(Error::new("time.needs_zone").with("text", value));
        }
        return Ok(vec![("at".into(), json!(moment(&at)?))]);
    }
    let words = KEYS.iter().find_map(|key| match key.kind {
        Kind::Decision(of, words) if of == kind => Some(words()),
        _ => None,
    });
    let value = word(kind.id(), &value, &words.unwrap_or_default())?;
    Ok(vec![("value".into(), json!(value))])
}
