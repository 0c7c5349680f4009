//! Typed counts that the list contradicts (domain.md, rule 11): said where they are met, until somebody decides.
//!
//! It decides nothing: a typed count stands until the computed one is adopted, or is kept with a reason.

use sqlx::SqliteConnection;

use super::{Ground, Headline};
use crate::error::Result;
use crate::model::case::TypedCount;
use crate::model::count::Count;
use crate::model::facts::{Figured, TypedConflict};
use crate::model::ids::CaseId;
use crate::model::words::PersonGroup;

/// The typed counts of a case that the list contradicts, and nobody has decided.
///
/// # Errors
/// What SQLite refuses.
pub async fn contradicted(conn: &mut SqliteConnection, case_id: CaseId) -> Result<Vec<TypedConflict>> {
    let ground = Ground::read(conn, case_id).await?;
    Ok(of(&ground, &Headline::of(&ground)))
}

pub(super) fn of(ground: &Ground, headline: &Headline) -> Vec<TypedConflict> {
    let conflict = |typed: &TypedCount| {
        let computed = computed(headline, &typed.name).filter(|computed| is_open(typed, computed))?;
        Some(TypedConflict { name: typed.name.clone(), typed: typed.clone(), computed })
    };
    ground.written.all_typed().filter(|it| it.party.is_none()).filter_map(conflict).collect()
}

/// What the rows add up to, where a typed count stands over it.
fn computed(headline: &Headline, name: &str) -> Option<Count> {
    let figured = |it: &Figured| it.sum.clone().filter(|_| it.typed);
    match name {
        "accounts" => figured(&headline.accounts),
        "records" => figured(&headline.records),
        "persons" => figured(&headline.persons.total),
        group => {
            let owner = PersonGroup::Owner.id();
            let row = headline.persons.groups.iter().find(|row| row.group == owner && row.typed())?;
            row.sum.clone().filter(|_| group.strip_prefix("persons.") == Some(owner))
        }
    }
}

/// What was kept over a number is decided as long as the list says that number.
fn is_open(typed: &TypedCount, computed: &Count) -> bool {
    let number = |it: &Count| (it.low, it.high, it.estimate, it.unit);
    let is_kept = typed.kept_over.as_ref().is_some_and(|over| number(over) == number(computed));
    typed.count.contradicts(computed) && !is_kept
}
