//! Countries and their parts in words, and from words. The names of countries are phrases (from CLDR); ICU4X keeps its own behind
//! an unstable feature. Parts of countries carry their name as ISO 3166-2 gives it.
//!
//! Which codes there are `model::place` says. Never resolves anything wider than a country: "Europe" is none.

use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

use serde::Serialize;

use super::{Phrases, languages};
use crate::error::Result;
use crate::model::fold::fold;
use crate::model::place::{self, Code};

/// Spellings that neither ISO nor CLDR list.
const ALSO: &[(&str, &str)] = &[
    ("England", "GB"),
    ("Scotland", "GB"),
    ("Schottland", "GB"),
    ("Wales", "GB"),
    ("Northern Ireland", "GB"),
    ("Great Britain", "GB"),
    ("Großbritannien", "GB"),
    ("United Kingdom", "GB"),
    ("Vereinigtes Königreich", "GB"),
    ("USA", "US"),
    ("U.S.", "US"),
    ("U.S.A.", "US"),
    ("United States", "US"),
    ("United States of America", "US"),
    ("Vereinigte Staaten von Amerika", "US"),
    ("Vereinigte Staaten", "US"),
    ("Amerika", "US"),
    ("BRD", "DE"),
    ("Bundesrepublik Deutschland", "DE"),
    ("Federal Republic of Germany", "DE"),
    ("Allemagne", "DE"),
    ("Alemania", "DE"),
    ("Germania", "DE"),
    ("Duitsland", "DE"),
    ("Holland", "NL"),
    ("The Netherlands", "NL"),
    ("Pays-Bas", "NL"),
    ("Republic of Ireland", "IE"),
    ("Czech Republic", "CZ"),
    ("Tschechische Republik", "CZ"),
    ("Slovak Republic", "SK"),
    ("Macedonia", "MK"),
    ("Russia", "RU"),
    ("Russische Föderation", "RU"),
    ("South Korea", "KR"),
    ("Korea", "KR"),
    ("North Korea", "KP"),
    ("Taiwan", "TW"),
    ("Vietnam", "VN"),
    ("Iran", "IR"),
    ("Syria", "SY"),
    ("Moldova", "MD"),
    ("Moldawien", "MD"),
    ("Bolivia", "BO"),
    ("Venezuela", "VE"),
    ("Tanzania", "TZ"),
    ("Laos", "LA"),
    ("Brunei", "BN"),
    ("Turkey", "TR"),
    ("Palestine", "PS"),
    ("Vatican", "VA"),
    ("Vatikan", "VA"),
    ("Ivory Coast", "CI"),
    ("Cape Verde", "CV"),
    ("Swaziland", "SZ"),
    ("Burma", "MM"),
    ("VR China", "CN"),
    ("PR China", "CN"),
    ("People's Republic of China", "CN"),
    ("Hong Kong", "HK"),
    ("Hongkong", "HK"),
    ("Macau", "MO"),
    ("UAE", "AE"),
    ("VAE", "AE"),
    ("Weißrussland", "BY"),
    ("Österreich", "AT"),
    ("Austria", "AT"),
    ("Autriche", "AT"),
    ("Suisse", "CH"),
    ("Svizzera", "CH"),
    ("Suiza", "CH"),
    ("España", "ES"),
    ("Espagne", "ES"),
    ("Italia", "IT"),
    ("Italie", "IT"),
    ("Belgique", "BE"),
    ("België", "BE"),
    ("Polska", "PL"),
    ("Danmark", "DK"),
    ("Sverige", "SE"),
    ("Norge", "NO"),
    ("Suomi", "FI"),
    ("Kosovo", "XK"),
];

/// Every name of a country, folded.
static NAMES: LazyLock<HashMap<String, &'static str>> = LazyLock::new(|| {
    let mut names: HashMap<String, &'static str> = place::in_english().map(|(code, name)| (fold(name), code)).collect();
    for phrases in languages().into_iter().filter_map(|language| Phrases::of(language).ok()) {
        names.extend(place::countries().map(|code| (fold(&phrases.country(code)), code)));
    }
    names.extend(ALSO.iter().map(|(name, code)| (fold(name), *code)));
    names
});

/// A place that the book takes, for choosing one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct PlaceRow {
    /// Its code.
    pub code: Code,
    /// What it is called: a country in the reader's language, a part as ISO 3166-2 has it.
    pub name: String,
    /// What else means it: other codes and other names.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[ts(optional, as = "Option<_>")]
    pub also: Vec<String>,
}

impl Phrases {
    /// The name of a country (`DE`) or of a part of one (`US-CA`: "California, United States"); an unlisted code as
    /// it is.
    #[must_use]
    pub fn country(&self, code: &str) -> String {
        let (country, part) = code.split_once('-').map_or((code, None), |(country, _)| (country, Some(code)));
        let id = format!("country-{}", country.to_ascii_lowercase());
        let name = if self.has(&id) { self.say(&id) } else { country.to_owned() };
        match part.map(part_name) {
            None => name,
            Some(part) => self.say_with("country-part", &[("part", part.into()), ("country", name.into())]),
        }
    }

    /// The name of a part of a country alone: of `US-CA` "California".
    #[must_use]
    pub fn country_part(&self, code: &str) -> String {
        part_name(code)
    }

