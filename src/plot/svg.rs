//! An SVG that stands alone: real text in an embedded subset of the face, each mark a group with its name and filter.
//! It draws through the same functions as every other backend and adds the title above and the note beneath.

use std::collections::BTreeSet;
use std::convert::Infallible;
use std::fmt::Write;

use plotters::style::RGBColor;
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontStyle,
    FontTransform,
};

use super::fit::Lettering;
use super::palette::Palette;
use super::picture::{Hit, Picture, grid};
use super::{GRID, fit, webfont};
use crate::model::figure::Figure;
use crate::typography::Face;

/// What is kept free around the drawing, in pt.
const MARGIN: f32 = 8.0;

/// A figure as it is drawn on a screen.
#[derive(Debug, Clone, PartialEq, serde::Serialize, ts_rs::TS)]
pub struct Drawing {
    /// The SVG, for a page that has the faces (`assets/fonts`) itself: an element of it, without a style of its own.
    pub svg: String,
    /// In pt, as every measure here.
    pub width: f32,
    /// In pt.
    pub height: f32,
    /// Where a mark answers, in the order drawn.
    pub hits: Vec<Answering>,
}

/// Where a mark answers to a pointer or a key.
#[derive(Debug, Clone, PartialEq, serde::Serialize, ts_rs::TS)]
pub struct Answering {
    /// Label and number.
    pub title: String,
    /// The filter that lists what stands behind it; none where the language cannot name it exactly.
    pub filter: Option<String>,
    /// From the left edge of the drawing, in pt.
    pub left: f32,
    /// From its upper edge, in pt.
    pub top: f32,
    /// In pt.
    pub width: f32,
    /// In pt.
    pub height: f32,
}

/// The figure as an SVG file, `width_pt` wide, with its title, its note and its alternative text.
#[must_use]
pub fn svg(figure: &Figure, palette: &Palette, width_pt: f32) -> String {
    let (page, (width, height), _) = drawn(figure, palette, width_pt);
    let faces = page.faces();
    page.finish(figure, palette, (width, height), &faces)
}

/// The same as an element of a page, with where its marks answer.
#[must_use]
pub fn drawing(figure: &Figure, palette: &Palette, width_pt: f32) -> Drawing {
    let (page, (width, height), hits) = drawn(figure, palette, width_pt);
    Drawing { svg: page.finish(figure, palette, (width, height), ""), width, height, hits }
}

/// The drawn page, its size in pt, and where its marks answer.
fn drawn(figure: &Figure, palette: &Palette, width_pt: f32) -> (Page, (f32, f32), Vec<Answering>) {
    let width = width_pt - 2.0 * MARGIN;
    let body = super::picture(figure, width, palette);
    let mut frame = Picture::new(width);
    let title = Lettering { face: Face::Semibold, size: 10.0, ..Lettering::label(palette.ink) };
    let note = Lettering::small(palette.quiet);
    let below = frame.paragraph(&fit::lines(&figure.title, &title, width), &title, 0.0, 0.0) + 6.0;
    let above = Page::default().draw(&frame, (MARGIN, MARGIN));
    let middle = above.draw(&body, (MARGIN, MARGIN + below));
    let mut foot = Picture::new(width);
    let end = if figure.note.is_empty() {
        0.0
    } else {
        foot.paragraph(&fit::lines(&figure.note, &note, width), &note, 0.0, 6.0)
    };
    let page = middle.draw(&foot, (MARGIN, MARGIN + below + body.height));
    let height = MARGIN * 2.0 + below + body.height + end;
    let hits = body.groups.iter().filter_map(|group| group.mark.as_ref());
    let hits = hits.map(|hit| answering(hit, (MARGIN, MARGIN + below))).collect();
    (page, (width_pt, height), hits)
}

fn answering(hit: &Hit, origin: (f32, f32)) -> Answering {
    Answering {
        title: hit.title.clone(),
        filter: hit.filter.clone(),
        left: hit.area.left + origin.0,
        top: hit.area.top + origin.1,
        width: hit.area.width(),
        height: hit.area.height(),
    }
}

/// A page that is being drawn.
#[derive(Default)]
struct Page {
    out: String,
    origin: BackendCoord,
    /// Lines of one style that follow each other make one path.
    pending: Option<(String, String)>,
    used: [BTreeSet<char>; 3],
}

impl Page {
    fn draw(mut self, picture: &Picture, origin: (f32, f32)) -> Self {
        self.origin = grid(origin);
        for group in &picture.groups {
            if let Some(hit) = &group.mark {
                self.open(hit);
            }
            group.draw(&mut self).unwrap_or_else(|error| unreachable!("nothing refuses a string: {error}"));
            self.flush();
            if group.mark.is_some() {
                self.out.push_str("</g>\n");
            }
        }
        self
    }

    fn open(&mut self, hit: &Hit) {
        let filter = hit.filter.as_ref().map(|filter| format!(" data-filter=\"{}\"", escaped(filter)));
        let (x, y) = self.at(grid((hit.area.left, hit.area.top)));
        let (width, height) = (length(grid((hit.area.width(), 0.0)).0), length(grid((hit.area.height(), 0.0)).0));
        let title = escaped(&hit.title);
        self.push(format_args!("<g{}><title>{title}</title>", filter.unwrap_or_default()));
        self.push(format_args!(
            "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" fill=\"none\" pointer-events=\"all\"/>"
        ));
    }

    fn push(&mut self, text: std::fmt::Arguments) {
        self.out.write_fmt(text).expect("a string takes every write");
    }

