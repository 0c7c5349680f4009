//! The first page's table: countries of residence where any is known, else reporting regions. It always closes:
//! its rows, the one of what is not known among them, make the total.

use std::cmp::Reverse;

use super::super::draft::{Draft, cells, number, quiet, row, text, total};
use super::super::saying::numbers::owners;
use super::node_table::{columns, notes, region_row, with_total};
use super::see;
use crate::document::Row;
use crate::model::count::Count;
use crate::model::facts::{Facts, RegionRow, ResidenceRow, SubdivisionRow};
use crate::model::printed::Cell;

/// Rows that the first page has room for; the rest is one row, and the whole table stands in the section.
const ROOM: usize = 7;

/// What the first page's table is about.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Dimension {
    Residence,
    Region,
}

/// The dimension that has something to say.
pub(super) fn dimension(facts: &Facts) -> Dimension {
    let known = facts.by_residence.iter().any(|row| row.residence.is_some());
    if known { Dimension::Residence } else { Dimension::Region }
}

/// Whether the first page holds the whole table of a dimension.
pub(super) fn holds(facts: &Facts, which: Dimension) -> bool {
    let rows = match which {
        Dimension::Residence => facts.by_residence.iter().map(|row| 1 + row.told_apart().len()).sum(),
        Dimension::Region => facts.by_region.iter().filter(|row| row.path.len() <= 1).count(),
    };
    dimension(facts) == which && rows <= ROOM && (which == Dimension::Residence || is_flat(facts))
}

fn is_flat(facts: &Facts) -> bool {
    facts.by_region.iter().all(|row| row.path.len() <= 1)
}

pub(super) fn write(draft: &mut Draft<'_>) {
    match dimension(draft.facts) {
        Dimension::Residence => residence(draft, Some(ROOM)),
        Dimension::Region => region(draft),
    }
}

/// The table by residence, cut to the room there is.
pub(super) fn residence(draft: &mut Draft<'_>, room: Option<usize>) {
    let facts = draft.facts;
    let by_size = by_size(draft);
    let (shown, rest) = cut(&by_size, room, |row| row.residence.is_none());
    // Parts of countries stand in the whole table, and on the first page where that is the whole one.
    let parts = room.is_none() || holds(facts, Dimension::Residence);
    let with_parts = |row| residence_rows(draft, row, parts);
    let mut rows: Vec<Row> = shown.iter().flat_map(with_parts).collect();
    if !rest.is_empty() {
        let at = rows.len() - usize::from(shown.last().is_some_and(|row| row.residence.is_none()));
        let label = draft.say_with("further-countries", &[("n", (rest.len() as u64).into())]);
        let sum = |of: fn(&ResidenceRow) -> &Count| sum(rest.iter().map(of));
        let [accounts, persons] = [sum(|row| &row.accounts), sum(|row| &row.persons)].map(|it| said(draft, it));
        rows.insert(at, row(cells![label, accounts, persons, see(draft, "numbers")]));
    }
    rows.push(total(cells![
        draft.say("total-distinct"),
        draft.count_cell(facts.accounts.sum.as_ref().unwrap_or(&facts.accounts.count)),
        draft.count_cell(&owners(facts)),
        "",
    ]));
    let columns = [
        text("column-country", 1.6),
        number("column-accounts", 1.0),
        number("column-owners", 1.2),
        text("column-basis", 1.6),
    ];
    let title = draft.say("by-residence-title");
    // The basis says it in short; the whole table explains it.
    let notes = if rest.is_empty() { proxy_note(draft) } else { Vec::new() };
    draft.table(title, &columns, rows, notes);
}

/// The most first, then by name; what is not known last.
fn by_size(draft: &Draft<'_>) -> Vec<ResidenceRow> {
    let mut rows = draft.facts.by_residence.clone();
    rows.sort_by_cached_key(|row| {
        let name = row.residence.as_deref().map(|code| draft.phrases.country(code));
        (name.is_none(), Reverse(row.accounts.low), Reverse(row.accounts.high.unwrap_or(u64::MAX)), name)
    });
    rows
}

