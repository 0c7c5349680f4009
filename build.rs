//! Finds the languages: every `locales/*.ftl` becomes a row of a table, so a new language is one new file; and the catalogue of
//! laws, every `catalogue/*/*.toml`, likewise.
//!
//! It also names what else is embedded, or a changed migration would not reach the binary; and it says what tests may count
//! on here, so that a test without it is counted as skipped: `fixtures`, the inputs beside the project that nobody here wrote;
//! `small_disks`, whether a disk of a few kilobytes can be made in a namespace of our own.

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    println!("cargo:rerun-if-changed=locales");
    println!("cargo:rerun-if-changed=catalogue");
    println!("cargo:rerun-if-changed=migrations");
    println!("cargo:rustc-check-cfg=cfg(fixtures, small_disks)");
    let root = env::var("CARGO_MANIFEST_DIR").map_err(io::Error::other)?;
    let out = env::var("OUT_DIR").map_err(io::Error::other)?;
    let fixtures = Path::new(&root).join("../shared/fixtures");
    if fixtures.is_dir() {
        println!("cargo:rustc-cfg=fixtures");
        println!("cargo:rerun-if-changed={}", fixtures.display());
    }
    if has_small_disks(&out) {
        println!("cargo:rustc-cfg=small_disks");
    }
    fs::write(Path::new(&out).join("catalogue.rs"), catalogue(&Path::new(&root).join("catalogue"))?)?;
    fs::write(Path::new(&out).join("locales.rs"), table(&Path::new(&root).join("locales"))?)
}

/// In a namespace that goes with the trial: nothing is mounted for anybody else.
fn has_small_disks(folder: &str) -> bool {
    let mut trial = Command::new("unshare");
    trial.args(["--mount", "--map-root-user", "mount", "-t", "tmpfs", "-o", "size=64k", "none", folder]);
    trial.stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|it| it.success())
}

/// What lies in a folder and ends so, by name.
fn files(folder: &Path, ending: &str) -> io::Result<Vec<PathBuf>> {
    let mut files: Vec<_> = fs::read_dir(folder)?.map(|entry| entry.map(|it| it.path())).collect::<Result<_, _>>()?;
    files.retain(|path| path.extension().is_some_and(|it| it == ending));
    files.sort();
    Ok(files)
}

/// The files of the catalogue by folder and name: (`regimes/eu-gdpr-33-1.toml`, whole text).
fn catalogue(folder: &Path) -> io::Result<String> {
    let mut rows = String::from("&[\n");
    for kind in ["countings", "regimes"] {
        for path in files(&folder.join(kind), "toml")? {
            let name = format!("{kind}/{}", path.file_name().unwrap_or_default().to_string_lossy());
            println!("cargo:rerun-if-changed={}", path.display());
            writeln!(rows, "    ({name:?}, include_str!({path:?})),").map_err(io::Error::other)?;
        }
    }
    Ok(rows + "]\n")
}

/// The files by name: (language, whole text).
fn table(folder: &Path) -> io::Result<String> {
    let mut rows = String::from("&[\n");
    for path in &files(folder, "ftl")? {
        let language = path.file_stem().unwrap_or_default().to_string_lossy();
        println!("cargo:rerun-if-changed={}", path.display());
        writeln!(rows, "    ({language:?}, include_str!({path:?})),").map_err(io::Error::other)?;
    }
    Ok(rows + "]\n")
}
