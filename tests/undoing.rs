//! Undo and redo: linear, per case, over restarts, any depth; only what still comes from the deed is put back.

use std::sync::atomic::AtomicBool;

use breachbook::actions::tagging::{self, Asked};
use breachbook::actions::trees::{self, Change};
use breachbook::actions::{Access, Session, accounts, audit_trail, cases, facts, importing};
use breachbook::model::ids::CaseId;
use breachbook::store::entities::ENTITIES;
use breachbook::store::journal;
use breachbook::store::nodes::Tree;

use crate::desk::{Desk, set};

async fn title(session: &Session) -> String {
    cases::list(session).await.expect("cases")[0].title.clone()
}

#[tokio::test]
async fn deeds_are_undone_and_done_again_in_order_over_restarts() {
    let desk = Desk::new();
    let (mut session, case) = desk.with_case().await;
    for name in ["A", "B", "C"] {
        set(&session, case, &[&format!("title={name}")]).await.expect("set");
    }
    for (undo, then) in
        [(true, "B"), (true, "A"), (false, "B"), (true, "A"), (true, "Mail"), (false, "A"), (false, "B"), (false, "C")]
    {
        session.close().await.expect("closed");
        session = desk.open(None, Access::Write).await.expect("open");
        let done = if undo { session.undo(case).await } else { session.redo(case).await }.expect("there is one");
        assert_eq!((done.verb.as_str(), done.changed, done.left), ("case.set", 1, 0));
        assert_eq!(title(&session).await, then);
    }
    assert_eq!(session.redo(case).await.expect_err("nothing").code, "redo.nothing");
    assert!(audit_trail::verify(&session).await.expect("verified").ok);
}

#[tokio::test]
async fn a_new_deed_clears_redo() {
    let desk = Desk::new();
    let (session, case) = desk.with_case().await;
    set(&session, case, &["title=A"]).await.expect("set");
    session.undo(case).await.expect("undone");
    set(&session, case, &["reference=R"]).await.expect("set");
    assert_eq!(session.redo(case).await.expect_err("cleared").code, "redo.nothing");
    session.undo(case).await.expect("the reference");
    session.redo(case).await.expect("the reference, not the title");
    let file = cases::show(&session, case).await.expect("shown");
    assert_eq!((file.case.title.as_str(), file.case.reference.as_deref()), ("Mail", Some("R")));
}

#[tokio::test]
async fn opening_a_case_is_not_undone() {
    let desk = Desk::new();
    let (session, case) = desk.with_case().await;
    assert_eq!(session.undo(case).await.expect_err("nothing").code, "undo.nothing");
}

#[tokio::test]
async fn rows_come_back_as_they_were() {
    let desk = Desk::new();
    let (session, case) = desk.with_case().await;
    let claim = r#"claim+={"subject":"records","at_least":60000,"unit":"email","source":"Reuters","adopted":true}"#;
    let added = set(&session, case, &[claim]).await.expect("set").added[0];
    let before = cases::show(&session, case).await.expect("shown").claims;
    set(&session, case, &[&format!("claim[{added}]-")]).await.expect("removed");
    assert!(cases::show(&session, case).await.expect("shown").claims.is_empty());
    session.undo(case).await.expect("undone");
    assert_eq!(cases::show(&session, case).await.expect("shown").claims, before);
    session.undo(case).await.expect("undone");
    assert!(cases::show(&session, case).await.expect("shown").claims.is_empty());
}

/// Three accounts in region A, none in B; ids of case 1 begin at 2^32.
const THREE: [&str; 2] = [
    "INSERT INTO account (id, case_id, key_kind, key) VALUES (4294967297,1,0,'a'), (4294967298,1,0,'b'), (4294967299,1,0,'c')",
    "INSERT INTO standing (account_id, region_id, region_deed, kind, status) \
     SELECT account.id, region.id, 1, 0, 0 FROM account, region WHERE region.name = 'A'",
];

/// The regions of a case's accounts, in the order they came in.
async fn regions(session: &Session, case: CaseId) -> Vec<String> {
    let listed = accounts::list(session, case, None, 100, 0).await.expect("a list");
    listed.accounts.into_iter().map(|it| it.region.unwrap_or_default()).collect()
}

