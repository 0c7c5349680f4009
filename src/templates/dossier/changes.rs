//! What changed since the version before: every main number, down as well as up, with causes that add up.

use super::super::draft::{Draft, capital, number, row, text};
use super::number_sheet::name;
use super::timeline::or_dash;
use crate::document::Row;
use crate::model::count::Count;
use crate::model::explain::{Cause, Last, Number};

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
    let causes = it.causes.iter().map(|cause| said(draft, cause, opened)).collect::<Vec<_>>().join("; ");
    let now = draft.phrases.count(&it.figured.count);
    row(vec![capital(name(draft, it)), draft.phrases.count(&last.count), now, or_dash(causes)])
}

/// "merged −22": the low bound's move; where it stayed, the high bound's.
fn said(draft: &Draft<'_>, cause: &Cause, opened: bool) -> String {
    let what = draft.phrases.sentence(&cause.what);
    match (cause.low, cause.high) {
        (0, Some(high)) => draft.say_with("cause-high", &[("what", what.into()), ("by", signed(draft, high).into())]),
        (0, None) if !opened => what,
        (0, None) => draft.say_with("cause-opened", &[("what", what.into())]),
        (low, _) => draft.say_with("cause-low", &[("what", what.into()), ("by", signed(draft, low).into())]),
    }
}

/// With a real minus sign.
fn signed(draft: &Draft<'_>, by: i64) -> String {
    let sign = if by < 0 { "−" } else { "+" };
    format!("{sign}{}", draft.phrases.number(by.unsigned_abs()))
}
