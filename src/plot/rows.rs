//! Rows of label, bar and number on one linear scale: what bars and ladders share. It draws no bar.

use std::ops::Range;

use plotters::coord::ranged1d::Ranged;
use plotters::coord::types::RangedCoordf64;

use super::GRID;
use super::fit;
use super::fit::Lettering;
use super::picture::{Area, Group};

/// Between label, bar and number, in pt.
const GAP: f32 = 8.0;
/// The room of a row above and below its text, in pt; and where there are more rows than [`MANY`].
const AIR: [f32; 2] = [5.0, 2.4];
/// More rows are set in smaller type and closer, so that a hundred fit two pages.
pub(super) const MANY: usize = 40;
/// How far a level of a tree is set in, in pt.
const INDENT: f32 = 9.0;
/// What a bar that is not zero measures at least, in pt.
pub(super) const LEAST: f32 = 1.0;

/// What a row says.
pub(super) struct Words<'a> {
    pub label: &'a str,
    pub printed: &'a str,
    pub depth: u8,
}

/// A row in its place.
pub(super) struct Row {
    pub labels: Vec<String>,
    pub numbers: Vec<String>,
    pub indent: f32,
    pub area: Area,
}

/// Rows in their places, and the scale between them.
pub(super) struct Rows {
    pub rows: Vec<Row>,
    /// Where bars begin and end at most.
    pub bars: Range<f32>,
    pub right: f32,
    full: f64,
}

impl Rows {
    /// Places rows from `top` down. `tail` is kept free after the longest bar.
    pub fn place(words: &[Words], width: f32, full: u64, tail: f32, lettering: &Lettering) -> Self {
        let numbers: Vec<_> = words.iter().map(|row| fit::lines(row.printed, lettering, width * 0.28)).collect();
        let number_room = fit::widest(numbers.iter().flatten(), lettering);
        let step = indent_step(words, width);
        let label_room = |row: &Words| width * 0.42 - step * f32::from(row.depth);
        let labels: Vec<_> = words.iter().map(|row| fit::lines(row.label, lettering, label_room(row))).collect();
        let reach = |(row, lines): (&Words, &Vec<String>)| fit::widest(lines, lettering) + step * f32::from(row.depth);
        let label_edge = words.iter().zip(&labels).map(reach).fold(0.0, f32::max);
        let bars = label_edge + GAP..width - number_room - GAP - tail;
        let mut rows = Self { rows: Vec::new(), bars, right: width, full: full.max(1) as f64 };
        let air = AIR[usize::from(words.len() > MANY)];
        let mut top = 0.0;
        for (row, (labels, numbers)) in words.iter().zip(labels.into_iter().zip(numbers)) {
            let bottom = top + labels.len().max(numbers.len()) as f32 * lettering.lead() + air;
            let area = Area::new(0.0, top, width, bottom);
            rows.rows.push(Row { labels, numbers, indent: step * f32::from(row.depth), area });
            top = bottom;
        }
        rows
    }

    /// Those alone, moved up.
    pub fn only(mut self, shown: &Range<usize>) -> Self {
        self.rows.truncate(shown.end);
        self.rows.drain(..shown.start.min(self.rows.len()));
        let up = self.rows.first().map_or(0.0, |row| row.area.top);
        for row in &mut self.rows {
            (row.area.top, row.area.bottom) = (row.area.top - up, row.area.bottom - up);
        }
        self
    }

    /// How high they are together.
    pub fn height(&self) -> f32 {
        self.rows.last().map_or(0.0, |row| row.area.bottom)
    }

    /// Where a value stands: linear, from zero.
    pub fn at(&self, value: u64) -> f32 {
        let ends = ((self.bars.start * GRID).round() as i32, (self.bars.end * GRID).round() as i32);
        RangedCoordf64::from(0.0..self.full).map(&(value as f64), ends) as f32 / GRID
    }

    /// The end of a bar that begins at `from` and stands for `value` more, `least` long where that is not zero.
    pub fn end(&self, from: f32, before: u64, value: u64, least: f32) -> f32 {
        if value == 0 { from } else { self.at(before.saturating_add(value)).max(from + least) }
    }
}

impl Row {
    /// The middle of the bar: level with the label where it has one line, else with its middle.
    pub fn middle(&self) -> f32 {
        (self.area.top + self.area.bottom) / 2.0
    }

    /// Sets label and number.
    pub fn write(&self, group: &mut Group, right: f32, label: Lettering, number: Lettering) {
        for (line, baseline) in self.labels.iter().zip(self.baselines(&label, self.labels.len())) {
            group.text(line, label, (self.indent, baseline));
        }
        for (line, baseline) in self.numbers.iter().zip(self.baselines(&number, self.numbers.len())) {
            group.text(line, number, (right - number.width(line), baseline));
        }
    }

    fn baselines(&self, lettering: &Lettering, lines: usize) -> impl Iterator<Item = f32> {
        let (lead, first) = (lettering.lead(), self.middle() - lettering.lead() * (lines as f32 - 1.0) / 2.0);
        let drop = lettering.drop();
        (0..lines).map(move |line| first + lead * line as f32 + drop)
    }
}

/// Deep trees are set in less, so that labels keep half of their room.
fn indent_step(words: &[Words], width: f32) -> f32 {
    let deepest = words.iter().map(|row| row.depth).max().unwrap_or_default().max(1);
    INDENT.min(width * 0.21 / f32::from(deepest))
}
