//! Numbers that cannot be determined, messages that are distinct over all mailboxes, and typed counts that the list of a case
//! or of a party contradicts: in every place that says them, and through whatever is done and undone.

use std::process::Command;

use serde_json::{Value, json};

use super::Desk;

fn import(desk: &Desk, name: &str, list: &str) -> Value {
    desk.done(&["import", &desk.file(name, list)])
}

/// Qualifier, value, parts that are open, parts of these that nobody will know.
fn said(count: &Value) -> (String, Option<u64>, u64, u64) {
    let text = count["qualifier"].as_str().unwrap_or_else(|| panic!("no number: {count}")).to_owned();
    let parts = |name: &str| count[name].as_u64().unwrap_or_default();
    (text, count["value"].as_u64(), parts("unknown_parts"), parts("undeterminable_parts"))
}

fn is(qualifier: &str, value: Option<u64>, open: u64, never: u64) -> (String, Option<u64>, u64, u64) {
    (qualifier.to_owned(), value, open, never)
}

fn records(desk: &Desk) -> (String, Option<u64>, u64, u64) {
    said(&desk.done(&["facts"])["records"])
}

/// Of each account, what its records are.
fn of_accounts(desk: &Desk) -> Vec<(String, Option<u64>)> {
    let found = desk.done(&["accounts"])["accounts"].clone();
    let one =
        |it: &Value| (it["records"]["qualifier"].as_str().unwrap_or("-").to_owned(), it["records"]["value"].as_u64());
    found.as_array().expect("accounts").iter().map(one).collect()
}

/// What a dossier says, cell by cell, without white space and hyphens.
fn dossier(desk: &Desk, language: &str) -> String {
    let out = desk.path(&format!("{language}.pdf")).display().to_string();
    let ask = ["report", "--template", "dossier", "--language", language, "--format", "pdf", "--force", "--out", &out];
    desk.done(&ask);
    let read = Command::new("pdftotext").args(["-raw", &out, "-"]).output().expect("poppler is installed");
    squeezed(&String::from_utf8(read.stdout).expect("text"))
}

/// As it is wherever a line is broken.
fn squeezed(text: &str) -> String {
    text.chars().filter(|it| !it.is_whitespace() && !['-', '\u{ad}', '\u{2010}'].contains(it)).collect()
}

/// One line of the number sheet.
fn number(explained: &Value, name: &str) -> Value {
    let numbers = explained["numbers"].as_array().expect("numbers");
    numbers.iter().find(|it| it["name"] == name).unwrap_or_else(|| panic!("no {name}: {explained}")).clone()
}

/// What is not in a number, each with how much of it.
fn left_out(number: &Value) -> Vec<(String, Option<u64>)> {
    let lines = number["left_out"].as_array().expect("lines").iter();
    lines.map(|it| (it["why"]["id"].as_str().expect("a reason").to_owned(), it["count"]["value"].as_u64())).collect()
}

#[test]
fn a_sum_says_what_is_to_be_determined_and_what_cannot_be_each_by_itself() {
    for (rows, sum, lines) in [
        (&["500", "nicht bestimmbar"][..], is("at_least", Some(500), 1, 1), &[("left-out-undeterminable", 1)][..]),
        (
            &["500", "nicht bestimmbar", "?", ""],
            is("at_least", Some(500), 3, 1),
            &[("left-out-without-number", 2), ("left-out-undeterminable", 1)],
        ),
        (&["500", "?"], is("at_least", Some(500), 1, 0), &[("left-out-without-number", 1)]),
        (
            &["cannot be determined", "nicht bestimmbar"],
            is("cannot_be_determined", None, 2, 2),
            &[("left-out-undeterminable", 2)],
        ),
        (
            &["nicht bestimmbar", "?"],
            is("to_be_determined", None, 2, 1),
            &[("left-out-without-number", 1), ("left-out-undeterminable", 1)],
        ),
        (
            &["nicht bestimmbar", ""],
            is("to_be_determined", None, 2, 1),
            &[("left-out-without-number", 1), ("left-out-undeterminable", 1)],
        ),
        (&["nicht bestimmbar", ">=40"], is("at_least", Some(40), 1, 1), &[("left-out-undeterminable", 1)]),
        (&["nicht bestimmbar", "ca. 500"], is("approximate", Some(500), 1, 1), &[("left-out-undeterminable", 1)]),
    ] {
        let desk = Desk::with_case();
        let list: String = (1..).zip(rows).map(|(n, cell)| format!("a{n}@x.example,{cell},Acme,North\n")).collect();
        import(&desk, "list.csv", &format!("email,email count,organisation,region\n{list}"));
        let explained = desk.done(&["facts", "--explain"]);
        assert_eq!(said(&explained["records"]), sum, "{rows:?}");
        for table in ["by_region", "by_organisation", "by_day"] {
            assert_eq!(said(&explained[table][0]["records"]), sum, "{rows:?} {table}: all are in its first row");
        }
        assert_eq!(said(&desk.done(&["facts", "--for", "Acme"])["records"]), sum, "{rows:?} of the organisation");
        let told = left_out(&number(&explained, "records.email"));
        let lines: Vec<_> = lines.iter().map(|(id, n)| ((*id).to_owned(), Some(*n))).collect();
        assert_eq!(told, lines, "{rows:?}");
        assert_eq!(desk.done(&["verify"])["ok"], true, "{rows:?}");
    }
}

