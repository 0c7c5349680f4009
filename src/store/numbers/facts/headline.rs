//! The numbers of the first page. It settles which number stands, and reads no table.

use jiff::tz::TimeZone;

use super::ground::Ground;
use super::persons;
use crate::model::case::Claim;
use crate::model::count::Count;
use crate::model::count::tallied::{Statuses, Tallied};
use crate::model::facts::{ByStatus, ClaimRow, DISTINCT, Figured, Persons};
use crate::model::words::Unit;

/// The numbers of the first page.
pub(in crate::store) struct Headline {
    pub(in crate::store) all: Tallied,
    pub(in crate::store) accounts: Figured,
    pub(in crate::store) by_status: ByStatus,
    pub(in crate::store) persons: Persons,
    pub(in crate::store) records: Figured,
    pub(in crate::store) distinct: Option<Figured>,
    pub(in crate::store) records_by_unit: Vec<Count>,
}

impl Headline {
    pub(in crate::store) fn of(ground: &Ground) -> Self {
        let unit = ground.unit();
        let all = ground.cells.total(unit);
        let figured = |subject: &str, sum: Count| {
            let unit = sum.unit;
            Figured::settled(ground.sum(sum), unit, ground.written.adopted(subject), ground.written.typed(subject))
        };
        let records = figured("records", ground.records(unit, &all));
        Self {
            accounts: figured("accounts", all.accounts()),
            by_status: by_status(ground, &all),
            persons: persons::read(ground, &all),
            distinct: ground.distinct(&records.count),
            records,
            records_by_unit: ground.cells.units().map(|unit| ground.cells.total(unit).records(unit)).collect(),
            all,
        }
    }
}

fn by_status(ground: &Ground, all: &Tallied) -> ByStatus {
    let count = |of: fn(&Statuses) -> u64| match ground.examined() {
        true => Count::between(of(&all.own), Some(of(&all.own) + of(&all.perhaps)), Unit::Account),
        false => Count::to_be_determined(Unit::Account),
    };
    ByStatus {
        confirmed: count(|it| it.confirmed),
        suspected: count(|it| it.suspected),
        cleared: count(|it| it.cleared),
    }
}

/// Claims as stated; an adopted one that the rows exceed says so and is one of the conflicts.
pub(super) fn claim_rows(zone: &TimeZone, ground: &Ground, headline: &Headline) -> Vec<ClaimRow> {
    let sum_of = |subject: &str| match subject {
        "accounts" => Some(headline.accounts.summed()),
        "records" => Some(headline.records.summed()),
        "persons" => Some(headline.persons.total.summed()),
        group => {
            headline.persons.groups.iter().find(|row| group.strip_prefix("persons.") == Some(&row.group))?.sum.as_ref()
        }
    };
    let exceeded = |claim: &Claim| match claim.subject.as_str() {
        // What is distinct lies within what the mailboxes hold, not the other way round.
        DISTINCT => {
            headline.distinct.as_ref().and_then(|it| it.sum.as_ref()).is_some_and(|most| claim.count.contradicts(most))
        }
        subject => sum_of(subject).is_some_and(|sum| claim.count.is_exceeded_by(sum)),
    };
    let row = |claim: &Claim| ClaimRow {
        id: claim.id,
        subject: claim.subject.clone(),
        count: claim.count.clone(),
        source: claim.source.clone(),
        said: claim.said.as_ref().map(|said| said.text(zone)),
        adopted: claim.adopted,
        reason: claim.reason.clone(),
        contradicted: claim.adopted && exceeded(claim),
    };
    ground.written.claims.iter().map(row).collect()
}
