//! `breachbook-man FOLDER` writes the manual pages of `breachbook`, one a verb, from what the command line declares.
//! Only the bundle needs it; it is no part of the product.

#[path = "../../../src/cli/arguments.rs"]
mod arguments;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::CommandFactory as _;

fn main() -> ExitCode {
    let Some(folder) = std::env::args_os().nth(1).map(PathBuf::from) else {
        eprintln!("breachbook-man FOLDER");
        return ExitCode::from(2);
    };
    let written = std::fs::create_dir_all(&folder)
        .and_then(|()| clap_mangen::generate_to(arguments::Arguments::command(), &folder));
    match written {
        Ok(()) => ExitCode::SUCCESS,
        Err(cause) => {
            eprintln!("{}: {cause}", folder.display());
            ExitCode::FAILURE
        }
    }
}
