//! Counts in words: each of the seven qualifiers (docs/model.md, Counting). A number never stands without its own.

use super::{Arg, Phrases};
use crate::model::count::Count;
use crate::model::printed::{Cell, Value};
use crate::model::words::Qualifier;

impl Phrases {
    /// A cell that says a number, without its unit.
    #[must_use]
    pub fn cell(&self, count: &Count) -> Cell {
        Cell::saying(self.count(count), Value::Count(count.clone()))
    }

    /// A cell that says how many rows there are.
    #[must_use]
    pub fn number_cell(&self, n: u64) -> Cell {
        Cell::saying(self.number(n), Value::Number(n))
    }

    /// The number with its qualifier, without its unit: "at least 60,000".
    #[must_use]
    pub fn count(&self, count: &Count) -> String {
        let number = |value: u64| Arg::from(self.number(value));
        let one = |id, value| self.say_with(id, &[("number", number(value))]);
        let low_and_high = |id, high| self.say_with(id, &[("low", number(count.low)), ("high", number(high))]);
        match (count.qualifier(), count.value(), count.high) {
            (Qualifier::Exact, Some(value), _) => self.number(value),
            (Qualifier::AtLeast, Some(value), _) => one("count-at-least", value),
            (Qualifier::AtMost, Some(value), _) => one("count-at-most", value),
            (Qualifier::Between, _, Some(high)) => low_and_high("count-between", high),
            // Rule 3: a part of it is open, so the estimate is of the rest alone.
            (Qualifier::Approximate, Some(value), None) if count.unknown_parts > 0 => {
                one("count-at-least-approximate", value.max(count.low))
            }
            (Qualifier::Approximate, Some(value), high) => self.approximate(value, count.low, high),
            (Qualifier::CannotBeDetermined, ..) => self.say("count-cannot-be-determined"),
            _ => self.say("count-to-be-determined"),
        }
    }

    /// The number with its qualifier and its unit: "at least 60,000 e-mails".
    #[must_use]
    pub fn count_of(&self, count: &Count) -> String {
        let words = Arg::from(self.count(count));
        match count.high.filter(|_| count.qualifier() == Qualifier::Between).or(count.value()) {
            Some(n) => {
                let id = format!("count-of-{}", count.unit.id()).replace('_', "-");
                self.say_with(&id, &[("count", words), ("n", n.into())])
            }
            None => self.say_with("count-open-of", &[("unit", self.unit(count).into()), ("count", words)]),
        }
    }

    /// The unit's name for a header, in the plural: "E-mails".
    #[must_use]
    pub fn unit(&self, count: &Count) -> String {
        self.word("unit", count.unit.id())
    }

    fn approximate(&self, value: u64, low: u64, high: Option<u64>) -> String {
        let number = |value: u64| Arg::from(self.number(value));
        match high {
            Some(high) => self.say_with(
                "count-approximate-band",
                &[("number", number(value)), ("low", number(low)), ("high", number(high))],
            ),
            None if low > 0 => {
                self.say_with("count-approximate-from", &[("number", number(value)), ("low", number(low))])
            }
            None => self.say_with("count-approximate", &[("number", number(value))]),
        }
    }
}