#[test]
fn what_cannot_be_determined_stays_so_through_whatever_is_done_to_its_account() {
    let desk = Desk::with_case();
    let list = "email,email count\na@x.example,500\nb@x.example,nicht bestimmbar\nc@x.example,?\n";
    import(&desk, "1.csv", list);
    let never = || ("cannot_be_determined".to_owned(), None);
    let whole = is("at_least", Some(500), 2, 1);
    let stands = |desk: &Desk, when: &str| {
        assert_eq!((of_accounts(desk)[1].clone(), records(desk)), (never(), whole.clone()), "{when}");
        assert_eq!(desk.done(&["verify"])["ok"], true, "{when}");
    };
    stands(&desk, "imported");
    import(&desk, "1.csv", list);
    stands(&desk, "the same once more");
    import(&desk, "2.csv", "email,name\nb@x.example,Bert\n");
    stands(&desk, "merged with a list that says nothing of records");
    import(&desk, "3.csv", "email,email count\nb@x.example,?\n");
    stands(&desk, "merged with one that has not found out yet");
    assert_eq!(desk.done(&["facts"])["conflicts"], 0, "neither is a number, and nothing contradicts anything");
    desk.done(&["tag", "--status", "suspected", "--where", "key:b@x.example"]);
    assert_eq!(of_accounts(&desk)[1], never(), "a suspected account's");
    assert_eq!(records(&desk), whole, "opens the sum as much");
    desk.done(&["undo"]);
    stands(&desk, "undone");
    desk.done(&["tag", "--region", "North", "--create", "--where", "key:b@x.example"]);
    stands(&desk, "tagged");
    let known = import(&desk, "4.csv", "email,email count\nb@x.example,7\nc@x.example,nicht bestimmbar\n");
    assert_eq!(known["conflicts"], 0, "who has a number says more than who has none: {known}");
    assert_eq!((of_accounts(&desk)[1].clone(), of_accounts(&desk)[2].clone()), (("exact".into(), Some(7)), never()));
    assert_eq!(records(&desk), is("at_least", Some(507), 1, 1));
    desk.done(&["import", "undo"]);
    stands(&desk, "the number taken back");
    assert_eq!(of_accounts(&desk)[2].0, "to_be_determined", "and what it said of another account");
    for import in ["4", "3", "1"] {
        desk.done(&["import", "undo", "--import", import]);
        assert_eq!(of_accounts(&desk)[1], never(), "the second reading of the list still says so");
    }
    assert_eq!(desk.done(&["verify"])["ok"], true);
}

#[test]
fn whoever_says_first_whatever_is_said_a_number_says_more_than_that_there_is_none() {
    let cells = ["", "?", "nicht bestimmbar", "7"];
    for one in cells {
        for other in cells {
            let desk = Desk::with_case();
            for (name, cell) in [("1.csv", one), ("2.csv", other)] {
                import(&desk, name, &format!("email,email count\na@x.example,{cell}\n"));
            }
            let has = |cell: &str| [one, other].contains(&cell);
            let expected = match () {
                () if has("7") => "exact",
                () if has("nicht bestimmbar") => "cannot_be_determined",
                () if has("?") => "to_be_determined",
                () => "-",
            };
            assert_eq!(of_accounts(&desk)[0].0, expected, "{one:?}, then {other:?}");
            assert_eq!(desk.done(&["verify"])["ok"], true, "{one:?}, then {other:?}");
        }
    }
}

