//! Merging: what several rows state of one account becomes what the account holds.
//!
//! Rows never add up. An empty field is filled; the first access is the earlier, the last the later; records become
//! the hull, a status the graver one, anything else stays as first stated. What a hand has set stands. What a row
//! does not say is no statement: a default stands until somebody states something, and contradicts nothing. Pure.

use std::collections::{BTreeMap, BTreeSet};

use jiff::tz::TimeZone;
use serde_json::Value;

use super::field::Field;
use super::stated::{Hands, Source, Stated, since};
use crate::model::account::AccountKey;
use crate::model::persons::Profile;
use crate::model::words::{AccountKind, Basis, Status, Way};
use crate::store::values::profiles;
use crate::store::values::standing::{Records, Standing};
use records::hull;
pub use records::of_one_unit;

/// Each way once, in their order, with the graver of its statuses.
pub fn graver(ways: Vec<(Way, Option<Status>)>) -> Vec<(Way, Option<Status>)> {
    let gravity = |status: Option<Status>| status.map(Status::gravity);
    let mut each: BTreeMap<Way, Option<Status>> = BTreeMap::new();
    for (way, status) in ways {
        let held = each.entry(way).or_insert(status);
        if gravity(status) > gravity(*held) {
            *held = status;
        }
    }
    each.into_iter().collect()
}

/// A way in which an account is affected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WayHeld {
    pub status: Status,
    /// A row states the status; else it is what stood of the account when the way was first named.
    pub stated: bool,
}

impl WayHeld {
    /// As a row states it of an account of this status.
    pub fn of(stated: Option<Status>, account: Status) -> Self {
        Self { status: stated.unwrap_or(account), stated: stated.is_some() }
    }

    fn take(&mut self, stated: Option<Status>) {
        let Some(status) = stated else { return };
        if !self.stated || status.gravity() > self.status.gravity() {
            *self = Self { status, stated: true };
        }
    }
}

/// What an account holds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Held {
    pub shown: Option<String>,
    pub name: Option<String>,
    pub notes: Option<String>,
    pub standing: Standing,
    pub ways: BTreeMap<Way, WayHeld>,
    /// Categories of data that rows name.
    pub categories: BTreeSet<String>,
}

/// docs/model.md, Import: a list without a word for it brings confirmed accounts.
const DEFAULT_STATUS: Status = Status::Confirmed;

impl Held {
    /// What an account holds of which one row is all that is known.
    pub fn of(stated: &Stated, zone: &TimeZone) -> Self {
        let standing = Standing { kind: AccountKind::Unknown.position(), ..Standing::default() };
        let status = Self::status_of(stated);
        // How an address is spelled is the first row's word; where it spells the key itself, nothing is kept.
        let shown = stated.shown.clone();
        let mut held = Self { shown, standing: Standing { status: status.position(), ..standing }, ..Self::default() };
        held.take(stated, zone);
        held
    }

    /// The status of an account of which one row is all that is known.
    pub fn status_of(stated: &Stated) -> Status {
        stated.status.unwrap_or(DEFAULT_STATUS)
    }

    /// The same for a row whose day is counted already: what a new account's `standing` is.
    pub fn standing_of(stated: &Stated, day: Option<i64>) -> Standing {
        Standing {
            region: stated.region,
            organisation: stated.organisation,
            place: stated.place,
            basis: stated.place.and(stated.basis).map(Basis::position),
            kind: stated.kind.unwrap_or(AccountKind::Unknown).position(),
            status: Self::status_of(stated).position(),
            status_stated: stated.status.is_some(),
            records: stated.records,
            first: stated.first,
            last: stated.last,
            day,
            ..Standing::default()
        }
    }

    /// Merges a row, and says which of its fields state something else than what is held.
    pub fn take(&mut self, stated: &Stated, zone: &TimeZone) -> Vec<Field> {
        let mut differing = Vec::new();
        note(&mut differing, Field::Name, fill(&mut self.name, stated.name.as_ref()));
        note(&mut differing, Field::Notes, fill(&mut self.notes, stated.notes.as_ref()));
        self.take_tags(stated, &mut differing);
        note(&mut differing, Field::Records, hull(&mut self.standing.records, stated.records));
        self.take_times(stated, zone);
        self.take_ways(stated);
        self.categories.extend(stated.categories.iter().cloned());
        differing
    }

