//! The tally as it stands in the book: accounts that are alike, with their tags. It reads and groups; it decides
//! nothing.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use sqlx::SqliteConnection;

use crate::error::{Error, Result};
use crate::model::count::grain;
use crate::model::count::tallied::{Belongs, Cell, Records, Tallied};
use crate::model::ids::{CaseId, DeedId, NodeId};
use crate::model::words::{AccountKind, Basis, Status, Unit};
use crate::store::base::bulk::Bulk;
use crate::store::tally::{self, Alike, AlikeByOrganisationAndDay, Estimate, NO_DAY, Shares};
use crate::store::written::nodes::{self, Tree};

/// Accounts that are alike, with their tags; 0 is "without".
#[derive(Debug, Clone, Copy)]
pub(in crate::store) struct Tagged {
    pub region: i64,
    pub organisation: i64,
    pub place: i64,
    pub basis: Option<Basis>,
    /// What is said of their data and their ways.
    pub profile: i64,
    /// The deed by which somebody determined that each of them is one person.
    pub one_person: i64,
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

/// The tally of a case, or of a part of it.
#[derive(Clone)]
pub(in crate::store) struct Cells {
    pub tagged: Vec<Tagged>,
    /// Whether it holds an account, of whatever status.
    pub examined: bool,
    days: Vec<(i64, Cell)>,
    coarse: Vec<Coarse>,
}

impl Cells {
    pub(super) async fn read(conn: &mut SqliteConnection, case_id: CaseId) -> Result<Self> {
        let regions = nodes::merged(conn, Tree::Region, case_id).await?;
        let organisations = nodes::merged(conn, Tree::Organisation, case_id).await?;
        let bulk = Bulk::hold(conn).await?;
        let mut tagged = tally::rows(&bulk, case_id)?.into_iter().map(tagged).collect::<Result<Vec<_>>>()?;
        let day = |(alike, shares): (tally::AlikeByDay, Shares)| {
            // Days count accounts and records, no persons.
            Ok((alike.day, cell(AccountKind::Unknown, alike.status, alike.unit, shares)?))
        };
        let days = tally::days(&bulk, case_id)?.into_iter().map(day).collect::<Result<_>>()?;
        let mut coarse: Vec<Coarse> = match tagged.iter().any(|it| it.cell.records.estimated > 0) {
            true => tally::estimates(&bulk, case_id)?.iter().map(coarse).collect::<Result<_>>()?,
            false => Vec::new(),
        };
        // A node that went into another is that one.
        let nodes = tagged.iter_mut().map(|it| (&mut it.region, &mut it.organisation));
        for (region, organisation) in nodes.chain(coarse.iter_mut().map(|it| (&mut it.region, &mut it.organisation))) {
            *region = nodes::followed(&regions, NodeId::new(*region)).raw();
            *organisation = nodes::followed(&organisations, NodeId::new(*organisation)).raw();
        }
        Ok(Self { examined: !tagged.is_empty(), tagged, days, coarse }.sorted())
    }

    /// In the order of organisations, so that those of one stand together.
    fn sorted(mut self) -> Self {
        self.tagged.sort_by_key(|it| it.organisation);
        self.coarse.sort_by_key(|it| it.organisation);
        self
    }

    /// Those of some organisations, as they are, and those of others that may belong to them. Only their own rows are
    /// visited. Days are `tally_organisation_day`'s, or left out.
    pub(super) fn of_organisations(
        &self,
        each: &[(i64, Belongs)],
        days: Vec<(AlikeByOrganisationAndDay, Shares)>,
    ) -> Result<Self> {
        let mut part = Self { examined: self.examined, tagged: Vec::new(), days: Vec::new(), coarse: Vec::new() };
        for (organisation, belongs) in each {
            let cells = own(&self.tagged, *organisation, |it| it.organisation).iter();
            part.tagged.extend(cells.map(|it| Tagged { cell: Cell { belongs: *belongs, ..it.cell }, ..*it }));
            // What may belong is no low bound, so its estimates are coarse in the high one alone.
            let coarse = own(&self.coarse, *organisation, |it| it.organisation).iter();
            part.coarse.extend(coarse.map(|it| Coarse { status: counted_as(it.status, *belongs), ..*it }));
        }
        for (alike, shares) in days {
            let found = each.iter().find(|(organisation, _)| *organisation == alike.organisation);
            let Some((_, belongs)) = found else { continue };
            let cell = cell(AccountKind::Unknown, alike.status, alike.unit, shares)?;
            part.days.push((alike.day, Cell { belongs: *belongs, ..cell }));
        }
        Ok(part)
    }

