//! Measures: in place beforehand, taken, planned; each with its time and its source.

use super::super::draft::{Draft, cells, or_dash, row, text};
use crate::document::Row;
use crate::model::case::Measure;
use crate::model::printed::Cell;

pub(super) fn write(draft: &mut Draft<'_>) {
    let file = draft.file();
    if file.measures.is_empty() {
        let said = draft.say("no-measure-yet");
        draft.paragraph(said);
        return;
    }
    let rows: Vec<Row> = file.measures.iter().map(|it| measure_row(draft, it)).collect();
    let columns = [
        text("column-measure", 2.3),
        text("column-kind", 1.1),
        text("column-state", 0.9),
        text("column-when", 1.9),
        text("column-source", 1.1),
    ];
    let title = draft.say("measures-title");
    draft.table(title, &columns, rows, Vec::new());
}

fn measure_row(draft: &Draft<'_>, it: &Measure) -> Row {
    row(cells![
        it.what.clone(),
        draft.phrases.word("measure", it.kind.id()),
        draft.phrases.word("measure_state", it.state.id()),
        it.at.as_ref().map_or_else(Cell::dash, |at| draft.moment_cell(at)),
        or_dash(it.source.clone().unwrap_or_default()),
    ])
}
