//! What a rule counts: of what, where, with which data, how protected, how affected. It counts nothing.

use std::collections::BTreeMap;

use serde::Serialize;

use super::reading::{Item, Table};
use super::territory::{self, Territory};
use crate::error::Error;
use crate::model::law::CountedId;
use crate::model::words::{PersonGroup, Protection, Unit, Way};

/// What a rule counts.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Counted {
    /// `persons`, `persons.patient`, `accounts`, `records`.
    pub of: String,
    /// What the records are.
    pub unit: Option<Unit>,
    /// Who lives there; nothing: anywhere.
    #[serde(rename = "in")]
    pub within: Vec<Place>,
    /// Whose data hold these; nothing: any.
    pub elements: Option<Elements>,
    /// Whose data are protected so; nothing: however.
    pub protection: Vec<Protection>,
    /// Who is affected in these ways; nothing: in any.
    pub ways: Option<Ways>,
}

/// Where those live that are counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Place {
    /// There.
    Named(Territory),
    /// `each`: in the territory at hand, of those for each of which the rule binds.
    Each(&'static str),
}

/// Elements of data, alone or with others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Elements {
    /// Only together with a name.
    pub with_name: bool,
    /// One of these.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub any: Vec<Element>,
    /// All of these.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub all: Vec<Element>,
}

/// An element of data, or several that count as one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Element {
    /// By its name.
    Named(String),
    /// Several.
    Several(Elements),
}

/// Ways of being affected.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Ways {
    /// They count.
    pub yes: Vec<Way>,
    /// Whether they count is open.
    pub open: Vec<Way>,
}

/// What can be counted, but the groups of persons.
const SUBJECTS: [&str; 3] = ["persons", "accounts", "records"];

/// Reads what a rule counts, by name.
pub(super) fn read(item: &Item<'_>) -> BTreeMap<CountedId, Counted> {
    let read = item.named(|_, item| item.within(|table| Some(one(table))));
    read.into_iter().filter_map(|(name, counted)| Some((CountedId::new(&name), counted?))).collect()
}

fn one(table: &Table<'_>) -> Option<Counted> {
    let of = table.must("of").and_then(|it| subject(&it));
    let unit = table.get("unit");
    let within = table.get("in").map(|it| it.all(place)).unwrap_or_default();
    let elements = table.get("elements").map(|it| elements(&it));
    let protection = table.get("protection").map(|it| it.words()).unwrap_or_default();
    let ways = table.get("ways").map(|it| ways(&it));
    let of = of?;
    if let Some(unit) = unit.as_ref().filter(|_| of != "records") {
        unit.refuse(Error::new("catalogue.unit_of_records").with("of", &of));
    }
    let unit = unit.and_then(|it| it.word());
    Some(Counted { of, unit, within, elements: elements.flatten(), protection, ways: ways.flatten() })
}

fn subject(item: &Item<'_>) -> Option<String> {
    let text = item.text()?;
    let group = text.strip_prefix("persons.").and_then(PersonGroup::find);
    if group.is_some() || SUBJECTS.contains(&text.as_str()) {
        return Some(text);
    }
    let groups: Vec<String> = PersonGroup::ids().iter().map(|it| format!("persons.{it}")).collect();
    item.unknown(&text, SUBJECTS.into_iter().chain(groups.iter().map(String::as_str)));
    None
}

fn place(item: &Item<'_>) -> Option<Place> {
    match item.text()?.as_str() {
        "each" => Some(Place::Each("each")),
        _ => territory::read(item).map(Place::Named),
    }
}

fn elements(item: &Item<'_>) -> Option<Elements> {
    item.within(|table| {
        let with_name = table.get("with_name").and_then(|it| it.truth()).unwrap_or_default();
        let (kind, item) = table.one_of(&["any", "all"])?;
        let of = item.all(element);
        let (any, all) = if kind == "any" { (of, Vec::new()) } else { (Vec::new(), of) };
        Some(Elements { with_name, any, all })
    })
}

fn element(item: &Item<'_>) -> Option<Element> {
    if item.is_text() { item.id().map(Element::Named) } else { elements(item).map(Element::Several) }
}

fn ways(item: &Item<'_>) -> Option<Ways> {
    item.within(|table| {
        let words = |key| table.get(key).map(|it| it.words()).unwrap_or_default();
        Some(Ways { yes: words("yes"), open: words("open") })
    })
}
