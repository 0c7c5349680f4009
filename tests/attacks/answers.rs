//! What a call says where it cannot say it, was not understood, or nothing came of it.

use std::ffi::OsString;
use std::fs;
use std::os::unix::ffi::OsStringExt as _;

use rstest::rstest;
use serde_json::Value;

use super::{Attacked, answer};

fn full() -> fs::File {
    fs::OpenOptions::new().write(true).open("/dev/full").expect("it is there")
}

#[test]
fn an_answer_that_cannot_be_written_is_no_answer_and_a_deed_is_done_all_the_same() {
    let attacked = Attacked::new();
    for verb in [&["accounts"][..], &["facts"], &["case", "list"], &["capabilities"]] {
        let told = attacked.command(verb).stdout(full()).output().expect("it runs");
        assert_eq!(told.status.code(), Some(1), "{verb:?}");
        assert!(String::from_utf8_lossy(&told.stderr).contains("could not be written"));
    }
    let told = attacked.command(&["case", "set", "title=Other"]).stdout(full()).output().expect("it runs");
    assert_eq!(told.status.code(), Some(0));
    assert!(String::from_utf8_lossy(&told.stderr).contains("Done, but the answer could not be written"));
    assert_eq!(attacked.done(&["case", "show"])["title"], "Other");
}

#[rstest]
#[case(&["nonsense"])]
#[case(&["report"])]
#[case(&["case", "new"])]
#[case(&["accounts", "--limit", "many"])]
fn what_is_not_understood_is_an_object_too(#[case] call: &[&str]) {
    let attacked = Attacked::empty();
    let (code, said) = attacked.call(call);
    assert_eq!((code, said["error"]["code"].as_str()), (2, Some("usage")), "{said}");
    assert_eq!(attacked.names().len(), 0);
}

#[rstest]
#[case(&["case", "new", "--plain", "--title", "T", "--aware", "nonsense"], "time.unreadable")]
#[case(&["case", "new", "--plain", "--title", "T", "--zone", "Mars/X"], "zone.unknown")]
#[case(&["case", "new", "--plain", "--title", " "], "case.without_title")]
fn a_first_case_that_is_refused_leaves_no_book_behind(#[case] call: &[&str], #[case] code: &str) {
    let attacked = Attacked::empty();
    attacked.refused(call, code);
    assert_eq!(attacked.names(), Vec::<String>::new());
}

#[test]
fn a_passphrase_that_is_no_text_guards_all_the_same() {
    let attacked = Attacked::new();
    let key = OsString::from_vec(b"Gr\xfc\xdfe".to_vec());
    let mut command = attacked.command(&["case", "set", "title=Other"]);
    let (code, said) = answer(&command.env("BREACHBOOK_KEY", key).output().expect("it runs"));
    assert_eq!((code, said["error"]["code"].as_str()), (1, Some("book.passphrase_unusable")), "{said}");
    assert_eq!(attacked.done(&["case", "show"])["title"], "Mail");
}

#[test]
fn a_passphrase_that_is_too_long_is_never_cut() {
    let attacked = Attacked::empty();
    fs::write(attacked.path("key"), "k".repeat(5000)).expect("written");
    let mut through = attacked.command(&["book", "new", "--key-fd", "0"]);
    let through = through.stdin(fs::File::open(attacked.path("key")).expect("opened")).output().expect("it runs");
    let mut named = attacked.command(&["book", "new"]);
    let named = named.env("BREACHBOOK_KEY", "k".repeat(5000)).output().expect("it runs");
    for output in [through, named] {
        let (code, said) = answer(&output);
        assert_eq!((code, said["error"]["code"].as_str()), (1, Some("book.passphrase_too_long")), "{said}");
    }
    assert!(!attacked.book().exists());
}

#[test]
fn a_remark_is_made_once_and_a_refusal_names_its_file_once() {
    let attacked = Attacked::new();
    let (_, said) = attacked.call(&["accounts", "--format", "csv", "--out", "list.csv"]);
    let message = said["error"]["message"].as_str().unwrap_or_default();
    assert_eq!(message.matches("list.csv").count(), 1, "{message}");
    let (_, said) = attacked.call(&["accounts", "--format", "csv", "--out", "."]);
    assert_eq!(said["error"]["message"], Value::from(". is a folder. Please name a file."));
}
