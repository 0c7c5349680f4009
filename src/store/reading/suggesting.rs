//! What a filter can name in a case: the values that occur. Read only to be offered; a filter is compiled elsewhere.

use sqlx::SqliteConnection;

use crate::error::Result;
use crate::model::ids::{CaseId, ImportId};
use crate::store::written::nodes::Tree;
use crate::store::written::tree_index::TreeIndex;

/// The paths of a tree, in their order.
///
/// # Errors
/// What SQLite refuses.
pub async fn paths(conn: &mut SqliteConnection, case_id: CaseId, tree: Tree) -> Result<Vec<String>> {
    let mut paths: Vec<String> = TreeIndex::load(conn, case_id, tree).await?.paths().map(|node| node.path).collect();
    paths.sort_by_key(|path| path.to_lowercase());
    Ok(paths)
}

/// The residences that accounts of the case have, the most frequent first.
///
/// # Errors
/// What SQLite refuses.
pub async fn residences(conn: &mut SqliteConnection, case_id: CaseId) -> Result<Vec<String>> {
    let sql = "SELECT p.code FROM tally t JOIN place p ON p.id = t.place_id WHERE t.case_id = ? \
               GROUP BY p.code ORDER BY sum(t.accounts) DESC, p.code";
    Ok(sqlx::query_scalar(sql).bind(case_id).fetch_all(conn).await?)
}

/// An import and the names of its files.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct FilesOf {
    /// The import.
    pub import: ImportId,
    /// Names, with commas between them.
    pub files: String,
}

/// The imports that stand, the latest first, with the names of their files.
///
/// # Errors
/// What SQLite refuses.
pub async fn imports(conn: &mut SqliteConnection, case_id: CaseId) -> Result<Vec<FilesOf>> {
    let sql = "SELECT i.id AS import, coalesce(group_concat(f.name, ', '), '') AS files FROM import i \
               LEFT JOIN import_file f ON f.import_id = i.id WHERE i.case_id = ? AND i.taken_back IS NULL \
               GROUP BY i.id ORDER BY i.id DESC";
    Ok(sqlx::query_as(sql).bind(case_id).fetch_all(conn).await?)
}
