//! What a person is shown of a list before it is read: a few cells of each column, and what the columns leave open.
//!
//! Never holds a cell of a column that looks like a secret, nor a cell that looks like one.

use super::plan::Planned;
use super::records::Record;
use super::secrets;

/// Cells shown of a column.
const CELLS: usize = 3;

/// A cell is shown to this many characters.
const SHOWN: usize = 60;

/// What is shown of a list before it is read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Glimpse {
    /// Different cells of each column, in file order.
    pub cells: Vec<Vec<String>>,
    /// Columns whose cells do not settle which number is the day.
    pub open_dates: Vec<OpenDates>,
    /// No column holds an identifier.
    pub keyless: bool,
}

/// A column whose cells do not settle which number is the day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenDates {
    /// Its header.
    pub column: String,
    /// Its place among the columns, from 0.
    pub at: usize,
    /// Cells that can be read either way.
    pub cells: Vec<String>,
}

/// The first different cells of each column.
pub fn cells(rows: &[Record], columns: usize, planned: &[Planned]) -> Vec<Vec<String>> {
    let is_secret = |at: usize| planned.get(at).is_some_and(|it| it.secret);
    (0..columns).map(|at| if is_secret(at) { Vec::new() } else { of_column(rows, at) }).collect()
}

fn of_column(rows: &[Record], at: usize) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for cell in rows.iter().map(|row| row.cell(at).trim()).filter(|cell| !cell.is_empty()) {
        let cell = if secrets::is_secret(cell) { "…".to_owned() } else { cut(cell) };
        if !found.contains(&cell) {
            found.push(cell);
        }
        if found.len() == CELLS {
            break;
        }
    }
    found
}

fn cut(cell: &str) -> String {
    match cell.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", &cell[..end]),
        None => cell.to_owned(),
    }
}
