//! Reading a file: which container holds its rows, which table of it is read, and what its rows are.
//!
//! It knows no container and no kind by name.

use std::io::{Read as _, Seek as _};

use super::containers::{self, Opened};
use super::kinds::{self, Kind, Prepared, SAMPLES, Sampled};
use super::{Options, Reading, Recognised, Source, bytes, sniff};
use crate::error::{Error, Result};
use crate::model::listed::among;
use crate::model::zone;

/// Refusals of the file, and of a table that is the right one: another is not read in its stead.
const ENDS: [&str; 5] =
    ["cancelled", "import.read_failed", "import.changed_while_read", "import.date_order", "import.workbook_too_large"];

/// So many bytes are enough to know a container by.
const HEAD: u64 = 64 * 1024;

/// Reads a file.
///
/// # Errors
/// A code of `import.*` where the file as a whole cannot be read.
pub fn read(mut source: Source, options: &Options) -> Result<Reading> {
    let head = head(&mut source).map_err(|cause| bytes::unreadable(cause, &options.file))?;
    sniff::refuse(&head, &options.file)?;
    let container = containers::recognise(&head, &options.file)?;
    let mut opened = (container.open)(source, options)?;
    let Chosen { table, kind, prepared } = choose(opened.as_mut(), options)?;
    let held = opened.held().clone();
    if options.within.as_ref().is_some_and(|it| it.member_sha256 != held.sha256) {
        return Err(bytes::unreadable(bytes::changed(), &options.file));
    }
    let others = held.tables.iter().enumerate().filter(|(at, _)| *at != table);
    let hidden = held.tables.iter().filter(|it| it.hidden);
    let how = Recognised {
        container: container.id,
        kind: kind.id,
        within: options.within.clone(),
        encoding: held.encoding,
        delimiter: held.delimiter,
        quote: held.quote,
        sheet: held.tables.get(table).and_then(|it| it.name.clone()),
        sheets_not_read: others.filter_map(|(_, it)| it.name.clone()).collect(),
        sheets_hidden: hidden.filter_map(|it| it.name.clone()).collect(),
        hidden_rows: held.tables.get(table).map_or(0, |it| it.hidden_rows),
        header_line: prepared.header_line,
        columns: prepared.columns,
        zone: zone::name(&options.zone).to_owned(),
        date_order: prepared.date_order,
        enrich: options.enrich,
    };
    let rows = opened.rows(table).map_err(|cause| bytes::unreadable(cause, &options.file))?;
    let entries = (prepared.entries)(rows);
    Ok(Reading { how, sha256: held.sha256, size: held.size, sum: kind.sum, glimpse: prepared.glimpse, entries })
}

/// The begin of a file; it stands at its begin again afterwards.
fn head(source: &mut Source) -> std::io::Result<Vec<u8>> {
    let mut head = Vec::new();
    source.by_ref().take(HEAD).read_to_end(&mut head)?;
    source.rewind()?;
    Ok(head)
}

/// A table, what its rows are, and how they are read.
struct Chosen {
    table: usize,
    kind: &'static Kind,
    prepared: Prepared,
}

/// The table asked for, else the first that can be read; the first refusal where none can. Where it is only looked at,
/// the first that could be read if somebody said more.
fn choose(opened: &mut dyn Opened, options: &Options) -> Result<Chosen> {
    if options.looking && opened.held().tables.len() > 1 {
        let strict = Options { looking: false, ..options.clone() };
        return choose_as(opened, &strict).or_else(|_| choose_as(opened, options));
    }
    choose_as(opened, options)
}

fn choose_as(opened: &mut dyn Opened, options: &Options) -> Result<Chosen> {
    let mut refused = None;
    for table in asked(opened, options)? {
        match understand(opened, table, options) {
            Ok((kind, prepared)) => return Ok(Chosen { table, kind, prepared }),
            Err(error) if error.code == "import.empty" => {}
            Err(error) if ENDS.contains(&error.code) => return Err(error),
            Err(error) => refused = refused.or(Some(error)),
        }
    }
    Err(refused.unwrap_or_else(|| Error::new("import.empty").with("file", &options.file)))
}

/// The places of the tables that may be read.
fn asked(opened: &dyn Opened, options: &Options) -> Result<Vec<usize>> {
    let tables = &opened.held().tables;
    let named = |name: &str| tables.iter().position(|it| it.name.as_deref() == Some(name));
    let Some(sheet) = options.sheet.as_deref().filter(|_| tables.iter().any(|it| it.name.is_some())) else {
        return Ok((0..tables.len()).collect());
    };
    let unknown = || {
        let refusal = Error::new("import.unknown_sheet").with("file", &options.file).with("sheet", sheet);
        among(refusal, sheet, tables.iter().filter_map(|it| it.name.as_deref()))
    };
    named(sheet).map(|at| vec![at]).ok_or_else(unknown)
}

fn understand(opened: &mut dyn Opened, table: usize, options: &Options) -> Result<(&'static Kind, Prepared)> {
    let records = opened.samples(table, SAMPLES)?;
    let named = opened.held().tables.get(table).is_some_and(|it| it.named);
    let sampled = Sampled { records: &records, named, options };
    let kind = kinds::recognise(&sampled, options.kind)?;
    let prepared = (kind.prepare)(&sampled, &mut |each| opened.scan(table, each))?;
    Ok((kind, prepared))
}
