//! Numbers kept at hand: how many accounts and records there are of each combination of tags, and of each day.
//!
//! Every action that changes accounts moves them between cells here, in the same transaction; nothing is counted anew
//! but by [`rebuild`], and [`verify`] says whether that would change anything.

mod packed;

use std::collections::{BTreeMap, HashMap};
use std::hash::{BuildHasherDefault, Hasher};

use sqlx::SqliteConnection;

use super::bulk::{Bulk, Cell as Value};
use super::deeds::Under;
use super::standing::{Standing, signed};
use crate::error::Result;
use crate::model::count::grain;
use crate::model::ids::{CaseId, OrganisationId, PlaceId, RegionId};

/// In `tally_day`: without a date.
const NO_DAY: i64 = -1_000_000;

/// Region, organisation, place (0: none), basis, kind, status, unit (-1: none).
type Cell = [i64; 7];
/// Day, status, unit.
type Day = [i64; 3];
/// Accounts, low, high, estimate, open, unknown, estimated, whole folders.
type Share = [i64; 8];

/// Accounts to move, added up until they are written.
#[derive(Debug, Default)]
pub struct Moves {
    cells: HashMap<Cell, Share, BuildHasherDefault<Mix>>,
    days: HashMap<Day, Share, BuildHasherDefault<Mix>>,
    /// Accounts whose records are estimated: how coarse a sum is follows from each of them (rule 4).
    estimates: HashMap<Estimated, i64, BuildHasherDefault<Mix>>,
}

/// Region, organisation, day, status, unit, the estimate's grain.
type Estimated = [i64; 6];

/// Where an account's estimate stands; nothing where it has none.
fn estimated(standing: &Standing) -> Option<Estimated> {
    let [day, status, unit] = day(standing);
    let grain = grain(standing.records?.estimate?);
    let (region, organisation) =
        (standing.region.map_or(0, RegionId::raw), standing.organisation.map_or(0, OrganisationId::raw));
    Some([region, organisation, day, status, unit, signed(grain)])
}

/// Hashes the few numbers of a cell. The usual hash withstands keys that an enemy chooses and costs more than the rest of
/// an account's move; ours are numbers that SQLite gave out.
#[derive(Debug, Default)]
struct Mix(u64);

impl Hasher for Mix {
    fn write(&mut self, bytes: &[u8]) {
        for eight in bytes.chunks(8) {
            let mut number = [0; 8];
            number[..eight.len()].copy_from_slice(eight);
            self.write_u64(u64::from_le_bytes(number));
        }
    }

    fn write_u64(&mut self, number: u64) {
        // An odd number without a pattern, 2^64 divided by the golden ratio.
        self.0 = (self.0.rotate_left(23) ^ number).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    }

    fn write_usize(&mut self, number: usize) {
        self.write_u64(number as u64);
    }

    fn finish(&self) -> u64 {
        self.0 ^ (self.0 >> 29)
    }
}

impl Moves {
    /// An account comes.
    pub fn enter(&mut self, standing: &Standing) {
        self.add(standing, 1);
    }

    /// An account goes.
    pub fn leave(&mut self, standing: &Standing) {
        self.add(standing, -1);
    }

    /// An account goes from where it was to where it is.
    pub fn shift(&mut self, before: &Standing, after: &Standing) {
        if before.records != after.records {
            self.leave(before);
            return self.enter(after);
        }
        self.estimate(before, -1);
        self.estimate(after, 1);
        let share = share(before);
        join(self.cells.entry(cell(before)).or_default(), &share, -1);
        join(self.cells.entry(cell(after)).or_default(), &share, 1);
        let (was, is) = (day(before), day(after));
        if was != is {
            join(self.days.entry(was).or_default(), &share, -1);
            join(self.days.entry(is).or_default(), &share, 1);
        }
    }

    fn estimate(&mut self, standing: &Standing, sign: i64) {
        if let Some(estimated) = estimated(standing) {
            *self.estimates.entry(estimated).or_default() += sign;
        }
    }

