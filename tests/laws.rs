//! The law as data: what ships is sound, a bad file is told all that is wrong with it, the user's files stand beside ours or in
//! their place, and the version that is meant on a day is found.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use breachbook::actions::regimes as actions;
use breachbook::catalogue::{Catalogue, Given, Kind, Origin};
use breachbook::lang::{Phrases, languages};
use breachbook::model::law::{CountingId, TimeUnit};
use breachbook::regimes;
use jiff::civil::Date;
use proptest::prelude::*;

const GDPR: &str = include_str!("../catalogue/regimes/eu-gdpr-33-1.toml");
const EU: &str = include_str!("../catalogue/countings/eu.toml");
const EVERYTHING: &str = include_str!("laws/everything.toml");
static ENGLISH: LazyLock<Phrases> = LazyLock::new(english);
const EVERYTHING_COUNTED: &str = include_str!("laws/everything-counting.toml");

fn regime(name: &str, text: impl Into<Vec<u8>>) -> Given {
    Given { kind: Kind::Regime, name: format!("regimes/{name}"), bytes: Ok(text.into()) }
}

fn counting(name: &str, text: impl Into<Vec<u8>>) -> Given {
    Given { kind: Kind::Counting, name: format!("countings/{name}"), bytes: Ok(text.into()) }
}

fn day(text: &str) -> Date {
    text.parse().expect("a day")
}

fn english() -> Phrases {
    Phrases::of("en").expect("English")
}

/// What is wrong, a line each.
fn faults(catalogue: &Catalogue, phrases: &Phrases) -> Vec<String> {
    let all = catalogue.disabled().iter().flat_map(|it| &it.faults);
    all.map(|fault| regimes::sentence(fault, phrases)).collect()
}

fn codes(catalogue: &Catalogue) -> Vec<(&str, &'static str)> {
    let all = catalogue.disabled().iter();
    all.flat_map(|it| it.faults.iter().map(|fault| (it.file.as_str(), fault.said.code))).collect()
}

/// A text with one thing in it changed.
fn with(text: &str, from: &str, to: &str) -> String {
    assert_eq!(text.matches(from).count(), 1, "{from} stands there once");
    text.replace(from, to)
}

fn shipped(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("catalogue").join(folder);
    folder.read_dir().expect("a folder of the catalogue").map(|it| it.expect("an entry").path()).collect()
}

#[test]
fn every_file_that_ships_is_embedded_sound_and_in_every_language() {
    let catalogue = Catalogue::ours();
    assert_eq!(faults(&catalogue, &english()), Vec::<String>::new());
    let kept: Vec<_> = catalogue.regimes().flatten().collect();
    assert_eq!(kept.len(), shipped("regimes").len(), "one file, one rule");
    for path in shipped("countings") {
        let id = path.file_stem().expect("a name").to_string_lossy().into_owned();
        assert!(catalogue.counting(&CountingId::new(&id)).is_some(), "{id} lies in the file of its name");
    }
    let wanted: BTreeSet<&str> = languages().into_iter().collect();
    for it in kept {
        assert!(it.file.starts_with(&format!("regimes/{}", it.value.id)), "{} lies in {}", it.value.id, it.file);
        let steps = it.value.phase.iter().filter_map(|it| it.name.as_ref());
        let asked = it.value.question.values().map(|it| &it.ask);
        for text in [&it.value.name].into_iter().chain(steps).chain(asked) {
            assert_eq!(text.languages().collect::<BTreeSet<_>>(), wanted, "{}: {text:?}", it.file);
        }
    }
}

