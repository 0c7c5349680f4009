//! Single answers, each of a case, an organisation, a party or a filing. What an answer may be stands in `model::keys`.

use super::column::{Column, Holds};
use super::entity::{Entity, Told};
use super::row::Row;
use crate::error::Result;
use crate::model::party::AnswerOwner;

pub(in crate::store) const OWNER_KIND: Column = Column::word("owner_kind", AnswerOwner::ids).by_program();
pub(in crate::store) const OWNER_ID: Column = Column::new("owner_id", Holds::Number).by_program();
pub(in crate::store) const KEY: Column = Column::text("key").by_program();
pub(in crate::store) const VALUE: Column = Column::text("value").must();
const REASON: Column = Column::text("reason");

/// Answers.
pub const ANSWER: Entity = Entity {
    table: "answer",
    key: "answer",
    columns: &[&OWNER_KIND, &OWNER_ID, &KEY, &VALUE, &REASON],
    told: Told::Answer,
    ..Entity::PLAIN
};

/// An answer and whose it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// Of what kind its owner is.
    pub owner: AnswerOwner,
    /// Its owner's id.
    pub of: i64,
    /// Its key.
    pub key: String,
    /// What it says.
    pub value: String,
}

/// An answer.
///
/// # Errors
/// `book.damaged`.
pub fn read(row: &Row) -> Result<Answer> {
    Ok(Answer {
        owner: row.word(&OWNER_KIND)?,
        of: row.maybe_number(&OWNER_ID)?.unwrap_or_default(),
        key: row.text(&KEY)?,
        value: row.text(&VALUE)?,
    })
}
