//! What can be set of a case: every key with its kind (headless.md, `case keys`), in the order of the first page.
//!
//! One registry drives `case keys`, `case set` and the window; its meanings are phrases, `key-<id>`. It stores nothing.

use serde::Serialize;

use super::words::{
    DataCategory, DeterminationKind, MeasureKind, MeasureState, MilestoneKind, PersonGroup, Protection, Risk, Role,
    Standing, Way,
};

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
    Instant,
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
    Remove(i64),
    /// `KEY[ID].FIELD=VALUE`.
    Change(i64, String, String),
}

const fn must(id: &'static str, kind: FieldKind) -> Field {
    Field { id, kind, required: true }
}

const fn may(id: &'static str, kind: FieldKind) -> Field {
    Field { id, kind, required: false }
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

/// How it was discovered (EDPB template v1.0, field 50), in the template's order.
const DISCOVERIES: [&str; 6] = ["controller", "processor", "data_subject", "external", "press", "other"];

/// What happened (EDPB template v1.0, field 60), in the template's order: a to y.
const INCIDENTS: [&str; 25] = [
    "privilege_abuse",
    "ransomware",
    "hacking",
    "phishing",
    "vulnerability",
    "unauthorised_access",
    "exfiltration",
    "wrong_person_shown",
    "device_lost",
    "e_waste",
    "paper_disposal",
    "mail_lost",
    "misconfiguration",
    "wrong_permissions",
    "paper_lost",
    "data_deleted",
    "wrong_recipient_displayed",
    "sent_by_mistake",
    "open_list",
    "malfunction",
    "unauthorised_modification",
    "unintended_publication",
    "verbal_disclosure",
    "open",
    "other",
];

/// Why it happened (EDPB template v1.0, field 61), in the template's order: a to f.
const CAUSES: [&str; 6] = [
    "internal_non_malicious",
    "internal_malicious",
    "external_non_malicious",
    "external_malicious",
    "open",
    "not_determinable",
];

/// What it may mean for a person (EDPB template v1.0, field 85), in the template's order: a to o.
const IMPACTS: [&str; 15] = [
    "loss_of_control",
    "limitation_of_rights",
    "discrimination",
    "identity_theft",
    "fraud",
    "financial_loss",
    "reversal_of_pseudonymisation",
    "reputation",
    "professional_secrecy",
    "disclosure",
    "economic_disadvantage",
    "physical_harm",
    "property_damage",
    "other",
    "open",
];

/// Whether the authority is told (Art. 33(1) and (5) GDPR).
const NOTIFICATIONS: [&str; 4] = ["notified", "to_be_notified", "not_notified", "open"];

/// Whether the persons are told (EDPB template v1.0, field 97, and Art. 34(3) GDPR).
const COMMUNICATIONS: [&str; 6] = ["told", "to_be_told", "date_open", "open", "no_high_risk", "exempt"];

const PARTY: &[Field] = &[
    must("role", FieldKind::Word(|| Role::ALL.iter().map(|it| it.id()).collect())),
    must("organisation", FieldKind::Organisation),
    may("on_behalf_of", FieldKind::Organisation),
    may("established", FieldKind::Country),
    may("main_establishment", FieldKind::Flag),
    may("public_body", FieldKind::Flag),
    may("sector", FieldKind::Text),
    may("dpo", FieldKind::Text),
    may("reference", FieldKind::Text),
];
const MILESTONE: &[Field] = &[
    must("kind", FieldKind::Word(|| MilestoneKind::ALL.iter().map(|it| it.id()).collect())),
    must("at", FieldKind::Moment),
    may("what", FieldKind::Text),
    may("source", FieldKind::Text),
    may("party", FieldKind::Party),
];
const DETERMINATION: &[Field] = &[
    must("kind", FieldKind::Word(|| DeterminationKind::ALL.iter().map(|it| it.id()).collect())),
    must("value", FieldKind::Text),
    may("reason", FieldKind::Text),
    may("by", FieldKind::Text),
    may("party", FieldKind::Party),
];
const CLAIM: &[Field] = &[
    must("subject", FieldKind::Subject),
    must("count", FieldKind::Count),
    must("source", FieldKind::Text),
    may("said", FieldKind::Moment),
    may("standing", FieldKind::Word(|| Standing::ALL.iter().map(|it| it.id()).collect())),
    may("adopted", FieldKind::Flag),
    may("reason", FieldKind::Text),
];
const EXPOSURE: &[Field] = &[
    must("category", FieldKind::Word(|| DataCategory::ALL.iter().map(|it| it.id()).collect())),
    must("group", FieldKind::Word(|| PersonGroup::ALL.iter().map(|it| it.id()).collect())),
    may("way", FieldKind::Word(|| Way::ALL.iter().map(|it| it.id()).collect())),
    may("residence", FieldKind::Country),
    may("count", FieldKind::Count),
    may("protection", FieldKind::Word(|| Protection::ALL.iter().map(|it| it.id()).collect())),
    may("note", FieldKind::Text),
    may("source", FieldKind::Text),
];
const MEASURE: &[Field] = &[
    must("kind", FieldKind::Word(|| MeasureKind::ALL.iter().map(|it| it.id()).collect())),
    must("state", FieldKind::Word(|| MeasureState::ALL.iter().map(|it| it.id()).collect())),
    must("what", FieldKind::Text),
    may("at", FieldKind::Moment),
    may("source", FieldKind::Text),
];
const OPEN_POINT: &[Field] =
    &[must("what", FieldKind::Text), may("until", FieldKind::Moment), may("who", FieldKind::Text)];
const COVERAGE: &[Field] = &[
    must("what", FieldKind::Text),
    must("from", FieldKind::Instant),
    must("until", FieldKind::Instant),
    must("whole", FieldKind::Flag),
    may("reason", FieldKind::Text),
];
const OVERLAP: &[Field] = &[
    must("one", FieldKind::Word(|| PersonGroup::ALL.iter().map(|it| it.id()).collect())),
    must("other", FieldKind::Word(|| PersonGroup::ALL.iter().map(|it| it.id()).collect())),
    may("disjoint", FieldKind::Flag),
];

/// The key of this name.
#[must_use]
pub fn find(id: &str) -> Option<&'static Key> {
    KEYS.iter().find(|key| key.id == id)
}

