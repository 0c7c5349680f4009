//! The faces, embedded in the program: Libertinus Serif, SIL Open Font License 1.1 (assets/fonts/OFL.txt).
//!
//! It never looks for a font outside the program.

use std::sync::LazyLock;

use rustybuzz::{Direction, Feature, ShapePlan, script};

/// A face of the one family.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Face {
    /// Text.
    Regular,
    /// Emphasis.
    Italic,
    /// Headings, key figures, totals.
    Semibold,
}

/// A face's measures, in thousandths of the size.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Metrics {
    /// Above the baseline.
    pub ascent: i16,
    /// Below the baseline, negative.
    pub descent: i16,
    /// Height of capitals.
    pub capitals: i16,
    /// The box around every glyph: left, bottom, right, top.
    pub bounds: [i16; 4],
}

impl Face {
    /// Every face.
    pub const ALL: [Self; 3] = [Self::Regular, Self::Italic, Self::Semibold];

    /// The name the face bears in its own file.
    #[must_use]
    pub fn postscript_name(self) -> &'static str {
        match self {
            Self::Regular => "LibertinusSerif-Regular",
            Self::Italic => "LibertinusSerif-Italic",
            Self::Semibold => "LibertinusSerif-Semibold",
        }
    }

    /// Whether it has a glyph for the character.
    #[must_use]
    pub fn has(self, character: char) -> bool {
        self.loaded().shaper.glyph_index(character).is_some()
    }

    pub(super) fn loaded(self) -> &'static Loaded {
        match self {
            Self::Regular => &REGULAR,
            Self::Italic => &ITALIC,
            Self::Semibold => &SEMIBOLD,
        }
    }
}

/// The face's file.
#[must_use]
pub fn outline_bytes(face: Face) -> &'static [u8] {
    face.loaded().bytes
}

/// The face's measures.
#[must_use]
pub fn metrics(face: Face) -> Metrics {
    let shaper = &face.loaded().shaper;
    let bounds = shaper.global_bounding_box();
    Metrics {
        ascent: shaper.ascender(),
        descent: shaper.descender(),
        capitals: shaper.capital_height().unwrap_or(shaper.ascender()),
        bounds: [bounds.x_min, bounds.y_min, bounds.x_max, bounds.y_max],
    }
}

/// The glyph of U+00AD: what stands at a line's end where a word was divided, and is no part of the word.
#[must_use]
pub fn soft_hyphen(face: Face) -> (u16, i32) {
    let shaper = &face.loaded().shaper;
    let glyph = shaper.glyph_index('\u{ad}').expect("Libertinus Serif has U+00AD");
    (glyph.0, i32::from(shaper.glyph_hor_advance(glyph).unwrap_or_default()))
}

/// A face, ready to shape.
pub(super) struct Loaded {
    bytes: &'static [u8],
    pub(super) shaper: rustybuzz::Face<'static>,
    /// Latin text, left to right: running figures, then tabular ones.
    pub(super) plans: [ShapePlan; 2],
}

static REGULAR: LazyLock<Loaded> =
    LazyLock::new(|| load(include_bytes!("../../assets/fonts/LibertinusSerif-Regular.otf")));
static ITALIC: LazyLock<Loaded> =
    LazyLock::new(|| load(include_bytes!("../../assets/fonts/LibertinusSerif-Italic.otf")));
static SEMIBOLD: LazyLock<Loaded> =
    LazyLock::new(|| load(include_bytes!("../../assets/fonts/LibertinusSerif-Semibold.otf")));

fn load(bytes: &'static [u8]) -> Loaded {
    let shaper = rustybuzz::Face::from_slice(bytes, 0).expect("the embedded faces are whole");
    assert_eq!(shaper.units_per_em(), 1000, "advances are thousandths of the size everywhere");
    let plan =
        |features: &[Feature]| ShapePlan::new(&shaper, Direction::LeftToRight, Some(script::LATIN), None, features);
    let plans = [plan(&[]), plan(&tabular())];
    Loaded { bytes, shaper, plans }
}

/// Lining figures of one width; kerning would take the width away again.
pub(super) fn tabular() -> [Feature; 3] {
    [(b"tnum", 1), (b"lnum", 1), (b"kern", 0)]
        .map(|(tag, value)| Feature::new(ttf_parser::Tag::from_bytes(tag), value, ..))
}
