//! By what the owners of a case's accounts could be recognised: read for the search for names, and for nothing else.

use sqlx::{Row as _, SqliteConnection};

use crate::error::{Error, Result};
use crate::model::account::Identity;
use crate::model::ids::CaseId;
use crate::model::words::{AccountKind, KeyKind};

/// Everybody on a case's list, cleared accounts among them: cleared is not unnamed. By whatever rows call them, also where
/// it is not settled whose it is.
///
/// # Errors
/// What SQLite refuses.
pub async fn of_case(conn: &mut SqliteConnection, case_id: CaseId) -> Result<Vec<Identity>> {
    let rows = sqlx::query(
        "SELECT account.key, account.key_kind, account.shown, account.name, standing.kind FROM account \
         JOIN standing ON standing.account_id = account.id WHERE account.case_id = ? ORDER BY account.id",
    )
    .bind(case_id)
    .fetch_all(&mut *conn)
    .await?;
    let aliases = sqlx::query(
        "SELECT alias.key, alias.key_kind, NULL, NULL, standing.kind FROM alias \
         JOIN standing ON standing.account_id = alias.account_id WHERE alias.account_id BETWEEN ? AND ? \
         ORDER BY alias.account_id, alias.key_kind, alias.key",
    )
    .bind(case_id.accounts().start())
    .bind(case_id.accounts().end())
    .fetch_all(conn)
    .await?;
    rows.iter().chain(&aliases).map(identity).collect()
}

fn identity(row: &sqlx::sqlite::SqliteRow) -> Result<Identity> {
    let key: String = row.try_get(0)?;
    let damaged = || Error::new("book.damaged");
    Ok(Identity {
        key_kind: KeyKind::at(row.try_get(1)?).ok_or_else(damaged)?,
        shown: row.try_get::<Option<String>, _>(2)?.unwrap_or_else(|| key.clone()),
        name: row.try_get(3)?,
        kind: AccountKind::at(row.try_get(4)?).ok_or_else(damaged)?,
        key,
    })
}
