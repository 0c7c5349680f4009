//! What ids mean in a case, for values that people read: nodes by their paths, places, files of imports. It changes nothing.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use sqlx::SqliteConnection;

use super::field::Field;
use super::stated::Stated;
use crate::error::Result;
use crate::model::count::Count;
use crate::model::ids::{CaseId, FileOf, ImportId, NodeId, PlaceId};
use crate::model::tag::Tag;
use crate::model::words::Status;
use crate::store::values::standing::Standing;
use crate::store::written::nodes::Tree;
use crate::store::written::tree_index::{self, TreeIndex};

/// What ids mean, for values that people read.
#[derive(Debug)]
pub struct Legend {
    pub regions: TreeIndex,
    pub organisations: TreeIndex,
    pub places: BTreeMap<PlaceId, String>,
    /// Names of files by import and place in it.
    pub files: BTreeMap<FileOf, String>,
}

impl Legend {
    /// What a row says of a field; nothing where it says nothing. Of which account it is of, it may say several things.
    pub fn values(&self, field: Field, stated: &Stated) -> Vec<Value> {
        match field {
            Field::Key => stated.leads_to.iter().map(|key| key.as_str().into()).collect(),
            field => self.value(field, stated).into_iter().collect(),
        }
    }

    fn value(&self, field: Field, stated: &Stated) -> Option<Value> {
        match field {
            Field::Name => stated.name.as_deref().map(Value::from),
            Field::Notes => stated.notes.as_deref().map(Value::from),
            Field::Kind => stated.kind.map(|it| it.id().into()),
            Field::Status => stated.status.map(|it| it.id().into()),
            Field::Region => stated.region.and_then(|id| self.regions.path(id)).map(Value::from),
            Field::Organisation => stated.organisation.and_then(|id| self.organisations.path(id)).map(Value::from),
            Field::Residence => stated.place.and_then(|id| self.places.get(&id)).map(|it| it.as_str().into()),
            Field::Records => {
                let count = stated.records.map(Count::from).filter(|count| !count.says_nothing());
                count.map(|count| json!(count))
            }
            Field::Key => None,
            Field::Identifier(kind) => stated.keys.iter().find(|it| it.kind == kind).map(|it| it.key.as_str().into()),
        }
    }

    /// What an account holds of a field that can be tagged, as a statement says it.
    pub fn held(&self, field: Field, standing: &Standing) -> Value {
        let text = match field {
            Field::Region => standing.region.and_then(|id| self.regions.path(id)),
            Field::Organisation => standing.organisation.and_then(|id| self.organisations.path(id)),
            Field::Residence => standing.place.and_then(|id| self.places.get(&id).cloned()),
            Field::Status => Status::at(standing.status).map(|it| it.id().to_owned()),
            Field::Name | Field::Notes | Field::Kind | Field::Records | Field::Key | Field::Identifier(_) => None,
        };
        text.map_or(Value::Null, Value::from)
    }

    /// Whether two values of a tag mean one node.
    pub fn is_one_node(&self, tag: Tag, one: Option<i64>, other: Option<i64>) -> bool {
        let index = match tag {
            Tag::Region => &self.regions,
            Tag::Organisation => &self.organisations,
            Tag::Residence | Tag::Status | Tag::OnePerson => return false,
        };
        let [one, other] = [one, other].map(|it| it.map(NodeId::new));
        one.zip(other)
            .is_some_and(|(one, other)| index.standing(one).is_some_and(|it| index.standing(other) == Some(it)))
    }

    /// A node that somebody has removed since is no longer stated; one that was merged into another is, of that one.
    pub fn forget_what_is_gone(&self, stated: &mut Stated) {
        stated.region = stated.region.filter(|id| self.regions.standing(*id).is_some());
        stated.organisation = stated.organisation.filter(|id| self.organisations.standing(*id).is_some());
    }
}

/// What ids mean in a case.
///
/// # Errors
/// What SQLite refuses.
pub async fn read(conn: &mut SqliteConnection, case_id: CaseId) -> Result<Legend> {
    Ok(Legend {
        regions: TreeIndex::load(conn, case_id, Tree::Region).await?,
        organisations: TreeIndex::load(conn, case_id, Tree::Organisation).await?,
        places: tree_index::places(conn).await?,
        files: names_of_files(conn, case_id).await?,
    })
}

/// Names of a case's files by import and place in it.
async fn names_of_files(conn: &mut SqliteConnection, case_id: CaseId) -> Result<BTreeMap<FileOf, String>> {
    let rows: Vec<(ImportId, i64, String)> = sqlx::query_as(
        "SELECT f.import_id, f.seq, f.name FROM import_file f JOIN import i ON i.id = f.import_id WHERE i.case_id = ?",
    )
    .bind(case_id)
    .fetch_all(conn)
    .await?;
    Ok(rows.into_iter().map(|(import, seq, name)| (FileOf { import, seq }, name)).collect())
}
