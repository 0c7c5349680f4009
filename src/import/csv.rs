//! Lists as delimited text.

use super::{Importer, Options, Reading, Source};
use crate::error::{Error, Result};

/// Delimited text.
pub const CSV: Importer = Importer { id: "csv", recognises: |_, _| true, read };

fn read(_: Source, options: &Options) -> Result<Reading> {
    Err(Error::new("import.empty").with("file", &options.file))
}
