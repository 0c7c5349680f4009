//! Tools that are built beside the project, in `target/tools`, so that nobody's own change. The debug profile builds
//! each in about two minutes on two cores; an optimised build would cost more than it saves.

use std::path::PathBuf;

use crate::run::{Outcome, cargo, is_there, must, target};

/// cargo-deny: licences, sources and bans of the crates.
pub fn deny() -> Outcome<PathBuf> {
    tool("cargo-deny", None)
}

/// tauri-driver: hands the orders of the window's tests to the system's web driver.
pub fn driver() -> Outcome<PathBuf> {
    tool("tauri-driver", Some("^2"))
}

/// The program; built first where it is nowhere.
fn tool(name: &str, version: Option<&str>) -> Outcome<PathBuf> {
    let folder = target().join("tools");
    let own = folder.join("bin").join(format!("{name}{}", std::env::consts::EXE_SUFFIX));
    if own.is_file() {
        return Ok(own);
    }
    if is_there(name) {
        return Ok(name.into());
    }
    let mut words = vec!["install", name, "--locked", "--debug", "--quiet"];
    words.extend(version.into_iter().flat_map(|it| ["--version", it]));
    // Nobody looks into it.
    must(cargo(&words).arg("--root").arg(folder).env("CARGO_PROFILE_DEV_DEBUG", "0"))?;
    Ok(own)
}
