//! Where the book keeps a tag: the columns of `standing` that hold it, and the same of a row that was read. Each tag is named,
//! so that one more is asked for wherever it matters.

use super::standing::Standing;
use crate::model::ids::{DeedId, OrganisationId, PlaceId, RegionId};
use crate::model::tag::Tag;

/// The columns of `standing` in which a tag stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TagColumns {
    /// What it is: an id, or a word's position.
    pub value: &'static str,
    /// What it rests on, where it rests on something.
    pub basis: Option<&'static str>,
    /// The deed that set it.
    pub deed: &'static str,
    /// What no longer counts once somebody sets it.
    pub settles: Option<&'static str>,
}

impl TagColumns {
    const fn plain(value: &'static str, deed: &'static str) -> Self {
        Self { value, basis: None, deed, settles: None }
    }
}

/// What an account holds of a tag, as `change` keeps it: an id or a word's position, and the position of what it rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct TagValue {
    /// The value; `None`: it has none.
    pub value: Option<i64>,
    /// What it rests on.
    pub basis: Option<i64>,
}

impl TagValue {
    /// A value that rests on nothing.
    pub const fn plain(value: Option<i64>) -> Self {
        Self { value, basis: None }
    }
}

impl Tag {
    /// Where `standing` keeps it.
    pub(in crate::store) const fn columns(self) -> TagColumns {
        match self {
            Self::Region => TagColumns::plain("region_id", "region_deed"),
            Self::Organisation => TagColumns::plain("organisation_id", "organisation_deed"),
            Self::Residence => TagColumns { basis: Some("basis"), ..TagColumns::plain("place_id", "place_deed") },
            Self::Status => TagColumns { settles: Some("safe_status"), ..TagColumns::plain("status", "status_deed") },
            Self::OnePerson => TagColumns::plain("one_person", "one_person_deed"),
        }
    }

    /// What an account holds of it.
    pub(in crate::store) fn of(self, standing: &Standing) -> TagValue {
        match self {
            Self::Region => TagValue::plain(standing.region.map(RegionId::raw)),
            Self::Organisation => TagValue::plain(standing.organisation.map(OrganisationId::raw)),
            Self::Residence => TagValue { value: standing.place.map(PlaceId::raw), basis: standing.basis },
            Self::Status => TagValue::plain(Some(standing.status)),
            Self::OnePerson => TagValue::plain(standing.one_person.map(DeedId::raw)),
        }
    }

    /// The deed that set it; `None`: it is as lists state it.
    pub(in crate::store) const fn deed(self, standing: &Standing) -> Option<DeedId> {
        match self {
            Self::Region => standing.region_deed,
            Self::Organisation => standing.organisation_deed,
            Self::Residence => standing.place_deed,
            Self::Status => standing.status_deed,
            Self::OnePerson => standing.one_person_deed,
        }
    }

    /// Sets it.
    pub(in crate::store) fn set(
        self,
        standing: &mut Standing,
        TagValue { value, basis }: TagValue,
        deed: Option<DeedId>,
    ) {
        match self {
            Self::Region => (standing.region, standing.region_deed) = (value.map(RegionId::new), deed),
            Self::Organisation => {
                (standing.organisation, standing.organisation_deed) = (value.map(OrganisationId::new), deed);
            }
            Self::Residence => {
                (standing.place, standing.basis, standing.place_deed) = (value.map(PlaceId::new), basis, deed);
            }
            Self::Status => {
                (standing.status, standing.status_deed) = (value.unwrap_or(standing.status), deed);
                standing.safe_status = None;
            }
            Self::OnePerson => {
                (standing.one_person, standing.one_person_deed) = (value.map(DeedId::new), deed);
            }
        }
    }
}
