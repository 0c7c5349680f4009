//! What lists and hands say of numbers and times: contradictions of typed counts, open numbers, days that stay days, bytes
//! that were read before; and which case is meant.

use serde_json::{Value, json};

use super::Desk;

fn import(desk: &Desk, name: &str, list: &str) -> Value {
    desk.done(&["import", &desk.file(name, list)])
}

/// A list of so many confirmed accounts.
fn accounts(n: usize) -> String {
    (0..n).fold("email\n".to_owned(), |list, n| format!("{list}p{n}@x.example\n"))
}

#[test]
fn a_typed_count_that_the_list_contradicts_is_said_at_the_import_listed_and_counted() {
    for (typed, rows, contradicts) in [
        (["--value", "9"].as_slice(), 11, true),
        (&["--value", "11"], 11, false),
        (&["--at-least", "12"], 11, true),
        (&["--at-least", "9"], 11, false),
        (&["--at-most", "9"], 11, true),
        (&["--between", "5", "11"], 11, false),
        (&["--approximate", "10"], 11, false),
        (&["--approximate", "5"], 11, true),
        (&["--open"], 11, false),
    ] {
        let desk = Desk::with_case();
        desk.done(&[&["count", "set", "accounts"], typed].concat());
        let dry = desk.done(&["import", &desk.file("list.csv", accounts(rows)), "--dry-run"]);
        let result = import(&desk, "list.csv", &accounts(rows));
        assert_eq!(dry["typed"], result["typed"], "a dry run says it, too");
        assert_eq!(result["conflicts"], u64::from(contradicts), "{typed:?} {result}");
        assert_eq!(desk.done(&["facts"])["conflicts"], u64::from(contradicts), "{typed:?}");
        let said = &result["typed"][0];
        assert_eq!(said["computed"]["value"].as_u64(), contradicts.then_some(rows as u64), "{typed:?} {result}");
        assert_eq!(desk.done(&["conflict", "list"])["total"], u64::from(contradicts), "{typed:?}");
    }
}

#[test]
fn of_a_typed_count_and_a_computed_one_somebody_adopts_one_or_keeps_the_other_with_a_reason() {
    let contradicted = || {
        let desk = Desk::with_case();
        desk.done(&["count", "set", "accounts", "--value", "9", "--source", "help desk"]);
        import(&desk, "list.csv", &accounts(11));
        desk
    };
    let desk = contradicted();
    let listed = desk.done(&["conflict", "list"])["conflicts"][0].clone();
    assert_eq!(
        (&listed["count"], &listed["field"], &listed["stands"]["value"]),
        (&json!("accounts"), &json!("count"), &json!(9))
    );
    let statements = &listed["statements"];
    assert_eq!((&statements[0]["source"], &statements[1]["value"]["value"]), (&json!("help desk"), &json!(11)));
    for (language, words) in [("en", "as the rows add up"), ("de", "Summe der Zeilen")] {
        assert!(desk.say(&["conflict", "list"], language).out.contains(words), "{language}");
    }
    assert_eq!(desk.done(&["facts"])["accounts"]["value"], 9, "what was typed stands until somebody decides");
    desk.done(&["conflict", "adopt", "accounts", "count=computed"]);
    let facts = desk.done(&["facts"]);
    assert_eq!((&facts["accounts"]["value"], &facts["conflicts"]), (&json!(11), &json!(0)));
    desk.done(&["undo"]);
    assert_eq!(desk.done(&["facts"])["conflicts"], 1, "open again");

    desk.refused(&["conflict", "adopt", "accounts", "count=typed"], "conflict.without_reason");
    desk.done(&["conflict", "adopt", "accounts", "count=typed", "--reason", "two are tests"]);
    let facts = desk.done(&["facts"]);
    assert_eq!((&facts["accounts"]["value"], &facts["conflicts"]), (&json!(9), &json!(0)));
    assert_eq!(import(&desk, "again.csv", &accounts(11))["conflicts"], 0, "the same again says nothing new");
    assert_eq!(import(&desk, "more.csv", &accounts(12))["conflicts"], 1, "another number contradicts what was kept");
    desk.done(&["import", "undo"]);
    assert_eq!(desk.done(&["facts"])["conflicts"], 0);
    desk.done(&["undo"]);
    assert_eq!(desk.done(&["facts"])["conflicts"], 1);
    assert_eq!(desk.done(&["verify"])["ok"], true);
    desk.refused(&["conflict", "adopt", "records", "count=typed", "--reason", "x"], "conflict.missing");
    desk.refused(&["conflict", "adopt", "accounts", "count=mine"], "word.unknown");
}

