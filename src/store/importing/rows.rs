//! A chunk's rows: keys in their order, new accounts in the order of their ids, then rows of accounts already there, in
//! file order. Each table is written from one place to the next; it never decides what an account holds.

use crate::error::Result;
use crate::model::words::KeyKind;
use crate::store::bulk::{AT_ONCE, Bulk, Many, Statement};
use crate::store::conflicts::{Conflicts, Source};
use crate::store::merging::Held;
use crate::store::sightings::Ledger;
use crate::store::standing::columns;

use super::Writing;
use super::chunks::{Ids, Row};

/// The tables that a new account is written to, ready.
struct Tables<'b, 'v> {
    key: Many<'b, 'v>,
    id_of_key: Statement<'b>,
    account: Many<'b, 'v>,
    standing: Many<'b, 'v>,
    way: Statement<'b>,
    category: Statement<'b>,
}

impl<'b> Tables<'b, '_> {
    fn new(bulk: &'b Bulk<'_>) -> Result<Self> {
        Ok(Self {
            key: Many::new(bulk, "INSERT OR IGNORE INTO account_key", "case_id, key_kind, key, account_id"),
            id_of_key: bulk
                .prepare("SELECT account_id FROM account_key WHERE case_id = ? AND key_kind = ? AND key = ?")?,
            account: Many::new(
                bulk,
                "INSERT INTO account",
                "id, case_id, key_kind, key, shown, name, notes, import_id, line",
            ),
            standing: Many::new(bulk, "INSERT INTO standing", concat!("account_id, ", columns!())),
            way: bulk.prepare("INSERT INTO way (account_id, way, status) VALUES (?,?,?)")?,
            category: bulk
                .prepare("INSERT OR IGNORE INTO data_category (account_id, category, import_id) VALUES (?,?,?)")?,
        })
    }
}

/// Writes a chunk's rows; `order` holds their positions in the order of keys.
pub fn write(writing: &mut Writing<'_>, bulk: &Bulk<'_>, rows: &mut [Row], order: &[u32], names: &Ids) -> Result<()> {
    let first_id = writing.next_account;
    for (id, row) in (first_id..).zip(rows.iter_mut()) {
        names.resolve(&mut row.stated);
        if row.key_kind == KeyKind::None {
            row.key = id.to_string();
        }
    }
    let rows: &[Row] = rows;
    let mut tables = Tables::new(bulk)?;
    let is_new = keys(writing, &mut tables, rows, order)?;
    let mut met = Vec::new();
    for ((id, row), is_new) in (first_id..).zip(rows).zip(&is_new) {
        if *is_new {
            account(writing, &mut tables, id, row)?;
        } else {
            met.push((id - first_id, row));
        }
    }
    tables.account.end()?;
    tables.standing.end()?;
    let count = |n: usize| u64::try_from(n).unwrap_or(u64::MAX);
    writing.rows.new += count(rows.len() - met.len());
    writing.rows.merged += count(met.len());
    writing.next_account = first_id.saturating_add_unsigned(count(rows.len()));
    merge(writing, bulk, &met)?;
    writing.next_row = writing.next_row.saturating_add_unsigned(count(rows.len()));
    Ok(())
}

/// Writes the keys that are new, in their order, and says whose they were. Ids are in file order.
fn keys<'v>(writing: &Writing<'_>, tables: &mut Tables<'_, 'v>, rows: &'v [Row], order: &[u32]) -> Result<Vec<bool>> {
    let mut is_new = vec![false; rows.len()];
    let case_id = writing.terms.case_id;
    for positions in order.chunks(AT_ONCE) {
        let some = || {
            positions.iter().filter_map(|at| {
                let (id, at) = (writing.next_account + i64::from(*at), *at as usize);
                rows.get(at).map(|row| (at, id, row))
            })
        };
        for (_, id, row) in some() {
            tables.key.add(&[case_id.into(), row.key_kind.position().into(), row.key.as_str().into(), id.into()])?;
        }
        // Where every one was written, none has to be looked up.
        let all_new = usize::try_from(tables.key.end()?).is_ok_and(|written| written == positions.len());
        for (at, id, row) in some() {
            let key = [case_id.into(), row.key_kind.position().into(), row.key.as_str().into()];
            is_new[at] = all_new || tables.id_of_key.first(&key, |found| Ok(found.int(0)))?.flatten() == Some(id);
        }
    }
    Ok(is_new)
}

/// Writes a new account.
fn account<'v>(writing: &mut Writing<'_>, tables: &mut Tables<'_, 'v>, id: i64, row: &'v Row) -> Result<()> {
    let stated = &row.stated;
    tables.account.add(&[
        id.into(),
        writing.terms.case_id.into(),
        row.key_kind.position().into(),
        row.key.as_str().into(),
        stated.shown.as_deref().into(),
        stated.name.as_deref().into(),
        stated.notes.as_deref().into(),
        writing.import.into(),
        row.line.into(),
    ])?;
    let standing = Held::standing_of(stated, row.day);
    tables.standing.add(&standing.cells(id))?;
    writing.moves.enter(&standing);
    for (way, status) in stated.graver_ways() {
        tables.way.run(&[id.into(), way.position().into(), status.position().into()])?;
    }
    for category in &stated.categories {
        tables.category.run(&[id.into(), category.as_str().into(), writing.import.into()])?;
    }
    Ok(())
}

/// Merges rows into accounts that are there, in file order. With each goes its position in the chunk.
fn merge(writing: &mut Writing<'_>, bulk: &Bulk<'_>, met: &[(i64, &Row)]) -> Result<()> {
    if met.is_empty() {
        return Ok(());
    }
    let (mut ledger, mut conflicts) = (Ledger::new(bulk)?, Conflicts::new(bulk)?);
    for (at, row) in met {
        let source = Source { import: writing.import, seq: writing.next_row + at, file: writing.file, line: row.line };
        merge_one(writing, &mut ledger, &mut conflicts, row, &source)?;
    }
    Ok(())
}

fn merge_one(
    writing: &mut Writing<'_>,
    ledger: &mut Ledger<'_>,
    conflicts: &mut Conflicts<'_>,
    row: &Row,
    source: &Source,
) -> Result<()> {
    let Some(before) = ledger.find(writing.terms.case_id, row.key_kind.position(), &row.key)? else {
        return Ok(());
    };
    ledger.keep_first(&before)?;
    let mut after = before.clone();
    let mut differing = after.held.take(&row.stated, &writing.terms.zone);
    if before.held != after.held || !differing.is_empty() {
        for (field, _) in conflicts.decided(before.id)? {
            after.held.keep(field, &before.held);
            differing.retain(|it| *it != field);
        }
    }
    for field in differing {
        let news = conflicts.add(before.id, field, (&row.stated, source), &writing.legend, || ledger.all(before.id))?;
        writing.written.conflicts += u64::from(news);
    }
    ledger.add(before.id, source, &row.stated)?;
    if before.held.standing != after.held.standing {
        writing.moves.leave(&before.held.standing);
        writing.moves.enter(&after.held.standing);
    }
    ledger.write(&before, &after)?;
    ledger.categories(before.id, &row.stated, source.import)
}
