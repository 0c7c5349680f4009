//! One page being drawn: text, rules and areas as printpdf's operations, each inside a mark or an artifact.
//!
//! Points count from the upper left, downwards, and fall on a grid of a twentieth. It never decides where anything
//! goes.

use std::rc::Rc;

use printpdf::{Color, CurTransMat, Line, LinePoint, Op, PaintMode, Point, Pt, Rect, Rgb};

use super::contents::{Drawn, Id};
use super::fonts::{Fonts, resource};
use super::look::{Ink, PAGE};
use super::script::Script;
use crate::typography::{Face, Shaped};

/// Words in one colour and size, in one line.
pub(super) struct Run {
    pub words: Vec<Rc<Shaped>>,
    pub size: f32,
    pub ink: Ink,
}

/// What a thing is that is no part of the content.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Artifact {
    /// Rules.
    Layout,
    /// What comes again on every page, above.
    Header,
    /// The same, below.
    Footer,
}

/// A page being drawn.
#[derive(Default)]
pub(super) struct Canvas {
    ops: Vec<Op>,
    /// Text that follows the last of them.
    script: Script,
    font: Option<(Face, f32)>,
    ink: Option<Ink>,
    marks: Vec<Id>,
}

impl Canvas {
    /// Opens a mark that belongs to the element; its number on this page.
    pub fn mark(&mut self, tag: &str, element: Id) -> usize {
        let number = self.marks.len();
        self.marks.push(element);
        self.script.mark(tag, number);
        number
    }

    /// Opens an artifact.
    pub fn artifact(&mut self, kind: Artifact) {
        self.script.artifact(match kind {
            Artifact::Layout => "/Type /Layout",
            Artifact::Header => "/Attached [/Top] /Subtype /Header /Type /Pagination",
            Artifact::Footer => "/Attached [/Bottom] /Subtype /Footer /Type /Pagination",
        });
    }

    /// Closes what was opened last.
    pub fn end(&mut self) {
        self.script.end();
    }

    /// Sets runs one after the other from the left end of a baseline.
    pub fn text(&mut self, at: (f32, f32), runs: &[Run], fonts: &mut Fonts) {
        self.script.begin(Some(at));
        self.runs(runs, fonts);
        self.script.finish();
    }

    /// The same, read upwards.
    pub fn upright(&mut self, at: (f32, f32), runs: &[Run], fonts: &mut Fonts) {
        let Point { x, y } = point(at);
        self.op(Op::SaveGraphicsState);
        self.op(Op::SetTransformationMatrix { matrix: CurTransMat::Raw([0.0, 1.0, -1.0, 0.0, x.0, y.0]) });
        self.script.begin(None);
        self.runs(runs, fonts);
        self.script.finish();
        self.restore();
    }

    fn runs(&mut self, runs: &[Run], fonts: &mut Fonts) {
        for run in runs {
            self.fill(run.ink);
            for word in &run.words {
                if self.font != Some((word.face, run.size)) {
                    self.script.show();
                    self.select(word.face, run.size);
                }
                self.word(word, run.size, fonts);
            }
            self.script.show();
        }
    }

    fn word(&mut self, word: &Shaped, size: f32, fonts: &mut Fonts) {
        let before = self.script.place();
        for glyph in &word.glyphs {
            let code = fonts.code(word, glyph);
            if !code.plain || glyph.offset != (0, 0) {
                self.script.back(before);
                self.script.show();
                return self.exactly(word, size, fonts);
            }
            self.script.glyph(code.number);
            self.script.shift(glyph.natural - glyph.advance);
        }
    }

    /// Sets a word glyph by glyph and says what it is: one of its glyphs stands elsewhere for something else, or beside
    /// the line.
    fn exactly(&mut self, word: &Shaped, size: f32, fonts: &mut Fonts) {
        self.script.stands_for(&word.text);
        for glyph in &word.glyphs {
            let (right, up) = (glyph.offset.0, thousandths(glyph.offset.1) * size / 1000.0);
            self.script.rise(up);
            self.script.shift(-right);
            self.script.glyph(fonts.code(word, glyph).number);
            self.script.shift(glyph.natural - glyph.advance + right);
            self.script.show();
        }
        self.script.rise(0.0);
        self.script.end();
    }

    fn select(&mut self, face: Face, size: f32) {
        self.script.face(resource(face), size);
        self.font = Some((face, size));
    }

    fn fill(&mut self, ink: Ink) {
        if self.ink != Some(ink) {
            self.script.fill(ink);
            self.ink = Some(ink);
        }
    }

    /// Something drawn, after the text that has been set.
    fn op(&mut self, op: Op) {
        self.settle();
        self.ops.push(op);
    }

    /// Text as one operation that printpdf has no name for and writes as it stands.
    fn settle(&mut self) {
        self.ops.extend(self.script.take().map(|key| Op::Unknown { key, value: Vec::new() }));
    }

    /// A straight stroke.
    pub fn stroke(&mut self, points: &[(f32, f32)], width: f32, ink: Ink) {
        self.pen(width, ink);
        let points = points.iter().map(|&at| LinePoint { p: point(at), bezier: false }).collect();
        self.op(Op::DrawLine { line: Line { points, is_closed: false } });
    }

    /// An area between its upper left and its lower right corner: filled, or framed by a stroke of a width.
    pub fn area(&mut self, from: (f32, f32), to: (f32, f32), frame: Option<f32>, ink: Ink) {
        let mode = match frame {
            Some(width) => {
                self.pen(width, ink);
                PaintMode::Stroke
            }
            None => {
                self.fill(ink);
                PaintMode::Fill
            }
        };
        let (low, high) = (point((from.0, to.1)), point((to.0, from.1)));
        let (width, height) = (Pt(grid(high.x.0 - low.x.0)), Pt(grid(high.y.0 - low.y.0)));
        let rectangle = Rect { x: low.x, y: low.y, width, height, mode: Some(mode), winding_order: None };
        self.op(Op::DrawRectangle { rectangle });
    }

    /// What follows is shrunk around the upper left corner of the page, until [`Self::restore`].
    pub fn shrink(&mut self, scale: f32) {
        self.op(Op::SaveGraphicsState);
        let matrix = CurTransMat::Raw([scale, 0.0, 0.0, scale, 0.0, PAGE.1 * (1.0 - scale)]);
        self.op(Op::SetTransformationMatrix { matrix });
        self.ink = None;
    }

    /// Takes back what was done to the page's state.
    pub fn restore(&mut self) {
        self.op(Op::RestoreGraphicsState);
        self.font = None;
        self.ink = None;
    }

    fn pen(&mut self, width: f32, ink: Ink) {
        self.op(Op::SetOutlineThickness { pt: Pt(width) });
        self.op(Op::SetOutlineColor { col: color(ink) });
    }

    /// What is drawn, and the elements its marks belong to.
    pub fn finish(mut self) -> (Drawn, Vec<Id>) {
        self.settle();
        (Drawn::of(self.ops), self.marks)
    }
}

/// The page's point for one that counts from the upper left.
fn point((x, y): (f32, f32)) -> Point {
    Point { x: Pt(grid(x)), y: Pt(grid(PAGE.1 - y)) }
}

/// The nearest twentieth.
pub(super) fn grid(length: f32) -> f32 {
    (length * 20.0).round() / 20.0
}

#[expect(clippy::cast_precision_loss, reason = "glyphs move by less than 2^24 thousandths")]
fn thousandths(units: i32) -> f32 {
    units as f32
}

fn color(ink: Ink) -> Color {
    let [r, g, b] = ink.shares();
    Color::Rgb(Rgb { r, g, b, icc_profile: None })
}
