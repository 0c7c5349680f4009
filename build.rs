//! Finds the languages: every `locales/*.ftl` becomes a row of a table, so a new language is one new file.
//!
//! It also names what else is embedded, or a changed migration would not reach the binary.

use std::fmt::Write;
use std::path::Path;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    println!("cargo:rerun-if-changed=locales");
    println!("cargo:rerun-if-changed=migrations");
    let root = env::var("CARGO_MANIFEST_DIR").map_err(io::Error::other)?;
    let out = env::var("OUT_DIR").map_err(io::Error::other)?;
    fs::write(Path::new(&out).join("locales.rs"), table(&Path::new(&root).join("locales"))?)
}

/// The files by name: (language, whole text).
fn table(folder: &Path) -> io::Result<String> {
    let mut files: Vec<_> = fs::read_dir(folder)?.map(|entry| entry.map(|it| it.path())).collect::<Result<_, _>>()?;
    files.retain(|path| path.extension().is_some_and(|ending| ending == "ftl"));
    files.sort();
    let mut rows = String::from("&[\n");
    for path in &files {
        let language = path.file_stem().unwrap_or_default().to_string_lossy();
        println!("cargo:rerun-if-changed={}", path.display());
        writeln!(rows, "    ({language:?}, include_str!({path:?})),").map_err(io::Error::other)?;
    }
    Ok(rows + "]\n")
}
