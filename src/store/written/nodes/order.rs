//! The order of siblings: one is put at another place among them, and the others give way. It moves nothing elsewhere.

use sqlx::SqliteConnection;

use super::{CaseTree, Node, all, edit};
use crate::error::Result;
use crate::model::ids::{DeedId, NodeId};

/// Puts a node at a place among its siblings, from 0; beyond the last is the last.
///
/// # Errors
/// What SQLite refuses.
pub async fn place(
    conn: &mut SqliteConnection,
    deed_id: DeedId,
    CaseTree { tree, case_id }: CaseTree,
    id: NodeId,
    at: usize,
) -> Result<()> {
    let nodes = all(conn, tree, case_id).await?;
    let parent = nodes.iter().find(|node| node.id == id).and_then(|node| node.parent);
    let (moved, mut siblings): (Vec<&Node>, Vec<&Node>) =
        nodes.iter().filter(|node| node.parent == parent).partition(|node| node.id == id);
    let at = at.min(siblings.len());
    siblings.splice(at..at, moved);
    for (position, sibling) in (0..).zip(siblings) {
        if sibling.position != position {
            edit(conn, deed_id, tree, sibling.id, "position", position).await?;
        }
    }
    Ok(())
}