/// A country, and its parts below it.
fn residence_rows(draft: &Draft<'_>, of: &ResidenceRow, parts: bool) -> Vec<Row> {
    let below = if parts { of.told_apart() } else { &[] };
    std::iter::once(residence_row(draft, of)).chain(below.iter().map(|part| part_row(draft, part))).collect()
}

fn part_row(draft: &Draft<'_>, of: &SubdivisionRow) -> Row {
    let name = match &of.residence {
        Some(code) => draft.phrases.country_part(code),
        None => draft.say("part-not-known"),
    };
    let [accounts, persons] = [&of.accounts, &of.persons].map(|count| draft.count_cell(count));
    Row { depth: 1, ..row(cells![name, accounts, persons, ""]) }
}

fn residence_row(draft: &Draft<'_>, of: &ResidenceRow) -> Row {
    let name = of.residence.as_deref().map(|code| draft.phrases.country(code));
    let basis: Vec<_> = of.basis.iter().map(|basis| draft.phrases.word("basis", basis.id())).collect();
    let basis = if basis.is_empty() { "–".to_owned() } else { basis.join(", ") };
    let set = if of.residence.is_some() { row } else { quiet };
    let name = name.unwrap_or_else(|| draft.say("residence-not-known"));
    set(cells![name, draft.count_cell(&of.accounts), draft.count_cell(&of.persons), basis])
}

fn proxy_note(draft: &Draft<'_>) -> Vec<String> {
    let proxy = draft.facts.by_residence.iter().any(|row| row.basis.iter().any(|basis| basis.is_proxy()));
    if proxy { vec![draft.say("proxy-note")] } else { Vec::new() }
}

fn region(draft: &mut Draft<'_>) {
    let facts = draft.facts;
    let top: Vec<RegionRow> = facts.by_region.iter().filter(|row| row.path.len() <= 1).cloned().collect();
    let (shown, rest) = cut(&top, Some(ROOM), |row| row.region.is_none());
    let mut rows: Vec<Row> = shown.iter().map(|row| region_row(draft, row)).collect();
    if !rest.is_empty() {
        let at = rows.len() - usize::from(shown.last().is_some_and(|row| row.region.is_none()));
        let label = draft.say_with("further-regions", &[("n", (rest.len() as u64).into())]);
        let sum = |of: fn(&RegionRow) -> &Count| sum(rest.iter().map(of));
        let sums = [sum(|row| &row.accounts), sum(|row| &row.persons), sum(|row| &row.records)];
        let sums = sums.map(|it| said(draft, it));
        rows.insert(at, row(std::iter::once(label.into()).chain(sums).collect()));
    }
    with_total(draft, &mut rows);
    let title = draft.say("by-region-title");
    let columns = columns(draft, "column-region");
    let notes = notes(draft, rows.iter().any(|row| row.depth > 0));
    draft.table(title, &columns, rows, notes);
}

/// The largest rows in their order, the row of what is not known last; and what has no room.
fn cut<T: Clone>(rows: &[T], room: Option<usize>, unknown: fn(&T) -> bool) -> (Vec<T>, Vec<T>) {
    let room = room.unwrap_or(usize::MAX);
    if rows.len() <= room {
        return (rows.to_vec(), Vec::new());
    }
    let (open, known): (Vec<T>, Vec<T>) = rows.iter().cloned().partition(unknown);
    let (shown, rest) = known.split_at((room - 1 - open.len()).min(known.len()));
    ([shown, &open].concat(), rest.to_vec())
}

/// Rows that no account shares: lows add, highs add, one open high opens the sum (docs/model.md, rule 1).
fn sum<'a>(counts: impl Iterator<Item = &'a Count>) -> Option<Count> {
    let mut counts = counts.peekable();
    let unit = counts.peek()?.unit;
    Count::sum(unit, counts).ok()
}

fn said(draft: &Draft<'_>, count: Option<Count>) -> Cell {
    count.map_or_else(Cell::dash, |count| draft.count_cell(&count))
}
