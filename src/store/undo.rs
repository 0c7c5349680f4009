//! Undo and redo: per case, linear, over restarts, any depth.
//!
//! Only what still stands as the deed left it is put back; the rest is left and counted. Imports are taken back by
//! their own verb, exports never.
//!
//! A deed D is undone by a deed U (`U.undoes = D`, `D.undone_by = U`) and done again by a deed R (`R.undoes = U`,
//! `D.undone_by` empty again). U keeps in `change` what D had put there, so that R can put it back.

use serde::Serialize;
use serde_json::json;
use sqlx::{AssertSqlSafe, SqliteConnection};

use super::deeds::{self, Act, Deed};
use super::tags::TagColumns;
use super::{days, entities, importing, tally};
use crate::error::{Error, Result};
use crate::model::ids::{CaseId, DeedId, RowId};
use crate::model::tag::Tag;
use crate::model::verb::Verb;

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

/// A tag as SQL puts it back from a row of `change`, called `c`.
struct Put {
    tag: Tag,
    columns: TagColumns,
}

impl Put {
    fn all() -> impl Iterator<Item = Self> {
        Tag::ALL.iter().map(|tag| Self { tag: *tag, columns: tag.columns() })
    }

    /// What `standing`, called `s`, holds of what the tag rests on.
    fn basis(&self) -> String {
        self.columns.basis.map_or("NULL".to_owned(), |basis| format!("s.{basis}"))
    }

