//! What the incident may mean for the persons concerned, as the case's authors wrote it down.

use super::super::draft::{Draft, capital, plain};
use super::super::saying::answers::answer;
use crate::document::Pair;
use crate::model::words::DeterminationKind;

/// The answers that speak of consequences (EDPB template v1.0, sections 4.1 and 4.2).
const SPOKEN: [(&str, &str); 4] = [
    ("consequences", "term-consequences"),
    ("impact", "term-impact"),
    ("severity", "term-severity"),
    ("risk_reason", "term-risk-reason"),
];

pub(super) fn write(draft: &mut Draft<'_>) {
    // The reason of a determination stands with it.
    let decided = draft.file().determined(DeterminationKind::Risk).is_some_and(|it| it.reason.is_some());
    let spoken = SPOKEN.iter().filter(|(key, _)| !(decided && *key == "risk_reason"));
    let pairs = spoken
        .filter_map(|(key, term)| Some(Pair { term: draft.say(term), text: plain(capital(answer(draft, key)?)) }));
    let pairs: Vec<Pair> = pairs.collect();
    if pairs.is_empty() {
        let said = draft.say("consequences-open");
        draft.paragraph(said);
    }
    draft.pairs(pairs);
}
