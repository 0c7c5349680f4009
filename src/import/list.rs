//! A list of accounts, wherever its records come from: its header, its plan, its entries.

use jiff::tz::TimeZone;

use super::glimpse::{self, Glimpse, OpenDates};
use super::headers::Use;
use super::layout::{self, Layout};
use super::plan::{self, Planned};
use super::records::{Record, Rows};
use super::rows::Accounts;
use super::times::Evidence;
use super::{Column, DateOrder, Entries, Options, sheet, sniff};
use crate::error::{Error, Result};

/// So many records from the top are looked at before any is taken.
pub const SAMPLES: usize = 500;

/// A list understood, before its rows are read.
pub struct Prepared {
    /// The line of the header.
    pub header_line: Option<u64>,
    /// The columns as evidence.
    pub columns: Vec<Column>,
    /// The first order of day and month that a column needs.
    pub date_order: Option<DateOrder>,
    /// It is the sheet that `accounts` wrote.
    pub is_sheet: bool,
    /// What a person is shown of it before it is read.
    pub glimpse: Glimpse,
    planned: Vec<Planned>,
    header: Record,
    after: u64,
}

/// Understands a list from its first records; `scan` shows every record once more where a column of times needs it.
///
/// # Errors
/// `import.empty`, `import.audit_log_not_yet`, `import.date_order` and those of [`plan::plan`].
pub fn prepare(
    samples: &[Record],
    options: &Options,
    scan: impl FnOnce(&mut dyn FnMut(&Record)) -> Result<()>,
) -> Result<Prepared> {
    let empty = || Error::new("import.empty").with("file", &options.file);
    let layout = layout::find(samples, options).ok_or_else(empty)?;
    let header = layout.header.map(|at| &samples[at]);
    if let Some(header) = header {
        sniff::refuse_log(header, &options.file)?;
    }
    let after = after(samples, layout);
    let is_sheet = header.is_some_and(sheet::is_header);
    let mut planned = if is_sheet {
        Vec::new()
    } else {
        plan::plan(header, samples.get(layout.first..).unwrap_or_default(), options)?
    };
    let open_dates = settle_dates(&mut planned, after, options, scan)?;
    let columns = if is_sheet { header.map(sheet::columns).unwrap_or_default() } else { plan::columns(&planned) };
    let rows = samples.get(layout.first..).unwrap_or_default();
    Ok(Prepared {
        header_line: header.map(|it| it.line),
        glimpse: Glimpse {
            cells: glimpse::cells(rows, columns.len(), &planned),
            open_dates,
            keyless: !is_sheet && !planned.iter().any(plan::is_key),
        },
        columns,
        date_order: planned.iter().find_map(|it| it.order),
        is_sheet,
        header: header.cloned().unwrap_or_default(),
        planned,
        after,
    })
}

/// The last line that holds no data.
fn after(samples: &[Record], layout: Layout) -> u64 {
    match layout.header {
        Some(at) => samples[at].line,
        None => samples[layout.first].line - 1,
    }
}

/// The entries of a prepared list.
pub fn entries(rows: Box<dyn Rows>, prepared: Prepared, options: &Options) -> Entries {
    if prepared.is_sheet {
        return Box::new(sheet::Taggings::new(rows, &prepared.header, options));
    }
    Box::new(Accounts::new(rows, prepared.after, prepared.planned, options))
}

/// The zone as evidence.
pub fn zone_name(zone: &TimeZone) -> String {
    zone.iana_name().unwrap_or("UTC").to_owned()
}

/// Each column of times settles its own order; what it does not settle the caller does, or nobody. Says which columns
/// do not.
fn settle_dates(
    planned: &mut [Planned],
    after: u64,
    options: &Options,
    scan: impl FnOnce(&mut dyn FnMut(&Record)) -> Result<()>,
) -> Result<Vec<OpenDates>> {
    let is_time = |it: &Planned| matches!(it.used, Some(Use::First | Use::Last | Use::BirthDate));
    let columns: Vec<usize> = (0..planned.len()).filter(|at| is_time(&planned[*at])).collect();
    if columns.is_empty() {
        return Ok(Vec::new());
    }
    let mut evidence = vec![Evidence::default(); columns.len()];
    scan(&mut |record| {
        if record.line > after {
            for (at, evidence) in columns.iter().zip(&mut evidence) {
                evidence.learn(record.cell(*at));
            }
        }
    })?;
    let mut open = Vec::new();
    for (at, evidence) in columns.iter().zip(evidence) {
        let settled = evidence.order().or(options.date_order.filter(|_| evidence.needs_one()));
        if settled.is_none() && evidence.is_open() && !options.looking {
            return Err(Error::new("import.date_order")
                .with("file", &options.file)
                .with("column", &planned[*at].header)
                .with("samples", evidence.samples.join(", ")));
        }
        planned[*at].order = settled;
        if evidence.is_open() {
            open.push(OpenDates { column: planned[*at].header.clone(), at: *at, cells: evidence.samples });
        }
    }
    Ok(open)
}
