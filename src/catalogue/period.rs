//! A period, as a rule says it: from which moment, how long. How it is counted is its counting's.

use std::fmt;

use serde::ser::SerializeMap as _;
use serde::{Serialize, Serializer};

use super::reading::{Item, Table};
use super::reference::Target;
use super::scope::Scope;
use super::territory::{self, Territory};
use crate::error::Error;
use crate::model::law::{PhaseId, RegimeId, TimeUnit};
use crate::model::listed::among;
use crate::model::words::{DeterminationKind, MilestoneKind, Word as _};

/// The moment that a period runs from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Anchor {
    /// Since when a legal entity is aware: of the breach, the incident, its significance.
    Aware(DeterminationKind),
    /// A step in time.
    Milestone(MilestoneKind),
    /// When something was determined.
    Determined(DeterminationKind),
    /// When an earlier step of the same rule was sent: the first time, or the last.
    Sent {
        /// Which.
        phase: PhaseId,
        /// The last time.
        last: bool,
    },
    /// When data subjects in a territory were told.
    Communicated(Territory),
    /// Until when another duty is due.
    Duty {
        /// Of which rule.
        regime: RegimeId,
        /// Which of its steps.
        phase: PhaseId,
    },
    /// The end of the calendar year in which it was discovered.
    YearEnd,
}

/// What anchors begin with that are not alone.
pub(super) const HEADS: [&str; 4] = ["aware", "determined", "sent", "communicated"];

/// Kinds of awareness, by what they are called after `aware.`.
const AWARE: [(&str, DeterminationKind); 3] = [
    ("breach", DeterminationKind::Awareness),
    ("incident", DeterminationKind::AwarenessOfIncident),
    ("significance", DeterminationKind::AwarenessOfSignificance),
];

impl fmt::Display for Anchor {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Aware(kind) => {
                let of = AWARE.iter().find(|(_, it)| it == kind).map_or("breach", |(of, _)| of);
                write!(out, "aware.{of}")
            }
            Self::Milestone(kind) => kind.fmt(out),
            Self::Determined(kind) => write!(out, "determined.{kind}"),
            Self::Sent { phase, last: false } => write!(out, "sent.{phase}"),
            Self::Sent { phase, last: true } => write!(out, "sent.{phase}.last"),
            Self::Communicated(territory) => write!(out, "communicated.{}", territory.code()),
            Self::Duty { regime, phase } => write!(out, "{regime}.{phase}"),
            Self::YearEnd => out.write_str("year_end"),
        }
    }
}

impl Serialize for Anchor {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.collect_str(self)
    }
}

/// So long from a moment; without a length the moment itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Period {
    /// From when.
    pub from: Anchor,
    /// How long.
    pub length: Option<Length>,
}

/// So many of a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Length {
    /// How many, from 1.
    pub n: u64,
    /// Of what.
    pub unit: TimeUnit,
}

impl Serialize for Length {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        let mut map = out.serialize_map(Some(1))?;
        map.serialize_entry(self.unit.id(), &self.n)?;
        map.end()
    }
}

impl Serialize for Period {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        let mut map = out.serialize_map(None)?;
        map.serialize_entry("from", &self.from)?;
        if let Some(length) = self.length {
            map.serialize_entry(length.unit.id(), &length.n)?;
        }
        map.end()
    }
}

const UNITS: [&str; 5] = ["hours", "days", "business_days", "months", "years"];

/// Reads a period that stands among other keys of a table.
pub(super) fn period(table: &Table<'_>, scope: &Scope) -> Option<Period> {
    let (from, length) = (table.must("from"), table.at_most_one_of(&UNITS));
    let from = from.and_then(|it| anchor(&it, scope));
    let length = length.map(|(unit, item)| length_of(unit, &item));
    Some(Period { from: from?, length: length.map_or(Some(None), |it| it.map(Some))? })
}

/// A length of its unit.
pub(super) fn length_of(unit: &str, item: &Item<'_>) -> Option<Length> {
    let (n, unit) = (item.number()?, TimeUnit::of(unit)?);
    item.refers(Target::Unit(unit));
    Some(Length { n, unit })
}

/// Reads a moment that a period runs from.
pub(super) fn anchor(item: &Item<'_>, scope: &Scope) -> Option<Anchor> {
    let text = item.text()?;
    match text.split_once('.') {
        None if text == "year_end" => Some(Anchor::YearEnd),
        None => milestone(item, &text),
        Some(("aware", of)) => aware(item, of),
        Some(("determined", kind)) => determined(item, kind),
        Some(("sent", phase)) => sent(item, phase, scope),
        Some(("communicated", code)) => communicated(item, code),
        Some((regime, phase)) => {
            let (regime, phase) = (RegimeId::new(regime), PhaseId::new(phase));
            item.refers(Target::Duty { step: scope.step, regime: regime.clone(), phase: phase.clone() });
            Some(Anchor::Duty { regime, phase })
        }
    }
}

fn milestone(item: &Item<'_>, text: &str) -> Option<Anchor> {
    let found = MilestoneKind::find(text).map(Anchor::Milestone);
    if found.is_none() {
        item.unknown(text, MilestoneKind::ids().into_iter().chain(["year_end"]).chain(HEADS));
    }
    found
}

fn aware(item: &Item<'_>, of: &str) -> Option<Anchor> {
    let found = AWARE.iter().find(|(it, _)| *it == of);
    if found.is_none() {
        item.unknown(of, AWARE.iter().map(|(it, _)| *it));
    }
    found.map(|(_, kind)| Anchor::Aware(*kind))
}

fn determined(item: &Item<'_>, kind: &str) -> Option<Anchor> {
    let found = DeterminationKind::find(kind);
    if found.is_none() {
        item.unknown(kind, DeterminationKind::ids());
    }
    found.map(Anchor::Determined)
}

/// Only what stands above can have been sent before.
fn sent(item: &Item<'_>, text: &str, scope: &Scope) -> Option<Anchor> {
    let (phase, last) = text.strip_suffix(".last").map_or((text, false), |phase| (phase, true));
    if !scope.earlier.iter().any(|it| it.as_str() == phase) {
        let unknown = Error::new("catalogue.no_earlier_phase").with("phase", phase);
        item.refuse(among(unknown, phase, scope.earlier.iter().map(PhaseId::as_str)));
        return None;
    }
    Some(Anchor::Sent { phase: PhaseId::new(phase), last })
}

fn communicated(item: &Item<'_>, code: &str) -> Option<Anchor> {
    let found = Territory::of(code);
    if found.is_none() {
        item.refuse(Error::new("catalogue.no_place").with("code", code).with("groups", territory::GROUPS.join(", ")));
    }
    found.map(Anchor::Communicated)
}
