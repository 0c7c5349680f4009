//! Facts as scripts read them: closed sums, open parts, typed counts, claims. Numbers worked out by hand.

use serde_json::{Value, json};

use super::Desk;

fn count(value: &Value) -> (Option<i64>, &str, i64, Option<i64>) {
    (
        value["value"].as_i64(),
        value["qualifier"].as_str().unwrap_or("?"),
        value["low"].as_i64().unwrap_or(-1),
        value["high"].as_i64(),
    )
}

#[test]
fn an_empty_case_is_open_and_not_zero() {
    let facts = Desk::with_case().done(&["facts"]);
    assert_eq!(count(&facts["accounts"]), (None, "to_be_determined", 0, None), "{facts}");
    assert_eq!(count(&facts["records"]).1, "to_be_determined");
    assert_eq!(count(&facts["persons"]).1, "to_be_determined");
}

#[test]
fn confirmed_is_the_low_suspected_widens_the_high_cleared_is_listed() {
    let desk = Desk::with_case();
    let list = desk.file("l.csv", "email,status,records,kind\na@x.example,confirmed,10,person\nb@x.example,suspected,5,person\nc@x.example,cleared,7,person\nd@x.example,confirmed,,shared\n");
    desk.done(&["import", &list]);
    let facts = desk.done(&["facts"]);
    assert_eq!(count(&facts["accounts"]), (Some(2), "between", 2, Some(3)));
    assert_eq!(count(&facts["by_status"]["confirmed"]), (Some(2), "exact", 2, Some(2)));
    assert_eq!(count(&facts["by_status"]["cleared"]), (Some(1), "exact", 1, Some(1)));
    assert_eq!(
        count(&facts["records"]),
        (Some(10), "at_least", 10, None),
        "one mailbox has no number: {}",
        facts["records"]
    );
    assert_eq!(facts["records"]["unknown_parts"], 1);
    assert_eq!(
        count(&facts["persons"]),
        (Some(2), "at_most", 0, Some(2)),
        "a shared mailbox is no person: {}",
        facts["persons"]
    );
    assert_eq!(count(&facts["by_day"][0]["accounts"]).1, "between");
    assert_eq!(facts["by_day"][0]["day"], Value::Null, "without a date is a line");
}

#[test]
fn records_read_their_qualifiers() {
    let cases = [
        ("500", (Some(500), "exact", 500, Some(500))),
        (">=500", (Some(500), "at_least", 500, None)),
        ("≥ 500", (Some(500), "at_least", 500, None)),
        ("500+", (Some(500), "at_least", 500, None)),
        ("80-120", (Some(80), "between", 80, Some(120))),
        ("0", (Some(0), "exact", 0, Some(0))),
    ];
    for (cell, expected) in cases {
        let desk = Desk::with_case();
        let list = desk.file("l.csv", format!("email,records\na@x.example,{cell}\n"));
        desk.done(&["import", &list]);
        assert_eq!(count(&desk.done(&["facts"])["records"]), expected, "{cell}");
    }
    let desk = Desk::with_case();
    let list = desk.file("l.csv", "email,records\na@x.example,ca. 500\n");
    desk.done(&["import", &list]);
    let records = desk.done(&["facts"])["records"].clone();
    assert_eq!((records["value"].as_i64(), records["qualifier"].as_str()), (Some(500), Some("approximate")));
}

#[test]
fn typed_counts_stand_from_minute_one() {
    let desk = Desk::with_case();
    desk.done(&["count", "set", "accounts", "--approximate", "600"]);
    desk.done(&["count", "set", "persons.correspondent", "--approximate", "4000", "--source", "sampled"]);
    desk.done(&["count", "set", "records", "--at-least", "60000", "--unit", "email"]);
    let facts = desk.done(&["facts"]);
    assert_eq!(facts["accounts"]["qualifier"], "approximate");
    assert_eq!(facts["accounts"]["value"], 600);
    assert_eq!(count(&facts["records"]), (Some(60000), "at_least", 60000, None));
    assert_eq!(facts["records"]["unit"], "email");
    assert_eq!(facts["persons"]["value"], 4000);
    desk.refused(&["count", "set", "accounts", "--between", "9", "3"], "count.backwards");
}

#[test]
fn a_list_does_not_push_a_typed_count_aside_until_the_computed_one_is_adopted() {
    let desk = Desk::with_case();
    desk.done(&["count", "set", "accounts", "--approximate", "600"]);
    let list = desk.file("l.csv", "email\na@x.example\nb@x.example\n");
    desk.done(&["import", &list]);
    let accounts = desk.done(&["facts"])["accounts"].clone();
    assert_eq!((accounts["value"].as_i64(), accounts["sum"]["value"].as_i64()), (Some(600), Some(2)), "{accounts}");
    desk.done(&["count", "adopt", "accounts"]);
    assert_eq!(count(&desk.done(&["facts"])["accounts"]), (Some(2), "exact", 2, Some(2)));
    desk.done(&["undo"]);
    assert_eq!(desk.done(&["facts"])["accounts"]["value"], 600);
    desk.refused(&["count", "adopt", "records"], "count.not_typed");
}

