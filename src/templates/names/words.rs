//! Words as the search compares them: folded, without what the eye does not see.

use std::hash::{DefaultHasher, Hash, Hasher};

use unicode_normalization::UnicodeNormalization;

/// A folded word.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Word(String);

impl Word {
    /// With an s behind it: Jane Does Postfach.
    pub(super) fn genitive(&self) -> Self {
        Self(format!("{}s", self.0))
    }

    /// Too short or too common to stand for a person alone.
    pub(super) fn says_little(&self, roles: &[&str]) -> bool {
        let digits = self.0.chars().all(|it| it.is_ascii_digit());
        self.0.chars().count() < if digits { 5 } else { 3 } || roles.contains(&self.0.as_str())
    }
}

/// The words of a text: runs of letters and digits.
pub(super) fn words(text: &str) -> Vec<Word> {
    let folded = if text.is_ascii() { text.to_ascii_lowercase() } else { fold(text) };
    let split = folded.split(|it: char| !it.is_alphanumeric());
    split.filter(|word| !word.is_empty()).map(|word| Word(word.to_owned())).collect()
}

/// What stands for a run of words: 64 bits of SipHash; that two runs share them is one in 10^19.
pub(super) fn run(words: &[Word]) -> u64 {
    let mut hasher = DefaultHasher::new();
    words.hash(&mut hasher);
    hasher.finish()
}

fn fold(text: &str) -> String {
    let seen = text.chars().filter(|it| !is_unseen(*it));
    // NFKC after the marks are gone, or one between a letter and its accent would part the two; lower case may undo it.
    seen.nfkc().flat_map(char::to_lowercase).nfkc().collect()
}

/// Characters that are not seen (Unicode's Default_Ignorable_Code_Point, those that occur in names and texts).
fn is_unseen(it: char) -> bool {
    matches!(it,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}
