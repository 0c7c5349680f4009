//! The parties of a case: an organisation in a role, on whose behalf, and the one that a name or an id means.
//!
//! It takes no first one that fits: a name that fits several is refused with all of them.

use serde::{Deserialize, Serialize};

use super::ids::{OrganisationId, PartyId};
use super::words::{DeterminationKind, Role, words};
use crate::error::{Error, Result};

/// An organisation in a role, on whose behalf (docs/model.md, Who). Everything that is said of it has its home here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Party {
    /// Its id.
    pub id: PartyId,
    /// Its part.
    pub role: Role,
    /// Its legal entity, as this case knows it; `None`: not named yet, which only the main party can be.
    pub organisation_id: Option<OrganisationId>,
    /// The organisation's name.
    pub organisation: Option<String>,
    /// On whose behalf: another party.
    pub on_behalf_of: Option<PartyId>,
    /// ISO country, perhaps with subdivision, of the establishment.
    pub established: Option<String>,
    /// Whether that is the main establishment (Art. 4(16) GDPR).
    pub main_establishment: bool,
    /// A public body.
    pub public_body: Option<bool>,
    /// Its sector.
    pub sector: Option<String>,
    /// Its data protection officer, with telephone.
    pub dpo: Option<String>,
    /// Its own reference.
    pub reference: Option<String>,
}

impl Party {
    /// Whether it answers for the data itself (Art. 4(7), 26 GDPR).
    #[must_use]
    pub const fn controls(&self) -> bool {
        self.role.controls()
    }

    /// What it is called; not named yet, it is called nothing.
    #[must_use]
    pub fn name(&self) -> &str {
        self.organisation.as_deref().unwrap_or_default()
    }
}

/// Whose something is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Owner {
    /// A legal entity, in all its roles.
    Entity(OrganisationId),
    /// A party.
    Party(PartyId),
}

words!(
    /// To whom an answer belongs: what is said of a case is not said of each of its parties.
    AnswerOwner, "owner" {
        /// The case.
        Case = "case",
        /// An organisation of the case, in all its roles.
        Organisation = "organisation",
        /// A party.
        Party = "party",
        /// A filing.
        Filing = "filing",
    }
);

/// A party as somebody means it: by its id, or by its organisation's name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(untagged)]
pub enum Which {
    /// This one.
    Id(PartyId),
    /// The one of this name, if it is one.
    Named(String),
}

impl From<&str> for Which {
    /// As it is typed: a number is an id.
    fn from(text: &str) -> Self {
        text.trim().parse().map_or_else(|_| Self::Named(text.trim().to_owned()), Self::Id)
    }
}

/// The parties of a case.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Parties {
    /// All of them, in the order they were added.
    pub all: Vec<Party>,
    /// Whose case it is: what is said without naming a party is said of this one.
    pub main: Option<PartyId>,
}

impl Parties {
    /// The party with this id.
    #[must_use]
    pub fn get(&self, id: PartyId) -> Option<&Party> {
        self.all.iter().find(|it| it.id == id)
    }

    /// The party whose case it is.
    #[must_use]
    pub fn main(&self) -> Option<&Party> {
        self.main.and_then(|id| self.get(id))
    }

    /// The party that is meant. Where a form or a rule binds certain roles, one of several of a name is meant that has such
    /// a role.
    ///
    /// # Errors
    /// `party.missing`; `party.ambiguous` with the parties and their ids.
    pub fn find(&self, which: &Which, binds: &[Role]) -> Result<&Party> {
        let found = self.meant(which)?;
        let bound: Vec<&Party> = found.iter().copied().filter(|it| binds.contains(&it.role)).collect();
        match (found.as_slice(), bound.as_slice()) {
            ([one], _) | (_, [one]) => Ok(one),
            _ => Err(self.ambiguous(which, &found)),
        }
    }

    /// The party that is meant of a kind of determination: of awareness, any role of the legal entity, for they share it.
    ///
    /// # Errors
    /// As [`Self::find`].
    pub fn determining(&self, which: &Which, kind: DeterminationKind) -> Result<&Party> {
        let found = self.meant(which)?;
        let one_entity = |first: &&&Party| found.iter().all(|it| it.organisation_id == first.organisation_id);
        match found.first().filter(one_entity) {
            Some(first) if kind.is_awareness() && first.organisation_id.is_some() => Ok(first),
            _ => self.find(which, &[]),
        }
    }

