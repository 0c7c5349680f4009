//! The tables of a report as CSV, for programs: a line a cell, with its text and with the number or the time that it says. The
//! numbers of drawings are among them; lists of accounts leave in files of their own.
//!
//! It goes with the report, so its words are the reader's, as all words of the report are.

use super::csv;
use crate::document::{Attachment, Document, Setting, Table};
use crate::error::Result;
use crate::lang::Phrases;
use crate::model::printed::{Cell, Value};

/// The columns; their names are phrases.
const COLUMNS: [&str; 9] = [
    "annex-table",
    "annex-row",
    "annex-column",
    "annex-text",
    "annex-value",
    "annex-low",
    "annex-high",
    "annex-unit",
    "annex-time",
];

/// The tables of a report as a file that goes with it.
///
/// # Errors
/// None that can happen: it is written into memory.
pub fn annex(document: &Document, phrases: &Phrases) -> Result<Attachment> {
    let header = COLUMNS.map(|id| phrases.say(id));
    let tables = document.tables().filter(|table| table.setting == Setting::Read);
    let rows = tables.flat_map(|table| lines(table, phrases));
    let mut bytes = Vec::new();
    csv::plain(&header.each_ref().map(String::as_str), rows, &mut bytes)?;
    Ok(Attachment {
        name: "tables.csv".to_owned(),
        media_type: "text/csv".to_owned(),
        description: phrases.say("annex-about"),
        bytes,
    })
}

/// A table's cells; the first of each row names the row.
fn lines<'t>(table: &'t Table, phrases: &'t Phrases) -> impl Iterator<Item = [String; 9]> + 't {
    table.rows.iter().flat_map(move |row| {
        let name = row.cells.first().map_or("", |cell| cell.text.as_str());
        let cells = table.columns.iter().zip(&row.cells);
        cells.map(move |(column, cell)| {
            let [value, low, high, unit, time] = said(cell, phrases);
            let texts = [table.caption.as_str(), name, &column.header, &cell.text].map(str::to_owned);
            let [table, row, column, text] = texts;
            [table, row, column, text, value, low, high, unit, time]
        })
    })
}

/// Value, low bound, high bound, unit, time; empty where the cell does not say it, or where it is open.
fn said(cell: &Cell, phrases: &Phrases) -> [String; 5] {
    let text = |number: Option<u64>| number.map(|it| it.to_string()).unwrap_or_default();
    let none = String::new;
    match cell.value.as_deref() {
        None => Default::default(),
        Some(Value::Count(it)) => [text(it.value()), it.low.to_string(), text(it.high), phrases.unit(it), none()],
        Some(Value::Number(n)) => [n.to_string(), n.to_string(), n.to_string(), none(), none()],
        Some(Value::When(at)) => [none(), none(), none(), none(), at.original.clone()],
        Some(Value::At(at)) => [none(), none(), none(), none(), at.to_string()],
    }
}