    fn add(&mut self, standing: &Standing, sign: i64) {
        self.estimate(standing, sign);
        let share = share(standing);
        join(self.cells.entry(cell(standing)).or_default(), &share, sign);
        join(self.days.entry(day(standing)).or_default(), &share, sign);
    }

    /// Writes what was added up, keeps it with the deed, and forgets it.
    ///
    /// # Errors
    /// What SQLite refuses.
    pub fn write(&mut self, bulk: &Bulk<'_>, under: Under) -> Result<()> {
        if self.are(&Self::default()) {
            return Ok(());
        }
        self.keep(bulk, under.deed_id)?;
        let case_id = under.case_id;
        let cells: BTreeMap<Cell, Share> = self.cells.drain().collect();
        let days: BTreeMap<Day, Share> = self.days.drain().collect();
        self.estimates.clear();
        let mut add = bulk.prepare(ADD_CELL)?;
        for (cell, share) in &cells {
            add.run(&values(case_id, cell, share))?;
        }
        let mut add = bulk.prepare(ADD_DAY)?;
        for (day, share) in &days {
            add.run(&values(case_id, day, share))?;
        }
        bulk.prepare("DELETE FROM tally WHERE case_id = ? AND accounts = 0")?.run(&[case_id.into()])?;
        bulk.prepare("DELETE FROM tally_day WHERE case_id = ? AND accounts = 0")?.run(&[case_id.into()])?;
        Ok(())
    }
}

/// Every cell and every day of a case, their own columns and then their shares.
const CELLS_AT_HAND: &str = "SELECT region_id, organisation_id, place_id, basis, kind, status, unit, accounts, \
    records_low, records_high, records_estimate, open, unknown, estimated, whole_folders FROM tally WHERE case_id = ?";
const DAYS_AT_HAND: &str = "SELECT day, status, unit, accounts, records_low, records_high, records_estimate, open, \
    unknown, estimated, whole_folders FROM tally_day WHERE case_id = ?";

const ADD_CELL: &str = "INSERT INTO tally VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?) \
    ON CONFLICT (case_id, region_id, organisation_id, place_id, basis, kind, status, unit) DO UPDATE SET \
    accounts = accounts + excluded.accounts, records_low = records_low + excluded.records_low, \
    records_high = records_high + excluded.records_high, \
    records_estimate = records_estimate + excluded.records_estimate, open = open + excluded.open, \
    unknown = unknown + excluded.unknown, estimated = estimated + excluded.estimated, \
    whole_folders = whole_folders + excluded.whole_folders";

const ADD_DAY: &str = "INSERT INTO tally_day VALUES (?,?,?,?,?,?,?,?,?,?,?,?) \
    ON CONFLICT (case_id, day, status, unit) DO UPDATE SET \
    accounts = accounts + excluded.accounts, records_low = records_low + excluded.records_low, \
    records_high = records_high + excluded.records_high, \
    records_estimate = records_estimate + excluded.records_estimate, open = open + excluded.open, \
    unknown = unknown + excluded.unknown, estimated = estimated + excluded.estimated, \
    whole_folders = whole_folders + excluded.whole_folders";

fn cell(standing: &Standing) -> Cell {
    [
        standing.region.map_or(0, RegionId::raw),
        standing.organisation.map_or(0, OrganisationId::raw),
        standing.place.map_or(0, PlaceId::raw),
        standing.basis.unwrap_or(-1),
        standing.kind,
        standing.counted_status(),
        unit(standing),
    ]
}

fn day(standing: &Standing) -> Day {
    [standing.day.unwrap_or(NO_DAY), standing.counted_status(), unit(standing)]
}

fn unit(standing: &Standing) -> i64 {
    standing.records.map_or(-1, |records| records.unit.position())
}

fn values(case_id: CaseId, cell: &[i64], share: &Share) -> Vec<Value<'static>> {
    [case_id.raw()].iter().chain(cell).chain(share).map(|value| Value::Int(*value)).collect()
}

