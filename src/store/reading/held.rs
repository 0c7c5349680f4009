//! What is written down about a case, row by row and field by field, as it is edited: every key that has rows, with
//! what its fields hold now. It writes nothing.

use std::collections::BTreeMap;

use serde::Serialize;
use sqlx::SqliteConnection;

use crate::error::Result;
use crate::model::count::Count;
use crate::model::ids::{CaseId, NodeId, OrganisationId, PartyId, RowId};
use crate::model::keys::{KEYS, Kind};
use crate::model::moment::Moment;
use crate::model::party::Parties;
use crate::store::entities::column::{Column, Holds};
use crate::store::entities::entity::Entity;
use crate::store::entities::of_key;
use crate::store::entities::record;
use crate::store::entities::row::Row;
use crate::store::written::known_parties;
use crate::store::written::nodes::{self, Node, Tree};

/// What a field holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[serde(untagged)]
pub enum Held {
    /// A text, a word, a code, a name.
    Text(String),
    /// Yes or no.
    Flag(bool),
    /// A time as it was stated.
    Moment(Moment),
    /// A number.
    Count(Count),
    /// A party.
    Party(HeldParty),
}

/// A party that a field names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct HeldParty {
    /// Its id.
    pub party: PartyId,
    /// Its organisation's name; empty: it has none yet, or is gone.
    pub name: String,
}

/// A row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct HeldRow {
    /// Its id.
    pub id: RowId,
    /// What its fields hold; a field that holds nothing is left out.
    pub fields: BTreeMap<&'static str, Held>,
    /// It is never changed or removed, only superseded.
    pub kept: bool,
}

/// The rows of a key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct HeldRows {
    /// The key.
    pub key: &'static str,
    /// Its rows, in the order they were made.
    pub rows: Vec<HeldRow>,
}

/// The names that ids stand for.
pub(in crate::store) struct Names {
    organisations: Vec<Node>,
    parties: Parties,
}

impl Names {
    pub(in crate::store) async fn read(conn: &mut SqliteConnection, case_id: CaseId) -> Result<Self> {
        Ok(Self {
            parties: known_parties::of_case(conn, case_id).await?,
            organisations: nodes::all(conn, Tree::Organisation, case_id).await?,
        })
    }

    fn organisation(&self, id: OrganisationId) -> Held {
        let node = self.organisations.iter().find(|it| it.id == NodeId::from(id));
        Held::Text(node.map_or_else(|| id.to_string(), |it| it.name.clone()))
    }

    fn party(&self, id: PartyId) -> Held {
        let name = self.parties.get(id).map(|it| it.name().to_owned()).unwrap_or_default();
        Held::Party(HeldParty { party: id, name })
    }
}

/// All rows of a case, by key, in the registry's order.
///
/// # Errors
/// `book.damaged`; what SQLite refuses.
pub async fn all(conn: &mut SqliteConnection, case_id: CaseId) -> Result<Vec<HeldRows>> {
    let names = Names::read(conn, case_id).await?;
    let mut all = Vec::new();
    for key in KEYS.iter().filter(|it| matches!(it.kind, Kind::Rows)) {
        let Some(entity) = of_key(key.id) else { continue };
        let rows = record::of_case(conn, entity, case_id).await?;
        let rows = rows.iter().map(|row| read(row, entity, &names)).collect::<Result<_>>()?;
        all.push(HeldRows { key: key.id, rows });
    }
    Ok(all)
}

fn read(row: &Row, entity: &'static Entity, names: &Names) -> Result<HeldRow> {
    let mut held = BTreeMap::new();
    for column in entity.fields() {
        if let Some(value) = value(row, column, names)? {
            held.insert(column.field, value);
        }
    }
    Ok(HeldRow { id: row.id(RowId::new)?, fields: held, kept: entity.kept })
}

pub(in crate::store) fn value(row: &Row, column: &'static Column, names: &Names) -> Result<Option<Held>> {
    Ok(match column.holds {
        Holds::Text | Holds::Word(_) | Holds::Country | Holds::Subject | Holds::Point => {
            row.maybe_text(column)?.map(Held::Text)
        }
        Holds::Moment => row.maybe_moment(column)?.map(Held::Moment),
        Holds::Flag => row.maybe_flag(column)?.map(Held::Flag),
        Holds::Count | Holds::Persons => Some(Held::Count(row.count(column)?)),
        Holds::Organisation => row.organisation(column)?.map(|id| names.organisation(id)),
        Holds::Party(_) => row.party(column)?.map(|id| names.party(id)),
        Holds::LegalEntity | Holds::Number => row.maybe_number(column)?.map(|it| Held::Text(it.to_string())),
    })
}
