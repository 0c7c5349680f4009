//! The catalogues: every language says everything, with the same values, and numbers and times read as they should.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use breachbook::error::{Error, Place};
use breachbook::lang::{Phrases, languages};
use breachbook::model::count::Count;
use breachbook::model::law;
use breachbook::model::moment::{Moment, Period};
use breachbook::model::words::{self, Unit};
use jiff::tz::TimeZone;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn catalogue(language: &str) -> String {
    fs::read_to_string(root().join(format!("locales/{language}.ftl"))).expect("a catalogue")
}

/// Id and variables of every phrase.
fn phrases_of(text: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut phrases: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut id = String::new();
    for line in text.lines() {
        if let Some((name, _)) = line
            .split_once(" =")
            .filter(|(name, _)| name.starts_with(|letter: char| letter.is_ascii_lowercase()) && !name.contains(' '))
        {
            name.clone_into(&mut id);
            assert!(phrases.insert(id.clone(), BTreeSet::new()).is_none(), "{id} stands twice");
        }
        let variables = line.split('$').skip(1).map(|rest| {
            rest.chars().take_while(|it| it.is_ascii_alphanumeric() || *it == '_' || *it == '-').collect::<String>()
        });
        if !line.starts_with('#') {
            phrases.entry(id.clone()).or_default().extend(variables);
        }
    }
    phrases.remove("");
    phrases
}

fn berlin() -> TimeZone {
    TimeZone::get("Europe/Berlin").expect("the zones are bundled")
}

#[test]
fn every_file_in_locales_is_a_language_and_reads_without_an_error() {
    let files: BTreeSet<String> = fs::read_dir(root().join("locales"))
        .expect("locales")
        .map(|entry| entry.expect("a file").path().file_stem().expect("a name").to_string_lossy().into_owned())
        .collect();
    assert_eq!(files, languages().into_iter().map(str::to_owned).collect());
    for language in languages() {
        if let Err((_, errors)) = fluent_bundle::FluentResource::try_new(catalogue(language)) {
            panic!("{language}.ftl: {errors:?}");
        }
    }
}

#[test]
fn every_language_has_the_same_phrases_with_the_same_values() {
    let english = phrases_of(&catalogue("en"));
    assert!(english.len() > 300, "the catalogue is read");
    for language in languages() {
        let theirs = phrases_of(&catalogue(language));
        for (id, values) in &english {
            assert_eq!(theirs.get(id), Some(values), "{language}.ftl: {id}");
        }
        for id in theirs.keys() {
            assert!(english.contains_key(id), "{language}.ftl: {id} is not in en.ftl");
        }
    }
}