/// The word that a text means: its spelling, or the template's letter where the list is the template's.
#[must_use]
pub fn word(text: &str, words: &[&'static str]) -> Option<&'static str> {
    let text = text.trim();
    if let Some(found) = words.iter().find(|word| word.eq_ignore_ascii_case(text)) {
        return Some(found);
    }
    let &[letter] = text.as_bytes() else { return None };
    let from_template = [&DISCOVERIES[..], &INCIDENTS[..], &CAUSES[..], &IMPACTS[..]].contains(&words);
    let at = usize::from(letter.to_ascii_lowercase()).checked_sub(usize::from(b'a'))?;
    if from_template { words.get(at).copied() } else { None }
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
            Self::Instant => "instant",
            Self::Flag => "yes_or_no",
            Self::Count => "count",
            Self::Country => "country",
            Self::Organisation => "organisation",
            Self::Party => "party",
            Self::Subject => "subject",
        }
    }
}

/// A key as `case keys` lists it; its meaning is the phrase `key-<key>`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct KeyRow {
    /// Its name.
    pub key: &'static str,
    /// What its value is.
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// The words it may be.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub words: Vec<&'static str>,
    /// The fields of its rows.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<FieldRow>,
}

/// A field as `case keys` lists it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FieldRow {
    /// Its name.
    pub field: &'static str,
    /// What its value is.
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// Whether a row must have it.
    pub required: bool,
    /// The words it may be.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub words: Vec<&'static str>,
}

/// Every key as `case keys` lists it.
#[must_use]
pub fn rows() -> Vec<KeyRow> {
    KEYS.iter()
        .map(|key| KeyRow { key: key.id, kind: key.kind.id(), words: key.kind.words(), fields: fields(key.kind) })
        .collect()
}

fn fields(kind: Kind) -> Vec<FieldRow> {
    let Kind::Rows(_, fields) = kind else { return Vec::new() };
    let words = |kind| if let FieldKind::Word(words) = kind { words() } else { Vec::new() };
    fields
        .iter()
        .map(|it| FieldRow { field: it.id, kind: it.kind.id(), required: it.required, words: words(it.kind) })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_templates_letters_are_understood_where_the_list_is_the_templates() {
        assert_eq!(word("y", &INCIDENTS), Some("other"));
        assert_eq!(word("D", &CAUSES), Some("external_malicious"));
        assert_eq!(word("Phishing", &INCIDENTS), Some("phishing"));
        assert_eq!(word("a", &["yes", "no"]), None);
        assert_eq!(word("z", &INCIDENTS), None);
    }

    #[test]
    fn no_key_stands_twice() {
        let ids: std::collections::BTreeSet<_> = KEYS.iter().map(|key| key.id).collect();
        assert_eq!(ids.len(), KEYS.len());
    }
}
