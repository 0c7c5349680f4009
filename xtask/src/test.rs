//! `cargo xtask test`: set-up, the pages, formatting, lints, all tests, documentation, licence policy, the window; one
//! line of totals.
//!
//! A step that fails does not keep the next from running: one run tells everything. Every call of cargo takes the same
//! packages with the same features, so that no library is built twice.

use std::process::Command;
use std::time::Instant;

use crate::pages;
use crate::run::{Outcome, cargo, passes, target, watched};
use crate::setup::{self, FOR_THE_WINDOW, TO_BUILD, TO_TEST, TO_TEST_THE_WINDOW};
use crate::totals::Totals;
use crate::{licences, tools};

/// Every package, the window with its pages within.
pub const ALL: [&str; 4] = ["--workspace", "--locked", "--features", "breachbook-window/custom-protocol"];

/// What the window's tests speak: German, whose words are longer.
pub const LANGUAGE: &str = "de";

type Step = fn(&mut Totals) -> Outcome<bool>;

const STEPS: [(&str, Step); 9] = [
    ("formatting", |_| passes(&mut cargo(&["fmt", "--all", "--check"]))),
    ("pages", |_| pages::check()),
    ("tests of the pages", |totals| vitest(&mut pages::node("vitest/vitest.mjs"), "pages", totals)),
    ("lints", |_| passes(cargo(&["clippy", "--all-targets"]).args(ALL).args(["--", "-D", "warnings"]))),
    // Apart from the tests, so that one sees what takes its time.
    ("build", |_| passes(cargo(&["test", "--no-run", "--quiet"]).args(ALL))),
    ("tests", |totals| watched(cargo(&["test", "--no-fail-fast"]).args(ALL), |line| totals.add_line(line))),
    ("documentation", |_| passes(cargo(&["doc", "--lib", "--no-deps"]).args(ALL).env("RUSTDOCFLAGS", "-D warnings"))),
    ("licence policy", |_| licences::check()),
    ("tests of the window", window),
];

/// Runs everything; whether all of it is well.
pub fn run() -> Outcome<bool> {
    let whole = Instant::now();
    prepare()?;
    let mut totals = Totals::default();
    let (mut not_well, mut took) = (Vec::new(), vec![format!("set-up {}", whole.elapsed().as_secs())]);
    for (name, step) in STEPS {
        println!("\n== {name}");
        let (start, before) = (Instant::now(), totals.failed);
        let well = step(&mut totals).unwrap_or_else(|refusal| {
            println!("{refusal}");
            false
        });
        println!("== {name}: {} ({} s)", if well { "ok" } else { "FAILED" }, start.elapsed().as_secs());
        took.push(format!("{name} {}", start.elapsed().as_secs()));
        if !well {
            not_well.push(name);
            totals.failed += u64::from(totals.failed == before);
        }
    }
    println!("\nseconds: {}; all {}", took.join(", "), whole.elapsed().as_secs());
    if !not_well.is_empty() {
        println!("not well: {}", not_well.join(", "));
    }
    println!("\n{totals}");
    Ok(not_well.is_empty() && totals.failed == 0)
}

/// The window's tests alone; `words` choose among them as vitest does.
pub fn run_window(words: &[String], language: &str) -> Outcome<bool> {
    prepare()?;
    let mut totals = Totals::default();
    let well = window_with(words, language, &mut totals)?;
    println!("\n{totals}");
    Ok(well && totals.failed == 0)
}

/// The window is compiled with its pages within, so they come first.
fn prepare() -> Outcome<()> {
    setup::prepare(&[TO_BUILD, FOR_THE_WINDOW, TO_TEST, TO_TEST_THE_WINDOW])?;
    pages::prepare()?;
    pages::build()
}

fn window(totals: &mut Totals) -> Outcome<bool> {
    if !cfg!(target_os = "linux") {
        println!("not run: the hand outside of the window is Linux's (Xvfb, xdotool)");
        return Ok(true);
    }
    window_with(&[], LANGUAGE, totals)
}

/// The tests' own libraries are asked for as well: then cargo builds the programs on what it has built for the tests.
fn window_with(words: &[String], language: &str, totals: &mut Totals) -> Outcome<bool> {
    if !passes(cargo(&["build", "--bins", "--tests"]).args(ALL))? {
        return Ok(false);
    }
    // Books that an earlier program made beforehand are of its format.
    let _ = std::fs::remove_dir_all(target().join("e2e/books"));
    let mut tests = pages::node("vitest/vitest.mjs");
    tests.args(["--config", "vitest.e2e.config.ts"]).args(words);
    tests
        .env("BREACHBOOK_TARGET", target())
        .env("BREACHBOOK_DRIVER", tools::driver()?)
        .env("BREACHBOOK_TESTS_IN", language);
    vitest(&mut tests, "window", totals)
}

/// Vitest, once, with its results written down for the totals.
fn vitest(command: &mut Command, name: &str, totals: &mut Totals) -> Outcome<bool> {
    let report = target().join("tests").join(format!("{name}.json"));
    let _ = std::fs::remove_file(&report);
    command.args(["--run", "--reporter=verbose", "--reporter=json"]);
    command.arg(format!("--outputFile.json={}", report.display()));
    let well = passes(command)?;
    totals.add_file(&report);
    Ok(well)
}
