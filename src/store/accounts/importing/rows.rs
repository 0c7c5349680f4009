//! A chunk's rows: keys in their order, new accounts in the order of their ids, then rows of which a key is known, in file
//! order. Each table is written from one place to the next; it never decides what an account holds, nor which one a row is of.

use crate::error::Result;
use crate::model::ids::AccountId;
use crate::model::words::{KeyKind, Status, Way};
use crate::store::accounts::merging::{Held, WayHeld};
use crate::store::base::bulk::{Bulk, Cell, Many, Statement};
use crate::store::log::commitment::leaves::{Touched, Touching};
use crate::store::values::profiles::{self, Profiles};
use crate::store::values::standing::{Standing, columns};

use super::Writing;
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
    fn touch(
        &mut self,
        writing: &mut Writing<'_>,
        row: &Row,
        id: AccountId,
        [identity, standing]: [&[Cell<'_>]; 2],
    ) -> Result<()> {
        if !row.aliases.is_empty() {
            self.touching.account(Touched::Aliases, id)?;
        }
        // Those are made in the order of accounts; one that turns out to be new after all comes behind.
        if !self.alone && writing.fresh.holds(id) {
            writing.fresh.add(id, identity, standing);
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
    account(writing, &mut tables, id, row)?;
    tables.end()
}

/// Writes a chunk's rows; `order` holds all their keys in the order of keys.
pub fn write(writing: &mut Writing<'_>, bulk: &Bulk<'_>, rows: &mut [Row], order: &[Spot], names: &Ids) -> Result<()> {
    let first_id = writing.next_account;
    for (id, row) in ids(first_id).zip(rows.iter_mut()) {
        names.resolve(&mut row.stated);
        if row.key_kind == KeyKind::None {
            row.key = id.to_string();
        }
    }
    let rows: &[Row] = rows;
    if rows.is_empty() {
        return Ok(());
    }
    let mut tables = Tables::new(bulk)?;
    let is_new = keys(writing, bulk, rows, order)?;
    let mut met = Vec::new();
    for ((id, row), is_new) in ids(first_id).zip(rows).zip(&is_new) {
        if *is_new {
            account(writing, &mut tables, id, row)?;
        } else {
            met.push((id, row));
        }
    }
    tables.end()?;
    let count = |n: usize| u64::try_from(n).unwrap_or(u64::MAX);
    writing.rows.new += count(rows.len() - met.len());
    writing.next_account = first_id.plus(i64::try_from(rows.len()).unwrap_or(i64::MAX));
    if met.is_empty() {
        return Ok(());
    }
    let mut merging = Merging::new(bulk, writing.terms.case_id)?;
    met.into_iter().try_for_each(|(id, row)| merging.merge(writing, id, row))
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
        let (kind, key) = rows.get(at.row as usize)?.key(at.nth)?;
        Some(Key { kind: kind.position(), key, account: writing.next_account.plus(i64::from(at.row)) })
    };
    let keys: Vec<Key<&str>> = order.iter().filter_map(key).collect();
    if is_mostly_new(writing, bulk, &keys)? {
        writing.aside.add(&keys)?;
        return Ok(is_new);
    }
    let (placed, known) = &mut writing.placed;
    *placed += u64::try_from(keys.len()).unwrap_or(0);
    keys::place(bulk, writing.terms.case_id, &keys, |nth| {
        *known += 1;
        if let Some(is_new) = order.get(nth).and_then(|at| is_new.get_mut(at.row as usize)) {
            *is_new = false;
        }
    })?;
    Ok(is_new)
}

/// Whether a chunk's rows are probably new, as far as the file has shown by now. In a case that has no key yet the first
/// chunk shows it itself.
fn is_mostly_new(writing: &Writing<'_>, bulk: &Bulk<'_>, keys: &[Key<&str>]) -> Result<bool> {
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

/// Writes a new account.
fn account<'v>(writing: &mut Writing<'_>, tables: &mut Tables<'_, 'v>, id: AccountId, row: &'v Row) -> Result<()> {
    let stated = &row.stated;
    let identity = [
        id.into(),
        writing.terms.case_id.into(),
        row.key_kind.position().into(),
        row.key.as_str().into(),
        stated.shown.as_deref().into(),
        stated.name.as_deref().into(),
        stated.notes.as_deref().into(),
        writing.import.into(),
        row.line.into(),
    ];
    tables.account.add(&identity)?;
    for alias in &row.aliases {
        let (kind, key) = (alias.kind.position(), alias.key.as_str());
        tables.alias.add(&[id.into(), kind.into(), key.into(), writing.import.into(), row.line.into()])?;
    }
    let held = |(way, status): &(Way, Option<Status>)| (*way, WayHeld::of(*status, Held::status_of(stated)));
    let ways: Vec<(Way, WayHeld)> = stated.ways.iter().map(held).collect();
    let profile = profiles::of(&stated.categories, ways.iter().map(|(way, held)| (*way, held.status)));
    let profile = tables.profiles.id(writing.terms.case_id, profile)?;
    let standing = Standing { profile, ..Held::standing_of(stated, row.day) };
    let cells = standing.cells(id);
    tables.standing.add(&cells)?;
    tables.touch(writing, row, id, [&identity, &cells])?;
    writing.moves.enter(&standing);
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
    Ok(())
}
