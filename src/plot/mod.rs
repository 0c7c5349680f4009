//! Draws any figure on any plotters backend: one drawing function a body. It counts nothing, phrases nothing and never
//! asks the system for a font.
//!
//! A backend is drawn on in a grid of 1/20 pt ([`GRID`]) from (0, 0) at the upper left, y downwards. What it must know:
//!
//! - `draw_rect` (filled or framed), `draw_path` with two points for lines; stroke widths are in grid units, colours
//!   opaque. A hatch is clipped lines, so that it is the same picture everywhere.
//! - `draw_text`: the position is the **left end of the baseline**, whatever the anchor says; `size()` is in grid units
//!   (8 pt = 160); [`FontStyle::Bold`](plotters_backend::FontStyle) is the semibold face; `transform()` is `None` or
//!   `Rotate270` (reads upwards: the baseline runs up from the position).
//!
//! A text's width is measured by `typography` alone, so a backend that shapes with it draws inside the lines. [`draw`]
//! hands over `legible` text; [`svg`], read where other fonts are at hand, the names as they are.
//!
//! Limits: a bar that is not zero is at least 1 pt long, a hatched part at least 2.5 pt; the axis stays linear. Nothing
//! is dropped for want of room but labels of ticks: long names break into lines, crowded marks are numbered
//! and listed beneath, the height grows ([`split`] breaks it).

mod axis;
mod bars;
mod fit;
mod labels;
mod ladder;
mod legible;
mod marks;
mod matrix;
mod palette;
mod picture;
mod rows;
mod split;
mod svg;
mod timeline;
mod webfont;

use plotters_backend::{DrawingBackend, DrawingErrorKind};

pub use palette::{PALETTES, Palette};
pub use split::split;
pub use svg::{Answering, Drawing, drawing, svg};

use crate::model::figure::{Body, Figure};
use fit::Lettering;
use picture::Picture;

/// Grid units in a point.
pub const GRID: f32 = 20.0;

/// How high a figure's body is, in pt, when it is `width_pt` wide. Its title and note are not part of it.
#[must_use]
pub fn height(figure: &Figure, width_pt: f32) -> f32 {
    picture(&legible::figure(figure), width_pt, &palette::PRINT).height
}

/// Draws a figure's body, `width_pt` × [`height`], with its upper left corner at the backend's origin.
///
/// # Errors
/// Whatever the backend refuses.
pub fn draw<B: DrawingBackend>(
    figure: &Figure,
    width_pt: f32,
    palette: &Palette,
    backend: &mut B,
) -> Result<(), DrawingErrorKind<B::ErrorType>> {
    let picture = picture(&legible::figure(figure), width_pt, palette);
    picture.groups.iter().try_for_each(|group| group.draw(backend))
}

/// A body's marks, laid out.
fn picture(figure: &Figure, width_pt: f32, palette: &Palette) -> Picture {
    let mut picture = Picture::new(width_pt);
    match &figure.body {
        Body::Bars(it) => bars::draw(it, palette, &mut picture),
        Body::Matrix(it) => matrix::draw(it, palette, &mut picture),
        Body::Timeline(it) => timeline::draw(it, palette, &mut picture),
        Body::Ladder(it) => ladder::draw(it, palette, &mut picture),
        Body::Empty(sentence) => empty(sentence, palette, &mut picture),
    }
    picture
}

/// The sentence that stands where there is nothing to draw.
fn empty(sentence: &str, palette: &Palette, picture: &mut Picture) {
    let lettering = Lettering::label(palette.quiet);
    let lines = fit::lines(sentence, &lettering, picture.width);
    picture.height = picture.paragraph(&lines, &lettering, 0.0, 2.0) + 4.0;
}
