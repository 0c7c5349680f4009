//! Whose numbers: those of a case, of a party, of an organisation.
//!
//! A party's scope is the branch of its organisation in the case's tree, or its client's where it acts on somebody's behalf.
//! Where the parties of a case have one scope between them, that one is the whole case, and nothing else is to be decided.
//! Else accounts without an organisation may be anybody's: they are in the high bound of each party and in the low bound of
//! none, and the facts say how many they are. A person with accounts at two clients counts for both, so the numbers of all
//! parties do not add up to those of the case.

use std::collections::BTreeSet;

use sqlx::SqliteConnection;

use crate::error::{Error, Result};
use crate::model::facts::{ScopeRow, Whose};
use crate::model::ids::{CaseId, NodeId, PartyId};
use crate::model::tree::Tree;
use crate::model::words::Role;

/// Whose numbers are counted.
pub(super) struct Scope {
    /// What the facts say of it; `None`: nobody asked for anything but the case.
    pub row: Option<ScopeRow>,
    /// The organisations whose accounts are counted; `None`: all accounts are.
    pub ours: Option<BTreeSet<NodeId>>,
    /// The party whose typed numbers and claims are counted, where they are not the case's.
    pub party: Option<PartyId>,
}

impl Scope {
    /// The whole case.
    pub(super) const CASE: Self = Self { row: None, ours: None, party: None };

    /// Whether a row of a tree says something of it: a party's extract names no branch that it has no part in.
    pub(super) fn shows(&self, path: &[String], accounts: u64) -> bool {
        let own = || self.row.as_ref().is_some_and(|row| row.path == path);
        self.ours.is_none() || accounts > 0 || path.is_empty() || own()
    }
}

/// A party with the organisation at the root of its scope.
pub(super) struct PartyScope {
    id: PartyId,
    role: Role,
    organisation: NodeId,
    client: Option<NodeId>,
}

impl PartyScope {
    const fn root(&self) -> NodeId {
        match self.client {
            Some(client) => client,
            None => self.organisation,
        }
    }

    /// Whether it answers for data of its own or of somebody else. Who only receives them, provides a service or represents
    /// somebody has no part of a case's accounts to itself.
    const fn answers_for_data(&self) -> bool {
        match self.role {
            Role::Controller | Role::JointController | Role::Processor | Role::SubProcessor | Role::Client => true,
            Role::Recipient | Role::Representative | Role::Provider => false,
        }
    }
}

/// The scopes of a case's parties.
pub(super) struct Scopes<'t> {
    tree: &'t Tree,
    parties: Vec<PartyScope>,
}

impl<'t> Scopes<'t> {
    pub(super) async fn read(conn: &mut SqliteConnection, case_id: CaseId, tree: &'t Tree) -> Result<Self> {
        // A party without a name has no accounts to itself.
        let rows: Vec<(PartyId, String, NodeId, Option<NodeId>)> = sqlx::query_as(
            "SELECT p.id, p.role, p.organisation_id, client.organisation_id FROM party p \
             LEFT JOIN party client ON client.id = p.on_behalf_of \
             WHERE p.case_id = ? AND p.organisation_id IS NOT NULL ORDER BY p.id",
        )
        .bind(case_id)
        .fetch_all(conn)
        .await?;
        let party = |(id, role, organisation, client): (PartyId, String, NodeId, Option<NodeId>)| {
            Ok(PartyScope { id, role: role.parse()?, organisation, client })
        };
        Ok(Self { tree, parties: rows.into_iter().map(party).collect::<Result<_>>()? })
    }

    /// What was asked for.
    ///
    /// # Errors
    /// `party.missing`, `organisation.unknown`.
    pub(super) fn of(&self, whose: Whose) -> Result<Scope> {
        match whose {
            Whose::Case => Ok(Scope::CASE),
            Whose::Party(id) => {
                let found = self.parties.iter().find(|party| party.id == id);
                Ok(self.party(found.ok_or_else(|| Error::new("party.missing").with("party", id))?))
            }
            Whose::Organisation(id) => {
                let node = NodeId::from(id);
                let known = self.tree.place_of(node);
                known.ok_or_else(|| Error::new("organisation.unknown").with("organisation", id))?;
                Ok(Scope { row: Some(self.row(node, None)), ours: Some(self.branch(node)), party: None })
            }
        }
    }

    /// Those of every party, in their order.
    pub(super) fn all(&self) -> impl Iterator<Item = Scope> {
        self.parties.iter().map(|party| self.party(party))
    }

    fn party(&self, party: &PartyScope) -> Scope {
        let alone = self.one_alone() == Some(party.root());
        let row = ScopeRow { whole_case: alone, ..self.row(party.root(), Some(party)) };
        match alone {
            true => Scope { row: Some(row), ..Scope::CASE },
            false => Scope { row: Some(row), ours: Some(self.branch(party.root())), party: Some(party.id) },
        }
    }

    /// The root of the one scope that all parties have between them.
    fn one_alone(&self) -> Option<NodeId> {
        let answering = self.parties.iter().filter(|party| party.answers_for_data());
        let roots: BTreeSet<NodeId> = answering.map(PartyScope::root).collect();
        roots.first().copied().filter(|_| roots.len() == 1)
    }

    fn branch(&self, root: NodeId) -> BTreeSet<NodeId> {
        self.tree.with_all_below(root).into_iter().collect()
    }

    fn row(&self, root: NodeId, party: Option<&PartyScope>) -> ScopeRow {
        let named = |id| self.tree.named(id);
        let (name, path) = named(root).unwrap_or_default();
        let client = party.and_then(|party| party.client).and_then(named);
        ScopeRow {
            party: party.map(|party| party.id),
            role: party.map(|party| party.role),
            organisation: party.and_then(|party| named(party.organisation)).map_or(name, |it| it.0).to_owned(),
            on_behalf_of: client.map(|(name, _)| name.to_owned()),
            path: path.to_vec(),
            whole_case: false,
            without_organisation: None,
        }
    }
}