#[test]
fn a_qualifier_that_cannot_be_read_leaves_the_number_open_and_says_so() {
    for (qualifier, value, problems) in [
        ("exact", json!(500), 0),
        ("", json!(500), 0),
        ("-", json!(500), 0),
        ("perhaps", Value::Null, 1),
        ("500-ish", Value::Null, 1),
    ] {
        let desk = Desk::with_case();
        let result =
            import(&desk, "list.csv", &format!("email,email count,records_qualifier\na@x.example,500,{qualifier}\n"));
        assert_eq!(result["problems_total"], problems, "{qualifier}: {result}");
        let records = desk.done(&["accounts"])["accounts"][0]["records"].clone();
        assert_eq!(records["value"], value, "{qualifier}: {records}");
    }
}

#[test]
fn a_day_of_a_list_is_the_same_day_in_every_zone_and_an_instant_is_not() {
    let desk = Desk::with_case();
    let list = "email,first access,last access\n\
         day@x.example,2026-05-04,2026-05-06\n\
         month@x.example,2026-05,\n\
         time@x.example,2026-05-04T23:30:00Z,\n";
    import(&desk, "list.csv", list);
    let days = |desk: &Desk| {
        let found = desk.done(&["accounts"])["accounts"].clone();
        let first: Vec<String> =
            (0..3).map(|at| found[at]["first_access"].as_str().unwrap_or_default().to_owned()).collect();
        (first, found[0]["last_access"].clone(), desk.done(&["facts"])["by_day"].clone())
    };
    let on = |by_day: &Value, day: &str| {
        by_day
            .as_array()
            .and_then(|rows| rows.iter().find(|it| it["day"] == day))
            .map(|it| it["accounts"]["value"].clone())
    };
    for (zone, instant, counted) in [
        ("Europe/Berlin", "2026-05-05T01:30:00+02:00", "2026-05-05"),
        ("America/Los_Angeles", "2026-05-04T16:30:00-07:00", "2026-05-04"),
        ("Pacific/Kiritimati", "2026-05-05T13:30:00+14:00", "2026-05-05"),
        ("UTC", "2026-05-04T23:30:00+00:00", "2026-05-04"),
    ] {
        desk.done(&["case", "set", &format!("zone={zone}")]);
        let (first, last, by_day) = days(&desk);
        assert_eq!(
            (first, last),
            (vec!["2026-05-04".into(), "2026-05".into(), instant.into()], json!("2026-05-06")),
            "{zone}"
        );
        assert_eq!(
            on(&by_day, "2026-05-04"),
            Some(json!(if counted == "2026-05-04" { 2 } else { 1 })),
            "{zone}: {by_day}"
        );
    }
    // Merged again in another zone, nothing moves either.
    desk.done(&["case", "set", "zone=Asia/Tokyo"]);
    import(&desk, "again.csv", "email,first access\nday@x.example,2026-05-04\n");
    assert_eq!(days(&desk).0[0], "2026-05-04");
    assert_eq!(desk.done(&["verify"])["ok"], true);
}

#[test]
fn a_list_read_in_another_zone_than_the_cases_keeps_its_days() {
    let desk = Desk::with_case();
    let list = desk.file("list.csv", "email,first access\na@x.example,2026-05-04\n");
    desk.done(&["import", &list, "--zone", "America/Los_Angeles"]);
    assert_eq!(desk.done(&["accounts"])["accounts"][0]["first_access"], "2026-05-04");
    assert_eq!(desk.done(&["facts"])["by_day"][0]["day"], "2026-05-04");
}

