//! Persons by territory, data element, protection and way together, with their bounds: what laws ask numbers of.
//!
//! Each count comes from the link: from accounts of which all of it is said at once, or from a typed exposure that says all
//! of it. 800 Californians and 300 social security numbers say nothing of Californians' social security numbers, so nothing
//! here multiplies or intersects totals. It knows no law.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::count::Count;
use super::count::thresholds::MayBelong;
use super::words::{DataCategory, Protection, Status, Unit, Way};
use crate::error::Result;

/// What is said of the data of accounts and of the ways in which they are affected.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Profile {
    /// Which data: words of the catalogue, else a list's own.
    pub elements: BTreeSet<String>,
    /// Each way with its own status.
    pub ways: BTreeMap<Way, Status>,
}

/// Accounts behind which persons may stand and that are alike in all that is asked here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonCell {
    /// ISO code of the residence, as precise as it is known.
    pub place: Option<Arc<str>>,
    /// What is said of their data and ways; `None`: nothing.
    pub profile: Option<Arc<Profile>>,
    /// How far it is established that they are affected.
    pub status: Status,
    /// How many accounts.
    pub accounts: u64,
    /// Somebody determined that each of them is one person (rule 10).
    pub one_person: bool,
}

/// Persons whose exposure was typed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exposed {
    /// ISO code; `None`: not said.
    pub place: Option<String>,
    /// Which data.
    pub element: String,
    /// How; `None`: not said.
    pub way: Option<Way>,
    /// Whether they were unintelligible.
    pub protection: Protection,
    /// How many.
    pub persons: Count,
}

/// All persons of a case, or of a party of it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Persons {
    /// Owners, by account.
    pub cells: Vec<PersonCell>,
    /// Exposures as typed.
    pub typed: Vec<Exposed>,
    /// Groups that are counted without a word of where they live and which data are theirs, by name.
    pub untold: Vec<(String, Count)>,
}

/// Where persons live: any of these countries and parts of countries; empty is anywhere.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Territory(pub Vec<String>);

/// Which data are asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Elements {
    /// Whatever they are.
    Whatever,
    /// This one.
    Has(String),
    /// One of these.
    Any(Vec<Self>),
    /// All of these, of one person.
    All(Vec<Self>),
}

/// Which ways are asked for; empty is any.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Ways {
    /// Each of them suffices.
    pub yes: Vec<Way>,
    /// Whether these do is not settled.
    pub open: Vec<Way>,
}

/// Whether persons belong to those who are asked for; if it is open, why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Belongs {
    Yes,
    Open(&'static str),
    No,
}

impl Belongs {
    const fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::No, _) | (_, Self::No) => Self::No,
            (Self::Open(why), _) | (_, Self::Open(why)) => Self::Open(why),
            (Self::Yes, Self::Yes) => Self::Yes,
        }
    }

    const fn or(self, other: Self) -> Self {
        match (self, other) {
            (Self::Yes, _) | (_, Self::Yes) => Self::Yes,
            (Self::Open(why), _) | (_, Self::Open(why)) => Self::Open(why),
            (Self::No, Self::No) => Self::No,
        }
    }
}

impl Territory {
    fn holds(&self, place: Option<&str>) -> Belongs {
        if self.0.is_empty() {
            return Belongs::Yes;
        }
        let Some(place) = place else { return Belongs::Open("residence_not_known") };
        let within = |outer: &str, inner: &str| inner.strip_prefix(outer).is_some_and(|rest| rest.starts_with('-'));
        if self.0.iter().any(|code| code == place || within(code, place)) {
            return Belongs::Yes;
        }
        // A country where the part of it is asked for: they may live in that part.
        let above = self.0.iter().any(|code| within(place, code));
        if above { Belongs::Open("residence_above_level") } else { Belongs::No }
    }
}

