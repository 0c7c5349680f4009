//! A case whole: everything that is written down about it, and whose each thing is. It counts nothing.

use serde::Serialize;

use super::{
    Case, Claim, Coverage, Determination, ExportRecord, Exposure, ImportRecord, Measure, Milestone, OpenPoint,
    Organisation, Overlap, Party, TypedCount,
};
use crate::model::ids::PartyId;
use crate::model::moment::Period;
use crate::model::party::{Owner, Parties};
use crate::model::words::DeterminationKind;

/// Everything written down about a case, beside its accounts.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
pub struct CaseFile {
    /// The case.
    #[serde(flatten)]
    pub case: Case,
    /// When it happened; `None`: to be determined.
    pub occurred: Option<Period>,
    /// Single answers by key (see `model::keys`) of the case and its main party: what kind, which systems, how discovered …
    #[serde(serialize_with = "by_key")]
    #[ts(type = "Record<string, string>")]
    pub answers: Vec<(String, String)>,
    /// Single answers of other parties.
    pub answers_of: Vec<AnswersOf>,
    /// Who plays which part.
    pub parties: Vec<Party>,
    /// The legal entities that they are.
    pub organisations: Vec<Organisation>,
    /// Steps in time, by time.
    pub milestones: Vec<Milestone>,
    /// What was determined, by time; superseded ones are kept.
    pub determinations: Vec<Determination>,
    /// What is claimed, by whom.
    pub claims: Vec<Claim>,
    /// What data of whom.
    pub exposures: Vec<Exposure>,
    /// What was done and will be.
    pub measures: Vec<Measure>,
    /// What is open, by whom and until when.
    pub open_points: Vec<OpenPoint>,
    /// What was imported.
    pub imports: Vec<ImportRecord>,
    /// What was written before.
    pub exports: Vec<ExportRecord>,
    /// Which periods the logs cover.
    pub coverage: Vec<Coverage>,
    /// Numbers that were typed in, in the order they were; superseded ones are kept.
    pub counts: Vec<TypedCount>,
    /// Which groups of persons may hold the same ones.
    pub overlaps: Vec<Overlap>,
}

/// Single answers of a party.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct AnswersOf {
    /// The party.
    pub party: PartyId,
    /// Its answers by key.
    #[serde(serialize_with = "by_key")]
    #[ts(type = "Record<string, string>")]
    pub answers: Vec<(String, String)>,
}

fn by_key<S: serde::Serializer>(answers: &[(String, String)], out: S) -> Result<S::Ok, S::Error> {
    out.collect_map(answers.iter().map(|(key, value)| (key, value)))
}

impl CaseFile {
    /// The answer under a key.
    #[must_use]
    pub fn answer(&self, key: &str) -> Option<&str> {
        self.answers.iter().find(|(name, _)| name == key).map(|(_, value)| value.as_str())
    }

    /// Its parties, and whose case it is.
    #[must_use]
    pub fn who(&self) -> Parties {
        Parties { all: self.parties.clone(), main: self.case.main_party }
    }

    /// The party with this id.
    #[must_use]
    pub fn party(&self, id: PartyId) -> Option<&Party> {
        self.parties.iter().find(|it| it.id == id)
    }

    /// The party whose case it is.
    #[must_use]
    pub fn main(&self) -> Option<&Party> {
        self.case.main_party.and_then(|id| self.party(id))
    }

    /// What the party whose case it is has determined of a kind, and stands.
    #[must_use]
    pub fn determined(&self, kind: DeterminationKind) -> Option<&Determination> {
        self.determined_by(self.case.main_party?, kind)
    }

    /// What a party has determined of a kind, and stands; of awareness, what its legal entity has.
    #[must_use]
    pub fn determined_by(&self, party: PartyId, kind: DeterminationKind) -> Option<&Determination> {
        let entity = self.party(party).and_then(|it| it.organisation_id).filter(|_| kind.is_awareness());
        let owner = entity.map_or(Owner::Party(party), Owner::Entity);
        self.determinations.iter().find(|it| it.kind == kind && it.superseded_by.is_none() && it.owner() == Some(owner))
    }

    /// Whose a determination is, by name; nothing where it is the main party's or its legal entity's.
    #[must_use]
    pub fn whose(&self, it: &Determination) -> Option<&str> {
        let own = |party: &&Party| {
            Some(party.id) == it.party || party.organisation_id.is_some_and(|id| Some(id) == it.organisation)
        };
        let mut owners = self.parties.iter().filter(own);
        let main = self.case.main_party;
        if owners.clone().any(|party| Some(party.id) == main) {
            return None;
        }
        owners.next().map(Party::name)
    }
}
