//! A statement over many accounts that asks us of each, in parts. It knows no table.

use std::ops::RangeInclusive;

use super::asked::Asked;
use super::bulk::{Cell, Statement};
use crate::error::Result;
use crate::model::ids::AccountId;

/// Accounts that one statement goes through: SQLite holds what their pages held before until it ends.
const AT_ONCE: i64 = 262_144;

/// Runs a statement over accounts, so many at once, and asks of each. Its values come first, then the first and the last account, then
/// whom; says how many rows it changed.
///
/// # Errors
/// What SQLite refuses; some may have been changed.
pub fn walk(
    statement: &mut Statement<'_>,
    values: &[Cell<'_>],
    accounts: RangeInclusive<AccountId>,
    whom: &mut dyn Asked,
) -> Result<i64> {
    let (mut first, last) = accounts.into_inner();
    let mut changed = 0;
    while first <= last {
        let until = last.min(first.plus(AT_ONCE - 1));
        let bound: Vec<Cell<'_>> = values.iter().copied().chain([first.into(), until.into()]).collect();
        changed += statement.run_asking(&bound, whom)?;
        first = until.plus(1);
    }
    Ok(changed)
}
