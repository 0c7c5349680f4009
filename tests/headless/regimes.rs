//! `regimes list`, `show`, `check`: on the real binary, with a folder of laws of one's own.

use std::fs;

use super::Desk;

const GDPR: &str = include_str!("../../catalogue/regimes/eu-gdpr-33-1.toml");

/// A folder of laws with these files in it.
fn laws(desk: &Desk, files: &[(&str, String)]) -> String {
    let folder = desk.path("laws");
    fs::create_dir_all(folder.join("regimes")).expect("a folder");
    for (name, text) in files {
        fs::write(folder.join("regimes").join(name), text).expect("a file");
    }
    folder.display().to_string()
}

fn mine() -> String {
    GDPR.replace("id = \"eu-gdpr-33-1\"", "id = \"mine\"")
}

#[test]
fn the_rules_are_listed_and_shown_without_a_book() {
    let desk = Desk::empty();
    let listed = desk.done(&["regimes", "list"]);
    assert_eq!(listed["on"], "2026-11-25");
    let rows = listed["regimes"].as_array().expect("rows");
    let ids: Vec<_> = rows.iter().map(|it| it["id"].as_str().expect("an id")).collect();
    assert_eq!(ids, ["eu-gdpr-33-1", "eu-gdpr-33-2", "eu-gdpr-34"]);
    assert!(rows.iter().all(|it| it["stands"] == true && it["origin"] == "ours"));
    assert!(!desk.book().exists());
    let before = desk.done(&["regimes", "list", "--on", "2018-05-24"]);
    assert!(before["regimes"].as_array().expect("rows").iter().all(|it| it["stands"] == false));
    let shown = desk.done(&["regimes", "show", "eu-gdpr-33-1"]);
    assert_eq!(shown["regime"]["phase"][0]["limit"]["hours"], 72);
    assert_eq!(shown["regime"]["source"][0]["confidence"], "copy");
    assert_eq!(desk.done(&["capabilities"])["regimes"][0], "eu-gdpr-33-1");
}

#[test]
fn a_rule_is_said_in_the_readers_language() {
    let desk = Desk::empty();
    let english = desk.say(&["regimes", "show", "eu-gdpr-33-1"], "en");
    for said in
        ["72 hours from becoming aware of the personal-data breach", "without undue delay", "25 May 2018", "2016/679"]
    {
        assert!(english.out.contains(said), "{said} in\n{}", english.out);
    }
    let german = desk.say(&["regimes", "show", "eu-gdpr-33-1"], "de");
    for said in ["unverzüglich, spätestens", "72 Stunden ab: Kenntnis von der Verletzung", "in Kraft"] {
        assert!(german.out.contains(said), "{said} in\n{}", german.out);
    }
    let table = desk.say(&["regimes", "list"], "de");
    assert!(table.out.contains("DSGVO: Meldung an die Aufsichtsbehörde"), "{}", table.out);
}

#[test]
fn an_id_that_is_none_is_refused_with_what_was_perhaps_meant() {
    let desk = Desk::empty();
    let refused = desk.refused(&["regimes", "show", "eu-gdpr-33-11"], "regime.unknown");
    let message = refused["message"].as_str().expect("a message");
    assert!(message.contains("eu-gdpr-34") && message.ends_with("Perhaps “eu-gdpr-33-1” is meant."), "{message}");
    desk.refused(&["regimes", "show", "eu-gdpr-33-1", "--edition", "2"], "regime.version_unknown");
    desk.refused(&["regimes", "list", "--on", "soon"], "time.no_day");
    let chart = desk.call(&["report", "--template", "dosier", "--out", "x.pdf"]);
    assert_eq!(chart.code, 1);
}

#[test]
fn a_file_of_ones_own_is_checked_and_all_that_is_wrong_is_said() {
    let desk = Desk::empty();
    let sound = desk.file("mine.toml", mine());
    let checked = desk.done(&["regimes", "check", &sound]);
    assert_eq!((&checked["ok"], &checked["regimes"][0]["id"]), (&true.into(), &"mine".into()));
    let bad = desk.file(
        "bad.toml",
        mine().replace("hours = 72 }\nbeside", "hors = 72 }\nbeside").replace("\"copy\"", "\"kopy\""),
    );
    let answer = desk.call(&["regimes", "check", &sound, &bad]);
    assert_eq!((answer.code, &answer.json["ok"]), (1, &false.into()), "{}", answer.err);
    let faults = answer.json["disabled"][0]["faults"].as_array().expect("faults");
    assert_eq!(faults.len(), 2, "{}", answer.out);
    assert_eq!(faults[1]["code"], "catalogue.unknown_field");
    assert_eq!(faults[1]["field"], "phase[1].limit.hors");
    assert_eq!(faults[1]["where"], serde_json::json!({"file": bad, "line": 29, "column": 34, "length": 4}));
    let said = desk.say(&["regimes", "check", &bad], "en");
    assert_eq!(said.code, 1);
    assert!(
        said.out.contains(&format!("{bad}:29:34: phase[1].limit.hors: There is no field “hors” here.")),
        "{}",
        said.out
    );
    let missing = desk.call(&["regimes", "check", &desk.path("none.toml").display().to_string()]);
    assert_eq!((missing.code, &missing.json["disabled"][0]["faults"][0]["code"]), (1, &"file.missing".into()));
}

#[test]
fn a_folder_of_ones_own_adds_and_replaces_and_its_bad_files_are_said() {
    let desk = Desk::empty();
    let files = [
        ("mine.toml", mine()),
        ("stricter.toml", GDPR.replace("hours = 72 }\nbeside", "hours = 24 }\nbeside")),
        ("bad.toml", "id = 7".to_owned()),
        (".swap.toml", "no toml".to_owned()),
    ];
    let laws = laws(&desk, &files);
    let listed = desk.done(&["regimes", "list", "--catalogue", &laws]);
    let row = |id: &str| {
        let rows = listed["regimes"].as_array().expect("rows");
        rows.iter().find(|it| it["id"] == id).cloned().expect("a row")
    };
    assert_eq!((&row("mine")["origin"], &row("mine")["overrides"]), (&"own".into(), &false.into()));
    assert_eq!(
        (&row("eu-gdpr-33-1")["overrides"], &row("eu-gdpr-33-1")["file"]),
        (&true.into(), &"regimes/stricter.toml".into())
    );
    assert_eq!(listed["disabled"].as_array().map(Vec::len), Some(1));
    let said = desk.say(&["regimes", "show", "eu-gdpr-33-1", "--catalogue", &laws], "en");
    assert_eq!(said.code, 0, "a bad file holds nothing back");
    assert!(said.out.contains("24 hours from") && said.out.contains("in the place of ours"), "{}", said.out);
    assert!(
        said.err.contains("regimes/bad.toml was left out") && said.err.contains("regimes/bad.toml:1:6: id:"),
        "{}",
        said.err
    );
    desk.refused(&["regimes", "list", "--catalogue", "/nowhere/at/all"], "catalogue.no_folder");
}
