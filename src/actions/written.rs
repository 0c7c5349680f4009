//! What is written down about a case, as it is edited: every row by its fields, and every number that was typed in.

use serde::Serialize;

use super::Session;
use crate::error::Result;
use crate::model::ids::{CaseId, TypedCountId};
use crate::store::fields;
use crate::store::held::{self, HeldRows};
use crate::store::typed_counts::{self, TypedEntry};

/// What is written down about a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Written {
    /// The rows of every key that has rows.
    pub rows: Vec<HeldRows>,
    /// Every number that was typed in, in the order they were.
    pub typed: Vec<TypedEntry>,
}

/// What is written down about a case.
///
/// # Errors
/// What the store refuses.
pub async fn read(session: &Session, case: CaseId) -> Result<Written> {
    let mut tx = session.store.read().await?;
    Ok(Written { rows: held::all(&mut tx, case).await?, typed: typed_counts::entries(&mut tx, case).await? })
}

/// Types a number in, written as a row's count is: `{"at_least":60000,"unit":"email"}`; says its id.
///
/// # Errors
/// `setting.not_json`, `count.unreadable`, `count.backwards`, and those of [`super::cases::set_count`].
pub async fn set_count(
    session: &Session,
    case: CaseId,
    name: &str,
    count: &str,
    source: Option<&str>,
) -> Result<TypedCountId> {
    let mut number = fields::object(count)?;
    number.entry("unit").or_insert_with(|| fields::unit_of(name).id().into());
    let count = fields::count(&number.into())?;
    super::cases::set_count(session, case, name, &count, source).await
}
