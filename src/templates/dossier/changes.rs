//! What changed since the version before: every main number, down as well as up, with causes that add up.

use super::super::draft::{Draft, capital, cells, number, or_dash, row, text};
use super::number_sheet::name;
use crate::document::Row;
use crate::model::count::Count;
use crate::model::explain::{Last, Number};

pub(super) fn stands(draft: &Draft<'_>) -> bool {
    draft.brief.version > 1
}

pub(super) fn write(draft: &mut Draft<'_>) {
    let sheet = draft.brief.sheet.as_ref();
    let numbers = sheet.iter().flat_map(|sheet| &sheet.numbers);
    let printed = |count: &Count| draft.phrases.count(count);
    let moved = |it: &&Number| it.last.as_ref().is_some_and(|last| printed(&last.count) != printed(&it.figured.count));
    let rows: Vec<Row> =
        numbers.filter(moved).filter_map(|it| Some(change_row(draft, it, it.last.as_ref()?))).collect();
    if rows.is_empty() {
        let said = draft.say("changes-none");
        draft.paragraph(said);
        return;
    }
    let columns =
        [text("column-number", 1.2), number("column-last", 1.3), number("column-now", 1.3), text("column-causes", 2.6)];
    let title = draft.say("changes-title");
    draft.table(title, &columns, rows, Vec::new());
}

fn change_row(draft: &Draft<'_>, it: &Number, last: &Last) -> Row {
    let opened = last.count.high.is_some() && it.figured.count.high.is_none();
    let causes = it.causes.iter().map(|cause| draft.phrases.cause(cause, opened)).collect::<Vec<_>>().join("; ");
    let [before, now] = [&last.count, &it.figured.count].map(|count| draft.count_cell(count));
    row(cells![capital(name(draft, it)), before, now, or_dash(causes)])
}
