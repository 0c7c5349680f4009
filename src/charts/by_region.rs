//! Accounts by reporting region, rolled up. It compares; it does not say where persons live (docs/model.md, Where).

use super::Chart;
use super::tree::{self, Row, Tree};
use crate::lang::Phrases;
use crate::model::facts::{RegionRow, Subject};
use crate::model::figure::Figure;

/// The chart.
pub(super) const CHART: Chart = Chart { id: "by_region", along_time: false, figure };

const TREE: Tree = Tree {
    id: CHART.id,
    field: "region",
    title: "chart-by-region",
    header: "chart-region",
    nowhere: "chart-no-region",
};

fn figure(subject: &Subject, phrases: &Phrases) -> Figure {
    tree::figure(&TREE, subject.facts.by_region.iter().map(row).collect(), subject, phrases)
}

fn row(row: &RegionRow) -> Row<'_> {
    Row { path: &row.path, accounts: &row.accounts, persons: &row.persons, records: &row.records }
}
