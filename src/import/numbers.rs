//! How many: numbers as people write them into a cell, with their bounds.
//!
//! Records are whole: `1.234` is one thousand two hundred and thirty-four unless its column shows decimals with a dot.

use crate::model::count::{Count, LARGEST};
use crate::model::words::{Qualifier, Unit};

use super::words;

/// Which marks are decimal in a column.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Marks {
    /// `12.5` stands in it.
    pub dot: bool,
    /// `12,5` stands in it.
    pub comma: bool,
}

impl Marks {
    /// Learns from one cell of the column.
    pub fn learn(&mut self, text: &str) {
        let number = text.trim_matches(|it: char| !it.is_ascii_digit());
        if is_decimal(number, '.') {
            self.dot = true;
        }
        if is_decimal(number, ',') {
            self.comma = true;
        }
    }
}

/// One mark, and behind it not three digits.
fn is_decimal(number: &str, mark: char) -> bool {
    let Some((whole, part)) = number.split_once(mark) else { return false };
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    digits(whole) && digits(part) && part.len() != 3
}

/// What a cell says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stated {
    low: u64,
    high: Option<u64>,
    estimate: Option<u64>,
    for_good: bool,
    /// A unit that stands behind the number.
    pub unit: Option<Unit>,
}

impl Stated {
    const OPEN: Self = Self { low: 0, high: None, estimate: None, for_good: false, unit: None };

    const fn between(low: u64, high: Option<u64>) -> Self {
        Self { low, high, ..Self::OPEN }
    }

    /// As a count.
    pub const fn count(&self, unit: Unit) -> Count {
        if let Some(value) = self.estimate {
            return Count::approximate(value, None, unit);
        }
        match (self.low, self.high) {
            (0, None) if self.for_good => Count::cannot_be_determined(unit),
            (0, None) => Count::to_be_determined(unit),
            (low, high) => Count::between(low, high, unit),
        }
    }

    /// What a qualifier column adds to a bare number, or to a cell that says of none why; a number with bounds of its own keeps
    /// them.
    pub const fn qualified(self, qualifier: Qualifier) -> Self {
        if let (0, None, None, Qualifier::CannotBeDetermined) = (self.low, self.high, self.estimate, qualifier) {
            return Self { for_good: true, ..self };
        }
        let (low, Some(high)) = (self.low, self.high) else { return self };
        match qualifier {
            Qualifier::AtLeast => Self { low, high: None, ..self },
            Qualifier::AtMost => Self { low: 0, high: Some(high), ..self },
            Qualifier::Approximate => Self { low: 0, high: None, estimate: Some(low), ..self },
            Qualifier::ToBeDetermined => Self::OPEN,
            Qualifier::CannotBeDetermined => Self { for_good: true, ..Self::OPEN },
            Qualifier::Exact | Qualifier::Between => self,
        }
    }
}

/// Words before a number, and what they make of it. Longer ones first.
const BEFORE: &[(&str, Qualifier)] = &[
    ("mindestens", Qualifier::AtLeast),
    ("wenigstens", Qualifier::AtLeast),
    ("at least", Qualifier::AtLeast),
    ("au moins", Qualifier::AtLeast),
    ("min.", Qualifier::AtLeast),
    ("min", Qualifier::AtLeast),
    ("ab", Qualifier::AtLeast),
    (">=", Qualifier::AtLeast),
    ("=>", Qualifier::AtLeast),
    ("≥", Qualifier::AtLeast),
    ("höchstens", Qualifier::AtMost),
    ("maximal", Qualifier::AtMost),
    ("at most", Qualifier::AtMost),
    ("bis zu", Qualifier::AtMost),
    ("up to", Qualifier::AtMost),
    ("max.", Qualifier::AtMost),
    ("max", Qualifier::AtMost),
    ("<=", Qualifier::AtMost),
    ("=<", Qualifier::AtMost),
    ("≤", Qualifier::AtMost),
    ("approximately", Qualifier::Approximate),
    ("approx.", Qualifier::Approximate),
    ("approx", Qualifier::Approximate),
    ("ungefähr", Qualifier::Approximate),
    ("environ", Qualifier::Approximate),
    ("around", Qualifier::Approximate),
    ("about", Qualifier::Approximate),
    ("circa", Qualifier::Approximate),
    ("etwa", Qualifier::Approximate),
    ("rund", Qualifier::Approximate),
    ("ca.", Qualifier::Approximate),
    ("ca", Qualifier::Approximate),
    ("~", Qualifier::Approximate),
    ("≈", Qualifier::Approximate),
];

const OPEN: &[&str] = &[
    "?",
    "??",
    "unknown",
    "unbekannt",
    "n/a",
    "n.a.",
    "k.a.",
    "k. a.",
    "keine angabe",
    "tbd",
    "to be determined",
    "noch zu ermitteln",
    "offen",
    "open",
    "inconnu",
    "desconocido",
    "onbekend",
    "sconosciuto",
    "to_be_determined",
];

