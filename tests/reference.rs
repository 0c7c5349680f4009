//! Eighty random cases, counted by the program from real files and by a small reference that knows nothing of it: the rules of
//! docs/model.md, Counting, written down naively, account by account.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Cursor;
use std::sync::atomic::AtomicBool;

use breachbook::actions::importing::{self, Given};
use breachbook::actions::{Session, audit_trail, facts};
use breachbook::model::count::Count;
use breachbook::model::facts::Facts;
use breachbook::model::ids::CaseId;
use breachbook::model::words::Qualifier;
use serde_json::json;

use super::desk::{Desk, set};

/// So many cases.
const CASES: u64 = 80;

/// Numbers without a pattern, the same in every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % sides
    }

    fn one_of<T: Copy>(&mut self, some: &[T]) -> T {
        some[usize::try_from(self.roll(some.len() as u64)).expect("few")]
    }
}

/// An account as the list states it.
#[derive(Debug, Clone)]
struct Account {
    status: &'static str,
    kind: &'static str,
    region: &'static str,
    organisation: &'static str,
    country: &'static str,
    /// As written, and as rules 3 and 4 read it.
    records: (&'static str, Reading),
    day: &'static str,
}

/// Low, high, estimate.
type Known = (u64, Option<u64>, Option<u64>);

/// What a cell says of a number.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Reading {
    Number(Known),
    ToBeDetermined,
    CannotBeDetermined,
}

impl Reading {
    fn number(self) -> Option<Known> {
        match self {
            Self::Number(known) => Some(known),
            Self::ToBeDetermined | Self::CannotBeDetermined => None,
        }
    }
}

const RECORDS: &[(&str, Reading)] = &[
    ("", Reading::ToBeDetermined),
    ("?", Reading::ToBeDetermined),
    ("nicht bestimmbar", Reading::CannotBeDetermined),
    ("0", Reading::Number((0, Some(0), None))),
    ("7", Reading::Number((7, Some(7), None))),
    ("120", Reading::Number((120, Some(120), None))),
    (">=40", Reading::Number((40, None, None))),
    ("80-120", Reading::Number((80, Some(120), None))),
    ("ca. 500", Reading::Number((0, None, Some(500)))),
    ("ca. 60", Reading::Number((0, None, Some(60)))),
];

/// How many of them say no more than that it is open, or that nobody will know.
const OPEN: usize = 3;

fn accounts(dice: &mut Dice) -> Vec<Account> {
    let n = 1 + dice.roll(14);
    // Of some cases all is known but what is estimated, of some nearly nothing is known at all.
    let estimates = dice.roll(2) == 0;
    let choices = match dice.roll(6) {
        0 => &RECORDS[OPEN - 1..=OPEN],
        1 => &RECORDS[..OPEN],
        _ if estimates => RECORDS,
        _ => &RECORDS[..RECORDS.len() - 2],
    };
    (0..n)
        .map(|_| Account {
            status: dice.one_of(&["confirmed", "confirmed", "suspected", "cleared"]),
            kind: dice.one_of(&["person", "person", "shared", "guest", "service", "unknown"]),
            region: dice.one_of(&["", "North", "South"]),
            organisation: dice.one_of(&["", "Acme", "Bolt"]),
            country: dice.one_of(&["", "DE", "US", "US-CA", "US-NY", "FR"]),
            records: dice.one_of(choices),
            day: dice.one_of(&["", "2026-05-04", "2026-05-05"]),
        })
        .collect()
}

fn list(accounts: &[Account]) -> String {
    let row = |(n, it): (usize, &Account)| {
        format!(
            "a{n}@x.example,{},{},{},{},{},{},{}\n",
            it.status, it.kind, it.region, it.organisation, it.country, it.records.0, it.day
        )
    };
    let rows: String = accounts.iter().enumerate().map(row).collect();
    format!("email,status,kind,region,organisation,country,email count,first_access\n{rows}")
}

