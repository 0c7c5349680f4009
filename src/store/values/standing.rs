//! What changes often of an account, as one row of `standing`: tags, status, records, first and last access.
//!
//! A field whose deed is empty comes from what imports state; one with a deed was set by it (a hand, a sheet, a rule).

use std::ops::RangeInclusive;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::error::Result;
use crate::model::count::Count;
use crate::model::ids::{AccountId, CaseId, DeedId, OrganisationId, PlaceId, ProfileId, RegionId};
use crate::model::moment::Moment;
use crate::model::words::{Basis, Precision, Qualifier, Unit};
use crate::model::zone;
use crate::store::base::asked::Numbers;
use crate::store::base::bulk::{Bulk, Cell};

/// The columns after `account_id`, in the order of [`Standing::read`] and [`Standing::cells`].
macro_rules! columns {
    () => {
        "region_id, region_deed, organisation_id, organisation_deed, place_id, basis, place_deed, kind, status, \
         status_deed, unit, records_low, records_high, records_estimate, whole_folders, first_from, first_until, \
         first_precision, last_from, last_until, last_precision, day, status_stated, \
         safe_status, profile_id, \
         one_person, one_person_deed, records_for_good"
    };
}
pub(in crate::store) use columns;

/// How many they are.
pub const COLUMNS: i32 = 28;

/// A row of `standing`; words are their positions.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Standing {
    pub region: Option<RegionId>,
    pub region_deed: Option<DeedId>,
    pub organisation: Option<OrganisationId>,
    pub organisation_deed: Option<DeedId>,
    pub place: Option<PlaceId>,
    pub basis: Option<i64>,
    pub place_deed: Option<DeedId>,
    pub kind: i64,
    pub status: i64,
    /// A row states it; else it is the default, which is no statement.
    pub status_stated: bool,
    pub status_deed: Option<DeedId>,
    /// Graver than what a hand set, stated by a list since: totals count this one until somebody decides.
    pub safe_status: Option<i64>,
    pub records: Option<Records>,
    /// What is said of its data and of the ways in which it is affected; empty: nothing (store::values::profiles).
    pub profile: Option<ProfileId>,
    /// The deed by which somebody determined that it is one person (docs/model.md, rule 10).
    pub one_person: Option<DeedId>,
    pub one_person_deed: Option<DeedId>,
    pub first: Option<Band>,
    pub last: Option<Band>,
    pub day: Option<i64>,
}

/// A number of records as the store keeps it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Records {
    pub unit: Unit,
    pub low: u64,
    pub high: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub estimate: Option<u64>,
    #[serde(skip_serializing_if = "is_zero", default)]
    pub whole_folders: u64,
    /// Nothing of it is known, and nothing will be.
    #[serde(skip_serializing_if = "std::ops::Not::not", default)]
    pub for_good: bool,
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
const fn is_zero(value: &u64) -> bool {
    *value == 0
}

impl Records {
    /// A count in the contract's form, as a statement keeps it.
    pub fn of_form(form: &Value) -> Option<Self> {
        let number = |key: &str| form.get(key).and_then(Value::as_u64);
        let is = |qualifier: Qualifier| form.get("qualifier").and_then(Value::as_str) == Some(qualifier.id());
        Some(Self {
            unit: Unit::find(form.get("unit")?.as_str()?)?,
            low: number("low")?,
            high: number("high"),
            estimate: number("value").filter(|_| is(Qualifier::Approximate)),
            whole_folders: number("whole_folders").unwrap_or_default(),
            for_good: is(Qualifier::CannotBeDetermined),
        })
    }
}

impl From<&Count> for Records {
    fn from(count: &Count) -> Self {
        Self {
            unit: count.unit,
            low: count.low,
            high: count.high,
            estimate: count.estimate,
            whole_folders: count.whole_folders,
            for_good: count.qualifier() == Qualifier::CannotBeDetermined,
        }
    }
}

