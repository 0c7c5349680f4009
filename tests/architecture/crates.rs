//! Crates that a package asks for and nowhere names. A check of our own: it reads the manifests and the sources that the other tests
//! read anyway, in no time, where a tool for it would be built for minutes on a new machine.

use std::path::Path;

use toml::{Table, Value};

use super::none;
use super::source::tree;

/// A package, and where its code stands; the code of tests and benchmarks apart.
const PACKAGES: [(&str, &[&str], &[&str]); 4] = [
    ("Cargo.toml", &["src"], &["tests", "benches"]),
    ("src-tauri/Cargo.toml", &["src-tauri/src", "src-tauri/examples"], &[]),
    ("xtask/Cargo.toml", &["xtask/src"], &[]),
    ("xtask/man/Cargo.toml", &["xtask/man/src", "src/cli/arguments", "src/cli/arguments.rs"], &[]),
];

/// Asked for and not named, with why.
const UNNAMED: &[(&str, &str)] = &[];

/// The crates of a table of a manifest, and of its tables for systems.
fn asked(manifest: &Table, table: &str) -> Vec<String> {
    let of_systems = manifest.get("target").and_then(Value::as_table).into_iter().flatten().map(|(_, it)| it);
    let tables = std::iter::once(manifest.get(table)).chain(of_systems.map(|it| it.get(table))).flatten();
    tables.filter_map(Value::as_table).flat_map(|it| it.keys().cloned()).collect()
}

/// Whether code names a crate: `csv::Reader`, `use csv;`. Where a module of ours has its name, only `::csv::` is the crate.
fn names(code: &str, name: &str) -> bool {
    let ident = name.replace('-', "_");
    let ours = code.contains(&format!("mod {ident};"));
    code.match_indices(&ident).any(|(at, _)| {
        let before = code[..at].chars().next_back();
        let after = &code[at + ident.len()..];
        let whole = !before.is_some_and(|it| it.is_alphanumeric() || it == '_');
        let used = after.starts_with("::") || (code[..at].ends_with("use ") && after.starts_with([';', ' ']));
        let from_without = code[..at].ends_with("::") && !code[..at].ends_with("self::");
        whole && used && (!ours || from_without)
    })
}

/// All code below some folders, without comments and texts; with its tests where they are asked for.
fn code(folders: &[&str], with_tests: bool) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut all = String::new();
    for folder in folders {
        if folder.ends_with(".rs") {
            all += &std::fs::read_to_string(root.join(folder)).expect("a source");
        } else {
            all.extend(tree(folder).into_iter().map(|it| if with_tests { it.text } else { it.code }));
        }
    }
    all
}

fn unused(manifest: &Table, of: &str, own: &str, tests: &str, build: &str) -> Vec<String> {
    let excused = |name: &String| UNNAMED.iter().any(|(it, _)| it == name);
    let places = [("dependencies", own), ("dev-dependencies", tests), ("build-dependencies", build)];
    let all = places
        .into_iter()
        .flat_map(|(table, code)| asked(manifest, table).into_iter().map(move |it| (it, table, code)));
    let wrong = all.filter(|(name, _, code)| !names(code, name) && !excused(name));
    wrong.map(|(name, table, _)| format!("{of}: {table} has {name}, which no code names")).collect()
}

fn manifest(path: &str) -> Table {
    let text = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).expect("a manifest");
    text.parse().expect("TOML")
}

#[test]
fn every_crate_that_is_asked_for_is_named() {
    for (path, own, tests) in PACKAGES {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
        let build = std::fs::read_to_string(folder.with_file_name("build.rs")).unwrap_or_default();
        let tests = code(tests, true) + &code(own, true);
        none(unused(&manifest(path), path, &code(own, false), &tests, &build));
    }
}

/// What is optimised beyond the rest is there: a name that nothing has is passed over by cargo with a warning.
#[test]
fn every_crate_that_a_profile_names_is_there() {
    let lock = manifest("Cargo.lock");
    let packages = lock["package"].as_array().expect("packages");
    let there = |name: &str| name == "*" || packages.iter().any(|it| it["name"].as_str() == Some(name));
    let profiles = manifest("Cargo.toml");
    let named = profiles["profile"]["dev"]["package"].as_table().expect("packages of the profile");
    none(named.keys().filter(|name| !there(name)).map(|name| format!("no package {name}")));
}

#[test]
fn a_crate_that_nothing_names_is_found() {
    let manifest: Table =
        "[dependencies]\ncsv = \"1\"\nserde-json = \"1\"\n[target.'cfg(unix)'.dependencies]\nrustix = \"1\"\n\
                           [dev-dependencies]\nproptest = \"1\"\n[build-dependencies]\ntauri-build = \"2\""
            .parse()
            .expect("TOML");
    let own = "mod csv;\npub use self::csv::plain;\nlet a = csv::harmless();\nserde_json::json!({});";
    let found = unused(&manifest, "x", own, "use proptest::prelude::*;", "fn main() {}");
    let named = |it: &str| found.iter().filter(|line| line.contains(&format!("has {it},"))).count();
    assert_eq!(["csv", "rustix", "tauri-build"].map(named), [1, 1, 1], "{found:?}");
    assert_eq!(found.len(), 3, "{found:?}");
    none(unused(&manifest, "x", "::csv::Reader; serde_json::x; rustix::fs::x", "proptest::x", "tauri_build::build()"));
}
