//! The faces in the file: only the glyphs used, each with its width and the characters it stands for.
//!
//! It never embeds a glyph without saying what it means (ISO 19005-3, 6.2.11.7).

use std::fmt::Write;

use lopdf::{Dictionary, Object, StringFormat, dictionary};
use sha2::{Digest, Sha256};
use subsetter::GlyphRemapper;

use super::contents::Id;
use super::file::{File, integer, link, numbers};
use crate::error::{Error, Result};
use crate::typography::{Face, Glyph, Shaped, metrics, outline_bytes};

/// Which glyphs of each face the document uses.
pub(super) struct Fonts([Used; 3]);

struct Used {
    glyphs: GlyphRemapper,
    /// By a glyph's number in the face, that in the file, as `glyphs` gives it; 0 for one not yet met.
    numbers: Vec<u16>,
    /// By the number that the file gives: what it shows, how wide it is.
    shown: Vec<(String, i32)>,
}

/// A glyph as the content of a page names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Code {
    /// Its number in the file.
    pub number: u16,
    /// Whether its number alone says which characters it stands for here.
    pub plain: bool,
}

impl Fonts {
    pub fn new() -> Self {
        let used = || Used { glyphs: GlyphRemapper::new(), numbers: Vec::new(), shown: vec![(String::new(), 0)] };
        Self([used(), used(), used()])
    }

    /// Numbers a glyph of the word and remembers what it stands for. A glyph that stands for two texts keeps the first.
    pub fn code(&mut self, word: &Shaped, glyph: &Glyph) -> Code {
        let used = &mut self.0[word.face as usize];
        let number = used.number(glyph.id);
        let (nth, text) = (usize::from(number), word.shown(glyph));
        if nth == used.shown.len() {
            used.shown.push((text.to_owned(), glyph.natural));
        }
        let (shown, _) = &mut used.shown[nth];
        if shown.is_empty() {
            text.clone_into(shown);
        }
        // Nearly every glyph shows one byte: compared as such.
        let plain = match (text.as_bytes(), shown.as_bytes()) {
            ([byte], [known]) => byte == known,
            (text, known) => !text.is_empty() && text == known,
        };
        Code { number, plain }
    }

    /// Writes the faces that are used; their names in a page's content with their numbers.
    pub fn write(&self, file: &mut File) -> Result<Dictionary> {
        let mut resources = Dictionary::new();
        for face in Face::ALL {
            let used = &self.0[face as usize];
            if used.shown.len() > 1 {
                resources.set(resource(face), link(used.write(face, file)?));
            }
        }
        Ok(resources)
    }
}

/// What a page's content calls the face.
pub(super) fn resource(face: Face) -> &'static str {
    match face {
        Face::Regular => "R",
        Face::Italic => "I",
        Face::Semibold => "S",
    }
}

impl Used {
    fn number(&mut self, glyph: u16) -> u16 {
        let at = usize::from(glyph);
        if at >= self.numbers.len() {
            self.numbers.resize(at + 1, 0);
        }
        if self.numbers[at] == 0 {
            self.numbers[at] = self.glyphs.remap(glyph);
        }
        self.numbers[at]
    }

    fn write(&self, face: Face, file: &mut File) -> Result<Id> {
        let outlines = outlines(face, &self.glyphs)?;
        let name = format!("{}+{}", tag(&outlines), face.postscript_name());
        let program = file.stream(dictionary! { "Subtype" => "CIDFontType0C" }, &outlines)?;
        let descriptor = file.add(descriptor(face, &name, program))?;
        let widths = self.shown.iter().map(|(_, width)| Object::from(i64::from(*width)));
        let descendant = file.add(dictionary! {
            "Type" => "Font", "Subtype" => "CIDFontType0", "BaseFont" => name.as_str(),
            "CIDSystemInfo" => system("Identity"), "FontDescriptor" => link(descriptor), "DW" => 0,
            "W" => vec![integer(0), Object::Array(widths.collect())],
        })?;
        let meaning = file.stream(Dictionary::new(), self.meaning().as_bytes())?;
        file.add(dictionary! {
            "Type" => "Font", "Subtype" => "Type0", "BaseFont" => format!("{name}-Identity-H"),
            "Encoding" => "Identity-H", "DescendantFonts" => vec![link(descendant)], "ToUnicode" => link(meaning),
        })
    }

    /// Numbers to characters (ISO 32000-1, 9.10.3), a hundred a block as PostScript wants it.
    fn meaning(&self) -> String {
        let mut out = String::from(
            "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n\
             /CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n\
             /CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n\
             1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n",
        );
        let entries: Vec<(usize, &str)> =
            self.shown.iter().enumerate().skip(1).map(|(nth, (shown, _))| (nth, shown.as_str())).collect();
        for block in entries.chunks(100) {
            writeln!(out, "{} beginbfchar", block.len()).expect("a string takes every write");
            for &(nth, shown) in block {
                writeln!(out, "<{nth:04X}> <{}>", hex(shown)).expect("a string takes every write");
            }
            out.push_str("endbfchar\n");
        }
        out.push_str("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
        out
    }
}

/// UTF-16 in hexadecimal; a glyph that only ever completes another one stands for a replacement character.
fn hex(shown: &str) -> String {
    let shown = if shown.is_empty() { "\u{fffd}" } else { shown };
    shown.encode_utf16().map(|unit| format!("{unit:04X}")).collect()
}

/// The subset's bare CFF table: what PDF embeds of an OpenType face with such outlines (9.9).
fn outlines(face: Face, glyphs: &GlyphRemapper) -> Result<Vec<u8>> {
    let refused = |cause: &str| Error::new("export.face").with("face", face.postscript_name()).because(cause);
    let subset = subsetter::subset(outline_bytes(face), 0, glyphs).map_err(|cause| refused(&cause.to_string()))?;
    let table = ttf_parser::RawFace::parse(&subset, 0)
        .ok()
        .and_then(|subset| subset.table(ttf_parser::Tag::from_bytes(b"CFF ")));
    table.map(<[u8]>::to_vec).ok_or_else(|| refused("no CFF table"))
}

/// Six letters that name the subset (9.6.4), from its bytes.
fn tag(outlines: &[u8]) -> String {
    Sha256::digest(outlines)[..6].iter().map(|byte| char::from(b'A' + byte % 26)).collect()
}

fn descriptor(face: Face, name: &str, program: Id) -> Dictionary {
    let measures = metrics(face);
    let bounds = measures.bounds.map(i64::from);
    // Symbolic, since the codes are the file's own, and with serifs; 64: slanted (9.8.2).
    let (flags, angle, stem) = match face {
        Face::Regular => (6, 0, 80),
        Face::Italic => (6 + 64, -12, 80),
        Face::Semibold => (6, 0, 110),
    };
    dictionary! {
        "Type" => "FontDescriptor", "FontName" => name, "Flags" => flags, "FontBBox" => numbers(&bounds),
        "ItalicAngle" => angle, "Ascent" => i64::from(measures.ascent), "Descent" => i64::from(measures.descent),
        "CapHeight" => i64::from(measures.capitals), "StemV" => stem, "FontFile3" => link(program),
    }
}

fn system(ordering: &str) -> Dictionary {
    let literal = |text: &str| Object::String(text.as_bytes().to_vec(), StringFormat::Literal);
    dictionary! { "Registry" => literal("Adobe"), "Ordering" => literal(ordering), "Supplement" => 0 }
}
