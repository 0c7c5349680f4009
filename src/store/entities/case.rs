//! A case itself: its title, its zone, whose it is. What is said of its main party stands with the party.

use super::column::{Column, Holds};
use super::entity::{Entity, Of, Told};

pub(in crate::store) const TITLE: Column = Column::text("title").must();
pub(in crate::store) const MAIN: Column =
    Column::new("main_party_id", Holds::Party(&[])).called("main_party").followed();
pub(in crate::store) const ZONE: Column = Column::text("zone").must();
const SAMPLE: Column = Column::text("sample").by_program();
const SAMPLE_NAME: Column = Column::text("sample_name").by_program();
const CREATED_AT: Column = Column::text("created_at").by_program();
const CREATED_BY: Column = Column::text("created_by").by_program();

/// Cases. The number of the next account is no edit of anybody's and never goes back.
pub const CASE: Entity = Entity {
    table: "cases",
    key: "case",
    of: Of::Book,
    columns: &[&TITLE, &MAIN, &ZONE, &SAMPLE, &SAMPLE_NAME, &CREATED_AT, &CREATED_BY],
    told: Told::Columns,
    ..Entity::PLAIN
};
