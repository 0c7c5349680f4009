//! The log: append-only, each entry chained to the one before, details apart so that the log can forget a name.
//!
//! The hash of an entry covers every column and the hash before; the first follows from the book's uid. So it covers what the
//! deed did and the state of the case afterwards (`commitment`), too.

mod walk;

use jiff::Timestamp;
use serde::Serialize;
use serde_json::{Value, json};
use sqlx::sqlite::SqliteRow;
use sqlx::{Row as _, SqliteConnection};

use super::commitment::{did, leaves};
use super::verbs;
use crate::error::Result;
use crate::model::case::LogHead;
use crate::model::ids::{CaseId, DeedId};
use crate::model::verb::Verb;
use crate::model::who::Act;
use crate::store::base::bulk::Bulk;
use crate::store::base::bytes::{hex, instant, sha256, uid_text};
use crate::store::base::canonical::Canonical;

pub use walk::{Chain, walk};
pub(in crate::store) use walk::{Committed, walked};

/// What an entry says.
#[derive(Debug)]
pub struct Entry<'a> {
    /// What was done.
    pub verb: &'a str,
    /// In which case; `None`: to the book.
    pub case_id: Option<CaseId>,
    /// By which deed.
    pub deed: Option<DeedId>,
    /// How many it changed.
    pub count: i64,
    /// More, erasable.
    pub detail: Value,
}

impl<'a> Entry<'a> {
    /// An entry about the book as a whole, without a deed.
    #[must_use]
    pub fn of_the_book(verb: Verb) -> Self {
        Self { verb: verb.id(), case_id: None, deed: None, count: 0, detail: json!({}) }
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
    did: Option<Vec<u8>>,
    state: Option<Vec<u8>>,
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
            did: row.try_get("did")?,
            state: row.try_get("state")?,
            detail_hash: row.try_get("detail_hash")?,
            prev: row.try_get("prev")?,
        })
    }

    /// SHA-256 over every column, in the table's order.
    fn hash(&self) -> [u8; 32] {
        let mut entry = Canonical::new("breachbook log entry");
        entry.cells(&[
            self.seq.into(),
            self.at.as_str().into(),
            self.machine_clock.as_deref().into(),
            self.who.as_str().into(),
            self.os_account.as_str().into(),
            self.machine.as_str().into(),
            self.verb.as_str().into(),
            self.case_uid.as_deref().into(),
            self.deed_uid.as_deref().into(),
            self.count.into(),
            self.clock_back.into(),
            self.did.as_deref().into(),
            self.state.as_deref().into(),
            self.detail_hash.as_slice().into(),
            self.prev.as_slice().into(),
        ]);
        entry.end()
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
    let deed_uid = match entry.deed {
        Some(deed) => {
            Some(sqlx::query_scalar("SELECT uid FROM deed WHERE id = ?").bind(deed).fetch_one(&mut *conn).await?)
        }
        None => None,
    };
    let salt = sha256(&[&crate::store::base::bytes::uid(act.at), &crate::store::base::bytes::uid(act.at), &prev])[..16]
        .to_vec();
    let json = entry.detail.to_string();
    let Committing { did, state } = committed(conn, entry, &salt).await?;
    let link = Link {
        seq,
        at: act.at.to_string(),
        machine_clock: act.clock.beside().map(|own| own.to_string()),
        who: act.who.name.clone(),
        os_account: act.who.os_account.clone(),
        machine: act.who.machine.clone(),
        verb: entry.verb.to_owned(),
        case_uid,
        deed_uid,
        count: entry.count,
        clock_back: is_back(act.at, highest),
        did,
        state,
        detail_hash: sha256(&[&salt, json.as_bytes()]).to_vec(),
        prev,
    };
    let hash = write(conn, &link, &salt, &json).await?;
    keep_head(conn, seq, &hash, highest.map_or(act.at, |highest| highest.max(act.at))).await
}

/// What an entry commits to: what was done, and the state of the case afterwards.
struct Committing {
    did: Option<Vec<u8>>,
    state: Option<Vec<u8>>,
}

async fn committed(conn: &mut SqliteConnection, entry: &Entry<'_>, salt: &[u8]) -> Result<Committing> {
    let bulk = Bulk::hold(conn).await?;
    let did = match entry.deed {
        Some(deed) => Some(did::did(&bulk, deed, salt)?),
        None if entry.verb == Verb::BookNew.id() => Some(did::made(&bulk, salt)?),
        None => None,
    };
    let state = match entry.case_id.zip(entry.deed) {
        Some((case, _)) => {
            leaves::renew(&bulk, case)?;
            Some(leaves::state(&bulk, case)?)
        }
        None => None,
    };
    Ok(Committing { did: did.map(Vec::from), state: state.map(Vec::from) })
}

/// Writes an entry and says its hash.
async fn write(conn: &mut SqliteConnection, link: &Link, salt: &[u8], json: &str) -> Result<Vec<u8>> {
    let hash = link.hash().to_vec();
    sqlx::query(
        "INSERT INTO audit (seq, at, machine_clock, who, os_account, machine, verb, case_uid, deed_uid, count, \
         clock_back, did, state, detail_hash, prev, hash) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
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
    .bind(&link.did)
    .bind(&link.state)
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

/// The entry of the last deed of a case that changed something: what every export names that speaks of the case.
///
/// # Errors
/// What SQLite refuses.
pub async fn last_change(conn: &mut SqliteConnection, case_id: CaseId) -> Result<Option<LogHead>> {
    last_change_by(conn, case_id, DeedId::new(i64::MAX)).await
}

/// The same of the deeds up to one.
///
/// # Errors
/// What SQLite refuses.
pub async fn last_change_by(conn: &mut SqliteConnection, case_id: CaseId, deed: DeedId) -> Result<Option<LogHead>> {
    let quiet = verbs::listed(Verb::CHANGING_NOTHING);
    let last = format!(
        "SELECT a.seq, a.hash FROM audit a LEFT JOIN deed d ON d.uid = a.deed_uid \
         WHERE a.case_uid = (SELECT uid FROM cases WHERE id = ?) AND coalesce(d.id, 0) <= ? \
         AND a.verb NOT IN ({quiet}) ORDER BY a.seq DESC LIMIT 1"
    );
    let last = sqlx::query_as(sqlx::AssertSqlSafe(last)).bind(case_id).bind(deed);
    let last: Option<(i64, Vec<u8>)> = last.fetch_optional(conn).await?;
    Ok(last.map(|(entry, hash)| LogHead { entry, head: hex(&hash) }))
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

pub(in crate::store) fn logged(row: &SqliteRow) -> Result<Logged> {
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
