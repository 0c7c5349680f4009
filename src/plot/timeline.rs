//! A linear time axis: bars by day, marks and bands with their labels above, log coverage beneath, gaps hatched.

use jiff::Timestamp;
use plotters::coord::ranged1d::Ranged;
use plotters::coord::types::RangedCoordf64;

use super::GRID;
use super::fit;
use super::labels::{self, Flag, Place};
use super::palette::Palette;
use super::picture::{Area, Group, Lettering, Picture};
use crate::model::figure::{DayBar, Mark, Span, Tick, Timeline};

/// How high the largest day stands, in pt.
const BARS: f32 = 44.0;
/// The room above the axis where no day has a bar, in pt.
const BARE: f32 = 8.0;
/// How high the strip of coverage is, in pt.
const STRIP: f32 = 6.0;
/// What a gap measures at least, in pt: an hour without a log is seen in a year.
const LEAST_GAP: f32 = 2.5;
/// What a day's bar measures at least, in pt.
const LEAST_DAY: f32 = 0.6;
/// What a day's bar measures at most, in pt.
const MOST_DAY: f32 = 14.0;

/// Where things stand.
struct Axis {
    from: Timestamp,
    span: f64,
    width: f32,
    /// The axis' line.
    base: f32,
    /// Between base and the lowest lane.
    bars: f32,
}

/// Draws the timeline.
pub(super) fn draw(line: &Timeline, palette: &Palette, picture: &mut Picture) {
    let small = Lettering::small(palette.quiet);
    let mut axis = Axis::of(line, picture.width);
    let marks: Vec<_> = line.marks.iter().map(|mark| fit::lines(&mark.label, &small, axis.width / 3.0 - 8.0)).collect();
    let flags: Vec<_> = line.marks.iter().zip(&marks).map(|(mark, lines)| axis.flag(mark, lines, &small)).collect();
    let places = labels::place(&flags, axis.width);
    let lanes = places.iter().map(|place| place.top).max().unwrap_or_default();
    axis.base = lanes as f32 * small.lead() + axis.bars + 3.0;
    bands(line, &axis, &places, palette, picture);
    days(&line.days, &axis, palette, picture);
    stems(line, &axis, &places, palette, picture);
    for ((mark, lines), place) in line.marks.iter().zip(&marks).zip(&places) {
        label(mark, lines, place, &axis, palette, picture);
    }
    picture.height = beneath(line, &axis, palette, picture);
}

impl Axis {
    fn of(line: &Timeline, width: f32) -> Self {
        let span = seconds(line.from, line.until).max(1.0);
        let bars = if line.days.iter().any(|day| day.value > 0) { BARS } else { BARE };
        Self { from: line.from, span, width, base: 0.0, bars }
    }

    /// Linear from the first to the last instant; never outside.
    fn at(&self, instant: Timestamp) -> f32 {
        let range = RangedCoordf64::from(0.0..self.span);
        let place = range.map(&seconds(self.from, instant).clamp(0.0, self.span), (0, (self.width * GRID) as i32));
        place as f32 / GRID
    }

    fn flag(&self, mark: &Mark, lines: &[String], small: &Lettering) -> Flag {
        let (from, until) = (self.at(mark.from), self.at(mark.until));
        Flag { from, until, width: fit::widest(lines, small), lines: lines.len() }
    }

    /// The upper edge of a lane.
    fn lane(&self, top: usize) -> f32 {
        self.base - self.bars - top as f32 * Lettering::small(plotters::style::BLACK).lead()
    }
}

fn seconds(from: Timestamp, until: Timestamp) -> f64 {
    until.duration_since(from).as_secs_f64()
}

/// Whether only a period is known, or meant.
fn is_band(mark: &Mark) -> bool {
    mark.until > mark.from
}

fn bands(line: &Timeline, axis: &Axis, places: &[Place], palette: &Palette, picture: &mut Picture) {
    let mut bands: Vec<_> = line.marks.iter().zip(places).filter(|(mark, _)| is_band(mark)).collect();
    bands.sort_by(|(a, _), (b, _)| seconds(b.from, b.until).total_cmp(&seconds(a.from, a.until)));
    let group = picture.plain();
    for (mark, place) in bands {
        group.fill(Area::new(axis.at(mark.from), axis.lane(place.top), axis.at(mark.until), axis.base), palette.band);
    }
}

