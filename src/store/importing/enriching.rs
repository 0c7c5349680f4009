//! Rows of a directory or a staff list: they fill accounts that are there. They add none and make nobody affected.

use super::Writing;
use super::chunks::{Chunk, Row};
use crate::error::Result;
use crate::model::ids::CaseId;
use crate::store::bulk::{Bulk, Statement};

/// Leaves of a chunk the rows whose account is there, without what they say of its being affected; counts the others.
///
/// # Errors
/// What SQLite refuses.
pub fn keep_what_is_there(writing: &mut Writing<'_>, bulk: &Bulk<'_>, chunk: &mut Chunk) -> Result<()> {
    let case_id = writing.terms.case_id;
    let mut known = bulk.prepare("SELECT 1 FROM account_key WHERE case_id = ? AND key_kind = ? AND key = ?")?;
    let all = chunk.rows.len();
    let mut kept = Vec::new();
    for row in std::mem::take(&mut chunk.rows) {
        if is_there(&mut known, case_id, &row)? {
            kept.push(without_status(row));
        }
    }
    count(writing, all - kept.len());
    chunk.put(kept);
    chunk.taggings.iter_mut().for_each(|it| it.status = None);
    Ok(())
}

/// Counts rows whose account is not there.
pub fn count(writing: &mut Writing<'_>, rows: usize) {
    *writing.rows.unmatched.get_or_insert(0) += u64::try_from(rows).unwrap_or(u64::MAX);
}

fn is_there(known: &mut Statement<'_>, case_id: CaseId, row: &Row) -> Result<bool> {
    let key = [case_id.into(), row.key_kind.position().into(), row.key.as_str().into()];
    Ok(known.first(&key, |_| Ok(()))?.is_some())
}

fn without_status(mut row: Row) -> Row {
    row.stated.status = None;
    row.stated.ways.clear();
    row
}
