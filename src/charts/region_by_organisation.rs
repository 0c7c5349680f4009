//! Accounts by region and organisation, own nodes only, so that the cells add up to the total. The dimension with more
//! nodes stands down, where there is room for it.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::telling::{self, Told};
use super::{Chart, MOST_ACROSS, MOST_DOWN, filters};
use crate::lang::{Arg, Phrases};
use crate::model::count::Count;
use crate::model::facts::{CrossRow, Facts, Subject};
use crate::model::figure::{Body, Figure, FigureTable, Matrix, MatrixCell, MatrixRow};
use crate::model::words::Qualifier;

/// The chart.
pub(super) const CHART: Chart = Chart { id: "region_by_organisation", along_time: false, figure };

/// A node's name; `None` is "without".
type Node<'a> = Option<&'a str>;

fn figure(subject: &Subject, phrases: &Phrases) -> Figure {
    let title = phrases.say("chart-region-by-organisation");
    let cross: Vec<_> = subject.facts.by_region_and_organisation.iter().filter(|row| counts(&row.accounts)).collect();
    let table = table(&cross, phrases);
    if cross.is_empty() {
        let told = Told { id: CHART.id, title, notes: Vec::new(), alt: String::new(), table };
        return told.with(Body::Empty(phrases.say("chart-empty")), subject, phrases);
    }
    let alt = alt(&title, &cross, subject, phrases);
    let (matrix, folded) = matrix(&cross, subject, phrases);
    let mut notes = vec![phrases.say("chart-note-matrix")];
    notes.extend(folded.then(|| phrases.say("chart-note-others")));
    notes.push(phrases.say("chart-note-cleared"));
    Told { id: CHART.id, title, notes, alt, table }.with(Body::Matrix(matrix), subject, phrases)
}

fn counts(count: &Count) -> bool {
    count.low > 0 || count.high != Some(0)
}

/// One side of the table: its nodes in order, most first, "without" last; those beyond the limit together.
struct Side<'a> {
    field: &'static str,
    drawn: Vec<Node<'a>>,
    others: Vec<Node<'a>>,
}

impl<'a> Side<'a> {
    fn of(field: &'static str, rows: &[&'a CrossRow], node: fn(&CrossRow) -> Node<'_>) -> Self {
        let mut totals: BTreeMap<Node, u64> = BTreeMap::new();
        for row in rows {
            let total = totals.entry(node(row)).or_default();
            *total = total.saturating_add(row.accounts.low).saturating_add(telling::widened(&row.accounts));
        }
        let mut drawn: Vec<_> = totals.into_iter().collect();
        drawn.sort_by_key(|(node, total)| (node.is_none(), Reverse(*total), *node));
        Self { field, drawn: drawn.into_iter().map(|(node, _)| node).collect(), others: Vec::new() }
    }

    fn limit(&mut self, most: usize) {
        if self.drawn.len() > most {
            self.others = self.drawn.split_off(most - 1);
        }
    }

    /// Each place of the side: the nodes that stand together in it.
    fn places(&self) -> impl Iterator<Item = &[Node<'a>]> {
        self.drawn.chunks(1).chain((!self.others.is_empty()).then_some(self.others.as_slice()))
    }

    fn label(&self, place: &[Node], phrases: &Phrases) -> String {
        match place {
            [Some(name)] => (*name).to_owned(),
            [None] => phrases.say(&format!("chart-no-{}", self.field)),
            several => phrases.say_with("chart-others", &[("n", Arg::Number(several.len() as u64))]),
        }
    }

    /// The filter of one node, where its name is one path's alone.
    fn filter(&self, place: &[Node], facts: &Facts) -> Option<String> {
        let [node] = place else { return None };
        let Some(name) = node else { return filters::own(self.field, &[], &[]) };
        let paths: Vec<&[String]> = match self.field {
            "region" => facts.by_region.iter().map(|row| row.path.as_slice()).collect(),
            _ => facts.by_organisation.iter().map(|row| row.path.as_slice()).collect(),
        };
        let mut named = paths.iter().filter(|path| path.last().is_some_and(|last| last == name));
        let (path, None) = (named.next()?, named.next()) else { return None };
        let child = |other: &&&[String]| other.len() == path.len() + 1 && other.starts_with(path);
        let below: Vec<_> = paths.iter().filter(child).copied().collect();
        filters::own(self.field, path, &below)
    }
}