    /// Every country by its name, each with its parts behind it: what a picker offers is what is taken.
    #[must_use]
    pub fn places(&self) -> Vec<PlaceRow> {
        let mut also: BTreeMap<&str, Vec<String>> = BTreeMap::new();
        let names =
            place::written_otherwise().chain(place::in_english()).chain(ALSO.iter().map(|(name, code)| (*code, *name)));
        names.for_each(|(code, name)| also.entry(code).or_default().push(name.to_owned()));
        let named = |code: &'static str| (self.country(code), code);
        let mut countries: Vec<(String, &str)> = place::countries().map(named).collect();
        countries.sort_by_cached_key(|(name, _)| fold(name));
        let with_parts = |(name, code): (String, &'static str)| {
            let also = also.remove(code).unwrap_or_default();
            let parts = place::parts(code).map(|(code, name)| (code, name.to_owned(), Vec::new()));
            std::iter::once((code, name, also)).chain(parts.collect::<Vec<_>>())
        };
        let rows = countries.into_iter().flat_map(with_parts);
        rows.filter_map(|(code, name, also)| Some(PlaceRow { code: Code::exact(code)?, name, also })).collect()
    }
}

fn part_name(code: &str) -> String {
    place::part_name(&code.to_ascii_uppercase()).unwrap_or(code).to_owned()
}

/// The place that a text means, by its code or a country's name.
#[must_use]
pub fn find(text: &str) -> Option<Code> {
    let named = |text: &str| NAMES.get(&fold(text)).and_then(|code| Code::exact(code));
    let text = text.trim();
    let found = Code::meant(text).or_else(|| named(text));
    found.or_else(|| {
        // `Germany (DE)`
        let (name, inner) = text.strip_suffix(')')?.split_once('(')?;
        named(name).or_else(|| Code::meant(inner))
    })
}

/// The same, where nothing else will do.
///
/// # Errors
/// As [`Code::read`].
pub fn read(text: &str) -> Result<Code> {
    find(text).ok_or_else(|| Code::refusal(text))
}

/// The part of a country, by code or name: `US` and `California` are `US-CA`.
#[must_use]
pub fn part(country: &str, text: &str) -> Option<Code> {
    let text = text.trim();
    let written = text.to_ascii_uppercase();
    let code = Code::exact(&format!("{country}-{written}"));
    let code = code.or_else(|| Code::exact(&written).filter(|it| !it.is_country() && it.country() == country));
    code.or_else(|| {
        let wanted = fold(text);
        place::parts(country).find(|(_, name)| fold(name) == wanted).and_then(|(code, _)| Code::exact(code))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Option<String> {
        find(text).map(String::from)
    }

    #[test]
    fn a_country_is_found_by_code_and_by_name() {
        for (text, code) in [
            ("DE", "DE"),
            ("Germany", "DE"),
            ("DEUTSCHLAND", "DE"),
            ("Österreich", "AT"),
            ("Oesterreich", "AT"),
            ("UK", "GB"),
            ("USA", "US"),
            ("U.S.A.", "US"),
            ("United States", "US"),
            ("de-by", "DE-BY"),
            ("Kosovo", "XK"),
            ("Türkei", "TR"),
            ("Côte d’Ivoire", "CI"),
            ("Germany (DE)", "DE"),
            ("Holland", "NL"),
        ] {
            assert_eq!(found(text).as_deref(), Some(code), "{text}");
        }
    }

    #[test]
    fn what_is_wider_than_a_country_is_none() {
        for text in ["Europe", "Europa", "EU", "EMEA", "DACH", "ZZ", "US-ZZ", "Berlin", "", "(DE", "12345"] {
            assert_eq!(found(text), None, "{text}");
        }
    }

    #[test]
    fn a_part_is_found_within_its_country() {
        let found = |country, text| part(country, text).map(String::from);
        assert_eq!(found("US", "CA").as_deref(), Some("US-CA"));
        assert_eq!(found("US", "California").as_deref(), Some("US-CA"));
        assert_eq!(found("DE", "Bayern").as_deref(), Some("DE-BY"));
        assert_eq!(found("US", "us-ny").as_deref(), Some("US-NY"));
        assert_eq!(found("US", "Bayern"), None);
        assert_eq!(found("US", "DE-BY"), None);
    }

    #[test]
    fn what_is_offered_is_what_is_taken() {
        for language in languages() {
            let offered = Phrases::of(language).expect("a language").places();
            let place = |code: &str| offered.iter().find(|it| it.code.as_str() == code);
            assert!(offered.iter().all(|it| find(it.code.as_str()).as_ref() == Some(&it.code)));
            assert!(place("XK").is_some() && place("US-CA").is_some_and(|it| it.name == "California"));
            assert!(["UK", "SU", "DD", "YU", "EU"].iter().all(|code| place(code).is_none()));
            let britain = place("GB").expect("listed");
            assert!(["England", "UK", "GBR"].iter().all(|text| britain.also.iter().any(|it| it == text)));
            let meant = |it: &PlaceRow| it.also.iter().all(|text| find(text).as_ref() == Some(&it.code));
            assert!(offered.iter().all(meant));
        }
    }
}
