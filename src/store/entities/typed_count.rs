//! Numbers typed in before any list exists (docs/model.md, rule 12). They are kept: each supersedes the last of its name and
//! party, and both stay.

use serde_json::json;

use super::column::{Column, Holds};
use super::entity::{By, Entity, Stands};
use super::row::{Row, Values};
use super::work::Work;
use crate::error::{Error, Result};
use crate::model::case::TypedCount;
use crate::model::count::Count;
use crate::model::ids::TypedCountId;
use crate::model::words::Standing;

/// `superseded_by` of a typed count whose place the computed one has taken.
pub(in crate::store) const COMPUTED: i64 = -1;

pub(in crate::store) const NAME: Column = Column::new("name", Holds::Subject).called("subject").must();
pub(in crate::store) const COUNT: Column = Column::new("count", Holds::Count).must();
const STANDING: Column = Column::word("standing", Standing::ids).unless_said("own").by_program();
pub(in crate::store) const SOURCE: Column = Column::text("source");
const WHO: Column = Column::text("who").by_program();
const AT: Column = Column::text("at").by_program();
pub(in crate::store) const SUPERSEDED_BY: Column = Column::number("superseded_by");
pub(in crate::store) const PARTY: Column = Column::party("party_id");
/// What the list said when somebody kept this one all the same: a count as JSON.
pub(in crate::store) const KEPT_OVER: Column = Column::text("kept_over").by_program();
pub(in crate::store) const KEPT_REASON: Column = Column::text("kept_reason").by_program();

/// Typed counts.
pub const TYPED_COUNT: Entity = Entity {
    table: "typed_count",
    key: "count",
    columns: &[&NAME, &COUNT, &STANDING, &SOURCE, &WHO, &AT, &SUPERSEDED_BY, &PARTY, &KEPT_OVER, &KEPT_REASON],
    begin,
    stands: Some(Stands { among: &[&NAME, &PARTY], by: By::Link(&SUPERSEDED_BY) }),
    kept: true,
    ..Entity::PLAIN
};

fn begin(work: &Work<'_>) -> Values {
    vec![(WHO.name, json!(work.act.who.name)), (AT.name, json!(work.act.at.to_string()))]
}

/// A typed count.
///
/// # Errors
/// `book.damaged`.
pub fn read(row: &Row) -> Result<TypedCount> {
    let (standing, by) = (row.word(&STANDING)?, row.maybe_number(&SUPERSEDED_BY)?);
    let mut count = row.count(&COUNT)?;
    count.standing = standing;
    Ok(TypedCount {
        id: row.id(TypedCountId::new)?,
        name: row.text(&NAME)?,
        count,
        source: row.maybe_text(&SOURCE)?,
        standing,
        at: row.instant(&AT)?,
        by: row.text(&WHO)?,
        party: row.party(&PARTY)?,
        stands: by.is_none(),
        computed: by == Some(COMPUTED),
        kept_over: row.maybe_text(&KEPT_OVER)?.map(|form| kept(&form)).transpose()?,
        kept_reason: row.maybe_text(&KEPT_REASON)?,
    })
}

fn kept(form: &str) -> Result<Count> {
    let form = serde_json::from_str(form).map_err(|cause| Error::new("book.damaged").because(cause))?;
    Count::read(&form)
}
