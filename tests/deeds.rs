//! Deeds at random, undone: the case is what it was, the book is whole after each of them, and the numbers as of each are what
//! they were then: of the case, of each party, and what there is to say of them.
//!
//! `BREACHBOOK_DEEDS=1000` for a long run, `BREACHBOOK_SEED` for another one.

use std::io::Cursor;
use std::sync::atomic::AtomicBool;

use breachbook::actions::facts::Asked;
use breachbook::actions::importing::{self, Given};
use breachbook::actions::inspecting::{self, Choice, Contradiction};
use breachbook::actions::trees::{self, Change};
use breachbook::actions::{Session, audit_trail, facts, tagging, written};
use breachbook::error::Result;
use breachbook::lang::Phrases;
use breachbook::model::ids::{CaseId, ImportId};
use breachbook::model::words::{Basis, Status};
use breachbook::store::nodes::Tree;
use jiff::SignedDuration;
use serde_json::json;

use crate::desk::{Desk, now, set};

/// Chance that can be repeated (SplitMix64).
struct Chance(u64);

impl Chance {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((z ^ (z >> 31)) % n as u64).expect("small")
    }

    fn one<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of[self.below(of.len())]
    }
}

const REGIONS: [&str; 5] = ["North", "South", "North/Coast", "East", "West"];
const ORGANISATIONS: [&str; 4] = ["Acme", "Acme/Sub", "Fjord", "Sund"];
const FILTERS: [&str; 9] = [
    "",
    "organisation:Acme",
    "key:a*",
    "status:suspected",
    "region:North",
    "-region:*",
    "key:b* OR key:c*",
    "domain:x.example",
    "residence:DE",
];
const STATUS: [Status; 3] = [Status::Confirmed, Status::Suspected, Status::Cleared];

/// A list; the regions that it names it makes, and undo leaves those.
fn list(chance: &mut Chance, rows: usize, regions: &[&str]) -> String {
    let mut text =
        "email,name,region,organisation,country,basis,records,status,first_access,way,data_category\n".to_owned();
    for _ in 0..rows {
        let key =
            format!("{}{}@{}.example", chance.one(&["a", "b", "c", "d"]), chance.below(9), chance.one(&["x", "y"]));
        let cells = [
            chance.one(&["Ann", "Anna", ""]),
            chance.one(regions),
            chance.one(&["Acme", "Acme/Sub", "Fjord", ""]),
            chance.one(&["DE", "SE", ""]),
            "hr",
            chance.one(&["3", ">=10", "ca. 40", ""]),
            chance.one(&["confirmed", "suspected", ""]),
            chance.one(&["2026-05-02", "2026-05-04T23:30:00Z", ""]),
            chance.one(&["phished", "signed_in", ""]),
            chance.one(&["health", "Fishing licence", ""]),
        ];
        text += &format!("{key},{}\n", cells.join(","));
    }
    text
}

async fn import(session: &Session, case: CaseId, text: String) -> Result<ImportId> {
    let given = Given::new("list.csv", Box::new(Cursor::new(text.into_bytes())));
    let (asked, stop) = (importing::Asked::default(), AtomicBool::new(false));
    let done = importing::import(session, case, vec![given], &asked, &stop, &mut |_| ()).await?;
    Ok(done.import.expect("kept"))
}

