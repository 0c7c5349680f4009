//! What is open in a case: what people wrote down, and what the facts and the decisions leave open. Neither hides the other.
//!
//! One list for every page that says it; it counts nothing and formats no text.

use serde::Serialize;

use super::case::CaseFile;
use super::count::Count;
use super::facts::{Facts, Subject};
use super::ids::OpenPointId;
use super::moment::Moment;
use super::words::DeterminationKind;

/// Something to be determined.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Pending {
    /// What somebody wrote down.
    Written {
        /// Its id.
        id: OpenPointId,
        /// What is open.
        what: String,
        /// By when it follows.
        until: Option<Moment>,
    },
    /// What nobody has determined.
    Determination {
        /// What.
        determination: DeterminationKind,
    },
    /// A main number that nobody has counted or typed.
    Number {
        /// `accounts`, `persons`, `records`.
        number: String,
    },
    /// A group of persons of which nobody knows how many they are.
    Group {
        /// The group.
        group: String,
        /// To be determined, or for good.
        count: Count,
    },
    /// Accounts, statements or claims that wait for somebody.
    Accounts {
        /// For what.
        what: Waiting,
        /// How many.
        n: u64,
    },
}

/// For what accounts, statements or claims wait.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum Waiting {
    /// Statements that contradict each other.
    Conflicts,
    /// To be confirmed or cleared.
    Suspected,
    /// A number of records.
    Records,
    /// A residence.
    Residence,
    /// A region.
    Region,
    /// An organisation.
    Organisation,
    /// Claims of which none is adopted.
    Claims,
}

impl Waiting {
    /// Its phrase is `pending-<id>`.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Conflicts => "conflicts",
            Self::Suspected => "suspected",
            Self::Records => "without-number",
            Self::Residence => "residence",
            Self::Region => "region",
            Self::Organisation => "organisation",
            Self::Claims => "claims",
        }
    }
}

/// What a case has to have determined (Art. 33(5) GDPR): when somebody became aware, what it is, the risk, who is told.
pub const EXPECTED: [DeterminationKind; 5] = [
    DeterminationKind::Awareness,
    DeterminationKind::Breach,
    DeterminationKind::Risk,
    DeterminationKind::Notification,
    DeterminationKind::Communication,
];

/// Everything that is open in a case: what was written down first, then numbers, accounts, decisions.
#[must_use]
pub fn of(Subject { facts, file }: &Subject) -> Vec<Pending> {
    let written = file.open_points.iter().map(|point| Pending::Written {
        id: point.id,
        what: point.what.clone(),
        until: point.until.clone(),
    });
    written.chain(numbers(facts)).chain(waiting(facts, file)).chain(undetermined(file)).collect()
}

fn numbers(facts: &Facts) -> impl Iterator<Item = Pending> {
    let main = [("accounts", &facts.accounts), ("persons", &facts.persons.total), ("records", &facts.records)];
    let open = main.into_iter().filter(|(_, figured)| figured.count.says_nothing() && !figured.count.for_good);
    let open = open.map(|(number, _)| Pending::Number { number: number.to_owned() });
    let groups = facts.persons.groups.iter().filter(|row| row.count.says_nothing());
    open.chain(groups.map(|row| Pending::Group { group: row.group.clone(), count: row.count.clone() }))
}

fn waiting(facts: &Facts, file: &CaseFile) -> impl Iterator<Item = Pending> {
    let claims = if file.claims.iter().any(|it| it.adopted) { 0 } else { file.claims.len() as u64 };
    // Where nothing is known of any account's records, the number as a whole is open, and has said so.
    let summed = facts.records.summed();
    let without_number = if summed.says_nothing() { 0 } else { summed.unknown_parts };
    let all = [
        (Waiting::Conflicts, facts.conflicts),
        (Waiting::Suspected, facts.by_status.suspected.value().unwrap_or(0)),
        (Waiting::Records, without_number),
        (Waiting::Residence, facts.untagged.residence),
        (Waiting::Region, facts.untagged.region),
        (Waiting::Organisation, facts.untagged.organisation),
        (Waiting::Claims, claims),
    ];
    all.into_iter().filter(|(_, n)| *n > 0).map(|(what, n)| Pending::Accounts { what, n })
}

fn undetermined(file: &CaseFile) -> impl Iterator<Item = Pending> {
    let missing = EXPECTED.into_iter().filter(|kind| file.determined(*kind).is_none());
    missing.map(|determination| Pending::Determination { determination })
}
