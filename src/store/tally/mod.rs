//! Numbers kept at hand: how many accounts and records there are of each combination of tags, and of each day.
//!
//! Every action that changes accounts moves them between rows here, in the same transaction; nothing is counted anew
//! but by [`rebuild`], and [`verify`] says whether that would change anything. It names no column: `columns` does.

mod columns;
mod texts;

mod packed;

use std::collections::{BTreeMap, HashMap};
use std::hash::{BuildHasherDefault, Hash, Hasher};

use sqlx::{AssertSqlSafe, SqliteConnection};

use crate::error::Result;
use crate::model::count::grain;
use crate::model::ids::{CaseId, OrganisationId, RegionId, Under};
use crate::store::base::bulk::{Bulk, Cell as Value, Row};

use crate::store::values::standing::{Standing, signed};
pub use columns::{
    Alike, AlikeByDay, AlikeByOrganisationAndDay, DAY_DIMENSIONS, DIMENSIONS, Dimension, NO_DAY,
    ORGANISATION_DAY_DIMENSIONS, SHARES, Share, Shares,
};
use texts::{BY_DAY, BY_ORGANISATION_AND_DAY, TALLY, Texts};

/// Whether a column of `standing` is asked for by what the numbers tell accounts apart by, or add up of them.
pub fn reads(column: &str) -> bool {
    let dimensions = [DIMENSIONS, DAY_DIMENSIONS, ORGANISATION_DAY_DIMENSIONS].into_iter().flatten();
    let texts = dimensions.map(|it| it.read).chain(SHARES.iter().map(|it| it.sum));
    let mut words = texts.flat_map(|text| text.split(|it: char| !it.is_alphanumeric() && it != '_'));
    words.any(|word| word == column)
}

/// Accounts to move, added up until they are written.
#[derive(Debug, Default)]
pub struct Moves {
    rows: Added<Alike>,
    /// Those of `organisation_days`, of all organisations: made of them once all is added up.
    days: Added<AlikeByDay>,
    organisation_days: Added<AlikeByOrganisationAndDay>,
    /// Accounts whose records are estimated: how coarse a sum is follows from each of them (rule 4).
    estimates: HashMap<Estimated, i64, BuildHasherDefault<Mix>>,
}

/// Region, organisation, day, status, unit, the estimate's grain.
type Estimated = [i64; 6];

/// Where an account's estimate stands; nothing where it has none.
fn estimated(standing: &Standing) -> Option<Estimated> {
    let grain = grain(standing.records?.estimate?);
    let AlikeByDay { day, status, unit } = AlikeByDay::of(standing);
    let (region, organisation) =
        (standing.region.map_or(0, RegionId::raw), standing.organisation.map_or(0, OrganisationId::raw));
    Some([region, organisation, day, status, unit, signed(grain)])
}

/// What is added to the rows of a table.
type Added<A> = HashMap<A, Shares, BuildHasherDefault<Mix>>;

/// Hashes the few numbers of a row. The usual hash withstands keys that an enemy chooses and costs more than the rest of
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

    fn write_i64(&mut self, number: i64) {
        self.write_u64(number.cast_unsigned());
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
        let shares = Shares::of(before);
        carry(&mut self.rows, [Alike::of(before), Alike::of(after)], &shares);
        let days = [before, after].map(AlikeByOrganisationAndDay::of);
        carry(&mut self.organisation_days, days, &shares);
    }

    fn estimate(&mut self, standing: &Standing, sign: i64) {
        if let Some(estimated) = estimated(standing) {
            *self.estimates.entry(estimated).or_default() += sign;
        }
    }

    /// The moves between days, of those between the days of each organisation.
    #[expect(clippy::iter_over_hash_type, reason = "sums come to the same in any order")]
    fn with_days(&mut self) {
        self.days.clear();
        for (of, shares) in &self.organisation_days {
            let AlikeByOrganisationAndDay { day, status, unit, .. } = *of;
            self.days.entry(AlikeByDay { day, status, unit }).or_default().join(shares, 1);
        }
        self.days.retain(|_, shares| *shares != Shares::default());
    }

    fn add(&mut self, standing: &Standing, sign: i64) {
        self.estimate(standing, sign);
        let shares = Shares::of(standing);
        self.rows.entry(Alike::of(standing)).or_default().join(&shares, sign);
        let day = AlikeByOrganisationAndDay::of(standing);
        self.organisation_days.entry(day).or_default().join(&shares, sign);
    }

    /// Writes what was added up, keeps it with the deed, and forgets it.
    ///
    /// # Errors
    /// What SQLite refuses.
    pub fn write(&mut self, bulk: &Bulk<'_>, under: Under) -> Result<()> {
        if self.are(&Self::default()) {
            return Ok(());
        }
        self.with_days();
        self.keep(bulk, under.deed_id)?;
        self.estimates.clear();
        let case_id = under.case_id;
        write(bulk, case_id, &TALLY, &mut self.rows, |it| it.numbers())?;
        write(bulk, case_id, &BY_DAY, &mut self.days, |it| it.numbers())?;
        write(bulk, case_id, &BY_ORGANISATION_AND_DAY, &mut self.organisation_days, |it| it.numbers())
    }
}

