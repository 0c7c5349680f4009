//! A number that a report may print: an interval with its unit and its standing, never a bare integer.
//!
//! docs/model.md holds the fifteen rules of counting; the functions here name the rule they keep.

mod contradiction;
mod reading;
mod shares;
pub mod small_cells;
mod sums;
pub mod tallied;
pub mod thresholds;

#[cfg(test)]
mod rules;

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::words::{Qualifier, Standing, Unit};

pub use shares::percent;
pub use sums::{Sum, grain};

/// The largest number taken from anybody: a larger one is a telephone number or a hash in the wrong column. Sums of
/// nine million such numbers stay within the 64 signed bits of SQLite, and single ones exact in every reader of JSON.
pub const LARGEST: u64 = 1_000_000_000_000;

/// How many: an interval, or an estimate, or open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Count {
    /// At least so many.
    pub low: u64,
    /// At most so many; `None` is open.
    pub high: Option<u64>,
    /// The estimate, where the number is estimated and not counted.
    pub estimate: Option<u64>,
    /// What is counted.
    pub unit: Unit,
    /// Whose word it is.
    pub standing: Standing,
    /// Whatever is open in it will never be known better.
    pub for_good: bool,
    /// How many parts of it are open: accounts without a number, groups to be determined.
    pub unknown_parts: u64,
    /// How many of these will never be known: what is said of them is "cannot be determined", and not "to be determined".
    pub undeterminable_parts: u64,
    /// Whole folders that were synced; their items are not in the number.
    pub whole_folders: u64,
}

impl Count {
    /// Counted, all of it.
    #[must_use]
    pub const fn exact(value: u64, unit: Unit) -> Self {
        Self::between(value, Some(value), unit)
    }

    /// From `low` to `high`, or open.
    #[must_use]
    pub const fn between(low: u64, high: Option<u64>, unit: Unit) -> Self {
        Self {
            low,
            high,
            estimate: None,
            unit,
            standing: Standing::Own,
            for_good: false,
            unknown_parts: 0,
            undeterminable_parts: 0,
            whole_folders: 0,
        }
    }

    /// Estimated, with a band or without.
    #[must_use]
    pub const fn approximate(value: u64, band: Option<(u64, u64)>, unit: Unit) -> Self {
        let (low, high) = match band {
            Some((low, high)) => (low, Some(high)),
            None => (0, None),
        };
        let mut count = Self::between(low, high, unit);
        count.estimate = Some(value);
        count
    }

    /// So many or fewer, none among them.
    #[must_use]
    pub const fn at_most(value: u64, unit: Unit) -> Self {
        Self::between(0, Some(value), unit)
    }

    /// Nobody knows yet.
    #[must_use]
    pub const fn to_be_determined(unit: Unit) -> Self {
        let mut count = Self::between(0, None, unit);
        count.unknown_parts = 1;
        count
    }

    /// Nobody will know.
    #[must_use]
    pub const fn cannot_be_determined(unit: Unit) -> Self {
        let mut count = Self::to_be_determined(unit);
        count.for_good = true;
        count.undeterminable_parts = 1;
        count
    }

    /// Parts of it that are open and that somebody can still determine.
    #[must_use]
    pub const fn parts_to_determine(&self) -> u64 {
        self.unknown_parts.saturating_sub(self.undeterminable_parts)
    }

    /// Whether one of its numbers is above [`LARGEST`].
    #[must_use]
    pub fn is_too_large(&self) -> bool {
        [Some(self.low), self.high, self.estimate].into_iter().flatten().any(|it| it > LARGEST)
    }

    /// The word beside the number.
    #[must_use]
    pub const fn qualifier(&self) -> Qualifier {
        if self.estimate.is_some() {
            return Qualifier::Approximate;
        }
        match (self.low, self.high) {
            (low, Some(high)) if low == high => Qualifier::Exact,
            (0, Some(_)) => Qualifier::AtMost,
            (_, Some(_)) => Qualifier::Between,
            (0, None) if self.for_good => Qualifier::CannotBeDetermined,
            (0, None) => Qualifier::ToBeDetermined,
            (_, None) => Qualifier::AtLeast,
        }
    }

    /// The number that stands beside the qualifier; none where there is none.
    #[must_use]
    pub const fn value(&self) -> Option<u64> {
        match self.qualifier() {
            Qualifier::Approximate => self.estimate,
            Qualifier::AtMost => self.high,
            Qualifier::ToBeDetermined | Qualifier::CannotBeDetermined => None,
            Qualifier::Exact | Qualifier::AtLeast | Qualifier::Between => Some(self.low),
        }
    }
}

/// What the contract's form looks like to the window's pages; [`Count`]'s own serialisation writes it.
#[derive(ts_rs::TS)]
#[ts(rename = "Count")]
#[allow(dead_code, reason = "its declaration is all that is wanted")]
struct Form {
    /// The number beside the qualifier; none where there is none.
    value: Option<u64>,
    qualifier: Qualifier,
    low: u64,
    /// `null` is open.
    high: Option<u64>,
    unit: Unit,
    unknown_parts: u64,
    /// How many of the unknown parts nobody will ever know.
    #[ts(optional)]
    undeterminable_parts: Option<u64>,
    #[ts(optional)]
    whole_folders: Option<u64>,
}

impl ts_rs::TS for Count {
    type WithoutGenerics = Self;
    type OptionInnerType = Self;

    fn name(config: &ts_rs::Config) -> String {
        Form::name(config)
    }

    fn inline(config: &ts_rs::Config) -> String {
        Form::inline(config)
    }

    fn inline_flattened(config: &ts_rs::Config) -> String {
        Form::inline_flattened(config)
    }

    fn decl(config: &ts_rs::Config) -> String {
        Form::decl(config)
    }

    fn visit_dependencies(visitor: &mut impl ts_rs::TypeVisitor) {
        Form::visit_dependencies(visitor);
    }

    fn output_path() -> Option<std::path::PathBuf> {
        Form::output_path()
    }
}

/// The contract's form (docs/model.md, Facts).
impl Serialize for Count {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        let mut map = out.serialize_map(None)?;
        map.serialize_entry("value", &self.value())?;
        map.serialize_entry("qualifier", &self.qualifier())?;
        map.serialize_entry("low", &self.low)?;
        map.serialize_entry("high", &self.high)?;
        map.serialize_entry("unit", &self.unit)?;
        map.serialize_entry("unknown_parts", &self.unknown_parts)?;
        if self.undeterminable_parts > 0 {
            map.serialize_entry("undeterminable_parts", &self.undeterminable_parts)?;
        }
        if self.whole_folders > 0 {
            map.serialize_entry("whole_folders", &self.whole_folders)?;
        }
        map.end()
    }
}
