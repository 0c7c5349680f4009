//! A tree read once, for whoever asks it a million times: imports make its paths, filters and lists look them up.
//!
//! It never guesses: a name that two nodes have is both of them. Single edits by hand are `nodes`.

use std::collections::BTreeMap;

use jiff::Timestamp;
use sqlx::SqliteConnection;

use super::nodes::{self, Tree};
use crate::error::{Error, Result};
use crate::model::filter::Pattern;
use crate::model::ids::{CaseId, DeedId, NodeId, PlaceId};
use crate::model::tree;
use crate::store::base::bytes::uid;
use crate::store::entities::record;

/// A tree, read once.
#[derive(Debug, Clone)]
pub struct TreeIndex {
    tree: Tree,
    case_id: CaseId,
    nodes: BTreeMap<NodeId, Node>,
    /// By what is above and how the name is compared.
    children: BTreeMap<(Option<NodeId>, String), NodeId>,
    /// The last place among the nodes below another, where somebody has put them in an order.
    last: BTreeMap<Option<NodeId>, i64>,
    /// Nodes that went into others.
    merged: BTreeMap<NodeId, NodeId>,
}

/// By which deed a node is made, and when.
#[derive(Debug, Clone, Copy)]
pub struct By {
    /// The deed.
    pub deed_id: DeedId,
    /// When.
    pub at: Timestamp,
}

/// A node with its path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// The node.
    pub id: NodeId,
    /// `A/B`.
    pub path: String,
}

#[derive(Debug, Clone)]
struct Node {
    parent: Option<NodeId>,
    name: String,
    code: Option<String>,
}

/// Deeper than this is a circle.
const DEEPEST: usize = 100;

impl TreeIndex {
    /// Reads the tree of a case.
    ///
    /// # Errors
    /// What SQLite refuses.
    pub async fn load(conn: &mut SqliteConnection, case_id: CaseId, tree: Tree) -> Result<Self> {
        let merged = nodes::merged(conn, tree, case_id).await?;
        let mut index =
            Self { tree, case_id, nodes: BTreeMap::new(), children: BTreeMap::new(), last: BTreeMap::new(), merged };
        for node in nodes::all(conn, tree, case_id).await? {
            if node.position > 0 {
                index.last.insert(node.parent, node.position);
            }
            index.insert(node.id, Node { parent: node.parent, name: node.name, code: node.code });
        }
        Ok(index)
    }

    fn insert(&mut self, id: NodeId, node: Node) {
        self.children.entry((node.parent, tree::alike(&node.name))).or_insert(id);
        self.nodes.insert(id, node);
    }

    /// The path of a node, `A/B`, or of the one that it went into.
    #[must_use]
    pub fn path(&self, id: impl Into<NodeId>) -> Option<String> {
        let mut names: Vec<&str> = Vec::new();
        let mut at = self.nodes.get(&self.standing(id)?)?;
        loop {
            names.push(&at.name);
            match at.parent.and_then(|parent| self.nodes.get(&parent)).filter(|_| names.len() < DEEPEST) {
                Some(above) => at = above,
                None => break,
            }
        }
        names.reverse();
        Some(names.join("/"))
    }

    /// The node that a node is now: itself, or what it was merged into; none where it was removed.
    #[must_use]
    pub fn standing(&self, id: impl Into<NodeId>) -> Option<NodeId> {
        let at = nodes::followed(&self.merged, id.into());
        self.nodes.contains_key(&at).then_some(at)
    }