#[test]
fn nine_owners_and_about_four_thousand_correspondents_are_about_four_thousand() {
    let desk = Desk::with_case();
    let rows: String = (1..=9).map(|n| format!("p{n}@x.example,person\n")).collect();
    let list = desk.file("l.csv", format!("email,kind\n{rows}"));
    desk.done(&["import", &list]);
    desk.done(&["count", "set", "persons.correspondent", "--approximate", "4000"]);
    let persons = desk.done(&["facts"])["persons"].clone();
    assert_eq!(
        (persons["value"].as_i64(), persons["qualifier"].as_str()),
        (Some(4000), Some("approximate")),
        "{persons}"
    );
    assert_eq!(persons["groups"].as_array().map(Vec::len), Some(2));
}

#[test]
fn an_adopted_claim_stands_over_the_sum_and_both_are_shown() {
    let desk = Desk::with_case();
    let list = desk.file("l.csv", "email,records\na@x.example,10\nb@x.example,20\n");
    desk.done(&["import", &list]);
    desk.done(&["case", "set", &format!("claim+={}", json!({"subject": "records", "at_least": 60000, "unit": "record", "source": "Reuters", "said": "2023-09-28"}))]);
    let claim = desk.done(&["facts"])["claims"][0]["id"].to_string();
    assert_eq!(desk.done(&["facts"])["records"]["value"], 30, "a claim is not adopted by being written down");
    desk.done(&[
        "case",
        "set",
        &format!("claim[{claim}].adopted=yes"),
        &format!("claim[{claim}].reason=the spokesman said so"),
    ]);
    let records = desk.done(&["facts"])["records"].clone();
    assert_eq!(
        (records["value"].as_i64(), records["qualifier"].as_str()),
        (Some(60000), Some("at_least")),
        "{records}"
    );
    assert_eq!(records["sum"]["value"], 30);
}

#[test]
fn where_a_list_counts_another_unit_its_rows_are_open_and_not_zero() {
    let desk = Desk::with_case();
    let list = desk.file("l.csv", "email,region,files,first_access\na@x.example,North,10,2026-05-04\n");
    desk.done(&["import", &list]);
    desk.done(&["case", "set", &format!("claim+={}", json!({"subject": "records", "at_least": 500, "unit": "email", "source": "Press", "adopted": true, "reason": "r"}))]);
    let facts = desk.done(&["facts"]);
    assert_eq!(count(&facts["records"]), (Some(500), "at_least", 500, None), "{}", facts["records"]);
    for row in [
        &facts["by_region"][0],
        &facts["by_organisation"][0],
        &facts["by_region_and_organisation"][0],
        &facts["by_day"][0],
    ] {
        assert_eq!(count(&row["records"]).1, "to_be_determined", "{row}");
    }
}

#[test]
fn the_sums_close() {
    let desk = Desk::with_case();
    let list = desk.file(
        "l.csv",
        "email,region path,organisation path,country,first_access,records\n\
         a@x.example,W / N,Acme,DE,2026-05-04T22:30:00Z,1\nb@x.example,W / N,Acme / Sub,DE,2026-05-04,2\n\
         c@x.example,W,Other,,2026-05,4\nd@x.example,,,SE,,8\n",
    );
    desk.done(&["import", &list]);
    let facts = desk.done(&["facts"]);
    let sum = |rows: &Value, keep: &dyn Fn(&Value) -> bool, what: &str| -> i64 {
        rows.as_array()
            .expect("rows")
            .iter()
            .filter(|row| keep(row))
            .map(|row| row[what]["low"].as_i64().expect("a low"))
            .sum()
    };
    let top = |row: &Value| row["path"].as_array().is_none_or(|path| path.len() <= 1);
    assert_eq!(sum(&facts["by_region"], &top, "accounts"), 4);
    assert_eq!(sum(&facts["by_region"], &top, "records"), 15);
    assert_eq!(sum(&facts["by_organisation"], &top, "accounts"), 4);
    assert_eq!(sum(&facts["by_region_and_organisation"], &|_| true, "accounts"), 4);
    assert_eq!(sum(&facts["by_residence"], &|_| true, "accounts"), 4);
    assert_eq!(sum(&facts["by_day"], &|_| true, "records"), 15);
    let north =
        facts["by_region"].as_array().expect("rows").iter().find(|row| row["region"] == "N").expect("N").clone();
    assert_eq!(north["path"], json!(["W", "N"]));
    let world =
        facts["by_region"].as_array().expect("rows").iter().find(|row| row["region"] == "W").expect("W").clone();
    assert_eq!((world["accounts"]["value"].as_i64(), world["own_accounts"]["value"].as_i64()), (Some(3), Some(1)));
    let days: Vec<_> = facts["by_day"]
        .as_array()
        .expect("rows")
        .iter()
        .map(|row| row["day"].as_str().unwrap_or("-").to_owned())
        .collect();
    assert!(days.contains(&"2026-05-05".to_owned()), "22:30 UTC is the next day in Berlin: {days:?}");
    assert!(days.contains(&"-".to_owned()), "a month is no day: {days:?}");
}