    /// The deeds by which somebody determined that accounts are one person each.
    pub(super) fn one_person(&self) -> BTreeSet<DeedId> {
        let deeds = self.tagged.iter().map(|it| it.one_person);
        deeds.filter(|deed| *deed != 0).map(DeedId::new).collect()
    }

    /// The organisations that accounts are tagged with.
    pub(super) fn organisations(&self) -> BTreeSet<i64> {
        self.tagged.iter().map(|it| it.organisation).collect()
    }

    /// Those that may belong, as if they did.
    pub(super) fn perhaps(&self) -> Self {
        let tagged = self.tagged.iter().filter(|it| it.cell.belongs == Belongs::Perhaps);
        let tagged = tagged.map(|it| Tagged { cell: Cell { belongs: Belongs::Surely, ..it.cell }, ..*it });
        Self { examined: self.examined, tagged: tagged.collect(), days: Vec::new(), coarse: Vec::new() }
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

/// The rows of one organisation, of rows in the order of organisations.
fn own<T>(rows: &[T], organisation: i64, of: impl Fn(&T) -> i64) -> &[T] {
    let from = rows.partition_point(|it| of(it) < organisation);
    let until = rows.partition_point(|it| of(it) <= organisation);
    rows.get(from..until).unwrap_or_default()
}

/// What may belong widens the high bound alone, as what is suspected does.
fn counted_as(status: Status, belongs: Belongs) -> Status {
    match (status, belongs) {
        (Status::Confirmed, Belongs::Perhaps) => Status::Suspected,
        (status, _) => status,
    }
}

/// A cell as it is asked for. Where the list has no record of the unit at all, nobody has counted it: a row of other
/// units only is to be determined, as the sum is, and not zero (rule 5).
fn asked(cell: Cell, absent: bool) -> Cell {
    if absent { Cell { unit: None, ..cell } } else { cell }
}

fn coarse(Estimate { alike, by_day, records }: &Estimate) -> Result<Coarse> {
    let (status, unit) = (word(Status::at(alike.status))?, word(Unit::at(alike.unit))?);
    let grain = grain(number(*records));
    Ok(Coarse { region: alike.region, organisation: alike.organisation, day: by_day.day, status, unit, grain })
}

fn tagged((alike, shares): (Alike, Shares)) -> Result<Tagged> {
    let Alike { region, organisation, place, basis, kind, status, unit, profile, one_person } = alike;
    let cell = cell(word(AccountKind::at(kind))?, status, unit, shares)?;
    let cell = Cell { one_person: one_person != 0, ..cell };
    Ok(Tagged { region, organisation, place, basis: Basis::at(basis), profile, one_person, cell })
}

fn cell(kind: AccountKind, status: i64, unit: i64, shares: Shares) -> Result<Cell> {
    let records = Records {
        low: number(shares.low),
        high: number(shares.high),
        point: number(shares.point),
        open: number(shares.open),
        unknown: number(shares.unknown),
        undeterminable: number(shares.undeterminable),
        estimated: number(shares.estimated),
        whole_folders: number(shares.whole_folders),
        grain: 0,
    };
    Ok(Cell {
        status: word(Status::at(status))?,
        kind,
        unit: Unit::at(unit),
        accounts: number(shares.accounts),
        records,
        belongs: Belongs::Surely,
        one_person: false,
    })
}

fn date(day: i64) -> Option<Date> {
    if day == NO_DAY {
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
