//! Where a paragraph may be divided, and which of those places make the calmest right edge.
//!
//! It knows widths and costs; it never sees a glyph.

/// A piece of text that is never divided, and what happens where a line ends after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Fragment {
    /// Bytes of the text, the space after it left out.
    pub from: usize,
    /// See `from`.
    pub until: usize,
    /// Its width, in thousandths of the size.
    pub units: i32,
    /// The space between it and the next.
    pub space: i32,
    /// What a line's end after it means.
    pub after: After,
}

/// What a line's end after a fragment means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum After {
    /// Between words.
    Word,
    /// Within a word: a hyphen of this width is set.
    Hyphen(i32),
    /// Where an address parts, after its @: nothing is set.
    Joint,
    /// At any other place where an address or a path may go on: nothing is set.
    Seam,
    /// Anywhere, since there is no room for the word.
    Need,
    /// The line must end.
    Must,
}

impl After {
    /// What breaking here costs, beside a line that is left white by a share w of its measure, which costs 100 w².
    /// A hyphen is worth it where it saves more than a third of a line; need is the last resort.
    fn cost(self) -> f64 {
        match self {
            Self::Word | Self::Must => 0.0,
            Self::Joint => 2.0,
            Self::Seam => 70.0,
            Self::Hyphen(_) => 14.0,
            Self::Need => 200.0,
        }
    }

    /// The width of the hyphen set there.
    pub(super) fn hyphen(self) -> i32 {
        match self {
            Self::Hyphen(units) => units,
            Self::Word | Self::Joint | Self::Seam | Self::Need | Self::Must => 0,
        }
    }
}

/// A line more costs as much as a line that is a fifth white: else a paragraph would grow to look tidy.
const LINE: f64 = 4.0;
/// A last line shorter than this share of its measure costs so much: it looks as if it had been lost.
const STUB: (f64, f64) = (0.1, 5.0);

/// The fragments' numbers at which lines end (one past the last of each line), for the least cost over all lines.
pub(super) fn best(fragments: &[Fragment], measure: i32) -> Vec<usize> {
    let mut cheapest: Vec<(f64, usize)> = vec![(0.0, 0)];
    for end in 1..=fragments.len() {
        cheapest.push(cheapest_line_to(fragments, measure, end, &cheapest));
    }
    let mut ends = Vec::new();
    let mut end = fragments.len();
    while end > 0 {
        ends.push(end);
        end = cheapest[end].1;
    }
    ends.reverse();
    ends
}

fn cheapest_line_to(fragments: &[Fragment], measure: i32, end: usize, cheapest: &[(f64, usize)]) -> (f64, usize) {
    let last = fragments[end - 1];
    let mut width = last.units + last.after.hyphen();
    let mut found = (f64::INFINITY, end - 1);
    for start in (0..end).rev() {
        let fragment = fragments[start];
        if start + 1 < end {
            width += fragment.units + fragment.space;
            if width > measure || fragment.after == After::Must {
                break;
            }
        }
        let ends_paragraph = end == fragments.len() || last.after == After::Must;
        let cost = cheapest[start].0 + line_cost(width, measure, last.after, ends_paragraph);
        if cost < found.0 {
            found = (cost, start);
        }
    }
    found
}

fn line_cost(width: i32, measure: i32, after: After, ends_paragraph: bool) -> f64 {
    let white = f64::from((measure - width).max(0)) / f64::from(measure.max(1));
    match ends_paragraph {
        true if 1.0 - white < STUB.0 => LINE + STUB.1,
        true => LINE,
        false => LINE + 100.0 * white * white + after.cost(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(widths: &[i32]) -> Vec<Fragment> {
        let fragment = |&units| Fragment { from: 0, until: 0, units, space: 10, after: After::Word };
        widths.iter().map(fragment).collect()
    }

    #[test]
    fn a_calm_edge_is_better_than_a_full_first_line() {
        // First-fit would set 40+40 and leave 40 alone before the word that fills a line.
        assert_eq!(best(&words(&[30, 60, 30, 95, 50]), 100), [2, 3, 4, 5]);
        assert_eq!(best(&words(&[45, 45, 45, 45]), 100), [2, 4]);
    }

    #[test]
    fn a_line_that_must_end_does() {
        let mut fragments = words(&[10, 10, 10]);
        fragments[0].after = After::Must;
        assert_eq!(best(&fragments, 100), [1, 3]);
    }

    #[test]
    fn what_is_wider_than_the_line_stands_alone() {
        assert_eq!(best(&words(&[10, 300, 10]), 100), [1, 2, 3]);
        assert!(best(&[], 100).is_empty());
    }
}
