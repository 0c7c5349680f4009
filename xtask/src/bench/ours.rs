//! Our side: the released program as anybody calls it, and one measurement inside the process.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::{BUILT, Cost, data};
use crate::run::{Outcome, cargo, said, target};

/// Of every book that is made here.
pub const PASSPHRASE: &str = "bench";

/// Costs a command: wall time, and the most memory it ever held.
pub fn cost(program: &Path, words: &[&str]) -> Outcome<Cost> {
    let mut command = Command::new("/usr/bin/time");
    command.args(["--format", "cost %e %M"]).arg(program).args(words);
    command.env("BREACHBOOK_KEY", PASSPHRASE).env("BREACHBOOK_NOW", "2026-11-25T13:07:31Z");
    let output = command.output().map_err(|cause| format!("time: {cause}"))?;
    let complaint = String::from_utf8_lossy(&output.stderr);
    if !output.status.success() {
        return Err(format!("failed: {} {}\n{complaint}", program.display(), words.join(" ")));
    }
    let line = complaint.lines().rev().find_map(|line| line.strip_prefix("cost ")).unwrap_or_default();
    let numbers: Vec<f64> = line.split(' ').filter_map(|it| it.parse().ok()).collect();
    match numbers.as_slice() {
        [seconds, kilobytes] => Ok(Cost { seconds: *seconds, megabytes: kilobytes / 1024.0 }),
        _ => Err(format!("time says: {complaint}")),
    }
}

/// The released command line.
pub fn program() -> PathBuf {
    target().join("release").join("breachbook")
}

/// Where a book of this name is made.
pub fn book(folder: &Path, name: &str) -> String {
    folder.join(format!("{name}.breachbook")).to_string_lossy().into_owned()
}

/// A new sealed book with one empty case.
fn fresh(folder: &Path, name: &str) -> Outcome<String> {
    let book = book(folder, name);
    for ending in ["", "-wal", "-shm"] {
        let _ = std::fs::remove_file(format!("{book}{ending}"));
    }
    cost(&program(), &["case", "new", "--title", "Bench", "--controller", "Bench", "--book", &book])?;
    Ok(book)
}

/// Import, tag and facts of a list of so many rows, each a call of the program.
pub fn at(folder: &Path, rows: u64) -> Outcome<(Cost, Cost, Cost)> {
    let list = data::list(folder, rows)?;
    let book = fresh(folder, &format!("book-{rows}"))?;
    let import = cost(&program(), &["import", &list.to_string_lossy(), "--book", &book])?;
    let tag = cost(&program(), &["tag", "--region", "Elsewhere", "--create", "--book", &book])?;
    let facts = cost(&program(), &["facts", "--json", "--book", &book])?;
    Ok((import, tag, facts))
}

/// The tagging of [`at`] undone, a call of the program.
pub fn undo(folder: &Path, rows: u64) -> Outcome<Cost> {
    cost(&program(), &["undo", "--book", &book(folder, &format!("book-{rows}"))])
}

/// The book of [`at`] verified inside one process, after a thousand deeds more; and what one of these took (benches/verify.rs).
pub fn verify_in_process(folder: &Path, rows: u64) -> Outcome<(Cost, Cost)> {
    let text = in_process("verify", &book(folder, &format!("book-{rows}")))?;
    Ok((reading(&text, "verify")?, reading(&text, "deed")?))
}

/// Facts and the bare GROUP BY, measured inside one process on one connection each (benches/facts.rs).
pub fn facts_in_process(folder: &Path, rows: u64) -> Outcome<(Cost, Cost)> {
    let text = in_process("facts", &book(folder, &format!("book-{rows}")))?;
    Ok((reading(&text, "facts")?, reading(&text, "group_by")?))
}

/// The numbers of all of 200 parties, and the facts of one of them, in process (benches/parties.rs).
pub fn parties_in_process(folder: &Path, rows: u64) -> Outcome<(Cost, Cost)> {
    let text = in_process("parties", &book(folder, &format!("book-{rows}")))?;
    Ok((reading(&text, "parties")?, reading(&text, "party ")?))
}

/// The dossier of the first sample inside one process, without key derivation (benches/dossier.rs).
pub fn dossier_in_process(folder: &Path) -> Outcome<Cost> {
    reading(&in_process("dossier", &book(folder, "samples"))?, "dossier")
}

fn in_process(bench: &str, book: &str) -> Outcome<String> {
    let mut command = cargo(&["bench", "--bench", bench]);
    said(command.args(BUILT).env("BENCH_BOOK", book).env("BENCH_KEY", PASSPHRASE))
}

fn reading(text: &str, name: &str) -> Outcome<Cost> {
    let line = text.lines().find_map(|line| line.strip_prefix(name));
    let seconds = line.and_then(|it| it.trim().parse().ok()).ok_or_else(|| format!("nobody measured {name}"))?;
    Ok(Cost { seconds, megabytes: f64::NAN })
}

/// The dossier of the first sample: the whole call, key derivation and reading of the book included.
pub fn dossier(folder: &Path) -> Outcome<Cost> {
    let book = book(folder, "samples");
    for ending in ["", "-wal", "-shm"] {
        let _ = std::fs::remove_file(format!("{book}{ending}"));
    }
    cost(&program(), &["sample", "--book", &book])?;
    report(folder, &book, &["--case", "1", "--names", "no"])
}

/// The dossier with an annex of so many accounts.
pub fn annex(folder: &Path, rows: u64) -> Outcome<Cost> {
    let list = data::list(folder, rows)?;
    let book = fresh(folder, &format!("annex-{rows}"))?;
    cost(&program(), &["import", &list.to_string_lossy(), "--book", &book])?;
    report(folder, &book, &["--names", "yes"])
}

fn report(folder: &Path, book: &str, words: &[&str]) -> Outcome<Cost> {
    let out = folder.join("report.pdf").to_string_lossy().into_owned();
    let fixed = [
        "report",
        "--template",
        "dossier",
        "--language",
        "en",
        "--format",
        "pdf",
        "--force",
        "--out",
        &out,
        "--book",
        book,
    ];
    cost(&program(), &[&fixed[..], words].concat())
}
