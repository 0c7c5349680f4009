//! A document in the making: blocks in order, with numbered tables and drawings. It knows no kind of report.
//!
//! A cell that says a number or a time is made here, from the number or the time itself.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::Brief;
use crate::charts;
use crate::document::{
    Align, Block, Column, Drawing, Inline, KeyFigure, Pair, Row, RowKind, Setting, Table, Text, Voice,
};
use crate::lang::{Arg, Phrases};
// With a capital first letter: for what stands first in a row or alone as a label.
pub(super) use crate::lang::capital;
use crate::model::case::CaseFile;
use crate::model::count::Count;
use crate::model::facts::{Facts, Subject};
use crate::model::figure::Figure;
use crate::model::moment::Moment;
use crate::model::printed::{Cell, Value};

/// What sections write into.
pub(super) struct Draft<'a> {
    pub facts: &'a Facts,
    pub subject: &'a Subject,
    pub brief: &'a Brief,
    pub phrases: &'a Phrases,
    /// The zone the case's days are counted in.
    pub zone: TimeZone,
    pub blocks: Vec<Block>,
    tables: u64,
    drawings: u64,
}

/// A column in the making: the phrase of its header, where its cells stand, its share of the width.
pub(super) type Col = (&'static str, Align, f32);

/// A column of text.
pub(super) const fn text(header: &'static str, share: f32) -> Col {
    (header, Align::Start, share)
}

/// A column of numbers.
pub(super) const fn number(header: &'static str, share: f32) -> Col {
    (header, Align::End, share)
}

/// Cells of texts, and of numbers and times that were made cells.
macro_rules! cells {
    ($($cell:expr),+ $(,)?) => { vec![$(crate::model::printed::Cell::from($cell)),+] };
}
pub(super) use cells;

/// A row as the others.
pub(super) fn row(cells: Vec<Cell>) -> Row {
    Row { cells, kind: RowKind::Body, depth: 0 }
}

/// A total.
pub(super) fn total(cells: Vec<Cell>) -> Row {
    Row { cells, kind: RowKind::Total, depth: 0 }
}

/// A row of what is not known or not counted.
pub(super) fn quiet(cells: Vec<Cell>) -> Row {
    Row { cells, kind: RowKind::Quiet, depth: 0 }
}

/// Running text of one piece.
pub(super) fn plain(text: impl Into<String>) -> Text {
    vec![Inline::Plain(text.into())]
}

/// A text, or a dash for nothing.
pub(super) fn or_dash(text: String) -> Cell {
    if text.is_empty() { Cell::dash() } else { text.into() }
}

impl<'a> Draft<'a> {
    pub(super) fn new(subject: &'a Subject, brief: &'a Brief, phrases: &'a Phrases) -> Self {
        let (facts, zone) = (&subject.facts, subject.zone());
        Self { facts, subject, brief, phrases, zone, blocks: Vec::new(), tables: 0, drawings: 0 }
    }

    pub(super) fn file(&self) -> &'a CaseFile {
        &self.subject.file
    }

    pub(super) fn say(&self, id: &str) -> String {
        self.phrases.say(id)
    }

    pub(super) fn say_with(&self, id: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.phrases.say_with(id, args)
    }

    pub(super) fn moment(&self, at: &Moment) -> String {
        self.phrases.moment(at, &self.zone)
    }

    pub(super) fn instant(&self, at: Timestamp) -> String {
        self.phrases.instant(at, &self.zone)
    }

    /// For a narrow cell: day and month stay together, and no month is divided.
    pub(super) fn instant_in_cell(&self, at: Timestamp) -> String {
        self.instant(at).replacen(' ', "\u{a0}", 2)
    }

    pub(super) fn date(&self, at: Timestamp) -> String {
        self.phrases.date(at.to_zoned_datetime(self.zone.clone()).date())
    }

    /// A cell that says a number, without its unit.
    pub(super) fn count_cell(&self, count: &Count) -> Cell {
        self.phrases.cell(count)
    }

    /// A cell that says when, as exactly as it was stated.
    pub(super) fn moment_cell(&self, at: &Moment) -> Cell {
        Cell::saying(self.moment(at), Value::When(at.clone()))
    }

    /// A cell that says a point in time.
    pub(super) fn instant_cell(&self, at: Timestamp) -> Cell {
        Cell::saying(self.instant(at), Value::At(at))
    }

    pub(super) fn heading(&mut self, level: u8, text: String) {
        self.blocks.push(Block::Heading { level, text });
    }

    pub(super) fn paragraph(&mut self, text: impl Into<String>) {
        self.blocks.push(Block::Paragraph(plain(text), Voice::Normal));
    }

    pub(super) fn note(&mut self, text: impl Into<String>) {
        self.blocks.push(Block::Paragraph(plain(text), Voice::Quiet));
    }

    pub(super) fn notice(&mut self, text: impl Into<String>) {
        self.blocks.push(Block::Paragraph(plain(text), Voice::Notice));
    }

    pub(super) fn list(&mut self, items: Vec<String>) {
        if !items.is_empty() {
            self.blocks.push(Block::List(items.into_iter().map(plain).collect()));
        }
    }

    pub(super) fn pairs(&mut self, pairs: Vec<Pair>) {
        if !pairs.is_empty() {
            self.blocks.push(Block::Pairs(pairs));
        }
    }

    pub(super) fn key_figures(&mut self, figures: Vec<KeyFigure>) {
        self.blocks.push(Block::KeyFigures(figures));
    }

    /// A numbered table; one without rows is left out. Says its number.
    pub(super) fn table(&mut self, title: String, columns: &[Col], rows: Vec<Row>, notes: Vec<String>) -> Option<u64> {
        self.numbered(title, columns, rows, notes, Setting::Read)
    }

    /// The same of a list to look something up in.
    pub(super) fn register(&mut self, title: String, columns: &[Col], rows: Vec<Row>) -> Option<u64> {
        self.numbered(title, columns, rows, Vec::new(), Setting::LookedUp)
    }

    fn numbered(
        &mut self,
        title: String,
        columns: &[Col],
        rows: Vec<Row>,
        notes: Vec<String>,
        setting: Setting,
    ) -> Option<u64> {
        if rows.is_empty() {
            return None;
        }
        self.tables += 1;
        let caption = self.say_with("table-caption", &[("n", self.tables.into()), ("title", title.into())]);
        let columns = self.columns(columns);
        self.blocks.push(Block::Table(Table { caption, columns, rows, notes, setting }));
        Some(self.tables)
    }

    /// A chart of the list, as a numbered drawing. Its numbers stand in a table close by.
    pub(super) fn chart(&mut self, id: &str) {
        let Ok(chart) = charts::find(id) else { return };
        let figure = (chart.figure)(self.subject, self.phrases);
        self.drawings += 1;
        let (n, title, note) = (self.drawings.into(), (&figure.title).into(), (&figure.note).into());
        let caption = self.say_with("drawing-caption", &[("n", n), ("title", title), ("note", note)]);
        let table = table_of(&figure, &caption);
        self.blocks.push(Block::Drawing(Box::new(Drawing { figure, caption, table, with_table: false })));
    }

    fn columns(&self, columns: &[Col]) -> Vec<Column> {
        let column = |(header, align, share): &Col| Column { header: self.say(header), align: *align, share: *share };
        columns.iter().map(column).collect()
    }
}

/// The numbers of a drawing as a table.
fn table_of(figure: &Figure, caption: &str) -> Table {
    let is_number = |nth: usize| {
        let mut values = figure.table.rows.iter().filter_map(|row| row.get(nth)?.value.as_deref());
        values.any(|value| matches!(value, Value::Count(_) | Value::Number(_)))
    };
    let column = |(nth, header): (usize, &String)| Column {
        header: header.clone(),
        align: if is_number(nth) { Align::End } else { Align::Start },
        share: 1.0,
    };
    let row = |cells: &Vec<Cell>| Row { cells: cells.clone(), kind: RowKind::Body, depth: 0 };
    Table {
        caption: caption.to_owned(),
        columns: figure.table.columns.iter().enumerate().map(column).collect(),
        rows: figure.table.rows.iter().map(row).collect(),
        notes: Vec::new(),
        setting: Setting::Read,
    }
}
