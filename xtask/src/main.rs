//! Tasks of the house: `cargo xtask test`, `cargo xtask demo`, `cargo xtask bench`.
//!
//! Each sets up what it needs first. None of them is part of the product.

mod bench;
mod demo;
mod run;
mod setup;
mod test;

use std::process::ExitCode;

const USAGE: &str = "\
cargo xtask demo            sets up, builds, loads the samples, writes their reports and charts to target/demo/
cargo xtask test            sets up, then formatting, lints, all tests, documentation, licence policy
cargo xtask bench [--large] sets up, measures against what one would take instead, writes docs/benchmarks.md
";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let outcome = match words.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["demo"] => demo::run(),
        ["test"] => test::run(),
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
