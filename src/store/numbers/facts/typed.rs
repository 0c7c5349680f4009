//! Typed counts that the list contradicts (docs/model.md, rule 11): said where they are met, until somebody decides. Those of a
//! party are compared with what the list says of that party.
//!
//! It decides nothing: a typed count stands until the computed one is adopted, or is kept with a reason.

use std::collections::BTreeSet;

use sqlx::SqliteConnection;

use super::cells::Cells;
use super::dimensions::Trees;
use super::scope::{Scope, Scopes};
use super::{Ground, Headline};
use crate::error::Result;
use crate::model::case::TypedCount;
use crate::model::count::Count;
use crate::model::count::tallied::Belongs;
use crate::model::facts::{DISTINCT, Figured, ScopeRow, TypedConflict, Whose};
use crate::model::ids::{CaseId, NodeId};
use crate::model::tree::Tree;
use crate::model::words::PersonGroup;

/// The typed counts of a case and of its parties that the list contradicts, and nobody has decided; the case's own first.
///
/// # Errors
/// What SQLite refuses.
pub async fn contradicted(conn: &mut SqliteConnection, case_id: CaseId) -> Result<Vec<TypedConflict>> {
    let ground = Ground::read(conn, case_id).await?;
    let mut all = of(&ground, &Headline::of(&ground), None);
    if !ground.written.parties_with_typed().is_empty() {
        let trees = Trees::read(conn, case_id).await?;
        all.extend(of_parties(conn, case_id, &ground, &trees.organisations).await?);
    }
    Ok(all)
}

/// Those of the parties alone.
pub(super) async fn of_parties(
    conn: &mut SqliteConnection,
    case_id: CaseId,
    case: &Ground,
    organisations: &Tree,
) -> Result<Vec<TypedConflict>> {
    let (mut all, parties) = (Vec::new(), case.written.parties_with_typed());
    if parties.is_empty() {
        return Ok(all);
    }
    let scopes = Scopes::read(conn, case_id, organisations).await?;
    for party in parties {
        // A party without an organisation has no accounts to itself.
        let Ok(scope) = scopes.of(Whose::Party(party)) else { continue };
        let ground =
            Ground { cells: cells(&case.cells, &scope, organisations)?, written: case.written.of_party(Some(party)) };
        all.extend(of(&ground, &Headline::of(&ground), scope.row.as_ref()));
    }
    Ok(all)
}

/// The cells of a scope, not told by day; what belongs to nobody may be anybody's.
fn cells(case: &Cells, scope: &Scope, organisations: &Tree) -> Result<Cells> {
    let Some(ours) = &scope.ours else { return Ok(case.clone()) };
    case.of_organisations(&each(ours, nobodys(case, organisations)), Vec::new())
}

/// What accounts are tagged with that is no organisation: none, or one that is no longer there.
pub(super) fn nobodys(case: &Cells, organisations: &Tree) -> Vec<i64> {
    let tagged = case.organisations().into_iter();
    tagged.filter(|it| organisations.place_of(NodeId::new(*it)).is_none()).collect()
}

/// The organisations of a scope, and what may be theirs.
pub(super) fn each(ours: &BTreeSet<NodeId>, nobodys: impl IntoIterator<Item = i64>) -> Vec<(i64, Belongs)> {
    let own = ours.iter().map(|it| (it.raw(), Belongs::Surely));
    own.chain(nobodys.into_iter().map(|it| (it, Belongs::Perhaps))).collect()
}

/// The typed counts that stand in these numbers and that the rows contradict, by name.
pub(super) fn of(ground: &Ground, headline: &Headline, whose: Option<&ScopeRow>) -> Vec<TypedConflict> {
    let conflict = |typed: &TypedCount| {
        let computed = computed(headline, &typed.name).filter(|computed| is_open(typed, computed))?;
        let whose = whose.filter(|it| typed.party.is_some() && !it.organisation.is_empty());
        let whose = whose.map(|it| it.organisation.clone());
        Some(TypedConflict { name: typed.name.clone(), whose, typed: typed.clone(), computed })
    };
    let mut all: Vec<TypedConflict> = ground.written.all_typed().filter_map(conflict).collect();
    all.sort_by(|one, other| one.name.cmp(&other.name));
    all
}

/// What the rows add up to, where a typed count stands over it.
fn computed(headline: &Headline, name: &str) -> Option<Count> {
    let figured = |it: &Figured| it.sum.clone().filter(|_| it.typed);
    match name {
        "accounts" => figured(&headline.accounts),
        "records" => figured(&headline.records),
        DISTINCT => figured(headline.distinct.as_ref()?),
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
