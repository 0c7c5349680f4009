//! What somebody determined of accounts behind which one person each stands (rule 10): by whom, when, why. The deed says it.

use std::collections::BTreeMap;

use serde_json::Value;
use sqlx::SqliteConnection;

use super::cells::Cells;
use crate::error::{Error, Result};
use crate::model::count::tallied::Tallied;
use crate::model::facts::OnePersonRow;
use crate::model::ids::DeedId;
use crate::model::words::Unit;
use crate::store::base::bytes::instant;

/// The determinations that accounts of a case rest on, by their deed; none is counted yet.
pub(super) async fn determined(conn: &mut SqliteConnection, cells: &Cells) -> Result<BTreeMap<DeedId, OnePersonRow>> {
    let mut rows = BTreeMap::new();
    for deed in cells.one_person() {
        let (who, at, params): (String, String, String) =
            sqlx::query_as("SELECT who, at, params FROM deed WHERE id = ?").bind(deed).fetch_one(&mut *conn).await?;
        let params: Value = serde_json::from_str(&params).map_err(|cause| Error::new("book.damaged").because(cause))?;
        let text = |key: &str| params.get(key).and_then(Value::as_str).map(str::to_owned);
        let number = |key: &str| params.get(key).and_then(Value::as_u64);
        let row = OnePersonRow {
            deed,
            accounts: Tallied::default().accounts(),
            which: text("where").filter(|it| !it.is_empty()),
            chosen: number("only"),
            but: number("except"),
            reason: text("one_person").unwrap_or_default(),
            by: who,
            at: instant(&at)?,
        };
        rows.insert(deed, row);
    }
    Ok(rows)
}

/// Each with the accounts of a part of the case that rest on it.
pub(super) fn rows(cells: &Cells, determined: &BTreeMap<DeedId, OnePersonRow>) -> Vec<OnePersonRow> {
    let mut counted: BTreeMap<DeedId, Tallied> = BTreeMap::new();
    // A shared mailbox among them is nobody's, whatever was determined of all of them.
    for it in cells.tagged.iter().filter(|it| it.one_person != 0 && it.cell.kind.may_be_person()) {
        counted.entry(DeedId::new(it.one_person)).or_default().add(&it.cell, Unit::Record);
    }
    let row = |(deed, tallied): (DeedId, Tallied)| {
        Some(OnePersonRow { accounts: tallied.accounts(), ..determined.get(&deed)?.clone() })
    };
    counted.into_iter().filter_map(row).collect()
}
