//! Times of access: what a program writes where it has none is no time.
//!
//! Never shifts a time, and never takes the nearest that could be.

use jiff::{SignedDuration, Timestamp, tz::TimeZone};

use super::Accounts;
use crate::import::below::{Stands, stands};
use crate::import::records::Record;
use crate::import::{Options, times};
use crate::model::moment::Moment;

/// From when to when somebody may have had access.
pub struct Within {
    from: Timestamp,
    until: Option<Timestamp>,
}

/// Before 1990 no account was reached that anybody reports today. Programs count from 1601, 1899, 1904, 1970 and 1980.
const FIRST_YEAR: &str = "1990-01-01T00:00:00Z";

/// A clock that goes wrong, or a zone that is assumed wrongly, is not that far off.
const AHEAD: SignedDuration = SignedDuration::from_hours(48);

impl Within {
    /// Until now, where the caller says when that is.
    pub fn of(options: &Options) -> Self {
        let from = FIRST_YEAR.parse().unwrap_or(Timestamp::MIN);
        Self { from, until: options.now.map(|now| now.saturating_add(AHEAD).unwrap_or(Timestamp::MAX)) }
    }

    fn holds(&self, moment: &Moment) -> bool {
        moment.until >= self.from && self.until.is_none_or(|until| moment.from <= until)
    }
}

impl Accounts {
    /// A time of access; one that cannot be is left open and said.
    pub(super) fn moment(&mut self, record: &Record, at: Option<usize>) -> Option<Moment> {
        let column = self.columns.get(at?)?;
        let cell = match stands(record.cell(at?), true) {
            Stands::Blank => return None,
            Stands::Text(cell) if times::is_never(cell) => {
                self.out.nothing(record.line, (at?, &column.header), cell);
                return None;
            }
            Stands::Nothing(cell) => {
                self.out.nothing(record.line, (at?, &column.header), cell);
                return None;
            }
            Stands::Lost(cell) => {
                self.problem(record, at, "field.lost", cell);
                return None;
            }
            Stands::Text(cell) => cell,
        };
        let zone = if column.utc { &TimeZone::UTC } else { &self.zone };
        match times::read(cell, column.order, zone) {
            Ok(moment) if self.within.holds(&moment) => Some(moment),
            Ok(_) => {
                self.problem(record, at, "time.outside", cell);
                None
            }
            Err(code) => {
                self.problem(record, at, code, cell);
                None
            }
        }
    }
}
