//! Keys of every kind: what identifies an account, normalised so that one thing has one key.
//!
//! Merging happens only within a kind, so nothing here turns one kind into another.

use unicode_normalization::UnicodeNormalization;

use super::email;
use crate::model::words::KeyKind;

/// RFC 5321's bound serves every kind: longer is a text, not an identifier.
const LONGEST: usize = 254;

/// The key of a kind.
///
/// # Errors
/// The code of what keeps the text from being one.
pub fn key(kind: KeyKind, text: &str) -> Result<String, &'static str> {
    match kind {
        KeyKind::Email | KeyKind::Upn => email::key(text),
        KeyKind::ObjectId => guid(text).ok_or("key.not_a_guid"),
        KeyKind::UserName => written(text).map(|it| it.to_lowercase()),
        KeyKind::CustomerNumber | KeyKind::EmployeeNumber | KeyKind::PatientNumber => written(text),
        KeyKind::Phone => phone(text),
        KeyKind::NameBirth => written(text).map(|it| it.to_lowercase()),
        KeyKind::None => Ok(String::new()),
    }
}

/// The kind a text shows by itself.
pub fn kind_of(text: &str) -> KeyKind {
    if text.contains('@') {
        KeyKind::Email
    } else if guid(text).is_some() {
        KeyKind::ObjectId
    } else if text.starts_with('+') && phone(text).is_ok() {
        KeyKind::Phone
    } else {
        KeyKind::UserName
    }
}

/// Whether it is a GUID.
pub fn is_guid(text: &str) -> bool {
    guid(text).is_some()
}

/// `DOMAIN\user`.
pub fn is_domain_user(text: &str) -> bool {
    let sound = |part: &str| !part.is_empty() && !part.contains(|it: char| it.is_whitespace() || "\\/:".contains(it));
    text.split_once('\\').is_some_and(|(domain, user)| sound(domain) && sound(user))
}

/// Kinds whose keys show by themselves that they are some: no word is one.
pub const fn has_a_shape(kind: KeyKind) -> bool {
    matches!(kind, KeyKind::Email | KeyKind::Upn | KeyKind::ObjectId | KeyKind::Phone)
}

/// The keys that a cell holds, where it holds several: between semicolons, bars or lines; numbers between commas, too.
pub fn several(kind: KeyKind, cell: &str) -> Option<Vec<&str>> {
    let is_number = matches!(kind, KeyKind::CustomerNumber | KeyKind::EmployeeNumber | KeyKind::PatientNumber);
    let strong = |it: char| matches!(it, ';' | '|' | '\n' | '；' | '、');
    let parts = |between: &dyn Fn(char) -> bool| -> Vec<&str> {
        cell.split(between).map(|it| it.trim_matches([' ', '\t', '\r', ','])).filter(|it| !it.is_empty()).collect()
    };
    let mut found = parts(&strong);
    if found.len() < 2 && is_number && cell.contains(", ") {
        found = parts(&|it| it == ',');
        // `Muster, Anna` is no two numbers.
        found.retain(|it| it.bytes().any(|byte| byte.is_ascii_digit()));
    }
    // Words with blanks between them, quotes and brackets are of a name or a sentence, and of no identifier.
    let is_of_one = |it: char| it.is_alphanumeric() || "._-+#$/\\:@".contains(it);
    (found.len() > 1 && found.iter().all(|it| it.chars().all(is_of_one))).then_some(found)
}

fn guid(text: &str) -> Option<String> {
    let text = text.trim().trim_start_matches(['{', '(']).trim_end_matches(['}', ')']);
    let shape: Vec<usize> = text.split('-').map(str::len).collect();
    if text.len() > 36 || !(shape == [32] || shape == [8, 4, 4, 4, 12]) {
        return None;
    }
    let hex: String = text.chars().filter(|it| *it != '-').collect::<String>().to_ascii_lowercase();
    if !hex.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    Some(format!("{}-{}-{}-{}-{}", &hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..]))
}

/// As written, without what cannot be seen.
fn written(text: &str) -> Result<String, &'static str> {
    let text = text.trim();
    if text.chars().any(email::is_hidden) {
        return Err("key.control_character");
    }
    let key: String = if text.is_ascii() { text.to_owned() } else { text.nfc().collect() };
    if key.len() > LONGEST { Err("key.too_long") } else { Ok(key) }
}

/// Digits, with a plus where the country is named (E.164: at most 15 digits).
fn phone(text: &str) -> Result<String, &'static str> {
    let text = text.trim();
    let text = text.strip_prefix("tel:").unwrap_or(text).replace("(0)", "");
    let (plus, rest) = match (text.strip_prefix('+'), text.strip_prefix("00")) {
        (Some(rest), _) | (None, Some(rest)) => ("+", rest),
        (None, None) => ("", text.as_str()),
    };
    let between = |it: char| it.is_whitespace() || "()-/.–".contains(it);
    if rest.contains(|it: char| !it.is_ascii_digit() && !between(it)) {
        return Err("key.not_a_phone");
    }
    let digits: String = rest.chars().filter(char::is_ascii_digit).collect();
    if (4..=15).contains(&digits.len()) { Ok(format!("{plus}{digits}")) } else { Err("key.not_a_phone") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_has_one_spelling() {
        for (kind, text, expected) in [
            (KeyKind::ObjectId, "{2BEDCDC9-1D82-439E-B07E-86A70AD19CB8}", Ok("2bedcdc9-1d82-439e-b07e-86a70ad19cb8")),
            (KeyKind::ObjectId, "2bedcdc91d82439eb07e86a70ad19cb8", Ok("2bedcdc9-1d82-439e-b07e-86a70ad19cb8")),
            (KeyKind::ObjectId, "2bedcdc9", Err("key.not_a_guid")),
            (KeyKind::UserName, " CORP\\Anna ", Ok("corp\\anna")),
            (KeyKind::CustomerNumber, " K-0017 ", Ok("K-0017")),
            (KeyKind::CustomerNumber, "K\u{202e}17", Err("key.control_character")),
            (KeyKind::Phone, "+49 (0)30 1234-567", Ok("+49301234567")),
            (KeyKind::Phone, "0049 30 1234567", Ok("+49301234567")),
            (KeyKind::Phone, "030/1234567", Ok("0301234567")),
            (KeyKind::Phone, "call me", Err("key.not_a_phone")),
            (KeyKind::Phone, "12", Err("key.not_a_phone")),
            (KeyKind::None, "whatever", Ok("")),
        ] {
            assert_eq!(key(kind, text).as_deref(), expected.as_ref().copied(), "{text}");
        }
    }

    #[test]
    fn several_keys_in_a_cell_are_told_from_one_with_marks_in_it() {
        for (kind, cell, expected) in [
            (KeyKind::UserName, "anna; bert", Some(vec!["anna", "bert"])),
            (KeyKind::UserName, "anna\nbert\n", Some(vec!["anna", "bert"])),
            (KeyKind::CustomerNumber, "10001, 10002", Some(vec!["10001", "10002"])),
            (KeyKind::CustomerNumber, "10001 | 10002", Some(vec!["10001", "10002"])),
            (KeyKind::CustomerNumber, "10,001", None),
            (KeyKind::CustomerNumber, "2023/17", None),
            (KeyKind::UserName, "Muster, Anna", None),
            (KeyKind::CustomerNumber, "K-17, Anna", None),
            (KeyKind::UserName, "anna;", None),
            (KeyKind::UserName, "Once upon\na time", None),
        ] {
            assert_eq!(several(kind, cell), expected, "{cell}");
        }
    }
}
