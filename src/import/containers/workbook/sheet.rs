//! The rows of a sheet, one by one as they are unpacked.
//!
//! Never holds a sheet: a row, the texts that cells share, and where cells are merged. Never evaluates a formula: what Excel
//! stored counts.

use std::io::{self, Read};
use std::sync::Arc;

use super::formats::Formats;
use super::merged::{Down, Looks, place};
use super::strings::{Strings, item, unescaped};
use super::xml::{BytesStart, Event, Xml, broken, raw_attributes};
use crate::import::records::{Flaw, MOST_CELLS, Record};
use crate::model::cell;

/// Digits that a number of a workbook holds.
const EXACT_DIGITS: usize = 15;

/// What all sheets of a workbook share.
#[derive(Clone, Default)]
pub struct Shared {
    /// Texts.
    pub strings: Arc<Strings>,
    /// How numbers are shown.
    pub formats: Arc<Formats>,
}

/// From here on a number has more digits than that.
const INEXACT: f64 = 1e15;

/// A sheet while it is read.
pub struct Sheet<R> {
    xml: Xml<R>,
    shared: Shared,
    down: Down,
    /// The row that was read last, from 1.
    line: u64,
    value: String,
    state: State,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Before,
    Within,
    Ended,
}

/// What a cell's value is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Type {
    Number,
    Shared,
    Text,
    Inline,
    Truth,
    /// A time, an error: as it stands.
    Other,
}

/// A cell without its value.
struct Head {
    column: Option<usize>,
    style: usize,
    of: Type,
}

impl<R: Read> Sheet<R> {
    /// Reads a sheet that was looked at.
    pub fn new(xml: Xml<R>, shared: Shared, looks: &Looks) -> Self {
        Self { xml, shared, down: Down::new(looks), line: 0, value: String::new(), state: State::Before }
    }

