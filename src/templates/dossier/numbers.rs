//! Accounts and records by region, by organisation and by both, and how the number came about.

use super::super::draft::{Draft, cells, number, quiet, row, text, total};
use super::super::saying::numbers::{records_column, stands};
use super::first_table::{self, Dimension};
use super::node_table::{columns, node_row, notes, region_name, region_row, sum_of, with_total};
use crate::document::Row;
use crate::model::count::Count;
use crate::model::facts::{CrossRow, Figured, OrganisationRow};

/// From so many rows on bars help; "9 and 1" is a sentence (docs/model.md, A paper).
const BARS_FROM: usize = 4;

pub(super) fn write(draft: &mut Draft<'_>) {
    let sentence = accounts_sentence(draft);
    draft.paragraph(sentence);
    let sums = sums(draft);
    draft.list(sums);
    by_region(draft);
    by_organisation(draft);
    crossed(draft);
    if draft.facts.by_residence.iter().any(|row| row.residence.is_some())
        && !first_table::holds(draft.facts, Dimension::Residence)
    {
        let heading = draft.say("numbers-residence");
        draft.heading(2, heading);
        first_table::residence(draft, None);
    }
    derivation(draft);
}

/// "Potentially affected are 11 to 14 accounts: 11 confirmed, 3 suspected. 1 cleared account is not counted."
fn accounts_sentence(draft: &Draft<'_>) -> String {
    let n = |count: &Count| count.value().unwrap_or(0);
    let by_status = &draft.facts.by_status;
    if by_status.confirmed.value().is_none() {
        let accounts = draft.phrases.count(&draft.facts.accounts.count);
        return draft.say_with("accounts-not-examined", &[("accounts", accounts.into())]);
    }
    let confirmed = draft.say_with("n-confirmed", &[("n", n(&by_status.confirmed).into())]);
    let suspected = draft.say_with("n-suspected", &[("n", n(&by_status.suspected).into())]);
    let said = draft.say_with(
        "accounts-sentence",
        &[
            ("accounts", draft.phrases.count_of(&draft.facts.accounts.count).into()),
            ("confirmed", confirmed.into()),
            ("suspected", suspected.into()),
        ],
    );
    match n(&by_status.cleared) {
        0 => said,
        cleared => format!("{said} {}", draft.say_with("cleared-sentence", &[("n", cleared.into())])),
    }
}

/// Where an adopted claim or a typed number stands over a sum, both are said.
fn sums(draft: &Draft<'_>) -> Vec<String> {
    let facts = draft.facts;
    let both = |figured: &Figured| {
        let over = stands(draft, figured)?;
        let printed = draft.phrases.count_of(&figured.count);
        // Where the list has no number, the unit stands in the number above it already.
        let told = |sum: &Count| sum.value().map_or_else(|| draft.phrases.count(sum), |_| draft.phrases.count_of(sum));
        let sum = figured.sum.as_ref().map(told);
        let args = [("printed", printed.into()), ("over", over.into())];
        let Some(sum) = sum else { return Some(draft.say_with("stands-alone", &args)) };
        let [printed, over] = args;
        Some(draft.say_with("stands-over", &[printed, over, ("sum", sum.into())]))
    };
    let units = facts.records_by_unit.iter().map(|count| draft.phrases.count_of(count)).collect::<Vec<_>>();
    let units = (units.len() > 1).then(|| draft.say_with("units-apart", &[("units", units.join("; ").into())]));
    let folders = facts.records.total.count.whole_folders;
    let folders = (folders > 0).then(|| draft.say_with("whole-folders-sentence", &[("n", folders.into())]));
    let distinct = facts.records.distinct.as_ref().map(|it| distinct(draft, it));
    [both(&facts.accounts), both(&facts.persons.total), both(&facts.records.total), units, distinct, folders]
        .into_iter()
        .flatten()
        .collect()
}

/// Rule 6: beside the messages by mailbox, and never added to them.
fn distinct(draft: &Draft<'_>, of: &Figured) -> String {
    let count = draft.phrases.count_of(&of.count);
    let said = draft.say_with("distinct-sentence", &[("count", count.into())]);
    stands(draft, of).map_or_else(|| said.clone(), |over| format!("{said} ({over})"))
}

fn by_region(draft: &mut Draft<'_>) {
    let facts = draft.facts;
    if facts.by_region.is_empty() {
        return;
    }
    let heading = draft.say("numbers-region");
    draft.heading(2, heading);
    if first_table::holds(facts, Dimension::Region) {
        let rows = facts.by_region.iter().filter(|row| is_something(&row.accounts));
        let rows = rows.map(|row| (region_name(draft, row.region.as_ref()), &row.accounts));
        let rows = rows.map(|(name, count)| format!("{name}: {}", draft.phrases.count_of(count)));
        let rows = rows.collect::<Vec<_>>().join("; ");
        let said = draft.say_with("told-on-first-page", &[("rows", rows.into())]);
        draft.paragraph(said);
    }
    if facts.by_region.iter().filter(|row| is_something(&row.accounts)).count() >= BARS_FROM {
        draft.chart("by_region");
    }
    if !first_table::holds(facts, Dimension::Region) {
        let mut rows: Vec<Row> = facts.by_region.iter().map(|row| region_row(draft, row)).collect();
        with_total(draft, &mut rows);
        let notes = notes(draft, rows.iter().any(|row| row.depth > 0));
        let (title, columns) = (draft.say("by-region-title"), columns(draft, "column-region"));
        draft.table(title, &columns, rows, notes);
    }
}

