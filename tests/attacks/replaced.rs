//! A book that is taken away, replaced or held while somebody works on it.

use std::fs;
use std::os::unix::fs::symlink;
use std::process::Stdio;
use std::time::{Duration, Instant};

use breachbook::actions::cases;
use breachbook::actions::{Access, Session, books};
use rstest::rstest;

use super::{Attacked, answer};
use crate::desk::{Desk, now, set, who};

const PASS: Option<&str> = Some("four words by chance");

/// What another program does to the file of an open book.
type Act = fn(&Desk);

#[rstest]
#[case::removed(|desk: &Desk| fs::remove_file(desk.path()).expect("removed"), "book.gone")]
#[case::renamed(|desk: &Desk| fs::rename(desk.path(), desk.folder().join("b")).expect("renamed"), "book.gone")]
#[case::replaced(replace, "book.replaced")]
#[tokio::test]
async fn an_open_book_whose_file_has_gone_is_neither_read_nor_written_and_can_be_copied(
    #[case] act: Act,
    #[case] code: &str,
) {
    let desk = Desk::new();
    let (session, case) = desk.with_case().await;
    act(&desk);
    let standing = fs::read(desk.path()).ok();
    assert_eq!(set(&session, case, &["title=In the dark"]).await.expect_err("not written").code, code);
    assert_eq!(cases::list(&session).await.expect_err("not read").code, code);
    let copy = desk.folder().join("copy.breachbook");
    books::backup(&session, &copy).await.expect("what is open here is still whole");
    assert_eq!(books::uid(&session).await.expect("its uid").len(), 36);
    session.close().await.expect("closed");
    assert_eq!(fs::read(desk.path()).ok(), standing, "what stands there now was not touched");
    let copied = Session::open(&copy, None, Access::Read, who(), now()).await.expect("it opens");
    assert_eq!(cases::list(&copied).await.expect("cases")[0].title, "Mail");
}

fn replace(desk: &Desk) {
    fs::copy(desk.path(), desk.folder().join("older")).expect("copied");
    fs::rename(desk.folder().join("older"), desk.path()).expect("in its place");
}

#[tokio::test]
async fn a_change_that_lands_in_a_file_that_has_left_is_no_success() {
    let desk = Desk::new();
    let (session, _) = desk.with_case().await;
    let mut change = session.store.begin().await.expect("begun");
    sqlx::query("UPDATE cases SET title = 'Aside'").execute(&mut *change).await.expect("changed");
    replace(&desk);
    assert_eq!(change.commit().await.expect_err("seen before").code, "book.replaced");
    drop(session);
    let session = desk.open(None, Access::Read).await.expect("open");
    assert_eq!(cases::list(&session).await.expect("cases")[0].title, "Mail");
}

#[tokio::test]
async fn a_plain_book_in_place_of_a_sealed_one_is_refused() {
    let desk = Desk::new();
    desk.create(PASS).await.close().await.expect("closed");
    fs::remove_file(desk.path()).expect("removed");
    desk.create(None).await.close().await.expect("closed");
    for access in [Access::Read, Access::Write] {
        assert_eq!(desk.open(PASS, access).await.expect_err("refused").code, "book.is_plain");
    }
    desk.open(None, Access::Read).await.expect("where no passphrase is given").close().await.expect("closed");
}

#[test]
fn a_key_and_a_plain_book_need_the_word_plain() {
    let attacked = Attacked::new();
    let keyed = |arguments: &[&str]| {
        answer(&attacked.command(arguments).env("BREACHBOOK_KEY", "a key").output().expect("it runs"))
    };
    let (code, said) = keyed(&["case", "set", "title=Other"]);
    assert_eq!((code, said["error"]["code"].as_str()), (1, Some("book.is_plain")), "{said}");
    assert_eq!(keyed(&["case", "set", "title=Other", "--plain"]).0, 0);
    assert_eq!(attacked.done(&["case", "show"])["title"], "Other");
}

#[test]
fn a_passphrase_comes_through_a_file_descriptor_and_a_weak_one_is_said() {
    let attacked = Attacked::empty();
    fs::write(attacked.path("key"), "Grüße\nnot this\n").expect("written");
    let with = |arguments: &[&str]| {
        let mut command = attacked.command(arguments);
        command.args(["--key-fd", "0"]).stdin(fs::File::open(attacked.path("key")).expect("opened"));
        answer(&command.output().expect("it runs"))
    };
    let (code, said) = with(&["book", "new"]);
    assert_eq!((code, said["warnings"][0]["code"].as_str()), (0, Some("book.passphrase_weak")), "{said}");
    assert!(said["passphrase"]["score"].as_u64().is_some_and(|score| score < 3), "{said}");
    // The same word, composed otherwise.
    let composed = attacked.command(&["book", "info"]).env("BREACHBOOK_KEY", "Gru\u{308}ße").output().expect("it runs");
    assert_eq!(answer(&composed).0, 0, "{composed:?}");
    assert_eq!(with(&["book", "info"]).0, 0);
    let (code, said) = answer(&attacked.command(&["book", "info", "--key-fd", "77"]).output().expect("it runs"));
    assert_eq!((code, said["error"]["code"].as_str()), (1, Some("book.key_unreadable")));
}

