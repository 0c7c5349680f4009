//! Paragraphs to lines: words, hyphens and seams within a measure. No character is lost and none is cut.
//!
//! It never stretches a space: the right edge is ragged.

use unicode_linebreak::{BreakOpportunity, linebreaks};

use super::breaks::{After, Fragment, best};
use super::hyphens::{Hyphenation, seams};
use super::shaping::points;
use super::{Face, Figures, Words, soft_hyphen};

/// Text in one face. It has been through [`super::legible`].
#[derive(Debug, Clone, Copy)]
pub struct Span<'a> {
    /// The text.
    pub text: &'a str,
    /// Its face.
    pub face: Face,
}

/// The room a paragraph has.
#[derive(Debug, Clone, Copy)]
pub struct Measure {
    /// Width of a line in points.
    pub width: f32,
    /// Size of the text in points.
    pub size: f32,
    /// How figures are set.
    pub figures: Figures,
    /// Whether words are divided, and by which rules.
    pub hyphenation: Option<Hyphenation>,
}

/// A set line.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// What stands on it.
    pub pieces: Vec<Piece>,
    /// Its width in points, the space at its end left out.
    pub width: f32,
    /// A word goes on in the next line: a soft hyphen is set at the end.
    pub hyphen: bool,
    /// A space stood where the line ends.
    pub space: bool,
}

/// Part of a span on a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// Which span.
    pub span: usize,
    /// The part of its text.
    pub text: String,
}

/// The lines of a plain text that no face need know; what no face has is set as its code.
#[must_use]
pub fn wrap(text: &str, face: Face, size: f32, width: f32, hyphenation: Option<Hyphenation>) -> Vec<String> {
    let text = super::legible(text);
    let measure = Measure { width, size, figures: Figures::Running, hyphenation };
    let lines = break_lines(&[Span { text: &text, face }], &measure, &mut Words::default());
    lines.into_iter().map(Line::into_text).collect()
}

/// The lines of a paragraph; an empty one has none.
pub fn break_lines(spans: &[Span], measure: &Measure, words: &mut Words) -> Vec<Line> {
    let room = room(measure);
    let whole: i32 = spans.iter().map(|span| words.units(span.text, span.face, measure.figures)).sum();
    if whole <= room && !spans.iter().any(|span| span.text.contains('\n')) {
        return single(spans, points(whole, measure.size));
    }
    let text: String = spans.iter().map(|span| span.text).collect();
    let mut setter = Setter { spans, measure, words, text: &text, room };
    let fragments = setter.fragments();
    let ends = best(&fragments, room);
    let starts = std::iter::once(0).chain(ends.iter().copied());
    starts.zip(&ends).map(|(start, &end)| setter.line(&fragments[start..end])).collect()
}

#[expect(clippy::cast_possible_truncation, reason = "a page is some 10^5 thousandths wide")]
fn room(measure: &Measure) -> i32 {
    // Half a thousandth more, so that a text measured to fit does.
    (measure.width * 1000.0 / measure.size + 0.5) as i32
}

fn single(spans: &[Span], width: f32) -> Vec<Line> {
    let piece =
        |(nth, span): (usize, &Span)| (!span.text.is_empty()).then(|| Piece { span: nth, text: span.text.into() });
    let pieces: Vec<Piece> = spans.iter().enumerate().filter_map(piece).collect();
    if pieces.is_empty() { Vec::new() } else { vec![Line { pieces, width, hyphen: false, space: false }] }
}

impl Line {
    fn into_text(self) -> String {
        let mut text: String = self.pieces.into_iter().map(|piece| piece.text).collect();
        if self.hyphen {
            text.push('-');
        }
        text
    }
}

struct Setter<'a> {
    spans: &'a [Span<'a>],
    measure: &'a Measure,
    words: &'a mut Words,
    text: &'a str,
    room: i32,
}