#[test]
fn what_a_qualifier_column_says_of_a_number_that_is_not_there_is_kept() {
    for (cell, qualifier, expected) in [
        ("", "nicht bestimmbar", "cannot_be_determined"),
        ("", "cannot_be_determined", "cannot_be_determined"),
        ("-", "cannot be determined", "cannot_be_determined"),
        ("?", "nicht bestimmbar", "cannot_be_determined"),
        ("n/a", "cannot be determined", "cannot_be_determined"),
        ("nicht bestimmbar", "exact", "cannot_be_determined"),
        ("nicht bestimmbar", "", "cannot_be_determined"),
        ("", "noch zu ermitteln", "to_be_determined"),
    ] {
        let desk = Desk::with_case();
        import(&desk, "l.csv", &format!("email,email count,records_qualifier\na@x.example,{cell},{qualifier}\n"));
        assert_eq!(of_accounts(&desk)[0].0, expected, "{cell:?} {qualifier:?}");
    }
}

#[test]
fn a_sheet_says_what_cannot_be_determined_and_leaves_it_so_when_it_comes_back() {
    let desk = Desk::with_case();
    import(&desk, "1.csv", "email,email count\na@x.example,500\nb@x.example,nicht bestimmbar\nc@x.example,?\n");
    let (before, sum) = (of_accounts(&desk), records(&desk));
    for format in ["csv", "xlsx"] {
        let out = desk.path(&format!("sheet.{format}")).display().to_string();
        desk.done(&["accounts", "--format", format, "--out", &out]);
        desk.done(&["import", &out]);
        assert_eq!((of_accounts(&desk), records(&desk)), (before.clone(), sum.clone()), "{format}");
        // Read as a list, by somebody who has no such case.
        let other = Desk::with_case();
        let text = match format {
            "csv" => std::fs::read_to_string(&out).expect("the sheet"),
            _ => continue,
        };
        let cells = text.replace("shown,", "spelled,").replace("\r\n", "\n");
        import(&other, "theirs.csv", &cells);
        assert_eq!(of_accounts(&other), before, "{cells}");
    }
    for (language, words) in [("en", "cannot be determined"), ("de", "nicht bestimmbar")] {
        assert!(desk.say(&["accounts"], language).out.contains(words), "{language}");
    }
}

#[test]
fn a_typed_count_a_claim_and_an_exposure_that_cannot_be_determined_say_so_everywhere() {
    let desk = Desk::with_case();
    for (name, unit) in [("records", "email"), ("accounts", "account"), ("persons.correspondent", "person")] {
        desk.done(&["count", "set", name, "--cannot-be-determined", "--unit", unit, "--source", "no log"]);
    }
    desk.done(&[
        "case",
        "set",
        r#"claim+={"subject":"persons.customer","cannot_be_determined":true,"source":"Press","adopted":true,"reason":"r"}"#,
        r#"exposure+={"category":"health","group":"customer","count":{"cannot_be_determined":true}}"#,
    ]);
    let never = is("cannot_be_determined", None, 1, 1);
    let facts = desk.done(&["facts"]);
    for count in [&facts["records"], &facts["accounts"], &facts["claims"][0], &facts["by_exposure"][0]["persons"]] {
        assert_eq!(said(count), never, "{count}");
    }
    for group in facts["persons"]["groups"].as_array().expect("groups") {
        assert_eq!(said(&group["count"]), never, "{group}");
    }
    assert_eq!(said(&facts["persons"]), is("cannot_be_determined", None, 2, 2), "of both groups nobody will know more");
    let shown = desk.done(&["case", "show"]);
    assert_eq!(shown["exposures"][0]["persons"]["qualifier"], "cannot_be_determined", "{shown}");
    // What the program prints, it takes: as it is, and as the words of the contract.
    let written = shown["claims"][0]["count"].clone();
    let again =
        json!({"subject": "persons.patient", "source": "Press", "value": null, "qualifier": written["qualifier"]});
    desk.done(&["case", "set", &format!("claim+={again}")]);
    assert_eq!(said(&desk.done(&["facts"])["claims"][1]), never);
    for (language, words) in [("en", "cannot be determined"), ("de", "nicht bestimmbar")] {
        let text = desk.say(&["facts"], language).out;
        assert!(text.matches(words).count() >= 3, "{language}: {text}");
        let text = dossier(&desk, language);
        assert!(text.contains(&squeezed(words)), "{language}: {text}");
    }
    desk.done(&["count", "set", "records", "--value", "9", "--unit", "email"]);
    desk.done(&["undo"]);
    assert_eq!(records(&desk), never, "undone");
    assert_eq!(desk.done(&["verify"])["ok"], true);
    let answer = desk.call(&["count", "set", "records", "--open", "--cannot-be-determined"]);
    assert_eq!(answer.code, 2, "one of the two: {}", answer.out);
}