/// From one row to another, where that is another.
fn carry<A: Hash + Eq>(to: &mut Added<A>, [was, is]: [A; 2], shares: &Shares) {
    if was != is {
        to.entry(was).or_default().join(shares, -1);
        to.entry(is).or_default().join(shares, 1);
    }
}

/// Writes in the order of the keys, so that each page is met once.
fn write<A: Ord, const N: usize>(
    bulk: &Bulk<'_>,
    case_id: CaseId,
    texts: &Texts,
    added: &mut Added<A>,
    numbers: impl Fn(&A) -> [i64; N],
) -> Result<()> {
    let added: BTreeMap<A, Shares> = added.drain().collect();
    let mut add = bulk.prepare(&texts.add)?;
    for (alike, shares) in &added {
        add.run(&values(case_id, &numbers(alike), shares))?;
    }
    bulk.prepare(&texts.sweep)?.run(&[case_id.into()]).map(drop)
}

fn values(case_id: CaseId, alike: &[i64], shares: &Shares) -> Vec<Value<'static>> {
    [case_id.raw()].iter().chain(alike).chain(&shares.numbers()).map(|value| Value::Int(*value)).collect()
}

/// The rows of a case. Read beneath `sqlx`: there may be tens of thousands, and each would be a message to another thread.
///
/// # Errors
/// What SQLite refuses.
pub fn rows(bulk: &Bulk<'_>, case_id: CaseId) -> Result<Vec<(Alike, Shares)>> {
    let mut rows = Vec::new();
    bulk.prepare(&TALLY.rows)?.each(&[case_id.into()], |row| {
        rows.push((Alike::from(numbers(row, 0)), Shares::from(numbers(row, DIMENSIONS.len()))));
        Ok(())
    })?;
    Ok(rows)
}

/// The rows of a case by day.
///
/// # Errors
/// What SQLite refuses.
pub fn days(bulk: &Bulk<'_>, case_id: CaseId) -> Result<Vec<(AlikeByDay, Shares)>> {
    let mut rows = Vec::new();
    bulk.prepare(&BY_DAY.rows)?.each(&[case_id.into()], |row| {
        rows.push((AlikeByDay::from(numbers(row, 0)), Shares::from(numbers(row, DAY_DIMENSIONS.len()))));
        Ok(())
    })?;
    Ok(rows)
}

/// The rows of some organisations of a case by day.
///
/// # Errors
/// What SQLite refuses.
pub fn days_of(
    bulk: &Bulk<'_>,
    case_id: CaseId,
    organisations: impl IntoIterator<Item = i64>,
) -> Result<Vec<(AlikeByOrganisationAndDay, Shares)>> {
    let mut rows = Vec::new();
    let mut ask = bulk.prepare(&format!("{} AND organisation_id = ?", BY_ORGANISATION_AND_DAY.rows))?;
    for organisation in organisations {
        ask.each(&[case_id.into(), organisation.into()], |row| {
            let shares = Shares::from(numbers(row, ORGANISATION_DAY_DIMENSIONS.len()));
            rows.push((AlikeByOrganisationAndDay::from(numbers(row, 0)), shares));
            Ok(())
        })?;
    }
    Ok(rows)
}