async fn import(session: &Session, case: CaseId, text: &'static str) {
    let given = importing::Given::new("list.csv", Box::new(std::io::Cursor::new(text.as_bytes())));
    let (asked, stop) = (importing::Asked::default(), AtomicBool::new(false));
    importing::import(session, case, vec![given], &asked, &stop, &mut |_| ()).await.expect("a list");
}

#[tokio::test]
async fn merged_regions_come_apart_again_and_are_counted_filtered_and_tagged_as_one_meanwhile() {
    let desk = Desk::new();
    let (session, case) = desk.with_case().await;
    import(&session, case, "email,region\na@x.example,A\nb@x.example,A\nc@x.example,B\n").await;
    let merge = Change::Merge("A".into(), "B".into());
    let merged = trees::change(&session, Tree::Region, case, &merge).await.expect("merged");
    assert_eq!(merged, 3, "two accounts, one node");
    let are_one = async || {
        assert_eq!(regions(&session, case).await, ["B", "B", "B"]);
        let found = accounts::list(&session, case, Some("region:B"), 100, 0).await.expect("a list").total;
        let counted = facts::facts(&session, case).await.expect("facts").by_region;
        let rows: Vec<_> = counted.iter().map(|row| (row.region.as_deref(), row.accounts.low)).collect();
        assert_eq!((found, rows), (3, vec![(Some("B"), 3), (None, 0)]));
        let again = Asked { region: Some("B".into()), ..Asked::default() };
        assert_eq!(tagging::tag(&session, case, &again).await.expect("tagged").changed, 0, "it is B already");
        assert!(audit_trail::verify(&session).await.expect("verified").ok);
    };
    are_one().await;
    session.undo(case).await.expect("undone");
    assert_eq!(regions(&session, case).await, ["A", "A", "B"]);
    let redone = session.redo(case).await.expect("done again");
    assert_eq!((redone.changed, redone.left), (1, 0), "the node; no account was written");
    are_one().await;
}

#[tokio::test]
async fn what_something_else_has_set_since_is_left_by_an_undo() {
    let desk = Desk::new();
    let (session, case) = desk.with_case().await;
    import(&session, case, "email,region\na@x.example,A\nb@x.example,A\nc@x.example,A\n").await;
    let tagged = Asked { region: Some("B".into()), create: true, ..Asked::default() };
    tagging::tag(&session, case, &tagged).await.expect("tagged");
    session.close().await.expect("closed");
    desk.raw(&["UPDATE standing SET region_deed = 1 WHERE account_id = 4294967298"]).await;
    let session = desk.open(None, Access::Write).await.expect("open");
    let undone = session.undo(case).await.expect("undone");
    assert_eq!(undone.left, 2, "an account, and the node that it still carries");
    assert_eq!(regions(&session, case).await, ["A", "B", "A"]);
    session.redo(case).await.expect("done again");
    assert_eq!(regions(&session, case).await, ["B", "B", "B"]);
}

#[tokio::test]
async fn a_tag_and_its_undo_reach_every_account_however_far_apart_they_are() {
    let desk = Desk::new();
    let (session, case) = desk.with_case().await;
    session.close().await.expect("closed");
    let (mut rows, ids) = (Vec::new(), [1_i64, 262_144, 262_145, 262_146, 1_000_000, 3_000_000_000]);
    for id in ids.map(|n| n + (1 << 32) - 1) {
        rows.push(format!("INSERT INTO account (id, case_id, key_kind, key) VALUES ({id},1,0,'{id}')"));
        rows.push(format!("INSERT INTO standing (account_id, kind, status) VALUES ({id}, 0, 0)"));
        rows.push(format!("INSERT INTO account_key VALUES (1,0,digest('{id}'),{id})"));
    }
    desk.raw(&rows.into_iter().map(|it| &*it.leak()).collect::<Vec<_>>()).await;
    let session = desk.open(None, Access::Write).await.expect("open");
    counted(&session, case).await;
    let tagged = Asked { region: Some("B".into()), create: true, ..Asked::default() };
    let done = tagging::tag(&session, case, &tagged).await.expect("tagged");
    assert_eq!((done.matched, done.changed), (6, 6));
    assert_eq!(session.undo(case).await.expect("undone").changed, 6);
    assert_eq!(session.redo(case).await.expect("done again").changed, 6);
    let found = accounts::list(&session, case, Some("region:B"), 100, 0).await.expect("a list").total;
    assert_eq!(found, 6);
}

