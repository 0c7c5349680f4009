//! Strokes before they reach a backend: groups of rectangles, lines and texts in pt. Nothing here knows a figure.

use plotters::style::{Color, RGBColor, ShapeStyle};
use plotters_backend::text_anchor::{HPos, Pos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontFamily, FontStyle,
    FontTransform,
};

use super::GRID;
use super::fit::Lettering;
use crate::typography::Face;

/// Between two hatch lines, measured along an edge, in pt.
const HATCH_STEP: f32 = 3.0;
/// A hatch line's width, in pt.
const HATCH_WIDTH: f32 = 0.9;

/// A drawing that is being laid out.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Picture {
    pub width: f32,
    pub height: f32,
    pub groups: Vec<Group>,
}

/// Strokes that belong together, behind one mark of the figure perhaps.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Group {
    pub mark: Option<Hit>,
    pub strokes: Vec<Stroke>,
}

/// What a pointer finds where a mark is.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Hit {
    /// Label and number.
    pub title: String,
    /// The filter that lists what stands behind it.
    pub filter: Option<String>,
    /// Where it answers.
    pub area: Area,
}

/// A rectangle in pt.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Area {
    pub left: f32,
    pub top: f32,
    pub right: f32,
    pub bottom: f32,
}

/// A stroke.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Stroke {
    Fill(Area, RGBColor),
    Frame(Area, RGBColor, f32),
    Line((f32, f32), (f32, f32), RGBColor, f32),
    Text(String, Lettering, (f32, f32)),
}

impl Picture {
    pub fn new(width: f32) -> Self {
        Self { width, height: 0.0, groups: Vec::new() }
    }

    /// Opens a group that no mark stands behind.
    pub fn plain(&mut self) -> &mut Group {
        self.groups.push(Group::default());
        self.groups.last_mut().expect("a group was pushed just now")
    }

    /// Opens the group of a mark.
    pub fn mark(&mut self, title: String, filter: Option<&str>, area: Area) -> &mut Group {
        let hit = Hit { title, filter: filter.map(str::to_owned), area };
        self.groups.push(Group { mark: Some(hit), strokes: Vec::new() });
        self.groups.last_mut().expect("a group was pushed just now")
    }

    /// Sets lines from `top` down, flush left at `left`; returns where they end.
    pub fn paragraph(&mut self, lines: &[String], lettering: &Lettering, left: f32, top: f32) -> f32 {
        let group = self.plain();
        for (line, at) in lines.iter().zip(0_u16..) {
            group.text(line, *lettering, (left, top + lettering.lead() * f32::from(at) + lettering.size * 0.85));
        }
        top + lettering.lead() * lines.len() as f32
    }
}

impl Area {
    pub fn new(left: f32, top: f32, right: f32, bottom: f32) -> Self {
        Self { left, top, right, bottom }
    }

    pub fn width(&self) -> f32 {
        self.right - self.left
    }

    pub fn height(&self) -> f32 {
        self.bottom - self.top
    }
}

impl Group {
    pub fn fill(&mut self, area: Area, color: RGBColor) {
        self.strokes.push(Stroke::Fill(area, color));
    }

    pub fn frame(&mut self, area: Area, color: RGBColor, width: f32) {
        self.strokes.push(Stroke::Frame(area, color, width));
    }

    pub fn line(&mut self, from: (f32, f32), to: (f32, f32), color: RGBColor, width: f32) {
        self.strokes.push(Stroke::Line(from, to, color, width));
    }

    pub fn text(&mut self, text: &str, lettering: Lettering, at: (f32, f32)) {
        if !text.is_empty() {
            self.strokes.push(Stroke::Text(text.to_owned(), lettering, at));
        }
    }