impl Elements {
    /// `complete`: what is not named is not among the data.
    fn are_in(&self, elements: &BTreeSet<String>, complete: bool) -> Belongs {
        let absent = if complete { Belongs::No } else { Belongs::Open("elements_not_known") };
        match self {
            Self::Whatever => Belongs::Yes,
            Self::Has(element) if elements.contains(element) => Belongs::Yes,
            Self::Has(_) => absent,
            Self::Any(some) => some.iter().fold(Belongs::No, |so_far, it| so_far.or(it.are_in(elements, complete))),
            Self::All(some) => some.iter().fold(Belongs::Yes, |so_far, it| so_far.and(it.are_in(elements, complete))),
        }
    }
}

impl Ways {
    fn met_by(&self, ways: &BTreeMap<Way, Status>) -> Belongs {
        let status = |way: &Way| ways.get(way).copied();
        let any =
            |some: &[Way], wanted: &[Status]| some.iter().filter_map(status).any(|status| wanted.contains(&status));
        let open = any(&self.open, &[Status::Confirmed, Status::Suspected]);
        match self.yes.is_empty() && self.open.is_empty() || any(&self.yes, &[Status::Confirmed]) {
            true => Belongs::Yes,
            false if any(&self.yes, &[Status::Suspected]) => Belongs::Open("way_suspected"),
            false if open => Belongs::Open("way_not_settled"),
            false if ways.is_empty() => Belongs::Open("way_not_known"),
            false => Belongs::No,
        }
    }
}

/// Data of which nobody can say item by item what they are.
fn is_indefinite(element: &str) -> bool {
    use DataCategory::{Additional, MessageContent, NotYetKnown};
    [Additional, MessageContent, NotYetKnown].iter().any(|it| it.id() == element)
}

fn protected(protection: Protection, wanted: &[Protection]) -> Belongs {
    match protection {
        _ if wanted.is_empty() || wanted.contains(&protection) => Belongs::Yes,
        Protection::Open | Protection::NotAssessable => Belongs::Open("protection_not_known"),
        Protection::Intact | Protection::Subverted | Protection::None => Belongs::No,
    }
}

impl Persons {
    /// Persons who live there, whose data of this kind, protected so, were exposed in one of these ways: those who certainly
    /// belong, and those who still may, each with why. Without person keys at least one stands behind any confirmed
    /// accounts (rule 10).
    ///
    /// # Errors
    /// `count.units_differ`.
    pub fn count(
        &self,
        territory: &Territory,
        elements: &Elements,
        protections: &[Protection],
        ways: &Ways,
    ) -> Result<(Count, Vec<MayBelong>)> {
        let (mut owners, mut low, mut high) = (BTreeMap::<&str, u64>::new(), 0_u64, 0_u64);
        for cell in &self.cells {
            let belongs = self.belongs(cell, territory, elements, protections, ways);
            match belongs {
                Belongs::Yes => {
                    high = high.saturating_add(cell.accounts);
                    low = if cell.one_person { low.saturating_add(cell.accounts) } else { low };
                }
                Belongs::Open(why) => *owners.entry(why).or_default() += cell.accounts,
                Belongs::No => {}
            }
        }
        let mut located = vec![Count::between(low.max(high.min(1)), Some(high), Unit::Person)];
        let mut may =
            owners.into_iter().map(|(why, n)| may_belong(why, Count::at_most(n, Unit::Person))).collect::<Vec<_>>();
        for it in &self.typed {
            let named = BTreeSet::from([it.element.clone()]);
            let told = it.way.map(|way| (way, Status::Confirmed)).into_iter().collect();
            let belongs = territory.holds(it.place.as_deref()).and(elements.are_in(&named, false));
            match belongs.and(protected(it.protection, protections)).and(ways.met_by(&told)) {
                Belongs::Yes => located.push(it.persons.clone()),
                Belongs::Open(why) => may.push(may_belong(why, it.persons.clone())),
                Belongs::No => {}
            }
        }
        may.extend(self.untold.iter().map(|(group, count)| may_belong(group, count.clone())));
        Ok((Count::union(Unit::Person, &located)?, may))
    }

