//! The log: append-only, each entry chained to the one before, details apart so that the log can forget a name.
//!
//! The hash of an entry covers every column and the hash before; the first follows from the book's uid.

use jiff::Timestamp;
use serde::Serialize;
use serde_json::{Value, json};
use sqlx::sqlite::SqliteRow;
use sqlx::{Row as _, SqliteConnection};

use super::deeds::Act;
use super::{hex, instant, sha256, uid_text};
use crate::error::Result;
use crate::model::ids::CaseId;
use crate::model::verb::Verb;

/// What an entry says.
#[derive(Debug)]
pub struct Entry<'a> {
    /// What was done.
    pub verb: &'a str,
    /// In which case; `None`: to the book.
    pub case_id: Option<CaseId>,
    /// By which deed.
    pub deed_uid: Option<&'a [u8]>,
    /// How many it changed.
    pub count: i64,
    /// More, erasable.
    pub detail: Value,
}

impl<'a> Entry<'a> {
    /// An entry about the book as a whole, without a deed.
    #[must_use]
    pub fn of_the_book(verb: Verb) -> Self {
        Self { verb: verb.id(), case_id: None, deed_uid: None, count: 0, detail: json!({}) }
    }
}

/// A stored entry, without its detail: what the chain covers.
struct Link {
    seq: i64,
    at: String,
    machine_clock: Option<String>,
    who: String,
    os_account: String,
    machine: String,
    verb: String,
    case_uid: Option<Vec<u8>>,
    deed_uid: Option<Vec<u8>>,
    count: i64,
    clock_back: i64,
    detail_hash: Vec<u8>,
    prev: Vec<u8>,
}

impl Link {
    fn read(row: &SqliteRow) -> sqlx::Result<Self> {
        Ok(Self {
            seq: row.try_get("seq")?,
            at: row.try_get("at")?,
            machine_clock: row.try_get("machine_clock")?,
            who: row.try_get("who")?,
            os_account: row.try_get("os_account")?,
            machine: row.try_get("machine")?,
            verb: row.try_get("verb")?,
            case_uid: row.try_get("case_uid")?,
            deed_uid: row.try_get("deed_uid")?,
            count: row.try_get("count")?,
            clock_back: row.try_get("clock_back")?,
            detail_hash: row.try_get("detail_hash")?,
            prev: row.try_get("prev")?,
        })
    }

    /// SHA-256 over every column in the table's order: absent is 0; present is 1, its length in 8 bytes, its bytes.
    /// Numbers are 8 bytes, big-endian.
    fn hash(&self) -> [u8; 32] {
        let (seq, count, back) = (self.seq.to_be_bytes(), self.count.to_be_bytes(), self.clock_back.to_be_bytes());
        let columns: [Option<&[u8]>; 13] = [
            Some(&seq),
            Some(self.at.as_bytes()),
            self.machine_clock.as_deref().map(str::as_bytes),
            Some(self.who.as_bytes()),
            Some(self.os_account.as_bytes()),
            Some(self.machine.as_bytes()),
            Some(self.verb.as_bytes()),
            self.case_uid.as_deref(),
            self.deed_uid.as_deref(),
            Some(&count),
            Some(&back),
            Some(&self.detail_hash),
            Some(&self.prev),
        ];
        sha256(&[&columns.iter().flat_map(|column| framed(*column)).collect::<Vec<u8>>()])
    }

    /// The highest time of the log up to this entry, where it says of the entries before what they say; nothing where its
    /// time cannot be read, or its mark of a clock set back is not as it should be.
    fn highest(&self, before: Option<Timestamp>) -> Option<Timestamp> {
        let at = instant(&self.at).ok()?;
        (self.clock_back == is_back(at, before)).then_some(before.map_or(at, |before| before.max(at)))
    }
}

/// Whether a time lies before the highest so far, as a number.
fn is_back(at: Timestamp, highest: Option<Timestamp>) -> i64 {
    i64::from(highest.is_some_and(|highest| at < highest))
}

fn framed(column: Option<&[u8]>) -> Vec<u8> {
    let Some(bytes) = column else { return vec![0] };
    let mut framed = vec![1];
    framed.extend((bytes.len() as u64).to_be_bytes());
    framed.extend(bytes);
    framed
}

/// What the first entry follows.
async fn root(conn: &mut SqliteConnection) -> Result<Vec<u8>> {
    let book: Vec<u8> = sqlx::query_scalar("SELECT uid FROM book").fetch_one(conn).await?;
    Ok(sha256(&[b"breachbook log", &book]).to_vec())
}

/// Appends one entry, its detail beside it.
///
/// # Errors
/// What SQLite refuses.
pub async fn append(conn: &mut SqliteConnection, act: &Act<'_>, entry: &Entry<'_>) -> Result<()> {
    let last: Option<(i64, String, Vec<u8>)> = sqlx::query_as(
        "SELECT seq, coalesce((SELECT highest FROM audit_head), at), hash FROM audit ORDER BY seq DESC LIMIT 1",
    )
    .fetch_optional(&mut *conn)
    .await?;
    let (seq, highest, prev) = match last {
        Some((seq, highest, hash)) => (seq + 1, Some(instant(&highest)?), hash),
        None => (1, None, root(conn).await?),
    };
    let case_uid = match entry.case_id {
        Some(case) => {
            sqlx::query_scalar("SELECT uid FROM cases WHERE id = ?").bind(case).fetch_optional(&mut *conn).await?
        }
        None => None,
    };
    let salt = sha256(&[&super::uid(act.at), &super::uid(act.at), &prev])[..16].to_vec();
    let json = entry.detail.to_string();
    let link = Link {
        seq,
        at: act.at.to_string(),
        machine_clock: act.clock.beside().map(|own| own.to_string()),
        who: act.who.name.clone(),
        os_account: act.who.os_account.clone(),
        machine: act.who.machine.clone(),
        verb: entry.verb.to_owned(),
        case_uid,
        deed_uid: entry.deed_uid.map(<[u8]>::to_vec),
        count: entry.count,
        clock_back: is_back(act.at, highest),
        detail_hash: sha256(&[&salt, json.as_bytes()]).to_vec(),
        prev,
    };
    let hash = write(conn, &link, &salt, &json).await?;
    keep_head(conn, seq, &hash, highest.map_or(act.at, |highest| highest.max(act.at))).await
}

