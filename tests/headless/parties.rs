//! Several parties of one case: whose each thing is, and that what one determines never stands for another.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::Desk;

/// Two controllers, a processor of one of them, and a client of the other, which is a processor for it beside being controller
/// for its own staff. The first controller is the main party.
struct Four {
    desk: Desk,
    ids: BTreeMap<&'static str, String>,
}

const HOURS: [(&str, &str); 4] = [
    ("nordmeer", "2026-11-24T09:00:00+01:00"),
    ("hafen", "2026-11-24T11:30:00+01:00"),
    ("host", "2026-11-23T17:05:00+01:00"),
    ("fjord", "2026-11-25T08:15:00+01:00"),
];

impl Four {
    fn new() -> Self {
        let desk = Desk::with_case();
        let add = |arguments: &[&str]| {
            let all: Vec<&str> = ["party", "add"].iter().chain(arguments).copied().collect();
            desk.done(&all)["party"].as_i64().expect("an id").to_string()
        };
        let nordmeer = add(&["--role", "controller", "--organisation", "Nordmeer GmbH", "--established", "DE-HH"]);
        let hafen = add(&["--role", "controller", "--organisation", "Hafen AG"]);
        let fjord = add(&["--role", "client", "--organisation", "Fjord AS", "--established", "NO"]);
        let host = add(&["--role", "processor", "--organisation", "Host SE", "--on-behalf-of", &hafen]);
        let second = add(&["--role", "processor", "--organisation", "Nordmeer GmbH", "--on-behalf-of", "Fjord AS"]);
        let ids = [("nordmeer", nordmeer), ("hafen", hafen), ("fjord", fjord), ("host", host), ("for_fjord", second)];
        Self { desk, ids: ids.into_iter().collect() }
    }

    fn set(&self, party: &str, settings: &[&str]) -> Value {
        let all: Vec<&str> = ["case", "set", "--party", &self.ids[party]].iter().chain(settings).copied().collect();
        self.desk.done(&all)
    }

    fn aware(&self) {
        for (party, at) in HOURS {
            self.set(party, &[&format!("aware={at}"), &format!("aware_reason=Why {party}")]);
        }
    }

    /// What stands for a party, by kind.
    fn determined(&self, party: &str) -> BTreeMap<String, String> {
        let parties = self.desk.done(&["party", "list"])["parties"].clone();
        let id: i64 = self.ids[party].parse().expect("a number");
        let of = parties.as_array().and_then(|all| all.iter().find(|it| it["id"] == id).cloned()).expect(party);
        let text = |it: &Value| it.as_str().unwrap_or_default().to_owned();
        let all = of["determined"].as_array().cloned().unwrap_or_default();
        all.iter().map(|it| (text(&it["kind"]), text(&it["value"]))).collect()
    }

    fn stands(&self, party: &str, kind: &str) -> Option<String> {
        self.determined(party).get(kind).cloned()
    }
}

#[test]
fn each_reads_back_its_own_hour_and_the_roles_of_one_entity_share_theirs() {
    let four = Four::new();
    four.aware();
    for (party, at) in HOURS {
        assert_eq!(four.stands(party, "awareness").as_deref(), Some(at), "{party}");
    }
    assert_eq!(four.stands("for_fjord", "awareness"), four.stands("nordmeer", "awareness"), "one legal entity");
    let shown = four.desk.done(&["case", "show"]);
    let reasons: Vec<_> = shown["determinations"].as_array().expect("rows").iter().map(|it| &it["reason"]).collect();
    assert_eq!(reasons, ["Why nordmeer", "Why hafen", "Why host", "Why fjord"]);
    // The other role of the same entity is aware at the same hour, whichever of them says so.
    four.set("for_fjord", &["aware=2026-11-24T08:45:00+01:00"]);
    assert_eq!(four.stands("nordmeer", "awareness").as_deref(), Some("2026-11-24T08:45:00+01:00"));
    assert_eq!(four.stands("fjord", "awareness").as_deref(), Some(HOURS[3].1), "two entities never do");
    four.desk.done(&["undo"]);
    assert_eq!(four.stands("nordmeer", "awareness").as_deref(), Some(HOURS[0].1));
    four.desk.done(&["redo"]);
    assert_eq!(four.stands("for_fjord", "awareness").as_deref(), Some("2026-11-24T08:45:00+01:00"));
    assert_eq!(four.desk.done(&["verify"])["ok"], true);
}

