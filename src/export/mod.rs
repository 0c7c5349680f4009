//! Documents to bytes: one file a format. It has never heard of a breach, and reads no clock: a document brings its time.

mod pdf;
pub mod sheets;

use std::collections::BTreeSet;
use std::io::Write;

use crate::document::Document;
use crate::error::Result;
use crate::model::listed::{self, ById};

/// A way to write documents.
pub struct Format {
    /// Stable and never translated.
    pub id: &'static str,
    /// The ending of a file's name, without the dot.
    pub extension: &'static str,
    /// Its media type.
    pub media_type: &'static str,
    /// Writes the document; the same document gives the same bytes.
    pub write: fn(&Document, &mut dyn Write) -> Result<Written>,
    /// Every text that can be read back from a finished file: pages, metadata, bookmarks, alternative texts.
    pub read: fn(&[u8]) -> Result<Vec<String>>,
}

/// What was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// How many pages it has; 1 where the format knows no pages.
    pub pages: u32,
    /// Characters that no face could show and that stand there as their codes.
    pub unshown: BTreeSet<char>,
}

/// Every format.
pub const FORMATS: &[&Format] = &[&pdf::FORMAT];

impl ById for Format {
    const UNKNOWN: &'static str = "format.unknown";

    fn id(&self) -> &str {
        self.id
    }
}

/// The format with this id.
///
/// # Errors
/// `format.unknown`.
pub fn find(id: &str) -> Result<&'static Format> {
    listed::find(FORMATS.iter().copied(), id)
}
