//! The colours of a drawing: light, dark, print. Solid and unknown differ in lightness, suspected by its hatch, so that
//! neither colour blindness nor a black-and-white printer loses a difference.

use plotters::style::RGBColor;

use crate::error::Result;
use crate::model::listed::{self, ById};

/// The colours of a drawing; the values are the look's tokens (`tokens.css`).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Palette {
    /// What it is called on the command line.
    pub id: &'static str,
    /// What lies under everything.
    pub ground: RGBColor,
    /// Text.
    pub ink: RGBColor,
    /// Second lines, ticks, marks.
    pub quiet: RGBColor,
    /// Hairlines that may be overlooked.
    pub line: RGBColor,
    /// Axes and frames.
    pub strong: RGBColor,
    /// What is counted.
    pub solid: RGBColor,
    /// What is not known.
    pub unknown: RGBColor,
    /// Frame and hatch of the unknown.
    pub faint: RGBColor,
    /// The mark that stands out.
    pub prominent: RGBColor,
    /// A band of time.
    pub band: RGBColor,
    /// A period that logs cover.
    pub covered: RGBColor,
}

/// On a screen, by day.
pub const LIGHT: Palette = Palette {
    id: "light",
    ground: RGBColor(0xff, 0xff, 0xff),
    ink: RGBColor(0x14, 0x18, 0x1f),
    quiet: RGBColor(0x5a, 0x64, 0x72),
    line: RGBColor(0xe2, 0xe5, 0xea),
    strong: RGBColor(0xc9, 0xce, 0xd6),
    solid: RGBColor(0x1f, 0x4f, 0xd8),
    unknown: RGBColor(0xb9, 0xbf, 0xc9),
    faint: RGBColor(0x66, 0x70, 0x80),
    prominent: RGBColor(0x8f, 0x4a, 0x00),
    band: RGBColor(0xf1, 0xf3, 0xf6),
    covered: RGBColor(0xcf, 0xeb, 0xdc),
};

/// On a screen, by night.
pub const DARK: Palette = Palette {
    id: "dark",
    ground: RGBColor(0x1b, 0x20, 0x29),
    ink: RGBColor(0xe8, 0xeb, 0xf0),
    quiet: RGBColor(0xa3, 0xad, 0xbb),
    line: RGBColor(0x2e, 0x35, 0x41),
    strong: RGBColor(0x4a, 0x52, 0x60),
    solid: RGBColor(0x7d, 0x9d, 0xff),
    unknown: RGBColor(0x5a, 0x63, 0x72),
    faint: RGBColor(0x85, 0x90, 0xa0),
    prominent: RGBColor(0xf5, 0xb9, 0x69),
    band: RGBColor(0x26, 0x2c, 0x37),
    covered: RGBColor(0x1c, 0x4a, 0x37),
};

/// On paper: hairlines a little stronger, coverage without a colour of its own.
pub const PRINT: Palette = Palette {
    id: "print",
    line: RGBColor(0xc9, 0xce, 0xd6),
    strong: RGBColor(0x8d, 0x95, 0xa1),
    covered: RGBColor(0xdd, 0xe2, 0xe8),
    ..LIGHT
};

/// Every palette.
pub const PALETTES: &[&Palette] = &[&LIGHT, &DARK, &PRINT];

impl Palette {
    /// The palette of a name: `light`, `dark`, `print`.
    ///
    /// # Errors
    /// `theme.unknown`.
    pub fn find(id: &str) -> Result<&'static Self> {
        listed::find(PALETTES.iter().copied(), id)
    }
}

impl ById for Palette {
    const UNKNOWN: &'static str = "theme.unknown";

    fn id(&self) -> &str {
        self.id
    }
}

/// `share` of `over` on `under`, as an opaque colour: files for the archive carry no transparency.
pub(super) fn mix(under: RGBColor, over: RGBColor, share: f32) -> RGBColor {
    let blend = |a: u8, b: u8| (f32::from(a) + (f32::from(b) - f32::from(a)) * share).round() as u8;
    RGBColor(blend(under.0, over.0), blend(under.1, over.1), blend(under.2, over.2))
}

/// Relative luminance (WCAG 2.2, definition of relative luminance).
pub(super) fn luminance(color: RGBColor) -> f32 {
    let linear = |part: u8| {
        let part = f32::from(part) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * linear(color.0) + 0.7152 * linear(color.1) + 0.0722 * linear(color.2)
}

/// Contrast of two colours, 1 to 21 (WCAG 2.2, definition of contrast ratio).
pub(super) fn contrast(a: RGBColor, b: RGBColor) -> f32 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_meets_four_and_a_half_to_one_on_its_ground() {
        for palette in PALETTES {
            for text in [palette.ink, palette.quiet, palette.prominent] {
                for ground in [palette.ground, palette.band] {
                    assert!(contrast(text, ground) >= 4.5, "{}: {text:?} on {ground:?}", palette.id);
                }
            }
        }
    }

    #[test]
    fn solid_and_unknown_differ_in_grey() {
        for palette in PALETTES {
            assert!(contrast(palette.solid, palette.unknown) >= 2.0, "{}", palette.id);
            assert!(contrast(palette.solid, palette.ground) >= 3.0, "{}", palette.id);
        }
    }
}
