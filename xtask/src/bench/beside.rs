//! The other side: the sqlite3 shell, ReportLab and Typst, each with what suits it best.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::ours::cost;
use super::{Cost, data};
use crate::run::{Outcome, must};

/// What the shell is given, so that nobody can say it was held back; docs/benchmarks.md prints it.
pub const PRAGMAS: &str = "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -262144;";

const TABLE: &str = "CREATE TABLE account (key TEXT NOT NULL UNIQUE, name TEXT, region TEXT, organisation TEXT, \
                     country TEXT, records TEXT, status TEXT, first_access TEXT);";

/// `.import` of the same file into one plain table with a UNIQUE key.
pub fn import(folder: &Path, list: &Path) -> Outcome<Cost> {
    let book = plain(folder);
    for ending in ["", "-wal", "-shm"] {
        let _ = std::fs::remove_file(format!("{}{ending}", book.display()));
    }
    let load = format!(".import --csv --skip 1 {} account", list.display());
    shell(&book, &[PRAGMAS, TABLE, &load])
}

/// One column of every row of that table.
pub fn update(folder: &Path) -> Outcome<Cost> {
    shell(&plain(folder), &[PRAGMAS, "UPDATE account SET region = 'Elsewhere';"])
}

fn plain(folder: &Path) -> PathBuf {
    folder.join("shell.sqlite")
}

fn shell(book: &Path, said: &[&str]) -> Outcome<Cost> {
    let path = book.to_string_lossy();
    let mut words = vec!["-batch"];
    said.iter().for_each(|it| words.extend(["-cmd", it]));
    words.extend([path.as_ref(), ""]);
    cost(Path::new("sqlite3"), &words)
}

/// ReportLab setting the list's rows as one table with repeated headers, untagged.
pub fn reportlab(folder: &Path, rows: u64) -> Outcome<Cost> {
    python(folder, rows, "reportlab", include_str!("reportlab.py"))
}

/// Typst setting the list's rows as one table with repeated headers, untagged.
pub fn typst(folder: &Path, rows: u64) -> Outcome<Cost> {
    python(folder, rows, "typst", include_str!("typst.py"))
}

fn python(folder: &Path, rows: u64, package: &str, script: &str) -> Outcome<Cost> {
    let own = folder.join("venv");
    let python = own.join("bin").join("python");
    if !python.exists() {
        must(Command::new("python3").args(["-m", "venv"]).arg(&own))?;
    }
    must(Command::new(&python).args(["-m", "pip", "install", "--quiet", package]))?;
    let list = data::list(folder, rows)?;
    let path = folder.join(format!("{package}_rows.py"));
    std::fs::write(&path, script).map_err(|cause| format!("{}: {cause}", path.display()))?;
    let out = folder.join(format!("{package}.pdf"));
    cost(&python, &[&path.to_string_lossy(), &list.to_string_lossy(), &out.to_string_lossy()])
}
