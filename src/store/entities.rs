//! Edits of single rows, recorded as the row's JSON before and after, so that every one is undone in the same way.
//!
//! Bulk edits of accounts are not recorded here: they have a narrow table of their own (`change`).

use serde_json::Value;
use sqlx::{AssertSqlSafe, SqliteConnection};

use crate::error::{Error, Result};
use crate::model::ids::{DeedId, RowId};

/// A table whose rows are edited one by one, and its columns; `uid` is a blob.
#[derive(Debug)]
pub struct Entity {
    /// The table.
    pub table: &'static str,
    /// Its columns, `id` first.
    pub columns: &'static [&'static str],
}

/// Contradictions: what lists state of them is no edit, and is not kept with one.
const CONFLICT: &str = "conflict";

/// Every such table.
pub const ENTITIES: &[Entity] = &[
    // next_account is not edited by people and must never go back.
    Entity {
        table: "cases",
        columns: &["id", "uid", "title", "controller", "reference", "zone", "sample", "created_at", "created_by"],
    },
    Entity { table: "region", columns: &["id", "uid", "case_id", "parent", "name", "iso", "position"] },
    Entity { table: "organisation", columns: &["id", "uid", "case_id", "parent", "name", "country", "position"] },
    Entity { table: "answer", columns: &["id", "case_id", "key", "value", "reason"] },
    Entity {
        table: "party",
        columns: &[
            "id",
            "uid",
            "case_id",
            "role",
            "organisation_id",
            "on_behalf_of",
            "established",
            "main_establishment",
            "public_body",
            "sector",
            "dpo",
            "reference",
        ],
    },
    Entity { table: "milestone", columns: &["id", "uid", "case_id", "kind", "at", "what", "source", "party_id"] },
    Entity {
        table: "determination",
        columns: &[
            "id",
            "uid",
            "case_id",
            "party_id",
            "kind",
            "value",
            "at",
            "reason",
            "who",
            "made_at",
            "superseded_by",
        ],
    },
    Entity {
        table: "claim",
        columns: &[
            "id",
            "uid",
            "case_id",
            "subject",
            "low",
            "high",
            "estimate",
            "for_good",
            "unit",
            "standing",
            "source",
            "said",
            "adopted",
            "adopted_by",
            "reason",
        ],
    },
    Entity {
        table: "exposure",
        columns: &[
            "id",
            "uid",
            "case_id",
            "category",
            "group",
            "way",
            "residence",
            "low",
            "high",
            "estimate",
            "for_good",
            "protection",
            "note",
            "source",
        ],
    },
    Entity {
        table: "typed_count",
        columns: &[
            "id",
            "case_id",
            "name",
            "low",
            "high",
            "estimate",
            "for_good",
            "unit",
            "standing",
            "source",
            "who",
            "at",
            "superseded_by",
        ],
    },
    Entity { table: "measure", columns: &["id", "uid", "case_id", "kind", "state", "what", "at", "source"] },
    Entity { table: "open_point", columns: &["id", "case_id", "what", "until", "who"] },
    Entity { table: "coverage", columns: &["id", "case_id", "what", "from_at", "until_at", "whole", "reason"] },
    Entity { table: "group_overlap", columns: &["id", "case_id", "one", "other", "disjoint"] },
    Entity { table: CONFLICT, columns: &["id", "account_id", "field", "adopted", "adopted_by"] },
];

/// The table of this name.
///
/// # Errors
/// `book.damaged`: only we name tables.
pub fn find(table: &str) -> Result<&'static Entity> {
    ENTITIES.iter().find(|it| it.table == table).ok_or_else(|| Error::new("book.damaged").with("table", table))
}

impl Entity {
    /// All rows as JSON.
    pub(super) fn select(&self) -> String {
        let value = |name: &&str| if **name == *"uid" { "hex(\"uid\")".to_owned() } else { format!("\"{name}\"") };
        let pairs: Vec<_> = self.columns.iter().map(|name| format!("'{name}', {}", value(name))).collect();
        format!("SELECT json_object({}) FROM \"{}\"", pairs.join(", "), self.table)
    }

