//! Parties: an organisation in a role, on whose behalf, with all that is said of it in that role.

use super::column::{Column, Holds};
use super::entity::{Entity, Made, Then};
use super::row::Row;
use super::work::Given;
use crate::error::{Error, Result};
use crate::model::ids::PartyId;
use crate::model::party::Party;
use crate::model::words::Role;

pub(in crate::store) const ROLE: Column = Column::word("role", Role::ids).must();
pub(in crate::store) const ORGANISATION: Column =
    Column::new("organisation_id", Holds::Organisation).called("organisation").must();
pub(in crate::store) const ON_BEHALF_OF: Column = Column::new("on_behalf_of", Holds::Party(DECIDE));
/// Of several parties of a name, somebody acts on behalf of the one that decides on the data.
pub(in crate::store) const DECIDE: &[Role] = &[Role::Controller, Role::JointController, Role::Client];
const ESTABLISHED: Column = Column::new("established", Holds::Country);
const MAIN_ESTABLISHMENT: Column = Column::flag("main_establishment");
const PUBLIC_BODY: Column = Column::flag("public_body").or_not_known();
const SECTOR: Column = Column::text("sector");
pub(in crate::store) const DPO: Column = Column::text("dpo");
pub(in crate::store) const REFERENCE: Column = Column::text("reference");

/// Parties.
pub const PARTY: Entity = Entity {
    table: "party",
    key: "party",
    columns: &[
        &ROLE,
        &ORGANISATION,
        &ON_BEHALF_OF,
        &ESTABLISHED,
        &MAIN_ESTABLISHMENT,
        &PUBLIC_BODY,
        &SECTOR,
        &DPO,
        &REFERENCE,
    ],
    about: Some(&ORGANISATION),
    finish,
    made: Made::AsParties,
    then: Then::AwarenessFollows,
    ..Entity::PLAIN
};

/// A party is its organisation, its role and on whose behalf: the same three twice is one party.
fn finish(row: &mut Row, given: &Given<'_>) -> Result<()> {
    let (id, client) = (row.id(PartyId::new)?, row.party(&ON_BEHALF_OF)?);
    if client == Some(id) {
        return Err(Error::new("row.same").with("key", PARTY.key));
    }
    let (role, organisation) = (row.word::<Role>(&ROLE)?, row.organisation(&ORGANISATION)?);
    let is_same = |it: &&Party| it.role == role && it.organisation_id == organisation && it.on_behalf_of == client;
    match given.parties.all.iter().filter(|it| it.id != id).find(is_same) {
        Some(twin) => Err(Error::new("party.twice").with("id", twin.id).with("party", given.parties.one_line(twin))),
        None => Ok(()),
    }
}

/// A party; the name of its organisation is not the row's.
///
/// # Errors
/// `book.damaged`.
pub fn read(row: &Row, name: impl Fn(crate::model::ids::OrganisationId) -> Option<String>) -> Result<Party> {
    let organisation_id = row.organisation(&ORGANISATION)?;
    Ok(Party {
        id: row.id(PartyId::new)?,
        role: row.word(&ROLE)?,
        organisation_id,
        organisation: organisation_id.and_then(name),
        on_behalf_of: row.party(&ON_BEHALF_OF)?,
        established: row.maybe_text(&ESTABLISHED)?,
        main_establishment: row.flag(&MAIN_ESTABLISHMENT)?,
        public_body: row.maybe_flag(&PUBLIC_BODY)?,
        sector: row.maybe_text(&SECTOR)?,
        dpo: row.maybe_text(&DPO)?,
        reference: row.maybe_text(&REFERENCE)?,
    })
}
