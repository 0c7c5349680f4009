//! What can be typed about rules of law.

use std::path::PathBuf;

use clap::Subcommand;

#[derive(Subcommand)]
pub enum RegimesVerb {
    /// List the rules, ours and those of your own folder
    List {
        /// The day on which a version must stand; else today
        #[arg(long, value_name = "DAY")]
        on: Option<String>,
    },
    /// Show a rule in words; with --json as in its file
    Show {
        /// Which
        #[arg(value_name = "ID")]
        id: String,
        /// Which version; else the one that stands on the day, else the last
        #[arg(long, value_name = "V")]
        edition: Option<String>,
        /// The day on which it must stand; else today
        #[arg(long, value_name = "DAY")]
        on: Option<String>,
    },
    /// Say all that is wrong with files of rules, with line and character
    Check {
        /// The files
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
    },
}
