//! Typed counts that the list contradicts: which they are, and which of the two numbers the case goes by.
//!
//! It makes up no number: the computed one is adopted, or the typed one is kept with a reason.

use serde_json::{Value, json};

use super::{Session, facts};
use crate::error::{Error, Result};
use crate::model::facts::TypedConflict;
use crate::model::ids::CaseId;
use crate::model::listed::among;
use crate::model::party::Which;
use crate::model::verb::Verb;
use crate::store::entities::record;
use crate::store::facts::typed;
use crate::store::typed_counts;

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
            _ => {
                let unknown = Error::new("word.unknown").with("what", "count").with("word", word);
                Err(among(unknown, word, ["computed", "typed"]))
            }
        }
    }
}

/// The typed counts of a case and of its parties that the list contradicts, and nobody has decided.
///
/// # Errors
/// What the store refuses.
pub async fn list(session: &Session, case: CaseId) -> Result<Vec<TypedConflict>> {
    typed::contradicted(&mut *session.store.read().await?, case).await
}

/// Decides one of them, named by its id or by what it counts; says what the case goes by.
///
/// # Errors
/// `conflict.missing`; `count.of_several` where a name is that of several parties' counts; `conflict.without_reason` where the
/// typed one is kept without.
pub async fn adopt(
    session: &Session,
    case: CaseId,
    name: &str,
    number: Number,
    reason: Option<&str>,
) -> Result<(TypedConflict, Value)> {
    let found = meant(list(session, case).await?, name.trim())?;
    let party = found.typed.party;
    if number == Number::Computed {
        facts::adopt_computed(session, case, &found.name, party.map(Which::Id).as_ref()).await?;
        let adopted = json!(found.computed);
        return Ok((found, adopted));
    }
    let mut params = json!({"count": found.name, "kept": found.typed.count, "over": found.computed, "reason": reason});
    if let Some(party) = party {
        params["party"] = json!(party);
    }
    let mut deed = session.deed(case, Verb::ConflictAdopt, &params).await?;
    let id = deed.id();
    let (conn, work) = deed.parts();
    typed_counts::keep(conn, work, &found.typed, &found.computed, reason).await?;
    let changed = record::changed(conn, id).await?;
    deed.done(changed, &params).await?;
    let adopted = json!(found.typed.count);
    Ok((found, adopted))
}

/// The one of this id; else the one that counts this, the case's before those of its parties.
fn meant(open: Vec<TypedConflict>, name: &str) -> Result<TypedConflict> {
    if let Some(found) = open.iter().find(|it| it.typed.id.to_string() == name) {
        return Ok(found.clone());
    }
    let mut found: Vec<_> = open.into_iter().filter(|it| it.name.eq_ignore_ascii_case(name)).collect();
    found.sort_by_key(|it| it.typed.party);
    match found.as_slice() {
        [] => Err(Error::new("conflict.missing")),
        [first, others @ ..] if others.is_empty() || first.typed.party.is_none() => Ok(first.clone()),
        several => {
            let whose = |it: &TypedConflict| format!("{} ({})", it.typed.id, it.whose.as_deref().unwrap_or_default());
            let ids: Vec<String> = several.iter().map(whose).collect();
            Err(Error::new("count.of_several").with("name", name).with("ids", ids.join(", ")))
        }
    }
}
