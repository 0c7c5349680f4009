//! Accounts of any group of a case, tallied: what its counts of accounts, persons and records are made of.
//!
//! Groups are joined by adding their tallies, never by adding their counts: so a row that is rolled up rounds once
//! and says once that it is open.

use super::Count;
use super::sums::rounded_within;
use crate::model::words::{AccountKind, Status, Unit};

/// Accounts that are alike in every respect that counting looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cell {
    /// How far it is established.
    pub status: Status,
    /// What they are.
    pub kind: AccountKind,
    /// What their records are; `None`: nothing is said of records.
    pub unit: Option<Unit>,
    /// How many accounts.
    pub accounts: u64,
    /// Their records.
    pub records: Records,
    /// Whether they belong to what is counted. Accounts of no organisation may be any party's: they are in the high bound
    /// of each and in the low bound of none.
    pub belongs: Belongs,
    /// Whether somebody determined that each of them is one person (rule 10).
    pub one_person: bool,
}

/// Whether accounts belong to what is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Belongs {
    /// They do.
    #[default]
    Surely,
    /// They may.
    Perhaps,
}

/// Accounts by status.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Statuses {
    /// Confirmed accounts.
    pub confirmed: u64,
    /// Suspected accounts.
    pub suspected: u64,
    /// Cleared accounts.
    pub cleared: u64,
}

impl Statuses {
    const fn of(&mut self, status: Status) -> &mut u64 {
        match status {
            Status::Confirmed => &mut self.confirmed,
            Status::Suspected => &mut self.suspected,
            Status::Cleared => &mut self.cleared,
        }
    }

    const fn join(&mut self, other: &Self) {
        self.confirmed += other.confirmed;
        self.suspected += other.suspected;
        self.cleared += other.cleared;
    }

    /// Those that are counted: confirmed and suspected.
    #[must_use]
    pub const fn counted(&self) -> u64 {
        self.confirmed + self.suspected
    }
}

/// Records of accounts, added up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Records {
    /// Sum of the low bounds.
    pub low: u64,
    /// Sum of the high bounds of those that are not open.
    pub high: u64,
    /// Sum of the estimates, of the low bound where there is none.
    pub point: u64,
    /// Accounts whose records are open above.
    pub open: u64,
    /// Accounts of whose records nothing is known.
    pub unknown: u64,
    /// How many of these will never be known.
    pub undeterminable: u64,
    /// Accounts whose records are estimated.
    pub estimated: u64,
    /// Folders that were synced whole.
    pub whole_folders: u64,
    /// The coarsest step of an estimate among them; 0 where it was not looked up.
    pub grain: u64,
}

/// A group of accounts, tallied.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tallied {
    /// Accounts that belong to it.
    pub own: Statuses,
    /// Accounts that may belong to it.
    pub perhaps: Statuses,
    /// Confirmed and suspected accounts behind which a person may stand.
    pub may_be_persons: u64,
    /// Confirmed accounts of which each is one person, as somebody determined.
    pub known_persons: u64,
    confirmed_records: Records,
    suspected_records: Records,
}

impl Tallied {
    /// Adds accounts; their records where they are of this unit, or of none, which makes them unknown.
    pub fn add(&mut self, cell: &Cell, unit: Unit) {
        let (statuses, surely) = match cell.belongs {
            Belongs::Surely => (&mut self.own, cell.status == Status::Confirmed),
            Belongs::Perhaps => (&mut self.perhaps, false),
        };
        *statuses.of(cell.status) += cell.accounts;
        if cell.status != Status::Cleared && cell.kind.may_be_person() {
            self.may_be_persons += cell.accounts;
            self.known_persons += if surely && cell.one_person { cell.accounts } else { 0 };
        }
        let records = match cell.unit {
            Some(of) if of == unit => cell.records,
            Some(_) => return,
            None => Records { unknown: cell.accounts, ..Records::default() },
        };
        // What may belong widens the high bound alone, as what is suspected does.
        let status = if cell.status == Status::Confirmed && !surely { Status::Suspected } else { cell.status };
        if let Some(of_status) = self.records_of(status) {
            of_status.join(&records);
        }
    }

    /// Adds another group that shares no account with this one.
    pub fn join(&mut self, other: &Self) {
        self.own.join(&other.own);
        self.perhaps.join(&other.perhaps);
        self.may_be_persons += other.may_be_persons;
        self.known_persons += other.known_persons;
        self.confirmed_records.join(&other.confirmed_records);
        self.suspected_records.join(&other.suspected_records);
    }

