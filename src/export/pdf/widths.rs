//! How wide the columns of a table are: the shares that its author gave them, unless a word or a number would have to be
//! divided although another column has room to spare. It measures, it draws nothing.

use super::fitted::fitted;
use super::look::{CELL, GUTTER, WIDTH};
use crate::document::{Column, Row, RowKind, Setting, Table};
use crate::typography::{self, Face};

/// Rows that are looked at: enough for every table but the annex, whose first rows speak for the rest.
const LOOKED_AT: usize = 120;
/// No column asks for more than this share of the width: an address or a path may be divided.
const MOST: f32 = 0.3;
/// A cell up to this share of the width stays whole, as a label should; a longer one only word by word.
const WHOLE: f32 = 0.2;

/// The width of each column, its gutter with it; together the width of the page.
pub(super) fn widths(table: &Table) -> Vec<f32> {
    if let Some(fitted) = (table.setting == Setting::LookedUp).then(|| fitted(table)).flatten() {
        return fitted;
    }
    let shares: f32 = table.columns.iter().map(share).sum();
    let wanted: Vec<f32> = table.columns.iter().map(|column| WIDTH * share(column) / shares).collect();
    let needed: Vec<f32> = (0..table.columns.len()).map(|nth| needed(table, nth)).collect();
    let lacking: f32 = wanted.iter().zip(&needed).map(|(wanted, needed)| (needed - wanted).max(0.0)).sum();
    let spare: f32 = wanted.iter().zip(&needed).map(|(wanted, needed)| (wanted - needed).max(0.0)).sum();
    if lacking <= 0.0 || spare <= 0.0 {
        return wanted;
    }
    let given = (lacking / spare).min(1.0);
    let taken = (spare / lacking).min(1.0);
    let settled = |(wanted, needed): (&f32, &f32)| {
        let over = wanted - needed;
        if over > 0.0 { wanted - over * given } else { wanted - over * taken }
    };
    wanted.iter().zip(&needed).map(settled).collect()
}

fn share(column: &Column) -> f32 {
    column.share.max(0.05)
}

/// The width of the longest piece that should stay whole: a word, a short cell, a number with its qualifier.
fn needed(table: &Table, nth: usize) -> f32 {
    let column = &table.columns[nth];
    let head = piece(&column.header, Face::Regular);
    let rows = table.rows.iter().take(LOOKED_AT).chain(table.rows.last());
    let cells = rows.filter_map(|row| Some(piece(&row.cells.get(nth)?.text, face(row))));
    let last = nth + 1 == table.columns.len();
    let longest = std::iter::once(head).chain(cells).filter(|width| *width <= WIDTH * MOST).fold(0.0, f32::max);
    longest + if last { 0.5 } else { GUTTER + 0.5 }
}

fn face(row: &Row) -> Face {
    if row.kind == RowKind::Total { Face::Semibold } else { Face::Regular }
}

fn piece(cell: &str, face: Face) -> f32 {
    let whole = width(cell, face);
    if whole <= WIDTH * WHOLE {
        return whole;
    }
    cell.split_whitespace().map(|word| width(word, face)).fold(0.0, f32::max)
}

fn width(text: &str, face: Face) -> f32 {
    typography::width(text, face, CELL.size)
}

#[cfg(test)]
mod tests {
    use super::{WIDTH, widths};
    use crate::document::{Align, Column, Row, RowKind, Setting, Table};
    use crate::model::printed::Cell;

    fn column(header: &str, share: f32) -> Column {
        Column { header: header.to_owned(), align: Align::Start, share }
    }

    fn table(columns: Vec<Column>, cells: &[&str]) -> Table {
        let cells = cells.iter().map(|cell| Cell::from(*cell)).collect();
        let rows = vec![Row { cells, kind: RowKind::Body, depth: 0 }];
        Table { caption: String::new(), columns, rows, notes: Vec::new(), setting: Setting::Read }
    }

    #[test]
    fn shares_stand_where_every_word_has_room() {
        let widths = widths(&table(vec![column("A", 1.0), column("B", 3.0)], &["one", "two"]));
        assert!((widths[0] - WIDTH / 4.0).abs() < 0.01, "{widths:?}");
    }

    #[test]
    fn a_column_too_narrow_for_its_word_takes_from_one_that_has_room() {
        let columns = vec![column("Zusammengeführt", 0.1), column("B", 3.0)];
        let widths = widths(&table(columns, &["1", "two"]));
        assert!(widths[0] > 60.0, "{widths:?}");
        assert!((widths.iter().sum::<f32>() - WIDTH).abs() < 0.01, "{widths:?}");
    }
}
