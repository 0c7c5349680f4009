//! `cargo xtask bench`: ours beside what one would take instead, as ratios in one run; writes docs/benchmarks.md.
//!
//! Every number is measured here, now, on this machine. The data are made by rule: the same rows every time.

mod beside;
mod data;
mod ours;
mod table;
mod window;

use std::path::PathBuf;

use crate::pages;
use crate::run::{Outcome, cargo, must, root, target};
use crate::setup::{self, FOR_THE_WINDOW, TO_BUILD, TO_MEASURE, TO_TEST_THE_WINDOW};

/// The rows of the table in one run; the annex has a tenth of them.
const ROWS: u64 = 1_000_000;
/// Typst's memory allows it this many rows; its time for more is scaled up, in its favour, as if it grew evenly.
const TYPST_ROWS: u64 = 10_000;

/// What is measured, and what the window is measured beside, built at once so that no library is built twice.
const BUILT: [&str; 4] =
    ["--workspace", "--locked", "--features", "breachbook-window/custom-protocol,breachbook-window/bare"];

/// Import and tagging are run so often, ours and theirs by turns; the best of each counts, for what else the machine does
/// meanwhile only ever adds.
pub const RUNS: usize = 3;

/// What a piece of work cost.
#[derive(Debug, Clone, Copy)]
pub struct Cost {
    seconds: f64,
    megabytes: f64,
}

impl Cost {
    /// The shorter time, and the larger memory.
    fn best(self, other: Self) -> Self {
        Self { seconds: self.seconds.min(other.seconds), megabytes: self.megabytes.max(other.megabytes) }
    }
}

/// Runs it; whether everything could be measured.
pub fn run(large: bool) -> Outcome<bool> {
    setup::prepare(&[TO_BUILD, FOR_THE_WINDOW, TO_MEASURE, TO_TEST_THE_WINDOW])?;
    setup::prepare_python()?;
    pages::prepare()?;
    pages::build()?;
    must(cargo(&["build", "--release", "--bins", "--benches", "--examples"]).args(BUILT))?;
    let folder = folder()?;
    let rows = std::env::var("BREACHBOOK_BENCH_ROWS").ok().and_then(|it| it.parse().ok()).unwrap_or(ROWS);
    let mut lines = table::Table::default();
    main_table(&folder, rows, &mut lines)?;
    let sizes = [rows / 100, rows / 10, rows].into_iter().chain(large.then_some(rows * 10));
    for size in sizes {
        let (import, tag, facts) = ours::at(&folder, size)?;
        lines.grow(size, import, tag, facts);
    }
    let text = lines.markdown(rows) + &window::markdown(&folder, rows)?;
    println!("\n{text}");
    let kept = root().join("docs").join("benchmarks.md");
    std::fs::write(&kept, text).map_err(|cause| format!("{}: {cause}", kept.display()))?;
    Ok(true)
}

fn main_table(folder: &std::path::Path, rows: u64, lines: &mut table::Table) -> Outcome<()> {
    let list = data::list(folder, rows)?;
    let mut best = by_turns(folder, rows, &list)?;
    for _ in 1..RUNS {
        for (best, again) in best.iter_mut().zip(by_turns(folder, rows, &list)?) {
            *best = best.best(again);
        }
    }
    let [import, tag, undo, beside_import, beside_tag] = best;
    lines.row(&format!("import {rows} rows"), import, "sqlite3 `.import`", beside_import, 0.8);
    lines.row(&format!("tag {rows} accounts"), tag, "bare UPDATE", beside_tag, 2.0);
    lines.row("undo that", undo, "the tagging", tag, 1.0);
    let (facts, group_by) = ours::facts_in_process(folder, rows)?;
    lines.row("read the facts, in process", facts, "bare GROUP BY", group_by, 1.0);
    let (parties, party) = ours::parties_in_process(folder, rows)?;
    lines.alone("numbers of all of 200 parties, in process", parties, "≤ 20 ms");
    lines.alone("facts of one of them, in process", party, "≤ 5 ms");
    let (verify, deed) = ours::verify_in_process(folder, rows)?;
    lines.alone("verify all of it, after 1,000 deeds more, in process", verify, "≤ 10 s");
    lines.alone("one of these deeds, in process", deed, "");
    lines.alone("the Storm-0558 dossier, whole call", ours::dossier(folder)?, "");
    lines.alone("the Storm-0558 dossier, in process", ours::dossier_in_process(folder)?, "≤ 100 ms");
    let annex = rows / 10;
    let ours = ours::annex(folder, annex)?;
    lines.row(&format!("annex of {annex} accounts"), ours, "ReportLab", beside::reportlab(folder, annex)?, 1.0);
    let typst = beside::typst(folder, annex.min(TYPST_ROWS))?;
    #[expect(clippy::cast_precision_loss, reason = "row counts are small")]
    let scale = annex as f64 / annex.min(TYPST_ROWS) as f64;
    let scaled = Cost { seconds: typst.seconds * scale, megabytes: typst.megabytes };
    lines.row(&format!("annex of {annex} accounts"), ours, "Typst (scaled from 10,000 rows)", scaled, 0.1);
    Ok(())
}

/// Import, tagging and its undoing, ours and then theirs.
fn by_turns(folder: &std::path::Path, rows: u64, list: &std::path::Path) -> Outcome<[Cost; 5]> {
    let (import, tag, _) = ours::at(folder, rows)?;
    let undo = ours::undo(folder, rows)?;
    Ok([import, tag, undo, beside::import(folder, list)?, beside::update(folder)?])
}

fn folder() -> Outcome<PathBuf> {
    let folder = target().join("bench");
    std::fs::create_dir_all(&folder).map_err(|cause| format!("{}: {cause}", folder.display()))?;
    Ok(folder)
}
