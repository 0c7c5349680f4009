//! A book of an older format: brought to the newer one with a copy beside it, or left exactly as it was; and looked at without
//! being touched. The newer format is made up here, for no second one was released yet.

use std::fs;
use std::future::Future;
use std::io::Cursor;
use std::path::PathBuf;
use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::task::Poll;
use std::time::Duration;

use breachbook::actions::importing::{self, Given};
use breachbook::actions::{Access, Session, audit_trail, books, cases, facts};
use breachbook::error::{Result, Warning};
use breachbook::model::clock::Clock;
use breachbook::model::ids::CaseId;
use breachbook::model::who::Act;
use breachbook::store::Store;

use breachbook::store::file::format::{FORMAT, Migrations};
use serde_json::json;

use crate::desk::{Desk, now, set, who};

const PASS: Option<&str> = Some("four words by chance");

/// A table more, and one that is laid anew.
const NEWER: &str = "CREATE TABLE filing (id INTEGER PRIMARY KEY, case_id INTEGER NOT NULL REFERENCES cases (id)) STRICT;
    INSERT INTO filing (case_id) SELECT id FROM cases;
    CREATE TABLE other_point (id INTEGER PRIMARY KEY, uid BLOB NOT NULL UNIQUE,
        case_id INTEGER NOT NULL REFERENCES cases (id), what TEXT NOT NULL, until TEXT, who TEXT, party_id INTEGER REFERENCES party (id), of TEXT) STRICT;
    INSERT INTO other_point (id, uid, case_id, what, until, who, party_id)
        SELECT id, uid, case_id, what, until, who, party_id FROM open_point;
    DROP TABLE open_point;
    ALTER TABLE other_point RENAME TO open_point;";

