//! The filter language, on accounts that each term tells apart.

use super::Desk;

fn desk() -> Desk {
    let desk = Desk::with_case();
    let list = desk.file(
        "list.csv",
        "email,name,region,organisation,country,records,status,way,notes\n\
         a@north.example,Anna Lind,World/North,Acme,DE,10,confirmed,phished,first wave\n\
         b@mail.north.example,Bert,World/North,Acme/Sub,SE,200,suspected,,\n\
         c@south.example,Cem,World/South,Other,,,cleared,listed,\"says \"\"hello\"\"\"\n\
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
        [("region:Nowhere", "World/North"), ("organisation:Nobody", "Acme/Sub"), ("residence:Germany", "DE")]
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
