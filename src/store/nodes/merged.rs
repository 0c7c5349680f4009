//! Nodes that were merged into others, so that what was said of one that is gone is meant of the one that stands for it.

use std::collections::BTreeMap;

use sqlx::SqliteConnection;

use super::{CaseTree, Tree};
use crate::error::Result;
use crate::model::ids::{CaseId, DeedId, NodeId};

/// A merge that stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::FromRow)]
pub struct Merge {
    /// The deed.
    pub deed: DeedId,
    /// The node that stands for the other; it may be gone, too.
    pub stands: NodeId,
}

/// Keeps that a node went into another.
pub(super) async fn record(
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

/// The merge of each node that went. One that is undone is none.
///
/// # Errors
/// What SQLite refuses.
pub async fn merged(conn: &mut SqliteConnection, tree: Tree, case_id: CaseId) -> Result<BTreeMap<NodeId, Merge>> {
    let rows: Vec<(DeedId, NodeId, NodeId)> = sqlx::query_as(
        "SELECT deed_id, gone, stands FROM node_merge m JOIN deed d ON d.id = m.deed_id \
         WHERE d.case_id = ? AND tree = ? AND d.undone_by IS NULL ORDER BY deed_id",
    )
    .bind(case_id)
    .bind(tree.table())
    .fetch_all(conn)
    .await?;
    Ok(rows.into_iter().map(|(deed, gone, stands)| (gone, Merge { deed, stands })).collect())
}

/// A node and all that went into it, on whatever ways.
///
/// # Errors
/// What SQLite refuses.
pub(super) async fn with_all_that_went_into(
    conn: &mut SqliteConnection,
    CaseTree { tree, case_id }: CaseTree,
    id: NodeId,
) -> Result<Vec<NodeId>> {
    let merged = merged(conn, tree, case_id).await?;
    let mut all = vec![id];
    // Each round finds those that are a merge further away.
    for _ in 0..merged.len() {
        let found = merged.iter().filter(|(gone, merge)| all.contains(&merge.stands) && !all.contains(gone));
        let found: Vec<NodeId> = found.map(|(gone, _)| *gone).collect();
        all.extend(found);
    }
    Ok(all)
}
