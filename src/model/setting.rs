//! One thing asked of a case: a key set, a row added, changed or removed. It crosses every door in this form; whether a value
//! can be is decided where it is stored.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::ids::RowId;
use super::keys::{self, Key, Kind};
use super::party::Which;
use crate::error::{Error, Result};

/// A value as it is typed: a text, a number, yes or no, nothing, or of what is decided and of numbers an object.
pub type Typed = Value;

/// What is asked.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
#[serde(tag = "ask", rename_all = "snake_case", deny_unknown_fields)]
pub enum Setting {
    /// A key is to hold a value; nothing clears it.
    Set {
        /// The key.
        key: String,
        /// What it is to hold.
        #[ts(type = "unknown")]
        value: Typed,
        /// Whose it is; without one the case's, or its main party's.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[ts(optional)]
        party: Option<Which>,
    },
    /// A row is to be added.
    Add {
        /// The key of its kind.
        key: String,
        /// What its fields say.
        #[ts(type = "Record<string, unknown>")]
        row: Map<String, Value>,
    },
    /// A field of a row is to hold a value; nothing clears it.
    Change {
        /// The key of its kind.
        key: String,
        /// The row.
        id: RowId,
        /// The field.
        field: String,
        /// What it is to hold.
        #[ts(type = "unknown")]
        value: Typed,
    },
    /// A row is to be removed.
    Remove {
        /// The key of its kind.
        key: String,
        /// The row.
        id: RowId,
    },
}

impl Setting {
    /// `KEY=VALUE`, of the case or its main party.
    #[must_use]
    pub fn of(key: &str, value: impl Into<Value>) -> Self {
        Self::Set { key: key.to_owned(), value: value.into(), party: None }
    }

    /// The name of its key.
    #[must_use]
    pub fn key(&self) -> &str {
        match self {
            Self::Set { key, .. } | Self::Add { key, .. } | Self::Change { key, .. } | Self::Remove { key, .. } => key,
        }
    }

    /// The field that is to be changed, and what it is to hold.
    #[must_use]
    pub fn field(&self) -> Option<(&str, &Value)> {
        match self {
            Self::Change { field, value, .. } => Some((field, value)),
            Self::Set { .. } | Self::Add { .. } | Self::Remove { .. } => None,
        }
    }

    /// Whether both change fields of the same row.
    #[must_use]
    pub fn changes_the_row_of(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Change { key, id, .. }, Self::Change { key: its, id: that, .. }) => key == its && id == that,
            _ => false,
        }
    }

    /// Its key, which takes what is asked.
    ///
    /// # Errors
    /// `key.unknown`, `key.has_rows`, `key.has_no_rows`.
    pub fn known(&self) -> Result<&'static Key> {
        let name = self.key();
        let key = keys::find(name)?;
        match (key.kind, self) {
            (Kind::Rows, Self::Set { .. }) => Err(Error::new("key.has_rows").with("key", name)),
            (Kind::Rows, _) | (_, Self::Set { .. }) => Ok(key),
            _ => Err(Error::new("key.has_no_rows").with("key", name)),
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_is_asked_of_a_key_that_does_not_take_it_is_refused() {
        for (asked, code) in [
            (json!({"ask": "set", "key": "colour", "value": "red"}), "key.unknown"),
            (json!({"ask": "set", "key": "claim", "value": "x"}), "key.has_rows"),
            (json!({"ask": "add", "key": "title", "row": {}}), "key.has_no_rows"),
            (json!({"ask": "remove", "key": "title", "id": 1}), "key.has_no_rows"),
        ] {
            let setting: Setting = serde_json::from_value(asked).expect("a setting");
            assert_eq!(setting.known().expect_err(code).code, code);
        }
        for unread in
            [json!({"ask": "set", "key": "title", "value": "x", "colour": 1}), json!({"ask": "drop", "key": "title"})]
        {
            assert!(serde_json::from_value::<Setting>(unread).is_err());
        }
    }
}
