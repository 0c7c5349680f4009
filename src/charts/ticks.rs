//! Ticks of a time axis at round places of the calendar: hours, days, months, years. It knows no width; the drawing
//! drops labels where there is no room for them.

use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use jiff::{Span, Timestamp};

use crate::lang::Phrases;
use crate::model::figure::Tick;

/// No more ticks than that.
const MOST: usize = 13;

/// From tick to tick.
#[derive(Debug, Clone, Copy)]
enum Step {
    Hours(i8),
    Days(i64),
    Months(i8),
    Years(i16),
}

const STEPS: [Step; 19] = [
    Step::Hours(1),
    Step::Hours(2),
    Step::Hours(3),
    Step::Hours(6),
    Step::Hours(12),
    Step::Days(1),
    Step::Days(2),
    Step::Days(7),
    Step::Days(14),
    Step::Months(1),
    Step::Months(2),
    Step::Months(3),
    Step::Months(6),
    Step::Years(1),
    Step::Years(2),
    Step::Years(5),
    Step::Years(10),
    Step::Years(50),
    Step::Years(500),
];

/// The ticks between two instants on a zone's clock.
pub(super) fn between(from: Timestamp, until: Timestamp, zone: &TimeZone, phrases: &Phrases) -> Vec<Tick> {
    let fits =
        STEPS.iter().map(|step| (step, places(*step, from, until, zone))).find(|(_, places)| places.len() <= MOST);
    let Some((step, places)) = fits else { return Vec::new() };
    let first = places.first().map(|(at, _)| *at);
    let tick = |(at, clock)| Tick { at, label: label(*step, clock, Some(at) == first, phrases) };
    places.into_iter().map(tick).collect()
}

/// The instants of a step, at most one more than fit.
fn places(step: Step, from: Timestamp, until: Timestamp, zone: &TimeZone) -> Vec<(Timestamp, DateTime)> {
    let clock = from.to_zoned_datetime(zone.clone()).datetime();
    let begin = begin(step, clock);
    let mut places = Vec::new();
    for number in 0..=i64::try_from(MOST + 2).unwrap_or(i64::MAX) {
        let Ok(clock) = begin.checked_add(span(step, number)) else { break };
        let Ok(at) = zone.to_timestamp(clock) else { break };
        if at > until {
            break;
        }
        if at >= from && places.last().is_none_or(|(last, _)| *last < at) {
            places.push((at, clock));
        }
    }
    places
}

/// The round place at or before a clock's time.
fn begin(step: Step, clock: DateTime) -> DateTime {
    let day = clock.date();
    let first = |year: i16, month: i8| Date::new(year, month, 1).unwrap_or(day).at(0, 0, 0, 0);
    match step {
        Step::Hours(hours) => day.at(clock.hour() / hours * hours, 0, 0, 0),
        Step::Days(_) => day.at(0, 0, 0, 0),
        Step::Months(months) => first(day.year(), (day.month() - 1) / months * months + 1),
        Step::Years(years) => first(day.year().div_euclid(years) * years, 1),
    }
}

fn span(step: Step, number: i64) -> Span {
    match step {
        Step::Hours(hours) => Span::new().hours(i64::from(hours) * number),
        Step::Days(days) => Span::new().days(days * number),
        Step::Months(months) => Span::new().months(i64::from(months) * number),
        Step::Years(years) => Span::new().years(i64::from(years) * number),
    }
}

/// Days name their year once, at the first tick.
fn label(step: Step, clock: DateTime, first: bool, phrases: &Phrases) -> String {
    let midnight = clock.hour() == 0;
    match step {
        Step::Hours(_) | Step::Days(_) if first => phrases.date_short(clock.date()),
        Step::Hours(_) if !midnight => phrases.time_of_day(clock.time()),
        Step::Hours(_) | Step::Days(_) => phrases.day_and_month(clock.date()),
        Step::Months(_) => phrases.month(clock.date()),
        Step::Years(_) => clock.date().year().to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels(from: &str, until: &str) -> Vec<String> {
        let phrases = Phrases::of("en").expect("there is English");
        let berlin = TimeZone::get("Europe/Berlin").expect("the zones are bundled");
        let at = |text: &str| text.parse().expect("an instant");
        between(at(from), at(until), &berlin, &phrases).into_iter().map(|tick| tick.label).collect()
    }

    #[test]
    fn ticks_stand_at_round_places_of_the_zones_calendar() {
        let year = labels("2025-12-31T23:00:00Z", "2026-12-31T23:00:00Z");
        assert_eq!((year.len(), year[0].as_str()), (13, "January 2026"));
        let day = labels("2026-05-03T22:00:00Z", "2026-05-04T22:00:00Z");
        assert_eq!(day[1], "02:00");
        assert_eq!(labels("2001-03-01T00:00:00Z", "2026-03-01T00:00:00Z")[0], "2002");
        assert!(labels("0001-03-01T00:00:00Z", "2026-03-01T00:00:00Z").len() > 2);
    }

    #[test]
    fn a_day_whose_clock_is_set_back_has_no_tick_twice() {
        let day = labels("2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z");
        let mut once = day.clone();
        once.dedup();
        assert_eq!(day, once);
    }
}
