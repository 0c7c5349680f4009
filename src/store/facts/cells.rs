//! The tally as it stands in the book: accounts that are alike, with their tags. It reads and groups; it decides
//! nothing.

use std::collections::BTreeMap;

use jiff::civil::Date;
use sqlx::SqliteConnection;

use super::super::bulk::{Bulk, Row};
use super::super::nodes::{self, Tree};
use crate::error::{Error, Result};
use crate::model::count::grain;
use crate::model::count::tallied::{Cell, Records, Tallied};
use crate::model::ids::{CaseId, NodeId};
use crate::model::words::{AccountKind, Basis, Status, Unit};

/// The day of accounts without a date, as the tally keeps it.
const WITHOUT_DATE: i64 = -1_000_000;

/// Accounts that are alike, with their tags; 0 is "without".
#[derive(Debug, Clone, Copy)]
pub(in crate::store) struct Tagged {
    pub region: i64,
    pub organisation: i64,
    pub place: i64,
    pub basis: Option<Basis>,
    pub cell: Cell,
}

/// How coarse an estimate is, and where it stands (rule 4).
#[derive(Debug, Clone, Copy)]
struct Coarse {
    region: i64,
    organisation: i64,
    day: i64,
    status: Status,
    unit: Unit,
    grain: u64,
}

/// The tally of a case.
pub(in crate::store) struct Cells {
    pub tagged: Vec<Tagged>,
    /// Whether it holds an account, of whatever status.
    pub examined: bool,
    days: Vec<(i64, Cell)>,
    coarse: Vec<Coarse>,
}

impl Cells {
    pub(super) async fn read(conn: &mut SqliteConnection, case_id: CaseId) -> Result<Self> {
        let (rows, days) = rows(&Bulk::hold(conn).await?, case_id)?;
        let mut tagged = rows.into_iter().map(tagged).collect::<Result<Vec<_>>>()?;
        let mut coarse = match tagged.iter().any(|it| it.cell.records.estimated > 0) {
            true => coarse(conn, case_id).await?,
            false => Vec::new(),
        };
        let regions = nodes::merged(conn, Tree::Region, case_id).await?;
        let organisations = nodes::merged(conn, Tree::Organisation, case_id).await?;
        let nodes = tagged.iter_mut().map(|it| (&mut it.region, &mut it.organisation));
        for (region, organisation) in nodes.chain(coarse.iter_mut().map(|it| (&mut it.region, &mut it.organisation))) {
            *region = nodes::followed(&regions, NodeId::new(*region)).raw();
            *organisation = nodes::followed(&organisations, NodeId::new(*organisation)).raw();
        }
        let days = days.into_iter().map(day).collect::<Result<_>>()?;
        Ok(Self { examined: !tagged.is_empty(), tagged, days, coarse })
    }

    /// All accounts together, with records of this unit.
    pub(super) fn total(&self, unit: Unit) -> Tallied {
        let mut all = Tallied::default();
        self.tagged.iter().for_each(|it| all.add(&it.cell, unit));
        self.coarse.iter().filter(|it| it.unit == unit).for_each(|it| all.coarsen(it.status, it.grain));
        all
    }

    /// Accounts by a tag, or two; with records of this unit.
    pub(super) fn by<K: Ord>(&self, unit: Unit, key: impl Fn(i64, i64) -> K) -> BTreeMap<K, Tallied> {
        let absent = !self.by_unit().contains_key(&unit);
        let mut all: BTreeMap<K, Tallied> = BTreeMap::new();
        for it in &self.tagged {
            all.entry(key(it.region, it.organisation)).or_default().add(&asked(it.cell, absent), unit);
        }
        for it in self.coarse.iter().filter(|it| it.unit == unit) {
            all.entry(key(it.region, it.organisation)).or_default().coarsen(it.status, it.grain);
        }
        all
    }

    /// Accounts by day of first access; without a date always among them, once there are accounts.
    pub(super) fn days(&self, unit: Unit) -> BTreeMap<Option<Date>, Tallied> {
        let absent = !self.by_unit().contains_key(&unit);
        let mut all: BTreeMap<Option<Date>, Tallied> = BTreeMap::new();
        if self.examined {
            all.entry(None).or_default();
        }
        for (day, cell) in &self.days {
            all.entry(date(*day)).or_default().add(&asked(*cell, absent), unit);
        }
        for it in self.coarse.iter().filter(|it| it.unit == unit) {
            all.entry(date(it.day)).or_default().coarsen(it.status, it.grain);
        }
        all
    }

    /// Counted accounts of cells that are so.
    pub(super) fn counted(&self, so: impl Fn(&Tagged) -> bool) -> u64 {
        let counted = self.tagged.iter().filter(|it| it.cell.status != Status::Cleared && so(it));
        counted.map(|it| it.cell.accounts).sum()
    }

    /// The units of counted accounts' records, in their lasting order.
    pub(super) fn units(&self) -> impl Iterator<Item = Unit> {
        self.by_unit().into_keys()
    }

    /// The unit that most counted accounts have; of two the first in their lasting order.
    pub(super) fn most_accounts(&self) -> Option<Unit> {
        self.by_unit().into_iter().rev().max_by_key(|(_, accounts)| *accounts).map(|(unit, _)| unit)
    }

