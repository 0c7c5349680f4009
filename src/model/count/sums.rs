//! Counts put together: sums, unions, hulls. Every result holds whatever its parts can mean; nothing is subtracted,
//! and numbers of different units are refused, never added.

use super::Count;
use crate::error::{Error, Result};
use crate::model::words::{Standing, Unit};

/// More groups than this are all taken to overlap: the sets of disjoint ones are tried one by one.
const GROUPS_TRIED: usize = 12;

/// A running sum of disjoint parts (rules 1, 3 and 4). It rounds once, at the end.
#[derive(Debug, Clone)]
pub struct Sum {
    unit: Unit,
    low: u64,
    high: Option<u64>,
    /// What stands for each part where one of them is estimated: its estimate, else its low bound.
    point: u64,
    /// The coarsest step of an estimate among the parts; `None`: all are counted.
    grain: Option<u64>,
    unknown_parts: u64,
    undeterminable_parts: u64,
    whole_folders: u64,
    standing: Option<Standing>,
    /// Every open part is open for good; `None`: no part is open.
    for_good: Option<bool>,
}

impl Sum {
    /// Nothing yet: 0, counted.
    #[must_use]
    pub const fn of(unit: Unit) -> Self {
        Self {
            unit,
            low: 0,
            high: Some(0),
            point: 0,
            grain: None,
            unknown_parts: 0,
            undeterminable_parts: 0,
            whole_folders: 0,
            standing: None,
            for_good: None,
        }
    }

    /// Adds a part that shares nothing with the others.
    ///
    /// # Errors
    /// `count.units_differ`.
    pub fn add(&mut self, part: &Count) -> Result<()> {
        same_unit(self.unit, part)?;
        self.low = self.low.saturating_add(part.low);
        self.high = self.high.zip(part.high).map(|(one, two)| one.saturating_add(two));
        self.point = self.point.saturating_add(part.estimate.unwrap_or(part.low));
        if let Some(estimate) = part.estimate {
            self.coarsen(grain(estimate));
        }
        self.unknown_parts += part.unknown_parts;
        self.undeterminable_parts += part.undeterminable_parts;
        self.whole_folders += part.whole_folders;
        self.standing = Some(self.standing.map_or(part.standing, |standing| weaker(standing, part.standing)));
        if part.high.is_none() {
            self.for_good = Some(self.for_good.unwrap_or(true) && part.for_good);
        }
        Ok(())
    }

    /// Estimates among the parts step by so much: the sum is rounded to the coarsest of them.
    pub fn coarsen(&mut self, grain: u64) {
        self.grain = Some(self.grain.map_or(grain, |so_far| so_far.max(grain)));
    }

    /// The sum.
    #[must_use]
    pub fn count(&self) -> Count {
        Count {
            low: self.low,
            high: self.high,
            estimate: self.grain.map(|grain| rounded_within(self.point, grain, self.low, self.high)),
            unit: self.unit,
            standing: self.standing.unwrap_or(Standing::Own),
            for_good: self.for_good.unwrap_or(false),
            unknown_parts: self.unknown_parts,
            undeterminable_parts: self.undeterminable_parts,
            whole_folders: self.whole_folders,
        }
    }
}

