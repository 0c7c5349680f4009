//! Books that somebody has put something into, and logs that were damaged.

use std::fs;

use breachbook::actions::{Access, cases};
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
    let said = attacked.done(&["case", "set", "title=Other"]);
    assert_eq!(said["warnings"][0]["code"], "book.frames_lost", "{said}");
    attacked.is_whole();
}
