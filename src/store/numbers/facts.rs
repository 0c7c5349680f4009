//! Facts of a case: every number a report may print, read from the tally that every action keeps, a few statements
//! for a case of any size. The trees are rolled up here; the counting itself is `model::count`'s.
//!
//! It changes nothing and formats no text.
//!
//! What stands where more than one number could:
//! - *Examined* (rule 5): a case is examined once it holds an account, cleared or not, or an import that stands. Before
//!   that its numbers are to be determined and it has no rows; afterwards a node without accounts is exactly 0.
//! - *Claims* (docs/model.md, Facts): an adopted claim for the whole case stands over the typed count and over the sum.
//! - *Typed counts* (rule 12): a typed count stands until a later one takes its place or somebody adopts the computed
//!   one. A list that arrives does not drop it: the officer sees both, `"typed": true` with `"sum"` beside it, and
//!   decides. Rows always add up to the sum.
//! - *The unit of records*: that of the adopted claim, else of the typed count, else the one most accounts have.

mod cells;
mod dimensions;
mod exposures;
mod ground;
mod headline;
pub mod ledger;
mod one_person;
mod persons;
pub(in crate::store) mod row_causes;
mod scope;
pub mod typed;
mod written;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use sqlx::SqliteConnection;

use crate::error::Result;
use crate::model::count::tallied::{self, Tallied};
use crate::model::facts::{
    ClaimRow, DayRow, Derivation, ExposureRow, Facts, OnePersonRow, PartyNumbers, RecordNumbers, ScopeRow, Subject,
    TypedConflict, Unassigned, Untagged, Whose,
};
use crate::model::ids::{CaseId, DeedId, NodeId, ProfileId};
use crate::model::party::Which;
use crate::model::persons::{self as linked, Exposed, Profile};
use crate::model::words::{PersonGroup, Unit};
use crate::store::base::bulk::Bulk;
use crate::store::tally;
use crate::store::values::profiles;
use crate::store::written::{cases, known_parties, nodes};
use cells::Cells;
use dimensions::Trees;
use exposures::Meaning;
pub(in crate::store) use ground::Ground;
pub(in crate::store) use headline::Headline;
use headline::claim_rows;
use scope::{Scope, Scopes};
use written::{TypedExposure, Written};

/// What is known of a case as of an instant: its facts, and what is written down.
///
/// # Errors
/// `case.missing`; what SQLite refuses.
pub async fn subject(conn: &mut SqliteConnection, case_id: CaseId, as_of: Timestamp) -> Result<Subject> {
    let file = cases::file(conn, case_id).await?;
    Ok(Subject { facts: read(conn, case_id, as_of).await?, file })
}

/// The facts of a case, as of an instant.
///
/// # Errors
/// `case.missing`; what SQLite refuses.
pub async fn read(conn: &mut SqliteConnection, case_id: CaseId, as_of: Timestamp) -> Result<Facts> {
    of(conn, case_id, Whose::Case, as_of).await
}

/// The facts of a case, of a party or of an organisation in it, as of an instant.
///
/// # Errors
/// `case.missing`, `party.missing`, `organisation.unknown`; what SQLite refuses.
pub async fn of(conn: &mut SqliteConnection, case_id: CaseId, whose: Whose, as_of: Timestamp) -> Result<Facts> {
    let read = Read::of(conn, case_id).await?;
    let scope = match whose {
        Whose::Case => Scope::CASE,
        _ => Scopes::read(conn, case_id, &read.trees.organisations).await?.of(whose)?,
    };
    let part = Part::of(conn, &read, scope, Days::Counted).await?;
    Ok(part.facts(&read, as_of))
}

