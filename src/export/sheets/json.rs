//! The list as one JSON object, as `accounts --json` prints it; written as it comes, never held.

use std::io::Write;
use std::path::Path;

use jiff::Timestamp;

use super::{Head, Lines, Rows, Sheet, unwritable};
use crate::error::Result;
use crate::model::account::Account;

/// JSON.
pub const JSON: Sheet = Sheet { id: "json", extension: "json", begin, table };

struct Object {
    total: u64,
}

fn begin(_: Timestamp, _: &Path) -> Result<Box<dyn Lines>> {
    Ok(Box::new(Object { total: 0 }))
}

fn table(_: Timestamp, _: &Path, head: &Head) -> Result<Box<dyn Rows>> {
    Ok(Box::new(Shown { ids: head.ids.clone(), total: 0 }))
}

/// A list as it is shown: an object a row, by the columns' ids.
struct Shown {
    ids: Vec<&'static str>,
    total: u64,
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
        Box::new(Object { total: self.total }).end(out)
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
        writeln!(out, "{begun}],\"total\":{}}}", self.total).map_err(unwritable)
    }
}
