//! Undo and redo: per case, linear, over restarts, any depth.
//!
//! Only what still stands as the deed left it is put back; the rest is left and counted. Imports are taken back by
//! their own verb, exports never.
//!
//! A deed D is undone by a deed U (`U.undoes = D`, `D.undone_by = U`) and done again by a deed R (`R.undoes = U`,
//! `D.undone_by` empty again). U and R keep what they change as every deed does; R puts again what U has found.

use std::collections::BTreeSet;

use serde::Serialize;
use serde_json::json;
use sqlx::{AssertSqlSafe, SqliteConnection};

use super::putting_back::Walked;
use super::{anew, putting_back};
use crate::error::{Error, Result};
use crate::model::ids::{CaseId, DeedId, RowId, Under};
use crate::model::verb::Verb;
use crate::model::who::Act;
use crate::store::base::bulk::Bulk;
use crate::store::entities::entity::Entity;
use crate::store::entities::of_table;
use crate::store::entities::record;
use crate::store::log::commitment::leaves;
use crate::store::log::deeds::{self, Deed};
use crate::store::log::verbs;
use crate::store::values::before;
use crate::store::written::{cases, days, nodes};

/// What an undo or a redo did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Undone {
    /// The deed undone, or done again.
    pub deed: DeedId,
    /// Its verb.
    pub verb: String,
    /// How many accounts a tagging gave or took; else how many values and rows were put back.
    pub changed: u64,
    /// How many were left, because something else has changed them since.
    pub left: u64,
}

/// What undo would take back, and what redo would do again.
#[derive(Debug, Clone, PartialEq, Default, Serialize, ts_rs::TS)]
pub struct Next {
    /// The deed that undo takes back.
    pub undo: Option<Deed>,
    /// The deed that redo does again.
    pub redo: Option<Deed>,
}

/// The last deed of a case that still stands.
const TO_UNDO: &str = "SELECT id FROM deed WHERE case_id = ?1 AND reversible = 1 AND undoes IS NULL \
                       AND undone_by IS NULL ORDER BY id DESC LIMIT 1";

/// What was undone last, unless something new was done since. An export changes nothing, so it leaves redo as it is;
/// everything else clears it.
fn to_redo() -> String {
    format!(
        "SELECT id FROM deed d WHERE case_id = ?1 AND undone_by IS NOT NULL AND undoes IS NULL \
         AND NOT EXISTS (SELECT 1 FROM deed n WHERE n.case_id = ?1 AND n.id > d.undone_by \
         AND n.undoes IS NULL AND n.verb NOT IN ({})) ORDER BY id LIMIT 1",
        verbs::listed(Verb::CHANGING_NOTHING)
    )
}

/// What undo and redo would do now.
///
/// # Errors
/// What SQLite refuses.
pub async fn next(conn: &mut SqliteConnection, case_id: CaseId) -> Result<Next> {
    Ok(Next { undo: which(conn, TO_UNDO, case_id).await?, redo: which(conn, &to_redo(), case_id).await? })
}

async fn which(conn: &mut SqliteConnection, query: &str, case_id: CaseId) -> Result<Option<Deed>> {
    let id: Option<DeedId> =
        sqlx::query_scalar(AssertSqlSafe(query.to_owned())).bind(case_id).fetch_optional(&mut *conn).await?;
    match id {
        Some(id) => deeds::one(conn, id).await.map(Some),
        None => Ok(None),
    }
}

/// Takes back the last deed of a case that still stands.
///
/// # Errors
/// `undo.nothing`; `undo.name_taken` where a node that accounts carry cannot come back, for another bears its name.
pub async fn undo(conn: &mut SqliteConnection, act: &Act<'_>, case_id: CaseId) -> Result<Undone> {
    let last = which(conn, TO_UNDO, case_id).await?;
    let Deed { id: deed, verb, .. } = last.ok_or_else(|| Error::new("undo.nothing"))?;
    let params = json!({"deed": deed, "verb": verb});
    let undoing = deeds::begin(conn, act, Some(case_id), Verb::Undo, &params).await?;
    // What was removed comes back first: what lists state of a node is meant of it again. What was made goes last: a node is
    // free to go only when no account carries it any more.
    let mut rows = Rows::default();
    put_entities_back(conn, undoing, deed, Part::Removed, &mut rows).await?;
    let at_work = Under { case_id, deed_id: undoing };
    let values = putting_back::put_back(&Bulk::hold(conn).await?, at_work, deed)?;
    if values.0 > 0 {
        anew::restate(conn, at_work).await?;
    }
    put_entities_back(conn, undoing, deed, Part::MadeOrChanged, &mut rows).await?;
    anew::decide(conn, deed, at_work).await?;
    days_again(conn, at_work, deed).await?;
    point(conn, undoing, deed, Some(undoing)).await?;
    anew::nodes_changed(conn, at_work).await?;
    let undone = told(conn, undoing, Undone { deed, verb, ..sum(rows.counted(), values) }).await?;
    closed(conn, act, undoing, undone).await
}

