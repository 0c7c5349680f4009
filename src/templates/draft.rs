//! A document in the making: blocks in order, with numbered tables and drawings. It knows no kind of report.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::Brief;
use crate::charts;
use crate::document::{
    Align, Block, Column, Drawing, Inline, KeyFigure, Pair, Row, RowKind, Setting, Table, Text, Voice,
};
use crate::lang::{Arg, Phrases};
use crate::model::case::CaseFile;
use crate::model::facts::{Facts, Subject};
use crate::model::moment::Moment;

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

/// A row as the others.
pub(super) fn row(cells: Vec<String>) -> Row {
    Row { cells, kind: RowKind::Body, depth: 0 }
}

/// A total.
pub(super) fn total(cells: Vec<String>) -> Row {
    Row { cells, kind: RowKind::Total, depth: 0 }
}

/// A row of what is not known or not counted.
pub(super) fn quiet(cells: Vec<String>) -> Row {
    Row { cells, kind: RowKind::Quiet, depth: 0 }
}

/// Running text of one piece.
pub(super) fn plain(text: impl Into<String>) -> Text {
    vec![Inline::Plain(text.into())]
}

/// With a capital first letter: for what stands first in a row or alone as a label.
pub(super) fn capital(text: String) -> String {
    let mut letters = text.chars();
    match letters.next() {
        Some(first) if first.is_lowercase() => first.to_uppercase().chain(letters).collect(),
        _ => text,
    }
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
        self.blocks.push(Block::Drawing(Box::new(Drawing { figure, caption, table: None })));
    }

    fn columns(&self, columns: &[Col]) -> Vec<Column> {
        let column = |(header, align, share): &Col| Column { header: self.say(header), align: *align, share: *share };
        columns.iter().map(column).collect()
    }
}
