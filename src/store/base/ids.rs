//! How an id crosses to SQLite and back: as the number that it holds, in sqlx's statements and in our own.

use sqlx::encode::IsNull;
use sqlx::error::BoxDynError;
use sqlx::sqlite::{SqliteArgumentsBuffer, SqliteTypeInfo, SqliteValueRef};
use sqlx::{Decode, Encode, Sqlite, Type};

use super::bulk::Cell;
use crate::model::ids::*;

macro_rules! stored {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        impl Type<Sqlite> for $name {
            fn type_info() -> SqliteTypeInfo { <i64 as Type<Sqlite>>::type_info() }
            fn compatible(info: &SqliteTypeInfo) -> bool { <i64 as Type<Sqlite>>::compatible(info) }
        }

        impl<'q> Encode<'q, Sqlite> for $name {
            fn encode_by_ref(&self, to: &mut SqliteArgumentsBuffer) -> Result<IsNull, BoxDynError> {
                <i64 as Encode<'q, Sqlite>>::encode_by_ref(&self.raw(), to)
            }
        }

        impl<'r> Decode<'r, Sqlite> for $name {
            fn decode(value: SqliteValueRef<'r>) -> Result<Self, BoxDynError> {
                <i64 as Decode<'r, Sqlite>>::decode(value).map(Self::new)
            }
        }

        impl From<$name> for Cell<'_> {
            fn from(id: $name) -> Self { Self::Int(id.raw()) }
        }

        impl From<Option<$name>> for Cell<'_> {
            fn from(id: Option<$name>) -> Self { id.map_or(Self::Null, Self::from) }
        }
    )+};
}
each_id!(stored);
