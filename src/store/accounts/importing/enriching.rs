//! Rows of a directory or a staff list: they fill accounts that are there. They add none and make nobody affected.

use std::collections::HashSet;

use super::Writing;
use super::chunks::{Chunk, Row};
use super::identifying::Identifying;
use crate::error::Result;
use crate::model::account::AccountKey;
use crate::store::base::bulk::Bulk;

/// Leaves of a chunk the rows whose account is there, without what they say of its being affected; counts the others.
///
/// # Errors
/// What SQLite refuses.
pub fn keep_what_is_there(writing: &mut Writing<'_>, bulk: &Bulk<'_>, chunk: &mut Chunk) -> Result<()> {
    let case_id = writing.terms.case_id;
    let mut identifying = Identifying::new(bulk, case_id)?;
    let mut called: HashSet<AccountKey> = HashSet::new();
    let all = chunk.rows.len();
    let mut kept = Vec::new();
    for row in std::mem::take(&mut chunk.rows) {
        // What a row of this chunk calls its account by leads there once that row is merged.
        if row.keys().any(|key| called.contains(&key)) || identifying.of(&row, None)?.account.is_some() {
            called.extend(row.aliases.iter().cloned());
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

fn without_status(mut row: Row) -> Row {
    row.stated.status = None;
    row.stated.ways.clear();
    row
}
