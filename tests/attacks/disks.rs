//! Disks without room: what was not done is refused and says why; what was done is not called undone.

use std::fs;
use std::process::Command;

use serde_json::Value;

use super::Attacked;

/// A script on a disk of its own, this large, mounted at `disk` in a namespace that goes with it; `$BB` is the program. What
/// each call said, in its order.
fn on_disk(attacked: &Attacked, size: &str, script: &str) -> Vec<Value> {
    fs::create_dir_all(attacked.path("disk")).expect("a folder");
    let script = format!("mount -t tmpfs -o size={size} none disk && cd disk || exit 9\n{script}");
    let mut command = Command::new("unshare");
    command.args(["--mount", "--map-root-user", "sh", "-c", &script]).current_dir(attacked.folder());
    command.env("BB", env!("CARGO_BIN_EXE_breachbook")).env("BREACHBOOK_BOOK", "b.breachbook");
    command.env_remove("BREACHBOOK_KEY").env("LANG", "C.UTF-8").env_remove("BREACHBOOK_NOW");
    command.env_remove("RUST_BACKTRACE");
    let output = command.output().expect("it runs");
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(!said.contains("{$") && !errors.contains("{$") && !errors.contains("panicked"), "{said}{errors}");
    said.lines().filter_map(|line| serde_json::from_str(line).ok()).collect()
}

/// Fills what is left.
const FILL: &str = "cat /dev/zero > ballast 2>/dev/null";

fn code(said: &Value) -> &str {
    said["error"]["code"].as_str().unwrap_or("done")
}

#[test]
#[cfg_attr(not(small_disks), ignore = "no namespaces to mount a disk in")]
fn a_full_disk_is_said_as_such_wherever_it_is_met() {
    let attacked = Attacked::new();
    let script = format!(
        "$BB book new --plain --json\n$BB case new --title Mail --json\n{FILL}\n\
         $BB case set title=Other --json\n$BB case list --json\n$BB report --out r.pdf --json\n\
         $BB accounts --format xlsx --out l.xlsx --json\n$BB chart --chart by_region --out c.svg --json\n\
         BREACHBOOK_BOOK=c.breachbook $BB book new --plain --json\nrm ballast\n$BB verify --json\n$BB export list --json"
    );
    let said = on_disk(&attacked, "2m", &script);
    let codes: Vec<&str> = said.iter().map(code).collect();
    assert_eq!(&codes[2..3], ["book.disk_full"], "{said:#?}");
    assert_eq!(codes[3], "done", "reading needs no room: {said:#?}");
    assert!(codes[4] == "book.disk_full" || codes[4] == "file.disk_full", "{said:#?}");
    assert_eq!(&codes[5..8], ["file.disk_full", "file.disk_full", "book.disk_full"], "{said:#?}");
    assert_eq!(said[8]["ok"], true);
    assert_eq!(said[9]["exports"].as_array().map(Vec::len), Some(0));
}

/// From no room at all to plenty, a page more each time: an answer of done is in the book, one of refused is not.
#[test]
#[cfg_attr(not(small_disks), ignore = "no namespaces to mount a disk in")]
fn what_is_called_done_is_done_and_what_is_refused_is_not_whatever_room_there_is() {
    let attacked = Attacked::new();
    for pages in (0..120).step_by(4) {
        let script = format!(
            "$BB book new --plain --json\n$BB case new --title Before --json\n{FILL}\n\
             truncate -s -$(({pages} * 4096)) ballast\n$BB case set title=After --json\nrm ballast\n\
             $BB case show --json\n$BB verify --json"
        );
        let said = on_disk(&attacked, "2m", &script);
        let title = if code(&said[2]) == "done" { "After" } else { "Before" };
        assert_eq!(said[3]["title"], title, "{pages} pages: {said:#?}");
        assert_eq!(said[4]["ok"], true, "{pages} pages");
        assert!(["done", "book.disk_full"].contains(&code(&said[2])), "{pages} pages: {said:#?}");
    }
}

#[test]
#[cfg_attr(not(small_disks), ignore = "no namespaces to mount a disk in")]
fn a_report_that_has_no_room_is_not_recorded_and_leaves_nothing() {
    let attacked = Attacked::new();
    for kilobytes in [0, 4, 12, 20] {
        // The book has room, the report has not.
        let script = format!(
            "export BREACHBOOK_BOOK=../a.breachbook\n{FILL}\ntruncate -s -{kilobytes}K ballast\n\
             $BB report --out r.pdf --json\n$BB export list --json\nls -A | grep -v ballast | sed 's/.*/\"&\"/'"
        );
        let said = on_disk(&attacked, "1m", &script);
        assert_eq!(code(&said[0]), "file.disk_full", "{kilobytes}: {said:#?}");
        assert_eq!(said[1]["exports"].as_array().map(Vec::len), Some(0));
        assert_eq!(said.len(), 2, "nothing is left: {said:#?}");
    }
}

#[test]
#[cfg_attr(not(small_disks), ignore = "no namespaces to mount a disk in")]
fn a_list_that_has_no_room_leaves_what_stood_there() {
    let attacked = Attacked::new();
    let rows: String = (0..6000).map(|n| format!("person.{n}@somewhere.example\n")).collect();
    fs::write(attacked.path("many.csv"), format!("mail\n{rows}")).expect("a list");
    attacked.done(&["import", "many.csv"]);
    for format in ["csv", "json", "xlsx"] {
        let script = format!(
            "export BREACHBOOK_BOOK=../a.breachbook\necho kept > l.{format}\n{FILL}\ntruncate -s -60K ballast\n\
             $BB accounts --format {format} --force --out l.{format} --json\n\
             sed 's/.*/\"&\"/' l.{format}\nls -A | wc -l"
        );
        let said = on_disk(&attacked, "1m", &script);
        assert_eq!(code(&said[0]), "file.disk_full", "{format}: {said:#?}");
        assert_eq!((&said[1], &said[2]), (&Value::from("kept"), &Value::from(2)), "{format}: {said:#?}");
    }
}
