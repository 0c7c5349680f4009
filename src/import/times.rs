//! Times as people and programs write them into a cell.
//!
//! Never guesses which number is the day: the column settles it, or the caller does.

use jiff::{civil, tz::TimeZone};

use super::DateOrder;
use crate::model::moment::Moment;
use crate::model::words::Precision;

/// A cell in its parts, before anybody knows which number is the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Day {
    Settled(civil::Date),
    /// First number, second number, year.
    Open(i8, i8, i16),
}

/// What the cells of a column tell about the order of day and month.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Evidence {
    day_first: bool,
    month_first: bool,
    /// Cells that could be read either way; the first few.
    pub samples: Vec<String>,
}

impl Evidence {
    /// Learns from one cell.
    pub fn learn(&mut self, text: &str) {
        let text = text.trim();
        if !text.as_bytes().first().is_some_and(u8::is_ascii_digit) || text.as_bytes().get(4) == Some(&b'-') {
            return;
        }
        let (date, _) = parts(text);
        let Ok(Day::Open(first, second, _)) = day(date) else { return };
        self.day_first |= first > 12;
        self.month_first |= second > 12;
        if first <= 12 && second <= 12 && first != second && self.samples.len() < 3 {
            self.samples.push(text.to_owned());
        }
    }

    /// The order, where the cells agree on one.
    pub fn order(&self) -> Option<DateOrder> {
        match (self.day_first, self.month_first) {
            (true, false) => Some(DateOrder::DayMonth),
            (false, true) => Some(DateOrder::MonthDay),
            _ => None,
        }
    }

    /// Whether any cell leaves the order to its column.
    pub fn needs_one(&self) -> bool {
        self.day_first || self.month_first || !self.samples.is_empty()
    }

    /// Whether a cell cannot be read without an order that the cells do not give.
    pub fn is_open(&self) -> bool {
        self.order().is_none() && !self.samples.is_empty()
    }
}

/// Words for "there is none".
pub fn is_never(text: &str) -> bool {
    const WORDS: &[&str] = &["never", "nie", "never logged in", "unknown", "unbekannt", "jamais", "?"];
    WORDS.iter().any(|word| text.eq_ignore_ascii_case(word))
}

/// Reads a cell of a time column.
///
/// # Errors
/// `time.two_digit_year`, `time.order_open`, `time.ambiguous`, `time.does_not_exist`, `time.unreadable`.
pub fn read(text: &str, order: Option<DateOrder>, zone: &TimeZone) -> Result<Moment, &'static str> {
    let text = text.trim();
    match Moment::read(text, zone) {
        Ok(moment) => return Ok(moment),
        Err(error) if error.code == "time.without_zone" => {
            let at: civil::DateTime = text.parse().map_err(|_| "time.unreadable")?;
            return local(at, precision(text), text, zone);
        }
        Err(_) => {}
    }
    let (date, time) = parts(text);
    let day = settle(day(date)?, order)?;
    let time = time.trim().trim_end_matches("Uhr").trim();
    if time.is_empty() {
        return Moment::read(&day.to_string(), zone)
            .map(|moment| Moment { original: text.to_owned(), ..moment })
            .map_err(|error| error.code);
    }
    let (clock, own_zone) = clock(time).ok_or("time.unreadable")?;
    let at = day.to_datetime(clock);
    match own_zone {
        None => local(at, precision(time), text, zone),
        Some(own) => {
            let moment = local(at, precision(time), text, &own)?;
            Ok(Moment { zone_assumed: None, ..moment })
        }
    }
}

fn local(at: civil::DateTime, precision: Precision, text: &str, zone: &TimeZone) -> Result<Moment, &'static str> {
    Moment::local(at, precision, text, zone).map_err(|error| error.code)
}

fn precision(text: &str) -> Precision {
    if text.matches(':').count() >= 2 { Precision::Second } else { Precision::Minute }
}

/// The date and what follows it.
fn parts(text: &str) -> (&str, &str) {
    let is_word = |it: char| it.is_alphabetic();
    if text.contains(is_word) && month_name(text).is_some() {
        return text.find(':').map_or((text, ""), |colon| {
            let begin = text[..colon].rfind([' ', ',', 'T']).unwrap_or(0);
            (text[..begin].trim_end_matches([',', ' ']), &text[begin..])
        });
    }
    let end = text.find(|it: char| !(it.is_ascii_digit() || matches!(it, '.' | '/' | '-'))).unwrap_or(text.len());
    (&text[..end], text[end..].trim_start_matches([',', ' ', 'T']))
}

