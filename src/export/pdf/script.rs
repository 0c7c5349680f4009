//! Text on a page in PDF's own syntax: marks, places, faces, glyphs (ISO 32000-1, 9.4 and 14.6).
//!
//! printpdf makes an object of every operation, every name and every number; for the 600,000 cells of an annex that was
//! most of the work. It writes what is drawn and passes this on as it stands. Nothing here decides where anything goes.

use super::file::{utf16, whole};
use super::look::{Ink, PAGE};

/// Text that has been written and not yet been handed on.
#[derive(Default)]
pub(super) struct Script {
    out: Vec<u8>,
    shown: Shown,
}

/// How far the operand of the operator that shows glyphs has come.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Shown {
    /// Nothing is being shown.
    #[default]
    Nothing,
    /// In the array, after a number.
    Array,
    /// In a string of codes.
    Codes,
}

/// A place to which a script can be taken back.
#[derive(Clone, Copy)]
pub(super) struct Bookmark(usize, Shown);

impl Script {
    /// What has been written, handed on; ASCII all through.
    pub fn take(&mut self) -> Option<String> {
        // The operator that carries it is parted from the next one by whoever writes that.
        self.out.pop_if(|last| *last == b'\n');
        let written = std::mem::take(&mut self.out);
        (!written.is_empty()).then(|| String::from_utf8(written).expect("every byte put here is ASCII"))
    }

    /// Opens a mark with its number on the page.
    pub fn mark(&mut self, tag: &str, number: usize) {
        self.words(&["/", tag, " <</MCID "]);
        whole(&mut self.out, number);
        self.words(&[">> BDC\n"]);
    }

    /// Opens something that is no part of the content; what it says of itself, in PDF's syntax.
    pub fn artifact(&mut self, says: &str) {
        self.words(&["/Artifact <<", says, ">> BDC\n"]);
    }

    /// Opens glyphs that stand for a text which they do not say by themselves (14.9.4).
    pub fn stands_for(&mut self, text: &str) {
        self.words(&["/Span <</ActualText <"]);
        for byte in utf16(text) {
            self.out.extend([byte >> 4, byte & 15].map(|half| b"0123456789ABCDEF"[usize::from(half)]));
        }
        self.words(&[">>> BDC\n"]);
    }

    /// Closes what was opened last.
    pub fn end(&mut self) {
        self.words(&["EMC\n"]);
    }

    /// Begins a line: at a point that counts from the upper left, or where the page's origin has been put.
    pub fn begin(&mut self, at: Option<(f32, f32)>) {
        self.words(&["BT\n"]);
        if let Some((x, y)) = at {
            self.length(x);
            self.length(PAGE.1 - y);
            self.words(&["Td\n"]);
        }
    }

    /// Ends it.
    pub fn finish(&mut self) {
        self.words(&["ET\n"]);
    }

    /// A face by its name in the file, and a size.
    pub fn face(&mut self, name: &str, size: f32) {
        self.words(&["/", name, &format!(" {size} Tf\n")]);
    }

    /// A colour.
    pub fn fill(&mut self, ink: Ink) {
        let [r, g, b] = ink.shares();
        self.words(&[&format!("{r} {g} {b} rg\n")]);
    }

    /// Above the line by so many points; what follows stands there.
    pub fn rise(&mut self, points: f32) {
        self.words(&[&format!("{points} Ts\n")]);
    }

    /// Shows a glyph by its code in the file.
    pub fn glyph(&mut self, code: u16) {
        match self.shown {
            Shown::Nothing => self.out.extend_from_slice(b"[("),
            Shown::Array => self.out.push(b'('),
            Shown::Codes => {}
        }
        self.shown = Shown::Codes;
        let [high, low] = code.to_be_bytes();
        self.byte(high);
        self.byte(low);
    }

