//! The log by page, and out of the house as CSV.

use breachbook::actions::audit_trail;
use breachbook::store::journal::Asked;
use serde_json::Value;

use crate::desk::{Desk, set};

fn asked(limit: i64, offset: i64) -> Asked {
    Asked { limit, offset, ..Asked::default() }
}

#[tokio::test]
async fn pages_come_newest_first_and_meet_without_a_gap() {
    let desk = Desk::new();
    let (session, case) = desk.with_case().await;
    for n in 0..25 {
        set(&session, case, &[&format!("title=T{n}")]).await.expect("set");
    }
    let mut seen = Vec::new();
    for offset in [0, 10, 20, 30] {
        let page = audit_trail::page(&session, &asked(10, offset)).await.expect("a page");
        assert_eq!((page.found, page.clock_back), (27, 0), "the book, the case, 25 titles");
        seen.extend(page.entries.iter().map(|it| it.entry.seq));
    }
    assert_eq!(seen, (1..=27).rev().collect::<Vec<_>>());
    let of_case = audit_trail::page(&session, &Asked { case: Some(case), ..asked(1, 0) }).await.expect("a page");
    assert_eq!((of_case.found, of_case.verbs), (26, vec!["case.new".to_owned(), "case.set".to_owned()]));
}

#[tokio::test]
async fn entries_are_found_by_what_they_say_by_their_verb_and_by_what_a_verb_means() {
    let desk = Desk::new();
    let (session, case) = desk.with_case().await;
    set(&session, case, &["title=Postfach"]).await.expect("set");
    set(&session, case, &["reference=R-7"]).await.expect("set");
    session.undo(case).await.expect("undone");
    let found = async |asked: Asked| audit_trail::page(&session, &asked).await.expect("a page").found;
    let of = |text: &str| Asked { text: text.into(), ..asked(10, 0) };
    assert_eq!(found(of("postfach")).await, 1);
    assert_eq!(found(of("ADA")).await, 5, "who");
    assert_eq!(found(of("nowhere")).await, 0);
    assert_eq!(found(Asked { meant: vec!["undo".into()], ..of("nowhere") }).await, 1);
    assert_eq!(found(Asked { verb: Some("case.set".into()), ..of("") }).await, 2);
    let undone = audit_trail::page(&session, &of("R-7")).await.expect("a page");
    assert!(undone.entries[0].undone_at.is_some() && undone.entries[0].steps.is_none());
}

#[tokio::test]
async fn as_csv_every_entry_has_a_line_and_no_cell_is_a_formula() {
    let desk = Desk::new();
    let (session, case) = desk.with_case().await;
    set(&session, case, &["title==HYPERLINK(1)"]).await.expect("set");
    let csv = String::from_utf8(audit_trail::csv(&session, None).await.expect("csv")).expect("UTF-8");
    assert_eq!(csv.lines().count(), 4, "{csv}");
    assert!(csv.starts_with("seq,at,machine_clock,who,os_account,machine,verb,case,count,clock_back,detail,hash\r\n"));
    assert!(!csv.contains(",="), "{csv}");
    assert!(audit_trail::chain(&session).await.expect("walked").ok);
}

#[tokio::test]
async fn a_check_of_the_book_stops_when_told_and_the_book_can_be_read_after() {
    let desk = Desk::new();
    let (session, _) = desk.with_case().await;
    let stop = std::sync::Arc::new(std::sync::atomic::AtomicBool::new(true));
    assert_eq!(audit_trail::verify_until(&session, &stop).await.expect_err("stopped").code, "cancelled");
    for _ in 0..4 {
        assert!(audit_trail::verify(&session).await.expect("every reader answers again").ok);
    }
}

#[tokio::test]
async fn what_a_deed_changed_is_told_as_it_was_and_as_it_is() {
    let desk = Desk::new();
    let (session, case) = desk.with_case().await;
    let claim = r#"claim+={"subject":"records","at_least":60000,"unit":"email","source":"Reuters"}"#;
    let party = r#"party+={"role":"controller","organisation":"Acme/Sub"}"#;
    let claim = set(&session, case, &[claim, party]).await.expect("set").added[0];
    let again = ["title=Post", "cause=", "occurred=2026-05..2026-06-02", "description=x", "risk=high"];
    set(&session, case, &again).await.expect("set");
    set(&session, case, &[&format!("claim[{claim}].source=AP"), "description=", "occurred=2026-04.."])
        .await
        .expect("set");
    set(&session, case, &[&format!("claim[{claim}]-")]).await.expect("removed");
    let page = audit_trail::page(&session, &Asked { case: Some(case), ..asked(10, 0) }).await.expect("a page");
    let mut told = Vec::new();
    for entry in page.entries.iter().rev().skip(1) {
        let changes = audit_trail::changes(&session, entry.deed.expect("a deed")).await.expect("changes");
        told.push(serde_json::to_value(&changes).expect("JSON"));
    }
    let of = |told: &Value| -> Vec<String> {
        let rows = told.as_array().into_iter().flatten();
        rows.flat_map(|row| {
            let fields = row["fields"].as_array().expect("fields").clone();
            fields.into_iter().map(move |it| {
                let side = |it: &Value| it.get("original").unwrap_or(it).as_str().unwrap_or("-").to_owned();
                let [key, became, field] =
                    [&row["key"], &row["became"], &it["field"]].map(|it| it.as_str().unwrap_or("-"));
                format!("{key} {became} {field} {}>{}", side(&it["before"]), side(&it["after"]))
            })
        })
        .collect()
    };
    let added = of(&told[0]);
    for line in ["claim made source ->Reuters", "party made organisation ->Acme/Sub", "claim made count ->-"] {
        assert!(added.iter().any(|it| it == line), "{line} in {added:?}");
    }
    let determined = told[1].as_array().expect("rows").iter().find(|row| row["key"] == "determination");
    assert_eq!(determined.expect("a determination")["about"]["after"], "risk");
    let mut answers = of(&told[1]);
    answers.retain(|it| !["by ", "kind ", "party "].iter().any(|other| it.contains(other)));
    assert_eq!(
        answers,
        [
            "title changed value Mail>Post",
            "occurred made from ->2026-05",
            "occurred made until ->2026-06-02",
            "description made value ->x",
            "determination made value ->high",
        ]
    );
    assert_eq!(
        of(&told[2]),
        [
            "claim changed source Reuters>AP",
            "description removed value x>-",
            "occurred changed from 2026-05>2026-04",
            "occurred changed until 2026-06-02>-",
        ]
    );
    assert!(of(&told[3]).contains(&"claim removed source AP>-".to_owned()));
    assert_eq!(told[3][0]["about"]["before"], "AP");
}
