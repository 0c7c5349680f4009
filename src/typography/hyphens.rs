//! Where a word may be divided: by the patterns of its language, at an e-mail address's seams, or at need anywhere.
//!
//! It never divides numbers, codes or words in capitals by patterns.

use hypher::Lang;

/// The rules of one language for dividing words.
#[derive(Debug, Clone, Copy)]
pub struct Hyphenation(Lang);

/// Shorter words stand whole; and no fewer letters than this stand before or after a hyphen.
const SHORTEST: usize = 7;
const EDGE: usize = 3;

impl Hyphenation {
    /// The rules for a BCP 47 tag, where there are any.
    #[must_use]
    pub fn of(language: &str) -> Option<Self> {
        let code: [u8; 2] = language.as_bytes().get(..2)?.try_into().ok()?;
        let whole = language.len() == 2 || language.as_bytes()[2] == b'-';
        Lang::from_iso(code.map(|letter| letter.to_ascii_lowercase())).filter(|_| whole).map(Self)
    }

    /// Byte offsets in the word after which a hyphen may stand.
    pub(super) fn points(self, word: &str) -> Vec<usize> {
        let Some((from, core)) = core(word) else { return Vec::new() };
        let mut at = from;
        let mut points = Vec::new();
        for syllable in hypher::hyphenate_bounded(core, self.0, EDGE, EDGE) {
            at += syllable.len();
            points.push(at);
        }
        points.pop();
        points
    }
}

/// The letters of a word without the marks around it; none where it is no plain word.
fn core(word: &str) -> Option<(usize, &str)> {
    let lead = word.find(char::is_alphabetic)?;
    let core = word[lead..].trim_end_matches(|character: char| !character.is_alphabetic());
    let plain = core.chars().all(char::is_alphabetic);
    let shouted = core.chars().skip(1).any(char::is_uppercase);
    (plain && !shouted && core.chars().count() >= SHORTEST).then_some((lead, core))
}

/// Byte offsets at which an address, a path or a code may go on in the next line without any mark:
/// after `@ / \ _ = & ? :`, before a dot.
pub(super) fn seams(word: &str) -> Vec<usize> {
    let after = |character| matches!(character, '@' | '/' | '\\' | '_' | '=' | '&' | '?' | ':' | '-' | '+');
    word.char_indices()
        .filter_map(|(at, character)| match character {
            '.' => Some(at),
            _ if after(character) => Some(at + 1),
            _ => None,
        })
        .filter(|&at| at > 1 && at + 1 < word.len())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_divide_by_the_rules_of_their_language() {
        let german = Hyphenation::of("de-AT").expect("German has rules");
        let parts = |word: &str| {
            let mut shown = word.to_owned();
            for at in german.points(word).into_iter().rev() {
                shown.insert(at, '|');
            }
            shown
        };
        assert_eq!(parts("Aufsichtsbehörde,"), "Auf|sichts|be|hör|de,".replace("hör|de", "hörde"));
        assert_eq!(parts("DSGVO-2016"), "DSGVO-2016");
        assert_eq!(parts("kurz"), "kurz");
        assert!(Hyphenation::of("deutsch").is_none());
        assert!(Hyphenation::of("xx").is_none());
    }

    #[test]
    fn an_address_goes_on_at_its_seams() {
        assert_eq!(seams("eva.maria@nord.example"), vec![3, 10, 14]);
    }
}
