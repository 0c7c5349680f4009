//! JSON: a record an object, one after another (`json_lines`) or in one array (`json_array`).
//!
//! Never holds the file, and never more than one object of it. Fields of objects within objects are named with dots
//! (`profile.email`). What cannot stand in a cell is said where its field is read.

mod flat;
mod named;
mod values;

use std::collections::HashMap;
use std::io;

use super::{Container, Doubt, Held, Opened, SAMPLE, Table};
use crate::error::{Error, Result};
use crate::import::bytes::{self, Survey};
use crate::import::records::{MOST_CELLS, Record, Rows};
use crate::import::{Options, Source};
use flat::{Cell, flatten};
use values::{Found, Values};

/// Objects one after another, a line each as a rule.
pub const JSON_LINES: Container = Container {
    id: "json_lines",
    recognises: |head| begins(head) == Some(b'{'),
    open: |it, options| open(it, options, false),
};

/// One array of objects.
pub const JSON_ARRAY: Container = Container {
    id: "json_array",
    recognises: |head| begins(head) == Some(b'['),
    open: |it, options| open(it, options, true),
};

/// `{` of objects, `[` of an array of them; nothing else that JSON may be.
fn begins(head: &[u8]) -> Option<u8> {
    let text = bytes::glimpse(head, None);
    let text = text.trim_start();
    let (first, rest) = (text.bytes().next()?, text.get(1..)?.trim_start());
    match first {
        b'{' if rest.starts_with(['"', '}']) => Some(b'{'),
        b'[' if rest.starts_with(['{', ']']) => Some(b'['),
        _ => None,
    }
}

/// JSON that is open, and the names of its fields in the order they are met.
struct Json {
    source: Source,
    file: String,
    survey: Survey,
    in_array: bool,
    fields: Fields,
    held: Held,
}

/// Names of fields, and which column each is.
#[derive(Default, Clone)]
struct Fields {
    names: Vec<String>,
    at: HashMap<String, usize>,
}

impl Fields {
    fn add(&mut self, name: &str) {
        if !self.at.contains_key(name) {
            self.at.insert(name.to_owned(), self.names.len());
            self.names.push(name.to_owned());
        }
    }

    /// Before the first line.
    fn header(&self) -> Record {
        let mut header = Record::default();
        header.begin(0);
        self.names.iter().for_each(|it| header.push(it));
        header
    }
}

fn open(mut source: Source, options: &Options, in_array: bool) -> Result<Box<dyn Opened>> {
    let survey = bytes::survey_text(&mut source, options, 0)?;
    let held = Held {
        sha256: survey.sha256.clone(),
        size: survey.size,
        encoding: Some(survey.charset.name()),
        doubt: survey.unsure.as_ref().map(|it| Doubt::of(it, &survey.charset)),
        tables: vec![Table { named: true, ..Table::default() }],
        ..Held::default()
    };
    let mut json = Json { source, file: options.file.clone(), survey, in_array, fields: Fields::default(), held };
    json.learn().map_err(|cause| bytes::unreadable(cause, &options.file))?;
    if json.fields.names.is_empty() {
        return Err(Error::new("import.empty").with("file", &options.file));
    }
    Ok(Box::new(json))
}

impl Json {
    fn values(&mut self) -> io::Result<Values<Box<dyn io::Read + Send + '_>>> {
        Ok(Values::new(bytes::decoded(&mut self.source, &self.survey)?, self.in_array))
    }

    /// The names of all fields.
    fn learn(&mut self) -> io::Result<()> {
        let mut fields = Fields::default();
        let mut values = self.values()?;
        while let Some(found) = values.next()? {
            let Found::Object(object) = found else { continue };
            flatten(&object, &mut |name, _| fields.add(name));
            if fields.names.len() > MOST_CELLS {
                return Err(io::Error::other(Error::new("import.too_many_fields").with("most", MOST_CELLS)));
            }
        }
        drop(values);
        self.fields = fields;
        Ok(())
    }

    /// Shows records for as long as it is wanted.
    fn each(&mut self, each: &mut dyn FnMut(&Record) -> bool) -> io::Result<()> {
        let fields = self.fields.clone();
        let mut values = self.values()?;
        let mut record = Record::default();
        while let Some(found) = values.next()? {
            fill(&mut record, values.line(), &found, &fields);
            if !each(&record) {
                break;
            }
        }
        Ok(())
    }
}

/// A record of what was found at a line.
fn fill(record: &mut Record, line: u64, found: &Found, fields: &Fields) {
    record.begin(line);
    match found {
        Found::Object(object) => flatten(object, &mut |name, cell| {
            let Some(at) = fields.at.get(name) else { return };
            match cell {
                Cell::Text(text) if !text.is_empty() && !record.cell(*at).is_empty() => {
                    record.doubt(*at, "field.several_values");
                }
                Cell::Text(text) => record.put(*at, &text),
                Cell::Flawed(code) => record.doubt(*at, code),
            }
        }),
        Found::Flawed(flaw) => record.flaw = Some(*flaw),
    }
}

impl Opened for Json {
    fn held(&self) -> &Held {
        &self.held
    }

    fn samples(&mut self, _: usize, most: usize) -> Result<Vec<Record>> {
        let (mut found, mut room) = (vec![self.fields.header()], SAMPLE);
        let taken = self.each(&mut |record| {
            found.push(record.clone());
            room = room.saturating_sub(record.size());
            found.len() <= most && room > 0
        });
        taken.map_err(|cause| bytes::unreadable(cause, &self.file))?;
        Ok(found)
    }

    fn scan(&mut self, _: usize, each: &mut dyn FnMut(&Record)) -> Result<()> {
        let shown = self.each(&mut |record| {
            each(record);
            true
        });
        shown.map_err(|cause| bytes::unreadable(cause, &self.file))
    }

    fn rows(self: Box<Self>, _: &[usize]) -> io::Result<Vec<Box<dyn Rows>>> {
        let values = Values::new(bytes::decoded(self.source, &self.survey)?, self.in_array);
        Ok(vec![Box::new(Objects { values, fields: self.fields })])
    }
}

/// Objects as records.
struct Objects<R> {
    values: Values<R>,
    fields: Fields,
}

impl<R: io::Read + Send> Rows for Objects<R> {
    fn next(&mut self, record: &mut Record) -> io::Result<bool> {
        let Some(found) = self.values.next()? else { return Ok(false) };
        fill(record, self.values.line(), &found, &self.fields);
        Ok(true)
    }
}
