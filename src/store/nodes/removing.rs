//! Taking a node out of a tree that nothing stands on any more. It moves nothing: what is used is refused.

use sqlx::{AssertSqlSafe, SqliteConnection};

use super::{CaseTree, Tree, all, merged};
use crate::error::{Error, Result};
use crate::model::ids::{DeedId, NodeId};
use crate::store::entities;

/// Takes a node out that nothing stands on: no account, no node below it, no party, and no import that would put
/// accounts back on it when it is taken back.
///
/// # Errors
/// `node.in_use` with how many accounts; `node.has_branches`, `node.in_use_by_parties`, `node.in_history`.
pub async fn remove(conn: &mut SqliteConnection, deed_id: DeedId, of: CaseTree, id: NodeId) -> Result<()> {
    let CaseTree { tree, case_id } = of;
    let nodes = all(conn, tree, case_id).await?;
    let name = nodes.iter().find(|node| node.id == id).map_or_else(String::new, |node| node.name.clone());
    let below = nodes.iter().filter(|node| node.parent == Some(id)).count();
    for (code, n) in [
        ("node.in_use", accounts(conn, of, id).await?),
        ("node.has_branches", i64::try_from(below).unwrap_or(i64::MAX)),
        ("node.in_use_by_parties", parties(conn, tree, id).await?),
        ("node.in_history", once_tagged(conn, of, id).await?),
    ] {
        if n > 0 {
            return Err(Error::new(code).with("name", name).with("n", n));
        }
    }
    entities::remove(conn, deed_id, tree.table(), id.into()).await.map(|_| ())
}

/// Accounts that carry it, whatever their status.
async fn accounts(conn: &mut SqliteConnection, CaseTree { tree, case_id }: CaseTree, id: NodeId) -> Result<i64> {
    let sum = format!("SELECT coalesce(sum(accounts), 0) FROM tally WHERE case_id = ? AND {}_id = ?", tree.table());
    Ok(sqlx::query_scalar(AssertSqlSafe(sum)).bind(case_id).bind(id).fetch_one(conn).await?)
}

async fn parties(conn: &mut SqliteConnection, tree: Tree, id: NodeId) -> Result<i64> {
    match tree {
        Tree::Region => Ok(0),
        Tree::Organisation => {
            let count = "SELECT count(*) FROM party WHERE organisation_id = ?1 OR on_behalf_of = ?1";
            Ok(sqlx::query_scalar(count).bind(id).fetch_one(conn).await?)
        }
    }
}

/// Accounts that a sheet took from it, or from what went into it: undo goes back deed by deed, but an import is taken back at any time.
async fn once_tagged(conn: &mut SqliteConnection, of: CaseTree, id: NodeId) -> Result<i64> {
    let all = merged::with_all_that_went_into(conn, of, id).await?;
    let all = all.iter().map(NodeId::to_string).collect::<Vec<_>>().join(",");
    let count = format!(
        "SELECT count(DISTINCT c.account_id) FROM import i JOIN change c ON c.deed_id = i.deed_id \
         AND c.field = ?2 WHERE i.case_id = ?1 AND i.taken_back IS NULL AND c.old IN ({all})"
    );
    Ok(sqlx::query_scalar(AssertSqlSafe(count)).bind(of.case_id).bind(of.tree.tag().position()).fetch_one(conn).await?)
}
