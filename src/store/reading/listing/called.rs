//! What else finds the accounts of a page, beside the key that each goes by. It changes nothing.

use sqlx::SqliteConnection;

use crate::error::{Error, Result};
use crate::model::account::{Account, AccountKey};
use crate::model::ids::{AccountId, CaseId};
use crate::model::words::KeyKind;

/// Tells accounts, given in their order and of one case, what else finds them.
pub(super) async fn with_aliases(conn: &mut SqliteConnection, page: &mut [Account]) -> Result<()> {
    let Some((first, last)) = page.first().map(|it| it.id).zip(page.last().map(|it| it.id)) else { return Ok(()) };
    let rows: Vec<(AccountId, i64, String)> = sqlx::query_as(
        "SELECT l.account_id, l.key_kind, l.key FROM alias l CROSS JOIN account_key k ON k.case_id = ?1 \
         AND k.key_kind = l.key_kind AND k.digest = digest(l.key) AND k.account_id = l.account_id \
         WHERE l.account_id BETWEEN ?2 AND ?3 ORDER BY l.account_id, l.key_kind, l.key",
    )
    .bind(CaseId::of(first))
    .bind(first)
    .bind(last)
    .fetch_all(conn)
    .await?;
    for (id, kind, key) in rows {
        let kind = KeyKind::at(kind).ok_or_else(|| Error::new("book.damaged"))?;
        let Ok(at) = page.binary_search_by_key(&id, |account| account.id) else { continue };
        page.get_mut(at).into_iter().for_each(|account| account.aliases.push(AccountKey { kind, key: key.clone() }));
    }
    Ok(())
}