    /// The next row that holds anything; `false` at the end.
    ///
    /// # Errors
    /// What the source refuses; `import.broken_workbook`, `import.workbook_too_large`.
    pub fn read(&mut self, record: &mut Record) -> io::Result<bool> {
        if self.state == State::Before {
            self.begin()?;
        }
        while self.state == State::Within {
            let number = match self.xml.next()? {
                Event::Start(start) if start.local_name().as_ref() == "row" => {
                    raw_attributes(&start).find(|(name, _)| *name == "r").map(|(_, at)| at.trim().parse().ok())
                }
                Event::End(end) if end.local_name().as_ref() == "sheetData" => {
                    self.state = State::Ended;
                    break;
                }
                Event::Eof => return Err(broken("its rows do not end")),
                _ => continue,
            };
            let line = number.unwrap_or(Some(self.line + 1)).filter(|it| *it > self.line);
            self.line = line.ok_or_else(|| broken("its rows are not in their order"))?;
            record.begin(self.line);
            record.is_placed = true;
            self.row(record)?;
            let doubted = !record.doubts().is_empty();
            if doubted || record.flaw.is_some() || record.cells().any(|cell| !cell.is_empty()) {
                self.down.fill(record);
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Goes to its rows. What is no sheet of cells has none.
    fn begin(&mut self) -> io::Result<()> {
        let mut is_sheet = false;
        loop {
            let state = match self.xml.next()? {
                Event::Start(start) if !is_sheet => {
                    is_sheet = start.local_name().as_ref() == "worksheet";
                    if is_sheet { continue } else { State::Ended }
                }
                Event::Start(start) if start.local_name().as_ref() == "sheetData" => State::Within,
                Event::Eof => State::Ended,
                _ => continue,
            };
            self.state = state;
            return Ok(());
        }
    }

    fn row(&mut self, record: &mut Record) -> io::Result<()> {
        // Where the next cell stands that does not say so.
        let mut next = 0;
        loop {
            let head = match self.xml.next()? {
                Event::Start(start) if start.local_name().as_ref() == "c" => Head::of(&start)?,
                Event::End(end) if end.local_name().as_ref() == "row" => return Ok(()),
                Event::Eof => return Err(broken("a row does not end")),
                _ => continue,
            };
            let column = head.column.unwrap_or(next);
            next = column + 1;
            let doubt = self.cell(&head)?;
            if let Some(code) = doubt.filter(|_| column < MOST_CELLS) {
                record.doubt(column, code);
            }
            if self.value.is_empty() {
                continue;
            }
            if column >= MOST_CELLS {
                record.flaw = Some(Flaw::TooLong);
            } else {
                record.put(column, &cell::unguarded(&self.value));
            }
        }
    }

    /// Reads a cell's value to its end; says what the cell could not hold.
    fn cell(&mut self, head: &Head) -> io::Result<Option<&'static str>> {
        self.value.clear();
        let (mut is_formula, mut has_value, mut doubt) = (false, false, None);
        loop {
            let is_value = match self.xml.next()? {
                Event::Start(start) => match start.local_name().as_ref() {
                    // Beside an inline text it is of no use.
                    "v" if head.of != Type::Inline => Some(true),
                    "is" => Some(false),
                    "f" => {
                        is_formula = true;
                        None
                    }
                    _ => None,
                },
                Event::End(end) if end.local_name().as_ref() == "c" => {
                    // Excel stores what a formula gives; a program that wrote the formula alone has not calculated it.
                    let empty = is_formula && !has_value;
                    return Ok(if empty { Some("field.formula") } else { doubt });
                }
                Event::Eof => return Err(broken("a cell does not end")),
                _ => continue,
            };
            match is_value {
                None => self.xml.skip()?,
                Some(false) => item(&mut self.xml, &mut self.value)?,
                Some(true) => {
                    self.value.clear();
                    self.xml.text(&mut self.value)?;
                    has_value = head.of == Type::Text || !self.value.trim().is_empty();
                    doubt = self.understand(head)?;
                }
            }
        }
    }

    /// A value as text that the readers of values understand: times as ISO 8601, numbers without grouping. A number with more
    /// digits than a workbook keeps is none: it may be another's.
    fn understand(&mut self, head: &Head) -> io::Result<Option<&'static str>> {
        let value = self.value.trim();
        if value.is_empty() {
            return Ok(None);
        }
        let meant = match head.of {
            Type::Shared => {
                let at = value.parse().map_err(|_| broken("a text that is not there"))?;
                let text = self.shared.strings.get(at).ok_or_else(|| broken("a text that is not there"))?;
                self.value.clear();
                self.value.push_str(text);
                return Ok(None);
            }
            Type::Truth => if matches!(value, "0" | "false") { "no" } else { "yes" }.to_owned(),
            // More digits than a number of Excel's holds: written by a program that meant each of them.
            Type::Number if value.len() > EXACT_DIGITS && value.bytes().all(|it| it.is_ascii_digit()) => {
                return Ok(None);
            }
            Type::Number => match value.parse::<f64>() {
                Ok(number) if number.abs() >= INEXACT && number.fract() == 0.0 => {
                    self.value.clear();
                    return Ok(Some("field.not_exact"));
                }
                Ok(number) if number.is_finite() => self.shared.formats.shown(number, head.style),
                _ => return Ok(None),
            },
            Type::Text => unescaped(&self.value).into_owned(),
            Type::Inline | Type::Other => return Ok(None),
        };
        self.value = meant;
        Ok(None)
    }
}

impl Head {
    fn of(start: &BytesStart<'_>) -> io::Result<Self> {
        let mut head = Self { column: None, style: usize::MAX, of: Type::Number };
        for (name, value) in raw_attributes(start) {
            match name {
                "r" => head.column = Some(place(&value).ok_or_else(|| broken("a cell without a place"))?.column),
                "s" => head.style = value.trim().parse().unwrap_or(usize::MAX),
                "t" => head.of = Type::of(&value),
                _ => {}
            }
        }
        Ok(head)
    }
}

impl Type {
    fn of(word: &str) -> Self {
        match word {
            "n" => Self::Number,
            "s" => Self::Shared,
            "str" => Self::Text,
            "inlineStr" | "is" => Self::Inline,
            "b" => Self::Truth,
            _ => Self::Other,
        }
    }
}
