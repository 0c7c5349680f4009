//! How wide the columns of a list are that something is looked up in: as its cells need, so that a row takes one line;
//! where not all have room, the fewest cells take a second one. It measures, it draws nothing.

use super::look::{ENTRY, WIDTH};
use super::table::GUTTER;
use crate::document::Table;
use crate::typography::{self, Face};

/// Rows that are looked at, spread over all of them.
const LOOKED_AT: usize = 200;
/// No column asks for more than this share of the width, whatever stands in it.
const MOST: f32 = 0.5;
/// No part of a cell asks for more than this share: beyond, an address or a word is divided.
const PART: f32 = 0.3;
/// How much a column gives up at a time, in points.
const STEP: f32 = 2.0;

/// What a column needs.
struct Need {
    /// Its cells' widths, their gutter with them, ascending.
    cells: Vec<f32>,
    /// What it never goes below: its header, a word, one side of an address.
    least: f32,
    width: f32,
}

/// The width of each column, its gutter with it, together the width of the page; none where there is no room for words.
pub(super) fn fitted(table: &Table) -> Option<Vec<f32>> {
    let mut needs: Vec<Need> = (0..table.columns.len()).map(|nth| Need::of(table, nth)).collect();
    let over = |needs: &[Need]| needs.iter().map(|need| need.width).sum::<f32>() - WIDTH;
    while over(&needs) > 0.0 {
        let step = over(&needs).min(STEP);
        let giving = needs.iter_mut().filter(|need| need.width - step >= need.least);
        let cheapest = giving.min_by(|one, other| one.price(step).total_cmp(&other.price(step)))?;
        cheapest.width -= step;
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
        let texts: Vec<&str> = rows.filter_map(|row| row.cells.get(nth).map(String::as_str)).collect();
        let head = width(&table.columns[nth].header);
        let parts = texts.iter().flat_map(|text| text.split_inclusive([' ', '@'])).map(width);
        let least = parts.chain([head]).filter(|part| *part <= WIDTH * PART).fold(0.0, f32::max) + gutter;
        let mut cells: Vec<f32> = texts.iter().map(|text| width(text) + gutter).collect();
        cells.sort_by(f32::total_cmp);
        let widest = cells.last().copied().unwrap_or_default().min(WIDTH * MOST);
        Self { cells, least, width: widest.max(least) }
    }

    /// How many more cells would take a second line; of two columns that lose as many, the wider one gives.
    fn price(&self, step: f32) -> f32 {
        let beyond = |width: f32| self.cells.len() - self.cells.partition_point(|cell| *cell <= width + 0.01);
        let more = beyond(self.width - step) - beyond(self.width);
        #[expect(clippy::cast_precision_loss, reason = "a few hundred cells are looked at")]
        let more = more as f32;
        more - self.width / (WIDTH * 10.0)
    }
}

fn width(text: &str) -> f32 {
    typography::width(text, Face::Regular, ENTRY.size)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Align, Column, Row, RowKind, Setting};

    fn table(rows: &[[&str; 3]]) -> Table {
        let column = |header: &str| Column { header: header.into(), align: Align::Start, share: 1.0 };
        let row = |cells: &[&str; 3]| Row { cells: cells.map(str::to_owned).to_vec(), kind: RowKind::Body, depth: 0 };
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
    fn where_words_have_no_room_none_are_fitted() {
        let word = "Datenschutzfolgenabschätzung";
        let wide = format!("{word} {word}");
        let mut table = table(&[[&wide, &wide, &wide]]);
        for _ in 0..3 {
            table.columns.extend_from_within(..3);
            table.rows[0].cells.extend_from_within(..3);
        }
        assert_eq!(fitted(&table), None);
    }
}
