//! What the numbers of an imported file add up to, by what its rows are. It counts nothing.

/// A number and those that it is the sum of. One that was not counted is not in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sum {
    /// The whole.
    pub whole: &'static str,
    /// Its parts: each row is in one of them.
    pub parts: &'static [&'static str],
}

/// Rows of accounts, new or there, and rows that were not taken; of accounts that were not there, where none was to be added.
pub const ROWS: Sum = Sum { whole: "read", parts: &["new", "merged", "rejected", "unmatched"] };

impl Sum {
    /// Whether numbers add up.
    #[must_use]
    pub fn holds(&self, numbers: &[(&str, u64)]) -> bool {
        let of = |what: &str| numbers.iter().find(|(name, _)| *name == what).map_or(0, |(_, n)| *n);
        of(self.whole) == self.parts.iter().map(|part| of(part)).sum::<u64>()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_in_one_part_of_the_whole() {
        let numbers =
            |unmatched: u64| [("read", 7), ("new", 3), ("merged", 2), ("rejected", 1), ("unmatched", unmatched)];
        assert!(ROWS.holds(&numbers(1)) && !ROWS.holds(&numbers(0)) && ROWS.holds(&[]));
    }
}