/// 72 hours from awareness, the hour of Regulation 1182/71 beside it (foundations of the two readings: docs/guide/laws.md).
#[test]
fn article_33_1_is_what_the_regulation_says() {
    let catalogue = Catalogue::ours();
    let shown = actions::show(&catalogue, "eu-gdpr-33-1", None, day("2026-11-25"), &english()).expect("a rule");
    let json = serde_json::to_value(&shown).expect("JSON");
    assert_eq!(json["stands"], true);
    let step = &json["regime"]["phase"][0];
    assert_eq!(step["limit"], serde_json::json!({"from": "aware.breach", "hours": 72}));
    assert_eq!((&step["prompt"], &step["late_reason"]), (&true.into(), &true.into()));
    assert_eq!(json["regime"]["valid"], serde_json::json!({"from": "2018-05-25", "to": null}));
    assert_eq!(json["regime"]["binds"]["if"]["any"][1], serde_json::json!({"answer": "art_3_2", "is": ["yes"]}));
    let counting = catalogue.counting(&CountingId::new("eu")).expect("a counting");
    let hours = counting.value.of(TimeUnit::Hours).expect("hours");
    assert_eq!(hours.roll, None, "no period in hours rolls over (Art. 3(4))");
    assert!(hours.reading.is_some());
    let before = actions::show(&catalogue, "eu-gdpr-33-1", None, day("2018-05-24"), &english()).expect("a rule");
    assert!(!before.stands, "the day before it applies");
}

#[test]
fn a_rule_that_uses_every_form_is_read_and_said_in_every_language() {
    let own = vec![regime("everything.toml", EVERYTHING), counting("xx.toml", EVERYTHING_COUNTED)];
    let catalogue = Catalogue::with(own);
    assert_eq!(faults(&catalogue, &english()), Vec::<String>::new());
    for language in languages() {
        let phrases = Phrases::of(language).expect("a language");
        let shown = actions::show(&catalogue, "xx-everything", None, day("2026-11-25"), &phrases).expect("it is there");
        for untold in ["law-", "{", "}", "$", "content-", "roll-over-"] {
            assert!(!shown.said.contains(untold), "{language}: {untold} in\n{}", shown.said);
        }
        insta::assert_snapshot!(format!("everything_{language}"), shown.said);
    }
    let shown = actions::show(&catalogue, "xx-everything", None, day("2026-11-25"), &english()).expect("it is there");
    insta::assert_json_snapshot!("everything_as_json", shown.regime);
}

/// What the file says and what is told of it, for files that are wrong in one thing.
const WRONG: &[(&str, &str, &str)] = &[
    ("a misspelt field", "hours = 72 }\nbeside", "hors = 72 }\nbeside"),
    ("a field of nothing like it", "prompt = true ", "colour = \"red\"\nprompt = true "),
    ("a misspelt word", "status = \"in_force\"", "status = \"inforce\""),
    ("a misspelt confidence", "confidence = \"copy\"", "confidence = \"official_copy\""),
    ("no id", "id = \"eu-gdpr-33-1\"\n", ""),
    ("an id in capitals", "id = \"eu-gdpr-33-1\"", "id = \"EU GDPR\""),
    ("an id that begins an anchor", "id = \"eu-gdpr-33-1\"", "id = \"sent\""),
    ("a day in quotation marks", "from = 2018-05-25 }", "from = \"2018-05-25\" }"),
    ("a day that is none", "from = 2018-05-25 }", "from = 2018-02-30 }"),
    ("days out of order", "from = 2018-05-25 }", "from = 2018-05-25, to = 2018-05-24 }"),
    ("in force, nobody knows since when", "valid = { from = 2018-05-25 } ", ""),
    ("a number in quotation marks", "hours = 72 }\nbeside", "hours = \"72\" }\nbeside"),
    ("no hours at all", "hours = 72 }\nbeside", "hours = 0 }\nbeside"),
    ("two units", "hours = 72 }\nbeside", "hours = 72, days = 3 }\nbeside"),
    ("a unit that is not counted", "hours = 72 }\nbeside", "business_days = 4 }\nbeside"),
    ("an anchor that is none", "\"aware.breach\"", "\"aware.breech\""),
    ("a milestone that is none", "from = \"detected\"", "from = \"detekted\""),
    ("a step that does not stand above", "\"aware.breach\"", "\"sent.notification\""),
    ("a rule that there is not", "\"aware.breach\"", "\"eu-gdpr-33-3.notification\""),
    ("a step that another rule has not", "\"aware.breach\"", "\"eu-gdpr-34.comunication\""),
    ("itself", "\"aware.breach\"", "\"eu-gdpr-33-1.notification\""),
    ("a counting that there is not", "counting = \"eu\"", "counting = \"ue\""),
    ("a place that there is not", "\"EEA\"", "\"Europe\""),
    ("a question that nobody asks", "answer = \"art_3_2\"", "answer = \"art_3_3\""),
    ("an answer that is none", "{ answer = \"art_3_2\", is = \"yes\" }", "{ answer = \"art_3_2\", is = \"maybe\" }"),
    ("an outcome that is none", "is = \"unlikely\"", "is = \"unlikly\""),
    ("no condition", "if = { any = [", "if = { eny = ["),
    ("two conditions", "{ established_in = \"EEA\" }", "{ established_in = \"EEA\", public_body = true }"),
    ("an empty list", "form = [\"edpb\"]", "form = []"),
    (
        "a source without a link",
        "url = \"https://eur-lex.europa.eu/eli/reg/2016/679/oj\", citation = \"Art. 33(1), (3), (4)\", ",
        "",
    ),
    ("a link that is none", "https://eur-lex", "eur-lex"),
    (
        "no time",
        "prompt = true                          # without undue delay, at the latest:\nlimit = { from = \"aware.breach\", hours = 72 }\n",
        "",
    ),
    ("a content that is none", "\"nature\"", "\"natur\""),
    ("nothing asked for", "[[phase]]", "[fase]"),
    ("no TOML", "prompt = true", "prompt = yes"),
    ("a text that is not closed", "form = [\"edpb\"]", "form = [\"edpb]"),
    ("a key of every case as a question", "[question.art_3_2]", "[question.incident]"),
    ("a type with words that has none", "type = \"yes_no\"", "type = \"word\""),
];