#[test]
fn a_files_period_is_that_of_its_own_rows() {
    let desk = Desk::with_case();
    let may = desk.file("may.csv", "email,first access,last access\na@x.example,2026-05-04,2026-05-06\n");
    let june = desk.file("june.csv", "email,first access\nb@x.example,2026-06-01\na@x.example,2026-06-09\n");
    desk.done(&["import", &may, &june]);
    import(&desk, "none.csv", "email\na@x.example\n");
    let sheet = desk.done(&["facts", "--explain"]);
    let files = find(&sheet, "files").expect("files");
    let period = |at: usize| files[at]["period"].clone();
    assert_eq!(period(0), json!(["2026-05-04", "2026-05-06"]), "{files}");
    assert_eq!(period(1), json!(["2026-06-01", "2026-06-09"]), "also of rows that were merged: {files}");
    assert_eq!(period(2), Value::Null, "of one without times none, whatever its accounts hold: {files}");
}

/// The first list of this name within an answer, wherever it stands.
fn find<'a>(value: &'a Value, name: &str) -> Option<&'a Value> {
    match value {
        Value::Object(map) => map
            .get(name)
            .filter(|it| it.as_array().is_some_and(|it| !it.is_empty()))
            .or_else(|| map.values().find_map(|it| find(it, name))),
        Value::Array(all) => all.iter().find_map(|it| find(it, name)),
        _ => None,
    }
}

#[test]
fn categories_of_data_of_a_list_are_kept_one_by_one_and_go_with_it() {
    let desk = Desk::with_case();
    import(&desk, "1.csv", "email,data_category\na@x.example,\"Health; Badge photo, health\"\n");
    import(&desk, "2.csv", "email,data_category\na@x.example,contact\n");
    let exposed = |desk: &Desk| -> Vec<String> {
        let facts = desk.done(&["facts"]);
        let rows = facts["by_exposure"].as_array().expect("rows").iter();
        rows.map(|it| it["element"].as_str().expect("an element").to_owned()).collect()
    };
    let mut all = exposed(&desk);
    all.sort();
    assert_eq!(all, ["badge photo", "contact", "health"]);
    desk.done(&["import", "undo", "--import", "1"]);
    assert_eq!(exposed(&desk), ["contact"]);
    assert_eq!(desk.done(&["verify"])["ok"], true);
}

#[test]
fn the_same_bytes_are_said_also_after_they_were_taken_back() {
    let desk = Desk::with_case();
    let list = desk.file("list.csv", "email\na@x.example\n");
    desk.done(&["import", &list]);
    let again = desk.done(&["import", &list])["files"][0].clone();
    assert_eq!((&again["same_as"], &again["same_as_taken_back"]), (&json!(1), &Value::Null));
    desk.done(&["import", "undo", "--import", "1"]);
    let still = desk.done(&["import", &list])["files"][0].clone();
    assert_eq!((&still["same_as"], &still["same_as_taken_back"]), (&json!(2), &Value::Null), "the one that stands");
    desk.done(&["import", "undo", "--import", "2"]);
    desk.done(&["import", "undo", "--import", "3"]);
    let gone = desk.done(&["import", &list, "--dry-run"])["files"][0].clone();
    assert_eq!((&gone["same_as"], &gone["same_as_taken_back"]), (&json!(3), &json!(true)), "the last of them");
    for (language, words) in [("en", "taken back"), ("de", "zurückgenommen")] {
        let said = desk.say(&["import", &list, "--dry-run"], language).out;
        assert!(said.contains(words), "{language}: {said}");
    }
}

