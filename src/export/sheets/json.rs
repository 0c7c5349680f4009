//! The list as one JSON object, as `accounts --json` prints it; written as it comes, never held.

use std::io::Write;
use std::path::Path;

use super::{Head, Lines, Origin, Rows, Sheet, unwritable};
use crate::error::Result;
use crate::model::account::Account;
use crate::model::case::LogHead;

/// JSON.
pub const JSON: Sheet = Sheet { id: "json", extension: "json", begin, table };

struct Object {
    total: u64,
    log: Option<LogHead>,
}

fn begin(of: &Origin, _: &Path) -> Result<Box<dyn Lines>> {
    Ok(Box::new(Object { total: 0, log: of.log.clone() }))
}

fn table(of: &Origin, _: &Path, head: &Head) -> Result<Box<dyn Rows>> {
    Ok(Box::new(Shown { ids: head.ids.clone(), total: 0, log: of.log.clone() }))
}

/// A list as it is shown: an object a row, by the columns' ids.
struct Shown {
    ids: Vec<&'static str>,
    total: u64,
    log: Option<LogHead>,
}

impl Rows for Shown {
    fn add(&mut self, cells: &[String], out: &mut dyn Write) -> Result<()> {
        let before: &[u8] = if self.total == 0 { b"{\"accounts\":[\n" } else { b",\n" };
        out.write_all(before).map_err(unwritable)?;
        self.total += 1;
        let row: serde_json::Map<String, serde_json::Value> =
            self.ids.iter().zip(cells).map(|(id, cell)| ((*id).to_owned(), cell.as_str().into())).collect();
        serde_json::to_writer(out, &row).map_err(unwritable)
    }

    fn end(self: Box<Self>, out: &mut dyn Write) -> Result<()> {
        Box::new(Object { total: self.total, log: self.log }).end(out)
    }
}

impl Lines for Object {
    fn add(&mut self, account: &Account, out: &mut dyn Write) -> Result<()> {
        let before: &[u8] = if self.total == 0 { b"{\"accounts\":[\n" } else { b",\n" };
        out.write_all(before).map_err(unwritable)?;
        self.total += 1;
        serde_json::to_writer(out, account).map_err(unwritable)
    }

    fn end(self: Box<Self>, out: &mut dyn Write) -> Result<()> {
        let begun = if self.total == 0 { "{\"accounts\":[" } else { "" };
        let log = serde_json::to_string(&self.log).map_err(unwritable)?;
        writeln!(out, "{begun}],\"total\":{},\"log\":{log}}}", self.total).map_err(unwritable)
    }
}
