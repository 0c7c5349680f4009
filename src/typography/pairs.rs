//! Plain words without the shaper: what it makes of each pair of neighbours is asked once and remembered.
//!
//! Kerning looks at two glyphs, and the ligatures of our faces begin with two: a word of which every pair is two plain
//! glyphs is those glyphs. Any other word goes to the shaper. That both agree is tested on every three characters.

use super::Face;
use super::shaping::{Figures, Glyph, Shaped, points, shape_word};

/// The characters that are put together here: printable ASCII.
const FIRST: u8 = b' ';
const LAST: u8 = b'~';
const MANY: usize = (LAST - FIRST + 1) as usize;

/// What is known of the pairs of one face, with one kind of figures.
pub(super) struct Pairs {
    face: Face,
    figures: Figures,
    /// Each character alone, once it was met; none where it is no single glyph that stands on the line.
    alone: [Option<Option<Glyph>>; MANY],
    /// How far the second one moves towards the first, in thousandths of the size.
    kerned: Vec<Option<Kern>>,
}

#[derive(Debug, Clone, Copy)]
enum Kern {
    By(i32),
    /// Not two plain glyphs.
    Joined,
}

impl Pairs {
    /// Nothing is known yet.
    pub(super) fn new(face: Face, figures: Figures) -> Self {
        Self { face, figures, alone: [None; MANY], kerned: vec![None; MANY * MANY] }
    }

    /// The word's glyphs, where they can be put together.
    pub(super) fn shaped(&mut self, word: &str) -> Option<Shaped> {
        if word.is_empty() || !word.bytes().all(|byte| (FIRST..=LAST).contains(&byte)) {
            return None;
        }
        let mut glyphs = Vec::with_capacity(word.len());
        let mut units = 0;
        let mut letters = word.bytes().zip(0_u32..).peekable();
        while let Some((letter, at)) = letters.next() {
            let alone = self.alone(letter)?;
            let kern = match letters.peek() {
                Some(&(next, _)) => self.kern(letter, next)?,
                None => 0,
            };
            let advance = alone.advance + kern;
            units += advance;
            glyphs.push(Glyph { advance, shows: (at, at + 1), ..alone });
        }
        Some(Shaped { face: self.face, text: word.into(), glyphs, units, width: points(units, 1.0) })
    }

    fn alone(&mut self, letter: u8) -> Option<Glyph> {
        let place = usize::from(letter - FIRST);
        if self.alone[place].is_none() {
            let shaped = self.asked(&[letter]);
            let plain = |glyph: &&Glyph| shaped.glyphs.len() == 1 && glyph.offset == (0, 0);
            self.alone[place] = Some(shaped.glyphs.first().filter(plain).copied());
        }
        self.alone[place]?
    }

    fn kern(&mut self, letter: u8, next: u8) -> Option<i32> {
        let place = usize::from(letter - FIRST) * MANY + usize::from(next - FIRST);
        if self.kerned[place].is_none() {
            self.kerned[place] = Some(self.pair(letter, next).map_or(Kern::Joined, Kern::By));
        }
        match self.kerned[place]? {
            Kern::By(units) => Some(units),
            Kern::Joined => None,
        }
    }

    fn pair(&mut self, letter: u8, next: u8) -> Option<i32> {
        let alone = [self.alone(letter)?, self.alone(next)?];
        let set = self.asked(&[letter, next]).glyphs;
        let [first, second] = set.as_slice() else { return None };
        let kern = first.advance - alone[0].advance;
        let expected = [Glyph { advance: first.advance, ..alone[0] }, Glyph { shows: (1, 2), ..alone[1] }];
        (expected == [*first, *second]).then_some(kern)
    }

    fn asked(&self, letters: &[u8]) -> Shaped {
        let text: String = letters.iter().copied().map(char::from).collect();
        shape_word(&text, self.face, self.figures)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const KINDS: [(Face, Figures); 6] = [
        (Face::Regular, Figures::Running),
        (Face::Regular, Figures::Tabular),
        (Face::Italic, Figures::Running),
        (Face::Italic, Figures::Tabular),
        (Face::Semibold, Figures::Running),
        (Face::Semibold, Figures::Tabular),
    ];

    /// How many of the words could be put together, all of them as the shaper sets them.
    #[track_caller]
    fn agree(pairs: &mut Pairs, words: impl IntoIterator<Item = String>) -> usize {
        let mut together = 0;
        for word in words {
            if let Some(shaped) = pairs.shaped(&word) {
                assert_eq!(shaped, shape_word(&word, pairs.face, pairs.figures), "{word:?}");
                together += 1;
            }
        }
        together
    }

    #[rstest::rstest]
    #[case(Face::Regular, Figures::Running)]
    #[case(Face::Regular, Figures::Tabular)]
    #[case(Face::Italic, Figures::Running)]
    #[case(Face::Italic, Figures::Tabular)]
    #[case(Face::Semibold, Figures::Running)]
    #[case(Face::Semibold, Figures::Tabular)]
    fn every_three_characters_are_set_as_the_shaper_sets_them(#[case] face: Face, #[case] figures: Figures) {
        let all = FIRST..=LAST;
        let pairs = all.clone().flat_map(|a| all.clone().map(move |b| (a, b)));
        let triples = pairs.flat_map(|(a, b)| all.clone().map(move |c| [a, b, c].map(char::from).iter().collect()));
        let together = agree(&mut Pairs::new(face, figures), triples);
        assert!(together > MANY.pow(3) * 9 / 10, "{together}");
    }

    #[test]
    fn long_words_are_set_as_the_shaper_sets_them() {
        // A generator by Knuth (MMIX): the same words every time.
        let mut state = 0x9E37_79B9_7F4A_7C15_u64;
        let mut next = |below: u64| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) % below
        };
        let alphabets = ["abcdefghijklmnopqrstuvwxyz", "fijlTQh.,-_@AVWToy", "0123456789.,:+-/", "aefil' \"()[]"];
        for (face, figures) in KINDS {
            let words: Vec<String> = (0..5_000)
                .map(|nth| {
                    let letters = alphabets[nth % alphabets.len()].as_bytes();
                    let pick = |it: u64| char::from(letters[usize::try_from(it).expect("few letters")]);
                    (0..next(40) + 1).map(|_| pick(next(letters.len() as u64))).collect()
                })
                .collect();
            assert!(agree(&mut Pairs::new(face, figures), words) > 1_000);
        }
    }

    #[test]
    fn what_is_joined_or_no_plain_letter_goes_to_the_shaper() {
        let mut pairs = Pairs::new(Face::Regular, Figures::Running);
        for word in ["Zugriff", "", "Grüße", "a\u{301}", "tab\t"] {
            assert_eq!(pairs.shaped(word), None, "{word}");
        }
        assert!(pairs.shaped("person.1@nordmeer.example").is_some());
    }
}
