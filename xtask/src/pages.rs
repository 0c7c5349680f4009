//! The window's pages: Node is there, their packages are those of the lockfile, they are built, checked and tested.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::run::{Outcome, must, passes, root, said};

/// The oldest Node that Vite runs on: major and minor.
const NODE: (u32, u32) = (20, 19);

/// The pages' folder.
pub fn folder() -> PathBuf {
    root().join("ui")
}

/// Node and the packages of the lockfile.
///
/// A refusal says what to install.
pub fn prepare() -> Outcome<()> {
    let wanted = format!("{}.{} or newer (https://nodejs.org)", NODE.0, NODE.1);
    let version = said(Command::new("node").arg("--version"))
        .map_err(|_| format!("The window's pages need Node.js {wanted}; there is none on the path."))?;
    if version_of(&version).is_none_or(|it| it < NODE) {
        return Err(format!("The window's pages need Node.js {wanted}; this one is {}.", version.trim()));
    }
    if is_installed(&folder()) {
        return Ok(());
    }
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    let words = ["ci", "--no-audit", "--no-fund", "--ignore-scripts"];
    must(Command::new(npm).args(words).current_dir(folder()))
}

/// Builds what the window shows: `ui/dist`.
pub fn build() -> Outcome<()> {
    must(node("vite/bin/vite.js").args(["build", "--logLevel", "warn"]))
}

/// Types of the pages, markup included, and of the window's tests.
pub fn check() -> Outcome<bool> {
    let pages = passes(node("svelte-check/bin/svelte-check").args([
        "--tsconfig",
        "./tsconfig.json",
        "--fail-on-warnings",
        "--output",
        "human",
    ]))?;
    let tests = passes(node("typescript/bin/tsc").args(["--project", "tsconfig.e2e.json"]))?;
    Ok(pages && tests)
}

/// A program of the pages' packages, in the pages' folder.
pub fn node(script: &str) -> Command {
    let mut command = Command::new("node");
    command.arg(folder().join("node_modules").join(script)).current_dir(folder());
    command
}

/// `v20.19.1` as major and minor.
fn version_of(text: &str) -> Option<(u32, u32)> {
    let mut parts = text.trim().trim_start_matches('v').split('.').map(|part| part.parse().ok());
    Some((parts.next()??, parts.next()??))
}

/// Whether what is installed is what the lockfile says.
fn is_installed(folder: &Path) -> bool {
    let read = |path: PathBuf| -> Option<Value> { serde_json::from_slice(&std::fs::read(path).ok()?).ok() };
    let locked = read(folder.join("package-lock.json"));
    let there = read(folder.join("node_modules").join(".package-lock.json"));
    locked.zip(there).is_some_and(|(locked, there)| is_what_is_locked(&locked, &there))
}

/// Packages for other systems are optional: they may be missing, and nothing else may.
fn is_what_is_locked(locked: &Value, there: &Value) -> bool {
    let (Some(locked), Some(there)) = (locked["packages"].as_object(), there["packages"].as_object()) else {
        return false;
    };
    let same = |of: &Value, other: &Value| of["version"] == other["version"] && of["integrity"] == other["integrity"];
    let all_there = locked
        .iter()
        .filter(|(path, _)| !path.is_empty())
        .all(|(path, of)| there.get(path).map_or(of["optional"] == true, |it| same(of, it)));
    all_there && there.keys().all(|path| locked.contains_key(path))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{is_what_is_locked, version_of};

    #[test]
    fn a_version_of_node_is_read() {
        assert_eq!(version_of("v20.19.1\n"), Some((20, 19)));
        assert_eq!(version_of("v22.0"), Some((22, 0)));
        assert_eq!(version_of("none"), None);
    }

    #[test]
    fn packages_are_installed_anew_where_they_are_not_those_of_the_lockfile() {
        let locked = json!({ "packages": {
            "": {}, "node_modules/a": { "version": "1", "integrity": "x" },
            "node_modules/win": { "version": "1", "integrity": "y", "optional": true },
        } });
        let a = |version: &str| json!({ "node_modules/a": { "version": version, "integrity": "x" } });
        assert!(is_what_is_locked(&locked, &json!({ "packages": a("1") })));
        assert!(!is_what_is_locked(&locked, &json!({ "packages": a("2") })), "another version");
        assert!(!is_what_is_locked(&locked, &json!({ "packages": {} })), "one is missing");
        let mut more = a("1");
        more["node_modules/b"] = json!({ "version": "1" });
        assert!(!is_what_is_locked(&locked, &json!({ "packages": more })), "one too many");
    }
}
