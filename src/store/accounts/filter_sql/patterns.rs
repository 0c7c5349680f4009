//! Patterns, and how SQLite's GLOB reads them. It binds nothing.

use crate::model::filter::Pattern;

/// A pattern behind anything that ends with this.
pub fn after(end: &str, pattern: &Pattern) -> Pattern {
    let mut pieces = pattern.pieces.clone();
    match pieces.first_mut() {
        Some(first) => first.insert_str(0, end),
        None => pieces.push(end.to_owned()),
    }
    pieces.insert(0, String::new());
    Pattern { pieces }
}

/// A pattern with both its ends open.
pub fn anywhere(pattern: &Pattern) -> Pattern {
    let mut pieces = pattern.pieces.clone();
    pieces.insert(0, String::new());
    pieces.push(String::new());
    Pattern { pieces }
}

/// A pattern as GLOB reads it: each letter in both cases, `*` between the pieces.
pub fn glob(pattern: &Pattern) -> String {
    let pieces: Vec<String> = pattern.pieces.iter().map(|piece| piece.chars().map(class).collect()).collect();
    pieces.join("*")
}

/// One character as GLOB reads it.
fn class(letter: char) -> String {
    let forms: String =
        [letter].into_iter().chain(single(letter.to_lowercase())).chain(single(letter.to_uppercase())).collect();
    match letter {
        '*' | '?' | '[' => format!("[{letter}]"),
        _ if forms.chars().any(|form| form != letter) => format!("[{forms}]"),
        _ => letter.to_string(),
    }
}

/// The other case of a letter, where it is one letter (`ß` has none).
fn single(mut forms: impl Iterator<Item = char>) -> Option<char> {
    let first = forms.next();
    if forms.next().is_some() { None } else { first }
}
