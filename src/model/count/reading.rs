//! A number as people and programs write it down: the one reader of it.
//!
//! In words of its own (`{"at_least": 9}`, `{"between": [9, 12]}`, `{"approximate": 9, "low": 4, "high": 12}`, `{"open": true}`,
//! `{"cannot_be_determined": true}`), as the contract prints it (`value`, `qualifier`, `low`, `high`), or plain.

use serde_json::Value;

use super::{Count, LARGEST};
use crate::error::{Error, Result};
use crate::model::words::Unit;

impl Count {
    /// The number that an object says; of records, where it names no unit.
    ///
    /// # Errors
    /// `count.unreadable`, `count.backwards`, `count.outside`, `count.too_large`, `word.unknown`.
    pub fn read(value: &Value) -> Result<Self> {
        let unit = match value.get("unit").and_then(Value::as_str) {
            Some(unit) => unit.parse()?,
            None => Unit::Record,
        };
        let count = bounds(value, unit).ok_or_else(|| Error::new("count.unreadable").with("count", value))?;
        if count.is_too_large() {
            return Err(count.too_large());
        }
        let (low, high) = (count.low, count.high);
        let within =
            |refusal: Error| refusal.with("low", low).with("high", high.map_or("…".to_owned(), |it| it.to_string()));
        if high.is_some_and(|high| high < low) {
            return Err(within(Error::new("count.backwards")));
        }
        match count.estimate.filter(|it| *it < low || high.is_some_and(|high| *it > high)) {
            Some(estimate) => Err(within(Error::new("count.outside").with("estimate", estimate))),
            None => Ok(count),
        }
    }

    /// The refusal of a number above the largest.
    #[must_use]
    pub fn too_large(&self) -> Error {
        let number = [self.high, self.estimate, Some(self.low)].into_iter().flatten().max().unwrap_or(self.low);
        Error::new("count.too_large").with("count", number).with("largest", LARGEST)
    }
}

fn bounds(value: &Value, unit: Unit) -> Option<Count> {
    if let Some(exact) = value.as_u64() {
        return Some(Count::exact(exact, unit));
    }
    let number = |name: &str| value.get(name).and_then(Value::as_u64);
    let yes = |name: &str| value.get(name).and_then(Value::as_bool) == Some(true);
    let qualifier = value.get("qualifier").and_then(Value::as_str).unwrap_or_default();
    if yes("open") || qualifier == "to_be_determined" {
        return Some(Count::to_be_determined(unit));
    }
    if yes("cannot_be_determined") || qualifier == "cannot_be_determined" {
        return Some(Count::cannot_be_determined(unit));
    }
    let estimate = number("approximate").or_else(|| number("value").filter(|_| qualifier == "approximate"));
    if let Some(estimate) = estimate {
        let mut count = Count::between(number("low").unwrap_or(0), number("high"), unit);
        count.estimate = Some(estimate);
        return Some(count);
    }
    if let Some(pair) = value.get("between").and_then(Value::as_array) {
        let [low, high] = pair.as_slice() else { return None };
        return Some(Count::between(low.as_u64()?, Some(high.as_u64()?), unit));
    }
    let low =
        number("at_least").or_else(|| number("low")).or_else(|| number("value").filter(|_| qualifier == "at_least"));
    let high =
        number("at_most").or_else(|| number("high")).or_else(|| number("value").filter(|_| qualifier == "at_most"));
    match (low, high) {
        (None, None) => number("value").map(|exact| Count::exact(exact, unit)),
        (low, high) => Some(Count::between(low.unwrap_or(0), high, unit)),
    }
}
