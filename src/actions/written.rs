//! What is written down about a case, as it is edited: every row by its fields, and every number that was typed in.

use serde::Serialize;
use serde_json::Value;

use super::Session;
use crate::error::{Error, Result};
use crate::model::case::TypedCount;
use crate::model::count::Count;
use crate::model::ids::{CaseId, TypedCountId};
use crate::model::party::Which;
use crate::model::subject;
use crate::store::held::{self, HeldRows};
use crate::store::typed_counts::{self, Typing};

/// What is written down about a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Written {
    /// The rows of every key that has rows.
    pub rows: Vec<HeldRows>,
    /// Every number that was typed in, in the order they were.
    pub typed: Vec<TypedCount>,
}

/// What is written down about a case.
///
/// # Errors
/// What the store refuses.
pub async fn read(session: &Session, case: CaseId) -> Result<Written> {
    let mut tx = session.store.read().await?;
    Ok(Written { rows: held::all(&mut tx, case).await?, typed: typed_counts::history(&mut tx, case).await? })
}

/// A number to be typed in, as a row's count is written: `{"at_least":60000,"unit":"email"}`.
#[derive(Debug, Clone)]
pub struct CountSaid {
    /// What it counts.
    pub name: String,
    /// The number.
    pub count: Value,
    /// Where it comes from.
    pub source: Option<String>,
    /// Whose it is; without one the case's.
    pub party: Option<Which>,
}

/// Types a number in; says its id.
///
/// # Errors
/// `count.unreadable`, `count.backwards`, `count.outside`, and those of [`super::cases::set_count`].
pub async fn set_count(session: &Session, case: CaseId, said: &CountSaid) -> Result<TypedCountId> {
    let Value::Object(mut number) = said.count.clone() else {
        return Err(Error::new("count.unreadable").with("count", &said.count));
    };
    number.entry("unit").or_insert_with(|| subject::unit_of(&said.name).id().into());
    let count = Count::read(&number.into())?;
    let typing = Typing { name: &said.name, count: &count, source: said.source.as_deref(), party: said.party.as_ref() };
    super::cases::set_count(session, case, &typing).await
}