#[test]
fn every_word_of_every_closed_list_has_its_phrase() {
    let lists: &[(&str, Vec<&str>)] = &[
        ("status", words::Status::ALL.iter().map(|it| it.id()).collect()),
        ("way", words::Way::ALL.iter().map(|it| it.id()).collect()),
        ("kind", words::AccountKind::ALL.iter().map(|it| it.id()).collect()),
        ("key_kind", words::KeyKind::ALL.iter().map(|it| it.id()).collect()),
        ("basis", words::Basis::ALL.iter().map(|it| it.id()).collect()),
        ("unit", words::Unit::ALL.iter().map(|it| it.id()).collect()),
        ("count_of", words::Unit::ALL.iter().map(|it| it.id()).collect()),
        ("qualifier", words::Qualifier::ALL.iter().map(|it| it.id()).collect()),
        ("standing", words::Standing::ALL.iter().map(|it| it.id()).collect()),
        ("role", words::Role::ALL.iter().map(|it| it.id()).collect()),
        ("group", words::PersonGroup::ALL.iter().map(|it| it.id()).collect()),
        ("milestone", words::MilestoneKind::ALL.iter().map(|it| it.id()).collect()),
        ("determination", words::DeterminationKind::ALL.iter().map(|it| it.id()).collect()),
        ("risk", words::Risk::ALL.iter().map(|it| it.id()).collect()),
        ("measure state", words::MeasureState::ALL.iter().map(|it| it.id()).collect()),
        ("measure", words::MeasureKind::ALL.iter().map(|it| it.id()).collect()),
        ("data_category", words::DataCategory::ALL.iter().map(|it| it.id()).collect()),
        ("protection", words::Protection::ALL.iter().map(|it| it.id()).collect()),
        ("precision", words::Precision::ALL.iter().map(|it| it.id()).collect()),
        ("law_status", law::RegimeStatus::ids()),
        ("confidence", law::Confidence::ids()),
        ("addressee", law::Addressee::ids()),
        ("content", law::Content::ids()),
        ("time_unit", law::TimeUnit::ids()),
        ("roll_over", law::RollOver::ids()),
        ("period_start", law::PeriodStart::ids()),
        ("period_end", law::PeriodEnd::ids()),
        ("missing_day", law::MissingDay::ids()),
        ("from_non_business", law::FromNonBusiness::ids()),
        ("answer_kind", law::AnswerKind::ids()),
        ("instead", law::Instead::ids()),
        ("kept", law::Kept::ids()),
        ("while_open", law::WhileOpen::ids()),
    ];
    let source = ["src/model/words.rs", "src/model/law.rs"];
    let source = source.map(|it| fs::read_to_string(root().join(it)).expect("the lists")).concat();
    assert_eq!(source.matches("\nwords!(").count() + 1, lists.len(), "a list that this test does not know");
    for language in languages() {
        let phrases = phrases_of(&catalogue(language));
        for (list, ids) in lists {
            for id in ids {
                let id = format!("{list}-{id}").replace(['_', ' '], "-");
                assert!(phrases.contains_key(&id), "{language}.ftl lacks {id}");
            }
        }
    }
}

#[test]
fn every_word_that_a_key_may_hold_has_its_phrase() {
    use breachbook::model::keys::{KEYS, Kind};
    for language in languages() {
        let phrases = phrases_of(&catalogue(language));
        for key in KEYS {
            let words = match key.kind {
                Kind::Word(words) | Kind::Words(words) | Kind::Decision(_, words) => words(),
                _ => Vec::new(),
            };
            let list = if key.id == "special_categories" { "special" } else { key.id };
            for word in words {
                let id = format!("{list}-{word}").replace('_', "-");
                assert!(phrases.contains_key(&id), "{language}.ftl lacks {id}");
            }
        }
    }
}

/// Every `.rs` file under `src/`.
fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            files.extend(sources(&path));
        } else if path.extension().is_some_and(|it| it == "rs") {
            files.push(path);
        }
    }
    files.sort();
    files
}

/// The literals that follow one of `heads` in a source, white space between the two ignored.
fn literals(source: &str, heads: &[&str]) -> Vec<String> {
    let source = source.split("#[cfg(test)]").next().unwrap_or_default();
    let mut found = Vec::new();
    for head in heads {
        for (at, _) in source.match_indices(head) {
            let rest = source[at + head.len()..].trim_start();
            if let Some((literal, _)) = rest.strip_prefix('"').and_then(|rest| rest.split_once('"')) {
                found.push(literal.to_owned());
            }
        }
    }
    found
}

#[test]
fn every_phrase_and_every_code_that_the_source_names_is_in_the_catalogue() {
    let known = phrases_of(&catalogue("en"));
    let mut missing = Vec::new();
    for path in sources(&root().join("src")) {
        let source = fs::read_to_string(&path).expect("a source");
        let mut wanted = literals(&source, &["say(", "say_with("]);
        let codes = literals(&source, &["Error::new(", "UNKNOWN: &'static str ="]);
        wanted.extend(codes.iter().map(|code| format!("error-{}", code.replace(['.', '_'], "-"))));
        // A problem of a row, or a warning, is a literal of its struct.
        let coded = if source.contains("Warning {") { "warning" } else { "problem" };
        let codes = literals(&source, &["code:"]);
        wanted.extend(codes.iter().map(|code| format!("{coded}-{}", code.replace(['.', '_'], "-"))));
        wanted.retain(|id| !known.contains_key(id));
        missing.extend(wanted.into_iter().map(|id| format!("{}: {id}", path.display())));
    }
    assert!(missing.is_empty(), "no phrase for\n{}", missing.join("\n"));
}

