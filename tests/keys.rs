//! Keys: every one is set, comes back through the case file, and is undone; what cannot be is refused by its code.

use breachbook::actions::cases::{self, NewCase};
use breachbook::actions::parties::{self, Said};
use breachbook::lang::Phrases;
use breachbook::model::case::CaseFile;
use breachbook::model::count::Count;
use breachbook::model::keys::{KEYS, Key, Kind};
use breachbook::model::words::{DeterminationKind, MilestoneKind, Qualifier, Role, Unit};
use breachbook::store::entities::column::Holds;
use breachbook::store::entities::entity::Made;
use breachbook::store::entities::of_key;
use breachbook::store::typed_counts::{self, Typing};
use serde_json::{Value, json};

use crate::desk::{Desk, now, set};

/// A value that a key of this kind takes.
pub fn sample(key: &Key) -> String {
    match key.kind {
        Kind::Text => format!("A text for {}: “ä”, 'b', \"c\"", key.id),
        Kind::Zone => "America/New_York".into(),
        Kind::Period => "2023-05..2023-06-16".into(),
        Kind::Milestone(_) => "2023-06-16".into(),
        Kind::Word(words) => words()[words().len() - 1].into(),
        Kind::Words(words) => format!("{}, {}", words()[0], words()[1]),
        Kind::Awareness(_) => "2023-06-17T08:30+02:00".into(),
        Kind::Decision(_, words) => words()[0].into(),
        Kind::Reason(_) => "Because it is so.".into(),
        Kind::Party => "1".into(),
        Kind::Rows => {
            let fields = of_key(key.id).expect(key.id).fields();
            let row: serde_json::Map<String, Value> =
                fields.map(|it| (it.field.to_owned(), field_sample(key.id, it.field, it.holds))).collect();
            Value::Object(row).to_string()
        }
    }
}

/// Somebody on whose behalf the sample of a party acts.
pub const CLIENT: &str = r#"party+={"role":"client","organisation":"Fjord"}"#;

fn field_sample(key: &str, id: &str, holds: Holds) -> Value {
    match holds {
        Holds::Text if id == "value" => json!("2023-06-20T10:00Z"),
        Holds::Text => json!(format!("text of {id}")),
        Holds::Word(words) if id == "other" => json!(words()[1]),
        Holds::Word(_) if (key, id) == ("party", "role") => json!("processor"),
        Holds::Word(words) => json!(words()[0]),
        Holds::Moment => json!("2023-05-15"),
        Holds::Point if id == "from" => json!("2023-05-01"),
        Holds::Point => json!("2023-06-01T00:00:00Z"),
        Holds::Flag => json!(true),
        Holds::Count => json!({"at_least": 60_000, "unit": "email"}),
        Holds::Persons => json!({"at_least": 60_000, "unit": "person"}),
        Holds::Country => json!("us-ca"),
        Holds::Organisation => json!("Group/Nordmeer"),
        Holds::Party(_) if key == "party" => json!("Fjord"),
        Holds::Party(_) => json!("Group/Nordmeer"),
        Holds::Subject => json!("records"),
        Holds::LegalEntity | Holds::Number => unreachable!("nobody types it"),
    }
}

/// What the case file says under a key.
fn said(file: &CaseFile, key: &Key) -> String {
    let decided = |kind| file.determined(kind).expect(key.id);
    match (key.id, key.kind) {
        ("title", _) => file.case.title.clone(),
        ("controller", _) => file.case.controller.clone().expect("a controller"),
        ("reference", _) => file.case.reference.clone().expect("a reference"),
        ("zone", _) => file.case.zone.clone(),
        (_, Kind::Milestone(kind)) => {
            file.milestones.iter().find(|it| it.kind == kind).expect("it").at.original.clone()
        }
        ("dpo", _) => file.case.dpo.clone().expect("an officer"),
        (_, Kind::Party) => file.case.main_party.expect("whose case it is").to_string(),
        (_, Kind::Awareness(kind)) => decided(kind).value.clone(),
        (_, Kind::Decision(kind, _)) => decided(kind).value.clone(),
        _ => file.answer(key.id).unwrap_or_else(|| panic!("no answer for {}", key.id)).to_owned(),
    }
}

#[tokio::test]
async fn every_single_key_is_set_and_comes_back() {
    let desk = Desk::new();
    let (session, case) = desk.with_case().await;
    let single: Vec<&Key> = KEYS.iter().filter(|key| !matches!(key.kind, Kind::Rows)).collect();
    let settings: Vec<String> = single.iter().map(|key| format!("{}={}", key.id, sample(key))).collect();
    let settings: Vec<&str> = settings.iter().map(String::as_str).collect();
    set(&session, case, &settings).await.expect("all of them");
    let file = cases::show(&session, case).await.expect("shown");
    for key in single {
        assert_eq!(said(&file, key), sample(key), "{}", key.id);
    }
    let occurred = file.occurred.expect("a period");
    assert_eq!(occurred.until.expect("its end").original, "2023-06-16");
}

