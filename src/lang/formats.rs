//! ICU4X's formatters of a locale, built once a thread. It chooses no format: `times` and `counts` do.

use std::cell::RefCell;
use std::collections::BTreeMap;

use icu::calendar::Gregorian;
use icu::datetime::fieldsets::{MD, T, YM, YMD, YMDE};
use icu::datetime::input::{Date, Time};
use icu::datetime::{DateTimeFormatterLoadError, FixedCalendarDateTimeFormatter, NoCalendarFormatter};
use icu::decimal::DecimalFormatter;
use icu::decimal::input::Decimal;
use icu::locale::Locale;
use jiff::civil;

use super::Phrases;

type Days<FieldSet> = FixedCalendarDateTimeFormatter<Gregorian, FieldSet>;

/// How a day is written.
#[derive(Clone, Copy)]
pub(super) enum Shape {
    /// 24 November 2026
    Long,
    /// Tuesday 24 November 2026
    WithWeekday,
    /// 24 Nov 2026
    Short,
    /// 24 Nov
    WithoutYear,
    /// November 2026
    Month,
}

struct Formats {
    number: DecimalFormatter,
    long: Days<YMD>,
    with_weekday: Days<YMDE>,
    short: Days<YMD>,
    without_year: Days<MD>,
    month: Days<YM>,
    time: NoCalendarFormatter<T>,
}

impl Formats {
    fn new(locale: &Locale) -> Result<Self, DateTimeFormatterLoadError> {
        Ok(Self {
            number: DecimalFormatter::try_new(locale.into(), Default::default())
                .expect("the compiled data end at the root"),
            long: Days::try_new(locale.into(), YMD::long())?,
            with_weekday: Days::try_new(locale.into(), YMDE::long())?,
            short: Days::try_new(locale.into(), YMD::medium())?,
            without_year: Days::try_new(locale.into(), MD::medium())?,
            month: Days::try_new(locale.into(), YM::long())?,
            time: NoCalendarFormatter::try_new(locale.into(), T::hm())?,
        })
    }

    fn day(&self, day: civil::Date, shape: Shape) -> String {
        let day = gregorian(day);
        match shape {
            Shape::Long => self.long.format(&day).to_string(),
            Shape::WithWeekday => self.with_weekday.format(&day).to_string(),
            Shape::Short => self.short.format(&day).to_string(),
            Shape::WithoutYear => self.without_year.format(&day).to_string(),
            Shape::Month => self.month.format(&day).to_string(),
        }
    }
}

/// A whole number, its digits grouped as the locale does.
pub(super) fn number(locale: &str, number: u64) -> String {
    with(locale, |formats| formats.number.format(&Decimal::from(number)).to_string())
}

/// A time of day, to the minute.
pub(super) fn time(locale: &str, at: civil::Time) -> String {
    let hour = u8::try_from(at.hour()).unwrap_or_default();
    let minute = u8::try_from(at.minute()).unwrap_or_default();
    let at = Time::try_new(hour, minute, 0, 0).expect("jiff's times are times");
    with(locale, |formats| formats.time.format(&at).to_string())
}

impl Phrases {
    /// A whole number with its digits grouped.
    #[must_use]
    pub fn number(&self, value: u64) -> String {
        number(&self.locale, value)
    }

    pub(super) fn shaped(&self, day: civil::Date, shape: Shape) -> String {
        with(&self.locale, |formats| formats.day(day, shape))
    }

    /// A time of day, to the minute: "09:00".
    #[must_use]
    pub fn time_of_day(&self, at: civil::Time) -> String {
        time(&self.locale, at)
    }
}

fn gregorian(day: civil::Date) -> Date<Gregorian> {
    let month = u8::try_from(day.month()).unwrap_or(1);
    let of_month = u8::try_from(day.day()).unwrap_or(1);
    Date::try_new_gregorian(day.year().into(), month, of_month).expect("jiff's dates are dates")
}

/// ICU4X's formatters are not `Send`; a thread builds its own, once a locale.
fn with<T>(locale: &str, use_them: impl FnOnce(&Formats) -> T) -> T {
    thread_local! { static BUILT: RefCell<BTreeMap<String, Formats>> = const { RefCell::new(BTreeMap::new()) } }
    BUILT.with_borrow_mut(|built| {
        if !built.contains_key(locale) {
            let parsed = locale.parse().unwrap_or(Locale::UNKNOWN);
            let formats = Formats::new(&parsed).expect("the compiled data end at the root");
            built.insert(locale.to_owned(), formats);
        }
        use_them(&built[locale])
    })
}
