//! Places that a rule names: a country, a part of one, a group of countries. It knows the groups that laws speak of by name, and
//! no member of any.

use serde::Serialize;

use super::reading::Item;
use crate::error::Error;
use crate::model::place::Code;

/// `DE`, `US-CA`, `EEA`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Territory(String);

/// Groups of countries.
pub const GROUPS: [&str; 2] = ["EEA", "EU"];

impl Territory {
    /// Its code.
    #[must_use]
    pub fn code(&self) -> &str {
        &self.0
    }

    /// The territory with this code, if there is one.
    #[must_use]
    pub fn of(code: &str) -> Option<Self> {
        let known = GROUPS.contains(&code) || Code::exact(code).is_some();
        known.then(|| Self(code.to_owned()))
    }
}

/// Reads a territory.
pub(super) fn read(item: &Item<'_>) -> Option<Territory> {
    let code = item.text()?;
    let found = Territory::of(&code);
    if found.is_none() {
        item.refuse(Error::new("catalogue.no_place").with("code", code).with("groups", GROUPS.join(", ")));
    }
    found
}
