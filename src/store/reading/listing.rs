//! Listing accounts: a page with its total, or all of them one after the other.
//!
//! It changes nothing, and holds one page in memory however many accounts there are.

mod called;

use std::collections::BTreeMap;
use std::ops::RangeInclusive;
use std::sync::atomic::{AtomicBool, Ordering};

use jiff::tz::TimeZone;
use sqlx::{AssertSqlSafe, Row as _, SqliteConnection};

use crate::error::{Error, Result};
use crate::model::account::{Account, AccountWay, Listed};
use crate::model::count::Count;
use crate::model::filter::Filter;
use crate::model::ids::{AccountId, CaseId, ImportId, NodeId, PlaceId};
use crate::model::words::{AccountKind, Basis, KeyKind, Status, Way};
use crate::store::accounts::filter_sql::{Binds as _, Condition, compile, json_of};
use crate::store::values::standing::{band, columns, records};
use crate::store::written::cases;
use crate::store::written::nodes::Tree;
use crate::store::written::tree_index::{self, TreeIndex};

/// Accounts that [`visit`] reads at a time.
const AT_A_TIME: i64 = 5_000;

/// The columns before those of `standing`.
const BEFORE: usize = 8;

macro_rules! select {
    () => {
        concat!(
            "SELECT a.id, a.key_kind, a.key, a.shown, a.name, a.notes, a.import_id, a.line, ",
            columns!(),
            " FROM account a JOIN standing s ON s.account_id = a.id \
             WHERE a.id BETWEEN {first} AND {last} AND ({condition}) ORDER BY a.id LIMIT {limit} OFFSET {offset}"
        )
    };
}

/// What ids mean in a case.
struct Legend {
    zone: TimeZone,
    regions: Paths,
    organisations: Paths,
    places: BTreeMap<PlaceId, String>,
}

/// A tree, and the paths looked up so far.
struct Paths {
    nodes: TreeIndex,
    known: BTreeMap<NodeId, String>,
}

impl Paths {
    fn path(&mut self, id: Option<i64>) -> Option<String> {
        let id = NodeId::new(id?);
        if let Some(known) = self.known.get(&id) {
            return Some(known.clone());
        }
        let path = self.nodes.path(id)?;
        self.known.insert(id, path.clone());
        Some(path)
    }
}

/// How many accounts a filter finds, and a page of them, in the order they came in.
///
/// # Errors
/// `filter.unknown_value`; what SQLite refuses.
pub async fn accounts(
    conn: &mut SqliteConnection,
    case_id: CaseId,
    filter: &Filter,
    limit: u64,
    offset: u64,
) -> Result<(u64, Vec<Account>)> {
    let condition = compile(conn, case_id, filter).await?;
    let total =
        if filter.is_everything() { all(conn, case_id).await? } else { count(conn, case_id, &condition).await? };
    let mut legend = Legend::load(conn, case_id).await?;
    let part = Part { accounts: case_id.accounts(), limit, offset };
    let page = page(conn, &condition, part, &mut legend).await?;
    Ok((total, page))
}

/// Visits every account that a filter finds, in the order they came in; says how many.
///
/// # Errors
/// As [`accounts`], and what the visitor refuses.
pub async fn visit(
    conn: &mut SqliteConnection,
    case_id: CaseId,
    filter: &Filter,
    mut visitor: impl FnMut(Account) -> Result<()>,
) -> Result<u64> {
    let condition = compile(conn, case_id, filter).await?;
    let mut legend = Legend::load(conn, case_id).await?;
    let ((mut first, last), mut visited) = (case_id.accounts().into_inner(), 0);
    loop {
        let part = Part { accounts: first..=last, limit: AT_A_TIME.unsigned_abs(), offset: 0 };
        let page = page(conn, &condition, part, &mut legend).await?;
        let Some(next) = page.last().map(|account| account.id.plus(1)) else { return Ok(visited) };
        first = next;
        for account in page {
            visited += 1;
            visitor(account)?;
        }
    }
}

/// All accounts of a case as a report lists them, in the order they came in. Only what its lines say is read: of
/// 100,000 accounts, everything else is two thirds of the time.
///
/// # Errors
/// `case.missing`; what SQLite refuses.
pub async fn listed(conn: &mut SqliteConnection, case_id: CaseId) -> Result<Vec<Listed>> {
    let mut legend = Legend::load(conn, case_id).await?;
    let ((mut first, last), mut all) = (case_id.accounts().into_inner(), Vec::new());
    loop {
        let rows = sqlx::query(
            "SELECT a.id, coalesce(a.shown, a.key), a.name, s.region_id, s.organisation_id, s.status, s.unit, \
             s.records_low, s.records_high, s.records_estimate, s.whole_folders, s.records_for_good \
             FROM account a JOIN standing s ON s.account_id = a.id WHERE a.id BETWEEN ? AND ? ORDER BY a.id LIMIT ?",
        )
        .bind(first)
        .bind(last)
        .bind(AT_A_TIME)
        .fetch_all(&mut *conn)
        .await?;
        let Some(end) = rows.last() else { return Ok(all) };
        first = end.try_get::<AccountId, _>(0)?.plus(1);
        for row in &rows {
            all.push(as_listed(row, &mut legend)?);
        }
    }
}

