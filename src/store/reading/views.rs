//! Which accounts a filter finds, in which order: ids alone, so that a million of them are eight megabytes.
//!
//! It reads each account once and sorts outside of SQLite, which takes several times as long over texts.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;
use std::sync::atomic::{AtomicBool, Ordering};

use sqlx::SqliteConnection;

use crate::error::{Error, Result};
use crate::model::ids::{AccountId, CaseId};
use crate::model::list::{Column, Order};
use crate::model::words::Status;
use crate::store::accounts::filter_sql::{Bound, Condition};
use crate::store::base::bulk::{Bulk, Cell, Row};
use crate::store::written::nodes::Tree;
use crate::store::written::tree_index::{self, TreeIndex};

/// What accounts are ordered by.
enum Key {
    /// A number, as it stands.
    Number(&'static str),
    /// The place of an id among names in their order.
    Rank(&'static str, BTreeMap<i64, i64>),
    /// A text, whatever its case.
    Text(&'static str),
}

/// The ids of the accounts that a condition finds, in the order they came in. With a second connection that sees the same
/// state of the book, two threads look through one half each. With `cancel` set it ends with `cancelled`.
///
/// # Errors
/// `cancelled`; what SQLite refuses.
pub async fn ids(
    conn: &mut SqliteConnection,
    beside: Option<&mut SqliteConnection>,
    case_id: CaseId,
    condition: &Condition,
    cancel: &AtomicBool,
) -> Result<Vec<AccountId>> {
    let (first, last) = case_id.accounts().into_inner();
    let next: i64 =
        sqlx::query_scalar("SELECT next_account FROM cases WHERE id = ?").bind(case_id).fetch_one(&mut *conn).await?;
    let Some(beside) = of_one_state(conn, beside).await? else {
        let bulk = Bulk::hold(conn).await?;
        return Reading { bulk: &bulk, range: first..=last, condition, cancel }.ids();
    };
    let middle = first.plus(next / 2);
    let runtime = tokio::runtime::Handle::current();
    let bulk = Bulk::hold(conn).await?;
    let (one, other) = std::thread::scope(|scope| {
        let other = scope.spawn(|| {
            let bulk = runtime.block_on(Bulk::hold(beside))?;
            Reading { bulk: &bulk, range: middle.plus(1)..=last, condition, cancel }.ids()
        });
        let one = Reading { bulk: &bulk, range: first..=middle, condition, cancel }.ids();
        (one, other.join().unwrap_or_else(|_| Err(Error::new("internal"))))
    });
    let mut ids = one?;
    ids.extend(other?);
    Ok(ids)
}

/// The second connection, where nothing was written between the two readings. Every change writes to the log.
async fn of_one_state<'c>(
    conn: &mut SqliteConnection,
    beside: Option<&'c mut SqliteConnection>,
) -> Result<Option<&'c mut SqliteConnection>> {
    const STATE: &str = "SELECT seq FROM audit_head";
    let Some(beside) = beside else { return Ok(None) };
    let one: Option<i64> = sqlx::query_scalar(STATE).fetch_optional(conn).await?;
    let other: Option<i64> = sqlx::query_scalar(STATE).fetch_optional(&mut *beside).await?;
    Ok((one == other).then_some(beside))
}

/// The ids of the accounts that a condition finds, in this order. With `cancel` set it ends with `cancelled`.
///
/// # Errors
/// `cancelled`; what SQLite refuses.
pub async fn ordered(
    conn: &mut SqliteConnection,
    case_id: CaseId,
    condition: &Condition,
    Order { by, descending }: Order,
    cancel: &AtomicBool,
) -> Result<Vec<AccountId>> {
    let key = key(conn, case_id, by).await?;
    let bulk = Bulk::hold(conn).await?;
    let read = Reading { bulk: &bulk, range: case_id.accounts(), condition, cancel };
    match key {
        None => read.ids(),
        Some(Key::Number(column)) => {
            let mut keyed = Vec::new();
            read.each(column, |id, row| keyed.push((row.int(1), id)))?;
            Ok(sorted(keyed, descending))
        }
        Some(Key::Rank(column, ranks)) => {
            let mut keyed = Vec::new();
            read.each(column, |id, row| keyed.push((row.int(1).and_then(|it| ranks.get(&it).copied()), id)))?;
            Ok(sorted(keyed, descending))
        }
        Some(Key::Text(column)) => {
            let mut keyed = Vec::new();
            read.each(column, |id, row| keyed.push((row.text(1).map(|it| it.to_lowercase()), id)))?;
            Ok(sorted(keyed, descending))
        }
    }
}

/// One walk over the accounts of a range that a condition finds, in the order they came in.
struct Reading<'a> {
    bulk: &'a Bulk<'a>,
    range: RangeInclusive<AccountId>,
    condition: &'a Condition,
    cancel: &'a AtomicBool,
}

