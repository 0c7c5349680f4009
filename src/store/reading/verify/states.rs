//! Whether every case is in the state that its last entry of the log commits to: its leaves are made anew and compared, and so
//! is their hash. It repairs nothing.

use std::collections::{BTreeMap, BTreeSet};

use sqlx::SqliteConnection;

use super::{Damage, profiles};
use crate::error::Result;
use crate::model::ids::{AccountId, CaseId};
use crate::store::base::bulk::Bulk;
use crate::store::log::audit::Committed;
use crate::store::log::commitment::leaves::parts::{CASE_PARTS, PARTS, PLACE, REJECTED};
use crate::store::log::commitment::leaves::{self, Leaf, Reading};
use crate::store::values::before::Block;

/// What of a case is not in the state that its last entry commits to.
///
/// # Errors
/// What SQLite refuses.
pub async fn damaged(conn: &mut SqliteConnection, entries: &[Committed]) -> Result<Vec<Damage>> {
    let cases: Vec<(CaseId, Vec<u8>)> = sqlx::query_as("SELECT id, uid FROM cases").fetch_all(&mut *conn).await?;
    let bulk = Bulk::hold(conn).await?;
    let (mut damage, mut places) = (Vec::new(), 0);
    for (case, uid) in cases {
        let last = entries.iter().rev().find(|entry| entry.case_uid.as_ref() == Some(&uid) && entry.state.is_some());
        let committed = last.and_then(|entry| entry.state.as_deref());
        damage.extend(of_case(&bulk, case)?);
        if committed != Some(leaves::state(&bulk, case)?.as_slice()) {
            damage.push(Damage::of("state", Some(case), None));
        }
        places = places.max(last_block(&bulk, case, PLACE.id)?);
    }
    damage.extend(planted_places(&bulk, places)?);
    damage.extend(astray(&bulk)?);
    damage.extend(profiles::astray(&bulk)?);
    Ok(damage)
}

type Leaves = BTreeMap<(i64, i64), Option<Vec<u8>>>;

/// Leaves that are not what their rows give.
fn of_case(bulk: &Bulk<'_>, case: CaseId) -> Result<Vec<Damage>> {
    let mut kept = kept(bulk, case)?;
    let mut damage = Vec::new();
    let mut compare = |part: i64, block: i64, leaf: Leaf| {
        if kept.remove(&(part, block)).flatten() != leaf.map(Vec::from) {
            damage.push(named(case, part, block));
        }
    };
    let all: BTreeSet<i64> = PARTS.iter().map(|part| part.id).collect();
    let mut reading = Reading::new(bulk);
    for block in blocks(bulk, case)? {
        reading.block(block, &all, |part, leaf| {
            compare(part, block.number(), leaf);
            Ok(())
        })?;
    }
    for part in CASE_PARTS {
        compare(part.id, 0, leaves::of_rows(bulk, part.select, &[case.into()])?);
    }
    let mut imports = Vec::new();
    bulk.prepare("SELECT id FROM import WHERE case_id = ?")?.each(&[case.into()], |row| {
        imports.extend(row.int(0));
        Ok(())
    })?;
    for import in imports {
        compare(REJECTED.id, import, leaves::of_rows(bulk, REJECTED.select, &[import.into()])?);
    }
    let up_to = last_block(bulk, case, PLACE.id)?;
    let places = leaves::places(bulk, up_to)?;
    compare(PLACE.id, up_to, places.leaf.filter(|_| places.last == up_to));
    damage.extend(kept.into_keys().map(|(part, block)| named(case, part, block)));
    Ok(damage)
}

fn kept(bulk: &Bulk<'_>, case: CaseId) -> Result<Leaves> {
    let mut kept = Leaves::new();
    bulk.prepare("SELECT part, block, sha256 FROM leaf WHERE case_id = ?")?.each(&[case.into()], |row| {
        let mut hash = Vec::new();
        row.bytes(2, &mut hash);
        kept.insert((row.int(0).unwrap_or_default(), row.int(1).unwrap_or_default()), Some(hash));
        Ok(())
    })?;
    Ok(kept)
}

fn last_block(bulk: &Bulk<'_>, case: CaseId, part: i64) -> Result<i64> {
    let last = bulk
        .prepare("SELECT max(block) FROM leaf WHERE case_id = ? AND part = ?")?
        .first(&[case.into(), part.into()], |row| Ok(row.int(0)))?;
    Ok(last.flatten().unwrap_or_default())
}

/// The blocks in which a case has accounts, or rows of them.
fn blocks(bulk: &Bulk<'_>, case: CaseId) -> Result<BTreeSet<Block>> {
    let mut blocks = BTreeSet::new();
    for (table, account) in tables() {
        let (first, last) = case.accounts().into_inner();
        let ends = format!("SELECT min({account}), max({account}) FROM {table} WHERE {account} BETWEEN ? AND ?");
        let ends = bulk.prepare(&ends)?.first(&[first.into(), last.into()], |row| Ok(row.int(0).zip(row.int(1))))?;
        if let Some((first, last)) = ends.flatten() {
            let [first, last] = [first, last].map(|it| Block::of(AccountId::new(it)).number());
            blocks.extend((first..=last).map(Block::new));
        }
    }
    Ok(blocks)
}

fn tables() -> BTreeSet<(&'static str, &'static str)> {
    PARTS.iter().map(|part| (part.table, part.account)).collect()
}

/// Places after the last one that a case's state holds: every deed of a case leaves a state that holds all of them.
fn planted_places(bulk: &Bulk<'_>, last: i64) -> Result<Vec<Damage>> {
    let mut damage = Vec::new();
    bulk.prepare("SELECT id FROM place WHERE id > ? ORDER BY id LIMIT 10")?.each(&[last.into()], |row| {
        damage.push(Damage::of(PLACE.name, None, row.int(0)));
        Ok(())
    })?;
    Ok(damage)
}

/// Rows of accounts of a case that is not there.
fn astray(bulk: &Bulk<'_>) -> Result<Vec<Damage>> {
    let mut damage = Vec::new();
    let ends = bulk.prepare("SELECT min(id), max(id) FROM cases")?.first(&[], |row| Ok(row.int(0).zip(row.int(1))))?;
    let (first, last) = ends.flatten().unwrap_or_default();
    let (first, last) = (*CaseId::new(first).accounts().start(), *CaseId::new(last).accounts().end());
    for (table, account) in tables() {
        let without = format!("SELECT {account} FROM {table} WHERE {account} < ? OR {account} > ? LIMIT 10");
        bulk.prepare(&without)?.each(&[first.into(), last.into()], |row| {
            damage.push(Damage::of(table, None, row.int(0)));
            Ok(())
        })?;
    }
    Ok(damage)
}

fn named(case: CaseId, part: i64, at: i64) -> Damage {
    if let Some(part) = PARTS.iter().find(|it| it.id == part) {
        let (first, last) = Block::new(at).accounts().into_inner();
        return Damage { until: Some(last.raw()), ..Damage::of(part.name, Some(case), Some(first.raw())) };
    }
    if part == REJECTED.id {
        return Damage::of(REJECTED.name, Some(case), Some(at));
    }
    let of_case = CASE_PARTS.iter().find(|it| it.id == part).map(|it| it.name);
    let name = of_case.or((part == PLACE.id).then_some(PLACE.name)).unwrap_or("leaf");
    Damage::of(name, Some(case), None)
}