/// A book of the released format with a case, a list and something written down, closed.
async fn book(passphrase: Option<&str>) -> Desk {
    let desk = Desk::new();
    let session = desk.create(passphrase).await;
    let new = cases::NewCase { title: "Mail".into(), ..cases::NewCase::default() };
    let case = cases::new(&session, &new).await.expect("a case");
    set(&session, case, &[r#"open_point+={"what":"Which log-ins were theirs?"}"#]).await.expect("set");
    let list = Cursor::new("email,country,records\na@x.example,DE,3\nb@x.example,US-CA,\n");
    let (given, cancel) = (vec![Given::new("list.csv", Box::new(list))], AtomicBool::new(false));
    importing::import(&session, case, given, &importing::Asked::default(), &cancel, &mut |_| ()).await.expect("a list");
    session.close().await.expect("closed");
    desk
}

async fn open(desk: &Desk, passphrase: Option<&str>, access: Access, by: &'static Migrations) -> Result<Session> {
    let (who, now) = (who(), now());
    let act = Act { who: &who, at: now, clock: Clock::Told };
    let store = Store::open_by(by, &desk.path(), passphrase, access, &act, Duration::ZERO).await?;
    Ok(Session { store: Arc::new(store), who, now, clock: Clock::Told })
}

/// Everything that is counted and written down.
async fn said(session: &Session) -> serde_json::Value {
    let case = CaseId::new(1);
    let (file, facts) = (cases::show(session, case).await, facts::facts(session, case).await);
    json!([file.expect("the case"), facts.expect("facts")])
}

fn copy_of(remarks: &[Warning]) -> PathBuf {
    let [remark] = remarks else { panic!("{remarks:?}") };
    assert_eq!(remark.code, "book.migrated");
    PathBuf::from(&remark.args["copy"])
}

#[tokio::test]
async fn an_older_book_is_brought_over_with_a_copy_an_entry_and_a_remark_and_says_the_same() {
    for passphrase in [None, PASS] {
        let (desk, newer) = (book(passphrase).await, Migrations::with_one_more(NEWER));
        let before = desk.open(passphrase, Access::Read).await.expect("as it is");
        let (told, entries) = (said(&before).await, audit_trail::log(&before, None).await.expect("the log").len());
        before.close().await.expect("closed");

        let session = open(&desk, passphrase, Access::Write, newer).await.expect("brought over");
        let copy = copy_of(&session.remarks());
        assert_eq!(copy.file_name().and_then(|it| it.to_str()), Some("a.format-1.breachbook"));
        assert_eq!(said(&session).await, told);
        assert_eq!(books::info(&session).await.expect("a card").format, FORMAT + 1);
        let verified = audit_trail::verify(&session).await.expect("verified");
        assert!(verified.ok, "{verified:?}");
        let log = audit_trail::log(&session, None).await.expect("the log");
        let [of_the_book, of_the_case] = &log[entries..] else { panic!("{log:?}") };
        for entry in [of_the_book, of_the_case] {
            assert_eq!((entry.verb.as_str(), entry.who.as_str()), ("book.migrate", "Ada"));
        }
        assert_eq!(of_the_book.detail, Some(json!({"from": 1, "to": 2, "copy": "a.format-1.breachbook"})));
        assert_eq!(of_the_case.detail, Some(json!({"from": 1, "to": 2})));
        assert_eq!(session.undo(CaseId::new(1)).await.map(|it| it.verb).as_deref().ok(), Some("case.set"));
        session.redo(CaseId::new(1)).await.expect("undo and redo go past it");
        set(&session, CaseId::new(1), &["title=Later"]).await.expect("it is written to");
        session.close().await.expect("closed");

        let again = open(&desk, passphrase, Access::Write, newer).await.expect("it is of that format now");
        assert_eq!(again.remarks(), []);
        again.close().await.expect("closed");
        assert_eq!(desk.files().len(), 2, "the book and its copy");
        is_the_old_book(&copy, passphrase, &told).await;
    }
}

/// The copy opens with the program that knows the older format alone, says the same and is its owner's.
async fn is_the_old_book(copy: &std::path::Path, passphrase: Option<&str>, told: &serde_json::Value) {
    #[cfg(unix)]
    assert_eq!(std::os::unix::fs::MetadataExt::mode(&fs::metadata(copy).expect("the copy")) & 0o777, 0o600);
    let kept = Session::open(copy, passphrase, Access::Write, who(), now()).await.expect("the copy opens");
    assert_eq!(&said(&kept).await, told);
    assert!(audit_trail::verify(&kept).await.expect("verified").ok);
    kept.close().await.expect("closed");
}

#[tokio::test]
async fn an_older_book_is_verified_and_says_what_it_is_without_being_touched_and_is_read_once_it_was_brought_over() {
    for passphrase in [None, PASS] {
        let desk = book(passphrase).await;
        let mut permissions = fs::metadata(desk.path()).expect("the book").permissions();
        permissions.set_readonly(true);
        fs::set_permissions(desk.path(), permissions).expect("read-only");
        let before = desk.files();
        let session = open(&desk, passphrase, Access::Read, Migrations::with_one_more(NEWER)).await.expect("open");
        let card = books::info(&session).await.expect("a card");
        assert_eq!((card.format, card.cases, card.encrypted), (FORMAT, 1, passphrase.is_some()));
        assert!(audit_trail::verify(&session).await.expect("verified").ok);
        let refused = cases::list(&session).await.expect_err("its tables are not those of this program");
        let (format, known) = (&refused.args["format"], &refused.args["known"]);
        assert_eq!((refused.code, format.as_str(), known.as_str()), ("book.older", "1", "2"));
        session.close().await.expect("closed");
        assert_eq!(desk.files(), before);
    }
}

#[tokio::test]
async fn what_was_changed_in_an_older_book_is_found_by_verify() {
    let desk = book(None).await;
    desk.raw(&["UPDATE cases SET title = title", "DROP INDEX import_by_case"]).await;
    let session = open(&desk, None, Access::Read, Migrations::with_one_more(NEWER)).await.expect("open");
    let found = audit_trail::verify(&session).await.expect("verified");
    assert_eq!(found.file.problems, ["index import_by_case → missing"]);
}

#[tokio::test]
async fn a_newer_book_is_neither_read_nor_written() {
    let desk = book(None).await;
    let newer = open(&desk, None, Access::Write, Migrations::with_one_more(NEWER)).await.expect("brought over");
    newer.close().await.expect("closed");
    let before = desk.files();
    for access in [Access::Read, Access::Write] {
        assert_eq!(desk.open(None, access).await.expect_err("newer").code, "book.newer");
    }
    assert_eq!(desk.files(), before);
}

#[tokio::test]
async fn a_book_that_cannot_be_brought_over_is_as_it_was_and_no_copy_is_left() {
    let cases = [
        ("a table that is there", "CREATE TABLE cases (id INTEGER)", "store.failed"),
        ("a reference to nothing", "UPDATE open_point SET case_id = 99", "book.damaged"),
        (
            "a full disk",
            "PRAGMA max_page_count = 1; CREATE TABLE much AS WITH RECURSIVE n (a) AS (SELECT 1 UNION ALL SELECT a + 1 FROM n \
             LIMIT 2000) SELECT a, randomblob(4000) AS b FROM n",
            "book.disk_full",
        ),
    ];
    for (what, sql, code) in cases {
        let desk = book(None).await;
        let before = desk.files();
        let newer = Migrations::with_one_more(sql);
        let refused = open(&desk, None, Access::Write, newer).await.expect_err(what);
        assert_eq!(refused.code, code, "{what}: {refused:?}");
        assert_eq!(desk.files(), before, "{what}");
        desk.open(None, Access::Write).await.expect("it opens as before").close().await.expect("closed");
    }
}

/// As often as a future waits it may be its last: given up after any number of steps, the book is one or the other.
#[tokio::test]
async fn a_book_whose_bringing_over_is_given_up_at_any_step_is_wholly_of_one_format() {
    let newer = Migrations::with_one_more(NEWER);
    let desk = book(None).await;
    let bytes = fs::read(desk.path()).expect("the book");
    let session = desk.open(None, Access::Read).await.expect("as it is");
    let told = said(&session).await;
    session.close().await.expect("closed");
    // How often it waits differs a little each time: what was brought over without being given up is tried again a bit earlier.
    let (mut formats, mut steps, mut whole) = (Vec::new(), 0, 0);
    while whole == 0 || (whole < 40 && !formats.contains(&(FORMAT + 1))) {
        let desk = Desk::new();
        fs::write(desk.path(), &bytes).expect("written");
        let Some(opened) = after(steps, open(&desk, None, Access::Write, newer)).await else {
            // Connections that were dropped end by themselves.
            tokio::time::sleep(Duration::from_millis(20)).await;
            let session = open(&desk, None, Access::Read, newer).await.expect("it opens");
            formats.push(books::info(&session).await.expect("a card").format);
            session.close().await.expect("closed");
            let session = open(&desk, None, Access::Write, newer).await.expect("brought over");
            assert_eq!(said(&session).await, told, "after {steps} steps");
            assert!(audit_trail::verify(&session).await.expect("verified").ok, "after {steps} steps");
            session.close().await.expect("closed");
            steps += 1;
            continue;
        };
        opened.expect("brought over").close().await.expect("closed");
        whole += 1;
        steps = steps.saturating_sub(2);
    }
    assert!(formats.len() > 10 && formats.contains(&FORMAT) && formats.contains(&(FORMAT + 1)), "{formats:?}");
}

/// What a future gives, unless it waits more often than this.
async fn after<T>(steps: usize, future: impl Future<Output = T>) -> Option<T> {
    let (mut future, mut left) = (pin!(future), steps);
    std::future::poll_fn(move |context| match future.as_mut().poll(context) {
        Poll::Ready(done) => Poll::Ready(Some(done)),
        Poll::Pending if left == 0 => Poll::Ready(None),
        Poll::Pending => {
            left -= 1;
            Poll::Pending
        }
    })
    .await
}
