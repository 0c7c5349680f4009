//! Steps in time, of the case or of one party.

use super::column::Column;
use super::entity::Entity;
use super::row::Row;
use crate::error::Result;
use crate::model::case::Milestone;
use crate::model::ids::MilestoneId;
use crate::model::words::MilestoneKind;

pub(in crate::store) const KIND: Column = Column::word("kind", MilestoneKind::ids).must();
pub(in crate::store) const AT: Column = Column::moment("at").must();
const WHAT: Column = Column::text("what");
const SOURCE: Column = Column::text("source");
pub(in crate::store) const PARTY: Column = Column::party("party_id");

/// Milestones.
pub const MILESTONE: Entity =
    Entity { table: "milestone", key: "milestone", columns: &[&KIND, &AT, &WHAT, &SOURCE, &PARTY], ..Entity::PLAIN };

/// A milestone.
///
/// # Errors
/// `book.damaged`.
pub fn read(row: &Row) -> Result<Milestone> {
    Ok(Milestone {
        id: row.id(MilestoneId::new)?,
        kind: row.word(&KIND)?,
        at: row.moment(&AT)?,
        what: row.maybe_text(&WHAT)?,
        source: row.maybe_text(&SOURCE)?,
        party: row.party(&PARTY)?,
    })
}
