//! A case as it was after an earlier deed: a book in memory with what the facts rest on, read by the very functions that read
//! the book itself. What was written down is gone back to edit by edit; the numbers are added up from what the deeds moved.
//!
//! It holds no account. What rests on accounts one by one (lists, the periods of files) it cannot say.

use jiff::Timestamp;
use sqlx::SqliteConnection;

use super::bulk::{Bulk, Cell};
use super::file::format;
use super::tally::Moves;
use super::{entities, instant};
use crate::error::{Error, Result};

/// The last deed of a case that was done by a time.
///
/// # Errors
/// `facts.before_case` where there is none yet.
pub async fn last_deed(conn: &mut SqliteConnection, case_id: i64, at: Timestamp) -> Result<i64> {
    let deeds: Vec<(i64, String)> = sqlx::query_as("SELECT id, at FROM deed WHERE case_id = ? ORDER BY id DESC")
        .bind(case_id)
        .fetch_all(conn)
        .await?;
    for (deed, done) in deeds {
        if instant(&done)? <= at {
            return Ok(deed);
        }
    }
    Err(Error::new("facts.before_case").with("at", at))
}

/// What the facts of a case rested on after a deed.
///
/// # Errors
/// `book.damaged`; what SQLite refuses.
pub async fn book(from: &mut SqliteConnection, case_id: i64, deed: i64) -> Result<SqliteConnection> {
    let mut to = format::in_memory().await?;
    sqlx::query("PRAGMA foreign_keys = OFF").execute(&mut to).await?;
    copied(from, &mut to, case_id, deed).await?;
    went_back(from, &mut to, case_id, deed).await?;
    sqlx::query(TAKEN_BACK_LATER).bind(deed).execute(&mut to).await?;
    sqlx::query(UNDONE_BY_THEN).execute(&mut to).await?;
    Ok(to)
}

/// Rows that are there as they were: deeds and what they made, and tables to which rows only ever come. `?1` is the case, `?2`
/// the deed.
const COPIED: &[(&str, &str)] = &[
    ("deed", "SELECT * FROM deed WHERE case_id = ?1 AND id <= ?2"),
    (
        "node_merge",
        "SELECT m.* FROM node_merge m JOIN deed d ON d.id = m.deed_id WHERE d.case_id = ?1 AND d.id <= ?2",
    ),
    ("place", "SELECT * FROM place WHERE ?1 = ?1 AND ?2 = ?2"),
    ("import", "SELECT * FROM import WHERE case_id = ?1 AND deed_id <= ?2"),
    (
        "import_file",
        "SELECT f.* FROM import_file f JOIN import i ON i.id = f.import_id WHERE i.case_id = ?1 AND i.deed_id <= ?2",
    ),
    (
        "export",
        "SELECT id, uid, case_id, deed_id, template, language, format, names, now, who, program, catalogue, version, \
         numbers, sha256, pages, x'' FROM export WHERE case_id = ?1 AND deed_id <= ?2",
    ),
];

/// An import that was taken back later stood.
const TAKEN_BACK_LATER: &str = "UPDATE import SET taken_back = NULL WHERE taken_back > ?";

/// A deed was undone where one that undid it is there, and none that did it again.
const UNDONE_BY_THEN: &str = "UPDATE deed SET undone_by = (SELECT max(u.id) FROM deed u WHERE u.undoes = deed.id \
    AND NOT EXISTS (SELECT 1 FROM deed r WHERE r.undoes = u.id))";

async fn copied(from: &mut SqliteConnection, to: &mut SqliteConnection, case_id: i64, deed: i64) -> Result<()> {
    let (from, to) = (Bulk::hold(from).await?, Bulk::hold(to).await?);
    for (table, select) in COPIED {
        copy(&from, &to, table, select, &[case_id.into(), deed.into()])?;
    }
    for entity in entities::ENTITIES.iter().filter(|it| it.table != "conflict") {
        let case = if entity.table == "cases" { "id" } else { "case_id" };
        copy(&from, &to, entity.table, &format!("SELECT * FROM \"{}\" WHERE {case} = ?", entity.table), &[case_id.into()])?;
    }
    let mut moves = Moves::of_deeds(&from, case_id, deed)?;
    moves.stand_for_estimates(&to, case_id)?;
    moves.write(&to, case_id, deed)?;
    contradictions(&from, &to, case_id, deed)
}

/// Copies what a statement reads, every column of the table.
fn copy(from: &Bulk<'_>, to: &Bulk<'_>, table: &str, select: &str, values: &[Cell<'_>]) -> Result<()> {
    let mut put = None;
    from.prepare(select)?.each(values, |row| {
        let cells: Vec<Cell<'_>> = row.cells().collect();
        if put.is_none() {
            let marks = vec!["?"; cells.len()].join(",");
            put = Some(to.prepare(&format!("INSERT INTO \"{table}\" VALUES ({marks})"))?);
        }
        put.as_mut().map_or(Ok(()), |put| put.run(&cells).map(drop))
    })
}

/// As many contradictions were open as the deed has counted; of which accounts is not asked.
fn contradictions(from: &Bulk<'_>, to: &Bulk<'_>, case_id: i64, deed: i64) -> Result<()> {
    let counted = "SELECT conflicts FROM move m JOIN deed d ON d.id = m.deed_id WHERE d.case_id = ? AND d.id <= ? \
                   ORDER BY d.id DESC LIMIT 1";
    let open = from.prepare(counted)?.first(&[case_id.into(), deed.into()], |row| Ok(row.int(0)))?.flatten();
    to.prepare(
        "WITH RECURSIVE n (n) AS (SELECT 1 WHERE ?2 > 0 UNION ALL SELECT n + 1 FROM n WHERE n < ?2) \
         INSERT INTO conflict (account_id, field, statements, open) SELECT (?1 << 32) + n, 'name', '[]', 1 FROM n",
    )?
    .run(&[case_id.into(), open.into()])
    .map(drop)
}

/// A row that a later deed changed, before it did.
type Edit = (String, i64, Option<String>);

/// Takes back what later deeds changed of what is written down, the last first.
async fn went_back(from: &mut SqliteConnection, to: &mut SqliteConnection, case_id: i64, deed: i64) -> Result<()> {
    let edits: Vec<Edit> = sqlx::query_as(
        "SELECT e.kind, e.id, e.before FROM entity_change e JOIN deed d ON d.id = e.deed_id \
         WHERE d.case_id = ? AND d.id > ? AND e.kind <> 'conflict' ORDER BY e.deed_id DESC, e.seq DESC",
    )
    .bind(case_id)
    .bind(deed)
    .fetch_all(from)
    .await?;
    for (table, id, before) in edits {
        entities::put(to, &table, id, before.as_deref()).await?;
    }
    Ok(())
}
