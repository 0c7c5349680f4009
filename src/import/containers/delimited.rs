//! Delimited text, as people really have it.
//!
//! Never holds the file: one pass for its hash and encoding, one for each time its records are asked for. The later ones
//! read the bytes that were hashed, or the file is refused.

use std::io::{self, Cursor};

use super::{Container, Doubt, Held, Opened, Table};
use crate::error::Result;
use crate::import::bytes::{self, Survey};
use crate::import::records::{Record, Rows, Splitter};
use crate::import::{Options, Source, email, headers, layout, sniff};

/// Delimited text.
pub const DELIMITED: Container = Container {
    id: "delimited",
    recognises: |head| !sniff::is_container(head),
    open: |source, options| open(source, options),
};

/// Delimiters that lists have, the likelier first.
const DELIMITERS: [u8; 4] = *b",;\t|";

/// Nothing stands between cells: a line is one.
const NONE: u8 = 0x1f;

/// So much text is looked at before any is taken.
const SAMPLE: usize = 256 * 1024;

/// Text that is open.
struct Text {
    source: Source,
    file: String,
    survey: Survey,
    sample: Vec<u8>,
    delimiter: u8,
    held: Held,
}

fn open(mut source: Source, options: &Options) -> Result<Box<dyn Opened>> {
    // In UTF-16 a letter has two bytes.
    let survey = bytes::survey_text(&mut source, options, 2 * SAMPLE + 4)?;
    let sample = sample(&survey).map_err(|cause| bytes::unreadable(cause, &options.file))?;
    sniff::refuse_text(&String::from_utf8_lossy(&sample), &options.file)?;
    let delimiter = Some(delimiter(&sample)).filter(|it| !is_line_of_recipients(&sample, *it)).unwrap_or(NONE);
    let held = Held {
        sha256: survey.sha256.clone(),
        size: survey.size,
        encoding: Some(survey.charset.name()),
        doubt: survey.unsure.as_ref().map(|it| Doubt::of(it, &survey.charset)),
        delimiter: Some(delimiter.into()).filter(|_| delimiter != NONE),
        quote: Some('"'),
        tables: vec![Table::default()],
    };
    Ok(Box::new(Text { source, file: options.file.clone(), survey, sample, delimiter, held }))
}

impl Opened for Text {
    fn held(&self) -> &Held {
        &self.held
    }

    fn samples(&mut self, _: usize, most: usize) -> Result<Vec<Record>> {
        Ok(records(&self.sample, self.delimiter, most))
    }

    fn scan(&mut self, _: usize, each: &mut dyn FnMut(&Record)) -> Result<()> {
        let scanned = scan(&mut self.source, &self.survey, self.delimiter, each);
        scanned.map_err(|cause| bytes::unreadable(cause, &self.file))
    }

    fn rows(self: Box<Self>, _: &[usize]) -> io::Result<Vec<Box<dyn Rows>>> {
        Ok(vec![Box::new(Splitter::new(bytes::decoded(self.source, &self.survey)?, self.delimiter))])
    }
}

fn sample(survey: &Survey) -> io::Result<Vec<u8>> {
    let mut sample = vec![0; SAMPLE];
    let filled = bytes::fill(&mut bytes::head(survey)?, &mut sample)?;
    sample.truncate(filled);
    Ok(sample)
}

/// The first records of a text; the last is left out where the text ends before it does.
fn records(sample: &[u8], delimiter: u8, most: usize) -> Vec<Record> {
    let mut splitter = Splitter::new(Cursor::new(sample), delimiter);
    let mut found = Vec::new();
    let mut record = Record::default();
    while found.len() < most && splitter.read(&mut record).unwrap_or(false) {
        found.push(record.clone());
    }
    if sample.len() >= SAMPLE && found.len() > 1 && found.len() < most {
        found.pop();
    }
    found
}

/// Shows every record of the file.
fn scan(source: &mut Source, survey: &Survey, delimiter: u8, each: &mut dyn FnMut(&Record)) -> io::Result<()> {
    let mut splitter = Splitter::new(bytes::decoded(source, survey)?, delimiter);
    let mut record = Record::default();
    while splitter.read(&mut record)? {
        each(&record);
    }
    Ok(())
}

/// Whether the text is one line of addresses and no more, as a mail program shows who got a message: each is one of a cell.
fn is_line_of_recipients(sample: &[u8], delimiter: u8) -> bool {
    let all: Vec<Record> = records(sample, delimiter, 3).into_iter().filter(|it| !it.is_blank()).collect();
    let [only] = all.as_slice() else { return false };
    let filled = || only.cells().filter(|cell| !cell.trim().is_empty());
    filled().count() > 1 && filled().all(email::looks_like)
}

/// What stands between the cells: what `sep=` says, else what most records agree on, known headers first.
fn delimiter(sample: &[u8]) -> u8 {
    let first = sample.get(..5).unwrap_or_default();
    if first.len() == 5 && first[..4].eq_ignore_ascii_case(b"sep=") && !matches!(first[4], b'\r' | b'\n' | b'"') {
        return first[4];
    }
    let mut best = (0, b',');
    for delimiter in DELIMITERS {
        let score = agreement(sample, delimiter);
        if score > best.0 {
            best = (score, delimiter);
        }
    }
    best.1
}

/// Known headers weigh most, then how many of the first records have the same number of cells, then that number.
fn agreement(sample: &[u8], delimiter: u8) -> usize {
    let records: Vec<Record> =
        records(sample, delimiter, 60).into_iter().filter(|it| !it.is_blank() && !layout::is_mark(it)).collect();
    let known = |it: &Record| it.cells().filter(|cell| headers::find(cell).is_some()).count();
    let known = records.iter().take(10).filter(|it| it.len() > 1).map(known).max().unwrap_or(0);
    let agreeing = |length: usize| records.iter().filter(|it| it.len() == length).count();
    let (agreeing, length) =
        records.iter().map(Record::len).filter(|it| *it > 1).map(|it| (agreeing(it), it)).max().unwrap_or((0, 0));
    if length < 2 { 0 } else { known * 1_000_000 + agreeing * 1_000 + length.min(999) }
}