#[test]
fn as_of_an_earlier_day_what_could_not_be_determined_then_could_not() {
    let desk = Desk::with_case();
    let list = desk.file("1.csv", "email,email count\na@x.example,nicht bestimmbar\n");
    desk.done(&["import", &list, "--now", "2026-11-25T15:00:00+01:00"]);
    desk.done(&["count", "set", "persons.customer", "--cannot-be-determined", "--now", "2026-11-25T15:01:00+01:00"]);
    let later = desk.file("2.csv", "email,email count\na@x.example,7\n");
    desk.done(&["import", &later, "--now", "2026-11-26T15:00:00+01:00"]);
    desk.done(&["count", "set", "persons.customer", "--value", "3", "--now", "2026-11-26T15:01:00+01:00"]);
    assert_eq!(records(&desk), is("exact", Some(7), 0, 0));
    let then = desk.done(&["facts", "--as-of", "2026-11-25"]);
    assert_eq!(said(&then["records"]), is("cannot_be_determined", None, 1, 1), "{then}");
    let groups = then["persons"]["groups"].as_array().expect("groups");
    let customers = groups.iter().find(|it| it["group"] == "customer").expect("customers");
    assert_eq!(said(&customers["count"]), is("cannot_be_determined", None, 1, 1));
}

#[test]
fn a_dossier_says_for_how_many_accounts_the_number_cannot_be_determined() {
    let desk = Desk::with_case();
    import(&desk, "l.csv", "email,email count\na@x.example,500\nb@x.example,nicht bestimmbar\nc@x.example,\n");
    for (language, figure, left_out, open) in [
        (
            "en",
            "cannot be determined for 1 account",
            "accounts whose number of records cannot be determined: 1",
            "Number of records of 1 account",
        ),
        (
            "de",
            "für 1 Konto nicht bestimmbar",
            "Konten, deren Zahl der Datensätze nicht bestimmbar ist: 1",
            "Zahl der Datensätze zu 1 Konto",
        ),
    ] {
        let text = dossier(&desk, language);
        let said = |words: &str| text.contains(&squeezed(words));
        assert!(said(figure) && said(open), "what nobody will know is not open: {text}");
        let told = desk.say(&["facts", "--explain"], language).out;
        assert!(told.contains(left_out), "{told}");
    }
}

#[test]
fn distinct_messages_stand_beside_those_by_mailbox_and_are_never_added_to_them() {
    let desk = Desk::with_case();
    import(&desk, "l.csv", "email,email count\na@x.example,300\nb@x.example,200\n");
    assert_eq!(desk.done(&["facts"])["records"].get("distinct"), None, "nobody speaks of it");
    desk.refused(&["count", "set", "records.distinct", "--value", "400", "--unit", "file"], "count.unit");
    desk.done(&["count", "set", "records.distinct", "--value", "400", "--source", "message ids"]);
    let explained = desk.done(&["facts", "--explain"]);
    assert_eq!(said(&explained["records"]), is("exact", Some(500), 0, 0), "by mailbox, as it was");
    let distinct = &explained["records"]["distinct"];
    assert_eq!(
        (said(distinct), &distinct["unit"], &distinct["typed"]),
        (is("exact", Some(400), 0, 0), &json!("email"), &json!(true))
    );
    assert_eq!(said(&distinct["sum"]), is("at_most", Some(500), 0, 0), "as far as the list can say");
    let line = number(&explained, "records.distinct");
    assert_eq!((&line["rule"]["id"], &line["source"]), (&json!("counting-records-distinct"), &json!("message ids")));
    assert_eq!(line["files"], json!([]), "it is not counted from the list");
    assert_eq!(number(&explained, "records.email")["value"], 500);
    for (language, name, rule, sentence) in [
        (
            "en",
            "Distinct messages",
            "each once however many mailboxes it lies in",
            "Distinct over all mailboxes, each message once: 400 e-mails",
        ),
        (
            "de",
            "Verschiedene Nachrichten",
            "jede einmal, in wie vielen Postfächern sie auch liegt",
            "Über alle Postfächer verschieden, jede Nachricht einmal: 400 E-Mails",
        ),
    ] {
        let told = desk.say(&["facts", "--explain"], language).out;
        assert!(told.contains(name) && told.contains(rule), "{told}");
        let text = dossier(&desk, language);
        assert!(text.contains(&squeezed(&format!("{name} 400"))), "a line of its own: {text}");
        assert!(text.contains(&squeezed(sentence)), "{text}");
    }
    desk.done(&["undo"]);
    assert_eq!(desk.done(&["facts"])["records"].get("distinct"), None);
    let claim =
        json!({"subject": "records.distinct", "at_least": 60_000, "source": "Press", "adopted": true, "reason": "r"});
    desk.done(&["case", "set", &format!("claim+={claim}")]);
    let facts = desk.done(&["facts"]);
    assert_eq!(said(&facts["records"]["distinct"]), is("at_least", Some(60_000), 0, 0));
    assert_eq!((&facts["claims"][0]["contradicted"], &facts["conflicts"]), (&json!(true), &json!(1)), "of 500 in all");
    assert_eq!(desk.done(&["verify"])["ok"], true);
}

