//! The rows of the tables: regions and organisations rolled up (rule 7), residences by country (rule 9), both crossed.
//!
//! The row of what is not known is always there once a case is examined, and last: that it is zero is a statement
//! too, and so every table closes.

use std::collections::{BTreeMap, BTreeSet};

use sqlx::SqliteConnection;

use super::cells::{Cells, Tagged};
use super::scope::Scope;
use crate::error::Result;
use crate::model::count::tallied::Tallied;
use crate::model::facts::{CrossRow, OrganisationRow, RegionRow, ResidenceRow, SubdivisionRow};
use crate::model::ids::{CaseId, NodeId, PlaceId};
use crate::model::tree::{Node, Tree};
use crate::model::words::{Basis, Status, Unit};

/// The organisations of a case. Of a case with one party, the node of that party is none of the investigator's as long as nothing
/// hangs on it.
const SHOWN_ORGANISATIONS: &str = "SELECT id, parent, name FROM organisation o WHERE case_id = ?1 AND NOT (\
     EXISTS (SELECT 1 FROM party WHERE organisation_id = o.id) \
     AND (SELECT count(*) FROM party WHERE case_id = ?1) = 1 \
     AND NOT EXISTS (SELECT 1 FROM tally WHERE case_id = ?1 AND organisation_id = o.id) \
     AND NOT EXISTS (SELECT 1 FROM organisation WHERE parent = o.id)) ORDER BY position, name, id";

/// A node, the one above it, its name.
type NodeRow = (NodeId, Option<NodeId>, String);

/// The trees of a case, and the places its accounts are tagged with.
pub(super) struct Trees {
    regions: Tree,
    pub(super) organisations: Tree,
    pub(super) places: BTreeMap<PlaceId, String>,
}

/// A row of a tree.
struct Row {
    name: Option<String>,
    path: Vec<String>,
    all: Tallied,
    own: Tallied,
}

impl Trees {
    pub(super) async fn read(conn: &mut SqliteConnection, case_id: CaseId) -> Result<Self> {
        let regions: Vec<NodeRow> =
            sqlx::query_as("SELECT id, parent, name FROM region WHERE case_id = ? ORDER BY position, name, id")
                .bind(case_id)
                .fetch_all(&mut *conn)
                .await?;
        let organisations: Vec<NodeRow> =
            sqlx::query_as(SHOWN_ORGANISATIONS).bind(case_id).fetch_all(&mut *conn).await?;
        let places: Vec<(PlaceId, String)> = sqlx::query_as(
            "SELECT id, code FROM place WHERE id IN (SELECT DISTINCT place_id FROM tally WHERE case_id = ?)",
        )
        .bind(case_id)
        .fetch_all(conn)
        .await?;
        Ok(Self { regions: tree(regions), organisations: tree(organisations), places: places.into_iter().collect() })
    }

    pub(super) fn by_region(&self, cells: &Cells, unit: Unit, scope: &Scope) -> Vec<RegionRow> {
        let rows = rows(&self.regions, cells, &cells.by(unit, |region, _| region), scope);
        rows.map(|row| RegionRow {
            region: row.name,
            path: row.path,
            accounts: row.all.accounts(),
            persons: row.all.owners(),
            records: row.all.records(unit),
            own_accounts: row.own.accounts(),
        })
        .collect()
    }

    pub(super) fn by_organisation(&self, cells: &Cells, unit: Unit, scope: &Scope) -> Vec<OrganisationRow> {
        let rows = rows(&self.organisations, cells, &cells.by(unit, |_, organisation| organisation), scope);
        rows.map(|row| OrganisationRow {
            organisation: row.name,
            path: row.path,
            accounts: row.all.accounts(),
            persons: row.all.owners(),
            records: row.all.records(unit),
            own_accounts: row.own.accounts(),
        })
        .collect()
    }