    fn belongs(
        &self,
        cell: &PersonCell,
        territory: &Territory,
        elements: &Elements,
        protections: &[Protection],
        ways: &Ways,
    ) -> Belongs {
        let status = match cell.status {
            Status::Confirmed => Belongs::Yes,
            Status::Suspected => Belongs::Open("suspected"),
            Status::Cleared => Belongs::No,
        };
        let nothing = Profile::default();
        let profile = cell.profile.as_deref().unwrap_or(&nothing);
        let complete = !profile.elements.is_empty() && !profile.elements.iter().any(|it| is_indefinite(it));
        territory
            .holds(cell.place.as_deref())
            .and(elements.are_in(&profile.elements, complete))
            .and(self.protection_of(&profile.elements, protections))
            .and(ways.met_by(&profile.ways))
            .and(status)
    }

    /// A list says nothing of protection; a typed exposure of the same data does.
    fn protection_of(&self, elements: &BTreeSet<String>, wanted: &[Protection]) -> Belongs {
        if wanted.is_empty() {
            return Belongs::Yes;
        }
        let said = self.typed.iter().filter(|it| elements.contains(&it.element));
        let said: BTreeSet<Protection> = said.map(|it| it.protection).collect();
        match said.iter().copied().collect::<Vec<_>>().as_slice() {
            [one] => protected(*one, wanted),
            _ => Belongs::Open("protection_not_known"),
        }
    }
}

