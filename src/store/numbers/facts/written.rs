//! What people wrote down that numbers rest on: claims, typed counts, groups that overlap, exposures, imports,
//! conflicts. Reads only.

use std::collections::{BTreeMap, BTreeSet};

use sqlx::SqliteConnection;

use crate::error::Result;
use crate::model::case::{Claim, Exposure, TypedCount};
use crate::model::facts::ExposureRow;
use crate::model::ids::{CaseId, NodeId, PartyId};
use crate::model::persons::Exposed;
use crate::model::words::Protection;
use crate::store::base::bulk::Bulk;
use crate::store::entities::exposure::{self, EXPOSURE};
use crate::store::entities::record;
use crate::store::log::contradicted;
use crate::store::written::{cases, nodes, typed_counts};

/// What the headline numbers rest on beside the tally.
#[derive(Clone, Default)]
pub(in crate::store) struct Written {
    pub claims: Vec<Claim>,
    typed: Vec<TypedCount>,
    /// Names of which the computed number has taken the place of a typed one.
    computed: BTreeSet<String>,
    /// What stands for one party, never for the case.
    of_parties: Vec<Said>,
    disjoint: BTreeSet<(String, String)>,
    /// Imports that stand. What only fills accounts that are there (a directory) examines nothing.
    pub imports: u64,
    /// Data records they read.
    pub read: u64,
    /// Of them without a usable key.
    pub rejected: u64,
}

/// What somebody said of a number, for the case or for one party.
#[derive(Clone)]
enum Said {
    Claim(Claim),
    Typed(TypedCount),
    /// The computed number has taken its place.
    Computed(TypedCount),
}

impl Said {
    const fn party(&self) -> Option<PartyId> {
        match self {
            Self::Claim(claim) => claim.party,
            Self::Typed(count) | Self::Computed(count) => count.party,
        }
    }

    /// A typed count, as far as it says anything still.
    fn typed(count: TypedCount) -> Option<Self> {
        match (count.stands, count.computed) {
            (true, _) => Some(Self::Typed(count)),
            (false, true) => Some(Self::Computed(count)),
            (false, false) => None,
        }
    }
}

impl Written {
    pub(super) async fn read(conn: &mut SqliteConnection, case_id: CaseId) -> Result<Self> {
        let (imports, read, rejected): (i64, i64, i64) = sqlx::query_as(
            "SELECT count(DISTINCT i.id), coalesce(sum(n) FILTER (WHERE what = 'read'), 0), \
             coalesce(sum(n) FILTER (WHERE what = 'rejected'), 0) FROM import i LEFT JOIN import_count c ON c.import_id = i.id \
             WHERE i.case_id = ? AND i.taken_back IS NULL AND NOT i.enrich",
        )
        .bind(case_id)
        .fetch_one(&mut *conn)
        .await?;
        let mut written = Self {
            disjoint: cases::disjoint_groups(conn, case_id).await?.into_iter().collect(),
            imports: number(imports),
            read: number(read),
            rejected: number(rejected),
            ..Self::default()
        };
        let claims = cases::claims(conn, case_id).await?.into_iter().map(Said::Claim);
        let typed = typed_counts::history(conn, case_id).await?.into_iter().filter_map(Said::typed);
        for said in claims.chain(typed) {
            match said.party() {
                None => written.take(said),
                Some(_) => written.of_parties.push(said),
            }
        }
        Ok(written)
    }

    fn take(&mut self, said: Said) {
        match said {
            Said::Claim(claim) => self.claims.push(claim),
            Said::Typed(count) => self.typed.push(count),
            Said::Computed(count) => drop(self.computed.insert(count.name)),
        }
    }

    /// The parties of which a number was typed that stands.
    pub(super) fn parties_with_typed(&self) -> BTreeSet<PartyId> {
        let typed = self.of_parties.iter().filter(|it| matches!(it, Said::Typed(_)));
        typed.filter_map(Said::party).collect()
    }