#[test]
fn more_distinct_messages_than_the_mailboxes_hold_is_a_contradiction() {
    for (column, rows, distinct, contradicts) in [
        ("email count", &["300", "200"][..], &["--value", "500"][..], false),
        ("email count", &["300", "200"], &["--value", "501"], true),
        ("email count", &["300", "200"], &["--at-least", "501"], true),
        ("email count", &["300", "200"], &["--at-least", "20"], false),
        ("email count", &["300", "200"], &["--between", "400", "600"], false),
        ("email count", &["300", "200"], &["--approximate", "600"], false),
        ("email count", &["300", "200"], &["--approximate", "2000"], true),
        ("email count", &["300", "200"], &["--cannot-be-determined"], false),
        ("email count", &["300", "100-200"], &["--value", "501"], true),
        ("email count", &["300", ""], &["--value", "9000"], false),
        ("email count", &["300", "nicht bestimmbar"], &["--value", "9000"], false),
        ("email count", &["300", ">=200"], &["--value", "9000"], false),
        ("records", &["300", "200"], &["--value", "501"], true),
        ("file count", &["300", "200"], &["--value", "501"], false),
    ] {
        let desk = Desk::with_case();
        desk.done(&[&["count", "set", "records.distinct"], distinct].concat());
        let list: String = (1..).zip(rows).map(|(n, cell)| format!("a{n}@x.example,{cell}\n")).collect();
        let imported = import(&desk, "l.csv", &format!("email,{column}\n{list}"));
        assert_eq!(imported["conflicts"], u64::from(contradicts), "{column} {rows:?} {distinct:?}: {imported}");
        assert_eq!(desk.done(&["facts"])["conflicts"], u64::from(contradicts), "{column} {rows:?} {distinct:?}");
    }
}

#[test]
fn of_distinct_messages_somebody_adopts_what_the_mailboxes_hold_at_most() {
    let desk = Desk::with_case();
    import(&desk, "l.csv", "email,email count\na@x.example,500\n");
    desk.done(&["count", "set", "records.distinct", "--value", "700"]);
    let open = desk.done(&["conflict", "list"])["conflicts"][0].clone();
    assert_eq!(
        (&open["count"], &open["statements"][1]["value"]["qualifier"]),
        (&json!("records.distinct"), &json!("at_most"))
    );
    desk.done(&["conflict", "adopt", "records.distinct", "count=computed"]);
    let facts = desk.done(&["facts", "--explain"]);
    assert_eq!((said(&facts["records"]["distinct"]), &facts["conflicts"]), (is("at_most", Some(500), 0, 0), &json!(0)));
    assert_eq!(number(&facts, "records.distinct")["rule"]["id"], "counting-records-distinct-most");
    desk.done(&["undo"]);
    let facts = desk.done(&["facts"]);
    assert_eq!((said(&facts["records"]["distinct"]), &facts["conflicts"]), (is("exact", Some(700), 0, 0), &json!(1)));
    desk.done(&[
        "conflict",
        "adopt",
        "records.distinct",
        "count=typed",
        "--reason",
        "shared folders are not in the list",
    ]);
    assert_eq!(desk.done(&["facts"])["conflicts"], 0);
    assert_eq!(desk.done(&["verify"])["ok"], true);
}

