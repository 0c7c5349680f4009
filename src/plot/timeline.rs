//! A linear time axis: bars by day, marks and bands with their labels above, log coverage beneath, gaps hatched.

use super::axis::{Axis, ticks};
use super::fit;
use super::fit::Lettering;
use super::marks::Marks;
use super::palette::Palette;
use super::picture::{Area, Picture};
use crate::model::figure::{DayBar, Span, Timeline};

/// How high the strip of coverage is, in pt.
const STRIP: f32 = 6.0;
/// What a gap measures at least, in pt: an hour without a log is seen in a year.
const LEAST_GAP: f32 = 2.5;
/// What a day's bar measures at least, in pt.
const LEAST_DAY: f32 = 0.6;
/// What a day's bar measures at most, in pt.
const MOST_DAY: f32 = 14.0;
/// Draws the timeline.
pub(super) fn draw(line: &Timeline, palette: &Palette, picture: &mut Picture) {
    let small = Lettering::small(palette.quiet);
    let mut axis = Axis::of(line, picture.width);
    let marks = Marks::place(&line.marks, &mut axis, &small);
    axis.base = marks.lanes() as f32 * small.lead() + axis.bars + 3.0;
    marks.bands(&axis, palette, picture);
    days(&line.days, &axis, palette, picture);
    marks.stems(&axis, palette, picture);
    marks.labels(&axis, palette, picture);
    let below = beneath(line, &axis, palette, picture);
    picture.height = marks.list(below, palette, picture);
}

fn days(days: &[DayBar], axis: &Axis, palette: &Palette, picture: &mut Picture) {
    let peak = days.iter().map(|day| day.value).max().unwrap_or_default().max(1) as f64;
    for day in days.iter().filter(|day| day.value > 0) {
        let (left, right) = (axis.at(day.from), axis.at(day.until));
        let half = ((right - left) * 0.8).clamp(LEAST_DAY, MOST_DAY) / 2.0;
        let middle = f32::midpoint(left, right).clamp(axis.left + half, axis.width - half);
        let tall = ((day.value as f64 / peak) as f32 * (axis.bars - 4.0)).max(1.0);
        let area = Area::new(middle - half, axis.base - tall, middle + half, axis.base);
        picture.mark(day.label.clone(), None, area).fill(area, palette.solid);
    }
}

/// The axis, its ticks, the coverage and what explains them; returns where it ends.
fn beneath(line: &Timeline, axis: &Axis, palette: &Palette, picture: &mut Picture) -> f32 {
    let group = picture.plain();
    group.line((axis.left, axis.base), (axis.width, axis.base), palette.strong, 0.6);
    ticks(&line.ticks, axis, palette, group);
    let mut top = axis.base + 15.0;
    if !line.coverage_label.is_empty() {
        coverage(&line.coverage, axis, top, palette, picture);
        top += STRIP + 4.0;
    }
    key(line, axis, top, palette, picture)
}

fn coverage(spans: &[Span], axis: &Axis, top: f32, palette: &Palette, picture: &mut Picture) {
    let mut whole: Vec<_> =
        spans.iter().filter(|span| span.whole).map(|span| (axis.at(span.from), axis.at(span.until))).collect();
    whole.sort_by(|a, b| a.0.total_cmp(&b.0));
    let group = picture.plain();
    for (left, right) in &whole {
        group.fill(Area::new(*left, top, *right, top + STRIP), palette.covered);
    }
    group.frame(Area::new(axis.left, top, axis.width, top + STRIP), palette.strong, 0.5);
    for (left, right) in gaps(&whole, spans, axis) {
        let right = right.max(left + LEAST_GAP).min(axis.width);
        let area = Area::new(left.min(right - LEAST_GAP).max(axis.left), top, right, top + STRIP);
        group.fill(area, palette.ground);
        group.hatch(area, palette.faint);
    }
}

/// What no log covers whole: between the spans, and where a log is known to be cut.
fn gaps(whole: &[(f32, f32)], spans: &[Span], axis: &Axis) -> Vec<(f32, f32)> {
    let mut gaps = Vec::new();
    let mut reached = axis.left;
    for (left, right) in whole {
        if *left > reached {
            gaps.push((reached, *left));
        }
        reached = right.max(reached);
    }
    if reached < axis.width - 0.05 {
        gaps.push((reached, axis.width));
    }
    gaps.extend(spans.iter().filter(|span| !span.whole).map(|span| (axis.at(span.from), axis.at(span.until))));
    gaps
}

/// What a bar and the strip mean, each beside a piece of it.
fn key(line: &Timeline, axis: &Axis, top: f32, palette: &Palette, picture: &mut Picture) -> f32 {
    let small = Lettering::small(palette.quiet);
    let mut top = top;
    for (text, hatched) in [(&line.peak, false), (&line.coverage_label, true)] {
        if text.is_empty() {
            continue;
        }
        let group = picture.plain();
        let swatch = Area::new(0.0, top + 1.6, 8.0, top + 7.0);
        if hatched {
            group.hatch(swatch, palette.faint)
        } else {
            group.fill(swatch, palette.solid)
        };
        let lines = fit::lines(text, &small, axis.width - 12.0);
        top = picture.paragraph(&lines, &small, 12.0, top) + 1.0;
    }
    top + 1.0
}
