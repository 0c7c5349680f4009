//! A figure in parts that each fit a page, on one scale, so that bars compare across the break. It drops nothing.

use super::height;
use crate::model::figure::{Body, Figure};

/// The figure in as few parts as fit: the first into `first_pt`, the others into `height_pt` each; itself where it fits
/// into that or cannot be divided. A row that is higher
/// than that alone makes a part of its own. Every part carries the whole table and text, and
/// is measured by the whole, so that columns and scale go on.
#[must_use]
pub fn split(figure: &Figure, width_pt: f32, first_pt: f32, height_pt: f32) -> Vec<Figure> {
    let rows = rows(&figure.body);
    if rows < 2 || height(figure, width_pt) <= height_pt {
        return vec![figure.clone()];
    }
    let mut parts = Vec::new();
    let mut begin = 0;
    while begin < rows {
        let room = if begin == 0 { first_pt } else { height_pt };
        let fits = |end: &usize| height(&part(figure, begin, *end), width_pt) <= room;
        let most = partition(begin + 1, rows, fits);
        parts.push(part(figure, begin, most));
        begin = most;
    }
    parts
}

/// The last end that fits, at least the first.
fn partition(first: usize, last: usize, fits: impl Fn(&usize) -> bool) -> usize {
    let (mut good, mut bad) = (first, last + 1);
    while bad - good > 1 {
        let middle = usize::midpoint(good, bad);
        if fits(&middle) { good = middle } else { bad = middle }
    }
    good
}

fn rows(body: &Body) -> usize {
    match body {
        Body::Bars(bars) => bars.rows.len(),
        Body::Matrix(matrix) => matrix.rows.len(),
        Body::Timeline(_) | Body::Ladder(_) | Body::Empty(_) => 1,
    }
}

fn part(figure: &Figure, begin: usize, end: usize) -> Figure {
    let mut part = figure.clone();
    match &mut part.body {
        Body::Bars(bars) => bars.shown = begin..end,
        Body::Matrix(matrix) => matrix.shown = begin..end,
        Body::Timeline(_) | Body::Ladder(_) | Body::Empty(_) => {}
    }
    part
}