    fn take_ways(&mut self, stated: &Stated) {
        let account = Status::at(self.standing.status).unwrap_or(DEFAULT_STATUS);
        for (way, status) in &stated.ways {
            self.ways.entry(*way).or_insert_with(|| WayHeld::of(*status, account)).take(*status);
        }
    }

    fn take_tags(&mut self, stated: &Stated, differing: &mut Vec<Field>) {
        let standing = &mut self.standing;
        if let Some(kind) = stated.kind.filter(|kind| *kind != AccountKind::Unknown) {
            let unknown = standing.kind == AccountKind::Unknown.position();
            note(differing, Field::Kind, !unknown && standing.kind != kind.position());
            standing.kind = if unknown { kind.position() } else { standing.kind };
        }
        note(differing, Field::Status, take_status(standing, stated.status));
        let (region, organisation) = (stated.region.as_ref(), stated.organisation.as_ref());
        let by_hand = standing.region_deed.is_some();
        note(differing, Field::Region, take_tag(&mut standing.region, by_hand, region));
        let by_hand = standing.organisation_deed.is_some();
        note(differing, Field::Organisation, take_tag(&mut standing.organisation, by_hand, organisation));
        let by_hand = standing.place_deed.is_some();
        if !by_hand && standing.place.is_none() && stated.place.is_some() {
            standing.basis = stated.basis.map(Basis::position);
        }
        note(differing, Field::Residence, take_tag(&mut standing.place, by_hand, stated.place.as_ref()));
    }

    fn take_times(&mut self, stated: &Stated, zone: &TimeZone) {
        let standing = &mut self.standing;
        if let Some(first) = stated.first.filter(|it| standing.first.is_none_or(|held| it.begins_before(&held, zone))) {
            standing.first = Some(first);
            standing.day = first.day(zone);
        }
        if let Some(last) = stated.last.filter(|it| standing.last.is_none_or(|held| it.ends_after(&held, zone))) {
            standing.last = Some(last);
        }
    }

    /// The fields that hands have set come from `other`; everything else stays.
    pub fn keep_hands(&mut self, other: &Standing) {
        let standing = &mut self.standing;
        if other.region_deed.is_some() {
            (standing.region, standing.region_deed) = (other.region, other.region_deed);
        }
        if other.organisation_deed.is_some() {
            (standing.organisation, standing.organisation_deed) = (other.organisation, other.organisation_deed);
        }
        if other.place_deed.is_some() {
            (standing.place, standing.basis, standing.place_deed) = (other.place, other.basis, other.place_deed);
        }
        if other.one_person_deed.is_some() {
            (standing.one_person, standing.one_person_deed) = (other.one_person, other.one_person_deed);
        }
        if other.status_deed.is_some() {
            (standing.status, standing.status_deed) = (other.status, other.status_deed);
        }
    }

    /// What hands decided stands, beside what rows have stated since: records become the hull of both, and totals count
    /// the graver status.
    pub fn keep_decisions(&mut self, hands: &Hands, rows: &[(Source, Stated)]) {
        for (field, hand) in hands {
            self.decide(*field, &hand.value);
        }
        if let Some(hand) = hands.get(&Field::Records) {
            for (_, stated) in since(Some(hand), rows) {
                hull(&mut self.standing.records, stated.records);
            }
        }
        self.standing.safe_status = None;
        if let Some(hand) = hands.get(&Field::Status) {
            for (_, stated) in since(Some(hand), rows) {
                take_status(&mut self.standing, stated.status);
            }
        }
    }

    /// The same account with what `other` holds of the fields in which statements can differ.
    pub fn with_fields_of(&self, other: &Self) -> Self {
        let mut held = self.clone();
        Field::ALL.into_iter().for_each(|field| held.keep(field, other));
        held
    }

    /// One field as `other` holds it; which deed set it stays.
    pub fn keep(&mut self, field: Field, other: &Self) {
        let (standing, held) = (&mut self.standing, &other.standing);
        match field {
            Field::Name => self.name.clone_from(&other.name),
            Field::Notes => self.notes.clone_from(&other.notes),
            Field::Kind => standing.kind = held.kind,
            Field::Status => (standing.status, standing.status_stated) = (held.status, held.status_stated),
            Field::Region => standing.region = held.region,
            Field::Organisation => standing.organisation = held.organisation,
            Field::Residence => (standing.place, standing.basis) = (held.place, held.basis),
            Field::Records => standing.records = held.records,
            // What an account is called by stands in tables of its own (store::accounts::aliases).
            Field::Key | Field::Identifier(_) => {}
        }
    }