/// A case with a controller and a client, each with accounts of its own; one account is nobody's.
fn with_client() -> (Desk, String) {
    let desk = Desk::with_case();
    desk.done(&["party", "add", "--role", "controller", "--organisation", "Acme"]);
    let client = desk.done(&["party", "add", "--role", "client", "--organisation", "Bolt"])["party"].to_string();
    (desk, client)
}

const OF_BOTH: &str =
    "email,organisation,email count\na@x.example,Acme,10\nb@x.example,Acme,20\nc@x.example,Bolt,7\nd@x.example,,5\n";

#[test]
fn a_partys_typed_count_is_compared_with_what_the_list_says_of_that_party() {
    for (typed, contradicts) in [
        (&["accounts", "--value", "1"][..], false),
        (&["accounts", "--value", "2"], false),
        (&["accounts", "--value", "3"], true),
        (&["accounts", "--value", "4"], true),
        (&["records", "--value", "7", "--unit", "email"], false),
        (&["records", "--value", "12", "--unit", "email"], false),
        (&["records", "--value", "13", "--unit", "email"], true),
        (&["records.distinct", "--value", "13"], true),
        (&["persons.owner", "--at-least", "3"], true),
    ] {
        let (desk, client) = with_client();
        desk.done(&[&["count", "set"], typed, &["--party", "Bolt"]].concat());
        let imported = import(&desk, "l.csv", OF_BOTH);
        let n = u64::from(contradicts);
        assert_eq!(
            (&imported["conflicts"], imported["typed"].as_array().map_or(0, Vec::len) as u64),
            (&json!(n), n),
            "{typed:?}"
        );
        let (case, own, other) =
            (desk.done(&["facts"]), desk.done(&["facts", "--for", "Bolt"]), desk.done(&["facts", "--for", "Acme"]));
        for (whose, facts, n) in [("the case's", &case, n), ("its own", &own, n), ("another's", &other, 0)] {
            assert_eq!(facts["conflicts"], n, "{typed:?}: {whose}");
            assert_eq!(facts["typed_conflicts"].as_array().map_or(0, Vec::len) as u64, n, "{typed:?}: {whose}");
        }
        let listed = desk.done(&["conflict", "list"]);
        assert_eq!(listed["total"], n, "{typed:?}");
        if contradicts {
            let one = &listed["conflicts"][0];
            assert_eq!((one["party"]["id"].to_string(), &one["party"]["name"]), (client, &json!("Bolt")), "{one}");
        }
        let parties = desk.done(&["facts", "--parties"])["parties"].clone();
        assert_eq!((&parties[0]["conflicts"], &parties[1]["conflicts"]), (&json!(0), &json!(n)), "{typed:?}");
    }
}

#[test]
fn of_several_typed_counts_of_one_name_each_is_decided_by_its_id_and_closed_everywhere() {
    let (desk, _) = with_client();
    desk.done(&["party", "add", "--role", "client", "--organisation", "Cold"]);
    for party in ["Bolt", "Cold"] {
        desk.done(&["count", "set", "accounts", "--value", "90", "--party", party]);
    }
    import(&desk, "l.csv", OF_BOTH);
    let open = |desk: &Desk| -> Vec<(String, String)> {
        let all = desk.done(&["conflict", "list"])["conflicts"].clone();
        let one = |it: &Value| (it["id"].to_string(), it["party"]["name"].as_str().unwrap_or("the case").to_owned());
        all.as_array().expect("conflicts").iter().map(one).collect()
    };
    let both = open(&desk);
    assert_eq!(both.iter().map(|it| it.1.as_str()).collect::<Vec<_>>(), ["Bolt", "Cold"]);
    let refused = desk.refused(&["conflict", "adopt", "accounts", "count=computed"], "count.of_several");
    assert!(
        both.iter()
            .all(|(id, name)| refused["message"].as_str().is_some_and(|it| it.contains(&format!("{id} ({name})")))),
        "{refused}"
    );
    desk.done(&["conflict", "adopt", &both[1].0, "count=computed"]);
    assert_eq!(open(&desk), both[..1]);
    assert_eq!(desk.done(&["facts", "--for", "Cold"])["accounts"].get("typed"), None, "the computed one stands");
    desk.done(&["conflict", "adopt", "accounts", "count=typed", "--reason", "the rest follows"]);
    assert_eq!(
        (open(&desk).len(), &desk.done(&["facts"])["conflicts"]),
        (0, &json!(0)),
        "one is left, so its name is enough"
    );
    desk.done(&["count", "set", "accounts", "--value", "9"]);
    desk.done(&["count", "set", "accounts", "--value", "80", "--party", "Bolt"]);
    desk.done(&["conflict", "adopt", "accounts", "count=computed"]);
    assert_eq!(open(&desk).into_iter().map(|it| it.1).collect::<Vec<_>>(), ["Bolt"], "the case's own goes by its name");
    desk.done(&["undo"]);
    assert_eq!(
        open(&desk).into_iter().map(|it| it.1).collect::<Vec<_>>(),
        ["the case", "Bolt"],
        "undone, both are open"
    );
    desk.done(&["undo"]);
    assert_eq!(open(&desk).into_iter().map(|it| it.1).collect::<Vec<_>>(), ["the case"], "what was kept stands again");
    assert_eq!(desk.done(&["verify"])["ok"], true);
}