/// `dossier-numbers`, `column-basis`: what a template names in a list is a phrase as well.
#[test]
fn every_phrase_that_a_template_lists_is_in_the_catalogue() {
    let known = phrases_of(&catalogue("en"));
    let is_id = |text: &str| {
        text.contains('-') && text.chars().all(|it| it.is_ascii_lowercase() || it.is_ascii_digit() || it == '-')
    };
    for path in sources(&root().join("src/templates")) {
        let source = fs::read_to_string(&path).expect("a source");
        let literals = source.lines().filter(|line| !line.trim_start().starts_with("//"));
        for literal in literals.flat_map(|line| line.split('"').skip(1).step_by(2)).filter(|text| is_id(text)) {
            let id_of_section = format!("dossier-{literal}");
            let said = known.contains_key(literal) || known.contains_key(&id_of_section) || literal.ends_with('-');
            assert!(said, "{}: {literal}", path.display());
        }
    }
}

#[test]
fn a_phrase_with_values_holds_no_isolation_mark() {
    for language in languages() {
        let phrases = Phrases::of(language).expect(language);
        let said = phrases.say_with("count-between", &[("low", "11".into()), ("high", "14".into())]);
        assert!(!said.contains(['\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}']), "{said:?}");
        assert!(!catalogue(language).contains(['\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}']));
    }
}

#[test]
fn a_language_is_found_by_its_tag_and_an_unknown_one_is_refused() {
    for (asked, found) in [("de", "de"), ("de-AT", "de"), ("de_DE.UTF-8", "de"), ("EN", "en"), ("en_GB", "en")] {
        assert_eq!(Phrases::of(asked).expect(asked).language(), found);
    }
    assert_eq!(Phrases::of("tlh").err().expect("unknown").code, "language.unknown");
}

#[test]
fn numbers_in_phrases_are_grouped_and_choose_singular_or_plural() {
    for (language, n, said) in [
        ("en", 1, "1 account"),
        ("en", 60_000, "60,000 accounts"),
        ("de", 1, "1 Konto"),
        ("de", 4_000, "4.000 Konten"),
        ("de", 1_234_567, "1.234.567 Konten"),
    ] {
        let phrases = Phrases::of(language).expect(language);
        assert_eq!(phrases.count_of(&Count::exact(n, Unit::Account)), said);
        let grouped = phrases.number(n);
        assert_eq!(
            phrases.say_with("place-line", &[("line", n.into())]).split_once(' ').expect("two words").1,
            grouped
        );
    }
}

#[test]
fn each_qualifier_has_its_words() {
    let between = |low, high| Count::between(low, high, Unit::Email);
    let band = Count::approximate(600, Some((450, 750)), Unit::Email);
    for (count, english, german) in [
        (between(612, Some(612)), "612 e-mails", "612 E-Mails"),
        (between(60_000, None), "at least 60,000 e-mails", "mindestens 60.000 E-Mails"),
        (between(0, Some(742)), "at most 742 e-mails", "höchstens 742 E-Mails"),
        (between(612, Some(742)), "612 to 742 e-mails", "612 bis 742 E-Mails"),
        (band, "about 600 (450 to 750) e-mails", "ungefähr 600 (450 bis 750) E-Mails"),
        (Count::approximate(4_000, None, Unit::Email), "about 4,000 e-mails", "ungefähr 4.000 E-Mails"),
        (Count::to_be_determined(Unit::Email), "E-mails: to be determined", "E-Mails: noch zu ermitteln"),
        (Count::cannot_be_determined(Unit::Email), "E-mails: cannot be determined", "E-Mails: nicht bestimmbar"),
    ] {
        assert_eq!(Phrases::of("en").expect("en").count_of(&count), english);
        assert_eq!(Phrases::of("de").expect("de").count_of(&count), german);
    }
}

