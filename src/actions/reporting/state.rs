//! Which state of a case a report speaks of: exports of the same state are one version.

use jiff::Timestamp;
use serde_json::{Value, json};

use crate::model::case::{CaseFile, ExportRecord};
use crate::model::facts::Subject;
use crate::store::sha256;

/// SHA-256 of everything a report may say of a case, except when it says it and what was written before.
pub(super) fn hash(subject: &Subject) -> [u8; 32] {
    let mut numbers = serde_json::to_value(&subject.facts).unwrap_or(Value::Null);
    if let Value::Object(numbers) = &mut numbers {
        numbers.remove("as_of");
    }
    sha256(&[json!([numbers, written_down(&subject.file)]).to_string().as_bytes()])
}

fn written_down(file: &CaseFile) -> Value {
    json!([
        file.case,
        file.occurred,
        file.answers,
        file.parties,
        file.milestones,
        file.determinations,
        file.claims,
        file.exposures,
        file.measures,
        file.open_points,
        file.imports,
        file.coverage,
    ])
}

/// The version that a state is, and when the one before it was first written.
pub(super) fn version(exports: &[ExportRecord], template: &str, facts_sha256: &str) -> (u64, Option<Timestamp>) {
    let mut versions: Vec<&ExportRecord> = exports.iter().filter(|export| export.template == template).collect();
    versions.dedup_by(|later, first| later.facts_sha256 == first.facts_sha256);
    if versions.last().is_some_and(|last| last.facts_sha256 == facts_sha256) {
        versions.pop();
    }
    (versions.len() as u64 + 1, versions.last().map(|export| export.at))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::ids::ExportId;

    fn export(facts: &str, at: &str) -> ExportRecord {
        ExportRecord {
            id: ExportId::new(1),
            template: "dossier".into(),
            language: "de".into(),
            format: "pdf".into(),
            names: false,
            at: at.parse().expect("an instant"),
            facts_sha256: facts.into(),
            sha256: String::new(),
            pages: 1,
            by: String::new(),
            program: String::new(),
        }
    }

    #[test]
    fn the_same_state_is_the_same_version_and_an_old_state_met_again_is_a_new_one() {
        let exports = ["a", "a", "b", "a"].map(|facts| export(facts, "2026-11-24T08:00:00Z"));
        for (written, facts, expected) in [(0, "a", 1), (1, "a", 1), (2, "b", 2), (3, "b", 2), (3, "a", 3), (4, "b", 4)]
        {
            assert_eq!(version(&exports[..written], "dossier", facts).0, expected, "{written} {facts}");
        }
        assert_eq!(version(&exports, "another", "a"), (1, None));
    }

    #[test]
    fn the_version_before_is_dated_by_its_first_export() {
        let exports = [export("a", "2026-11-24T08:00:00Z"), export("a", "2026-11-24T09:00:00Z")];
        let first = "2026-11-24T08:00:00Z".parse().expect("an instant");
        assert_eq!(version(&exports, "dossier", "b"), (2, Some(first)));
    }
}
