//! Persons by residence, data element and way: counted from the profiles of accounts, beside what was typed.
//!
//! Each row is of accounts of which all three are said at once. Rows are not additive: an account with two elements is in
//! both. It rolls nothing up: a row is of the place that the tag names.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::cells::{Cells, Tagged};
use crate::model::count::Count;
use crate::model::count::tallied::Belongs;
use crate::model::facts::ExposureRow;
use crate::model::ids::{PlaceId, ProfileId};
use crate::model::persons::{Exposed, PersonCell, Persons, Profile};
use crate::model::words::{DataCategory, PersonGroup, Status, Unit, Way};

/// What places and profiles mean.
pub(super) struct Meaning<'a> {
    pub places: &'a BTreeMap<PlaceId, String>,
    pub profiles: &'a BTreeMap<ProfileId, Profile>,
}

/// Place, element, way.
type Key<'a> = (Option<&'a str>, &'a str, Option<Way>);

/// Persons who surely belong to a row, and those who may.
#[derive(Default)]
struct Bounds {
    low: u64,
    high: u64,
}

/// The rows that accounts make, with those that were typed: by residence, not known last, then by element and way.
pub(super) fn rows(cells: &Cells, meaning: &Meaning<'_>, typed: &[&ExposureRow]) -> Vec<ExposureRow> {
    let mut counted: BTreeMap<Key<'_>, Bounds> = BTreeMap::new();
    for it in owners(cells) {
        let Some(profile) = meaning.profiles.get(&ProfileId::new(it.profile)) else { continue };
        let place = meaning.places.get(&PlaceId::new(it.place)).map(String::as_str);
        for element in &profile.elements {
            for (way, status) in ways(profile) {
                let sure = it.cell.one_person
                    && it.cell.belongs == Belongs::Surely
                    && [status, it.cell.status] == [Status::Confirmed; 2];
                let bounds = counted.entry((place, element, way)).or_default();
                bounds.low += if sure { it.cell.accounts } else { 0 };
                bounds.high += it.cell.accounts;
            }
        }
    }
    let row = |((place, element, way), bounds): (Key<'_>, Bounds)| ExposureRow {
        residence: place.map(str::to_owned),
        element: element.to_owned(),
        data_category: DataCategory::find(element),
        way,
        group: PersonGroup::Owner.id().to_owned(),
        persons: Count::between(bounds.low, Some(bounds.high), Unit::Person),
        typed: false,
    };
    let mut rows: Vec<ExposureRow> = counted.into_iter().map(row).chain(typed.iter().copied().cloned()).collect();
    rows.sort_by(|one, other| key(one).cmp(&key(other)));
    rows
}

fn key(row: &ExposureRow) -> (bool, Option<&str>, &str, Option<Way>, bool) {
    (row.residence.is_none(), row.residence.as_deref(), &row.element, row.way, row.typed)
}

/// Accounts that count and behind which a person may stand.
fn owners(cells: &Cells) -> impl Iterator<Item = &Tagged> {
    cells.tagged.iter().filter(|it| it.cell.status != Status::Cleared && it.cell.kind.may_be_person())
}

/// The ways that are not cleared; one row without a way where nothing is said of any.
fn ways(profile: &Profile) -> Vec<(Option<Way>, Status)> {
    if profile.ways.is_empty() {
        return vec![(None, Status::Confirmed)];
    }
    let affected = profile.ways.iter().filter(|(_, status)| **status != Status::Cleared);
    affected.map(|(way, status)| (Some(*way), *status)).collect()
}

/// The persons of a scope as thresholds ask of them; `untold` are groups that were counted without an exposure.
pub(super) fn persons(
    cells: &Cells,
    meaning: &Meaning<'_>,
    typed: Vec<Exposed>,
    untold: Vec<(String, Count)>,
) -> Persons {
    let places: BTreeMap<PlaceId, Arc<str>> =
        meaning.places.iter().map(|(id, code)| (*id, Arc::from(code.as_str()))).collect();
    let profiles: BTreeMap<ProfileId, Arc<Profile>> =
        meaning.profiles.iter().map(|(id, profile)| (*id, Arc::new(profile.clone()))).collect();
    let cell = |it: &Tagged| PersonCell {
        place: places.get(&PlaceId::new(it.place)).cloned(),
        profile: profiles.get(&ProfileId::new(it.profile)).cloned(),
        // Whose accounts they are is not known: they may belong, as those that are suspected may.
        status: if it.cell.belongs == Belongs::Perhaps { Status::Suspected } else { it.cell.status },
        accounts: it.cell.accounts,
        one_person: it.cell.one_person,
    };
    Persons { cells: owners(cells).map(cell).collect(), typed, untold }
}