fn days(days: &[DayBar], axis: &Axis, palette: &Palette, picture: &mut Picture) {
    let peak = days.iter().map(|day| day.value).max().unwrap_or_default().max(1) as f64;
    for day in days.iter().filter(|day| day.value > 0) {
        let (left, right) = (axis.at(day.from), axis.at(day.until));
        let half = ((right - left) * 0.8).clamp(LEAST_DAY, MOST_DAY) / 2.0;
        let middle = f32::midpoint(left, right).clamp(half, axis.width - half);
        let tall = ((day.value as f64 / peak) as f32 * (axis.bars - 4.0)).max(1.0);
        let area = Area::new(middle - half, axis.base - tall, middle + half, axis.base);
        picture.mark(day.label.clone(), None, area).fill(area, palette.solid);
    }
}

fn stems(line: &Timeline, axis: &Axis, places: &[Place], palette: &Palette, picture: &mut Picture) {
    for (mark, place) in line.marks.iter().zip(places) {
        let (left, right, top) = (axis.at(mark.from), axis.at(mark.until), axis.lane(place.top));
        let group = picture.mark(
            mark.label.clone(),
            None,
            Area::new((left - 3.0).max(0.0), top, (right + 3.0).min(axis.width), axis.base),
        );
        let (color, width) = if mark.prominent { (palette.prominent, 1.2) } else { (palette.quiet, 0.7) };
        for edge in [left, right] {
            // A line at the very edge keeps its whole width on the canvas.
            let edge = edge.clamp(width / 2.0, axis.width - width / 2.0);
            group.line((edge, top), (edge, axis.base), color, width);
        }
    }
}

fn label(mark: &Mark, lines: &[String], place: &Place, axis: &Axis, palette: &Palette, picture: &mut Picture) {
    let small = Lettering::small(if mark.prominent { palette.prominent } else { palette.quiet });
    let group = picture.plain();
    for (text, number) in lines.iter().zip(0_u16..) {
        let baseline = axis.lane(place.top) + small.lead() * f32::from(number) + small.lead() / 2.0 + small.drop();
        group.text(text, small, (place.left, baseline));
    }
}

/// The axis, its ticks, the coverage and what explains them; returns where it ends.
fn beneath(line: &Timeline, axis: &Axis, palette: &Palette, picture: &mut Picture) -> f32 {
    let group = picture.plain();
    group.line((0.0, axis.base), (axis.width, axis.base), palette.strong, 0.6);
    ticks(&line.ticks, axis, palette, group);
    let mut top = axis.base + 15.0;
    if !line.coverage_label.is_empty() {
        coverage(&line.coverage, axis, top, palette, picture);
        top += STRIP + 4.0;
    }
    key(line, axis, top, palette, picture)
}

/// Every tick; labels as many as stand apart, at even distances.
fn ticks(ticks: &[Tick], axis: &Axis, palette: &Palette, group: &mut Group) {
    let small = Lettering::small(palette.quiet);
    for tick in ticks {
        let at = axis.at(tick.at).clamp(0.3, axis.width - 0.3);
        group.line((at, axis.base), (at, axis.base + 3.0), palette.strong, 0.6);
    }
    let place = |tick: &Tick| axis.at(tick.at).min(axis.width - small.width(&tick.label)).max(0.0);
    let apart = |step: usize| {
        let shown: Vec<_> = ticks.iter().step_by(step).collect();
        shown.windows(2).all(|pair| place(pair[0]) + small.width(&pair[0].label) + 8.0 <= place(pair[1]))
    };
    let step = (1..=ticks.len().max(1)).find(|step| apart(*step)).unwrap_or(1);
    for tick in ticks.iter().step_by(step) {
        group.text(&tick.label, small, (place(tick), axis.base + 10.5));
    }
}

fn coverage(spans: &[Span], axis: &Axis, top: f32, palette: &Palette, picture: &mut Picture) {
    let mut whole: Vec<_> =
        spans.iter().filter(|span| span.whole).map(|span| (axis.at(span.from), axis.at(span.until))).collect();
    whole.sort_by(|a, b| a.0.total_cmp(&b.0));
    let group = picture.plain();
    for (left, right) in &whole {
        group.fill(Area::new(*left, top, *right, top + STRIP), palette.covered);
    }
    group.frame(Area::new(0.0, top, axis.width, top + STRIP), palette.strong, 0.5);
    for (left, right) in gaps(&whole, spans, axis) {
        let right = right.max(left + LEAST_GAP).min(axis.width);
        let area = Area::new(left.min(right - LEAST_GAP).max(0.0), top, right, top + STRIP);
        group.fill(area, palette.ground);
        group.hatch(area, palette.faint);
    }
}

/// What no log covers whole: between the spans, and where a log is known to be cut.
fn gaps(whole: &[(f32, f32)], spans: &[Span], axis: &Axis) -> Vec<(f32, f32)> {
    let mut gaps = Vec::new();
    let mut reached = 0.0;
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
