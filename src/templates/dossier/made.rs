//! What was determined, by whom, when and on what ground; what is not determined is said, never guessed.

use super::super::draft::{Draft, capital, cells, or_dash, quiet, row, text};
use super::super::saying::decisions::{not_determined, outcome};
use crate::document::Row;
use crate::model::case::Determination;
use crate::model::pending::EXPECTED;
pub(super) fn write(draft: &mut Draft<'_>) {
    let mut made: Vec<&Determination> = draft.file().determinations.iter().collect();
    let place = |kind| EXPECTED.iter().position(|it| *it == kind).unwrap_or(EXPECTED.len());
    made.sort_by_key(|it| (place(it.kind), it.kind, it.made_at));
    let rows: Vec<Row> = made.into_iter().map(|it| decision_row(draft, it)).collect();
    let columns =
        [text("column-decision", 1.5), text("column-outcome", 1.3), text("column-by", 1.2), text("column-reason", 2.4)];
    let title = draft.say("decisions-title");
    draft.table(title, &columns, rows, Vec::new());
    let missing = EXPECTED.into_iter().filter(|kind| draft.file().determined(*kind).is_none());
    let missing = missing.map(|kind| not_determined(draft, kind)).collect();
    draft.list(missing);
}

fn decision_row(draft: &Draft<'_>, it: &Determination) -> Row {
    let kind = capital(draft.phrases.word("determination", it.kind.id()));
    let kind = draft.file().whose(it).map_or_else(|| kind.clone(), |party| format!("{kind} ({party})"));
    let by = draft.say_with("by-on", &[("by", (&it.by).into()), ("at", draft.instant_in_cell(it.made_at).into())]);
    let advice = it.advice.as_ref().map(|whose| draft.say_with("on-advice", &[("whose", whose.into())]));
    let by = advice.map_or_else(|| by.clone(), |advice| format!("{by}, {advice}"));
    let reason = or_dash(it.reason.clone().unwrap_or_default());
    if it.superseded_by.is_some() {
        let outcome = draft.say_with("superseded", &[("outcome", outcome(draft, it).into())]);
        return quiet(cells![kind, outcome, by, reason]);
    }
    let outcome = it.at.as_ref().map_or_else(|| outcome(draft, it).into(), |at| draft.moment_cell(at));
    row(cells![kind, outcome, by, reason])
}
