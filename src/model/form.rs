//! A form that a report may fill: whose it is, which version, and what it calls its fields. It is read at run time, from the
//! catalogue or from the user's own folder, so nothing of it is known to the program beforehand; it holds no answer.

use super::localised::Localised;

/// A form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    /// Its id, for example `edpb`.
    pub id: String,
    /// Its version, for example `1.0`.
    pub version: String,
    /// What it is called.
    pub name: Localised,
    /// Its fields, in its own order.
    pub fields: Vec<FormField>,
}

/// A field of a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormField {
    /// Its number, as the form has it.
    pub id: String,
    /// What it asks for.
    pub label: Localised,
}

impl Form {
    /// By what it is named: `edpb-1.0`.
    #[must_use]
    pub fn named(&self) -> String {
        format!("{}-{}", self.id, self.version)
    }
}