/// The numbers of every party of a case, in their order. They are not told by day: that is each party's own facts'.
///
/// # Errors
/// What SQLite refuses.
pub async fn of_parties(conn: &mut SqliteConnection, case_id: CaseId) -> Result<Vec<PartyNumbers>> {
    let read = Read::of(conn, case_id).await?;
    let scopes = Scopes::read(conn, case_id, &read.trees.organisations).await?;
    let mut parties = Vec::new();
    for scope in scopes.all() {
        let part = Part::of(conn, &read, scope, Days::LeftOut).await?;
        parties.extend(part.numbers(&read));
    }
    Ok(parties)
}

/// The persons of a case, of a party or of an organisation, as thresholds ask of them.
///
/// # Errors
/// As [`of`].
pub async fn persons(conn: &mut SqliteConnection, case_id: CaseId, whose: Whose) -> Result<linked::Persons> {
    let read = Read::of(conn, case_id).await?;
    let scope = Scopes::read(conn, case_id, &read.trees.organisations).await?.of(whose)?;
    let part = Part::of(conn, &read, scope, Days::LeftOut).await?;
    Ok(part.linked(&read))
}

/// What the headline numbers of a case, of a party or of an organisation rest on.
///
/// # Errors
/// As [`of`].
pub(in crate::store) async fn ground(conn: &mut SqliteConnection, case_id: CaseId, whose: Whose) -> Result<Ground> {
    let read = Read::of(conn, case_id).await?;
    let scope = Scopes::read(conn, case_id, &read.trees.organisations).await?.of(whose)?;
    Ok(Part::of(conn, &read, scope, Days::LeftOut).await?.ground.into_owned())
}

/// Whose numbers are meant: a party's, by its id or the name of its organisation where that names one party; else an
/// organisation's, by its name or path.
///
/// # Errors
/// `party.missing`, `party.ambiguous`.
pub async fn named(conn: &mut SqliteConnection, case_id: CaseId, text: &str) -> Result<Whose> {
    match known_parties::of_case(conn, case_id).await?.find(&Which::from(text), &[]) {
        Ok(party) => Ok(Whose::Party(party.id)),
        Err(refusal) if refusal.code == "party.missing" => {
            let node = nodes::existing(conn, nodes::Tree::Organisation, case_id, text).await;
            node.map(|it| Whose::Organisation(it.organisation()))
                .map_err(|it| if it.code == "node.missing" { refusal } else { it })
        }
        Err(refusal) => Err(refusal),
    }
}

/// A case as it was read once: the numbers of the whole and of each of its parts are made of it.
struct Read {
    case_id: CaseId,
    zone: TimeZone,
    ground: Ground,
    trees: Trees,
    profiles: BTreeMap<ProfileId, Profile>,
    exposures: Vec<TypedExposure>,
    /// By their deed.
    one_person: BTreeMap<DeedId, OnePersonRow>,
    /// Open conflicts by organisation; 0: of accounts without one.
    conflicts: BTreeMap<i64, u64>,
    /// Typed counts of parties that the list contradicts.
    typed_of_parties: Vec<TypedConflict>,
    /// What accounts are tagged with that is no organisation: none, or one that is no longer there.
    nobodys: Vec<i64>,
    /// Organisations that went into others, whose accounts are theirs.
    merged: BTreeMap<NodeId, NodeId>,
}

/// Whether a part is counted by day.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Days {
    Counted,
    LeftOut,
}

impl Read {
    async fn of(conn: &mut SqliteConnection, case_id: CaseId) -> Result<Self> {
        let ground = Ground::read(conn, case_id).await?;
        let with_profile = ground.cells.tagged.iter().any(|it| it.profile != 0);
        let profiles =
            if with_profile { profiles::of_case(&Bulk::hold(conn).await?, case_id)? } else { BTreeMap::new() };
        let trees = Trees::read(conn, case_id).await?;
        let merged = nodes::merged(conn, nodes::Tree::Organisation, case_id).await?;
        Ok(Self {
            case_id,
            zone: cases::zone(conn, case_id).await?,
            profiles,
            exposures: written::exposures(conn, case_id).await?,
            one_person: one_person::determined(conn, &ground.cells).await?,
            conflicts: written::conflicts(conn, case_id, &merged).await?,
            merged,
            typed_of_parties: typed::of_parties(conn, case_id, &ground, &trees.organisations).await?,
            nobodys: typed::nobodys(&ground.cells, &trees.organisations),
            trees,
            ground,
        })
    }

