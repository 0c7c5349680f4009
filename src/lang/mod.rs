//! Phrases, numbers, dates: everything that depends on the reader's language.
//!
//! A language is one file, `locales/<language>.ftl`; `build.rs` finds it and nothing registers it. Nothing here knows
//! a clock or a case: it says what it is told to say, and it never puts isolation marks into a text.

mod counts;
mod formats;
mod pending;
pub mod places;
mod sentences;
mod sheet;
mod times;

use std::borrow::Cow;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::resolver::ResolverError;
use fluent_bundle::resolver::errors::ReferenceKind;
use fluent_bundle::{FluentArgs, FluentError, FluentResource, FluentValue};
use intl_memoizer::Memoizable;
use intl_memoizer::concurrent::IntlLangMemoizer;
use unic_langid::LanguageIdentifier;

use crate::error::{Error, Result};
use crate::model::listed::among;
use crate::model::localised::Localised;

pub use pending::capital;

/// Language and text of every file under `locales/`, by name.
static LOCALES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/locales.rs"));

/// The languages there are phrases in, by name.
#[must_use]
pub fn languages() -> Vec<&'static str> {
    LOCALES.iter().map(|(language, _)| *language).collect()
}

/// A value in a phrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Arg<'a> {
    /// Printed as it is.
    Text(Cow<'a, str>),
    /// Printed with its digits grouped; a phrase may choose singular or plural by it.
    Number(u64),
}

/// The phrases of one language, and how it writes numbers and times.
pub struct Phrases {
    language: &'static str,
    /// The locale whose numbers and dates it follows: `en` follows `en-GB`.
    locale: String,
    bundle: FluentBundle<FluentResource>,
}

impl Phrases {
    /// The phrases of a language, for example `de`; `de_DE.UTF-8` and `de-AT` are German too.
    ///
    /// # Errors
    /// `language.unknown`.
    pub fn of(language: &str) -> Result<Self> {
        let wanted = language.split(['-', '_', '.']).next().unwrap_or_default();
        let found = LOCALES.iter().find(|(id, _)| id.eq_ignore_ascii_case(wanted));
        let Some((language, text)) = found else {
            return Err(among(Error::new("language.unknown").with("language", language), language, languages()));
        };
        // A file with a broken phrase still yields the others; a test reads every file strictly.
        let resource = FluentResource::try_new((*text).to_owned()).unwrap_or_else(|(partial, _)| partial);
        let locale = stated_locale(text).unwrap_or(language).to_owned();
        let mut bundle = FluentBundle::new_concurrent(vec![identifier(&locale)]);
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(grouped));
        bundle.add_resource_overriding(resource);
        Ok(Self { language, locale, bundle })
    }

    /// Its id: the file's name.
    #[must_use]
    pub const fn language(&self) -> &'static str {
        self.language
    }

    /// A phrase without values. One that does not exist shows its id, so that nothing is hidden.
    #[must_use]
    pub fn say(&self, id: &str) -> String {
        self.format(id, None).unwrap_or_else(|| id.to_owned())
    }

    /// A phrase with values.
    #[must_use]
    pub fn say_with(&self, id: &str, args: &[(&str, Arg<'_>)]) -> String {
        let values = args.iter().map(|(name, value)| (*name, value.fluent())).collect::<FluentArgs>();
        self.format(id, Some(&values)).unwrap_or_else(|| id.to_owned())
    }

    /// Whether there is such a phrase.
    #[must_use]
    pub fn has(&self, id: &str) -> bool {
        self.bundle.has_message(id)
    }

    /// A word of a closed list in the reader's language: `word("way", "signed_in")` says `way-signed-in`.
    #[must_use]
    pub fn word(&self, list: &str, word: &str) -> String {
        self.say(&format!("{list}-{word}").replace(['_', ' '], "-"))
    }

    /// A text that data bring, in this language where they do.
    #[must_use]
    pub fn of_data<'t>(&self, text: &'t Localised) -> &'t str {
        text.said(self.language)
    }

    /// What the phrases consist of, a line a piece: the words that any report may use.
    pub fn vocabulary(&self) -> impl Iterator<Item = &'static str> {
        let text = LOCALES.iter().find(|(language, _)| *language == self.language).map_or("", |(_, text)| text);
        text.lines().filter(|line| !line.starts_with('#')).map(|line| line.split_once(" = ").map_or(line, |(_, it)| it))
    }

    /// The values that a phrase asks for and was not given.
    fn missing(&self, id: &str, args: &[(&str, Arg<'_>)]) -> Vec<String> {
        let Some(pattern) = self.bundle.get_message(id).and_then(|it| it.value()) else { return Vec::new() };
        let values = args.iter().map(|(name, value)| (*name, value.fluent())).collect::<FluentArgs>();
        let mut errors = Vec::new();
        let _ = self.bundle.format_pattern(pattern, Some(&values), &mut errors);
        let variable = |error: FluentError| match error {
            FluentError::ResolverError(ResolverError::Reference(ReferenceKind::Variable { id })) => Some(id),
            _ => None,
        };
        errors.into_iter().filter_map(variable).collect()
    }

    fn format(&self, id: &str, args: Option<&FluentArgs<'_>>) -> Option<String> {
        let pattern = self.bundle.get_message(id)?.value()?;
        let mut errors = Vec::new();
        Some(self.bundle.format_pattern(pattern, args, &mut errors).into_owned())
    }
}

impl Arg<'_> {
    fn fluent(&self) -> FluentValue<'_> {
        match self {
            Self::Text(text) => FluentValue::from(text.as_ref()),
            Self::Number(number) => FluentValue::from(*number),
        }
    }
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl<'a> From<&'a String> for Arg<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Arg<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl From<u64> for Arg<'_> {
    fn from(number: u64) -> Self {
        Self::Number(number)
    }
}

/// What a catalogue says of itself: `locale = en-GB`.
fn stated_locale(text: &str) -> Option<&str> {
    text.lines().find_map(|line| line.strip_prefix("locale = ")).map(str::trim)
}

fn identifier(locale: &str) -> LanguageIdentifier {
    locale.parse().unwrap_or_default()
}

/// What a bundle's formatter knows: its locale.
struct Locale(String);

impl Memoizable for Locale {
    type Args = ();
    type Error = ();

    fn construct(language: LanguageIdentifier, (): ()) -> std::result::Result<Self, ()> {
        Ok(Self(language.to_string()))
    }
}

/// fluent-rs groups no digits; whole numbers are grouped here, as everywhere else.
fn grouped(value: &FluentValue<'_>, memoizer: &IntlLangMemoizer) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    let whole = number.as_string().parse().ok()?;
    memoizer.with_try_get::<Locale, _, _>((), |locale| formats::number(&locale.0, whole)).ok()
}
