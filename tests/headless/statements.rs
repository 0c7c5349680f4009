//! What is a statement and what is none: defaults, lists that only fill, what hands decided.

use serde_json::{Value, json};

use super::Desk;

fn account(desk: &Desk, key: &str) -> Value {
    desk.done(&["accounts", "--where", &format!("key:{key}")])["accounts"][0].clone()
}

#[test]
fn a_list_that_says_nothing_of_a_status_contradicts_none_that_stands() {
    for (silent, why) in [
        ("email,name\na@x.example,Anna\n", "no column"),
        ("email,name,status\na@x.example,Anna,\n", "an empty cell"),
        ("email,name,status\na@x.example,Anna,-\n", "a word for nothing"),
    ] {
        for status in ["suspected", "cleared", "confirmed"] {
            let desk = Desk::with_case();
            let stated = format!("email,status\na@x.example,{status}\n");
            desk.done(&["import", &desk.file("stated.csv", &stated)]);
            let merged = desk.done(&["import", &desk.file("silent.csv", silent)]);
            assert_eq!((&merged["merged"], &merged["conflicts"]), (&json!(1), &json!(0)), "{why}: {merged}");
            assert_eq!(account(&desk, "a@x.example")["status"], status, "{why}");
            assert_eq!(desk.done(&["facts"])["conflicts"], 0);
            desk.done(&["import", "undo", "--import", "1"]);
            assert_eq!(account(&desk, "a@x.example")["status"], "confirmed", "by default, once nothing is stated");
        }
    }
}

#[test]
fn a_status_that_stands_by_default_gives_way_to_the_first_that_is_stated() {
    let desk = Desk::with_case();
    desk.done(&["import", &desk.file("silent.csv", "email,way\na@x.example,phished\n")]);
    assert_eq!(account(&desk, "a@x.example")["status"], "confirmed");
    desk.done(&["import", &desk.file("stated.csv", "email,status,way\na@x.example,suspected,phished\n")]);
    let found = account(&desk, "a@x.example");
    assert_eq!(found["status"], "suspected");
    assert_eq!(found["ways"], json!([{"way": "phished", "status": "suspected"}]));
    let later = desk.done(&["import", &desk.file("later.csv", "email,status,way\na@x.example,cleared,\n")]);
    assert_eq!(later["conflicts"], 1, "two that are stated do contradict each other");
    desk.done(&["import", "undo", "--import", "3"]);
    desk.done(&["import", "undo", "--import", "2"]);
    let found = account(&desk, "a@x.example");
    assert_eq!((&found["status"], &found["ways"][0]["status"]), (&json!("confirmed"), &json!("confirmed")));
    assert_eq!(desk.done(&["verify"])["ok"], true);
}

#[test]
fn a_way_without_a_status_changes_none_that_stands_and_a_new_one_is_as_far_established_as_its_account() {
    let desk = Desk::with_case();
    desk.done(&["import", &desk.file("1.csv", "email,status,way\na@x.example,suspected,phished\n")]);
    let merged = desk.done(&["import", &desk.file("2.csv", "email,way\na@x.example,\"phished, listed\"\n")]);
    assert_eq!(merged["conflicts"], 0);
    let ways = account(&desk, "a@x.example")["ways"].clone();
    assert!(
        ways.as_array().is_some_and(|it| it.len() == 2 && it.iter().all(|it| it["status"] == "suspected")),
        "{ways}"
    );
}

#[test]
fn a_number_that_does_not_say_what_it_counts_contradicts_no_unit() {
    for (first, second) in [("records", "email count"), ("email count", "records")] {
        let desk = Desk::with_case();
        desk.done(&["import", &desk.file("1.csv", format!("email,{first}\na@x.example,10\n"))]);
        let same = desk.done(&["import", &desk.file("2.csv", format!("email,{second}\na@x.example,10\n"))]);
        assert_eq!(same["conflicts"], 0, "{first}, {second}");
        let records = account(&desk, "a@x.example")["records"].clone();
        assert_eq!((&records["unit"], &records["value"]), (&json!("email"), &json!(10)), "{records}");
        let other = desk.done(&["import", &desk.file("3.csv", "email,records\na@x.example,30\n")]);
        assert_eq!(other["conflicts"], 1);
        let records = account(&desk, "a@x.example")["records"].clone();
        assert_eq!((&records["low"], &records["high"]), (&json!(10), &json!(30)), "the hull, in the unit stated");
        desk.done(&["import", "undo"]);
        assert_eq!(desk.done(&["facts"])["conflicts"], 0);
    }
}