    /// One field as somebody decided. A tag stays: the deed that decided has set it, unless a later one has.
    pub fn decide(&mut self, field: Field, value: &Value) {
        let text = || value.as_str().map(str::to_owned);
        let standing = &mut self.standing;
        match field {
            Field::Name => self.name = text(),
            Field::Notes => self.notes = text(),
            Field::Kind => {
                standing.kind = value.as_str().and_then(AccountKind::find).map_or(standing.kind, AccountKind::position);
            }
            Field::Records => standing.records = Records::of_form(value),
            Field::Status | Field::Region | Field::Organisation | Field::Residence => {}
            Field::Key | Field::Identifier(_) => {}
        }
    }

    /// Whether a row states of a field what is held.
    pub fn is_as_stated(&self, field: Field, stated: &Stated) -> bool {
        let standing = &self.standing;
        match field {
            Field::Name => self.name == stated.name,
            Field::Notes => self.notes == stated.notes,
            Field::Kind => stated.kind.map(AccountKind::position) == Some(standing.kind),
            Field::Status => stated.status.map(Status::position) == Some(standing.status),
            Field::Region => standing.region == stated.region,
            Field::Organisation => standing.organisation == stated.organisation,
            Field::Residence => standing.place == stated.place,
            Field::Records => standing.records == stated.records,
            Field::Key | Field::Identifier(_) => true,
        }
    }

    /// What is said of its data and of the ways in which it is affected.
    pub fn profile(&self) -> Profile {
        profiles::of(&self.categories, self.ways.iter().map(|(way, held)| (*way, held.status)))
    }

    /// What its first row stated, as far as it still stands here.
    pub fn as_stated(&self, keys: Vec<AccountKey>) -> Stated {
        let standing = &self.standing;
        Stated {
            keys,
            leads_to: Vec::new(),
            shown: self.shown.clone(),
            name: self.name.clone(),
            notes: self.notes.clone(),
            kind: AccountKind::at(standing.kind).filter(|kind| *kind != AccountKind::Unknown),
            status: Status::at(standing.status).filter(|_| standing.status_stated),
            region: standing.region,
            organisation: standing.organisation,
            place: standing.place,
            basis: standing.basis(),
            records: standing.records,
            first: standing.first,
            last: standing.last,
            ways: self.ways.iter().map(|(way, held)| (*way, Some(held.status).filter(|_| held.stated))).collect(),
            categories: self.categories.iter().cloned().collect(),
        }
    }
}

fn note(differing: &mut Vec<Field>, field: Field, differs: bool) {
    if differs {
        differing.push(field);
    }
}

/// What a hand has set stands; says whether something else is stated. Totals count the graver of the two.
fn take_status(standing: &mut Standing, stated: Option<Status>) -> bool {
    let Some(stated) = stated else { return false };
    let by_hand = standing.status_deed.is_some();
    let held = Status::at(standing.status).filter(|_| by_hand || standing.status_stated).unwrap_or(stated);
    let counted = Status::at(standing.counted_status()).unwrap_or(held);
    if by_hand && stated.gravity() > counted.gravity() {
        standing.safe_status = Some(stated.position());
    }
    if !by_hand {
        standing.status = if stated.gravity() > held.gravity() { stated } else { held }.position();
    }
    standing.status_stated = true;
    held != stated
}

/// What a hand has set, or taken away, stands.
fn take_tag<I: Copy + PartialEq>(held: &mut Option<I>, by_hand: bool, stated: Option<&I>) -> bool {
    if by_hand { stated.is_some() && held.as_ref() != stated } else { fill(held, stated) }
}

/// Fills what is empty; says whether something else stands there.
fn fill<T: Clone + PartialEq>(held: &mut Option<T>, stated: Option<&T>) -> bool {
    match (held.as_ref(), stated) {
        (Some(held), Some(stated)) => held != stated,
        (None, Some(stated)) => {
            *held = Some(stated.clone());
            false
        }
        (_, None) => false,
    }
}

mod records;
#[cfg(test)]
mod tests;