impl From<Records> for Count {
    fn from(kept: Records) -> Self {
        let mut count = Self::between(kept.low, kept.high, kept.unit);
        count.estimate = kept.estimate;
        count.whole_folders = kept.whole_folders;
        count.unknown_parts = u64::from(count.says_nothing());
        count.for_good = kept.for_good && count.says_nothing();
        count.undeterminable_parts = u64::from(count.for_good);
        count
    }
}

/// A time with its precision, in Unix seconds; a day, a month or a year as the calendar has it, in seconds of no zone: it
/// is the same day in every one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Band {
    pub from: i64,
    pub until: i64,
    pub precision: Precision,
}

/// Seconds of a day.
const DAY: i64 = 86_400;

/// Seconds since 1970 on a zone's clock.
fn on_the_clock(second: i64, zone: &TimeZone) -> i64 {
    let offset = Timestamp::from_second(second).map_or(0, |at| zone.to_offset(at).seconds());
    second + i64::from(offset)
}

impl Band {
    /// As it was stated; `zone` is the one that is probably meant, so that it need not be looked up.
    pub fn of(moment: &Moment, zone: &TimeZone) -> Self {
        let (from, until, precision) = (moment.from.as_second(), moment.until.as_second(), moment.precision);
        if moment.has_time() {
            return Self { from, until, precision };
        }
        let other = moment.zone_assumed.as_deref().filter(|name| zone.iana_name() != Some(*name));
        let other = other.map(zone::kept);
        let day = |second| on_the_clock(second, other.as_ref().unwrap_or(zone)).div_euclid(DAY) * DAY;
        Self { from: day(from), until: day(until), precision }
    }

    const fn has_time(&self) -> bool {
        self.precision.position() >= Precision::Minute.position()
    }

    /// The day in a zone, as days since 1970-01-01; nothing where the time is coarser than a day.
    pub fn day(&self, zone: &TimeZone) -> Option<i64> {
        match self.precision {
            Precision::Year | Precision::Month => None,
            Precision::Day | Precision::Minute | Precision::Second => Some(self.first_day(zone)),
        }
    }

    /// Its first day in a zone.
    pub fn first_day(&self, zone: &TimeZone) -> i64 {
        self.on_clock(self.from, zone).div_euclid(DAY)
    }

    /// Its last day in a zone.
    pub fn last_day(&self, zone: &TimeZone) -> i64 {
        if self.has_time() { on_the_clock(self.from, zone).div_euclid(DAY) } else { (self.until - 1).div_euclid(DAY) }
    }

    /// Whether it begins before another, on a zone's clock.
    pub fn begins_before(&self, other: &Self, zone: &TimeZone) -> bool {
        self.on_clock(self.from, zone) < other.on_clock(other.from, zone)
    }

    /// Whether it has ended when another begins, on a zone's clock.
    pub fn is_before(&self, other: &Self, zone: &TimeZone) -> bool {
        self.on_clock(self.until, zone) < other.on_clock(other.from, zone)
    }

    /// Whether it ends after another, on a zone's clock.
    pub fn ends_after(&self, other: &Self, zone: &TimeZone) -> bool {
        self.on_clock(self.until, zone) > other.on_clock(other.until, zone)
    }

    fn on_clock(&self, second: i64, zone: &TimeZone) -> i64 {
        if self.has_time() { on_the_clock(second, zone) } else { second }
    }

    /// The contract's form of it.
    pub fn text(&self, zone: &TimeZone) -> Option<String> {
        let from = Timestamp::from_second(self.from).ok()?;
        let until = Timestamp::from_second(self.until).ok()?;
        let (precision, original) = (self.precision, String::new());
        let zone = if self.has_time() { zone } else { &TimeZone::UTC };
        Some(Moment { from, until, precision, original, zone_assumed: None }.text(zone))
    }
}

