//! Calls that are killed at any moment: what was done is done, what was not never was, and nothing is left in the way.

use std::fs;
use std::process::Stdio;
use std::time::Duration;

use super::Attacked;

const KEY: &str = "four words by chance";
const OTHER: &str = "four other words then";

/// Starts a call and kills it after so many milliseconds.
fn killed(attacked: &Attacked, arguments: &[&str], milliseconds: u64) {
    let mut command = attacked.command(arguments);
    command.env("BREACHBOOK_KEY", KEY).stdout(Stdio::null()).stderr(Stdio::null());
    let mut call = command.spawn().expect("it runs");
    std::thread::sleep(Duration::from_millis(milliseconds));
    // It may have ended already.
    let _ = call.kill();
    call.wait().expect("it ends");
}

fn keyed(attacked: &Attacked, arguments: &[&str], key: &str) -> (i32, serde_json::Value) {
    super::answer(&attacked.command(arguments).env("BREACHBOOK_KEY", key).output().expect("it runs"))
}

/// Nothing of ours but the book, and what a reader needs to tell who was killed.
fn is_tidy(attacked: &Attacked) {
    let strays: Vec<String> = attacked.names().into_iter().filter(|it| it.contains(".part")).collect();
    assert!(strays.is_empty(), "{strays:?}");
}

#[test]
fn a_book_whose_making_was_killed_does_not_block_the_next() {
    for milliseconds in [0, 20, 60, 100, 140, 180, 220, 260, 300, 350, 400, 500] {
        let attacked = Attacked::empty();
        killed(&attacked, &["book", "new"], milliseconds);
        let there = attacked.book().exists();
        let (code, said) = keyed(&attacked, &["book", "new"], KEY);
        assert_eq!(code, i32::from(there), "after {milliseconds} ms: {said}");
        let (code, said) = keyed(&attacked, &["verify"], KEY);
        assert!(code == 0 && said["ok"] == true, "after {milliseconds} ms: {said}");
        is_tidy(&attacked);
    }
}

#[test]
fn a_change_that_was_killed_is_whole_or_was_never_made() {
    let attacked = Attacked::empty();
    assert_eq!(keyed(&attacked, &["case", "new", "--title", "Mail"], KEY).0, 0);
    let rows: String = (0..4000).map(|n| format!("a{n}@x.example\n")).collect();
    fs::write(attacked.path("list.csv"), format!("mail\n{rows}")).expect("a list");
    for milliseconds in [120, 160, 200, 250, 300, 350, 400, 500] {
        killed(&attacked, &["import", "list.csv"], milliseconds);
        let (_, list) = keyed(&attacked, &["accounts"], KEY);
        let accounts = list["total"].as_i64().unwrap_or_else(|| panic!("after {milliseconds} ms: {list}"));
        assert!([0, 4000].contains(&accounts), "after {milliseconds} ms: {accounts}");
        let (code, verified) = keyed(&attacked, &["verify"], KEY);
        assert!(code == 0 && verified["ok"] == true, "{verified}");
    }
}

#[test]
fn a_report_that_was_killed_is_in_place_whole_or_not_at_all() {
    let attacked = Attacked::empty();
    assert_eq!(keyed(&attacked, &["case", "new", "--title", "Mail"], KEY).0, 0);
    fs::create_dir(attacked.path("reports")).expect("a folder");
    for milliseconds in [100, 200, 300, 400, 500, 600, 800] {
        killed(&attacked, &["report", "--force", "--out", "reports/r.pdf"], milliseconds);
        if let Ok(bytes) = fs::read(attacked.path("reports/r.pdf")) {
            assert!(bytes.trim_ascii_end().ends_with(b"%%EOF"), "after {milliseconds} ms");
        }
        assert!(keyed(&attacked, &["verify"], KEY).0 == 0);
        let within: Vec<_> = fs::read_dir(attacked.path("reports")).expect("the folder").flatten().collect();
        assert!(within.iter().all(|it| it.file_name() == "r.pdf"), "{within:?}");
    }
    is_tidy(&attacked);
}

/// Sealing anew has no verb of the command line: a process of this test's own is killed in it.
#[test]
fn a_book_whose_sealing_was_killed_opens_with_one_of_the_two_and_is_whole() {
    if let Ok(book) = std::env::var("BREACHBOOK_ATTACKED") {
        return seal_for_ever(&book);
    }
    let program = std::env::current_exe().expect("this program");
    for milliseconds in [900, 1000, 1100, 1300, 1600] {
        let attacked = Attacked::empty();
        assert_eq!(keyed(&attacked, &["case", "new", "--title", "Mail"], KEY).0, 0);
        let mut child = std::process::Command::new(&program);
        child.args([
            "--exact",
            "attacks::kills::a_book_whose_sealing_was_killed_opens_with_one_of_the_two_and_is_whole",
        ]);
        child.env("BREACHBOOK_ATTACKED", attacked.book()).stdout(Stdio::null()).stderr(Stdio::null());
        let mut child = child.spawn().expect("it runs");
        std::thread::sleep(Duration::from_millis(milliseconds));
        child.kill().expect("it seals until it is killed");
        child.wait().expect("it ends");
        let (one, other) = (keyed(&attacked, &["verify"], KEY), keyed(&attacked, &["verify"], OTHER));
        assert_eq!(one.0 + other.0, 1, "exactly one opens it: {one:?} {other:?}");
        let (_, said) = if one.0 == 0 { one } else { other };
        assert_eq!(said["ok"], true, "{said}");
    }
}

#[tokio::main(flavor = "current_thread")]
async fn seal_for_ever(book: &str) {
    use crate::desk::{now, who};
    use breachbook::actions::{Access, Session, books};
    let mut session = Session::open(book.as_ref(), Some(KEY), Access::Write, who(), now()).await.expect("open");
    loop {
        session = books::change_passphrase(session, KEY, OTHER).await.expect("sealed");
        session = books::change_passphrase(session, OTHER, KEY).await.expect("sealed");
    }
}
