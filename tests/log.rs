//! The log: chained from the first entry; what was tampered with is found, what was erased is not missed.

use breachbook::actions::cases::{self, NewCase};
use breachbook::actions::{Access, Session, audit_trail};
use breachbook::model::clock::{Clock, When};
use breachbook::model::ids::CaseId;

use crate::desk::{Desk, now, set, who};

/// A plain book with five entries in its log.
async fn five_entries() -> Desk {
    let desk = Desk::new();
    let (session, case) = desk.with_case().await;
    for title in ["title=A", "title=B", "title=C"] {
        set(&session, case, &[title]).await.expect("set");
    }
    session.close().await.expect("closed");
    desk
}

const UNLOCKED: [&str; 2] = ["DROP TRIGGER audit_no_update", "DROP TRIGGER audit_no_delete"];

async fn after(statements: &[&'static str]) -> breachbook::store::audit::Chain {
    let desk = five_entries().await;
    desk.raw(&[&UNLOCKED[..], statements].concat()).await;
    let session = desk.open(None, Access::Read).await.expect("open");
    audit_trail::verify(&session).await.expect("verified").log
}

#[tokio::test]
async fn an_untouched_log_is_unbroken_and_starts_with_the_book() {
    let desk = five_entries().await;
    let session = desk.open(None, Access::Read).await.expect("open");
    let found = audit_trail::verify(&session).await.expect("verified");
    assert!(found.ok, "{found:?}");
    assert_eq!((found.log.entries, found.log.broken_at), (5, None));
    let log = audit_trail::log(&session, None).await.expect("the log");
    let verbs: Vec<_> = log.iter().map(|entry| entry.verb.as_str()).collect();
    assert_eq!(verbs, ["book.new", "case.new", "case.set", "case.set", "case.set"]);
    assert_eq!(found.log.head, log[4].hash);
    assert_eq!((log[1].who.as_str(), log[1].os_account.as_str(), log[1].machine.as_str()), ("Ada", "ada", "desk-7"));
    assert_eq!(audit_trail::log(&session, Some(CaseId::new(1))).await.expect("of the case").len(), 4);
}

#[tokio::test]
async fn the_log_itself_refuses_changes() {
    let desk = five_entries().await;
    let options = sqlx::sqlite::SqliteConnectOptions::new().filename(desk.path());
    let mut conn = <sqlx::SqliteConnection as sqlx::Connection>::connect_with(&options).await.expect("open");
    for statement in ["UPDATE audit SET who = 'Eve'", "DELETE FROM audit WHERE seq = 5"] {
        assert!(sqlx::query(statement).execute(&mut conn).await.is_err(), "{statement}");
    }
}

#[tokio::test]
async fn every_way_to_tamper_is_found_at_its_entry() {
    for (statement, broken_at) in [
        ("UPDATE audit SET who = 'Eve' WHERE seq = 3", 3),
        ("UPDATE audit SET at = '2026-01-01T00:00:00Z' WHERE seq = 2", 2),
        ("UPDATE audit SET count = count + 1 WHERE seq = 5", 5),
        ("UPDATE audit SET deed_uid = NULL WHERE seq = 4", 4),
        ("UPDATE audit SET prev = zeroblob(32) WHERE seq = 1", 1),
        ("UPDATE audit SET machine_clock = at WHERE seq = 3", 3),
        ("UPDATE audit_head SET highest = '2026-01-01T00:00:00Z'", 6),
        ("DELETE FROM audit WHERE seq = 3", 3),
        ("DELETE FROM audit WHERE seq = 1", 1),
        ("DELETE FROM audit WHERE seq = 5", 5),
        ("DELETE FROM audit WHERE seq > 2", 3),
        ("UPDATE audit_detail SET json = '{}' WHERE seq = 4", 4),
    ] {
        let chain = after(&[statement]).await;
        assert_eq!((chain.ok, chain.broken_at), (false, Some(broken_at)), "{statement}");
    }
}

#[tokio::test]
async fn an_end_cut_off_together_with_its_head_still_misses_its_deeds() {
    let chain = after(&[
        "DELETE FROM audit WHERE seq = 5",
        "UPDATE audit_head SET seq = 4, hash = (SELECT hash FROM audit WHERE seq = 4)",
    ])
    .await;
    assert_eq!((chain.ok, chain.broken_at), (false, Some(5)));
}

#[tokio::test]
async fn a_detail_that_is_gone_without_a_deed_that_says_so_is_missed() {
    let chain = after(&["DELETE FROM audit_detail WHERE seq = 3"]).await;
    assert_eq!((chain.ok, chain.broken_at, chain.erased, chain.entries), (false, Some(3), 1, 5));
}

#[tokio::test]
async fn a_clock_set_back_is_flagged_until_it_has_gone_beyond_the_highest_time() {
    let desk = five_entries().await;
    // The second and the third go on from the first, and still lie before what was written before.
    for minutes in [-60, -50, -1, 0, 1] {
        let at = now() + jiff::SignedDuration::from_mins(minutes);
        let session = Session::open(&desk.path(), None, Access::Write, who(), at).await.expect("open");
        set(&session, CaseId::new(1), &[&format!("title=D{minutes}")]).await.expect("set");
        session.close().await.expect("closed");
    }
    let session = desk.open(None, Access::Read).await.expect("open");
    let log = audit_trail::log(&session, None).await.expect("the log");
    let flags: Vec<_> = log.iter().skip(5).map(|it| it.clock_back).collect();
    assert_eq!(flags, [true, true, true, false, false]);
    assert!(log.iter().take(5).all(|it| !it.clock_back));
    assert!(audit_trail::chain(&session).await.expect("walked").ok);
}

#[tokio::test]
async fn a_time_that_was_given_is_noted_with_what_the_clock_said_and_cannot_be_taken_for_the_clocks() {
    let desk = Desk::new();
    desk.create(None).await.close().await.expect("closed");
    let own = now() + jiff::SignedDuration::from_hours(5);
    let given = When { at: now(), clock: Clock::Given(own) };
    let runs = When { at: now(), clock: Clock::Runs(now) };
    for when in [given, runs] {
        let session = Session::open(&desk.path(), None, Access::Write, who(), when).await.expect("open");
        cases::new(&session, &NewCase { title: "Mail".into(), ..NewCase::default() }).await.expect("a case");
        session.close().await.expect("closed");
    }
    let session = desk.open(None, Access::Read).await.expect("open");
    let log = audit_trail::log(&session, None).await.expect("the log");
    let noted: Vec<_> = log.iter().map(|it| it.machine_clock.clone()).collect();
    assert_eq!(noted, [None, Some(own.to_string()), None]);
    let csv = String::from_utf8(audit_trail::csv(&session, None).await.expect("csv")).expect("UTF-8");
    assert!(csv.lines().nth(2).is_some_and(|line| line.contains(&format!("{},{own},", now()))), "{csv}");
    session.close().await.expect("closed");
    desk.raw(&[UNLOCKED[0], "UPDATE audit SET machine_clock = NULL WHERE seq = 2"]).await;
    let session = desk.open(None, Access::Read).await.expect("open");
    assert_eq!(audit_trail::chain(&session).await.expect("walked").broken_at, Some(2));
}
