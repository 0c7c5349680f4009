//! What the faces can show, and what stands for the rest.
//!
//! It never drops a character: what cannot be shown is set as its code.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fmt::Write;

use super::Face;

/// The text with every character that cannot be set replaced by its code, neighbours in one bracket:
/// `[U+738B U+82B3]`. Tabs and line ends become spaces and line feeds.
#[must_use]
pub fn legible(text: &str) -> Cow<'_, str> {
    if text.chars().all(shows) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() * 2);
    let mut open = false;
    for character in text.chars() {
        open = put(&mut out, character, open);
    }
    close(&mut out, open);
    Cow::Owned(out)
}

/// The characters of the text that are set as their code.
pub fn unshown(text: &str) -> BTreeSet<char> {
    text.chars().filter(|&character| !shows(character) && same(character).is_none()).collect()
}

fn put(out: &mut String, character: char, open: bool) -> bool {
    if let Some(same) = same(character) {
        close(out, open);
        out.push_str(same);
        return false;
    }
    if shows(character) {
        close(out, open);
        out.push(character);
        return false;
    }
    let lead = if open { ' ' } else { '[' };
    write!(out, "{lead}U+{:04X}", u32::from(character)).expect("a string takes every write");
    true
}

/// What reads the same and is always there: ligatures that were copied out of a printed page as one character, two
/// letters that Unicode itself equates with others, and white space.
fn same(character: char) -> Option<&'static str> {
    Some(match character {
        'ﬀ' => "ff",
        'ﬁ' => "fi",
        'ﬂ' => "fl",
        'ﬃ' => "ffi",
        'ﬄ' => "ffl",
        '\u{fb05}' | 'ﬆ' => "st",
        '\u{212a}' => "K",
        '\u{212b}' => "Å",
        '\t' => " ",
        '\r' => "",
        _ => return None,
    })
}

fn close(out: &mut String, open: bool) {
    if open {
        out.push(']');
    }
}

fn shows(character: char) -> bool {
    match character {
        ' '..='~' | '\n' => true,
        _ => !turns(character) && !character.is_control() && !private(character) && Face::Regular.has(character),
    }
}

/// Characters whose meaning only a face knows: whoever reads the text elsewhere cannot (ISO 19005-3, 6.2.11.7.3).
fn private(character: char) -> bool {
    matches!(character, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}')
}

/// Characters that are read from right to left, or make others be: nothing here sets them in their order.
fn turns(character: char) -> bool {
    matches!(character,
        '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}' | '\u{200e}' | '\u{200f}'
        | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_no_face_has_is_set_as_its_code_and_reported() {
        for (text, set) in [
            ("Grüße, Ελένη и Юлия", "Grüße, Ελένη и Юлия"),
            ("王芳 Wang", "[U+738B U+82B3] Wang"),
            ("a\u{202e}b", "a[U+202E]b"),
            ("محمد", "[U+0645 U+062D U+0645 U+062F]"),
            ("a\tb\r\nc", "a b\nc"),
            ("\u{7}", "[U+0007]"),
            ("✓", "[U+2713]"),
            ("\u{e801}\u{e803}", "[U+E801 U+E803]"),
            ("o\u{fb03}ce 5\u{212a}", "office 5K"),
        ] {
            assert_eq!(legible(text), set);
            assert_eq!(unshown(text).is_empty(), !set.contains("[U+"), "{text}");
        }
    }
}
