//! A node goes into another, with all that hangs on it: nodes, parties, accounts. It decides nothing that only people can tell.

use sqlx::{AssertSqlSafe, SqliteConnection};

use super::{CaseTree, Tree, all, edit, is_below, merged, path, removing};
use crate::error::{Error, Result};
use crate::model::ids::{DeedId, DeterminationId, NodeId, PartyId, RowId};
use crate::store::written::determination::DETERMINATION;
use crate::store::written::entity::Entity;
use crate::store::written::party::{ORGANISATION as OF_PARTY, PARTY};
use crate::store::written::record;

/// Merges a node into another: what hangs below it goes there, and it goes; the accounts that carry it are counted and shown
/// there as long as the merge stands. Says how many they are.
///
/// # Errors
/// `node.ring` where one hangs below the other; `node.exists` where both have a child of one name.
pub async fn merge(
    conn: &mut SqliteConnection,
    deed_id: DeedId,
    CaseTree { tree, case_id }: CaseTree,
    from: NodeId,
    into: NodeId,
) -> Result<u64> {
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
        move_parties(conn, deed_id, from, into).await.map_err(named)?;
    }
    let moved = removing::accounts(conn, CaseTree { tree, case_id }, from).await?;
    record::remove(conn, deed_id, tree.entity(), from).await?;
    merged::record(conn, deed_id, tree, from, into).await?;
    Ok(u64::try_from(moved).unwrap_or(0))
}

/// Parties of a node that goes are of the other. What the legal entity determined is the other's, where the other said nothing.
async fn move_parties(conn: &mut SqliteConnection, deed_id: DeedId, from: NodeId, into: NodeId) -> Result<()> {
    let parties = sqlx::query_scalar("SELECT id FROM party WHERE organisation_id = ?");
    let parties: Vec<PartyId> = parties.bind(from).fetch_all(&mut *conn).await?;
    for party in parties {
        repoint(conn, deed_id, &PARTY, party.into(), into).await?;
    }
    let determined = sqlx::query_scalar("SELECT id FROM determination WHERE organisation_id = ?");
    let determined: Vec<DeterminationId> = determined.bind(from).fetch_all(&mut *conn).await?;
    for it in determined {
        repoint(conn, deed_id, &DETERMINATION, it.into(), into).await?;
    }
    Ok(())
}

async fn repoint(conn: &mut SqliteConnection, deed_id: DeedId, entity: &Entity, id: RowId, into: NodeId) -> Result<()> {
    let before = record::now(conn, entity, id).await?;
    let update = format!("UPDATE {} SET {} = ? WHERE id = ?", entity.table, OF_PARTY.name);
    sqlx::query(AssertSqlSafe(update)).bind(into).bind(id).execute(&mut *conn).await.map_err(two_of_one)?;
    record::record(conn, deed_id, entity, id, before).await.map(drop)
}

/// Both are in the same role, or both know since when they are aware: which of the two is meant nobody can tell but people.
fn two_of_one(cause: sqlx::Error) -> Error {
    let unique = cause.as_database_error().is_some_and(sqlx::error::DatabaseError::is_unique_violation);
    if unique { Error::new("node.both_parties").because(cause) } else { cause.into() }
}
