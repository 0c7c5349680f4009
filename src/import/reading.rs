//! Reading a file: which container holds its rows, which table of it is read, and what its rows are.
//!
//! It knows no container and no kind by name.

use std::io::{Read as _, Seek as _};

use super::containers::{self, Held, Opened, Table};
use super::kinds::{self, Kind, Prepared, SAMPLES, Sampled};
use super::records::Rows;
use super::{Entries, Options, Reading, Recognised, Source, bytes, sniff, words};
use crate::error::{Error, Result};
use crate::model::account::Problem;
use crate::model::listed::among;
use crate::model::zone;

/// Refusals of the file, and of a table that is the right one: another is not read in its stead.
const ENDS: [&str; 5] =
    ["cancelled", "import.read_failed", "import.changed_while_read", "import.date_order", "import.workbook_too_large"];

/// So many bytes are enough to know a container by.
const HEAD: u64 = 64 * 1024;

/// Reads a file: each of its tables that is read, as a file of its own.
///
/// # Errors
/// A code of `import.*` where the file as a whole cannot be read.
pub fn read(mut source: Source, options: &Options) -> Result<Vec<Reading>> {
    let head = head(&mut source).map_err(|cause| bytes::unreadable(cause, &options.file))?;
    sniff::refuse(&head, options)?;
    let container = containers::recognise(&head, options)?;
    let mut opened = (container.open)(source, options)?;
    let chosen = choose(opened.as_mut(), options)?;
    let held = opened.held().clone();
    if options.within.as_ref().is_some_and(|it| it.member_sha256 != held.sha256) {
        return Err(bytes::unreadable(bytes::changed(), &options.file));
    }
    let tables: Vec<usize> = chosen.iter().map(|it| it.table).collect();
    let rows = opened.rows(&tables).map_err(|cause| bytes::unreadable(cause, &options.file))?;
    let reading = |(chosen, rows): (Chosen, Box<dyn Rows>)| {
        let name = name(&held, &tables, chosen.table, options);
        let how = recognised(container.id, &held, (&tables, &chosen), options);
        let Chosen { kind, prepared, .. } = chosen;
        let said = said_of(&how, &held, &name);
        let entries = (prepared.entries)(rows);
        let entries: Entries = if tables.len() > 1 { called(entries, &name) } else { entries };
        let entries = Box::new(said.into_iter().map(Err).chain(entries));
        let Held { sha256, size, .. } = held.clone();
        Reading { name, how, sha256, size, sum: kind.sum, glimpse: prepared.glimpse, entries }
    };
    Ok(chosen.into_iter().zip(rows).map(reading).collect())
}

/// What a table is called as a file: by its sheet, where several are read.
fn name(held: &Held, tables: &[usize], table: usize, options: &Options) -> String {
    let sheet = held.tables.get(table).and_then(|it| it.name.as_deref()).filter(|_| tables.len() > 1);
    sheet.map_or_else(|| options.file.clone(), |sheet| format!("{}/{sheet}", options.file))
}

/// Problems that name their file by its sheet, too.
fn called(entries: Entries, name: &str) -> Entries {
    let name = name.to_owned();
    Box::new(entries.map(move |entry| entry.map_err(|it| Problem { file: name.clone(), ..it })))
}

fn recognised(
    container: &'static str,
    held: &Held,
    (tables, chosen): (&[usize], &Chosen),
    options: &Options,
) -> Recognised {
    let named = |is: &dyn Fn(usize, &Table) -> bool| {
        held.tables.iter().enumerate().filter(|(at, it)| is(*at, it)).filter_map(|(_, it)| it.name.clone()).collect()
    };
    let table = held.tables.get(chosen.table);
    Recognised {
        container,
        kind: chosen.kind.id,
        within: options.within.clone(),
        encoding: held.encoding.clone(),
        delimiter: held.delimiter,
        quote: held.quote,
        sheet: table.and_then(|it| it.name.clone()),
        sheets_alike: named(&|at, _| at != chosen.table && tables.contains(&at)),
        sheets_not_read: named(&|at, _| !tables.contains(&at)),
        sheets_hidden: named(&|_, it| it.hidden),
        hidden_rows: table.map_or(0, |it| it.hidden_rows),
        header_line: chosen.prepared.header_line,
        columns: chosen.prepared.columns.clone(),
        zone: zone::name(&options.zone).to_owned(),
        date_order: chosen.prepared.date_order,
        enrich: options.enrich,
    }
}

