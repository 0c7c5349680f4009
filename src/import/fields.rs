//! Where the column of each field is, and what its words were found to mean.
//!
//! Holds no more than a few thousand answers, however long the list.

use std::collections::HashMap;

use super::headers::Use;
use super::plan::{self, Planned};
use crate::model::place::Code;
use crate::model::words::{AccountKind, Basis, Qualifier, Status, Unit};

/// Where the column of each field is.
#[derive(Default)]
pub struct Where {
    /// The best first.
    pub keys: Vec<usize>,
    /// Those of them that find an account beside the one that says which it is.
    pub aliases: Vec<usize>,
    pub residences: Vec<(usize, Basis)>,
    pub key_kind: Option<usize>,
    pub name: Option<usize>,
    pub given: Option<usize>,
    pub surname: Option<usize>,
    pub birth: Option<usize>,
    pub kind: Option<usize>,
    pub region: Option<usize>,
    pub organisation: Option<usize>,
    pub subdivision: Option<usize>,
    pub basis: Option<usize>,
    pub records: Option<(usize, Unit)>,
    pub qualifier: Option<usize>,
    pub unit: Option<usize>,
    pub way: Option<usize>,
    pub status: Option<usize>,
    pub first: Option<usize>,
    pub last: Option<usize>,
    pub category: Option<usize>,
    pub notes: Option<usize>,
}

impl Where {
    /// Finds them in a plan.
    pub fn of(columns: &[Planned]) -> Self {
        let at = |wanted: Use| columns.iter().position(|it| it.used == Some(wanted));
        Self {
            keys: plan::keys(columns),
            aliases: plan::aliases(columns),
            residences: plan::residences(columns),
            key_kind: at(Use::KeyKind),
            name: at(Use::Name),
            given: at(Use::Given),
            surname: at(Use::Surname),
            birth: at(Use::BirthDate),
            kind: at(Use::Kind),
            region: at(Use::Region),
            organisation: at(Use::Organisation),
            subdivision: at(Use::Subdivision),
            basis: at(Use::Basis),
            records: columns.iter().enumerate().find_map(|(at, it)| match it.used {
                Some(Use::Records(unit)) => Some((at, unit)),
                _ => None,
            }),
            qualifier: at(Use::Qualifier),
            unit: at(Use::Unit),
            way: at(Use::Way),
            status: at(Use::Status),
            first: at(Use::First),
            last: at(Use::Last),
            category: at(Use::Category),
            notes: at(Use::Notes),
        }
    }
}

/// Longer texts are no words of a list.
const LONGEST: usize = 256;

/// Answers kept by their text: a list has few countries and many rows.
pub struct Memo<T>(HashMap<String, Option<T>>);

impl<T: Clone> Memo<T> {
    /// The answer to a text, found once.
    pub fn of(&mut self, text: &str, find: impl FnOnce(&str) -> Option<T>) -> Option<T> {
        if let Some(known) = self.0.get(text) {
            return known.clone();
        }
        let found = find(text);
        // A column of a million different texts must not fill the memory.
        if self.0.len() < 4096 && text.len() <= LONGEST {
            self.0.insert(text.to_owned(), found.clone());
        }
        found
    }
}

impl<T> Default for Memo<T> {
    fn default() -> Self {
        Self(HashMap::new())
    }
}

/// What the words of a list mean, by column.
#[derive(Default)]
pub struct Memos {
    pub places: Memo<Code>,
    pub parts: Memo<Code>,
    pub status: Memo<Status>,
    pub kind: Memo<AccountKind>,
    pub basis: Memo<Basis>,
    pub unit: Memo<Unit>,
    pub qualifier: Memo<Qualifier>,
}
