//! `cargo xtask bundle`: a release of window and command line, as the package that this system installs.
//!
//! What belongs into it stands in `src-tauri/bundle/`, a file a system; the icon, the name and the file type in
//! `src-tauri/tauri.conf.json`.

use std::path::PathBuf;
use std::process::Command;

use crate::run::{Outcome, cargo, must, passes, root, target};
use crate::test::ALL;
use crate::{pages, window};

/// Builds it; whether there is a package. `kinds` as Tauri calls them (`deb appimage`, `nsis msi`, `app dmg`); none: what
/// `src-tauri/bundle/` says.
pub fn run(kinds: &[&str]) -> Outcome<bool> {
    window::prepare()?;
    pages::build()?;
    must(cargo(&["build", "--release", "--bins"]).args(ALL))?;
    manual()?;
    let mut bundle = pages::node("@tauri-apps/cli/tauri.js");
    bundle.current_dir(root()).args(["bundle", "--ci", "--config"]).arg(configuration()?);
    if !kinds.is_empty() {
        bundle.args(["--bundles", &kinds.join(",")]);
    }
    let made = passes(&mut bundle)?;
    println!("It is in {}", target().join("release").join("bundle").display());
    Ok(made)
}

/// What this system's package holds, with what was built where it was built.
fn configuration() -> Outcome<PathBuf> {
    let of_system = root().join("src-tauri").join("bundle").join(format!("{}.json", std::env::consts::OS));
    let text = std::fs::read_to_string(&of_system).map_err(|cause| format!("{}: {cause}", of_system.display()))?;
    let target = target().to_string_lossy().replace('\\', "/");
    let own = crate::run::target().join("bundle.json");
    std::fs::write(&own, text.replace("../target", &target)).map_err(|cause| format!("{}: {cause}", own.display()))?;
    Ok(own)
}

/// The manual pages, from what the command line declares.
fn manual() -> Outcome<()> {
    let folder = target().join("man");
    let _ = std::fs::remove_dir_all(&folder);
    let writer = target().join("release").join(format!("breachbook-man{}", std::env::consts::EXE_SUFFIX));
    must(Command::new(writer).arg(folder))
}
