//! Cases to draw: built by hand, small enough to be counted on fingers.

use breachbook::model::case::{Case, CaseFile, Coverage, Determination, Milestone};
use breachbook::model::count::Count;
use breachbook::model::facts::{
    ByStatus, CrossRow, DayRow, Derivation, Facts, Figured, OrganisationRow, Persons, RegionRow, Subject, Untagged,
};
use breachbook::model::ids::{CaseId, CoverageId, DeterminationId, MilestoneId, PartyId};
use breachbook::model::moment::{Moment, Period};
use breachbook::model::words::{DeterminationKind, MilestoneKind, Unit};
use jiff::Timestamp;
use jiff::tz::TimeZone;

pub fn berlin() -> TimeZone {
    TimeZone::get("Europe/Berlin").expect("the zones are bundled")
}

pub fn moment(text: &str) -> Moment {
    Moment::read(text, &berlin()).expect("a moment")
}

pub fn instant(text: &str) -> Timestamp {
    text.parse().expect("an instant")
}

pub fn accounts(low: u64, high: u64) -> Count {
    Count::between(low, Some(high), Unit::Account)
}

/// A case without a row.
pub fn empty() -> Subject {
    let case = Case {
        id: CaseId::new(1),
        uid: "0190".to_owned(),
        title: "Mailboxes".to_owned(),
        main_party: Some(PartyId::new(1)),
        controller: None,
        reference: None,
        dpo: None,
        zone: "Europe/Berlin".to_owned(),
        sample: None,
        created_at: instant("2026-11-24T08:00:00Z"),
        created_by: "M. Ahrens".to_owned(),
    };
    let file = CaseFile {
        case,
        occurred: None,
        answers: Vec::new(),
        answers_of: Vec::new(),
        organisations: Vec::new(),
        parties: Vec::new(),
        milestones: Vec::new(),
        determinations: Vec::new(),
        claims: Vec::new(),
        exposures: Vec::new(),
        measures: Vec::new(),
        open_points: Vec::new(),
        imports: Vec::new(),
        exports: Vec::new(),
        coverage: Vec::new(),
        counts: Vec::new(),
        overlaps: Vec::new(),
    };
    let none = || Figured::plain(accounts(0, 0));
    let facts = Facts {
        case: file.case.id,
        scope: None,
        as_of: instant("2026-11-25T13:07:00Z"),
        accounts: none(),
        by_status: ByStatus { confirmed: accounts(0, 0), suspected: accounts(0, 0), cleared: accounts(0, 0) },
        persons: Persons { total: none(), groups: Vec::new() },
        one_person: Vec::new(),
        records: none().into(),
        records_by_unit: Vec::new(),
        by_region: Vec::new(),
        by_organisation: Vec::new(),
        by_residence: Vec::new(),
        by_region_and_organisation: Vec::new(),
        by_exposure: Vec::new(),
        by_day: Vec::new(),
        claims: Vec::new(),
        conflicts: 0,
        typed_conflicts: Vec::new(),
        derivation: Some(Derivation::default()),
        untagged: Untagged::default(),
    };
    Subject { facts, file }
}

/// A row of regions; an empty path is "without".
pub fn region(path: &[&str], low: u64, high: u64) -> RegionRow {
    RegionRow {
        region: path.last().map(|name| (*name).to_owned()),
        path: path.iter().map(|name| (*name).to_owned()).collect(),
        accounts: accounts(low, high),
        persons: Count::between(0, Some(high), Unit::Person),
        records: Count::to_be_determined(Unit::Email),
        own_accounts: accounts(low, high),
    }
}

pub fn organisation(path: &[&str], low: u64, high: u64) -> OrganisationRow {
    let RegionRow { region, path, accounts, persons, records, own_accounts } = region(path, low, high);
    OrganisationRow { organisation: region, path, accounts, persons, records, own_accounts }
}

pub fn cross(region: Option<&str>, organisation: Option<&str>, low: u64, high: u64) -> CrossRow {
    CrossRow {
        region: region.map(str::to_owned),
        organisation: organisation.map(str::to_owned),
        accounts: accounts(low, high),
        records: Count::to_be_determined(Unit::Email),
    }
}

pub fn milestone(id: i64, kind: MilestoneKind, at: &str) -> Milestone {
    Milestone {
        id: MilestoneId::new(id),
        kind,
        at: moment(at),
        what: None,
        source: Some("M. Ahrens".to_owned()),
        party: None,
    }
}