impl Setter<'_> {
    fn fragments(&mut self) -> Vec<Fragment> {
        let mut fragments = Vec::new();
        let mut from = 0;
        for (until, opportunity) in linebreaks(self.text) {
            let after = match opportunity {
                BreakOpportunity::Mandatory => After::Must,
                // An address has seams of its own, of which the first is after its @.
                BreakOpportunity::Allowed if within_address(self.text, from, until) => continue,
                BreakOpportunity::Allowed => After::Word,
            };
            self.word(from, until, after, &mut fragments);
            from = until;
        }
        fragments
    }

    /// A word with the space after it, whole or in parts.
    fn word(&mut self, from: usize, until: usize, after: After, out: &mut Vec<Fragment>) {
        let bare = self.text[from..until].trim_end_matches([' ', '\n']).len();
        let (end, mut start) = (from + bare, from);
        for (at, within) in self.divisions(from, end) {
            out.push(Fragment { from: start, until: at, units: self.units(start, at), space: 0, after: within });
            start = at;
        }
        let spaces = self.text[end..until].trim_end_matches('\n').len();
        let space = self.units(end, end + spaces);
        out.push(Fragment { from: start, until: end, units: self.units(start, end), space, after });
    }

    /// Where within the word a line may end; anywhere that need be where there is no room even for its parts.
    fn divisions(&mut self, from: usize, until: usize) -> Vec<(usize, After)> {
        let word = &self.text[from..until];
        let points = self.places(word, from, until);
        let mut all = Vec::new();
        let mut start = from;
        for (at, after) in points.into_iter().chain([(until, After::Word)]) {
            all.extend(self.forced(start, at, after.hyphen()).into_iter().map(|need| (need, After::Need)));
            if at < until {
                all.push((at, after));
            }
            start = at;
        }
        all
    }

    /// Hyphens for a word; for an address the place after its @, and all its seams where even its halves have no room.
    fn places(&mut self, word: &str, from: usize, until: usize) -> Vec<(usize, After)> {
        if let Some(rules) = self.measure.hyphenation {
            let hyphen = After::Hyphen(soft_hyphen(self.spans[self.span_at(from)].face).1);
            let points: Vec<_> = rules.points(word).into_iter().map(|at| (from + at, hyphen)).collect();
            if !points.is_empty() {
                return points;
            }
        }
        let at = word.find('@').map(|at| from + at + 1).filter(|&at| at < until);
        let halves = at.map_or([(from, until); 2], |at| [(from, at), (at, until)]);
        if halves.iter().all(|&(from, until)| self.units(from, until) <= self.room) {
            return at.map(|at| (at, After::Joint)).into_iter().collect();
        }
        let kind = |seam: usize| if Some(seam) == at { After::Joint } else { After::Seam };
        seams(word).into_iter().map(|seam| (from + seam, kind(from + seam))).collect()
    }

    /// Places that divide a part wider than the line into parts that fit, the last one beside its hyphen.
    fn forced(&mut self, from: usize, until: usize, hyphen: i32) -> Vec<usize> {
        let mut places = Vec::new();
        let mut start = from;
        let room = self.room - hyphen;
        if self.units(from, until) <= room {
            return places;
        }
        let offsets: Vec<usize> = self.text[from..until].char_indices().map(|(at, _)| from + at).skip(1).collect();
        for pair in offsets.windows(2) {
            let (at, next) = (pair[0], pair[1]);
            if self.units(start, next) > room {
                places.push(at);
                start = at;
            }
        }
        places.extend(offsets.last().copied().filter(|&at| at > start && self.units(start, until) > room));
        places
    }

    fn units(&mut self, from: usize, until: usize) -> i32 {
        let figures = self.measure.figures;
        let parts = parts(self.spans, from, until);
        parts.map(|(span, text)| self.words.units(text, self.spans[span].face, figures)).sum()
    }

    fn span_at(&self, at: usize) -> usize {
        parts(self.spans, at, self.text.len()).next().map_or(0, |(span, _)| span)
    }

    fn line(&mut self, fragments: &[Fragment]) -> Line {
        let (first, last) = (fragments[0], fragments[fragments.len() - 1]);
        let hyphen = last.after.hyphen();
        let units = self.units(first.from, last.until) + hyphen;
        let pieces = parts(self.spans, first.from, last.until);
        Line {
            pieces: pieces.map(|(span, text)| Piece { span, text: text.to_owned() }).collect(),
            width: points(units, self.measure.size),
            hyphen: hyphen > 0,
            space: last.space > 0,
        }
    }
}

