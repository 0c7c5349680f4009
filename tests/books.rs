//! Books: every refusal has its own code and touches nothing; a sealed book is ciphertext.

use std::fs;

use breachbook::actions::{Access, Session, audit_trail, books, cases};
use breachbook::model::case::{CaseHead, LogHead};
use breachbook::model::ids::CaseId;
use breachbook::store::Store;

use crate::desk::{Desk, now, set, who};

const PASS: Option<&str> = Some("correct horse 'battery' staple");

async fn refusal(desk: &Desk, passphrase: Option<&str>, access: Access) -> &'static str {
    let before = desk.files();
    let code = desk.open(passphrase, access).await.err().expect("a refusal").code;
    assert!(before == desk.files(), "{code} touched the folder");
    code
}

#[tokio::test]
async fn a_missing_book_is_said_and_not_made() {
    let desk = Desk::new();
    assert_eq!(refusal(&desk, PASS, Access::Write).await, "book.missing");
    assert_eq!(refusal(&desk, None, Access::Read).await, "book.missing");
}

#[tokio::test]
async fn what_is_no_book_is_refused_and_stays_as_it_was() {
    let text = b"key,name\na@example.org,A\n".to_vec();
    let noise: Vec<u8> = (0..8192_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8 | 0x80).collect();
    for (bytes, passphrase, code) in [
        (Vec::new(), None, "book.not_a_book"),
        (Vec::new(), PASS, "book.not_a_book"),
        (text.clone(), None, "book.wrong_passphrase_or_no_book"),
        (text, PASS, "book.wrong_passphrase_or_no_book"),
        (noise.clone(), None, "book.passphrase_needed"),
        (noise, PASS, "book.wrong_passphrase_or_no_book"),
    ] {
        let desk = Desk::new();
        fs::write(desk.path(), bytes).expect("written");
        assert_eq!(refusal(&desk, passphrase, Access::Write).await, code);
        assert_eq!(refusal(&desk, passphrase, Access::Read).await, code);
    }
    let desk = Desk::new();
    fs::create_dir(desk.path()).expect("a folder");
    assert_eq!(desk.open(None, Access::Read).await.err().expect("a folder is no book").code, "book.not_a_book");
}

#[tokio::test]
async fn a_file_too_short_for_a_salt_is_no_book() {
    let desk = Desk::new();
    fs::write(desk.path(), b"short").expect("written");
    assert_eq!(refusal(&desk, PASS, Access::Write).await, "book.wrong_passphrase_or_no_book");
}

/// SQLCipher takes such a passphrase for the key itself and derives nothing; a book made so opens so.
#[tokio::test]
async fn a_passphrase_that_is_written_as_a_key_opens_the_book_it_made() {
    for digits in ["0f".repeat(32), "0f".repeat(48)] {
        let desk = Desk::new();
        let passphrase = format!("x'{digits}'");
        desk.create(Some(&passphrase)).await.close().await.expect("closed");
        desk.open(Some(&passphrase), Access::Write).await.expect("open").close().await.expect("closed");
        assert_eq!(refusal(&desk, Some("x'0f'"), Access::Read).await, "book.wrong_passphrase_or_no_book");
    }
}

#[tokio::test]
async fn somebody_elses_sqlite_file_is_no_book() {
    let desk = Desk::new();
    fs::write(desk.path(), []).expect("written");
    desk.raw(&["CREATE TABLE songs (id INTEGER)"]).await;
    assert_eq!(refusal(&desk, None, Access::Write).await, "book.not_a_book");
    assert_eq!(refusal(&desk, PASS, Access::Read).await, "book.not_a_book");
}

