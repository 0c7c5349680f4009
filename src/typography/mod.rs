//! Faces, shaping, hyphenation, line breaks: one measure for the PDF, the charts and the SVG.
//!
//! It measures and divides text; it never draws, knows no page and asks the system for no font.
//! Latin, Greek and Cyrillic are set. A character that no face has, and one that would turn the reading direction,
//! is set as its code in brackets, `[U+4E2D]`: never dropped, and reported by [`unshown`].

mod breaks;
mod faces;
mod hyphens;
mod legible;
mod lines;
mod pairs;
mod shaping;
mod words;

pub use faces::{Face, metrics, outline_bytes, soft_hyphen};
pub use hyphens::Hyphenation;
pub use legible::{legible, unshown};
pub use lines::{Line, Measure, Piece, Span, break_lines, wrap};
pub use shaping::{Figures, Glyph, Shaped, pieces, points, shape, width};
pub use words::Words;
