//! Countries and their parts: codes and names to ISO 3166.
//!
//! Names are those of every language in the catalogue, the English ones of ISO, and a few that people write.
//! Never resolves anything wider than a country: "Europe" is none.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::words::fold;
use crate::lang::{Phrases, languages};

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

static NAMES: LazyLock<HashMap<String, &'static str>> = LazyLock::new(|| {
    let mut names = HashMap::new();
    for country in rust_iso3166::ALL {
        names.insert(fold(country.name), country.alpha2);
    }
    for language in languages() {
        let Ok(phrases) = Phrases::of(language) else { continue };
        for country in rust_iso3166::ALL {
            names.insert(fold(&phrases.country(country.alpha2)), country.alpha2);
        }
    }
    names.extend(ALSO.iter().map(|(name, code)| (fold(name), *code)));
    names
});

/// The ISO code of a country, perhaps with its subdivision, from a code or a name.
pub fn find(text: &str) -> Option<String> {
    let text = text.trim();
    if let Some(code) = by_code(text) {
        return Some(code);
    }
    if let Some(code) = NAMES.get(&fold(text)) {
        return Some((*code).to_owned());
    }
    // `Germany (DE)`
    let (name, inner) = text.strip_suffix(')')?.split_once('(')?;
    NAMES.get(&fold(name)).map(|code| (*code).to_owned()).or_else(|| by_code(inner.trim()))
}

fn by_code(text: &str) -> Option<String> {
    if !text.is_ascii() || text.len() > 6 {
        return None;
    }
    let code = text.to_ascii_uppercase();
    match code.as_bytes() {
        [a, b] if a.is_ascii_alphabetic() && b.is_ascii_alphabetic() => alpha2(&code).map(str::to_owned),
        [a, b, b'-', ..] if a.is_ascii_alphabetic() && b.is_ascii_alphabetic() => {
            rust_iso3166::iso3166_2::from_code(&code).map(|_| code)
        }
        [first, _, _] if first.is_ascii_alphabetic() => match code.as_str() {
            "XKX" => Some("XK".to_owned()),
            code => rust_iso3166::from_alpha3(code).map(|it| it.alpha2.to_owned()),
        },
        [first, ..] if first.is_ascii_digit() => {
            let number = code.parse().ok().filter(|_| code.len() <= 3)?;
            rust_iso3166::from_numeric(number).map(|it| it.alpha2.to_owned())
        }
        _ => None,
    }
}

/// EL is the European Union's code for Greece, UK the reserved one for the United Kingdom, XK Kosovo's own.
fn alpha2(code: &str) -> Option<&'static str> {
    match code {
        "EL" => Some("GR"),
        "UK" => Some("GB"),
        "XK" => Some("XK"),
        code => rust_iso3166::from_alpha2(code).map(|it| it.alpha2),
    }
}

/// The subdivision of a country, by code or name: `US` and `California` are `US-CA`.
pub fn subdivision(country: &str, text: &str) -> Option<String> {
    let text = text.trim();
    let code = format!("{country}-{}", text.to_ascii_uppercase());
    if rust_iso3166::iso3166_2::from_code(&code).is_some() {
        return Some(code);
    }
    if text.get(..country.len() + 1).is_some_and(|head| head.eq_ignore_ascii_case(&format!("{country}-"))) {
        return rust_iso3166::iso3166_2::from_code(&text.to_ascii_uppercase()).map(|it| it.code.to_owned());
    }
    let wanted = fold(text);
    let country = rust_iso3166::from_alpha2(country)?;
    let all = country.subdivisions()?;
    all.iter().find(|it| fold(it.name) == wanted).map(|it| it.code.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_country_is_found_by_code_and_by_name() {
        for (text, code) in [
            ("DE", "DE"),
            ("de", "DE"),
            ("DEU", "DE"),
            ("276", "DE"),
            ("Germany", "DE"),
            ("DEUTSCHLAND", "DE"),
            ("Österreich", "AT"),
            ("Oesterreich", "AT"),
            ("EL", "GR"),
            ("UK", "GB"),
            ("USA", "US"),
            ("U.S.A.", "US"),
            ("United States", "US"),
            ("US-CA", "US-CA"),
            ("de-by", "DE-BY"),
            ("Kosovo", "XK"),
            ("Türkei", "TR"),
            ("Côte d’Ivoire", "CI"),
            ("Germany (DE)", "DE"),
            ("Holland", "NL"),
            ("8", "AL"),
        ] {
            assert_eq!(find(text).as_deref(), Some(code), "{text}");
        }
    }

    #[test]
    fn what_is_wider_than_a_country_is_none() {
        for text in ["Europe", "Europa", "EU", "EMEA", "DACH", "ZZ", "US-ZZ", "Berlin", "", "(DE", "12345"] {
            assert_eq!(find(text), None, "{text}");
        }
    }

    #[test]
    fn a_part_is_found_within_its_country() {
        assert_eq!(subdivision("US", "CA").as_deref(), Some("US-CA"));
        assert_eq!(subdivision("US", "California").as_deref(), Some("US-CA"));
        assert_eq!(subdivision("DE", "Bayern").as_deref(), Some("DE-BY"));
        assert_eq!(subdivision("US", "us-ny").as_deref(), Some("US-NY"));
        assert_eq!(subdivision("US", "Bayern"), None);
    }
}
