//! A country or a part of one: which codes there are, and as which they are kept. The one rule of the house for it.
//!
//! ISO 3166-1 alpha-2 and ISO 3166-2, and Kosovo's `XK`, which the European Union and its authorities write although ISO assigns
//! none. `UK` and `EL`, which the European Union writes, are read as `GB` and `GR`. A part has to stand in the list of ISO 3166-2.
//! What ISO no longer lists (`SU`, `DD`, `YU`) is refused, with what stands in its place. Names are read by `lang`.

use rust_iso3166::{iso3166_2, iso3166_3};
use serde::Serialize;

use crate::error::{Error, Result};

/// `DE`, `US-CA`, `XK`: never anything else.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, ts_rs::TS)]
#[serde(transparent)]
#[ts(type = "string")]
pub struct Code(String);

/// Kosovo's own code.
const KOSOVO: &str = "XK";

impl Code {
    /// The code that is written exactly so.
    #[must_use]
    pub fn exact(text: &str) -> Option<Self> {
        let is = match text.split_once('-') {
            None => text == KOSOVO || rust_iso3166::from_alpha2(text).is_some(),
            Some(_) => iso3166_2::from_code(text).is_some(),
        };
        is.then(|| Self(text.to_owned()))
    }

    /// The code that a text means, however it is written: `de`, `DEU`, `276`, `UK`, `us-ca`.
    #[must_use]
    pub fn meant(text: &str) -> Option<Self> {
        let text = text.trim();
        if !text.is_ascii() {
            return None;
        }
        let code = text.to_ascii_uppercase();
        match code.split_once('-') {
            Some((country, part)) if country.len() == 2 => Self::exact(&format!("{}-{part}", today(country))),
            Some(_) => None,
            None => country(&code).and_then(Self::exact),
        }
    }

    /// The refusal of a text that means none.
    #[must_use]
    pub fn refusal(text: &str) -> Error {
        let code = text.trim().to_ascii_uppercase();
        let is = |it: &&iso3166_3::CountryCode3| it.former.alpha2 == code || it.former.alpha3 == code;
        match iso3166_3::ALL.iter().find(is) {
            Some(former) => {
                let still = former.new_countries.iter().filter(|it| Self::exact(it.alpha2).is_some());
                let still = still.map(|it| it.alpha2).collect::<Vec<_>>().join(", ");
                let still = if still.is_empty() { "–".to_owned() } else { still };
                Error::new("country.former").with("country", text).with("name", former.name).with("today", still)
            }
            None => Error::new("country.unknown").with("country", text),
        }
    }

    /// The code that a text means.
    ///
    /// # Errors
    /// `country.unknown`; `country.former` of what ISO 3166 no longer lists.
    pub fn read(text: &str) -> Result<Self> {
        Self::meant(text).ok_or_else(|| Self::refusal(text))
    }

    /// As it is kept.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The country: of `US-CA` it is `US`.
    #[must_use]
    pub fn country(&self) -> &str {
        self.0.split('-').next().unwrap_or_default()
    }

    /// Whether it is a country whole.
    #[must_use]
    pub fn is_country(&self) -> bool {
        !self.0.contains('-')
    }
}

impl From<Code> for String {
    fn from(code: Code) -> Self {
        code.0
    }
}

impl std::fmt::Display for Code {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.pad(&self.0)
    }
}

/// Countries that the European Union writes otherwise: its code, and ISO's.
const OTHERWISE: [(&str, &str); 2] = [("EL", "GR"), ("UK", "GB")];

/// The alpha-2 code of a country that is perhaps written otherwise.
fn today(alpha2: &str) -> &str {
    OTHERWISE.iter().find(|(other, _)| *other == alpha2).map_or(alpha2, |(_, code)| code)
}