/// Whether a break here would part an address.
fn within_address(text: &str, from: usize, at: usize) -> bool {
    let ends = text[at..].find(char::is_whitespace).map_or(text.len(), |end| at + end);
    !text[..at].ends_with(char::is_whitespace) && text[from..ends].contains('@')
}

/// The parts of the spans that cover these bytes of their joined text.
fn parts<'a>(spans: &'a [Span<'a>], from: usize, until: usize) -> impl Iterator<Item = (usize, &'a str)> {
    let mut begin = 0;
    spans.iter().enumerate().filter_map(move |(nth, span)| {
        let (low, high) = (from.max(begin), until.min(begin + span.text.len()));
        let start = begin;
        begin += span.text.len();
        (low < high).then(|| (nth, &span.text[low - start..high - start]))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const GERMAN: &str = "Der Verantwortliche meldet die Verletzung des Schutzes personenbezogener Daten unverzüglich \
        der Aufsichtsbehörde; die Benachrichtigung der betroffenen Personen bleibt vorbehalten.";

    fn german(text: &str, width: f32) -> Vec<String> {
        wrap(text, Face::Regular, 10.0, width, Hyphenation::of("de"))
    }

    #[test]
    fn every_line_fits_and_no_character_is_lost() {
        for text in [
            GERMAN,
            "anna.lena.maria.von.hohenstein-berggasse@postfach.nordmeer-logistik.example",
            "Ж王é\u{301}x",
            "a  b ",
        ] {
            for width in [12.0, 30.0, 55.0, 90.0, 200.0, 600.0] {
                let lines = german(text, width);
                assert!(
                    lines.iter().all(|line| super::super::width(line, Face::Regular, 10.0) <= width + 0.3),
                    "{lines:?} {width}"
                );
                let bare = |text: &str| text.replace([' ', '-'], "");
                assert_eq!(bare(&lines.concat()), bare(&super::super::legible(text)));
            }
        }
    }

    #[test]
    fn long_words_are_divided_in_narrow_columns_only() {
        assert!(german(GERMAN, 70.0).iter().any(|line| line.ends_with('-')));
        assert!(german(GERMAN, 480.0).iter().all(|line| !line.ends_with('-')));
    }

    #[test]
    fn an_address_goes_on_after_its_at() {
        assert_eq!(german("ursula.grossmann@nordmeer.example", 90.0), ["ursula.grossmann@", "nordmeer.example"]);
        assert_eq!(german("a.lena@nordmeer-logistik.example", 115.0), ["a.lena@", "nordmeer-logistik.example"]);
    }

    #[test]
    fn a_line_feed_ends_the_line() {
        assert_eq!(german("Name\nVorname", 400.0), ["Name", "Vorname"]);
        assert!(german("", 400.0).is_empty());
    }

    #[test]
    fn spans_keep_their_faces_across_lines() {
        let spans = [
            Span { text: "Kenntnis am ", face: Face::Regular },
            Span { text: "24. November 2026", face: Face::Semibold },
        ];
        let measure = Measure { width: 90.0, size: 10.0, figures: Figures::Running, hyphenation: None };
        let lines = break_lines(&spans, &measure, &mut Words::default());
        let faces: Vec<Vec<usize>> =
            lines.iter().map(|line| line.pieces.iter().map(|piece| piece.span).collect()).collect();
        assert_eq!(faces, [vec![0, 1], vec![1]]);
        assert!(lines[0].space);
    }
}