fn join(to: &mut Share, share: &Share, sign: i64) {
    for (sum, part) in to.iter_mut().zip(share) {
        *sum = sum.saturating_add(sign * part);
    }
}

/// What one account adds to its cell. Mirrors [`sums!`].
fn share(standing: &Standing) -> Share {
    let Some(records) = standing.records else { return [1, 0, 0, 0, 0, 1, 0, 0] };
    let silent = records.low == 0 && records.high.is_none() && records.estimate.is_none();
    [
        1,
        signed(records.low),
        signed(records.high.unwrap_or(0)),
        signed(records.estimate.unwrap_or(records.low)),
        i64::from(records.high.is_none()),
        i64::from(silent),
        i64::from(records.estimate.is_some()),
        signed(records.whole_folders),
    ]
}

/// What [`share`] says, in SQL.
macro_rules! sums {
    () => {
        "count(*), coalesce(sum(records_low), 0), coalesce(sum(records_high), 0), \
         coalesce(sum(coalesce(records_estimate, records_low)), 0), \
         coalesce(sum(unit IS NOT NULL AND records_high IS NULL), 0), \
         sum(unit IS NULL OR (records_low = 0 AND records_high IS NULL AND records_estimate IS NULL)), \
         sum(records_estimate IS NOT NULL), coalesce(sum(whole_folders), 0) \
         FROM standing WHERE account_id BETWEEN ?2 AND ?3 "
    };
}

macro_rules! cells {
    () => {
        concat!(
            "SELECT ?1, coalesce(region_id, 0) AS r, coalesce(organisation_id, 0) AS o, coalesce(place_id, 0) AS p, \
             coalesce(basis, -1) AS b, kind, coalesce(safe_status, status) AS st, coalesce(unit, -1) AS u, ",
            sums!(),
            "GROUP BY r, o, p, b, kind, st, u"
        )
    };
}

macro_rules! days {
    () => {
        concat!(
            "SELECT ?1, coalesce(day, -1000000) AS d, coalesce(safe_status, status) AS st, coalesce(unit, -1) AS u, ",
            sums!(),
            "GROUP BY d, st, u"
        )
    };
}

/// Counts a case anew.
///
/// # Errors
/// What SQLite refuses.
pub async fn rebuild(conn: &mut SqliteConnection, case_id: CaseId) -> Result<()> {
    sqlx::query("DELETE FROM tally WHERE case_id = ?").bind(case_id).execute(&mut *conn).await?;
    sqlx::query("DELETE FROM tally_day WHERE case_id = ?").bind(case_id).execute(&mut *conn).await?;
    let (first, last) = case_id.accounts().into_inner();
    for count in [concat!("INSERT INTO tally ", cells!()), concat!("INSERT INTO tally_day ", days!())] {
        sqlx::query(count).bind(case_id).bind(first).bind(last).execute(&mut *conn).await?;
    }
    Ok(())
}

/// Whether the numbers kept at hand are what counting anew gives.
///
/// # Errors
/// What SQLite refuses.
pub async fn verify(conn: &mut SqliteConnection, case_id: CaseId) -> Result<bool> {
    let (first, last) = case_id.accounts().into_inner();
    for sql in [
        concat!("SELECT NOT EXISTS (SELECT * FROM (", cells!(), ") EXCEPT SELECT * FROM tally WHERE case_id = ?1)"),
        concat!("SELECT NOT EXISTS (SELECT * FROM tally WHERE case_id = ?1 EXCEPT SELECT * FROM (", cells!(), "))"),
        concat!("SELECT NOT EXISTS (SELECT * FROM (", days!(), ") EXCEPT SELECT * FROM tally_day WHERE case_id = ?1)"),
        concat!("SELECT NOT EXISTS (SELECT * FROM tally_day WHERE case_id = ?1 EXCEPT SELECT * FROM (", days!(), "))"),
    ] {
        let same: bool = sqlx::query_scalar(sql).bind(case_id).bind(first).bind(last).fetch_one(&mut *conn).await?;
        if !same {
            return Ok(false);
        }
    }
    Ok(true)
}