/// A country's alpha-2 code from any of its three.
fn country(code: &str) -> Option<&str> {
    let is_number = !code.is_empty() && code.bytes().all(|it| it.is_ascii_digit());
    match code.len() {
        1..=3 if is_number => rust_iso3166::from_numeric(code.parse().ok()?).map(|it| it.alpha2),
        2 => Some(today(code)),
        3 if code == "XKX" => Some(KOSOVO),
        3 => rust_iso3166::from_alpha3(code).map(|it| it.alpha2),
        _ => None,
    }
}

/// Every country's code, in the order of codes.
pub fn countries() -> impl Iterator<Item = &'static str> {
    let mut all: Vec<&str> = rust_iso3166::ALL.iter().map(|it| it.alpha2).chain([KOSOVO]).collect();
    all.sort_unstable();
    all.into_iter()
}

/// Every country that ISO lists, with its English short name there.
pub fn in_english() -> impl Iterator<Item = (&'static str, &'static str)> {
    rust_iso3166::ALL.iter().map(|it| (it.alpha2, it.name))
}

/// Every country by its code, with another code of it.
pub fn written_otherwise() -> impl Iterator<Item = (&'static str, &'static str)> {
    let alpha3 = rust_iso3166::ALL.iter().map(|it| (it.alpha2, it.alpha3));
    OTHERWISE.iter().map(|(other, code)| (*code, *other)).chain(alpha3)
}

/// The parts of a country with their names, as ISO 3166-2 lists them.
pub fn parts(country: &str) -> impl Iterator<Item = (&'static str, &'static str)> {
    let parts = iso3166_2::SUBDIVISION_COUNTRY_MAP.get(country).copied().unwrap_or_default();
    parts.iter().map(|it| (it.code, it.name))
}

/// The name of a part, as ISO 3166-2 gives it.
#[must_use]
pub fn part_name(code: &str) -> Option<&'static str> {
    iso3166_2::from_code(code).map(|it| it.name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_as_it_is_kept_however_it_is_written() {
        for (text, code) in [
            ("DE", "DE"),
            (" de ", "DE"),
            ("DEU", "DE"),
            ("276", "DE"),
            ("8", "AL"),
            ("UK", "GB"),
            ("EL", "GR"),
            ("uk-eng", "GB-ENG"),
            ("XK", "XK"),
            ("xkx", "XK"),
            ("us-ca", "US-CA"),
            ("DE-HH", "DE-HH"),
        ] {
            assert_eq!(Code::meant(text).map(String::from).as_deref(), Some(code), "{text}");
        }
    }

    #[test]
    fn what_is_no_code_is_refused_and_what_was_one_says_what_there_is_today() {
        for text in ["", "ZZ", "EU", "Europe", "US-ZZZ", "US-ZZ", "XK-1", "US-", "-CA", "DE-", "ÅX", "12345"] {
            assert_eq!(Code::read(text).expect_err(text).code, "country.unknown", "{text}");
        }
        for (text, today) in
            [("SU", "AM, AZ, EE, GE, KZ, KG, LV, LT, MD, RU, TJ, TM, UZ"), ("dd", "DE"), ("ZR", "CD"), ("TMP", "TL")]
        {
            let refusal = Code::read(text).expect_err(text);
            assert_eq!(refusal.code, "country.former", "{text}");
            assert_eq!(refusal.args["today"], today, "{text}");
        }
        assert_eq!(Code::read("YU").expect_err("former").code, "country.former");
    }

    #[test]
    fn only_what_is_kept_is_exact() {
        for (text, is) in [
            ("DE", true),
            ("XK", true),
            ("US-CA", true),
            ("de", false),
            ("UK", false),
            ("SU", false),
            ("US-ZZZ", false),
        ] {
            assert_eq!(Code::exact(text).is_some(), is, "{text}");
        }
        assert!(countries().all(|it| Code::exact(it).is_some()));
        let all_parts: Vec<_> = countries().flat_map(parts).collect();
        assert!(all_parts.len() > 4_000);
        assert!(all_parts.into_iter().all(|(code, _)| Code::exact(code).is_some() && part_name(code).is_some()));
    }
}
