//! What data of whom were exposed, how, and whether whoever took them can read them.

use super::column::{Column, Holds};
use super::entity::Entity;
use super::row::Row;
use crate::error::Result;
use crate::model::case::Exposure;
use crate::model::ids::ExposureId;
use crate::model::words::{DataCategory, PersonGroup, Protection, Way};

const CATEGORY: Column = Column::word("category", DataCategory::ids).must();
const GROUP: Column = Column::word("group", PersonGroup::ids).must();
const WAY: Column = Column::word("way", Way::ids);
const RESIDENCE: Column = Column::new("residence", Holds::Country);
const COUNT: Column = Column::new("count", Holds::Persons);
const PROTECTION: Column = Column::word("protection", Protection::ids).unless_said("open");
const NOTE: Column = Column::text("note");
const SOURCE: Column = Column::text("source");
const PARTY: Column = Column::party("party_id");

/// Exposures.
pub const EXPOSURE: Entity = Entity {
    table: "exposure",
    key: "exposure",
    columns: &[&CATEGORY, &GROUP, &WAY, &RESIDENCE, &COUNT, &PROTECTION, &NOTE, &SOURCE, &PARTY],
    ..Entity::PLAIN
};

/// An exposure.
///
/// # Errors
/// `book.damaged`.
pub fn read(row: &Row) -> Result<Exposure> {
    Ok(Exposure {
        id: row.id(ExposureId::new)?,
        category: row.word(&CATEGORY)?,
        group: row.word(&GROUP)?,
        way: row.maybe_word(&WAY)?,
        residence: row.maybe_text(&RESIDENCE)?,
        persons: row.count(&COUNT)?,
        protection: row.word(&PROTECTION)?,
        note: row.maybe_text(&NOTE)?,
        source: row.maybe_text(&SOURCE)?,
        party: row.party(&PARTY)?,
    })
}
