//! What else is kept of an import's rows, beside the accounts themselves: it goes when the import is taken back; and the
//! file is written anew without them.
//!
//! It leaves what belongs to the import's record: its files, their hashes, its numbers, the rows that were not taken.

use crate::error::Result;
use crate::model::ids::{AccountId, DeedId, ImportId};
use crate::store::base::bulk::Bulk;
use crate::store::file::book::Store;
use crate::store::log::commitment::leaves::{Touched, Touching};

/// Writes the file anew from what is there. `secure_delete` overwrites what is removed where it stood; of rows that were
/// moved to another page as a table grew, SQLite leaves a copy in the gap of the page that it keeps (`rebuildPage`).
/// What it sets aside meanwhile is sealed with the book's key, where it has one.
///
/// # Errors
/// `book.disk_full`; what else SQLite refuses.
pub async fn write_anew(store: &Store) -> Result<()> {
    let mut conn = store.write_alone().await?;
    // In memory it would be the whole book.
    sqlx::query("PRAGMA temp_store = FILE").execute(&mut *conn).await?;
    let done = sqlx::query("VACUUM").execute(&mut *conn).await;
    sqlx::query("PRAGMA temp_store = MEMORY").execute(&mut *conn).await?;
    done?;
    Ok(())
}

/// Of rows that became accounts, that a field was left open, and why: the cell goes.
///
/// # Errors
/// What SQLite refuses.
pub fn cells_of_problems(bulk: &Bulk<'_>, import: ImportId) -> Result<()> {
    bulk.prepare(
        "UPDATE rejected SET args = json_set(args, '$.args', (SELECT json_group_object(key, '…') \
         FROM json_each(rejected.args, '$.args'))) WHERE import_id = ? AND rejected = 0",
    )?
    .run(&[import.into()])
    .map(drop)
}

/// What the import stated where somebody has decided since; what was decided stays.
///
/// # Errors
/// What SQLite refuses.
pub fn statements_decided_upon(bulk: &Bulk<'_>, import: ImportId) -> Result<()> {
    let mut touching = Touching::new(bulk)?;
    bulk.prepare(
        "SELECT account_id FROM conflict WHERE open = 0 \
         AND EXISTS (SELECT 1 FROM json_each(conflict.statements) s WHERE s.value ->> 'import' = ?1)",
    )?
    .each(&[import.into()], |row| {
        row.int(0).map_or(Ok(()), |id| touching.account(Touched::Conflicts, AccountId::new(id)))
    })?;
    bulk.prepare(
        "UPDATE conflict SET statements = (SELECT json_group_array(json(s.value)) FROM json_each(conflict.statements) s \
         WHERE s.value ->> 'import' IS NOT ?1) WHERE open = 0 \
         AND EXISTS (SELECT 1 FROM json_each(conflict.statements) s WHERE s.value ->> 'import' = ?1)",
    )?
    .run(&[import.into()])
    .map(drop)
}

/// What was decided of accounts that go, given in the order of their ids: it was chosen among what their rows stated. Says
/// which entries of the log no longer hold it.
///
/// # Errors
/// What SQLite refuses.
pub fn decisions(bulk: &Bulk<'_>, gone: &[AccountId]) -> Result<Vec<i64>> {
    let mut decided: Vec<DeedId> = Vec::new();
    bulk.prepare(
        "SELECT c.account_id, e.deed_id FROM entity_change e JOIN conflict c ON c.id = e.id WHERE e.kind = 'conflict'",
    )?
    .each(&[], |row| {
        let account = row.int(0).filter(|id| gone.binary_search(&AccountId::new(*id)).is_ok());
        decided.extend(account.and(row.int(1)).map(DeedId::new));
        Ok(())
    })?;
    let mut forgotten = Vec::new();
    for deed in decided {
        forgotten.extend(decision(bulk, deed)?);
    }
    Ok(forgotten)
}

/// The value that a deed adopted: in what it changed, in what was asked, in the log.
fn decision(bulk: &Bulk<'_>, deed: DeedId) -> Result<Option<i64>> {
    bulk.prepare(
        "UPDATE entity_change SET before = json_remove(before, '$.adopted'), after = json_remove(after, '$.adopted') \
         WHERE deed_id = ? AND kind = 'conflict'",
    )?
    .run(&[deed.into()])?;
    bulk.prepare("UPDATE deed SET params = json_remove(params, '$.value') WHERE id = ?")?.run(&[deed.into()])?;
    let entry = bulk
        .prepare("SELECT seq FROM audit WHERE deed_uid = (SELECT uid FROM deed WHERE id = ?)")?
        .first(&[deed.into()], |row| Ok(row.int(0)))?
        .flatten();
    if let Some(seq) = entry {
        bulk.prepare("DELETE FROM audit_detail WHERE seq = ?")?.run(&[seq.into()])?;
    }
    Ok(entry)
}
