//! Licences: of the crates by cargo-deny, of the pages' packages by the lockfile itself.

use std::process::Command;

use serde_json::Value;

use crate::run::{Outcome, passes, root};
use crate::tools;

/// Licences that we take for the pages' packages; the crates' stand in `deny.toml`.
const TAKEN: &[&str] = &[
    "MIT",
    "MIT-0",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "ISC",
    "0BSD",
    "BlueOak-1.0.0",
    "CC0-1.0",
    "Unlicense",
    "Unicode-3.0",
    "Zlib",
    "OFL-1.1",
    // It asks for the source of its own, unchanged files and of nothing beside them.
    "MPL-2.0",
];

/// Packages whose own description names no licence: which it is, by the file that lies in them.
const BY_FILE: &[(&str, &str)] = &[("svelte-toolbelt", "MIT")];

/// Whether every licence is one that we take.
pub fn check() -> Outcome<bool> {
    let deny = |checks: &[&str]| -> Outcome<Command> {
        let mut command = Command::new(tools::deny()?);
        command.current_dir(root()).args(["--log-level", "error", "check", "--hide-inclusion-graph"]).args(checks);
        Ok(command)
    };
    let crates = passes(&mut deny(&["bans", "licenses", "sources"])?)?;
    advisories(deny(&["advisories"])?)?;
    Ok(packages()? && crates)
}

/// Says what the advisory database says, where it answers. It moves without us, so it decides nothing here.
fn advisories(mut command: Command) -> Outcome<()> {
    let output = command.output().map_err(|cause| format!("cargo-deny: {cause}"))?;
    let said = String::from_utf8_lossy(&output.stderr).into_owned() + &String::from_utf8_lossy(&output.stdout);
    if said.contains("advisories ok") {
        println!("advisories: ok");
    } else if said.contains("advisories FAILED") {
        println!("{said}advisories: see above; deny.toml names those we know and why");
    } else {
        println!("advisories: not run: no advisory database");
    }
    Ok(())
}

fn packages() -> Outcome<bool> {
    let path = root().join("ui").join("package-lock.json");
    let text = std::fs::read(&path).map_err(|cause| format!("{}: {cause}", path.display()))?;
    let lock: Value = serde_json::from_slice(&text).map_err(|cause| format!("{}: {cause}", path.display()))?;
    let refused = refused(&lock);
    for line in &refused {
        println!("{line}");
    }
    let count = lock["packages"].as_object().map_or(0, |it| it.len().saturating_sub(1));
    println!("packages of the pages: {count}, {} refused", refused.len());
    Ok(refused.is_empty())
}

/// Packages with a licence that we do not take.
fn refused(lock: &Value) -> Vec<String> {
    let all = lock["packages"].as_object().into_iter().flatten();
    let packages = all.filter_map(|(path, of)| Some((path.rsplit_once("node_modules/")?.1, of)));
    packages
        .filter_map(|(name, of)| {
            let by_file = BY_FILE.iter().find(|(it, _)| *it == name).map(|it| it.1);
            let licence = of["license"].as_str().or(by_file).unwrap_or("no licence");
            (!is_taken(licence)).then(|| format!("{name}: {licence}"))
        })
        .collect()
}

/// `(MIT OR GPL-3.0-or-later)`: one of two is enough; `MIT AND Zlib`: both are needed. Nothing nests deeper.
fn is_taken(expression: &str) -> bool {
    let plain = expression.trim().trim_start_matches('(').trim_end_matches(')');
    plain.split(" OR ").any(|either| either.split(" AND ").all(|it| TAKEN.contains(&it.trim())))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{is_taken, refused};

    #[test]
    fn one_of_two_licences_is_enough_and_all_of_several_are_needed() {
        for taken in ["MIT", "(MIT OR GPL-3.0-or-later)", "(MIT AND Zlib)", "Apache-2.0 OR MIT"] {
            assert!(is_taken(taken), "{taken}");
        }
        for not in ["GPL-3.0-only", "MIT AND GPL-2.0-only", "no licence", ""] {
            assert!(!is_taken(not), "{not}");
        }
    }

    #[test]
    fn a_package_without_a_licence_is_refused_unless_its_file_was_read() {
        let lock = json!({ "packages": {
            "": {}, "node_modules/a": { "license": "MIT" }, "node_modules/b": {},
            "node_modules/svelte-toolbelt": {}, "node_modules/a/node_modules/c": { "license": "SSPL-1.0" },
        } });
        assert_eq!(refused(&lock), ["b: no licence", "c: SSPL-1.0"]);
    }
}
