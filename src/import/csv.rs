//! Lists as delimited text, as people really have them.
//!
//! Never holds the file: one pass for its hash and encoding, one more where dates need it, one for the rows. The later
//! ones read the bytes that were hashed, or the file is refused.

use std::io::{self, Cursor};

use super::bytes::{self, Survey};
use super::headers;
use super::layout;
use super::list::{self, SAMPLES};
use super::records::{Record, Splitter};
use super::{Importer, Options, Reading, Recognised, Source, sniff};
use crate::error::Result;

/// Delimited text.
pub const CSV: Importer = Importer { id: "csv", recognises: |head, _| !sniff::is_container(head), read };

/// Delimiters that lists have, the likelier first.
const DELIMITERS: [u8; 4] = *b",;\t|";

/// So much text is looked at before any is taken.
const SAMPLE: usize = 256 * 1024;

/// Reads delimited text.
///
/// # Errors
/// A code of `import.*`.
pub fn read(mut source: Source, options: &Options) -> Result<Reading> {
    let failed = |cause| bytes::unreadable(cause, &options.file);
    // In UTF-16 a letter has two bytes.
    let survey = bytes::survey(&mut source, &options.file, 2 * SAMPLE + 4)?;
    let sample = sample(&survey).map_err(failed)?;
    sniff::refuse_text(&String::from_utf8_lossy(&sample), &options.file)?;
    let delimiter = delimiter(&sample);
    let samples = records(&sample, delimiter, SAMPLES);
    let prepared =
        list::prepare(&samples, options, |each| scan(&mut source, &survey, delimiter, each).map_err(failed))?;
    let how = Recognised {
        importer: if prepared.is_sheet { "sheet" } else { "csv" },
        encoding: Some(survey.encoding.name().to_ascii_lowercase()),
        delimiter: Some(delimiter.into()),
        quote: Some('"'),
        sheet: None,
        sheets_not_read: Vec::new(),
        header_line: prepared.header_line,
        columns: prepared.columns.clone(),
        zone: list::zone_name(&options.zone),
        date_order: prepared.date_order,
        enrich: options.enrich,
    };
    let glimpse = prepared.glimpse.clone();
    let rows = Splitter::new(bytes::decoded(source, &survey).map_err(failed)?, delimiter);
    let entries = list::entries(Box::new(rows), prepared, options);
    Ok(Reading { how, sha256: survey.sha256, size: survey.size, glimpse, entries })
}

fn sample(survey: &Survey) -> io::Result<Vec<u8>> {
    let mut sample = vec![0; SAMPLE];
    let filled = bytes::fill(&mut bytes::head(survey)?, &mut sample)?;
    sample.truncate(filled);
    Ok(sample)
}

/// The first records of a text; the last is left out where the text ends before it does.
pub fn records(sample: &[u8], delimiter: u8, most: usize) -> Vec<Record> {
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

/// What stands between the cells: what `sep=` says, else what most records agree on, known headers first.
pub fn delimiter(sample: &[u8]) -> u8 {
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

/// The first records of a file, from its first bytes.
pub fn head_records(head: &[u8]) -> Vec<Record> {
    let text = bytes::glimpse(head);
    records(text.as_bytes(), delimiter(text.as_bytes()), 10)
}
