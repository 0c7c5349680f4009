//! Data subjects by group. Groups may overlap: their total is never their sum.

use super::super::draft::{Draft, capital, cells, number, row, text, total};
use crate::document::Row;
use crate::lang::Arg;
use crate::model::facts::{GroupRow, OnePersonRow};

pub(super) fn write(draft: &mut Draft<'_>) {
    let facts = draft.facts;
    if facts.persons.groups.is_empty() {
        let said = draft.say("persons-no-group");
        draft.paragraph(said);
        return;
    }
    let mut rows: Vec<Row> = facts.persons.groups.iter().map(|row| group_row(draft, row)).collect();
    let distinct = draft.count_cell(&facts.persons.total.count);
    rows.push(total(cells![draft.say("total-persons"), distinct, "", ""]));
    let columns = [
        text("column-group", 1.4),
        number("column-persons", 1.4),
        text("column-overlaps", 1.5),
        text("column-from", 1.7),
    ];
    let title = draft.say("persons-title");
    let notes = vec![draft.say("persons-note")];
    draft.table(title, &columns, rows, notes);
    let determined = facts.one_person.iter().map(|it| one_person(draft, it)).collect();
    draft.list(determined);
}

/// Rule 10: that each account is one person is somebody's determination, and reports say so.
fn one_person(draft: &Draft<'_>, it: &OnePersonRow) -> String {
    let which = match (&it.which, it.chosen) {
        (_, Some(chosen)) => draft.say_with("one-person-chosen", &[("n", Arg::Number(chosen))]),
        (Some(filter), None) => filter.clone(),
        (None, None) => draft.say("one-person-all"),
    };
    let which = match it.but {
        Some(but) => draft.say_with("one-person-but", &[("which", which.into()), ("n", Arg::Number(but))]),
        None => which,
    };
    draft.say_with(
        "one-person",
        &[
            ("accounts", draft.phrases.count_of(&it.accounts).into()),
            ("which", which.into()),
            ("reason", (&it.reason).into()),
            ("by", (&it.by).into()),
            ("at", draft.date(it.at).into()),
        ],
    )
}

fn group_row(draft: &Draft<'_>, of: &GroupRow) -> Row {
    let overlaps: Vec<_> = of.overlaps.iter().map(|id| draft.phrases.group(id)).collect();
    let overlaps = if overlaps.is_empty() { "–".to_owned() } else { overlaps.join(", ") };
    let name = capital(draft.phrases.group(&of.group));
    row(cells![name, draft.count_cell(&of.count), overlaps, source(draft, of)])
}

/// Whose word the number is; where something stands over the list, what the list says.
fn source(draft: &Draft<'_>, of: &GroupRow) -> String {
    let claim = of.claim.and_then(|id| draft.facts.claims.iter().find(|it| it.id == id));
    let how = match (claim, of.computed) {
        (Some(claim), _) => draft.say_with("stands-claim", &[("source", (&claim.source).into())]),
        (None, true) => draft.say("from-list"),
        (None, false) => draft.say("from-typed"),
    };
    let source = of.source.as_ref().filter(|_| claim.is_none()).map(|source| format!("{how}: {source}"));
    let said = source.unwrap_or(how);
    match &of.sum {
        Some(sum) => {
            let sum = draft.phrases.count(sum);
            draft.say_with("beside-the-list", &[("said", said.into()), ("sum", sum.into())])
        }
        None => said,
    }
}