#[test]
fn each_thing_that_is_wrong_is_said_with_its_place_and_field() {
    let phrases = english();
    let mut told = String::new();
    for (what, from, to) in WRONG {
        let catalogue = Catalogue::trying(Vec::new(), vec![regime("x.toml", with(GDPR, from, to))]);
        let faults = faults(&catalogue, &phrases);
        assert!(!faults.is_empty(), "{what}: nothing is said");
        writeln!(told, "# {what}\n{}", faults.join("\n")).expect("a text");
        assert!(regimes::find(&catalogue, "eu-gdpr-33-1").is_ok(), "{what}: ours stands");
    }
    insta::assert_snapshot!("wrong", told);
}

#[test]
fn all_that_is_wrong_with_a_file_is_said_at_once_from_its_top_to_its_end() {
    let mut text = GDPR.to_owned();
    for (from, to) in [("status", "stato"), ("\"copy\"", "\"kopy\""), ("hours = 72 }\nbeside", "hours = 0 }\nbeside")] {
        text = with(&text, from, to);
    }
    let catalogue = Catalogue::trying(Vec::new(), vec![regime("x.toml", text)]);
    let disabled = catalogue.disabled();
    let places: Vec<_> = disabled[0].faults.iter().map(|it| (it.place.line, it.field.as_str(), it.said.code)).collect();
    assert_eq!(
        places,
        [
            (Some(1), "", "catalogue.missing"),
            (Some(5), "stato", "catalogue.unknown_field"),
            (Some(10), "source[1].confidence", "catalogue.unknown_word"),
            (Some(29), "phase[1].limit.hours", "catalogue.wrong_kind"),
        ]
    );
}

#[test]
fn a_fault_is_said_in_german_too() {
    let text = with(GDPR, "hours = 72 }\nbeside", "hors = 72 }\nbeside");
    let catalogue = Catalogue::trying(Vec::new(), vec![regime("x.toml", text)]);
    let said = faults(&catalogue, &Phrases::of("de").expect("German")).join("\n");
    assert!(
        said.starts_with("regimes/x.toml:29:34: phase[1].limit.hors: Ein Feld „hors“ gibt es hier nicht."),
        "{said}"
    );
    assert!(said.ends_with("Ist „hours“ gemeint?"), "{said}");
}