impl Standing {
    /// From the row's columns, beginning with `at`.
    pub fn read(row: &impl Numbers, at: i32) -> Self {
        let int = |column: i32| row.int(at + column);
        let deed = |column: i32| int(column).map(DeedId::new);
        Self {
            region: int(0).map(RegionId::new),
            region_deed: deed(1),
            organisation: int(2).map(OrganisationId::new),
            organisation_deed: deed(3),
            place: int(4).map(PlaceId::new),
            basis: int(5),
            place_deed: deed(6),
            kind: int(7).unwrap_or_default(),
            status: int(8).unwrap_or_default(),
            status_stated: int(22) == Some(1),
            status_deed: deed(9),
            safe_status: int(23),
            profile: int(24).map(ProfileId::new),
            one_person: deed(25),
            one_person_deed: deed(26),
            records: records([int(10), int(11), int(12), int(13), int(14), int(27)]),
            first: band(int(15), int(16), int(17)),
            last: band(int(18), int(19), int(20)),
            day: int(21),
        }
    }

    /// The columns, for an account.
    pub fn cells(&self, account: AccountId) -> [Cell<'static>; 29] {
        let records = self.records;
        let of = |part: fn(&Records) -> Option<u64>| Cell::from(records.as_ref().and_then(part).map(signed));
        [
            account.into(),
            self.region.into(),
            self.region_deed.into(),
            self.organisation.into(),
            self.organisation_deed.into(),
            self.place.into(),
            self.basis.into(),
            self.place_deed.into(),
            self.kind.into(),
            self.status.into(),
            self.status_deed.into(),
            records.map(|it| it.unit.position()).into(),
            of(|it| Some(it.low)),
            of(|it| it.high),
            of(|it| it.estimate),
            of(|it| Some(it.whole_folders).filter(|it| *it > 0)),
            self.first.map(|it| it.from).into(),
            self.first.map(|it| it.until).into(),
            self.first.map(|it| it.precision.position()).into(),
            self.last.map(|it| it.from).into(),
            self.last.map(|it| it.until).into(),
            self.last.map(|it| it.precision.position()).into(),
            self.day.into(),
            i64::from(self.status_stated).into(),
            self.safe_status.into(),
            self.profile.into(),
            self.one_person.into(),
            self.one_person_deed.into(),
            of(|it| it.for_good.then_some(1)),
        ]
    }

    /// The status that totals count (docs/model.md, rule 11).
    pub fn counted_status(&self) -> i64 {
        self.safe_status.unwrap_or(self.status)
    }

    /// What its residence rests on.
    pub fn basis(&self) -> Option<Basis> {
        self.basis.and_then(Basis::at)
    }
}

/// The accounts of a case that are there, from the first to the last.
///
/// # Errors
/// What SQLite refuses.
pub fn range(bulk: &Bulk<'_>, case_id: CaseId) -> Result<RangeInclusive<AccountId>> {
    let (first, last) = case_id.accounts().into_inner();
    let mut of = bulk.prepare(
        "SELECT (SELECT min(account_id) FROM standing WHERE account_id BETWEEN ?1 AND ?2), \
         (SELECT max(account_id) FROM standing WHERE account_id BETWEEN ?1 AND ?2)",
    )?;
    let found = of.first(&[first.into(), last.into()], |row| Ok(row.int(0).zip(row.int(1))))?.flatten();
    let (first, last) = found.map_or((first, first), |(first, last)| (AccountId::new(first), AccountId::new(last)));
    Ok(first..=last)
}

pub(in crate::store) fn records([unit, low, high, estimate, whole, for_good]: [Option<i64>; 6]) -> Option<Records> {
    let count = |value: i64| u64::try_from(value).unwrap_or_default();
    Some(Records {
        unit: Unit::at(unit?)?,
        low: low.map(count).unwrap_or_default(),
        high: high.map(count),
        estimate: estimate.map(count),
        whole_folders: whole.map(count).unwrap_or_default(),
        for_good: for_good == Some(1),
    })
}

pub(in crate::store) fn band(from: Option<i64>, until: Option<i64>, precision: Option<i64>) -> Option<Band> {
    Some(Band { from: from?, until: until?, precision: Precision::at(precision?)? })
}

/// A number as SQLite keeps it; what is larger than its integers is the largest of them.
pub fn signed(value: u64) -> i64 {
    i64::try_from(value).unwrap_or(i64::MAX)
}