    /// Whose a determination of this kind by this party is.
    #[must_use]
    pub fn owner(&self, party: PartyId, kind: DeterminationKind) -> Owner {
        let entity = self.get(party).and_then(|it| it.organisation_id).filter(|_| kind.is_awareness());
        entity.map_or(Owner::Party(party), Owner::Entity)
    }

    /// All that fit; at least one.
    fn meant(&self, which: &Which) -> Result<Vec<&Party>> {
        let fits = |it: &&Party| match which {
            Which::Id(id) => it.id == *id,
            Which::Named(name) => {
                it.organisation.as_ref().is_some_and(|own| own.to_lowercase() == name.trim().to_lowercase())
            }
        };
        let found: Vec<&Party> = self.all.iter().filter(fits).collect();
        if found.is_empty() { Err(Error::new("party.missing").with("party", told(which))) } else { Ok(found) }
    }

    fn ambiguous(&self, which: &Which, found: &[&Party]) -> Error {
        let parties: Vec<String> = found.iter().map(|it| self.one_line(it)).collect();
        Error::new("party.ambiguous").with("party", told(which)).with("parties", parties.join("; "))
    }

    /// A party by which it is told from others: its id, its role, its organisation, on whose behalf. Words are spellings.
    #[must_use]
    pub fn one_line(&self, party: &Party) -> String {
        let client = party.on_behalf_of.and_then(|id| self.get(id)).map(|it| format!(" -> {} {}", it.id, it.name()));
        format!("{} {} {}{}", party.id, party.role, party.name(), client.unwrap_or_default())
    }
}

fn told(which: &Which) -> String {
    match which {
        Which::Id(id) => id.to_string(),
        Which::Named(name) => name.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn party(id: i64, role: Role, organisation: (i64, &str)) -> Party {
        Party {
            id: PartyId::new(id),
            role,
            organisation_id: Some(OrganisationId::new(organisation.0)),
            organisation: Some(organisation.1.to_owned()),
            on_behalf_of: None,
            established: None,
            main_establishment: false,
            public_body: None,
            sector: None,
            dpo: None,
            reference: None,
        }
    }

    /// Nordmeer is controller for its staff and processor for Fjord: two parties of one legal entity.
    fn nordmeer() -> Parties {
        let (nordmeer, fjord) = ((1, "Nordmeer"), (2, "Fjord"));
        let mut processor = party(2, Role::Processor, nordmeer);
        processor.on_behalf_of = Some(PartyId::new(3));
        let all = vec![party(1, Role::Controller, nordmeer), processor, party(3, Role::Client, fjord)];
        Parties { all, main: Some(PartyId::new(1)) }
    }

    #[test]
    fn a_name_that_fits_several_is_refused_with_all_of_them_unless_the_role_says_which() {
        let parties = nordmeer();
        let found = |which: &str, binds: &[Role]| parties.find(&which.into(), binds).map(|it| it.id.raw());
        assert_eq!(found("2", &[]).expect("by its id"), 2);
        assert_eq!(found("fjord", &[]).expect("by a name of one"), 3);
        assert_eq!(found("Nordmeer", &[Role::Controller, Role::JointController]).expect("by its role"), 1);
        for binds in [&[][..], &[Role::Recipient], &[Role::Controller, Role::Processor]] {
            let refused = found(" NORDMEER ", binds).expect_err("two of them");
            assert_eq!(refused.code, "party.ambiguous");
            assert_eq!(refused.args["parties"], "1 controller Nordmeer; 2 processor Nordmeer -> 3 Fjord");
        }
        for nobody in ["9", "Nobody", ""] {
            assert_eq!(found(nobody, &[]).expect_err("nobody").code, "party.missing");
        }
    }

    #[test]
    fn roles_of_one_entity_share_its_awareness_and_nothing_else() {
        let parties = nordmeer();
        for kind in DeterminationKind::ALL {
            let owners = [1, 2, 3].map(|id| parties.owner(PartyId::new(id), *kind));
            assert_eq!(owners[0] == owners[1], kind.is_awareness(), "{kind}");
            assert!(owners[1] != owners[2], "{kind}: two entities never do");
            let named = parties.determining(&"Nordmeer".into(), *kind);
            assert_eq!(named.is_ok(), kind.is_awareness(), "{kind}: the name is enough where all share it");
        }
    }
}
