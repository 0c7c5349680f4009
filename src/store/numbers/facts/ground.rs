//! What the headline numbers rest on: the tally, claims, typed counts. It settles nothing.

use sqlx::SqliteConnection;

use super::cells::Cells;
use super::written::Written;
use crate::error::Result;
use crate::model::count::Count;
use crate::model::count::tallied::Tallied;
use crate::model::facts::{DISTINCT, Figured};
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
    pub(super) fn distinct(&self, records: &Count) -> Option<Figured> {
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
    pub(super) fn records(&self, unit: Unit, all: &Tallied) -> Count {
        let mut units = self.cells.units();
        let only_others = units.next().is_some_and(|first| first != unit) && units.all(|other| other != unit);
        if only_others { Count::to_be_determined(unit) } else { all.records(unit) }
    }
}