#[tokio::test]
async fn no_link_gets_round_the_lock() {
    let desk = Desk::new();
    let (session, _) = desk.with_case().await;
    fs::create_dir(desk.folder().join("elsewhere")).expect("a folder");
    let link = desk.folder().join("elsewhere/link.breachbook");
    symlink(desk.path(), &link).expect("a link");
    let second = Session::open_within(&link, None, Access::Write, Duration::ZERO, who(), now()).await;
    assert_eq!(second.expect_err("held").code, "book.held");
    session.close().await.expect("closed");
    let second = Session::open(&link, None, Access::Write, who(), now()).await.expect("free");
    assert_eq!(desk.open(None, Access::Write).await.expect_err("held").code, "book.held");
    second.close().await.expect("closed");
    assert_eq!(
        fs::read_dir(desk.folder().join("elsewhere")).expect("the folder").count(),
        1,
        "nothing beside the link"
    );
}

#[test]
fn a_lock_that_is_none_of_ours_is_not_touched() {
    let attacked = Attacked::new();
    let lock = attacked.path("a.breachbook.lock");
    fs::write(&lock, "somebody's notes\nof three\nlines\n").expect("written");
    attacked.refused(&["case", "set", "title=Other"], "book.lock_foreign");
    assert_eq!(fs::read(&lock).expect("read"), b"somebody's notes\nof three\nlines\n");
    fs::remove_file(&lock).expect("removed");
    fs::write(attacked.path("precious"), "precious").expect("written");
    symlink("precious", &lock).expect("a link");
    attacked.refused(&["case", "set", "title=Other"], "book.lock_foreign");
    assert_eq!(fs::read(attacked.path("precious")).expect("read"), b"precious");
    fs::remove_file(&lock).expect("removed");
    // One that a killed call left holds nothing.
    fs::write(&lock, "desk-7\n4711\n").expect("written");
    attacked.done(&["case", "set", "title=Other"]);
    assert!(!lock.exists());
}

#[test]
fn calls_at_once_wait_for_each_other_and_none_is_lost() {
    let attacked = Attacked::new();
    let calls: Vec<_> = (0..6)
        .map(|n| {
            let organisation = format!("Step {n}");
            let mut command =
                attacked.command(&["party", "add", "--role", "recipient", "--organisation", &organisation]);
            command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it runs")
        })
        .collect();
    for call in calls {
        let (code, said) = answer(&call.wait_with_output().expect("it ends"));
        assert_eq!(code, 0, "{said}");
    }
    let shown = attacked.done(&["case", "show"]).to_string();
    assert!((0..6).all(|n| shown.contains(&format!("Step {n}"))), "{shown}");
    attacked.is_whole();
}

#[test]
fn two_first_calls_at_once_make_one_book_and_both_cases() {
    for _ in 0..3 {
        let attacked = Attacked::empty();
        let call = |title: &str| {
            let mut command = attacked.command(&["case", "new", "--title", title, "--plain"]);
            command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it runs")
        };
        let calls = [call("One"), call("Two")];
        for call in calls {
            let (code, said) = answer(&call.wait_with_output().expect("it ends"));
            assert_eq!(code, 0, "{said}");
        }
        assert_eq!(attacked.done(&["case", "list"])["cases"].as_array().map(Vec::len), Some(2));
    }
}

#[tokio::test]
async fn a_held_book_is_waited_for_and_then_said() {
    let desk = Desk::new();
    let (session, _) = desk.with_case().await;
    let start = Instant::now();
    let waiting =
        Session::open_within(&desk.path(), None, Access::Write, Duration::from_millis(300), who(), now()).await;
    assert_eq!(waiting.expect_err("held").code, "book.held");
    assert!(start.elapsed() >= Duration::from_millis(300));
    let path = desk.path();
    let waiting = Session::open(&path, None, Access::Write, who(), now());
    let leaving = async {
        tokio::time::sleep(Duration::from_millis(200)).await;
        session.close().await
    };
    let (waited, left) = tokio::join!(waiting, leaving);
    left.expect("closed");
    waited.expect("it has the book").close().await.expect("closed");
}

#[tokio::test]
async fn what_was_done_stands_in_the_book_itself_after_each_deed() {
    let desk = Desk::new();
    let (session, case) = desk.with_case().await;
    set(&session, case, &["title=In the book"]).await.expect("set");
    let alone = desk.folder().join("synced.breachbook");
    fs::copy(desk.path(), &alone).expect("copied, without its log");
    let copy = Session::open(&alone, None, Access::Read, who(), now()).await.expect("it opens");
    assert_eq!(cases::list(&copy).await.expect("cases")[0].title, "In the book");
}