    fn meaning(&self) -> Meaning<'_> {
        Meaning { places: &self.trees.places, profiles: &self.profiles }
    }

    /// The rows by day of some organisations, and of those that went into them.
    fn days_of(
        &self,
        bulk: &Bulk<'_>,
        organisations: impl IntoIterator<Item = i64>,
    ) -> Result<Vec<(tally::AlikeByOrganisationAndDay, tally::Shares)>> {
        let asked: BTreeSet<i64> = organisations.into_iter().collect();
        let stands = |id: NodeId| nodes::followed(&self.merged, id).raw();
        let gone = self.merged.keys().filter(|id| asked.contains(&stands(**id))).map(|id| id.raw());
        let all: BTreeSet<i64> = gone.chain(asked.iter().copied()).collect();
        let mut days = tally::days_of(bulk, self.case_id, all)?;
        days.iter_mut().for_each(|(alike, _)| alike.organisation = stands(NodeId::new(alike.organisation)));
        Ok(days)
    }

    /// Of no organisation, or of one that is no longer there.
    fn is_nobodys(&self, organisation: i64) -> bool {
        self.trees.organisations.place_of(NodeId::new(organisation)).is_none()
    }
}

/// A case, or a part of it.
struct Part<'r> {
    ground: Cow<'r, Ground>,
    scope: Scope,
    exposures: Vec<&'r TypedExposure>,
    conflicts: u64,
}

impl<'r> Part<'r> {
    async fn of(conn: &mut SqliteConnection, read: &'r Read, scope: Scope, days: Days) -> Result<Self> {
        let Some(ours) = &scope.ours else {
            let (ground, exposures) = (Cow::Borrowed(&read.ground), read.exposures.iter().collect());
            return Ok(Self { ground, scope, exposures, conflicts: read.conflicts.values().sum() });
        };
        let each = typed::each(ours, read.nobodys.iter().copied());
        let days = match days {
            Days::LeftOut => Vec::new(),
            Days::Counted => read.days_of(&Bulk::hold(conn).await?, each.iter().map(|it| it.0))?,
        };
        let cells = read.ground.cells.of_organisations(&each, days)?;
        let is_ours = |organisation| ours.contains(&NodeId::new(organisation));
        let conflicts = read.conflicts.iter().filter(|(organisation, _)| is_ours(**organisation)).map(|it| it.1).sum();
        let ground = Cow::Owned(Ground { cells, written: read.ground.written.of_party(scope.party) });
        let exposures = read.exposures.iter().filter(|it| it.party.is_some() && it.party == scope.party).collect();
        Ok(Self { ground, scope, exposures, conflicts })
    }

    fn facts(self, read: &Read, as_of: Timestamp) -> Facts {
        let headline = Headline::of(&self.ground);
        let claims = claim_rows(&read.zone, &self.ground, &headline);
        let (cells, unit, trees) = (&self.ground.cells, self.ground.unit(), &read.trees);
        let typed: Vec<&ExposureRow> = self.exposures.iter().map(|it| &it.row).collect();
        let typed_conflicts = self.typed_conflicts(read, &headline);
        let conflicts = self.conflicts + contradicted(&claims) + typed_conflicts.len() as u64;
        Facts {
            case: read.case_id,
            as_of,
            by_region: trees.by_region(cells, unit, &self.scope),
            by_organisation: trees.by_organisation(cells, unit, &self.scope),
            by_residence: trees.by_residence(cells),
            by_region_and_organisation: trees.by_region_and_organisation(cells, unit),
            by_exposure: exposures::rows(cells, &read.meaning(), &typed),
            by_day: by_day(cells, unit),
            conflicts,
            typed_conflicts,
            derivation: self.scope.ours.is_none().then(|| derivation(&self.ground.written, &headline.all)),
            untagged: untagged(cells, |it| read.is_nobodys(it)),
            scope: self.row(read),
            one_person: one_person::rows(cells, &read.one_person),
            by_status: headline.by_status,
            persons: headline.persons,
            records_by_unit: if headline.records_by_unit.len() > 1 { headline.records_by_unit } else { Vec::new() },
            accounts: headline.accounts,
            records: RecordNumbers { total: headline.records, distinct: headline.distinct },
            claims,
        }
    }

