//! One page being drawn: text, rules and areas as printpdf's operations, each inside a mark or an artifact.
//!
//! Points count from the upper left, downwards, and fall on a grid of a twentieth. It never decides where anything
//! goes.

use std::collections::BTreeMap;
use std::rc::Rc;

use printpdf::{
    Color, CurTransMat, DictItem, FontId, Line, LinePoint, Mm, Op, PaintMode, PdfDocument, PdfFontHandle, PdfPage,
    PdfSaveOptions, Point, Pt, Rect, Rgb,
};

use super::file::{Id, utf16};
use super::fonts::{Fonts, resource};
use super::look::{Ink, PAGE};
use crate::typography::{Face, Glyph, Shaped};

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
            let mut shown = Shown::default();
            for word in &run.words {
                if self.font != Some((word.face, run.size)) {
                    self.show(&mut shown);
                    self.select(word.face, run.size);
                }
                self.word(word, run.size, &mut shown, fonts);
            }
            self.show(&mut shown);
        }
    }

    fn word(&mut self, word: &Shaped, size: f32, shown: &mut Shown, fonts: &mut Fonts) {
        let odd = |glyph: &Glyph| !fonts.code(word, glyph).plain || glyph.offset != (0, 0);
        if word.glyphs.iter().any(odd) {
            self.show(shown);
            return self.exactly(word, size, fonts);
        }
        for glyph in &word.glyphs {
            shown.glyph(fonts.code(word, glyph).number, glyph.natural - glyph.advance);
        }
    }

    /// Sets a word glyph by glyph and says what it is: one of its glyphs stands elsewhere for something else, or beside
    /// the line.
    fn exactly(&mut self, word: &Shaped, size: f32, fonts: &mut Fonts) {
        self.begin("Span", BTreeMap::from([("ActualText".to_owned(), DictItem::Bytes(utf16(&word.text)))]));
        for glyph in &word.glyphs {
            let (right, up) = (glyph.offset.0, thousandths(glyph.offset.1) * size / 1000.0);
            self.ops.push(Op::SetLineOffset { multiplier: up });
            let mut shown = Shown::default();
            shown.shift(-right);
            shown.glyph(fonts.code(word, glyph).number, glyph.natural - glyph.advance + right);
            self.show(&mut shown);
        }
        self.ops.push(Op::SetLineOffset { multiplier: 0.0 });
        self.end();
    }

    /// printpdf has an operation for glyphs that makes each an object of its own; one for all of a line is a fifth of
    /// the work.
    fn show(&mut self, shown: &mut Shown) {
        let items = std::mem::take(shown).close();
        if !items.is_empty() {
            self.ops.push(Op::Unknown { key: "TJ".to_owned(), value: vec![DictItem::Array(items)] });
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

    /// What is drawn, and the elements its marks belong to.
    pub fn finish(self) -> (Drawn, Vec<Id>) {
        (Drawn(self.ops), self.marks)
    }
}

/// Glyphs that are shown together, and how far the pen moves between them.
#[derive(Default)]
struct Shown {
    items: Vec<DictItem>,
    codes: Vec<u8>,
}

impl Shown {
    fn glyph(&mut self, code: u16, back: i32) {
        self.codes.extend_from_slice(&code.to_be_bytes());
        self.shift(back);
    }

    /// Moves the pen back, by thousandths of the size.
    fn shift(&mut self, back: i32) {
        if back != 0 {
            self.flush();
            self.items.push(DictItem::Int(back.into()));
        }
    }

    fn flush(&mut self) {
        if !self.codes.is_empty() {
            self.items.push(DictItem::Bytes(std::mem::take(&mut self.codes)));
        }
    }

    fn close(mut self) -> Vec<DictItem> {
        self.flush();
        self.items
    }
}

/// A page that is drawn.
pub(super) struct Drawn(Vec<Op>);

impl Drawn {
    /// In PDF's syntax. printpdf writes it as the content of a page; the rest of its file is not used.
    pub fn content(self) -> Vec<u8> {
        let mut document = PdfDocument::new("");
        document.with_pages(vec![PdfPage::new(Mm(210.0), Mm(297.0), self.0)]);
        // Not "secure", or it would leave out what it has no name for.
        let options = PdfSaveOptions { secure: false, ..PdfSaveOptions::default() };
        let mut written = document.to_lopdf_document(&options, &mut Vec::new());
        let ids: Vec<_> = written.page_iter().flat_map(|page| written.get_page_contents(page)).collect();
        let streams = ids.into_iter().filter_map(|id| written.objects.remove(&id).and_then(stream));
        streams.flat_map(|stream| stream.content).collect()
    }
}

fn stream(object: lopdf::Object) -> Option<lopdf::Stream> {
    match object {
        lopdf::Object::Stream(stream) => Some(stream),
        _ => None,
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

fn color(Ink(channels): Ink) -> Color {
    let [r, g, b] = channels.map(|channel| (f32::from(channel) / 0.255).round() / 1000.0);
    Color::Rgb(Rgb { r, g, b, icc_profile: None })
}
