//! How many tests passed, failed, were skipped: over the Rust tests, the pages' and the window's.

use std::path::Path;

use serde_json::Value;

/// What the runs add up to.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Totals {
    passed: u64,
    /// Also a step that is not well without a single test of it failing: it is never `0 failed` then.
    pub failed: u64,
    skipped: u64,
    /// Tests of the window that failed once and passed when they were tried again.
    tried_again: Vec<String>,
}

impl Totals {
    /// Adds a line of cargo: `test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; …`.
    pub fn add_line(&mut self, line: &str) {
        let Some(rest) = line.trim().strip_prefix("test result: ") else { return };
        let number = |word: &str| {
            let part = rest.split(['.', ';']).find(|part| part.trim().ends_with(word));
            part.and_then(|part| part.trim().split(' ').next()?.parse::<u64>().ok()).unwrap_or(0)
        };
        self.passed += number(" passed");
        self.failed += number(" failed");
        self.skipped += number(" ignored");
    }

    /// Adds what vitest wrote down of its run; nothing where it wrote nothing.
    pub fn add_file(&mut self, report: &Path) {
        let text = std::fs::read(report).unwrap_or_default();
        if let Ok(report) = serde_json::from_slice(&text) {
            self.add_report(&report);
        }
    }

    fn add_report(&mut self, report: &Value) {
        let number = |key: &str| report[key].as_u64().unwrap_or(0);
        self.passed += number("numPassedTests");
        self.failed += number("numFailedTests");
        self.skipped += number("numPendingTests") + number("numTodoTests");
        // Vitest keeps what a test failed of, also where it passed in the end.
        let tests =
            report["testResults"].as_array().into_iter().flatten().flat_map(|file| file["assertionResults"].as_array());
        let again = tests.flatten().filter(|test| {
            test["status"] == "passed" && test["failureMessages"].as_array().is_some_and(|it| !it.is_empty())
        });
        self.tried_again.extend(again.map(|test| test["fullName"].as_str().unwrap_or("a test").to_owned()));
    }
}

impl std::fmt::Display for Totals {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for test in &self.tried_again {
            writeln!(out, "passed at the second try only: {test}")?;
        }
        write!(out, "{} passed, {} failed, {} skipped", self.passed, self.failed, self.skipped)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::Totals;

    #[test]
    fn result_lines_add_up_and_other_lines_do_not_count() {
        let mut totals = Totals::default();
        for line in [
            "test result: ok. 41 passed; 0 failed; 2 ignored; 0 measured; 0 filtered out; finished in 1.21s",
            "test lang::a_sentence ... ok",
            "test result: FAILED. 7 passed; 3 failed; 0 ignored; 0 measured; 1 filtered out; finished in 0.10s",
            "5 passed; 5 failed; 5 ignored",
        ] {
            totals.add_line(line);
        }
        totals
            .add_report(&json!({ "numPassedTests": 2, "numFailedTests": 1, "numPendingTests": 1, "numTodoTests": 1 }));
        assert_eq!(totals, Totals { passed: 50, failed: 4, skipped: 4, tried_again: Vec::new() });
        assert_eq!(totals.to_string(), "50 passed, 4 failed, 4 skipped");
    }

    #[test]
    fn a_test_that_passed_at_the_second_try_is_named() {
        let mut totals = Totals::default();
        let tests = json!([
            { "fullName": "undo holds", "status": "passed", "failureMessages": ["Error: not within 15000 ms"] },
            { "fullName": "a drop", "status": "passed", "failureMessages": [] },
            { "fullName": "a filter", "status": "failed", "failureMessages": ["Error", "Error"] },
        ]);
        totals.add_report(&json!({
            "numPassedTests": 2, "numFailedTests": 1, "testResults": [{ "assertionResults": tests }]
        }));
        assert_eq!(totals.to_string(), "passed at the second try only: undo holds\n2 passed, 1 failed, 0 skipped");
    }
}