impl Count {
    /// Rules 1, 3 and 4: the sum of groups that share nothing. Lows add, highs add; one open high makes it open; an
    /// estimate among them makes it an estimate, rounded to the coarser. Of no groups it is 0.
    ///
    /// # Errors
    /// `count.units_differ`.
    pub fn sum<'a>(unit: Unit, parts: impl IntoIterator<Item = &'a Self>) -> Result<Self> {
        let mut sum = Sum::of(unit);
        for part in parts {
            sum.add(part)?;
        }
        Ok(sum.count())
    }

    /// Rule 2: groups that may overlap. The low bound is the larger low, the high bound the sum; 9 owners and about
    /// 4,000 correspondents are about 4,000.
    ///
    /// # Errors
    /// `count.units_differ`.
    pub fn union(unit: Unit, groups: &[Self]) -> Result<Self> {
        Self::union_unless(unit, groups, |_, _| false)
    }

    /// Rule 2 where keys are known: the distinct members that were counted over all groups lift the low bound.
    ///
    /// # Errors
    /// `count.units_differ`.
    pub fn union_counted(unit: Unit, groups: &[Self], counted: u64) -> Result<Self> {
        let mut union = Self::union(unit, groups)?;
        union.low = union.low.max(counted).min(union.high.unwrap_or(u64::MAX));
        union.estimate = union.estimate.map(|estimate| estimate.max(union.low));
        Ok(union)
    }

    /// Rules 1 and 2 together: groups of which some pairs share nothing. Whatever set of groups shares nothing adds
    /// up, and the union is at least the largest of those sums.
    ///
    /// # Errors
    /// `count.units_differ`.
    pub fn union_unless(unit: Unit, groups: &[Self], disjoint: impl Fn(usize, usize) -> bool) -> Result<Self> {
        let all = Self::sum(unit, groups)?;
        let mut union = Self { low: 0, estimate: None, ..all };
        let mut counted = None;
        for set in disjoint_sets(groups.len(), disjoint) {
            let sum = Self::sum(unit, set.iter().filter_map(|at| groups.get(*at)))?;
            union.low = union.low.max(sum.low);
            union.estimate = union.estimate.max(sum.estimate);
            counted = counted.max(sum.estimate.is_none().then_some(sum.low));
        }
        // An estimate that what was counted reaches says nothing more.
        union.estimate = union.estimate.filter(|estimate| counted.is_none_or(|counted| *estimate > counted));
        union.estimate = union.estimate.map(|estimate| estimate.max(union.low));
        Ok(union)
    }

    /// Rule 8: the suspected widen the high bound and leave the low one.
    ///
    /// # Errors
    /// `count.units_differ`.
    pub fn widened_by(&self, suspected: &Self) -> Result<Self> {
        same_unit(self.unit, suspected)?;
        let mut wider = self.clone();
        wider.high = self.high.zip(suspected.high).map(|(sure, more)| sure.saturating_add(more));
        wider.unknown_parts += suspected.unknown_parts;
        wider.undeterminable_parts += suspected.undeterminable_parts;
        wider.whole_folders += suspected.whole_folders;
        wider.for_good = [self, suspected].iter().filter(|part| part.high.is_none()).all(|part| part.for_good);
        wider.for_good &= wider.high.is_none();
        Ok(wider)
    }

    /// Rule 11: statements about one number that contradict each other, until somebody adopts one: from the lowest
    /// they can mean to the highest. A statement that says nothing contradicts nothing; that it cannot be determined is more
    /// than that it is to be. `None` of no statements.
    ///
    /// # Errors
    /// `count.units_differ`.
    pub fn hull<'a>(statements: impl IntoIterator<Item = &'a Self>) -> Result<Option<Self>> {
        let (mut hull, mut silent): (Option<Self>, Option<Self>) = (None, None);
        for statement in statements {
            if statement.says_nothing() {
                silent = Some(silent.map_or_else(|| statement.clone(), |so_far| so_far.silent_with(statement)));
                continue;
            }
            hull = Some(match hull {
                None => statement.clone(),
                Some(so_far) => so_far.hull_with(statement)?,
            });
        }
        Ok(hull.or(silent))
    }

    /// Of two statements without a number.
    fn silent_with(self, other: &Self) -> Self {
        Self {
            for_good: self.for_good || other.for_good,
            undeterminable_parts: self.undeterminable_parts.max(other.undeterminable_parts),
            whole_folders: self.whole_folders.max(other.whole_folders),
            ..self
        }
    }

    fn hull_with(self, other: &Self) -> Result<Self> {
        same_unit(self.unit, other)?;
        let estimated = self.estimate.is_some() || other.estimate.is_some();
        let point = |count: &Self| count.estimate.unwrap_or(count.low);
        Ok(Self {
            low: self.low.min(other.low),
            high: self.high.zip(other.high).map(|(one, two)| one.max(two)),
            // The safe side: the larger of what they say.
            estimate: estimated.then(|| point(&self).max(point(other))),
            standing: weaker(self.standing, other.standing),
            for_good: false,
            unknown_parts: self.unknown_parts.max(other.unknown_parts),
            undeterminable_parts: self.undeterminable_parts.max(other.undeterminable_parts),
            whole_folders: self.whole_folders.max(other.whole_folders),
            unit: self.unit,
        })
    }

    /// 0, open, without an estimate.
    #[must_use]
    pub const fn says_nothing(&self) -> bool {
        self.low == 0 && self.high.is_none() && self.estimate.is_none()
    }

    /// The least that is printed of it: its estimate, else its low bound.
    #[must_use]
    pub fn floor(&self) -> u64 {
        self.estimate.map_or(self.low, |estimate| estimate.max(self.low))
    }

    /// Whether a sum of parts lies above this number, which it should be part of (docs/model.md, Facts): above its high
    /// bound, or above the estimate where it has no band.
    #[must_use]
    pub fn is_exceeded_by(&self, sum: &Self) -> bool {
        self.unit == sum.unit && self.high.or(self.estimate).is_some_and(|limit| sum.floor() > limit)
    }
}

/// How coarse an estimate is: the largest power of ten that divides it. Of 4,000 it is 1,000.
#[must_use]
pub fn grain(estimate: u64) -> u64 {
    let mut grain: u64 = 1;
    while let Some(coarser) = grain.checked_mul(10).filter(|it| estimate > 0 && estimate.is_multiple_of(*it)) {
        grain = coarser;
    }
    grain
}

/// To the nearest step, half up; as it is where the step would leave the bounds.
pub(super) fn rounded_within(point: u64, grain: u64, low: u64, high: Option<u64>) -> u64 {
    let rounded = (point.saturating_add(grain / 2) / grain) * grain;
    if rounded < low || high.is_some_and(|high| rounded > high) { point } else { rounded }
}

pub(super) fn same_unit(unit: Unit, part: &Count) -> Result<()> {
    if unit == part.unit {
        return Ok(());
    }
    Err(Error::new("count.units_differ").with("one", unit).with("other", part.unit))
}

/// A claim in a sum makes the sum a claim; only what is confirmed throughout is confirmed.
fn weaker(one: Standing, two: Standing) -> Standing {
    one.min(two)
}

/// Every set of one or more groups that pairwise share nothing.
fn disjoint_sets(groups: usize, disjoint: impl Fn(usize, usize) -> bool) -> Vec<Vec<usize>> {
    if groups > GROUPS_TRIED {
        return (0..groups).map(|at| vec![at]).collect();
    }
    let mut sets: Vec<Vec<usize>> = vec![Vec::new()];
    for at in 0..groups {
        let fits = |set: &&Vec<usize>| set.iter().all(|other| disjoint(*other, at) || disjoint(at, *other));
        let wider: Vec<Vec<usize>> = sets.iter().filter(fits).map(|set| [set.as_slice(), &[at]].concat()).collect();
        sets.extend(wider);
    }
    sets.split_off(1)
}