fn may_belong(row: &str, count: Count) -> MayBelong {
    MayBelong { row: row.to_owned(), count }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::count::thresholds::{Answer, Threshold};

    fn accounts(n: u64, place: Option<&str>, elements: &[&str], ways: &[(Way, Status)]) -> PersonCell {
        let profile = Profile {
            elements: elements.iter().map(|it| (*it).to_owned()).collect(),
            ways: ways.iter().copied().collect(),
        };
        PersonCell {
            place: place.map(Arc::from),
            profile: (profile != Profile::default()).then(|| Arc::new(profile)),
            status: Status::Confirmed,
            accounts: n,
            one_person: false,
        }
    }

    fn of(cells: Vec<PersonCell>) -> Persons {
        Persons { cells, ..Persons::default() }
    }

    fn california() -> Territory {
        Territory(vec!["US-CA".into()])
    }

    fn ssn() -> Elements {
        Elements::Has("ssn".into())
    }

    fn asked(persons: &Persons, threshold: Threshold) -> (Count, Vec<(String, Option<u64>)>, Answer) {
        let (located, may) = persons.count(&california(), &ssn(), &[], &Ways::default()).expect("persons");
        let answer = threshold.met_by(&located, &may).expect("one unit");
        (located, may.into_iter().map(|it| (it.row, it.count.high)).collect(), answer)
    }

    #[test]
    fn eight_hundred_californians_and_three_hundred_numbers_are_no_californians_numbers() {
        let persons = of(vec![accounts(800, Some("US-CA"), &[], &[]), accounts(300, None, &["ssn"], &[])]);
        let (located, may, answer) = asked(&persons, Threshold::MoreThan(500));
        assert_eq!((located.low, located.high), (0, Some(0)), "nobody is known to be both");
        assert_eq!(may, [("elements_not_known".to_owned(), Some(800)), ("residence_not_known".to_owned(), Some(300))]);
        assert!(matches!(answer, Answer::CannotTell(_)));
        assert_eq!(asked(&persons, Threshold::MoreThan(1_100)).2, Answer::False, "all of them together are no more");
    }

    #[test]
    fn the_link_is_counted_where_one_account_says_both() {
        let mut linked = accounts(120, Some("US-CA"), &["ssn", "contact"], &[]);
        let others = [accounts(680, Some("US-CA"), &["contact"], &[]), accounts(180, Some("DE"), &["ssn"], &[])];
        let persons = of([vec![linked.clone()], others.to_vec()].concat());
        let (located, may, _) = asked(&persons, Threshold::AtLeast(1));
        assert_eq!((located.low, located.high), (1, Some(120)), "without person keys at most, and one at least");
        assert!(may.is_empty(), "the others are known not to belong: {may:?}");
        linked.one_person = true;
        let (located, _, answer) = asked(&of(vec![linked]), Threshold::AtLeast(120));
        assert_eq!((located.low, located.high, answer), (120, Some(120), Answer::True));
    }

    #[test]
    fn who_may_still_belong_is_told_by_reason() {
        let suspected = PersonCell { status: Status::Suspected, ..accounts(5, Some("US-CA"), &["ssn"], &[]) };
        let cleared = PersonCell { status: Status::Cleared, ..accounts(90, Some("US-CA"), &["ssn"], &[]) };
        let mails = accounts(3, Some("US-CA"), &["message_content"], &[]);
        let persons = of(vec![suspected, cleared, accounts(7, Some("US"), &["ssn"], &[]), mails]);
        let may: BTreeMap<String, Option<u64>> = asked(&persons, Threshold::AtLeast(1)).1.into_iter().collect();
        let rows = [("elements_not_known", 3), ("residence_above_level", 7), ("suspected", 5)];
        assert_eq!(may, rows.iter().map(|(row, n)| ((*row).to_owned(), Some(*n))).collect());
    }

    #[test]
    fn a_way_counts_with_its_own_status_and_protection_with_what_was_typed_of_the_data() {
        use Status::{Cleared, Confirmed, Suspected};
        let one = |status| accounts(10, Some("US-CA"), &["ssn"], &[(Way::FileDownloaded, status)]);
        let ways = Ways { yes: vec![Way::FileDownloaded], open: vec![Way::ContentAccessed] };
        let read = accounts(10, Some("US-CA"), &["ssn"], &[(Way::ContentAccessed, Confirmed)]);
        for (cell, high, open) in [
            (one(Confirmed), 10, None),
            (one(Suspected), 0, Some("way_suspected")),
            (one(Cleared), 0, None),
            (read, 0, Some("way_not_settled")),
            (accounts(10, Some("US-CA"), &["ssn"], &[]), 0, Some("way_not_known")),
        ] {
            let (located, may) = of(vec![cell.clone()]).count(&california(), &ssn(), &[], &ways).expect("persons");
            assert_eq!((located.high, may.first().map(|it| it.row.as_str())), (Some(high), open), "{cell:?}");
        }
        let typed = |protection| Exposed {
            place: None,
            element: "ssn".into(),
            way: None,
            protection,
            persons: Count::exact(0, Unit::Person),
        };
        for (protection, high, open) in
            [(Protection::None, 10, 0), (Protection::Intact, 0, 0), (Protection::Open, 0, 10)]
        {
            let persons = Persons { typed: vec![typed(protection)], ..of(vec![one(Confirmed)]) };
            let wanted = [Protection::None, Protection::Subverted];
            let (located, may) = persons.count(&california(), &ssn(), &wanted, &ways).expect("persons");
            let may: u64 = may.iter().filter_map(|it| it.count.high).sum();
            assert_eq!((located.high, may), (Some(high), open), "{protection}");
        }
    }

    #[test]
    fn typed_exposures_stand_beside_accounts_and_groups_without_a_word_may_belong() {
        let typed = Exposed {
            place: Some("US-CA".into()),
            element: "ssn".into(),
            way: None,
            protection: Protection::None,
            persons: Count::approximate(400, None, Unit::Person),
        };
        let persons = Persons {
            typed: vec![typed],
            untold: vec![("patient".into(), Count::exact(50, Unit::Person))],
            ..of(vec![accounts(100, Some("US-CA"), &["ssn"], &[])])
        };
        let (located, may, answer) = asked(&persons, Threshold::MoreThan(500));
        assert_eq!((located.estimate, may), (Some(400), vec![("patient".to_owned(), Some(50))]));
        assert!(matches!(answer, Answer::CannotTell(_)), "about 400 decides nothing within a factor of two");
    }
}
