//! The fields of what consists of rows: parties, milestones, claims … as JSON names them.

use super::{Field, FieldKind};
use crate::model::words::{
    DataCategory, DeterminationKind, MeasureKind, MeasureState, MilestoneKind, PersonGroup, Protection, Role, Standing,
    Way,
};

const fn must(id: &'static str, kind: FieldKind) -> Field {
    Field { id, kind, required: true }
}

const fn may(id: &'static str, kind: FieldKind) -> Field {
    Field { id, kind, required: false }
}

pub(super) const PARTY: &[Field] = &[
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
pub(super) const MILESTONE: &[Field] = &[
    must("kind", FieldKind::Word(|| MilestoneKind::ALL.iter().map(|it| it.id()).collect())),
    must("at", FieldKind::Moment),
    may("what", FieldKind::Text),
    may("source", FieldKind::Text),
    may("party", FieldKind::Party),
];
pub(super) const DETERMINATION: &[Field] = &[
    must("kind", FieldKind::Word(|| DeterminationKind::ALL.iter().map(|it| it.id()).collect())),
    must("value", FieldKind::Text),
    may("reason", FieldKind::Text),
    may("by", FieldKind::Text),
    may("party", FieldKind::Party),
];
pub(super) const CLAIM: &[Field] = &[
    must("subject", FieldKind::Subject),
    must("count", FieldKind::Count),
    must("source", FieldKind::Text),
    may("said", FieldKind::Moment),
    may("standing", FieldKind::Word(|| Standing::ALL.iter().map(|it| it.id()).collect())),
    may("adopted", FieldKind::Flag),
    may("reason", FieldKind::Text),
];
pub(super) const EXPOSURE: &[Field] = &[
    must("category", FieldKind::Word(|| DataCategory::ALL.iter().map(|it| it.id()).collect())),
    must("group", FieldKind::Word(|| PersonGroup::ALL.iter().map(|it| it.id()).collect())),
    may("way", FieldKind::Word(|| Way::ALL.iter().map(|it| it.id()).collect())),
    may("residence", FieldKind::Country),
    may("count", FieldKind::Count),
    may("protection", FieldKind::Word(|| Protection::ALL.iter().map(|it| it.id()).collect())),
    may("note", FieldKind::Text),
    may("source", FieldKind::Text),
];
pub(super) const MEASURE: &[Field] = &[
    must("kind", FieldKind::Word(|| MeasureKind::ALL.iter().map(|it| it.id()).collect())),
    must("state", FieldKind::Word(|| MeasureState::ALL.iter().map(|it| it.id()).collect())),
    must("what", FieldKind::Text),
    may("at", FieldKind::Moment),
    may("source", FieldKind::Text),
];
pub(super) const OPEN_POINT: &[Field] =
    &[must("what", FieldKind::Text), may("until", FieldKind::Moment), may("who", FieldKind::Text)];
pub(super) const COVERAGE: &[Field] = &[
    must("what", FieldKind::Text),
    must("from", FieldKind::Point),
    must("until", FieldKind::Point),
    must("whole", FieldKind::Flag),
    may("reason", FieldKind::Text),
];
pub(super) const OVERLAP: &[Field] = &[
    must("one", FieldKind::Word(|| PersonGroup::ALL.iter().map(|it| it.id()).collect())),
    must("other", FieldKind::Word(|| PersonGroup::ALL.iter().map(|it| it.id()).collect())),
    may("disjoint", FieldKind::Flag),
];
