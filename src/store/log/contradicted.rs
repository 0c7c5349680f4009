//! How many contradictions are open, by the organisation that the account is tagged with: counted for the facts, and kept with
//! each deed, so that the facts as of it say them too. It decides none, and follows no node into another.

use std::collections::BTreeMap;

use super::commitment::leaves;

use crate::error::{Error, Result};
use crate::model::ids::{CaseId, DeedId, Under};
use crate::store::base::bulk::Bulk;
use crate::store::base::packing::{self, Packed};

/// How many are open, by organisation; 0: of accounts without one.
pub type Open = BTreeMap<i64, u64>;

/// Those of a case. Walked in the order of the accounts: nothing is sorted.
///
/// # Errors
/// What SQLite refuses.
pub fn open(bulk: &Bulk<'_>, case_id: CaseId) -> Result<Open> {
    let (mut open, (first, last)) = (Open::new(), case_id.accounts().into_inner());
    bulk.prepare(
        "SELECT coalesce(s.organisation_id, 0) FROM conflict c CROSS JOIN standing s ON s.account_id = c.account_id \
         WHERE c.account_id BETWEEN ? AND ? AND c.open = 1",
    )?
    .each(&[first.into(), last.into()], |row| {
        *open.entry(row.int(0).unwrap_or_default()).or_default() += 1;
        Ok(())
    })?;
    Ok(open)
}

/// Keeps with a deed how many are open after it: as many as before, where it has touched neither contradictions nor what accounts
/// are tagged with. Its leaves are not made anew yet.
///
/// # Errors
/// What SQLite refuses.
pub fn keep(bulk: &Bulk<'_>, Under { case_id, deed_id }: Under) -> Result<()> {
    let is_touched = leaves::is_touched(bulk, Under { case_id, deed_id }, &["conflict", "organisation"])?;
    let open = if is_touched { open(bulk, case_id)? } else { after(bulk, case_id, DeedId::new(deed_id.raw() - 1))? };
    let packed = pack(&open);
    bulk.prepare(
        "INSERT INTO move (deed_id, packed, conflicts) VALUES (?1, x'00000000', ?2) \
         ON CONFLICT (deed_id) DO UPDATE SET conflicts = excluded.conflicts",
    )?
    .run(&[deed_id.into(), packed.as_slice().into()])
    .map(drop)
}

/// How many were open after a deed of a case.
///
/// # Errors
/// `book.damaged`; what SQLite refuses.
pub fn after(bulk: &Bulk<'_>, case_id: CaseId, deed: DeedId) -> Result<Open> {
    let mut packed = None;
    bulk.prepare(
        "SELECT conflicts FROM move m JOIN deed d ON d.id = m.deed_id WHERE d.case_id = ? AND d.id <= ? \
         ORDER BY d.id DESC LIMIT 1",
    )?
    .each(&[case_id.into(), deed.into()], |row| {
        row.bytes(0, packed.get_or_insert_default());
        Ok(())
    })?;
    let unpacked = packed.map_or_else(|| Some(Open::new()), |packed| unpack(&packed));
    unpacked.ok_or_else(|| Error::new("book.damaged").with("table", "move"))
}

/// Accounts that so many contradictions are open of stand in a book that holds no account, from this one on, one an
/// organisation.
///
/// # Errors
/// What SQLite refuses.
pub fn stand(bulk: &Bulk<'_>, case_id: CaseId, open: &Open) -> Result<()> {
    let first = case_id.account(STANDING_FROM);
    bulk.prepare("DELETE FROM conflict")?.run(&[])?;
    bulk.prepare("DELETE FROM standing WHERE account_id >= ?")?.run(&[first.into()])?;
    let mut account = bulk
        .prepare("INSERT INTO standing (account_id, organisation_id, kind, status) VALUES (?, nullif(?, 0), 0, 0)")?;
    let mut conflicts = bulk.prepare(
        "WITH RECURSIVE n (n) AS (SELECT 1 WHERE ?2 > 0 UNION ALL SELECT n + 1 FROM n WHERE n < ?2) \
         INSERT INTO conflict (account_id, field, statements, open) SELECT ?1, n, '[]', 1 FROM n",
    )?;
    for (at, (organisation, open)) in (0..).zip(open) {
        let id = first.plus(at);
        account.run(&[id.into(), (*organisation).into()])?;
        conflicts.run(&[id.into(), i64::try_from(*open).unwrap_or(i64::MAX).into()])?;
    }
    Ok(())
}

/// Accounts that stand for estimates have the numbers below.
const STANDING_FROM: i64 = 1 << 31;

fn pack(open: &Open) -> Vec<u8> {
    let mut to = Vec::new();
    for (organisation, open) in open {
        packing::put_signed(&mut to, *organisation);
        packing::put(&mut to, *open);
    }
    to
}

fn unpack(packed: &[u8]) -> Option<Open> {
    let (mut from, mut open) = (Packed(packed), Open::new());
    while !from.is_empty() {
        open.insert(from.signed()?, from.take()?);
    }
    Some(open)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn what_is_packed_is_unpacked(open in prop::collection::btree_map(0..i64::MAX, 1..u64::MAX, 0..9)) {
            prop_assert_eq!(unpack(&pack(&open)), Some(open));
        }

        #[test]
        fn bytes_of_anybody_are_unpacked_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..40)) {
            let _ = unpack(&bytes);
        }
    }
}
