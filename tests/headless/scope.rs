//! Whose numbers: of a party, of its client, of the one party there is, and what belongs to nobody.

use serde_json::{Value, json};

use super::Desk;

fn bounds(count: &Value) -> (i64, Option<i64>) {
    (count["low"].as_i64().unwrap_or(-1), count["high"].as_i64())
}

/// Nordmeer, controller of its own accounts and processor for two clients; two accounts are nobody's.
fn nordmeer() -> Desk {
    let desk = Desk::with_case();
    let list = desk.file(
        "l.csv",
        "email,organisation,region,country,status,records,first_access\n\
         a@x.example,Nordmeer,North,DE,confirmed,100,2026-05-04\n\
         b@x.example,,South,ES,suspected,20,2026-05-05\n\
         c@x.example,Fjord,Oslo,NO,confirmed,7,2026-05-04\n\
         d@x.example,Fjord,Oslo,NO,cleared,9,2026-05-06\n\
         e@x.example,Sund,Malmö,SE,confirmed,3,2026-05-07\n\
         f@x.example,,,,confirmed,50,2026-05-08\n\
         g@x.example,,Oslo,,suspected,,\n",
    );
    desk.done(&["import", &list]);
    desk.done(&["tag", "--organisation", "Nordmeer/Iberia", "--create", "--where", "key:b@x.example"]);
    desk.done(&["party", "add", "--role", "controller", "--organisation", "Nordmeer"]);
    desk
}

fn with_clients() -> Desk {
    let desk = nordmeer();
    for client in ["Fjord", "Sund"] {
        desk.done(&["party", "add", "--role", "client", "--organisation", client]);
    }
    desk
}

#[test]
fn one_partys_scope_alone_is_the_whole_case() {
    let desk = nordmeer();
    desk.done(&["party", "add", "--role", "provider", "--organisation", "Cloud"]);
    desk.done(&["count", "set", "persons.correspondent", "--value", "40"]);
    let (case, own) = (desk.done(&["facts"]), desk.done(&["facts", "--for", "Nordmeer"]));
    assert_eq!(own["scope"]["whole_case"], true, "{own}");
    assert_eq!(own["scope"]["without_organisation"], Value::Null);
    for key in ["accounts", "persons", "records", "by_region", "by_organisation", "by_residence", "by_day", "conflicts"]
    {
        assert_eq!(own[key], case[key], "{key}");
    }
    assert!(case.get("scope").is_none(), "the case's own facts say nothing of parties");
}

#[test]
fn a_party_counts_its_branch_and_what_is_nobodys_widens_its_high_bounds_alone() {
    let desk = with_clients();
    let own = desk.done(&["facts", "--for", "nordmeer"]);
    // a confirmed, b suspected; f and g may be anybody's.
    assert_eq!(bounds(&own["accounts"]), (1, Some(4)), "{own}");
    assert_eq!(bounds(&own["by_status"]["confirmed"]), (1, Some(2)));
    assert_eq!(bounds(&own["by_status"]["suspected"]), (1, Some(2)));
    assert_eq!((bounds(&own["records"]), own["records"]["unknown_parts"].as_i64()), ((100, None), Some(1)));
    assert_eq!(bounds(&own["persons"]), (0, Some(4)));
    let nobodys = &own["scope"]["without_organisation"];
    assert_eq!((bounds(&nobodys["accounts"]), bounds(&nobodys["records"])), ((1, Some(2)), (50, None)), "{nobodys}");
    assert_eq!(own["scope"]["path"], json!(["Nordmeer"]));
    let fjord = desk.done(&["facts", "--for", "Fjord"]);
    assert_eq!((bounds(&fjord["accounts"]), bounds(&fjord["by_status"]["cleared"])), ((1, Some(3)), (1, Some(1))));
    assert_eq!(desk.done(&["facts"])["accounts"]["low"], 4, "and the case counts each of them");
}

