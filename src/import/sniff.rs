//! What a file is that is no list of accounts: said clearly, never read as one.

use super::{Options, bytes};
use crate::error::{Error, Result};

/// A container of OOXML and much else.
pub const ZIP: &[u8] = b"PK\x03\x04";

/// A compound file: old Office documents, and encrypted new ones.
pub const OLE: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

/// Files that begin so are no text.
const BINARY: &[(&[u8], &str)] = &[
    (b"%PDF", "PDF"),
    (b"\x1f\x8b", "gzip"),
    (b"7z\xBC\xAF", "7-Zip"),
    (b"Rar!", "RAR"),
    (b"SQLite format 3", "SQLite"),
    (b"\x89PNG", "PNG"),
    (b"\xFF\xD8\xFF", "JPEG"),
    (b"!BDN", "PST"),
];

/// Whether the bytes are a workbook's, or what looks like one.
pub fn is_container(head: &[u8]) -> bool {
    head.starts_with(b"PK") || head.starts_with(OLE) || is_old_workbook(head)
}

/// BIFF without a container: Excel before 5.0.
pub fn is_old_workbook(head: &[u8]) -> bool {
    matches!(head, [0x09, 0x00 | 0x02 | 0x04 | 0x08, 0x04 | 0x06 | 0x08, 0x00, ..])
}

/// Refuses what is known not to be a list.
///
/// # Errors
/// `import.empty`, `import.not_text`, `import.format_not_yet`, `import.audit_log_not_yet`.
pub fn refuse(head: &[u8], options: &Options) -> Result<()> {
    let file = &options.file;
    if head.is_empty() {
        return Err(Error::new("import.empty").with("file", file));
    }
    if is_container(head) {
        return Ok(());
    }
    if let Some((_, what)) = BINARY.iter().find(|(magic, _)| head.starts_with(magic)) {
        return Err(Error::new("import.format_not_yet").with("file", file).with("what", what));
    }
    refuse_text(&bytes::glimpse(head, bytes::asked(options)?), file)
}

/// As [`refuse`], of the text.
///
/// # Errors
/// As there.
pub fn refuse_text(text: &str, file: &str) -> Result<()> {
    // What a disk leaves behind a text that was cut off is none of it.
    let text = text.trim_start_matches('\u{feff}').trim_start().trim_end_matches('\0');
    if text.is_empty() {
        return Err(Error::new("import.empty").with("file", file));
    }
    let control = |it: &char| it.is_control() && !matches!(it, '\t' | '\n' | '\r' | '\u{c}' | '\u{1a}');
    let looked = text.chars().take(4096);
    let (all, odd) = looked.fold((0, 0), |(all, odd), it| (all + 1, odd + usize::from(control(&it))));
    // Text has a stray control character now and then; one in twenty is no text.
    if odd * 20 > all {
        let zeros = text.chars().take(4096).filter(|it| *it == '\0').count();
        let code = if zeros * 2 > odd { "import.zero_bytes" } else { "import.not_text" };
        return Err(Error::new(code).with("file", file));
    }
    match structured(text) {
        Some((code, what)) => Err(Error::new(code).with("file", file).with("what", what)),
        None => Ok(()),
    }
}

/// JSON, LDIF and markup, and whose they are.
fn structured(text: &str) -> Option<(&'static str, &'static str)> {
    let inner = text.strip_prefix(['{', '[']).map(str::trim_start);
    if let Some(inner) = inner.filter(|it| it.starts_with(['"', '{', '[', '}', ']'])) {
        let objects = if text.starts_with('{') { inner.starts_with(['"', '}']) } else { inner.starts_with(['{', ']']) };
        let has = |word: &str| text.contains(word);
        let known = if has("\"Operation\"") || has("\"AuditData\"") || has("\"RecordType\"") {
            ("import.audit_log_not_yet", "Microsoft 365 audit log (JSON)")
        } else if has("\"BreachSearchResults\"") || is_domain_search(text) {
            ("import.format_not_yet", "Have I Been Pwned (JSON)")
        } else {
            // Objects are records; whatever else JSON may be is no table.
            return (!objects).then_some(("import.format_not_yet", "JSON"));
        };
        return Some(known);
    }
    let lower = text.get(..32).unwrap_or(text).to_ascii_lowercase();
    if lower.starts_with("dn:") || lower.starts_with("version: 1\n") || lower.starts_with("version: 1\r") {
        return Some(("import.format_not_yet", "LDIF"));
    }
    let markup = ["<?xml", "<!doctype", "<html"].iter().any(|it| lower.starts_with(it));
    markup.then_some(("import.format_not_yet", "XML, HTML"))
}

/// `{"alias":["Breach",…],…}`: aliases of one domain, each with its breaches.
fn is_domain_search(text: &str) -> bool {
    let mut parts = text.trim_start_matches('{').splitn(4, '"');
    let (_, alias, then) = (parts.next(), parts.next(), parts.next());
    alias.is_some() && then.is_some_and(|it| it.replace(' ', "") == ":[")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_list_is_named() {
        let options = Options::new("f", jiff::tz::TimeZone::UTC);
        for (head, code) in [
            (&b""[..], "import.empty"),
            (b" \r\n\n ", "import.empty"),
            (b"%PDF-1.7", "import.format_not_yet"),
            (b"{\"alias1\":[\"Adobe\"]}", "import.format_not_yet"),
            (b"[{\"Operation\":\"Bind\"}]", "import.audit_log_not_yet"),
            (b"{\"RecordType\":2}\n{\"RecordType\":2}", "import.audit_log_not_yet"),
            (b"dn: cn=Fry,dc=planetexpress", "import.format_not_yet"),
            (b"<?xml version=\"1.0\"?>", "import.format_not_yet"),
            (&[1, 2, 3, 4, 5, 6, 7, 8, 14, 15, 16], "import.not_text"),
            (b"email\0\0\0\0\0\0\n\0\0\0\0a@b.de", "import.zero_bytes"),
        ] {
            assert_eq!(refuse(head, &options).expect_err("refused").code, code, "{head:?}");
        }
        assert!(refuse(b"email\na@b.de\n", &options).is_ok());
        assert!(refuse(b"[foo],b\n1,2\n", &options).is_ok());
        assert!(refuse(b"email\na@b.de\n\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", &options).is_ok());
        assert!(refuse("E-Mail,氏名\na@b.de,山田太郎\n".as_bytes(), &options).is_ok());
    }
}
