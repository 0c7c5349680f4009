//! A drawing as plain data: what is compared with what. `charts` makes it, `plot` draws it, nobody measures here.
//!
//! Each figure carries its alternative text and its numbers, in the reader's language, and says for each mark which
//! accounts stand behind it.

use std::ops::Range;

use jiff::Timestamp;

use super::printed::Cell;

/// A drawing.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// The chart's id, for example `by_region`.
    pub id: &'static str,
    /// What is drawn.
    pub title: String,
    /// Unit, zone, and how hatching is to be read.
    pub note: String,
    /// The alternative text: what the picture says, in a sentence or three.
    pub alt: String,
    /// BCP 47 language tag of the texts.
    pub language: String,
    /// The numbers behind it: header and rows.
    pub table: FigureTable,
    /// The marks.
    pub body: Body,
}

/// The numbers behind a drawing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FigureTable {
    /// Headers.
    pub columns: Vec<String>,
    /// One cell a column.
    pub rows: Vec<Vec<Cell>>,
}

/// The marks of a drawing.
#[derive(Debug, Clone, PartialEq)]
pub enum Body {
    /// Horizontal bars, one a row, on one linear axis from zero.
    Bars(Bars),
    /// A table whose cells are shaded by their number.
    Matrix(Matrix),
    /// A linear time axis with bars by day, marks and log coverage.
    Timeline(Timeline),
    /// From what was read to what is counted, step by step.
    Ladder(Vec<Step>),
    /// Nothing to draw yet: the sentence that says so and what to do.
    Empty(String),
}

/// Horizontal bars on one linear axis.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bars {
    /// Top to bottom.
    pub rows: Vec<Bar>,
    /// Where the axis ends: it begins at zero.
    pub full: u64,
    /// Which rows are drawn: all of them, or those of one page. Measures are taken of all, so that pages compare.
    pub shown: Range<usize>,
}

/// A bar: what is sure is solid, what is suspected is hatched behind it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bar {
    /// What it stands for.
    pub label: String,
    /// How deep in a tree; 0 is the top.
    pub depth: u8,
    /// The low bound.
    pub solid: u64,
    /// What the high bound adds.
    pub hatched: u64,
    /// The high bound is open.
    pub open: bool,
    /// It stands for what is not known: drawn in the grey of the unknown.
    pub unknown: bool,
    /// The number in words, with its qualifier.
    pub printed: String,
    /// The filter that lists what stands behind it.
    pub filter: Option<String>,
}

/// A table whose cells are shaded by their number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matrix {
    /// What stands across.
    pub columns: Vec<String>,
    /// What stands down, each with one cell a column.
    pub rows: Vec<MatrixRow>,
    /// The number that is shaded fully.
    pub full: u64,
    /// Which rows are drawn: all of them, or those of one page. Measures are taken of all, so that pages compare.
    pub shown: Range<usize>,
}

/// A row of a matrix.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MatrixRow {
    /// What it stands for.
    pub label: String,
    /// One cell a column.
    pub cells: Vec<MatrixCell>,
}

/// A cell of a matrix.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MatrixCell {
    /// The low bound, for the shade.
    pub solid: u64,
    /// What the high bound adds; hatched where it is not zero.
    pub hatched: u64,
    /// The number in words; empty for none.
    pub printed: String,
    /// The filter that lists what stands behind it.
    pub filter: Option<String>,
}

/// A linear time axis.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timeline {
    /// Where the axis begins.
    pub from: Timestamp,
    /// Where it ends.
    pub until: Timestamp,
    /// Ticks with their labels, in order; each label may be dropped where there is no room, never the tick.
    pub ticks: Vec<Tick>,
    /// What happened each day.
    pub days: Vec<DayBar>,
    /// What happened when: a line, or a band where only the month is known.
    pub marks: Vec<Mark>,
    /// Which periods the logs cover; what lies between is hatched. Empty where no log is known.
    pub coverage: Vec<Span>,
    /// The words beside the coverage strip.
    pub coverage_label: String,
    /// The words beside the bars' axis: the largest value, with its unit.
    pub peak: String,
}

/// A tick on a time axis.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tick {
    /// Where.
    pub at: Timestamp,
    /// What it says.
    pub label: String,
}

/// A day's bar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayBar {
    /// The day's first instant.
    pub from: Timestamp,
    /// The next day's first instant.
    pub until: Timestamp,
    /// How many: the low bound.
    pub value: u64,
    /// The day and its number in words.
    pub label: String,
}

/// Something that happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// When, or the first instant it can mean.
    pub from: Timestamp,
    /// The first instant after it; the same as `from` for an exact one.
    pub until: Timestamp,
    /// What, with its date.
    pub label: String,
    /// Awareness stands out.
    pub prominent: bool,
}

/// A period of log coverage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// Begin.
    pub from: Timestamp,
    /// End.
    pub until: Timestamp,
    /// Covered whole; else asked for but not found, cut or throttled.
    pub whole: bool,
}

/// A step of a derivation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// What it is: read, rejected, merged, cleared, counted.
    pub label: String,
    /// How many.
    pub value: u64,
    /// Whether it adds up to a new level or takes away.
    pub kind: StepKind,
    /// The number in words.
    pub printed: String,
}

/// What a step of a derivation does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepKind {
    /// A level: what was read, what is counted.
    Level,
    /// Taken away from the level before.
    Minus,
    /// A part of the level before that is only suspected: hatched.
    Suspected,
}

impl Figure {
    /// Every piece of text in it.
    #[must_use]
    pub fn texts(&self) -> Vec<&str> {
        let mut texts = vec![self.title.as_str(), &self.note, &self.alt];
        texts.extend(self.table.columns.iter().map(String::as_str));
        texts.extend(self.table.rows.iter().flatten().map(|cell| cell.text.as_str()));
        texts.extend(self.body.texts());
        texts
    }
}

impl Body {
    fn texts(&self) -> Vec<&str> {
        match self {
            Self::Bars(bars) => bars.rows.iter().flat_map(|bar| [bar.label.as_str(), &bar.printed]).collect(),
            Self::Matrix(matrix) => matrix.texts(),
            Self::Timeline(line) => line.texts(),
            Self::Ladder(steps) => steps.iter().flat_map(|step| [step.label.as_str(), &step.printed]).collect(),
            Self::Empty(text) => vec![text],
        }
    }
}

impl Matrix {
    fn texts(&self) -> Vec<&str> {
        let rows = self.rows.iter().flat_map(|row| {
            std::iter::once(row.label.as_str()).chain(row.cells.iter().map(|cell| cell.printed.as_str()))
        });
        self.columns.iter().map(String::as_str).chain(rows).collect()
    }
}

impl Timeline {
    fn texts(&self) -> Vec<&str> {
        let ticks = self.ticks.iter().map(|tick| tick.label.as_str());
        let marks = self.marks.iter().map(|mark| mark.label.as_str());
        let days = self.days.iter().map(|day| day.label.as_str());
        ticks.chain(marks).chain(days).chain([self.coverage_label.as_str(), &self.peak]).collect()
    }
}
