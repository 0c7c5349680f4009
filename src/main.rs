//! The command line `breachbook`: reads arguments, opens files, tells the time; every verb calls one action.

mod cli;

fn main() -> std::process::ExitCode {
    cli::run()
}
