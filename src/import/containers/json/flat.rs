//! An object as cells: fields of objects within it are named with dots, lists of plain values are joined where their field
//! holds several.
//!
//! Never joins what is one thing: two addresses are not an address.

use std::borrow::Cow;

use serde_json::{Map, Number, Value};

use crate::import::containers::plain;
use crate::import::headers::{self, Use};

/// What a field holds.
pub enum Cell<'v> {
    /// A text.
    Text(Cow<'v, str>),
    /// What no cell holds: the code of the problem.
    Flawed(&'static str),
}

/// Shows every field that holds something, with its whole name.
pub fn flatten<'v>(object: &'v Map<String, Value>, each: &mut dyn FnMut(&str, Cell<'v>)) {
    within("", object, each);
}

fn within<'v>(before: &str, object: &'v Map<String, Value>, each: &mut dyn FnMut(&str, Cell<'v>)) {
    for (name, value) in object {
        let whole =
            if before.is_empty() { Cow::Borrowed(name.as_str()) } else { Cow::Owned(format!("{before}.{name}")) };
        match value {
            Value::Object(inner) => within(&whole, inner, each),
            Value::Array(items) => each(&whole, list(&whole, items)),
            plain if is_inexact(plain) => each(&whole, Cell::Flawed("field.not_exact")),
            plain => each(&whole, Cell::Text(text(plain).unwrap_or_default())),
        }
    }
}

/// A list: its one item; its items, where the field holds several.
fn list<'v>(name: &str, items: &'v [Value]) -> Cell<'v> {
    let several = matches!(headers::find(name), Some(Use::Way | Use::Category));
    let texts: Option<Vec<Cow<'v, str>>> = items.iter().map(text).collect();
    match texts {
        _ if items.iter().any(is_inexact) => Cell::Flawed("field.not_exact"),
        Some(mut texts) if texts.len() < 2 => Cell::Text(texts.pop().unwrap_or_default()),
        Some(texts) if several => Cell::Text(texts.join("; ").into()),
        _ => Cell::Flawed("field.several_values"),
    }
}

/// A plain value as text that the readers of values understand.
fn text(value: &Value) -> Option<Cow<'_, str>> {
    Some(match value {
        Value::Null => Cow::Borrowed(""),
        Value::Bool(truth) => Cow::Borrowed(if *truth { "yes" } else { "no" }),
        Value::Number(number) => Cow::Owned(number_text(number)),
        Value::String(text) => Cow::Borrowed(text),
        Value::Array(_) | Value::Object(_) => return None,
    })
}

/// A whole number of more digits than were kept: two persons' numbers may be one.
fn is_inexact(value: &Value) -> bool {
    const EXACT: f64 = 9_007_199_254_740_992.0;
    let float = value.as_number().filter(|it| it.is_f64()).and_then(Number::as_f64);
    float.is_some_and(|it| it.fract() == 0.0 && it.abs() > EXACT)
}

fn number_text(number: &Number) -> String {
    match number.as_f64().filter(|_| number.is_f64()) {
        Some(float) => plain(float),
        None => number.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_object_is_its_plain_fields_by_their_whole_names() {
        let text = r#"{"id":7,"size":1.355,"on":true,"none":null,"profile":{"email":"a@x.de","at":{"city":"Bonn"}},
            "way":["signed_in","copied"],"mail":["a@x.de"],"mails":["a@x.de","b@x.de"],"groups":[{"id":1}],"empty":[],
            "far":123456789012345678901,"near":12345678901234567890,"fars":[123456789012345678902]}"#;
        let value: Value = serde_json::from_str(text).expect("JSON");
        let mut found = Vec::new();
        flatten(value.as_object().expect("an object"), &mut |name, cell| {
            found.push((
                name.to_owned(),
                match cell {
                    Cell::Text(text) => text.into_owned(),
                    Cell::Flawed(code) => code.to_owned(),
                },
            ));
        });
        let found: Vec<_> = found.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
        let flawed = "field.several_values";
        assert_eq!(
            found,
            [
                ("id", "7"),
                ("size", "1.3550"),
                ("on", "yes"),
                ("none", ""),
                ("profile.email", "a@x.de"),
                ("profile.at.city", "Bonn"),
                ("way", "signed_in; copied"),
                ("mail", "a@x.de"),
                ("mails", flawed),
                ("groups", flawed),
                ("empty", ""),
                ("far", "field.not_exact"),
                ("near", "12345678901234567890"),
                ("fars", "field.not_exact"),
            ]
        );
    }
}
