//! Profiles: what is said of the data and of the ways of accounts, kept once for all that are alike in it, so that persons are
//! counted by element and way together. It never holds what a hand has set: that stands on its own.

use std::collections::BTreeMap;

use crate::error::{Error, Result};
use crate::model::ids::{CaseId, ProfileId};
use crate::model::persons::Profile;
use crate::model::words::{DataCategory, Status, Way};
use crate::store::base::bulk::{Bulk, Statement};

/// So many profiles of a case are told apart. A list whose rows each name other data in their own words would make as many
/// of them as it has rows; from here on a word of its own is "additional" data, and stands at its account as it was written.
const MOST: usize = 1_000;

/// Of categories as they are kept, each of which may name several, and of ways.
pub fn of<'a>(
    categories: impl IntoIterator<Item = &'a String>,
    ways: impl IntoIterator<Item = (Way, Status)>,
) -> Profile {
    let elements = categories.into_iter().flat_map(|text| text.split([',', ';'])).map(element);
    Profile { elements: elements.filter(|it| !it.is_empty()).collect(), ways: ways.into_iter().collect() }
}

/// The same where words of a list's own are no longer told apart.
fn in_known_words(profile: Profile) -> Profile {
    let known = |it: String| DataCategory::find(&it).map_or(DataCategory::Additional.id().to_owned(), |_| it);
    Profile { elements: profile.elements.into_iter().map(known).collect(), ..profile }
}

/// Whether a profile, or none, is that of what is said: as it is said, or where words of a list's own were no longer told apart.
pub fn is_that_of(profile: Option<&Profile>, said: &Profile) -> bool {
    match profile {
        Some(profile) => profile == said || *profile == in_known_words(said.clone()),
        None => *said == Profile::default(),
    }
}

/// Elements and ways as the table keeps them.
fn texts(profile: &Profile) -> Result<(String, String)> {
    let ways: BTreeMap<&str, &str> = profile.ways.iter().map(|(way, status)| (way.id(), status.id())).collect();
    let json = |text: serde_json::Result<String>| text.map_err(|cause| Error::new("store.failed").because(cause));
    Ok((json(serde_json::to_string(&profile.elements))?, json(serde_json::to_string(&ways))?))
}

fn read(elements: &str, ways: &str) -> Result<Profile> {
    let damaged = |cause| Error::new("book.damaged").with("table", "profile").because(cause);
    let elements = serde_json::from_str(elements).map_err(damaged)?;
    let told: BTreeMap<String, Status> = serde_json::from_str(ways).map_err(damaged)?;
    let ways = told.iter().map(|(way, status)| Ok((way.parse::<Way>()?, *status)));
    Ok(Profile { elements, ways: ways.collect::<Result<_>>()? })
}

/// A word of the catalogue by its spelling; a list's own in small letters, so that it is the same word however it is written.
fn element(text: &str) -> String {
    let text = text.trim();
    DataCategory::find(&text.replace(' ', "_")).map_or_else(|| text.to_lowercase(), |it| it.id().to_owned())
}

/// The profiles of a case by what they say, read once they are asked for.
pub struct Profiles<'b> {
    known: Option<BTreeMap<Profile, ProfileId>>,
    all: Statement<'b>,
    put: Statement<'b>,
}

impl<'b> Profiles<'b> {
    pub fn new(bulk: &'b Bulk<'_>) -> Result<Self> {
        Ok(Self {
            known: None,
            all: bulk.prepare(ALL)?,
            put: bulk.prepare(
                "INSERT INTO profile (case_id, elements, ways) VALUES (?,?,?) \
                 ON CONFLICT DO UPDATE SET ways = excluded.ways RETURNING id",
            )?,
        })
    }

    /// The id of a profile, made where there is none; none of one that says nothing.
    pub fn id(&mut self, case_id: CaseId, profile: Profile) -> Result<Option<ProfileId>> {
        if profile == Profile::default() {
            return Ok(None);
        }
        let known = match &mut self.known {
            Some(known) => known,
            none => none.insert(all(&mut self.all, case_id)?.into_iter().map(|(id, it)| (it, id)).collect()),
        };
        let profile =
            if known.len() < MOST || known.contains_key(&profile) { profile } else { in_known_words(profile) };
        if let Some(id) = known.get(&profile) {
            return Ok(Some(*id));
        }
        let (elements, ways) = texts(&profile)?;
        let told = [case_id.into(), elements.as_str().into(), ways.as_str().into()];
        let id = self.put.first(&told, |row| Ok(row.int(0).map(ProfileId::new)))?.flatten();
        known.extend(id.map(|id| (profile, id)));
        Ok(id)
    }
}

const ALL: &str = "SELECT id, elements, ways FROM profile WHERE case_id = ? ORDER BY id";

/// The profiles of a case.
///
/// # Errors
/// What SQLite refuses; `book.damaged`.
pub fn of_case(bulk: &Bulk<'_>, case_id: CaseId) -> Result<BTreeMap<ProfileId, Profile>> {
    all(&mut bulk.prepare(ALL)?, case_id)
}

fn all(ask: &mut Statement<'_>, case_id: CaseId) -> Result<BTreeMap<ProfileId, Profile>> {
    let mut profiles = BTreeMap::new();
    ask.each(&[case_id.into()], |row| {
        let text = |column| row.text(column).unwrap_or_default();
        profiles.insert(ProfileId::new(row.int(0).unwrap_or_default()), read(&text(1), &text(2))?);
        Ok(())
    })?;
    Ok(profiles)
}