    /// What is a party's own where the case has several: nothing of what the case says as a whole.
    pub(super) fn of_party(&self, party: Option<PartyId>) -> Self {
        let mut own = Self { disjoint: self.disjoint.clone(), imports: self.imports, ..Self::default() };
        let said = self.of_parties.iter().filter(|it| it.party() == party && party.is_some());
        said.cloned().for_each(|it| own.take(it));
        own
    }

    /// The claim about a subject that the case goes by: the last one that was adopted.
    pub(super) fn adopted(&self, subject: &str) -> Option<&Claim> {
        self.claims.iter().rev().find(|claim| claim.adopted && claim.subject == subject)
    }

    /// The typed count that stands.
    pub(in crate::store) fn typed(&self, name: &str) -> Option<&TypedCount> {
        self.typed.iter().rev().find(|typed| typed.name == name)
    }

    /// Whether somebody has said how many of these there are, be it that the computed number has taken the place since.
    pub(super) fn speaks_of(&self, name: &str) -> bool {
        self.typed(name).is_some() || self.adopted(name).is_some() || self.computed.contains(name)
    }

    /// All typed counts that stand.
    pub(super) fn all_typed(&self) -> impl Iterator<Item = &TypedCount> {
        self.typed.iter()
    }

    /// Whether two groups were stated to hold no person in common.
    pub(super) fn disjoint(&self, one: &str, two: &str) -> bool {
        let stated = |one: &str, two: &str| self.disjoint.contains(&(one.to_owned(), two.to_owned()));
        stated(one, two) || stated(two, one)
    }

    /// The groups that are typed, or claimed and adopted.
    pub(super) fn groups(&self) -> BTreeSet<String> {
        let claimed = self.claims.iter().filter(|claim| claim.adopted).map(|claim| &claim.subject);
        let subjects = self.typed.iter().map(|typed| &typed.name).chain(claimed);
        subjects.filter_map(|subject| subject.strip_prefix("persons.").map(str::to_owned)).collect()
    }
}

/// Exposures as they were typed.
pub(super) async fn exposures(conn: &mut SqliteConnection, case_id: CaseId) -> Result<Vec<TypedExposure>> {
    let all = record::each(conn, &EXPOSURE, case_id, exposure::read).await?;
    Ok(all.into_iter().map(typed_exposure).collect())
}

/// A typed exposure: its row, and what else is asked of it.
#[derive(Clone)]
pub(super) struct TypedExposure {
    pub row: ExposureRow,
    pub protection: Protection,
    /// Whose data processing it was, where that is one party's.
    pub party: Option<PartyId>,
}

impl From<TypedExposure> for Exposed {
    fn from(TypedExposure { row, protection, .. }: TypedExposure) -> Self {
        let ExposureRow { residence: place, element, way, persons, .. } = row;
        Self { place, element, way, protection, persons }
    }
}

fn typed_exposure(it: Exposure) -> TypedExposure {
    let row = ExposureRow {
        residence: it.residence,
        element: it.category.id().to_owned(),
        data_category: Some(it.category),
        way: it.way,
        group: it.group.id().to_owned(),
        persons: it.persons,
        typed: true,
    };
    TypedExposure { row, protection: it.protection, party: it.party }
}

/// Statements about accounts that contradict each other and that nobody has decided (rule 11), by the organisation of the
/// account; 0: none.
pub(super) async fn conflicts(
    conn: &mut SqliteConnection,
    case_id: CaseId,
    merged: &BTreeMap<NodeId, NodeId>,
) -> Result<BTreeMap<i64, u64>> {
    let mut conflicts = BTreeMap::new();
    for (organisation, open) in contradicted::open(&Bulk::hold(conn).await?, case_id)? {
        *conflicts.entry(nodes::followed(merged, NodeId::new(organisation)).raw()).or_default() += open;
    }
    Ok(conflicts)
}

fn number(value: i64) -> u64 {
    u64::try_from(value).unwrap_or(0)
}