#[test]
fn a_file_of_the_users_takes_the_place_of_ours_of_the_same_version_and_stands_beside_another() {
    let own = with(GDPR, "hours = 72 }\nbeside", "hours = 24 }\nbeside");
    let replaced = Catalogue::with(vec![regime("mine.toml", own.clone())]);
    let versions = regimes::find(&replaced, "eu-gdpr-33-1").expect("a rule");
    assert_eq!(versions.len(), 1);
    assert_eq!((versions[0].origin, versions[0].overrides), (Origin::Own, true));
    assert_eq!(versions[0].file, "regimes/mine.toml");

    let later = with(&with(&own, "version = \"1\"", "version = \"2\""), "2018-05-25", "2027-03-01");
    let both = Catalogue::with(vec![regime("later.toml", later)]);
    let versions = regimes::find(&both, "eu-gdpr-33-1").expect("a rule");
    assert_eq!(versions.iter().map(|it| it.overrides).collect::<Vec<_>>(), [false, false]);
    for (on, version) in
        [("2018-05-24", None), ("2018-05-25", Some("1")), ("2027-02-28", Some("1")), ("2027-03-01", Some("2"))]
    {
        assert_eq!(regimes::on(versions, day(on)).map(|it| it.value.version.as_str()), version, "{on}");
    }
}

#[test]
fn what_is_proposed_or_no_longer_valid_is_not_meant() {
    let proposed = with(&with(GDPR, "\"in_force\"", "\"proposed\""), "version = \"1\"", "version = \"omnibus\"");
    let repealed = with(
        &with(GDPR, "\"in_force\"", "\"repealed\""),
        "from = 2018-05-25 }",
        "from = 2018-05-25, to = 2026-12-31 }",
    );
    let catalogue = Catalogue::with(vec![
        regime("o.toml", with(&proposed, "2018-05-25", "2026-01-01")),
        regime("r.toml", repealed),
    ]);
    assert_eq!(faults(&catalogue, &english()), Vec::<String>::new());
    let versions = regimes::find(&catalogue, "eu-gdpr-33-1").expect("a rule");
    assert_eq!(regimes::on(versions, day("2026-12-31")).map(|it| it.value.version.as_str()), Some("1"));
    assert!(regimes::on(versions, day("2027-01-01")).is_none());
    let shown = actions::show(&catalogue, "eu-gdpr-33-1", None, day("2027-01-01"), &english()).expect("the last one");
    assert_eq!((shown.stands, shown.versions.len()), (false, 2));
}

#[test]
fn a_bad_file_of_the_users_disables_itself_and_nothing_else() {
    let bad = with(GDPR, "counting = \"eu\"", "counting = 1");
    let good = with(GDPR, "id = \"eu-gdpr-33-1\"", "id = \"mine\"");
    let unreadable = Given { bytes: Err(breachbook::error::Error::new("file.unreadable")), ..regime("z.toml", "") };
    let large = regime("large.toml", vec![b'#'; 1 << 21]);
    let catalogue = Catalogue::with(vec![
        regime("bad.toml", bad),
        regime("bytes.toml", [0xff, 0xfe]),
        regime("good.toml", good),
        large,
        unreadable,
    ]);
    assert_eq!(
        codes(&catalogue),
        [
            ("regimes/bad.toml", "catalogue.wrong_kind"),
            ("regimes/bytes.toml", "catalogue.no_text"),
            ("regimes/large.toml", "catalogue.too_large"),
            ("regimes/z.toml", "file.unreadable"),
        ]
    );
    assert_eq!(regimes::find(&catalogue, "eu-gdpr-33-1").expect("ours")[0].origin, Origin::Ours);
    assert_eq!(regimes::find(&catalogue, "mine").expect("the good one")[0].origin, Origin::Own);
}

