//! What is still to be determined, by whom and until when.

use super::column::Column;
use super::entity::Entity;
use super::row::Row;
use crate::error::Result;
use crate::model::case::OpenPoint;
use crate::model::ids::OpenPointId;

const WHAT: Column = Column::text("what").must();
const UNTIL: Column = Column::moment("until");
const WHO: Column = Column::text("who");
const PARTY: Column = Column::party("party_id");

/// Open points.
pub const OPEN_POINT: Entity = Entity {
    table: "open_point",
    key: "open_point",
    columns: &[&WHAT, &UNTIL, &WHO, &PARTY],
    about: Some(&WHAT),
    ..Entity::PLAIN
};

/// An open point.
///
/// # Errors
/// `book.damaged`.
pub fn read(row: &Row) -> Result<OpenPoint> {
    Ok(OpenPoint {
        id: row.id(OpenPointId::new)?,
        what: row.text(&WHAT)?,
        until: row.maybe_moment(&UNTIL)?,
        who: row.maybe_text(&WHO)?,
        party: row.party(&PARTY)?,
    })
}
