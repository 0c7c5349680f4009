//! Accounts by organisation, rolled up by ownership. It compares; who files what is another matter (docs/model.md, Who).

use super::Chart;
use super::tree::{self, Row, Tree};
use crate::lang::Phrases;
use crate::model::facts::{OrganisationRow, Subject};
use crate::model::figure::Figure;

/// The chart.
pub(super) const CHART: Chart = Chart { id: "by_organisation", along_time: false, figure };

const TREE: Tree = Tree {
    id: CHART.id,
    field: "organisation",
    title: "chart-by-organisation",
    header: "chart-organisation",
    nowhere: "chart-no-organisation",
};

fn figure(subject: &Subject, phrases: &Phrases) -> Figure {
    tree::figure(&TREE, subject.facts.by_organisation.iter().map(row).collect(), subject, phrases)
}

fn row(row: &OrganisationRow) -> Row<'_> {
    Row { path: &row.path, accounts: &row.accounts, persons: &row.persons, records: &row.records }
}
