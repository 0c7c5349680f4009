//! Merging: what stands of two rows, field by field.

use super::*;
use crate::model::count::Count;
use crate::model::ids::{DeedId, RegionId};
use crate::model::words::{Precision, Unit};
use crate::store::values::standing::Band;

fn records(low: u64, high: Option<u64>, estimate: Option<u64>, unit: Unit) -> Option<Records> {
    Some(Records { unit, low, high, estimate, whole_folders: 0, for_good: false })
}

fn band(from: i64) -> Option<Band> {
    Some(Band { from, until: from, precision: Precision::Second })
}

#[test]
fn records_become_the_hull_and_never_a_sum() {
    let exact = |n| records(n, Some(n), None, Unit::Email);
    let never = Some(Records::from(&Count::cannot_be_determined(Unit::Email)));
    for (one, other, hull, differs) in [
        (exact(10), exact(10), exact(10), false),
        (exact(10), exact(30), records(10, Some(30), None, Unit::Email), true),
        (exact(10), records(20, None, None, Unit::Email), records(10, None, None, Unit::Email), true),
        (None, exact(30), exact(30), false),
        (exact(10), None, exact(10), false),
        (exact(10), records(0, None, None, Unit::Email), exact(10), false),
        (records(0, None, None, Unit::Email), exact(10), exact(10), false),
        (exact(10), records(5, Some(5), None, Unit::File), exact(10), true),
        (never, exact(10), exact(10), false),
        (exact(10), never, exact(10), false),
        (never, records(0, None, None, Unit::Email), never, false),
        (records(0, None, None, Unit::Email), never, never, false),
        (None, never, never, false),
        (never, None, never, false),
    ] {
        let mut held = Held::of(&Stated { records: one, ..Stated::default() }, &TimeZone::UTC);
        let found = held.take(&Stated { records: other, ..Stated::default() }, &TimeZone::UTC);
        assert_eq!(held.standing.records, hull, "{one:?} {other:?}");
        assert_eq!(found == [Field::Records], differs, "{one:?} {other:?}");
    }
}

#[test]
fn of_two_statuses_the_graver_stands_and_of_two_names_the_first() {
    let stated = |name: &str, status| Stated { name: Some(name.into()), status: Some(status), ..Stated::default() };
    let mut held = Held::of(&stated("Anna", Status::Suspected), &TimeZone::UTC);
    let differing = held.take(&stated("Anne", Status::Confirmed), &TimeZone::UTC);
    assert_eq!(differing, [Field::Name, Field::Status]);
    assert_eq!((held.name.as_deref(), held.standing.status), (Some("Anna"), Status::Confirmed.position()));
}

#[test]
fn an_address_is_spelled_as_the_first_row_spells_it() {
    let stated = |shown: Option<&str>| Stated { shown: shown.map(str::to_owned), ..Stated::default() };
    for first in [None, Some("A@x.example")] {
        let mut held = Held::of(&stated(first), &TimeZone::UTC);
        assert_eq!(held.take(&stated(Some("a@X.example")), &TimeZone::UTC), []);
        assert_eq!(held.shown.as_deref(), first);
    }
}

#[test]
fn the_first_access_is_the_earlier_and_the_last_the_later() {
    let stated = |from, until| Stated { first: band(from), last: band(until), ..Stated::default() };
    let mut held = Held::of(&stated(86_400, 90_000), &TimeZone::UTC);
    assert_eq!(held.take(&stated(0, 86_401), &TimeZone::UTC), []);
    assert_eq!((held.standing.first, held.standing.last), (band(0), band(90_000)));
    assert_eq!(held.standing.day, Some(0));
}

#[test]
fn what_a_hand_has_set_stands_what_differs_is_said_and_totals_count_the_graver() {
    let mut held = Held::of(&Stated { region: Some(RegionId::new(1)), ..Stated::default() }, &TimeZone::UTC);
    held.standing.status = Status::Cleared.position();
    held.standing.status_deed = Some(DeedId::new(7));
    (held.standing.region, held.standing.region_deed) = (None, Some(DeedId::new(8)));
    let stated = Stated { region: Some(RegionId::new(2)), status: Some(Status::Confirmed), ..Stated::default() };
    assert_eq!(held.take(&stated, &TimeZone::UTC), [Field::Status, Field::Region]);
    assert_eq!((held.standing.region, held.standing.status), (None, Status::Cleared.position()));
    assert_eq!(held.standing.counted_status(), Status::Confirmed.position());
    let silent = Stated { region: None, status: Some(Status::Cleared), ..Stated::default() };
    assert_eq!(held.take(&silent, &TimeZone::UTC), []);
}
