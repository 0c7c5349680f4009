//! Who and when: the account is the system's, a time that was given is told from the clock's, an import has its end.

use breachbook::actions::{Access, Session, audit_trail, importing};
use breachbook::model::ids::CaseId;
use breachbook::world;
use jiff::Timestamp;

use super::Desk;

/// The book as the window opens it, to look.
async fn open(desk: &Desk) -> Session {
    Session::open(&desk.book(), None, Access::Read, world::who(None), Timestamp::now()).await.expect("it opens")
}

fn said_by(command: &str, arguments: &[&str]) -> String {
    let output = std::process::Command::new(command).args(arguments).output().expect("it runs");
    String::from_utf8(output.stdout).expect("UTF-8").trim().to_owned()
}

#[tokio::test]
async fn the_account_in_the_log_is_the_systems_whatever_the_environment_says() {
    let desk = Desk::plain();
    let lies = ["USER", "LOGNAME", "USERNAME", "HOSTNAME", "COMPUTERNAME"];
    for (declared, title) in [(Some("M. Ahrens"), "One"), (None, "Two")] {
        let mut call = desk.command();
        call.args(["case", "new", "--title", title]).envs(lies.map(|name| (name, "mallory")));
        match declared {
            Some(name) => call.args(["--by", name]),
            None => call.env_remove("BREACHBOOK_USER"),
        };
        assert_eq!(call.output().expect("it runs").status.code(), Some(0));
    }
    let log = audit_trail::log(&open(&desk).await, None).await.expect("the log");
    let (account, machine) = (said_by("id", &["-un"]), said_by("uname", &["-n"]));
    assert!(log.iter().all(|it| (&it.os_account, &it.machine) == (&account, &machine)), "{log:?}");
    let names: Vec<_> = log.iter().map(|it| it.who.as_str()).collect();
    assert_eq!(names, ["A. Tester", "M. Ahrens", account.as_str()], "what is declared stands beside it");
}

#[tokio::test]
async fn a_time_that_was_given_is_noted_beside_the_clock_and_the_clocks_own_is_not() {
    let desk = Desk::plain();
    let began = Timestamp::now();
    desk.done(&["case", "new", "--title", "One"]);
    desk.done(&["case", "new", "--title", "Two", "--now", "2026-11-25T09:00:00Z"]);
    let own = desk.command().env_remove("BREACHBOOK_NOW").args(["case", "new", "--title", "Three"]).output();
    assert_eq!(own.expect("it runs").status.code(), Some(0));
    let log = audit_trail::log(&open(&desk).await, None).await.expect("the log");
    for entry in &log[1..3] {
        let clock: Timestamp = entry.machine_clock.as_deref().expect("it was given").parse().expect("a time");
        assert!(clock >= began && clock <= Timestamp::now(), "{entry:?}");
    }
    assert_eq!(log[2].at, "2026-11-25T09:00:00Z");
    assert!(log[2].clock_back, "09:00 was given after 13:07");
    let at: Timestamp = log[3].at.parse().expect("a time");
    assert!(log[3].machine_clock.is_none() && at >= began && at <= Timestamp::now());
    assert_eq!(desk.call(&["verify"]).json["log"]["ok"], true);
}

#[tokio::test]
async fn an_import_ends_when_its_last_row_is_written_and_not_when_it_began() {
    let desk = Desk::with_case();
    let rows: String = (0..60_000).map(|n| format!("u{n}@x.example,Name {n}\n")).collect();
    let list = desk.file("list.csv", format!("email,name\n{rows}"));
    let own = desk.command().env_remove("BREACHBOOK_NOW").args(["import", &list]).output().expect("it runs");
    let ended = Timestamp::now();
    assert_eq!(own.status.code(), Some(0));
    desk.done(&["import", &desk.file("next.csv", "email\nz@x.example\n")]);
    let session = open(&desk).await;
    let past = importing::past(&session, CaseId::new(1)).await.expect("records");
    let [given, own] = past.as_slice() else { panic!("{past:?}") };
    assert!(own.record.at > own.started && own.record.at <= ended, "{own:?}");
    let took = own.record.at.duration_since(own.started);
    assert!(took > jiff::SignedDuration::from_millis(100), "60,000 rows take a while: {took}");
    assert!(own.machine_clock.is_none());
    assert_eq!((given.record.at, given.started.to_string().as_str()), (given.started, "2026-11-25T13:07:00Z"));
    assert!(given.machine_clock.is_some(), "and it is noted that it was given");
}