    /// A framed area with slanting lines, clipped to it; at least one, however small it is.
    pub fn hatch(&mut self, area: Area, color: RGBColor) {
        let rise = area.height();
        // The lines are those with x + y a multiple of the step, so neighbouring hatches join.
        let first = ((area.left + area.top) / HATCH_STEP).ceil();
        let sums = (0_u16..).map(|n| (first + f32::from(n)) * HATCH_STEP);
        let mut drawn = 0;
        for sum in sums.take_while(|sum| *sum < area.right + area.bottom) {
            let from = if sum - area.left <= area.bottom {
                (area.left, sum - area.left)
            } else {
                (sum - area.bottom, area.bottom)
            };
            let to =
                if sum - area.top <= area.right { (sum - area.top, area.top) } else { (area.right, sum - area.right) };
            if to.0 - from.0 > 0.2 {
                self.line(from, to, color, HATCH_WIDTH);
                drawn += 1;
            }
        }
        if drawn == 0 && rise > 0.0 {
            self.line((area.left, area.bottom), (area.right, area.top), color, HATCH_WIDTH);
        }
        self.frame(area, color, 0.5);
    }

    /// Plays the strokes onto a backend.
    pub fn draw<B: DrawingBackend>(&self, backend: &mut B) -> Result<(), DrawingErrorKind<B::ErrorType>> {
        self.strokes.iter().try_for_each(|stroke| stroke.draw(backend))
    }
}

impl Stroke {
    fn draw<B: DrawingBackend>(&self, backend: &mut B) -> Result<(), DrawingErrorKind<B::ErrorType>> {
        match self {
            Self::Fill(area, color) => {
                let style = ShapeStyle { color: color.to_rgba(), filled: true, stroke_width: 0 };
                backend.draw_rect(grid((area.left, area.top)), grid((area.right, area.bottom)), &style, true)
            }
            Self::Frame(area, color, width) => backend.draw_rect(
                grid((area.left, area.top)),
                grid((area.right, area.bottom)),
                &pen(color, *width),
                false,
            ),
            Self::Line(from, to, color, width) => backend.draw_path([grid(*from), grid(*to)], &pen(color, *width)),
            Self::Text(text, lettering, at) => backend.draw_text(text, lettering, grid(*at)),
        }
    }
}

fn pen(color: &RGBColor, width: f32) -> ShapeStyle {
    ShapeStyle { color: color.to_rgba(), filled: false, stroke_width: (width * GRID).round() as u32 }
}

/// A point on the grid.
pub(super) fn grid(at: (f32, f32)) -> BackendCoord {
    ((at.0 * GRID).round() as i32, (at.1 * GRID).round() as i32)
}

impl BackendTextStyle for Lettering {
    type FontError = std::convert::Infallible;

    fn color(&self) -> BackendColor {
        BackendColor { alpha: 1.0, rgb: (self.color.0, self.color.1, self.color.2) }
    }

    fn size(&self) -> f64 {
        f64::from(self.size * GRID)
    }

    fn transform(&self) -> FontTransform {
        if self.turned { FontTransform::Rotate270 } else { FontTransform::None }
    }

    fn style(&self) -> FontStyle {
        match self.face {
            Face::Regular => FontStyle::Normal,
            Face::Italic => FontStyle::Italic,
            Face::Semibold => FontStyle::Bold,
        }
    }

    fn anchor(&self) -> Pos {
        Pos::new(HPos::Left, VPos::Bottom)
    }

    fn family(&self) -> FontFamily<'_> {
        FontFamily::Name("Libertinus Serif")
    }

    fn layout_box(&self, text: &str) -> Result<((i32, i32), (i32, i32)), Self::FontError> {
        let (width, size) = (grid((self.width(text), 0.0)).0, grid((self.size, 0.0)).0);
        Ok(((0, -size * 3 / 4), (width, size / 4)))
    }

    /// Draws no pixels: a backend that sets text by dots has no place in this house.
    fn draw<E, F: FnMut(i32, i32, BackendColor) -> Result<(), E>>(
        &self,
        _text: &str,
        _at: BackendCoord,
        _dot: F,
    ) -> Result<Result<(), E>, Self::FontError> {
        Ok(Ok(()))
    }
}
