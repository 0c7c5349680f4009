//! Books that somebody has put something into, and logs that were damaged.

use std::fs;

use breachbook::actions::{Access, audit_trail, cases};
use rstest::rstest;

use super::Attacked;
use crate::desk::{Desk, set};

#[rstest]
#[case("CREATE TRIGGER spy AFTER UPDATE ON cases BEGIN DELETE FROM account; END")]
#[case("CREATE VIEW songs AS SELECT 1")]
#[case("DROP TRIGGER audit_no_update; CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit BEGIN SELECT 1; END")]
#[tokio::test]
async fn what_acts_by_itself_and_is_not_ours_is_refused_before_it_runs(#[case] sql: &'static str) {
    let desk = Desk::new();
    desk.with_case().await.0.close().await.expect("closed");
    for statement in
        sql.split("; CREATE").enumerate().map(|(at, it)| if at == 0 { it.to_owned() } else { format!("CREATE{it}") })
    {
        desk.raw(&[Box::leak(statement.into_boxed_str())]).await;
    }
    let before = fs::read(desk.path()).expect("read");
    for access in [Access::Read, Access::Write] {
        let refused = desk.open(None, access).await.expect_err("refused");
        assert_eq!(refused.code, "book.foreign_trigger");
        assert!(["spy", "songs", "audit_no_update"].contains(&refused.args["name"].as_str()));
    }
    assert_eq!(fs::read(desk.path()).expect("read"), before);
}

/// A cascade would remove rows without an entry in the log; an expression would be worked out with every import.
#[rstest]
#[case(
    "PRAGMA writable_schema = ON",
    "UPDATE sqlite_schema SET sql = replace(sql, 'REFERENCES cases (id)', 'REFERENCES cases (id) ON DELETE CASCADE') WHERE name = 'milestone'",
    "milestone"
)]
#[case("CREATE INDEX evil ON account (length(hex(zeroblob(2000000))))", "SELECT 1", "evil")]
#[case("ALTER TABLE cases ADD COLUMN extra TEXT CHECK (length(extra) < 3)", "SELECT 1", "cases")]
#[tokio::test]
async fn a_schema_that_is_not_ours_any_more_is_refused(
    #[case] first: &'static str,
    #[case] then: &'static str,
    #[case] name: &str,
) {
    let desk = Desk::new();
    desk.with_case().await.0.close().await.expect("closed");
    desk.raw(&[first, then]).await;
    for access in [Access::Read, Access::Write] {
        let refused = desk.open(None, access).await.expect_err("refused");
        assert_eq!((refused.code, refused.args["name"].as_str()), ("book.schema_changed", name));
    }
}

#[tokio::test]
async fn verify_names_what_is_ours_and_gone() {
    let desk = Desk::new();
    desk.with_case().await.0.close().await.expect("closed");
    desk.raw(&["DROP TRIGGER audit_no_update", "DROP INDEX deed_by_case"]).await;
    let session = desk.open(None, Access::Read).await.expect("open");
    let found = audit_trail::verify(&session).await.expect("verified").file;
    let missing = ["trigger audit_no_update → missing", "index deed_by_case → missing"].map(str::to_owned).to_vec();
    assert_eq!((found.ok, found.problems), (false, missing));
}

#[tokio::test]
async fn a_table_of_somebody_elses_is_left_alone() {
    let desk = Desk::new();
    desk.with_case().await.0.close().await.expect("closed");
    desk.raw(&["CREATE TABLE songs (id INTEGER)", "ANALYZE"]).await;
    desk.open(None, Access::Write).await.expect("it does nothing by itself").close().await.expect("closed");
}

#[tokio::test]
async fn no_schema_of_a_book_is_trusted() {
    let desk = Desk::new();
    let (session, _) = desk.with_case().await;
    let mut tx = session.store.begin().await.expect("begun");
    let trusted: i64 = sqlx::query_scalar("PRAGMA trusted_schema").fetch_one(&mut *tx).await.expect("said");
    let sizes: i64 = sqlx::query_scalar("PRAGMA cell_size_check").fetch_one(&mut *tx).await.expect("said");
    assert_eq!((trusted, sizes), (0, 1));
    sqlx::query("PRAGMA writable_schema = ON").execute(&mut *tx).await.expect("said");
    let edit = sqlx::query("UPDATE sqlite_schema SET sql = 'x' WHERE name = 'cases'").execute(&mut *tx).await;
    assert!(edit.is_err(), "the schema cannot be edited as text");
}

