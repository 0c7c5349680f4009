//! Horizontal bars: what is counted solid, what suspicion adds hatched, an open end as an arrow head.

use plotters::style::RGBColor;

use super::fit::Lettering;
use super::palette::{Palette, mix};
use super::picture::{Area, Group, Picture};
use super::rows::{LEAST, MANY, Row, Rows, Words};
use crate::model::figure::{Bar, Bars};

/// What a hatched part measures at least, in pt: less does not show its lines.
const LEAST_HATCH: f32 = 2.5;
/// Kept free for arrow heads, in pt.
const TAIL: f32 = 8.0;

/// Draws the bars.
pub(super) fn draw(bars: &Bars, palette: &Palette, picture: &mut Picture) {
    let words: Vec<_> = bars.rows.iter().map(words).collect();
    let set = if words.len() > MANY { Lettering::small } else { Lettering::label };
    let rows = Rows::place(&words, picture.width, bars.full, TAIL, &set(palette.ink)).only(&bars.shown);
    picture.height = rows.height();
    axis(&rows, palette, picture);
    for (bar, row) in bars.rows.iter().skip(bars.shown.start).zip(&rows.rows) {
        let group = picture.mark(format!("{}: {}", bar.label, bar.printed), bar.filter.as_deref(), row.area);
        let quiet = if bar.unknown { palette.quiet } else { palette.ink };
        row.write(group, rows.right, set(quiet), set(palette.ink));
        stroke(bar, row, &rows, palette, group);
    }
}

/// The line that all bars begin at: a zero is seen on it.
pub(super) fn axis(rows: &Rows, palette: &Palette, picture: &mut Picture) {
    let (left, height) = (rows.bars.start, picture.height);
    picture.plain().line((left, 0.0), (left, height), palette.strong, 0.5);
}

fn words(bar: &Bar) -> Words<'_> {
    Words { label: &bar.label, printed: &bar.printed, depth: bar.depth }
}

fn stroke(bar: &Bar, row: &Row, rows: &Rows, palette: &Palette, group: &mut Group) {
    let (solid, hatch) = colors(bar, palette);
    let half = if bar.depth == 0 { 4.0 } else { 3.0 };
    let strip = |left, right| Area::new(left, row.middle() - half, right, row.middle() + half);
    let begin = rows.bars.start;
    let middle = rows.end(begin, 0, bar.solid, LEAST);
    let end = rows.end(middle, bar.solid, bar.hatched, LEAST_HATCH);
    if bar.solid > 0 {
        group.fill(strip(begin, middle), solid);
    }
    if bar.hatched > 0 {
        group.hatch(strip(middle, end), hatch);
    }
    if bar.open {
        arrow_head(group, (end + 2.0, row.middle()), hatch);
    }
}

/// What lies deeper in a tree is part of a bar above it, and lighter.
fn colors(bar: &Bar, palette: &Palette) -> (RGBColor, RGBColor) {
    match (bar.unknown, bar.depth) {
        (true, _) => (palette.unknown, palette.faint),
        (false, 0) => (palette.solid, palette.solid),
        (false, _) => (mix(palette.ground, palette.solid, 0.6), palette.solid),
    }
}

/// It goes on, nobody knows how far.
fn arrow_head(group: &mut Group, (left, middle): (f32, f32), color: RGBColor) {
    group.line((left, middle - 3.0), (left + 3.0, middle), color, 1.0);
    group.line((left + 3.0, middle), (left, middle + 3.0), color, 1.0);
}
