//! Persons by residence, element and way: from the accounts that say all three, beside what was typed.

use serde_json::{Value, json};

use super::Desk;

/// Residence, element, way, low, high of each row.
fn rows(facts: &Value) -> Vec<(String, String, String, i64, Option<i64>)> {
    let text = |value: &Value| value.as_str().unwrap_or("-").to_owned();
    let row = |row: &Value| {
        let persons = &row["persons"];
        let [residence, element, way] = ["residence", "element", "way"].map(|key| text(&row[key]));
        (residence, element, way, persons["low"].as_i64().expect("a low"), persons["high"].as_i64())
    };
    facts["by_exposure"].as_array().expect("rows").iter().map(row).collect()
}

fn row(residence: &str, element: &str, way: &str, high: i64) -> (String, String, String, i64, Option<i64>) {
    (residence.into(), element.into(), way.into(), 0, Some(high))
}

#[test]
fn a_lists_data_categories_are_counted_by_residence_and_way_and_taken_back_with_it() {
    let desk = Desk::with_case();
    let list = desk.file(
        "l.csv",
        "email,country,data category,way,kind\n\
         a@x.example,US-CA,\"SSN; Health\",file_downloaded,person\n\
         b@x.example,US-CA,contact,,person\n\
         c@x.example,,ssn,file_downloaded,person\n\
         d@x.example,US-CA,SSN,,shared\n",
    );
    desk.done(&["import", &list, "--map", "country=residence", "--map", "data category=data_category"]);
    let facts = desk.done(&["facts"]);
    let expected = [
        row("US-CA", "contact", "-", 1),
        row("US-CA", "health", "file_downloaded", 1),
        row("US-CA", "ssn", "file_downloaded", 1),
        row("-", "ssn", "file_downloaded", 1),
    ];
    assert_eq!(rows(&facts), expected, "a shared mailbox is no person, and nobody's state is guessed: {facts}");
    assert_eq!(facts["by_exposure"][1]["data_category"], "health");
    assert_eq!(facts["by_exposure"][2]["data_category"], Value::Null, "a word of the list's own");
    desk.done(&["tag", "--status", "cleared", "--where", "key:a@x.example"]);
    assert_eq!(rows(&desk.done(&["facts"])).len(), 2, "who is cleared is not counted");
    desk.done(&["undo"]);
    assert_eq!(rows(&desk.done(&["facts"])), expected);
    assert_eq!(desk.done(&["verify"])["ok"], true);
    desk.done(&["import", "undo"]);
    assert!(rows(&desk.done(&["facts"])).is_empty());
    assert_eq!(desk.done(&["verify"])["ok"], true);
}

#[test]
fn a_second_list_adds_what_it_says_of_the_same_account_and_takes_only_that_back() {
    let desk = Desk::with_case();
    let one = desk.file("1.csv", "email,data category,way,status\na@x.example,contact,signed_in,confirmed\n");
    let two = desk.file("2.csv", "email,data category,way,status\na@x.example,health,file_downloaded,suspected\n");
    let map = ["--map", "data category=data_category"];
    desk.done(&[&["import", &one][..], &map].concat());
    let before = rows(&desk.done(&["facts"]));
    desk.done(&[&["import", &two][..], &map].concat());
    let both = [
        row("-", "contact", "signed_in", 1),
        row("-", "contact", "file_downloaded", 1),
        row("-", "health", "signed_in", 1),
        row("-", "health", "file_downloaded", 1),
    ];
    assert_eq!(rows(&desk.done(&["facts"])), both);
    assert_eq!(desk.done(&["verify"])["ok"], true);
    desk.done(&["import", "undo"]);
    assert_eq!(rows(&desk.done(&["facts"])), before);
    assert_eq!(desk.done(&["verify"])["ok"], true);
}