    /// The nodes that went into others that are there.
    fn gone(&self) -> impl Iterator<Item = NodeId> + '_ {
        self.merged.keys().copied().filter(|id| !self.nodes.contains_key(id))
    }

    /// Every id that accounts may carry, with the path of the node that it means.
    pub fn paths_of_ids(&self) -> impl Iterator<Item = Named> + '_ {
        self.nodes.keys().copied().chain(self.gone()).filter_map(|id| Some(Named { id, path: self.path(id)? }))
    }

    /// Every node with its path.
    pub fn paths(&self) -> impl Iterator<Item = Named> + '_ {
        self.nodes.keys().filter_map(|id| Some(Named { id: *id, path: self.path(*id)? }))
    }

    /// So many paths as a sentence can name, in their order; what is left out shows as an ellipsis.
    #[must_use]
    pub fn some_paths(&self) -> String {
        const NAMED: usize = 12;
        let mut paths: Vec<String> = self.nodes.keys().filter_map(|id| self.path(*id)).collect();
        paths.sort_unstable();
        if paths.len() > NAMED {
            paths.truncate(NAMED);
            paths.push("…".to_owned());
        }
        if paths.is_empty() { "–".to_owned() } else { paths.join(", ") }
    }

    /// Every node that is called so: by path or the end of one, by name, or by ISO code.
    #[must_use]
    pub fn called(&self, wanted: &Pattern) -> Vec<NodeId> {
        let mut end = wanted.clone();
        if let Some(first) = end.pieces.first_mut() {
            first.insert(0, '/');
        }
        end.pieces.insert(0, String::new());
        let is_called = |(id, node): &(&NodeId, &Node)| {
            wanted.matches(&node.name)
                || self.path(**id).is_some_and(|path| end.matches(&path))
                || node.code.as_deref().is_some_and(|code| wanted.matches(code))
                || self.path(**id).is_some_and(|path| wanted.matches(&path))
        };
        self.nodes.iter().filter(is_called).map(|(id, _)| *id).collect()
    }

    /// These nodes and all below them, and what went into any of them.
    #[must_use]
    pub fn with_all_below(&self, tops: &[NodeId]) -> Vec<NodeId> {
        let stands_below = |id: &NodeId| {
            let mut at = Some(*id);
            for _ in 0..DEEPEST {
                match at {
                    Some(here) if tops.contains(&here) => return true,
                    Some(here) => at = self.nodes.get(&here).and_then(|node| node.parent),
                    None => return false,
                }
            }
            false
        };
        let is_meant = |id: &NodeId| self.standing(*id).is_some_and(|id| stands_below(&id));
        self.nodes.keys().copied().chain(self.gone()).filter(is_meant).collect()
    }

    /// The node that a cell of a sheet means: the one whose path is shown so, else the one at the path that the cell says, made by
    /// a deed where it is not there yet.
    ///
    /// # Errors
    /// As [`Self::make`].
    pub async fn of_cell(&mut self, conn: &mut SqliteConnection, cell: &str, by: By) -> Result<NodeId> {
        let wanted = tree::alike(cell);
        let shown = self.paths().find(|it| tree::alike(&it.path) == wanted);
        match shown {
            Some(shown) => Ok(shown.id),
            None => self.make(conn, &tree::of_cell(cell), by).await,
        }
    }

    /// The node at a path, made by a deed where it is not there yet.
    ///
    /// # Errors
    /// `node.empty` for a path without a name; what SQLite refuses.
    pub async fn make(&mut self, conn: &mut SqliteConnection, path: &str, by: By) -> Result<NodeId> {
        let mut above = None;
        for name in tree::split(path).filter(|name| !name.is_empty()) {
            above = match self.children.get(&(above, tree::alike(&name))) {
                Some(there) => Some(*there),
                None => {
                    let id = self.make_one(conn, above, &name, by.at).await?;
                    record::made(conn, by.deed_id, self.tree.entity(), id).await?;
                    Some(id)
                }
            };
        }
        above.ok_or_else(|| Error::new("node.empty").with("path", path))
    }

    async fn make_one(
        &mut self,
        conn: &mut SqliteConnection,
        parent: Option<NodeId>,
        name: &str,
        at: Timestamp,
    ) -> Result<NodeId> {
        let sql = match self.tree {
            Tree::Region => "INSERT INTO region (uid, case_id, parent, name, position) VALUES (?,?,?,?,?)",
            Tree::Organisation => "INSERT INTO organisation (uid, case_id, parent, name, position) VALUES (?,?,?,?,?)",
        };
        // Among siblings that nobody has put in an order it stands by its name, else after the last.
        let position = self.last.get_mut(&parent).map_or(0, |last| {
            *last += 1;
            *last
        });
        let made = sqlx::query(sql).bind(uid(at)).bind(self.case_id).bind(parent).bind(name).bind(position);
        let id = NodeId::new(made.execute(conn).await?.last_insert_rowid());
        self.insert(id, Node { parent, name: name.to_owned(), code: None });
        Ok(id)
    }
}

/// The id of an ISO code, kept once however many accounts have it.
///
/// # Errors
/// What SQLite refuses.
pub async fn place(conn: &mut SqliteConnection, code: &str) -> Result<PlaceId> {
    sqlx::query("INSERT OR IGNORE INTO place (code) VALUES (?)").bind(code).execute(&mut *conn).await?;
    Ok(sqlx::query_scalar("SELECT id FROM place WHERE code = ?").bind(code).fetch_one(conn).await?)
}

/// The codes of places by their id.
///
/// # Errors
/// What SQLite refuses.
pub async fn places(conn: &mut SqliteConnection) -> Result<BTreeMap<PlaceId, String>> {
    let rows: Vec<(PlaceId, String)> = sqlx::query_as("SELECT id, code FROM place").fetch_all(conn).await?;
    Ok(rows.into_iter().collect())
}
