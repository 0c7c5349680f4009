//! What a deed moved in the numbers at hand, kept with it: so the moves of all deeds add up to the numbers, and any number has
//! its causes. Written generically over cells and shares; a dimension more changes nothing here.

use std::collections::BTreeMap;

use super::{Cell, Day, Moves, Share, join};
use crate::error::{Error, Result};
use crate::model::ids::{CaseId, DeedId};
use crate::store::bulk::{Bulk, Row};
use crate::store::packing::{self, Packed};
use crate::store::standing::{Standing, columns};

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
        let mut moves = Self::default();
        bulk.prepare(super::CELLS_AT_HAND)?.each(&[case_id.into()], |row| {
            moves.cells.insert(numbers(row, 0), numbers(row, Cell::default().len()));
            Ok(())
        })?;
        bulk.prepare(super::DAYS_AT_HAND)?.each(&[case_id.into()], |row| {
            moves.days.insert(numbers(row, 0), numbers(row, Day::default().len()));
            Ok(())
        })?;
        Ok(moves)
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
        Ok(moves)
    }

    /// Writes accounts that stand for the estimates alone, in a book that holds no account.
    ///
    /// # Errors
    /// What SQLite refuses.
    pub fn stand_for_estimates(&self, bulk: &Bulk<'_>, case_id: CaseId) -> Result<()> {
        bulk.prepare("DELETE FROM standing")?.run(&[])?;
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
        other.cells.iter().for_each(|(cell, share)| join(self.cells.entry(*cell).or_default(), share, 1));
        other.days.iter().for_each(|(day, share)| join(self.days.entry(*day).or_default(), share, 1));
    }

    /// Whether both come to the same.
    pub fn are(&self, other: &Self) -> bool {
        self.sorted() == other.sorted()
    }

    /// What is moved, in its order; where nothing is moved nothing is said.
    fn sorted(&self) -> (BTreeMap<&Cell, &Share>, BTreeMap<&Day, &Share>) {
        let moved = |share: &Share| share.iter().any(|part| *part != 0);
        (self.cells.iter().filter(|it| moved(it.1)).collect(), self.days.iter().filter(|it| moved(it.1)).collect())
    }

    fn pack(&self) -> Vec<u8> {
        let (cells, days) = self.sorted();
        let mut to = Vec::new();
        lay(&mut to, cells.into_iter().map(|(cell, share)| (cell.as_slice(), share.as_slice())));
        lay(&mut to, days.into_iter().map(|(day, share)| (day.as_slice(), share.as_slice())));
        let estimates: BTreeMap<_, _> = self.estimates.iter().filter(|it| *it.1 != 0).collect();
        lay(&mut to, estimates.into_iter().map(|(of, accounts)| (of.as_slice(), std::slice::from_ref(accounts))));
        to
    }

    fn unpack(packed: &[u8]) -> Option<Self> {
        let (mut from, mut moves) = (Packed(packed), Self::default());
        for _ in 0..from.take()? {
            moves.cells.insert(taken(&mut from)?, taken(&mut from)?);
        }
        for _ in 0..from.take()? {
            moves.days.insert(taken(&mut from)?, taken(&mut from)?);
        }
        for _ in 0..from.take()? {
            let (estimated, [accounts]) = (taken(&mut from)?, taken(&mut from)?);
            moves.estimates.insert(estimated, accounts);
        }
        from.is_empty().then_some(moves)
    }
}

fn lay<'m>(to: &mut Vec<u8>, rows: impl ExactSizeIterator<Item = (&'m [i64], &'m [i64])>) {
    packing::put(to, rows.len() as u64);
    for (of, share) in rows {
        of.iter().chain(share).for_each(|number| packing::put_signed(to, *number));
    }
}

fn taken<const N: usize>(from: &mut Packed<'_>) -> Option<[i64; N]> {
    let mut numbers = [0; N];
    for number in &mut numbers {
        *number = from.signed()?;
    }
    Some(numbers)
}

/// Columns of a row, none of which is ever empty.
fn numbers<const N: usize>(row: &Row<'_>, from: usize) -> [i64; N] {
    let mut columns = i32::try_from(from).unwrap_or_default()..;
    [(); N].map(|()| columns.next().and_then(|column| row.int(column)).unwrap_or_default())
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
