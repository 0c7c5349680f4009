//! Characters to glyphs: kerned, with ligatures, in thousandths of the size. It remembers nothing.
//!
//! It never measures across a space: a word is the same wherever it stands.

use rustybuzz::{BufferClusterLevel, Direction, UnicodeBuffer, script};

use super::Face;
use super::faces::tabular;
use super::legible::legible;

/// How figures are set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Figures {
    /// As the text around them.
    Running,
    /// All of one width and unkerned, so that columns of numbers align.
    Tabular,
}

/// A glyph and what it stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Glyph {
    /// Its number in the face.
    pub id: u16,
    /// How far the pen moves, kerning included, in thousandths of the size.
    pub advance: i32,
    /// How far it would move without kerning.
    pub natural: i32,
    /// Where it stands beside the pen.
    pub offset: (i32, i32),
    /// Bytes of the text that it shows; none where the glyph before it already shows them.
    pub shows: (u32, u32),
}

/// Text as glyphs of one face.
#[derive(Debug, Clone, PartialEq)]
pub struct Shaped {
    /// The face that has them.
    pub face: Face,
    /// The text.
    pub text: Box<str>,
    /// In drawing order, left to right.
    pub glyphs: Vec<Glyph>,
    /// The sum of the advances, in thousandths of the size.
    pub units: i32,
    /// The same in points, at the size asked for; at one point in a [`super::Words`].
    pub width: f32,
}

impl Shaped {
    /// The characters that a glyph of this text shows.
    #[must_use]
    pub fn shown(&self, glyph: &Glyph) -> &str {
        &self.text[glyph.shows.0 as usize..glyph.shows.1 as usize]
    }
}

/// Words and the spaces between them, in order; every piece is shaped by itself. An address is two words, since there
/// are many addresses and few domains.
pub fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let end = match rest.bytes().position(|byte| matches!(byte, b' ' | b'@')) {
            None => rest.len(),
            Some(at) if at == 0 || rest.as_bytes()[at] == b'@' => at + 1,
            Some(at) => at,
        };
        let (piece, after) = rest.split_at(end);
        rest = after;
        (!piece.is_empty()).then_some(piece)
    })
}

/// The whole text as glyphs at a size in points. What no face has is set as its code.
#[must_use]
pub fn shape(text: &str, face: Face, size: f32) -> Shaped {
    let text = legible(text).replace('\n', " ");
    let mut glyphs = Vec::new();
    let mut begin = 0;
    for word in pieces(&text) {
        let moved = |glyph: &Glyph| Glyph { shows: (glyph.shows.0 + begin, glyph.shows.1 + begin), ..*glyph };
        glyphs.extend(shape_word(word, face, Figures::Running).glyphs.iter().map(moved));
        begin += length(word);
    }
    let units = glyphs.iter().map(|glyph| glyph.advance).sum();
    Shaped { face, text: text.into(), glyphs, units, width: points(units, size) }
}

fn length(text: &str) -> u32 {
    u32::try_from(text.len()).expect("a text to be set is far shorter than 4 GB")
}

/// The width of a text at a size, both in points.
#[must_use]
pub fn width(text: &str, face: Face, size: f32) -> f32 {
    shape(text, face, size).width
}

/// Thousandths of a size as points.
#[must_use]
pub fn points(units: i32, size: f32) -> f32 {
    #[expect(clippy::cast_precision_loss, reason = "a line is far shorter than 2^24 thousandths")]
    let units = units as f32;
    units * size / 1000.0
}

pub(super) fn shape_word(word: &str, wanted: Face, figures: Figures) -> Shaped {
    // Where the face lacks a letter, the whole word is set in the text face rather than one letter of it.
    let face = if word.chars().all(|character| wanted.has(character)) { wanted } else { Face::Regular };
    let loaded = face.loaded();
    let mut buffer = UnicodeBuffer::new();
    buffer.push_str(word);
    buffer.set_direction(Direction::LeftToRight);
    buffer.set_cluster_level(BufferClusterLevel::MonotoneCharacters);
    buffer.set_flags(rustybuzz::BufferFlags::REMOVE_DEFAULT_IGNORABLES);
    let set = if latin(word) {
        buffer.set_script(script::LATIN);
        rustybuzz::shape_with_plan(&loaded.shaper, &loaded.plans[figures as usize], buffer)
    } else {
        let features = tabular();
        let features = if figures == Figures::Tabular { &features[..] } else { &[] };
        rustybuzz::shape(&loaded.shaper, features, buffer)
    };
    collect(word, face, &set)
}