#[tokio::test]
async fn a_sealed_book_opens_with_its_passphrase_alone_and_holds_no_plaintext() {
    let desk = Desk::new();
    let session = desk.create(PASS).await;
    let new = cases::NewCase { title: "Nordmeer Logistik".into(), ..cases::NewCase::default() };
    cases::new(&session, &new).await.expect("a case");
    let unsettled = desk.files();
    session.close().await.expect("closed");
    assert!(unsettled.iter().all(|(_, bytes)| !holds(bytes, b"Nordmeer") && !holds(bytes, b"CREATE TABLE")));
    let bytes = fs::read(desk.path()).expect("the book");
    assert!(!bytes.starts_with(b"SQLite format 3"));
    assert!(!holds(&bytes, b"Nordmeer") && !holds(&bytes, b"CREATE TABLE"));
    assert_eq!(desk.files().len(), 1, "closing leaves one file");

    assert_eq!(refusal(&desk, None, Access::Read).await, "book.passphrase_needed");
    assert_eq!(refusal(&desk, Some("wrong"), Access::Read).await, "book.wrong_passphrase_or_no_book");
    assert_eq!(refusal(&desk, Some("wrong"), Access::Write).await, "book.wrong_passphrase_or_no_book");
    let session = desk.open(PASS, Access::Read).await.expect("the right passphrase");
    assert_eq!(cases::list(&session).await.expect("cases")[0].title, "Nordmeer Logistik");
    assert!(audit_trail::verify(&session).await.expect("verified").ok);
}

fn holds(bytes: &[u8], text: &[u8]) -> bool {
    bytes.windows(text.len()).any(|window| window == text)
}

#[tokio::test]
async fn a_new_book_makes_its_folders_and_never_replaces_one() {
    let desk = Desk::new();
    let path = desk.folder().join("a/b/c.breachbook");
    Session::create(&path, None, who(), now()).await.expect("a book").close().await.expect("closed");
    let before = fs::read(&path).expect("the book");
    let refusal = Session::create(&path, PASS, who(), now()).await.expect_err("it is there");
    assert_eq!(refusal.code, "book.exists");
    assert_eq!(fs::read(&path).expect("the book"), before);
    let empty = desk.folder().join("e.breachbook");
    assert_eq!(Session::create(&empty, Some(""), who(), now()).await.expect_err("empty").code, "book.passphrase_empty");
    assert!(!empty.exists());
}

#[tokio::test]
async fn a_book_is_held_by_one_writer_and_may_be_read_meanwhile() {
    let desk = Desk::new();
    let (first, case) = desk.with_case().await;
    let held = desk.open(None, Access::Write).await.expect_err("held");
    assert_eq!(held.code, "book.held");
    assert_eq!(held.args["machine"], "desk-7");
    assert_eq!(held.args["process"], std::process::id().to_string());
    let reader = desk.open(None, Access::Read).await.expect("reading is allowed");
    set(&first, case, &["title=Mail, renamed"]).await.expect("set");
    assert_eq!(cases::list(&reader).await.expect("cases")[0].title, "Mail, renamed");
    let refused = set(&reader, case, &["title=Not by a reader"]).await.expect_err("a reader writes nothing");
    assert_eq!(refused.code, "book.read_only");
    reader.close().await.expect("closed");
    first.close().await.expect("closed");
    desk.open(None, Access::Write).await.expect("free again");
}

#[tokio::test]
async fn a_read_only_book_is_read_and_not_written() {
    let desk = Desk::new();
    let (session, _) = desk.with_case().await;
    session.close().await.expect("closed");
    let mut permissions = fs::metadata(desk.path()).expect("the book").permissions();
    permissions.set_readonly(true);
    fs::set_permissions(desk.path(), permissions).expect("read-only");
    assert_eq!(refusal(&desk, None, Access::Write).await, "book.read_only");
    let reader = desk.open(None, Access::Read).await.expect("reading is allowed");
    assert_eq!(cases::list(&reader).await.expect("cases").len(), 1);
}

#[tokio::test]
async fn a_newer_book_is_left_to_newer_programs() {
    let desk = Desk::new();
    desk.create(None).await.close().await.expect("closed");
    desk.raw(&["PRAGMA user_version = 999"]).await;
    assert_eq!(refusal(&desk, None, Access::Write).await, "book.newer");
    assert_eq!(refusal(&desk, None, Access::Read).await, "book.newer");
}