/// Everything that is held about the case, but for what only ever grows: an account met again keeps what its first row stated.
async fn held(session: &Session) -> Vec<(&'static str, String)> {
    const HELD: [(&str, &str); 20] = [
        ("cases", "SELECT json_array(title, main_party_id, zone) FROM cases"),
        (
            "region",
            "SELECT json_group_array(json_array(id, parent, name, iso, position)) FROM (SELECT * FROM region ORDER BY id)",
        ),
        (
            "organisation",
            "SELECT json_group_array(json_array(id, parent, name, country, position)) FROM (SELECT * FROM organisation ORDER BY id)",
        ),
        ("answer", "SELECT json_group_array(json_array(key, value, reason)) FROM (SELECT * FROM answer ORDER BY key)"),
        (
            "party",
            "SELECT json_group_array(json_array(id, role, organisation_id, on_behalf_of, dpo, reference)) FROM (SELECT * FROM party ORDER BY id)",
        ),
        (
            "milestone",
            "SELECT json_group_array(json_array(id, kind, at, what)) FROM (SELECT * FROM milestone ORDER BY id)",
        ),
        (
            "determination",
            "SELECT json_group_array(json_array(id, kind, value, reason, superseded_by)) FROM (SELECT * FROM determination ORDER BY id)",
        ),
        (
            "claim",
            "SELECT json_group_array(json_array(id, subject, low, high, adopted)) FROM (SELECT * FROM claim ORDER BY id)",
        ),
        (
            "exposure",
            "SELECT json_group_array(json_array(id, category, low, high)) FROM (SELECT * FROM exposure ORDER BY id)",
        ),
        (
            "typed_count",
            "SELECT json_group_array(json_array(id, name, low, high, superseded_by)) FROM (SELECT * FROM typed_count ORDER BY id)",
        ),
        ("measure", "SELECT json_group_array(json_array(id, what)) FROM (SELECT * FROM measure ORDER BY id)"),
        ("open_point", "SELECT json_group_array(json_array(id, what)) FROM (SELECT * FROM open_point ORDER BY id)"),
        (
            "account",
            "SELECT json_group_array(json_array(id, key, shown, name, notes, import_id, line)) FROM (SELECT * FROM account ORDER BY id)",
        ),
        (
            "standing",
            "SELECT json_group_array(json_array(account_id, region_id, region_deed, organisation_id, organisation_deed, place_id, basis, place_deed, kind, status, status_stated, status_deed, safe_status, unit, records_low, records_high, records_estimate, records_for_good, first_from, day)) FROM (SELECT * FROM standing ORDER BY account_id)",
        ),
        (
            "way",
            "SELECT json_group_array(json_array(account_id, way, status)) FROM (SELECT * FROM way ORDER BY account_id, way)",
        ),
        (
            "data_category",
            "SELECT json_group_array(json_array(account_id, category, import_id)) FROM (SELECT * FROM data_category ORDER BY account_id, category)",
        ),
        (
            "conflict",
            "SELECT json_group_array(json_array(account_id, field, statements, adopted)) FROM (SELECT * FROM conflict WHERE open = 1 ORDER BY account_id, field)",
        ),
        (
            "tally",
            "SELECT json_group_array(json_array(region_id, organisation_id, place_id, basis, kind, status, unit, accounts, records_low)) FROM (SELECT * FROM tally ORDER BY 1, 2, 3, 4, 5, 6, 7, 8)",
        ),
        (
            "tally_day",
            "SELECT json_group_array(json_array(day, status, unit, accounts)) FROM (SELECT * FROM tally_day ORDER BY 1, 2, 3, 4)",
        ),
        (
            "merges",
            "SELECT json_group_array(json_array(gone, stands)) FROM (SELECT m.* FROM node_merge m JOIN deed d ON d.id = m.deed_id WHERE d.undone_by IS NULL ORDER BY gone)",
        ),
    ];
    let mut tx = session.store.read().await.expect("a reading");
    let mut all = Vec::new();
    for (what, select) in HELD {
        all.push((what, sqlx::query_scalar(select).fetch_one(&mut *tx).await.expect(what)));
    }
    all
}

async fn tag(session: &Session, case: CaseId, chance: &mut Chance) -> Result<()> {
    let mut asked = tagging::Asked { filter: Some(chance.one(&FILTERS).into()), create: true, ..Default::default() };
    if chance.below(2) == 0 {
        asked.region = Some(chance.one(&["North", "South", "East", "none", "North/Coast"]).into());
    }
    if chance.below(4) == 0 {
        asked.organisation = Some(chance.one(&["Acme", "Fjord", "Sund", "none"]).into());
    }
    if chance.below(3) == 0 {
        asked.residence = Some(chance.one(&["DE", "SE", "none"]).into());
        asked.basis = Some(Basis::Office).filter(|_| asked.residence.as_deref() != Some("none"));
    }
    if chance.below(3) == 0 || (asked.region.is_none() && asked.organisation.is_none() && asked.residence.is_none()) {
        asked.status = Some(STATUS[chance.below(3)]);
    }
    tagging::tag(session, case, &asked).await.map(drop)
}

async fn grow(session: &Session, case: CaseId, chance: &mut Chance) -> Result<()> {
    let tree = if chance.below(3) == 0 { Tree::Organisation } else { Tree::Region };
    let names: &[&str] = if tree == Tree::Organisation { &ORGANISATIONS } else { &REGIONS };
    let (one, other) = (chance.one(names).to_owned(), chance.one(names).to_owned());
    let change = match chance.below(7) {
        0 | 1 => Change::Make(one),
        2 => Change::Rename(one, chance.one(&["North", "Nord", "South"]).to_owned()),
        3 => Change::Hang(one, Some(other).filter(|_| chance.below(2) == 0)),
        4 => Change::Place(one, chance.below(3)),
        5 => Change::Merge(one, other),
        _ => Change::Remove(one),
    };
    trees::change(session, tree, case, &change).await.map(drop)
}

