//! What can be set of a case: every key with its kind (docs/command-line.md), in the order of the first page.
//!
//! One registry drives `case keys`, `case set` and the window; its meanings are phrases, `key-<id>`. It stores nothing.

mod listing;
mod template;

use super::listed::{self, ById};
use super::party::AnswerOwner;
use super::words::{DeterminationKind, MilestoneKind, Risk};

use crate::error::Result;

pub use listing::{FieldRow, KeyRow, rows};
pub use template::word;

use template::{CAUSES, COMMUNICATIONS, DISCOVERIES, IMPACTS, INCIDENTS, NOTIFICATIONS};

/// Something that can be set of a case.
#[derive(Debug)]
pub struct Key {
    /// Its name; the phrase is `key-<id>`.
    pub id: &'static str,
    /// What its value is.
    pub kind: Kind,
    /// Where its value stands.
    pub home: Home,
}

/// A list of words, asked for when needed.
pub type Words = fn() -> Vec<&'static str>;

/// What a key's value is.
#[derive(Debug, Clone, Copy)]
pub enum Kind {
    /// Anything.
    Text,
    /// An IANA time zone.
    Zone,
    /// `FROM..TO`, each a time, a day, a month or a year.
    Period,
    /// A milestone of a kind: a time, a day, a month or a year.
    Milestone(MilestoneKind),
    /// One word of a list; the EDPB template's letter is understood too.
    Word(Words),
    /// Words of a list, with commas between.
    Words(Words),
    /// A time of day with a zone: since when a legal entity is aware of something.
    Awareness(DeterminationKind),
    /// What was determined: a word, or `{"value", "reason", "by", "advice", "party"}`.
    Decision(DeterminationKind, Words),
    /// Why what stands was determined.
    Reason(DeterminationKind),
    /// A party of the case, by its id or its organisation's name.
    Party,
    /// Rows, whose fields the store declares (`store::written`).
    Rows,
}

/// Where a key's value stands. Each has one home.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Home {
    /// With the case.
    Case,
    /// The name of the party whose case it is.
    MainParty,
    /// In this field of a party; of the main one where none is named.
    Party(&'static str),
    /// As an answer of the case, or of the party that is named; of a party, of the main one where none is named.
    Answer(AnswerOwner),
    /// In rows of its own kind.
    Rows,
}

const fn key(id: &'static str, kind: Kind) -> Key {
    let home = match kind {
        Kind::Zone | Kind::Party => Home::Case,
        Kind::Text | Kind::Period | Kind::Word(_) | Kind::Words(_) => Home::Answer(AnswerOwner::Case),
        Kind::Milestone(_) | Kind::Awareness(_) | Kind::Decision(..) | Kind::Reason(_) | Kind::Rows => Home::Rows,
    };
    Key { id, kind, home }
}

const fn at(home: Home, key: Key) -> Key {
    Key { home, ..key }
}

