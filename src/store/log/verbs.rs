//! Verbs in statements, so that no statement spells one.

use crate::model::verb::Verb;

/// Verbs as a list for SQL; no spelling holds a quote.
pub fn listed(verbs: &[Verb]) -> String {
    verbs.iter().map(|verb| format!("'{}'", verb.id())).collect::<Vec<_>>().join(", ")
}