/// The names of a tree in their order, each with what it hangs under.
async fn order(session: &Session, case: CaseId, tree: Tree) -> String {
    let grown = trees::grown(session, tree, case).await.expect("a tree");
    grown.branches.iter().map(|it| it.path.join("/")).collect::<Vec<_>>().join(" ")
}

#[tokio::test]
async fn siblings_are_put_in_an_order_that_reports_follow_and_undo_takes_back() {
    let desk = Desk::new();
    let (session, case) = desk.with_case().await;
    for name in ["A", "B", "C", "B/x", "B/y"] {
        trees::change(&session, Tree::Region, case, &Change::Make(name.into())).await.expect("made");
    }
    let place = |path: &str, at| Change::Place(path.into(), at);
    assert_eq!(trees::change(&session, Tree::Region, case, &place("C", 0)).await.expect("placed"), 3);
    assert_eq!(order(&session, case, Tree::Region).await, "C A B B/x B/y");
    trees::change(&session, Tree::Region, case, &place("B/y", 0)).await.expect("placed");
    assert_eq!(order(&session, case, Tree::Region).await, "C B/y A B/x B", "siblings alone move");
    assert_eq!(trees::change(&session, Tree::Region, case, &place("B", 9)).await.expect("the last"), 0);
    let tagged = Asked { region: Some("B/z".into()), create: true, ..Asked::default() };
    session.close().await.expect("closed");
    desk.raw(&[
        "INSERT INTO account (id, case_id, key_kind, key) VALUES (4294967297,1,0,'a')",
        "INSERT INTO standing (account_id, kind, status) VALUES (4294967297, 0, 0)",
    ])
    .await;
    let session = desk.open(None, Access::Write).await.expect("open");
    tagging::tag(&session, case, &tagged).await.expect("tagged");
    let below: Vec<_> =
        order(&session, case, Tree::Region).await.split(' ').filter(|it| it.contains('/')).map(str::to_owned).collect();
    assert_eq!(below, ["B/y", "B/x", "B/z"], "a new one stands last");
    let facts = facts::facts(&session, case).await.expect("facts");
    let counted: Vec<_> = facts.by_region.iter().map(|it| it.path.join("/")).filter(|it| !it.is_empty()).collect();
    assert_eq!(counted, ["C", "A", "B", "B/y", "B/x", "B/z"], "as reports count them");
    for _ in 0..3 {
        session.undo(case).await.expect("undone");
    }
    assert_eq!(order(&session, case, Tree::Region).await, "A B C B/x B/y");
    session.redo(case).await.expect("done again");
    assert_eq!(order(&session, case, Tree::Region).await, "C A B B/x B/y");
}

