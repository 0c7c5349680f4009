//! The tables as Markdown, with what was measured and how.

use super::{Cost, RUNS, beside};
use crate::run::said;

/// What has been measured so far.
#[derive(Debug, Default)]
pub struct Table {
    rows: Vec<String>,
    growth: Vec<String>,
}

impl Table {
    /// Ours beside another's; the goal is a ratio.
    pub fn row(&mut self, work: &str, ours: Cost, name: &str, other: Cost, goal: f64) {
        let ratio = ours.seconds / other.seconds;
        self.rows.push(format!(
            "| {work} | {} | {} | {name} | {} | {ratio:.2} × | ≤ {goal} × |",
            time(ours),
            memory(ours),
            time(other)
        ));
    }

    /// Ours with nothing beside it; the goal is a time, or none.
    pub fn alone(&mut self, work: &str, ours: Cost, goal: &str) {
        self.rows.push(format!("| {work} | {} | {} | | | | {goal} |", time(ours), memory(ours)));
    }

    /// A size of the growth table.
    pub fn grow(&mut self, rows: u64, import: Cost, tag: Cost, facts: Cost) {
        self.growth.push(format!(
            "| {rows} | {} | {} | {} | {} | {} |",
            time(import),
            memory(import),
            time(tag),
            memory(tag),
            time(facts)
        ));
    }

    /// The page.
    pub fn markdown(&self, rows: u64) -> String {
        let machine = said(std::process::Command::new("nproc").arg("--all")).unwrap_or_default();
        format!(
            "# Benchmarks\n\nWritten by `cargo xtask bench`: release build, {} cores, one run of {rows} rows; ratios count, \
             not seconds. Import and tagging: the best of {RUNS} each, ours and theirs by turns. Lists are made by rule (about 95 bytes a row).\n\n\
             | work | ours | memory | beside | theirs | ratio | goal |\n| --- | --: | --: | --- | --: | --: | --: |\n{}\n\n\
             Ours: the whole call of the released program on a sealed book (SQLCipher, WAL, synchronous FULL, the \
             default, 128 MB page cache for writing), key derivation, validation, merging, tally, history and audit \
             included; the facts and the dossier (from the facts to the record in the book, the search for names \
             included) inside the process, median of 31. Theirs: the sqlite3 shell on a plain file, \
             `{}`; ReportLab and Typst from PyPI, five untagged columns, where ours is tagged PDF/A-3a.\n\n\
             ## Growth\n\n| rows | import | memory | tag all | memory | facts, whole call |\n\
             | --: | --: | --: | --: | --: | --: |\n{}\n",
            machine.trim(),
            self.rows.join("\n"),
            beside::PRAGMAS,
            self.growth.join("\n")
        )
    }
}

fn time(cost: Cost) -> String {
    if cost.seconds < 0.1 { format!("{:.1} ms", cost.seconds * 1000.0) } else { format!("{:.2} s", cost.seconds) }
}

fn memory(cost: Cost) -> String {
    if cost.megabytes.is_nan() { "–".to_owned() } else { format!("{:.0} MB", cost.megabytes) }
}
