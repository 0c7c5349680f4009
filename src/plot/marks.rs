//! The marks of a timeline: stems and bands, their labels above. Where labels would lie on each other, numbers stand in
//! their place and the labels in a list beneath; none is dropped.

use super::axis::{Axis, seconds};
use super::fit;
use super::fit::Lettering;
use super::labels::{self, Flag, Place};
use super::palette::{Palette, mix};
use super::picture::{Area, Picture};
use crate::model::figure::Mark;

/// A band narrower than that, in pt, is a strip: two lines would be two events.
const NARROW: f32 = 12.0;
/// Between columns of the list, in pt.
const GUTTER: f32 = 14.0;

/// Marks with their labels in place.
pub(super) struct Marks<'a> {
    marks: &'a [Mark],
    /// What stands at each stem, in lines.
    texts: Vec<Vec<String>>,
    places: Vec<Place>,
    /// Numbers stand at the stems, the labels beneath.
    numbered: bool,
}

impl<'a> Marks<'a> {
    /// Finds a place for every label. Numbers take a little of the axis: then each has room on its left.
    pub fn place(marks: &'a [Mark], axis: &mut Axis, small: &Lettering) -> Self {
        let texts: Vec<_> = marks.iter().map(|mark| fit::lines(&mark.label, small, room(mark, axis))).collect();
        let (places, crossings) = labels::place(&flags(marks, &texts, axis, small), axis.width);
        if crossings == 0 {
            return Self { marks, texts, places, numbered: false };
        }
        let texts: Vec<_> = (1..=marks.len()).map(|number| vec![number.to_string()]).collect();
        axis.left = fit::widest(texts.iter().flatten(), small) + 4.0;
        let (places, _) = labels::place(&flags(marks, &texts, axis, small), axis.width);
        Self { marks, texts, places, numbered: true }
    }

    /// How many lanes the labels take.
    pub fn lanes(&self) -> usize {
        self.places.iter().map(|place| place.top).max().unwrap_or_default()
    }

    fn placed(&self) -> impl Iterator<Item = (&'a Mark, &Place)> {
        self.marks.iter().zip(&self.places)
    }

    /// The grounds of the bands, the wider beneath the narrower.
    pub fn bands(&self, axis: &Axis, palette: &Palette, picture: &mut Picture) {
        let mut bands: Vec<_> = self.placed().filter(|(mark, _)| is_band(mark)).collect();
        bands.sort_by(|(a, _), (b, _)| seconds(b.from, b.until).total_cmp(&seconds(a.from, a.until)));
        let group = picture.plain();
        for (mark, place) in bands {
            group.fill(
                Area::new(axis.at(mark.from), axis.lane(place.top), axis.at(mark.until), axis.base),
                palette.band,
            );
        }
    }

    /// What stands out is drawn last, over its neighbours.
    pub fn stems(&self, axis: &Axis, palette: &Palette, picture: &mut Picture) {
        let mut marks: Vec<_> = self.placed().collect();
        marks.sort_by_key(|(mark, _)| mark.prominent);
        for (mark, place) in marks {
            let (left, right, top) = (axis.at(mark.from), axis.at(mark.until), axis.lane(place.top));
            let hit = Area::new((left - 3.0).max(0.0), top, (right + 3.0).min(axis.width), axis.base);
            let group = picture.mark(mark.label.clone(), None, hit);
            let (color, width) = if mark.prominent { (palette.prominent, 1.2) } else { (palette.quiet, 0.7) };
            if right > left && right - left < NARROW {
                let strip = Area::new(left, top, right.max(left + 1.0).min(axis.width), axis.base);
                group.fill(strip, mix(palette.ground, color, 0.32));
                continue;
            }
            for edge in [left, right] {
                // A line at the very edge keeps its whole width on the canvas.
                let edge = edge.clamp(width / 2.0, axis.width - width / 2.0);
                group.line((edge, top), (edge, axis.base), color, width);
            }
        }
    }

    /// What stands at the stems.
    pub fn labels(&self, axis: &Axis, palette: &Palette, picture: &mut Picture) {
        for ((mark, place), lines) in self.placed().zip(&self.texts) {
            label(mark, lines, place, axis, palette, picture);
        }
    }

    /// The list of numbered labels in columns, from `top` down; returns where it ends.
    pub fn list(&self, top: f32, palette: &Palette, picture: &mut Picture) -> f32 {
        if !self.numbered {
            return top;
        }
        let small = Lettering::small(palette.quiet);
        let indent = fit::widest(self.texts.iter().flatten(), &small) + 5.0;
        let widest = fit::widest(self.marks.iter().map(|mark| &mark.label), &small).min(picture.width - indent);
        let columns = ((picture.width + GUTTER) / (widest + indent + GUTTER)).floor().max(1.0);
        let each = (self.marks.len() as f32 / columns).ceil() as usize;
        let mut end = top;
        for (number, column) in self.marks.chunks(each.max(1)).enumerate() {
            let left = (widest + indent + GUTTER) * number as f32;
            let mut below = top;
            for (mark, text) in column.iter().zip(&self.texts[number * each..]) {
                let small = Lettering::small(if mark.prominent { palette.prominent } else { palette.quiet });
                picture.paragraph(text, &small, left, below);
                below = picture.paragraph(&fit::lines(&mark.label, &small, widest + 0.1), &small, left + indent, below);
            }
            end = end.max(below);
        }
        end + 4.0
    }
}

/// Whether only a period is known, or meant.
fn is_band(mark: &Mark) -> bool {
    mark.until > mark.from
}

fn flags(marks: &[Mark], texts: &[Vec<String>], axis: &Axis, small: &Lettering) -> Vec<Flag> {
    let flag = |(mark, lines): (&Mark, &Vec<String>)| {
        let (from, until) = (axis.at(mark.from), axis.at(mark.until));
        Flag { from, until, width: fit::widest(lines, small), lines: lines.len() }
    };
    marks.iter().zip(texts).map(flag).collect()
}

/// What a label may measure so that it surely finds a side: beside a point half of the width, beside a band a third,
/// or within it.
fn room(mark: &Mark, axis: &Axis) -> f32 {
    if !is_band(mark) {
        return axis.width * 0.46;
    }
    (axis.at(mark.until) - axis.at(mark.from) - 8.0).max(axis.width / 3.0 - 8.0)
}

/// Lines end at the stem that they stand left of, and begin at the one that they stand right of.
fn label(mark: &Mark, lines: &[String], place: &Place, axis: &Axis, palette: &Palette, picture: &mut Picture) {
    let small = Lettering::small(if mark.prominent { palette.prominent } else { palette.quiet });
    let widest = fit::widest(lines, &small);
    let ends = place.left + widest <= axis.at(mark.from);
    let group = picture.plain();
    for (text, number) in lines.iter().zip(0_u16..) {
        let baseline = axis.lane(place.top) + small.lead() * f32::from(number) + small.lead() / 2.0 + small.drop();
        let left = if ends { place.left + widest - small.width(text) } else { place.left };
        group.text(text, small, (left, baseline));
    }
}
