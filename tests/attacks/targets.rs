//! Where a file may go: never over a book, whatever it is called; over another file only where one says so.

use std::fs::{self, Permissions};
use std::os::unix::fs::{FileTypeExt as _, MetadataExt as _, PermissionsExt as _, symlink};
use std::process::Stdio;

use rstest::rstest;
use serde_json::Value;

use super::{Attacked, answer};

/// Every verb that writes a file, up to its `--out`.
const VERBS: [&[&str]; 5] = [
    &["chart", "--chart", "by_region", "--out"],
    &["report", "--out"],
    &["accounts", "--format", "csv", "--out"],
    &["accounts", "--format", "xlsx", "--out"],
    &["import", "rejects", "--import", "1", "--out"],
];

fn call_each(attacked: &Attacked, out: &str, code: &str) {
    for verb in VERBS {
        for force in [&[][..], &["--force"]] {
            attacked.refused(&[verb, &[out], force].concat(), code);
        }
    }
}

#[test]
fn what_is_a_book_or_belongs_to_one_is_never_written_over() {
    let attacked = Attacked::new();
    // Another plain book, a sealed one, and one that is damaged at its head.
    for (name, key) in [("other.db", None), ("sealed.bin", Some("a long passphrase"))] {
        let mut command = attacked.command(&["book", "new"]);
        command.env("BREACHBOOK_BOOK", attacked.path(name));
        match key {
            Some(key) => command.env("BREACHBOOK_KEY", key),
            None => command.arg("--plain"),
        };
        assert!(command.output().expect("it runs").status.success());
    }
    fs::write(attacked.path("hurt.breachbook"), b"nothing of a header").expect("written");
    fs::create_dir(attacked.path("deeper")).expect("a folder");
    symlink(attacked.book(), attacked.path("link")).expect("a link");
    symlink("../link", attacked.path("deeper/link of a link")).expect("a link");
    symlink(attacked.folder(), attacked.path("folder")).expect("a link");
    symlink(attacked.path("a.breachbook-wal"), attacked.path("to the log")).expect("a link");
    let before = |name: &str| fs::read(attacked.path(name)).expect("it is there");
    // Cut, grown, without its mark, with its first page gone: more precious than a whole one.
    let sealed = before("sealed.bin");
    fs::write(attacked.path("cut.bin"), &sealed[..sealed.len() - 100]).expect("written");
    fs::write(attacked.path("short.bin"), &sealed[..1200]).expect("written");
    let mut unmarked = before("other.db");
    unmarked[68..72].fill(0);
    fs::write(attacked.path("unmarked.bin"), unmarked).expect("written");
    let names = ["a.breachbook", "other.db", "sealed.bin", "hurt.breachbook", "cut.bin", "short.bin", "unmarked.bin"];
    let held: Vec<_> = names.iter().map(|name| before(name)).collect();
    for out in [
        "a.breachbook",
        "./deeper/../a.breachbook",
        "link",
        "deeper/link of a link",
        "folder/a.breachbook",
        "a.breachbook-wal",
        "a.breachbook-shm",
        "a.breachbook-journal",
        "a.breachbook.lock",
        "to the log",
        "other.db",
        "other.db-wal",
        "sealed.bin",
        "sealed.bin-journal",
        "hurt.breachbook",
        "cut.bin",
        "cut.bin-wal",
        "short.bin",
        "unmarked.bin",
        "A.BREACHBOOK-WAL",
        "A.breachbook.LOCK",
        "OTHER.DB-journal",
    ] {
        call_each(&attacked, out, "file.is_book");
    }
    assert_eq!(names.iter().map(|name| before(name)).collect::<Vec<_>>(), held);
    attacked.is_whole();
    assert!(
        attacked.names().iter().all(|name| !name.ends_with("-wal") && !name.ends_with(".part")),
        "{:?}",
        attacked.names()
    );
}

#[test]
fn another_name_of_the_book_is_the_book() {
    let attacked = Attacked::new();
    fs::hard_link(attacked.book(), attacked.path("same")).expect("a link");
    call_each(&attacked, "same", "file.is_book");
    // Nobody writes to a file that two names would damage.
    attacked.refused(&["case", "set", "title=Other"], "book.linked");
    fs::remove_file(attacked.path("same")).expect("removed");
    attacked.is_whole();
}

#[test]
fn a_file_that_is_there_is_replaced_only_with_force_and_keeps_its_permissions() {
    let attacked = Attacked::new();
    let out = attacked.path("out.csv");
    attacked.done(&["accounts", "--format", "csv", "--out", "out.csv"]);
    assert_eq!(fs::metadata(&out).expect("it is there").permissions().mode() & 0o777, 0o600, "for its owner alone");
    fs::write(&out, "somebody's own").expect("written");
    fs::set_permissions(&out, Permissions::from_mode(0o640)).expect("set");
    for verb in VERBS {
        attacked.refused(&[verb, &["out.csv"]].concat(), "file.exists");
        assert_eq!(fs::read(&out).expect("read"), b"somebody's own");
    }
    attacked.done(&["accounts", "--format", "csv", "--force", "--out", "out.csv"]);
    assert!(fs::read_to_string(&out).expect("read").contains("a@x.example"));
    assert_eq!(fs::metadata(&out).expect("it is there").permissions().mode() & 0o777, 0o640);
    fs::set_permissions(&out, Permissions::from_mode(0o440)).expect("set");
    attacked.refused(&["accounts", "--format", "csv", "--force", "--out", "out.csv"], "file.write_protected");
}

