//! What was determined, by whom, when and on what ground; what is not determined is said, never guessed.

use super::super::draft::{Draft, capital, quiet, row, text};
use super::timeline::or_dash;
use crate::document::Row;
use crate::model::case::Determination;
use crate::model::pending::EXPECTED;
use crate::model::words::DeterminationKind;

pub(super) fn write(draft: &mut Draft<'_>) {
    let mut made: Vec<&Determination> = draft.file().determinations.iter().collect();
    made.sort_by_key(|it| (EXPECTED.iter().position(|kind| *kind == it.kind), it.made_at));
    let rows: Vec<Row> = made.into_iter().map(|it| decision_row(draft, it)).collect();
    let columns =
        [text("column-decision", 1.5), text("column-outcome", 1.3), text("column-by", 1.2), text("column-reason", 2.4)];
    let title = draft.say("decisions-title");
    draft.table(title, &columns, rows, Vec::new());
    let missing = EXPECTED.into_iter().filter(|kind| draft.file().determined(*kind).is_none());
    let missing = missing.map(|kind| not_determined(draft, kind)).collect();
    draft.list(missing);
}

/// "Risk: not assessed": what nobody has determined yet.
pub(super) fn not_determined(draft: &Draft<'_>, kind: DeterminationKind) -> String {
    let id = match kind {
        DeterminationKind::Risk => "risk-not-assessed",
        DeterminationKind::Notification => "notification-not-decided",
        DeterminationKind::Communication => "communication-not-decided",
        DeterminationKind::Awareness | DeterminationKind::Breach | DeterminationKind::Materiality => {
            "awareness-not-determined"
        }
    };
    format!("{}: {}", capital(draft.phrases.word("determination", kind.id())), draft.say(id))
}

fn decision_row(draft: &Draft<'_>, it: &Determination) -> Row {
    let kind = capital(draft.phrases.word("determination", it.kind.id()));
    let kind = it.party.as_ref().map_or_else(|| kind.clone(), |party| format!("{kind} ({party})"));
    let by = draft.say_with("by-on", &[("by", (&it.by).into()), ("at", draft.instant_in_cell(it.made_at).into())]);
    let reason = or_dash(it.reason.clone().unwrap_or_default());
    if it.superseded_by.is_some() {
        let outcome = draft.say_with("superseded", &[("outcome", outcome(draft, it).into())]);
        return quiet(vec![kind, outcome, by, reason]);
    }
    row(vec![kind, outcome(draft, it), by, reason])
}

/// The outcome in words: a time, a word of the kind's list, else as typed.
pub(super) fn outcome(draft: &Draft<'_>, it: &Determination) -> String {
    if let Some(at) = &it.at {
        return draft.moment(at);
    }
    let id = format!("{}-{}", it.kind.id(), it.value).replace(['_', ' '], "-").to_lowercase();
    if draft.phrases.has(&id) { draft.say(&id) } else { it.value.clone() }
}
