//! How periods are counted: when one begins, when it ends, where its end goes. A rule names a counting, and writes no arithmetic;
//! neither does this, it says which there is.

use std::collections::BTreeMap;

use serde::Serialize;

use super::reading::{Item, Table};
use super::reference::Target;
use super::source::{self, Source};
use crate::error::Error;
use crate::model::law::{CountingId, FromNonBusiness, MissingDay, PeriodEnd, PeriodStart, RollOver, TimeUnit};
use crate::model::listed::ById;
use crate::model::localised::Localised;

/// A way of counting periods; as JSON it stands as in its file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Counting {
    /// Which.
    pub id: CountingId,
    /// What people call it.
    pub name: Localised,
    /// Where it was read.
    pub source: Vec<Source>,
    /// How it counts each unit that it counts.
    #[serde(flatten)]
    pub units: BTreeMap<String, Way>,
}

impl ById for Counting {
    const UNKNOWN: &'static str = "catalogue.no_counting";

    fn id(&self) -> &str {
        self.id.as_str()
    }
}

/// How periods of a unit are counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Way {
    /// When one begins.
    pub start: PeriodStart,
    /// When it ends.
    pub end: PeriodEnd,
    /// Where its end goes that falls on a day without work; nothing: it stays.
    pub roll: Option<RollOver>,
    /// Where it ends in a month that lacks the day.
    pub missing_day: Option<MissingDay>,
    /// Where it begins that starts on a day without work.
    pub from_non_business: Option<FromNonBusiness>,
    /// How others count it; it stands beside, and decides nothing.
    pub reading: Option<Reading>,
}

/// How others count a period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Reading {
    /// Which.
    pub id: String,
    /// What people call it.
    pub name: Localised,
    /// When it begins.
    pub start: PeriodStart,
}

impl Counting {
    /// How it counts a unit, if it does.
    #[must_use]
    pub fn of(&self, unit: TimeUnit) -> Option<&Way> {
        self.units.get(unit.id())
    }
}

/// Reads a counting.
pub(super) fn read(table: &Table<'_>) -> Option<Counting> {
    let itself = table.must("id");
    itself.iter().for_each(|it| it.refers(Target::Itself));
    let id = itself.and_then(|it| it.id());
    let name = table.must("name").and_then(|it| it.localised());
    let source = source::read(table);
    let stated = TimeUnit::ALL.iter().filter_map(|unit| table.get(unit.id()).map(|it| (*unit, it)));
    let stated: Vec<_> = stated.collect();
    if stated.is_empty() {
        table.refuse(Error::new("catalogue.none_of").with("known", TimeUnit::ids().join(", ")));
    }
    let units = stated.iter().filter_map(|(unit, it)| Some((unit.id().to_owned(), it.within(|it| way(*unit, it))?)));
    let units = units.collect();
    Some(Counting { id: CountingId::new(&id?), name: name?, source, units })
}

/// Only what can happen to a unit can be said of it: hours end where they end, only months lack days.
fn way(unit: TimeUnit, table: &Table<'_>) -> Option<Way> {
    let start = table.must("start").and_then(|it| it.word());
    let end = table.must("end").and_then(|it| it.word());
    let by_days = unit != TimeUnit::Hours;
    let roll = only(by_days, table, "roll").and_then(|it| it.word());
    let missing_day = only(matches!(unit, TimeUnit::Months | TimeUnit::Years), table, "missing_day");
    let from_non_business = only(unit == TimeUnit::BusinessDays, table, "from_non_business");
    let reading = table.get("reading").and_then(|it| reading(&it));
    Some(Way {
        start: start?,
        end: end?,
        roll,
        missing_day: missing_day.and_then(|it| it.word()),
        from_non_business: from_non_business.and_then(|it| it.word()),
        reading,
    })
}

fn only<'f>(sensible: bool, table: &Table<'f>, key: &'static str) -> Option<Item<'f>> {
    if sensible { table.get(key) } else { None }
}

fn reading(item: &Item<'_>) -> Option<Reading> {
    item.within(|table| {
        let id = table.must("id").and_then(|it| it.id());
        let name = table.must("name").and_then(|it| it.localised());
        let start = table.must("start").and_then(|it| it.word());
        Some(Reading { id: id?, name: name?, start: start? })
    })
}
