//! `cargo xtask test`: set-up, formatting, lints, all tests, documentation, licence policy; one line of totals.
//!
//! A step that fails does not keep the next from running: one run tells everything.

use std::time::Instant;

use crate::run::{Outcome, cargo, is_there, passes, target, watched};
use crate::setup::{self, TO_BUILD, TO_TEST};

/// What cargo's "test result" lines add up to.
#[derive(Debug, Default, PartialEq, Eq)]
struct Totals {
    passed: u64,
    failed: u64,
    skipped: u64,
}

/// Runs everything; whether all of it is well.
pub fn run() -> Outcome<bool> {
    setup::prepare(&[TO_BUILD, TO_TEST])?;
    let mut totals = Totals::default();
    let steps: [(&str, &mut dyn FnMut() -> Outcome<bool>); 5] = [
        ("formatting", &mut || passes(&mut cargo(&["fmt", "--all", "--check"]))),
        ("lints", &mut || {
            passes(&mut cargo(&["clippy", "--workspace", "--all-targets", "--locked", "--", "-D", "warnings"]))
        }),
        ("tests", &mut || {
            let mut all = cargo(&["test", "--workspace", "--locked", "--no-fail-fast"]);
            watched(&mut all, |line| totals.add(line))
        }),
        ("documentation", &mut || {
            let mut doc = cargo(&["doc", "--package", "breachbook", "--lib", "--no-deps", "--locked"]);
            passes(doc.env("RUSTDOCFLAGS", "-D warnings"))
        }),
        ("licence policy", &mut licences),
    ];
    let mut not_well = Vec::new();
    for (name, step) in steps {
        let start = Instant::now();
        println!("\n== {name}");
        let well = step()?;
        println!("== {name}: {} ({:.0} s)", if well { "ok" } else { "FAILED" }, start.elapsed().as_secs_f32());
        if !well {
            not_well.push(name);
        }
    }
    if !not_well.is_empty() {
        println!("\nnot well: {}", not_well.join(", "));
    }
    println!("\n{totals}");
    Ok(not_well.is_empty() && totals.failed == 0)
}

/// cargo-deny, kept beside the build so that nobody's own tools change.
///
/// The debug profile builds it in two minutes on two cores and runs it in three seconds.
fn licences() -> Outcome<bool> {
    let tools = target().join("tools");
    let own = tools.join("bin").join("cargo-deny");
    if !own.is_file() && !is_there("cargo-deny") {
        let folder = tools.to_string_lossy().into_owned();
        let installed =
            passes(&mut cargo(&["install", "cargo-deny", "--locked", "--debug", "--quiet", "--root", &folder]))?;
        if !installed {
            return Ok(false);
        }
    }
    let program = if own.is_file() { own } else { "cargo-deny".into() };
    let deny = |checks: &[&str]| {
        let mut command = std::process::Command::new(&program);
        command.current_dir(crate::run::root()).args(["--log-level", "error", "check", "--hide-inclusion-graph"]);
        command.args(checks);
        command
    };
    let well = passes(&mut deny(&["bans", "licenses", "sources"]))?;
    advisories(deny(&["advisories"]))?;
    Ok(well)
}

/// Says what the advisory database says, where it answers. It moves without us, so it decides nothing here.
fn advisories(mut command: std::process::Command) -> Outcome<()> {
    let output = command.output().map_err(|cause| format!("cargo-deny: {cause}"))?;
    let said = String::from_utf8_lossy(&output.stderr).into_owned() + &String::from_utf8_lossy(&output.stdout);
    if said.contains("advisories ok") {
        println!("advisories: ok");
    } else if said.contains("advisories FAILED") {
        println!("{said}advisories: see above; deny.toml names those we know and why");
    } else {
        println!("advisories: not run: no advisory database");
    }
    Ok(())
}

impl Totals {
    /// Adds a line like `test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; …`.
    fn add(&mut self, line: &str) {
        let Some(rest) = line.trim().strip_prefix("test result: ") else { return };
        let number = |word: &str| {
            let part = rest.split(['.', ';']).find(|part| part.trim().ends_with(word));
            part.and_then(|part| part.trim().split(' ').next()?.parse::<u64>().ok()).unwrap_or(0)
        };
        self.passed += number(" passed");
        self.failed += number(" failed");
        self.skipped += number(" ignored");
    }
}

impl std::fmt::Display for Totals {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{} passed, {} failed, {} skipped", self.passed, self.failed, self.skipped)
    }
}

#[cfg(test)]
mod tests {
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
            totals.add(line);
        }
        assert_eq!(totals, Totals { passed: 48, failed: 3, skipped: 2 });
        assert_eq!(totals.to_string(), "48 passed, 3 failed, 2 skipped");
    }
}