fn day(date: &str) -> Result<Day, &'static str> {
    if date.contains(char::is_alphabetic) {
        return named(date);
    }
    let numbers: Vec<&str> = date.split(['.', '/', '-']).collect();
    let marks: Vec<char> = date.chars().filter(|it| !it.is_ascii_digit()).collect();
    let [a, b, c] = numbers.as_slice() else { return Err("time.unreadable") };
    if marks[0] != marks[1] {
        return Err("time.unreadable");
    }
    let small = |text: &str| text.parse::<i8>().ok().filter(|_| matches!(text.len(), 1 | 2));
    let year = |text: &str| text.parse::<i16>().ok().filter(|_| text.len() == 4);
    let date = |y, m, d| civil::Date::new(y, m, d).map(Day::Settled).map_err(|_| "time.unreadable");
    match (year(a), small(a), small(b), year(c), small(c)) {
        (Some(y), _, Some(m), _, Some(d)) => date(y, m, d),
        (_, Some(d), Some(m), Some(y), _) if marks[0] == '.' => date(y, m, d),
        (_, Some(first), Some(second), Some(y), _) => Ok(Day::Open(first, second, y)),
        (_, Some(_), Some(_), _, Some(_)) => Err("time.two_digit_year"),
        _ => Err("time.unreadable"),
    }
}

/// Month names in English and German; the first three letters tell, French and Spanish mostly among them.
fn month_name(text: &str) -> Option<i8> {
    const MONTHS: [&[&str]; 12] = [
        &["jan", "jän"],
        &["feb", "fév"],
        &["mar", "mär", "mrz"],
        &["apr", "avr"],
        &["may", "mai"],
        &["jun"],
        &["jul"],
        &["aug", "aoû"],
        &["sep"],
        &["oct", "okt"],
        &["nov"],
        &["dec", "dez", "déc"],
    ];
    let word = text.split(|it: char| !it.is_alphabetic()).find(|word| word.chars().count() >= 3)?.to_lowercase();
    let at = MONTHS.iter().position(|names| names.iter().any(|name| word.starts_with(name)))?;
    i8::try_from(at + 1).ok()
}

/// `15 May 2023`, `15. Mai 2023`, `May 15, 2023`.
fn named(date: &str) -> Result<Day, &'static str> {
    let month = month_name(date).ok_or("time.unreadable")?;
    let numbers: Vec<&str> = date.split(|it: char| !it.is_ascii_digit()).filter(|it| !it.is_empty()).collect();
    let [day, year] = numbers.as_slice() else { return Err("time.unreadable") };
    if year.len() == 2 {
        return Err("time.two_digit_year");
    }
    let (Ok(day), Ok(year)) = (day.parse(), year.parse()) else { return Err("time.unreadable") };
    civil::Date::new(year, month, day).map(Day::Settled).map_err(|_| "time.unreadable")
}

fn settle(day: Day, order: Option<DateOrder>) -> Result<civil::Date, &'static str> {
    let (first, second, year) = match day {
        Day::Settled(date) => return Ok(date),
        Day::Open(first, second, year) => (first, second, year),
    };
    let order = match order {
        Some(order) => order,
        None if first > 12 || first == second => DateOrder::DayMonth,
        None if second > 12 => DateOrder::MonthDay,
        None => return Err("time.order_open"),
    };
    let (month, day) = match order {
        DateOrder::DayMonth => (second, first),
        DateOrder::MonthDay => (first, second),
    };
    civil::Date::new(year, month, day).map_err(|_| "time.unreadable")
}

/// `10:30`, `10:30:15.123`, `4:05:03 PM`, with `Z`, `UTC`, `GMT` or an offset behind it.
fn clock(text: &str) -> Option<(civil::Time, Option<TimeZone>)> {
    let text = text.trim_matches(|it: char| it.is_whitespace() || it == ',' || it == '(' || it == ')');
    let end = text.find(|it: char| !(it.is_ascii_digit() || matches!(it, ':' | '.'))).unwrap_or(text.len());
    let (digits, rest) = text.split_at(end);
    let mut rest = rest.trim();
    let mut numbers = digits.split(':');
    let mut hour: i8 = numbers.next()?.parse().ok()?;
    let minute: i8 = numbers.next()?.parse().ok()?;
    let second = numbers.next().unwrap_or("0");
    let (second, fraction) = second.split_once('.').unwrap_or((second, ""));
    let half = rest.get(..2).map(str::to_ascii_lowercase).filter(|half| half == "am" || half == "pm");
    if let Some(half) = half {
        rest = rest[2..].trim();
        hour = (1..=12).contains(&hour).then_some(hour % 12 + if half == "pm" { 12 } else { 0 })?;
    }
    let nanos = format!("{:0<9.9}", fraction).parse().ok()?;
    let time = civil::Time::new(hour, minute, second.parse().ok()?, nanos).ok()?;
    Some((time, own_zone(rest)?))
}

