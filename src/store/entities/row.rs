//! A row of what is written down, by its columns: the form in which edits are recorded, read back into the nouns.
//!
//! It is asked by column only. A column that is not in it is a damaged book, never an empty text and never zero.

use std::str::FromStr;

use jiff::Timestamp;
use serde_json::{Map, Value};

use super::column::{Column, Holds};
use crate::error::{Error, Result};
use crate::model::count::Count;
use crate::model::ids::{CaseId, OrganisationId, PartyId};
use crate::model::moment::Moment;
use crate::model::words::{Qualifier, Unit};

/// Values of columns.
pub type Values = Vec<(&'static str, Value)>;

/// One row.
#[derive(Debug, Clone, PartialEq)]
pub struct Row(Map<String, Value>);

fn damaged(column: &str) -> Error {
    Error::new("book.damaged").with("column", column)
}

impl Row {
    /// From what was recorded.
    ///
    /// # Errors
    /// `book.damaged`.
    pub fn read(text: &str) -> Result<Self> {
        serde_json::from_str(text).map(Self).map_err(|cause| Error::new("book.damaged").because(cause))
    }

    /// Of these values.
    pub(in crate::store) fn of(values: Values) -> Self {
        Self(values.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
    }

    /// As it is recorded.
    #[must_use]
    pub fn json(&self) -> String {
        Value::Object(self.0.clone()).to_string()
    }

    /// Puts values in the place of those that stand there.
    pub fn put(&mut self, values: Values) {
        self.0.extend(values.into_iter().map(|(name, value)| (name.to_owned(), value)));
    }

    /// Puts one value.
    pub fn set(&mut self, column: &'static Column, value: impl Into<Value>) {
        self.put(vec![(column.name, value.into())]);
    }

    /// What stands there, as it is kept.
    ///
    /// # Errors
    /// `book.damaged` where there is no such column.
    pub fn value(&self, name: &'static str) -> Result<&Value> {
        self.0.get(name).ok_or_else(|| damaged(name))
    }

    /// Its id, of the kind that its table has.
    ///
    /// # Errors
    /// `book.damaged`.
    pub fn id<T>(&self, of: fn(i64) -> T) -> Result<T> {
        self.value("id")?.as_i64().map(of).ok_or_else(|| damaged("id"))
    }

    /// Whether it is a row of this case.
    ///
    /// # Errors
    /// `book.damaged`.
    pub fn is_of(&self, case: CaseId) -> Result<bool> {
        Ok(self.value("case_id")?.as_i64() == Some(case.raw()))
    }

    /// A whole number that may be absent.
    ///
    /// # Errors
    /// `book.damaged`.
    pub fn maybe_number(&self, column: &'static Column) -> Result<Option<i64>> {
        self.maybe(column.name, Value::as_i64)
    }

    /// A text that may be absent.
    ///
    /// # Errors
    /// `book.damaged`.
    pub fn maybe_text(&self, column: &'static Column) -> Result<Option<String>> {
        self.maybe(column.name, |value| value.as_str().map(str::to_owned))
    }

    /// A text.
    ///
    /// # Errors
    /// `book.damaged`.
    pub fn text(&self, column: &'static Column) -> Result<String> {
        self.maybe_text(column)?.ok_or_else(|| damaged(column.name))
    }

    /// Yes, no, or not said.
    ///
    /// # Errors
    /// `book.damaged`.
    pub fn maybe_flag(&self, column: &'static Column) -> Result<Option<bool>> {
        Ok(self.maybe_number(column)?.map(|it| it != 0))
    }

    /// Yes or no.
    ///
    /// # Errors
    /// `book.damaged`.
    pub fn flag(&self, column: &'static Column) -> Result<bool> {
        self.maybe_flag(column)?.ok_or_else(|| damaged(column.name))
    }

    /// A word of a closed list.
    ///
    /// # Errors
    /// `word.unknown`, `book.damaged`.
    pub fn word<W: FromStr<Err = Error>>(&self, column: &'static Column) -> Result<W> {
        self.text(column)?.parse()
    }

    /// A word of a closed list that may be absent.
    ///
    /// # Errors
    /// As [`Self::word`].
    pub fn maybe_word<W: FromStr<Err = Error>>(&self, column: &'static Column) -> Result<Option<W>> {
        self.maybe_text(column)?.map(|word| word.parse()).transpose()
    }

    /// A time as it was stated, which may be absent.
    ///
    /// # Errors
    /// `book.damaged`.
    pub fn maybe_moment(&self, column: &'static Column) -> Result<Option<Moment>> {
        let read = |text: String| serde_json::from_str(&text).map_err(|cause| damaged(column.name).because(cause));
        self.maybe_text(column)?.map(read).transpose()
    }

    /// A time as it was stated.
    ///
    /// # Errors
    /// `book.damaged`.
    pub fn moment(&self, column: &'static Column) -> Result<Moment> {
        self.maybe_moment(column)?.ok_or_else(|| damaged(column.name))
    }

    /// A time that the store wrote.
    ///
    /// # Errors
    /// `book.damaged`.
    pub fn instant(&self, column: &'static Column) -> Result<Timestamp> {
        crate::store::base::bytes::instant(&self.text(column)?)
    }

    /// A party.
    ///
    /// # Errors
    /// `book.damaged`.
    pub fn party(&self, column: &'static Column) -> Result<Option<PartyId>> {
        Ok(self.maybe_number(column)?.map(PartyId::new))
    }

    /// An organisation.
    ///
    /// # Errors
    /// `book.damaged`.
    pub fn organisation(&self, column: &'static Column) -> Result<Option<OrganisationId>> {
        Ok(self.maybe_number(column)?.map(OrganisationId::new))
    }

    /// A number.
    ///
    /// # Errors
    /// `word.unknown`, `book.damaged`.
    pub fn count(&self, column: &'static Column) -> Result<Count> {
        let number = |name| self.maybe(name, Value::as_u64);
        let unit = match column.holds {
            Holds::Persons => Unit::Person,
            _ => self.maybe("unit", |it| it.as_str().map(str::to_owned))?.ok_or_else(|| damaged("unit"))?.parse()?,
        };
        let low = number("low")?.ok_or_else(|| damaged("low"))?;
        let mut count = Count::between(low, number("high")?, unit);
        count.estimate = number("estimate")?;
        count.for_good = self.maybe("for_good", Value::as_i64)? == Some(1);
        count.unknown_parts = u64::from(count.value().is_none());
        count.undeterminable_parts = u64::from(count.qualifier() == Qualifier::CannotBeDetermined);
        Ok(count)
    }

    /// What stands in a column, of the form it must have; null is nothing.
    fn maybe<T>(&self, name: &'static str, read: impl Fn(&Value) -> Option<T>) -> Result<Option<T>> {
        match self.value(name)? {
            Value::Null => Ok(None),
            value => read(value).map(Some).ok_or_else(|| damaged(name)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_or_of_another_form_is_a_damaged_book_and_never_empty_or_zero() {
        static WHAT: Column = Column::text("what");
        static WHOLE: Column = Column::flag("whole");
        static COUNT: Column = Column::new("count", Holds::Persons);
        for (text, means) in [("{}", "missing"), (r#"{"what":7,"whole":"yes","low":"1"}"#, "of another form")] {
            let row = Row::read(text).expect("an object");
            let refused = [
                row.text(&WHAT).map(drop),
                row.maybe_text(&WHAT).map(drop),
                row.flag(&WHOLE).map(drop),
                row.count(&COUNT).map(drop),
            ];
            for refusal in refused {
                assert_eq!(refusal.expect_err(means).code, "book.damaged");
            }
        }
        let row = Row::read(r#"{"what":null}"#).expect("an object");
        assert_eq!(row.maybe_text(&WHAT).expect("nothing is said"), None);
        assert_eq!(row.text(&WHAT).expect_err("it must be").args["column"], "what");
    }
}
