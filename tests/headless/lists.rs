//! What a list says is what is counted, or it is said: a row for each way in which lists say something else than they seem to.

use serde_json::{Value, json};

use super::Desk;

/// What came of a list: its rows, the accounts' keys, and the line and code of each problem.
fn taken(desk: &Desk, list: &str) -> (Value, Vec<String>, Vec<(u64, String)>) {
    let result = desk.done(&["import", &desk.file("list.csv", list)]);
    let keys = accounts(desk).iter().map(|it| it["key"].as_str().unwrap_or_default().to_owned()).collect();
    let problem = |it: &Value| (it["line"].as_u64().unwrap_or(0), it["code"].as_str().unwrap_or_default().to_owned());
    let problems = result["problems"].as_array().expect("a list").iter().map(problem).collect();
    (result, keys, problems)
}

fn accounts(desk: &Desk) -> Vec<Value> {
    desk.done(&["accounts"])["accounts"].as_array().expect("a list").clone()
}

#[test]
fn each_list_is_counted_as_its_reader_counts_it() {
    for (list, keys, problems) in [
        // Sums and last lines.
        (
            "User name;Records\nanna;10\nbert;20\n\nSumme;30\nErstellt am 24.11.2026 von IT;\n-- Ende --;\n",
            &["anna", "bert"][..],
            &[(5, "row.footer"), (6, "row.footer"), (7, "row.footer")][..],
        ),
        ("Kundennummer;Records\n1;5\n2;7\n;12\n", &["1", "2"], &[(4, "row.footer")]),
        ("Kundennummer;Name;Records\n1;Total;5\n2;Anna;7\n", &["1", "2"], &[]),
        ("User name;Records\ntotal;5\nanna;7\n", &["total", "anna"], &[]),
        ("User name;Records\nsummer;5\nendemann;7\n", &["summer", "endemann"], &[]),
        // Several in a cell.
        (
            "E-Mail;Note\n\"Ann <a@x.example>; Bob <b@x.example>\";x\n",
            &["a@x.example", "b@x.example"],
            &[(2, "key.several_each")],
        ),
        ("E-Mail;Records\n\"a@x.example, b@x.example\";7\nc@x.example;1\n", &["c@x.example"], &[(2, "key.several")]),
        (
            "Ann <a@x.example>; Bob <b@x.example>; c@x.example\n",
            &["a@x.example", "b@x.example", "c@x.example"],
            &[(1, "key.several_each")],
        ),
        // Words that are nothing, and words that are somebody.
        ("User name;Region\nnull;NA\nanna;Nord\n", &["null", "anna"], &[(2, "key.may_be_nothing")]),
        (
            "Kundennummer;Name\n8,68533E+14;A\n8,68533E+14;B\n######;C\n7;D\n",
            &["7"],
            &[(2, "key.rounded"), (3, "key.rounded"), (4, "key.lost")],
        ),
        ("E-Mail;Name\na@x.example;#N/A\n", &["a@x.example"], &[(2, "field.lost")]),
        (";;\nE-Mail;Name;\na@x.example;A;\n;;\n;;\n", &["a@x.example"], &[]),
    ] {
        let desk = Desk::with_case();
        let (result, found, said) = taken(&desk, list);
        let said: Vec<(u64, &str)> = said.iter().map(|(line, code)| (*line, code.as_str())).collect();
        let mut found: Vec<&str> = found.iter().map(String::as_str).collect();
        let mut keys = keys.to_vec();
        found.sort_unstable();
        keys.sort_unstable();
        assert_eq!((found, said.as_slice()), (keys, problems), "{list}: {result}");
    }
}

