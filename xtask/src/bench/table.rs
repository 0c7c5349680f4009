//! The tables as Markdown, with what was measured and how.

use super::{Cost, RUNS, beside};
use crate::run::said;

/// Rows of a list; what import, tag and facts cost.
type Size = (u64, [Cost; 3]);

/// What has been measured so far.
#[derive(Debug, Default)]
pub struct Table {
    rows: Vec<String>,
    growth: Vec<Size>,
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

    /// A size of the growth table: import, tag and facts; the next is larger.
    pub fn grow(&mut self, rows: u64, import: Cost, tag: Cost, facts: Cost) {
        self.growth.push((rows, [import, tag, facts]));
    }

    /// Each size, with how many times the one above it costs, beside what n log n would.
    fn growth(&self) -> String {
        let above = std::iter::once(None).chain(self.growth.iter().map(Some));
        self.growth.iter().zip(above).map(|(size, above)| grown(size, above)).collect::<Vec<_>>().join("\n")
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
             ## Growth\n\nIn brackets: how many times the size above. A call opens the book first, which a small list shows.\n\n\
             | rows | import | memory | tag all | memory | n log n | facts, whole call |\n\
             | --: | --: | --: | --: | --: | --: | --: |\n{}\n",
            machine.trim(),
            self.rows.join("\n"),
            beside::PRAGMAS,
            self.growth()
        )
    }
}

fn grown((rows, costs): &Size, above: Option<&Size>) -> String {
    let [import, tag, facts] = *costs;
    let times =
        |of: usize| above.map_or_else(String::new, |it| format!(" ({:.1} ×)", costs[of].seconds / it.1[of].seconds));
    let sorting = above.map_or_else(String::new, |it| format!("{:.1} ×", n_log_n(*rows) / n_log_n(it.0)));
    let [import_times, tag_times] = [times(0), times(1)];
    let [import_memory, tag_memory] = [memory(import), memory(tag)];
    format!(
        "| {rows} | {}{import_times} | {import_memory} | {}{tag_times} | {tag_memory} | {sorting} | {} |",
        time(import),
        time(tag),
        time(facts)
    )
}

#[expect(clippy::cast_precision_loss, reason = "row counts are small")]
fn n_log_n(rows: u64) -> f64 {
    rows as f64 * (rows as f64).log2()
}

fn time(cost: Cost) -> String {
    if cost.seconds < 0.1 { format!("{:.1} ms", cost.seconds * 1000.0) } else { format!("{:.2} s", cost.seconds) }
}

fn memory(cost: Cost) -> String {
    if cost.megabytes.is_nan() { "–".to_owned() } else { format!("{:.0} MB", cost.megabytes) }
}
