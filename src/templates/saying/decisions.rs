//! What was determined, in a few words; what is not determined is said, never guessed.

use super::super::draft::{Draft, capital};
use crate::model::case::Determination;
use crate::model::words::DeterminationKind;

/// "Risk: not assessed": what nobody has determined yet.
pub(in crate::templates) fn not_determined(draft: &Draft<'_>, kind: DeterminationKind) -> String {
    let id = match kind {
        DeterminationKind::Risk => "risk-not-assessed",
        DeterminationKind::Notification => "notification-not-decided",
        DeterminationKind::Communication => "communication-not-decided",
        DeterminationKind::Awareness
        | DeterminationKind::AwarenessOfIncident
        | DeterminationKind::AwarenessOfSignificance
        | DeterminationKind::Breach
        | DeterminationKind::Significance
        | DeterminationKind::Materiality => "awareness-not-determined",
    };
    format!("{}: {}", capital(draft.phrases.word("determination", kind.id())), draft.say(id))
}

/// The outcome in words: a time, a word of the kind's list, else as typed.
pub(in crate::templates) fn outcome(draft: &Draft<'_>, it: &Determination) -> String {
    if let Some(at) = &it.at {
        return draft.moment(at);
    }
    let id = format!("{}-{}", it.kind.id(), it.value).replace(['_', ' '], "-").to_lowercase();
    if draft.phrases.has(&id) { draft.say(&id) } else { it.value.clone() }
}

/// What stands of a kind, in words; what is said where nothing does.
pub(in crate::templates) fn stands_or(draft: &Draft<'_>, kind: DeterminationKind, absent: &str) -> String {
    draft.file().determined(kind).map_or_else(|| draft.say(absent), |it| outcome(draft, it))
}

/// Whether somebody determined that the incident is a personal-data breach; before that the word is *incident*.
pub(in crate::templates) fn is_breach(draft: &Draft<'_>) -> bool {
    draft.file().determined(DeterminationKind::Breach).is_some_and(|it| it.value == "yes")
}
