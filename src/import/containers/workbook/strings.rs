//! Texts of a workbook: those that cells share, and those that stand in a cell.
//!
//! Never holds more of them than it may.

use std::borrow::Cow;
use std::io::{self, Read};

use super::xml::{Event, Xml, add, attribute};
use crate::error::Error;

/// Shared texts may hold this much together.
pub const LARGEST: usize = 48 * 1024 * 1024;

/// Shared texts, by their place.
#[derive(Default)]
pub struct Strings {
    text: String,
    ends: Vec<u32>,
}

impl Strings {
    /// Reads the part that holds them.
    ///
    /// # Errors
    /// What the source refuses; `import.broken_workbook`, `import.workbook_too_large`.
    pub fn read<R: Read>(mut xml: Xml<R>) -> io::Result<Self> {
        let mut found = Self::default();
        loop {
            match xml.next()? {
                Event::Start(start) if start.local_name().as_ref() == "si" => {
                    item(&mut xml, &mut found.text)?;
                    found.end()?;
                }
                Event::Eof => return Ok(found),
                _ => {}
            }
        }
    }

    fn end(&mut self) -> io::Result<()> {
        // Each text costs its end, too.
        if self.text.len() + self.ends.len() * 4 > LARGEST {
            return Err(too_large());
        }
        self.ends.push(u32::try_from(self.text.len()).map_err(|_| too_large())?);
        Ok(())
    }

    /// The text at a place.
    pub fn get(&self, at: usize) -> Option<&str> {
        let begin = at.checked_sub(1).map_or(Some(0), |before| self.ends.get(before).copied())?;
        self.text.get(begin as usize..*self.ends.get(at)? as usize)
    }
}

fn too_large() -> io::Error {
    io::Error::other(Error::new("import.workbook_too_large").with("megabytes", LARGEST / 1024 / 1024))
}

/// Adds the text of `si` or `is` whose start was read: its runs, without what says how they are pronounced.
pub fn item<R: Read>(xml: &mut Xml<R>, out: &mut String) -> io::Result<()> {
    let (mut depth, mut said) = (1_usize, 0_usize);
    // Where a run began, and whether its blanks count.
    let mut run: Option<(usize, bool)> = None;
    while depth > 0 {
        match xml.next()? {
            Event::Start(start) => {
                depth += 1;
                match start.local_name().as_ref() {
                    "rPh" => said = said.max(depth),
                    "t" if said == 0 => {
                        run = Some((out.len(), attribute(&start, "space").is_some_and(|it| it == "preserve")));
                    }
                    _ => {}
                }
            }
            Event::End(_) => {
                depth -= 1;
                if depth < said {
                    said = 0;
                }
                if let Some((begin, keeps)) = run.take() {
                    settle(out, begin, keeps);
                }
            }
            Event::Eof => return Ok(()),
            event if run.is_some() => add(&event, out)?,
            _ => {}
        }
    }
    Ok(())
}

/// A run as Excel means it.
fn settle(out: &mut String, begin: usize, keeps: bool) {
    let run = &out[begin..];
    let meant = if keeps { run } else { run.trim_matches([' ', '\t', '\r', '\n']) };
    if meant.len() == run.len() && !meant.contains("_x") {
        return;
    }
    let meant = unescaped(meant).into_owned();
    out.truncate(begin);
    out.push_str(&meant);
}

/// `_x000D_` is a character by its UTF-16 number; `_x005F_` before such a thing is a stroke.
pub fn unescaped(text: &str) -> Cow<'_, str> {
    let Some(first) = text.find("_x").filter(|_| text.match_indices("_x").any(|(at, _)| unit(text, at).is_some()))
    else {
        return Cow::Borrowed(text);
    };
    let mut units: Vec<u16> = Vec::new();
    let mut out = text[..first].to_owned();
    let mut rest = first;
    while rest < text.len() {
        if let Some(found) = unit(text, rest) {
            units.push(found);
            rest += ESCAPE;
            continue;
        }
        out.extend(char::decode_utf16(units.drain(..)).map(|it| it.unwrap_or(char::REPLACEMENT_CHARACTER)));
        let Some(next) = text[rest..].chars().next() else { break };
        out.push(next);
        rest += next.len_utf8();
    }
    out.extend(char::decode_utf16(units.drain(..)).map(|it| it.unwrap_or(char::REPLACEMENT_CHARACTER)));
    Cow::Owned(out)
}

/// Letters of `_xHHHH_`.
const ESCAPE: usize = 7;

fn unit(text: &str, at: usize) -> Option<u16> {
    let digits = text.get(at..at + ESCAPE)?.strip_prefix("_x")?.strip_suffix('_')?;
    if digits.bytes().all(|it| it.is_ascii_hexdigit()) { u16::from_str_radix(digits, 16).ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn item_of(xml: &str) -> String {
        let mut xml = Xml::new(xml.as_bytes());
        let mut out = String::new();
        xml.next().expect("a start");
        item(&mut xml, &mut out).expect("an item");
        out
    }

    #[test]
    fn a_text_is_its_runs_without_their_pronunciation() {
        for (xml, text) in [
            ("<si><t> a </t></si>", "a"),
            ("<si><t xml:space=\"preserve\"> a </t></si>", " a "),
            ("<si><r><rPr><b/></rPr><t>a</t></r><r><t xml:space=\"preserve\"> b</t></r></si>", "a b"),
            ("<si><t>東京</t><rPh sb=\"0\" eb=\"2\"><t>トウキョウ</t></rPh><r><t>!</t></r></si>", "東京!"),
            ("<x:si><x:t>a&amp;b&#228;<![CDATA[<c>]]></x:t></x:si>", "a&bä<c>"),
            ("<si><t>a_x000D_b</t></si>", "a\rb"),
            ("<si/>", ""),
        ] {
            assert_eq!(item_of(xml), text, "{xml}");
        }
    }

    #[test]
    fn an_escape_is_a_character_and_its_own_escape_is_none() {
        for (text, meant) in [
            ("_x0041_", "A"),
            ("_x005F_x0041_", "_x0041_"),
            ("_xD83D__xDCF7_", "\u{1f4f7}"),
            ("_xD83D_a", "\u{fffd}a"),
            ("a_x00_b_xyz", "a_x00_b_xyz"),
            ("ä_x000A_ö", "ä\nö"),
        ] {
            assert_eq!(unescaped(text), meant, "{text}");
        }
    }

    #[test]
    fn shared_texts_are_found_by_their_place() {
        let strings = Strings::read(Xml::new(&b"<sst><si><t>a</t></si><si><t/></si><si><t>bc</t></si></sst>"[..]))
            .expect("texts");
        let all = [0, 1, 2, 3].map(|at| strings.get(at));
        assert_eq!(all, [Some("a"), Some(""), Some("bc"), None]);
    }
}
