//! E-mail addresses as keys (docs/model.md, Import).
//!
//! The rule asks whether a row names one mailbox, not whether RFC 5322 allows the spelling: dots may stand anywhere
//! in the local part (mailboxes with two dots in a row exist in Japan), a host without a dot is a domain, and the local
//! part may be longer than 64 octets. Comments, folding white space and address literals are refused: nobody's list of
//! accounts means them. Plus parts and dots are never folded.

use std::borrow::Cow;

use idna::uts46::{AsciiDenyList, DnsLength, Hyphens, Uts46};
use unicode_normalization::UnicodeNormalization;

/// RFC 5321, section 4.5.3.1.3: 256 octets with the two angle brackets.
const LONGEST: usize = 254;

/// The key of an address: lower case, its domain as A-labels.
///
/// # Errors
/// The code of what keeps it from being one address.
pub fn key(text: &str) -> Result<String, &'static str> {
    if let Some(key) = plain(text) {
        return Ok(key);
    }
    let address = bare(text);
    if address.contains('<') || named_before(text).contains('@') {
        return one_of_several(text);
    }
    key_of_one(address)
}

/// The key of an address around which nothing stands but what [`bare`] takes away.
fn key_of_one(text: &str) -> Result<String, &'static str> {
    let address = bare(text);
    if let Some(key) = plain(address) {
        return Ok(key);
    }
    let address: Cow<'_, str> =
        if address.is_ascii() { Cow::Borrowed(address) } else { Cow::Owned(address.nfc().collect()) };
    if address.chars().any(is_hidden) {
        return Err("key.control_character");
    }
    let (local, domain) = address.rsplit_once('@').ok_or("key.no_at")?;
    check_local(local)?;
    let domain = ascii_domain(domain)?;
    let key = format!("{}@{domain}", local.to_lowercase().nfc());
    if key.len() > LONGEST { Err("key.too_long") } else { Ok(key) }
}

/// Whether it can be taken for an address, or for several; no more than a look.
pub fn looks_like(text: &str) -> bool {
    let is_one = || text.len() < 400 && key(text).is_ok();
    let are_some = || text.len() < 64 * 1024 && several(text).is_some_and(|it| it.len() > 1);
    text.contains('@') && (is_one() || (text.matches('@').count() > 1 && are_some()))
}

/// An address among others, as it stands there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Among<'t> {
    /// The name before it.
    pub name: Option<&'t str>,
    /// As written.
    pub written: &'t str,
    /// Its key.
    pub key: String,
}

/// Each address of a text once, where each `@` of it is one of an address; none where one is not.
pub fn several(text: &str) -> Option<Vec<Among<'_>>> {
    let between = |it: char| it.is_whitespace() || ",;|<>()[]\"，；、".contains(it);
    let mut found: Vec<Among<'_>> = Vec::new();
    let mut after = 0;
    for token in text.split(between).filter(|it| it.contains('@')) {
        let begin = token.as_ptr() as usize - text.as_ptr() as usize;
        let name = named(&text[after..begin]);
        after = begin + token.len();
        let glued = |it: char| token.matches('@').count() > 1 && "/&".contains(it);
        for written in token.split(glued) {
            let written = written.trim_matches(['\'', '’', '‘', '.', ':', '\u{feff}', '\u{200b}']);
            // `Ann @ Work` is a name.
            if written == "@" {
                continue;
            }
            let key = key_of_one(written).ok()?;
            if !found.iter().any(|it| it.key == key) {
                found.push(Among { name, written: bare(written), key });
            }
        }
    }
    Some(found)
}

/// The address that Exchange calls the primary one among several: `SMTP:` in capitals, the others in small letters.
pub fn primary(text: &str) -> Option<String> {
    let tokens = || text.split(|it: char| it.is_whitespace() || ";,|{}".contains(it)).filter(|it| !it.is_empty());
    let mut primary = tokens().filter_map(|it| it.strip_prefix("SMTP:"));
    let first = primary.next().filter(|_| primary.next().is_none() && tokens().any(|it| it.starts_with("smtp:")))?;
    key_of_one(first).ok()
}

