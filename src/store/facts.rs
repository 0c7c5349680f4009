//! Facts of a case: every number a report may print, read from the tally that every action keeps, a few statements
//! for a case of any size. The trees are rolled up here; the counting itself is `model::count`'s.
//!
//! It changes nothing and formats no text.
//!
//! What stands where more than one number could:
//! - *Examined* (rule 5): a case is examined once it holds an account, cleared or not, or an import that stands. Before
//!   that its numbers are to be determined and it has no rows; afterwards a node without accounts is exactly 0.
//! - *Claims* (headless.md): an adopted claim for the whole case stands over the typed count and over the sum.
//! - *Typed counts* (rule 12): a typed count stands until a later one takes its place or somebody adopts the computed
//!   one. A list that arrives does not drop it: the officer sees both, `"typed": true` with `"sum"` beside it, and
//!   decides. Rows always add up to the sum.
//! - *The unit of records*: that of the adopted claim, else of the typed count, else the one most accounts have.

mod cells;
mod dimensions;
pub mod ledger;
mod persons;
mod written;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use sqlx::SqliteConnection;

use super::cases;
use crate::error::Result;
use crate::model::count::Count;
use crate::model::count::tallied::Tallied;
use crate::model::facts::{ByStatus, ClaimRow, DayRow, Derivation, Facts, Figured, Persons, Subject, Untagged};
use crate::model::words::Unit;
use cells::Cells;
use dimensions::Trees;
use written::Written;

/// What is known of a case as of an instant: its facts, and what is written down.
///
/// # Errors
/// `case.missing`; what SQLite refuses.
pub async fn subject(conn: &mut SqliteConnection, case_id: i64, as_of: Timestamp) -> Result<Subject> {
    let file = cases::file(conn, case_id).await?;
    Ok(Subject { facts: read(conn, case_id, as_of).await?, file })
}

/// The facts of a case, as of an instant.
///
/// # Errors
/// `case.missing`; what SQLite refuses.
pub async fn read(conn: &mut SqliteConnection, case_id: i64, as_of: Timestamp) -> Result<Facts> {
    let zone = cases::zone(conn, case_id).await?;
    let ground = Ground::read(conn, case_id).await?;
    let trees = Trees::read(conn, case_id).await?;
    let conflicts = written::conflicts(conn, case_id).await?;
    let exposures = written::exposures(conn, case_id).await?;
    let headline = Headline::of(&ground);
    let claims = claim_rows(&zone, &ground, &headline);
    let contradicted = claims.iter().filter(|claim| claim.contradicted).count() as u64;
    let unit = ground.unit();
    Ok(Facts {
        as_of,
        by_status: headline.by_status,
        persons: headline.persons,
        by_region: trees.by_region(&ground.cells, unit),
        by_organisation: trees.by_organisation(&ground.cells, unit),
        by_residence: trees.by_residence(&ground.cells),
        by_region_and_organisation: trees.by_region_and_organisation(&ground.cells, unit),
        by_exposure: exposures,
        by_day: by_day(&ground.cells, unit),
        conflicts: conflicts + contradicted,
        derivation: derivation(&ground.written, &headline.all),
        untagged: untagged(&ground.cells),
        records_by_unit: if headline.records_by_unit.len() > 1 { headline.records_by_unit } else { Vec::new() },
        accounts: headline.accounts,
        records: headline.records,
        claims,
        case: case_id,
    })
}

/// What the headline numbers rest on: cheap to read, for the ledger reads it after every deed.
pub(super) struct Ground {
    cells: Cells,
    pub(super) written: Written,
}

impl Ground {
    pub(super) async fn read(conn: &mut SqliteConnection, case_id: i64) -> Result<Self> {
        Ok(Self { cells: Cells::read(conn, case_id).await?, written: Written::read(conn, case_id).await? })
    }

    /// Rule 5: whether anybody has looked.
    pub(super) fn examined(&self) -> bool {
        self.cells.examined || self.written.imports > 0
    }

    /// What the rows say, where there are rows.
    fn sum(&self, count: Count) -> Option<Count> {
        self.examined().then_some(count)
    }

    fn unit(&self) -> Unit {
        let claimed = self.written.adopted("records").map(|claim| claim.count.unit);
        let typed = || self.written.typed("records").map(|typed| typed.count.unit);
        // Records whose unit nobody stated may be any: the list's unit says more.
        let stated = claimed.or_else(typed).filter(|unit| *unit != Unit::Record);
        stated.or_else(|| self.cells.most_accounts()).unwrap_or(Unit::Record)
    }

