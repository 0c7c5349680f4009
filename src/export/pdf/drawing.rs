//! Drawings on pages: the figure's strokes, its caption below, its numbers as a table where they come with it.
//!
//! It never parts a drawing from its caption.

use super::look::{BELOW, BOTTOM, PAGE, SIDE, TOP, WIDTH};
use super::press::Press;
use super::prose::{Paragraph, Prose, Words};
use super::structure::{Element, Role};
use super::{backend, table};
use crate::document::Drawing;
use crate::error::Result;
use crate::model::figure::Figure;
use crate::plot;

/// Above a drawing; from it to its caption.
const BEFORE: f32 = 10.0;
const TO_CAPTION: f32 = 7.0;
/// Kept free above what fills a page: headings stand with what they head.
const HEADINGS: f32 = 48.0;
/// The least that a drawing which goes on over pages begins with.
const BEGINNING: f32 = 130.0;

/// A drawing into its parent, from the current place on. One that is higher than a page goes on over the next ones,
/// on the same scale; what cannot be divided is shrunk to a page, and its numbers stand in a table.
pub(super) fn draw(drawing: &Drawing, parent: &mut Element, press: &mut Press) -> Result<()> {
    let caption = caption(drawing, press);
    let beside = BEFORE + TO_CAPTION + caption.height();
    let room = page() - beside;
    let here = Some(press.room() - beside).filter(|here| *here >= BEGINNING).unwrap_or(room);
    let parts = plot::split(&drawing.figure, WIDTH, here.min(room), room);
    let mut group = parent.child(Role::Group, &mut press.file);
    for part in &parts {
        let tall = plot::height(part, WIDTH);
        let scale = (room / tall).min(1.0);
        press.need(BEFORE + tall * scale + TO_CAPTION + caption.height())?;
        press.space(BEFORE);
        figure(part, scale, tall * scale, &mut group, press)?;
        press.y += tall * scale + TO_CAPTION;
    }
    let mut below = group.child(Role::Caption, &mut press.file);
    caption.flow(SIDE, &mut below, press)?;
    below.close(&mut press.file)?;
    group.close(&mut press.file)?;
    if drawing.with_table { table::draw(&drawing.table, parent, press) } else { Ok(()) }
}

/// The height of the drawing with its caption and the distance above.
pub(super) fn height(drawing: &Drawing, press: &mut Press) -> f32 {
    let beside = BEFORE + TO_CAPTION + caption(drawing, press).height();
    let whole = plot::height(&drawing.figure, WIDTH) + beside;
    let parts = plot::split(&drawing.figure, WIDTH, BEGINNING, page() - beside).len();
    if parts > 1 { BEGINNING + beside } else { whole.min(page()) }
}

fn page() -> f32 {
    BOTTOM - TOP - HEADINGS
}

fn caption(drawing: &Drawing, press: &mut Press) -> Paragraph {
    Prose::plain(&drawing.caption, BELOW).within(WIDTH, Words::Divided, press)
}

fn figure(part: &Figure, scale: f32, height: f32, group: &mut Element, press: &mut Press) -> Result<()> {
    let mut element = group.child(Role::Figure, &mut press.file);
    let foot = PAGE.1 - press.y - height;
    let words = if part.alt.trim().is_empty() { &part.title } else { &part.alt };
    element.depicts(words, [SIDE, foot, SIDE + WIDTH * scale, foot + height].map(super::canvas::grid));
    press.open(&mut element);
    backend::draw(part, scale, press)?;
    press.close();
    element.close(&mut press.file)
}
