//! How many: numbers as people write them into a cell, with their bounds.
//!
//! Records are whole, and a cell says by its own shape whether a mark in it groups or is decimal. `1.234` in a column that shows
//! decimals with a dot says neither: it is never guessed.

mod written;

use crate::model::count::{Count, LARGEST};
use crate::model::words::{Qualifier, Unit};

use super::words;
use written::{BEFORE, OPEN, OPEN_FOR_GOOD};

/// Which marks are decimal in a column.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Marks {
    /// `12.5` stands in it.
    pub dot: bool,
    /// `12,5` stands in it.
    pub comma: bool,
}

impl Marks {
    /// Learns from one cell of the column. What is no number, as `1.5 GB`, says nothing of those that are.
    pub fn learn(&mut self, text: &str) {
        let lower = text.trim().to_lowercase();
        let number = without_qualifier(&lower);
        for number in number.split(['–', '—']).flat_map(|it| it.split("..")).map(str::trim) {
            let mark = number.rfind(['.', ',']).filter(|at| shape(number, *at) == Shape::Decimal);
            match mark.map(|at| number.as_bytes()[at]) {
                Some(b'.') => self.dot = true,
                Some(_) => self.comma = true,
                None => {}
            }
        }
    }

    const fn shows(self, mark: u8) -> bool {
        if mark == b'.' { self.dot } else { self.comma }
    }
}

/// A number without the word or the sign before it, and the plus behind it.
fn without_qualifier(lower: &str) -> &str {
    let word = BEFORE.iter().find_map(|(word, _)| lower.strip_prefix(word));
    word.unwrap_or(lower).trim_start_matches(['<', '>', '-', '−', ' ']).trim_end_matches('+').trim()
}

/// What the last mark of a number is, by the number's own shape.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    /// It separates decimals.
    Decimal,
    /// It groups thousands.
    Grouping,
    /// One group before it and three digits behind it: either.
    Either,
    /// The text is no number.
    None,
}

/// The shape of a number at its last mark.
fn shape(number: &str, at: usize) -> Shape {
    let (before, part) = (&number[..at], &number[at + 1..]);
    let mark = number.as_bytes()[at];
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let grouped = |it: char| it.is_ascii_digit() || is_grouping(it);
    if !digits(part) || !before.starts_with(|it: char| it.is_ascii_digit()) || !before.chars().all(grouped) {
        return Shape::None;
    }
    let plain = digits(before);
    if before.bytes().any(|it| it == mark) {
        Shape::Grouping
    } else if !plain || part.len() != 3 || before.len() > 3 || before.starts_with('0') {
        Shape::Decimal
    } else {
        Shape::Either
    }
}

fn is_grouping(it: char) -> bool {
    matches!(it, '.' | ',' | ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\'' | '’' | '´' | '_')
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

    /// The number, where it is one and exact.
    pub fn exact(&self) -> Option<u64> {
        self.high.filter(|high| *high == self.low && self.estimate.is_none())
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

/// Reads a cell of a number column.
///
/// # Errors
/// `field.not_a_number`, `field.number_ambiguous`, `field.negative_number`, `field.number_too_large`.
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
    if !text.starts_with(|it: char| it.is_ascii_digit()) || !text.ends_with(|it: char| it.is_ascii_digit()) {
        return Err("field.not_a_number");
    }
    let last = text.rfind(['.', ',']).map(|at| (at, shape(text, at)));
    let decimal = match last {
        Some((at, Shape::Either)) if marks.shows(text.as_bytes()[at]) => return Err("field.number_ambiguous"),
        Some((at, Shape::Decimal)) => Some(at),
        _ => None,
    };
    let (whole, part) = decimal.map_or((text, ""), |at| (&text[..at], &text[at + 1..]));
    if part.bytes().any(|byte| byte != b'0') {
        return Err("field.not_a_number");
    }
    let groups: Vec<&str> = whole.split(is_grouping).collect();
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
    fn thousands_are_told_from_decimals_by_the_cell_and_what_can_be_both_is_left_open() {
        let (dot, comma, ambiguous) = (&["12.50"][..], &["12,5"][..], Err("field.number_ambiguous"));
        for (column, text, expected) in [
            (&[][..], "1.000", Ok(1_000)),
            (dot, "1.000", ambiguous),
            (dot, ">= 2.000", ambiguous),
            (dot, "1.000-2.000", ambiguous),
            (dot, "1,000", Ok(1_000)),
            (dot, "1.234.567", Ok(1_234_567)),
            (dot, "1.000,00", Ok(1_000)),
            (dot, "1000", Ok(1_000)),
            (dot, "12.0", Ok(12)),
            (comma, "mindestens 2,000", ambiguous),
            (comma, "2.000", Ok(2_000)),
            (&["0.500"], "1.000", ambiguous),
            (&["ca. 12.5"], "1.000", ambiguous),
            (&["1.5 – 2.5"], "1.000", ambiguous),
            (&["1.355,00"], "1,355", ambiguous),
            (&["1234.567"], "1.000", ambiguous),
            // Of these the first is no number of anything, and the others group.
            (&["1.5 GB", "unclear 3.5"], "1.000", Ok(1_000)),
            (&["1.234.567", "2.000"], "1.000", Ok(1_000)),
            (&[], "0.500", Err("field.not_a_number")),
            (&[], "0.000", Ok(0)),
            (&[], "1234.000", Ok(1_234)),
            (&[], "1234.567", Err("field.not_a_number")),
        ] {
            let mut marks = Marks::default();
            column.iter().for_each(|text| marks.learn(text));
            assert_eq!(read(text, marks).map(|it| it.low), expected, "{text} beside {column:?}");
        }
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
