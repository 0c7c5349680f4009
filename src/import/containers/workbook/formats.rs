//! What a number of a workbook is shown as: a day, a number with noughts before it, or the number itself.
//!
//! Knows no locale: days are written as ISO 8601, numbers without grouping.

use std::collections::HashMap;
use std::io::{self, Read};

use jiff::ToSpan as _;
use jiff::civil::date;

use super::xml::{Event, Xml, attribute};
use crate::error::Error;
use crate::import::containers::plain;

/// More styles than any workbook has (Excel: 65,490).
const MOST: usize = 100_000;

/// A serial number beyond 31 December 9999.
const LAST_DAY: f64 = 2_958_466.0;

/// The formats of a workbook's styles.
#[derive(Default)]
pub struct Formats {
    styles: Vec<Format>,
    /// Days are counted from 1904, not from 1900.
    since_1904: bool,
}

/// How numbers of a style are shown.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Format {
    Number,
    Time,
    /// `00000`: characters that are shown as they are, and places of digits.
    Padded(Vec<Place>),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Digit,
    Literal(char),
}

impl Formats {
    /// Of a workbook without styles.
    pub const fn none(since_1904: bool) -> Self {
        Self { styles: Vec::new(), since_1904 }
    }

    /// Reads the part of styles.
    ///
    /// # Errors
    /// What the source refuses; `import.broken_workbook`, `import.workbook_too_large`.
    pub fn read<R: Read>(mut xml: Xml<R>, since_1904: bool) -> io::Result<Self> {
        let mut codes: HashMap<u32, String> = HashMap::new();
        let mut styles = Vec::new();
        // Only those of cells count; styles of styles come before them.
        let mut of_cells = false;
        loop {
            match xml.next()? {
                Event::Start(start) => match start.local_name().as_ref() {
                    "cellXfs" => of_cells = true,
                    "numFmt" => {
                        let (id, code) = (number(attribute(&start, "numFmtId")), attribute(&start, "formatCode"));
                        codes.extend(id.zip(code).map(|(id, code)| (id, code.into_owned())));
                    }
                    "xf" if of_cells => {
                        let id = number(attribute(&start, "numFmtId")).unwrap_or(0);
                        styles.push(codes.get(&id).map_or_else(|| built_in(id), |code| format(code)));
                    }
                    _ => {}
                },
                Event::End(end) if end.local_name().as_ref() == "cellXfs" => of_cells = false,
                Event::Eof => return Ok(Self { styles, since_1904 }),
                _ => {}
            }
            if styles.len() + codes.len() > MOST {
                return Err(io::Error::other(Error::new("import.broken_workbook").because("too many styles")));
            }
        }
    }

    /// A number as it is shown in a style, for the readers of values.
    pub fn shown(&self, number: f64, style: usize) -> String {
        match self.styles.get(style) {
            Some(Format::Time) => time(number, self.since_1904),
            Some(Format::Padded(places)) => padded(number, places).unwrap_or_else(|| plain(number)),
            Some(Format::Number) | None => plain(number),
        }
    }
}

fn number(text: Option<std::borrow::Cow<'_, str>>) -> Option<u32> {
    text?.trim().parse().ok()
}

/// Formats that have a number and no code (ECMA-376, 18.8.30). 46 is a duration.
const fn built_in(id: u32) -> Format {
    if matches!(id, 14..=22 | 27..=36 | 45 | 47 | 50..=58) { Format::Time } else { Format::Number }
}

/// What a code shows. Only its first section counts.
fn format(code: &str) -> Format {
    let (mut places, mut is_plain, mut is_time) = (Vec::new(), true, false);
    let mut characters = code.chars();
    while let Some(it) = characters.next() {
        match it {
            ';' => break,
            '"' => places.extend(characters.by_ref().take_while(|it| *it != '"').map(Place::Literal)),
            '\\' => places.extend(characters.next().map(Place::Literal)),
            // Of its width, and as often as there is room: nothing that belongs to the value.
            '_' | '*' => drop(characters.next()),
            '[' => {
                let within: String = characters.by_ref().take_while(|it| *it != ']').collect();
                // Hours beyond a day are a duration, and so is the rest.
                if !within.is_empty() && within.chars().all(|it| "hmsHMS".contains(it)) {
                    return Format::Number;
                }
            }
            '0' => places.push(Place::Digit),
            'd' | 'm' | 'h' | 'y' | 's' | 'D' | 'M' | 'H' | 'Y' | 'S' => is_time = true,
            '-' | '(' | ')' | ' ' | ':' => places.push(Place::Literal(it)),
            _ => is_plain = false,
        }
    }
    let digits = places.iter().filter(|it| **it == Place::Digit).count();
    match (is_time, is_plain && digits > 1) {
        (true, _) => Format::Time,
        (false, true) => Format::Padded(places),
        (false, false) => Format::Number,
    }
}