/// What is to be said of a file before its rows: how its letters were read, and that nobody sees its sheet.
fn said_of(how: &Recognised, held: &Held, name: &str) -> Vec<Problem> {
    let problem =
        |line: u64, code, args| Problem { file: name.to_owned(), line, column: None, code, args, rejected: None };
    let mut said = Vec::new();
    if let Some(doubt) = &held.doubt {
        said.push(problem(doubt.line, doubt.code, doubt.args.clone()));
    }
    if let Some(sheet) = how.sheet.as_ref().filter(|it| how.sheets_hidden.contains(it)) {
        said.push(problem(how.header_line.unwrap_or(1), "sheet.hidden", vec![("value", sheet.clone())]));
    }
    said
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
    /// It has rows.
    is_filled: bool,
}

/// The tables asked for; else the first that can be read and all of its shape that a reader sees. The first refusal where none
/// can. Where it is only looked at, the first that could be read if somebody said more.
fn choose(opened: &mut dyn Opened, options: &Options) -> Result<Vec<Chosen>> {
    if options.looking && opened.held().tables.len() > 1 {
        let strict = Options { looking: false, ..options.clone() };
        return choose_as(opened, &strict).or_else(|_| choose_as(opened, options));
    }
    choose_as(opened, options)
}

fn choose_as(opened: &mut dyn Opened, options: &Options) -> Result<Vec<Chosen>> {
    let asked = asked(opened, options)?;
    if !options.sheets.is_empty() && asked.len() > 1 {
        return asked.into_iter().map(|table| understand(opened, table, options)).collect();
    }
    let mut refused = None;
    for table in asked.iter().copied() {
        match understand(opened, table, options) {
            Ok(first) if asked.len() == 1 => return Ok(vec![first]),
            Ok(first) => return with_alike(opened, first, &asked, options),
            Err(error) if error.code == "import.empty" => {}
            Err(error) if ENDS.contains(&error.code) => return Err(error),
            Err(error) => refused = refused.or(Some(error)),
        }
    }
    Err(refused.unwrap_or_else(|| Error::new("import.empty").with("file", &options.file)))
}

/// A table and those of its shape, of which a reader sees each.
fn with_alike(opened: &mut dyn Opened, first: Chosen, asked: &[usize], options: &Options) -> Result<Vec<Chosen>> {
    let is_seen = |opened: &dyn Opened, at: usize| opened.held().tables.get(at).is_some_and(|it| !it.hidden);
    let (shape, mut all) = (shape(&first), vec![first]);
    if !is_seen(opened, all[0].table) {
        return Ok(all);
    }
    let loose = Options { looking: true, ..options.clone() };
    for table in asked.iter().copied().filter(|at| *at > all[0].table).collect::<Vec<_>>() {
        let is_alike = |it: &Chosen| it.is_filled && it.kind.id == all[0].kind.id && self::shape(it) == shape;
        if is_seen(opened, table) && understand(opened, table, &loose).is_ok_and(|it| is_alike(&it)) {
            all.push(understand(opened, table, options)?);
        }
    }
    if all.iter().any(|it| it.is_filled) {
        all.retain(|it| it.is_filled);
    }
    Ok(all)
}

/// The names of a table's columns, in whatever order.
fn shape(chosen: &Chosen) -> Vec<String> {
    let mut names: Vec<String> = chosen.prepared.columns.iter().map(|it| words::fold(&it.header)).collect();
    names.sort_unstable();
    names
}

/// The places of the tables that may be read.
fn asked(opened: &dyn Opened, options: &Options) -> Result<Vec<usize>> {
    let tables = &opened.held().tables;
    if options.sheets.is_empty() || tables.iter().all(|it| it.name.is_none()) {
        return Ok((0..tables.len()).collect());
    }
    let place = |sheet: &String| {
        let unknown = || {
            let refusal = Error::new("import.unknown_sheet").with("file", &options.file).with("sheet", sheet);
            among(refusal, sheet, tables.iter().filter_map(|it| it.name.as_deref()))
        };
        tables.iter().position(|it| it.name.as_ref() == Some(sheet)).ok_or_else(unknown)
    };
    options.sheets.iter().map(place).collect()
}

fn understand(opened: &mut dyn Opened, table: usize, options: &Options) -> Result<Chosen> {
    let records = opened.samples(table, SAMPLES)?;
    let named = opened.held().tables.get(table).is_some_and(|it| it.named);
    let sampled = Sampled { records: &records, named, options };
    let kind = kinds::recognise(&sampled, options.kind)?;
    let prepared = (kind.prepare)(&sampled, &mut |each| opened.scan(table, each))?;
    let after = prepared.header_line.unwrap_or(0);
    let is_filled = records.iter().any(|it| it.line > after && !it.is_blank());
    Ok(Chosen { table, kind, prepared, is_filled })
}
