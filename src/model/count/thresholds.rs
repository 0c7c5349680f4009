//! Thresholds of laws, on intervals: true, false, or cannot tell with what would settle it (docs/model.md, Counting).
//!
//! It knows no law: a law names its number and asks.

use super::Count;
use super::sums::same_unit;
use crate::error::Result;

/// What a law asks of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Threshold {
    /// So many or more ("500 or more").
    AtLeast(u64),
    /// More than so many ("more than 500").
    MoreThan(u64),
}

/// The answer. Neither yes nor no is an answer too.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// On the low bound: yes.
    True,
    /// On the high bound: no.
    False,
    /// Cannot tell, with the rows that would settle it.
    CannotTell(Vec<Unsettled>),
}

/// A row that would help to settle a threshold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unsettled {
    /// What it holds: `located`, or the name of those who may still belong.
    pub row: String,
    /// How many.
    pub count: Count,
}

/// Those who may still belong: residence not known, stated above the level the law needs, suspected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MayBelong {
    /// Why they may, as the row's name.
    pub row: String,
    /// How many.
    pub count: Count,
}

impl Threshold {
    /// Whether the number is met: `located` are those who certainly belong, `may_belong` those who still may.
    ///
    /// # Errors
    /// `count.units_differ`.
    pub fn met_by(self, located: &Count, may_belong: &[MayBelong]) -> Result<Answer> {
        let (low, mut high) = bounds(located);
        for other in may_belong {
            same_unit(located.unit, &other.count)?;
            high = high.zip(bounds(&other.count).1).map(|(sure, more)| sure.saturating_add(more));
        }
        if self.holds_for(low) {
            return Ok(Answer::True);
        }
        if high.is_some_and(|high| !self.holds_for(high)) {
            return Ok(Answer::False);
        }
        Ok(Answer::CannotTell(unsettled(located, may_belong)))
    }

    const fn holds_for(self, number: u64) -> bool {
        match self {
            Self::AtLeast(least) => number >= least,
            Self::MoreThan(limit) => number > limit,
        }
    }
}

/// An estimate without a band may be wrong by a factor of two: it does not decide a threshold within it.
fn bounds(count: &Count) -> (u64, Option<u64>) {
    match (count.estimate, count.high) {
        (Some(estimate), None) => {
            let high = (count.unknown_parts == 0).then(|| estimate.saturating_mul(2).saturating_add(1));
            (count.low.max(estimate.saturating_sub(1) / 2), high)
        }
        _ => (count.low, count.high),
    }
}

fn unsettled(located: &Count, may_belong: &[MayBelong]) -> Vec<Unsettled> {
    let open = |count: &Count| count.high != Some(count.low) || count.estimate.is_some();
    let own = open(located).then(|| Unsettled { row: "located".to_owned(), count: located.clone() });
    let others = may_belong.iter().filter(|other| other.count.high != Some(0));
    own.into_iter()
        .chain(others.map(|other| Unsettled { row: other.row.clone(), count: other.count.clone() }))
        .collect()
}
