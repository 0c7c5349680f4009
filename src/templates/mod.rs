//! Facts to documents: what each kind of report says, in which order. It counts nothing and knows no page.

mod dossier;
mod draft;
mod frame;
pub mod names;
mod saying;
pub mod small_cells;

#[cfg(test)]
mod tests;

use crate::document::Document;
use crate::error::{Error, Result};
use crate::lang::Phrases;
use crate::model::account::Listed;
use crate::model::case::LogHead;
use crate::model::explain::Sheet;
use crate::model::facts::Subject;
use crate::model::form::Form;
use crate::model::listed::{self, ById};

/// A kind of report.
pub struct Template {
    /// Its id, for example `dossier`.
    pub id: &'static str,
    /// What it is told beside the facts.
    pub needs: Needs,
    /// What is known of a case to a document in the reader's language.
    pub compose: fn(&Subject, &Brief, &Phrases) -> Document,
}

/// What a report is told beside the facts: what it does not need nobody gathers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Needs {
    /// The number sheet.
    pub sheet: bool,
    /// The accounts one by one, where names are asked for.
    pub accounts: bool,
    /// Which form it fills.
    pub form: bool,
    /// Its tables go with it as a file for programs.
    pub annex: bool,
}

impl Needs {
    /// The facts alone.
    pub const NOTHING: Self = Self { sheet: false, accounts: false, form: false, annex: false };
}

impl Template {
    /// The name of what it writes, by which versions are counted: its id, and that of the form it fills.
    #[must_use]
    pub fn name(&self, form: Option<&Form>) -> String {
        form.map_or_else(|| self.id.to_owned(), |form| format!("{}/{}", self.id, form.named()))
    }

    /// The document.
    ///
    /// # Errors
    /// `template.form_missing` where it fills a form and is told none; `template.form_unasked` where it fills none.
    pub fn written(&self, subject: &Subject, brief: &Brief, phrases: &Phrases) -> Result<Document> {
        match (&brief.form, self.needs.form) {
            (None, true) => return Err(Error::new("template.form_missing").with("template", self.id)),
            (Some(form), false) => {
                return Err(Error::new("template.form_unasked").with("template", self.id).with("form", form.named()));
            }
            _ => {}
        }
        Ok((self.compose)(subject, brief, phrases))
    }
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
    /// The form that it fills.
    pub form: Option<Form>,
    /// The program and its version.
    pub program: String,
}