fn by_organisation(draft: &mut Draft<'_>) {
    let facts = draft.facts;
    if facts.by_organisation.is_empty() {
        return;
    }
    let heading = draft.say("numbers-organisation");
    draft.heading(2, heading);
    let standing = standing_organisations(draft);
    if let [only] = standing.iter().filter(|row| is_something(&row.accounts)).collect::<Vec<_>>().as_slice() {
        let said = in_a_sentence(draft, only);
        draft.paragraph(said);
        return;
    }
    if standing.iter().filter(|row| is_something(&row.accounts)).count() >= BARS_FROM {
        draft.chart("by_organisation");
    }
    let mut rows: Vec<Row> = standing.iter().map(|row| organisation_row(draft, row)).collect();
    with_total(draft, &mut rows);
    let title = draft.say("by-organisation-title");
    let notes = notes(draft, rows.iter().any(|row| row.depth > 0));
    let columns = columns(draft, "column-organisation");
    draft.table(title, &columns, rows, notes);
}

/// A party that no account belongs to is no row of this table; accounts without an organisation always are.
fn standing_organisations(draft: &Draft<'_>) -> Vec<OrganisationRow> {
    let rows = draft.facts.by_organisation.iter();
    rows.filter(|row| row.path.is_empty() || is_something(&row.accounts)).cloned().collect()
}

fn is_something(count: &Count) -> bool {
    count.high != Some(0)
}

fn in_a_sentence(draft: &Draft<'_>, of: &OrganisationRow) -> String {
    let name = of.organisation.clone().unwrap_or_else(|| draft.say("organisation-none"));
    let counts = [&of.accounts, &of.persons, &of.records].map(|count| draft.phrases.count_of(count));
    format!("{name}: {}.", counts.join(", "))
}

/// Both at once, where both have something to compare.
fn crossed(draft: &mut Draft<'_>) {
    let facts = draft.facts;
    let regions = facts.by_region.iter().filter(|row| is_something(&row.accounts)).count();
    let organisations = facts.by_organisation.iter().filter(|row| is_something(&row.accounts)).count();
    if regions < 2 || organisations < 2 {
        return;
    }
    let heading = draft.say("numbers-crossed");
    draft.heading(2, heading);
    let mut rows: Vec<Row> = facts.by_region_and_organisation.iter().map(|row| cross_row(draft, row)).collect();
    let sums = [sum_of(draft, &facts.accounts), sum_of(draft, &facts.records.total)];
    rows.push(total(cells![draft.say("total-distinct"), ""].into_iter().chain(sums).collect()));
    let columns = [
        text("column-region", 1.6),
        text("column-organisation", 2.1),
        number("column-accounts", 0.9),
        number(records_column(draft), 1.3),
    ];
    let title = draft.say("crossed-title");
    draft.table(title, &columns, rows, Vec::new());
}

fn cross_row(draft: &Draft<'_>, of: &CrossRow) -> Row {
    let region = region_name(draft, of.region.as_ref());
    let organisation = of.organisation.clone().unwrap_or_else(|| draft.say("organisation-none"));
    let set = if of.region.is_none() && of.organisation.is_none() { quiet } else { row };
    set(cells![region, organisation, draft.count_cell(&of.accounts), draft.count_cell(&of.records)])
}

fn organisation_row(draft: &Draft<'_>, of: &OrganisationRow) -> Row {
    let name = of.organisation.clone().unwrap_or_else(|| draft.say("organisation-none"));
    node_row(draft, name, &of.path, [&of.accounts, &of.persons, &of.records])
}

fn derivation(draft: &mut Draft<'_>) {
    let facts = draft.facts;
    let of = facts.derivation.unwrap_or_default();
    if of.read == 0 {
        return;
    }
    let heading = draft.say("numbers-derivation");
    draft.heading(2, heading);
    if of.rejected + of.merged + of.cleared + of.suspected == 0 {
        let args = [("read", of.read.into()), ("confirmed", of.confirmed.into())];
        let said = draft.say_with("derivation-plain", &args);
        draft.paragraph(said);
        return;
    }
    draft.chart("derivation");
    let steps: [(&str, u64); 6] = [
        ("derivation-read", of.read),
        ("derivation-rejected", of.rejected),
        ("derivation-merged", of.merged),
        ("derivation-cleared", of.cleared),
        ("derivation-suspected", of.suspected),
        ("derivation-confirmed", of.confirmed),
    ];
    let rows = steps.map(|(id, n)| row(cells![draft.say(id), draft.phrases.number_cell(n)]));
    let title = draft.say("derivation-title");
    let columns = [text("column-step", 3.0), number("column-count", 1.0)];
    draft.table(title, &columns, rows.to_vec(), Vec::new());
}
