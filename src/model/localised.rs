//! A text that data bring in several languages: the name of a law, a question that a law asks. It chooses no language; whoever
//! reads does.

use std::collections::BTreeMap;

use serde::Serialize;

/// A text in one language or several, by the language's id.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Localised(BTreeMap<String, String>);

impl Localised {
    /// The texts by language.
    #[must_use]
    pub const fn of(texts: BTreeMap<String, String>) -> Self {
        Self(texts)
    }

    /// In this language; where it is lacking in English, else in whichever there is.
    #[must_use]
    pub fn said(&self, language: &str) -> &str {
        let found = self.0.get(language).or_else(|| self.0.get("en")).or_else(|| self.0.values().next());
        found.map_or("", String::as_str)
    }

    /// The languages it is in.
    pub fn languages(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_said_in_the_readers_language_else_in_english_else_at_all() {
        let of = |pairs: &[(&str, &str)]| {
            Localised::of(pairs.iter().map(|(language, text)| ((*language).to_owned(), (*text).to_owned())).collect())
        };
        let both = of(&[("de", "Meldung"), ("en", "notification")]);
        assert_eq!([both.said("de"), both.said("en"), both.said("pt")], ["Meldung", "notification", "notification"]);
        assert_eq!(of(&[("de", "Meldung")]).said("en"), "Meldung");
    }
}