/// The zone behind a time; the outer `None` is a text that is no zone.
fn own_zone(text: &str) -> Option<Option<TimeZone>> {
    let text = text.trim_matches(['(', ')', ' ']);
    if text.is_empty() {
        return Some(None);
    }
    if ["z", "utc", "gmt"].iter().any(|it| text.eq_ignore_ascii_case(it)) {
        return Some(Some(TimeZone::UTC));
    }
    let offset = text.strip_prefix("UTC").or_else(|| text.strip_prefix("GMT")).unwrap_or(text);
    let sign = match offset.chars().next()? {
        '+' => 1,
        '-' | '−' => -1,
        _ => return None,
    };
    let digits: String = offset.chars().filter(char::is_ascii_digit).collect();
    let (hours, minutes) = match digits.len() {
        1 | 2 => (digits.parse::<i32>().ok()?, 0),
        4 => (digits[..2].parse().ok()?, digits[2..].parse::<i32>().ok()?),
        _ => return None,
    };
    jiff::tz::Offset::from_seconds(sign * (hours * 3600 + minutes * 60)).ok().map(|it| Some(it.to_time_zone()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn berlin() -> TimeZone {
        TimeZone::get("Europe/Berlin").expect("the zones are bundled")
    }

    #[test]
    fn times_are_read_as_they_stand() {
        let us = Some(DateOrder::MonthDay);
        for (text, order, instant, precision) in [
            ("2023-05-15T10:30:00Z", None, "2023-05-15T10:30:00Z", Precision::Second),
            ("2026-01-24T06:54:24.0000000Z ", None, "2026-01-24T06:54:24Z", Precision::Second),
            ("2023-05-15 10:30", None, "2023-05-15T08:30:00Z", Precision::Minute),
            ("15.05.2023 10:30", None, "2023-05-15T08:30:00Z", Precision::Minute),
            ("15.5.2023, 10:30 Uhr", None, "2023-05-15T08:30:00Z", Precision::Minute),
            ("15.05.2023", None, "2023-05-14T22:00:00Z", Precision::Day),
            ("2023-05", None, "2023-04-30T22:00:00Z", Precision::Month),
            ("8/19/2021 1:25:31 PM", None, "2021-08-19T11:25:31Z", Precision::Second),
            ("9/2/2023 4:05:03 AM", us, "2023-09-02T02:05:03Z", Precision::Second),
            ("6/4/2021, 12:00:37.371 PM", us, "2021-06-04T10:00:37.371Z", Precision::Second),
            ("15/05/2023 10:30", None, "2023-05-15T08:30:00Z", Precision::Minute),
            ("05/05/2023", None, "2023-05-04T22:00:00Z", Precision::Day),
            ("15 May 2023 10:30 UTC", None, "2023-05-15T10:30:00Z", Precision::Minute),
            ("May 15, 2023", None, "2023-05-14T22:00:00Z", Precision::Day),
            ("15. Mai 2023", None, "2023-05-14T22:00:00Z", Precision::Day),
            ("2023/05/15 10:30:00 +02:00", None, "2023-05-15T08:30:00Z", Precision::Second),
        ] {
            let moment = read(text, order, &berlin()).expect(text);
            assert_eq!((moment.from.to_string().as_str(), moment.precision), (instant, precision), "{text}");
            assert_eq!(moment.original, text.trim());
        }
    }

    #[test]
    fn what_cannot_be_meant_has_its_code() {
        for (text, code) in [
            ("03/04/2023", "time.order_open"),
            ("15.05.23", "time.two_digit_year"),
            ("5/15/23 10:00", "time.two_digit_year"),
            ("29.03.2026 02:30", "time.does_not_exist"),
            ("25.10.2026 02:30", "time.ambiguous"),
            ("31.02.2023", "time.unreadable"),
            ("soon", "time.unreadable"),
            ("45061", "time.unreadable"),
            ("15.05.2023 25:00", "time.unreadable"),
        ] {
            assert_eq!(read(text, None, &berlin()).expect_err(text), code, "{text}");
        }
    }

    #[test]
    fn the_column_settles_the_order_or_leaves_it_open() {
        let learnt = |cells: &[&str]| {
            let mut evidence = Evidence::default();
            cells.iter().for_each(|cell| evidence.learn(cell));
            (evidence.order(), evidence.is_open())
        };
        assert_eq!(learnt(&["03/04/2023", "15/04/2023"]), (Some(DateOrder::DayMonth), false));
        assert_eq!(learnt(&["3/4/2023", "4/15/2023 1:00 PM"]), (Some(DateOrder::MonthDay), false));
        assert_eq!(learnt(&["03/04/2023"]), (None, true));
        assert_eq!(learnt(&["03/04/2023", "15/04/2023", "04/15/2023"]), (None, true));
        assert_eq!(learnt(&["2023-05-15", "15.05.2023", "05/05/2023"]), (None, false));
    }

    #[test]
    fn a_zone_that_the_text_does_not_name_is_written_down() {
        assert_eq!(
            read("15.05.2023 10:30", None, &berlin()).expect("a time").zone_assumed.as_deref(),
            Some("Europe/Berlin")
        );
        assert_eq!(read("2023-05-15T10:30Z", None, &berlin()).expect("a time").zone_assumed, None);
    }
}
