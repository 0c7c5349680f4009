//! The main numbers with what each rests on, and what stands over a sum.

use super::super::draft::{Draft, capital};
use super::persons;
use crate::document::KeyFigure;
use crate::model::count::Count;
use crate::model::facts::{Facts, Figured, GroupRow};
use crate::model::words::{Qualifier, Unit};

/// The main numbers, each with what it rests on: accounts, persons, records, and what nobody has counted yet.
pub(in crate::templates) fn key_figures(draft: &Draft<'_>) -> Vec<KeyFigure> {
    let facts = draft.facts;
    let figure =
        |label: String, count: &Count, note: String| KeyFigure { label, value: draft.phrases.count(count), note };
    let unit = |count: &Count| draft.phrases.unit(count);
    let (accounts, persons, records) = (&facts.accounts, &facts.persons.total, &facts.records.total);
    let mut figures = vec![
        figure(unit(&accounts.count), &accounts.count, accounts_note(draft)),
        figure(unit(&persons.count), &persons.count, persons::note(draft)),
        figure(unit(&records.count), &records.count, records_note(draft)),
    ];
    figures.extend(open_group(draft).map(|row| {
        figure(
            capital(draft.phrases.group(&row.group)),
            &row.count,
            row.source.clone().unwrap_or_else(|| draft.say("unit-person")),
        )
    }));
    figures
}

/// A group of persons that nobody has counted yet: the fourth number is what is open.
fn open_group<'a>(draft: &Draft<'a>) -> Option<&'a GroupRow> {
    let open = |row: &&GroupRow| row.count.qualifier() == Qualifier::ToBeDetermined && row.group != "owner";
    draft.facts.persons.groups.iter().find(open)
}

/// "11 confirmed, 3 suspected; 1 cleared, not counted": potentially affected, by status.
fn accounts_note(draft: &Draft<'_>) -> String {
    let by_status = &draft.facts.by_status;
    let part = |id, count: &Count| {
        let n = count.value().filter(|n| *n > 0)?;
        Some(draft.say_with(id, &[("n", n.into())]))
    };
    let parts = [
        part("n-confirmed", &by_status.confirmed),
        part("n-suspected", &by_status.suspected),
        part("n-cleared", &by_status.cleared),
    ];
    let parts: Vec<_> = parts.into_iter().flatten().collect();
    if parts.is_empty() { stands(draft, &draft.facts.accounts).unwrap_or_default() } else { parts.join(", ") }
}

fn records_note(draft: &Draft<'_>) -> String {
    let records = &draft.facts.records.total;
    let folders = records.count.whole_folders;
    let folders = (folders > 0).then(|| draft.say_with("whole-folders", &[("n", folders.into())]));
    let undeterminable = records.count.undeterminable_parts;
    let undeterminable =
        (undeterminable > 0).then(|| draft.say_with("undeterminable-parts", &[("n", undeterminable.into())]));
    let distinct = draft.facts.records.distinct.as_ref();
    let distinct = distinct.map(|it| draft.say_with("distinct", &[("count", draft.phrases.count(&it.count).into())]));
    let parts: Vec<_> = [stands(draft, records), folders, undeterminable, distinct].into_iter().flatten().collect();
    if parts.is_empty() { draft.say("records-added-by-account") } else { parts.join("; ") }
}

/// What stands over a sum, where something does.
pub(in crate::templates) fn stands(draft: &Draft<'_>, figured: &Figured) -> Option<String> {
    if let Some(claim) = figured.claim.and_then(|id| draft.facts.claims.iter().find(|it| it.id == id)) {
        return Some(draft.say_with("stands-claim", &[("source", (&claim.source).into())]));
    }
    figured.typed.then(|| draft.say("stands-typed"))
}

/// Owners, else every person: the group that a table's persons are.
pub(in crate::templates) fn owners(facts: &Facts) -> Count {
    let owners = facts.persons.groups.iter().find(|row| row.group == "owner");
    owners.map_or_else(|| facts.persons.total.count.clone(), |row| row.count.clone())
}

/// The header over numbers of records, by what is counted.
pub(in crate::templates) fn records_column(draft: &Draft<'_>) -> &'static str {
    match draft.facts.records.total.count.unit {
        Unit::Email => "unit-email",
        Unit::File => "unit-file",
        _ => "column-records",
    }
}
