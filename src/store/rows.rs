//! Rows as JSON, the form in which edits are recorded, read back into the nouns. It writes nothing.

use std::str::FromStr;

use jiff::Timestamp;
use serde_json::{Map, Value};
use sqlx::{AssertSqlSafe, SqliteConnection};

use super::entities;
use crate::error::{Error, Result};
use crate::model::count::Count;
use crate::model::ids::{CaseId, RowId};
use crate::model::moment::Moment;
use crate::model::words::{Standing, Unit};

/// One row, by column.
#[derive(Debug, Clone)]
pub struct Row(pub Map<String, Value>);

/// All rows of a case in a table, in the order they were made.
///
/// # Errors
/// What SQLite refuses.
pub async fn of_case(conn: &mut SqliteConnection, table: &str, case_id: CaseId) -> Result<Vec<Row>> {
    let select = format!("{} WHERE case_id = ? ORDER BY id", entities::find(table)?.select());
    let rows: Vec<String> = sqlx::query_scalar(AssertSqlSafe(select)).bind(case_id).fetch_all(conn).await?;
    rows.iter().map(|row| Row::read(row)).collect()
}

/// One row.
///
/// # Errors
/// `row.missing`, also where it is another case's.
pub async fn one(conn: &mut SqliteConnection, table: &str, case_id: CaseId, id: RowId) -> Result<Row> {
    let missing = || Error::new("row.missing").with("key", table).with("id", id);
    let row = Row::read(&entities::now(conn, table, id).await?.ok_or_else(missing)?)?;
    if row.integer("case_id") == Some(case_id.raw()) { Ok(row) } else { Err(missing()) }
}

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

    /// As it is recorded.
    #[must_use]
    pub fn json(&self) -> String {
        Value::Object(self.0.clone()).to_string()
    }

    /// Its id.
    #[must_use]
    pub fn id(&self) -> RowId {
        RowId::new(self.integer("id").unwrap_or_default())
    }

    /// A whole number.
    #[must_use]
    pub fn integer(&self, column: &str) -> Option<i64> {
        self.0.get(column).and_then(Value::as_i64)
    }

    /// A flag; absent is not set.
    #[must_use]
    pub fn flag(&self, column: &str) -> bool {
        self.integer(column).unwrap_or_default() != 0
    }

    /// A text that may be absent.
    #[must_use]
    pub fn maybe(&self, column: &str) -> Option<String> {
        self.0.get(column).and_then(Value::as_str).map(str::to_owned)
    }

    /// A text.
    #[must_use]
    pub fn text(&self, column: &str) -> String {
        self.maybe(column).unwrap_or_default()
    }

    /// A word of a closed list.
    ///
    /// # Errors
    /// `word.unknown`.
    pub fn word<W: FromStr<Err = Error>>(&self, column: &str) -> Result<W> {
        self.text(column).parse()
    }

    /// A time as it was stated.
    ///
    /// # Errors
    /// `book.damaged`.
    pub fn moment(&self, column: &str) -> Result<Option<Moment>> {
        let read = |text: String| serde_json::from_str(&text).map_err(|cause| damaged(column).because(cause));
        self.maybe(column).map(read).transpose()
    }

    /// A time that the store wrote.
    ///
    /// # Errors
    /// `book.damaged`.
    pub fn instant(&self, column: &str) -> Result<Timestamp> {
        super::instant(&self.text(column))
    }

    /// The number of the columns low, high, estimate, for_good, unit and standing; without a unit column, persons.
    ///
    /// # Errors
    /// `word.unknown`.
    pub fn count(&self) -> Result<Count> {
        let number = |column| self.integer(column).and_then(|it| u64::try_from(it).ok());
        let unit = if self.0.contains_key("unit") { self.word("unit")? } else { Unit::Person };
        let mut count = Count::between(number("low").unwrap_or(0), number("high"), unit);
        count.estimate = number("estimate");
        count.for_good = self.flag("for_good");
        count.unknown_parts = u64::from(count.value().is_none());
        if self.0.contains_key("standing") {
            count.standing = self.word::<Standing>("standing")?;
        }
        Ok(count)
    }
}
