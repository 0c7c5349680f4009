//! The derivation: from what was read to what is counted, each step where the one before it ended.

use super::bars;
use super::fit::Lettering;
use super::palette::Palette;
use super::picture::{Area, Group, Picture};
use super::rows::{LEAST, Row, Rows, Words};
use crate::model::figure::{Step, StepKind};

/// Half of a bar's height, in pt.
const HALF: f32 = 4.0;

/// Draws the steps.
pub(super) fn draw(steps: &[Step], palette: &Palette, picture: &mut Picture) {
    let words: Vec<_> = steps.iter().map(words).collect();
    let full = steps.iter().map(|step| step.value).max().unwrap_or_default();
    let rows = Rows::place(&words, picture.width, full, 0.0, &Lettering::label(palette.ink));
    picture.height = rows.height();
    bars::axis(&rows, palette, picture);
    let mut level = 0;
    for (number, (step, row)) in steps.iter().zip(&rows.rows).enumerate() {
        let group = picture.mark(format!("{}: {}", step.label, step.printed), None, row.area);
        row.write(group, rows.right, lettering(step, palette), lettering(step, palette));
        let from = if number == 0 { None } else { Some(rows.at(level)) };
        stroke(step, level, row, &rows, palette, group);
        level = after(step, level);
        if let Some(edge) = from {
            group.line((edge, row.area.top - 0.5), (edge, row.middle() - HALF), palette.strong, 0.5);
        }
    }
}

fn words(step: &Step) -> Words<'_> {
    Words { label: &step.label, printed: &step.printed, depth: u8::from(step.kind != StepKind::Level) }
}

/// Levels are what the reader takes away.
fn lettering(step: &Step, palette: &Palette) -> Lettering {
    match step.kind {
        StepKind::Level => Lettering::label(palette.ink),
        StepKind::Minus | StepKind::Suspected => Lettering::label(palette.quiet),
    }
}

/// What is left after a step.
fn after(step: &Step, level: u64) -> u64 {
    match step.kind {
        StepKind::Level => step.value,
        StepKind::Minus | StepKind::Suspected => level.saturating_sub(step.value),
    }
}

fn stroke(step: &Step, level: u64, row: &Row, rows: &Rows, palette: &Palette, group: &mut Group) {
    if step.value == 0 {
        return;
    }
    let strip = |left: f32, right: f32| Area::new(left, row.middle() - HALF, right, row.middle() + HALF);
    let begin = rows.bars.start;
    let lower = rows.at(after(step, level));
    let upper = rows.at(level);
    match step.kind {
        StepKind::Level => group.fill(strip(begin, rows.end(begin, 0, step.value, LEAST)), palette.solid),
        StepKind::Minus => {
            group.fill(strip(lower.min(upper - LEAST).max(begin), upper.max(begin + LEAST)), palette.unknown)
        }
        StepKind::Suspected => {
            group.hatch(strip(lower.min(upper - 2.5).max(begin), upper.max(begin + 2.5)), palette.solid)
        }
    }
}
