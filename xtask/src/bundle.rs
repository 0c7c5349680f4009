//! `cargo xtask bundle`: a release of window and command line, as the package that this system installs.
//!
//! What belongs into it stands in `src-tauri/bundle/`, a file a system; the icon, the name and the file type in
//! `src-tauri/tauri.conf.json`.

use crate::pages;
use crate::run::{Outcome, cargo, must, passes, root, target};
use crate::window;

/// Window and command line, and nothing that only we need.
const SHIPPED: [&str; 7] = [
    "--package",
    "breachbook",
    "--package",
    "breachbook-window",
    "--locked",
    "--features",
    "breachbook-window/custom-protocol",
];

/// Builds it; whether there is a package.
pub fn run() -> Outcome<bool> {
    window::prepare()?;
    pages::build()?;
    manual()?;
    must(cargo(&["build", "--release", "--bins"]).args(SHIPPED))?;
    let own = root().join("src-tauri").join("bundle").join(format!("{}.json", std::env::consts::OS));
    let mut bundle = pages::node("@tauri-apps/cli/tauri.js");
    let made = passes(bundle.current_dir(root()).args(["bundle", "--ci", "--config"]).arg(own))?;
    println!("It is in {}", target().join("release").join("bundle").display());
    Ok(made)
}

/// The manual pages, from what the command line declares.
fn manual() -> Outcome<()> {
    let folder = target().join("man");
    let _ = std::fs::remove_dir_all(&folder);
    must(cargo(&["run", "--quiet", "--locked", "--package", "breachbook-man", "--"]).arg(folder))
}
