//! Running text on pages: its spans, its lines, and which of them stand together.
//!
//! It never leaves the first or the last line of a paragraph alone on a page.

use super::canvas::Run;
use super::look::{CAPITALS, GREY, Style};
use super::press::Press;
use super::structure::Element;
use crate::document::{Inline, Text};
use crate::error::Result;
use crate::typography::{Face, Figures, Line, Measure, Span, break_lines, legible, points, soft_hyphen};

/// Text in one or more styles of one size.
pub(super) struct Prose {
    spans: Vec<(String, Style)>,
    size: Style,
    figures: Figures,
}

/// Prose in lines.
pub(super) struct Paragraph {
    prose: Prose,
    pub lines: Vec<Line>,
}

/// Whether words may be divided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Words {
    Divided,
    Whole,
}

impl Prose {
    /// Text in one style.
    pub fn plain(text: &str, style: Style) -> Self {
        Self { spans: vec![(legible(text).into_owned(), style)], size: style, figures: Figures::Running }
    }

    /// Text whose parts speak louder or lower.
    pub fn rich(text: &Text, style: Style) -> Self {
        let spans = text.iter().map(|inline| {
            let style = match inline {
                Inline::Plain(_) => style,
                Inline::Strong(_) => style.in_face(Face::Semibold),
                Inline::Emphasis(_) => style.in_face(Face::Italic),
                Inline::Quiet(_) => style.in_ink(GREY),
            };
            (legible(inline.text()).into_owned(), style)
        });
        Self { spans: spans.collect(), size: style, figures: Figures::Running }
    }

    /// With figures of one width.
    pub fn tabular(self) -> Self {
        Self { figures: Figures::Tabular, ..self }
    }

    /// In lines of a width.
    pub fn within(self, width: f32, words: Words, press: &mut Press) -> Paragraph {
        let hyphenation = match words {
            Words::Divided => press.hyphenation,
            Words::Whole => None,
        };
        let measure = Measure { width, size: self.size.size, figures: self.figures, hyphenation };
        let spans: Vec<Span> = self.spans.iter().map(|(text, style)| Span { text, face: style.face }).collect();
        let lines = break_lines(&spans, &measure, &mut press.words);
        Paragraph { prose: self, lines }
    }
}

impl Paragraph {
    /// From the top of the first capitals to the last baseline.
    pub fn height(&self) -> f32 {
        self.prose.size.height(self.lines.len())
    }

    /// The height of what must stand together at its begin: two lines, or three rather than leave one for the next page.
    pub fn lead(&self) -> f32 {
        self.prose.size.height(match self.lines.len() {
            lines @ 0..=3 => lines,
            _ => 2,
        })
    }

    /// Sets some lines with the first baseline given; `right` is the right edge for lines that end there.
    pub fn draw(&self, lines: std::ops::Range<usize>, left: f32, right: Option<f32>, baseline: f32, press: &mut Press) {
        let mut baseline = baseline;
        for line in &self.lines[lines] {
            let x = right.map_or(left, |right| right - line.width);
            let runs = self.runs(line, press);
            press.set((x, baseline), &runs);
            baseline += self.prose.size.lead();
        }
    }

    fn runs(&self, line: &Line, press: &mut Press) -> Vec<Run> {
        let mut runs = Vec::new();
        for piece in &line.pieces {
            let (_, style) = self.prose.spans[piece.span];
            runs.push(press.run(&piece.text, style, self.prose.figures));
        }
        // Readers find words by their spaces, also by one that a line's end hides (ISO 32000-1, 14.8.2.5).
        let tail = match (line.hyphen, line.space) {
            (true, _) => "\u{ad}",
            (false, true) => " ",
            (false, false) => return runs,
        };
        if let Some(last) = runs.last_mut() {
            let face = last.words.last().map_or(Face::Regular, |word| word.face);
            last.words.push(if line.hyphen { hyphen(face) } else { press.words.shaped(tail, face, Figures::Running) });
        }
        runs
    }

    /// Sets all lines into the element from the current place on, over as many pages as they take.
    pub fn flow(&self, left: f32, element: &mut Element, press: &mut Press) -> Result<()> {
        let style = self.prose.size;
        let mut next = 0;
        while next < self.lines.len() {
            let count = self.fitting(next, press);
            if count == 0 {
                press.turn()?;
                continue;
            }
            press.open(element);
            self.draw(next..next + count, left, None, press.y + style.size * CAPITALS, press);
            press.close();
            next += count;
            press.y += style.height(count);
            if next < self.lines.len() {
                press.turn()?;
            }
        }
        Ok(())
    }

    /// How many of the lines left go on this page: none rather than one alone, here or on the next.
    fn fitting(&self, next: usize, press: &Press) -> usize {
        let left = self.lines.len() - next;
        let fits = (0..=left).rev().find(|&count| self.prose.size.height(count) <= press.room() + 0.01).unwrap_or(0);
        let kept = match (fits, left) {
            _ if fits == left => left,
            (_, 0..=3) | (0..=1, _) => 0,
            _ if left - fits == 1 => fits - 1,
            _ => fits,
        };
        if kept == 0 && press.fresh() { fits.max(1) } else { kept }
    }

    /// From the top of a line's capitals to its baseline.
    pub fn capitals(&self) -> f32 {
        self.prose.size.size * CAPITALS
    }
}

/// A hyphen that is no part of the word (14.8.2.2.3): whoever takes the text out puts the word together again.
fn hyphen(face: Face) -> std::rc::Rc<crate::typography::Shaped> {
    use crate::typography::{Glyph, Shaped};
    let (id, advance) = soft_hyphen(face);
    let text: Box<str> = "\u{ad}".into();
    let glyph = Glyph { id, advance, natural: advance, offset: (0, 0), shows: (0, 2) };
    std::rc::Rc::new(Shaped { face, text, glyphs: vec![glyph], units: advance, width: points(advance, 1.0) })
}
