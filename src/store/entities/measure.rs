//! What was done, and what will be.

use super::column::Column;
use super::entity::Entity;
use super::row::Row;
use crate::error::Result;
use crate::model::case::Measure;
use crate::model::ids::MeasureId;
use crate::model::words::{MeasureKind, MeasureState};

const KIND: Column = Column::word("kind", MeasureKind::ids).must();
const STATE: Column = Column::word("state", MeasureState::ids).must();
const WHAT: Column = Column::text("what").must();
const AT: Column = Column::moment("at");
const SOURCE: Column = Column::text("source");
const PARTY: Column = Column::party("party_id");

/// Measures.
pub const MEASURE: Entity = Entity {
    table: "measure",
    key: "measure",
    columns: &[&KIND, &STATE, &WHAT, &AT, &SOURCE, &PARTY],
    about: Some(&WHAT),
    ..Entity::PLAIN
};

/// A measure.
///
/// # Errors
/// `book.damaged`.
pub fn read(row: &Row) -> Result<Measure> {
    Ok(Measure {
        id: row.id(MeasureId::new)?,
        kind: row.word(&KIND)?,
        state: row.word(&STATE)?,
        what: row.text(&WHAT)?,
        at: row.maybe_moment(&AT)?,
        source: row.maybe_text(&SOURCE)?,
        party: row.party(&PARTY)?,
    })
}