#[test]
fn a_sheet_that_lost_its_basis_leaves_the_basis_that_stands() {
    let desk = Desk::with_case();
    desk.done(&["import", &desk.file("list.csv", "email\na@x.example\nb@x.example\n")]);
    desk.done(&["tag", "--residence", "DE", "--basis", "hr", "--where", "key:a*"]);
    let sheet = "key,key_kind,shown,residence\na@x.example,email,a@x.example,DE\nb@x.example,email,b@x.example,DE\n";
    let result = desk.done(&["import", &desk.file("sheet.csv", sheet)]);
    assert_eq!(result["changed"], 1, "{result}");
    assert_eq!(account(&desk, "a@x.example")["basis"], "hr");
    assert_eq!(account(&desk, "b@x.example")["basis"], "list");
}

const STAFF: &str = "email,name,region,country,status,way\n\
     a@x.example,Anna,North,DE,suspected,phished\n\
     c@x.example,Cem,Elsewhere,SE,confirmed,phished\n\
     nobody,Nemo,,,,\n";

#[test]
fn a_staff_list_fills_accounts_that_are_there_adds_none_and_makes_nobody_affected() {
    let desk = Desk::with_case();
    desk.done(&["import", &desk.file("list.csv", "email,status\na@x.example,cleared\nb@x.example,\n")]);
    let before = (desk.done(&["accounts"]), desk.done(&["facts"]));
    let staff = desk.file("staff.csv", STAFF);
    let dry = desk.done(&["import", &staff, "--enrich", "--dry-run"]);
    let done = desk.done(&["import", &staff, "--enrich"]);
    for result in [&dry, &done] {
        for of in [result, &result["files"][0]] {
            let rows = ["read", "new", "merged", "rejected", "unmatched"].map(|it| of[it].as_i64());
            assert_eq!(rows, [Some(3), Some(0), Some(1), Some(1), Some(1)], "{result}");
        }
        assert_eq!((&result["enrich"], &result["conflicts"]), (&json!(true), &json!(0)), "{result}");
    }
    let found = desk.done(&["accounts"]);
    assert_eq!(found["total"], 2);
    let anna = account(&desk, "a@x.example");
    let held = ["name", "region", "residence", "status"].map(|it| anna[it].as_str().unwrap_or_default());
    assert_eq!((held, &anna["ways"]), (["Anna", "North", "DE", "cleared"], &json!([])));
    let regions = desk.done(&["facts"])["by_region"].to_string();
    assert!(!regions.contains("Elsewhere"), "a row that is not taken makes no region: {regions}");
    let import = desk.done(&["import", "list"])["imports"][1].clone();
    assert_eq!((&import["unmatched"], &import["files"][0]["unmatched"]), (&json!(1), &json!(1)));
    let reading: Value = serde_json::from_str(import["files"][0]["reading"].as_str().expect("how")).expect("JSON");
    assert_eq!(reading["enrich"], true, "evidence");
    assert!(desk.say(&["import", &staff, "--enrich", "--dry-run"], "de").out.contains("nicht im Fall"));
    desk.done(&["import", "undo"]);
    assert_eq!(desk.done(&["accounts"]), before.0);
    assert_eq!(desk.done(&["facts"])["by_status"], before.1["by_status"]);
    assert_eq!(desk.done(&["verify"])["ok"], true);
}

#[test]
fn an_account_that_only_a_staff_list_still_knows_goes_with_the_list_that_brought_it() {
    let desk = Desk::with_case();
    let list = desk.file("list.csv", "email\na@x.example\nb@x.example\n");
    desk.done(&["import", &list]);
    desk.done(&["import", &desk.file("staff.csv", STAFF), "--enrich"]);
    assert_eq!(desk.done(&["import", "undo", "--import", "1"])["removed"], 2);
    assert_eq!(desk.done(&["accounts"])["total"], 0);
    assert_eq!(desk.done(&["verify"])["ok"], true);
    desk.done(&["import", &list]);
    let found = account(&desk, "a@x.example");
    assert_eq!((&found["import"], &found["name"]), (&json!(3), &json!(null)), "nothing is left of it");
}