/// A number as the reference has it: what is printed and its bounds.
type Said = (&'static str, Option<u64>, u64, Option<u64>);

/// Section 4's table; of what is open for good, the last row.
fn said_for_good(low: u64, high: Option<u64>, estimate: Option<u64>) -> Said {
    match said(low, high, estimate) {
        ("to_be_determined", ..) => ("cannot_be_determined", None, 0, None),
        said => said,
    }
}

/// Section 4's table.
fn said(low: u64, high: Option<u64>, estimate: Option<u64>) -> Said {
    match (estimate, low, high) {
        (Some(about), ..) => ("approximate", Some(about), low, high),
        (None, low, Some(high)) if low == high => ("exact", Some(low), low, Some(high)),
        (None, 0, Some(high)) => ("at_most", Some(high), 0, Some(high)),
        (None, low, Some(high)) => ("between", Some(low), low, Some(high)),
        (None, 0, None) => ("to_be_determined", None, 0, None),
        (None, low, None) => ("at_least", Some(low), low, None),
    }
}

fn program(count: &Count) -> Said {
    let word = Qualifier::ALL.iter().find(|it| **it == count.qualifier()).map_or("?", |it| it.id());
    (word, count.value(), count.low, count.high)
}

fn counted<'a>(some: &[&'a Account]) -> Vec<&'a Account> {
    some.iter().copied().filter(|it| it.status != "cleared").collect()
}

/// Rule 8: confirmed is the low, suspected widens the high, cleared is not counted.
fn accounts_of(some: &[&Account]) -> Said {
    let confirmed = some.iter().filter(|it| it.status == "confirmed").count() as u64;
    said(confirmed, Some(counted(some).len() as u64), None)
}

/// Rule 10: without person keys at most the accounts that may be a person's.
fn owners_of(some: &[&Account]) -> Said {
    let may = counted(some).into_iter().filter(|it| !["shared", "service"].contains(&it.kind));
    said(0, Some(may.count() as u64), None)
}

/// Rules 1, 3, 4 and 8: lows add, of the confirmed alone; highs add, and one that is open opens the sum; where one is
/// estimated the sum is, rounded to the coarsest step of an estimate. Suspected accounts widen the high bound only. It cannot
/// be determined where all that is open in it cannot; how many parts are open, and how many of these for good, is told.
fn records_of(some: &[&Account]) -> (Said, u64, u64) {
    let counted = counted(some);
    let sure: Vec<_> = counted.iter().filter(|it| it.status == "confirmed").collect();
    let low = sure.iter().filter_map(|it| it.records.1.number()).map(|known| known.0).sum();
    let high = counted.iter().map(|it| it.records.1.number().and_then(|known| known.1)).sum::<Option<u64>>();
    let unknown = counted.iter().filter(|it| it.records.1.number().is_none()).count() as u64;
    let never = counted.iter().filter(|it| it.records.1 == Reading::CannotBeDetermined).count() as u64;
    let open = counted.iter().filter(|it| it.records.1.number().is_none_or(|known| known.1.is_none())).count() as u64;
    let steps = sure.iter().filter_map(|it| it.records.1.number()?.2).map(step).max();
    let estimate = steps.map(|step| {
        let sum: u64 = sure.iter().filter_map(|it| it.records.1.number()).map(|known| known.2.unwrap_or(known.0)).sum();
        let rounded = (sum + step / 2) / step * step;
        if rounded < low || high.is_some_and(|high| rounded > high) { sum } else { rounded }
    });
    let said = if open == never { said_for_good(low, high, estimate) } else { said(low, high, estimate) };
    (said, unknown, never)
}

fn step(estimate: u64) -> u64 {
    let mut step = 1;
    while estimate > 0 && estimate.is_multiple_of(step * 10) {
        step *= 10;
    }
    step
}