pub fn aware(at: &str) -> Determination {
    Determination {
        id: DeterminationId::new(1),
        kind: DeterminationKind::Awareness,
        value: at.to_owned(),
        at: Some(moment(at)),
        reason: None,
        by: "M. Ahrens".to_owned(),
        advice: None,
        made_at: instant("2026-11-24T09:00:00Z"),
        party: Some(PartyId::new(1)),
        organisation: None,
        superseded_by: None,
    }
}

pub fn covered(from: &str, until: &str, whole: bool) -> Coverage {
    let reason = if whole { None } else { Some("throttled".to_owned()) };
    Coverage {
        id: CoverageId::new(1),
        what: "audit log".to_owned(),
        from: instant(from),
        until: instant(until),
        whole,
        reason,
    }
}

/// The look's case: 14 accounts in four regions and three organisations, a month of access, awareness half a year later.
pub fn nordmeer() -> Subject {
    let mut subject = empty();
    subject.facts.accounts = Figured::plain(accounts(11, 14));
    subject.facts.by_region = vec![
        region(&["Benelux"], 2, 2),
        region(&["Hamburg"], 4, 4),
        region(&["Iberia"], 1, 2),
        region(&["Nordics"], 2, 3),
        region(&["Nordics", "Norway"], 1, 2),
        region(&["Nordics", "Sweden"], 1, 1),
        region(&[], 2, 3),
    ];
    subject.facts.by_organisation = vec![
        organisation(&["Fjord Freight AS"], 1, 2),
        organisation(&["Nordmeer Iberia SL"], 0, 0),
        organisation(&["Nordmeer Logistik GmbH"], 10, 12),
    ];
    subject.facts.by_region_and_organisation = vec![
        cross(Some("Hamburg"), Some("Nordmeer Logistik GmbH"), 4, 4),
        cross(Some("Norway"), Some("Fjord Freight AS"), 1, 2),
        cross(Some("Sweden"), Some("Nordmeer Logistik GmbH"), 1, 1),
        cross(Some("Benelux"), Some("Nordmeer Logistik GmbH"), 2, 2),
        cross(Some("Iberia"), Some("Nordmeer Logistik GmbH"), 1, 2),
        cross(None, Some("Nordmeer Logistik GmbH"), 2, 3),
    ];
    subject.facts.derivation =
        Some(Derivation { read: 19, rejected: 1, merged: 2, cleared: 2, suspected: 3, confirmed: 11 });
    subject.file.occurred = Some(Period { from: moment("2026-05-04"), until: Some(moment("2026-06-01")) });
    subject.file.milestones = vec![
        milestone(1, MilestoneKind::Detected, "2026-11-20"),
        milestone(2, MilestoneKind::Contained, "2026-11-24T10:20:00+01:00"),
    ];
    subject.file.determinations = vec![aware("2026-11-24T09:00:00+01:00")];
    subject.file.coverage = vec![
        covered("2026-05-03T22:00:00Z", "2026-11-24T08:00:00Z", true),
        covered("2026-05-22T08:00:00Z", "2026-05-23T08:00:00Z", false),
    ];
    let days =
        [18, 26, 30, 22, 8, 6, 34, 40, 38, 30, 28, 9, 7, 44, 52, 60, 47, 41, 0, 8, 36, 33, 39, 30, 26, 6, 5, 22, 14];
    subject.facts.by_day = days.iter().zip(0..).map(|(records, at)| day(at, *records)).collect();
    subject
}

fn day(at: i8, records: u64) -> DayRow {
    let day = moment("2026-05-04").zoned(&berlin()).date();
    let day = day.checked_add(jiff::Span::new().days(i64::from(at))).expect("a day of that year");
    DayRow { day: Some(day), accounts: accounts(1, 1), records: Count::exact(records, Unit::Email) }
}

/// A number of organisations, the first with `first` accounts, the others with one to nine.
pub fn organisations(count: u64, first: u64) -> Subject {
    let mut subject = empty();
    let rows = (0..count).map(|number| {
        let name = format!("Organisation {number:03} Gesellschaft mbH");
        let low = if number == 0 { first } else { number % 9 + 1 };
        organisation(&[&name], low, low + number % 3)
    });
    subject.facts.by_organisation = rows.collect();
    subject
}
