//! Bars of a tree of regions or organisations: siblings from the most to the fewest, each below its parent, the row
//! without a node last.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::telling::{self, Told};
use super::{MOST_BARS, filters};
use crate::lang::{Arg, Phrases};
use crate::model::count::Count;
use crate::model::facts::Subject;
use crate::model::figure::{Bar, Bars, Body, Figure, FigureTable};
use crate::model::printed::Cell;

/// A row of a tree; an empty path is the row without a node.
#[derive(Clone, Copy)]
pub(super) struct Row<'a> {
    pub path: &'a [String],
    pub accounts: &'a Count,
    pub persons: &'a Count,
    pub records: &'a Count,
}

/// The words of a tree.
pub(super) struct Tree {
    pub id: &'static str,
    /// The field of the filter language.
    pub field: &'static str,
    pub title: &'static str,
    pub header: &'static str,
    pub nowhere: &'static str,
}

/// The figure of a tree.
pub(super) fn figure(tree: &Tree, mut rows: Vec<Row>, subject: &Subject, phrases: &Phrases) -> Figure {
    sort(&mut rows);
    let title = phrases.say(tree.title);
    let table = table(tree, &rows, phrases);
    // A party that no account belongs to stands in the table; a bar of no length compares nothing.
    rows.retain(|row| row.path.is_empty() || row.accounts.high != Some(0));
    let Some(bars) = bars(tree, &rows, phrases) else {
        let told = Told { id: tree.id, title, notes: Vec::new(), alt: String::new(), table };
        return told.with(Body::Empty(phrases.say("chart-empty")), subject, phrases);
    };
    let told = rows.iter().filter(|row| row.path.len() <= 1);
    let told: Vec<_> = told.map(|row| (name(tree, row, phrases), phrases.count(row.accounts))).collect();
    let total = phrases.count_of(&subject.facts.accounts.count);
    let told_rows = telling::rows(&told, phrases);
    let alt = phrases.say_with(
        "chart-bars-alt",
        &[("title", title.as_str().into()), ("rows", told_rows.into()), ("total", total.into())],
    );
    let notes = notes(&bars, bars.rows.len() < rows.len(), phrases);
    Told { id: tree.id, title, notes, alt, table }.with(Body::Bars(bars), subject, phrases)
}

/// Siblings by low, then high, then name; a child after its parent; the row without a node last.
fn sort(rows: &mut [Row]) {
    let counts: BTreeMap<&[String], (u64, u64)> =
        rows.iter().map(|row| (row.path, (row.accounts.low, telling::widened(row.accounts)))).collect();
    let rank = |row: &Row| {
        let key = |depth: usize| {
            let (low, wide) = counts.get(&row.path[..depth]).copied().unwrap_or_default();
            (Reverse(low), Reverse(wide), row.path[depth - 1].clone())
        };
        (row.path.is_empty(), (1..=row.path.len()).map(key).collect::<Vec<_>>())
    };
    rows.sort_by_cached_key(rank);
}

/// The bars; none where there is nothing to compare.
fn bars(tree: &Tree, rows: &[Row], phrases: &Phrases) -> Option<Bars> {
    if rows.iter().all(|row| row.accounts.low == 0 && row.accounts.high == Some(0)) {
        return None;
    }
    let drawn: Vec<Row> = if rows.len() <= MOST_BARS {
        rows.to_vec()
    } else {
        rows.iter().filter(|row| row.path.len() <= 1).copied().collect()
    };
    let (first, others) = drawn.split_at(if drawn.len() <= MOST_BARS { drawn.len() } else { MOST_BARS - 1 });
    let mut bars: Vec<_> = first.iter().map(|row| bar(tree, row, phrases)).collect();
    if let Some(sum) = telling::sum(others.iter().map(|row| row.accounts)) {
        let label = phrases.say_with("chart-others", &[("n", Arg::Number(others.len() as u64))]);
        bars.push(strip(label, &sum, phrases));
    }
    let full = bars.iter().map(|bar| bar.solid.saturating_add(bar.hatched)).max().unwrap_or_default();
    Some(Bars { shown: 0..bars.len(), rows: bars, full })
}

fn bar(tree: &Tree, row: &Row, phrases: &Phrases) -> Bar {
    let depth = u8::try_from(row.path.len().saturating_sub(1)).unwrap_or(u8::MAX);
    let filter = filters::node(tree.field, row.path);
    Bar { depth, filter, unknown: row.path.is_empty(), ..strip(name(tree, row, phrases), row.accounts, phrases) }
}

fn strip(label: String, count: &Count, phrases: &Phrases) -> Bar {
    Bar {
        label,
        depth: 0,
        solid: count.low,
        hatched: telling::widened(count),
        open: telling::is_open(count),
        unknown: false,
        printed: phrases.count(count),
        filter: None,
    }
}

fn name(tree: &Tree, row: &Row, phrases: &Phrases) -> String {
    row.path.last().cloned().unwrap_or_else(|| phrases.say(tree.nowhere))
}

/// How the drawing is to be read, as far as it is needed.
fn notes(bars: &Bars, folded: bool, phrases: &Phrases) -> Vec<String> {
    let any = |test: fn(&Bar) -> bool| bars.rows.iter().any(test);
    [
        (any(|bar| bar.hatched > 0), "chart-note-solid"),
        (any(|bar| bar.hatched > 0), "chart-note-hatched"),
        (any(|bar| bar.open), "chart-note-open"),
        (any(|bar| bar.depth > 0), "chart-note-indented"),
        (any(|bar| bar.unknown), "chart-note-unknown"),
        (bars.rows.iter().any(|bar| is_small(bar, bars.full)), "chart-note-small"),
        (folded, "chart-note-others"),
        (true, "chart-note-cleared"),
    ]
    .into_iter()
    .filter(|(needed, _)| *needed)
    .map(|(_, phrase)| phrases.say(phrase))
    .collect()
}

/// Too short for its scale on a page: under a point of two hundred.
fn is_small(bar: &Bar, full: u64) -> bool {
    [bar.solid, bar.hatched].into_iter().any(|part| part > 0 && part < full / 200)
}

/// Every row, with its whole path.
fn table(tree: &Tree, rows: &[Row], phrases: &Phrases) -> FigureTable {
    let Some(first) = rows.first() else { return FigureTable::default() };
    let units = [first.accounts, first.persons, first.records].map(|count| phrases.unit(count));
    let place = |row: &Row| if row.path.is_empty() { phrases.say(tree.nowhere) } else { row.path.join(" / ") };
    let cells = |row: &Row| {
        let mut cells: Vec<Cell> = vec![place(row).into()];
        cells.extend([row.accounts, row.persons, row.records].map(|count| phrases.cell(count)));
        cells
    };
    let columns = std::iter::once(phrases.say(tree.header)).chain(units).collect();
    FigureTable { columns, rows: rows.iter().map(cells).collect() }
}