    fn upsert(&self) -> String {
        let value = |name: &&str| {
            let plain = format!("json_extract(?1, '$.{name}')");
            if **name == *"uid" { format!("unhex({plain})") } else { plain }
        };
        let names: Vec<_> = self.columns.iter().map(|name| format!("\"{name}\"")).collect();
        let values: Vec<_> = self.columns.iter().map(value).collect();
        let sets: Vec<_> = names.iter().map(|name| format!("{name} = excluded.{name}")).collect();
        format!(
            "INSERT INTO \"{}\" ({}) VALUES ({}) ON CONFLICT (id) DO UPDATE SET {}",
            self.table,
            names.join(", "),
            values.join(", "),
            sets.join(", ")
        )
    }
}

/// The row as it is now; `None`: there is none.
///
/// # Errors
/// What SQLite refuses.
pub async fn now(conn: &mut SqliteConnection, table: &str, id: RowId) -> Result<Option<String>> {
    let select = AssertSqlSafe(format!("{} WHERE id = ?", find(table)?.select()));
    Ok(sqlx::query_scalar(select).bind(id).fetch_optional(conn).await?)
}

/// Whether a row stands as a deed left it. What lists state of a contradiction is no edit of anybody's: more of it may
/// have come since.
#[must_use]
pub fn is_the_same(table: &str, row: Option<&str>, other: Option<&str>) -> bool {
    if table != CONFLICT {
        return row == other;
    }
    let decided = |row: Option<&str>| {
        let row: Option<Value> = serde_json::from_str(row?).ok();
        row.map(|row| (row["adopted"].clone(), row["adopted_by"].clone()))
    };
    decided(row) == decided(other)
}

/// Makes the row what it was; `None` removes it.
///
/// # Errors
/// What SQLite refuses.
pub async fn put(conn: &mut SqliteConnection, table: &str, id: RowId, row: Option<&str>) -> Result<()> {
    let entity = find(table)?;
    match row {
        // Its statements are those of the lists.
        Some(row) if table == CONFLICT => {
            let update = "UPDATE conflict SET adopted = json_extract(?1, '$.adopted'), \
                          adopted_by = json_extract(?1, '$.adopted_by') WHERE id = ?2";
            sqlx::query(update).bind(row).bind(id).execute(conn).await?
        }
        Some(row) => sqlx::query(AssertSqlSafe(entity.upsert())).bind(row).execute(conn).await?,
        None => {
            let delete = AssertSqlSafe(format!("DELETE FROM \"{}\" WHERE id = ?", entity.table));
            sqlx::query(delete).bind(id).execute(conn).await?
        }
    };
    Ok(())
}

/// Records what a deed did to a row: `before` as [`now`] gave it before the edit. Says whether it changed.
///
/// # Errors
/// What SQLite refuses.
pub async fn record(
    conn: &mut SqliteConnection,
    deed_id: DeedId,
    table: &str,
    id: RowId,
    before: Option<String>,
) -> Result<bool> {
    let after = now(conn, table, id).await?;
    if before == after {
        return Ok(false);
    }
    sqlx::query(
        "INSERT INTO entity_change (deed_id, seq, kind, id, before, after) \
         VALUES (?1, (SELECT coalesce(max(seq), 0) + 1 FROM entity_change WHERE deed_id = ?1), ?2, ?3, ?4, ?5)",
    )
    .bind(deed_id)
    .bind(table)
    .bind(id)
    .bind(before)
    .bind(after)
    .execute(conn)
    .await?;
    Ok(true)
}

/// Records a row that a deed made.
///
/// # Errors
/// What SQLite refuses.
pub async fn made(conn: &mut SqliteConnection, deed_id: DeedId, table: &'static str, id: RowId) -> Result<()> {
    record(conn, deed_id, table, id, None).await.map(|_| ())
}

/// Removes a row and records it. Says whether there was one.
///
/// # Errors
/// What SQLite refuses, for example a row that others point at.
pub async fn remove(conn: &mut SqliteConnection, deed_id: DeedId, table: &'static str, id: RowId) -> Result<bool> {
    let before = now(conn, table, id).await?;
    put(conn, table, id, None).await?;
    record(conn, deed_id, table, id, before).await
}

/// How many rows differ after a deed.
///
/// # Errors
/// What SQLite refuses.
pub async fn changed(conn: &mut SqliteConnection, deed_id: DeedId) -> Result<u64> {
    let rows: i64 = sqlx::query_scalar("SELECT count(DISTINCT kind || id) FROM entity_change WHERE deed_id = ?")
        .bind(deed_id)
        .fetch_one(conn)
        .await?;
    Ok(u64::try_from(rows).unwrap_or(0))
}
