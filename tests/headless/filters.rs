//! The filter language, on accounts that each term tells apart.

use serde_json::Value;

use super::Desk;

fn desk() -> Desk {
    let desk = Desk::with_case();
    let list = desk.file(
        "list.csv",
        "email,name,region path,organisation path,country,records,status,way,notes\n\
         a@north.example,Anna Lind,World / North,Acme,DE,10,confirmed,phished,first wave\n\
         b@mail.north.example,Bert,World / North,Acme / Sub,SE,200,suspected,,\n\
         c@south.example,Cem,World / South,Other,,,cleared,listed,\"says \"\"hello\"\"\"\n\
         d@notnorth.example,,,,US-CA,3,confirmed,,100% sure_thing\n",
    );
    desk.done(&["import", &list]);
    desk
}

#[test]
fn each_term_finds_its_accounts() {
    let desk = desk();
    let cases = [
        ("", "abcd"),
        ("domain:north.example", "ab"),
        ("-domain:north.example", "cd"),
        ("domain:north.example,south.example", "abc"),
        ("region:World", "abc"),
        ("region:world/north", "ab"),
        ("region:North", "ab"),
        ("region:*", "abc"),
        ("-region:*", "d"),
        ("organisation:Acme", "ab"),
        ("organisation:Acme/Sub", "b"),
        ("residence:DE", "a"),
        ("residence:US", "d"),
        ("residence:US-CA", "d"),
        ("status:confirmed", "ad"),
        ("status:confirmed,suspected", "abd"),
        ("way:phished", "a"),
        ("kind:unknown", "abcd"),
        ("records:>100", "b"),
        ("records:>=10", "ab"),
        ("records:3", "d"),
        ("import:1", "abcd"),
        ("import:2", ""),
        ("tagged:no", "d"),
        ("tagged:yes", "abc"),
        ("name:anna*", "a"),
        ("name:\"Anna Lind\"", "a"),
        ("key:a@*", "a"),
        ("anna OR bert", "ab"),
        ("lind", "a"),
        ("wave", "a"),
        ("hello", "c"),
        ("100%", "d"),
        ("sure_thing", "d"),
        ("sure-thing", ""),
        ("status:confirmed residence:DE OR status:cleared", "ac"),
        ("status:confirmed (residence:DE OR residence:US)", "ad"),
        ("-(anna OR bert)", "cd"),
        ("name:*", "abc"),
    ];
    for (filter, expected) in cases {
        let found = desk.done(&["accounts", "--where", filter]);
        let mut keys: Vec<char> = found["accounts"]
            .as_array()
            .expect("a list")
            .iter()
            .filter_map(|it| it["key"].as_str()?.chars().next())
            .collect();
        keys.sort_unstable();
        assert_eq!(keys.into_iter().collect::<String>(), expected, "{filter}");
        assert_eq!(found["total"].as_u64(), Some(expected.len() as u64), "{filter}");
    }
}

#[test]
fn a_place_that_is_not_there_is_refused_with_those_that_are() {
    let desk = desk();
    for (filter, known) in
        [("region:Nowhere", "World/North"), ("organisation:Nobody", "Acme/Sub"), ("residence:Atlantis", "DE")]
    {
        let refusal = desk.refused(&["accounts", "--where", filter], "filter.unknown_value");
        assert!(refusal["message"].as_str().is_some_and(|it| it.contains(known)), "{refusal}");
    }
}

#[test]
fn an_error_points_at_its_place() {
    let desk = desk();
    for (filter, column, length) in
        [("färbe:x", 1, 5), ("status:open", 8, 4), ("a (b", 3, 1), ("name:\"x", 6, 2), ("records:>many", 9, 5)]
    {
        let answer = desk.call(&["accounts", "--where", filter]);
        assert_eq!(answer.code, 1, "{filter}: {}", answer.out);
        let place = &answer.json["error"]["where"];
        assert_eq!(
            (place["column"].as_i64(), place["length"].as_i64()),
            (Some(column), Some(length)),
            "{filter}: {}",
            answer.out
        );
    }
}

/// An account of which names differ, one of which records and names do, one of which nothing does; and a typed count.
fn contradicted() -> Desk {
    let desk = Desk::with_case();
    desk.done(&["count", "set", "accounts", "--value", "9"]);
    for (name, list) in [
        ("1.csv", "email,name,records\na@x.example,Ann,10\nb@x.example,Ben,20\nc@x.example,Cem,30\n"),
        ("2.csv", "email,name,records\na@x.example,Anna,10\nb@x.example,Benno,25\nc@x.example,Cem,30\n"),
    ] {
        desk.done(&["import", &desk.file(name, list)]);
    }
    desk
}

fn letters(found: &Value, of: &str) -> String {
    let letter = |it: &Value| it["key"].as_str().or(it["count"].as_str()).and_then(|key| key.chars().next());
    let mut all: Vec<char> = found[of].as_array().expect("a list").iter().filter_map(letter).collect();
    all.sort_unstable();
    all.into_iter().collect()
}

#[test]
fn the_words_for_conflicts_find_the_accounts_of_which_statements_differ() {
    let desk = contradicted();
    for (filter, accounts) in [
        ("conflict:*", "ab"),
        ("-conflict:*", "c"),
        ("conflict:name", "ab"),
        ("conflict:NAME", "ab"),
        ("conflict:na*", "ab"),
        ("conflict:records", "b"),
        ("conflict:records,name", "ab"),
        ("conflict:name -conflict:records", "a"),
        ("conflict:* name:cem", ""),
        ("conflict:* OR name:cem", "abc"),
        ("conflict:status", ""),
        // A typed count is a contradiction of no account.
        ("conflict:count", ""),
        ("conflict:count,records", "b"),
        ("-conflict:count", "abc"),
    ] {
        let found = desk.done(&["accounts", "--where", filter]);
        assert_eq!(letters(&found, "accounts"), accounts, "{filter}");
    }
    let refused = desk.refused(&["accounts", "--where", "conflict:colour"], "filter.unknown_value");
    let known = refused["message"].as_str().unwrap_or_default();
    assert!(["name", "records", "employee_number", "count"].iter().all(|it| known.contains(it)), "{known}");
    desk.done(&["conflict", "adopt", "b@x.example", "records=25"]);
    let found = |filter: &str| letters(&desk.done(&["accounts", "--where", filter]), "accounts");
    assert_eq!((found("conflict:records"), found("conflict:*")), (String::new(), "ab".to_owned()), "decided");
    desk.done(&["undo"]);
    assert_eq!(found("conflict:records"), "b", "undone, they differ again");
}

#[test]
fn a_filter_of_conflicts_finds_typed_counts_where_it_asks_for_them() {
    let desk = contradicted();
    for (filter, found) in [
        ("", "aabb"),
        ("conflict:*", "aabb"),
        ("conflict:count", "a"),
        ("conflict:c*", "a"),
        ("conflict:count,records", "abb"),
        ("conflict:records", "bb"),
        ("-conflict:count", "abb"),
        ("name:ann*", "a"),
        ("name:ben* OR conflict:count", "abb"),
        ("conflict:* -name:ann*", "bb"),
        ("-(conflict:count OR name:ann*)", "bb"),
    ] {
        let listed = match filter {
            "" => desk.done(&["conflict", "list"]),
            filter => desk.done(&["conflict", "list", "--where", filter]),
        };
        assert_eq!(letters(&listed, "conflicts"), found, "{filter}: {listed}");
        assert_eq!(listed["total"].as_u64(), Some(found.len() as u64), "{filter}");
    }
}