/// The name before an angle bracket.
fn named(before: &str) -> Option<&str> {
    let name = before.trim_end().strip_suffix('<')?;
    let name = name.trim_matches(|it: char| it.is_whitespace() || ",;|>\"'/&，；、".contains(it));
    (!name.is_empty() && !name.contains('@')).then_some(name)
}

/// One address, whatever else stands around it; of several none.
fn one_of_several(text: &str) -> Result<String, &'static str> {
    match several(text).as_deref() {
        Some([one]) => Ok(one.key.clone()),
        _ => Err("key.several_at"),
    }
}

/// What stands before the last angle bracket.
fn named_before(text: &str) -> &str {
    text.trim_end().strip_suffix('>').and_then(|it| it.rsplit_once('<')).map_or("", |(before, _)| before)
}

/// Without blanks around it, `mailto:`, `SMTP:` and what stands outside `<…>`.
fn bare(text: &str) -> &str {
    let mut text = text.trim_matches(|it: char| it.is_whitespace() || matches!(it, '\u{feff}' | '\u{200b}'));
    if let Some(inner) = text.strip_suffix('>').and_then(|it| it.rsplit_once('<')) {
        text = inner.1.trim();
    }
    for prefix in ["mailto:", "smtp:"] {
        if text.get(..prefix.len()).is_some_and(|it| it.eq_ignore_ascii_case(prefix)) {
            text = text[prefix.len()..].trim_start();
        }
    }
    text
}

/// The common address, in one pass over its bytes; anything else takes the long way.
fn plain(address: &str) -> Option<String> {
    let bytes = address.as_bytes();
    let at = bytes.iter().position(|byte| *byte == b'@')?;
    let sound = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-' | b'+' | b'#' | b'\'');
    if at == 0 || bytes.len() > LONGEST || !bytes[..at].iter().all(sound) {
        return None;
    }
    let mut before = b'.';
    let mut label = 0;
    for byte in &bytes[at + 1..] {
        match byte {
            b'.' if before == b'.' || before == b'-' => return None,
            b'.' => label = 0,
            // `xn--` and its like take the long way.
            b'-' if before == b'.' || before == b'-' => return None,
            byte if byte.is_ascii_alphanumeric() || *byte == b'-' => label += 1,
            _ => return None,
        }
        before = *byte;
        if label > 63 {
            return None;
        }
    }
    (before != b'.' && before != b'-').then(|| address.to_ascii_lowercase())
}

/// One `@` outside quotes, and nothing that ends or opens something else.
fn check_local(local: &str) -> Result<(), &'static str> {
    if local.is_empty() {
        return Err("key.no_local_part");
    }
    if let Some(inner) = local.strip_prefix('"').and_then(|it| it.strip_suffix('"')).filter(|_| local.len() > 2) {
        let mut escaped = false;
        for it in inner.chars() {
            if it == '"' && !escaped {
                return Err("key.bad_local_part");
            }
            escaped = it == '\\' && !escaped;
        }
        return if escaped { Err("key.bad_local_part") } else { Ok(()) };
    }
    if local.contains('@') {
        return Err("key.several_at");
    }
    let foreign = |it: char| it.is_whitespace() || "\"(),:;<>[]\\".contains(it);
    if local.contains(foreign) { Err("key.bad_local_part") } else { Ok(()) }
}

/// A domain of letter-digit-hyphen or IDN labels, as A-labels in lower case.
fn ascii_domain(domain: &str) -> Result<Cow<'_, str>, &'static str> {
    Uts46::new()
        .to_ascii(domain.as_bytes(), AsciiDenyList::STD3, Hyphens::CheckFirstLast, DnsLength::Verify)
        .ok()
        .filter(|ascii| !ascii.is_empty() && !ascii.ends_with('.'))
        .ok_or("key.bad_domain")
}

