//! Legal entities, as the book knows them: what a case takes its dated copy from (`node::ORGANISATION`).

use super::column::{Column, Holds};
use super::entity::{Entity, Of, Told};

pub(in crate::store) const NAME: Column = Column::text("name").must();
pub(in crate::store) const COUNTRY: Column = Column::new("country", Holds::Country);
pub(in crate::store) const IDENTIFIER: Column = Column::text("identifier");
pub(in crate::store) const ADDRESS: Column = Column::text("address");

/// Legal entities of a book.
pub const LEGAL_ENTITY: Entity = Entity {
    table: "entity",
    key: "entity",
    of: Of::Book,
    columns: &[&NAME, &COUNTRY, &IDENTIFIER, &ADDRESS],
    told: Told::Elsewhere,
    ..Entity::PLAIN
};
