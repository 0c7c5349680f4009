//! What is written down about a case, each kind of it one declaration in a file of its own, and the list of them. Everything that
//! treats rows by their kind reads it here.
//!
//! `entity` says what a kind declares, `column` and `row` what it is made of, `fields` what people may write, `work` under
//! what a row is made; `record` reads, puts and records rows of any kind. What follows in other rows is `written`'s.

pub mod answer;
pub mod case;
pub mod claim;
pub mod column;
pub mod conflict;
pub mod coverage;
pub mod determination;
pub mod entity;
pub mod exposure;
pub mod fields;
pub mod legal_entity;
pub mod measure;
pub mod milestone;
pub mod node;
pub mod open_point;
pub mod overlap;
pub mod party;
pub mod record;
pub mod row;
pub mod typed_count;
pub mod work;

use crate::error::{Error, Result};
use entity::Entity;

/// Every kind of rows.
pub const ENTITIES: &[&Entity] = &[
    &case::CASE,
    &legal_entity::LEGAL_ENTITY,
    &node::REGION,
    &node::ORGANISATION,
    &answer::ANSWER,
    &party::PARTY,
    &milestone::MILESTONE,
    &determination::DETERMINATION,
    &claim::CLAIM,
    &exposure::EXPOSURE,
    &typed_count::TYPED_COUNT,
    &measure::MEASURE,
    &open_point::OPEN_POINT,
    &coverage::COVERAGE,
    &overlap::OVERLAP,
    &conflict::CONFLICT,
];

/// The kind of this table, as the log has it.
///
/// # Errors
/// `book.damaged`: only we name tables.
pub fn of_table(table: &str) -> Result<&'static Entity> {
    ENTITIES.iter().copied().find(|it| it.table == table).ok_or_else(|| Error::new("book.damaged").with("table", table))
}

/// The kind whose rows are set under this key.
#[must_use]
pub fn of_key(key: &str) -> Option<&'static Entity> {
    ENTITIES.iter().copied().find(|it| it.key == key)
}
