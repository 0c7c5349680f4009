//! The investigator's trees: regions and organisations of a case. Found by name, path or ISO code, made, renamed,
//! moved, taken out, each through a deed; how one goes into another is `merging_nodes`. It knows no law: a region is no residence.

mod merged;
mod order;
mod removing;
mod which;

use std::borrow::Cow;
use std::collections::HashMap;

use sqlx::{AssertSqlSafe, SqliteConnection};

use crate::error::{Error, Result};
use crate::lang::places;
use crate::model::ids::{CaseId, DeedId, NodeId};
use crate::model::tree;
use crate::model::who::Act;
use crate::store::base::bytes::uid;
use crate::store::entities::record;

pub(in crate::store) use merged::record as record_merge;
pub use merged::{followed, merged, with_all_that_went_into};
pub use order::place;
pub(in crate::store) use removing::accounts as accounts_on;
pub use removing::remove;
pub use which::{CaseTree, Tree, is_tree};

/// A node of a tree.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Node {
    /// Its id.
    pub id: NodeId,
    /// The node above.
    pub parent: Option<NodeId>,
    /// Its name.
    pub name: String,
    /// Its ISO code, where it has one.
    pub code: Option<String>,
    /// Where it stands among its siblings; equal ones stand by name.
    pub position: i64,
}

/// All nodes of a tree, in their order.
///
/// # Errors
/// What SQLite refuses.
pub async fn all(conn: &mut SqliteConnection, tree: Tree, case_id: CaseId) -> Result<Vec<Node>> {
    let select = format!(
        "SELECT id, parent, name, {} AS code, position FROM {} WHERE case_id = ? ORDER BY position, name, id",
        tree.code(),
        tree.table()
    );
    Ok(sqlx::query_as(AssertSqlSafe(select)).bind(case_id).fetch_all(conn).await?)
}

/// The path of a node among all nodes of its tree, from the root.
#[must_use]
pub fn path(nodes: &[Node], id: NodeId) -> Vec<String> {
    path_in(&by_id(nodes), id)
}

/// The path of each node, in their order.
#[must_use]
pub fn paths(nodes: &[Node]) -> Vec<Vec<String>> {
    let known = by_id(nodes);
    nodes.iter().map(|node| path_in(&known, node.id)).collect()
}

fn by_id(nodes: &[Node]) -> HashMap<NodeId, &Node> {
    nodes.iter().map(|node| (node.id, node)).collect()
}

fn path_in(nodes: &HashMap<NodeId, &Node>, id: NodeId) -> Vec<String> {
    let mut names = Vec::new();
    let mut at = Some(id);
    // A tree is never deeper than it has nodes; so a ring, which must not be, ends too.
    while let Some(node) = at.and_then(|id| nodes.get(&id)).filter(|_| names.len() < nodes.len()) {
        names.push(node.name.clone());
        at = node.parent;
    }
    names.reverse();
    names
}

/// The names of a path `A/B`; `\/` is a stroke within a name.
///
/// # Errors
/// `node.empty`, `node.too_long`.
pub fn names(text: &str) -> Result<Vec<Cow<'_, str>>> {
    if !tree::fits(text) {
        return Err(too_long());
    }
    let names: Vec<_> = tree::split(text).collect();
    let whole = !names.iter().any(|name| name.is_empty());
    if whole { Ok(names) } else { Err(Error::new("node.empty").with("path", text)) }
}

fn too_long() -> Error {
    Error::new("node.too_long").with("levels", tree::DEEPEST).with("letters", tree::LONGEST_NAME)
}