    fn set(&self) -> String {
        let value = format!("{} = c.old", self.columns.value);
        let basis = self.columns.basis.map(|basis| format!("{basis} = c.old_basis"));
        let settled = self.columns.settles.map(|column| format!("{column} = NULL"));
        [Some(value), basis, settled].into_iter().flatten().collect::<Vec<_>>().join(", ")
    }
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
        deeds::verbs(Verb::CHANGING_NOTHING)
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
/// `undo.nothing`.
pub async fn undo(conn: &mut SqliteConnection, act: &Act<'_>, case_id: CaseId) -> Result<Undone> {
    let last = which(conn, TO_UNDO, case_id).await?;
    let Deed { id: deed, verb, .. } = last.ok_or_else(|| Error::new("undo.nothing"))?;
    let params = json!({"deed": deed, "verb": verb});
    let undoing = deeds::begin(conn, act, Some(case_id), Verb::Undo, &params).await?;
    // What was removed comes back first: what lists state of a node is meant of it again. What was made goes last: a node is
    // free to go only when no account carries it any more.
    let returned = put_entities_back(conn, deed, Part::Removed).await?;
    tally::leave(conn, case_id, deed).await?;
    let values = put_values_back(conn, undoing, deed).await?;
    tally::enter(conn, case_id, deed).await?;
    if values.0 > 0 {
        importing::restate(conn, case_id, undoing).await?;
    }
    let entities = put_entities_back(conn, deed, Part::MadeOrChanged).await?;
    importing::decide(conn, case_id, deed).await?;
    days_again(conn, case_id, deed).await?;
    point(conn, undoing, deed, Some(undoing)).await?;
    let entities = (returned.0 + entities.0, returned.1 + entities.1);
    let undone = told(conn, undoing, Undone { deed, verb, ..sum(entities, values) }).await?;
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
    tally::leave(conn, case_id, deed).await?;
    let values = do_values_again(conn, undoing, deed).await?;
    tally::enter(conn, case_id, deed).await?;
    // Rows last, as above: a node that the deed removed goes only when no account carries it any more.
    let entities = do_entities_again(conn, deed).await?;
    // Lists that came after the deed contradict it again; nodes that it made are there by now.
    if values.0 > 0 {
        importing::restate(conn, case_id, undoing).await?;
    }
    importing::decide(conn, case_id, deed).await?;
    days_again(conn, case_id, deed).await?;
    point(conn, redoing, undoing, None).await?;
    sqlx::query("UPDATE deed SET undone_by = NULL WHERE id = ?").bind(deed).execute(&mut *conn).await?;
    let redone = told(conn, undoing, Undone { deed, verb, ..sum(entities, values) }).await?;
    closed(conn, act, redoing, redone).await
}

/// Of a tagging, `changed` is what `tag` itself said: accounts, however many of their values, and no new node.
/// What was put back stands in `change` under the undoing.
async fn told(conn: &mut SqliteConnection, undoing: DeedId, undone: Undone) -> Result<Undone> {
    if undone.verb != Verb::Tag.id() {
        return Ok(undone);
    }
    let accounts: i64 = sqlx::query_scalar("SELECT count(DISTINCT account_id) FROM change WHERE deed_id = ?")
        .bind(undoing)
        .fetch_one(conn)
        .await?;
    Ok(Undone { changed: u64::try_from(accounts).unwrap_or(0), ..undone })
}

/// A deed that changed the case itself may have changed its zone.
async fn days_again(conn: &mut SqliteConnection, case_id: CaseId, deed: DeedId) -> Result<()> {
    let touched: bool =
        sqlx::query_scalar("SELECT EXISTS (SELECT 1 FROM entity_change WHERE deed_id = ? AND kind = 'cases')")
            .bind(deed)
            .fetch_one(&mut *conn)
            .await?;
    if touched { days::recount(conn, case_id).await } else { Ok(()) }
}

/// Put back, left.
type Walked = (u64, u64);

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

async fn put_entities_back(conn: &mut SqliteConnection, deed: DeedId, part: Part) -> Result<Walked> {
    let changes: Vec<Change> =
        sqlx::query_as("SELECT kind, id, before, after FROM entity_change WHERE deed_id = ? ORDER BY seq DESC")
            .bind(deed)
            .fetch_all(&mut *conn)
            .await?;
    let mut walked = (0, 0);
    for (table, id, before, after) in changes {
        if after.is_none() != (part == Part::Removed) {
            continue;
        }
        swap(conn, &table, id, after.as_deref(), before.as_deref(), &mut walked).await?;
    }
    Ok(walked)
}

async fn do_entities_again(conn: &mut SqliteConnection, deed: DeedId) -> Result<Walked> {
    let changes: Vec<Change> =
        sqlx::query_as("SELECT kind, id, before, after FROM entity_change WHERE deed_id = ? ORDER BY seq")
            .bind(deed)
            .fetch_all(&mut *conn)
            .await?;
    let mut walked = (0, 0);
    for (table, id, before, after) in changes {
        swap(conn, &table, id, before.as_deref(), after.as_deref(), &mut walked).await?;
    }
    Ok(walked)
}

/// Puts `then` where `expected` still stands. A node that accounts still hang on is left.
async fn swap(
    conn: &mut SqliteConnection,
    table: &str,
    id: RowId,
    expected: Option<&str>,
    then: Option<&str>,
    walked: &mut Walked,
) -> Result<()> {
    let stands = entities::now(conn, table, id).await?;
    let free = then.is_some() || !is_in_use(conn, table, id).await?;
    if entities::is_the_same(table, stands.as_deref(), expected) && free {
        entities::put(conn, table, id, then).await?;
        walked.0 += 1;
    } else {
        walked.1 += 1;
    }
    Ok(())
}

/// Whether accounts, parties or children hang on a node that an undo would remove (an import may have used it since).
async fn is_in_use(conn: &mut SqliteConnection, table: &str, id: RowId) -> Result<bool> {
    let sql = match table {
        "region" => {
            "SELECT EXISTS (SELECT 1 FROM region WHERE parent = ?1) OR EXISTS (SELECT 1 FROM standing WHERE region_id = ?1)"
        }
        "organisation" => {
            "SELECT EXISTS (SELECT 1 FROM organisation WHERE parent = ?1) \
             OR EXISTS (SELECT 1 FROM standing WHERE organisation_id = ?1) \
             OR EXISTS (SELECT 1 FROM party WHERE organisation_id = ?1 OR on_behalf_of = ?1)"
        }
        _ => return Ok(false),
    };
    Ok(sqlx::query_scalar(sql).bind(id).fetch_one(conn).await?)
}

/// Bulk values: those that still come from `deed` get back what they held before, and `undoing` keeps what goes.
pub(super) async fn put_values_back(conn: &mut SqliteConnection, undoing: DeedId, deed: DeedId) -> Result<Walked> {
    let mut walked = (0, 0);
    for put in Put::all() {
        let all = held(conn, deed, put.tag).await?;
        if all == 0 {
            continue;
        }
        let kept = keep(conn, undoing, deed, &put).await?;
        let sql = format!(
            "UPDATE standing SET {}, {} = c.old_deed FROM change c \
             JOIN change u ON u.deed_id = ?2 AND u.field = ?3 AND u.account_id = c.account_id \
             WHERE c.deed_id = ?1 AND c.field = ?3 AND c.account_id = standing.account_id",
            put.set(),
            put.columns.deed
        );
        sqlx::query(AssertSqlSafe(sql)).bind(deed).bind(undoing).bind(put.tag.position()).execute(&mut *conn).await?;
        walked.0 += kept;
        walked.1 += all - kept;
    }
    Ok(walked)
}

/// Keeps what stands now under `undoing`, of the accounts whose value still comes from `deed`.
async fn keep(conn: &mut SqliteConnection, undoing: DeedId, deed: DeedId, put: &Put) -> Result<u64> {
    let TagColumns { value, deed: set_by, .. } = put.columns;
    let keep = format!(
        "INSERT INTO change (deed_id, field, account_id, old, old_basis, old_deed) \
         SELECT ?1, ?3, c.account_id, s.{value}, {}, s.{set_by} FROM change c \
         JOIN standing s ON s.account_id = c.account_id WHERE c.deed_id = ?2 AND c.field = ?3 AND s.{set_by} IS ?2",
        put.basis()
    );
    let kept = sqlx::query(AssertSqlSafe(keep)).bind(undoing).bind(deed).bind(put.tag.position()).execute(conn).await?;
    Ok(kept.rows_affected())
}

/// Bulk values again: those that are still as the undoing left them get what the deed had put there.
async fn do_values_again(conn: &mut SqliteConnection, undoing: DeedId, deed: DeedId) -> Result<Walked> {
    let mut walked = (0, 0);
    for put in Put::all() {
        let all = held(conn, undoing, put.tag).await?;
        if all == 0 {
            continue;
        }
        let sql = format!(
            "UPDATE standing SET {}, {set_by} = ?1 FROM change c \
             JOIN change d ON d.deed_id = ?1 AND d.field = ?3 AND d.account_id = c.account_id \
             WHERE c.deed_id = ?2 AND c.field = ?3 AND c.account_id = standing.account_id \
             AND standing.{set_by} IS d.old_deed",
            put.set(),
            set_by = put.columns.deed
        );
        let again = sqlx::query(AssertSqlSafe(sql)).bind(deed).bind(undoing).bind(put.tag.position());
        let done = again.execute(&mut *conn).await?.rows_affected();
        walked.0 += done;
        walked.1 += all - done;
    }
    Ok(walked)
}

async fn held(conn: &mut SqliteConnection, deed: DeedId, tag: Tag) -> Result<u64> {
    let held: i64 = sqlx::query_scalar("SELECT count(*) FROM change WHERE deed_id = ? AND field = ?")
        .bind(deed)
        .bind(tag.position())
        .fetch_one(conn)
        .await?;
    Ok(u64::try_from(held).unwrap_or(0))
}
