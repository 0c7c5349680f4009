//! Tasks of the house: `cargo xtask test`, `cargo xtask demo`, `cargo xtask dev`, `cargo xtask bundle` and others.
//!
//! Each sets up what it needs first. None of them is part of the product.

mod bench;
mod bundle;
mod demo;
mod licences;
mod pages;
mod pictures;
mod run;
mod setup;
mod test;
mod tools;
mod totals;
mod window;

use std::process::ExitCode;

const USAGE: &str = "\
cargo xtask demo            sets up, builds, loads the samples, writes their reports and charts to target/demo/,
                            opens the window on them where there is a display
cargo xtask test            sets up, then formatting, lints, all tests, documentation, licence policy, the window
cargo xtask test window …   only the tests of the window; the rest of the line chooses among them, as vitest does
cargo xtask dev             the window on pages that are served: their changes show at once
cargo xtask bindings        writes the page's side of the commands anew: ui/src/ipc/
cargo xtask contract        writes docs/command-line.md anew, from what the command line declares
cargo xtask pictures        runs the tests of the window and takes the guide's pictures from them: docs/pictures/
cargo xtask bundle [KIND …] a release, as what this system installs: target/release/bundle/; kinds as Tauri calls them
cargo xtask bench [--large] sets up, measures against what one would take instead, writes docs/benchmarks.md
";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let outcome = match words.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["demo"] => demo::run(),
        ["test"] => test::run(),
        ["test", "window", ..] => test::run_window(&words[2..], test::LANGUAGE),
        ["dev"] => window::dev(),
        ["bindings"] => window::bindings(),
        ["contract"] => window::contract(),
        ["pictures"] => pictures::run(),
        ["bundle", kinds @ ..] => bundle::run(kinds),
        ["bench"] => bench::run(false),
        ["bench", "--large"] => bench::run(true),
        _ => {
            eprint!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    match outcome {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(refusal) => {
            eprintln!("\n{refusal}");
            ExitCode::FAILURE
        }
    }
}