#[test]
fn a_staff_list_alone_examines_nothing() {
    let desk = Desk::with_case();
    let result = desk.done(&["import", &desk.file("staff.csv", STAFF), "--enrich"]);
    assert_eq!((&result["new"], &result["unmatched"]), (&json!(0), &json!(2)));
    assert_eq!(desk.done(&["facts"])["accounts"]["qualifier"], "to_be_determined");
}

/// A status that a hand set, then a list that says something else of it.
fn contradicted() -> Desk {
    let desk = Desk::with_case();
    desk.done(&["import", &desk.file("first.csv", "email\na@x.example\n")]);
    desk.done(&["tag", "--status", "cleared"]);
    let later = desk.file("later.csv", "email,status,email count\na@x.example,confirmed,500\n");
    assert_eq!(desk.done(&["import", &later])["conflicts"], 1);
    desk
}

fn open(desk: &Desk) -> Value {
    desk.done(&["conflict", "list"])["conflicts"].clone()
}

#[test]
fn what_a_hand_decided_stands_and_what_contradicts_it_is_listed_and_counted_on_the_safe_side() {
    let desk = contradicted();
    let found = open(&desk)[0].clone();
    assert_eq!(
        (&found["field"], &found["stands"], &found["key"]),
        (&json!("status"), &json!("cleared"), &json!("a@x.example"))
    );
    let [hand, list] = [&found["statements"][0], &found["statements"][1]];
    assert_eq!(
        (&hand["value"], &hand["deed"]["who"], &hand["deed"]["verb"]),
        (&json!("cleared"), &json!("A. Tester"), &json!("tag"))
    );
    assert!(hand["deed"]["at"].as_str().is_some_and(|it| it.starts_with("2026-11-25")), "{hand}");
    assert_eq!((&list["value"], &list["file"], &list["line"]), (&json!("confirmed"), &json!("later.csv"), &json!(2)));
    assert_eq!(account(&desk, "a@x.example")["status"], "cleared", "the hand's value stands");
    let facts = desk.done(&["facts"]);
    assert_eq!(
        (&facts["conflicts"], &facts["accounts"]["value"], &facts["records"]["value"]),
        (&json!(1), &json!(1), &json!(500))
    );
    for (language, words) in [
        ("en", ["Status", "cleared (by A. Tester", "confirmed (later.csv, line 2)"]),
        ("de", ["Status", "(von A. Tester", "(later.csv, Zeile 2)"]),
    ] {
        let said = desk.say(&["conflict", "list"], language).out;
        assert!(words.iter().all(|it| said.contains(it)), "{language}: {said}");
    }
    assert_eq!(desk.done(&["verify"])["ok"], true);
}

#[test]
fn deciding_closes_what_stood_and_undo_opens_it_again() {
    let desk = contradicted();
    let before = open(&desk);
    let numbers = |desk: &Desk| {
        let facts = desk.done(&["facts"]);
        (facts["conflicts"].clone(), facts["accounts"].clone(), facts["records"].clone())
    };
    let stood = numbers(&desk);
    for decide in [
        vec!["conflict", "adopt", "a@x.example", "status=confirmed", "--reason", "The log shows it"],
        vec!["conflict", "adopt", "A@X.example", "status=cleared"],
        vec!["tag", "--status", "cleared"],
        vec!["tag", "--status", "suspected"],
    ] {
        desk.done(&decide);
        assert_eq!((open(&desk), &numbers(&desk).0), (json!([]), &json!(0)), "{decide:?}");
        let after = numbers(&desk);
        desk.done(&["undo"]);
        assert_eq!((open(&desk), numbers(&desk)), (before.clone(), stood.clone()), "{decide:?}");
        desk.done(&["redo"]);
        assert_eq!((open(&desk), numbers(&desk)), (json!([]), after), "{decide:?}");
        desk.done(&["undo"]);
        assert_eq!(desk.done(&["verify"])["ok"], true);
    }
    desk.done(&["undo"]);
    assert_eq!(
        (open(&desk), &account(&desk, "a@x.example")["status"]),
        (json!([]), &json!("confirmed")),
        "no hand any more"
    );
    desk.done(&["redo"]);
    assert_eq!(open(&desk), before);
    desk.done(&["import", "undo"]);
    assert_eq!((open(&desk), &numbers(&desk).1["value"]), (json!([]), &json!(0)));
}

