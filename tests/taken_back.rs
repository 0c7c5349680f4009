//! Taken back is gone: of the rows of an import nothing is left in any byte of the book's folder; its record stays.

use breachbook::model::ids::{CaseId, ImportId};
use std::io::Cursor;
use std::sync::atomic::AtomicBool;

use breachbook::actions::importing::{self, Asked, Given};
use breachbook::actions::inspecting::{Choice, Contradiction};
use breachbook::actions::{Access, Session, accounts, audit_trail, inspecting};
use breachbook::lang::Phrases;

use crate::desk::Desk;

async fn import(session: &Session, case: CaseId, name: &str, text: &str) -> ImportId {
    let given = Given::new(name, Box::new(Cursor::new(text.to_owned().into_bytes())));
    let (asked, stop) = (Asked::default(), AtomicBool::new(false));
    let done = importing::import(session, case, vec![given], &asked, &stop, &mut |_| {}).await;
    done.expect("imported").import.expect("kept")
}

/// The markers that stand in some file of the folder.
fn found<'a>(desk: &Desk, markers: &[&'a str]) -> Vec<&'a str> {
    let files = desk.files();
    let stands = |marker: &&&str| {
        let marker = marker.to_ascii_lowercase().into_bytes();
        files.iter().any(|(_, bytes)| bytes.to_ascii_lowercase().windows(marker.len()).any(|it| it == marker))
    };
    markers.iter().filter(stands).copied().collect()
}

const MARKERS: [&str; 6] = ["quagga", "Zylphia", "wombatnote", "Mxyzptlk", "oddsomething", "blorptime"];

/// So many rows that they fill pages of their own and share others with those of the list before, whose keys stand between
/// theirs; with a name and a note
/// each, two statements of one account that differ, a name that only the second has, and cells that were left open.
fn marked() -> String {
    let rows: String = (0..5_000).map(|n| format!("{n}quagga@x.example,Zylphia {n},wombatnote {n},,\n")).collect();
    format!(
        "email,name,notes,status,first access\n{rows}\
         7quagga@x.example,Mxyzptlk,another wombatnote,,\n\
         8quagga@x.example,Zylphia 8,,oddsomething,blorptime\n"
    )
}

fn before() -> String {
    let rows: String = (0..4_000).map(|n| format!("{n}person@x.example,Person {n},a note\n")).collect();
    format!("email,name,notes\n{rows}")
}

#[tokio::test]
async fn nothing_of_the_rows_of_an_import_that_was_taken_back_is_left_in_the_folder() {
    for others in [false, true] {
        let desk = Desk::new();
        let (session, case) = desk.with_case().await;
        if others {
            import(&session, case, "first.csv", &before()).await;
        }
        let id = import(&session, case, "marked.csv", &marked()).await;
        session.close().await.expect("closed");
        assert_eq!(found(&desk, &MARKERS), MARKERS, "the test looks where they are");
        let session = desk.open(None, Access::Write).await.expect("open");
        importing::undo(&session, case, Some(id)).await.expect("taken back");
        assert!(audit_trail::verify(&session).await.expect("verified").ok);
        session.close().await.expect("closed");
        assert_eq!(found(&desk, &MARKERS), <[&str; 0]>::default(), "others: {others}");
    }
}

#[tokio::test]
async fn accounts_that_others_brought_too_keep_theirs_and_nothing_of_what_was_taken_back() {
    let desk = Desk::new();
    let (session, case) = desk.with_case().await;
    import(&session, case, "first.csv", "email,name,notes\nu0@x.example,Ursula,\nu1@x.example,Urs,short\n").await;
    let second =
        "email,name,notes\nu0@x.example,Zylphia,wombatnote\nu1@x.example,Mxyzptlk,short\nquagga@x.example,Q,\n";
    let id = import(&session, case, "second.csv", second).await;
    // One contradiction is decided for what the first list says: what the second said is no longer kept beside it.
    let listed = accounts::list(&session, case, None, 10, 0).await.expect("a list");
    let decided = listed.accounts.iter().find(|it| it.key == "u1@x.example").expect("an account").id;
    inspecting::adopt(&session, case, Contradiction { account: decided, field: "name" }, Choice::At(0), None)
        .await
        .expect("adopted");
    importing::undo(&session, case, Some(id)).await.expect("taken back");
    let listed = accounts::list(&session, case, None, 10, 0).await.expect("a list");
    let names: Vec<_> = listed.accounts.iter().filter_map(|it| it.name.as_deref()).collect();
    assert_eq!(names, ["Ursula", "Urs"]);
    session.undo(case).await.expect("the decision is undone");
    session.redo(case).await.expect("and done again");
    session.close().await.expect("closed");
    assert_eq!(found(&desk, &["quagga", "Zylphia", "wombatnote", "Mxyzptlk"]), <[&str; 0]>::default());
}

#[tokio::test]
async fn what_was_adopted_of_an_account_that_goes_is_forgotten_by_the_log_and_the_log_says_so() {
    let desk = Desk::new();
    let (session, case) = desk.with_case().await;
    let id = import(&session, case, "a.csv", "email,name\nquagga@x.example,Zylphia\nquagga@x.example,Mxyzptlk\n").await;
    let listed = accounts::list(&session, case, None, 10, 0).await.expect("a list");
    inspecting::adopt(
        &session,
        case,
        Contradiction { account: listed.accounts[0].id, field: "name" },
        Choice::At(1),
        None,
    )
    .await
    .expect("adopted");
    let taken = importing::undo(&session, case, Some(id)).await.expect("taken back");
    let log = audit_trail::log(&session, None).await.expect("the log");
    let adopted = log.iter().find(|it| it.verb == "conflict.adopt").expect("its entry stays");
    assert_eq!((taken.forgotten.as_slice(), &adopted.detail), ([adopted.seq].as_slice(), &None));
    let last = log.last().and_then(|it| it.detail.clone()).expect("a detail");
    assert_eq!(last["forgotten"], serde_json::json!([adopted.seq]));
    assert!(audit_trail::verify(&session).await.expect("verified").ok, "the chain holds");
    session.undo(case).await.expect("there is nothing to put back");
    session.close().await.expect("closed");
    assert_eq!(found(&desk, &["quagga", "Zylphia", "Mxyzptlk"]), <[&str; 0]>::default());
}

#[tokio::test]
async fn the_record_of_an_import_that_was_taken_back_stays_with_its_rejected_rows() {
    let desk = Desk::new();
    let (session, case) = desk.with_case().await;
    let text = "email,name,status\nu0@x.example,Ursula,oddsomething\nnobody,Rejected,\n";
    let id = import(&session, case, "list.csv", text).await;
    let record = importing::past(&session, case).await.expect("records").remove(0).record;
    importing::undo(&session, case, Some(id)).await.expect("taken back");
    let after = importing::past(&session, case).await.expect("records").remove(0).record;
    assert_eq!((after.files, after.rows.read, after.rows.new, after.rows.rejected), (record.files, 2, 1, 1));
    for language in ["en", "de"] {
        let phrases = Phrases::of(language).expect(language);
        let csv = importing::rejects(&session, case, id, &phrases).await.expect("written");
        let csv = String::from_utf8(csv).expect("UTF-8");
        assert!(csv.contains("nobody,Rejected"), "{csv}");
        assert!(csv.contains('…') && !csv.contains("oddsomething") && !csv.contains("{$"), "{csv}");
    }
}
