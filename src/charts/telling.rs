//! What every figure says of itself: its title, with the sample's mark, and numbers in a row. It holds no phrase.

use crate::lang::{Arg, Phrases};
use crate::model::case::Sample;
use crate::model::count::Count;
use crate::model::facts::Subject;
use crate::model::figure::{Body, Figure, FigureTable};

/// So many rows are told in an alternative text; the table holds the others.
const TOLD: usize = 12;

/// A figure without its marks.
pub(super) struct Told {
    pub id: &'static str,
    pub title: String,
    pub notes: Vec<String>,
    pub alt: String,
    pub table: FigureTable,
}

impl Told {
    /// The figure; a sample's says so in its title, its note and its alternative text.
    pub fn with(self, body: Body, subject: &Subject, phrases: &Phrases) -> Figure {
        let sample = subject.file.case.sample.map(|sample| phrases.say(sample_phrase(sample)));
        let title = match &sample {
            Some(sample) => phrases
                .say_with("chart-title-of-sample", &[("title", self.title.as_str().into()), ("sample", sample.into())]),
            None => self.title,
        };
        let alt = match (&body, &sample) {
            (Body::Empty(sentence), _) => sentence.clone(),
            (_, Some(sample)) => format!("{} ({sample})", self.alt.trim_end_matches('.')) + ".",
            (_, None) => self.alt,
        };
        let note = self.notes.join(" ");
        Figure { id: self.id, title, note, alt, language: phrases.language().to_owned(), table: self.table, body }
    }
}

const fn sample_phrase(sample: Sample) -> &'static str {
    match sample {
        Sample::Reconstructed => "chart-sample-reconstructed",
        Sample::Fictional => "chart-sample-fictional",
    }
}

/// "Hamburg: 4; Nordics: 2 to 3; and 3 more rows …".
pub(super) fn rows(rows: &[(String, String)], phrases: &Phrases) -> String {
    let one = |(label, number): &(String, String)| {
        phrases.say_with("chart-bar", &[("label", label.into()), ("number", number.into())])
    };
    list(&rows.iter().map(one).collect::<Vec<_>>(), phrases)
}

/// The first of some rows, and how many more there are.
pub(super) fn list(rows: &[String], phrases: &Phrases) -> String {
    let told = rows[..rows.len().min(TOLD)].join("; ");
    match rows.len().saturating_sub(TOLD) {
        0 => told,
        more => phrases.say_with("chart-rows-more", &[("rows", told.into()), ("n", Arg::Number(more as u64))]),
    }
}

/// What the high bound adds to the low one; an estimate without a band reaches to the estimate.
pub(super) fn widened(count: &Count) -> u64 {
    count.high.or(count.estimate).unwrap_or_default().saturating_sub(count.low)
}

/// Whether nobody knows the upper bound.
pub(super) const fn is_open(count: &Count) -> bool {
    count.high.is_none() && count.estimate.is_none()
}

/// Disjoint counts together: lows add, highs add, one open high leaves the sum open (docs/model.md, rule 1).
pub(super) fn sum<'a>(counts: impl IntoIterator<Item = &'a Count>) -> Option<Count> {
    let mut counts = counts.into_iter().peekable();
    let unit = counts.peek()?.unit;
    Count::sum(unit, counts).ok()
}