#[test]
fn a_region_an_organisation_and_a_residence_of_a_hand_are_statements_likewise() {
    let desk = Desk::with_case();
    desk.done(&["import", &desk.file("1.csv", "email,region,organisation,country\na@x.example,North,Acme,DE\n")]);
    desk.done(&["tag", "--region", "South", "--organisation", "none", "--create"]);
    desk.done(&["tag", "--residence", "SE", "--basis", "hr"]);
    assert_eq!(open(&desk), json!([]), "what a list said before, the hand decided");
    let silent = desk.done(&["import", &desk.file("2.csv", "email,region,country\na@x.example,South,SE\n")]);
    assert_eq!(silent["conflicts"], 0, "a list that says the same");
    let later =
        desk.done(&["import", &desk.file("3.csv", "email,region,organisation,country\na@x.example,North,Acme,DE\n")]);
    assert_eq!(later["conflicts"], 3);
    let said = |field: &str| {
        let all = open(&desk);
        let found = all.as_array().expect("a list").iter().find(|it| it["field"] == field).expect(field).clone();
        [found["statements"][0]["value"].clone(), found["statements"][1]["value"].clone()]
    };
    assert_eq!(said("region"), [json!("South"), json!("North")]);
    assert_eq!(said("organisation"), [json!(null), json!("Acme")]);
    assert_eq!(said("residence"), [json!("SE"), json!("DE")]);
    let held = |desk: &Desk| {
        ["region", "organisation", "residence", "basis"].map(|it| account(desk, "a@x.example")[it].clone())
    };
    assert_eq!(held(&desk), [json!("South"), json!(null), json!("SE"), json!("hr")]);
    desk.done(&["conflict", "adopt", "a@x.example", "organisation=none"]);
    desk.done(&["conflict", "adopt", "a@x.example", "residence=SE"]);
    desk.done(&["conflict", "adopt", "a@x.example", "region=North"]);
    assert_eq!(held(&desk), [json!("North"), json!(null), json!("SE"), json!("hr")]);
    assert_eq!(desk.done(&["facts"])["conflicts"], 0);
    for _ in 0..3 {
        desk.done(&["undo"]);
    }
    assert_eq!(desk.done(&["facts"])["conflicts"], 3);
    assert_eq!(desk.done(&["verify"])["ok"], true);
}

#[test]
fn only_what_was_stated_can_be_adopted_and_the_deed_keeps_its_reason() {
    let desk = Desk::with_case();
    desk.done(&["import", &desk.file("1.csv", "email,email count,name\na@x.example,10,Anna\nb@x.example,1,Bo\n")]);
    desk.done(&["import", &desk.file("2.csv", "email,email count,name\na@x.example,>=30,Anne\nb@x.example,1,Bob\n")]);
    let of = |filter: &str| desk.done(&["conflict", "list", "--where", filter])["total"].clone();
    assert_eq!([of("key:a*"), of("key:b*"), of("conflict:records"), of("key:c*")], [2, 1, 2, 0].map(Value::from));
    let refused = desk.refused(&["conflict", "adopt", "a@x.example", "records=20"], "conflict.not_stated");
    let message = refused["message"].as_str().expect("a sentence");
    assert!(message.contains("10 email") && message.contains(">=30 email"), "{message}");
    desk.refused(&["conflict", "adopt", "nobody@x.example", "name=Anna"], "account.unknown");
    desk.refused(&["conflict", "adopt", "a@x.example", "shoe=43"], "word.unknown");
    desk.refused(&["conflict", "adopt", "a@x.example", "name"], "conflict.unreadable");
    desk.refused(&["conflict", "adopt", "a@x.example", "status=confirmed"], "conflict.missing");
    let id = account(&desk, "a@x.example")["id"].to_string();
    let done = desk.done(&["conflict", "adopt", &id, "records=>=30", "--reason", "Newer log"]);
    assert_eq!((&done["field"], &done["adopted"]["low"]), (&json!("records"), &json!(30)));
    assert_eq!(account(&desk, "a@x.example")["records"]["qualifier"], "at_least");
    let said = desk.say(&["conflict", "adopt", "a@x.example", "name=anne"], "de").out;
    assert!(said.contains("Anne"), "{said}");
    assert_eq!(account(&desk, "a@x.example")["name"], "Anne");
    let undone = desk.done(&["undo"]);
    assert_eq!(undone["verb"], "conflict.adopt");
}