#[test]
fn a_typed_exposure_stands_beside_the_lists_and_says_that_it_is_typed() {
    let desk = Desk::with_case();
    let list = desk.file("l.csv", "email,data category\na@x.example,health\n");
    desk.done(&["import", &list, "--map", "data category=data_category"]);
    let exposure =
        json!({"category": "health", "group": "patient", "residence": "DE", "at_least": 300, "way": "listed"});
    desk.done(&["case", "set", &format!("exposure+={exposure}")]);
    let facts = desk.done(&["facts"]);
    let typed = &facts["by_exposure"][0];
    assert_eq!(
        (&typed["typed"], &typed["residence"], &typed["element"], &typed["way"]),
        (&json!(true), &json!("DE"), &json!("health"), &json!("listed"))
    );
    assert_eq!(rows(&facts).len(), 2, "neither is added to the other: {facts}");
}

#[test]
fn as_many_words_as_rows_do_not_make_as_many_profiles() {
    let desk = Desk::with_case();
    let lines: String = (0..1_500).map(|n| format!("p{n}@x.example,photo {n} of somebody\n")).collect();
    let list = desk.file("l.csv", format!("email,data category\n{lines}"));
    desk.done(&["import", &list, "--map", "data category=data_category"]);
    let facts = desk.done(&["facts"]);
    let rows = rows(&facts);
    let additional = rows.iter().find(|row| row.1 == "additional").expect("the rest is additional data");
    assert_eq!((rows.len(), additional.4), (1_001, Some(500)));
    assert_eq!(desk.done(&["verify"])["ok"], true);
}

#[test]
fn one_person_an_account_is_a_determination_with_its_reason_and_makes_the_low_bound() {
    let desk = Desk::with_case();
    let list = desk.file(
        "l.csv",
        "email,status,kind\na@x.example,confirmed,person\nb@x.example,confirmed,person\n\
         c@x.example,suspected,person\nd@x.example,confirmed,shared\n",
    );
    desk.done(&["import", &list]);
    let bounds = |facts: &Value| (facts["persons"]["low"].as_i64(), facts["persons"]["high"].as_i64());
    assert_eq!(bounds(&desk.done(&["facts"])), (Some(0), Some(3)), "without a person's key at most");
    desk.refused(&["tag", "--one-person", " "], "tag.reason_missing");
    let reason = "one licence a person, says HR";
    let tagged = desk.done(&["tag", "--one-person", reason, "--where", "import:1"]);
    assert_eq!(tagged["changed"], 4, "{tagged}");
    let facts = desk.done(&["facts"]);
    assert_eq!(bounds(&facts), (Some(2), Some(3)), "the suspected one in the high bound alone: {facts}");
    let said = &facts["one_person"][0];
    assert_eq!(
        (&said["reason"], &said["which"], &said["by"]),
        (&json!(reason), &json!("import:1"), &json!("A. Tester"))
    );
    let dossier = desk.path("d.pdf").display().to_string();
    desk.done(&["report", "--template", "dossier", "--language", "en", "--format", "pdf", "--out", &dossier]);
    // A list that comes later leaves it.
    let again = desk.file("m.csv", "email,way\na@x.example,signed_in\n");
    desk.done(&["import", &again]);
    assert_eq!(bounds(&desk.done(&["facts"])), (Some(2), Some(3)));
    desk.done(&["import", "undo"]);
    assert_eq!(desk.done(&["verify"])["ok"], true);
    desk.done(&["undo"]);
    assert_eq!(bounds(&desk.done(&["facts"])), (Some(0), Some(3)));
    desk.done(&["redo"]);
    desk.done(&["tag", "--one-person", "none", "--where", "key:b@x.example"]);
    let facts = desk.done(&["facts"]);
    assert_eq!((bounds(&facts), facts["one_person"][0]["accounts"]["high"].as_i64()), ((Some(1), Some(3)), Some(2)));
    assert_eq!(desk.done(&["verify"])["ok"], true);
}
