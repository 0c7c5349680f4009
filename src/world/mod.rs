//! The world as the two front ends meet it: clock, environment, who is at the machine, files. The command line and the
//! window ask here; nothing below may. It decides nothing about a case.

pub mod backups;
pub mod files;
pub mod laws;
pub mod outgoing;

use std::io::Read as _;
use std::path::PathBuf;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use zeroize::Zeroizing;

use crate::error::{Error, Result};
use crate::lang::Phrases;
use crate::model::clock::{Clock, When};
use crate::model::moment::Moment;
use crate::model::who::Who;
pub use crate::system::drawing;
use crate::system::{handles, people};

/// A variable that is set and not empty.
#[must_use]
pub fn environment(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

/// The first line of what can be read from a file descriptor: a passphrase, handed over past the environment.
///
/// # Errors
/// `book.key_unreadable`.
pub fn first_line(descriptor: u32) -> Result<Zeroizing<String>> {
    let refused = |cause| Error::new("book.key_unreadable").with("fd", descriptor).because(cause);
    let mut file = handles::duplicate(descriptor).map_err(refused)?;
    // Byte by byte: what follows the line is somebody else's to read.
    let mut line = Zeroizing::new(Vec::with_capacity(LONGEST_LINE));
    let mut byte = Zeroizing::new([0]);
    while file.read(byte.as_mut_slice()).map_err(refused)? == 1 && byte[0] != b'\n' {
        if line.len() == LONGEST_LINE {
            return Err(Error::new("book.passphrase_too_long").with("most", LONGEST_LINE));
        }
        line.push(byte[0]);
    }
    text(&line).map(|line| Zeroizing::new(line.trim_end_matches('\r').to_owned()))
}

/// The passphrase of a variable; nothing where it is not set, or empty.
///
/// # Errors
/// `book.passphrase_unusable`: it is no text. One that was passed over would leave a book unguarded.
pub fn secret(name: &str) -> Result<Option<Zeroizing<String>>> {
    let Some(set) = std::env::var_os(name).filter(|it| !it.is_empty()) else { return Ok(None) };
    let bytes = Zeroizing::new(set.into_encoded_bytes());
    text(&bytes).map(|it| Some(Zeroizing::new(it.to_owned())))
}

fn text(bytes: &[u8]) -> Result<&str> {
    std::str::from_utf8(bytes).map_err(|cause| Error::new("book.passphrase_unusable").because(cause))
}

/// So long may a passphrase be, in bytes.
const LONGEST_LINE: usize = crate::store::file::LONGEST_PASSPHRASE;

/// The book that is meant where none is named: in the platform's data folder.
///
/// # Errors
/// `book.no_data_folder`.
pub fn default_book() -> Result<PathBuf> {
    let folder = people::data_folder().ok_or_else(|| Error::new("book.no_data_folder"))?;
    Ok(folder.join("default.breachbook"))
}

/// The clock, or the time that was given in its place, beside what the clock says.
///
/// # Errors
/// What is no time.
pub fn now(given: Option<&str>) -> Result<When> {
    let given = given.map(|text| Moment::read(text, &TimeZone::UTC)).transpose()?;
    Ok(when(given.map(|moment| moment.from)))
}

/// The same, of a time that is read already.
#[must_use]
pub fn when(given: Option<Timestamp>) -> When {
    let own = Timestamp::now();
    match given {
        Some(at) => When { at, clock: Clock::Given(own) },
        None => When { at: own, clock: Clock::Runs(Timestamp::now) },
    }
}

/// The name as declared, beside what the system knows: the account that this process runs as and the machine's name. No
/// variable says either, for anybody can set one.
#[must_use]
pub fn who(declared: Option<&str>) -> Who {
    let os_account = people::account();
    Who {
        name: declared.filter(|name| !name.is_empty()).unwrap_or(&os_account).to_owned(),
        os_account,
        machine: people::machine(),
    }
}

/// `BREACHBOOK_LANGUAGE`, else `LANG`, else English; a language we do not speak is English.
///
/// # Panics
/// Never: English is embedded.
#[must_use]
pub fn phrases() -> Phrases {
    let tag = language();
    Phrases::of(&tag).or_else(|_| Phrases::of("en")).expect("English is embedded")
}

/// The language that the environment asks for, as its two letters; empty where it asks for none.
#[must_use]
pub fn language() -> String {
    let wanted = environment("BREACHBOOK_LANGUAGE").or_else(|| environment("LANG")).unwrap_or_default();
    wanted.split(['_', '.', '-', '@']).next().unwrap_or_default().to_lowercase()
}
