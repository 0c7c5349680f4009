//! How a text is set in a drawing, how wide it is then and where it breaks. It never shortens one.

use plotters::style::RGBColor;
use unicode_linebreak::linebreaks;
use unicode_normalization::char::is_combining_mark;

use crate::typography::{self, Face};

/// How a text is set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Lettering {
    pub face: Face,
    /// In pt.
    pub size: f32,
    pub color: RGBColor,
    /// Reads upwards.
    pub turned: bool,
}

impl Lettering {
    /// Names and numbers: 8 pt.
    pub fn label(color: RGBColor) -> Self {
        Self { face: Face::Regular, size: 8.0, color, turned: false }
    }

    /// Ticks, marks, notes: 7 pt.
    pub fn small(color: RGBColor) -> Self {
        Self { size: 7.0, ..Self::label(color) }
    }

    /// From baseline to baseline.
    pub fn lead(&self) -> f32 {
        (self.size * 1.2 * 10.0).round() / 10.0
    }

    /// From the middle of small letters down to the baseline.
    pub fn drop(&self) -> f32 {
        self.size * 0.29
    }

    pub fn width(&self, text: &str) -> f32 {
        width(text, self.face, self.size)
    }
}

/// The width of a text in pt. A character that no face of ours has is given a square, as a screen's own fonts do for
/// Chinese, Japanese and Korean.
pub(super) fn width(text: &str, face: Face, size: f32) -> f32 {
    let strange = text.chars().filter(|&letter| !face.has(letter)).count();
    if strange == 0 {
        return typography::width(text, face, size);
    }
    let known: String = text.chars().filter(|&letter| face.has(letter)).collect();
    typography::width(&known, face, size) + strange as f32 * size
}

/// A text in lines no wider than `room`: at its own break opportunities, else between letters.
pub(super) fn lines(text: &str, lettering: &Lettering, room: f32) -> Vec<String> {
    let text = text.replace(char::is_control, " ");
    let mut lines = vec![String::new()];
    let mut begin = 0;
    for (end, _) in linebreaks(&text) {
        let piece = &text[begin..end];
        begin = end;
        let last = lines.last_mut().expect("there is always a line");
        if lettering.width(format!("{last}{piece}").trim_end()) <= room {
            last.push_str(piece);
        } else if lettering.width(piece.trim_end()) <= room {
            lines.push(piece.to_owned());
        } else {
            spell(piece, lettering, room, &mut lines);
        }
    }
    lines.iter_mut().for_each(|line| line.truncate(line.trim_end().len()));
    if lines.len() > 1 {
        lines.retain(|line| !line.is_empty());
    }
    lines
}

/// Adds a piece that no line can hold whole, letter by letter; marks stay with their letter.
fn spell(piece: &str, lettering: &Lettering, room: f32, lines: &mut Vec<String>) {
    for letter in piece.chars() {
        let last = lines.last_mut().expect("there is always a line");
        let fits = last.is_empty() || lettering.width(&format!("{last}{letter}")) <= room;
        if fits || is_combining_mark(letter) || letter.is_whitespace() {
            last.push(letter);
        } else {
            lines.push(letter.to_string());
        }
    }
}

/// The widest of some lines, in pt.
pub(super) fn widest<'a>(lines: impl IntoIterator<Item = &'a String>, lettering: &Lettering) -> f32 {
    lines.into_iter().map(|line| lettering.width(line)).fold(0.0, f32::max)
}
