//! What happened when, as exactly as it was stated, and which periods the logs cover. No record is not no access.

use super::super::draft::{Draft, cells, or_dash, row, text};
use crate::document::Row;
use crate::model::case::{Coverage, Milestone};

/// More steps than this are a legend as long as a page: then the drawing stands in the section.
const ROOM: usize = 14;

/// Whether the first page has room for the drawing; without any date there is none.
pub(super) fn fits_the_first_page(draft: &Draft<'_>) -> bool {
    is_drawn(draft) && draft.file().milestones.len() <= ROOM
}

fn is_drawn(draft: &Draft<'_>) -> bool {
    let file = draft.file();
    let dated = draft.facts.by_day.iter().any(|row| row.day.is_some());
    !file.milestones.is_empty() || file.occurred.is_some() || !file.coverage.is_empty() || dated
}

pub(super) fn write(draft: &mut Draft<'_>) {
    let file = draft.file();
    if is_drawn(draft) && !fits_the_first_page(draft) {
        draft.chart("timeline");
    }
    if file.milestones.is_empty() {
        let said = draft.say("timeline-empty");
        draft.paragraph(said);
    }
    let rows: Vec<Row> = file.milestones.iter().map(|it| milestone_row(draft, it)).collect();
    let columns =
        [text("column-when", 1.6), text("column-step", 1.2), text("column-what", 2.2), text("column-source", 1.4)];
    let title = draft.say("milestones-title");
    let zone = draft.say_with("zone-note", &[("zone", (&file.case.zone).into())]);
    draft.table(title, &columns, rows, vec![zone]);
    coverage(draft);
}

fn milestone_row(draft: &Draft<'_>, it: &Milestone) -> Row {
    let kind = draft.phrases.word("milestone", it.kind.id());
    let whose = it.party.and_then(|id| draft.file().party(id)).map(|party| format!("({})", party.name()));
    let what = [it.what.clone(), whose];
    let what = what.into_iter().flatten().collect::<Vec<_>>().join(" ");
    row(cells![draft.moment_cell(&it.at), kind, or_dash(what), or_dash(it.source.clone().unwrap_or_default())])
}

fn coverage(draft: &mut Draft<'_>) {
    let file = draft.file();
    if file.coverage.is_empty() {
        let said = draft.say("coverage-none");
        draft.note(said);
        return;
    }
    let rows: Vec<Row> = file.coverage.iter().map(|it| coverage_row(draft, it)).collect();
    let columns = [
        text("column-log", 1.2),
        text("column-from-time", 1.5),
        text("column-until-time", 1.6),
        text("column-whole", 1.7),
    ];
    let title = draft.say("coverage-title");
    let notes = vec![draft.say("coverage-note")];
    draft.table(title, &columns, rows, notes);
}

fn coverage_row(draft: &Draft<'_>, it: &Coverage) -> Row {
    let whole = match (it.whole, &it.reason) {
        (true, _) => draft.say("coverage-whole"),
        (false, Some(reason)) => draft.say_with("coverage-cut-because", &[("reason", reason.into())]),
        (false, None) => draft.say("coverage-cut"),
    };
    row(cells![it.what.clone(), draft.instant_cell(it.from), draft.instant_cell(it.until), whole])
}
