//! A list of accounts: its header, its plan, its entries.

use super::{Kind, Prepared, Sampled, Saw, Scan};
use crate::error::{Error, Result};
use crate::import::Options;
use crate::import::footers;
use crate::import::glimpse::{self, Glimpse, OpenDates};
use crate::import::headers::Use;
use crate::import::layout::Layout;
use crate::import::plan::{self, Planned};
use crate::import::records::Record;
use crate::import::rows;
use crate::import::times::Evidence;
use crate::model::sums::ROWS;

/// A list of accounts.
pub const ACCOUNT_LIST: Kind = Kind { id: "account_list", sum: &ROWS, sees, prepare };

/// A column of identifiers makes a list of accounts.
fn sees(sampled: &Sampled<'_>) -> Saw {
    match planned(sampled) {
        Err(missing) if missing.code == "import.no_key_column" => Saw::Misses(missing),
        // What else is wrong is said when it is read.
        _ => Saw::Its,
    }
}

/// Where the header stands, and what each column is read for.
fn planned(sampled: &Sampled<'_>) -> Result<(Layout, Vec<Planned>)> {
    let Sampled { records, options, .. } = *sampled;
    let layout = sampled.layout()?;
    let header = layout.header.map(|at| &records[at]);
    let planned = plan::plan(header, records.get(layout.first..).unwrap_or_default(), options)?;
    Ok((layout, planned))
}

/// Understands a list from its first records; every record is shown once more where a column of times needs it.
///
/// # Errors
/// `import.empty`, `import.date_order` and those of [`plan::plan`].
fn prepare(sampled: &Sampled<'_>, scan: Scan<'_>) -> Result<Prepared> {
    let Sampled { records, options, .. } = *sampled;
    let (layout, mut planned) = planned(sampled)?;
    let after = after(records, &layout);
    let above = layout
        .above
        .iter()
        .filter_map(|at| records.get(*at))
        .map(|it| (it.line, footers::text(it, |at| is_told(&planned, at))))
        .collect();
    let open_dates = settle_dates(&mut planned, after, options, scan)?;
    let rows = records.get(layout.first..).unwrap_or_default();
    let columns = plan::columns(&planned);
    Ok(Prepared {
        header_line: layout.header.map(|at| records[at].line).filter(|it| *it > 0),
        glimpse: Glimpse {
            cells: glimpse::cells(rows, columns.len(), &planned),
            open_dates,
            keyless: !planned.iter().any(plan::is_key),
        },
        columns,
        date_order: planned.iter().find_map(|it| it.order),
        entries: {
            let options = options.clone();
            Box::new(move |read| rows::entries(read, rows::Begin { after, above }, planned, &options))
        },
    })
}

/// Whether what stands in a column may be told.
fn is_told(planned: &[Planned], at: usize) -> bool {
    planned.get(at).is_none_or(|it| !it.secret)
}

/// The last line that holds no data.
fn after(samples: &[Record], layout: &Layout) -> u64 {
    match layout.header {
        Some(at) => samples[at].line,
        None => samples.get(layout.first).map_or(0, |it| it.line.saturating_sub(1)),
    }
}

/// Each column of times settles its own order; what it does not settle the caller does, or nobody. Says which columns
/// do not.
fn settle_dates(planned: &mut [Planned], after: u64, options: &Options, scan: Scan<'_>) -> Result<Vec<OpenDates>> {
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
