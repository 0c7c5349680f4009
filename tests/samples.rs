//! The samples as they ship: loaded into a real book by the verbs, counted, held to the public figures and to the look.

use breachbook::actions::{Session, cases, facts, samples};
use breachbook::model::count::Count;
use breachbook::model::facts::Facts;
use breachbook::model::who::Who;
use breachbook::model::words::Qualifier;

fn somebody() -> Who {
    Who { name: "T. Ester".to_owned(), os_account: "test".to_owned(), machine: "machine".to_owned() }
}

/// The facts of a sample by its place.
async fn counted(place: usize) -> Facts {
    let folder = tempfile::tempdir().expect("a folder");
    let now: jiff::Timestamp = "2026-11-25T13:07:31Z".parse().expect("a time");
    let session = Session::create(&folder.path().join("s.breachbook"), None, somebody(), now).await.expect("a book");
    assert_eq!(samples::load(&session).await.expect("the samples"), ["storm-0558", "nordmeer"]);
    let all = cases::list(&session).await.expect("cases");
    assert!(all.iter().all(|case| case.sample.is_some()), "a sample says so");
    facts::facts(&session, all[place].id).await.expect("facts")
}

fn said(count: &Count) -> (Qualifier, Option<u64>, Option<u64>) {
    (count.qualifier(), count.value(), count.high)
}

fn regions(facts: &Facts) -> Vec<(Option<&str>, u64, Option<u64>)> {
    facts.by_region.iter().map(|row| (row.region.as_deref(), row.accounts.low, row.accounts.high)).collect()
}

fn organisations(facts: &Facts) -> Vec<(Option<&str>, u64, Option<u64>)> {
    facts.by_organisation.iter().map(|row| (row.organisation.as_deref(), row.accounts.low, row.accounts.high)).collect()
}

#[tokio::test]
async fn storm_0558_has_its_public_numbers_wherever_they_are_printed() {
    let facts = counted(0).await;
    assert_eq!(said(&facts.accounts.count), (Qualifier::Exact, Some(10), Some(10)));
    assert_eq!(said(&facts.records.total.count), (Qualifier::AtLeast, Some(60_000), None));
    let mut by_region = regions(&facts);
    by_region.retain(|row| row.1 > 0);
    by_region.sort_unstable();
    assert_eq!(by_region, [(Some("East Asia and the Pacific"), 9, Some(9)), (Some("Europe"), 1, Some(1))]);
    assert_eq!(facts.claims.iter().filter(|it| it.subject == "records").count(), 4);
    assert_eq!(facts.claims.iter().filter(|it| it.subject == "records" && it.adopted).count(), 1);
    assert!(facts.by_residence.iter().all(|row| row.residence.is_none()), "nobody knows where they live");
    let owners = facts.persons.groups.iter().find(|row| row.group == "owner").expect("owners");
    assert_eq!(said(&owners.count), (Qualifier::AtMost, Some(10), Some(10)));
    assert_eq!(facts.conflicts, 0);
}

#[tokio::test]
async fn nordmeer_has_the_numbers_of_the_look() {
    let facts = counted(1).await;
    assert_eq!(said(&facts.accounts.count), (Qualifier::Between, Some(11), Some(14)));
    let by_status = [&facts.by_status.confirmed, &facts.by_status.suspected, &facts.by_status.cleared];
    assert_eq!(by_status.map(Count::value), [Some(11), Some(3), Some(2)]);
    assert_eq!(said(&facts.records.total.count), (Qualifier::AtLeast, Some(48_212), None));
    assert_eq!(said(&facts.persons.total.count).1, Some(4_000));
    assert_eq!(facts.persons.total.count.qualifier(), Qualifier::Approximate);
    let owners = facts.persons.groups.iter().find(|row| row.group == "owner").expect("owners");
    assert_eq!(said(&owners.count), (Qualifier::AtMost, Some(13), Some(13)));
    let mut by_region = regions(&facts);
    by_region.sort_unstable();
    assert_eq!(
        by_region,
        [
            (None, 2, Some(3)),
            (Some("Benelux"), 2, Some(2)),
            (Some("Hamburg"), 4, Some(4)),
            (Some("Iberia"), 1, Some(2)),
            (Some("Nordics"), 2, Some(3)),
        ]
    );
    let mut by_organisation = organisations(&facts);
    by_organisation.retain(|row| row.0.is_some());
    by_organisation.sort_unstable();
    assert_eq!(
        by_organisation,
        [
            (Some("Fjord Freight AS"), 1, Some(2)),
            (Some("Nordmeer Iberia SL"), 0, Some(0)),
            (Some("Nordmeer Logistik GmbH"), 10, Some(12)),
        ]
    );
    assert_eq!(facts.untagged.residence, 4);
}
