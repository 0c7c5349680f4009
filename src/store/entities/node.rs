//! Nodes of the investigator's trees as rows that are recorded; `store::written::nodes` makes, moves and merges them. An organisation
//! is this case's copy of a legal entity, as it was known on a day.

use super::column::{Column, Holds};
use super::entity::{Entity, Made, Then, Told};
use super::row::Row;
use crate::error::Result;
use crate::model::case::Organisation;
use crate::model::ids::OrganisationId;
use crate::store::base::bytes::instant;

const PARENT: Column = Column::number("parent");
pub(in crate::store) const NAME: Column = Column::text("name").by_program();
const ISO: Column = Column::text("iso").by_program();
const POSITION: Column = Column::number("position");
pub(in crate::store) const COUNTRY: Column = Column::new("country", Holds::Country);
pub(in crate::store) const ENTITY: Column = Column::new("entity_id", Holds::LegalEntity).by_program();
pub(in crate::store) const IDENTIFIER: Column = Column::text("identifier");
pub(in crate::store) const ADDRESS: Column = Column::text("address");
pub(in crate::store) const COPIED_AT: Column = Column::text("copied_at").by_program();

/// Reporting regions.
pub const REGION: Entity = Entity {
    table: "region",
    key: "region",
    columns: &[&PARENT, &NAME, &ISO, &POSITION],
    told: Told::Elsewhere,
    ..Entity::PLAIN
};

/// Organisations.
pub const ORGANISATION: Entity = Entity {
    table: "organisation",
    key: "organisation",
    columns: &[&PARENT, &NAME, &COUNTRY, &POSITION, &ENTITY, &IDENTIFIER, &ADDRESS, &COPIED_AT],
    about: Some(&NAME),
    made: Made::Elsewhere,
    then: Then::KeptInBook,
    ..Entity::PLAIN
};

/// A legal entity, as a case knows it.
///
/// # Errors
/// `book.damaged`.
pub fn read(row: &Row) -> Result<Organisation> {
    Ok(Organisation {
        id: row.id(OrganisationId::new)?,
        name: row.text(&NAME)?,
        country: row.maybe_text(&COUNTRY)?,
        identifier: row.maybe_text(&IDENTIFIER)?,
        address: row.maybe_text(&ADDRESS)?,
        copied_at: row.maybe_text(&COPIED_AT)?.map(|text| instant(&text)).transpose()?,
    })
}
