//! What a deed moved in the numbers at hand, kept with it: so the moves of all deeds add up to the numbers, and any number has
//! its causes. Written generically over cells and shares; a dimension more changes nothing here.

use std::collections::BTreeMap;

use super::{
    Added, Alike, AlikeByDay, AlikeByOrganisationAndDay, Estimated, Moves, Shares, days, organisation_days, rows,
};
use crate::error::{Error, Result};
use crate::model::ids::{CaseId, DeedId};
use crate::store::base::bulk::{Bulk, Row};
use crate::store::base::packing::{self, Packed};
use crate::store::values::standing::{Standing, columns};

impl Moves {
    /// Keeps what was added up with a deed; what it has moved already is moved as well.
    ///
    /// # Errors
    /// What SQLite refuses.
    pub(super) fn keep(&self, bulk: &Bulk<'_>, deed: DeedId) -> Result<()> {
        let mut all = Self::of_deed(bulk, deed)?;
        all.join(self);
        let packed = all.pack();
        let mut put = bulk.prepare(
            "INSERT INTO move (deed_id, packed) VALUES (?1, ?2) ON CONFLICT (deed_id) DO UPDATE SET packed = ?2",
        )?;
        put.run(&[deed.into(), packed.as_slice().into()]).map(drop)
    }

    /// What a deed moved.
    ///
    /// # Errors
    /// `book.damaged`; what SQLite refuses.
    pub fn of_deed(bulk: &Bulk<'_>, deed: DeedId) -> Result<Self> {
        let mut moves = Self::default();
        bulk.prepare("SELECT packed FROM move WHERE deed_id = ?")?.each(&[deed.into()], |row| moves.add_row(row))?;
        Ok(moves)
    }

    /// What all deeds of a case moved, those up to one.
    ///
    /// # Errors
    /// As [`Self::of_deed`].
    pub fn of_deeds(bulk: &Bulk<'_>, case_id: CaseId, last: DeedId) -> Result<Self> {
        let mut moves = Self::default();
        bulk.prepare("SELECT packed FROM move JOIN deed d ON d.id = deed_id WHERE d.case_id = ? AND d.id <= ?")?
            .each(&[case_id.into(), last.into()], |row| moves.add_row(row))?;
        Ok(moves)
    }

    fn add_row(&mut self, row: &Row<'_>) -> Result<()> {
        let mut packed = Vec::new();
        row.bytes(0, &mut packed);
        let moves = Self::unpack(&packed).ok_or_else(|| Error::new("book.damaged").with("table", "move"))?;
        self.join(&moves);
        Ok(())
    }

    /// The numbers at hand of a case, as one move.
    ///
    /// # Errors
    /// What SQLite refuses.
    pub fn at_hand(bulk: &Bulk<'_>, case_id: CaseId) -> Result<Self> {
        Ok(Self {
            rows: rows(bulk, case_id)?.into_iter().collect(),
            days: days(bulk, case_id)?.into_iter().collect(),
            organisation_days: organisation_days(bulk, case_id)?.into_iter().collect(),
            ..Self::default()
        })
    }

    /// The accounts of a case, counted.
    ///
    /// # Errors
    /// What SQLite refuses.
    pub fn counted(bulk: &Bulk<'_>, case_id: CaseId) -> Result<Self> {
        let mut moves = Self::default();
        let (first, last) = case_id.accounts().into_inner();
        let every = concat!("SELECT ", columns!(), " FROM standing WHERE account_id BETWEEN ? AND ?");
        bulk.prepare(every)?.each(&[first.into(), last.into()], |row| {
            moves.enter(&Standing::read(row, 0));
            Ok(())
        })?;
        moves.with_days();
        Ok(moves)
    }

    /// Writes accounts that stand for the estimates alone, in a book that holds no account.
    ///
    /// # Errors
    /// What SQLite refuses.
    pub fn stand_for_estimates(&self, bulk: &Bulk<'_>, case_id: CaseId) -> Result<()> {
        bulk.prepare("DELETE FROM standing WHERE records_estimate IS NOT NULL")?.run(&[])?;
        let mut put = bulk.prepare(
            "INSERT INTO standing (account_id, region_id, organisation_id, day, kind, status, unit, records_low, \
             records_estimate) VALUES (?, nullif(?, 0), nullif(?, 0), ?, 0, ?, ?, 0, ?)",
        )?;
        let estimates: BTreeMap<_, _> = self.estimates.iter().filter(|it| *it.1 > 0).collect();
        for (n, [region, organisation, day, status, unit, grain]) in (1_i64..).zip(estimates.into_keys()) {
            let day = Some(*day).filter(|day| *day != super::NO_DAY);
            put.run(&[
                case_id.account(n).into(),
                (*region).into(),
                (*organisation).into(),
                day.into(),
                (*status).into(),
                (*unit).into(),
                (*grain).into(),
            ])?;
        }
        Ok(())
    }

