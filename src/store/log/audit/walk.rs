//! The chain walked from its first entry to its last: whether it is unbroken, what its entries commit to, and which details
//! were erased. It repairs nothing.

use std::collections::BTreeSet;

use jiff::Timestamp;
use serde::Serialize;
use sqlx::sqlite::SqliteRow;
use sqlx::{Row as _, SqliteConnection};

use super::{Link, root};
use crate::error::Result;
use crate::store::base::bytes::{hex, instant, sha256};

/// Whether the chain is unbroken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Chain {
    /// Unbroken.
    pub ok: bool,
    /// How many entries there are.
    pub entries: i64,
    /// The last entry's hash.
    pub head: String,
    /// The first entry that does not follow, or is missing.
    pub broken_at: Option<i64>,
    /// Entries whose details were erased by a deed that says so: what they did can no longer be proved.
    pub erased: i64,
}

impl Chain {
    /// That of a log that cannot be read.
    #[must_use]
    pub const fn unreadable() -> Self {
        Self { ok: false, entries: 0, head: String::new(), broken_at: Some(1), erased: 0 }
    }
}

/// What an entry commits to.
pub(in crate::store) struct Committed {
    pub seq: i64,
    pub case_uid: Option<Vec<u8>>,
    pub deed_uid: Option<Vec<u8>>,
    /// Nothing where its details are erased.
    pub salt: Option<Vec<u8>>,
    pub did: Option<Vec<u8>>,
    pub state: Option<Vec<u8>>,
}

/// Walks the whole chain, details included where they are still there.
///
/// # Errors
/// What SQLite refuses.
pub async fn walk(conn: &mut SqliteConnection) -> Result<Chain> {
    walked(conn, |_| {}).await
}

/// The same, and tells what each entry commits to.
///
/// # Errors
/// What SQLite refuses.
pub(in crate::store) async fn walked(conn: &mut SqliteConnection, mut told: impl FnMut(Committed)) -> Result<Chain> {
    let (mut prev, mut highest) = (root(&mut *conn).await?, None);
    let mut chain = Chain { ok: false, entries: 0, head: String::new(), broken_at: None, erased: 0 };
    let mut erasing = Erasing::default();
    let mut after = 0;
    loop {
        let rows = page(conn, after).await?;
        let Some(last) = rows.last() else { break };
        after = last.try_get("seq")?;
        for row in &rows {
            chain.entries += 1;
            let up_to_here = follows(row, &prev, chain.entries, highest)?;
            if up_to_here.is_none() && chain.broken_at.is_none() {
                chain.broken_at = Some(chain.entries);
            }
            highest = up_to_here.or(highest);
            prev = row.try_get("hash")?;
            erasing.read(row)?;
            told(committed(row)?);
        }
    }
    chain.head = hex(&prev);
    chain.erased = i64::try_from(erasing.gone.len()).unwrap_or(i64::MAX);
    chain.broken_at = match chain.broken_at.or(erasing.unsaid()) {
        Some(seq) => Some(seq),
        None => missing_end(conn, chain.entries, &prev, highest).await?,
    };
    chain.ok = chain.broken_at.is_none();
    Ok(chain)
}

/// Details that are gone, and those of which an entry says that they were erased.
#[derive(Default)]
struct Erasing {
    gone: BTreeSet<i64>,
    said: BTreeSet<i64>,
}

impl Erasing {
    fn read(&mut self, row: &SqliteRow) -> Result<()> {
        let (seq, json): (i64, Option<String>) = (row.try_get("seq")?, row.try_get("json")?);
        let Some(json) = json else {
            self.gone.insert(seq);
            return Ok(());
        };
        let detail: serde_json::Value = serde_json::from_str(&json).unwrap_or_default();
        let forgotten = detail.get("forgotten").and_then(serde_json::Value::as_array);
        self.said.extend(forgotten.into_iter().flatten().filter_map(serde_json::Value::as_i64));
        Ok(())
    }

    /// The first entry whose details are gone though no later one says so.
    fn unsaid(&self) -> Option<i64> {
        self.gone.difference(&self.said).next().copied()
    }
}

fn committed(row: &SqliteRow) -> Result<Committed> {
    Ok(Committed {
        seq: row.try_get("seq")?,
        case_uid: row.try_get("case_uid")?,
        deed_uid: row.try_get("deed_uid")?,
        salt: row.try_get("salt")?,
        did: row.try_get("did")?,
        state: row.try_get("state")?,
    })
}

async fn page(conn: &mut SqliteConnection, after: i64) -> Result<Vec<SqliteRow>> {
    Ok(sqlx::query(
        "SELECT audit.*, salt, json FROM audit LEFT JOIN audit_detail USING (seq) WHERE seq > ? ORDER BY seq LIMIT 1000",
    )
    .bind(after)
    .fetch_all(conn)
    .await?)
}

/// The highest time up to an entry, where it is the next one and says what it said.
fn follows(row: &SqliteRow, prev: &[u8], seq: i64, highest: Option<Timestamp>) -> Result<Option<Timestamp>> {
    let link = Link::read(row)?;
    let hash: Vec<u8> = row.try_get("hash")?;
    let (salt, json): (Option<Vec<u8>>, Option<String>) = (row.try_get("salt")?, row.try_get("json")?);
    let told = match (salt, json) {
        (Some(salt), Some(json)) => sha256(&[&salt, json.as_bytes()]).as_slice() == link.detail_hash,
        _ => true,
    };
    let sound = link.seq == seq && link.prev == prev && link.hash().as_slice() == hash && told;
    Ok(link.highest(highest).filter(|_| sound))
}

/// Entries cut off at the end leave a chain that holds: the head is kept apart, and every deed has its entry. The head says
/// the highest time, too: with a lower one a clock set back would be no longer seen.
async fn missing_end(
    conn: &mut SqliteConnection,
    entries: i64,
    last: &[u8],
    highest: Option<Timestamp>,
) -> Result<Option<i64>> {
    let head: Option<(i64, Vec<u8>, String)> =
        sqlx::query_as("SELECT seq, hash, highest FROM audit_head").fetch_optional(&mut *conn).await?;
    let whole = head.is_some_and(|(seq, hash, time)| seq == entries && hash == last && instant(&time).ok() == highest);
    let untold: i64 = sqlx::query_scalar(
        "SELECT count(*) FROM deed WHERE uid NOT IN (SELECT deed_uid FROM audit WHERE deed_uid NOTNULL)",
    )
    .fetch_one(conn)
    .await?;
    Ok(if whole && untold == 0 { None } else { Some(entries + 1) })
}