#[test]
fn every_table_of_a_party_closes_and_holds_nothing_of_the_others() {
    let desk = with_clients();
    for party in ["Nordmeer", "Fjord", "Sund"] {
        let facts = desk.done(&["facts", "--for", party]);
        let sum = |table: &str, keep: fn(&Value) -> bool, what: &str, bound: &str| -> i64 {
            let rows = facts[table].as_array().expect("rows").iter().filter(|row| keep(row));
            rows.map(|row| row[what][bound].as_i64().expect("a bound")).sum()
        };
        let top = |row: &Value| row["path"].as_array().is_none_or(|path| path.len() <= 1);
        for bound in ["low", "high"] {
            let total = facts["accounts"][bound].as_i64().expect("a bound");
            for (table, keep) in [
                ("by_region", top as fn(&Value) -> bool),
                ("by_organisation", top),
                ("by_residence", |_| true),
                ("by_region_and_organisation", |_| true),
                ("by_day", |_| true),
            ] {
                assert_eq!(sum(table, keep, "accounts", bound), total, "{party} {table} {bound}");
            }
            for row in facts["by_residence"].as_array().expect("rows") {
                let parts = row["subdivisions"].as_array().expect("parts").iter();
                let parts: i64 = parts.map(|part| part["accounts"][bound].as_i64().expect("a bound")).sum();
                assert_eq!(parts, row["accounts"][bound].as_i64().expect("a bound"), "{party} {row}");
            }
        }
        let text = facts.to_string();
        for other in ["Nordmeer", "Fjord", "Sund", "Iberia", "Malmö"].iter().filter(|it| **it != party) {
            let own = party == "Nordmeer" && *other == "Iberia" || party == "Sund" && *other == "Malmö";
            assert_eq!(text.contains(other), own, "{party} says {other}: {text}");
        }
    }
}

#[test]
fn an_account_that_gets_an_organisation_leaves_what_is_nobodys() {
    let desk = with_clients();
    desk.done(&["tag", "--organisation", "Sund", "--where", "-organisation:*"]);
    let sund = desk.done(&["facts", "--for", "Sund"]);
    assert_eq!(
        (bounds(&sund["accounts"]), bounds(&sund["scope"]["without_organisation"]["accounts"])),
        ((2, Some(3)), (0, Some(0)))
    );
    assert_eq!(bounds(&desk.done(&["facts", "--for", "Nordmeer"])["accounts"]), (1, Some(2)));
    desk.done(&["undo"]);
    assert_eq!(bounds(&desk.done(&["facts", "--for", "Sund"])["accounts"]), (1, Some(3)));
    assert_eq!(desk.done(&["verify"])["ok"], true);
}

#[test]
fn what_is_typed_of_the_case_is_no_partys_where_there_are_several() {
    let desk = with_clients();
    desk.done(&["count", "set", "accounts", "--value", "900"]);
    desk.done(&["count", "set", "persons.patient", "--value", "700"]);
    assert_eq!(desk.done(&["facts"])["accounts"]["value"], 900);
    let fjord = desk.done(&["facts", "--for", "Fjord"]);
    assert_eq!(bounds(&fjord["accounts"]), (1, Some(3)), "{fjord}");
    assert_eq!((bounds(&fjord["persons"]), fjord["claims"].as_array().map(Vec::len)), ((0, Some(3)), Some(0)));
}

#[test]
fn all_parties_stand_beside_each_other_and_say_that_they_do_not_add_up() {
    let desk = with_clients();
    let parties = desk.done(&["facts", "--parties"])["parties"].clone();
    let rows: Vec<_> = parties.as_array().expect("parties").iter().map(|it| bounds(&it["accounts"])).collect();
    assert_eq!(rows, [(1, Some(4)), (1, Some(3)), (1, Some(3))]);
    for (party, row) in ["Nordmeer", "Fjord", "Sund"].iter().zip(parties.as_array().expect("parties")) {
        let own = desk.done(&["facts", "--for", party]);
        for key in ["scope", "accounts", "by_status", "persons", "records", "by_residence", "conflicts"] {
            assert_eq!(row[key], own[key], "{party} {key}");
        }
    }
    for (language, words) in [("en", "do not add up"), ("de", "ergeben zusammen nicht")] {
        let said = desk.say(&["facts", "--parties"], language).out;
        assert!(said.contains(words) && said.contains("Fjord"), "{said}");
    }
    let said = desk.say(&["facts", "--for", "Fjord"], "en").out;
    assert!(said.contains("1 to 2 accounts without an organisation may be anybody's"), "{said}");
}

