//! What is claimed of a number, by whom. Of the claims on one subject the case, or a party, goes by one at most.

use serde_json::{Value, json};

use super::column::{Column, Holds};
use super::entity::{By, Entity, Stands};
use super::row::Row;
use super::work::Given;
use crate::error::Result;
use crate::model::case::Claim;
use crate::model::ids::ClaimId;
use crate::model::subject;
use crate::model::words::Standing;

pub(in crate::store) const SUBJECT: Column = Column::new("subject", Holds::Subject).must();
pub(in crate::store) const COUNT: Column = Column::new("count", Holds::Count).must();
const SOURCE: Column = Column::text("source").must();
const SAID: Column = Column::moment("said");
const STANDING: Column = Column::word("standing", Standing::ids).unless_said("claimed");
pub(in crate::store) const ADOPTED: Column = Column::flag("adopted");
const ADOPTED_BY: Column = Column::text("adopted_by").by_program();
const REASON: Column = Column::text("reason");
pub(in crate::store) const PARTY: Column = Column::party("party_id");

/// Claims.
pub const CLAIM: Entity = Entity {
    table: "claim",
    key: "claim",
    columns: &[&SUBJECT, &COUNT, &SOURCE, &SAID, &STANDING, &ADOPTED, &ADOPTED_BY, &REASON, &PARTY],
    about: Some(&SOURCE),
    finish,
    stands: Some(Stands { among: &[&SUBJECT, &PARTY], by: By::Flag(&ADOPTED) }),
    ..Entity::PLAIN
};

/// Its unit is one of its subject. Whoever adopts it is kept; one that nobody goes by was adopted by nobody.
fn finish(row: &mut Row, given: &Given<'_>) -> Result<()> {
    if row.value("unit")?.is_null() {
        row.put(vec![("unit", json!(subject::unit_of(&row.text(&SUBJECT)?)))]);
    }
    subject::fits(&row.text(&SUBJECT)?, row.count(&COUNT)?.unit)?;
    let by = match (row.flag(&ADOPTED)?, row.maybe_text(&ADOPTED_BY)?) {
        (true, None) => json!(given.work.act.who.name),
        (true, Some(by)) => json!(by),
        (false, _) => Value::Null,
    };
    row.set(&ADOPTED_BY, by);
    Ok(())
}

/// A claim.
///
/// # Errors
/// `book.damaged`.
pub fn read(row: &Row) -> Result<Claim> {
    let mut count = row.count(&COUNT)?;
    count.standing = row.word(&STANDING)?;
    Ok(Claim {
        id: row.id(ClaimId::new)?,
        subject: row.text(&SUBJECT)?,
        count,
        source: row.text(&SOURCE)?,
        said: row.maybe_moment(&SAID)?,
        adopted: row.flag(&ADOPTED)?,
        adopted_by: row.maybe_text(&ADOPTED_BY)?,
        reason: row.maybe_text(&REASON)?,
        party: row.party(&PARTY)?,
    })
}
