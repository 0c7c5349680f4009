//! What is written down comes back as it is edited; typed numbers keep what became of them; a tree knows its filters.

use breachbook::actions::trees::{self, Change};
use breachbook::actions::written::{self, CountSaid};
use breachbook::actions::{accounts, facts};
use breachbook::lang::Phrases;
use breachbook::model::ids::PartyId;
use breachbook::model::keys::{KEYS, Key, Kind};
use breachbook::model::party::Which;
use breachbook::store::entities::entity::{Entity, Made};
use breachbook::store::entities::of_key;
use breachbook::store::held::{Held, HeldParty};
use breachbook::store::nodes::Tree;

use crate::desk::{Desk, set};
use crate::keys::{CLIENT, sample};

/// Keys with rows, each with its fields; rows of some are made elsewhere.
fn with_rows() -> impl Iterator<Item = (&'static Key, &'static Entity)> {
    KEYS.iter().filter(|key| matches!(key.kind, Kind::Rows)).map(|key| (key, of_key(key.id).expect(key.id)))
}

#[tokio::test]
async fn every_field_of_every_row_comes_back_to_be_edited() {
    let desk = Desk::new();
    let (session, case) = desk.with_case().await;
    set(&session, case, &[CLIENT]).await.expect("somebody to act for");
    for (key, _) in with_rows().filter(|(_, entity)| entity.made != Made::Elsewhere) {
        set(&session, case, &[&format!("{}+={}", key.id, sample(key))]).await.expect(key.id);
    }
    let read = written::read(&session, case).await.expect("read");
    let rows = |key: &str| read.rows.iter().find(|it| it.key == key).expect(key).rows.last().cloned();
    for (key, entity) in with_rows().filter(|(_, entity)| entity.made != Made::Elsewhere) {
        let row = rows(key.id).expect(key.id);
        for field in entity.fields().map(|it| it.field) {
            // Awareness is its legal entity's, in all its roles.
            let shared = key.id == "determination" && field == "party";
            assert_eq!(row.fields.contains_key(field), !shared, "{}: {field}", key.id);
        }
        assert_eq!(row.kept, entity.kept, "{}", key.id);
    }
    let party = rows("party").expect("a party");
    assert_eq!(party.fields["organisation"], Held::Text("Group/Nordmeer".into()), "a name is no path");
    assert_eq!(party.fields["main_establishment"], Held::Flag(true));
    let named = |party: i64, name: &str| Held::Party(HeldParty { party: PartyId::new(party), name: name.into() });
    assert_eq!(party.fields["on_behalf_of"], named(1, "Fjord"));
    assert_eq!(rows("milestone").expect("a step").fields["party"], named(2, "Group/Nordmeer"));
    // What is shown to be edited is understood when it comes back, and changes nothing.
    for again in ["party[2].organisation=Group/Nordmeer", "party[2].on_behalf_of=1", "milestone[1].party=2"] {
        assert_eq!(set(&session, case, &[again]).await.expect(again).changed, 0, "{again}");
    }
}

#[tokio::test]
async fn a_number_that_was_typed_in_says_what_became_of_it() {
    let desk = Desk::new();
    let (session, case) = desk.with_case().await;
    let typed = async |name: &str, count: &str| {
        let count = serde_json::from_str(count).expect("JSON");
        let said = CountSaid { name: name.into(), count, source: Some("a call".into()), party: None::<Which> };
        written::set_count(&session, case, &said).await
    };
    typed("accounts", r#"{"approximate":600,"low":450}"#).await.expect("typed");
    typed("accounts", r#"{"between":[612,742]}"#).await.expect("typed again");
    for (name, count, code) in [
        ("accounts", "{}", "count.unreadable"),
        ("accounts", "600", "count.unreadable"),
        ("accounts", r#"{"between":[9,3]}"#, "count.backwards"),
        ("accounts", r#"{"value":9,"unit":"email"}"#, "count.unit"),
        ("weather", r#"{"value":9}"#, "subject.unknown"),
    ] {
        assert_eq!(typed(name, count).await.expect_err(count).code, code, "{count}");
    }
    let fates = async || {
        let read = written::read(&session, case).await.expect("read");
        read.typed.iter().map(|it| (it.stands, it.computed)).collect::<Vec<_>>()
    };
    assert_eq!(fates().await, [(false, false), (true, false)]);
    facts::adopt_computed(&session, case, "accounts", None).await.expect("adopted");
    assert_eq!(fates().await, [(false, false), (false, true)]);
}

#[tokio::test]
async fn a_tree_knows_what_stands_behind_its_numbers_and_what_was_done_to_a_node() {
    let desk = Desk::new();
    let (session, case) = desk.with_case().await;
    let change = async |change| trees::change(&session, Tree::Region, case, &change).await;
    change(Change::Make("Nordics/Oslo".into())).await.expect("made");
    change(Change::Make("Oslo".into())).await.expect("a path is meant from the root, not an end of another");
    assert_eq!(change(Change::Make("nordics/OSLO".into())).await.expect("there already"), 0);
    change(Change::Rename("Nordics".into(), "North".into())).await.expect("renamed");
    let refused = change(Change::Code("North".into(), Some("Scandinavia".into()))).await.expect_err("no code");
    assert_eq!(refused.code, "country.unknown");
    let grown = trees::grown(&session, Tree::Region, case).await.expect("grown");
    let seen: Vec<_> =
        grown.branches.iter().map(|it| (it.path.join("/"), it.own_filter.clone().expect("a filter"))).collect();
    let north = (String::from("North"), String::from(r#"region:"North" -region:"North/Oslo" -status:cleared"#));
    assert_eq!(seen[0], north);
    assert_eq!(seen[2].0, "Oslo");
    for filter in grown.branches.iter().flat_map(|it| [&it.filter, &it.own_filter]).chain([&grown.without]) {
        let filter = filter.as_deref().expect("plain names have one");
        accounts::list(&session, case, Some(filter), 1, 0).await.expect(filter);
    }
    let deeds = trees::history(&session, Tree::Region, case, grown.branches[0].id).await.expect("its deeds");
    assert_eq!(deeds.iter().map(|it| it.verb.as_str()).collect::<Vec<_>>(), ["node.rename", "node.make"]);
}

#[test]
fn every_key_and_every_field_has_a_name_in_every_language() {
    let dashed = |parts: &[&str]| parts.join("-").replace('_', "-");
    for language in ["en", "de"] {
        let phrases = Phrases::of(language).expect(language);
        for (key, entity) in with_rows() {
            assert!(phrases.has(&dashed(&["written", key.id])), "{language}: {}", key.id);
            for field in entity.fields().map(|it| it.field) {
                assert!(phrases.has(&dashed(&["written", field])), "{language}: {field}");
            }
        }
        for key in KEYS.iter().filter(|key| {
            matches!(
                key.kind,
                Kind::Text | Kind::Zone | Kind::Period | Kind::Milestone(_) | Kind::Word(_) | Kind::Words(_)
            )
        }) {
            assert!(phrases.has(&dashed(&["answer", key.id])), "{language}: {}", key.id);
        }
    }
}
