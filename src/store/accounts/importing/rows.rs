//! A chunk's rows: keys in their order, new accounts in the order of their ids, then rows of which a key is known, in file
//! order. Each table is written from one place to the next; it never decides what an account holds, nor which one a row is of.

use crate::error::Result;
use crate::model::ids::AccountId;
use crate::model::words::KeyKind;
use crate::store::base::bulk::Bulk;
use crate::store::base::digest::Digest;

use super::Writing;
use super::beside::Accounts;
use super::chunks::{Ids, Row, Spot};
use super::keys::{self, Key};
use super::merge::Merging;
use super::new_account::{Tables, account};

/// Writes a chunk's rows; `order` holds all their keys in the order of keys.
pub fn write(
    writing: &mut Writing<'_>,
    bulk: &Bulk<'_>,
    mut rows: Vec<Row>,
    order: &[Spot],
    names: &Ids,
) -> Result<()> {
    let first_id = writing.next_account;
    for (id, row) in ids(first_id).zip(rows.iter_mut()) {
        names.resolve(&mut row.stated);
        if row.key_kind == KeyKind::None {
            row.key = id.to_string();
        }
    }
    if rows.is_empty() {
        return Ok(());
    }
    let mut tables = Tables::new(bulk)?;
    let is_new = keys(writing, bulk, &rows, order)?;
    let (mut new, mut met) = (Vec::with_capacity(rows.len()), Vec::new());
    for (((id, row), is_new), at) in ids(first_id).zip(&rows).zip(&is_new).zip(0..) {
        if *is_new {
            new.push((at, account(writing, &mut tables, id, row)?));
        } else {
            met.push((id, row));
        }
    }
    tables.end()?;
    let count = |n: usize| u64::try_from(n).unwrap_or(u64::MAX);
    writing.rows.new += count(new.len());
    writing.next_account = first_id.plus(i64::try_from(rows.len()).unwrap_or(i64::MAX));
    if !met.is_empty() {
        let mut merging = Merging::new(bulk, writing.terms.case_id)?;
        met.into_iter().try_for_each(|(id, row)| merging.merge(writing, id, row))?;
    }
    writing.beside.take(Accounts { rows, first: first_id, new });
    Ok(())
}

/// The ids of rows that follow one another.
fn ids(first: AccountId) -> impl Iterator<Item = AccountId> {
    (0..).map(move |nth| first.plus(nth))
}

/// Places the keys that are new, or sets all of them aside, and says which rows are new as far as one can tell by now.
/// Ids are in file order.
fn keys(writing: &mut Writing<'_>, bulk: &Bulk<'_>, rows: &[Row], order: &[Spot]) -> Result<Vec<bool>> {
    let mut is_new = vec![true; rows.len()];
    let key = |at: &Spot| {
        let account = writing.next_account.plus(i64::from(at.row));
        // A row without a key has its account's own id for one.
        let own = at.kind == KeyKind::None;
        let digest = if own { Digest::of(account.to_string()) } else { at.digest };
        Key { kind: at.kind.position(), digest, account }
    };
    let mut keys: Vec<Key> = order.iter().map(key).collect();
    if order.iter().any(|it| it.kind == KeyKind::None) {
        keys.sort_unstable();
    }
    if is_mostly_new(writing, bulk, &keys)? {
        writing.aside.add(&keys)?;
        return Ok(is_new);
    }
    let (placed, known) = &mut writing.placed;
    *placed += u64::try_from(keys.len()).unwrap_or(0);
    keys::place(bulk, writing.terms.case_id, &keys, |nth| {
        *known += 1;
        let row = keys.get(nth).and_then(|it| usize::try_from(it.account.raw() - writing.next_account.raw()).ok());
        if let Some(is_new) = row.and_then(|row| is_new.get_mut(row)) {
            *is_new = false;
        }
    })?;
    Ok(is_new)
}

/// Whether a chunk's rows are probably new, as far as the file has shown by now. In a case that has no key yet the first
/// chunk shows it itself.
fn is_mostly_new(writing: &Writing<'_>, bulk: &Bulk<'_>, keys: &[Key]) -> Result<bool> {
    let pace = writing.terms.pace;
    let few = |known: u64, of: u64| known * 100 <= of * pace.known_at_most;
    let (placed, known) = writing.placed;
    if placed > 0 {
        return Ok(few(known, placed));
    }
    if writing.aside.len() > 0 {
        return Ok(true);
    }
    // A list that ends with this chunk is placed at once.
    if !writing.goes_on || !keys::none_yet(bulk, writing.terms.case_id)? {
        return Ok(false);
    }
    let count = |n: usize| u64::try_from(n).unwrap_or(u64::MAX);
    Ok(few(count(keys::repeated(keys)), count(keys.len())))
}
