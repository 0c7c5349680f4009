//! Where the header of a list stands, and where its rows begin.
//!
//! Never reads more than the first records of the file.

use super::headers::{self, Use};
use super::records::Record;
use super::{Options, email, keys};
use crate::error::{Error, Result};

/// So many records from the top may be a preamble before the header.
pub const PREAMBLE: usize = 30;

/// Which of the sampled records is the header; `None`: the first record holds an account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layout {
    /// Position of the header among the samples.
    pub header: Option<usize>,
    /// Position of the first record of data.
    pub first: usize,
    /// Positions of records above the header that are no titles of it: they are said.
    pub above: Vec<usize>,
}

/// `#TYPE …` of PowerShell's Export-Csv, `sep=;` of Excel.
pub fn is_mark(record: &Record) -> bool {
    let first = record.cell(0).trim_start();
    let begins = |mark: &str| first.get(..mark.len()).is_some_and(|it| it.eq_ignore_ascii_case(mark));
    begins("#type") || begins("sep=")
}

/// Finds the header: where the caller says, else the record that names most fields and that the records below obey. Without one
/// it is the record right before the first that holds an identifier, if it has as many cells; else there is none.
///
/// # Errors
/// `import.empty` where nothing stands there; `import.no_header_line`.
pub fn find(samples: &[Record], options: &Options) -> Result<Layout> {
    let top = Top { samples, options };
    let Some(line) = options.header_line else {
        return top.found().ok_or_else(|| Error::new("import.empty").with("file", &options.file));
    };
    if line == 0 {
        return Ok(Layout { header: None, first: 0, above: Vec::new() });
    }
    let at = samples.iter().position(|it| it.line == line);
    let none = || Error::new("import.no_header_line").with("file", &options.file).with("line", line);
    at.map(|at| Layout { header: Some(at), first: at + 1, above: Vec::new() }).ok_or_else(none)
}

/// The records among which a header is looked for.
struct Top<'r> {
    samples: &'r [Record],
    options: &'r Options,
}

impl Top<'_> {
    fn found(&self) -> Option<Layout> {
        // The first of the best; `max_by_key` would take the last.
        let named = self.rows().filter_map(|(at, _)| Some((at, self.names(at)?)));
        if let Some((at, _)) = named.reduce(|best, next| if next.1 > best.1 { next } else { best }) {
            let filled = filled(&self.samples[at]);
            let is_said = |(above, it): &(usize, &Record)| *above < at && (holds(it) || Self::is_row_of(it, filled));
            let above = self.rows().filter(is_said).map(|(above, _)| above).collect();
            return Some(Layout { header: Some(at), first: at + 1, above });
        }
        let plain = |header: Option<usize>, first| Layout { header, first, above: Vec::new() };
        let Some(holder) = self.rows().find(|(_, it)| holds(it)).map(|(at, _)| at) else {
            return self.rows().next().map(|(at, _)| plain(Some(at), at + 1));
        };
        let above = self.rows().take_while(|(at, _)| *at < holder).last();
        Some(match above.filter(|(_, it)| it.len() == self.samples[holder].len()) {
            Some((at, _)) => plain(Some(at), at + 1),
            None => plain(None, holder),
        })
    }

    fn rows(&self) -> impl Iterator<Item = (usize, &Record)> {
        self.samples.iter().enumerate().take(PREAMBLE).filter(|(_, it)| !it.is_blank() && !is_mark(it))
    }

    /// How many fields a record names, where it can be a header: what stands above it is none of its rows.
    fn names(&self, at: usize) -> Option<usize> {
        let row = self.samples.get(at).filter(|it| !holds(it))?;
        let mapped = |cell: &str| self.options.map.iter().any(|(column, _)| column.eq_ignore_ascii_case(cell.trim()));
        let weight = |cell: &str| if mapped(cell) { 100 } else { usize::from(headers::find(cell).is_some()) };
        let names: usize = row.cells().map(weight).sum();
        let filled = filled(row);
        let is_sure = names > 1 && names * 2 >= filled;
        // `CO` and `REGION` name fields, and are words of lists as well.
        let is_first = || {
            self.rows().take_while(|(above, _)| *above < at).all(|(_, it)| !Self::is_row_of(it, filled) && !holds(it))
        };
        (names > 0 && (is_sure || self.keys_stand_below(at) || is_first())).then_some(names)
    }

    /// Whether a record above could be a row of a table so wide.
    fn is_row_of(row: &Record, width: usize) -> bool {
        filled(row) >= width
    }

    /// Whether identifiers stand below a header of identifiers, in most of the rows.
    fn keys_stand_below(&self, at: usize) -> bool {
        let is_key = |cell: &str| matches!(headers::find(cell), Some(Use::Key(_) | Use::AnyKey));
        let row = &self.samples[at];
        let below = || self.samples.iter().skip(at + 1).take(PREAMBLE).filter(|it| !it.is_blank());
        (0..row.len()).filter(|column| is_key(row.cell(*column))).any(|column| {
            let keys = below().filter(|it| is_identifier(it.cell(column))).count();
            keys > 0 && keys * 2 >= below().count()
        })
    }
}

fn filled(record: &Record) -> usize {
    record.cells().filter(|cell| !cell.trim().is_empty()).count()
}

fn holds(record: &Record) -> bool {
    record.cells().any(is_identifier)
}

fn is_identifier(cell: &str) -> bool {
    email::looks_like(cell) || keys::is_guid(cell) || keys::is_domain_user(cell)
}

#[cfg(test)]
mod tests {
    use jiff::tz::TimeZone;

    use super::*;

    fn layout(rows: &[&str]) -> (Option<usize>, Vec<usize>) {
        let records: Vec<Record> = (1..)
            .zip(rows)
            .map(|(line, row)| {
                let mut record = Record::default();
                record.begin(line);
                row.split(';').for_each(|cell| record.push(cell));
                record
            })
            .collect();
        let found = find(&records, &Options::new("f", TimeZone::UTC)).expect("a layout");
        (found.header, found.above)
    }

    #[test]
    fn the_header_is_the_row_that_the_rows_below_obey_and_what_looks_like_data_above_it_is_said() {
        for (rows, header, above) in [
            (&["E-Mail;Name", "a@x.de;Ann"][..], Some(0), &[][..]),
            (&["Report", "Prepared by;soc@x.de", "E-Mail;Name;Region", "a@x.de;Ann;Nord"], Some(2), &[1]),
            (&["Prepared by;soc@x.de;for;dpo@x.de", "E-Mail;Name;Region", "a@x.de;Ann;Nord"], Some(1), &[0]),
            (&["soc@x.de", "", "E-Mail", "a@x.de", "b@x.de"], Some(2), &[0]),
            // Known words amid rows are none of a header.
            (&["Nr;Staat", "1001;CA", "1002;CO", "1003;NY"], Some(0), &[]),
            (&["Feld;Art;Wert", "ID;number;1", "REGION;text;2", "STATUS;text;3"], Some(0), &[]),
            (&["Kürzel;Name X", "CA;b@x.de", "CO;a@x.de"], Some(0), &[]),
            (&["Person;;Access;", "Name;E-Mail;First access;Records", "Ann;a@x.de;2026-05-01;3"], Some(1), &[]),
            (&["a@x.de;Ann", "b@x.de;Bob"], None, &[]),
        ] {
            assert_eq!(layout(rows), (header, above.to_vec()), "{rows:?}");
        }
    }
}