#[test]
fn each_cell_is_read_as_it_says_or_left_open_and_said() {
    for (header, cell, field, value, code) in [
        ("Country", "NA", "residence", json!("NA"), Some("field.namibia")),
        ("Country", "N/A", "residence", Value::Null, Some("field.nothing")),
        ("Region", "NA", "region", json!("NA"), None),
        ("Region", "Fjord/Ost", "region", json!("Fjord/Ost"), None),
        ("Organisation", "Fjord Shipping A/S", "organisation", json!("Fjord Shipping A/S"), None),
        ("Last name", "Null", "name", json!("Null"), None),
        ("Status", "?", "status", json!("suspected"), Some("field.unknown_status")),
        ("Status", "Cleard", "status", json!("suspected"), Some("field.unknown_status")),
        ("First access", "1970-01-01", "first_access", Value::Null, Some("time.outside")),
        ("First access", "1601-01-01T00:00:00Z", "first_access", Value::Null, Some("time.outside")),
        ("First access", "2062-03-01", "first_access", Value::Null, Some("time.outside")),
        ("Item Count", "500", "records", Value::Null, None),
        ("Anzahl", "500", "records", Value::Null, None),
    ] {
        let desk = Desk::with_case();
        let (result, _, said) = taken(&desk, &format!("E-Mail;{header}\na@x.example;{cell}\n"));
        let codes: Vec<&str> = said.iter().map(|(_, code)| code.as_str()).collect();
        assert_eq!((&accounts(&desk)[0][field], codes.first().copied()), (&value, code), "{header} {cell}: {result}");
    }
}

#[test]
fn names_that_look_the_same_are_one_region_and_a_stroke_makes_no_branch() {
    let desk = Desk::with_case();
    let list = "E-Mail;Region;Organisation\na@x.example;Süd;Kyst I/S\nb@x.example;Su\u{308}d;Kyst I/S\nc@x.example; S\u{fc}d\u{200b};Kyst\u{a0}I/S\n";
    taken(&desk, list);
    let facts = desk.done(&["facts"]);
    let named = |table: &str, field: &str| -> Vec<String> {
        let rows = facts[table].as_array().expect("rows").iter().filter_map(|it| it[field].as_str());
        rows.map(str::to_owned).collect()
    };
    assert_eq!(named("by_region", "region"), ["Süd"]);
    assert_eq!(named("by_organisation", "organisation"), ["Kyst I/S"]);
    assert_eq!(desk.done(&["accounts", "--where", "organisation:\"Kyst I/S\""])["total"], 3);
}

#[test]
fn what_each_column_became_is_said_and_two_rows_of_a_sheet_contradict_each_other() {
    let desk = Desk::with_case();
    let list = desk.file("list.csv", "E-Mail;Records;Records;Item Count;ref\na@x.example;5;500;7;x\n");
    let result = desk.done(&["import", &list, "--dry-run"]);
    let columns = result["files"][0]["columns"].as_array().expect("columns").iter();
    let told: Vec<_> = columns.map(|it| (it["header"].as_str(), it["field"].as_str(), it["why"].as_str())).collect();
    let column = |header, field, why| (Some(header), field, Some(why));
    assert_eq!(
        told,
        [
            column("E-Mail", Some("key"), "header"),
            column("Records", Some("records"), "header"),
            column("Records", None, "twice"),
            column("Item Count", None, "offered"),
            column("ref", None, "unknown"),
        ]
    );
    let said = desk.say(&["import", &list, "--dry-run"], "en").out;
    assert!(said.contains("“Item Count”") && said.contains("“ref”"), "{said}");
    desk.done(&["import", &list]);
    let sheet = "key,key_kind,shown,region\na@x.example,email,a@x.example,Nord\na@x.example,email,a@x.example,Süd\n";
    let result = desk.done(&["import", &desk.file("sheet.csv", sheet)]);
    let problems = result["problems"].as_array().expect("a list").iter();
    let told: Vec<_> = problems.map(|it| (it["line"].as_u64(), it["code"].as_str())).collect();
    assert_eq!(told, [(Some(2), Some("sheet.asked_twice")), (Some(3), Some("sheet.asked_twice"))]);
    assert_eq!(accounts(&desk)[0]["region"], "Nord");
}
