//! Times in words: instants with their zone, days, months and years as exact as they were stated.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ZonedDateTime};

use super::Phrases;
use super::formats::Shape;
use crate::model::moment::{Moment, Period};
use crate::model::words::Precision;

impl Phrases {
    /// A day in full: "24 November 2026".
    #[must_use]
    pub fn date(&self, day: Date) -> String {
        self.shaped(day, Shape::Long)
    }

    /// A day in short, with its year.
    #[must_use]
    pub fn date_short(&self, day: Date) -> String {
        self.shaped(day, Shape::Short)
    }

    /// A day without its year, where the year is clear: "24 Nov".
    #[must_use]
    pub fn day_and_month(&self, day: Date) -> String {
        self.shaped(day, Shape::WithoutYear)
    }

    /// A month: "November 2026".
    #[must_use]
    pub fn month(&self, day: Date) -> String {
        self.shaped(day, Shape::Month)
    }

    /// An instant on a zone's clock, zone included: "24 November 2026, 09:00 CET".
    #[must_use]
    pub fn instant(&self, at: Timestamp, zone: &TimeZone) -> String {
        let at = at.to_zoned_datetime(zone.clone());
        self.at_time(self.date(at.date()), &at)
    }

    /// An instant with its weekday, for what hangs on it: awareness, latest times.
    #[must_use]
    pub fn instant_with_weekday(&self, at: Timestamp, zone: &TimeZone) -> String {
        let at = at.to_zoned_datetime(zone.clone());
        self.at_time(self.shaped(at.date(), Shape::WithWeekday), &at)
    }

    /// A time as exact as it was stated.
    #[must_use]
    pub fn moment(&self, at: &Moment, zone: &TimeZone) -> String {
        let day = at.zoned(zone).date();
        match at.precision {
            Precision::Year => day.year().to_string(),
            Precision::Month => self.month(day),
            Precision::Day => self.date(day),
            Precision::Minute | Precision::Second => self.instant(at.from, zone),
        }
    }

    /// A time in short, without its zone: for labels in drawings, whose caption names the zone.
    #[must_use]
    pub fn moment_short(&self, at: &Moment, zone: &TimeZone) -> String {
        let zoned = at.zoned(zone);
        match at.precision {
            Precision::Year => zoned.year().to_string(),
            Precision::Month => self.month(zoned.date()),
            Precision::Day => self.date_short(zoned.date()),
            Precision::Minute | Precision::Second => self.say_with(
                "moment-short",
                &[("date", self.date_short(zoned.date()).into()), ("time", self.time_of_day(zoned.time()).into())],
            ),
        }
    }

    /// From when until when.
    #[must_use]
    pub fn period(&self, period: &Period, zone: &TimeZone) -> String {
        let from = self.moment(&period.from, zone);
        match &period.until {
            None => self.say_with("period-open", &[("from", from.into())]),
            Some(until) if self.moment(until, zone) == from => from,
            Some(until) => {
                self.say_with("period", &[("from", from.into()), ("until", self.moment(until, zone).into())])
            }
        }
    }

    fn at_time(&self, date: String, at: &ZonedDateTime) -> String {
        let time = self.time_of_day(at.time());
        self.say_with("moment", &[("date", date.into()), ("time", time.into()), ("zone", self.zone(at).into())])
    }

    /// The zone's abbreviation, where the catalogue has a word for it (`zone-cet`: CET, MEZ); else its offset.
    ///
    /// ICU4X names CET in German alone and no American zone in British English, and tz's own abbreviations are
    /// ambiguous (CST, IST): only those that the catalogue lists are printed.
    fn zone(&self, at: &ZonedDateTime) -> String {
        let abbreviation = at.strftime("%Z").to_string();
        let id = format!("zone-{}", abbreviation.to_ascii_lowercase());
        if self.has(&id) {
            return self.say(&id);
        }
        format!("UTC{}", at.strftime("%:z"))
    }
}
