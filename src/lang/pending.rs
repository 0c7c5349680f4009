//! What is open in a case, in words: the same sentence wherever it is said.

use jiff::tz::TimeZone;

use super::Phrases;
use crate::model::pending::{Pending, What};

impl Phrases {
    /// What is open; by when it follows is said beside it.
    #[must_use]
    pub fn pending(&self, it: &Pending) -> String {
        match &it.what {
            What::Written { what, .. } => what.clone(),
            What::Determination { determination, party } => {
                let what = self.word("pending-determination", determination.id());
                match party {
                    Some(party) => self.say_with("pending-of-party", &[("party", party.into()), ("what", what.into())]),
                    None => what,
                }
            }
            What::Number { number } => self.word("pending-number", number),
            What::Group { group, count } => {
                let group = capital(self.group(group));
                self.say_with("pending-group", &[("group", group.into()), ("count", self.count(count).into())])
            }
            What::TypedCount { name, typed, computed, party } => {
                let [typed, computed] = [typed, computed].map(|count| self.count(count));
                let name = self.subject(name);
                let name = party.as_ref().map_or_else(|| name.clone(), |party| format!("{name} ({party})"));
                let args = [("name", name.into()), ("typed", typed.into()), ("computed", computed.into())];
                self.say_with("pending-typed-count", &args)
            }
            What::Accounts { waiting, n } => {
                self.say_with(&format!("pending-accounts-{}", waiting.id()), &[("n", (*n).into())])
            }
        }
    }

    /// By when it follows, where somebody said so.
    #[must_use]
    pub fn pending_until(&self, it: &Pending, zone: &TimeZone) -> Option<String> {
        match &it.what {
            What::Written { until: Some(until), .. } => Some(self.moment(until, zone)),
            _ => None,
        }
    }

    /// What a number is about: "Accounts", "Distinct messages", a group of persons.
    #[must_use]
    pub fn subject(&self, name: &str) -> String {
        let id = format!("subject-{}", name.replace('.', "-"));
        if self.has(&id) { self.say(&id) } else { self.group(name.split_once('.').map_or(name, |(_, group)| group)) }
    }
}

/// With a capital first letter: for what stands first in a row or alone as a label.
#[must_use]
pub fn capital(text: String) -> String {
    let mut letters = text.chars();
    match letters.next() {
        Some(first) if first.is_lowercase() => first.to_uppercase().chain(letters).collect(),
        _ => text,
    }
}
