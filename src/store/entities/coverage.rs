//! Which periods a log covers, and whether whole.

use super::column::{Column, Holds};
use super::entity::Entity;
use super::row::Row;
use super::work::Given;
use crate::error::{Error, Result};
use crate::model::case::Coverage;
use crate::model::ids::CoverageId;

const WHAT: Column = Column::text("what").must();
const FROM: Column = Column::new("from_at", Holds::Point).called("from").must();
const UNTIL: Column = Column::new("until_at", Holds::Point).called("until").must();
const WHOLE: Column = Column::new("whole", Holds::Flag).must();
const REASON: Column = Column::text("reason");

/// Coverage.
pub const COVERAGE: Entity = Entity {
    table: "coverage",
    key: "coverage",
    columns: &[&WHAT, &FROM, &UNTIL, &WHOLE, &REASON],
    about: Some(&WHAT),
    finish,
    ..Entity::PLAIN
};

fn finish(row: &mut Row, _: &Given<'_>) -> Result<()> {
    if row.instant(&FROM)? > row.instant(&UNTIL)? {
        return Err(Error::new("time.end_before_begin").with("text", row.text(&WHAT)?));
    }
    Ok(())
}

/// What is covered.
///
/// # Errors
/// `book.damaged`.
pub fn read(row: &Row) -> Result<Coverage> {
    Ok(Coverage {
        id: row.id(CoverageId::new)?,
        what: row.text(&WHAT)?,
        from: row.instant(&FROM)?,
        until: row.instant(&UNTIL)?,
        whole: row.flag(&WHOLE)?,
        reason: row.maybe_text(&REASON)?,
    })
}