const OPEN_FOR_GOOD: &[&str] = &["cannot be determined", "cannot_be_determined", "nicht bestimmbar"];

/// Reads a cell of a number column.
///
/// # Errors
/// `field.not_a_number`, `field.negative_number`, `field.number_too_large`.
pub fn read(text: &str, marks: Marks) -> Result<Stated, &'static str> {
    let text = text.trim();
    if !text.is_empty() && text.len() < 19 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        let value = sized(text)?;
        return Ok(Stated::between(value, Some(value)));
    }
    let lower = text.to_lowercase();
    if OPEN.contains(&lower.as_str()) {
        return Ok(Stated::OPEN);
    }
    if OPEN_FOR_GOOD.contains(&lower.as_str()) {
        return Ok(Stated { for_good: true, ..Stated::OPEN });
    }
    let (number, unit) = without_unit(&lower);
    let stated = bounded(number, marks)?;
    Ok(Stated { unit, ..stated })
}

fn bounded(text: &str, marks: Marks) -> Result<Stated, &'static str> {
    if let Some(inner) = text.strip_prefix("zwischen ").or_else(|| text.strip_prefix("between ")) {
        let parts = inner.split_once(" und ").or_else(|| inner.split_once(" and ")).ok_or("field.not_a_number")?;
        return range(parts, marks);
    }
    for (word, qualifier) in BEFORE {
        // `ab` is none of `about`.
        let whole_word = |rest: &&str| !(word.ends_with(char::is_alphabetic) && rest.starts_with(char::is_alphabetic));
        if let Some(rest) = text.strip_prefix(word).filter(whole_word) {
            let value = whole(rest, marks)?;
            return Ok(Stated::between(value, Some(value)).qualified(*qualifier));
        }
    }
    if let Some(rest) = text.strip_prefix('>') {
        return Ok(Stated::between(whole(rest, marks)?.saturating_add(1), None));
    }
    if let Some(rest) = text.strip_prefix('<') {
        let below = whole(rest, marks)?.checked_sub(1).ok_or("field.not_a_number")?;
        return Ok(Stated::between(0, Some(below)));
    }
    if let Some(rest) = text.strip_suffix('+') {
        return Ok(Stated::between(whole(rest, marks)?, None));
    }
    if text.starts_with(['-', '−']) && whole(&text.replace(['-', '−'], ""), marks).is_ok() {
        return Err("field.negative_number");
    }
    let text = text.strip_prefix("von ").or_else(|| text.strip_prefix("from ")).unwrap_or(text);
    for between in [" bis ", " to ", "..", "–", "—", "-"] {
        if let Some(parts) = text.split_once(between) {
            return range(parts, marks);
        }
    }
    let value = whole(text, marks)?;
    Ok(Stated::between(value, Some(value)))
}

fn range((from, to): (&str, &str), marks: Marks) -> Result<Stated, &'static str> {
    let (low, high) = (whole(from, marks)?, whole(to, marks)?);
    if low > high { Err("field.not_a_number") } else { Ok(Stated::between(low, Some(high))) }
}

/// The number without a noun behind it, and the unit the noun names.
fn without_unit(text: &str) -> (&str, Option<Unit>) {
    let Some((number, noun)) = text.rsplit_once(char::is_whitespace) else { return (text, None) };
    match words::unit(noun) {
        Some(unit) => (number.trim_end(), Some(unit)),
        None => (text, None),
    }
}

/// A whole number with its groupings; decimals only where they are nought.
fn whole(text: &str, marks: Marks) -> Result<u64, &'static str> {
    let text = text.trim();
    let is_blank = |it: char| matches!(it, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\'' | '’' | '_');
    if !text.starts_with(|it: char| it.is_ascii_digit()) || !text.ends_with(|it: char| it.is_ascii_digit()) {
        return Err("field.not_a_number");
    }
    let last = text.rfind(['.', ',']);
    let decimal = last.filter(|at| is_decimal_mark(text, *at, marks));
    let (whole, part) = decimal.map_or((text, ""), |at| (&text[..at], &text[at + 1..]));
    if part.bytes().any(|byte| byte != b'0') {
        return Err("field.not_a_number");
    }
    let groups: Vec<&str> = whole.split(|it: char| is_blank(it) || it == '.' || it == ',').collect();
    let digits = |group: &&str| !group.is_empty() && group.bytes().all(|byte| byte.is_ascii_digit());
    let grouped = groups.len() == 1 || (groups[0].len() <= 3 && groups[1..].iter().all(|group| group.len() == 3));
    let separators: Vec<char> = whole.chars().filter(|it| !it.is_ascii_digit()).collect();
    if !groups.iter().all(digits) || !grouped || separators.windows(2).any(|pair| pair[0] != pair[1]) {
        return Err("field.not_a_number");
    }
    sized(&groups.concat())
}

/// Digits, and not more than anybody counts.
fn sized(digits: &str) -> Result<u64, &'static str> {
    digits.parse().ok().filter(|it| *it <= LARGEST).ok_or("field.number_too_large")
}

