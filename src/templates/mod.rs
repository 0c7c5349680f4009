//! Facts to documents: what each kind of report says, in which order. It counts nothing and knows no page.

mod dossier;
mod draft;
pub mod names;
pub mod small_cells;

use crate::document::Document;
use crate::error::Result;
use crate::lang::Phrases;
use crate::model::account::Listed;
use crate::model::case::LogHead;
use crate::model::explain::Sheet;
use crate::model::facts::Subject;
use crate::model::listed::{self, ById};

/// A kind of report.
pub struct Template {
    /// Its id, for example `dossier`.
    pub id: &'static str,
    /// What is known of a case to a document in the reader's language.
    pub compose: fn(&Subject, &Brief, &Phrases) -> Document,
}

/// Every kind of report.
pub const TEMPLATES: &[&Template] = &[&dossier::TEMPLATE];

impl ById for Template {
    const UNKNOWN: &'static str = "template.unknown";

    fn id(&self) -> &str {
        self.id
    }
}

/// The kind of report with this id.
///
/// # Errors
/// `template.unknown`.
pub fn find(id: &str) -> Result<&'static Template> {
    listed::find(TEMPLATES.iter().copied(), id)
}

/// What a report is asked to be, beside the facts it speaks of.
#[derive(Debug, Clone, PartialEq)]
pub struct Brief {
    /// Whether the people affected are named.
    pub names: bool,
    /// 1 for the first export, one more for each that something was changed before; exporting again without a change between
    /// does not make a new version.
    pub version: u64,
    /// When the version before this one was first exported.
    pub previous: Option<jiff::Timestamp>,
    /// The entry of the log that the facts rest on: that of the case's last deed that changed something.
    pub log: Option<LogHead>,
    /// The accounts that the annex lists: empty without names.
    pub accounts: Vec<Listed>,
    /// The number sheet, with what the numbers were in the version before.
    pub sheet: Option<Sheet>,
    /// The program and its version.
    pub program: String,
}