/// Every key, in the order of a report's first page (docs/model.md, A paper).
pub const KEYS: &[Key] = &[
    at(Home::Case, key("title", Kind::Text)),
    at(Home::MainParty, key("controller", Kind::Text)),
    at(Home::Party("reference"), key("reference", Kind::Text)),
    at(Home::Party("dpo"), key("dpo", Kind::Text)),
    key("zone", Kind::Zone),
    key("occurred", Kind::Period),
    key("detected", Kind::Milestone(MilestoneKind::Detected)),
    key("aware", Kind::Awareness(DeterminationKind::Awareness)),
    key("aware_reason", Kind::Reason(DeterminationKind::Awareness)),
    key("aware_incident", Kind::Awareness(DeterminationKind::AwarenessOfIncident)),
    key("aware_incident_reason", Kind::Reason(DeterminationKind::AwarenessOfIncident)),
    key("aware_significance", Kind::Awareness(DeterminationKind::AwarenessOfSignificance)),
    key("aware_significance_reason", Kind::Reason(DeterminationKind::AwarenessOfSignificance)),
    at(Home::Answer(AnswerOwner::Party), key("late_reasons", Kind::Text)),
    key("discovery", Kind::Word(|| DISCOVERIES.to_vec())),
    key("discovery_text", Kind::Text),
    key("breach", Kind::Decision(DeterminationKind::Breach, || vec!["yes", "no", "open"])),
    key("breach_reason", Kind::Reason(DeterminationKind::Breach)),
    key("nature", Kind::Words(|| vec!["confidentiality", "integrity", "availability"])),
    key("incident", Kind::Word(|| INCIDENTS.to_vec())),
    key("cause", Kind::Word(|| CAUSES.to_vec())),
    key("description", Kind::Text),
    key("systems", Kind::Text),
    key("data_place", Kind::Text),
    key("persons_text", Kind::Text),
    key("special_categories", Kind::Word(|| vec!["yes", "no", "open"])),
    key("special_categories_text", Kind::Text),
    key("consequences", Kind::Text),
    key("impact", Kind::Words(|| IMPACTS.to_vec())),
    key("severity", Kind::Word(|| vec!["negligible", "limited", "significant", "maximum", "open"])),
    key("risk", Kind::Decision(DeterminationKind::Risk, || Risk::ALL.iter().map(|it| it.id()).collect())),
    key("risk_reason", Kind::Reason(DeterminationKind::Risk)),
    key("notification", Kind::Decision(DeterminationKind::Notification, || NOTIFICATIONS.to_vec())),
    key("notification_reason", Kind::Reason(DeterminationKind::Notification)),
    key("communication", Kind::Decision(DeterminationKind::Communication, || COMMUNICATIONS.to_vec())),
    key("communication_reason", Kind::Reason(DeterminationKind::Communication)),
    key(
        "significance",
        Kind::Decision(DeterminationKind::Significance, || vec!["significant", "not_significant", "open"]),
    ),
    key("significance_reason", Kind::Reason(DeterminationKind::Significance)),
    key("materiality", Kind::Decision(DeterminationKind::Materiality, || vec!["material", "not_material", "open"])),
    key("materiality_reason", Kind::Reason(DeterminationKind::Materiality)),
    key("authorities", Kind::Text),
    key("board", Kind::Text),
    key("notes", Kind::Text),
    key("main_party", Kind::Party),
    key("party", Kind::Rows),
    key("organisation", Kind::Rows),
    key("milestone", Kind::Rows),
    key("determination", Kind::Rows),
    key("claim", Kind::Rows),
    key("exposure", Kind::Rows),
    key("measure", Kind::Rows),
    key("open_point", Kind::Rows),
    key("coverage", Kind::Rows),
    key("overlap", Kind::Rows),
];

impl ById for Key {
    const UNKNOWN: &'static str = "key.unknown";

    fn id(&self) -> &str {
        self.id
    }
}

/// The key of this name.
///
/// # Errors
/// `key.unknown`.
pub fn find(id: &str) -> Result<&'static Key> {
    listed::find(KEYS, id)
}

/// The words of what is determined of a kind; of awareness there are none.
#[must_use]
pub fn decided(kind: DeterminationKind) -> Vec<&'static str> {
    let words = KEYS.iter().find_map(|key| match key.kind {
        Kind::Decision(of, words) if of == kind => Some(words()),
        _ => None,
    });
    words.unwrap_or_default()
}

impl Key {
    /// Whose its value is: `case`, `party`, `entity` (the legal entity, in all its roles).
    #[must_use]
    pub const fn of(&self) -> &'static str {
        match (self.home, self.kind) {
            (_, Kind::Awareness(_)) => "entity",
            (_, Kind::Reason(kind)) if kind.is_awareness() => "entity",
            (_, Kind::Decision(..) | Kind::Reason(_)) => "party",
            (Home::Party(_) | Home::Answer(AnswerOwner::Party), _) => "party",
            _ => "case",
        }
    }
}

impl Kind {
    /// Whether it cannot be cleared.
    #[must_use]
    pub const fn must_be(self) -> bool {
        matches!(self, Self::Zone | Self::Awareness(_) | Self::Decision(..) | Self::Party)
    }

    /// The kind's name, as `case keys` prints it.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Zone => "zone",
            Self::Period => "period",
            Self::Milestone(_) => "time",
            Self::Word(_) => "word",
            Self::Words(_) => "words",
            Self::Awareness(_) => "time_with_zone",
            Self::Decision(..) => "decision",
            Self::Reason(_) => "reason",
            Self::Party => "party",
            Self::Rows => "rows",
        }
    }

    /// Of what it is the decision.
    #[must_use]
    pub const fn decides(self) -> Option<DeterminationKind> {
        match self {
            Self::Awareness(kind) | Self::Decision(kind, _) => Some(kind),
            _ => None,
        }
    }

    /// The words it may be.
    #[must_use]
    pub fn words(self) -> Vec<&'static str> {
        match self {
            Self::Word(words) | Self::Words(words) | Self::Decision(_, words) => words(),
            _ => Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_key_stands_twice() {
        let ids: std::collections::BTreeSet<_> = KEYS.iter().map(|key| key.id).collect();
        assert_eq!(ids.len(), KEYS.len());
    }
}
