//! What was determined: by whom, on whose advice, when, why. Never changed, never removed: a new one supersedes.
//!
//! Awareness is its legal entity's, everything else its party's (docs/model.md, What is several); of a kind and owner one stands.

use serde_json::json;

use super::column::{Column, Holds};
use super::entity::{By, Entity, Stands};
use super::fields;
use super::row::{Row, Values};
use super::work::{Given, Work};
use crate::error::{Error, Result};
use crate::model::case::Determination;
use crate::model::ids::DeterminationId;
use crate::model::keys;
use crate::model::moment::Moment;
use crate::model::party::Owner;
use crate::model::words::DeterminationKind;

pub(in crate::store) const KIND: Column = Column::word("kind", DeterminationKind::ids).must();
pub(in crate::store) const VALUE: Column = Column::text("value").must();
/// Of awareness, the value as a time.
pub(in crate::store) const AT: Column = Column::moment("at").followed();
pub(in crate::store) const REASON: Column = Column::text("reason");
pub(in crate::store) const BY: Column = Column::text("who").called("by");
pub(in crate::store) const ADVICE: Column = Column::text("advice");
pub(in crate::store) const PARTY: Column = Column::party("party_id");
pub(in crate::store) const ORGANISATION: Column =
    Column::new("organisation_id", Holds::Organisation).called("organisation").followed();
const MADE_AT: Column = Column::text("made_at").by_program();
pub(in crate::store) const SUPERSEDED_BY: Column = Column::number("superseded_by");

/// Determinations.
pub const DETERMINATION: Entity = Entity {
    table: "determination",
    key: "determination",
    columns: &[&KIND, &VALUE, &AT, &REASON, &BY, &ADVICE, &PARTY, &ORGANISATION, &MADE_AT, &SUPERSEDED_BY],
    begin,
    finish,
    stands: Some(Stands { among: &[&KIND, &PARTY, &ORGANISATION], by: By::Link(&SUPERSEDED_BY) }),
    kept: true,
    ..Entity::PLAIN
};

fn begin(work: &Work<'_>) -> Values {
    vec![(BY.name, json!(work.act.who.name)), (MADE_AT.name, json!(work.act.at.to_string()))]
}

fn finish(row: &mut Row, given: &Given<'_>) -> Result<()> {
    let kind: DeterminationKind = row.word(&KIND)?;
    // What was determined before the main party had a name is already its own.
    if row.organisation(&ORGANISATION)?.is_none() {
        let party = row.party(&PARTY)?.or(given.parties.main).ok_or_else(|| given.nobody())?;
        let (party, organisation) = match given.parties.owner(party, kind) {
            Owner::Entity(organisation) => (None, Some(organisation.raw())),
            Owner::Party(party) => (Some(party.raw()), None),
        };
        row.set(&PARTY, party);
        row.set(&ORGANISATION, organisation);
    }
    let value = row.text(&VALUE)?;
    if kind.is_awareness() {
        let at = Moment::read(&value, &given.work.zone)?;
        if !at.has_time() {
            return Err(Error::new("time.needs_zone").with("text", value));
        }
        row.set(&AT, fields::moment(&at)?);
        return Ok(());
    }
    row.set(&VALUE, fields::word(kind.id(), &value, &keys::decided(kind))?);
    Ok(())
}

/// A determination.
///
/// # Errors
/// `book.damaged`.
pub fn read(row: &Row) -> Result<Determination> {
    Ok(Determination {
        id: row.id(DeterminationId::new)?,
        kind: row.word(&KIND)?,
        value: row.text(&VALUE)?,
        at: row.maybe_moment(&AT)?,
        reason: row.maybe_text(&REASON)?,
        by: row.text(&BY)?,
        advice: row.maybe_text(&ADVICE)?,
        made_at: row.instant(&MADE_AT)?,
        party: row.party(&PARTY)?,
        organisation: row.organisation(&ORGANISATION)?,
        superseded_by: row.maybe_number(&SUPERSEDED_BY)?.map(DeterminationId::new),
    })
}
