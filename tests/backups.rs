//! Copies of a book: whole, with its key, and no more than are kept; another passphrase for a book.

use breachbook::actions::books::Refused;
use breachbook::actions::cases::NewCase;
use breachbook::actions::{Access, Session, audit_trail, books, cases};
use breachbook::world::backups;
use rstest::rstest;

use crate::desk::{Desk, now, who};

async fn open(path: &std::path::Path, passphrase: Option<&str>) -> breachbook::error::Result<Session> {
    Session::open(path, passphrase, Access::Write, who(), now()).await
}

async fn titles(session: &Session) -> Vec<String> {
    cases::list(session).await.expect("cases").into_iter().map(|it| it.title).collect()
}

#[rstest]
#[case(Some("a 'quoted' passphrase"))]
#[case(None)]
#[tokio::test]
async fn a_copy_is_whole_and_opens_with_the_same_passphrase(#[case] passphrase: Option<&str>) {
    let desk = Desk::new();
    let session = desk.create(passphrase).await;
    cases::new(&session, &NewCase { title: "Mail".into(), ..NewCase::default() }).await.expect("a case");
    let copy = desk.folder().join("copy.breachbook");
    books::backup(&session, &copy).await.expect("copied");
    assert_eq!(books::backup(&session, &copy).await.expect_err("never written over").code, "book.exists");
    // The book goes on; the copy does not.
    cases::new(&session, &NewCase { title: "Later".into(), ..NewCase::default() }).await.expect("a case");
    let copied = open(&copy, passphrase).await.expect("it opens");
    assert_eq!((titles(&copied).await, copied.store.is_sealed()), (vec!["Mail".to_owned()], passphrase.is_some()));
    assert!(audit_trail::verify(&copied).await.expect("verified").ok);
    if passphrase.is_some() {
        let refused = Session::open(&copy, Some("another"), Access::Read, who(), now()).await;
        assert_eq!(refused.expect_err("sealed").code, "book.wrong_passphrase_or_no_book");
    }
    assert!(desk.files().iter().all(|(name, _)| !name.ends_with(".part")));
}

#[tokio::test]
async fn a_copy_that_cannot_be_made_is_said_and_leaves_nothing() {
    let desk = Desk::new();
    let (session, _) = desk.with_case().await;
    let before = desk.files().len();
    let refused = books::backup(&session, &desk.folder().join("no such folder/copy.breachbook")).await;
    assert_eq!((refused.expect_err("refused").code, desk.files().len()), ("backup.failed", before));
}

#[test]
fn the_last_ten_copies_of_a_book_are_kept_and_nobody_elses_are_touched() {
    let folder = tempfile::tempdir().expect("a folder");
    let book = std::path::Path::new("/somewhere/Fälle.breachbook");
    let at = |second: i64| jiff::Timestamp::from_second(1_800_000_000 + second).expect("a time");
    for second in 0..13 {
        std::fs::write(backups::place(folder.path(), book, "0193-aabbccdd", at(second)), b"x").expect("a copy");
    }
    for other in ["Fälle aabbccdd notes.breachbook", "Fälle 11223344 2026-11-25T130731Z.breachbook", "Fälle.breachbook"]
    {
        std::fs::write(folder.path().join(other), b"x").expect("another file");
    }
    assert_eq!(backups::prune(folder.path(), book, "0193-aabbccdd"), 3);
    let kept = backups::copies(folder.path(), book, "0193-aabbccdd");
    assert_eq!(kept.first(), Some(&backups::place(folder.path(), book, "0193-aabbccdd", at(3))));
    assert_eq!((kept.len(), std::fs::read_dir(folder.path()).expect("read").count()), (10, 13));
}

#[tokio::test]
async fn a_book_is_sealed_with_another_passphrase_and_the_old_one_opens_it_no_more() {
    let desk = Desk::new();
    let session = desk.create(Some("old")).await;
    cases::new(&session, &NewCase { title: "Mail".into(), ..NewCase::default() }).await.expect("a case");
    let refused = books::change_passphrase(session, "wrong", "new").await.expect_err("refused");
    let Refused { cause, session } = refused;
    assert_eq!(cause.code, "book.wrong_passphrase_or_no_book");
    let refused = books::change_passphrase(session.expect("still open"), "old", "").await.expect_err("refused");
    assert_eq!(refused.cause.code, "book.passphrase_empty");
    let session = books::change_passphrase(refused.session.expect("still open"), "old", "it's new").await;
    let session = session.map_err(|it| it.cause).expect("changed");
    assert_eq!(titles(&session).await, ["Mail"]);
    assert!(audit_trail::verify(&session).await.expect("verified").ok);
    let log = audit_trail::log(&session, None).await.expect("the log");
    assert_eq!(log.last().map(|it| it.verb.as_str()), Some("book.passphrase"));
    session.close().await.expect("closed");
    assert_eq!(open(&desk.path(), Some("old")).await.expect_err("no more").code, "book.wrong_passphrase_or_no_book");
    assert_eq!(titles(&open(&desk.path(), Some("it's new")).await.expect("it opens")).await, ["Mail"]);
}