async fn write(session: &Session, case: CaseId, chance: &mut Chance) -> Result<()> {
    let setting = match chance.below(16) {
        0 => r#"claim+={"subject":"records","at_least":60000,"unit":"email","source":"Reuters","adopted":true}"#,
        1 => r#"milestone+={"kind":"suspected","at":"2026-05-02","what":"an alert"}"#,
        2 => r#"exposure+={"category":"health","group":"customer","residence":"DE","at_least":3}"#,
        3 => r#"measure+={"kind":"mitigating","state":"taken","what":"passwords were reset"}"#,
        4 => r#"open_point+={"what":"who reads the log"}"#,
        5 => "risk=high",
        6 => "breach=yes",
        7 => "title=Another",
        8 => "zone=America/New_York",
        9 => "zone=Europe/Berlin",
        10 => "description=a mailbox was read",
        11 => r#"party+={"role":"controller","organisation":"Acme"}"#,
        12 => r#"party+={"role":"client","organisation":"Fjord"}"#,
        13 => r#"party+={"role":"client","organisation":"Sund"}"#,
        14 => "notes=seen",
        _ => {
            let count = chance.one(&[r#"{"value":12}"#, r#"{"at_least":3}"#]);
            return written::set_count(session, case, &crate::desk::counted("persons.customer", count, Some("HR")))
                .await
                .map(drop);
        }
    };
    set(session, case, &[setting]).await.map(drop)
}

async fn adopt(session: &Session, case: CaseId, chance: &mut Chance) -> Result<()> {
    let open = inspecting::conflicts(session, case, None).await?;
    if open.is_empty() {
        return Ok(());
    }
    let one = &open[chance.below(open.len())].conflict;
    let what = Contradiction { account: one.account, field: one.field.as_str() };
    inspecting::adopt(session, case, what, Choice::At(0), None).await.map(drop)
}

/// A list that comes and is taken back again: what it stated is gone.
async fn come_and_go(session: &Session, case: CaseId, chance: &mut Chance) -> Result<()> {
    let import = import(session, case, list(chance, 6, &[""])).await?;
    is_whole(session, "a list came").await;
    importing::undo(session, case, Some(import)).await.map(drop)
}

/// A report that leaves the house.
async fn export(session: &Session, case: CaseId) -> Result<()> {
    crate::number_sheet::export(session, case).await;
    Ok(())
}

/// Everything that is printed, as of now or of a time: of the case and of each party.
async fn numbers_of(session: &Session, case: CaseId, as_of: Option<&str>) -> serde_json::Value {
    let phrases = Phrases::of("en").expect("English");
    let parties = facts::of_parties(session, case, as_of).await.expect("parties");
    let each = parties.parties.iter().filter_map(|it| it.scope.party).map(|it| it.to_string());
    let mut of = Vec::new();
    for party in std::iter::once(None).chain(each.map(Some)) {
        let asked = Asked { party: party.as_deref(), as_of };
        let explained = facts::explain(session, case, asked, &phrases).await.expect("explained");
        assert_eq!(explained.facts, facts::numbers(session, case, asked).await.expect("facts"));
        of.push(explained);
    }
    json!({"parties": parties, "of": of})
}

async fn is_whole(session: &Session, after: &str) {
    let found = audit_trail::verify(session).await.expect("verified");
    assert!(found.ok, "{after}: {}", serde_json::to_string(&found).expect("JSON"));
}

fn asked(name: &str, or: u64) -> u64 {
    std::env::var(name).ok().and_then(|it| it.parse().ok()).unwrap_or(or)
}

#[tokio::test]
async fn deeds_at_random_are_undone_to_what_was_and_the_book_is_whole_after_each() {
    let (deeds, seed) = (asked("BREACHBOOK_DEEDS", 45), asked("BREACHBOOK_SEED", 7));
    let mut chance = Chance(seed);
    let desk = Desk::new();
    let (session, case) = desk.with_case().await;
    for _ in 0..2 {
        let text = list(&mut chance, 20, &["North", "South", ""]);
        import(&session, case, text).await.expect("a list");
    }
    let (before, printed) = (held(&session).await, facts::facts(&session, case).await.expect("facts"));
    let mut done = 0;
    let mut printed_then = Vec::new();
    for n in 0..deeds {
        let session = session.at(now() + SignedDuration::from_mins(i64::try_from(n).expect("few") + 1));
        let what = chance.below(21);
        let outcome = match what {
            0..=6 => tag(&session, case, &mut chance).await,
            7..=9 => grow(&session, case, &mut chance).await,
            10..=12 => write(&session, case, &mut chance).await,
            13 => adopt(&session, case, &mut chance).await,
            14 => come_and_go(&session, case, &mut chance).await,
            20 => export(&session, case).await,
            15..=17 => session.undo(case).await.map(|it| assert_eq!(it.left, 0, "deed {n}")),
            _ => session.redo(case).await.map(|it| assert_eq!(it.left, 0, "deed {n}")),
        };
        done += u64::from(outcome.is_ok());
        is_whole(&session, &format!("deed {n} of seed {seed}, {what}: {outcome:?}")).await;
        printed_then.push((session.now.to_string(), numbers_of(&session, case, None).await));
    }
    for (at, then) in printed_then {
        assert_eq!(numbers_of(&session, case, Some(&at)).await, then, "as of {at}, seed {seed}");
    }
    assert!(done > deeds / 2, "most of them were done: {done} of {deeds}");
    while session.undo(case).await.is_ok() {}
    is_whole(&session, "all undone").await;
    for (was, is) in before.iter().zip(held(&session).await) {
        assert_eq!(*was, is, "seed {seed}");
    }
    assert_eq!(facts::facts(&session, case).await.expect("facts"), printed);
}
