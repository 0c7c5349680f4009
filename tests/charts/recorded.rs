//! A backend that remembers what was drawn, and measures it with the one measure of the house.

use std::convert::Infallible;

use breachbook::model::figure::Figure;
use breachbook::plot::{self, GRID, Palette};
use breachbook::typography::{Face, width};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontStyle,
    FontTransform,
};

/// A rectangle in pt.
#[derive(Debug, Clone, Copy)]
pub struct Area {
    pub left: f32,
    pub top: f32,
    pub right: f32,
    pub bottom: f32,
}

#[derive(Debug, Clone)]
pub struct Text {
    pub text: String,
    pub at: BackendCoord,
    pub area: Area,
}

#[derive(Debug, Clone, Copy)]
pub struct Line {
    from: (f32, f32),
    to: (f32, f32),
}

/// What was drawn.
#[derive(Default)]
pub struct Recorded {
    pub size: (f32, f32),
    pub texts: Vec<Text>,
    pub fills: Vec<Area>,
    pub frames: Vec<Area>,
    pub lines: Vec<Line>,
}

/// Draws a figure and remembers it.
pub fn record(figure: &Figure, width: f32) -> Recorded {
    let mut backend = Recorded { size: (width, plot::height(figure, width)), ..Recorded::default() };
    let palette = Palette::find("print").expect("a palette");
    plot::draw(figure, width, palette, &mut backend).expect("memory refuses nothing");
    backend
}

fn point(at: BackendCoord) -> (f32, f32) {
    (at.0 as f32 / GRID, at.1 as f32 / GRID)
}

impl Area {
    pub fn width(&self) -> f32 {
        self.right - self.left
    }

    pub fn height(&self) -> f32 {
        self.bottom - self.top
    }

    fn meets(&self, other: &Self) -> bool {
        let air = 0.1;
        self.left + air < other.right
            && other.left + air < self.right
            && self.top + air < other.bottom
            && other.top + air < self.bottom
    }
}

impl Line {
    pub fn slants(&self) -> bool {
        (self.from.0 - self.to.0).abs() > 0.05 && (self.from.1 - self.to.1).abs() > 0.05
    }

    pub fn lies_in(&self, area: &Area) -> bool {
        let within = |at: (f32, f32)| {
            at.0 >= area.left - 0.06
                && at.0 <= area.right + 0.06
                && at.1 >= area.top - 0.06
                && at.1 <= area.bottom + 0.06
        };
        within(self.from) && within(self.to)
    }

    pub fn upright_at(&self, x: f32, air: f32) -> bool {
        self.from.0 == self.to.0 && (self.from.0 - x).abs() <= air
    }
}

impl Recorded {
    pub fn assert_inside(&self, what: &str) {
        let inside = |area: &Area| {
            area.left >= -0.1 && area.right <= self.size.0 + 0.1 && area.top >= -0.1 && area.bottom <= self.size.1 + 0.1
        };
        for text in &self.texts {
            assert!(inside(&text.area), "{what}: {text:?} of {:?}", self.size);
        }
        for area in self.fills.iter().chain(&self.frames) {
            assert!(inside(area) && area.width() >= 0.0, "{what}: {area:?} of {:?}", self.size);
        }
    }

    pub fn assert_apart(&self, what: &str) {
        for (number, text) in self.texts.iter().enumerate() {
            for other in &self.texts[..number] {
                assert!(!text.area.meets(&other.area), "{what}: {text:?} lies on {other:?}");
            }
        }
    }
}

impl Recorded {
    /// No line runs through a text.
    pub fn assert_clear(&self, what: &str) {
        for line in self.lines.iter().filter(|line| line.from.0 == line.to.0) {
            let (top, bottom) = (line.from.1.min(line.to.1), line.from.1.max(line.to.1));
            let area = Area { left: line.from.0 - 0.2, top, right: line.from.0 + 0.2, bottom };
            let crossed = self.texts.iter().find(|text| text.area.meets(&area));
            assert!(crossed.is_none(), "{what}: {line:?} through {crossed:?}");
        }
    }
}

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

impl DrawingBackend for Recorded {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        ((self.size.0 * GRID) as u32, (self.size.1 * GRID) as u32)
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, at: BackendCoord, _: BackendColor) -> Drawn {
        panic!("a pixel at {at:?}: a drawing is vectors")
    }

    fn draw_rect<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, _: &S, fill: bool) -> Drawn {
        let ((left, top), (right, bottom)) = (point(from), point(to));
        let area = Area { left, top, right, bottom };
        if fill {
            self.fills.push(area)
        } else {
            self.frames.push(area)
        };
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, _: &S) -> Drawn {
        let points: Vec<_> = path.into_iter().map(point).collect();
        self.lines.extend(points.windows(2).map(|pair| Line { from: pair[0], to: pair[1] }));
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, at: BackendCoord) -> Drawn {
        let face = if matches!(style.style(), FontStyle::Bold) { Face::Semibold } else { Face::Regular };
        let size = style.size() as f32 / GRID;
        let (wide, (x, y)) = (width(text, face, size), point(at));
        let (up, down) = (size * 0.72, size * 0.23);
        let area = match style.transform() {
            FontTransform::None => Area { left: x, top: y - up, right: x + wide, bottom: y + down },
            _ => Area { left: x - up, top: y - wide, right: x + down, bottom: y },
        };
        self.texts.push(Text { text: text.to_owned(), at, area });
        Ok(())
    }
}

/// The texts of a well-formed file, in order.
pub fn xml_texts(xml: &str) -> Vec<String> {
    use quick_xml::events::Event;
    let mut reader = quick_xml::Reader::from_str(xml);
    let (mut texts, mut open) = (Vec::new(), String::new());
    loop {
        match reader.read_event().expect("well-formed") {
            Event::Eof => return texts,
            Event::Text(text) => open.push_str(&text.xml10_content()),
            Event::GeneralRef(name) => {
                let name = format!("&{};", name.xml10_content());
                open.push_str(&quick_xml::escape::unescape(&name).expect("a known entity"));
            }
            Event::End(_) => texts.push(std::mem::take(&mut open).trim().to_owned()),
            _ => {}
        }
    }
}
