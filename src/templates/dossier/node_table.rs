//! Tables of regions and organisations: their columns, their rows with depth in a tree, what closes them, what is said below. It
//! counts nothing.

use super::super::draft::{Col, Draft, cells, number, text, total};
use super::super::saying::numbers::{owners, records_column};
use crate::document::{Row, RowKind};
use crate::model::count::Count;
use crate::model::facts::{Figured, RegionRow};
use crate::model::printed::Cell;

pub(super) fn region_row(draft: &Draft<'_>, of: &RegionRow) -> Row {
    let name = region_name(draft, of.region.as_ref());
    node_row(draft, name, &of.path, [&of.accounts, &of.persons, &of.records])
}

pub(super) fn node_row(draft: &Draft<'_>, name: String, path: &[String], counts: [&Count; 3]) -> Row {
    let cells = std::iter::once(name.into()).chain(counts.map(|count| draft.count_cell(count))).collect();
    let depth = u8::try_from(path.len().saturating_sub(1)).unwrap_or(u8::MAX);
    Row { cells, kind: if path.is_empty() { RowKind::Quiet } else { RowKind::Body }, depth }
}

pub(super) fn region_name(draft: &Draft<'_>, region: Option<&String>) -> String {
    region.cloned().unwrap_or_else(|| draft.say("region-none"))
}

/// The total of what the rows add up to: a table closes. Where an adopted claim or a typed number stands over the
/// sum, it follows in a row of its own, so that no reader takes the sum for the number that is reported.
pub(super) fn with_total(draft: &Draft<'_>, rows: &mut Vec<Row>) {
    if rows.is_empty() {
        return;
    }
    let facts = draft.facts;
    let owners = draft.count_cell(&owners(facts));
    let sums = [sum_of(draft, &facts.accounts), owners, sum_of(draft, &facts.records.total)];
    rows.push(total(cells![draft.say("total-distinct")].into_iter().chain(sums).collect()));
    let over = |figured: &Figured| figured.sum.as_ref().is_some_and(|sum| *sum != figured.count);
    if over(&facts.accounts) || over(&facts.records.total) {
        let [accounts, records] = [&facts.accounts, &facts.records.total].map(|it| draft.count_cell(&it.count));
        rows.push(total(cells![draft.say("total-stated"), accounts, "", records]));
    }
}

pub(super) fn sum_of(draft: &Draft<'_>, figured: &Figured) -> Cell {
    draft.count_cell(figured.sum.as_ref().unwrap_or(&figured.count))
}

/// A row's persons are the owners of its accounts.
pub(super) fn columns(draft: &Draft<'_>, first: &'static str) -> [Col; 4] {
    let records = records_column(draft);
    [text(first, 2.0), number("column-accounts", 1.0), number("column-owners", 1.2), number(records, 1.5)]
}

/// Rolled-up rows hold what is below them; persons are distinct in a row and do not add up (rules 6 and 7).
pub(super) fn notes(draft: &Draft<'_>, nested: bool) -> Vec<String> {
    let nested = nested.then(|| draft.say("rows-nested"));
    let said = nested.into_iter().chain([draft.say("rows-note")]).collect::<Vec<_>>();
    vec![said.join(" ")]
}