fn as_listed(row: &sqlx::sqlite::SqliteRow, legend: &mut Legend) -> Result<Listed> {
    let int = |column: usize| row.try_get::<Option<i64>, _>(column);
    Ok(Listed {
        shown: row.try_get(1)?,
        name: row.try_get(2)?,
        region: legend.regions.path(int(3)?),
        organisation: legend.organisations.path(int(4)?),
        status: Status::at(row.try_get(5)?).unwrap_or(Status::Confirmed),
        records: records([int(6)?, int(7)?, int(8)?, int(9)?, int(10)?, int(11)?]).map(Count::from),
    })
}

/// Accounts looked through at a time for the first that a filter finds: some 5 ms of a sealed book.
const STRIDE: i64 = 20_000;

/// The first accounts that a filter finds, in the order they came in, without looking for more; with `enough` set, those
/// that were found until then.
///
/// # Errors
/// As [`accounts`].
pub async fn first(
    conn: &mut SqliteConnection,
    case_id: CaseId,
    filter: &Filter,
    limit: u64,
    enough: &AtomicBool,
) -> Result<Vec<Account>> {
    let condition = compile(conn, case_id, filter).await?;
    let mut legend = Legend::load(conn, case_id).await?;
    let mut from = case_id.account(0);
    let next: i64 =
        sqlx::query_scalar("SELECT next_account FROM cases WHERE id = ?").bind(case_id).fetch_one(&mut *conn).await?;
    let end = case_id.account(next);
    let mut found = Vec::new();
    while from < end && !enough.load(Ordering::Relaxed) {
        let missing = limit.saturating_sub(found.len() as u64);
        if missing == 0 {
            break;
        }
        let part = Part { accounts: from..=from.plus(STRIDE - 1), limit: missing, offset: 0 };
        found.extend(page(conn, &condition, part, &mut legend).await?);
        from = from.plus(STRIDE);
    }
    Ok(found)
}

/// These accounts of a case, in the order they are named in; one that is no longer there is left out.
///
/// # Errors
/// What SQLite refuses.
pub async fn these(conn: &mut SqliteConnection, case_id: CaseId, ids: &[AccountId]) -> Result<Vec<Account>> {
    let condition = Condition::everything().among(Some(ids), &[]);
    let mut legend = Legend::load(conn, case_id).await?;
    let (first, last) = case_id.accounts().into_inner();
    let sql = format!(select!(), first = first, last = last, condition = condition.sql, limit = -1, offset = 0);
    let rows = sqlx::query(AssertSqlSafe(sql)).bind_all(&condition.values).fetch_all(&mut *conn).await?;
    let mut found: BTreeMap<AccountId, Account> = BTreeMap::new();
    for row in &rows {
        let account = account(row, &mut legend)?;
        found.insert(account.id, account);
    }
    let ways: Vec<(AccountId, i64, i64)> = sqlx::query_as(
        "SELECT account_id, way, status FROM way WHERE account_id IN (SELECT value FROM json_each(?)) \
         ORDER BY account_id, way",
    )
    .bind(json_of(ids))
    .fetch_all(&mut *conn)
    .await?;
    for (id, way, status) in ways {
        let way = Way::at(way).zip(Status::at(status)).map(|(way, status)| AccountWay { way, status });
        if let Some(account) = found.get_mut(&id) {
            account.ways.extend(way);
        }
    }
    for account in found.values_mut() {
        called::with_aliases(conn, std::slice::from_mut(account)).await?;
    }
    Ok(ids.iter().filter_map(|id| found.remove(id)).collect())
}

/// The case's accounts, from the tally.
///
/// # Errors
/// What SQLite refuses.
pub async fn all(conn: &mut SqliteConnection, case_id: CaseId) -> Result<u64> {
    let all: i64 = sqlx::query_scalar("SELECT coalesce(sum(accounts), 0) FROM tally WHERE case_id = ?")
        .bind(case_id)
        .fetch_one(conn)
        .await?;
    Ok(u64::try_from(all).unwrap_or(0))
}

/// The accounts of a case that an id or a key names, of whatever kind it is.
///
/// # Errors
/// What SQLite refuses.
pub async fn named(conn: &mut SqliteConnection, case_id: CaseId, text: &str) -> Result<Vec<AccountId>> {
    let id: Option<AccountId> = sqlx::query_scalar("SELECT id FROM account WHERE case_id = ? AND id = ?")
        .bind(case_id)
        .bind(text.parse::<i64>().unwrap_or_default())
        .fetch_optional(&mut *conn)
        .await?;
    if id.is_some() {
        return Ok(id.into_iter().collect());
    }
    let kinds = KeyKind::ALL.iter().map(|kind| kind.position().to_string()).collect::<Vec<_>>().join(",");
    let found = format!(
        "SELECT DISTINCT account_id FROM account_key WHERE case_id = ? AND key_kind IN ({kinds}) AND digest IN (digest(?), digest(?)) \
         ORDER BY account_id"
    );
    Ok(sqlx::query_scalar(AssertSqlSafe(found))
        .bind(case_id)
        .bind(text)
        .bind(text.to_lowercase())
        .fetch_all(conn)
        .await?)
}