    /// An estimate among accounts of this status steps by so much (rule 4).
    pub fn coarsen(&mut self, status: Status, grain: u64) {
        if let Some(records) = self.records_of(status) {
            records.grain = records.grain.max(grain);
        }
    }

    /// Accounts that are counted: confirmed and suspected, also those that may belong.
    #[must_use]
    pub const fn counted(&self) -> u64 {
        self.own.counted() + self.perhaps.counted()
    }

    /// Accounts of any status.
    #[must_use]
    pub const fn all(&self) -> u64 {
        self.counted() + self.own.cleared + self.perhaps.cleared
    }

    /// Rule 8: confirmed is the low bound, suspected widens the high one, cleared is not counted.
    #[must_use]
    pub const fn accounts(&self) -> Count {
        Count::between(self.own.confirmed, Some(self.counted()), Unit::Account)
    }

    /// Rule 10: without person keys, owners are at most the accounts that may be a person's; at least those of which
    /// somebody determined that each is one.
    #[must_use]
    pub const fn owners(&self) -> Count {
        Count::between(self.known_persons, Some(self.may_be_persons), Unit::Person)
    }

    /// Records: those of confirmed accounts, the suspected ones' in the high bound only. An account without a number
    /// leaves it open and is an unknown part (rule 3).
    #[must_use]
    pub fn records(&self, unit: Unit) -> Count {
        let sure = self.confirmed_records.count(unit);
        let more = self.suspected_records.count(unit);
        sure.widened_by(&more).unwrap_or(sure)
    }

    fn records_of(&mut self, status: Status) -> Option<&mut Records> {
        match status {
            Status::Confirmed => Some(&mut self.confirmed_records),
            Status::Suspected => Some(&mut self.suspected_records),
            Status::Cleared => None,
        }
    }
}

impl Records {
    fn join(&mut self, other: &Self) {
        self.low = self.low.saturating_add(other.low);
        self.high = self.high.saturating_add(other.high);
        self.point = self.point.saturating_add(if other.estimated > 0 { other.point } else { other.low });
        self.open += other.open;
        self.unknown += other.unknown;
        self.undeterminable += other.undeterminable;
        self.estimated += other.estimated;
        self.whole_folders += other.whole_folders;
        self.grain = self.grain.max(other.grain);
    }

