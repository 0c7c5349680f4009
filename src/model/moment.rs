//! A time as somebody stated it: an instant in UTC, how exact it is, and the words it came in.

use jiff::{Timestamp, ZonedDateTime, civil, tz::TimeZone};
use serde::{Deserialize, Serialize};

use super::words::Precision;
use super::zone;
use crate::error::{Error, Result};

/// A point in time with its precision. A month is a band from its first instant to the next month's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct Moment {
    /// The first instant it can mean, UTC.
    #[ts(type = "string")]
    pub from: Timestamp,
    /// The first instant after it, UTC.
    #[ts(type = "string")]
    pub until: Timestamp,
    /// How exact it was stated.
    pub precision: Precision,
    /// The text as it was given.
    pub original: String,
    /// The IANA zone assumed where the text named none.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    #[ts(optional)]
    pub zone_assumed: Option<String>,
}

/// A period: from one moment to another, or without an end yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct Period {
    /// Begin.
    pub from: Moment,
    /// End; `None` where it goes on or is not known.
    pub until: Option<Moment>,
}

impl Moment {
    /// Reads an RFC 3339 time with a zone, or a day, month or year in `zone`.
    ///
    /// # Errors
    /// `time.unreadable`; `time.without_zone` for a time of day without a zone; `time.ambiguous` and
    /// `time.does_not_exist` where the zone's clock was set back or forward.
    pub fn read(text: &str, zone: &TimeZone) -> Result<Self> {
        let text = text.trim();
        if let Ok(at) = text.parse::<Timestamp>() {
            return Ok(Self::instant(at, text));
        }
        if let Some(band) = civil_band(text) {
            return Self::band(band, text, zone);
        }
        if text.parse::<civil::DateTime>().is_ok_and(|_| text.len() > 10) {
            return Err(Error::new("time.without_zone").with("text", text));
        }
        Err(Error::new("time.unreadable").with("text", text))
    }

    /// An exact instant; its precision is a minute where the text has no seconds.
    #[must_use]
    pub fn instant(at: Timestamp, original: &str) -> Self {
        let precision = if original.matches(':').count() >= 2 { Precision::Second } else { Precision::Minute };
        Self { from: at, until: at, precision, original: original.to_owned(), zone_assumed: None }
    }

    /// A civil time in a zone that the text did not name.
    ///
    /// # Errors
    /// `time.ambiguous`, `time.does_not_exist`.
    pub fn local(at: civil::DateTime, precision: Precision, original: &str, zone: &TimeZone) -> Result<Self> {
        let ambiguous = zone.to_ambiguous_zoned_datetime(at);
        let code = match ambiguous.offset() {
            jiff::tz::AmbiguousOffset::Unambiguous { .. } => None,
            jiff::tz::AmbiguousOffset::Gap { .. } => Some("time.does_not_exist"),
            jiff::tz::AmbiguousOffset::Fold { .. } => Some("time.ambiguous"),
        };
        if let Some(code) = code {
            return Err(Error::new(code).with("text", original).with("zone", zone::name(zone)));
        }
        let from = ambiguous.compatible().map_err(|cause| unreadable(original, cause))?.timestamp();
        Ok(Self {
            from,
            until: from,
            precision,
            original: original.to_owned(),
            zone_assumed: Some(zone::name(zone).to_owned()),
        })
    }

    fn band(
        (first, next, precision): (civil::Date, civil::Date, Precision),
        text: &str,
        zone: &TimeZone,
    ) -> Result<Self> {
        let start = |day: civil::Date| day.to_zoned_datetime(zone.clone()).map(|at| at.timestamp());
        Ok(Self {
            from: start(first).map_err(|cause| unreadable(text, cause))?,
            until: start(next).map_err(|cause| unreadable(text, cause))?,
            precision,
            original: text.to_owned(),
            zone_assumed: Some(zone::name(zone).to_owned()),
        })
    }

    /// The same instant on a zone's clock. A day, month or year stays what was stated: it keeps the zone it was read in.
    #[must_use]
    pub fn zoned(&self, zone: &TimeZone) -> ZonedDateTime {
        let own = self.zone_assumed.as_deref().filter(|_| !self.has_time()).map(zone::kept);
        self.from.to_zoned_datetime(own.unwrap_or_else(|| zone.clone()))
    }

