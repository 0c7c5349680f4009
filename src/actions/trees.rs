//! The investigator's trees: regions and organisations made, renamed, moved, put in order, merged and taken out.

use std::collections::HashMap;

use serde_json::{Value, json};

use super::Session;
use crate::charts::filters;
use crate::error::Result;
use crate::model::ids::{CaseId, NodeId, Under};
use crate::model::verb::Verb;
use crate::store::deeds::Deed;
use crate::store::entities::record;
use crate::store::entities::work::Work;
use crate::store::nodes::{self, CaseTree, Node, Tree};
use crate::store::{Connection, anew, deeds, merging_nodes};

/// All nodes of a tree.
///
/// # Errors
/// What the store refuses.
pub async fn list(session: &Session, tree: Tree, case: CaseId) -> Result<Vec<Node>> {
    nodes::all(&mut *session.store.read().await?, tree, case).await
}

/// A node with its path, and the filters that list what it counts.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct Branch {
    /// Its id.
    pub id: NodeId,
    /// The node above.
    pub parent: Option<NodeId>,
    /// Its name.
    pub name: String,
    /// Its ISO code.
    pub code: Option<String>,
    /// Names from the root down.
    pub path: Vec<String>,
    /// Lists what it counts with all below it; none where the language cannot name it exactly.
    pub filter: Option<String>,
    /// Lists what it counts alone.
    pub own_filter: Option<String>,
}

/// A tree whole, each node with its path and its filters.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct Grown {
    /// Its nodes, in their order.
    pub branches: Vec<Branch>,
    /// Lists what stands in no node.
    pub without: Option<String>,
}

/// A tree whole.
///
/// # Errors
/// What the store refuses.
pub async fn grown(session: &Session, tree: Tree, case: CaseId) -> Result<Grown> {
    let nodes = list(session, tree, case).await?;
    let paths = nodes::paths(&nodes);
    let mut below: HashMap<NodeId, Vec<&[String]>> = HashMap::new();
    for (node, path) in nodes.iter().zip(&paths) {
        if let Some(parent) = node.parent {
            below.entry(parent).or_default().push(path);
        }
    }
    let below = |id: NodeId| below.get(&id).map_or(&[][..], Vec::as_slice);
    let branches = nodes.iter().zip(&paths).map(|(node, path)| branch(node, path, below(node.id), tree)).collect();
    Ok(Grown { branches, without: filters::node(tree.table(), &[]) })
}

fn branch(node: &Node, path: &[String], below: &[&[String]], tree: Tree) -> Branch {
    Branch {
        id: node.id,
        parent: node.parent,
        name: node.name.clone(),
        code: node.code.clone(),
        filter: filters::node(tree.table(), path),
        own_filter: filters::own_counted(tree.table(), path, below),
        path: path.to_vec(),
    }
}

/// The deeds that made and changed a node, the last first.
///
/// # Errors
/// What the store refuses.
pub async fn history(session: &Session, tree: Tree, case: CaseId, node: NodeId) -> Result<Vec<Deed>> {
    deeds::of_row(&mut *session.store.read().await?, case, tree.table(), node.into()).await
}

/// What is done to a tree.
#[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "TreeChange")]
pub enum Change {
    /// Make a path `A/B`, from the root.
    Make(String),
    /// Give a node another name.
    Rename(String, String),
    /// Give a node an ISO code, or take it.
    Code(String, Option<String>),
    /// Hang a node under another, or at the root.
    Hang(String, Option<String>),
    /// Put a node at a place among its siblings, from 0.
    Place(String, usize),
    /// Merge a node into another, with its accounts.
    Merge(String, String),
    /// Take out a node that nothing stands on.
    Remove(String),
}

impl Change {
    const fn verb(&self) -> Verb {
        match self {
            Self::Make(_) => Verb::NodeMake,
            Self::Rename(..) => Verb::NodeRename,
            Self::Code(..) => Verb::NodeCode,
            Self::Hang(..) => Verb::NodeHang,
            Self::Place(..) => Verb::NodePlace,
            Self::Merge(..) => Verb::NodeMerge,
            Self::Remove(_) => Verb::NodeRemove,
        }
    }

    /// Whether what rows state of a node means something else afterwards.
    const fn changes_what_is_stated(&self) -> bool {
        match self {
            Self::Rename(..) | Self::Hang(..) | Self::Merge(..) | Self::Remove(_) => true,
            Self::Make(_) | Self::Code(..) | Self::Place(..) => false,
        }
    }

    fn params(&self, tree: Tree) -> Value {
        let (node, to) = match self {
            Self::Make(node) | Self::Remove(node) => (node, Value::Null),
            Self::Rename(node, to) | Self::Merge(node, to) => (node, json!(to)),
            Self::Code(node, to) | Self::Hang(node, to) => (node, json!(to)),
            Self::Place(node, at) => (node, json!(at + 1)),
        };
        json!({"tree": tree.table(), "node": node, "to": to})
    }
}

/// Changes a tree; says how many rows and accounts differ afterwards.
///
/// # Errors
/// `node.missing`, `node.ambiguous`, `node.exists`, `node.ring`, `node.empty`; of two nodes that are to be one
/// `node.both_parties`, `node.both_aware`; of a node to take out `node.in_use`,
/// `node.has_branches`, `node.in_use_by_parties`, `node.in_history`.
pub async fn change(session: &Session, tree: Tree, case: CaseId, change: &Change) -> Result<u64> {
    let params = change.params(tree);
    let mut deed = session.deed(case, change.verb(), &params).await?;
    let id = deed.id();
    let (conn, work) = deed.parts();
    let moved = match change {
        Change::Make(path) => nodes::grown(conn, &work.act, id, tree, case, path).await.map(|_| 0)?,
        _ => edit(conn, work, tree, change).await?,
    };
    if change.changes_what_is_stated() {
        anew::nodes_changed(conn, Under { case_id: case, deed_id: id }).await?;
    }
    let changed = record::changed(&mut deed, id).await? + moved;
    deed.done_if_changed(changed, &params).await?;
    Ok(changed)
}

async fn edit(conn: &mut Connection, work: &Work<'_>, tree: Tree, change: &Change) -> Result<u64> {
    let (deed_id, case) = (work.deed_id, work.case_id);
    let of = CaseTree { tree, case_id: case };
    match change {
        Change::Make(_) => {}
        Change::Rename(node, name) => {
            let id = nodes::existing(conn, tree, case, node).await?;
            nodes::rename(conn, deed_id, tree, id, name).await?;
        }
        Change::Code(node, code) => {
            let id = nodes::existing(conn, tree, case, node).await?;
            nodes::code(conn, deed_id, tree, id, code.as_deref()).await?;
        }
        Change::Hang(node, under) => {
            let id = nodes::existing(conn, tree, case, node).await?;
            let under = match under {
                Some(under) => Some(nodes::existing(conn, tree, case, under).await?),
                None => None,
            };
            nodes::hang(conn, deed_id, of, id, under).await?;
        }
        Change::Place(node, at) => {
            let id = nodes::existing(conn, tree, case, node).await?;
            nodes::place(conn, deed_id, of, id, *at).await?;
        }
        Change::Remove(node) => {
            let id = nodes::existing(conn, tree, case, node).await?;
            nodes::remove(conn, deed_id, of, id).await?;
        }
        Change::Merge(node, into) => {
            let from = nodes::existing(conn, tree, case, node).await?;
            let into = nodes::existing(conn, tree, case, into).await?;
            return merging_nodes::merge(conn, work, tree, from, into).await;
        }
    }
    Ok(0)
}
