//! How wide the columns of a list are that something is looked up in: as its cells need, so that a row takes one line;
//! where not all have room, the rows take as few more as can be. It measures, it draws nothing.

use super::look::{ENTRY, GUTTER, WIDTH};
use crate::document::Table;
use crate::typography::{self, Face};

/// Rows that are looked at, spread over all of them.
const LOOKED_AT: usize = 200;
/// No column asks for more than this share of the width, whatever stands in it.
const MOST: f32 = 0.5;
/// A cell up to this share of the width is a label and stays whole.
const LABEL: f32 = 0.13;
/// No part of a longer cell asks for more than this share, the first one where that leaves room for all columns:
/// beyond, an address or a word is divided.
const PARTS: [f32; 4] = [0.3, 0.2, 0.15, 0.1];
/// How much a column gives up at a time, in points.
const STEP: f32 = 2.0;

/// What a column needs.
struct Need {
    /// Its cells' widths in the rows' order, their gutter with them.
    cells: Vec<f32>,
    /// What should not be divided, likewise: labels, words, the sides of addresses.
    parts: Vec<f32>,
    gutter: f32,
    /// What it never goes below.
    least: f32,
    width: f32,
}

/// The width of each column, its gutter with it, together the width of the page; none where there is no room for words.
pub(super) fn fitted(table: &Table) -> Option<Vec<f32>> {
    let mut needs: Vec<Need> = (0..table.columns.len()).map(|nth| Need::of(table, nth)).collect();
    PARTS.iter().find(|&&part| {
        needs.iter_mut().for_each(|need| need.keep(WIDTH * part));
        needs.iter().map(|need| need.least).sum::<f32>() <= WIDTH
    })?;
    let over = |needs: &[Need]| needs.iter().map(|need| need.width).sum::<f32>() - WIDTH;
    while over(&needs) > 0.01 {
        let step = over(&needs).min(STEP);
        let giving = (0..needs.len()).filter(|&nth| needs[nth].width - needs[nth].least > 0.01);
        let prices = giving.map(|nth| (nth, price(&needs, nth, step)));
        let (cheapest, _) = prices.min_by(|(_, one), (_, other)| one.total_cmp(other))?;
        needs[cheapest].give(step);
    }
    let spare = -over(&needs);
    let shares: f32 = table.columns.iter().map(|column| column.share).sum();
    let widths = needs.iter().zip(&table.columns);
    Some(widths.map(|(need, column)| need.width + spare * column.share / shares.max(0.05)).collect())
}

impl Need {
    fn of(table: &Table, nth: usize) -> Self {
        let gutter = if nth + 1 == table.columns.len() { 0.5 } else { GUTTER + 0.5 };
        let stride = table.rows.len().div_ceil(LOOKED_AT).max(1);
        let rows = table.rows.iter().step_by(stride).chain(table.rows.last());
        let texts: Vec<&str> = rows.map(|row| row.cells.get(nth).map_or("", |cell| cell.text.as_str())).collect();
        let head = width(&table.columns[nth].header);
        let parts = texts.iter().flat_map(|text| kept(text)).chain([head]).collect();
        let cells = texts.iter().map(|text| width(text) + gutter).collect();
        Self { cells, parts, gutter, least: gutter, width: gutter }
    }

    /// Nothing up to this width is divided in it.
    fn keep(&mut self, most: f32) {
        let kept = self.parts.iter().copied().filter(|part| *part <= most);
        self.least = kept.fold(0.0, f32::max) + self.gutter;
        self.width = self.cells.iter().copied().fold(0.0, f32::max).min(WIDTH * MOST).max(self.least);
    }

    fn give(&mut self, step: f32) {
        self.width = (self.width - step).max(self.least);
    }

    /// About how many lines a row's cell takes in a column of this width.
    fn lines(&self, row: usize, width: f32) -> f32 {
        ((self.cells[row] - self.gutter - 0.01) / (width - self.gutter).max(1.0)).ceil().max(1.0)
    }
}