    /// Whether it names a time of day.
    #[must_use]
    pub fn has_time(&self) -> bool {
        self.precision >= Precision::Minute
    }

    /// The contract's form: RFC 3339 for instants, `2023-05-15`, `2023-05` or `2023` for coarser ones.
    #[must_use]
    pub fn text(&self, zone: &TimeZone) -> String {
        let at = self.zoned(zone);
        match self.precision {
            Precision::Year => at.strftime("%Y").to_string(),
            Precision::Month => at.strftime("%Y-%m").to_string(),
            Precision::Day => at.strftime("%Y-%m-%d").to_string(),
            Precision::Minute | Precision::Second => at.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string(),
        }
    }
}

impl Period {
    /// Reads `FROM..TO`, `FROM..` or `FROM`.
    ///
    /// # Errors
    /// As [`Moment::read`]; `time.end_before_begin`.
    pub fn read(text: &str, zone: &TimeZone) -> Result<Self> {
        let (from, until) = text.split_once("..").map_or((text, ""), |(from, until)| (from, until));
        let period = Self {
            from: Moment::read(from, zone)?,
            until: if until.trim().is_empty() { None } else { Some(Moment::read(until, zone)?) },
        };
        match &period.until {
            Some(until) if until.from < period.from.from && until.until <= period.from.from => {
                Err(Error::new("time.end_before_begin").with("text", text))
            }
            _ => Ok(period),
        }
    }
}

fn unreadable(text: &str, cause: jiff::Error) -> Error {
    Error::new("time.unreadable").with("text", text).because(cause)
}

/// `2023`, `2023-05` or `2023-05-15` as the first day it can mean and the day after the last.
fn civil_band(text: &str) -> Option<(civil::Date, civil::Date, Precision)> {
    let parts: Vec<&str> = text.split('-').collect();
    let shape: Vec<usize> = parts.iter().map(|part| part.len()).collect();
    let number = |at: usize| parts.get(at).and_then(|part| part.parse::<i16>().ok());
    let (month, day, precision) = match shape.as_slice() {
        [4] => (1, 1, Precision::Year),
        [4, 2] => (number(1)?, 1, Precision::Month),
        [4, 2, 2] => (number(1)?, number(2)?, Precision::Day),
        _ => return None,
    };
    let first = civil::Date::new(number(0)?, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()?;
    let span = match precision {
        Precision::Year => jiff::Span::new().years(1),
        Precision::Month => jiff::Span::new().months(1),
        _ => jiff::Span::new().days(1),
    };
    Some((first, first.checked_add(span).ok()?, precision))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn berlin() -> TimeZone {
        TimeZone::get("Europe/Berlin").expect("the zones are bundled")
    }

    #[test]
    fn a_month_keeps_its_precision_and_is_a_band() {
        let may = Moment::read("2023-05", &berlin()).expect("a month");
        assert_eq!(may.precision, Precision::Month);
        assert_eq!(may.text(&berlin()), "2023-05");
        assert_eq!(may.from.to_string(), "2023-04-30T22:00:00Z");
        assert_eq!(may.until.to_string(), "2023-05-31T22:00:00Z");
    }

    #[test]
    fn a_month_read_in_one_zone_is_the_same_month_in_another() {
        let new_york = TimeZone::get("America/New_York").expect("the zones are bundled");
        let may = Moment::read("2023-05", &berlin()).expect("a month");
        assert_eq!(may.text(&new_york), "2023-05");
    }

    #[test]
    fn times_that_cannot_be_meant_are_refused() {
        for (text, code) in
            [("2023-05-15T10:00", "time.without_zone"), ("soon", "time.unreadable"), ("2023-13", "time.unreadable")]
        {
            assert_eq!(Moment::read(text, &berlin()).expect_err(text).code, code);
        }
        let gap = "2026-03-29T02:30:00".parse().expect("civil");
        let fold = "2026-10-25T02:30:00".parse().expect("civil");
        assert_eq!(Moment::local(gap, Precision::Minute, "x", &berlin()).expect_err("gap").code, "time.does_not_exist");
        assert_eq!(Moment::local(fold, Precision::Minute, "x", &berlin()).expect_err("fold").code, "time.ambiguous");
    }

    #[test]
    fn an_end_before_its_begin_is_refused() {
        assert_eq!(Period::read("2023-06..2023-05", &berlin()).expect_err("backwards").code, "time.end_before_begin");
    }
}
