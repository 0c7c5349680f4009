//! Words as the search compares them: folded, without what the eye does not see.

use std::hash::{DefaultHasher, Hash, Hasher};

use unicode_normalization::UnicodeNormalization;

/// A folded word.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Word(String);

impl Word {
    /// With an s behind it: Jane Does Postfach.
    pub(super) fn genitive(&self) -> Self {
        Self(format!("{}s", self.0))
    }

    /// Several words in one: JaneDoe.
    pub(super) fn of_all(words: &[Self]) -> Self {
        Self(words.iter().map(|word| word.0.as_str()).collect())
    }

    pub(super) fn letters(&self) -> usize {
        self.0.chars().count()
    }

    fn is_number(&self) -> bool {
        self.0.chars().all(|it| it.is_ascii_digit())
    }

    /// One of these.
    pub(super) fn is_one_of(&self, known: &[&str]) -> bool {
        known.contains(&self.0.as_str())
    }
}

/// Too short to stand for a person: every report holds 14, 2026 and 10 to 14.
pub(super) fn are_short(words: &[Word]) -> bool {
    let letters: usize = words.iter().map(Word::letters).sum();
    letters < if words.iter().all(Word::is_number) { 5 } else { 3 }
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

/// A name with umlauts as it is written where there are none: Mueller.
pub(super) fn spelt_out(name: &str) -> Option<String> {
    if name.is_ascii() {
        return None;
    }
    let name: String = name.nfc().flat_map(char::to_lowercase).collect();
    let spelt = name.replace('ä', "ae").replace('ö', "oe").replace('ü', "ue");
    (spelt != name).then_some(spelt)
}

fn fold(text: &str) -> String {
    let seen = text.chars().filter(|it| !is_unseen(*it));
    // Apart after the unseen are gone, or one between a letter and its accent would keep the two apart for good.
    let bare = seen.nfkd().filter(|it| !matches!(it, '\u{300}'..='\u{36f}'));
    bare.flat_map(char::to_lowercase).flat_map(plain).nfkc().collect()
}

/// Letters that capitals, or keyboards without them, write as others: STRAUSS, ΠΑΠΑΔΟΠΟΥΛΟΣ, Lodz.
fn plain(letter: char) -> impl Iterator<Item = char> {
    let spelt = match letter {
        'ß' => "ss",
        'ς' => "σ",
        'ı' => "i",
        'ł' => "l",
        'ø' => "o",
        'đ' => "d",
        'æ' => "ae",
        'œ' => "oe",
        _ => "",
    };
    spelt.chars().chain(spelt.is_empty().then_some(letter))
}

/// Characters that are not seen (Unicode's Default_Ignorable_Code_Point, those that occur in names and texts).
fn is_unseen(it: char) -> bool {
    matches!(it,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}
