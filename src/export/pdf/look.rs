//! The look of a report: A4, its margins, sizes, distances and colours. It draws nothing.
//!
//! Distances count from a baseline to the top of the next capitals, so that what is written is what the eye sees.

use crate::typography::Face;

/// A colour, in sRGB.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Ink(pub [u8; 3]);

impl Ink {
    /// Red, green and blue as shares of the most there is, in thousandths.
    pub(super) fn shares(self) -> [f32; 3] {
        self.0.map(|channel| (f32::from(channel) / 0.255).round() / 1000.0)
    }
}

/// Text and thick rules.
pub(super) const BLACK: Ink = Ink([0x14, 0x18, 0x1f]);
/// Labels, captions, notes: 6.1 to 1 on white, above the 4.5 that WCAG 2.2 asks for (1.4.3).
pub(super) const GREY: Ink = Ink([0x5a, 0x64, 0x72]);
/// The banner.
pub(super) const RED: Ink = Ink([0xb4, 0x23, 0x18]);
/// The rule beside a notice.
pub(super) const AMBER: Ink = Ink([0x8f, 0x4a, 0x00]);

const MM: f32 = 72.0 / 25.4;

/// A4 (ISO 216), in points on the grid of a twentieth.
pub(super) const PAGE: (f32, f32) = (595.3, 841.9);
/// Left and right margin.
pub(super) const SIDE: f32 = 22.0 * MM;
/// Where text begins and ends on a page.
pub(super) const TOP: f32 = 20.0 * MM;
/// See [`TOP`].
pub(super) const BOTTOM: f32 = PAGE.1 - 20.0 * MM;
/// The width of text.
pub(super) const WIDTH: f32 = PAGE.0 - 2.0 * SIDE;
/// Between the columns of a table.
pub(super) const GUTTER: f32 = 9.0;
/// Baselines of what stands at the head and foot of pages.
pub(super) const HEAD: f32 = 40.0;
/// See [`HEAD`].
pub(super) const FOOT: f32 = 806.0;

/// Height of capitals, as a share of the size.
pub(super) const CAPITALS: f32 = 0.65;
/// From baseline to baseline, as a share of the size.
pub(super) const LEADING: f32 = 1.28;

/// How a piece of text is set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Style {
    pub face: Face,
    pub size: f32,
    pub ink: Ink,
}

const fn style(face: Face, size: f32, ink: Ink) -> Style {
    Style { face, size, ink }
}

pub(super) const TITLE: Style = style(Face::Semibold, 18.0, BLACK);
pub(super) const SUBTITLE: Style = style(Face::Regular, 10.0, GREY);
pub(super) const KICKER: Style = style(Face::Regular, 8.0, GREY);
pub(super) const BANNER: Style = style(Face::Regular, 8.0, RED);
pub(super) const FOOTER: Style = style(Face::Regular, 7.5, GREY);
pub(super) const TEXT: Style = style(Face::Regular, 9.5, BLACK);
pub(super) const SMALL: Style = style(Face::Regular, 8.0, GREY);
pub(super) const TERM: Style = style(Face::Regular, 9.5, GREY);
pub(super) const CAPTION: Style = style(Face::Semibold, 10.0, BLACK);
pub(super) const BELOW: Style = style(Face::Regular, 7.5, GREY);
pub(super) const CELL: Style = style(Face::Regular, 8.6, BLACK);
/// A cell of a list to look something up in.
pub(super) const ENTRY: Style = style(Face::Regular, 8.0, BLACK);
pub(super) const FIGURE_LABEL: Style = style(Face::Regular, 8.0, GREY);
pub(super) const FIGURE_VALUE: Style = style(Face::Semibold, 11.5, BLACK);
pub(super) const FIGURE_NOTE: Style = style(Face::Regular, 7.5, GREY);

/// A heading's style.
pub(super) fn heading(level: u8) -> Style {
    match level {
        0 | 1 => style(Face::Semibold, 12.0, BLACK),
        2 => style(Face::Semibold, 10.0, BLACK),
        _ => style(Face::Italic, 10.0, BLACK),
    }
}

impl Style {
    /// The same in another colour.
    pub const fn in_ink(self, ink: Ink) -> Self {
        Self { ink, ..self }
    }

    /// The same in another face.
    pub const fn in_face(self, face: Face) -> Self {
        Self { face, ..self }
    }

    /// From the top of the first line's capitals to the last baseline.
    pub fn height(&self, lines: usize) -> f32 {
        match u16::try_from(lines) {
            Ok(0) => 0.0,
            Ok(lines) => self.size * (CAPITALS + LEADING * f32::from(lines - 1)),
            Err(_) => f32::MAX,
        }
    }

    /// From baseline to baseline.
    pub fn lead(&self) -> f32 {
        self.size * LEADING
    }
}
