//! The number sheet: each number on one line, with its rule, its files, and what was left out.

use super::super::draft::{Draft, capital, cells, number, or_dash, row, text};
use crate::document::Row;
use crate::model::explain::{Number, Sheet};

pub(super) fn stands(draft: &Draft<'_>) -> bool {
    draft.brief.sheet.is_some()
}

pub(super) fn write(draft: &mut Draft<'_>) {
    let Some(sheet) = &draft.brief.sheet else { return };
    let rows: Vec<Row> = sheet.numbers.iter().map(|it| number_row(draft, it)).collect();
    let columns = [
        text("column-number", 1.2),
        number("column-value", 1.2),
        text("column-rule", 2.8),
        text("column-left-out", 1.6),
        number("column-files", 0.5),
    ];
    let title = draft.say("number-sheet-title");
    let note = (!sheet.files.is_empty()).then(|| draft.say("number-sheet-note"));
    draft.table(title, &columns, rows, note.into_iter().collect());
    tables(draft, sheet);
    let files = (1..).zip(&sheet.files).map(|(n, file)| draft.phrases.file_used(n, file)).collect();
    draft.list(files);
}

fn number_row(draft: &Draft<'_>, it: &Number) -> Row {
    let rule = draft.phrases.sentence(&it.rule);
    let rule = match &it.source {
        Some(source) => format!("{rule} {}", draft.say_with("source", &[("source", source.into())])),
        None => rule,
    };
    let left_out = it.left_out.iter().map(|it| draft.phrases.left_out(it)).collect::<Vec<_>>().join("; ");
    let files = it.files.iter().map(|at| (at + 1).to_string()).collect::<Vec<_>>().join(", ");
    row(cells![capital(name(draft, it)), draft.count_cell(&it.figured.count), rule, or_dash(left_out), or_dash(files)])
}

/// How the rows of each table are counted, and what stands in the row of what is not known.
fn tables(draft: &mut Draft<'_>, sheet: &Sheet) {
    let lines = sheet.tables.iter().map(|it| draft.phrases.table_rule(it)).collect();
    draft.list(lines);
}

/// "Persons: owners": the number's name in words.
pub(super) fn name(draft: &Draft<'_>, it: &Number) -> String {
    let id = format!("number-{}", it.name.replace(['.', '_'], "-"));
    if draft.phrases.has(&id) {
        return draft.say(&id);
    }
    match it.name.split_once('.') {
        Some(("persons", group)) => draft.phrases.group(group),
        Some(("records", unit)) => draft.phrases.word("unit", unit),
        _ => it.name.clone(),
    }
}
