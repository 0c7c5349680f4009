//! The list as one JSON object, as `accounts --json` prints it; written as it comes, never held.

use std::io::Write;

use jiff::Timestamp;

use super::{Lines, Sheet, unwritable};
use crate::error::Result;
use crate::model::account::Account;

/// JSON.
pub const JSON: Sheet = Sheet { id: "json", extension: "json", begin };

struct Object {
    total: u64,
}

fn begin(_: Timestamp) -> Result<Box<dyn Lines>> {
    Ok(Box::new(Object { total: 0 }))
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