#[tokio::test]
async fn every_key_with_rows_takes_one_with_all_its_fields_and_lets_it_go() {
    let desk = Desk::new();
    let (session, case) = desk.with_case().await;
    set(&session, case, &[CLIENT]).await.expect("somebody to act for");
    let made = |key: &&Key| of_key(key.id).is_some_and(|it| it.made != Made::Elsewhere);
    for key in KEYS.iter().filter(|key| matches!(key.kind, Kind::Rows)).filter(made) {
        let done = set(&session, case, &[&format!("{}+={}", key.id, sample(key))]).await.expect(key.id);
        assert_eq!(done.added.len(), 1, "{}", key.id);
    }
    let file = cases::show(&session, case).await.expect("shown");
    let party = &file.parties[1];
    assert_eq!((party.name(), party.on_behalf_of), ("Group/Nordmeer", Some(file.parties[0].id)));
    assert_eq!(party.established.as_deref(), Some("US-CA"));
    assert_eq!(file.milestones[0].party, Some(party.id));
    assert_eq!(file.exposures[0].residence.as_deref(), Some("US-CA"));
    assert_eq!(file.determinations[0].by, "text of by");
    assert_eq!(file.claims[0].count.qualifier(), Qualifier::AtLeast);
    assert_eq!((file.claims[0].count.low, file.claims[0].count.unit), (60_000, Unit::Email));
    assert_eq!(file.claims[0].adopted_by.as_deref(), Some("Ada"));
    assert_eq!(file.exposures[0].persons.low, 60_000);
    assert_eq!(file.measures[0].what, "text of what");
    assert_eq!(file.open_points[0].who.as_deref(), Some("text of who"));
    // The day begins in the case's zone.
    assert_eq!(file.coverage[0].from.to_string(), "2023-04-30T22:00:00Z");
    let gone = ["milestone", "claim", "exposure", "measure", "open_point", "coverage", "overlap"];
    for key in gone {
        set(&session, case, &[&format!("{key}[1]-")]).await.expect(key);
    }
    for (kept, code) in [("determination[1]-", "row.is_kept"), ("party[1]-", "row.in_use")] {
        assert_eq!(set(&session, case, &[kept]).await.expect_err(kept).code, code, "{kept}");
    }
    let empty = cases::show(&session, case).await.expect("shown");
    assert!(empty.milestones.is_empty() && empty.claims.is_empty() && empty.coverage.is_empty());
    for _ in gone {
        session.undo(case).await.expect("undone");
    }
    assert_eq!(cases::show(&session, case).await.expect("shown"), file);
}

#[test]
fn every_key_has_a_meaning_and_every_word_a_phrase_in_every_language() {
    let dashed = |parts: &[&str]| parts.join("-").replace('_', "-");
    for language in ["en", "de"] {
        let phrases = Phrases::of(language).expect(language);
        for key in KEYS {
            assert!(phrases.has(&dashed(&["key", key.id])), "{language}: {}", key.id);
            for word in key.kind.words() {
                assert!(phrases.has(&dashed(&[key.id, word])), "{language}: {} {word}", key.id);
            }
        }
    }
}