/// A whole number with noughts before it; what has more digits than places has them before the first.
fn padded(number: f64, places: &[Place]) -> Option<String> {
    const EXACT: f64 = 9_007_199_254_740_992.0;
    if number < 0.0 || number.fract() != 0.0 || number > EXACT {
        return None;
    }
    let digits = format!("{number:.0}");
    let of = places.iter().filter(|it| **it == Place::Digit).count();
    let digits = format!("{digits:0>of$}");
    let (more, rest) = digits.split_at(digits.len() - of);
    let (mut more, mut rest) = (Some(more), rest.chars());
    let mut out = String::new();
    for place in places {
        match place {
            Place::Literal(it) => out.push(*it),
            Place::Digit => {
                out.push_str(more.take().unwrap_or_default());
                out.extend(rest.next());
            }
        }
    }
    Some(out)
}

/// A serial number as ISO 8601; one that is no day stays a number.
fn time(serial: f64, since_1904: bool) -> String {
    const DAY: f64 = 86_400_000.0;
    let counted = if since_1904 { serial + 1_462.0 } else { serial };
    if !(0.0..LAST_DAY).contains(&counted) {
        return plain(serial);
    }
    // A serial number is a binary fraction of a day: 10:30:00 may arrive as 10:29:59.999 and some more.
    let milliseconds = (counted * DAY).round();
    let (days, within) = ((milliseconds / DAY).floor() as i64, (milliseconds % DAY) as i64);
    // The 29 February 1900 that Lotus had, and Excel after it.
    let days = if days < 60 { days + 1 } else { days };
    let Ok(at) = date(1899, 12, 30).at(0, 0, 0, 0).checked_add(days.days().milliseconds(within)) else {
        return plain(serial);
    };
    match within {
        0 => at.date().to_string(),
        it if it % 1_000 == 0 => at.to_string(),
        _ => format!("{}.{:03}", at.strftime("%Y-%m-%dT%H:%M:%S"), within % 1_000),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_shows_a_time_a_padded_number_or_the_number() {
        let is_padded = |code: &str| matches!(format(code), Format::Padded(_));
        for code in [
            "dd.mm.yyyy",
            "DD/MM/YY",
            "H:MM:SS;@",
            "[$-409]d/m/yy h:mm AM/PM;@",
            "m\"M\"d\"D\";@",
            "mm:ss.0",
            "[Red]yyyy",
        ] {
            assert_eq!(format(code), Format::Time, "{code}");
        }
        for code in [
            "General",
            "@",
            "0",
            "0.00",
            "#,##0",
            "#,##0\\ [$\\u20bd-46D]",
            "\"Y: \"0.00\"m\"",
            "[h]:mm",
            "[ss].000",
            "0%",
            "0.00E+00",
            "#,##0_);(#,##0)",
            "00.0",
            "# ?/?",
        ] {
            assert_eq!(format(code), Format::Number, "{code}");
        }
        for code in ["00000", "00000;@", "\"K-\"0000", "000\\-0000", "00\" \"00"] {
            assert!(is_padded(code), "{code}");
        }
    }

    #[test]
    fn a_number_is_shown_with_the_noughts_of_its_format() {
        for (code, number, shown) in [
            ("00000", 1234.0, Some("01234")),
            ("00000", 123_456.0, Some("123456")),
            ("\"K-\"0000", 7.0, Some("K-0007")),
            ("000\\-0000", 5551234.0, Some("555-1234")),
            ("000", 1.5, None),
            ("000", -1.0, None),
        ] {
            let Format::Padded(places) = format(code) else { panic!("{code}") };
            assert_eq!(padded(number, &places).as_deref(), shown, "{code} {number}");
        }
    }

    #[test]
    fn a_serial_number_is_the_day_that_excel_shows() {
        for (serial, since_1904, shown) in [
            (45_061.437_5, false, "2023-05-15T10:30:00"),
            (43_599.437_5, true, "2023-05-15T10:30:00"),
            (45_061.0, false, "2023-05-15"),
            (1.0, false, "1900-01-01"),
            (59.0, false, "1900-02-28"),
            (61.0, false, "1900-03-01"),
            (0.437_5, false, "1899-12-31T10:30:00"),
            (45_061.437_499_999_9, false, "2023-05-15T10:30:00"),
            (45_061.999_999_999_9, false, "2023-05-16"),
            (45_061.437_505_787, false, "2023-05-15T10:30:00.500"),
            (2_958_465.0, false, "9999-12-31"),
            (2_958_466.0, false, "2958466"),
            (-1.0, false, "-1"),
            (3_000_000.0, true, "3000000"),
            (-2_000.0, true, "-2000"),
        ] {
            assert_eq!(time(serial, since_1904), shown, "{serial}");
        }
    }
}