    /// Typed counts that the list contradicts; of the whole case, those of its parties too.
    fn typed_conflicts(&self, read: &Read, headline: &Headline) -> Vec<TypedConflict> {
        let own = typed::of(&self.ground, headline, self.scope.row.as_ref());
        let of_parties = if self.scope.ours.is_none() { read.typed_of_parties.as_slice() } else { &[] };
        own.into_iter().chain(of_parties.iter().cloned()).collect()
    }

    fn numbers(self, read: &Read) -> Option<PartyNumbers> {
        let headline = Headline::of(&self.ground);
        let claims = claim_rows(&read.zone, &self.ground, &headline);
        let typed = self.typed_conflicts(read, &headline).len() as u64;
        Some(PartyNumbers {
            scope: self.row(read)?,
            accounts: headline.accounts,
            by_status: headline.by_status,
            persons: headline.persons,
            records: RecordNumbers { total: headline.records, distinct: headline.distinct },
            by_residence: read.trees.by_residence(&self.ground.cells),
            conflicts: self.conflicts + contradicted(&claims) + typed,
        })
    }

    /// What the facts say of whose they are, with what belongs to nobody where not all of the case is theirs.
    fn row(&self, read: &Read) -> Option<ScopeRow> {
        let row = self.scope.row.clone()?;
        if self.scope.ours.is_none() {
            return Some(row);
        }
        let unit = self.ground.unit();
        let all = self.ground.cells.perhaps().total(unit);
        let nobodys = read.conflicts.iter().filter(|(organisation, _)| read.is_nobodys(**organisation));
        let without_organisation = Unassigned {
            accounts: all.accounts(),
            persons: all.owners(),
            records: all.records(unit),
            conflicts: nobodys.map(|(_, open)| open).sum(),
        };
        Some(ScopeRow { without_organisation: Some(without_organisation), ..row })
    }

    fn linked(self, read: &Read) -> linked::Persons {
        let groups = Headline::of(&self.ground).persons.groups;
        let told = |group: &str| self.exposures.iter().any(|it| it.row.group == group);
        let untold = groups.into_iter().filter(|row| row.group != PersonGroup::Owner.id() && !told(&row.group));
        let untold = untold.map(|row| (row.group, row.count)).collect();
        let typed = self.exposures.into_iter().cloned().map(Exposed::from).collect();
        exposures::persons(&self.ground.cells, &read.meaning(), typed, untold)
    }
}

/// Adopted claims that the rows exceed are conflicts, too.
fn contradicted(claims: &[ClaimRow]) -> u64 {
    claims.iter().filter(|claim| claim.contradicted).count() as u64
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
        cleared: all.own.cleared,
        suspected: all.own.suspected,
        confirmed: all.own.confirmed,
    }
}

/// Of a part of the case, those that are its own; and those that may be, for they have no organisation.
fn untagged(cells: &Cells, is_nobodys: impl Fn(i64) -> bool) -> Untagged {
    let without = |tag: fn(&cells::Tagged) -> i64| {
        cells.counted(|cell| tag(cell) == 0 && cell.cell.belongs == tallied::Belongs::Surely)
    };
    Untagged {
        region: without(|cell| cell.region),
        organisation: cells.counted(|cell| is_nobodys(cell.organisation)),
        residence: without(|cell| cell.place),
    }
}
