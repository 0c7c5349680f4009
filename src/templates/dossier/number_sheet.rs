//! The number sheet: each number on one line, with its rule, its files, and what was left out.

use super::super::draft::{Draft, capital, number, row, text};
use super::timeline::or_dash;
use crate::document::Row;
use crate::model::explain::{FileUsed, LeftOut, Number, Sheet};

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
    let files = sheet.files.iter().enumerate().map(|(at, file)| file_line(draft, at, file)).collect();
    draft.list(files);
}

fn number_row(draft: &Draft<'_>, it: &Number) -> Row {
    let rule = draft.phrases.sentence(&it.rule);
    let rule = match &it.source {
        Some(source) => format!("{rule} {}", draft.say_with("source", &[("source", source.into())])),
        None => rule,
    };
    let left_out = it.left_out.iter().map(|it| left_out(draft, it)).collect::<Vec<_>>().join("; ");
    let files = it.files.iter().map(|at| (at + 1).to_string()).collect::<Vec<_>>().join(", ");
    row(vec![capital(name(draft, it)), draft.phrases.count(&it.figured.count), rule, or_dash(left_out), or_dash(files)])
}

fn left_out(draft: &Draft<'_>, it: &LeftOut) -> String {
    format!("{}: {}", draft.phrases.sentence(&it.why), draft.phrases.count(&it.count))
}

/// How the rows of each table are counted, and what stands in the row of what is not known.
fn tables(draft: &mut Draft<'_>, sheet: &Sheet) {
    let line = |it: &crate::model::explain::TableRule| {
        let rule = draft.phrases.sentence(&it.rule);
        if it.not_known.high == Some(0) {
            return rule;
        }
        let count = draft.phrases.count(&it.not_known);
        draft.say_with("table-rule", &[("rule", rule.into()), ("count", count.into())])
    };
    let lines = sheet.tables.iter().map(line).collect();
    draft.list(lines);
}

fn file_line(draft: &Draft<'_>, at: usize, file: &FileUsed) -> String {
    let head = draft.say_with(
        "file-used",
        &[("n", (at as u64 + 1).into()), ("file", (&file.file).into()), ("read", file.read.into())],
    );
    let period = file.period.as_ref().map(|(from, until)| {
        draft.say_with("file-period", &[("from", day(draft, from).into()), ("until", day(draft, until).into())])
    });
    [Some(head), period, file.collected.clone()].into_iter().flatten().collect::<Vec<_>>().join("; ")
}

fn day(draft: &Draft<'_>, text: &str) -> String {
    text.parse().map_or_else(|_| text.to_owned(), |day| draft.phrases.date(day))
}

/// "Persons: owners": the number's name in words.
pub(super) fn name(draft: &Draft<'_>, it: &Number) -> String {
    let id = format!("number-{}", it.name.replace(['.', '_'], "-"));
    if draft.phrases.has(&id) {
        return draft.say(&id);
    }
    match it.name.split_once('.') {
        Some(("persons", group)) => super::persons::group(draft, group),
        Some(("records", unit)) => draft.phrases.word("unit", unit),
        _ => it.name.clone(),
    }
}