/// Control characters, marks that change the direction of reading, and characters of no width.
pub fn is_hidden(it: char) -> bool {
    it.is_control()
        || matches!(it, '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}')
        || matches!(it, '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffd}' | '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_mailbox_has_one_key() {
        for (text, expected) in [
            ("Anna.Berg@Example.ORG", "anna.berg@example.org"),
            (" <anna@example.org> ", "anna@example.org"),
            ("Berg, Anna <anna@example.org>", "anna@example.org"),
            ("mailto:Anna@example.org", "anna@example.org"),
            ("SMTP:Anna@example.org", "anna@example.org"),
            ("anna+news@example.org", "anna+news@example.org"),
            ("a..b.@docomo.ne.jp", "a..b.@docomo.ne.jp"),
            ("anna@MÜLLER.de", "anna@xn--mller-kva.de"),
            ("anna@mu\u{308}ller.de", "anna@xn--mller-kva.de"),
            ("JÖRG@example.org", "jörg@example.org"),
            ("anna@xn--mller-kva.de", "anna@xn--mller-kva.de"),
            ("\"a@b\"@example.org", "\"a@b\"@example.org"),
            ("anna_x.de#EXT#@tenant.onmicrosoft.com", "anna_x.de#ext#@tenant.onmicrosoft.com"),
            ("o'neil@example.org", "o'neil@example.org"),
            ("root@localhost", "root@localhost"),
            ("anna@x.de <Anna@x.de>", "anna@x.de"),
            ("'anna@x.de' <anna@x.de>", "anna@x.de"),
            ("Ann @ Work <anna@x.de>", "anna@x.de"),
            ("\u{a0}anna@example.org\u{200b}", "anna@example.org"),
        ] {
            assert_eq!(key(text).as_deref(), Ok(expected), "{text:?}");
        }
    }

    #[test]
    fn what_is_no_address_is_refused_with_its_reason() {
        let long = format!("{}@example.org", "a".repeat(250));
        for (text, code) in [
            ("anna", "key.no_at"),
            ("CORP\\anna", "key.no_at"),
            ("@example.org", "key.no_local_part"),
            ("anna@", "key.bad_domain"),
            ("anna@-example.org", "key.bad_domain"),
            ("anna@example..org", "key.bad_domain"),
            ("anna@example_x.org", "key.bad_domain"),
            ("anna@[192.0.2.1]", "key.bad_domain"),
            ("anna@exa mple.org", "key.bad_domain"),
            ("anna berg@example.org", "key.bad_local_part"),
            ("a@b@example.org", "key.several_at"),
            ("a@x.de;b@x.de", "key.several_at"),
            ("Ann <a@x.de>; Bob <b@x.de>", "key.several_at"),
            ("<a@x.de>, <b@x.de>", "key.several_at"),
            ("a@x.de <b@x.de>", "key.several_at"),
            ("a@x.de; Bob <b@x.de>", "key.several_at"),
            ("anna\u{202e}@example.org", "key.control_character"),
            ("an\u{0}na@example.org", "key.control_character"),
            ("an\u{200b}na@example.org", "key.control_character"),
            (long.as_str(), "key.too_long"),
        ] {
            assert_eq!(key(text), Err(code), "{text:?}");
        }
    }

    #[test]
    fn several_addresses_are_told_apart_with_their_names_or_not_at_all() {
        for (text, expected) in [
            ("Ann <a@x.de>; Bob <b@x.de>", Some(vec![(Some("Ann"), "a@x.de"), (Some("Bob"), "b@x.de")])),
            (
                "Muster, Ann <a@x.de>, \"Berg, Bob\" <B@x.de>",
                Some(vec![(Some("Muster, Ann"), "a@x.de"), (Some("Berg, Bob"), "b@x.de")]),
            ),
            ("a@x.de b@x.de\nc@x.de", Some(vec![(None, "a@x.de"), (None, "b@x.de"), (None, "c@x.de")])),
            ("a@x.de/b@x.de", Some(vec![(None, "a@x.de"), (None, "b@x.de")])),
            ("o'neil@x.de | mailto:b@x.de", Some(vec![(None, "o'neil@x.de"), (None, "b@x.de")])),
            ("SMTP:a@x.de;smtp:A@x.de", Some(vec![(None, "a@x.de")])),
            ("a@x.de; b@-x.de", None),
            ("a@x.de; \"b c\"@x.de", None),
        ] {
            let found = several(text);
            let found = found.as_ref().map(|all| all.iter().map(|it| (it.name, it.key.as_str())).collect());
            assert_eq!(found, expected, "{text}");
        }
    }
}
