//! Copies of a book in a folder: how they are called, which there are, which are kept. It copies nothing itself.

use std::path::{Path, PathBuf};

use jiff::Timestamp;

/// Copies of a book that are kept.
pub const KEPT: usize = 10;
/// The ending of a book's file.
const ENDING: &str = "breachbook";

/// Where the next copy of a book goes: its name, the end of its uid, and the time, so that copies of two books of one
/// name stay apart and the names sort by time.
#[must_use]
pub fn place(folder: &Path, book: &Path, uid: &str, now: Timestamp) -> PathBuf {
    folder.join(format!("{}{}.{ENDING}", prefix(book, uid), now.strftime("%Y-%m-%dT%H%M%SZ")))
}

fn prefix(book: &Path, uid: &str) -> String {
    let stem = book.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let end: String = uid.chars().rev().take(8).collect::<Vec<_>>().into_iter().rev().collect();
    format!("{stem} {end} ")
}

/// The copies of a book in a folder, the oldest first.
#[must_use]
pub fn copies(folder: &Path, book: &Path, uid: &str) -> Vec<PathBuf> {
    let prefix = prefix(book, uid);
    let is_time =
        |rest: &str| rest.len() == 18 && rest.bytes().all(|it| it.is_ascii_digit() || matches!(it, b'-' | b'T' | b'Z'));
    let named = |path: &PathBuf| {
        let name = super::files::name(path);
        let rest = name.strip_prefix(&prefix).and_then(|rest| rest.strip_suffix(&format!(".{ENDING}")));
        rest.is_some_and(is_time) && path.is_file()
    };
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut copies: Vec<PathBuf> = entries.map(|entry| entry.path()).filter(named).collect();
    copies.sort();
    copies
}

/// Removes all but the last [`KEPT`] copies of a book; says how many. One that cannot be removed stays.
pub fn prune(folder: &Path, book: &Path, uid: &str) -> usize {
    let copies = copies(folder, book, uid);
    let old = copies.len().saturating_sub(KEPT);
    copies.iter().take(old).filter(|path| std::fs::remove_file(path).is_ok()).count()
}
