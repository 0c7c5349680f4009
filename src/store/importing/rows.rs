//! A chunk's rows: keys in their order, new accounts in the order of their ids, then rows of which a key is known, in file
//! order. Each table is written from one place to the next; it never decides what an account holds, nor which one a row is of.

use crate::error::Result;
use crate::model::ids::{AccountId, ProfileId};
use crate::model::words::{KeyKind, Status, Way};
use crate::store::bulk::{Bulk, Many, Statement};
use crate::store::commitment::leaves::fresh::Fresh;
use crate::store::commitment::leaves::{Touched, Touching};
use crate::store::digest::Digest;
use crate::store::merging::{Held, WayHeld};
use crate::store::profiles::{self, Profiles};
use crate::store::standing::columns;

use super::Writing;
use super::beside::{Accounts, identity, standing};
use super::chunks::{Ids, Row, Spot};
use super::keys::{self, Key};
use super::merge::Merging;

/// The tables that a new account is written to, ready.
struct Tables<'b, 'v> {
    account: Many<'b, 'v>,
    standing: Many<'b, 'v>,
    alias: Many<'b, 'v>,
    way: Statement<'b>,
    category: Statement<'b>,
    touching: Touching<'b>,
    profiles: Profiles<'b>,
    /// Of one account, out of their order.
    alone: bool,
}

impl<'b> Tables<'b, '_> {
    fn new(bulk: &'b Bulk<'_>) -> Result<Self> {
        Ok(Self {
            account: Many::new(
                bulk,
                "INSERT INTO account",
                "id, case_id, key_kind, key, shown, name, notes, import_id, line",
            ),
            standing: Many::new(bulk, "INSERT INTO standing", concat!("account_id, ", columns!())),
            alias: Many::new(bulk, "INSERT INTO alias", "account_id, key_kind, key, import_id, line"),
            way: bulk.prepare("INSERT INTO way (account_id, way, status, stated) VALUES (?,?,?,?)")?,
            category: bulk
                .prepare("INSERT OR IGNORE INTO data_category (account_id, category, import_id) VALUES (?,?,?)")?,
            touching: Touching::new(bulk)?,
            profiles: Profiles::new(bulk)?,
            alone: false,
        })
    }

    /// The leaves of an account, as it is written.
    fn touch(&mut self, writing: &Writing<'_>, row: &Row, id: AccountId) -> Result<()> {
        if !row.aliases.is_empty() {
            self.touching.account(Touched::Aliases, id)?;
        }
        // Those are made in the order of accounts; one that turns out to be new after all comes behind.
        if !self.alone && Fresh::holds_after(writing.first_account, id) {
            return Ok(());
        }
        self.touching.account(Touched::Identity, id)?;
        self.touching.account(Touched::Standing, id)
    }

    fn end(&mut self) -> Result<()> {
        self.account.end()?;
        self.standing.end()?;
        self.alias.end().map(drop)
    }
}

/// Writes one account that turns out to be new after all.
pub fn account_alone(writing: &mut Writing<'_>, bulk: &Bulk<'_>, id: AccountId, row: &Row) -> Result<()> {
    let mut tables = Tables { alone: true, ..Tables::new(bulk)? };
    let profile = account(writing, &mut tables, id, row)?;
    writing.moves.enter(&standing(row, profile));
    tables.end()
}

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

/// Writes a new account; says what `profile` says of it.
fn account<'v>(
    writing: &Writing<'_>,
    tables: &mut Tables<'_, 'v>,
    id: AccountId,
    row: &'v Row,
) -> Result<Option<ProfileId>> {
    let stated = &row.stated;
    tables.account.add(&identity(id, writing.import, row))?;
    for alias in &row.aliases {
        let (kind, key) = (alias.kind.position(), alias.key.as_str());
        tables.alias.add(&[id.into(), kind.into(), key.into(), writing.import.into(), row.line.into()])?;
    }
    let held = |(way, status): &(Way, Option<Status>)| (*way, WayHeld::of(*status, Held::status_of(stated)));
    let ways: Vec<(Way, WayHeld)> = stated.ways.iter().map(held).collect();
    let profile = profiles::of(&stated.categories, ways.iter().map(|(way, held)| (*way, held.status)));
    let profile = tables.profiles.id(writing.terms.case_id, profile)?;
    tables.standing.add(&standing(row, profile).cells(id))?;
    tables.touch(writing, row, id)?;
    if !ways.is_empty() {
        tables.touching.account(Touched::Ways, id)?;
    }
    for (way, held) in &ways {
        let (status, stated) = (held.status.position(), i64::from(held.stated));
        tables.way.run(&[id.into(), way.position().into(), status.into(), stated.into()])?;
    }
    if !stated.categories.is_empty() {
        tables.touching.account(Touched::Categories, id)?;
    }
    for category in &stated.categories {
        tables.category.run(&[id.into(), category.as_str().into(), writing.import.into()])?;
    }
    Ok(profile)
}
