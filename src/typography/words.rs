//! Words shaped once and remembered: plain ones put together of known pairs, others by the shaper.

use std::collections::HashMap;
use std::rc::Rc;

use super::Face;
use super::pairs::Pairs;
use super::shaping::{Figures, Shaped, pieces, shape_word};

/// Words shaped before.
#[derive(Default)]
pub struct Words {
    known: [HashMap<Box<str>, Rc<Shaped>>; 6],
    pairs: [Option<Box<Pairs>>; 6],
}

/// Beyond this many words of a kind the memory starts anew: an annex names 100,000 people once each.
const REMEMBERED: usize = 20_000;

impl Words {
    /// The word's glyphs.
    pub fn shaped(&mut self, word: &str, face: Face, figures: Figures) -> Rc<Shaped> {
        let kind = face as usize * 2 + figures as usize;
        let known = &mut self.known[kind];
        if let Some(shaped) = known.get(word) {
            return Rc::clone(shaped);
        }
        if known.len() >= REMEMBERED {
            known.clear();
        }
        let pairs = self.pairs[kind].get_or_insert_with(|| Box::new(Pairs::new(face, figures)));
        let shaped = Rc::new(pairs.shaped(word).unwrap_or_else(|| shape_word(word, face, figures)));
        known.insert(word.into(), Rc::clone(&shaped));
        shaped
    }

    /// The width of a text, in thousandths of the size.
    pub fn units(&mut self, text: &str, face: Face, figures: Figures) -> i32 {
        pieces(text).map(|word| self.shaped(word, face, figures).units).sum()
    }
}
