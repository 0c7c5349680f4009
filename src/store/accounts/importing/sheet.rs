//! The sheet that came back: rows that name an account and what its tags should be, written as taggings.

use std::collections::BTreeMap;

use sqlx::SqliteConnection;

use super::{Writing, enriching};
use crate::error::Result;
use crate::model::account::{Change, NewTagging, Problem};
use crate::model::ids::{OrganisationId, PlaceId, RegionId};
use crate::model::tag::Tag;
use crate::model::words::{Basis, KeyKind};
use crate::store::accounts::legend::Legend;
use crate::store::accounts::sightings::Ledger;
use crate::store::base::bulk::Bulk;
use crate::store::values::before::Before;
use crate::store::values::standing::Standing;
use crate::store::values::tags::TagValue;
use crate::store::written::tree_index::{self, By};

/// Ids of what a chunk's rows name.
#[derive(Debug, Default)]
pub struct Wanted {
    regions: BTreeMap<String, RegionId>,
    organisations: BTreeMap<String, OrganisationId>,
    places: BTreeMap<String, PlaceId>,
}

impl Wanted {
    /// Finds or makes what is named.
    pub async fn learn(
        conn: &mut SqliteConnection,
        taggings: &[NewTagging],
        legend: &mut Legend,
        by: By,
    ) -> Result<Self> {
        let mut wanted = Self::default();
        for path in named(taggings, |it| &it.region) {
            wanted.regions.insert(path.to_owned(), legend.regions.of_cell(conn, path, by).await?.region());
        }
        for path in named(taggings, |it| &it.organisation) {
            wanted
                .organisations
                .insert(path.to_owned(), legend.organisations.of_cell(conn, path, by).await?.organisation());
        }
        for code in named(taggings, |it| &it.residence) {
            let id = tree_index::place(conn, code).await?;
            legend.places.insert(id, code.to_owned());
            wanted.places.insert(code.to_owned(), id);
        }
        Ok(wanted)
    }

    /// What a row asks for of a tag; nothing where it leaves it.
    fn of(&self, tag: Tag, row: &NewTagging, standing: &Standing) -> Option<TagValue> {
        match tag {
            Tag::Region => id(&row.region, &self.regions).map(|id| TagValue::plain(id.map(RegionId::raw))),
            Tag::Organisation => {
                id(&row.organisation, &self.organisations).map(|id| TagValue::plain(id.map(OrganisationId::raw)))
            }
            Tag::Residence => self.residence(row, standing),
            Tag::Status => row.status.map(|status| TagValue::plain(Some(status.position()))),
            // Somebody determines it; no sheet asks for it.
            Tag::OnePerson => None,
        }
    }

    fn residence(&self, row: &NewTagging, standing: &Standing) -> Option<TagValue> {
        let basis = row.basis.map(Basis::position);
        let of = |place: Option<PlaceId>, basis| TagValue { value: place.map(PlaceId::raw), basis };
        match id(&row.residence, &self.places) {
            Some(None) => Some(TagValue::default()),
            Some(place) if place == standing.place => Some(of(place, basis.or(standing.basis))),
            // Who fills in a country without a basis has brought a list.
            Some(place) => Some(of(place, basis.or(Some(Basis::List.position())))),
            None => standing.place.and(basis).map(|basis| of(standing.place, Some(basis))),
        }
    }
}

/// Different names that rows ask for.
fn named(taggings: &[NewTagging], of: impl Fn(&NewTagging) -> &Change<String>) -> Vec<&str> {
    let name = |row| match of(row) {
        Change::Set(name) => Some(name.as_str()),
        Change::Leave | Change::Remove => None,
    };
    let mut names: Vec<&str> = taggings.iter().filter_map(name).collect();
    names.sort_unstable();
    names.dedup();
    names
}

/// Nothing to do; or the value, perhaps none.
fn id<I: Copy>(change: &Change<String>, ids: &BTreeMap<String, I>) -> Option<Option<I>> {
    match change {
        Change::Leave => None,
        Change::Remove => Some(None),
        Change::Set(name) => ids.get(name).map(|id| Some(*id)),
    }
}

/// Writes a chunk's taggings; a row of an account that is not there becomes a problem.
pub fn write(
    writing: &mut Writing<'_>,
    bulk: &Bulk<'_>,
    taggings: &[NewTagging],
    wanted: &Wanted,
    problems: &mut Vec<Problem>,
) -> Result<()> {
    if taggings.is_empty() {
        return Ok(());
    }
    let mut ledger = Ledger::new(bulk)?;
    for row in taggings {
        if tag(writing, &mut ledger, row, wanted)? {
            writing.rows.merged += 1;
        } else if writing.terms.enrich {
            enriching::count(writing, 1);
        } else {
            problems.push(unknown(writing, row));
        }
    }
    Ok(())
}

/// Tags the account of a row; says whether there is one.
fn tag(writing: &mut Writing<'_>, ledger: &mut Ledger<'_>, row: &NewTagging, wanted: &Wanted) -> Result<bool> {
    let own_key = row.id.filter(|_| row.key_kind == KeyKind::None && row.key.is_empty()).map(|id| id.to_string());
    let key = own_key.as_deref().unwrap_or(&row.key);
    let Some(before) = ledger.find(writing.terms.case_id, row.key_kind.position(), key)? else { return Ok(false) };
    let mut after = before.clone();
    let deed = writing.terms.deed_id;
    let standing = &before.held.standing;
    for tag in Tag::ALL {
        let old = Before::of(*tag, standing);
        let is_new = |new: &TagValue| *new != old.held && !writing.legend.is_one_node(*tag, new.value, old.held.value);
        let Some(new) = wanted.of(*tag, row, standing).filter(is_new) else { continue };
        if old.deed != Some(deed) {
            writing.tags.keep(*tag, before.id, old);
        }
        tag.set(&mut after.held.standing, new, Some(deed));
    }
    if before != after {
        writing.moves.leave(&before.held.standing);
        writing.moves.enter(&after.held.standing);
        ledger.write(&before, &after)?;
        writing.written.tagged += 1;
    }
    Ok(true)
}

fn unknown(writing: &Writing<'_>, row: &NewTagging) -> Problem {
    let file = writing.legend.files.get(&writing.file_of()).cloned();
    Problem {
        file: file.unwrap_or_default(),
        line: row.line,
        column: None,
        code: "sheet.unknown_account",
        args: vec![("key", row.key.clone())],
        rejected: Some(vec![row.key.clone()]),
    }
}