    /// Moves the pen back, by thousandths of the size.
    pub fn shift(&mut self, back: i32) {
        if back == 0 {
            return;
        }
        self.out.push(match self.shown {
            Shown::Nothing => b'[',
            Shown::Array => b' ',
            Shown::Codes => b')',
        });
        self.shown = Shown::Array;
        if back < 0 {
            self.out.push(b'-');
        }
        whole(&mut self.out, back.unsigned_abs() as usize);
    }

    /// All glyphs since the last call are one text.
    pub fn show(&mut self) {
        self.out.extend_from_slice(match self.shown {
            Shown::Nothing => return,
            Shown::Array => b"] TJ\n",
            Shown::Codes => b")] TJ\n",
        });
        self.shown = Shown::Nothing;
    }

    /// Where it has come to.
    pub fn place(&self) -> Bookmark {
        Bookmark(self.out.len(), self.shown)
    }

    /// Takes back everything since a place.
    pub fn back(&mut self, to: Bookmark) {
        self.out.truncate(to.0);
        self.shown = to.1;
    }

    /// A byte of a string: what ends a string, what a reader would change (7.3.4.2) and what is no ASCII by its number.
    fn byte(&mut self, byte: u8) {
        if matches!(byte, b'(' | b')' | b'\\' | b'\r' | 0x80..) {
            self.out.extend([b'\\', b'0' + (byte >> 6), b'0' + (byte >> 3 & 7), b'0' + (byte & 7)]);
        } else {
            self.out.push(byte);
        }
    }

    /// A length on the grid of a twentieth, and a space.
    fn length(&mut self, points: f32) {
        #[expect(clippy::cast_possible_truncation, reason = "a page is some 10^4 twentieths wide")]
        let twentieths = (points * 20.0).round() as i32;
        if twentieths < 0 {
            self.out.push(b'-');
        }
        let (points, rest) = (twentieths.unsigned_abs() / 20, twentieths.unsigned_abs() % 20);
        whole(&mut self.out, points as usize);
        if rest > 0 {
            let hundredths = rest * 5;
            self.out.push(b'.');
            whole(&mut self.out, (hundredths / 10) as usize);
            if hundredths % 10 > 0 {
                self.out.push(b'5');
            }
        }
        self.out.push(b' ');
    }

    fn words(&mut self, words: &[&str]) {
        words.iter().for_each(|it| self.out.extend_from_slice(it.as_bytes()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(write: impl FnOnce(&mut Script)) -> String {
        let mut script = Script::default();
        write(&mut script);
        script.take().unwrap_or_default()
    }

    #[test]
    fn lengths_are_the_numbers_of_the_grid() {
        for nth in -20_000_i16..20_000 {
            let length = f32::from(nth) / 20.0;
            assert_eq!(written(|script| script.length(length)), format!("{length} "));
        }
    }

    #[test]
    fn every_code_is_read_back_as_it_was() {
        for code in 0..=u16::MAX {
            let text = written(|script| {
                script.glyph(code);
                script.shift(-12);
                script.shift(7);
                script.glyph(code);
                script.show();
            });
            let read = lopdf::content::Content::decode(text.as_bytes()).expect("an operation");
            let items = read.operations[0].operands[0].as_array().expect("an array");
            let codes: Vec<_> = items.iter().filter_map(|item| item.as_str().ok()).collect();
            assert_eq!(codes, [code.to_be_bytes(), code.to_be_bytes()], "{text}");
            let moved: Vec<_> = items.iter().filter_map(|item| item.as_i64().ok()).collect();
            assert_eq!((moved, read.operations[0].operator.as_str()), (vec![-12, 7], "TJ"));
        }
    }

    #[test]
    fn what_is_taken_back_was_never_written() {
        let text = written(|script| {
            script.glyph(0x4142);
            let place = script.place();
            script.shift(3);
            script.glyph(0x4344);
            script.back(place);
            script.show();
        });
        assert_eq!(text, "[(AB)] TJ");
    }
}
