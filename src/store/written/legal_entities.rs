//! Legal entities: the book knows each once, a case has its own copy of what was known when it was named there. An
//! organisation is found by one name, never by a path.

use serde_json::json;
use sqlx::SqliteConnection;

use super::nodes::{self, CaseTree, Node, Tree};
use crate::error::{Error, Result};
use crate::model::ids::{CaseId, EntityId, NodeId, OrganisationId, RowId};
use crate::store::base::bytes::{hex, uid};
use crate::store::entities::legal_entity::{self, LEGAL_ENTITY};
use crate::store::entities::node::{self, ORGANISATION};
use crate::store::entities::record;
use crate::store::entities::row::{Row, Values};
use crate::store::entities::work::Work;

/// What a copy takes from the legal entity, and gives back to it.
const COPIED: [&str; 3] = [node::COUNTRY.name, node::IDENTIFIER.name, node::ADDRESS.name];

/// The organisation of a case with this id.
///
/// # Errors
/// `node.missing`.
pub async fn existing(conn: &mut SqliteConnection, case_id: CaseId, id: OrganisationId) -> Result<OrganisationId> {
    let nodes = nodes::all(conn, Tree::Organisation, case_id).await?;
    let missing = || Error::new("node.missing").with("tree", Tree::Organisation.table()).with("name", id);
    nodes.iter().any(|it| it.id == NodeId::from(id)).then_some(id).ok_or_else(missing)
}

/// The organisation of a case that has this name; `None`: there is none.
///
/// # Errors
/// `node.ambiguous` with the paths.
pub async fn of_name(conn: &mut SqliteConnection, case_id: CaseId, name: &str) -> Result<Option<OrganisationId>> {
    let nodes = nodes::all(conn, Tree::Organisation, case_id).await?;
    let found: Vec<&Node> = nodes.iter().filter(|it| it.name.to_lowercase() == name.trim().to_lowercase()).collect();
    match found.as_slice() {
        [] => Ok(None),
        [one] => Ok(Some(one.id.organisation())),
        several => {
            let paths: Vec<_> = several.iter().map(|it| nodes::path(&nodes, it.id).join("/")).collect();
            let refusal = Error::new("node.ambiguous").with("tree", Tree::Organisation.table()).with("name", name);
            Err(refusal.with("paths", paths.join(", ")))
        }
    }
}

/// The organisation of this name, made at the root where there is none; the case's copy of the legal entity.
///
/// # Errors
/// `node.ambiguous`, `node.empty`, `node.too_long`.
pub async fn named(conn: &mut SqliteConnection, work: &Work<'_>, name: &str) -> Result<OrganisationId> {
    let id = match of_name(conn, work.case_id, name).await? {
        Some(id) => id,
        None => {
            let tree = CaseTree { tree: Tree::Organisation, case_id: work.case_id };
            let id = nodes::root(conn, &work.act, work.deed_id, tree, name).await?;
            id.organisation()
        }
    };
    copy(conn, work, id).await?;
    Ok(id)
}

/// Corrects the name of an organisation, in the book too where no other case has a copy of it.
///
/// # Errors
/// `node.exists`, `node.empty`, `node.too_long`.
pub async fn rename(conn: &mut SqliteConnection, work: &Work<'_>, id: OrganisationId, name: &str) -> Result<()> {
    nodes::rename_organisation(conn, work.deed_id, id.into(), name).await?;
    let alone: Option<EntityId> = sqlx::query_scalar(
        "SELECT entity_id FROM organisation WHERE id = ?1 AND entity_id IS NOT NULL \
         AND NOT EXISTS (SELECT 1 FROM organisation o WHERE o.entity_id = organisation.entity_id AND o.id <> ?1)",
    )
    .bind(id)
    .fetch_optional(&mut *conn)
    .await?
    .flatten();
    match alone {
        Some(entity) if of_book(conn, name).await?.is_none() => {
            put(conn, work, &LEGAL_ENTITY, entity.into(), vec![(legal_entity::NAME.name, json!(name.trim()))]).await
        }
        _ => {
            put(conn, work, &ORGANISATION, id.into(), vec![(node::ENTITY.name, json!(null))]).await?;
            copy(conn, work, id).await
        }
    }
}

/// The legal entity of this name, as the book knows it.
async fn of_book(conn: &mut SqliteConnection, name: &str) -> Result<Option<EntityId>> {
    let select = sqlx::query_scalar("SELECT id FROM entity WHERE name = ? COLLATE NOCASE");
    Ok(select.bind(name.trim()).fetch_optional(conn).await?)
}