/// The lines of all rows once this column has given a step, each row as high as its highest cell; of two columns with
/// the same price the one with fewer lines in its own cells gives, then the wider one.
fn price(needs: &[Need], giving: usize, step: f32) -> f32 {
    let width = |nth: usize| if nth == giving { needs[nth].width - step } else { needs[nth].width };
    let lines = |row: usize| {
        let cells = needs.iter().enumerate().map(|(nth, need)| need.lines(row, width(nth)));
        cells.fold((0.0, 0.0), |(most, all): (f32, f32), lines| (most.max(lines), all + lines))
    };
    let rows = 0..needs[giving].cells.len();
    let all: f32 = rows.map(lines).map(|(most, all)| most + all / 100.0).sum();
    all - needs[giving].width / (WIDTH * 1000.0)
}

/// What of a cell should not be divided: all of a label, else its words.
fn kept(text: &str) -> Vec<f32> {
    let whole = width(text);
    if whole <= WIDTH * LABEL { vec![whole] } else { text.split_inclusive([' ', '@']).map(width).collect() }
}

fn width(text: &str) -> f32 {
    typography::width(text, Face::Regular, ENTRY.size)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Align, Column, Row, RowKind, Setting};
    use crate::model::printed::Cell;

    fn table(rows: &[[&str; 3]]) -> Table {
        let column = |header: &str| Column { header: header.into(), align: Align::Start, share: 1.0 };
        let row = |cells: &[&str; 3]| Row { cells: cells.map(Cell::from).to_vec(), kind: RowKind::Body, depth: 0 };
        Table {
            caption: String::new(),
            columns: ["Account", "Region", "Status"].map(column).to_vec(),
            rows: rows.iter().map(row).collect(),
            notes: Vec::new(),
            setting: Setting::LookedUp,
        }
    }

    #[test]
    fn cells_that_have_room_stand_in_one_line() {
        let address = "bernadette.schwarzenberg@nordmeer-logistik-holding.example";
        let widths = fitted(&table(&[[address, "East Asia and the Pacific", "confirmed"]])).expect("room");
        assert!((widths.iter().sum::<f32>() - WIDTH).abs() < 0.1, "{widths:?}");
        assert!(widths[0] - GUTTER > width(address), "{widths:?}");
    }

    #[test]
    fn the_rare_long_cell_gives_way_to_the_many() {
        let many = ["person.000000000000@nordmeer-logistik-holding.example", "Hamburg", "confirmed"];
        let long =
            ["a@b.example", "Hamburg and everything else that lies north of it, the islands and the harbours", "–"];
        let mut rows = vec![many; 30];
        rows.push(long);
        let widths = fitted(&table(&rows)).expect("room");
        assert!(widths[0] - GUTTER > width(many[0]), "{widths:?}");
        assert!(widths[1] - GUTTER < width(long[1]), "{widths:?}");
    }

    #[test]
    fn labels_and_words_stay_whole_where_addresses_have_no_room() {
        let cells = [
            "maximiliane.von.hohenstein.schwarzenberg@tochtergesellschaft.nordmeer-logistik.example",
            "Mittel- und Osteuropa, Skandinavien, Hafenbetriebsgesellschaft Wilhelmshaven, Nordfriesland",
            "im Verdacht",
        ];
        let mut table = table(&[cells]);
        table.columns.extend_from_within(1..);
        table.rows[0].cells.extend_from_within(1..);
        let widths = fitted(&table).expect("room");
        let kept = ["", "Hafenbetriebsgesellschaft", "im Verdacht", "Hafenbetriebsgesellschaft", ""];
        assert!(widths.iter().zip(kept).all(|(given, word)| given - GUTTER >= width(word)), "{widths:?}");
    }

    #[test]
    fn where_words_have_no_room_none_are_fitted() {
        let word = "Datenschutzfolgenabschätzung";
        let wide = format!("{word} {word}");
        let mut table = table(&[[&wide, &wide, &wide]]);
        for _ in 0..6 {
            table.columns.extend_from_within(..3);
            table.rows[0].cells.extend_from_within(..3);
        }
        assert_eq!(fitted(&table), None);
    }
}
