//! Whether two groups of persons may hold the same ones (docs/model.md, rules 1 and 2).

use super::column::Column;
use super::entity::Entity;
use super::row::Row;
use super::work::Given;
use crate::error::{Error, Result};
use crate::model::case::Overlap;
use crate::model::ids::RowId;
use crate::model::words::PersonGroup;

const ONE: Column = Column::word("one", PersonGroup::ids).must();
const OTHER: Column = Column::word("other", PersonGroup::ids).must();
const DISJOINT: Column = Column::flag("disjoint");

/// Pairs of groups.
pub const OVERLAP: Entity =
    Entity { table: "group_overlap", key: "overlap", columns: &[&ONE, &OTHER, &DISJOINT], finish, ..Entity::PLAIN };

/// Two groups are one pair, in whichever order they are named.
fn finish(row: &mut Row, _: &Given<'_>) -> Result<()> {
    let (one, other) = (row.text(&ONE)?, row.text(&OTHER)?);
    if one == other {
        return Err(Error::new("row.same").with("key", OVERLAP.key));
    }
    if one > other {
        row.set(&ONE, other);
        row.set(&OTHER, one);
    }
    Ok(())
}

/// A pair.
///
/// # Errors
/// `book.damaged`.
pub fn read(row: &Row) -> Result<Overlap> {
    Ok(Overlap {
        id: row.id(RowId::new)?,
        one: row.word(&ONE)?,
        other: row.word(&OTHER)?,
        disjoint: row.flag(&DISJOINT)?,
    })
}