#[test]
fn an_organisation_that_is_no_party_has_numbers_of_its_own() {
    let desk = with_clients();
    let iberia = desk.done(&["facts", "--for", "Nordmeer/Iberia"]);
    assert_eq!((bounds(&iberia["accounts"]), &iberia["scope"]["party"]), ((0, Some(3)), &Value::Null), "{iberia}");
    assert_eq!(iberia["scope"]["path"], json!(["Nordmeer", "Iberia"]));
}

#[test]
fn who_is_not_there_or_plays_two_parts_is_refused() {
    let desk = with_clients();
    desk.refused(&["facts", "--for", "Nobody"], "party.missing");
    let two = desk.done(&["party", "add", "--role", "processor", "--organisation", "Nordmeer"])["party"].clone();
    let refused = desk.refused(&["facts", "--for", "Nordmeer"], "party.ambiguous");
    assert!(refused["message"].as_str().is_some_and(|it| it.contains(&two.to_string())), "{refused}");
    assert_eq!(desk.done(&["facts", "--for", &two.to_string()])["scope"]["role"], "processor");
}

#[test]
fn a_party_is_explained_with_what_is_nobodys_left_out_of_its_low_bound() {
    let desk = with_clients();
    let explained = desk.done(&["facts", "--for", "Fjord", "--explain"]);
    let numbers = explained["numbers"].as_array().expect("numbers");
    let accounts = numbers.iter().find(|it| it["name"] == "accounts").expect("accounts");
    assert_eq!(bounds(accounts), bounds(&explained["accounts"]), "beside the facts, and the same: {accounts}");
    let left_out: Vec<_> = accounts["left_out"].as_array().expect("a list").iter().map(|it| &it["why"]["id"]).collect();
    assert!(left_out.contains(&&json!("left-out-without-organisation")), "{left_out:?}");
}

#[test]
fn nordmeer_reports_its_own_accounts_and_its_client_is_handed_its_own_alone() {
    let desk = Desk::plain();
    let case = desk.done(&["sample"])["cases"].as_array().map_or(0, Vec::len).to_string();
    let parties = desk.done(&["facts", "--parties", "--case", &case])["parties"].clone();
    let of = |role: &str, name: &str| -> Value {
        let found = parties
            .as_array()
            .expect("parties")
            .iter()
            .find(|it| it["scope"]["role"] == role && it["scope"]["organisation"] == name);
        let id = found.expect("the party")["scope"]["party"].to_string();
        desk.done(&["facts", "--case", &case, "--for", &id])
    };
    let known = |facts: &Value| -> Vec<(String, i64, Option<i64>)> {
        let rows = facts["by_residence"].as_array().expect("rows").iter();
        let row = |row: &Value| (row["residence"].as_str().unwrap_or("-").to_owned(), bounds(&row["accounts"]));
        rows.map(row).filter(|(_, bounds)| bounds.1 != Some(0)).map(|(code, (low, high))| (code, low, high)).collect()
    };
    let own = of("controller", "Nordmeer Logistik GmbH");
    assert_eq!((bounds(&own["records"]), bounds(&own["accounts"])), ((46_009, None), (10, Some(12))));
    let codes: Vec<String> = known(&own).into_iter().map(|it| it.0).filter(|it| it != "-").collect();
    assert_eq!(codes, ["BE", "DE", "ES", "NL", "PT", "SE"]);
    let text = own.to_string();
    assert!(!text.contains("48212") && !text.contains("\"NO\"") && !text.contains("\"FI\""), "{text}");
    for (role, name) in [("client", "Fjord Freight AS"), ("processor", "Nordmeer Logistik GmbH")] {
        let client = of(role, name);
        assert_eq!((bounds(&client["accounts"]), bounds(&client["records"])), ((1, Some(2)), (2_203, None)), "{role}");
        assert_eq!(bounds(&client["persons"]), (0, Some(2)), "owners at most 2, and none of the case's correspondents");
        assert_eq!(known(&client), [("FI".to_owned(), 0, Some(1)), ("NO".to_owned(), 1, Some(1))]);
        let text = client.to_string();
        assert!(!text.contains("46009") && !text.contains("4000") && !text.contains("Hamburg"), "{text}");
    }
}