#[test]
fn a_case_is_meant_by_its_number_reference_samples_name_or_title() {
    let desk = Desk::plain();
    desk.done(&["sample"]);
    for (title, reference) in
        [("Two lists", "R-1"), ("Two lists", "R-2"), ("Other", "3"), ("R-2", "R-4"), ("Nordmeer", "R-5")]
    {
        let case = desk.done(&["case", "new", "--title", title])["case"].to_string();
        desk.done(&["case", "set", &format!("reference={reference}"), "--case", &case]);
    }
    for (which, id) in [
        ("3", 3),
        ("R-1", 3),
        ("r-2", 4),
        ("Other", 5),
        ("other ", 5),
        ("R-4", 6),
        ("storm-0558", 1),
        ("nordmeer", 2),
        ("2026-07", 2),
        ("Storm-0558: mailboxes of the U.S. Department of State", 1),
    ] {
        let shown = desk.done(&["case", "show", "--case", which]);
        assert_eq!(shown["id"], id, "{which}");
        assert_eq!(desk.done(&["facts", "--case", which])["case"], id, "{which}");
    }
    let ambiguous = desk.refused(&["facts", "--case", "Two lists"], "case.ambiguous");
    assert!(ambiguous["message"].as_str().is_some_and(|it| it.contains("3 (Two lists), 4 (Two lists)")), "{ambiguous}");
    desk.refused(&["facts", "--case", "nothing"], "case.missing");
    let which = desk.refused(&["facts"], "case.which");
    assert!(which["message"].as_str().is_some_and(|it| it.contains("5 (Other)")), "{which}");
    let list = desk.file("list.csv", "email\na@x.example\n");
    assert_eq!(desk.done(&["import", &list, "--case", "R-1"])["new"], 1);
    desk.done(&["tag", "--status", "cleared", "--case", "R-1"]);
    desk.done(&["undo", "--case", "R-1"]);
    assert_eq!(desk.done(&["accounts", "--case", "r-1"])["total"], 1);
}

/// A number is not taken for one of another unit, wherever it is written down.
#[test]
fn a_number_of_a_unit_that_its_subject_is_not_counted_in_is_refused() {
    let desk = Desk::with_case();
    for (setting, code) in [
        (r#"claim+={"subject":"accounts","count":{"value":400,"unit":"email"},"source":"Press"}"#, Some("count.unit")),
        (
            r#"claim+={"subject":"persons.owner","count":{"value":4,"unit":"account"},"source":"Press"}"#,
            Some("count.unit"),
        ),
        (r#"claim+={"subject":"records","count":{"value":4,"unit":"person"},"source":"Press"}"#, Some("count.unit")),
        (r#"exposure+={"category":"health","group":"owner","count":{"value":400,"unit":"email"}}"#, Some("count.unit")),
        (r#"exposure+={"category":"health","group":"owner","count":{"value":400,"unit":"person"}}"#, None),
        (r#"exposure+={"category":"health","group":"owner","count":{"value":400}}"#, None),
        (r#"claim+={"subject":"accounts","count":{"value":400},"source":"Press"}"#, None),
        (r#"claim+={"subject":"records","count":{"value":400,"unit":"email"},"source":"Press"}"#, None),
        (r#"claim[1].count={"value":9,"unit":"email"}"#, Some("count.unit")),
        (r#"exposure[1].count={"value":9,"unit":"email"}"#, Some("count.unit")),
    ] {
        match code {
            Some(code) => drop(desk.refused(&["case", "set", setting], code)),
            None => drop(desk.done(&["case", "set", setting])),
        }
    }
    desk.refused(&["count", "set", "accounts", "--value", "400", "--unit", "email"], "count.unit");
}

/// What is asked of one row in one call has to fit together at the end, in whichever order it is said.
#[test]
fn fields_of_a_row_that_only_fit_together_are_changed_together() {
    let desk = Desk::with_case();
    desk.done(&["case", "set", r#"claim+={"subject":"records","count":{"value":4,"unit":"email"},"source":"Press"}"#]);
    let first =
        "coverage+={\"what\":\"Log\",\"from\":\"2026-05-01T00:00Z\",\"until\":\"2026-05-02T00:00Z\",\"whole\":true}";
    desk.done(&["case", "set", first]);
    for (one, other) in [
        ("claim[1].subject=persons", r#"claim[1].count={"value":9,"unit":"person"}"#),
        (r#"claim[1].count={"value":4,"unit":"email"}"#, "claim[1].subject=records"),
        ("coverage[1].from=2026-06-01T00:00Z", "coverage[1].until=2026-06-02T00:00Z"),
        ("coverage[1].until=2026-04-02T00:00Z", "coverage[1].from=2026-04-01T00:00Z"),
    ] {
        desk.done(&["case", "set", one, other]);
    }
    desk.refused(&["case", "set", "claim[1].subject=persons"], "count.unit");
    desk.refused(&["case", "set", "coverage[1].from=2026-06-01T00:00Z"], "time.end_before_begin");
}
