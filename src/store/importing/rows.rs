//! A chunk's rows: keys in their order, new accounts in the order of their ids, then rows of accounts already there, in
//! file order. Each table is written from one place to the next; it never decides what an account holds.

use crate::error::Result;
use crate::model::ids::AccountId;
use crate::model::words::{KeyKind, Status, Way};
use crate::store::bulk::{Bulk, Many, Statement};
use crate::store::commitment::leaves::{Touched, Touching};
use crate::store::conflicts::{Conflicts, Source};
use crate::store::merging::{Field, Held, WayHeld};
use crate::store::profiles::{self, Profiles};
use crate::store::sightings::Ledger;
use crate::store::standing::{Standing, columns};

use super::Writing;
use super::chunks::{Ids, Row};
use super::keys::{self, Key};

/// The tables that a new account is written to, ready.
struct Tables<'b, 'v> {
    account: Many<'b, 'v>,
    standing: Many<'b, 'v>,
    way: Statement<'b>,
    category: Statement<'b>,
    touching: Touching<'b>,
    profiles: Profiles<'b>,
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
            way: bulk.prepare("INSERT INTO way (account_id, way, status, stated) VALUES (?,?,?,?)")?,
            category: bulk
                .prepare("INSERT OR IGNORE INTO data_category (account_id, category, import_id) VALUES (?,?,?)")?,
            touching: Touching::new(bulk)?,
            profiles: Profiles::new(bulk)?,
        })
    }
}

/// Writes a chunk's rows; `order` holds their positions in the order of keys.
pub fn write(writing: &mut Writing<'_>, bulk: &Bulk<'_>, rows: &mut [Row], order: &[u32], names: &Ids) -> Result<()> {
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
    tables.account.end()?;
    tables.standing.end()?;
    let count = |n: usize| u64::try_from(n).unwrap_or(u64::MAX);
    writing.rows.new += count(rows.len() - met.len());
    writing.rows.merged += count(met.len());
    writing.next_account = first_id.plus(i64::try_from(rows.len()).unwrap_or(i64::MAX));
    if met.is_empty() {
        return Ok(());
    }
    let mut merging = Merging::new(bulk)?;
    met.into_iter().try_for_each(|(id, row)| merging.merge(writing, id, row))
}

/// The ids of rows that follow one another.
fn ids(first: AccountId) -> impl Iterator<Item = AccountId> {
    (0..).map(move |nth| first.plus(nth))
}

/// Places the keys that are new, or sets all of them aside, and says which rows are new as far as one can tell by now.
/// Ids are in file order.
fn keys(writing: &mut Writing<'_>, bulk: &Bulk<'_>, rows: &[Row], order: &[u32]) -> Result<Vec<bool>> {
    let mut is_new = vec![true; rows.len()];
    let key = |at: &u32| {
        let (account, row) = (writing.next_account.plus(i64::from(*at)), rows.get(*at as usize)?);
        Some(Key { kind: row.key_kind.position(), key: row.key.as_str(), account })
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
        if let Some(is_new) = order.get(nth).and_then(|at| is_new.get_mut(*at as usize)) {
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
    let held = |(way, status): &(Way, Option<Status>)| (*way, WayHeld::of(*status, Held::status_of(stated)));
    let ways: Vec<(Way, WayHeld)> = stated.ways.iter().map(held).collect();
    let profile = profiles::of(&stated.categories, ways.iter().map(|(way, held)| (*way, held.status)));
    let profile = tables.profiles.id(writing.terms.case_id, profile)?;
    let standing = Standing { profile, ..Held::standing_of(stated, row.day) };
    let cells = standing.cells(id);
    tables.standing.add(&cells)?;
    writing.moves.enter(&standing);
    if writing.fresh.holds(id) {
        writing.fresh.add(id, &identity, &cells);
    } else {
        tables.touching.account(Touched::Identity, id)?;
        tables.touching.account(Touched::Standing, id)?;
    }
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

/// What merging needs, ready.
pub struct Merging<'b> {
    pub ledger: Ledger<'b>,
    conflicts: Conflicts<'b>,
}

impl<'b> Merging<'b> {
    pub fn new(bulk: &'b Bulk<'_>) -> Result<Self> {
        Ok(Self { ledger: Ledger::new(bulk)?, conflicts: Conflicts::new(bulk)? })
    }

    /// Merges a row into the account that is there; `id` is the one that it would have had.
    pub fn merge(&mut self, writing: &mut Writing<'_>, id: AccountId, row: &Row) -> Result<()> {
        let (ledger, conflicts) = (&mut self.ledger, &mut self.conflicts);
        let Some(before) = ledger.find(writing.terms.case_id, row.key_kind.position(), &row.key)? else {
            return Ok(());
        };
        let seq = id.raw() - writing.first_account.raw() + 1;
        let (brings, deed) = (!writing.terms.enrich, writing.terms.deed_id);
        let source = &Source { import: writing.import, seq, file: writing.file, line: row.line, brings, deed };
        ledger.keep_first(&before)?;
        let mut after = before.clone();
        let differing = after.held.take(&row.stated, &writing.terms.zone);
        if before.held != after.held || !differing.is_empty() {
            let hands = conflicts.hands(before.id, &before.held.standing, &writing.legend)?;
            for field in hands.keys().filter(|field| **field != Field::Records) {
                after.held.keep(*field, &before.held);
            }
            for field in differing {
                let told = (&writing.legend, hands.get(&field));
                let news = conflicts.add(before.id, field, (&row.stated, source), told, || ledger.all(before.id))?;
                writing.written.conflicts += u64::from(news);
            }
        }
        ledger.profile(&mut after)?;
        ledger.add(before.id, source, &row.stated)?;
        if before.held.standing != after.held.standing {
            writing.moves.leave(&before.held.standing);
            writing.moves.enter(&after.held.standing);
        }
        ledger.write(&before, &after)?;
        ledger.categories(before.id, &row.stated, source.import)
    }
}