    /// Whether it moves an account whose records are estimated.
    pub fn moves_estimates(&self) -> bool {
        self.estimates.values().any(|accounts| *accounts != 0)
    }

    /// Adds what others have added up.
    pub fn join(&mut self, other: &Self) {
        join(&mut self.rows, &other.rows);
        join(&mut self.days, &other.days);
        join(&mut self.organisation_days, &other.organisation_days);
        other.estimates.iter().for_each(|(of, accounts)| *self.estimates.entry(*of).or_default() += accounts);
    }

    /// Whether both come to the same numbers at hand.
    pub fn are(&self, other: &Self) -> bool {
        sorted(&self.rows) == sorted(&other.rows)
            && sorted(&self.days) == sorted(&other.days)
            && sorted(&self.organisation_days) == sorted(&other.organisation_days)
    }

    fn pack(&self) -> Vec<u8> {
        let mut to = Vec::new();
        lay(&mut to, sorted(&self.rows).into_iter().map(|(of, shares)| (of.numbers(), shares.numbers())));
        lay(&mut to, sorted(&self.days).into_iter().map(|(of, shares)| (of.numbers(), shares.numbers())));
        let days = sorted(&self.organisation_days);
        lay(&mut to, days.into_iter().map(|(of, shares)| (of.numbers(), shares.numbers())));
        let estimates: BTreeMap<_, _> = self.estimates.iter().filter(|it| *it.1 != 0).collect();
        lay(&mut to, estimates.into_iter().map(|(of, accounts)| (*of, [*accounts])));
        to
    }

    fn unpack(packed: &[u8]) -> Option<Self> {
        let mut from = Packed(packed);
        let moves = Self {
            rows: taken(&mut from, |of, shares| (Alike::from(of), Shares::from(shares)))?.collect(),
            days: taken(&mut from, |of, shares| (AlikeByDay::from(of), Shares::from(shares)))?.collect(),
            organisation_days: taken(&mut from, |of, shares| {
                (AlikeByOrganisationAndDay::from(of), Shares::from(shares))
            })?
            .collect(),
            estimates: taken(&mut from, |of: Estimated, [accounts]: [i64; 1]| (of, accounts))?.collect(),
        };
        from.is_empty().then_some(moves)
    }
}

fn join<A: Copy + Eq + std::hash::Hash>(to: &mut Added<A>, other: &Added<A>) {
    other.iter().for_each(|(alike, shares)| to.entry(*alike).or_default().join(shares, 1));
}

/// What is moved, in its order; where nothing is moved nothing is said.
fn sorted<A: Ord>(added: &Added<A>) -> BTreeMap<&A, &Shares> {
    added.iter().filter(|it| *it.1 != Shares::default()).collect()
}

fn lay<const N: usize, const M: usize>(to: &mut Vec<u8>, rows: impl ExactSizeIterator<Item = ([i64; N], [i64; M])>) {
    packing::put(to, rows.len() as u64);
    for (of, shares) in rows {
        of.iter().chain(&shares).for_each(|number| packing::put_signed(to, *number));
    }
}

fn taken<const N: usize, const M: usize, T>(
    from: &mut Packed<'_>,
    make: impl Fn([i64; N], [i64; M]) -> T,
) -> Option<std::vec::IntoIter<T>> {
    let mut all = Vec::new();
    for _ in 0..from.take()? {
        all.push(make(numbers(from)?, numbers(from)?));
    }
    Some(all.into_iter())
}

fn numbers<const N: usize>(from: &mut Packed<'_>) -> Option<[i64; N]> {
    let mut numbers = [0; N];
    for number in &mut numbers {
        *number = from.signed()?;
    }
    Some(numbers)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::model::ids::RegionId;

    proptest! {
        #[test]
        fn moves_are_kept_as_they_are_and_what_comes_back_leaves_nothing(
            regions in proptest::collection::vec((0_i64..5, 0_i64..4, 0_i64..3), 0..20)
        ) {
            let (mut there, mut back) = (Moves::default(), Moves::default());
            for (from, to, status) in regions {
                let before = Standing { region: Some(RegionId::new(from)), status, ..Standing::default() };
                let after = Standing { region: Some(RegionId::new(to)), day: Some(from), ..before.clone() };
                there.shift(&before, &after);
                back.shift(&after, &before);
            }
            let mut unpacked = Moves::unpack(&there.pack()).expect("packed");
            prop_assert!(unpacked.are(&there));
            unpacked.join(&back);
            prop_assert!(unpacked.are(&Moves::default()));
        }
    }
}