#[test]
fn times_are_as_exact_as_they_were_stated_and_name_their_zone() {
    for (text, zone, english, german) in [
        ("2026-11-24T09:00+01:00", "Europe/Berlin", "24 November 2026, 09:00 CET", "24. November 2026, 09:00 MEZ"),
        ("2023-07-14T07:05Z", "Europe/Berlin", "14 July 2023, 09:05 CEST", "14. Juli 2023, 09:05 MESZ"),
        ("2023-07-14T07:05Z", "America/New_York", "14 July 2023, 03:05 EDT", "14. Juli 2023, 03:05 EDT"),
        ("2023-07-14T07:05Z", "Asia/Shanghai", "14 July 2023, 15:05 UTC+08:00", "14. Juli 2023, 15:05 UTC+08:00"),
        ("2023-07-14T07:05Z", "UTC", "14 July 2023, 07:05 UTC", "14. Juli 2023, 07:05 UTC"),
        ("2023-05-15", "Europe/Berlin", "15 May 2023", "15. Mai 2023"),
        ("2023-05", "Europe/Berlin", "May 2023", "Mai 2023"),
        ("2023", "Europe/Berlin", "2023", "2023"),
    ] {
        let zone = TimeZone::get(zone).expect("the zones are bundled");
        let moment = Moment::read(text, &zone).expect(text);
        assert_eq!(Phrases::of("en").expect("en").moment(&moment, &zone), english);
        assert_eq!(Phrases::of("de").expect("de").moment(&moment, &zone), german);
    }
}

#[test]
fn the_weekday_stands_with_what_a_clock_hangs_on() {
    let at = "2026-11-24T08:00:00Z".parse().expect("an instant");
    let german = Phrases::of("de").expect("de");
    assert_eq!(german.instant_with_weekday(at, &berlin()), "Dienstag, 24. November 2026, 09:00 MEZ");
    let english = Phrases::of("en").expect("en");
    assert_eq!(english.instant_with_weekday(at, &berlin()), "Tuesday, 24 November 2026, 09:00 CET");
}

#[test]
fn short_forms_and_periods() {
    let (english, german) = (Phrases::of("en").expect("en"), Phrases::of("de").expect("de"));
    let day = jiff::civil::date(2026, 11, 24);
    assert_eq!([english.date_short(day), german.date_short(day)], ["24 Nov 2026", "24.11.2026"]);
    assert_eq!([english.day_and_month(day), german.day_and_month(day)], ["24 Nov", "24. Nov."]);
    for (text, said_en, said_de) in [
        ("2023-05-15..2023-06-16", "15 May 2023 to 16 June 2023", "15. Mai 2023 bis 16. Juni 2023"),
        ("2023-05..2023-05", "May 2023", "Mai 2023"),
        ("2023-05-15..", "from 15 May 2023, end to be determined", "ab 15. Mai 2023, Ende noch zu ermitteln"),
    ] {
        let period = Period::read(text, &berlin()).expect(text);
        assert_eq!(english.period(&period, &berlin()), said_en);
        assert_eq!(german.period(&period, &berlin()), said_de);
    }
}

#[test]
fn countries_have_names_and_parts_name_their_country() {
    for (code, english, german) in [
        ("DE", "Germany", "Deutschland"),
        ("US-CA", "California, United States", "California, Vereinigte Staaten"),
        ("ZZ", "ZZ", "ZZ"),
    ] {
        assert_eq!(Phrases::of("en").expect("en").country(code), english);
        assert_eq!(Phrases::of("de").expect("de").country(code), german);
    }
    for language in languages() {
        let phrases = Phrases::of(language).expect(language);
        for country in breachbook::model::place::countries() {
            assert_ne!(phrases.country(country), country, "{language}: {country}");
        }
    }
}

#[test]
fn a_refusal_is_a_sentence_with_its_place() {
    let place = Place { file: Some("list.csv".into()), line: Some(1_204), column: Some(3), length: None };
    let error = Error::new("time.without_zone").with("text", "2026-11-24T09:00").at(place);
    assert_eq!(
        Phrases::of("en").expect("en").error(&error),
        "“2026-11-24T09:00” names no zone. Add one, for example +01:00 or Z. (list.csv, line 1,204, character 3)"
    );
    assert!(Phrases::of("de").expect("de").error(&error).ends_with("(list.csv, Zeile 1.204, Zeichen 3)"));
}
