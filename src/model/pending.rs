//! What is open in a case: what people wrote down, and what the facts and the decisions leave open. Neither hides the other.
//!
//! One list for everything that says it: reports, the window, the command line. It counts nothing and formats no text; what will
//! never be known is not open.

use serde::Serialize;

use super::case::{CaseFile, Party};
use super::count::Count;
use super::facts::{Facts, Subject};
use super::ids::OpenPointId;
use super::moment::Moment;
use super::words::DeterminationKind;

/// Something to be determined.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
pub struct Pending {
    /// Which it is, among all that is open in a case: the same for as long as it is open.
    pub id: String,
    /// What.
    #[serde(flatten)]
    pub what: What,
    /// The filter that lists the accounts behind it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub filter: Option<&'static str>,
}

/// What is to be determined.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum What {
    /// What somebody wrote down.
    Written {
        /// Its id.
        point: OpenPointId,
        /// What is open.
        what: String,
        /// By when it follows.
        until: Option<Moment>,
    },
    /// What nobody has determined.
    Determination {
        /// What.
        determination: DeterminationKind,
        /// Whose, where more than one party decides.
        party: Option<String>,
    },
    /// A main number that nobody has counted or typed.
    Number {
        /// `accounts`, `persons`, `records`.
        number: String,
    },
    /// A group of persons of which nobody knows yet how many they are.
    Group {
        /// The group.
        group: String,
        /// To be determined.
        count: Count,
    },
    /// A typed count that the list contradicts: one of the two numbers is to be adopted.
    TypedCount {
        /// What it counts.
        name: String,
        /// As it was typed.
        typed: Count,
        /// As the rows add up.
        computed: Count,
        /// Whose it is, where it is one party's.
        party: Option<String>,
    },
    /// Accounts, statements or claims that wait for somebody.
    Accounts {
        /// For what.
        waiting: Waiting,
        /// How many.
        n: u64,
    },
}

/// For what accounts, statements or claims wait.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum Waiting {
    /// Statements that contradict each other, without typed counts.
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
    /// Its spelling; its phrase is `pending-accounts-<id>`.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Conflicts => "conflicts",
            Self::Suspected => "suspected",
            Self::Records => "records",
            Self::Residence => "residence",
            Self::Region => "region",
            Self::Organisation => "organisation",
            Self::Claims => "claims",
        }
    }

    /// The filter that lists the accounts that wait; claims are no accounts.
    #[must_use]
    pub const fn filter(self) -> Option<&'static str> {
        match self {
            Self::Conflicts => Some("conflict:*"),
            Self::Suspected => Some("status:suspected"),
            Self::Records => Some("-records:* -status:cleared"),
            Self::Residence => Some("-residence:* -status:cleared"),
            Self::Region => Some("-region:* -status:cleared"),
            Self::Organisation => Some("-organisation:* -status:cleared"),
            Self::Claims => None,
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
    let written = file.open_points.iter().map(|point| {
        let (what, until) = (point.what.clone(), point.until.clone());
        pending(format!("written.{}", point.id), What::Written { point: point.id, what, until })
    });
    written.chain(numbers(facts)).chain(waiting(facts, file)).chain(undetermined(file)).collect()
}

const fn pending(id: String, what: What) -> Pending {
    Pending { id, what, filter: None }
}

fn numbers(facts: &Facts) -> impl Iterator<Item = Pending> {
    let is_open = |count: &Count| count.says_nothing() && !count.for_good;
    let main = [("accounts", &facts.accounts), ("persons", &facts.persons.total), ("records", &facts.records.total)];
    let open = main.into_iter().filter(move |(_, figured)| is_open(&figured.count));
    let open = open.map(|(it, _)| pending(format!("number.{it}"), What::Number { number: it.to_owned() }));
    let groups = facts.persons.groups.iter().filter(move |row| is_open(&row.count)).map(|row| {
        let (group, count) = (row.group.clone(), row.count.clone());
        pending(format!("group.{group}"), What::Group { group, count })
    });
    let contradicted = facts.typed_conflicts.iter().map(|it| {
        let (name, typed, party) = (it.name.clone(), it.typed.count.clone(), it.whose.clone());
        pending(
            format!("count.{}", it.typed.id),
            What::TypedCount { name, typed, computed: it.computed.clone(), party },
        )
    });
    open.chain(groups).chain(contradicted)
}

fn waiting(facts: &Facts, file: &CaseFile) -> impl Iterator<Item = Pending> {
    let claims = if file.claims.iter().any(|it| it.adopted) { 0 } else { file.claims.len() as u64 };
    // Where nothing is known of any account's records, the number as a whole is open, and has said so.
    let summed = facts.records.total.summed();
    let without_number = if summed.says_nothing() { 0 } else { summed.parts_to_determine() };
    let all = [
        (Waiting::Conflicts, facts.conflicts.saturating_sub(facts.typed_conflicts.len() as u64)),
        (Waiting::Suspected, facts.by_status.suspected.value().unwrap_or(0)),
        (Waiting::Records, without_number),
        (Waiting::Residence, facts.untagged.residence),
        (Waiting::Region, facts.untagged.region),
        (Waiting::Organisation, facts.untagged.organisation),
        (Waiting::Claims, claims),
    ];
    all.into_iter().filter(|(_, n)| *n > 0).map(|(waiting, n)| Pending {
        id: format!("accounts.{}", waiting.id()),
        what: What::Accounts { waiting, n },
        filter: waiting.filter(),
    })
}

/// Each party that answers for the data itself decides for itself; the main one in any case, named or not.
fn undetermined(file: &CaseFile) -> impl Iterator<Item = Pending> {
    let main = file.case.main_party;
    let others: Vec<&Party> = file.parties.iter().filter(|it| it.controls() && Some(it.id) != main).collect();
    let own_name = file.main().filter(|_| !others.is_empty()).map(|it| it.name().to_owned());
    EXPECTED.into_iter().flat_map(move |determination| {
        let id = format!("determination.{determination}");
        let own = file.determined(determination).is_none().then(|| (id.clone(), own_name.clone()));
        let missing = others.iter().filter(|it| file.determined_by(it.id, determination).is_none());
        let missing = missing.map(|it| (format!("{id}.{}", it.id), Some(it.name().to_owned())));
        let open: Vec<(String, Option<String>)> = own.into_iter().chain(missing).collect();
        open.into_iter().map(move |(id, party)| pending(id, What::Determination { determination, party }))
    })
}
