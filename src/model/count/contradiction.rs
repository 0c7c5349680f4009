//! Whether two statements of one number can both be true. It decides between none.

use super::Count;

impl Count {
    /// Whether no number can be what both say: they count the same, both say something, and have no number in common. An
    /// estimate without a band is meant within a factor of two (docs/model.md, Thresholds).
    #[must_use]
    pub fn contradicts(&self, other: &Self) -> bool {
        if self.unit != other.unit || self.says_nothing() || other.says_nothing() {
            return false;
        }
        let (one, two) = (self.meant(), other.meant());
        let below = |high: Option<u64>, low: u64| high.is_some_and(|high| high < low);
        below(one.1, two.0) || below(two.1, one.0)
    }

    /// From where to where it is meant. What is open in an estimate is not in it.
    fn meant(&self) -> (u64, Option<u64>) {
        match (self.estimate, self.high) {
            (Some(estimate), None) => {
                let most = (self.unknown_parts == 0).then(|| estimate.saturating_mul(2));
                (self.low.max(estimate.div_ceil(2)), most)
            }
            _ => (self.low, self.high),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::model::words::Unit;

    #[test]
    fn numbers_contradict_each_other_where_none_is_meant_by_both() {
        let (exact, of) = (|n| Count::exact(n, Unit::Account), Unit::Account);
        for (one, other, expected) in [
            (exact(600), exact(612), true),
            (exact(612), exact(612), false),
            (exact(600), Count::between(600, Some(742), of), false),
            (exact(600), Count::between(612, Some(742), of), true),
            (Count::between(700, None, of), exact(612), true),
            (Count::between(500, None, of), exact(612), false),
            (Count::at_most(600, of), exact(612), true),
            (Count::approximate(600, None, of), exact(612), false),
            (Count::approximate(600, None, of), exact(1_201), true),
            (Count::approximate(600, None, of), exact(299), true),
            (Count::approximate(600, Some((500, 700)), of), exact(701), true),
            (Count { unknown_parts: 1, ..Count::approximate(600, None, of) }, exact(1_201), false),
            (Count { unknown_parts: 1, ..Count::approximate(600, None, of) }, exact(299), true),
            (Count::to_be_determined(of), exact(612), false),
            (Count::cannot_be_determined(of), exact(612), false),
            (exact(600), Count::exact(612, Unit::Person), false),
        ] {
            assert_eq!(one.contradicts(&other), expected, "{one:?} {other:?}");
            assert_eq!(other.contradicts(&one), expected, "either way");
        }
    }

    proptest! {
        #[test]
        fn what_holds_one_number_contradicts_nothing_else_that_does(n in 1u64..9_999, less in 0u64..99, more in 0u64..99) {
            let wide = Count::between(n.saturating_sub(less), Some(n + more), Unit::Account);
            for other in [Count::exact(n, Unit::Account), Count::between(n, None, Unit::Account), Count::at_most(n, Unit::Account)] {
                prop_assert!(!wide.contradicts(&other));
            }
            prop_assert!(wide.contradicts(&Count::exact(n + more + 1, Unit::Account)));
        }
    }
}