/// The node that a name, a path `A/B` or an ISO code means; `None`: there is none. A whole path goes before an
/// end of one, a path before a name with strokes in it, a name before a code.
///
/// # Errors
/// `node.ambiguous` with the paths; `node.empty`.
pub fn find(nodes: &[Node], tree: Tree, text: &str) -> Result<Option<NodeId>> {
    let wanted: Vec<String> = names(text)?.iter().map(|name| tree::alike(name)).collect();
    let paths: Vec<(NodeId, Vec<String>)> = nodes.iter().map(|node| node.id).zip(paths(nodes)).collect();
    let alike = |path: &[String]| path.iter().map(|name| tree::alike(name)).collect::<Vec<_>>();
    if let Some((id, _)) = paths.iter().find(|(_, path)| alike(path) == wanted) {
        return Ok(Some(*id));
    }
    let shown = tree::alike(text);
    let is_shown = |path: &[String]| {
        tree::alike(&path.join("/")) == shown || path.last().is_some_and(|name| tree::alike(name) == shown)
    };
    let mut found: Vec<_> = paths.iter().filter(|(_, path)| alike(path).ends_with(&wanted)).collect();
    if found.is_empty() {
        found = paths.iter().filter(|(_, path)| is_shown(path)).collect();
    }
    if found.is_empty() {
        found = paths.iter().zip(nodes).filter(|(_, node)| is_code(node, text)).map(|(path, _)| path).collect();
    }
    match found.as_slice() {
        [] => Ok(None),
        [(id, _)] => Ok(Some(*id)),
        several => {
            let paths: Vec<_> = several.iter().map(|(_, path)| tree::joined(path)).collect();
            Err(Error::new("node.ambiguous")
                .with("tree", tree.table())
                .with("name", text)
                .with("paths", paths.join(", ")))
        }
    }
}

fn is_code(node: &Node, text: &str) -> bool {
    node.code.as_deref().is_some_and(|code| code.eq_ignore_ascii_case(text.trim()))
}

/// The node that a text means.
///
/// # Errors
/// `node.missing`, `node.ambiguous`, `node.empty`.
pub async fn existing(conn: &mut SqliteConnection, tree: Tree, case_id: CaseId, text: &str) -> Result<NodeId> {
    let nodes = all(conn, tree, case_id).await?;
    find(&nodes, tree, text)?.ok_or_else(|| Error::new("node.missing").with("tree", tree.table()).with("name", text))
}

/// The node that a text means; where there is none, the path is made, as part of the deed.
///
/// # Errors
/// `node.ambiguous`, `node.empty`.
pub async fn made(
    conn: &mut SqliteConnection,
    act: &Act<'_>,
    deed_id: DeedId,
    tree: Tree,
    case_id: CaseId,
    text: &str,
) -> Result<NodeId> {
    if let Some(id) = find(&all(conn, tree, case_id).await?, tree, text)? {
        return Ok(id);
    }
    grown(conn, act, deed_id, tree, case_id, text).await
}

/// The node at a whole path from the root; what of the path is not there is made, as part of the deed.
///
/// # Errors
/// `node.empty`, `node.too_long`.
pub async fn grown(
    conn: &mut SqliteConnection,
    act: &Act<'_>,
    deed_id: DeedId,
    tree: Tree,
    case_id: CaseId,
    text: &str,
) -> Result<NodeId> {
    let mut nodes = all(conn, tree, case_id).await?;
    let mut parent = None;
    for name in names(text)? {
        let there = nodes.iter().find(|it| it.parent == parent && tree::alike(&it.name) == tree::alike(&name));
        parent = match there {
            Some(node) => Some(node.id),
            None => {
                let id = insert(conn, act, deed_id, tree, case_id, parent, &name).await?;
                nodes.push(Node { id, parent, name: name.into_owned(), code: None, position: 0 });
                Some(id)
            }
        };
    }
    parent.ok_or_else(|| Error::new("node.empty").with("path", text))
}

async fn insert(
    conn: &mut SqliteConnection,
    act: &Act<'_>,
    deed_id: DeedId,
    tree: Tree,
    case_id: CaseId,
    parent: Option<NodeId>,
    name: &str,
) -> Result<NodeId> {
    let table = tree.table();
    let insert = format!(
        "INSERT INTO {table} (uid, case_id, parent, name, position) \
         VALUES (?1, ?2, ?3, ?4, (SELECT coalesce(max(position) + 1, 0) FROM {table} WHERE case_id = ?2))"
    );
    let made = sqlx::query(AssertSqlSafe(insert)).bind(uid(act.at)).bind(case_id).bind(parent).bind(name);
    let id = made.execute(&mut *conn).await?.last_insert_rowid();
    let id = NodeId::new(id);
    record::made(conn, deed_id, tree.entity(), id).await?;
    Ok(id)
}

