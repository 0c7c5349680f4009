//! The numbers of the first page, and what they rest on: the tally, claims, typed counts. It reads and settles which number
//! stands; it knows no table below them.

use jiff::tz::TimeZone;
use sqlx::SqliteConnection;

use super::cells::Cells;
use super::persons;
use super::written::Written;
use crate::error::Result;
use crate::model::case::Claim;
use crate::model::count::Count;
use crate::model::count::tallied::{Statuses, Tallied};
use crate::model::facts::{ByStatus, ClaimRow, DISTINCT, Figured, Persons};
use crate::model::ids::CaseId;
use crate::model::words::Unit;

/// What the headline numbers rest on: cheap to read, for the ledger reads it after every deed.
#[derive(Clone)]
pub(in crate::store) struct Ground {
    pub(super) cells: Cells,
    pub(in crate::store) written: Written,
}

impl Ground {
    pub(in crate::store) async fn read(conn: &mut SqliteConnection, case_id: CaseId) -> Result<Self> {
        Ok(Self { cells: Cells::read(conn, case_id).await?, written: Written::read(conn, case_id).await? })
    }

    /// Rule 5: whether anybody has looked.
    pub(in crate::store) fn examined(&self) -> bool {
        self.cells.examined || self.written.imports > 0
    }

    /// What the rows say, where there are rows.
    pub(super) fn sum(&self, count: Count) -> Option<Count> {
        self.examined().then_some(count)
    }

    pub(super) fn unit(&self) -> Unit {
        let claimed = self.written.adopted("records").map(|claim| claim.count.unit);
        let typed = || self.written.typed("records").map(|typed| typed.count.unit);
        // Records whose unit nobody stated may be any: the list's unit says more.
        let stated = claimed.or_else(typed).filter(|unit| *unit != Unit::Record);
        stated.or_else(|| self.cells.most_accounts()).unwrap_or(Unit::Record)
    }

    /// Messages that are distinct over all mailboxes, where somebody speaks of them: no list knows them. They are at most the
    /// messages by mailbox; records of which nobody says what they are may be messages.
    fn distinct(&self, records: &Count) -> Option<Figured> {
        if !self.written.speaks_of(DISTINCT) {
            return None;
        }
        let of = |unit: Unit| match unit == records.unit {
            true => Some(records.clone()),
            false => self.cells.units().find(|it| *it == unit).map(|unit| self.cells.total(unit).records(unit)),
        };
        let messages = [Unit::Email, Unit::Record].into_iter().filter_map(of).map(|it| it.high);
        let most = messages.reduce(|one, other| one.zip(other).map(|(one, other)| one.saturating_add(other))).flatten();
        let most = most.map(|most| Count::at_most(most, Unit::Email));
        let (claim, typed) = (self.written.adopted(DISTINCT), self.written.typed(DISTINCT));
        Some(Figured::settled(most, Unit::Email, claim, typed))
    }

    /// Records of a unit over all accounts. Where the list has other units only, nobody has counted this one.
    fn records(&self, unit: Unit, all: &Tallied) -> Count {
        let mut units = self.cells.units();
        let only_others = units.next().is_some_and(|first| first != unit) && units.all(|other| other != unit);
        if only_others { Count::to_be_determined(unit) } else { all.records(unit) }
    }
}

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
