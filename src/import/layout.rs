//! Where the header of a list stands, and where its rows begin.
//!
//! Never reads more than the first records of the file.

use super::records::Record;
use super::{Options, email, headers, keys};

/// So many records from the top may be a preamble before the header.
pub const PREAMBLE: usize = 30;

/// Which of the sampled records is the header; `None`: the first record holds an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Layout {
    /// Position of the header among the samples.
    pub header: Option<usize>,
    /// Position of the first record of data.
    pub first: usize,
}

/// `#TYPE …` of PowerShell's Export-Csv, `sep=;` of Excel.
pub fn is_mark(record: &Record) -> bool {
    let first = record.cell(0).trim_start();
    let begins = |mark: &str| first.get(..mark.len()).is_some_and(|it| it.eq_ignore_ascii_case(mark));
    begins("#type") || begins("sep=")
}

/// Finds the header: the record with most known headers before the first record that holds an identifier; without one,
/// the record right before it, if it has as many cells; else there is none.
pub fn find(samples: &[Record], options: &Options) -> Option<Layout> {
    let top = || samples.iter().enumerate().take(PREAMBLE).filter(|(_, it)| !it.is_blank() && !is_mark(it));
    let holder = top().find(|(_, it)| it.cells().any(is_identifier)).map(|(at, _)| at);
    let before = || top().filter(|(at, _)| holder.is_none_or(|holder| *at < holder));
    let known = before().map(|(at, it)| (at, known_headers(it, options))).filter(|(_, known)| *known > 0);
    // The first of the best; `max_by_key` would take the last.
    if let Some((at, _)) = known.reduce(|best, next| if next.1 > best.1 { next } else { best }) {
        return Some(Layout { header: Some(at), first: at + 1 });
    }
    let Some(holder) = holder else {
        return top().next().map(|(at, _)| Layout { header: Some(at), first: at + 1 });
    };
    let above = before().next_back().filter(|(_, it)| it.len() == samples[holder].len());
    Some(match above {
        Some((at, _)) => Layout { header: Some(at), first: at + 1 },
        None => Layout { header: None, first: holder },
    })
}

fn known_headers(record: &Record, options: &Options) -> usize {
    let mapped = |cell: &str| options.map.iter().any(|(column, _)| column.eq_ignore_ascii_case(cell.trim()));
    record.cells().map(|cell| if mapped(cell) { 100 } else { usize::from(headers::find(cell).is_some()) }).sum()
}

fn is_identifier(cell: &str) -> bool {
    email::looks_like(cell) || keys::is_guid(cell) || keys::is_domain_user(cell)
}