#[test]
fn what_one_determines_of_any_kind_never_stands_for_another_and_is_undone_alone() {
    let four = Four::new();
    let kinds = four.desk.done(&["case", "keys"])["keys"].clone();
    let decided: Vec<(String, String, String)> = kinds
        .as_array()
        .expect("keys")
        .iter()
        .filter(|it| it["type"] == "decision")
        .map(|it| {
            let words = it["words"].as_array().expect("words");
            let word = |at: usize| words[at].as_str().expect("a word").to_owned();
            (it["key"].as_str().expect("a key").to_owned(), word(0), word(1))
        })
        .collect();
    assert!(decided.len() > 5, "{decided:?}");
    for (key, one, other) in &decided {
        four.set("nordmeer", &[&format!("{key}={one}")]);
        assert_eq!(four.stands("for_fjord", key), None, "{key}: a role of the same entity decides for itself");
        assert_eq!(four.stands("hafen", key), None, "{key}");
        four.set("hafen", &[&format!("{key}={other}")]);
        four.desk.done(&["case", "set", &format!("{key}={other}")]);
        assert_eq!(four.stands("nordmeer", key).as_deref(), Some(other.as_str()), "{key}: of the main party");
        four.desk.done(&["undo"]);
        assert_eq!(four.stands("nordmeer", key).as_deref(), Some(one.as_str()), "{key}");
        assert_eq!(four.stands("hafen", key).as_deref(), Some(other.as_str()), "{key}: the other's stays");
    }
    for key in ["aware", "aware_incident", "aware_significance"] {
        four.set("host", &[&format!("{key}=2026-11-23T17:05:00+01:00")]);
    }
    let host: Vec<String> = four.determined("host").into_keys().collect();
    assert_eq!(host, ["awareness", "awareness_incident", "awareness_significance"]);
    assert!(!four.determined("hafen").keys().any(|kind| kind.starts_with("awareness")), "not its client's");
}