/// Does again what was undone last, unless something new was done since.
///
/// # Errors
/// `redo.nothing`.
pub async fn redo(conn: &mut SqliteConnection, act: &Act<'_>, case_id: CaseId) -> Result<Undone> {
    let next = which(conn, &to_redo(), case_id).await?;
    let Deed { id: deed, verb, undone_by, .. } = next.ok_or_else(|| Error::new("redo.nothing"))?;
    let undoing = undone_by.unwrap_or(deed);
    let params = json!({"deed": deed, "verb": verb});
    let redoing = deeds::begin(conn, act, Some(case_id), Verb::Redo, &params).await?;
    let at_work = Under { case_id, deed_id: redoing };
    let values = putting_back::put_again(&Bulk::hold(conn).await?, at_work, putting_back::Undoing { deed, undoing })?;
    // Rows last, as above: a node that the deed removed goes only when no account carries it any more.
    let rows = do_entities_again(conn, redoing, deed).await?;
    // Lists that came after the deed contradict it again; nodes that it made are there by now.
    if values.0 > 0 {
        anew::restate(conn, at_work).await?;
    }
    anew::decide(conn, deed, at_work).await?;
    days_again(conn, at_work, deed).await?;
    point(conn, redoing, undoing, None).await?;
    sqlx::query("UPDATE deed SET undone_by = NULL WHERE id = ?").bind(deed).execute(&mut *conn).await?;
    anew::nodes_changed(conn, at_work).await?;
    let redone = told(conn, redoing, Undone { deed, verb, ..sum(rows.counted(), values) }).await?;
    closed(conn, act, redoing, redone).await
}

/// Of a tagging, `changed` is what `tag` itself said: accounts, however many of their values, and no new node.
/// What was put back stands in `change` under the deed at work.
async fn told(conn: &mut SqliteConnection, at_work: DeedId, undone: Undone) -> Result<Undone> {
    if undone.verb != Verb::Tag.id() {
        return Ok(undone);
    }
    let accounts = before::accounts_of(&Bulk::hold(conn).await?, at_work)?;
    Ok(Undone { changed: accounts.len() as u64, ..undone })
}

/// A deed that changed the case itself may have changed its zone.
async fn days_again(conn: &mut SqliteConnection, at_work: Under, deed: DeedId) -> Result<()> {
    let touched: bool =
        sqlx::query_scalar("SELECT EXISTS (SELECT 1 FROM entity_change WHERE deed_id = ? AND kind = 'cases')")
            .bind(deed)
            .fetch_one(&mut *conn)
            .await?;
    if !touched {
        return Ok(());
    }
    let zone = cases::zone(conn, at_work.case_id).await?;
    days::recount(conn, at_work, &zone).await
}

/// Rows put back and rows left, each once however often the deed had edited it: as the deed itself counted them.
#[derive(Default)]
struct Rows {
    put: BTreeSet<(String, RowId)>,
    left: BTreeSet<(String, RowId)>,
}

impl Rows {
    fn counted(&self) -> Walked {
        (self.put.len() as u64, self.left.len() as u64)
    }
}

fn sum(one: Walked, other: Walked) -> Undone {
    Undone { deed: DeedId::new(0), verb: String::new(), changed: one.0 + other.0, left: one.1 + other.1 }
}

async fn point(conn: &mut SqliteConnection, from: DeedId, to: DeedId, undone_by: Option<DeedId>) -> Result<()> {
    sqlx::query("UPDATE deed SET undoes = ? WHERE id = ?").bind(to).bind(from).execute(&mut *conn).await?;
    if undone_by.is_some() {
        sqlx::query("UPDATE deed SET undone_by = ? WHERE id = ?").bind(undone_by).bind(to).execute(conn).await?;
    }
    Ok(())
}

async fn closed(conn: &mut SqliteConnection, act: &Act<'_>, deed_id: DeedId, undone: Undone) -> Result<Undone> {
    let detail = json!({"deed": undone.deed, "verb": undone.verb, "left": undone.left});
    deeds::finish(conn, deed_id, act, undone.changed, &detail).await?;
    Ok(undone)
}