    fn count(&self, unit: Unit) -> Count {
        let high = (self.open + self.unknown == 0).then_some(self.high);
        let mut count = Count::between(self.low, high, unit);
        count.unknown_parts = self.unknown;
        count.undeterminable_parts = self.undeterminable;
        // All that are open are among those of which nobody will know more.
        count.for_good = high.is_none() && [self.open, self.unknown] == [self.undeterminable; 2];
        count.whole_folders = self.whole_folders;
        count.estimate = (self.estimated > 0).then(|| rounded_within(self.point, self.grain.max(1), self.low, high));
        count
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::words::Qualifier;

    fn cell(status: Status, unit: Option<Unit>, accounts: u64, records: Records) -> Cell {
        Cell { status, kind: AccountKind::Person, unit, accounts, records, belongs: Belongs::Surely, one_person: false }
    }

    fn counted(records: u64) -> Records {
        Records { low: records, high: records, point: records, ..Records::default() }
    }

    fn tallied(cells: &[Cell]) -> Tallied {
        let mut all = Tallied::default();
        cells.iter().for_each(|cell| all.add(cell, Unit::Email));
        all
    }

    #[test]
    fn an_account_without_a_number_opens_the_sum_and_is_named() {
        let all = tallied(&[
            cell(Status::Confirmed, Some(Unit::Email), 9, counted(60_000)),
            cell(Status::Confirmed, None, 1, Records::default()),
        ]);
        let records = all.records(Unit::Email);
        assert_eq!(
            (records.qualifier(), records.value(), records.unknown_parts),
            (Qualifier::AtLeast, Some(60_000), 1)
        );
    }

    #[test]
    fn what_nobody_will_know_is_said_so_only_where_nothing_else_is_open() {
        let open = |n, undeterminable| Records { open: n, unknown: n, undeterminable, ..Records::default() };
        let at_least = Records { low: 40, point: 40, open: 1, ..Records::default() };
        let (sure, maybe) = (Status::Confirmed, Status::Suspected);
        let of = |status, records| cell(status, Some(Unit::Email), 1, records);
        for (cells, qualifier, parts) in [
            (vec![of(sure, open(2, 2))], Qualifier::CannotBeDetermined, (2, 2)),
            (vec![of(sure, open(2, 1))], Qualifier::ToBeDetermined, (2, 1)),
            (vec![of(sure, open(1, 1)), cell(sure, None, 1, Records::default())], Qualifier::ToBeDetermined, (2, 1)),
            (vec![of(sure, open(1, 1)), of(sure, counted(500))], Qualifier::AtLeast, (1, 1)),
            (vec![of(sure, open(1, 1)), of(sure, at_least)], Qualifier::AtLeast, (1, 1)),
            (vec![of(maybe, open(1, 1))], Qualifier::CannotBeDetermined, (1, 1)),
            (vec![of(sure, open(1, 1)), of(maybe, counted(9))], Qualifier::CannotBeDetermined, (1, 1)),
            (vec![of(sure, open(1, 1)), of(maybe, at_least)], Qualifier::ToBeDetermined, (1, 1)),
            (vec![of(sure, open(1, 1)), of(Status::Cleared, open(4, 0))], Qualifier::CannotBeDetermined, (1, 1)),
        ] {
            let records = tallied(&cells).records(Unit::Email);
            assert_eq!(records.qualifier(), qualifier, "{cells:?}");
            assert_eq!((records.unknown_parts, records.undeterminable_parts), parts, "{cells:?}");
        }
    }

    #[test]
    fn suspected_records_widen_the_high_bound_and_cleared_ones_are_nowhere() {
        let all = tallied(&[
            cell(Status::Confirmed, Some(Unit::Email), 2, counted(500)),
            cell(Status::Suspected, Some(Unit::Email), 1, counted(80)),
            cell(Status::Cleared, Some(Unit::Email), 4, counted(9_000)),
        ]);
        assert_eq!(all.records(Unit::Email), Count::between(500, Some(580), Unit::Email));
        assert_eq!(all.accounts(), Count::between(2, Some(3), Unit::Account));
    }

    #[test]
    fn records_of_another_unit_are_not_added_and_not_unknown() {
        let all = tallied(&[
            cell(Status::Confirmed, Some(Unit::Email), 1, counted(500)),
            cell(Status::Confirmed, Some(Unit::File), 1, counted(7)),
        ]);
        assert_eq!(all.records(Unit::Email), Count::exact(500, Unit::Email));
    }

    #[test]
    fn an_estimate_among_counted_records_rounds_their_sum_once() {
        let estimated = Records { point: 500, open: 1, estimated: 1, ..Records::default() };
        let mut all = tallied(&[
            cell(Status::Confirmed, Some(Unit::Email), 1, counted(342)),
            cell(Status::Confirmed, Some(Unit::Email), 1, estimated),
        ]);
        all.coarsen(Status::Confirmed, 100);
        let records = all.records(Unit::Email);
        assert_eq!((records.estimate, records.low, records.high), (Some(800), 342, None));
    }

    #[test]
    fn shared_mailboxes_are_accounts_and_no_persons() {
        let mut shared = cell(Status::Confirmed, None, 1, Records::default());
        shared.kind = AccountKind::Shared;
        let all = tallied(&[cell(Status::Confirmed, None, 13, Records::default()), shared]);
        assert_eq!(all.accounts(), Count::exact(14, Unit::Account));
        assert_eq!(all.owners(), Count::at_most(13, Unit::Person));
    }

    #[test]
    fn accounts_that_may_belong_are_in_the_high_bound_alone_whatever_their_status() {
        let of = |status, belongs| Cell { belongs, ..cell(status, Some(Unit::Email), 2, counted(100)) };
        let all = tallied(&[
            of(Status::Confirmed, Belongs::Surely),
            of(Status::Confirmed, Belongs::Perhaps),
            of(Status::Suspected, Belongs::Perhaps),
            of(Status::Cleared, Belongs::Perhaps),
        ]);
        assert_eq!(all.accounts(), Count::between(2, Some(6), Unit::Account));
        assert_eq!(all.records(Unit::Email), Count::between(100, Some(300), Unit::Email));
        assert_eq!(all.owners(), Count::at_most(6, Unit::Person));
    }

    #[test]
    fn rule_10_one_person_an_account_is_a_low_bound_of_the_confirmed_ones() {
        let of = |status, n| Cell { one_person: true, ..cell(status, None, n, Records::default()) };
        let shared = Cell { kind: AccountKind::Shared, ..of(Status::Confirmed, 1) };
        let all = tallied(&[of(Status::Confirmed, 12), of(Status::Suspected, 3), shared]);
        assert_eq!(all.owners(), Count::between(12, Some(15), Unit::Person));
        assert_eq!(tallied(&[of(Status::Confirmed, 12)]).owners(), Count::exact(12, Unit::Person));
    }
}
