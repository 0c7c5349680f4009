//! What never ends is refused, and what takes long is stopped.
#![cfg(unix)]

use std::os::unix::fs::symlink;
use std::os::unix::net::UnixListener;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use super::{Answer, Desk};

/// What a call says, and how long it took; one that takes a minute is ended and is a failure.
fn ended(mut child: Child) -> (Answer, Duration) {
    let began = Instant::now();
    while child.try_wait().expect("a child").is_none() {
        if began.elapsed() > Duration::from_secs(60) {
            child.kill().expect("ended");
            panic!("it hangs");
        }
        std::thread::sleep(Duration::from_millis(10));
    }
    let took = began.elapsed();
    (Answer::of(child.wait_with_output().expect("its output")), took)
}

fn spawn(desk: &Desk, arguments: &[&str]) -> Child {
    let mut call = desk.command();
    call.args(arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the binary runs")
}

fn interrupt(child: &Child) {
    let sent = Command::new("kill").args(["-INT", &child.id().to_string()]).status().expect("kill runs");
    assert!(sent.success());
}

#[test]
fn what_is_no_file_is_refused_at_once_with_what_it_is() {
    let desk = Desk::with_case();
    let [pipe, socket, link] = ["pipe.csv", "socket.csv", "link.csv"].map(|name| desk.path(name));
    assert!(Command::new("mkfifo").arg(&pipe).status().expect("mkfifo runs").success());
    let _listening = UnixListener::bind(&socket).expect("a socket");
    symlink(&pipe, &link).expect("a link");
    symlink("/dev/zero", desk.path("zero.csv")).expect("a link");
    let [pipe, socket, link, zero] = [pipe, socket, link, desk.path("zero.csv")].map(|path| path.display().to_string());
    for (path, what) in [
        (pipe.as_str(), "pipe"),
        (&link, "pipe"),
        (&socket, "socket"),
        ("/dev/zero", "device"),
        ("/dev/null", "device"),
        (&zero, "device"),
    ] {
        for more in [&["--json"][..], &["--as", "account_list", "--json"], &["--dry-run", "--json"]] {
            let call = [&["import", path], more].concat();
            let (answer, took) = ended(spawn(&desk, &call));
            assert_eq!((answer.code, &answer.json["error"]["code"]), (1, &"file.not_a_file".into()), "{call:?}");
            let message = answer.json["error"]["message"].as_str().expect("a sentence");
            assert!(message.contains(path) && message.contains(what), "{message}");
            assert!(took < Duration::from_secs(10), "{call:?} took {took:?}");
        }
    }
    desk.refused(&["import", &desk.path("").display().to_string()], "file.is_folder");
    let real = desk.file("real.csv", "email\na@x.example\n");
    symlink(&real, desk.path("to-real.csv")).expect("a link");
    assert_eq!(desk.done(&["import", &desk.path("to-real.csv").display().to_string()])["new"], 1);
}

/// A file of many gigabytes that takes no room: hashing it takes minutes.
fn long(desk: &Desk) -> String {
    let path = desk.path("long.csv");
    std::fs::write(&path, "email\n".repeat(20_000)).expect("a file");
    let file = std::fs::File::options().write(true).open(&path).expect("a file");
    file.set_len(200 << 30).expect("a sparse file");
    path.display().to_string()
}

#[test]
fn ctrl_c_stops_an_import_while_its_file_is_hashed() {
    let desk = Desk::with_case();
    let list = long(&desk);
    let child = spawn(&desk, &["import", &list, "--as", "account_list", "--json"]);
    std::thread::sleep(Duration::from_millis(1500));
    interrupt(&child);
    let (answer, took) = ended(child);
    assert_eq!((answer.code, &answer.json["error"]["code"]), (1, &"cancelled".into()), "{}", answer.err);
    assert!(took < Duration::from_secs(10), "{took:?}");
    assert_eq!(desk.done(&["import", "list"])["imports"].as_array().map(Vec::len), Some(0));
}

#[tokio::test]
async fn a_second_ctrl_c_ends_the_process_at_once() {
    use sqlx::Connection as _;
    let desk = Desk::with_case();
    let list = desk.file("list.csv", "email\na@x.example\n");
    // Somebody else writes: the import waits for seconds, and asks nobody whether to stop.
    let options = sqlx::sqlite::SqliteConnectOptions::new().filename(desk.book());
    let mut other = sqlx::SqliteConnection::connect_with(&options).await.expect("the plain book");
    sqlx::query("BEGIN IMMEDIATE").execute(&mut other).await.expect("held");
    let child = spawn(&desk, &["import", &list]);
    std::thread::sleep(Duration::from_millis(1500));
    interrupt(&child);
    std::thread::sleep(Duration::from_millis(500));
    interrupt(&child);
    let (answer, took) = ended(child);
    assert_eq!(answer.code, 130, "{} {}", answer.out, answer.err);
    assert!(took < Duration::from_secs(1), "{took:?}");
    sqlx::query("ROLLBACK").execute(&mut other).await.expect("free");
    other.close().await.expect("closed");
    assert_eq!(desk.done(&["import", &list])["new"], 1, "the book is as it was");
    assert_eq!(desk.done(&["verify"])["ok"], true);
}
