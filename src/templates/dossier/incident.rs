//! What happened, as the case's authors wrote it down.

use super::super::draft::{Draft, plain};
use super::super::saying::answers::answer;
use crate::document::Pair;

/// The answers that tell what happened (EDPB template v1.0, sections 3.1 and 3.2).
const TOLD: [(&str, &str); 6] = [
    ("description", "term-description"),
    ("discovery_text", "term-discovery-text"),
    ("data_place", "term-data-place"),
    ("persons_text", "term-persons-text"),
    ("special_categories_text", "term-special-text"),
    ("authorities", "term-authorities"),
];

pub(super) fn stands(draft: &Draft<'_>) -> bool {
    TOLD.iter().any(|(key, _)| answer(draft, key).is_some())
}

pub(super) fn write(draft: &mut Draft<'_>) {
    let pairs = TOLD.iter().filter_map(|(key, term)| {
        let text = plain(answer(draft, key)?);
        Some(Pair { term: draft.say(term), text })
    });
    let pairs = pairs.collect();
    draft.pairs(pairs);
}