    /// Records of a unit over all accounts. Where the list has other units only, nobody has counted this one.
    fn records(&self, unit: Unit, all: &Tallied) -> Count {
        let mut units = self.cells.units();
        let only_others = units.next().is_some_and(|first| first != unit) && units.all(|other| other != unit);
        if only_others { Count::to_be_determined(unit) } else { all.records(unit) }
    }
}

/// The numbers of the first page.
pub(super) struct Headline {
    pub(super) all: Tallied,
    pub(super) accounts: Figured,
    pub(super) by_status: ByStatus,
    pub(super) persons: Persons,
    pub(super) records: Figured,
    pub(super) records_by_unit: Vec<Count>,
}

impl Headline {
    pub(super) fn of(ground: &Ground) -> Self {
        let unit = ground.unit();
        let all = ground.cells.total(unit);
        let figured = |subject: &str, sum: Count| {
            let unit = sum.unit;
            Figured::settled(ground.sum(sum), unit, ground.written.adopted(subject), ground.written.typed(subject))
        };
        Self {
            accounts: figured("accounts", all.accounts()),
            by_status: by_status(ground, &all),
            persons: persons::read(ground, &all),
            records: figured("records", ground.records(unit, &all)),
            records_by_unit: ground.cells.units().map(|unit| ground.cells.total(unit).records(unit)).collect(),
            all,
        }
    }
}

fn by_status(ground: &Ground, all: &Tallied) -> ByStatus {
    let count = |number| match ground.examined() {
        true => Count::exact(number, Unit::Account),
        false => Count::to_be_determined(Unit::Account),
    };
    ByStatus { confirmed: count(all.confirmed), suspected: count(all.suspected), cleared: count(all.cleared) }
}

/// Claims as stated; an adopted one that the rows exceed says so and is one of the conflicts.
fn claim_rows(zone: &TimeZone, ground: &Ground, headline: &Headline) -> Vec<ClaimRow> {
    let sum_of = |subject: &str| match subject {
        "accounts" => Some(headline.accounts.summed()),
        "records" => Some(headline.records.summed()),
        "persons" => Some(headline.persons.total.summed()),
        group => {
            headline.persons.groups.iter().find(|row| group.strip_prefix("persons.") == Some(&row.group))?.sum.as_ref()
        }
    };
    let row = |claim: &crate::model::case::Claim| ClaimRow {
        id: claim.id,
        subject: claim.subject.clone(),
        count: claim.count.clone(),
        source: claim.source.clone(),
        said: claim.said.as_ref().map(|said| said.text(zone)),
        adopted: claim.adopted,
        reason: claim.reason.clone(),
        contradicted: claim.adopted && sum_of(&claim.subject).is_some_and(|sum| claim.count.is_exceeded_by(sum)),
    };
    ground.written.claims.iter().map(row).collect()
}

/// Rule 6: a record counts on its first day, so days add up; "without a date" is a line, last.
fn by_day(cells: &Cells, unit: Unit) -> Vec<DayRow> {
    let days = cells.days(unit);
    let row = |(day, tallied): (Option<Date>, Tallied)| DayRow {
        day,
        accounts: tallied.accounts(),
        records: tallied.records(unit),
    };
    let (dated, undated): (Vec<_>, Vec<_>) = days.into_iter().partition(|(day, _)| day.is_some());
    dated.into_iter().filter(|(_, tallied)| tallied.counted() > 0).chain(undated).map(row).collect()
}

/// What of the rows that were read is counted. Merged is what is left when each account is taken once, so the steps
/// close even where an import was taken back whose accounts another one had met.
fn derivation(written: &Written, all: &Tallied) -> Derivation {
    Derivation {
        read: written.read,
        rejected: written.rejected,
        merged: written.read.saturating_sub(written.rejected).saturating_sub(all.all()),
        cleared: all.cleared,
        suspected: all.suspected,
        confirmed: all.confirmed,
    }
}

fn untagged(cells: &Cells) -> Untagged {
    let without = |tag: fn(&cells::Tagged) -> i64| cells.counted(|cell| tag(cell) == 0);
    Untagged {
        region: without(|cell| cell.region),
        organisation: without(|cell| cell.organisation),
        residence: without(|cell| cell.place),
    }
}
