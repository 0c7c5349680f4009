//! What is written down comes back as it is edited; typed numbers keep what became of them; a tree knows its filters.

use breachbook::actions::trees::{self, Change};
use breachbook::actions::{accounts, facts, written};
use breachbook::lang::Phrases;
use breachbook::model::keys::{KEYS, Key, Kind};
use breachbook::store::held::Held;
use breachbook::store::nodes::Tree;

use crate::desk::{Desk, set};
use crate::keys::sample;

fn with_rows() -> impl Iterator<Item = (&'static Key, Vec<&'static str>)> {
    KEYS.iter().filter_map(|key| match key.kind {
        Kind::Rows(_, fields) => Some((key, fields.iter().map(|field| field.id).collect())),
        _ => None,
    })
}

#[tokio::test]
async fn every_field_of_every_row_comes_back_to_be_edited() {
    let desk = Desk::new();
    let (session, case) = desk.with_case().await;
    for (key, _) in with_rows() {
        set(&session, case, &[&format!("{}+={}", key.id, sample(key))]).await.expect(key.id);
    }
    let read = written::read(&session, case).await.expect("read");
    for (key, fields) in with_rows() {
        let rows = &read.rows.iter().find(|it| it.key == key.id).expect(key.id).rows;
        assert_eq!(rows.len(), 1, "{}", key.id);
        for field in fields {
            assert!(rows[0].fields.contains_key(field), "{}: {field}", key.id);
        }
    }
    let party = &read.rows[0].rows[0];
    assert_eq!(party.fields["organisation"], Held::Text("Group/Nordmeer".into()), "by its path");
    assert_eq!(party.fields["main_establishment"], Held::Flag(true));
    let milestone = &read.rows[1].rows[0];
    assert_eq!(milestone.fields["party"], Held::Text("Group/Nordmeer".into()));
    // What is shown to be edited is understood when it comes back, and changes nothing.
    let again = format!("party[{}].organisation=Group/Nordmeer", party.id);
    assert_eq!(set(&session, case, &[&again]).await.expect("understood").changed, 0);
}

#[tokio::test]
async fn a_number_that_was_typed_in_says_what_became_of_it() {
    let desk = Desk::new();
    let (session, case) = desk.with_case().await;
    let typed = async |name, count| written::set_count(&session, case, name, count, Some("a call")).await;
    typed("accounts", r#"{"approximate":600,"low":450}"#).await.expect("typed");
    typed("accounts", r#"{"between":[612,742]}"#).await.expect("typed again");
    for (name, count, code) in [
        ("accounts", "{}", "count.unreadable"),
        ("accounts", "600", "setting.not_json"),
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
    facts::adopt_computed(&session, case, "accounts").await.expect("adopted");
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
    let refused = change(Change::Code("North".into(), Some("Norway".into()))).await.expect_err("no code");
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
        for (key, fields) in with_rows() {
            assert!(phrases.has(&dashed(&["written", key.id])), "{language}: {}", key.id);
            for field in fields {
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
