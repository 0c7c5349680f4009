//! `breachbook-man FOLDER` writes the manual pages of `breachbook`, one a verb, from what the command line declares;
//! `breachbook-man --contract FILE` writes docs/command-line.md. It is no part of the product.

#[path = "../../../src/cli/arguments.rs"]
mod arguments;
mod contract;

use std::io;
use std::path::Path;
use std::process::ExitCode;

use clap::CommandFactory as _;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let written = match words.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["--contract", file] => contract::page().and_then(|page| std::fs::write(file, page)),
        [folder] => manual(Path::new(folder)),
        _ => {
            eprintln!("breachbook-man FOLDER\nbreachbook-man --contract FILE");
            return ExitCode::from(2);
        }
    };
    match written {
        Ok(()) => ExitCode::SUCCESS,
        Err(cause) => {
            eprintln!("{}: {cause}", words.join(" "));
            ExitCode::FAILURE
        }
    }
}

fn manual(folder: &Path) -> io::Result<()> {
    std::fs::create_dir_all(folder)?;
    clap_mangen::generate_to(arguments::Arguments::command(), folder)
}