fn matrix(cross: &[&CrossRow], subject: &Subject, phrases: &Phrases) -> (Matrix, bool) {
    let regions = Side::of("region", cross, |row| row.region.as_deref());
    let organisations = Side::of("organisation", cross, |row| row.organisation.as_deref());
    let swapped = organisations.drawn.len() > regions.drawn.len();
    let (mut down, mut across) = if swapped { (organisations, regions) } else { (regions, organisations) };
    down.limit(MOST_DOWN);
    across.limit(MOST_ACROSS);
    let cells: BTreeMap<(Node, Node), &Count> = cross.iter().map(|row| (key(row, swapped), &row.accounts)).collect();
    let filters: Vec<_> = across.places().map(|place| across.filter(place, &subject.facts)).collect();
    let row = |place: &[Node]| {
        let filter = down.filter(place, &subject.facts);
        let cell = |(column, across): (&[Node], &Option<String>)| {
            let pairs = place.iter().flat_map(|row| column.iter().map(move |column| (*row, *column)));
            let sum = telling::sum(pairs.filter_map(|pair| cells.get(&pair).copied()));
            cell(sum.as_ref(), filters::both(filter.clone(), across.clone()), phrases)
        };
        MatrixRow { label: down.label(place, phrases), cells: across.places().zip(&filters).map(cell).collect() }
    };
    let rows: Vec<_> = down.places().map(row).collect();
    let columns = across.places().map(|place| across.label(place, phrases)).collect();
    let full = rows.iter().flat_map(|row| &row.cells).map(|cell| cell.solid).max().unwrap_or_default();
    (Matrix { columns, shown: 0..rows.len(), rows, full }, !down.others.is_empty() || !across.others.is_empty())
}

fn key(row: &CrossRow, swapped: bool) -> (Node<'_>, Node<'_>) {
    let (region, organisation) = (row.region.as_deref(), row.organisation.as_deref());
    if swapped { (organisation, region) } else { (region, organisation) }
}

fn cell(count: Option<&Count>, filter: Option<String>, phrases: &Phrases) -> MatrixCell {
    match count {
        Some(count) => MatrixCell {
            solid: count.low,
            hatched: telling::widened(count).max(u64::from(telling::is_open(count))),
            printed: short(count, phrases),
            filter,
        },
        None => MatrixCell { solid: 0, hatched: 0, printed: String::new(), filter: None },
    }
}

/// A number as short as a cell; the note explains the signs.
fn short(count: &Count, phrases: &Phrases) -> String {
    let number = |value: Option<u64>| phrases.number(value.unwrap_or_default());
    match count.qualifier() {
        Qualifier::Exact => number(count.value()),
        Qualifier::Between => format!("{}–{}", number(Some(count.low)), number(count.high)),
        Qualifier::AtLeast => format!("≥ {}", number(count.value())),
        Qualifier::AtMost => format!("≤ {}", number(count.value())),
        Qualifier::Approximate => format!("≈ {}", number(count.value())),
        Qualifier::ToBeDetermined | Qualifier::CannotBeDetermined => "?".to_owned(),
    }
}

fn place<'a>(field: &str, node: Option<&'a String>, phrases: &Phrases) -> std::borrow::Cow<'a, str> {
    node.map_or_else(|| phrases.say(&format!("chart-no-{field}")).into(), |name| name.as_str().into())
}

fn alt(title: &str, cross: &[&CrossRow], subject: &Subject, phrases: &Phrases) -> String {
    let cell = |row: &&CrossRow| {
        let region = place("region", row.region.as_ref(), phrases).into_owned();
        let organisation = place("organisation", row.organisation.as_ref(), phrases).into_owned();
        let label = phrases.say_with("chart-matrix-cell", &[("row", region.into()), ("column", organisation.into())]);
        (label, phrases.count(&row.accounts))
    };
    let mut cells: Vec<_> = cross.to_vec();
    cells.sort_by_key(|row| Reverse(row.accounts.low));
    let rows = telling::rows(&cells.iter().map(cell).collect::<Vec<_>>(), phrases);
    let total = phrases.count_of(&subject.facts.accounts.count);
    phrases.say_with("chart-matrix-alt", &[("title", title.into()), ("rows", rows.into()), ("total", total.into())])
}

/// Every pair, in the facts' order.
fn table(cross: &[&CrossRow], phrases: &Phrases) -> FigureTable {
    let Some(first) = cross.first() else { return FigureTable::default() };
    let mut columns = vec![phrases.say("chart-region"), phrases.say("chart-organisation")];
    columns.extend([&first.accounts, &first.records].map(|count| phrases.unit(count)));
    let cells = |row: &&CrossRow| {
        vec![
            place("region", row.region.as_ref(), phrases).into_owned().into(),
            place("organisation", row.organisation.as_ref(), phrases).into_owned().into(),
            phrases.cell(&row.accounts),
            phrases.cell(&row.records),
        ]
    };
    FigureTable { columns, rows: cross.iter().map(cells).collect() }
}
