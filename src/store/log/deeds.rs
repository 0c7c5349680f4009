//! Deeds: one an action, with whom and when; undo is a walk over them.
//!
//! It writes the deed and its one audit entry; what the deed changed is written by the table's own file.

use jiff::Timestamp;
use serde_json::Value;
use sqlx::SqliteConnection;

use super::audit::{self, Entry};
use super::contradicted;
use crate::error::Result;
use crate::model::ids::{CaseId, DeedId, RowId, Under};
use crate::model::verb::Verb;
use crate::model::who::Act;
use crate::store::base::bulk::Bulk;
use crate::store::base::bytes::uid;

/// A deed as a list shows it.
#[derive(Debug, Clone, PartialEq, serde::Serialize, ts_rs::TS)]
pub struct Deed {
    /// Its id.
    pub id: DeedId,
    /// When.
    #[ts(type = "string")]
    pub at: Timestamp,
    /// By whom, as declared.
    pub who: String,
    /// What was done.
    pub verb: String,
    /// What was asked.
    pub params: Value,
    /// How much it changed.
    pub changed: i64,
    /// Undo can walk over it.
    pub reversible: bool,
    /// The deed that this one undoes, or does again.
    pub undoes: Option<DeedId>,
    /// The deed that undid it.
    pub undone_by: Option<DeedId>,
}

type Row = (DeedId, String, String, String, String, i64, bool, Option<DeedId>, Option<DeedId>);

fn deed(row: Row) -> Result<Deed> {
    let (id, at, who, verb, params, changed, reversible, undoes, undone_by) = row;
    let params = serde_json::from_str(&params).unwrap_or(Value::Null);
    Ok(Deed {
        id,
        at: crate::store::base::bytes::instant(&at)?,
        who,
        verb,
        params,
        changed,
        reversible,
        undoes,
        undone_by,
    })
}

/// One deed.
///
/// # Errors
/// What SQLite refuses.
pub async fn one(conn: &mut SqliteConnection, id: DeedId) -> Result<Deed> {
    let row = sqlx::query_as(
        "SELECT id, at, who, verb, params, changed, reversible, undoes, undone_by FROM deed WHERE id = ?",
    );
    deed(row.bind(id).fetch_one(conn).await?)
}

/// The deeds that made, changed or removed a row, the last first.
///
/// # Errors
/// What SQLite refuses.
pub async fn of_row(conn: &mut SqliteConnection, case_id: CaseId, table: &str, id: RowId) -> Result<Vec<Deed>> {
    let rows: Vec<Row> = sqlx::query_as(
        "SELECT id, at, who, verb, params, changed, reversible, undoes, undone_by FROM deed \
         WHERE case_id = ? AND id IN (SELECT deed_id FROM entity_change WHERE kind = ? AND id = ?) ORDER BY id DESC",
    )
    .bind(case_id)
    .bind(table)
    .bind(id)
    .fetch_all(conn)
    .await?;
    rows.into_iter().map(deed).collect()
}

/// Opens a deed and says its id; to be closed by [`finish`] in the same transaction.
///
/// A deed that changed nothing is not kept: drop the transaction instead.
///
/// # Errors
/// What SQLite refuses.
pub async fn begin(
    conn: &mut SqliteConnection,
    act: &Act<'_>,
    case_id: Option<CaseId>,
    verb: Verb,
    params: &Value,
) -> Result<DeedId> {
    let made = sqlx::query("INSERT INTO deed (uid, case_id, at, who, verb, params, reversible) VALUES (?,?,?,?,?,?,?)")
        .bind(uid(act.at))
        .bind(case_id)
        .bind(act.at.to_string())
        .bind(&act.who.name)
        .bind(verb.id())
        .bind(params.to_string())
        .bind(verb.is_reversible())
        .execute(conn)
        .await?;
    Ok(DeedId::new(made.last_insert_rowid()))
}

/// What a deed was asked to do, where that is known only once it has begun.
///
/// # Errors
/// What SQLite refuses.
pub async fn ask(conn: &mut SqliteConnection, deed_id: DeedId, params: &Value) -> Result<()> {
    sqlx::query("UPDATE deed SET params = ? WHERE id = ?").bind(params.to_string()).bind(deed_id).execute(conn).await?;
    Ok(())
}

/// Closes a deed: how much it changed, how many contradictions are open now, and the one entry in the log. The tally is up
/// to date by then.
///
/// # Errors
/// What SQLite refuses.
pub async fn finish(
    conn: &mut SqliteConnection,
    deed_id: DeedId,
    act: &Act<'_>,
    changed: u64,
    detail: &Value,
) -> Result<()> {
    let count = i64::try_from(changed).unwrap_or(i64::MAX);
    sqlx::query("UPDATE deed SET changed = ? WHERE id = ?").bind(count).bind(deed_id).execute(&mut *conn).await?;
    let (verb, case_id): (String, Option<CaseId>) =
        sqlx::query_as("SELECT verb, case_id FROM deed WHERE id = ?").bind(deed_id).fetch_one(&mut *conn).await?;
    if let Some(case_id) = case_id {
        contradicted::keep(&Bulk::hold(conn).await?, Under { case_id, deed_id })?;
    }
    let entry = Entry { verb: &verb, case_id, deed: Some(deed_id), count, detail: detail.clone() };
    audit::append(conn, act, &entry).await
}
