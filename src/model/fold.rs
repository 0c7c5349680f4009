//! Texts as they are compared where people write one thing in several ways. It says what is alike, never what is right.

use unicode_normalization::UnicodeNormalization;

/// Letters and digits only, lower case, without diacritics: `Straße (Büro)` and `STRASSE BURO` are one.
/// `ae`, `oe`, `ue` fold to the plain vowel, because German is written both ways.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for it in text.nfkd().flat_map(char::to_lowercase) {
        match it {
            'ß' => folded.push_str("ss"),
            'e' if folded.ends_with(['a', 'o', 'u']) => {}
            'ø' => folded.push('o'),
            'ł' => folded.push('l'),
            it if it.is_alphanumeric() => folded.push(it),
            _ => {}
        }
    }
    folded
}