impl Reading<'_> {
    fn ids(&self) -> Result<Vec<AccountId>> {
        let mut ids = Vec::new();
        self.each("", |id, _| ids.push(id))?;
        Ok(ids)
    }

    fn each(&self, column: &str, mut visit: impl FnMut(AccountId, &Row<'_>)) -> Result<()> {
        let (tables, id) = self.condition.tables(column);
        let (first, last) = (self.range.start(), self.range.end());
        let comma = if column.is_empty() { "" } else { ", " };
        let sql = format!(
            "SELECT {id}{comma}{column} FROM {tables} WHERE {id} BETWEEN {first} AND {last} AND ({}) ORDER BY {id}",
            self.condition.sql
        );
        let values: Vec<Cell<'_>> = self.condition.values.iter().map(cell).collect();
        self.bulk.prepare(&sql)?.each(&values, |row| {
            if self.cancel.load(Ordering::Relaxed) {
                return Err(Error::new("cancelled"));
            }
            visit(AccountId::new(row.int(0).unwrap_or_default()), row);
            Ok(())
        })
    }
}

fn cell(bound: &Bound) -> Cell<'_> {
    match bound {
        Bound::Int(value) => Cell::Int(*value),
        Bound::Text(text) => Cell::Text(text),
    }
}

/// An account by what it is ordered by.
type Keyed<K> = (Option<K>, AccountId);

/// What is not known stands last, and equal ones in the order they came in.
fn sorted<K: Ord>(mut keyed: Vec<Keyed<K>>, descending: bool) -> Vec<AccountId> {
    use std::cmp::Ordering::{Greater, Less};
    keyed.sort_by(|(one, _), (other, _)| match (one, other) {
        (Some(one), Some(other)) if descending => other.cmp(one),
        (Some(one), Some(other)) => one.cmp(other),
        (Some(_), None) => Less,
        (None, Some(_)) => Greater,
        (None, None) => std::cmp::Ordering::Equal,
    });
    keyed.into_iter().map(|(_, id)| id).collect()
}

/// How a column is ordered; nothing where it has no order.
async fn key(conn: &mut SqliteConnection, case_id: CaseId, column: Column) -> Result<Option<Key>> {
    Ok(Some(match column {
        Column::Address => Key::Text("a.key"),
        Column::Name => Key::Text("a.name"),
        Column::Notes => Key::Text("a.notes"),
        Column::Region => Key::Rank("s.region_id", ranks(conn, case_id, Tree::Region).await?),
        Column::Organisation => Key::Rank("s.organisation_id", ranks(conn, case_id, Tree::Organisation).await?),
        Column::Residence => Key::Rank(
            "s.place_id",
            by_name(tree_index::places(conn).await?.into_iter().map(|(id, code)| (id.raw(), code))),
        ),
        Column::Records => Key::Number(
            "iif(s.records_low = 0 AND s.records_high IS NULL, s.records_estimate, \
             coalesce(s.records_estimate, s.records_low))",
        ),
        Column::FirstAccess => Key::Number("s.first_from"),
        Column::LastAccess => Key::Number("s.last_from"),
        Column::Import => Key::Number("a.import_id"),
        Column::Kind => Key::Number("s.kind"),
        // The graver first.
        Column::Status => {
            Key::Rank("s.status", Status::ALL.iter().map(|it| (it.position(), -i64::from(it.gravity()))).collect())
        }
        Column::Ways => return Ok(None),
    }))
}

async fn ranks(conn: &mut SqliteConnection, case_id: CaseId, tree: Tree) -> Result<BTreeMap<i64, i64>> {
    let index = TreeIndex::load(conn, case_id, tree).await?;
    Ok(by_name(index.paths_of_ids().map(|node| (node.id.raw(), node.path))))
}

/// The place of each id, by its name whatever the case; ids of one name have one place.
fn by_name(named: impl Iterator<Item = (i64, String)>) -> BTreeMap<i64, i64> {
    let named: Vec<_> = named.map(|(id, name)| (name.to_lowercase(), id)).collect();
    let names: BTreeSet<&str> = named.iter().map(|it| it.0.as_str()).collect();
    let places: BTreeMap<&str, i64> = names.into_iter().zip(0..).collect();
    named.iter().filter_map(|(name, id)| Some((*id, *places.get(name.as_str())?))).collect()
}
