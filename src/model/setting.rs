//! One thing asked of `case set`, as it is written: `KEY=VALUE`, `KEY+=JSON`, `KEY[ID].FIELD=VALUE`, `KEY[ID]-`.
//! It reads the form; whether a value can be is decided where it is stored.

use super::keys::{self, Asked, Key, Kind};
use crate::error::{Error, Result};
use crate::model::ids::RowId;

/// A key and what is asked of it.
#[derive(Debug)]
pub struct Setting {
    /// The key.
    pub key: &'static Key,
    /// What is asked.
    pub asked: Asked,
}

impl Setting {
    /// Reads one.
    ///
    /// # Errors
    /// `setting.unreadable`, `key.unknown`, `key.has_rows`, `key.has_no_rows`.
    pub fn read(text: &str) -> Result<Self> {
        let (name, asked) = split(text).ok_or_else(|| Error::new("setting.unreadable").with("setting", text))?;
        let known = || keys::KEYS.iter().map(|key| key.id).collect::<Vec<_>>().join(", ");
        let key = keys::find(name).ok_or_else(|| Error::new("key.unknown").with("key", name).with("known", known()))?;
        match (key.kind, &asked) {
            (Kind::Rows(..), Asked::Set(_)) => Err(Error::new("key.has_rows").with("key", name)),
            (Kind::Rows(..), _) | (_, Asked::Set(_)) => Ok(Self { key, asked }),
            _ => Err(Error::new("key.has_no_rows").with("key", name)),
        }
    }
}

fn split(text: &str) -> Option<(&str, Asked)> {
    // A value may end in `[3]-` too: then there is a `=` before it.
    if let Some(row) = text.strip_suffix('-').and_then(numbered).filter(|it| !it.key.contains('=')) {
        return Some((row.key, Asked::Remove(row.id)));
    }
    let (left, value) = text.split_once('=')?;
    if let Some(name) = left.strip_suffix('+') {
        return Some((name.trim(), Asked::Add(value.to_owned())));
    }
    if let Some((row, field)) = left.split_once("].") {
        let row = numbered(&left[..=row.len()])?;
        return Some((row.key, Asked::Change(row.id, field.trim().to_owned(), value.to_owned())));
    }
    Some((left.trim(), Asked::Set(value.to_owned())))
}

/// `KEY[ID]`.
struct Numbered<'a> {
    key: &'a str,
    id: RowId,
}

fn numbered(text: &str) -> Option<Numbered<'_>> {
    let (key, id) = text.trim().strip_suffix(']')?.split_once('[')?;
    Some(Numbered { key, id: id.trim().parse().ok()? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_four_forms_are_read() {
        for (text, key, asked) in [
            ("title=A=B", "title", Asked::Set("A=B".into())),
            ("notes=see [3]-", "notes", Asked::Set("see [3]-".into())),
            ("claim+={\"a\":1}", "claim", Asked::Add("{\"a\":1}".into())),
            ("claim[3]-", "claim", Asked::Remove(RowId::new(3))),
            ("claim[3].adopted=yes", "claim", Asked::Change(RowId::new(3), "adopted".into(), "yes".into())),
        ] {
            let setting = Setting::read(text).expect(text);
            assert_eq!((setting.key.id, setting.asked), (key, asked));
        }
    }

    #[test]
    fn what_is_no_setting_is_refused_with_its_own_code() {
        for (text, code) in [
            ("title", "setting.unreadable"),
            ("colour=red", "key.unknown"),
            ("claim=x", "key.has_rows"),
            ("title+=x", "key.has_no_rows"),
            ("title[1]-", "key.has_no_rows"),
        ] {
            assert_eq!(Setting::read(text).expect_err(text).code, code);
        }
    }
}
