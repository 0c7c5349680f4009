//! What is called by an id, in a registry of ours or in a file that was read: one way to find it, and one to refuse an id that
//! nothing has: with those there are, and with the one that was perhaps meant.

use crate::error::{Error, Result};

/// Something that is called by an id.
pub trait ById {
    /// The code of the refusal of an id that none of its list has, for example `chart.unknown`.
    const UNKNOWN: &'static str;

    /// Its id.
    fn id(&self) -> &str;
}

/// The one of a list that has this id.
///
/// # Errors
/// [`ById::UNKNOWN`], with the ids there are.
pub fn find<'a, T: ById + 'a>(list: impl IntoIterator<Item = &'a T>, id: &str) -> Result<&'a T> {
    let list: Vec<&T> = list.into_iter().collect();
    let found = list.iter().find(|it| it.id() == id);
    found.copied().ok_or_else(|| among(Error::new(T::UNKNOWN).with("id", id), id, list.iter().map(|it| it.id())))
}

/// Says in a refusal of a word which words there are, and which was perhaps meant.
#[must_use]
pub fn among<'a>(refusal: Error, word: &str, known: impl IntoIterator<Item = &'a str>) -> Error {
    let known = known.into_iter().fold(Vec::new(), |mut known, it| {
        if !known.contains(&it) {
            known.push(it);
        }
        known
    });
    let refusal = refusal.with("known", if known.is_empty() { "–".to_owned() } else { known.join(", ") });
    match nearest(word, known) {
        Some(meant) => refusal.with("meant", meant),
        None => refusal,
    }
}

/// The word that somebody has perhaps misspelt: one letter of three may be another, lacking, too many, or in its neighbour's
/// place. Of several the nearest, of those the first.
#[must_use]
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let written = word.trim().to_lowercase();
    let most = (written.chars().count() / 3).max(1);
    let near = known.into_iter().map(|it| (strsim::damerau_levenshtein(&written, &it.to_lowercase()), it));
    near.filter(|(apart, it)| *apart <= most && *apart < it.chars().count())
        .min_by_key(|(apart, _)| *apart)
        .map(|(_, it)| it)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_misspelt_is_found_and_what_is_something_else_is_not() {
        let known = ["hours", "days", "business_days", "months"];
        for (word, meant) in [
            ("hors", Some("hours")),
            ("hour", Some("hours")),
            ("huors", Some("hours")),
            ("HOURS", Some("hours")),
            ("busines-days", Some("business_days")),
            ("mnoths", Some("months")),
            ("day", Some("days")),
            ("weeks", None),
            ("", None),
            ("stunden", None),
        ] {
            assert_eq!(nearest(word, known), meant, "{word}");
        }
        assert_eq!(nearest("b", ["a"]), None, "one letter for another is no word misspelt");
    }
}