/// Takes what the book knows of the legal entity, where the case has no copy of it yet. What the case says itself stays.
///
/// # Errors
/// What SQLite refuses.
pub(in crate::store) async fn copy(conn: &mut SqliteConnection, work: &Work<'_>, id: OrganisationId) -> Result<()> {
    let row = read(conn, &ORGANISATION, id.into()).await?;
    if row.maybe_number(&node::ENTITY)?.is_some() {
        return Ok(());
    }
    let name = row.text(&node::NAME)?;
    let entity = match of_book(conn, &name).await? {
        Some(entity) => entity,
        None => make(conn, work, &name).await?,
    };
    let known = read(conn, &LEGAL_ENTITY, entity.into()).await?;
    let mut values = vec![(node::ENTITY.name, json!(entity)), (node::COPIED_AT.name, json!(work.act.at.to_string()))];
    for column in COPIED {
        if row.value(column)?.is_null() {
            values.push((column, known.value(column)?.clone()));
        }
    }
    put(conn, work, &ORGANISATION, id.into(), values).await
}

/// What a case knows of a legal entity whose node goes into another's, where it knows none of that one.
///
/// # Errors
/// What SQLite refuses.
pub(in crate::store) async fn hand_on(
    conn: &mut SqliteConnection,
    work: &Work<'_>,
    [from, into]: [OrganisationId; 2],
) -> Result<()> {
    let (gone, here) = (read(conn, &ORGANISATION, from.into()).await?, read(conn, &ORGANISATION, into.into()).await?);
    let mut values = Values::new();
    for column in COPIED {
        if here.value(column)?.is_null() {
            values.push((column, gone.value(column)?.clone()));
        }
    }
    put(conn, work, &ORGANISATION, into.into(), values).await
}

async fn make(conn: &mut SqliteConnection, work: &Work<'_>, name: &str) -> Result<EntityId> {
    let id = record::next_id(conn, &LEGAL_ENTITY).await?;
    let uid = hex(&uid(work.act.at)).to_uppercase();
    let row = json!({"id": id, "uid": uid, "name": name, "country": null, "identifier": null, "address": null});
    record::put(conn, &LEGAL_ENTITY, id, Some(&row.to_string())).await?;
    record::made(conn, work.deed_id, &LEGAL_ENTITY, id).await?;
    Ok(EntityId::new(id.raw()))
}

/// The book knows from now on what a case has learned.
pub(in crate::store) async fn keep(conn: &mut SqliteConnection, work: &Work<'_>, row: &Row) -> Result<()> {
    let Some(entity) = row.maybe_number(&node::ENTITY)? else { return Ok(()) };
    let known = read(conn, &LEGAL_ENTITY, RowId::new(entity)).await?.text(&legal_entity::NAME)?;
    if known.to_lowercase() != row.text(&node::NAME)?.to_lowercase() {
        // Another case has corrected its name since: what is said here is said of somebody else.
        let id: RowId = row.id(RowId::new)?;
        put(conn, work, &ORGANISATION, id, vec![(node::ENTITY.name, json!(null))]).await?;
        copy(conn, work, OrganisationId::new(id.raw())).await?;
        let row = read(conn, &ORGANISATION, id).await?;
        return Box::pin(keep(conn, work, &row)).await;
    }
    let mut values = Values::new();
    for column in COPIED {
        values.push((column, row.value(column)?.clone()));
    }
    put(conn, work, &LEGAL_ENTITY, RowId::new(entity), values).await?;
    let copied = vec![(node::COPIED_AT.name, json!(work.act.at.to_string()))];
    put(conn, work, &ORGANISATION, row.id(RowId::new)?, copied).await
}

async fn read(conn: &mut SqliteConnection, of: &crate::store::entities::entity::Entity, id: RowId) -> Result<Row> {
    let gone = || Error::new("book.damaged").with("table", of.table);
    Row::read(&record::now(conn, of, id).await?.ok_or_else(gone)?)
}

async fn put(
    conn: &mut SqliteConnection,
    work: &Work<'_>,
    of: &crate::store::entities::entity::Entity,
    id: RowId,
    values: Values,
) -> Result<()> {
    let before = record::now(conn, of, id).await?;
    let mut row = read(conn, of, id).await?;
    row.put(values);
    record::put(conn, of, id, Some(&row.json())).await?;
    record::record(conn, work.deed_id, of, id, before).await.map(drop)
}
