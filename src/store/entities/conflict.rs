//! Contradictions, as far as somebody decided them. What lists state of them is no edit, and is not kept with one
//! (`store::accounts::statements`).

use super::column::Column;
use super::entity::{Edits, Entity, Of, Told};

const FIELD: Column = Column::text("field").by_program();
const ADOPTED: Column = Column::text("adopted").by_program();
const ADOPTED_BY: Column = Column::number("adopted_by");

/// Contradictions.
pub const CONFLICT: Entity = Entity {
    table: "conflict",
    key: "conflict",
    of: Of::Account,
    columns: &[&FIELD, &ADOPTED, &ADOPTED_BY],
    told: Told::Elsewhere,
    edits: Edits::Only(&[&ADOPTED, &ADOPTED_BY]),
    ..Entity::PLAIN
};
