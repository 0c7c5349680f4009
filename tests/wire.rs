//! Numbers and times as the window's page writes them are those of the reports: what Rust says of a table of cases
//! stands in `tests/wire/formats.json`, and the page's own test (`ui/src/lang/format.test.ts`) is held to it.
//!
//! How numbers are written down and what is open in a case stand beside it in `counts.json` and `pending.json`.
//!
//! `WIRE_WRITE=1 cargo test` writes the files anew.

use std::path::Path;

use breachbook::lang::{Phrases, languages};
use breachbook::model::count::Count;
use breachbook::model::ids::{OpenPointId, PartyId, RowId};
use breachbook::model::moment::Moment;
use breachbook::model::party::Which;
use breachbook::model::pending::{EXPECTED, Pending, Waiting, What};
use breachbook::model::setting::Setting;
use breachbook::model::words::{DeterminationKind, Unit};
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

fn held(file: &str, said: &Value) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/wire").join(file);
    let now = serde_json::to_string_pretty(said).expect("JSON") + "\n";
    if std::env::var_os("WIRE_WRITE").is_some() {
        std::fs::write(&path, &now).expect("the folder");
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(kept, now, "tests/wire/{file} is not what Rust says: WIRE_WRITE=1 cargo test");
}

#[test]
fn the_page_is_held_to_what_rust_says_of_numbers_and_times() {
    held("formats.json", &languages().into_iter().map(said).collect());
}

/// Every way of writing a number down, and what it is.
#[test]
fn the_page_is_held_to_how_rust_reads_a_number() {
    let written = [
        json!(612),
        json!({"value": 612, "unit": "email"}),
        json!({"at_least": 60_000, "unit": "email"}),
        json!({"at_most": 13, "unit": "person"}),
        json!({"between": [612, 742]}),
        json!({"between": [7, 7]}),
        json!({"between": [0, 9]}),
        json!({"approximate": 600}),
        json!({"approximate": 600, "low": 450, "high": 750, "unit": "file"}),
        json!({"approximate": 600, "low": 450}),
        json!({"low": 11, "high": 14}),
        json!({"low": 11}),
        json!({"high": 14}),
        json!({"open": true, "unit": "paper"}),
        json!({"cannot_be_determined": true}),
        json!({"value": 9, "qualifier": "at_least"}),
        json!({"value": 9, "qualifier": "at_most"}),
        json!({"value": 9, "qualifier": "approximate"}),
        json!({"value": null, "qualifier": "to_be_determined", "low": 0, "high": null}),
        json!({"value": null, "qualifier": "cannot_be_determined"}),
    ];
    let read = written.into_iter().map(|given| {
        let Count { low, high, .. } = Count::read(&given).expect("a number");
        let count = Count::read(&given).expect("a number");
        json!({"given": given, "value": count.value(), "qualifier": count.qualifier(), "low": low, "high": high, "unit": count.unit})
    });
    held("counts.json", &read.collect());
}

#[test]
fn what_the_page_asks_of_a_case_is_what_rust_reads() {
    let row = |fields: Value| fields.as_object().cloned().unwrap_or_default();
    let asked = [
        Setting::of("title", "A=B"),
        Setting::Set { key: "risk".into(), value: json!({"value": "high"}), party: Some(Which::Id(PartyId::new(4))) },
        Setting::Add { key: "claim".into(), row: row(json!({"source": "x \"y\"", "at_least": 9})) },
        Setting::Change { key: "claim".into(), id: RowId::new(3), field: "adopted".into(), value: "yes".into() },
        Setting::Remove { key: "claim".into(), id: RowId::new(3) },
    ];
    for setting in &asked {
        let crossed = serde_json::to_value(setting).expect("JSON");
        assert_eq!(serde_json::from_value::<Setting>(crossed).as_ref().ok(), Some(setting));
        setting.known().expect("a key that takes it");
    }
    held("settings.json", &json!(asked));
}

/// One of each kind of what may be open, with and without what it may have.
fn pending() -> Vec<Pending> {
    let until = Moment::read("2026-12-24T09:00+01:00", &TimeZone::UTC).expect("a time");
    let counted = |n| Count::exact(n, Unit::Account);
    let typed = |party: Option<&str>| What::TypedCount {
        name: if party.is_some() { "persons.owner".into() } else { "accounts".into() },
        typed: counted(9),
        computed: counted(11),
        party: party.map(str::to_owned),
    };
    let determination = |party: Option<&str>| What::Determination {
        determination: DeterminationKind::Risk,
        party: party.map(str::to_owned),
    };
    let written = |until| What::Written { point: OpenPointId::new(3), what: "Persons in the mails".into(), until };
    let group = |group: &str| What::Group { group: group.into(), count: Count::to_be_determined(Unit::Person) };
    let waiting = [
        Waiting::Conflicts,
        Waiting::Suspected,
        Waiting::Records,
        Waiting::Residence,
        Waiting::Region,
        Waiting::Organisation,
        Waiting::Claims,
    ];
    let accounts = waiting.iter().zip(1..).map(|(waiting, n)| What::Accounts { waiting: *waiting, n });
    let numbers = ["accounts", "persons", "records"].map(|number| What::Number { number: number.into() });
    let determinations = EXPECTED.map(|determination| What::Determination { determination, party: None });
    [written(None), written(Some(until)), typed(None), typed(Some("Fjord AS")), determination(Some("Fjord AS"))]
        .into_iter()
        .chain([group("patient"), group("in_directory"), group("strikers")])
        .chain(numbers)
        .chain(accounts)
        .chain(determinations)
        .zip(1..)
        .map(|(what, n)| Pending { id: format!("point.{n}"), what, filter: None })
        .collect()
}

#[test]
fn the_page_says_what_is_open_as_the_reports_do() {
    let zone = TimeZone::get("Europe/Berlin").expect("a zone");
    let said = |language: &str| {
        let phrases = Phrases::of(language).expect("a language");
        let points = pending().into_iter().map(|it| {
            let (text, until) = (phrases.pending(&it), phrases.pending_until(&it, &zone));
            assert!(!text.contains("pending-"), "{text}");
            json!({"given": it, "text": text, "until": until})
        });
        json!({"language": language, "zone": "Europe/Berlin", "points": points.collect::<Vec<_>>()})
    };
    held("pending.json", &languages().into_iter().map(said).collect());
}
