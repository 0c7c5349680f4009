//! A subset of a face as a web font: only the letters that a drawing uses, in a data URI. It shapes nothing; the text's
//! width is given by the drawing.
//!
//! The subsetter writes fonts for PDF, without a character map; browsers want `cmap`, `name`, `OS/2` and `post` as well
//! (OpenType 1.9.1, "Required tables"), so the file is put together again here.

use std::collections::{BTreeMap, BTreeSet};

use subsetter::GlyphRemapper;
use ttf_parser::{RawFace, Tag};

use crate::typography::{Face, outline_bytes};

/// The faces in the order of their slots.
pub(super) const FACES: [Face; 3] = [Face::Regular, Face::Italic, Face::Semibold];

/// The `@font-face` rule of the letters used; none where none is.
pub(super) fn rule(face: Face, used: &BTreeSet<char>) -> Option<String> {
    let (weight, slant) = match face {
        Face::Regular => (400, "normal"),
        Face::Italic => (400, "italic"),
        Face::Semibold => (600, "normal"),
    };
    let font = base64(&subset(face, used)?);
    Some(format!(
        "@font-face{{font-family:'Libertinus Serif';font-weight:{weight};font-style:{slant};\
         src:url(data:font/otf;base64,{font}) format('opentype')}}"
    ))
}

fn subset(face: Face, used: &BTreeSet<char>) -> Option<Vec<u8>> {
    let whole = outline_bytes(face);
    let parsed = ttf_parser::Face::parse(whole, 0).ok()?;
    let mut glyphs = GlyphRemapper::new();
    let letters: BTreeMap<u32, u16> = used
        .iter()
        .filter_map(|&letter| parsed.glyph_index(letter).map(|glyph| (u32::from(letter), glyphs.remap(glyph.0))))
        .collect();
    if letters.is_empty() {
        return None;
    }
    let small = subsetter::subset(whole, 0, &glyphs).ok()?;
    let (original, small) = (RawFace::parse(whole, 0).ok()?, RawFace::parse(&small, 0).ok()?);
    let mut tables: BTreeMap<[u8; 4], Vec<u8>> = BTreeMap::new();
    for (source, tags) in
        [(&original, [b"OS/2", b"name"].as_slice()), (&small, &[b"CFF ", b"head", b"hhea", b"hmtx", b"maxp"])]
    {
        for tag in tags {
            tables.insert(**tag, source.table(Tag::from_bytes(tag))?.to_vec());
        }
    }
    tables.insert(*b"cmap", character_map(&letters));
    tables.insert(*b"post", nameless_post());
    Some(file(&tables))
}

/// A `cmap` with one subtable of format 12: Windows, full Unicode.
fn character_map(letters: &BTreeMap<u32, u16>) -> Vec<u8> {
    let groups = letters.len() as u32;
    let mut out = Vec::new();
    for word in [0_u16, 1, 3, 10] {
        out.extend(word.to_be_bytes());
    }
    out.extend(12_u32.to_be_bytes());
    out.extend(12_u16.to_be_bytes());
    out.extend(0_u16.to_be_bytes());
    for word in [16 + 12 * groups, 0, groups] {
        out.extend(word.to_be_bytes());
    }
    for (&letter, &glyph) in letters {
        for word in [letter, letter, u32::from(glyph)] {
            out.extend(word.to_be_bytes());
        }
    }
    out
}

/// A `post` of version 3: no glyph names.
fn nameless_post() -> Vec<u8> {
    let mut post = vec![0; 32];
    post[1] = 3;
    post
}

/// The tables as a file of CFF outlines (OpenType, "Organization of an OpenType font").
fn file(tables: &BTreeMap<[u8; 4], Vec<u8>>) -> Vec<u8> {
    let count = tables.len() as u16;
    let power = 15 - count.leading_zeros() as u16;
    let mut out = b"OTTO".to_vec();
    for word in [count, 16 << power, power, count * 16 - (16 << power)] {
        out.extend(word.to_be_bytes());
    }
    let mut offset = out.len() + tables.len() * 16;
    for (tag, table) in tables {
        out.extend(tag);
        for word in [checksum(table), offset as u32, table.len() as u32] {
            out.extend(word.to_be_bytes());
        }
        offset += table.len().next_multiple_of(4);
    }
    for table in tables.values() {
        out.extend(table);
        out.resize(out.len().next_multiple_of(4), 0);
    }
    out
}

fn checksum(table: &[u8]) -> u32 {
    table.chunks(4).fold(0, |sum: u32, chunk| {
        let mut word = [0; 4];
        word[..chunk.len()].copy_from_slice(chunk);
        sum.wrapping_add(u32::from_be_bytes(word))
    })
}

/// RFC 4648, section 4.
fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let bits = chunk.iter().fold(0_u32, |bits, byte| bits << 8 | u32::from(*byte)) << (8 * (3 - chunk.len()));
        for place in 0..4 {
            let letter = LETTERS[(bits >> (18 - 6 * place) & 63) as usize];
            out.push(if place <= chunk.len() { char::from(letter) } else { '=' });
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_pads_as_the_rfc_says() {
        for (bytes, text) in [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg==")] {
            assert_eq!(base64(bytes.as_bytes()), text);
        }
    }

    #[test]
    fn a_subset_maps_its_letters_and_is_small() {
        for face in FACES {
            let font = subset(face, &"Größe 10".chars().collect()).expect("the face has these letters");
            let parsed = ttf_parser::Face::parse(&font, 0).expect("a whole font");
            assert!(parsed.glyph_index('ö').is_some_and(|glyph| glyph.0 > 0));
            assert!(parsed.glyph_index('x').is_none());
            assert!(font.len() < 20_000, "{}", font.len());
        }
    }
}
