//! Tagging: matched and changed, names and paths, undo and redo over restarts.

use super::Desk;

fn desk() -> Desk {
    let desk = Desk::with_case();
    let list = desk.file("list.csv", "email\na@north.example\nb@north.example\nc@south.example\n");
    desk.done(&["import", &list]);
    desk
}

#[test]
fn matched_and_changed_are_told_apart() {
    let desk = desk();
    desk.refused(&["tag", "--region", "North"], "region.missing");
    let first = desk.done(&["tag", "--region", "North", "--create", "--where", "domain:north.example"]);
    assert_eq!((first["matched"].as_i64(), first["changed"].as_i64()), (Some(2), Some(2)));
    let again = desk.done(&["tag", "--region", "north"]);
    assert_eq!((again["matched"].as_i64(), again["changed"].as_i64()), (Some(3), Some(1)));
    let nothing = desk.done(&["tag", "--region", "North"]);
    assert_eq!(nothing["changed"], 0);
    assert_eq!(desk.done(&["undo"])["changed"], 1, "a call that changed nothing made no deed");
}

#[test]
fn undo_and_redo_walk_over_restarts() {
    let desk = desk();
    let start = desk.done(&["facts"]);
    desk.done(&["tag", "--region", "North", "--create", "--where", "domain:north.example"]);
    desk.done(&["tag", "--status", "cleared", "--where", "key:a*"]);
    let end = desk.done(&["facts"]);
    assert_eq!(end["accounts"]["value"], 2);
    desk.done(&["undo"]);
    desk.done(&["undo"]);
    assert_eq!(desk.done(&["facts"])["accounts"], start["accounts"]);
    desk.done(&["redo"]);
    desk.done(&["redo"]);
    assert_eq!(desk.done(&["facts"])["by_region"], end["by_region"]);
    desk.refused(&["redo"], "redo.nothing");
    assert_eq!(desk.done(&["verify"])["ok"], true);
}

#[test]
fn a_residence_needs_a_country_and_says_what_it_rests_on() {
    let desk = desk();
    desk.refused(&["tag", "--residence", "Europe", "--basis", "hr"], "country.unknown");
    desk.refused(&["tag", "--residence", "DE"], "residence.basis_missing");
    desk.done(&["tag", "--residence", "DE", "--basis", "office"]);
    let rows = desk.done(&["facts"])["by_residence"].clone();
    assert_eq!(rows[0]["residence"], "DE");
    assert_eq!(rows[0]["basis"][0], "office");
    desk.done(&["tag", "--residence", "none", "--where", "domain:south.example"]);
    let rows = desk.done(&["facts"])["by_residence"].clone();
    assert_eq!(rows[1]["residence"], serde_json::Value::Null, "not known is a row: {rows}");
}

#[test]
fn an_ambiguous_name_lists_the_paths() {
    let desk = desk();
    desk.done(&["tag", "--region", "A/North", "--create", "--where", "key:a*"]);
    desk.done(&["tag", "--region", "B/North", "--create", "--where", "key:b*"]);
    let refusal = desk.refused(&["tag", "--region", "North"], "node.ambiguous");
    let message = refusal["message"].as_str().expect("a sentence");
    assert!(message.contains("A/North") && message.contains("B/North"), "{message}");
    let rows = desk.done(&["facts"])["by_region"].clone();
    let total: i64 = rows
        .as_array()
        .expect("rows")
        .iter()
        .filter(|row| row["path"].as_array().is_none_or(|path| path.len() <= 1))
        .map(|row| row["accounts"]["low"].as_i64().expect("a number"))
        .sum();
    assert_eq!(total, 3, "rows of path length 1 and the null row sum to the total: {rows}");
}

#[test]
fn undo_and_redo_of_a_tagging_count_accounts_as_the_tagging_did() {
    let desk = desk();
    let call =
        ["tag", "--region", "World/North", "--status", "suspected", "--create", "--where", "domain:north.example"];
    assert_eq!(desk.done(&call)["changed"], 2);
    assert_eq!(desk.done(&["undo"])["changed"], 2);
    assert_eq!(desk.done(&["redo"])["changed"], 2);
}

#[test]
fn a_country_is_one_at_every_door() {
    let desk = Desk::with_case();
    let list = desk.file("list.csv", "email,country\na@x.example,Kosovo\nb@x.example,UK\nc@x.example,DE-BY\n");
    desk.done(&["import", &list]);
    for (typed, found) in [("XK", 1), ("kosovo", 1), ("UK", 1), ("GBR", 1), ("Germany", 1), ("de-by", 1), ("US", 0)] {
        assert_eq!(desk.done(&["accounts", "--where", &format!("residence:{typed}")])["total"], found, "{typed}");
        desk.done(&["tag", "--residence", typed, "--basis", "hr", "--where", "key:nobody@x.example", "--dry-run"]);
        desk.done(&["party", "add", "--role", "recipient", "--organisation", typed, "--established", typed]);
    }
    let parties = desk.done(&["party", "list"]);
    assert!(parties.to_string().contains("\"established\":\"XK\""), "{parties}");
    for (typed, code) in [
        ("SU", "country.former"),
        ("YU", "country.former"),
        ("US-ZZZ", "country.unknown"),
        ("Europe", "country.unknown"),
    ] {
        desk.refused(&["tag", "--residence", typed, "--basis", "hr"], code);
        desk.refused(&["party", "add", "--role", "recipient", "--organisation", "X", "--established", typed], code);
        desk.refused(&["accounts", "--where", &format!("residence:{typed}")], "filter.unknown_value");
    }
}