/// How many accounts a condition finds.
///
/// # Errors
/// What SQLite refuses.
pub async fn count(conn: &mut SqliteConnection, case_id: CaseId, condition: &Condition) -> Result<u64> {
    if *condition == Condition::everything() {
        return all(conn, case_id).await;
    }
    let (first, last) = case_id.accounts().into_inner();
    let (tables, id) = condition.tables("");
    let sql = format!("SELECT count(*) FROM {tables} WHERE {id} BETWEEN {first} AND {last} AND ({})", condition.sql);
    let query = sqlx::query_scalar::<_, i64>(AssertSqlSafe(sql)).bind_all(&condition.values);
    Ok(u64::try_from(query.fetch_one(conn).await?).unwrap_or(0))
}

/// Of what a filter finds among some accounts, at most so many after so many.
struct Part {
    accounts: RangeInclusive<AccountId>,
    limit: u64,
    offset: u64,
}

async fn page(
    conn: &mut SqliteConnection,
    condition: &Condition,
    Part { accounts, limit, offset }: Part,
    legend: &mut Legend,
) -> Result<Vec<Account>> {
    let (first, last) = accounts.into_inner();
    let (limit, offset) = (limit.min(i64::MAX.unsigned_abs()), offset.min(i64::MAX.unsigned_abs()));
    let sql = format!(select!(), first = first, last = last, condition = condition.sql, limit = limit, offset = offset);
    let rows = sqlx::query(AssertSqlSafe(sql)).bind_all(&condition.values).fetch_all(&mut *conn).await?;
    let mut page = Vec::with_capacity(rows.len());
    for row in &rows {
        page.push(account(row, legend)?);
    }
    with_ways(conn, &mut page).await?;
    called::with_aliases(conn, &mut page).await?;
    Ok(page)
}

async fn with_ways(conn: &mut SqliteConnection, page: &mut [Account]) -> Result<()> {
    let Some((first, last)) = page.first().map(|it| it.id).zip(page.last().map(|it| it.id)) else { return Ok(()) };
    let rows: Vec<(AccountId, i64, i64)> = sqlx::query_as(
        "SELECT account_id, way, status FROM way WHERE account_id BETWEEN ? AND ? ORDER BY account_id, way",
    )
    .bind(first)
    .bind(last)
    .fetch_all(conn)
    .await?;
    for (id, way, status) in rows {
        let Ok(at) = page.binary_search_by_key(&id, |account| account.id) else { continue };
        let way = Way::at(way).zip(Status::at(status)).map(|(way, status)| AccountWay { way, status });
        if let Some(account) = page.get_mut(at) {
            account.ways.extend(way);
        }
    }
    Ok(())
}

impl Legend {
    async fn load(conn: &mut SqliteConnection, case_id: CaseId) -> Result<Self> {
        let paths = |nodes| Paths { nodes, known: BTreeMap::new() };
        Ok(Self {
            zone: cases::zone(conn, case_id).await?,
            regions: paths(TreeIndex::load(conn, case_id, Tree::Region).await?),
            organisations: paths(TreeIndex::load(conn, case_id, Tree::Organisation).await?),
            places: tree_index::places(conn).await?,
        })
    }
}

fn account(row: &sqlx::sqlite::SqliteRow, legend: &mut Legend) -> Result<Account> {
    let int = |column: usize| row.try_get::<Option<i64>, _>(column);
    let text = |column: usize| row.try_get::<Option<String>, _>(column);
    let of = |column: usize| int(BEFORE + column);
    let word = |found: Option<i64>| found.ok_or_else(|| Error::new("book.damaged"));
    let key = text(2)?.unwrap_or_default();
    Ok(Account {
        id: AccountId::new(int(0)?.unwrap_or_default()),
        key_kind: int(1)?.and_then(KeyKind::at).ok_or_else(|| Error::new("book.damaged"))?,
        shown: text(3)?.unwrap_or_else(|| key.clone()),
        key,
        aliases: Vec::new(),
        name: text(4)?,
        kind: AccountKind::at(word(of(7)?)?).unwrap_or(AccountKind::Unknown),
        status: Status::at(word(of(8)?)?).unwrap_or(Status::Confirmed),
        ways: Vec::new(),
        residence: of(4)?.and_then(|place| legend.places.get(&PlaceId::new(place)).cloned()),
        basis: of(5)?.and_then(Basis::at),
        region: legend.regions.path(of(0)?),
        organisation: legend.organisations.path(of(2)?),
        records: records([of(10)?, of(11)?, of(12)?, of(13)?, of(14)?, of(27)?]).map(Count::from),
        first_access: band(of(15)?, of(16)?, of(17)?).and_then(|it| it.text(&legend.zone)),
        last_access: band(of(18)?, of(19)?, of(20)?).and_then(|it| it.text(&legend.zone)),
        notes: text(5)?,
        import: int(6)?.map(ImportId::new),
        line: int(7)?,
    })
}