#[tokio::test]
async fn a_node_that_nothing_stands_on_is_taken_out_and_comes_back_and_a_used_one_says_what_stands_on_it() {
    let desk = Desk::new();
    let (session, case) = desk.with_case().await;
    for name in ["A", "B", "C/x"] {
        trees::change(&session, Tree::Region, case, &Change::Make(name.into())).await.expect("made");
    }
    trees::change(&session, Tree::Organisation, case, &Change::Make("Acme".into())).await.expect("made");
    set(&session, case, &[r#"party+={"role":"controller","organisation":"Acme"}"#]).await.expect("a party");
    session.close().await.expect("closed");
    desk.raw(&THREE).await;
    let session = desk.open(None, Access::Write).await.expect("open");
    counted(&session, case).await;
    for (tree, path, code, n) in [
        (Tree::Region, "A", "node.in_use", "3"),
        (Tree::Region, "C", "node.has_branches", "1"),
        (Tree::Organisation, "Acme", "node.in_use_by_parties", "1"),
    ] {
        let refused = trees::change(&session, tree, case, &Change::Remove(path.into())).await.expect_err(path);
        let said = refused.args.iter().find(|it| *it.0 == "n").map(|it| it.1.as_str());
        assert_eq!((refused.code, said), (code, Some(n)));
    }
    let before = order(&session, case, Tree::Region).await;
    assert_eq!(trees::change(&session, Tree::Region, case, &Change::Remove("B".into())).await.expect("unused"), 1);
    assert_eq!(order(&session, case, Tree::Region).await, "A C C/x");
    session.close().await.expect("closed");
    let session = desk.open(None, Access::Write).await.expect("open");
    assert_eq!(session.undo(case).await.expect("undone").left, 0);
    assert_eq!(order(&session, case, Tree::Region).await, before);
    assert_eq!(session.redo(case).await.expect("done again").left, 0);
    assert_eq!(order(&session, case, Tree::Region).await, "A C C/x");
}

#[tokio::test]
async fn names_paths_and_codes_find_nodes_and_ambiguous_ones_list_their_paths() {
    let desk = Desk::new();
    let (session, case) = desk.with_case().await;
    for path in ["Europe/Sales", "Asia/Sales", "Asia/Support"] {
        trees::change(&session, Tree::Region, case, &Change::Make(path.into())).await.expect(path);
    }
    let nodes = trees::list(&session, Tree::Region, case).await.expect("nodes");
    assert_eq!(nodes.len(), 5, "paths share their beginnings");
    let rename = |from: &str| Change::Rename(from.into(), "Help".into());
    let refused = trees::change(&session, Tree::Region, case, &rename("sales")).await.expect_err("two of them");
    assert_eq!((refused.code, refused.args["paths"].as_str()), ("node.ambiguous", "Europe/Sales, Asia/Sales"));
    assert_eq!(trees::change(&session, Tree::Region, case, &rename("asia/support")).await.expect("renamed"), 1);
    trees::change(&session, Tree::Region, case, &Change::Code("Asia".into(), Some("jp".into()))).await.expect("coded");
    trees::change(&session, Tree::Region, case, &Change::Hang("Europe".into(), Some("JP".into()))).await.expect("hung");
    for (change, code) in [
        (Change::Hang("Asia".into(), Some("Europe".into())), "node.ring"),
        (Change::Merge("Asia".into(), "Asia/Europe".into()), "node.ring"),
        (Change::Rename("Asia/Help".into(), "Sales".into()), "node.exists"),
        (Change::Rename("Africa".into(), "X".into()), "node.missing"),
        (Change::Make("A//B".into()), "node.empty"),
    ] {
        assert_eq!(trees::change(&session, Tree::Region, case, &change).await.expect_err("refused").code, code);
    }
}

#[tokio::test]
async fn every_table_is_as_it_is_declared_or_undo_would_lose_a_column() {
    let desk = Desk::new();
    let (session, _) = desk.with_case().await;
    let mut tx = session.store.read().await.expect("read");
    for entity in ENTITIES {
        let columns: Vec<String> = sqlx::query_scalar(
            "SELECT name FROM pragma_table_info(?) WHERE name NOT IN ('next_account', 'statements', 'open')",
        )
        .bind(entity.table)
        .fetch_all(&mut *tx)
        .await
        .expect("columns");
        let declared: Vec<&str> = entity.names().collect();
        assert_eq!(declared, columns, "{}: in their order, too", entity.table);
    }
}

#[tokio::test]
async fn a_case_in_another_zone_counts_its_days_there_and_back() {
    let desk = Desk::new();
    let (session, case) = desk.with_case().await;
    session.close().await.expect("closed");
    // 2023-05-15T22:30Z as an instant: the 16th in Berlin, the 15th in New York; and the 15th stated as a day.
    desk.raw(&[
        "INSERT INTO account (id, case_id, key_kind, key) VALUES (4294967297,1,0,'a'), (4294967298,1,0,'b')",
        "INSERT INTO standing (account_id, kind, status, first_from, first_until, first_precision, day) \
         VALUES (4294967297, 0, 0, 1684189800, 1684189800, 3, 19493), (4294967298, 0, 0, 1684101600, 1684188000, 2, 19492)",
    ])
    .await;
    let session = desk.open(None, Access::Write).await.expect("open");
    counted(&session, case).await;
    set(&session, case, &["zone=America/New_York"]).await.expect("set");
    assert_eq!(days(&session).await, [19_492, 19_492]);
    session.undo(case).await.expect("undone");
    assert_eq!(days(&session).await, [19_493, 19_492]);
    session.redo(case).await.expect("done again");
    assert_eq!(days(&session).await, [19_492, 19_492]);
    assert!(audit_trail::verify(&session).await.expect("verified").tally.ok);
}

async fn days(session: &Session) -> Vec<i64> {
    let mut tx = session.store.read().await.expect("read");
    sqlx::query_scalar("SELECT day FROM standing ORDER BY account_id").fetch_all(&mut *tx).await.expect("days")
}

#[tokio::test]
async fn undo_goes_back_to_a_deed_whole_or_not_at_all() {
    let desk = Desk::new();
    let (session, case) = desk.with_case().await;
    for name in ["A", "B", "C", "D"] {
        set(&session, case, &[&format!("title={name}")]).await.expect("set");
    }
    let asked = journal::Asked { case: Some(case), limit: 10, ..Default::default() };
    let page = audit_trail::page(&session, &asked).await.expect("the log");
    let second = page.entries.iter().rev().filter(|it| it.entry.verb == "case.set").nth(1).expect("the second");
    assert_eq!(second.steps, Some(3), "B, C and D");
    let deed = second.deed.expect("a deed");
    let stopped = session.undo_to(case, deed, &mut |done| done < 2).await.expect_err("stopped");
    assert_eq!((stopped.code, title(&session).await.as_str()), ("cancelled", "D"));
    let mut heard = Vec::new();
    let done = session
        .undo_to(case, deed, &mut |done| {
            heard.push(done);
            true
        })
        .await
        .expect("undone");
    assert_eq!((done.len(), heard, title(&session).await.as_str()), (3, vec![1, 2, 3], "A"));
    let again = session.undo_to(case, deed, &mut |_| true).await.expect_err("it does not stand");
    assert_eq!((again.code, title(&session).await.as_str()), ("undo.not_standing", "A"));
    for name in ["B", "C", "D"] {
        session.redo(case).await.expect("redone");
        assert_eq!(title(&session).await, name);
    }
}

/// The numbers at hand, after rows were written past the program.
async fn counted(session: &Session, case: CaseId) {
    let mut tx = session.store.begin().await.expect("begin");
    breachbook::store::tally::rebuild(&mut tx, case).await.expect("counted");
    tx.commit().await.expect("committed");
}

/// The organisations of the case's parties, each with whether it is a copy of a legal entity; and what each has determined.
async fn parties(session: &Session, case: CaseId) -> Vec<(String, bool, Vec<String>)> {
    let mut tx = session.store.read().await.expect("a reading");
    sqlx::query_as::<_, (String, bool, Option<String>)>(
        "SELECT o.name, o.entity_id IS NOT NULL, (SELECT group_concat(value || iif(superseded_by IS NULL, '', ', no longer'), ';') \
         FROM (SELECT * FROM determination ORDER BY id) d WHERE d.organisation_id = o.id) \
         FROM party p JOIN organisation o ON o.id = p.organisation_id WHERE p.case_id = ? ORDER BY p.id",
    )
    .bind(case)
    .fetch_all(&mut *tx)
    .await
    .expect("parties")
    .into_iter()
    .map(|(name, is_copy, said)| (name, is_copy, said.iter().flat_map(|it| it.split(';')).map(str::to_owned).collect()))
    .collect()
}

#[tokio::test]
async fn two_parties_become_one_organisation_only_once_it_is_said_which_and_come_apart_again() {
    const NINE: &str = "2026-05-03T09:00:00Z";
    const TEN: &str = "2026-05-03T12:00:00+02:00";
    let desk = Desk::new();
    let (session, case) = desk.with_case().await;
    let change = async |what: Change| trees::change(&session, Tree::Organisation, case, &what).await;
    change(Change::Make("Plain".into())).await.expect("made");
    for setting in [
        r#"party+={"role":"controller","organisation":"A"}"#,
        r#"party+={"role":"controller","organisation":"B"}"#,
        r#"party+={"role":"processor","organisation":"C"}"#,
        "organisation[2].identifier=DE1",
        r#"determination+={"kind":"awareness","value":"2026-05-03T09:00:00Z","party":1}"#,
        r#"determination+={"kind":"awareness","value":"2026-05-03T12:00:00+02:00","party":3}"#,
    ] {
        set(&session, case, &[setting]).await.expect(setting);
    }
    let before = parties(&session, case).await;
    let english = breachbook::lang::Phrases::of("en").expect("English");
    let merge = |from: &str, into: &str| Change::Merge(from.into(), into.into());
    for (what, code, says) in [
        (merge("A", "B"), "node.both_parties", "Remove one party before “A” goes into “B”"),
        (merge("C", "A"), "node.both_aware", "Determine the same time for both"),
    ] {
        let refusal = change(what).await.expect_err(code);
        let said = english.error(&refusal);
        assert!(refusal.code == code && said.contains(says), "{}: {said}", refusal.code);
    }
    assert_eq!(parties(&session, case).await, before, "nothing was changed");
    // One goes into an organisation that is no party: that one is a legal entity from then on.
    change(merge("A", "Plain")).await.expect("merged");
    let is_plain = ("Plain".to_owned(), true, vec![NINE.to_owned()]);
    assert_eq!(parties(&session, case).await[0], is_plain);
    let known = cases::show(&session, case).await.expect("the case").organisations;
    let of_plain = known.iter().find(|it| it.name == "Plain").expect("Plain");
    assert_eq!(
        of_plain.identifier.as_deref(),
        Some("DE1"),
        "what the case knew of A is known of the one that it went into"
    );
    assert!(audit_trail::verify(&session).await.expect("verified").ok);
    assert_eq!(session.undo(case).await.expect("undone").left, 0);
    assert_eq!(parties(&session, case).await, before);
    assert_eq!(session.redo(case).await.expect("done again").left, 0);
    assert_eq!(parties(&session, case).await[0], is_plain);
    // Once both say the same, the word of the one that stays stands.
    set(&session, case, &[r#"determination+={"kind":"awareness","value":"2026-05-03T11:00:00+02:00","party":3}"#])
        .await
        .expect("the same time");
    let apart = parties(&session, case).await;
    change(merge("C", "Plain")).await.expect("merged");
    let said = vec![NINE.to_owned(), format!("{TEN}, no longer"), "2026-05-03T11:00:00+02:00, no longer".to_owned()];
    let one = parties(&session, case).await;
    assert_eq!([&one[0], &one[2]].map(|it| (it.0.as_str(), &it.2)), [("Plain", &said), ("Plain", &said)]);
    assert_eq!(session.undo(case).await.expect("undone").left, 0);
    assert_eq!(parties(&session, case).await, apart);
    assert!(audit_trail::verify(&session).await.expect("verified").ok);
}

#[tokio::test]
async fn a_node_whose_name_another_bears_by_now_does_not_come_back_and_leaves_no_account_without_one() {
    let desk = Desk::new();
    let (session, case) = desk.with_case().await;
    import(&session, case, "email,region\na@x.example,Old\nb@x.example,New\n").await;
    let change = async |what: Change| trees::change(&session, Tree::Region, case, &what).await;
    change(Change::Merge("Old".into(), "New".into())).await.expect("merged");
    import(&session, case, "email,region\nc@x.example,Old\n").await;
    let merged = facts::facts(&session, case).await.expect("facts");
    let refusal = session.undo(case).await.expect_err("the name is taken");
    assert_eq!((refusal.code, refusal.args["name"].as_str()), ("undo.name_taken", "Old"));
    assert_eq!(facts::facts(&session, case).await.expect("facts"), merged, "nobody lost a region");
    assert!(audit_trail::verify(&session).await.expect("verified").ok);
}