#[tokio::test]
async fn what_cannot_be_is_refused_and_nothing_of_the_call_is_kept() {
    let desk = Desk::new();
    let (session, case) = desk.with_case().await;
    for (setting, code) in [
        ("title=", "setting.cannot_be_empty"),
        ("zone=Mars/Olympus", "zone.unknown"),
        ("occurred=2023-06..2023-05", "time.end_before_begin"),
        ("aware=2023-06-17", "time.needs_zone"),
        ("aware=2023-06-17T10:00", "time.without_zone"),
        ("incident=earthquake", "word.unknown"),
        ("nature=confidentiality,beauty", "word.unknown"),
        ("risk=terrible", "word.unknown"),
        ("risk_reason=because", "determination.missing"),
        ("main_party=Nobody", "party.missing"),
        ("claim+=[1]", "setting.not_json"),
        ("claim+={\"subject\":\"records\",\"value\":5}", "field.missing"),
        ("claim+={\"subject\":\"records\",\"value\":5,\"source\":\"S\",\"colour\":1}", "field.unknown"),
        ("claim+={\"subject\":\"cats\",\"value\":5,\"source\":\"S\"}", "subject.unknown"),
        ("claim+={\"subject\":\"records\",\"between\":[9,5],\"source\":\"S\"}", "count.backwards"),
        ("claim+={\"subject\":\"records\",\"value\":-5,\"source\":\"S\"}", "count.unreadable"),
        ("claim+={\"subject\":\"records\",\"value\":5,\"unit\":\"kg\",\"source\":\"S\"}", "word.unknown"),
        ("measure+={\"kind\":\"preventive\",\"state\":\"taken\",\"what\":\" \"}", "field.unusable"),
        ("milestone+={\"kind\":\"told\",\"at\":\"2023-05-15\",\"party\":\"Nobody\"}", "party.missing"),
        ("party+={\"role\":\"client\",\"organisation\":\"X\",\"established\":\"Europe\"}", "country.unknown"),
        ("overlap+={\"one\":\"owner\",\"other\":\"owner\"}", "row.same"),
        ("claim[7]-", "row.missing"),
        ("claim[7].adopted=yes", "row.missing"),
    ] {
        let refusal = set(&session, case, &["reference=kept?", setting]).await.expect_err(setting);
        assert_eq!(refusal.code, code, "{setting}");
        assert!(refusal.args.contains_key("key"), "{setting} does not name its key");
    }
    assert_eq!(cases::show(&session, case).await.expect("shown").case.reference, None);
    assert_eq!(session.undo(case).await.expect_err("no deed").code, "undo.nothing");
}

#[tokio::test]
async fn a_setting_that_changes_nothing_makes_no_deed() {
    let desk = Desk::new();
    let (session, case) = desk.with_case().await;
    assert_eq!(set(&session, case, &["title=Mail", "dpo="]).await.expect("set").changed, 0);
    assert_eq!(session.undo(case).await.expect_err("no deed").code, "undo.nothing");
}

#[tokio::test]
async fn adopting_a_claim_lets_go_of_the_other_on_the_same_subject() {
    let desk = Desk::new();
    let (session, case) = desk.with_case().await;
    let claim = |source: &str, subject: &str| {
        format!(r#"claim+={{"subject":"{subject}","approximate":60000,"source":"{source}","adopted":true}}"#)
    };
    for (source, subject) in [("Politico", "records"), ("Reuters", "records"), ("Staff", "persons")] {
        set(&session, case, &[&claim(source, subject)]).await.expect("set");
    }
    let adopted =
        |file: &CaseFile| file.claims.iter().filter(|it| it.adopted).map(|it| it.source.clone()).collect::<Vec<_>>();
    assert_eq!(adopted(&cases::show(&session, case).await.expect("shown")), ["Reuters", "Staff"]);
    set(&session, case, &["claim[1].adopted=yes", "claim[1].reason=The spokesman said so"]).await.expect("set");
    let file = cases::show(&session, case).await.expect("shown");
    assert_eq!(adopted(&file), ["Politico", "Staff"]);
    assert_eq!(file.claims[0].reason.as_deref(), Some("The spokesman said so"));
    assert_eq!(file.claims[1].adopted_by, None);
    session.undo(case).await.expect("undone");
    assert_eq!(adopted(&cases::show(&session, case).await.expect("shown")), ["Reuters", "Staff"]);
}

#[tokio::test]
async fn awareness_is_determined_anew_and_keeps_what_was_determined_and_could_be() {
    let desk = Desk::new();
    let (session, case) = desk.with_case().await;
    set(&session, case, &["detected=2023-06-16", "aware=2023-06-17T08:30+02:00"]).await.expect("set");
    set(&session, case, &["aware=2023-06-18T09:00+02:00", "aware_reason=Confirmed by the log"]).await.expect("set");
    let file = cases::show(&session, case).await.expect("shown");
    let aware = file.determined(DeterminationKind::Awareness).expect("determined");
    assert_eq!(aware.value, "2023-06-18T09:00+02:00");
    assert_eq!(aware.reason.as_deref(), Some("Confirmed by the log"));
    assert_eq!(file.determinations.len(), 2, "a reason of the same call is of the same determination");
    assert_eq!(file.determinations[0].superseded_by, Some(aware.id));
    let kinds: Vec<_> = file.milestones.iter().map(|it| it.kind).collect();
    assert_eq!(kinds, [MilestoneKind::Detected, MilestoneKind::Confirmed, MilestoneKind::Confirmed]);
    set(&session, case, &["aware=2023-06-18T09:00+02:00"]).await.expect("said again");
    assert_eq!(cases::show(&session, case).await.expect("shown").determinations.len(), 2);
}

#[tokio::test]
async fn a_case_is_opened_with_what_is_known() {
    let desk = Desk::new();
    let session = desk.create(None).await;
    let new = NewCase {
        title: "Storm".into(),
        controller: Some("Department".into()),
        occurred: Some("2023-05..2023-06".into()),
        detected: Some("2023-06-16".into()),
        aware: Some("2023-06-17T08:30Z".into()),
        zone: Some("America/New_York".into()),
        sample: None,
        sample_name: None,
    };
    let case = cases::new(&session, &new).await.expect("opened");
    let file = cases::show(&session, case).await.expect("shown");
    assert_eq!((file.case.id, file.case.zone.as_str()), (case, "America/New_York"));
    assert_eq!(file.occurred.expect("a period").from.from.to_string(), "2023-05-01T04:00:00Z", "in the case's zone");
    assert_eq!(session.case(None).await.expect("the only one"), case);
    assert_eq!(session.case(Some("9")).await.expect_err("none").code, "case.missing");
    cases::new(&session, &NewCase { title: "Two".into(), ..NewCase::default() }).await.expect("opened");
    assert_eq!(session.case(None).await.expect_err("which").code, "case.which");
    assert_eq!(cases::new(&session, &NewCase::default()).await.expect_err("no title").code, "case.without_title");
}

pub fn typing<'a>(name: &'a str, count: &'a Count, source: Option<&'a str>) -> Typing<'a> {
    Typing { name, count, source, party: None }
}

