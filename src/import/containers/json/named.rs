//! A JSON value whose objects name each field once. Which of two of one name is meant nobody can know, so neither is taken.

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};

/// An object in it names a field twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Twice;

/// The value, where each field of each object has a name of its own.
pub struct Named(pub Result<Value, Twice>);

impl<'de> Deserialize<'de> for Named {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(Reading).map(Self)
    }
}

struct Reading;

impl<'de> Visitor<'de> for Reading {
    type Value = Result<Value, Twice>;

    fn expecting(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        to.write_str("a value of JSON")
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(Ok(Value::Null))
    }

    fn visit_bool<E>(self, it: bool) -> Result<Self::Value, E> {
        Ok(Ok(it.into()))
    }

    fn visit_i64<E>(self, it: i64) -> Result<Self::Value, E> {
        Ok(Ok(it.into()))
    }

    fn visit_u64<E>(self, it: u64) -> Result<Self::Value, E> {
        Ok(Ok(it.into()))
    }

    fn visit_f64<E>(self, it: f64) -> Result<Self::Value, E> {
        Ok(Ok(Number::from_f64(it).map_or(Value::Null, Value::Number)))
    }

    fn visit_str<E>(self, it: &str) -> Result<Self::Value, E> {
        Ok(Ok(it.into()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut from: A) -> Result<Self::Value, A::Error> {
        let mut items = Ok(Vec::new());
        while let Some(Named(item)) = from.next_element()? {
            items = items.and_then(|mut items: Vec<Value>| {
                items.push(item?);
                Ok(items)
            });
        }
        Ok(items.map(Value::Array))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut from: A) -> Result<Self::Value, A::Error> {
        let mut fields = Ok(Map::new());
        while let Some((name, Named(value))) = from.next_entry::<String, Named>()? {
            fields = fields.and_then(|mut fields: Map<String, Value>| match fields.insert(name, value?) {
                None => Ok(fields),
                Some(_) => Err(Twice),
            });
        }
        Ok(fields.map(Value::Object))
    }
}
