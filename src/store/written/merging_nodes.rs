//! A node goes into another, with all that hangs on it: nodes, parties, accounts. It decides nothing that only people can tell.

use sqlx::{AssertSqlSafe, SqliteConnection};

use super::legal_entities;
use super::nodes::{CaseTree, Tree, accounts_on, all, edit, is_below, path, record_merge};
use crate::error::{Error, Result};
use crate::model::ids::{DeedId, DeterminationId, NodeId, PartyId, RowId};
use crate::store::entities::determination::{DETERMINATION, SUPERSEDED_BY};
use crate::store::entities::entity::Entity;
use crate::store::entities::party::{ORGANISATION as OF_PARTY, PARTY};
use crate::store::entities::record;
use crate::store::entities::work::Work;

/// Merges a node into another: what hangs below it goes there, and it goes; the accounts that carry it are counted and shown
/// there as long as the merge stands. Says how many they are.
///
/// # Errors
/// `node.ring` where one hangs below the other; `node.exists` where both have a child of one name; of organisations
/// `node.both_parties`, `node.both_aware`.
pub async fn merge(
    conn: &mut SqliteConnection,
    work: &Work<'_>,
    tree: Tree,
    from: NodeId,
    into: NodeId,
) -> Result<u64> {
    let (case_id, deed_id) = (work.case_id, work.deed_id);
    let nodes = all(conn, tree, case_id).await?;
    if is_below(&nodes, into, from) || is_below(&nodes, from, into) {
        return Err(Error::new("node.ring").with("path", path(&nodes, from).join("/")));
    }
    for child in nodes.iter().filter(|node| node.parent == Some(from)) {
        edit(conn, deed_id, tree, child.id, "parent", Some(into)).await?;
    }
    if tree == Tree::Organisation {
        let named = |refusal: Error| {
            refusal.with("from", path(&nodes, from).join("/")).with("into", path(&nodes, into).join("/"))
        };
        move_parties(conn, work, from, into).await.map_err(named)?;
    }
    let moved = accounts_on(conn, CaseTree { tree, case_id }, from).await?;
    record::remove(conn, deed_id, tree.entity(), from).await?;
    record_merge(conn, deed_id, tree, from, into).await?;
    Ok(u64::try_from(moved).unwrap_or(0))
}

/// Parties of a node that goes are of the other, which is the case's copy of a legal entity by that. What the legal entity
/// determined is the other's: where both say the same, the other's word stands.
async fn move_parties(conn: &mut SqliteConnection, work: &Work<'_>, from: NodeId, into: NodeId) -> Result<()> {
    let parties = sqlx::query_scalar("SELECT id FROM party WHERE organisation_id = ?");
    let parties: Vec<PartyId> = parties.bind(from).fetch_all(&mut *conn).await?;
    for party in &parties {
        let to = Repoint { entity: &PARTY, id: RowId::from(*party), into, superseded_by: None };
        to.done(conn, work.deed_id, "node.both_parties").await?;
    }
    if !parties.is_empty() {
        legal_entities::hand_on(conn, work, [from.organisation(), into.organisation()]).await?;
        legal_entities::copy(conn, work, into.organisation()).await?;
    }
    let determined: Vec<(DeterminationId, Option<DeterminationId>)> =
        sqlx::query_as(DETERMINED).bind(from).bind(into).fetch_all(&mut *conn).await?;
    for (id, superseded_by) in determined {
        let to = Repoint { entity: &DETERMINATION, id: id.into(), into, superseded_by };
        to.done(conn, work.deed_id, "node.both_aware").await?;
    }
    Ok(())
}

/// What a legal entity has determined, each with what stands over it: its own later word, or the other's, where that is of the same
/// time.
const DETERMINED: &str = "SELECT d.id, coalesce(d.superseded_by, (SELECT o.id FROM determination o \
    WHERE o.organisation_id = ?2 AND o.kind = d.kind AND o.superseded_by IS NULL \
    AND json_extract(o.at, '$.from', '$.until') = json_extract(d.at, '$.from', '$.until'))) \
    FROM determination d WHERE d.organisation_id = ?1 ORDER BY d.id";

/// A row of the organisation that goes, which is the other's from then on.
struct Repoint {
    entity: &'static Entity,
    id: RowId,
    into: NodeId,
    superseded_by: Option<DeterminationId>,
}

impl Repoint {
    /// Refused by this code where the other has such a row already: which of the two is meant nobody can tell but people.
    async fn done(&self, conn: &mut SqliteConnection, deed_id: DeedId, or: &'static str) -> Result<()> {
        let Self { entity, id, into, superseded_by } = *self;
        let before = record::now(conn, entity, id).await?;
        let also = superseded_by.map(|by| format!(", {} = {by}", SUPERSEDED_BY.name)).unwrap_or_default();
        let update = format!("UPDATE {} SET {} = ?{also} WHERE id = ?", entity.table, OF_PARTY.name);
        let two_of_one = |cause: sqlx::Error| match cause.as_database_error() {
            Some(found) if found.is_unique_violation() => Error::new(or).because(cause),
            _ => cause.into(),
        };
        sqlx::query(AssertSqlSafe(update)).bind(into).bind(id).execute(&mut *conn).await.map_err(two_of_one)?;
        record::record(conn, deed_id, entity, id, before).await.map(drop)
    }
}