/// The rows of all organisations of a case by day.
///
/// # Errors
/// What SQLite refuses.
pub fn organisation_days(bulk: &Bulk<'_>, case_id: CaseId) -> Result<Vec<(AlikeByOrganisationAndDay, Shares)>> {
    let mut rows = Vec::new();
    bulk.prepare(&BY_ORGANISATION_AND_DAY.rows)?.each(&[case_id.into()], |row| {
        let shares = Shares::from(numbers(row, ORGANISATION_DAY_DIMENSIONS.len()));
        rows.push((AlikeByOrganisationAndDay::from(numbers(row, 0)), shares));
        Ok(())
    })?;
    Ok(rows)
}

/// An estimate of records, and where it stands.
#[derive(Debug, Clone, Copy)]
pub struct Estimate {
    /// In `tally`.
    pub alike: Alike,
    /// In `tally_day`.
    pub by_day: AlikeByDay,
    /// The number.
    pub records: i64,
}

/// The different estimates of a case, by the index that holds no other accounts: how coarse they are cannot be added up.
///
/// # Errors
/// What SQLite refuses.
pub fn estimates(bulk: &Bulk<'_>, case_id: CaseId) -> Result<Vec<Estimate>> {
    let sql = format!(
        "SELECT DISTINCT {}, {}, records_estimate FROM standing INDEXED BY standing_estimated \
         WHERE account_id BETWEEN ? AND ? AND records_estimate IS NOT NULL AND unit IS NOT NULL",
        TALLY.read, BY_DAY.read
    );
    let mut estimates = Vec::new();
    let (first, last) = case_id.accounts().into_inner();
    bulk.prepare(&sql)?.each(&[first.into(), last.into()], |row| {
        let [records] = numbers(row, DIMENSIONS.len() + DAY_DIMENSIONS.len());
        let (alike, by_day) = (numbers(row, 0).into(), numbers(row, DIMENSIONS.len()).into());
        estimates.push(Estimate { alike, by_day, records });
        Ok(())
    })?;
    Ok(estimates)
}

/// The columns of a row from one on, none of which is ever empty.
fn numbers<const N: usize>(row: &Row<'_>, from: usize) -> [i64; N] {
    std::array::from_fn(|at| i32::try_from(from + at).ok().and_then(|column| row.int(column)).unwrap_or_default())
}

/// Counts a case anew.
///
/// # Errors
/// What SQLite refuses.
pub async fn rebuild(conn: &mut SqliteConnection, case_id: CaseId) -> Result<()> {
    let (first, last) = case_id.accounts().into_inner();
    for Texts { clear, fill, .. } in texts::all() {
        sqlx::query(AssertSqlSafe(clear.as_str())).bind(case_id).execute(&mut *conn).await?;
        let fill = sqlx::query(AssertSqlSafe(fill.as_str())).bind(case_id).bind(first).bind(last);
        fill.execute(&mut *conn).await?;
    }
    Ok(())
}

/// Whether a row of the numbers kept at hand is of no account, or of no case that is there: nobody reads it, and it would be added to.
///
/// # Errors
/// What SQLite refuses.
pub fn is_astray(bulk: &Bulk<'_>) -> Result<bool> {
    for Texts { stray, .. } in texts::all() {
        if bulk.prepare(stray)?.first(&[], |_| Ok(()))?.is_some() {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Whether the numbers kept at hand are what counting anew gives.
///
/// # Errors
/// What SQLite refuses.
pub async fn verify(conn: &mut SqliteConnection, case_id: CaseId) -> Result<bool> {
    let (first, last) = case_id.accounts().into_inner();
    for sql in texts::all().iter().flat_map(|it| &it.same) {
        let same = sqlx::query_scalar(AssertSqlSafe(sql.as_str())).bind(case_id).bind(first).bind(last);
        let same: bool = same.fetch_one(&mut *conn).await?;
        if !same {
            return Ok(false);
        }
    }
    Ok(true)
}