    /// Rule 9: by country, each with its parts; what is not known has its row in both, so the tables close.
    pub(super) fn by_residence(&self, cells: &Cells) -> Vec<ResidenceRow> {
        let mut countries: BTreeMap<Option<&str>, Residents<'_>> = BTreeMap::new();
        if cells.examined {
            countries.entry(None).or_default();
        }
        for it in cells.tagged.iter().filter(|it| it.cell.status != Status::Cleared) {
            let code = self.places.get(&PlaceId::new(it.place)).map(String::as_str);
            countries.entry(code.map(country)).or_default().add(code.filter(|code| code.contains('-')), it);
        }
        let not_known = countries.remove(&None);
        let rows = countries.into_iter().chain(not_known.map(|row| (None, row)));
        rows.map(|(code, residents)| residents.row(code)).collect()
    }

    /// Own nodes only, those that hold accounts; they add up to the total.
    pub(super) fn by_region_and_organisation(&self, cells: &Cells, unit: Unit) -> Vec<CrossRow> {
        let place = |tree: &Tree, id| tree.place_of(NodeId::new(id)).unwrap_or(usize::MAX);
        let crossed = cells
            .by(unit, |region, organisation| (place(&self.regions, region), place(&self.organisations, organisation)));
        let names = |tree: &Tree| tree.rows().map(|(name, _)| name.to_owned()).collect::<Vec<_>>();
        let (regions, organisations) = (names(&self.regions), names(&self.organisations));
        let counted = crossed.into_iter().filter(|(_, tallied)| tallied.counted() > 0);
        counted
            .map(|((region, organisation), tallied)| CrossRow {
                region: regions.get(region).cloned(),
                organisation: organisations.get(organisation).cloned(),
                accounts: tallied.accounts(),
                records: tallied.records(unit),
            })
            .collect()
    }
}

/// Who lives in a country, by its parts; without a part: in which one is not known.
#[derive(Default)]
struct Residents<'a> {
    all: Tallied,
    bases: BTreeSet<Basis>,
    parts: BTreeMap<Option<&'a str>, Tallied>,
}

impl<'a> Residents<'a> {
    fn add(&mut self, part: Option<&'a str>, it: &Tagged) {
        // Records are not told by residence: the unit makes no difference.
        self.all.add(&it.cell, Unit::Record);
        self.parts.entry(part).or_default().add(&it.cell, Unit::Record);
        self.bases.extend(it.basis);
    }

    fn row(mut self, country: Option<&str>) -> ResidenceRow {
        let not_known = self.parts.remove(&None).unwrap_or_default();
        let parts = self.parts.into_iter().chain([(None, not_known)]);
        let part = |(code, tallied): (Option<&str>, Tallied)| SubdivisionRow {
            residence: code.map(str::to_owned),
            accounts: tallied.accounts(),
            persons: tallied.owners(),
        };
        ResidenceRow {
            residence: country.map(str::to_owned),
            basis: self.bases.into_iter().collect(),
            accounts: self.all.accounts(),
            persons: self.all.owners(),
            subdivisions: parts.map(part).collect(),
        }
    }
}

/// The country of a code.
fn country(code: &str) -> &str {
    code.split_once('-').map_or(code, |(country, _)| country)
}

fn tree(rows: Vec<NodeRow>) -> Tree {
    Tree::new(rows.into_iter().map(|(id, parent, name)| Node { id, parent, name }).collect())
}

/// A node's row each, and one for what has no node of this tree: its own are those tagged with no node that is there.
fn rows<'a>(
    tree: &'a Tree,
    cells: &Cells,
    own: &BTreeMap<i64, Tallied>,
    scope: &'a Scope,
) -> impl Iterator<Item = Row> + use<'a> {
    let mut placed = vec![Tallied::default(); tree.len()];
    let mut without = Tallied::default();
    for (id, tallied) in own {
        match tree.place_of(NodeId::new(*id)).and_then(|at| placed.get_mut(at)) {
            Some(node) => node.join(tallied),
            None => without.join(tallied),
        }
    }
    let all = tree.with_children(&placed, Tallied::join);
    let nodes = cells.examined.then_some(tree).into_iter().flat_map(Tree::rows);
    let nodes = nodes.zip(all.into_iter().zip(placed)).map(|((name, path), (all, own))| Row {
        name: Some(name.to_owned()),
        path: path.to_vec(),
        all,
        own,
    });
    let last = cells.examined.then_some(Row { name: None, path: Vec::new(), all: without, own: without });
    nodes.chain(last).filter(|row| scope.shows(&row.path, row.all.all()))
}