/// A log as a killed call leaves it: the deeds within are not in the book yet.
async fn with_log() -> (Desk, Vec<u8>) {
    let desk = Desk::new();
    let (session, case) = desk.with_case().await;
    let mut reader = session.store.read().await.expect("a reader");
    sqlx::query("SELECT count(*) FROM cases").execute(&mut *reader).await.expect("it holds the log back");
    set(&session, case, &["title=One"]).await.expect("set");
    set(&session, case, &["title=Two"]).await.expect("set");
    let (book, log) = (fs::read(desk.path()).expect("read"), fs::read(wal(&desk)).expect("the log"));
    drop(reader);
    session.close().await.expect("closed");
    fs::write(desk.path(), book).expect("as it was");
    fs::write(wal(&desk), &log).expect("as it was");
    (desk, log)
}

fn wal(desk: &Desk) -> std::path::PathBuf {
    desk.folder().join("a.breachbook-wal")
}

#[tokio::test]
async fn a_whole_log_is_read_without_a_word() {
    let (desk, _) = with_log().await;
    let session = desk.open(None, Access::Write).await.expect("open");
    assert_eq!(cases::list(&session).await.expect("cases")[0].title, "Two");
    assert!(session.remarks().is_empty());
}

#[rstest]
#[case::a_page(|log: &mut Vec<u8>| { let at = log.len() / 2; log[at] ^= 1 })]
#[case::the_last_page(|log: &mut Vec<u8>| { let at = log.len() - 9; log[at] ^= 1 })]
#[case::a_sum(|log: &mut Vec<u8>| log[32 + 17] ^= 1)]
#[case::the_header(|log: &mut Vec<u8>| log[9] ^= 1)]
#[tokio::test]
async fn a_log_with_a_damaged_frame_is_said_and_kept(#[case] damage: fn(&mut Vec<u8>)) {
    let (desk, mut log) = with_log().await;
    damage(&mut log);
    fs::write(wal(&desk), &log).expect("written");
    let session = desk.open(None, Access::Write).await.expect("open");
    let remarks = session.remarks();
    assert_eq!(remarks.iter().map(|it| it.code).collect::<Vec<_>>(), ["book.frames_lost"]);
    session.close().await.expect("closed");
    let kept: Vec<_> = desk.files().into_iter().filter(|(name, _)| name.contains("-wal.")).collect();
    assert!(kept.len() == 1 && kept[0].1 == log, "a copy of it lies beside the book");
    assert!(remarks[0].args["kept"].ends_with(kept[0].0.as_str()), "and is named");
}

#[tokio::test]
async fn whoever_reads_or_is_refused_leaves_the_log_where_it_is_and_each_is_told() {
    let (desk, mut log) = with_log().await;
    let (book, at) = (fs::read(desk.path()).expect("read"), log.len() / 2);
    for damaged in [false, true] {
        log[at] ^= u8::from(damaged);
        fs::write(wal(&desk), &log).expect("written");
        for _ in 0..2 {
            let session = desk.open(None, Access::Read).await.expect("open");
            assert_eq!(
                session.remarks().iter().map(|it| it.code).collect::<Vec<_>>(),
                ["book.frames_lost"][..usize::from(damaged)]
            );
            session.close().await.expect("closed");
            assert_eq!(desk.open(Some("a key"), Access::Write).await.expect_err("refused").code, "book.is_plain");
            assert_eq!(
                (fs::read(desk.path()).expect("read"), fs::read(wal(&desk)).expect("read")),
                (book.clone(), log.clone())
            );
        }
    }
}