#[test]
fn a_name_of_several_parties_is_refused_with_all_of_them_where_it_matters_which() {
    let four = Four::new();
    let refused = four.desk.refused(&["case", "set", "--party", "nordmeer gmbh", "risk=high"], "party.ambiguous");
    let message = refused["message"].as_str().expect("a message");
    for id in ["nordmeer", "for_fjord"].map(|it| &four.ids[it]) {
        assert!(message.contains(&format!("{id} ")), "{message}");
    }
    // Which role it is makes no difference to what the legal entity knows.
    four.desk.done(&["case", "set", "--party", "Nordmeer GmbH", "aware=2026-11-24T09:00:00+01:00"]);
    four.desk.done(&["case", "set", r#"risk={"value":"high","party":"Hafen AG"}"#]);
    assert_eq!(four.stands("hafen", "risk").as_deref(), Some("high"));
    assert_eq!(four.stands("nordmeer", "risk"), None);
    four.desk.refused(&["case", "set", "--party", "Nobody", "risk=high"], "party.missing");
    four.desk.refused(&["case", "set", "--party", "99", "risk=high"], "party.missing");
    four.desk.refused(&["party", "set", "Nordmeer GmbH", "--dpo", "X"], "party.ambiguous");
}

#[test]
fn a_party_reads_back_what_is_said_of_it_and_every_row_has_an_id_that_is_taken() {
    let four = Four::new();
    four.desk.done(&["party", "set", &four.ids["hafen"], "--dpo", "B. Hafen, +49 40 1", "--sector", "Ports"]);
    four.desk.done(&["case", "set", "dpo=M. Ahrens", "reference=2026-07"]);
    four.set("hafen", &["reference=HH-3", "late_reasons=The provider was silent", "detected=2026-11-22"]);
    for row in [
        r#"measure+={"kind":"preventive","state":"taken","what":"Locked"}"#,
        r#"exposure+={"category":"contact","group":"owner","residence":"US-CA"}"#,
        r#"claim+={"subject":"accounts","value":9,"source":"Press","adopted":true}"#,
        r#"open_point+={"what":"How many?"}"#,
        r#"milestone+={"kind":"told","at":"2026-11-23"}"#,
    ] {
        four.set("hafen", &[row]);
    }
    four.desk.done(&["count", "set", "persons", "--value", "7", "--party", "Hafen AG"]);
    four.desk.done(&[
        "case",
        "set",
        r#"coverage+={"what":"Log","from":"2026-05-01","until":"2026-06-01","whole":true}"#,
    ]);
    four.desk.done(&["case", "set", r#"overlap+={"one":"owner","other":"correspondent","disjoint":true}"#]);
    let shown = four.desk.done(&["case", "show"]);
    let hafen: i64 = four.ids["hafen"].parse().expect("a number");
    for (list, key) in [
        ("measures", "measure"),
        ("exposures", "exposure"),
        ("claims", "claim"),
        ("open_points", "open_point"),
        ("milestones", "milestone"),
        ("counts", "count"),
        ("coverage", "coverage"),
        ("overlaps", "overlap"),
        ("parties", "party"),
    ] {
        for row in shown[list].as_array().expect(list) {
            let id = row["id"].as_i64().unwrap_or_else(|| panic!("{list} has no id: {row}"));
            assert!(row.get("party").is_none_or(|it| *it == hafen), "{list}: {row}");
            if !["party", "count"].contains(&key) {
                four.desk.done(&["case", "set", &format!("{key}[{id}]-")]);
            }
        }
    }
    assert_eq!(
        (&shown["controller"], &shown["dpo"], &shown["reference"]),
        (&json!("Nordmeer GmbH"), &json!("M. Ahrens"), &json!("2026-07"))
    );
    let of = shown["parties"].as_array().and_then(|all| all.iter().find(|it| it["id"] == hafen).cloned()).expect("it");
    assert_eq!(
        (&of["dpo"], &of["reference"], &of["sector"]),
        (&json!("B. Hafen, +49 40 1"), &json!("HH-3"), &json!("Ports"))
    );
    assert_eq!(shown["answers_of"], json!([{"party": hafen, "answers": {"late_reasons": "The provider was silent"}}]));
    assert_eq!(shown["answers"].get("late_reasons"), None, "what one says, no other has said");
    // What is one party's is not the case's number.
    let facts = four.desk.done(&["facts"]);
    assert_eq!(
        (&facts["accounts"]["qualifier"], &facts["persons"]["qualifier"]),
        (&json!("to_be_determined"), &json!("to_be_determined"))
    );
    four.desk.refused(&["party", "remove", &four.ids["hafen"]], "row.in_use");
    four.desk.refused(&["party", "remove", &four.ids["nordmeer"]], "row.in_use");
    four.desk.done(&["party", "remove", &four.ids["for_fjord"]]);
    four.desk.done(&["undo"]);
    assert_eq!(four.desk.done(&["case", "show"])["parties"].as_array().map(Vec::len), Some(5));
}

#[test]
fn the_simple_case_says_nothing_of_parties_and_keeps_all_of_it_with_one() {
    let desk = Desk::plain();
    let aware = "2026-11-24T09:00:00+01:00";
    desk.done(&["case", "new", "--title", "T", "--controller", "Acme/North GmbH", "--aware", aware]);
    desk.done(&["case", "set", "dpo=Ada", "reference=7", "risk=high", "risk_reason=Names and numbers"]);
    let shown = desk.done(&["case", "show"]);
    assert_eq!(shown["controller"], "Acme/North GmbH", "a name is no path");
    assert_eq!(shown["parties"].as_array().map(Vec::len), Some(1));
    assert_eq!((&shown["parties"][0]["dpo"], &shown["parties"][0]["reference"]), (&json!("Ada"), &json!("7")));
    assert_eq!(shown["answers"]["risk_reason"], "Names and numbers");
    assert_eq!(shown["milestones"][0]["party"], Value::Null);
    // A name that is corrected is the same party's: its awareness goes with it.
    desk.done(&["case", "set", "controller=Acme North SE"]);
    let shown = desk.done(&["case", "show"]);
    assert_eq!(shown["controller"], "Acme North SE");
    assert_eq!(shown["by_party"][0]["determined"][0]["value"], aware);
    let added =
        desk.done(&["party", "add", "--role", "controller", "--organisation", "Acme North SE", "--established", "DE"]);
    assert_eq!(added["party"], shown["parties"][0]["id"], "the same organisation in the same role is the same party");
    desk.refused(
        &["party", "add", "--role", "controller", "--organisation", "Acme North SE", "--established", "FR"],
        "party.twice",
    );
}

#[test]
fn what_is_said_before_anybody_is_named_is_the_main_partys_once_it_is() {
    let desk = Desk::with_case();
    desk.done(&["case", "set", "aware=2026-11-24T09:00:00+01:00", "risk=high", "dpo=Ada"]);
    let first = desk.done(&["case", "show"])["parties"][0]["id"].clone();
    let added = desk.done(&["party", "add", "--role", "joint_controller", "--organisation", "Acme"]);
    assert_eq!(added["party"], first, "the one that waited for its name");
    let processor =
        desk.done(&["party", "add", "--role", "processor", "--organisation", "Acme", "--on-behalf-of", "Acme"]);
    let shown = desk.done(&["case", "show"]);
    let kinds = |at: usize| shown["by_party"][at]["determined"].as_array().map(Vec::len);
    assert_eq!((kinds(0), kinds(1)), (Some(2), Some(1)), "its awareness is shared by its other role, its risk is not");
    assert_eq!(shown["parties"][1]["id"], processor["party"]);
    for _ in 0..2 {
        desk.done(&["undo"]);
    }
    assert_eq!(
        desk.done(&["case", "show"])["parties"],
        json!([{
            "id": first, "role": "controller", "organisation_id": null, "organisation": null, "on_behalf_of": null,
            "established": null, "main_establishment": false, "public_body": null, "sector": null, "dpo": "Ada", "reference": null,
        }])
    );
    let nobody = Desk::with_case();
    nobody.done(&["party", "add", "--role", "client", "--organisation", "Fjord"]);
    nobody.done(&["party", "add", "--role", "processor", "--organisation", "Host", "--on-behalf-of", "Fjord"]);
    nobody.refused(&["case", "set", "risk=high"], "party.which");
    nobody.done(&["party", "set", "Host", "--main"]);
    nobody.done(&["case", "set", "risk=high"]);
}

#[test]
fn two_hundred_clients_each_have_their_own_and_none_has_anothers() {
    let desk = Desk::plain();
    desk.done(&["case", "new", "--title", "T", "--controller", "Host SE"]);
    let client = |n: usize| format!(r#"party+={{"role":"client","organisation":"Client {n}","established":"DE"}}"#);
    let clients: Vec<String> = (0..200).map(client).collect();
    let all: Vec<&str> = ["case", "set"].into_iter().chain(clients.iter().map(String::as_str)).collect();
    assert_eq!(desk.done(&all)["added"].as_array().map(Vec::len), Some(200));
    let aware = |n: usize| {
        format!(
            r#"aware={{"value":"2026-11-24T{:02}:{:02}:00+01:00","party":"Client {n}","reason":"R{n}"}}"#,
            n / 60,
            n % 60
        )
    };
    let aware: Vec<String> = (0..200).map(aware).collect();
    let all: Vec<&str> = ["case", "set"].into_iter().chain(aware.iter().map(String::as_str)).collect();
    desk.done(&all);
    let parties = desk.done(&["party", "list"])["parties"].clone();
    let parties = parties.as_array().expect("parties");
    assert_eq!(parties.len(), 201);
    for (n, party) in parties.iter().skip(1).enumerate() {
        let determined = party["determined"].as_array().expect("what stands");
        assert_eq!((determined.len(), &determined[0]["reason"]), (1, &json!(format!("R{n}"))), "{party}");
    }
    assert_eq!(parties[0]["determined"], json!([]), "the host itself has determined nothing");
}

#[test]
fn a_legal_entity_that_the_book_knows_is_copied_into_the_next_case_and_not_changed_there() {
    let desk = Desk::plain();
    desk.done(&["case", "new", "--title", "One", "--controller", "Acme"]);
    let organisation = desk.done(&["case", "show"])["parties"][0]["organisation_id"].to_string();
    let set = |case: &str, what: &str| {
        desk.done(&["case", "set", "--case", case, &format!("organisation[{organisation}].{what}")])
    };
    set("1", "identifier=LEI 529900");
    set("1", "country=DE");
    desk.done(&["case", "new", "--title", "Two", "--controller", "ACME"]);
    let copied = desk.done(&["case", "show", "--case", "2"])["organisations"][0].clone();
    assert_eq!((&copied["identifier"], &copied["country"]), (&json!("LEI 529900"), &json!("DE")), "{copied}");
    set("1", "identifier=LEI 000000");
    let copy = desk.done(&["case", "show", "--case", "2"])["organisations"][0].clone();
    assert_eq!(copy["identifier"], "LEI 529900", "as it was known on the day");
    assert_eq!(copy["copied_at"], copied["copied_at"]);
    desk.refused(&["case", "set", "--case", "1", r#"organisation+={"country":"DE"}"#], "row.made_elsewhere");
}

/// The main party, its organisation and its legal entity are made with the first thing that is said of them, and edited more
/// than once by that.
#[test]
fn undo_and_redo_count_a_row_once_as_the_deed_did_however_often_it_was_edited() {
    let desk = Desk::with_case();
    for setting in ["controller=Nordmeer GmbH", "controller=Hafen AG", "reference=2026-07", "title=Another"] {
        let changed = desk.done(&["case", "set", setting])["changed"].clone();
        assert_eq!(desk.done(&["undo"])["changed"], changed, "{setting}");
        assert_eq!(desk.done(&["redo"])["changed"], changed, "{setting}");
    }
}
