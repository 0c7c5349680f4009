//! Books and cases: made, refused, opened again.

use super::Desk;

#[test]
fn a_missing_book_is_refused_and_nothing_is_created() {
    let desk = Desk::empty();
    for call in [&["case", "list"][..], &["facts"], &["verify"], &["accounts"], &["book", "info"], &["undo"]] {
        desk.refused(call, "book.missing");
    }
    assert_eq!(std::fs::read_dir(desk.path("")).expect("the folder").count(), 0);
}

#[test]
fn a_new_book_is_encrypted_and_opens_with_its_passphrase_alone() {
    let desk = Desk::empty().keyed("correct horse");
    desk.done(&["case", "new", "--title", "Verschwiegen"]);
    let bytes = std::fs::read(desk.book()).expect("the book");
    assert!(!bytes.starts_with(b"SQLite format 3"));
    assert!(!bytes.windows(12).any(|window| window == b"Verschwiegen"));
    assert_eq!(desk.done(&["case", "list"])["cases"][0]["title"], "Verschwiegen");
    let stranger = desk.keyed("battery staple");
    stranger.refused(&["case", "list"], "book.wrong_passphrase_or_no_book");
    assert_eq!(std::fs::read(stranger.book()).expect("the book"), bytes, "nothing is touched");
}

#[test]
fn a_file_that_is_no_book_is_refused_and_left_as_it_is() {
    let desk = Desk::empty().keyed("x");
    desk.file(
        "book.breachbook",
        "this is a shopping list, not a book, and it is long enough to look like a header".repeat(40),
    );
    let before = std::fs::read(desk.book()).expect("the file");
    let refusal = desk.call(&["case", "list"]);
    assert_eq!(refusal.code, 1);
    assert_eq!(std::fs::read(desk.book()).expect("the file"), before);
}

#[test]
fn book_new_never_overwrites() {
    let desk = Desk::plain();
    desk.refused(&["book", "new", "--plain"], "book.exists");
}

#[test]
fn a_case_may_be_left_out_where_there_is_one_and_must_be_named_where_there_are_two() {
    let desk = Desk::with_case();
    assert_eq!(desk.done(&["case", "show"])["title"], "Trial");
    let second = desk.done(&["case", "new", "--title", "Second"])["case"].as_i64().expect("an id");
    desk.refused(&["case", "show"], "case.which");
    assert_eq!(desk.done(&["case", "show", "--case", &second.to_string()])["title"], "Second");
    desk.refused(&["case", "show", "--case", "99"], "case.missing");
}

#[test]
fn awareness_needs_a_time_with_a_zone() {
    let desk = Desk::plain();
    desk.refused(&["case", "new", "--title", "T", "--aware", "2026-11-24"], "time.needs_zone");
    desk.done(&["case", "new", "--title", "T", "--aware", "2026-11-24T09:00:00+01:00", "--zone", "Europe/Berlin"]);
    desk.refused(&["case", "new", "--title", "T", "--zone", "Europe/Atlantis"], "zone.unknown");
}

#[test]
fn every_refusal_is_a_sentence_in_german_too() {
    let desk = Desk::empty();
    let answer = desk.say(&["facts"], "de");
    assert_eq!(answer.code, 1);
    assert!(answer.err.contains("Buch") || answer.err.contains("Datei"), "{}", answer.err);
}

#[test]
fn a_call_that_cannot_be_understood_exits_with_two() {
    let desk = Desk::with_case();
    for call in [&["fly"][..], &["tag"], &["report", "--names", "perhaps", "--out", "x"], &["import"]] {
        assert_eq!(desk.call(call).code, 2, "{call:?}");
    }
}

#[test]
fn what_others_wrote_never_steers_the_terminal() {
    let desk = Desk::with_case();
    let hostile = "x\u{1b}[2J\u{202e}y";
    let list = desk.file("c\u{1b}[2J.csv", format!("email,name\na@x.example,{hostile}\n"));
    let (controller, gone) = (format!("controller={hostile}"), desk.path(hostile).display().to_string());
    desk.done(&["case", "set", &controller]);
    desk.done(&["import", &list]);
    for call in [
        &["import", &list][..],
        &["import", &gone],
        &["import", "list"],
        &["accounts"],
        &["accounts", "--where", "\u{1b}[2J:x"],
        &["case", "list"],
        &["tag", "--region", hostile],
        &["chart", "--chart", hostile, "--out", "x.svg"],
    ] {
        let answer = desk.say(call, "en");
        let steers = |it: char| (it.is_control() && it != '\n') || it == '\u{202e}';
        assert!(
            !answer.out.contains(steers) && !answer.err.contains(steers),
            "{call:?}: {:?}",
            answer.out + &answer.err
        );
    }
}

#[test]
fn damage_in_a_sealed_book_is_found_and_the_log_not_blamed_for_it() {
    let desk = Desk::empty().keyed("x");
    desk.done(&["case", "new", "--title", "T"]);
    let list = desk.file("l.csv", "email\na@x.example\n");
    desk.done(&["import", &list]);
    let sound = std::fs::read(desk.book()).expect("the book");
    let mut told_apart = 0;
    for page in (1..sound.len() / 4096).step_by(9) {
        let mut bytes = sound.clone();
        bytes[page * 4096 + 100] ^= 1;
        std::fs::write(desk.book(), &bytes).expect("the book");
        let answer = desk.call(&["verify"]);
        assert_eq!(answer.code, 1, "page {page}: {}", answer.out);
        let problems = answer.json["file"]["problems"].as_array().map_or(0, Vec::len);
        told_apart += usize::from(problems == 1 && answer.json["log"]["ok"] == true);
    }
    assert!(told_apart > 0, "a page that the log does not need leaves the log as it is");
}

#[test]
fn an_index_that_says_something_else_than_its_table_is_damage() {
    let desk = Desk::with_case();
    let list = desk.file("l.csv", "email\nanna.lind@x.example\n");
    desk.done(&["import", &list]);
    let mut bytes = std::fs::read(desk.book()).expect("the book");
    let key = b"anna.lind@x.example";
    let at = bytes.windows(key.len()).position(|window| window == key).expect("a plain book");
    bytes[at] = b'z';
    std::fs::write(desk.book(), &bytes).expect("the book");
    let answer = desk.call(&["verify"]);
    assert_eq!((answer.code, &answer.json["file"]["ok"]), (1, &serde_json::Value::Bool(false)), "{}", answer.out);
}

#[test]
fn an_empty_variable_is_none() {
    let desk = Desk::with_case();
    for name in ["BREACHBOOK_NOW", "BREACHBOOK_USER", "BREACHBOOK_KEY", "BREACHBOOK_LANGUAGE"] {
        let output = desk.command().args(["facts", "--json"]).env(name, "").output().expect("the binary runs");
        assert_eq!(output.status.code(), Some(0), "{name}");
    }
    let mut call = desk.command();
    call.args(["facts"]).env("BREACHBOOK_BOOK", "").env("HOME", desk.path("home")).env_remove("XDG_DATA_HOME");
    let output = call.output().expect("the binary runs");
    assert_eq!(output.status.code(), Some(1), "the default book is missing, the call is understood");
}

#[test]
fn globals_stand_before_the_verb_after_it_and_between() {
    let desk = Desk::with_case();
    for call in [&["import", "list"][..], &["--case", "1", "import", "list"], &["import", "--case=1", "list"]] {
        assert_eq!(desk.done(call)["imports"], serde_json::json!([]), "{call:?}");
    }
    let between = desk.call(&["case", "--now", "2026-11-25", "show"]);
    assert_eq!(between.json["title"], "Trial", "{}", between.err);
}
