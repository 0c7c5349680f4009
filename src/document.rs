//! A report as plain data: what it says, in order. It has never heard of a page, a font or a breach.
//!
//! Everything here is text that has already been put into the reader's language. `export` turns it into bytes.

use crate::model::figure::Figure;
use crate::model::printed::Cell;

/// A whole report.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// What it is called; also the file's title.
    pub title: String,
    /// The line under the title.
    pub subtitle: Option<String>,
    /// The small line above the title, on the left: what kind of document this is.
    pub kicker: String,
    /// A mark above the title, on the right, on every page: SAMPLE, for example.
    pub banner: Option<String>,
    /// BCP 47 language tag.
    pub language: String,
    /// What the file says of itself.
    pub metadata: Metadata,
    /// What stands at the foot of every page.
    pub footer: Footer,
    /// The content, in reading order.
    pub blocks: Vec<Block>,
    /// Files inside the file.
    pub attachments: Vec<Attachment>,
}

/// What the file says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Metadata {
    /// The organisation or person that issues it.
    pub author: String,
    /// One sentence.
    pub subject: String,
    /// Search words.
    pub keywords: Vec<String>,
    /// The program and its version.
    pub producer: String,
    /// The time it speaks of, RFC 3339; the only clock a document knows.
    pub created: jiff::Timestamp,
}

/// The foot of every page: a line on the left, "page n of m" on the right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Footer {
    /// The left side.
    pub line: String,
    /// The right side, with `{page}` and `{pages}` where the numbers go.
    pub page: String,
}

/// A piece of the report.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// A heading; level 1 is a section (the title is above it). It stands in the bookmarks.
    Heading {
        /// 1 to 3; a level is never left out.
        level: u8,
        /// Its text, number included.
        text: String,
    },
    /// A paragraph.
    Paragraph(Text, Voice),
    /// Terms and what is said of each, in two columns.
    Pairs(Vec<Pair>),
    /// A row of key figures, two to four.
    KeyFigures(Vec<KeyFigure>),
    /// A table.
    Table(Table),
    /// A drawing, with its caption; its numbers follow as a table where none stands close by.
    Drawing(Box<Drawing>),
    /// A list.
    List(Vec<Text>),
    /// What follows starts on a new page.
    NewPage,
}

/// How loud a paragraph is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Voice {
    /// Body text.
    Normal,
    /// Small and grey: notes, where a number comes from.
    Quiet,
    /// Something the reader must not miss; set with a rule at its side.
    Notice,
}

/// Running text.
pub type Text = Vec<Inline>;

/// A piece of running text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Inline {
    /// As it is.
    Plain(String),
    /// Strong.
    Strong(String),
    /// Emphasised: a title, a quotation's source.
    Emphasis(String),
    /// Grey.
    Quiet(String),
}

/// A term and what is said of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pair {
    /// The term, on the left.
    pub term: String,
    /// What is said.
    pub text: Text,
}

/// A number that the reader should take away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyFigure {
    /// What is counted.
    pub label: String,
    /// The number with its qualifier, in words.
    pub value: String,
    /// What it rests on.
    pub note: String,
}

/// A table. Every row has as many cells as there are columns.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// "Table 1. …", set above it.
    pub caption: String,
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows.
    pub rows: Vec<Row>,
    /// Notes under it.
    pub notes: Vec<String>,
    /// What it is for.
    pub setting: Setting,
}

/// What a table is for, which decides how close its rows stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Setting {
    /// To be read.
    Read,
    /// To be looked up in: a list as long as it may be, a line a row where that can be.
    LookedUp,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// Its header.
    pub header: String,
    /// Where its cells stand.
    pub align: Align,
    /// Its share of the width, beside the others'.
    pub share: f32,
}

/// Where cells of a column stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// Text.
    Start,
    /// Numbers: tabular figures, to the right.
    End,
}

/// A row of a table; its first cell is its header.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// One a column: a text, and the number or the time that it says.
    pub cells: Vec<Cell>,
    /// How it is set.
    pub kind: RowKind,
    /// How deep it stands in a tree; 0 is the top.
    pub depth: u8,
}

/// How a row is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowKind {
    /// As the others.
    Body,
    /// Grey: not known, not counted.
    Quiet,
    /// A total: strong, with a rule above.
    Total,
}

/// A drawing in a report.
#[derive(Debug, Clone, PartialEq)]
pub struct Drawing {
    /// What is drawn; its alternative text and its numbers come with it.
    pub figure: Figure,
    /// "Fig. 1. …", set below it.
    pub caption: String,
    /// Its numbers.
    pub table: Table,
    /// Whether they follow the drawing: where they do not stand in a table close by.
    pub with_table: bool,
}

/// A file inside the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// Its name, with an ending.
    pub name: String,
    /// Its media type.
    pub media_type: String,
    /// What it holds, one sentence.
    pub description: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

impl Document {
    /// Every table, those of drawings among them, in the order of reading.
    pub fn tables(&self) -> impl Iterator<Item = &Table> {
        self.blocks.iter().filter_map(|block| match block {
            Block::Table(table) => Some(table),
            Block::Drawing(drawing) => Some(&drawing.table),
            _ => None,
        })
    }

    /// Every piece of text that reaches a reader, for whoever must look for a name in it.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        let head = [
            &self.title,
            &self.kicker,
            &self.language,
            &self.metadata.author,
            &self.metadata.subject,
            &self.footer.line,
        ];
        head.into_iter()
            .chain(&self.subtitle)
            .chain(&self.banner)
            .chain(&self.metadata.keywords)
            .map(String::as_str)
            .chain(self.blocks.iter().flat_map(Block::texts))
            .chain(self.attachments.iter().flat_map(|file| [file.name.as_str(), file.description.as_str()]))
    }
}

impl Block {
    /// Every piece of text in it.
    #[must_use]
    pub fn texts(&self) -> Vec<&str> {
        match self {
            Self::Heading { text, .. } => vec![text],
            Self::Paragraph(text, _) => text.iter().map(Inline::text).collect(),
            Self::Pairs(pairs) => pairs.iter().flat_map(Pair::texts).collect(),
            Self::KeyFigures(figures) => {
                figures.iter().flat_map(|it| [it.label.as_str(), &it.value, &it.note]).collect()
            }
            Self::Table(table) => table.texts().collect(),
            Self::Drawing(drawing) => drawing.texts(),
            Self::List(items) => items.iter().flatten().map(Inline::text).collect(),
            Self::NewPage => Vec::new(),
        }
    }
}

impl Inline {
    /// Its text.
    #[must_use]
    pub fn text(&self) -> &str {
        match self {
            Self::Plain(text) | Self::Strong(text) | Self::Emphasis(text) | Self::Quiet(text) => text,
        }
    }
}

impl Pair {
    fn texts(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.term.as_str()).chain(self.text.iter().map(Inline::text))
    }
}

impl Table {
    fn texts(&self) -> impl Iterator<Item = &str> {
        let headers = self.columns.iter().map(|column| column.header.as_str());
        let cells = self.rows.iter().flat_map(|row| row.cells.iter().map(|cell| cell.text.as_str()));
        std::iter::once(self.caption.as_str()).chain(headers).chain(cells).chain(self.notes.iter().map(String::as_str))
    }
}

impl Drawing {
    fn texts(&self) -> Vec<&str> {
        self.figure.texts().into_iter().chain([self.caption.as_str()]).chain(self.table.texts()).collect()
    }
}