#[test]
fn the_count_of_the_only_party_is_compared_with_the_whole_list() {
    let desk = Desk::with_case();
    desk.done(&["party", "add", "--role", "controller", "--organisation", "Acme"]);
    desk.done(&["count", "set", "accounts", "--value", "9", "--party", "Acme"]);
    assert_eq!(import(&desk, "l.csv", "email\na@x.example\nb@x.example\n")["conflicts"], 1);
    for facts in [desk.done(&["facts"]), desk.done(&["facts", "--for", "Acme"])] {
        assert_eq!(
            (&facts["conflicts"], &facts["typed_conflicts"][0]["computed"]["value"]),
            (&json!(1), &json!(2)),
            "{facts}"
        );
    }
    desk.done(&["conflict", "adopt", "accounts", "count=computed"]);
    assert_eq!(desk.done(&["facts"])["conflicts"], 0);
}

#[test]
fn a_contradicted_typed_count_is_an_open_point_of_its_own_until_one_is_adopted() {
    let (desk, _) = with_client();
    desk.done(&["count", "set", "accounts", "--value", "9"]);
    desk.done(&["count", "set", "accounts", "--value", "90", "--party", "Bolt"]);
    import(&desk, "l.csv", OF_BOTH);
    import(&desk, "2.csv", "email,name\na@x.example,Ann\n");
    import(&desk, "3.csv", "email,name\na@x.example,Anna\n");
    let points = |desk: &Desk, language: &str| -> [bool; 3] {
        let text = dossier(desk, language);
        let said = match language {
            "en" => [
                "Accounts: 9 entered by hand, the list says 4",
                "Accounts (Bolt): 90 entered by hand, the list says 1 to 2",
                "1 pair of conflicting statements",
            ],
            _ => [
                "Konten: 9 von Hand eingetragen, die Liste ergibt 4",
                "Konten (Bolt): 90 von Hand eingetragen, die Liste ergibt 1 bis 2",
                "1 Widerspruch zwischen Angaben",
            ],
        };
        said.map(|it| text.contains(&squeezed(it)))
    };
    let conflicts = |desk: &Desk| desk.done(&["facts"])["conflicts"].as_u64().expect("a number");
    for language in ["en", "de"] {
        assert_eq!((points(&desk, language), conflicts(&desk)), ([true; 3], 3), "{language}");
    }
    let of_bolt = desk.done(&["conflict", "list", "--where", "conflict:count"])["conflicts"][1]["id"].to_string();
    desk.done(&["conflict", "adopt", &of_bolt, "count=typed", "--reason", "they count otherwise"]);
    assert_eq!((points(&desk, "en"), conflicts(&desk)), ([true, false, true], 2), "one that is kept is decided");
    desk.done(&["conflict", "adopt", "accounts", "count=computed"]);
    assert_eq!((points(&desk, "en"), conflicts(&desk)), ([false, false, true], 1));
    desk.done(&["undo"]);
    assert_eq!((points(&desk, "de"), conflicts(&desk)), ([true, false, true], 2), "undone, it is open again");
    desk.done(&["undo"]);
    assert_eq!((points(&desk, "de"), conflicts(&desk)), ([true; 3], 3));
}
