//! Typed counts that the list contradicts: which they are, and which of the two numbers the case goes by.
//!
//! It makes up no number: the computed one is adopted, or the typed one is kept with a reason.

use serde_json::{Value, json};

use super::{Session, facts};
use crate::error::{Error, Result};
use crate::model::facts::TypedConflict;
use crate::model::ids::CaseId;
use crate::model::verb::Verb;
use crate::store::facts::typed;
use crate::store::typed_counts;
use crate::store::written::record;

/// Which of the two numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Number {
    /// As the rows add up.
    Computed,
    /// As it was typed.
    Typed,
}

impl Number {
    /// By its word.
    ///
    /// # Errors
    /// `word.unknown`.
    pub fn read(word: &str) -> Result<Self> {
        match word.trim().to_lowercase().as_str() {
            "computed" => Ok(Self::Computed),
            "typed" => Ok(Self::Typed),
            _ => Err(Error::new("word.unknown")
                .with("what", "count")
                .with("word", word)
                .with("known", "computed, typed")),
        }
    }
}

/// The typed counts that the list contradicts, and nobody has decided.
///
/// # Errors
/// What the store refuses.
pub async fn list(session: &Session, case: CaseId) -> Result<Vec<TypedConflict>> {
    typed::contradicted(&mut *session.store.read().await?, case).await
}

/// Decides one of them; says what the case goes by.
///
/// # Errors
/// `conflict.missing`; `conflict.without_reason` where the typed one is kept without.
pub async fn adopt(session: &Session, case: CaseId, name: &str, number: Number, reason: Option<&str>) -> Result<Value> {
    let open = list(session, case).await?;
    let found = open.into_iter().find(|it| it.name.eq_ignore_ascii_case(name.trim()));
    let found = found.ok_or_else(|| Error::new("conflict.missing"))?;
    if number == Number::Computed {
        facts::adopt_computed(session, case, &found.name, None).await?;
        return Ok(json!(found.computed));
    }
    let params = json!({"count": found.name, "kept": found.typed.count, "over": found.computed, "reason": reason});
    let mut deed = session.deed(case, Verb::ConflictAdopt, &params).await?;
    let id = deed.id();
    let (conn, work) = deed.parts();
    typed_counts::keep(conn, work, &found.name, &found.computed, reason).await?;
    let changed = record::changed(conn, id).await?;
    deed.done(changed, &params).await?;
    Ok(json!(found.typed.count))
}
