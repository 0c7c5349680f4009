//! What can be set of a case: every key with its kind (headless.md, `case keys`), in the order of the first page.
//!
//! One registry drives `case keys`, `case set` and the window; its meanings are phrases, `key-<id>`. It stores nothing.

mod fields;
mod listing;
mod template;

use super::words::{DeterminationKind, MilestoneKind, Risk};
use crate::model::ids::RowId;

pub use listing::{FieldRow, KeyRow, rows};
pub use template::word;

use fields::{CLAIM, COVERAGE, DETERMINATION, EXPOSURE, MEASURE, MILESTONE, OPEN_POINT, OVERLAP, PARTY};
use template::{CAUSES, COMMUNICATIONS, DISCOVERIES, IMPACTS, INCIDENTS, NOTIFICATIONS};

/// Something that can be set of a case.
#[derive(Debug)]
pub struct Key {
    /// Its name; the phrase is `key-<id>`.
    pub id: &'static str,
    /// What its value is.
    pub kind: Kind,
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
    /// A time of day with a zone: since when the controller is aware.
    Awareness,
    /// What was determined: a word, or `{"value", "reason", "by", "party"}`.
    Decision(DeterminationKind, Words),
    /// Why what stands was determined.
    Reason(DeterminationKind),
    /// Rows: `KEY+={…}`, `KEY[ID].FIELD=…`, `KEY[ID]-`.
    Rows(&'static str, &'static [Field]),
}

/// A field of a row.
#[derive(Debug)]
pub struct Field {
    /// Its name.
    pub id: &'static str,
    /// What its value is.
    pub kind: FieldKind,
    /// Whether a row must have it.
    pub required: bool,
}

/// What a field's value is.
#[derive(Debug, Clone, Copy)]
pub enum FieldKind {
    /// Anything.
    Text,
    /// One word of a list.
    Word(Words),
    /// A time, a day, a month or a year.
    Moment,
    /// A time, or the first instant of a day, month or year.
    Point,
    /// Yes or no.
    Flag,
    /// A number: `{"value"}`, `{"low","high"}`, `{"at_least"}`, `{"at_most"}`, `{"between":[a,b]}`, `{"approximate"}`,
    /// `{"open":true}`, with `unit`.
    Count,
    /// An ISO 3166 code.
    Country,
    /// An organisation of the case, by name or path; made where it is not there.
    Organisation,
    /// A party of the case, by its organisation's name.
    Party,
    /// What a number is about: accounts, records, persons, organisations, `persons.<group>`.
    Subject,
}

/// What was asked of a key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Asked {
    /// `KEY=VALUE`; an empty value clears it.
    Set(String),
    /// `KEY+=JSON`.
    Add(String),
    /// `KEY[ID]-`.
    Remove(RowId),
    /// `KEY[ID].FIELD=VALUE`.
    Change(RowId, String, String),
}

const fn key(id: &'static str, kind: Kind) -> Key {
    Key { id, kind }
}

/// Every key, in the order of a report's first page (domain.md, section 5).
pub const KEYS: &[Key] = &[
    key("title", Kind::Text),
    key("controller", Kind::Text),
    key("reference", Kind::Text),
    key("dpo", Kind::Text),
    key("zone", Kind::Zone),
    key("occurred", Kind::Period),
    key("detected", Kind::Milestone(MilestoneKind::Detected)),
    key("aware", Kind::Awareness),
    key("aware_reason", Kind::Reason(DeterminationKind::Awareness)),
    key("late_reasons", Kind::Text),
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
    key("materiality", Kind::Decision(DeterminationKind::Materiality, || vec!["material", "not_material", "open"])),
    key("materiality_reason", Kind::Reason(DeterminationKind::Materiality)),
    key("authorities", Kind::Text),
    key("board", Kind::Text),
    key("notes", Kind::Text),
    key("party", Kind::Rows("party", PARTY)),
    key("milestone", Kind::Rows("milestone", MILESTONE)),
    key("determination", Kind::Rows("determination", DETERMINATION)),
    key("claim", Kind::Rows("claim", CLAIM)),
    key("exposure", Kind::Rows("exposure", EXPOSURE)),
    key("measure", Kind::Rows("measure", MEASURE)),
    key("open_point", Kind::Rows("open_point", OPEN_POINT)),
    key("coverage", Kind::Rows("coverage", COVERAGE)),
    key("overlap", Kind::Rows("group_overlap", OVERLAP)),
];

/// The key of this name.
#[must_use]
pub fn find(id: &str) -> Option<&'static Key> {
    KEYS.iter().find(|key| key.id == id)
}

impl Kind {
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
            Self::Awareness => "time_with_zone",
            Self::Decision(..) => "decision",
            Self::Reason(_) => "reason",
            Self::Rows(..) => "rows",
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

impl FieldKind {
    /// The kind's name, as `case keys` prints it.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Word(_) => "word",
            Self::Moment => "time",
            Self::Point => "instant",
            Self::Flag => "yes_or_no",
            Self::Count => "count",
            Self::Country => "country",
            Self::Organisation => "organisation",
            Self::Party => "party",
            Self::Subject => "subject",
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