/// The last mark is decimal where another kind stands before it, where no three digits follow, or its column says so.
fn is_decimal_mark(text: &str, at: usize, marks: Marks) -> bool {
    let mark = text[at..].chars().next().unwrap_or('.');
    let before = &text[..at];
    let says = if mark == '.' { marks.dot } else { marks.comma };
    let other = before.contains(|it: char| !it.is_ascii_digit() && it != mark);
    let repeated = before.contains(mark);
    other || (!repeated && (says || text.len() - at - 1 != 3))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> Result<(Option<u64>, &'static str), &'static str> {
        read(text, Marks::default()).map(|it| {
            let count = it.count(Unit::Record);
            (count.value(), count.qualifier().id())
        })
    }

    #[test]
    fn numbers_are_read_with_their_bounds() {
        for (text, value, qualifier) in [
            ("500", Some(500), "exact"),
            ("0", Some(0), "exact"),
            ("1,234", Some(1234), "exact"),
            ("1.234", Some(1234), "exact"),
            ("1.234.567", Some(1_234_567), "exact"),
            ("1 234", Some(1234), "exact"),
            ("1\u{202f}234", Some(1234), "exact"),
            ("1'234", Some(1234), "exact"),
            ("1.234,00", Some(1234), "exact"),
            ("1,234.0", Some(1234), "exact"),
            ("500.0", Some(500), "exact"),
            (">=500", Some(500), "at_least"),
            ("≥ 500", Some(500), "at_least"),
            (">500", Some(501), "at_least"),
            ("<500", Some(499), "at_most"),
            ("mindestens 1.500", Some(1500), "at_least"),
            ("At least 500", Some(500), "at_least"),
            ("500+", Some(500), "at_least"),
            ("max. 20", Some(20), "at_most"),
            ("ca. 500", Some(500), "approximate"),
            ("~500", Some(500), "approximate"),
            ("about 4,000", Some(4000), "approximate"),
            ("80-120", Some(80), "between"),
            ("80 – 120", Some(80), "between"),
            ("80 bis 120", Some(80), "between"),
            ("zwischen 80 und 120", Some(80), "between"),
            ("unbekannt", None, "to_be_determined"),
            ("?", None, "to_be_determined"),
            ("n/a", None, "to_be_determined"),
            ("nicht bestimmbar", None, "cannot_be_determined"),
        ] {
            assert_eq!(said(text), Ok((value, qualifier)), "{text}");
        }
        assert_eq!(read("ca. 500 E-Mails", Marks::default()).expect("a number").unit, Some(Unit::Email));
    }

    #[test]
    fn what_is_no_whole_number_is_a_problem() {
        for (text, code) in [
            ("12.5", "field.not_a_number"),
            ("many", "field.not_a_number"),
            ("1,23,456", "field.not_a_number"),
            ("1.2.3", "field.not_a_number"),
            ("120-80", "field.not_a_number"),
            ("1e9", "field.not_a_number"),
            ("-5", "field.negative_number"),
            ("99999999999999999999", "field.number_too_large"),
            ("9223372036854775808", "field.number_too_large"),
            ("4917612345678901", "field.number_too_large"),
            (">= 1.000.000.000.001", "field.number_too_large"),
        ] {
            assert_eq!(said(text), Err(code), "{text}");
        }
    }

    #[test]
    fn a_column_that_shows_decimals_settles_what_a_dot_is() {
        let mut marks = Marks::default();
        ["500.0", "1.234"].iter().for_each(|text| marks.learn(text));
        assert_eq!(marks, Marks { dot: true, comma: false });
        assert_eq!(read("1.234", marks), Err("field.not_a_number"));
        assert!(read("1,234", marks).is_ok());
    }

    #[test]
    fn a_qualifier_column_bounds_a_bare_number() {
        let bare = read("500", Marks::default()).expect("a number");
        for (qualifier, value) in
            [(Qualifier::AtLeast, Some(500)), (Qualifier::AtMost, Some(500)), (Qualifier::ToBeDetermined, None)]
        {
            let count = bare.qualified(qualifier).count(Unit::Record);
            assert_eq!((count.qualifier(), count.value()), (qualifier, value));
        }
        for (cell, qualifier, expected) in [
            ("?", Qualifier::CannotBeDetermined, Qualifier::CannotBeDetermined),
            ("?", Qualifier::ToBeDetermined, Qualifier::ToBeDetermined),
            ("nicht bestimmbar", Qualifier::ToBeDetermined, Qualifier::CannotBeDetermined),
            ("500", Qualifier::CannotBeDetermined, Qualifier::CannotBeDetermined),
            (">=500", Qualifier::CannotBeDetermined, Qualifier::AtLeast),
        ] {
            let stated = read(cell, Marks::default()).expect("a number or none");
            assert_eq!(stated.qualified(qualifier).count(Unit::Record).qualifier(), expected, "{cell} {qualifier}");
        }
    }
}