#[test]
fn files_that_do_not_go_together_are_the_users_fault_never_ours() {
    let named = |id: &str, from: &str| {
        with(
            &with(GDPR, "id = \"eu-gdpr-33-1\"", &format!("id = \"{id}\"")),
            "\"aware.breach\"",
            &format!("\"{from}\""),
        )
    };
    let no_hours = EU.split("[hours]").next().expect("a head").to_owned()
        + "[days]\nstart = \"day_after\"\nend = \"end_of_day\"\n";
    let asks_otherwise = with(&named("mine", "aware.breach"), "type = \"yes_no\"", "type = \"number\"");
    let no_notification = with(GDPR, "id = \"notification\"", "id = \"report\"");
    let cases: Vec<(&str, Vec<Given>, Vec<(&str, &str)>)> = vec![
        (
            "a counting that lacks what ours counts",
            vec![counting("eu.toml", no_hours)],
            vec![("countings/eu.toml", "catalogue.breaks")],
        ),
        (
            "a ring",
            vec![regime("a.toml", named("a", "b.notification")), regime("b.toml", named("b", "a.notification"))],
            vec![("regimes/a.toml", "catalogue.ring"), ("regimes/b.toml", "catalogue.ring")],
        ),
        (
            "one falls with the other",
            vec![regime("a.toml", named("a", "b.notification")), regime("b.toml", named("b", "nothing.x"))],
            vec![("regimes/a.toml", "catalogue.no_regime"), ("regimes/b.toml", "catalogue.no_regime")],
        ),
        (
            "the same twice",
            vec![regime("a.toml", named("a", "aware.breach")), regime("b.toml", named("a", "aware.breach"))],
            vec![("regimes/b.toml", "catalogue.twice")],
        ),
        (
            "two versions of one day",
            vec![regime("a.toml", with(GDPR, "version = \"1\"", "version = \"2\""))],
            vec![("regimes/a.toml", "catalogue.two_versions")],
        ),
        (
            "a question asked otherwise",
            vec![regime("a.toml", asks_otherwise)],
            vec![("regimes/a.toml", "catalogue.asked_otherwise")],
        ),
        ("a step taken away that nobody needs", vec![regime("a.toml", no_notification)], vec![]),
    ];
    for (what, own, expected) in cases {
        let catalogue = Catalogue::with(own);
        assert_eq!(codes(&catalogue), expected, "{what}");
        assert!(regimes::find(&catalogue, "eu-gdpr-33-1").is_ok(), "{what}: ours stands");
        assert!(catalogue.counting(&CountingId::new("eu")).is_some(), "{what}: ours stands");
    }
}

#[test]
fn the_guides_contract_is_a_sound_file() {
    let guide = include_str!("../docs/guide/laws.md");
    let text = guide.split("```toml\n").nth(1).and_then(|it| it.split("```").next()).expect("a file");
    let catalogue = Catalogue::trying(Vec::new(), vec![regime("contract.toml", text)]);
    assert_eq!(faults(&catalogue, &english()), Vec::<String>::new());
    assert!(regimes::find(&catalogue, "contract-dpa-24h").is_ok());
    let misspelt = with(text, "hours = 24", "hors = 24");
    let said = faults(&Catalogue::trying(Vec::new(), vec![regime("contract-dpa-24h.toml", misspelt)]), &english());
    let shown = guide.lines().find(|it| it.contains("limit.hors")).expect("the guide shows a fault");
    let (place, _) = shown.split_once(" Known").expect("what is known");
    assert!(said[0].starts_with(&format!("regimes/{place}")), "{} is not {place}", said[0]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]
    /// Whatever is typed into a file, it stands or is told where it is wrong, within itself.
    #[test]
    fn whatever_is_typed_a_file_stands_or_is_told_where(at in 0..EVERYTHING.len(), length in 0_usize..12, typed in "[\"{}\\[\\]=.,#a-z0-9 \\n]{0,6}") {
        let (at, end) = (floor(at), floor((at + length).min(EVERYTHING.len())));
        let text = format!("{}{typed}{}", &EVERYTHING[..at], &EVERYTHING[end.max(at)..]);
        let lines = text.lines().count() as u64 + 1;
        let catalogue = Catalogue::with(vec![regime("x.toml", text), counting("xx.toml", EVERYTHING_COUNTED)]);
        let stands = catalogue.regimes().flatten().any(|it| it.origin == Origin::Own);
        prop_assert!(stands != catalogue.disabled().iter().any(|it| it.file == "regimes/x.toml"));
        for fault in catalogue.disabled().iter().flat_map(|it| &it.faults) {
            prop_assert!(fault.place.line.is_some_and(|line| (1..=lines).contains(&line)), "{:?}", fault.place);
            let said = regimes::sentence(fault, &ENGLISH);
            prop_assert!(!said.contains("error-") && !said.contains('$'), "{}", said);
        }
    }
}

/// The begin of the letter that a byte belongs to.
fn floor(at: usize) -> usize {
    (0..=at).rev().find(|at| EVERYTHING.is_char_boundary(*at)).unwrap_or_default()
}