/// A node at the root, of one name, which is never read as a path.
///
/// # Errors
/// `node.empty`, `node.too_long`.
pub async fn root(
    conn: &mut SqliteConnection,
    act: &Act<'_>,
    deed_id: DeedId,
    of: CaseTree,
    name: &str,
) -> Result<NodeId> {
    let name = name.trim();
    if name.is_empty() {
        return Err(Error::new("node.empty").with("path", name));
    }
    if name.chars().count() > tree::LONGEST_NAME {
        return Err(too_long());
    }
    insert(conn, act, deed_id, of.tree, of.case_id, None, name).await
}

/// Gives an organisation another name, which is never read as a path.
///
/// # Errors
/// As [`rename`].
pub async fn rename_organisation(conn: &mut SqliteConnection, deed_id: DeedId, id: NodeId, name: &str) -> Result<bool> {
    rename(conn, deed_id, Tree::Organisation, id, name).await
}

/// Gives a node another name, which is never read as a path.
///
/// # Errors
/// `node.exists` where a sibling has it; `node.empty`, `node.too_long`.
pub async fn rename(conn: &mut SqliteConnection, deed_id: DeedId, tree: Tree, id: NodeId, name: &str) -> Result<bool> {
    if name.trim().is_empty() {
        return Err(Error::new("node.empty").with("path", name));
    }
    if name.trim().chars().count() > tree::LONGEST_NAME {
        return Err(too_long());
    }
    edit(conn, deed_id, tree, id, "name", Some(name.trim().to_owned())).await
}

/// Gives a node an ISO code, or takes it.
///
/// # Errors
/// `country.unknown`, `country.former`.
pub async fn code(
    conn: &mut SqliteConnection,
    deed_id: DeedId,
    tree: Tree,
    id: NodeId,
    code: Option<&str>,
) -> Result<bool> {
    let code = code.map(places::read).transpose()?.map(String::from);
    edit(conn, deed_id, tree, id, tree.code(), code).await
}

/// Hangs a node under another, or at the root.
///
/// # Errors
/// `node.ring` where it would hang below itself; `node.exists` where a sibling there has its name.
pub async fn hang(
    conn: &mut SqliteConnection,
    deed_id: DeedId,
    CaseTree { tree, case_id }: CaseTree,
    id: NodeId,
    under: Option<NodeId>,
) -> Result<bool> {
    let nodes = all(conn, tree, case_id).await?;
    if under.is_some_and(|under| is_below(&nodes, under, id)) {
        return Err(Error::new("node.ring").with("path", path(&nodes, id).join("/")));
    }
    edit(conn, deed_id, tree, id, "parent", under).await
}

/// Whether a node is another or hangs below it.
pub(in crate::store) fn is_below(nodes: &[Node], id: NodeId, above: NodeId) -> bool {
    let mut at = Some(id);
    let mut steps = 0;
    while let Some(id) = at.filter(|_| steps <= nodes.len()) {
        if id == above {
            return true;
        }
        at = nodes.iter().find(|node| node.id == id).and_then(|node| node.parent);
        steps += 1;
    }
    false
}

pub(in crate::store) async fn edit<'q, V>(
    conn: &mut SqliteConnection,
    deed_id: DeedId,
    tree: Tree,
    id: NodeId,
    column: &'static str,
    value: V,
) -> Result<bool>
where
    V: 'q + sqlx::Encode<'q, sqlx::Sqlite> + sqlx::Type<sqlx::Sqlite>,
{
    let before = record::now(conn, tree.entity(), id).await?;
    let update = format!("UPDATE {} SET {column} = ? WHERE id = ?", tree.table());
    let done = sqlx::query(AssertSqlSafe(update)).bind(value).bind(id).execute(&mut *conn).await;
    done.map_err(taken)?;
    record::record(conn, deed_id, tree.entity(), id, before).await
}

/// A sibling has the name already.
fn taken(cause: sqlx::Error) -> Error {
    let unique = cause.as_database_error().is_some_and(sqlx::error::DatabaseError::is_unique_violation);
    if unique { Error::new("node.exists").because(cause) } else { cause.into() }
}
