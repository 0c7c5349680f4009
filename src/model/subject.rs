//! What a number that somebody types or claims is about, and in which units it comes.

use super::facts::DISTINCT;
use super::listed::among;
use super::words::{PersonGroup, Unit};
use crate::error::{Error, Result};

/// What can be counted, beside groups of persons.
pub const SUBJECTS: [&str; 5] = ["accounts", "persons", "records", DISTINCT, "organisations"];

/// Units that records come in, the one that is meant where nobody says another first.
const OF_RECORDS: [Unit; 6] = [Unit::Record, Unit::Email, Unit::File, Unit::DatabaseRow, Unit::Paper, Unit::Login];

/// Every subject; groups of persons stand behind all of them.
#[must_use]
pub fn all() -> Vec<String> {
    let groups = || PersonGroup::ALL.iter().map(|group| format!("persons.{group}"));
    let with_groups = |subject: &str| {
        let own = std::iter::once(subject.to_owned());
        if subject == "persons" { own.chain(groups()).collect::<Vec<_>>() } else { own.collect() }
    };
    SUBJECTS.iter().flat_map(|subject| with_groups(subject)).collect()
}

/// What a number is about.
///
/// # Errors
/// `subject.unknown`.
pub fn read(text: &str) -> Result<String> {
    let subject = text.trim().to_lowercase();
    let all = all();
    if all.contains(&subject) {
        return Ok(subject);
    }
    let unknown = Error::new("subject.unknown").with("subject", &subject);
    Err(among(unknown, &subject, all.iter().map(String::as_str)))
}

/// The units that a subject comes in, the one that is meant where nobody says another first.
#[must_use]
pub fn units_of(subject: &str) -> &'static [Unit] {
    match subject {
        "accounts" => &[Unit::Account],
        "records" => &OF_RECORDS,
        DISTINCT => &[Unit::Email],
        "organisations" => &[Unit::Organisation],
        _ => &[Unit::Person],
    }
}

/// The unit that a subject is counted in where nobody says another.
#[must_use]
pub fn unit_of(subject: &str) -> Unit {
    units_of(subject.trim().to_lowercase().as_str()).first().copied().unwrap_or(Unit::Person)
}

/// Whether a number of this unit can be one of the subject: nobody counts accounts in e-mails.
///
/// # Errors
/// `count.unit`.
pub fn fits(subject: &str, unit: Unit) -> Result<()> {
    if units_of(subject).contains(&unit) {
        return Ok(());
    }
    Err(Error::new("count.unit").with("name", subject).with("unit", unit))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_unit_counts_something_and_each_subject_has_its_own() {
        let all = all();
        for unit in Unit::ALL {
            assert!(all.iter().any(|subject| fits(subject, *unit).is_ok()), "{unit}");
        }
        assert!(
            all.iter()
                .all(|subject| read(subject).ok().as_ref() == Some(subject) && fits(subject, unit_of(subject)).is_ok())
        );
        assert_eq!(read("persons.ownr").expect_err("none").args["meant"], "persons.owner");
        assert_eq!(fits("accounts", Unit::Email).expect_err("no").code, "count.unit");
    }
}