/// A list contradicts two accounts, a report leaves, and then all of it changes: nodes, parties, accounts, imports.
#[test]
fn the_numbers_of_parties_and_what_there_is_to_say_of_them_are_given_as_of_any_deed() {
    const CALLS: [&[&str]; 7] = [
        &["facts"],
        &["facts", "--parties"],
        &["facts", "--for", "Fjord"],
        &["facts", "--for", "Nordmeer/Iberia"],
        &["facts", "--explain"],
        &["facts", "--explain", "--for", "Fjord"],
        &["facts", "--explain", "--for", "Nordmeer"],
    ];
    const AT: &str = "2026-11-25T16:00:00+01:00";
    let desk = with_clients();
    let report = |name: &str, at| {
        let out = desk.path(name).display().to_string();
        desk.done(&[
            "report",
            "--template",
            "dossier",
            "--language",
            "en",
            "--format",
            "pdf",
            "--out",
            &out,
            "--now",
            at,
        ]);
    };
    report("first.pdf", "2026-11-25T14:30:00+01:00");
    let again = desk.file("again.csv", "email,organisation,status,records\nc@x.example,,cleared,8\na@x.example,,suspected,100\nh@x.example,Fjord,confirmed,4\n");
    desk.done(&["import", &again, "--now", "2026-11-25T15:00:00+01:00"]);
    let ask = |with: [&str; 2]| CALLS.map(|call| desk.done(&[call, &with].concat()));
    let then = ask(["--now", AT]);
    assert_eq!(then[2]["conflicts"], 2, "{}", then[2]);
    assert_eq!(then[1]["parties"][1]["conflicts"], 2, "{}", then[1]);
    assert_eq!(then[4]["numbers"][0]["last"]["export"], 1, "{}", then[4]);
    assert!(then[4]["changes"].as_array().is_some_and(|it| !it.is_empty()), "{}", then[4]["changes"]);
    let later = |arguments: &[&str]| desk.done(&[arguments, &["--now", "2026-11-26T09:00:00+01:00"]].concat());
    later(&["tag", "--status", "cleared", "--where", "organisation:Fjord"]);
    later(&["tag", "--organisation", "Sund", "--where", "key:f@x.example"]);
    later(&["import", "undo"]);
    later(&["case", "set", "controller=Nordmeer SE"]);
    later(&["party", "add", "--role", "client", "--organisation", "Later"]);
    later(&["count", "set", "accounts", "--value", "900"]);
    report("second.pdf", "2026-11-26T10:00:00+01:00");
    later(&["case", "set", "zone=America/New_York"]);
    assert_ne!(desk.done(&["facts", "--parties", "--now", AT]), then[1]);
    let as_of = ask(["--as-of", AT]);
    for ((call, then), as_of) in CALLS.iter().zip(&then).zip(&as_of) {
        assert_eq!(as_of, then, "{call:?}");
    }
    desk.refused(&["facts", "--for", "Later", "--as-of", AT], "party.missing");
    desk.refused(&["facts", "--for", "Nordmeer SE", "--as-of", AT], "party.missing");
    desk.refused(&["facts", "--parties", "--as-of", "2020"], "facts.before_case");
}