/// Latin letters, and what all scripts share, up to the spacing modifiers; then general punctuation and currency.
fn latin(word: &str) -> bool {
    word.chars()
        .all(|character| matches!(character, '\0'..='\u{2ff}' | '\u{1e00}'..='\u{1eff}' | '\u{2000}'..='\u{20cf}'))
}

fn collect(word: &str, face: Face, set: &rustybuzz::GlyphBuffer) -> Shaped {
    let infos = set.glyph_infos();
    let natural = |id: u16| {
        let advance = face.loaded().shaper.glyph_hor_advance(ttf_parser::GlyphId(id));
        i32::from(advance.unwrap_or_default())
    };
    let glyphs: Vec<Glyph> = (infos.iter().zip(set.glyph_positions()).enumerate())
        .map(|(nth, (info, position))| {
            let id = u16::try_from(info.glyph_id).expect("OpenType numbers glyphs in 16 bits");
            Glyph {
                id,
                advance: position.x_advance,
                natural: natural(id),
                offset: (position.x_offset, position.y_offset),
                shows: shown_by(length(word), infos, nth),
            }
        })
        .collect();
    let units = glyphs.iter().map(|glyph| glyph.advance).sum();
    Shaped { face, text: word.into(), glyphs, units, width: points(units, 1.0) }
}

/// The bytes from this glyph's cluster to the next one's.
fn shown_by(end: u32, infos: &[rustybuzz::GlyphInfo], nth: usize) -> (u32, u32) {
    let from = infos[nth].cluster;
    if nth > 0 && infos[nth - 1].cluster == from {
        return (from, from);
    }
    let until = infos[nth..].iter().map(|info| info.cluster).find(|&cluster| cluster > from);
    (from, until.unwrap_or(end))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::typography::Words;

    fn texts(shaped: &Shaped) -> Vec<&str> {
        shaped.glyphs.iter().map(|glyph| shaped.shown(glyph)).collect()
    }

    #[test]
    fn words_and_spaces_are_pieces_and_an_address_is_two() {
        for (text, expected) in [
            ("", vec![]),
            (" a  b@c ä", vec![" ", "a", " ", " ", "b@", "c", " ", "ä"]),
            ("@ @@", vec!["@", " ", "@", "@"]),
        ] {
            assert_eq!(pieces(text).collect::<Vec<_>>(), expected);
        }
    }

    #[test]
    fn a_ligature_shows_all_its_characters() {
        assert_eq!(texts(&shape("Zugriff", Face::Regular, 10.0)), ["Z", "u", "g", "r", "i", "ff"]);
    }

    #[test]
    fn pairs_are_kerned() {
        let (apart, pair) =
            (width("A", Face::Regular, 10.0) + width("V", Face::Regular, 10.0), width("AV", Face::Regular, 10.0));
        assert!(pair < apart, "{pair} {apart}");
    }

    #[test]
    fn tabular_figures_share_one_width() {
        let mut words = Words::default();
        for face in [Face::Regular, Face::Semibold] {
            let one = words.units("111", face, Figures::Tabular);
            let same = |text: &&str| words.units(text, face, Figures::Tabular) == one;
            assert!(["740", "999", "174"].iter().all(same), "{face:?}");
        }
    }

    #[test]
    fn nothing_is_lost_between_text_and_glyphs() {
        for text in ["Grüße  aus Łódź", "Ελένη", "Юлия Иванова", "王", "e\u{301}t\u{e9}", "10\u{202f}%", ""]
        {
            for face in Face::ALL {
                let shaped = shape(text, face, 9.0);
                assert_eq!(shaped.glyphs.iter().map(|it| shaped.shown(it)).collect::<String>(), legible(text));
                assert!(shaped.glyphs.iter().all(|glyph| glyph.id != 0), "{text} {face:?}");
            }
        }
    }
}
