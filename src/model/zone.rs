//! Time zones by their IANA names: one way to read one, one to write it down. Which zone is meant where nobody says one is the
//! case's affair.

use jiff::tz::{self, TimeZone};

use super::listed::nearest;
use crate::error::{Error, Result};

/// The zone of this name.
///
/// # Errors
/// `zone.unknown`, with the one that was perhaps meant.
pub fn read(name: &str) -> Result<TimeZone> {
    let name = name.trim();
    TimeZone::get(name).map_err(|cause| {
        let unknown = Error::new("zone.unknown").with("zone", name).because(cause);
        let known: Vec<String> = tz::db().available().map(|it| it.to_string()).collect();
        match nearest(name, known.iter().map(String::as_str)) {
            Some(meant) => unknown.with("meant", meant),
            None => unknown,
        }
    })
}

/// The zone of a name that was read before it was kept; UTC where it is none any more.
#[must_use]
pub fn kept(name: &str) -> TimeZone {
    TimeZone::get(name).unwrap_or(TimeZone::UTC)
}

/// A zone's name, to be kept; UTC of one that has none.
#[must_use]
pub fn name(zone: &TimeZone) -> &str {
    zone.iana_name().unwrap_or("UTC")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_zone_is_read_by_its_name_and_one_that_is_misspelt_says_which_was_meant() {
        assert_eq!(name(&read(" Europe/Berlin ").expect("a zone")), "Europe/Berlin");
        for (text, meant) in [("Europe/Berlim", Some("Europe/Berlin")), ("Mars/Olympus Mons City", None)] {
            let refusal = read(text).expect_err(text);
            assert_eq!((refusal.code, refusal.args.get("meant").map(String::as_str)), ("zone.unknown", meant));
        }
        assert_eq!(name(&kept("Nowhere")), "UTC");
    }
}
