//! Numbers and times as the window's page writes them are those of the reports: what Rust says of a table of cases
//! stands in `tests/wire/formats.json`, and the page's own test (`ui/src/lang/format.test.ts`) is held to it.
//!
//! `WIRE_WRITE=1 cargo test` writes the file anew.

use std::path::Path;

use breachbook::lang::Phrases;
use breachbook::model::count::Count;
use breachbook::model::moment::Moment;
use breachbook::model::words::Unit;
use jiff::tz::TimeZone;
use serde_json::{Value, json};

fn counts() -> Vec<Count> {
    vec![
        Count::exact(0, Unit::Account),
        Count::exact(1, Unit::Person),
        Count::exact(1_234_567, Unit::Email),
        Count::between(11, Some(14), Unit::Account),
        Count::between(48_212, None, Unit::Email),
        Count::at_most(13, Unit::Person),
        Count::approximate(4_000, None, Unit::Person),
        Count { unknown_parts: 1, ..Count::approximate(4_000, None, Unit::Person) },
        Count::approximate(600, Some((450, 750)), Unit::File),
        Count::to_be_determined(Unit::Record),
        Count::cannot_be_determined(Unit::DatabaseRow),
    ]
}

const TIMES: &[(&str, &str)] = &[
    ("2026-11-24T08:00:00Z", "Europe/Berlin"),
    ("2026-07-01T10:05:00Z", "Europe/Berlin"),
    ("2026-01-02T23:30:00Z", "Europe/London"),
    ("2026-07-01T10:05:00Z", "Europe/London"),
    ("2026-07-01T10:05:00Z", "America/New_York"),
    ("2026-12-01T10:05:00Z", "America/Los_Angeles"),
    ("2026-12-01T10:05:00Z", "Asia/Kolkata"),
    ("2026-12-01T10:05:00Z", "UTC"),
    ("2026-11", "Europe/Berlin"),
    ("2026-11-24", "Europe/Berlin"),
    ("2026", "Europe/Berlin"),
];

fn said(language: &str) -> Value {
    let phrases = Phrases::of(language).expect("a language");
    let counts = counts().into_iter().map(|count| {
        let words = json!({"count": phrases.count(&count), "of": phrases.count_of(&count)});
        json!({"given": count, "words": words})
    });
    let times = TIMES.iter().map(|(text, zone)| {
        let tz = TimeZone::get(zone).expect("a zone");
        let moment = Moment::read(text, &tz).expect("a time");
        json!({"given": moment, "zone": zone, "words": phrases.moment(&moment, &tz)})
    });
    json!({"language": language, "counts": counts.collect::<Vec<_>>(), "times": times.collect::<Vec<_>>()})
}

#[test]
fn the_page_is_held_to_what_rust_says_of_numbers_and_times() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/wire/formats.json");
    let now = serde_json::to_string_pretty(&json!([said("en"), said("de")])).expect("JSON") + "\n";
    if std::env::var_os("WIRE_WRITE").is_some() {
        std::fs::write(&path, &now).expect("the folder");
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(kept, now, "tests/wire/formats.json is not what Rust says: WIRE_WRITE=1 cargo test");
}
