//! Whether every deed did what its entry of the log commits to, whether what it left is still there, and whether the bytes of
//! exports are those that left. It repairs nothing.

use std::collections::BTreeMap;

use sqlx::SqliteConnection;

use super::{Damage, cases};
use crate::error::Result;
use crate::model::ids::{CaseId, DeedId};
use crate::store::base::bulk::Bulk;
use crate::store::base::bytes::sha256;
use crate::store::entities::ENTITIES;
use crate::store::entities::entity::{Entity, Of};
use crate::store::log::audit::Committed;
use crate::store::log::commitment::did;
use crate::store::log::commitment::leaves::parts::CASE_PARTS;
use crate::store::tally::Moves;
use crate::store::written::nodes::Tree;

/// Deeds that did something else than their entries say, rows that are not as the last deed left them, exports whose bytes are
/// others.
///
/// # Errors
/// What SQLite refuses.
pub async fn damaged(conn: &mut SqliteConnection, entries: &[Committed]) -> Result<Vec<Damage>> {
    let bulk = Bulk::hold(conn).await?;
    let mut damage = otherwise(&bulk, entries)?;
    damage.extend(rows(&bulk)?);
    damage.extend(exports(&bulk)?);
    damage.extend(moves(&bulk)?);
    damage.extend(of_the_book(&bulk)?);
    Ok(damage)
}

/// Deeds that did not do what their entries commit to. Of one whose details are erased nobody can say any more.
fn otherwise(bulk: &Bulk<'_>, entries: &[Committed]) -> Result<Vec<Damage>> {
    let mut by_uid = BTreeMap::new();
    bulk.prepare("SELECT uid, id, case_id FROM deed")?.each(&[], |row| {
        let mut uid = Vec::new();
        row.bytes(0, &mut uid);
        by_uid.insert(uid, (row.int(1).map(DeedId::new), row.int(2).map(CaseId::new)));
        Ok(())
    })?;
    let mut damage = Vec::new();
    for entry in entries {
        let Some(salt) = &entry.salt else { continue };
        let (of, what) = match &entry.deed_uid {
            None if entry.did.is_some() => (("book", None, None), Some(did::made(bulk, salt)?)),
            None => continue,
            Some(uid) => match by_uid.get(uid) {
                Some((Some(id), case)) => (("deed", *case, Some(id.raw())), Some(did::did(bulk, *id, salt)?)),
                _ => (("audit", None, Some(entry.seq)), None),
            },
        };
        if what.as_ref().map(<[u8; 32]>::as_slice) != entry.did.as_deref() || what.is_none() {
            damage.push(Damage::of(of.0, of.1, of.2));
        }
    }
    Ok(damage)
}

/// Rows that are not as the last deed left them that changed them. What lists state of a contradiction no deed of a person has
/// written; the state of the case holds it.
fn rows(bulk: &Bulk<'_>) -> Result<Vec<Damage>> {
    let mut left: BTreeMap<(String, i64), Option<String>> = BTreeMap::new();
    bulk.prepare("SELECT kind, id, after FROM entity_change WHERE kind <> 'conflict' ORDER BY deed_id, seq")?.each(
        &[],
        |row| {
            left.insert((row.text(0).unwrap_or_default(), row.int(1).unwrap_or_default()), row.text(2));
            Ok(())
        },
    )?;
    let mut damage = Vec::new();
    for entity in ENTITIES.iter().filter(|it| is_held_by_its_deeds_alone(it)) {
        bulk.prepare(&format!("SELECT id FROM \"{}\"", entity.table))?.each(&[], |row| {
            let id = row.int(0).unwrap_or_default();
            if !left.contains_key(&(entity.table.to_owned(), id)) {
                damage.push(Damage::of(entity.table, None, Some(id)));
            }
            Ok(())
        })?;
    }
    for entity in ENTITIES {
        let mut now = bulk.prepare(&format!("{} WHERE id = ?", entity.select()))?;
        for ((table, id), after) in left.range((entity.table.to_owned(), i64::MIN)..) {
            if table != entity.table {
                break;
            }
            let stands = now.first(&[(*id).into()], |row| Ok(row.text(0)))?.flatten();
            if stands != *after {
                damage.push(Damage::of(table, None, Some(*id)));
            }
        }
    }
    Ok(damage)
}

/// What no state of a case holds: every row of it is one that a deed has left.
fn is_held_by_its_deeds_alone(entity: &Entity) -> bool {
    entity.of == Of::Book && CASE_PARTS.iter().all(|part| part.name != entity.table)
}

/// What is said of deeds of the book, which nobody undoes; and of the next id of a node, which is above all that there were.
fn of_the_book(bulk: &Bulk<'_>) -> Result<Vec<Damage>> {
    let mut damage = Vec::new();
    bulk.prepare("SELECT id FROM deed WHERE case_id IS NULL AND undone_by IS NOT NULL")?.each(&[], |row| {
        damage.push(Damage::of("deed", None, row.int(0)));
        Ok(())
    })?;
    let mut is_lower = bulk.prepare(
        "SELECT coalesce((SELECT max(id) FROM entity_change WHERE kind = ?1), 0) \
         > coalesce((SELECT seq FROM sqlite_sequence WHERE name = ?1), 0)",
    )?;
    for tree in [Tree::Region, Tree::Organisation] {
        if is_lower.first(&[tree.table().into()], |row| Ok(row.int(0)))?.flatten() == Some(1) {
            damage.push(Damage::of("sqlite_sequence", None, None));
        }
    }
    Ok(damage)
}

/// Cases whose numbers at hand are not what all deeds moved: so every number that was ever printed hangs on the log.
fn moves(bulk: &Bulk<'_>) -> Result<Vec<Damage>> {
    let mut damage = Vec::new();
    for case in cases(bulk)? {
        let at_hand = Moves::at_hand(bulk, case)?;
        if !Moves::of_deeds(bulk, case, DeedId::new(i64::MAX)).is_ok_and(|moves| at_hand.are(&moves)) {
            damage.push(Damage::of("moves", Some(case), None));
        }
    }
    Ok(damage)
}

fn exports(bulk: &Bulk<'_>) -> Result<Vec<Damage>> {
    let mut damage = Vec::new();
    bulk.prepare("SELECT bytes, sha256, id, case_id FROM export")?.each(&[], |row| {
        let (mut bytes, mut hash) = (Vec::new(), Vec::new());
        row.bytes(0, &mut bytes);
        row.bytes(1, &mut hash);
        if sha256(&[&bytes]).as_slice() != hash {
            damage.push(Damage::of("export", row.int(3).map(CaseId::new), row.int(2)));
        }
        Ok(())
    })?;
    Ok(damage)
}
