//! Persons: the groups, and how many they are together (rules 1, 2, 3 and 10).
//!
//! Owners come from the list: without person keys they are at most the accounts that may be a person's. The other
//! groups are typed or claimed, `persons.<group>`.
//!
//! Rule 2 (docs/model.md) has a group say for each other group whether the two may overlap. Where neither has said anything, they
//! are counted as if they might: the low bound is then the larger group and the high bound the sum, and the truth lies
//! between them either way. To take silence for "disjoint" would print a low bound that nobody has vouched for, and a
//! lower bound that falls later is a correction (rule 13). Two groups stated disjoint add up.

use super::ground::Ground;
use crate::model::count::Count;
use crate::model::count::tallied::Tallied;
use crate::model::facts::{Figured, GroupRow, Persons};
use crate::model::words::{PersonGroup, Unit};

pub(super) fn read(ground: &Ground, all: &Tallied) -> Persons {
    let groups = groups(ground, all);
    let counts: Vec<Count> = groups.iter().map(|row| row.count.clone()).collect();
    let disjoint = |one: usize, two: usize| match (groups.get(one), groups.get(two)) {
        (Some(one), Some(two)) => ground.written.disjoint(&one.group, &two.group),
        _ => false,
    };
    let union = Count::union_unless(Unit::Person, &counts, disjoint).ok().filter(|_| !groups.is_empty());
    let (claim, typed) = (ground.written.adopted("persons"), ground.written.typed("persons"));
    Persons { total: Figured::settled(union, Unit::Person, claim, typed), groups }
}

/// Owners first, then the order of the list of groups, then others by name.
fn groups(ground: &Ground, all: &Tallied) -> Vec<GroupRow> {
    let mut names = ground.written.groups();
    if ground.examined() {
        names.insert(PersonGroup::Owner.id().to_owned());
    }
    let mut names: Vec<String> = names.into_iter().collect();
    names.sort_by_key(|name| PersonGroup::find(name).map_or(i64::MAX, PersonGroup::position));
    names.iter().map(|name| group(ground, all, name, &names)).collect()
}

fn group(ground: &Ground, all: &Tallied, name: &str, names: &[String]) -> GroupRow {
    let subject = format!("persons.{name}");
    let (claim, typed) = (ground.written.adopted(&subject), ground.written.typed(&subject));
    let is_owner = name == PersonGroup::Owner.id();
    let computed = if is_owner { ground.sum(all.owners()) } else { None };
    let figured = Figured::settled(computed, Unit::Person, claim, typed);
    let others = names.iter().filter(|other| *other != name && !ground.written.disjoint(name, other));
    GroupRow {
        group: name.to_owned(),
        computed: is_owner && claim.is_none() && typed.is_none(),
        overlaps: others.cloned().collect(),
        source: claim.map(|claim| claim.source.clone()).or_else(|| typed.and_then(|typed| typed.source.clone())),
        count: person(figured.count),
        sum: figured.sum,
        claim: figured.claim,
    }
}

/// A group counts persons, whatever unit was typed with it.
fn person(count: Count) -> Count {
    Count { unit: Unit::Person, ..count }
}