/// The book was put back from a backup, and the log of its later state still lies there: played back, it would break it.
#[tokio::test]
async fn a_log_that_does_not_go_on_from_the_book_is_laid_aside_and_not_played_back() {
    let (desk, _) = with_log().await;
    let log = fs::read(wal(&desk)).expect("the log");
    fs::remove_file(desk.path()).expect("removed");
    fs::remove_file(wal(&desk)).expect("removed");
    desk.with_case().await.0.close().await.expect("closed");
    fs::write(wal(&desk), &log).expect("written");
    let reader = desk.open(None, Access::Read).await.expect("open");
    assert_eq!(reader.remarks().iter().map(|it| it.code).collect::<Vec<_>>(), ["book.log_foreign"]);
    assert_eq!(cases::list(&reader).await.expect("cases")[0].title, "Mail");
    reader.close().await.expect("closed");
    let session = desk.open(None, Access::Write).await.expect("open");
    assert_eq!(session.remarks().iter().map(|it| it.code).collect::<Vec<_>>(), ["book.log_foreign"]);
    assert_eq!(cases::list(&session).await.expect("cases")[0].title, "Mail");
    assert!(audit_trail::verify(&session).await.expect("verified").ok);
    session.close().await.expect("closed");
    assert!(desk.files().into_iter().any(|(name, bytes)| name.contains("-wal.") && bytes == log), "it is kept");
}

#[tokio::test]
async fn an_older_state_of_a_book_does_not_take_the_log_of_a_later_one() {
    let desk = Desk::new();
    let (session, case) = desk.with_case().await;
    let older = fs::read(desk.path()).expect("a backup");
    for title in ["One", "Two", "Three"] {
        set(&session, case, &[&format!("title={title}")]).await.expect("set");
    }
    let mut reader = session.store.read().await.expect("a reader");
    sqlx::query("SELECT count(*) FROM cases").execute(&mut *reader).await.expect("it holds the log back");
    set(&session, case, &["title=Four"]).await.expect("set");
    let log = fs::read(wal(&desk)).expect("the log");
    drop(reader);
    session.close().await.expect("closed");
    fs::write(desk.path(), &older).expect("put back");
    fs::write(wal(&desk), &log).expect("still there");
    let session = desk.open(None, Access::Write).await.expect("open");
    assert_eq!(session.remarks().iter().map(|it| it.code).collect::<Vec<_>>(), ["book.log_foreign"]);
    assert_eq!(cases::list(&session).await.expect("cases")[0].title, "Mail");
    assert!(audit_trail::verify(&session).await.expect("verified").ok);
}

#[test]
fn no_book_is_made_over_what_stands_beside_its_name() {
    for ending in ["-wal", "-shm", "-journal"] {
        let attacked = Attacked::empty();
        let beside = attacked.path(&format!("a.breachbook{ending}"));
        fs::write(&beside, "somebody's own").expect("written");
        attacked.refused(&["case", "new", "--plain", "--title", "Fresh"], "book.companion_there");
        assert_eq!(fs::read(&beside).expect("read"), b"somebody's own");
        assert_eq!(attacked.names().len(), 1);
    }
}

#[tokio::test]
async fn frames_that_were_never_committed_are_nobodys_loss() {
    let (desk, mut log) = with_log().await;
    // The machine stopped within the next change: a frame of this log without a commit, and half a page.
    let frame = log[32..32 + 24 + 4096].to_vec();
    log.extend(frame.iter().enumerate().map(|(at, byte)| if (4..8).contains(&at) { 0 } else { *byte }));
    log.extend(&frame[..2000]);
    fs::write(wal(&desk), &log).expect("written");
    let session = desk.open(None, Access::Write).await.expect("open");
    assert!(session.remarks().is_empty());
    assert_eq!(cases::list(&session).await.expect("cases")[0].title, "Two");
}

#[test]
fn the_command_line_says_it_too() {
    let attacked = Attacked::new();
    fs::write(attacked.path("a.breachbook-wal"), vec![7; 32 + 24 + 4096]).expect("written");
    for call in [&["case", "list"][..], &["case", "set", "title=Other"]] {
        let said = attacked.done(call);
        assert_eq!(said["warnings"][0]["code"], "book.frames_lost", "{said}");
    }
    attacked.is_whole();
}