/// A typed group of persons.
type Group = (&'static str, Reading);

fn groups(dice: &mut Dice) -> Vec<Group> {
    let all = [
        ("customer", Reading::Number((300, Some(300), None))),
        ("patient", Reading::Number((0, None, Some(4_000)))),
        ("employee", Reading::Number((12, Some(20), None))),
        ("subscriber", Reading::ToBeDetermined),
        ("student", Reading::CannotBeDetermined),
    ];
    all.into_iter().filter(|_| dice.roll(3) == 0).collect()
}

/// Rule 2: groups of which nobody has said that they share nothing: the larger low, the sum of the highs. An estimate stands
/// where it is more than what was counted. Rule 3: one that is open leaves the sum open, and is a part of its own.
fn persons_of(owners: Option<Said>, groups: &[Group]) -> Option<(Said, u64, u64)> {
    let owners = owners.map(|(_, _, low, high)| Reading::Number((low, high, None)));
    let all: Vec<Reading> = owners.into_iter().chain(groups.iter().map(|it| it.1)).collect();
    if all.is_empty() {
        return None;
    }
    let known: Vec<Known> = all.iter().map(|it| it.number().unwrap_or((0, None, None))).collect();
    let low = known.iter().map(|it| it.0).max().unwrap_or(0);
    let high = known.iter().map(|it| it.1).sum::<Option<u64>>();
    let estimate = known.iter().filter_map(|it| it.2).max().filter(|about| *about > low);
    let open = all.iter().filter(|it| it.number().is_none()).count() as u64;
    let never = all.iter().filter(|it| **it == Reading::CannotBeDetermined).count() as u64;
    let said = if open == never { said_for_good(low, high, estimate) } else { said(low, high, estimate) };
    Some((said, open, never))
}

/// Rule 11: one exact claim about all records, adopted: it stands over the sum, and a sum above it is a conflict.
fn claimed(dice: &mut Dice) -> Option<u64> {
    (dice.roll(4) == 0).then(|| dice.one_of(&[5, 100, 5_000]))
}

async fn case(session: &Session, case: CaseId, dice: &mut Dice) -> (Vec<Account>, Vec<Group>, Option<u64>) {
    let (accounts, groups, claim) = (accounts(dice), groups(dice), claimed(dice));
    let source = Box::new(Cursor::new(list(&accounts).into_bytes()));
    let (given, cancel) = (vec![Given::new("list.csv", source)], AtomicBool::new(false));
    importing::import(session, case, given, &importing::Asked::default(), &cancel, &mut |_| {})
        .await
        .expect("an import");
    for (name, reading) in &groups {
        let count = match reading {
            Reading::Number((_, _, Some(about))) => json!({"approximate": about}),
            Reading::Number((low, Some(high), None)) if high == low => json!({"value": low}),
            Reading::Number((low, Some(high), None)) => json!({"between": [low, high]}),
            Reading::Number((_, None, None)) | Reading::ToBeDetermined => json!({"open": true}),
            Reading::CannotBeDetermined => json!({"cannot_be_determined": true}),
        };
        let name = format!("persons.{name}");
        breachbook::actions::written::set_count(session, case, &crate::desk::counted(&name, &count.to_string(), None))
            .await
            .expect(&name);
    }
    if let Some(value) = claim {
        let claim = json!({"subject": "records", "value": value, "unit": "email", "source": "Press", "adopted": true, "reason": "r"});
        set(session, case, &[&format!("claim+={claim}")]).await.expect("a claim");
    }
    (accounts, groups, claim)
}

/// Every row of every table, and that each table closes (rules 6, 7 and 9).
fn tables(facts: &Facts, all: &[Account], seed: u64) {
    let with = |so: &dyn Fn(&Account) -> bool| all.iter().filter(|it| so(it)).collect::<Vec<_>>();
    let nodes =
        facts.by_region.iter().map(|row| ("region", row.region.clone(), &row.accounts, &row.persons, &row.records));
    let organisations = facts
        .by_organisation
        .iter()
        .map(|row| ("organisation", row.organisation.clone(), &row.accounts, &row.persons, &row.records));
    for (tree, name, accounts, persons, records) in nodes.chain(organisations) {
        let own = |it: &Account| if tree == "region" { it.region } else { it.organisation };
        let own = with(&|it| own(it) == name.as_deref().unwrap_or_default());
        assert_eq!(program(accounts), accounts_of(&own), "{seed} {tree} {name:?}");
        assert_eq!(program(persons), owners_of(&own), "{seed} {tree} {name:?}");
        let found = (program(records), records.unknown_parts, records.undeterminable_parts);
        assert_eq!(found, records_of(&own), "{seed} {tree} {name:?}");
    }
    let mut residences = 0;
    for row in &facts.by_residence {
        let country = row.residence.as_deref().unwrap_or_default();
        let own = with(&|it| it.country.split('-').next() == Some(country));
        assert_eq!(
            (program(&row.accounts), program(&row.persons)),
            (accounts_of(&own), owners_of(&own)),
            "{seed} {country}"
        );
        let mut parts = 0;
        for part in &row.subdivisions {
            let code = part.residence.as_deref().unwrap_or(country);
            let own = with(&|it| it.country == code);
            assert_eq!(
                (program(&part.accounts), program(&part.persons)),
                (accounts_of(&own), owners_of(&own)),
                "{seed} {code}"
            );
            parts += own.iter().filter(|it| it.status != "cleared").count();
        }
        let own = counted(&own).len();
        assert_eq!(parts, own, "{seed} {country}: its parts are the country");
        residences += own;
    }
    let all_counted = counted(&all.iter().collect::<Vec<_>>()).len();
    assert_eq!(residences, all_counted, "{seed}: countries and not known are the total");
    let known: BTreeSet<&str> = all.iter().filter(|it| it.status != "cleared").map(|it| it.country).collect();
    let codes = facts.by_residence.iter().flat_map(|row| &row.subdivisions);
    assert!(codes.filter_map(|it| it.residence.as_deref()).all(|code| known.contains(code)), "{seed}");
    let days: BTreeMap<String, &Count> = facts
        .by_day
        .iter()
        .map(|row| (row.day.map(|day| day.to_string()).unwrap_or_default(), &row.accounts))
        .collect();
    for (day, accounts) in days {
        assert_eq!(program(accounts), accounts_of(&with(&|it| it.day == day)), "{seed} {day}");
    }
}

#[tokio::test]
async fn eighty_random_cases_are_counted_as_the_rules_say() {
    let desk = Desk::new();
    let (session, _) = desk.with_case().await;
    for seed in 1..=CASES {
        let mut dice = Dice(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
        let new = breachbook::actions::cases::NewCase { title: format!("Case {seed}"), ..Default::default() };
        let id = breachbook::actions::cases::new(&session, &new).await.expect("a case");
        let (accounts, groups, claim) = case(&session, id, &mut dice).await;
        let facts = facts::facts(&session, id).await.expect("facts");
        let all: Vec<&Account> = accounts.iter().collect();
        assert_eq!(program(&facts.accounts.count), accounts_of(&all), "{seed}");
        let by_status = [&facts.by_status.confirmed, &facts.by_status.suspected, &facts.by_status.cleared];
        for (count, status) in by_status.into_iter().zip(["confirmed", "suspected", "cleared"]) {
            let n = all.iter().filter(|it| it.status == status).count() as u64;
            assert_eq!(program(count), ("exact", Some(n), n, Some(n)), "{seed} {status}");
        }
        let (records, unknown, never) = records_of(&all);
        // Where no account's records have a unit, they are counted in none, and a claim in its own.
        let stated = all.iter().any(|it| it.status != "cleared" && !it.records.0.is_empty());
        let sum = facts.records.total.summed();
        if stated {
            let found = (program(sum), sum.unknown_parts, sum.undeterminable_parts);
            assert_eq!(found, (records, unknown, never), "{seed}");
        }
        let about = if records.0 == "approximate" { records.1.unwrap_or(0) } else { 0 };
        let exceeded = claim.is_some_and(|claim| stated && about.max(records.2) > claim);
        assert_eq!(facts.conflicts, u64::from(exceeded), "{seed}: {claim:?} {records:?}");
        if let Some(claim) = claim {
            assert_eq!(program(&facts.records.total.count), ("exact", Some(claim), claim, Some(claim)), "{seed}");
        }
        let persons = persons_of(Some(owners_of(&all)), &groups).expect("owners at least");
        let total = &facts.persons.total.count;
        let found = (program(total), total.unknown_parts, total.undeterminable_parts);
        assert_eq!(found, persons, "{seed}: {groups:?}");
        tables(&facts, &accounts, seed);
    }
    assert!(audit_trail::verify(&session).await.expect("verified").ok);
}
