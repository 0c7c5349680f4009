//! Taking a node out of a tree that nothing stands on any more. It moves nothing: what is used is refused.

use std::collections::BTreeSet;

use sqlx::{AssertSqlSafe, SqliteConnection};

use super::{CaseTree, Tree, all, merged};
use crate::error::{Error, Result};
use crate::model::ids::{DeedId, NodeId};
use crate::store::base::bulk::Bulk;
use crate::store::entities::record;
use crate::store::values::before::{Blocks, Was};

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
    record::remove(conn, deed_id, tree.entity(), id).await.map(|_| ())
}

/// Accounts that carry it, or what went into it, whatever their status.
pub(in crate::store) async fn accounts(conn: &mut SqliteConnection, of: CaseTree, id: NodeId) -> Result<i64> {
    let all = merged::with_all_that_went_into(conn, of, id).await?;
    let all = all.iter().map(NodeId::to_string).collect::<Vec<_>>().join(",");
    let column = of.tree.table();
    let sum = format!("SELECT coalesce(sum(accounts), 0) FROM tally WHERE case_id = ? AND {column}_id IN ({all})");
    Ok(sqlx::query_scalar(AssertSqlSafe(sum)).bind(of.case_id).fetch_one(conn).await?)
}

async fn parties(conn: &mut SqliteConnection, tree: Tree, id: NodeId) -> Result<i64> {
    match tree {
        Tree::Region => Ok(0),
        Tree::Organisation => {
            let count = "SELECT count(*) FROM party WHERE organisation_id = ?1";
            Ok(sqlx::query_scalar(count).bind(id).fetch_one(conn).await?)
        }
    }
}

/// Accounts that a sheet took from it, or from what went into it: undo goes back deed by deed, but an import is taken back at any time.
async fn once_tagged(conn: &mut SqliteConnection, of: CaseTree, id: NodeId) -> Result<i64> {
    let all = merged::with_all_that_went_into(conn, of, id).await?;
    let sheets: Vec<DeedId> = sqlx::query_scalar("SELECT deed_id FROM import WHERE case_id = ? AND taken_back IS NULL")
        .bind(of.case_id)
        .fetch_all(&mut *conn)
        .await?;
    let bulk = Bulk::hold(conn).await?;
    let mut accounts = BTreeSet::new();
    for deed in sheets {
        let blocks = Blocks::of(&bulk, deed, of.tree.tag())?;
        let took = |it: &Was| it.before.held.value.is_some_and(|node| all.contains(&NodeId::new(node)));
        accounts.extend(blocks.accounts().filter(took).map(|it| it.account));
    }
    Ok(i64::try_from(accounts.len()).unwrap_or(i64::MAX))
}