/// Writes an entry and says its hash.
async fn write(conn: &mut SqliteConnection, link: &Link, salt: &[u8], json: &str) -> Result<Vec<u8>> {
    let hash = link.hash().to_vec();
    sqlx::query(
        "INSERT INTO audit (seq, at, machine_clock, who, os_account, machine, verb, case_uid, deed_uid, count, \
         clock_back, detail_hash, prev, hash) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
    )
    .bind(link.seq)
    .bind(&link.at)
    .bind(&link.machine_clock)
    .bind(&link.who)
    .bind(&link.os_account)
    .bind(&link.machine)
    .bind(&link.verb)
    .bind(&link.case_uid)
    .bind(&link.deed_uid)
    .bind(link.count)
    .bind(link.clock_back)
    .bind(&link.detail_hash)
    .bind(&link.prev)
    .bind(&hash)
    .execute(&mut *conn)
    .await?;
    sqlx::query("INSERT INTO audit_detail (seq, salt, json) VALUES (?,?,?)")
        .bind(link.seq)
        .bind(salt)
        .bind(json)
        .execute(&mut *conn)
        .await?;
    Ok(hash)
}

/// Keeps, apart from the entries, which is the last and the highest time so far.
async fn keep_head(conn: &mut SqliteConnection, seq: i64, hash: &[u8], highest: Timestamp) -> Result<()> {
    sqlx::query(
        "INSERT INTO audit_head (id, seq, hash, highest) VALUES (1, ?1, ?2, ?3) \
         ON CONFLICT DO UPDATE SET seq = ?1, hash = ?2, highest = ?3",
    )
    .bind(seq)
    .bind(hash)
    .bind(highest.to_string())
    .execute(conn)
    .await?;
    Ok(())
}

/// Erases what an entry said in detail; the chain still holds. To be logged by whoever calls.
///
/// # Errors
/// What SQLite refuses.
pub async fn forget(conn: &mut SqliteConnection, seq: i64) -> Result<bool> {
    let gone = sqlx::query("DELETE FROM audit_detail WHERE seq = ?").bind(seq).execute(conn).await?;
    Ok(gone.rows_affected() > 0)
}

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
}

/// Walks the whole chain, details included where they are still there.
///
/// # Errors
/// What SQLite refuses.
pub async fn walk(conn: &mut SqliteConnection) -> Result<Chain> {
    let (mut prev, mut highest) = (root(&mut *conn).await?, None);
    let mut chain = Chain { ok: false, entries: 0, head: String::new(), broken_at: None };
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
        }
    }
    chain.head = hex(&prev);
    chain.broken_at = match chain.broken_at {
        Some(seq) => Some(seq),
        None => missing_end(conn, chain.entries, &prev, highest).await?,
    };
    chain.ok = chain.broken_at.is_none();
    Ok(chain)
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

/// An entry as a list shows it.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
pub struct Logged {
    /// Its number, from 1.
    pub seq: i64,
    /// When.
    pub at: String,
    /// What the machine's own clock said, where that time was given in its place; `None`: it is the clock's.
    pub machine_clock: Option<String>,
    /// The name as declared.
    pub who: String,
    /// The account of the operating system.
    pub os_account: String,
    /// The machine.
    pub machine: String,
    /// What was done.
    pub verb: String,
    /// In which case, by its uid.
    pub case: Option<String>,
    /// How many it changed.
    pub count: i64,
    /// Its time lies before the highest of the entries before.
    pub clock_back: bool,
    /// More; `None`: erased.
    pub detail: Option<Value>,
    /// Its hash.
    pub hash: String,
}

/// The log, or the entries of one case.
///
/// # Errors
/// What SQLite refuses.
pub async fn list(conn: &mut SqliteConnection, case_id: Option<CaseId>) -> Result<Vec<Logged>> {
    let rows = sqlx::query(
        "SELECT audit.*, json FROM audit LEFT JOIN audit_detail USING (seq) \
         WHERE ?1 IS NULL OR case_uid = (SELECT uid FROM cases WHERE id = ?1) ORDER BY seq",
    )
    .bind(case_id)
    .fetch_all(conn)
    .await?;
    rows.iter().map(logged).collect()
}

pub(super) fn logged(row: &SqliteRow) -> Result<Logged> {
    let link = Link::read(row)?;
    let json: Option<String> = row.try_get("json")?;
    Ok(Logged {
        seq: link.seq,
        at: link.at,
        machine_clock: link.machine_clock,
        who: link.who,
        os_account: link.os_account,
        machine: link.machine,
        verb: link.verb,
        case: link.case_uid.as_deref().map(uid_text),
        count: link.count,
        clock_back: link.clock_back != 0,
        detail: json.and_then(|json| serde_json::from_str(&json).ok()),
        hash: hex(&row.try_get::<Vec<u8>, _>("hash")?),
    })
}
