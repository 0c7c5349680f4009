//! Accounts and records by region, by organisation and by both, and how the number came about.

use super::super::draft::{Col, Draft, number, quiet, row, text, total};
use super::first_page::stands;
use super::first_table::{self, Dimension};
use crate::document::{Row, RowKind};
use crate::model::count::Count;
use crate::model::facts::{CrossRow, Figured, OrganisationRow, RegionRow};

/// From so many rows on bars help; "9 and 1" is a sentence (domain.md, section 5).
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
        let sum = figured.sum.as_ref().map(|sum| draft.phrases.count_of(sum));
        let args = [("printed", printed.into()), ("over", over.into())];
        let Some(sum) = sum else { return Some(draft.say_with("stands-alone", &args)) };
        let [printed, over] = args;
        Some(draft.say_with("stands-over", &[printed, over, ("sum", sum.into())]))
    };
    let units = facts.records_by_unit.iter().map(|count| draft.phrases.count_of(count)).collect::<Vec<_>>();
    let units = (units.len() > 1).then(|| draft.say_with("units-apart", &[("units", units.join("; ").into())]));
    let folders = facts.records.count.whole_folders;
    let folders = (folders > 0).then(|| draft.say_with("whole-folders-sentence", &[("n", folders.into())]));
    [both(&facts.accounts), both(&facts.persons.total), both(&facts.records), units, folders]
        .into_iter()
        .flatten()
        .collect()
}

fn by_region(draft: &mut Draft<'_>) {
    let facts = draft.facts;
    if facts.by_region.is_empty() {
        return;
    }
    let heading = draft.say("numbers-region");
    draft.heading(2, heading);
    if first_table::holds(facts, Dimension::Region) {
        let said = draft.say("table-on-first-page");
        draft.paragraph(said);
    }
    if facts.by_region.len() >= BARS_FROM {
        draft.chart("by_region");
    }
    if !first_table::holds(facts, Dimension::Region) {
        let mut rows: Vec<Row> = facts.by_region.iter().map(|row| region_row(draft, row)).collect();
        with_total(draft, &mut rows);
        let (title, columns, notes) = (draft.say("by-region-title"), columns(draft, "column-region"), notes(draft));
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
    if let [only] = facts.by_organisation.as_slice() {
        let said = in_a_sentence(draft, only);
        draft.paragraph(said);
        return;
    }
    if facts.by_organisation.len() >= BARS_FROM {
        draft.chart("by_organisation");
    }
    let mut rows: Vec<Row> = facts.by_organisation.iter().map(|row| organisation_row(draft, row)).collect();
    with_total(draft, &mut rows);
    let title = draft.say("by-organisation-title");
    let (columns, notes) = (columns(draft, "column-organisation"), notes(draft));
    draft.table(title, &columns, rows, notes);
}

fn in_a_sentence(draft: &Draft<'_>, of: &OrganisationRow) -> String {
    let name = of.organisation.clone().unwrap_or_else(|| draft.say("organisation-none"));
    let counts = [&of.accounts, &of.persons, &of.records].map(|count| draft.phrases.count_of(count));
    format!("{name}: {}.", counts.join(", "))
}

/// Both at once, where both have something to compare.
fn crossed(draft: &mut Draft<'_>) {
    let facts = draft.facts;
    if facts.by_region.len() < 2 || facts.by_organisation.len() < 2 {
        return;
    }
    let heading = draft.say("numbers-crossed");
    draft.heading(2, heading);
    let rows: Vec<Row> = facts.by_region_and_organisation.iter().map(|row| cross_row(draft, row)).collect();
    let columns = [
        text("column-region", 1.6),
        text("column-organisation", 1.8),
        number("column-accounts", 0.9),
        number("column-records", 1.3),
    ];
    let title = draft.say("crossed-title");
    draft.table(title, &columns, rows, Vec::new());
}

fn cross_row(draft: &Draft<'_>, of: &CrossRow) -> Row {
    let region = of.region.clone().unwrap_or_else(|| draft.say("region-none"));
    let organisation = of.organisation.clone().unwrap_or_else(|| draft.say("organisation-none"));
    let set = if of.region.is_none() && of.organisation.is_none() { quiet } else { row };
    set(vec![region, organisation, draft.phrases.count(&of.accounts), draft.phrases.count(&of.records)])
}

pub(super) fn region_row(draft: &Draft<'_>, of: &RegionRow) -> Row {
    let name = of.region.clone().unwrap_or_else(|| draft.say("region-none"));
    node_row(draft, name, &of.path, [&of.accounts, &of.persons, &of.records])
}

fn organisation_row(draft: &Draft<'_>, of: &OrganisationRow) -> Row {
    let name = of.organisation.clone().unwrap_or_else(|| draft.say("organisation-none"));
    node_row(draft, name, &of.path, [&of.accounts, &of.persons, &of.records])
}

fn node_row(draft: &Draft<'_>, name: String, path: &[String], counts: [&Count; 3]) -> Row {
    let cells = std::iter::once(name).chain(counts.map(|count| draft.phrases.count(count))).collect();
    let depth = u8::try_from(path.len().saturating_sub(1)).unwrap_or(u8::MAX);
    Row { cells, kind: if path.is_empty() { RowKind::Quiet } else { RowKind::Body }, depth }
}

/// The total of what the rows add up to, not of what may stand over them: a table closes.
pub(super) fn with_total(draft: &Draft<'_>, rows: &mut Vec<Row>) {
    let facts = draft.facts;
    let own = |figured: &Figured| {
        let count = figured.sum.as_ref().unwrap_or(&figured.count);
        draft.phrases.count(count)
    };
    let cells = [own(&facts.accounts), own(&facts.persons.total), own(&facts.records)];
    if !rows.is_empty() {
        rows.push(total(std::iter::once(draft.say("total-distinct")).chain(cells).collect()));
    }
}

pub(super) fn columns(draft: &Draft<'_>, first: &'static str) -> [Col; 4] {
    let records = match draft.facts.records.count.unit {
        crate::model::words::Unit::Email => "unit-email",
        crate::model::words::Unit::File => "unit-file",
        _ => "column-records",
    };
    [text(first, 2.0), number("column-accounts", 1.0), number("column-persons", 1.2), number(records, 1.5)]
}

/// Rolled-up rows hold what is below them; persons are distinct in a row and do not add up (rules 6 and 7).
pub(super) fn notes(draft: &Draft<'_>) -> Vec<String> {
    vec![draft.say("rows-note")]
}

fn derivation(draft: &mut Draft<'_>) {
    let facts = draft.facts;
    let of = facts.derivation;
    if of.read == 0 {
        return;
    }
    let heading = draft.say("numbers-derivation");
    draft.heading(2, heading);
    if of.rejected + of.merged + of.cleared + of.suspected > 0 {
        draft.chart("derivation");
    }
    let steps: [(&str, u64); 6] = [
        ("derivation-read", of.read),
        ("derivation-rejected", of.rejected),
        ("derivation-merged", of.merged),
        ("derivation-cleared", of.cleared),
        ("derivation-suspected", of.suspected),
        ("derivation-confirmed", of.confirmed),
    ];
    let rows = steps.map(|(id, n)| row(vec![draft.say(id), draft.phrases.number(n)]));
    let title = draft.say("derivation-title");
    let columns = [text("column-step", 3.0), number("column-count", 1.0)];
    draft.table(title, &columns, rows.to_vec(), Vec::new());
}