    fn at(&self, at: BackendCoord) -> (String, String) {
        (length(at.0 + self.origin.0), length(at.1 + self.origin.1))
    }

    fn flush(&mut self) {
        if let Some((style, path)) = self.pending.take() {
            self.push(format_args!("<path d=\"{path}\" {style}/>"));
        }
    }

    /// The letters used, as web fonts in a style element.
    fn faces(&self) -> String {
        let rules = webfont::FACES.iter().zip(&self.used).filter_map(|(face, used)| webfont::rule(*face, used));
        format!("<defs><style>{}</style></defs>\n", rules.collect::<String>())
    }

    fn finish(self, figure: &Figure, palette: &Palette, (width, height): (f32, f32), style: &str) -> String {
        let (width, height) = (length(grid((width, 0.0)).0), length(grid((height, 0.0)).0));
        let (id, language) = (escaped(figure.id), escaped(&figure.language));
        let (title, alt) = (escaped(&figure.title), escaped(&figure.alt));
        let ground = color(palette.ground);
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}pt\" height=\"{height}pt\" \
             viewBox=\"0 0 {width} {height}\" role=\"img\" aria-labelledby=\"{id}-title {id}-desc\" xml:lang=\"{language}\" \
             lang=\"{language}\" font-family=\"'Libertinus Serif','Liberation Serif','Times New Roman',serif\">\n\
             <title id=\"{id}-title\">{title}</title>\n<desc id=\"{id}-desc\">{alt}</desc>\n\
             {style}\
             <rect width=\"{width}\" height=\"{height}\" fill=\"{ground}\"/>\n{}</svg>\n",
            self.out
        )
    }
}

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

impl DrawingBackend for Page {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        (u32::MAX, u32::MAX)
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
        self.flush();
        let (x, y) = self.at(from);
        let (width, height) = (length(to.0 - from.0), length(to.1 - from.1));
        let paint = if fill { format!("fill=\"{}\"", hex(style.color())) } else { stroke(style) };
        self.push(format_args!("<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" {paint}/>"));
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Drawn {
        let style = stroke(style);
        if self.pending.as_ref().is_some_and(|(pending, _)| *pending != style) {
            self.flush();
        }
        let points: Vec<_> = path.into_iter().map(|at| self.at(at)).collect();
        let (_, line) = self.pending.get_or_insert_with(|| (style, String::new()));
        for (number, (x, y)) in points.iter().enumerate() {
            write!(line, "{}{x} {y}", if number == 0 { 'M' } else { 'L' }).expect("a string takes every write");
        }
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, at: BackendCoord) -> Drawn {
        self.flush();
        let (face, slot) = match style.style() {
            FontStyle::Normal => (Face::Regular, 0),
            FontStyle::Italic | FontStyle::Oblique => (Face::Italic, 1),
            FontStyle::Bold => (Face::Semibold, 2),
        };
        self.used[slot].extend(text.chars());
        let (x, y) = self.at(at);
        let size = style.size() as f32 / GRID;
        // Letters of other fonts are as wide as those fonts say; stretching would tear joined ones apart.
        let wide = if text.chars().all(|letter| face.has(letter)) {
            format!(" textLength=\"{}\"", length(grid((fit::width(text, face, size), 0.0)).0))
        } else {
            String::new()
        };
        let turn = match style.transform() {
            FontTransform::None => String::new(),
            FontTransform::Rotate90 => format!(" transform=\"rotate(90 {x} {y})\""),
            FontTransform::Rotate180 => format!(" transform=\"rotate(180 {x} {y})\""),
            FontTransform::Rotate270 => format!(" transform=\"rotate(270 {x} {y})\""),
        };
        let (slant, color, text) =
            (["", " font-style=\"italic\"", " font-weight=\"600\""][slot], hex(style.color()), escaped(text));
        self.push(format_args!(
            "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\"{slant} fill=\"{color}\"{wide}{turn}>{text}</text>"
        ));
        Ok(())
    }
}

fn stroke<S: BackendStyle>(style: &S) -> String {
    let width = length(i32::try_from(style.stroke_width()).unwrap_or(i32::MAX));
    format!("fill=\"none\" stroke=\"{}\" stroke-width=\"{width}\"", hex(style.color()))
}

fn hex(color: BackendColor) -> String {
    format!("#{:02x}{:02x}{:02x}", color.rgb.0, color.rgb.1, color.rgb.2)
}

fn color(color: RGBColor) -> String {
    format!("#{:02x}{:02x}{:02x}", color.0, color.1, color.2)
}

/// Grid units in pt, exactly: a twentieth has two digits.
fn length(units: i32) -> String {
    let hundredths = i64::from(units) * 5;
    let (sign, whole, part) = (if hundredths < 0 { "-" } else { "" }, hundredths.abs() / 100, hundredths.abs() % 100);
    format!("{sign}{whole}.{part:02}").trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// Text as XML 1.0 can hold it (its section 2.2: characters); what it cannot hold becomes U+FFFD.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' | '\r' => out.push(' '),
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            _ => out.push(letter),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_twentieth_of_a_point_is_written_exactly() {
        for (units, text) in [(0, "0"), (1, "0.05"), (20, "1"), (-30, "-1.5"), (2000, "100"), (201, "10.05")] {
            assert_eq!(length(units), text);
        }
    }

    #[test]
    fn what_xml_cannot_hold_is_replaced() {
        assert_eq!(escaped("<a & \"b\">\u{1}\n"), "&lt;a &amp; &quot;b&quot;&gt;\u{fffd} ");
    }
}
