//! One page being drawn: text, rules and areas as printpdf's operations, each inside a mark or an artifact.
//!
//! Points count from the upper left, downwards, and fall on a grid of a twentieth. It never decides where anything
//! goes.

use std::collections::BTreeMap;
use std::rc::Rc;

use printpdf::{
    Codepoint, Color, CurTransMat, DictItem, FontId, Line, LinePoint, Mm, Op, PaintMode, PdfDocument, PdfFontHandle,
    PdfPage, PdfSaveOptions, Point, Pt, Rect, Rgb, TextItem,
};

use super::file::{Id, utf16};
use super::fonts::{Fonts, resource};
use super::look::{Ink, PAGE};
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
    font: Option<(Face, f32)>,
    ink: Option<Ink>,
    marks: Vec<Id>,
}

impl Canvas {
    /// Opens a mark that belongs to the element; its number on this page.
    pub fn mark(&mut self, tag: &str, element: Id) -> usize {
        let number = self.marks.len();
        self.marks.push(element);
        let nth = i64::try_from(number).expect("a page has few marks");
        self.begin(tag, BTreeMap::from([("MCID".to_owned(), DictItem::Int(nth))]));
        number
    }

    /// Opens an artifact.
    pub fn artifact(&mut self, kind: Artifact) {
        let name = |text: &str| DictItem::Name(text.as_bytes().to_vec());
        let pagination = |place: &str| {
            let attached = DictItem::Array(vec![name(if place == "Header" { "Top" } else { "Bottom" })]);
            BTreeMap::from([
                ("Type".to_owned(), name("Pagination")),
                ("Subtype".to_owned(), name(place)),
                ("Attached".to_owned(), attached),
            ])
        };
        let properties = match kind {
            Artifact::Layout => BTreeMap::from([("Type".to_owned(), name("Layout"))]),
            Artifact::Header => pagination("Header"),
            Artifact::Footer => pagination("Footer"),
        };
        self.begin("Artifact", properties);
    }

    fn begin(&mut self, tag: &str, properties: BTreeMap<String, DictItem>) {
        let properties = DictItem::Dict { map: properties };
        self.ops.push(Op::BeginMarkedContentWithProperties { tag: tag.to_owned(), properties });
    }

    /// Closes what was opened last.
    pub fn end(&mut self) {
        self.ops.push(Op::EndMarkedContent);
    }

    /// Sets runs one after the other from the left end of a baseline.
    pub fn text(&mut self, at: (f32, f32), runs: &[Run], fonts: &mut Fonts) {
        self.ops.push(Op::StartTextSection);
        self.ops.push(Op::SetTextCursor { pos: point(at) });
        self.runs(runs, fonts);
        self.ops.push(Op::EndTextSection);
    }

    /// The same, read upwards.
    pub fn upright(&mut self, at: (f32, f32), runs: &[Run], fonts: &mut Fonts) {
        let Point { x, y } = point(at);
        self.ops.push(Op::SaveGraphicsState);
        self.ops.push(Op::SetTransformationMatrix { matrix: CurTransMat::Raw([0.0, 1.0, -1.0, 0.0, x.0, y.0]) });
        self.ops.push(Op::StartTextSection);
        self.runs(runs, fonts);
        self.ops.push(Op::EndTextSection);
        self.restore();
    }

    fn runs(&mut self, runs: &[Run], fonts: &mut Fonts) {
        for run in runs {
            self.fill(run.ink);
            let mut glyphs = Vec::new();
            for word in &run.words {
                if self.font != Some((word.face, run.size)) {
                    self.show(&mut glyphs);
                    self.select(word.face, run.size);
                }
                self.word(word, run.size, &mut glyphs, fonts);
            }
            self.show(&mut glyphs);
        }
    }