#[test]
fn the_number_sheet_names_rule_and_files() {
    let desk = Desk::with_case();
    let list = desk.file("l.csv", "email,records\na@x.example,10\nnobody,1\n");
    desk.done(&["import", &list]);
    let explained = desk.done(&["facts", "--explain"]);
    let text = explained.to_string();
    assert!(text.contains("l.csv"), "{text}");
    assert!(text.contains("rule"), "{text}");
}

#[test]
fn the_samples_carry_their_numbers() {
    let desk = Desk::plain();
    assert_eq!(desk.done(&["sample"])["cases"], json!(["storm-0558", "nordmeer"]));
    let cases = desk.done(&["case", "list"]);
    let [storm, nordmeer] = [0, 1].map(|at| cases["cases"][at]["id"].to_string());
    let facts = desk.done(&["facts", "--case", &storm]);
    assert_eq!(count(&facts["accounts"]), (Some(10), "exact", 10, Some(10)), "{}", facts["accounts"]);
    assert_eq!(count(&facts["records"]), (Some(60000), "at_least", 60000, None), "{}", facts["records"]);
    assert_eq!(facts["records"]["unit"], "email");
    let regions: Vec<_> = facts["by_region"]
        .as_array()
        .expect("rows")
        .iter()
        .map(|row| (row["region"].as_str().unwrap_or("-"), row["accounts"]["value"].as_i64().unwrap_or(-1)))
        .collect();
    assert!(regions.contains(&("East Asia and the Pacific", 9)) && regions.contains(&("Europe", 1)), "{regions:?}");
    let facts = desk.done(&["facts", "--case", &nordmeer]);
    assert_eq!(count(&facts["accounts"]), (Some(11), "between", 11, Some(14)), "{}", facts["accounts"]);
    assert_eq!(facts["by_status"]["cleared"]["value"], 2);
    assert_eq!(facts["persons"]["value"], 4000, "{}", facts["persons"]);
    assert_eq!(count(&facts["records"]), (Some(48212), "at_least", 48212, None), "{}", facts["records"]);
    assert_eq!(desk.done(&["verify"])["ok"], true);
}

#[test]
fn a_number_above_the_largest_is_taken_from_nobody() {
    let desk = Desk::with_case();
    for number in ["1000000000001", "18446744073709551615"] {
        desk.refused(&["count", "set", "records", "--value", number], "count.too_large");
        desk.refused(&["count", "set", "persons", "--approximate", number], "count.too_large");
    }
    desk.done(&["count", "set", "records", "--at-least", "1000000000000"]);
    let list = desk.file("l.csv", "email,records\na@x.example,9223372036854775807\nb@x.example,7\n");
    let result = desk.done(&["import", &list]);
    assert_eq!(result["problems"][0]["code"], "field.number_too_large", "{result}");
    assert_eq!(desk.done(&["verify"])["ok"], true);
}

/// Case one corrects a name, and case two takes the one that is free since.
#[test]
fn what_another_case_has_made_of_a_legal_entity_since_stands_in_nobodys_way() {
    let desk = Desk::with_case();
    desk.done(&["case", "set", "controller=Acme"]);
    let then = desk.done(&["facts", "--for", "Acme"]);
    desk.done(&["case", "set", "controller=Beta", "--now", "2026-11-26T09:00:00+01:00"]);
    desk.done(&["case", "new", "--title", "Two", "--controller", "Acme"]);
    let as_of = ["facts", "--for", "Acme", "--case", "1", "--as-of", "2026-11-25T14:07:00+01:00"];
    assert_eq!(desk.done(&as_of), then);
    let undone = desk.done(&["undo", "--case", "1"]);
    assert_eq!(undone["left"], 1, "what the book knows by that name is another legal entity: {undone}");
    assert_eq!(desk.done(&["facts", "--for", "Acme", "--case", "1"])["accounts"], then["accounts"]);
    // What is said of Acme from now on is not said of Beta, whose name the book's row bears.
    let organisation = desk.done(&["case", "show", "--case", "1"])["organisations"][0]["id"].clone();
    let set = format!("organisation[{organisation}].identifier=DE1");
    desk.done(&["case", "set", &set, "--case", "1"]);
    desk.done(&["case", "new", "--title", "Three", "--controller", "Beta"]);
    assert!(!desk.done(&["case", "show", "--case", "3"]).to_string().contains("DE1"));
    assert_eq!(desk.done(&["verify"])["ok"], true);
}