#[tokio::test]
async fn a_damaged_book_is_found_out() {
    let desk = Desk::new();
    let (session, _) = desk.with_case().await;
    session.close().await.expect("closed");
    let whole = fs::read(desk.path()).expect("the book");
    fs::write(desk.path(), &whole[..whole.len() / 2]).expect("cut");
    assert_eq!(refusal(&desk, None, Access::Read).await, "book.damaged");
    assert_eq!(refusal(&desk, None, Access::Write).await, "book.damaged");
}

#[tokio::test]
async fn verify_finds_a_changed_byte_in_a_sealed_book() {
    let desk = Desk::new();
    let session = desk.create(PASS).await;
    session.close().await.expect("closed");
    let whole = fs::read(desk.path()).expect("the book");
    // From the last page on: one that holds the schema is missed at opening, the others by `verify` alone.
    for at in (1..whole.len() / 4096).rev().map(|page| page * 4096 + 2000) {
        let mut bytes = whole.clone();
        bytes[at] ^= 1;
        fs::write(desk.path(), bytes).expect("changed");
        match desk.open(PASS, Access::Read).await {
            Err(refusal) => assert_eq!(refusal.code, "book.damaged"),
            Ok(session) => {
                let found = audit_trail::verify(&session).await.expect("verified");
                assert!(!found.file.ok && !found.ok && !found.file.problems.is_empty());
                return;
            }
        }
    }
    panic!("every page holds the schema");
}

#[tokio::test]
async fn a_book_says_what_it_is() {
    let desk = Desk::new();
    let (session, _) = desk.with_case().await;
    let card = books::info(&session).await.expect("a card");
    assert_eq!((card.encrypted, card.cases, card.format), (false, 1, 1));
    assert_eq!((card.created_by.as_str(), card.created_at), ("Ada", now()));
    assert!(card.size > 0 && card.uid.len() == 36);
    let log = audit_trail::log(&session, None).await.expect("the log");
    let last = log.last().expect("an entry");
    assert_eq!(card.log, LogHead { entry: last.seq, head: last.hash.clone() });
    assert_eq!(card.states, [CaseHead { case: CaseId::new(1), log: card.log.clone() }]);
    assert!(!Store::looks_sealed(&desk.path()));
}

#[tokio::test]
async fn verify_names_accounts_and_keys_that_do_not_lead_to_each_other_and_accounts_of_no_import() {
    for (astray, problem) in [
        ("DELETE FROM account_key WHERE digest = digest('a')", "account 4294967297 → account_key"),
        ("INSERT INTO account_key VALUES (1,0,digest('c'),4294967297)", "account_key 4294967297 → account"),
        ("INSERT INTO account_key VALUES (1,0,digest('c'),4294967299)", "account_key 4294967299 → account"),
        ("UPDATE account SET import_id = 7", "account 4294967297 → import"),
    ] {
        let desk = Desk::new();
        let (session, _) = desk.with_case().await;
        session.close().await.expect("closed");
        desk.raw(&[
            "INSERT INTO account (id, case_id, key_kind, key) VALUES (4294967297,1,0,'a')",
            "INSERT INTO account_key VALUES (1,0,digest('a'),4294967297)",
            astray,
        ])
        .await;
        let session = desk.open(None, Access::Read).await.expect("open");
        let file = audit_trail::verify(&session).await.expect("verified").file;
        assert_eq!((file.ok, file.problems), (false, vec![problem.to_owned()]));
    }
}

#[tokio::test]
async fn a_change_that_comes_while_another_is_written_is_told_so_and_changes_nothing() {
    let desk = Desk::new();
    let (session, case) = desk.with_case().await;
    let long = session.store.begin().await.expect("an import, say");
    let refused = set(&session, case, &["title=Other"]).await;
    assert_eq!(refused.expect_err("told").code, "book.working");
    long.rollback().await.expect("ended");
}