    fn word(&mut self, word: &Shaped, size: f32, glyphs: &mut Vec<Codepoint>, fonts: &mut Fonts) {
        let codes: Vec<_> = word.glyphs.iter().map(|glyph| fonts.code(word.face, glyph)).collect();
        if codes.iter().all(|code| code.plain) && word.glyphs.iter().all(|glyph| glyph.offset == (0, 0)) {
            let moved = word.glyphs.iter().map(|glyph| thousandths(glyph.natural - glyph.advance));
            glyphs.extend(codes.iter().zip(moved).map(|(code, offset)| Codepoint::new(code.number, offset)));
            return;
        }
        self.show(glyphs);
        self.begin("Span", BTreeMap::from([("ActualText".to_owned(), DictItem::Bytes(utf16(&characters(word))))]));
        for (glyph, code) in word.glyphs.iter().zip(&codes) {
            let (right, up) = (glyph.offset.0, thousandths(glyph.offset.1) * size / 1000.0);
            let back = thousandths(glyph.natural - glyph.advance + right);
            let glyph = TextItem::GlyphIds(vec![Codepoint::new(code.number, back)]);
            self.ops.push(Op::SetLineOffset { multiplier: up });
            self.ops.push(Op::ShowText { items: vec![TextItem::Offset(thousandths(-right)), glyph] });
        }
        self.ops.push(Op::SetLineOffset { multiplier: 0.0 });
        self.end();
    }

    fn show(&mut self, glyphs: &mut Vec<Codepoint>) {
        if !glyphs.is_empty() {
            let items = vec![TextItem::GlyphIds(std::mem::take(glyphs))];
            self.ops.push(Op::ShowText { items });
        }
    }

    fn select(&mut self, face: Face, size: f32) {
        let font = PdfFontHandle::External(FontId(resource(face).to_owned()));
        self.ops.push(Op::SetFont { font, size: Pt(size) });
        self.font = Some((face, size));
    }

    fn fill(&mut self, ink: Ink) {
        if self.ink != Some(ink) {
            self.ops.push(Op::SetFillColor { col: color(ink) });
            self.ink = Some(ink);
        }
    }

    /// A straight stroke.
    pub fn stroke(&mut self, points: &[(f32, f32)], width: f32, ink: Ink) {
        self.pen(width, ink);
        let points = points.iter().map(|&at| LinePoint { p: point(at), bezier: false }).collect();
        self.ops.push(Op::DrawLine { line: Line { points, is_closed: false } });
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
        self.ops.push(Op::DrawRectangle { rectangle });
    }

    /// What follows is shrunk around the upper left corner of the page, until [`Self::restore`].
    pub fn shrink(&mut self, scale: f32) {
        self.ops.push(Op::SaveGraphicsState);
        let matrix = CurTransMat::Raw([scale, 0.0, 0.0, scale, 0.0, PAGE.1 * (1.0 - scale)]);
        self.ops.push(Op::SetTransformationMatrix { matrix });
        self.ink = None;
    }

    /// Takes back what was done to the page's state.
    pub fn restore(&mut self) {
        self.ops.push(Op::RestoreGraphicsState);
        self.font = None;
        self.ink = None;
    }

    fn pen(&mut self, width: f32, ink: Ink) {
        self.ops.push(Op::SetOutlineThickness { pt: Pt(width) });
        self.ops.push(Op::SetOutlineColor { col: color(ink) });
    }

    /// The page's content, and the elements its marks belong to.
    pub fn finish(self) -> (Vec<u8>, Vec<Id>) {
        (content(self.ops), self.marks)
    }
}

/// Operations in PDF's syntax. printpdf writes them as the content of a page; the rest of its file is not used.
fn content(ops: Vec<Op>) -> Vec<u8> {
    let mut document = PdfDocument::new("");
    document.with_pages(vec![PdfPage::new(Mm(210.0), Mm(297.0), ops)]);
    let written = document.to_lopdf_document(&PdfSaveOptions::default(), &mut Vec::new());
    let pages: Vec<_> = written.page_iter().flat_map(|page| written.get_page_contents(page)).collect();
    let streams = pages.into_iter().filter_map(|id| written.get_object(id).ok()?.as_stream().ok());
    streams.flat_map(|stream| stream.content.iter().copied()).collect()
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

fn characters(word: &Shaped) -> String {
    word.glyphs.iter().map(|glyph| glyph.text.as_str()).collect()
}

fn color(Ink(channels): Ink) -> Color {
    let [r, g, b] = channels.map(|channel| (f32::from(channel) / 0.255).round() / 1000.0);
    Color::Rgb(Rgb { r, g, b, icc_profile: None })
}
