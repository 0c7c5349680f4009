//! What is asked of a case as it is spelled on the command line: `KEY=VALUE`, `KEY+=JSON`, `KEY[ID].FIELD=VALUE`, `KEY[ID]-`.
//! It reads the spelling; what may be asked of a key, and whether a value can be, is decided further down.

use breachbook::error::{Error, Place, Result};
use breachbook::model::ids::RowId;
use breachbook::model::keys::KeyRow;
use breachbook::model::party::Which;
use breachbook::model::setting::Setting;
use serde_json::{Map, Value};

/// Reads one; what names no party itself is of this one, where one is given.
///
/// # Errors
/// `setting.unreadable`; `setting.not_json` where the key or the field takes an object and this is none.
pub fn read(text: &str, keys: &[KeyRow], party: Option<&Which>) -> Result<Setting> {
    let setting = spelled(text, keys)?;
    Ok(match (setting, party) {
        (Setting::Set { key, value, .. }, party) => Setting::Set { key, value, party: party.cloned() },
        (Setting::Add { key, mut row }, Some(party)) if has_field(keys, &key, "party") => {
            row.entry("party").or_insert_with(|| serde_json::json!(party));
            Setting::Add { key, row }
        }
        (setting, _) => setting,
    })
}

fn spelled(text: &str, keys: &[KeyRow]) -> Result<Setting> {
    let unreadable = || Error::new("setting.unreadable").with("setting", text);
    // A value may end in `[3]-` too: then there is a `=` before it.
    if let Some(Row { key, id }) = text.strip_suffix('-').and_then(numbered).filter(|it| !it.key.contains('=')) {
        return Ok(Setting::Remove { key: key.to_owned(), id });
    }
    let (left, value) = text.split_once('=').ok_or_else(unreadable)?;
    if let Some(key) = left.strip_suffix('+') {
        let row = object(value).map_err(|refusal| refusal.with("key", key.trim()))?;
        return Ok(Setting::Add { key: key.trim().to_owned(), row });
    }
    if let Some((row, field)) = left.split_once("].") {
        let Row { key, id } = numbered(&left[..=row.len()]).ok_or_else(unreadable)?;
        let (key, field) = (key.to_owned(), field.trim().to_owned());
        let value = if is_count(keys, &key, &field) {
            number(value).map_err(|refusal| refusal.with("key", &key))?
        } else {
            value.into()
        };
        return Ok(Setting::Change { key, id, field, value });
    }
    let key = left.trim().to_owned();
    let value = if takes_object(keys, &key) && value.trim_start().starts_with('{') {
        Value::Object(object(value).map_err(|refusal| refusal.with("key", &key))?)
    } else {
        value.into()
    };
    Ok(Setting::Set { key, value, party: None })
}

/// `KEY[ID]`.
struct Row<'a> {
    key: &'a str,
    id: RowId,
}

fn numbered(text: &str) -> Option<Row<'_>> {
    let (key, id) = text.trim().strip_suffix(']')?.split_once('[')?;
    Some(Row { key, id: id.trim().parse().ok()? })
}

fn object(text: &str) -> Result<Map<String, Value>> {
    serde_json::from_str(text).map_err(|cause| not_json(text, cause))
}

/// A number, as an object or plain; nothing clears it.
fn number(text: &str) -> Result<Value> {
    if text.trim().is_empty() {
        Ok(Value::Null)
    } else {
        serde_json::from_str(text).map_err(|cause| not_json(text, cause))
    }
}

fn not_json(text: &str, cause: serde_json::Error) -> Error {
    let place = Place { column: Some(cause.column() as u64), ..Place::default() };
    Error::new("setting.not_json").with("text", text).at(place).because(cause)
}

fn takes_object(keys: &[KeyRow], key: &str) -> bool {
    keys.iter().any(|it| it.key == key && matches!(it.kind, "decision" | "time_with_zone"))
}

fn is_count(keys: &[KeyRow], key: &str, field: &str) -> bool {
    let fields = keys.iter().filter(|it| it.key == key).flat_map(|it| &it.fields);
    fields.into_iter().any(|it| it.field == field && it.kind == "count")
}

fn has_field(keys: &[KeyRow], key: &str, field: &str) -> bool {
    keys.iter().any(|it| it.key == key && it.fields.iter().any(|it| it.field == field))
}