    fn by_unit(&self) -> BTreeMap<Unit, u64> {
        let mut units = BTreeMap::new();
        for it in self.tagged.iter().filter(|it| it.cell.status != Status::Cleared) {
            if let Some(unit) = it.cell.unit {
                *units.entry(unit).or_default() += it.cell.accounts;
            }
        }
        units
    }
}

/// A cell as it is asked for. Where the list has no record of the unit at all, nobody has counted it: a row of other
/// units only is to be determined, as the sum is, and not zero (rule 5).
fn asked(cell: Cell, absent: bool) -> Cell {
    if absent { Cell { unit: None, ..cell } } else { cell }
}

/// Rows of `tally`, and rows of `tally_day`, as numbers in the order they are selected.
type Rows = (Vec<[i64; 15]>, Vec<[i64; 11]>);

/// Read beneath `sqlx`: a tally may have tens of thousands of cells, and each would be a message to another thread.
fn rows(bulk: &Bulk<'_>, case_id: CaseId) -> Result<Rows> {
    let (mut cells, mut days) = (Vec::new(), Vec::new());
    bulk.prepare(
        "SELECT region_id, organisation_id, place_id, basis, kind, status, unit, accounts, records_low, records_high, \
         records_estimate, open, unknown, estimated, whole_folders FROM tally WHERE case_id = ? AND accounts > 0",
    )?
    .each(&[case_id.into()], |row| {
        cells.push(numbers(row));
        Ok(())
    })?;
    bulk.prepare(
        "SELECT day, status, unit, accounts, records_low, records_high, records_estimate, open, unknown, estimated, \
         whole_folders FROM tally_day WHERE case_id = ? AND accounts > 0",
    )?
    .each(&[case_id.into()], |row| {
        days.push(numbers(row));
        Ok(())
    })?;
    Ok((cells, days))
}

/// The columns of a row, none of which is ever empty.
fn numbers<const N: usize>(row: &Row<'_>) -> [i64; N] {
    let mut columns = 0..;
    [(); N].map(|()| columns.next().and_then(|column| row.int(column)).unwrap_or_default())
}

/// The estimates alone, by the index that holds no others.
async fn coarse(conn: &mut SqliteConnection, case_id: CaseId) -> Result<Vec<Coarse>> {
    let accounts = case_id.accounts();
    let rows: Vec<(i64, i64, i64, i64, i64, i64)> = sqlx::query_as(
        "SELECT DISTINCT coalesce(region_id, 0), coalesce(organisation_id, 0), coalesce(day, -1000000), coalesce(safe_status, status), unit, \
         records_estimate FROM standing INDEXED BY standing_estimated \
         WHERE account_id BETWEEN ? AND ? AND records_estimate IS NOT NULL AND unit IS NOT NULL",
    )
    .bind(accounts.start())
    .bind(accounts.end())
    .fetch_all(conn)
    .await?;
    rows.into_iter()
        .map(|(region, organisation, day, status, unit, estimate)| {
            let (status, unit) = (word(Status::at(status))?, word(Unit::at(unit))?);
            Ok(Coarse { region, organisation, day, status, unit, grain: grain(number(estimate)) })
        })
        .collect()
}

fn tagged(row: [i64; 15]) -> Result<Tagged> {
    let [region, organisation, place, basis, kind, status, unit, accounts, low, high, point, open, unknown, est, whole] =
        row;
    let cell = Cell {
        status: word(Status::at(status))?,
        kind: word(AccountKind::at(kind))?,
        unit: Unit::at(unit),
        accounts: number(accounts),
        records: records([low, high, point, open, unknown, est, whole]),
    };
    Ok(Tagged { region, organisation, place, basis: Basis::at(basis), cell })
}

fn day(row: [i64; 11]) -> Result<(i64, Cell)> {
    let [day, status, unit, accounts, low, high, point, open, unknown, est, whole] = row;
    let cell = Cell {
        status: word(Status::at(status))?,
        // Days count accounts and records, no persons.
        kind: AccountKind::Unknown,
        unit: Unit::at(unit),
        accounts: number(accounts),
        records: records([low, high, point, open, unknown, est, whole]),
    };
    Ok((day, cell))
}

fn records([low, high, point, open, unknown, estimated, whole_folders]: [i64; 7]) -> Records {
    Records {
        low: number(low),
        high: number(high),
        point: number(point),
        open: number(open),
        unknown: number(unknown),
        estimated: number(estimated),
        whole_folders: number(whole_folders),
        grain: 0,
    }
}

fn date(day: i64) -> Option<Date> {
    if day == WITHOUT_DATE {
        return None;
    }
    Date::constant(1970, 1, 1).checked_add(jiff::Span::new().try_days(day).ok()?).ok()
}

/// Counts are never below zero; the book says i64 because SQLite does.
fn number(value: i64) -> u64 {
    u64::try_from(value).unwrap_or(0)
}

fn word<T>(found: Option<T>) -> Result<T> {
    found.ok_or_else(|| Error::new("book.damaged").with("table", "tally"))
}
