//! What a deed works on, and what a row of it may rest on beside its own fields. It reads nothing itself.

use jiff::tz::TimeZone;

use crate::error::Error;
use crate::model::ids::{CaseId, DeedId};
use crate::model::party::Parties;
use crate::model::who::Act;

/// What a deed works on: the case, its zone, by whom and when.
#[derive(Debug)]
pub struct Work<'a> {
    /// By whom and when.
    pub act: Act<'a>,
    /// The deed.
    pub deed_id: DeedId,
    /// The case.
    pub case_id: CaseId,
    /// In which zone times without one are meant.
    pub zone: TimeZone,
}

/// What a row may rest on beside its own fields.
#[derive(Debug)]
pub struct Given<'w> {
    /// What the deed works on.
    pub work: &'w Work<'w>,
    /// The parties of the case.
    pub parties: Parties,
}

impl Given<'_> {
    /// The refusal where a party must be named: the case has several, and none whose it is.
    #[must_use]
    pub fn nobody(&self) -> Error {
        let all: Vec<String> = self.parties.all.iter().map(|it| self.parties.one_line(it)).collect();
        Error::new("party.which").with("parties", all.join("; "))
    }
}
