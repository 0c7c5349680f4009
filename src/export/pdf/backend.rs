//! Figures' strokes onto a page: plotters' backend on the grid of a twentieth of a point.
//!
//! It never rasterises: what is no rectangle, line or text is refused as a pixel of its own.

use std::convert::Infallible;

use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontStyle,
    FontTransform,
};

use super::look::{Ink, PAGE, SIDE, Style, WIDTH};
use super::press::Press;
use crate::error::{Error, Result};
use crate::model::figure::Figure;
use crate::plot;
use crate::typography::{Face, Figures, legible};

/// Draws the figure at the current place, shrunk where it must be.
pub(super) fn draw(figure: &Figure, scale: f32, press: &mut Press) -> Result<()> {
    let shrunk = scale < 1.0;
    let origin = if shrunk { (SIDE / scale, press.y / scale) } else { (SIDE, press.y) };
    if shrunk {
        press.canvas.shrink(scale);
    }
    let mut area = Area { press, origin };
    let palette = plot::Palette::find("print").expect("paper has its palette");
    let drawn = plot::draw(figure, WIDTH, palette, &mut area);
    if shrunk {
        press.canvas.restore();
    }
    drawn.map_err(|cause| Error::new("export.drawing").because(cause.to_string()))
}

/// The place on the page that a figure is drawn on.
struct Area<'p, 'a> {
    press: &'p mut Press<'a>,
    origin: (f32, f32),
}

type Drawn = std::result::Result<(), DrawingErrorKind<Infallible>>;

impl Area<'_, '_> {
    fn at(&self, at: BackendCoord) -> (f32, f32) {
        (self.origin.0 + length(at.0), self.origin.1 + length(at.1))
    }
}

impl DrawingBackend for Area<'_, '_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        let units = |length: f32| (length * plot::GRID) as u32;
        (units(WIDTH), units(PAGE.1))
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, at: BackendCoord, color: BackendColor) -> Drawn {
        self.draw_rect(at, (at.0 + 1, at.1 + 1), &color, true)
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Drawn {
        self.draw_path([from, to], style)
    }

    fn draw_rect<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S, fill: bool) -> Drawn {
        let frame = (!fill).then(|| stroke_width(style));
        let (from, to) = (self.at(from), self.at(to));
        self.press.canvas.area(from, to, frame, ink(style.color()));
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Drawn {
        let points: Vec<_> = path.into_iter().map(|at| self.at(at)).collect();
        self.press.canvas.stroke(&points, stroke_width(style), ink(style.color()));
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, at: BackendCoord) -> Drawn {
        let face = match style.style() {
            FontStyle::Normal => Face::Regular,
            FontStyle::Italic | FontStyle::Oblique => Face::Italic,
            FontStyle::Bold => Face::Semibold,
        };
        let style_here = Style { face, size: style.size() as f32 / plot::GRID, ink: ink(style.color()) };
        let run = [self.press.run(&legible(text).replace('\n', " "), style_here, Figures::Running)];
        let at = self.at(at);
        let press = &mut *self.press;
        match style.transform() {
            FontTransform::Rotate270 => press.canvas.upright(at, &run, &mut press.fonts),
            FontTransform::None | FontTransform::Rotate90 | FontTransform::Rotate180 => press.set(at, &run),
        }
        Ok(())
    }
}

fn stroke_width<S: BackendStyle>(style: &S) -> f32 {
    style.stroke_width() as f32 / plot::GRID
}

fn length(units: i32) -> f32 {
    units as f32 / plot::GRID
}

fn ink(color: BackendColor) -> Ink {
    let (red, green, blue) = color.rgb;
    Ink([red, green, blue])
}