#[test]
fn a_link_is_followed_and_stays_a_link() {
    let attacked = Attacked::new();
    symlink("elsewhere.csv", attacked.path("link.csv")).expect("a link");
    attacked.done(&["accounts", "--format", "csv", "--out", "link.csv"]);
    assert!(fs::symlink_metadata(attacked.path("link.csv")).expect("it is there").is_symlink());
    assert!(fs::read_to_string(attacked.path("elsewhere.csv")).expect("read").contains("a@x.example"));
    attacked.refused(&["accounts", "--format", "csv", "--out", "link.csv"], "file.exists");
    symlink("ring", attacked.path("ring")).expect("a link");
    attacked.refused(&["accounts", "--format", "csv", "--out", "ring"], "file.unwritable");
}

#[rstest]
#[case("none/such/out.csv", "file.no_folder")]
#[case(".", "file.is_folder")]
#[case("/", "file.is_folder")]
#[case("list.csv/out.csv", "file.unwritable")]
#[case("/proc/out.csv", "file.unwritable")]
fn a_place_where_nothing_can_be_is_said(#[case] out: &str, #[case] code: &str) {
    let attacked = Attacked::new();
    attacked.refused(&["accounts", "--format", "csv", "--out", out], code);
    attacked.refused(&["report", "--out", out], code);
    assert_eq!(
        attacked.done(&["export", "list"])["exports"].as_array().map(Vec::len),
        Some(0),
        "nothing left the house"
    );
}

#[test]
fn a_pipe_and_a_device_are_written_to_and_never_replaced() {
    let attacked = Attacked::new();
    attacked.done(&["accounts", "--format", "csv", "--out", "/dev/null"]);
    assert!(fs::metadata("/dev/null").expect("it is there").file_type().is_char_device());
    let pipe = attacked.path("pipe");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().expect("it runs").success());
    let reader = std::process::Command::new("cat").arg(&pipe).stdout(Stdio::piped()).spawn().expect("it runs");
    attacked.done(&["report", "--out", "pipe"]);
    let read = reader.wait_with_output().expect("it ends").stdout;
    assert!(read.starts_with(b"%PDF"), "the report went through");
    assert!(fs::metadata(&pipe).expect("it is there").file_type().is_fifo());
    attacked.refused(&["accounts", "--format", "csv", "--out", "pipe"], "file.nobody_reads");
    // What goes to stdout is the file and nothing else, also where stdout is a file.
    let sent = fs::File::create(attacked.path("sent.pdf")).expect("made");
    let done = attacked.command(&["report", "--out", "/dev/stdout"]).stdout(sent).output().expect("it runs");
    assert!(done.status.success() && String::from_utf8_lossy(&done.stderr).contains("\"export\""));
    let sent = fs::read(attacked.path("sent.pdf")).expect("read");
    assert!(sent.starts_with(b"%PDF") && sent.trim_ascii_end().ends_with(b"%%EOF"));
    // What is behind our own output is a file like any other.
    let book = fs::OpenOptions::new().append(true).open(attacked.book()).expect("opened");
    let held = fs::read(attacked.book()).expect("read");
    let onto = attacked.command(&["accounts", "--format", "csv", "--out", "/dev/stdout"]).stdout(book).output();
    assert_eq!(onto.expect("it runs").status.code(), Some(1));
    let after = fs::read(attacked.book()).expect("read");
    assert!(
        after.starts_with(&held) && !after[held.len()..].windows(9).any(|it| it == b"a@x.examp"),
        "no list in the book"
    );
}

#[test]
fn a_full_device_after_the_deed_is_a_remark_and_the_report_is_recorded() {
    let attacked = Attacked::new();
    let said = attacked.done(&["report", "--out", "/dev/full"]);
    assert_eq!((&said["warnings"][0]["code"], &said["file"]), (&"file.not_put".into(), &Value::Null), "{said}");
    assert_eq!(attacked.done(&["export", "list"])["exports"].as_array().map(Vec::len), Some(1));
    attacked.done(&["export", "again", "1", "--out", "again.pdf"]);
    attacked.refused(&["accounts", "--format", "csv", "--out", "/dev/full"], "file.disk_full");
}

#[test]
fn a_new_book_is_its_owners_alone_and_takes_no_name_that_belongs_to_another() {
    let attacked = Attacked::new();
    assert_eq!(fs::metadata(attacked.book()).expect("it is there").mode() & 0o777, 0o600);
    for name in ["a.breachbook-wal", "a.breachbook-shm", "a.breachbook.lock"] {
        let mut command = attacked.command(&["book", "new", "--plain"]);
        command.env("BREACHBOOK_BOOK", attacked.path(name));
        let (code, said) = answer(&command.output().expect("it runs"));
        assert_eq!((code, said["error"]["code"].as_str()), (1, Some("book.beside_another")), "{said}");
    }
    attacked.is_whole();
}

#[test]
fn a_book_is_no_list() {
    let attacked = Attacked::new();
    attacked.refused(&["import", "a.breachbook"], "file.is_no_list");
    attacked.is_whole();
}
