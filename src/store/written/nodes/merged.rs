//! Nodes that went into others: what was said of one that is gone is meant of the one that stands for it, as long as the
//! merge stands. No account is written for it; who reads a node's id follows it.

use std::collections::BTreeMap;

use sqlx::SqliteConnection;

use super::{CaseTree, Tree};
use crate::error::Result;
use crate::model::ids::{CaseId, DeedId, NodeId};

/// Keeps that a node went into another.
pub(in crate::store) async fn record(
    conn: &mut SqliteConnection,
    deed_id: DeedId,
    tree: Tree,
    gone: NodeId,
    stands: NodeId,
) -> Result<()> {
    sqlx::query("INSERT INTO node_merge (deed_id, tree, gone, stands) VALUES (?,?,?,?)")
        .bind(deed_id)
        .bind(tree.table())
        .bind(gone)
        .bind(stands)
        .execute(conn)
        .await?;
    Ok(())
}

/// Of each node that went, the one that it went into, which may be gone, too. A merge that is undone is none.
///
/// # Errors
/// What SQLite refuses.
pub async fn merged(conn: &mut SqliteConnection, tree: Tree, case_id: CaseId) -> Result<BTreeMap<NodeId, NodeId>> {
    let rows: Vec<(NodeId, NodeId)> = sqlx::query_as(
        "SELECT gone, stands FROM node_merge m JOIN deed d ON d.id = m.deed_id \
         WHERE d.case_id = ? AND tree = ? AND d.undone_by IS NULL ORDER BY deed_id",
    )
    .bind(case_id)
    .bind(tree.table())
    .fetch_all(conn)
    .await?;
    Ok(rows.into_iter().collect())
}

/// The node at the end of the way that a node went; itself where it went none.
#[must_use]
pub fn followed(merged: &BTreeMap<NodeId, NodeId>, id: NodeId) -> NodeId {
    let mut at = id;
    // Merges end: each goes into one that was there. So a ring, which must not be, ends too.
    for _ in 0..merged.len() {
        let Some(stands) = merged.get(&at) else { break };
        at = *stands;
    }
    at
}

/// A node and all that went into it, on whatever ways.
///
/// # Errors
/// What SQLite refuses.
pub async fn with_all_that_went_into(
    conn: &mut SqliteConnection,
    CaseTree { tree, case_id }: CaseTree,
    id: NodeId,
) -> Result<Vec<NodeId>> {
    let merged = merged(conn, tree, case_id).await?;
    let gone = merged.keys().copied().filter(|gone| *gone != id && followed(&merged, *gone) == id);
    Ok(std::iter::once(id).chain(gone).collect())
}