/// A row as a deed changed it: table, id, before, after.
type Change = (String, RowId, Option<String>, Option<String>);

/// What a deed did to rows, in two parts of its undoing.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Removed,
    MadeOrChanged,
}

async fn put_entities_back(
    conn: &mut SqliteConnection,
    at_work: DeedId,
    deed: DeedId,
    part: Part,
    rows: &mut Rows,
) -> Result<()> {
    let changes: Vec<Change> =
        sqlx::query_as("SELECT kind, id, before, after FROM entity_change WHERE deed_id = ? ORDER BY seq DESC")
            .bind(deed)
            .fetch_all(&mut *conn)
            .await?;
    for (table, id, before, after) in changes {
        if after.is_none() != (part == Part::Removed) {
            continue;
        }
        let swap = Swap { table: &table, id, expected: after.as_deref(), then: before.as_deref(), went_into: false };
        swap.do_it(conn, at_work, rows).await?;
    }
    Ok(())
}

async fn do_entities_again(conn: &mut SqliteConnection, at_work: DeedId, deed: DeedId) -> Result<Rows> {
    let changes: Vec<Change> =
        sqlx::query_as("SELECT kind, id, before, after FROM entity_change WHERE deed_id = ? ORDER BY seq")
            .bind(deed)
            .fetch_all(&mut *conn)
            .await?;
    let merged: Vec<(String, RowId)> =
        sqlx::query_as("SELECT tree, gone FROM node_merge WHERE deed_id = ?").bind(deed).fetch_all(&mut *conn).await?;
    let mut rows = Rows::default();
    for (table, id, before, after) in changes {
        let went_into = merged.iter().any(|(tree, gone)| *tree == table && *gone == id);
        let swap = Swap { table: &table, id, expected: before.as_deref(), then: after.as_deref(), went_into };
        swap.do_it(conn, at_work, &mut rows).await?;
    }
    Ok(rows)
}

/// A row that is to be another.
struct Swap<'a> {
    table: &'a str,
    id: RowId,
    expected: Option<&'a str>,
    then: Option<&'a str>,
    /// A node that goes into another: the accounts that carry it are that one's.
    went_into: bool,
}

impl Swap<'_> {
    /// Puts `then` where `expected` still stands, as an edit of the deed at work. A node that accounts still hang on is left, and so is
    /// a name that another row has taken since.
    async fn do_it(&self, conn: &mut SqliteConnection, at_work: DeedId, rows: &mut Rows) -> Result<()> {
        let Self { table, id, expected, then, went_into } = *self;
        let entity = of_table(table)?;
        let stands = record::now(conn, entity, id).await?;
        let free = then.is_some() || went_into || !is_in_use(conn, entity, id).await?;
        let is_same = record::is_the_same(entity, stands.as_deref(), expected)?;
        let is_put = is_same && free && record::put_where_free(conn, entity, id, then).await?;
        if is_same && free && !is_put && stands.is_none() && nodes::is_tree(table) {
            // Accounts that carry the node would be nobody's.
            return Err(Error::new("undo.name_taken").with("name", named(then)));
        }
        if is_put {
            leaves::touch_contradiction(conn, table, id).await?;
            record::record(conn, at_work, entity, id, stands).await?;
            rows.put.insert((table.to_owned(), id));
        } else {
            rows.left.insert((table.to_owned(), id));
        }
        Ok(())
    }
}

/// What a row is called.
fn named(row: Option<&str>) -> String {
    let row: Option<serde_json::Value> = row.and_then(|it| serde_json::from_str(it).ok());
    row.and_then(|it| it["name"].as_str().map(str::to_owned)).unwrap_or_default()
}

/// Whether accounts, children or other rows hang on a row that an undo would remove (something else may have used it since).
async fn is_in_use(conn: &mut SqliteConnection, entity: &Entity, id: RowId) -> Result<bool> {
    if !record::pointing_at(conn, entity, id).await?.is_empty() {
        return Ok(true);
    }
    let table = entity.table;
    if !nodes::is_tree(table) {
        return Ok(false);
    }
    let hangs = format!(
        "SELECT EXISTS (SELECT 1 FROM {table} WHERE parent = ?1) \
         OR EXISTS (SELECT 1 FROM tally WHERE {table}_id = ?1)"
    );
    Ok(sqlx::query_scalar(AssertSqlSafe(hangs)).bind(id).fetch_one(conn).await?)
}