#[tokio::test]
async fn typed_counts_supersede_each_other_and_both_stay() {
    let desk = Desk::new();
    let (session, case) = desk.with_case().await;
    let open = Count::to_be_determined(Unit::Person);
    cases::set_count(&session, case, &typing("persons.correspondent", &open, None)).await.expect("typed");
    let about = Count::approximate(4_000, None, Unit::Person);
    cases::set_count(&session, case, &typing("persons.correspondent", &about, Some("Estimate of the team")))
        .await
        .expect("typed");
    let at_least = Count::between(500, None, Unit::Email);
    cases::set_count(&session, case, &typing("records", &at_least, None)).await.expect("typed");
    let kept = |session: &breachbook::actions::Session| session.store.path().to_owned();
    assert!(kept(&session).exists());
    let mut tx = session.store.read().await.expect("read");
    let standing = typed_counts::standing(&mut tx, case).await.expect("counts");
    assert_eq!(standing.len(), 2);
    assert_eq!((standing[0].count.estimate, standing[0].at), (Some(4_000), now()));
    assert_eq!(standing[1].count.qualifier(), Qualifier::AtLeast);
    assert_eq!(typed_counts::history(&mut tx, case).await.expect("counts").len(), 3);
    drop(tx);
    for (name, unit, code) in [("cats", Unit::Record, "subject.unknown"), ("persons", Unit::Email, "count.unit")] {
        let one = Count::exact(1, unit);
        let refusal = cases::set_count(&session, case, &typing(name, &one, None)).await.expect_err(name);
        assert_eq!(refusal.code, code);
    }
    session.undo(case).await.expect("undone");
    session.undo(case).await.expect("undone");
    let mut tx = session.store.read().await.expect("read");
    assert_eq!(typed_counts::standing(&mut tx, case).await.expect("counts")[0].count, open);
}

#[tokio::test]
async fn a_party_is_added_with_its_organisation_and_both_are_undone() {
    let desk = Desk::new();
    let (session, case) = desk.with_case().await;
    let said = |fields: Value| Said { fields: fields.as_object().cloned().unwrap_or_default(), main: false };
    let client = said(json!({"role": "client", "organisation": "Nordmeer AS"}));
    let client = parties::add(&session, case, &client).await.expect("added");
    let party = said(json!({
        "role": "processor", "organisation": "Nordmeer IT", "on_behalf_of": "Nordmeer AS", "established": "NO",
        "main_establishment": true, "dpo": "Ola, +47 22 00 00 00",
    }));
    let id = parties::add(&session, case, &party).await.expect("added");
    let file = cases::show(&session, case).await.expect("shown");
    let kept = file.party(id).expect("it");
    assert_eq!((kept.role, kept.on_behalf_of, kept.main_establishment), (Role::Processor, Some(client), true));
    session.undo(case).await.expect("undone");
    session.undo(case).await.expect("undone");
    assert!(cases::show(&session, case).await.expect("shown").parties.is_empty());
    let tree = breachbook::store::nodes::Tree::Organisation;
    assert!(breachbook::actions::trees::list(&session, tree, case).await.expect("nodes").is_empty());
    session.redo(case).await.expect("done again");
    session.redo(case).await.expect("done again");
    assert_eq!(cases::show(&session, case).await.expect("shown"), file);
}
