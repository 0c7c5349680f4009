//! A linear axis of time: where an instant stands, and the ticks. It never breaks and never leaves the drawing.

use jiff::Timestamp;
use plotters::coord::ranged1d::Ranged;
use plotters::coord::types::RangedCoordf64;

use super::GRID;
use super::fit::Lettering;
use super::palette::Palette;
use super::picture::Group;
use crate::model::figure::{Tick, Timeline};

/// The room above the axis for bars, in pt.
const BARS: f32 = 44.0;
/// The same where no day has a bar, in pt.
const BARE: f32 = 8.0;

/// Where things stand.
pub(super) struct Axis {
    from: Timestamp,
    span: f64,
    /// Where it begins.
    pub left: f32,
    /// Where it ends.
    pub width: f32,
    /// The axis' line.
    pub base: f32,
    /// Between base and the lowest lane.
    pub bars: f32,
}

impl Axis {
    pub fn of(line: &Timeline, width: f32) -> Self {
        let span = seconds(line.from, line.until).max(1.0);
        let bars = if line.days.iter().any(|day| day.value > 0) { BARS } else { BARE };
        Self { from: line.from, span, left: 0.0, width, base: 0.0, bars }
    }

    /// Linear from the first to the last instant; never outside.
    pub fn at(&self, instant: Timestamp) -> f32 {
        let range = RangedCoordf64::from(0.0..self.span);
        let place = range.map(
            &seconds(self.from, instant).clamp(0.0, self.span),
            ((self.left * GRID) as i32, (self.width * GRID) as i32),
        );
        place as f32 / GRID
    }

    /// The upper edge of a lane.
    pub fn lane(&self, top: usize) -> f32 {
        self.base - self.bars - top as f32 * Lettering::small(plotters::style::BLACK).lead()
    }
}

pub(super) fn seconds(from: Timestamp, until: Timestamp) -> f64 {
    until.duration_since(from).as_secs_f64()
}

/// Every tick; labels as many as stand apart, at even distances.
pub(super) fn ticks(ticks: &[Tick], axis: &Axis, palette: &Palette, group: &mut Group) {
    let small = Lettering::small(palette.quiet);
    for tick in ticks {
        let at = axis.at(tick.at).clamp(axis.left + 0.3, axis.width - 0.3);
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
