//! A chunk's rows: new accounts in the order of their keys, then rows of accounts already there, in file order.

use crate::error::Result;
use crate::model::words::KeyKind;
use crate::store::bulk::{Bulk, Statement};
use crate::store::conflicts::{Conflicts, Source};
use crate::store::merging::Held;
use crate::store::sightings::Ledger;
use crate::store::standing::columns;

use super::Writing;
use super::chunks::{Ids, Row};

/// The tables that a new account is written to, ready.
struct Tables<'b> {
    account: Statement<'b>,
    standing: Statement<'b>,
    way: Statement<'b>,
    category: Statement<'b>,
}

impl<'b> Tables<'b> {
    fn new(bulk: &'b Bulk<'_>) -> Result<Self> {
        Ok(Self {
            account: bulk.prepare(
                "INSERT OR IGNORE INTO account (id, case_id, key_kind, key, shown, name, notes, import_id, line) \
                 VALUES (?,?,?,?,?,?,?,?,?)",
            )?,
            standing: bulk.prepare(concat!(
                "INSERT INTO standing (account_id, ",
                columns!(),
                ") VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"
            ))?,
            way: bulk.prepare("INSERT INTO way (account_id, way, status) VALUES (?,?,?)")?,
            category: bulk
                .prepare("INSERT OR IGNORE INTO data_category (account_id, category, import_id) VALUES (?,?,?)")?,
        })
    }
}

/// Writes a chunk's rows; `order` holds their positions in the order of keys.
pub fn write(writing: &mut Writing<'_>, bulk: &Bulk<'_>, rows: &mut [Row], order: &[u32], names: &Ids) -> Result<()> {
    for row in rows.iter_mut() {
        names.resolve(&mut row.stated);
    }
    let mut tables = Tables::new(bulk)?;
    let first_id = writing.next_account;
    let is_new = accounts(writing, &mut tables, rows, order)?;
    let mut met = Vec::new();
    for ((id, row), is_new) in (first_id..).zip(rows.iter()).zip(&is_new) {
        if *is_new {
            standing(writing, &mut tables, id, row)?;
        } else {
            met.push((id - first_id, row));
        }
    }
    let count = |n: usize| u64::try_from(n).unwrap_or(u64::MAX);
    writing.rows.new += count(rows.len() - met.len());
    writing.rows.merged += count(met.len());
    writing.next_account = first_id.saturating_add_unsigned(count(rows.len()));
    merge(writing, bulk, &met)?;
    writing.next_row = writing.next_row.saturating_add_unsigned(count(rows.len()));
    Ok(())
}

/// Writes the accounts that are new, and says which were. Ids are in file order, writes in the order of keys.
fn accounts(writing: &Writing<'_>, tables: &mut Tables<'_>, rows: &[Row], order: &[u32]) -> Result<Vec<bool>> {
    let mut is_new = vec![false; rows.len()];
    for at in order {
        let at = *at as usize;
        let (Some(row), Some(is_new)) = (rows.get(at), is_new.get_mut(at)) else { continue };
        let id = writing.next_account.saturating_add_unsigned(u64::try_from(at).unwrap_or(0));
        let own_key = (row.key_kind == KeyKind::None).then(|| id.to_string());
        let stated = &row.stated;
        let written = tables.account.run(&[
            id.into(),
            writing.terms.case_id.into(),
            row.key_kind.position().into(),
            own_key.as_deref().unwrap_or(&row.key).into(),
            stated.shown.as_deref().into(),
            stated.name.as_deref().into(),
            stated.notes.as_deref().into(),
            writing.import.into(),
            row.line.into(),
        ])?;
        *is_new = written == 1;
    }
    Ok(is_new)
}

fn standing(writing: &mut Writing<'_>, tables: &mut Tables<'_>, id: i64, row: &Row) -> Result<()> {
    let standing = Held::standing_of(&row.stated, row.day);
    tables.standing.run(&standing.cells(id))?;
    writing.moves.enter(&standing);
    for (way, status) in row.stated.graver_ways() {
        tables.way.run(&[id.into(), way.position().into(), status.position().into()])?;
    }
    for category in &row.stated.categories {
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
    let differing = after.held.take(&row.stated, &writing.terms.zone);
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
