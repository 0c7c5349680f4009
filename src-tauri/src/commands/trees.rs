//! The trees of a case: regions and organisations, listed, changed, and what was done to a node.

use breachbook::actions::trees::{self, Change, Grown};
use breachbook::error::Result;
use breachbook::model::ids::{CaseId, NodeId};
use breachbook::store::deeds::Deed;
use breachbook::store::nodes::Tree;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Call;

/// A tree of a case.
#[derive(Debug, Deserialize, TS)]
#[ts(rename = "OfTree")]
pub struct Of {
    /// The case.
    pub case: CaseId,
    /// Which tree.
    pub tree: Tree,
}

/// A tree whole, with the filters behind its numbers.
pub async fn list(call: &Call, of: Of) -> Result<Grown> {
    let session = call.desk.open().await?;
    trees::grown(&session, of.tree, of.case).await
}

/// What is to be done to a tree.
#[derive(Debug, Deserialize, TS)]
#[ts(rename = "TreeChanging")]
pub struct Changing {
    /// The case.
    pub case: CaseId,
    /// Which tree.
    pub tree: Tree,
    /// What; nodes by their paths.
    pub change: Change,
}

/// How much a change of a tree changed.
#[derive(Debug, Serialize, TS)]
#[ts(rename = "TreeChanged")]
pub struct Changed {
    /// Rows and accounts that differ.
    pub changed: u64,
}

/// Changes a tree.
pub async fn change(call: &Call, asked: Changing) -> Result<Changed> {
    let session = call.desk.open().await?;
    let changed = trees::change(&session, asked.tree, asked.case, &asked.change).await?;
    Ok(Changed { changed })
}

/// A node of a tree.
#[derive(Debug, Deserialize, TS)]
#[ts(rename = "OfNode")]
pub struct Node {
    /// The case.
    pub case: CaseId,
    /// Which tree.
    pub tree: Tree,
    /// Its id.
    pub node: NodeId,
}

/// What was done to a node, the last first.
pub async fn history(call: &Call, of: Node) -> Result<Vec<Deed>> {
    let session = call.desk.open().await?;
    trees::history(&session, of.tree, of.case, of.node).await
}
