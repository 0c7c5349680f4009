//! What is written down about a case, row by row and field by field, as it is edited: every key that has rows, with
//! what its fields hold now. It writes nothing.

use std::collections::BTreeMap;

use serde::Serialize;
use sqlx::SqliteConnection;

use super::nodes::{self, Node, Tree};
use super::{fields, rows};
use crate::error::Result;
use crate::model::count::Count;
use crate::model::ids::{CaseId, OrganisationId, PartyId, RowId};
use crate::model::keys::{Field, FieldKind, KEYS, Kind};
use crate::model::moment::Moment;

/// What a field holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[serde(untagged)]
pub enum Held {
    /// A text, a word, a code, a path.
    Text(String),
    /// Yes or no.
    Flag(bool),
    /// A time as it was stated.
    Moment(Moment),
    /// A number.
    Count(Count),
}

/// A row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct HeldRow {
    /// Its id.
    pub id: RowId,
    /// What its fields hold; a field that holds nothing is left out.
    pub fields: BTreeMap<&'static str, Held>,
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
pub(super) struct Names {
    organisations: Vec<Node>,
    /// The organisation of each party.
    parties: BTreeMap<PartyId, OrganisationId>,
}

impl Names {
    pub(super) async fn read(conn: &mut SqliteConnection, case_id: CaseId) -> Result<Self> {
        let parties = rows::of_case(conn, "party", case_id).await?;
        let organisation = |row: &rows::Row| {
            row.integer("organisation_id").map(|it| (PartyId::of_row(row.id()), OrganisationId::new(it)))
        };
        Ok(Self {
            parties: parties.iter().filter_map(organisation).collect(),
            organisations: nodes::all(conn, Tree::Organisation, case_id).await?,
        })
    }

    fn organisation(&self, id: OrganisationId) -> Held {
        Held::Text(nodes::path(&self.organisations, id.into()).join("/"))
    }
}

/// All rows of a case, by key, in the registry's order.
///
/// # Errors
/// `book.damaged`; what SQLite refuses.
pub async fn all(conn: &mut SqliteConnection, case_id: CaseId) -> Result<Vec<HeldRows>> {
    let names = Names::read(conn, case_id).await?;
    let mut all = Vec::new();
    for key in KEYS {
        let Kind::Rows(table, fields) = key.kind else { continue };
        let rows = rows::of_case(conn, table, case_id).await?;
        let rows = rows.iter().map(|row| read(row, fields, &names)).collect::<Result<_>>()?;
        all.push(HeldRows { key: key.id, rows });
    }
    Ok(all)
}

fn read(row: &rows::Row, fields: &'static [Field], names: &Names) -> Result<HeldRow> {
    let mut held = BTreeMap::new();
    for field in fields {
        if let Some(value) = value(row, field, names)? {
            held.insert(field.id, value);
        }
    }
    Ok(HeldRow { id: row.id(), fields: held })
}

pub(super) fn value(row: &rows::Row, field: &Field, names: &Names) -> Result<Option<Held>> {
    let column = fields::column(field);
    let organisation = |id: Option<OrganisationId>| id.map(|id| names.organisation(id));
    Ok(match field.kind {
        FieldKind::Text | FieldKind::Word(_) | FieldKind::Country | FieldKind::Subject | FieldKind::Point => {
            row.maybe(column).map(Held::Text)
        }
        FieldKind::Moment => row.moment(column)?.map(Held::Moment),
        FieldKind::Flag => row.integer(column).map(|it| Held::Flag(it != 0)),
        FieldKind::Count => Some(Held::Count(row.count()?)),
        FieldKind::Organisation => organisation(row.integer(column).map(OrganisationId::new)),
        FieldKind::Party => {
            organisation(row.integer(column).and_then(|id| names.parties.get(&PartyId::new(id)).copied()))
        }
    })
}
