//! What thresholds of laws ask of a real list: persons by territory, element, protection and way, from the link alone.

use std::io::Cursor;
use std::sync::atomic::AtomicBool;

use breachbook::actions::importing::{self, Given};
use breachbook::actions::tagging::{self, Asked};
use breachbook::model::count::Count;
use breachbook::model::count::thresholds::{Answer, MayBelong, Threshold};
use breachbook::model::facts::Whose;
use breachbook::model::ids::CaseId;
use breachbook::model::persons::{Elements, Territory, Ways};
use breachbook::model::words::{Protection, Way};
use breachbook::store::facts;
use serde_json::json;

use super::desk::{Desk, set};

/// So many rows of a country, data, a way.
fn rows(from: usize, n: usize, country: &str, data: &str, way: &str) -> String {
    (from..from + n).map(|at| format!("p{at}@x.example,{country},{data},{way},person\n")).collect()
}

async fn import(session: &breachbook::actions::Session, case: CaseId, rows: &str) {
    let text = format!("email,country,data category,way,kind\n{rows}");
    let given = vec![Given::new("list.csv", Box::new(Cursor::new(text.into_bytes())))];
    let map = vec![("data category".to_owned(), "data_category".to_owned())];
    let asked = importing::Asked { map, ..importing::Asked::default() };
    importing::import(session, case, given, &asked, &AtomicBool::new(false), &mut |_| {}).await.expect("an import");
}

async fn asked(
    session: &breachbook::actions::Session,
    case: CaseId,
    protections: &[Protection],
) -> (Count, Vec<MayBelong>) {
    let mut conn = session.store.read().await.expect("a reading");
    let persons = facts::persons(&mut conn, case, Whose::Case).await.expect("persons");
    let ways = Ways { yes: vec![Way::FileDownloaded, Way::Listed], open: vec![Way::ContentAccessed] };
    let territory = Territory(vec!["US-CA".to_owned()]);
    persons.count(&territory, &Elements::Has("ssn".to_owned()), protections, &ways).expect("one unit")
}

fn rows_of(may: &[MayBelong]) -> Vec<(&str, Option<u64>)> {
    may.iter().map(|it| (it.row.as_str(), it.count.high)).collect()
}

#[tokio::test]
async fn eight_hundred_californians_and_three_hundred_numbers_never_give_californians_numbers() {
    let desk = Desk::new();
    let (session, case) = desk.with_case().await;
    let list = rows(0, 800, "US-CA", "contact", "file_downloaded") + &rows(800, 300, "US-NY", "ssn", "file_downloaded");
    import(&session, case, &list).await;
    let (located, may) = asked(&session, case, &[]).await;
    assert_eq!((located.low, located.high, rows_of(&may)), (0, Some(0), Vec::new()), "none of them is both");
    assert_eq!(Threshold::AtLeast(1).met_by(&located, &may).expect("one unit"), Answer::False);
}

#[tokio::test]
async fn a_threshold_is_settled_by_the_rows_that_are_open_and_by_a_determination() {
    let desk = Desk::new();
    let (session, case) = desk.with_case().await;
    let list = rows(0, 510, "US-CA", "ssn", "file_downloaded")
        + &rows(510, 20, "US", "ssn", "file_downloaded")
        + &rows(530, 7, "US-CA", "ssn", "content_accessed")
        + &rows(537, 3, "", "ssn", "listed")
        + &rows(540, 40, "US-CA", "", "file_downloaded")
        + &rows(580, 5, "DE", "ssn", "listed");
    import(&session, case, &list).await;
    let (located, may) = asked(&session, case, &[]).await;
    assert_eq!((located.low, located.high), (1, Some(510)), "at most, and one at least");
    let mut open = rows_of(&may);
    open.sort_unstable();
    let expected = [
        ("elements_not_known", Some(40)),
        ("residence_above_level", Some(20)),
        ("residence_not_known", Some(3)),
        ("way_not_settled", Some(7)),
    ];
    assert_eq!(open, expected);
    let more_than_500 =
        |located: &Count, may: &[MayBelong]| Threshold::MoreThan(500).met_by(located, may).expect("unit");
    let Answer::CannotTell(unsettled) = more_than_500(&located, &may) else { panic!("it is not settled") };
    assert_eq!(unsettled.len(), 5, "those who belong, and each row of those who may: {unsettled:?}");
    let one = Asked { one_person: Some("a licence each".into()), ..Asked::default() };
    tagging::tag(&session, case, &one).await.expect("determined");
    let (located, may) = asked(&session, case, &[]).await;
    assert_eq!((located.low, more_than_500(&located, &may)), (510, Answer::True));
    let protected = [Protection::None, Protection::Subverted];
    let (located, _) = asked(&session, case, &protected).await;
    assert_eq!(located.high, Some(0), "nobody has said whether the data were protected");
}

#[tokio::test]
async fn a_typed_exposure_says_how_the_data_were_protected_and_groups_without_one_may_belong() {
    let desk = Desk::new();
    let (session, case) = desk.with_case().await;
    import(&session, case, &rows(0, 9, "US-CA", "health", "file_downloaded")).await;
    let exposure =
        json!({"category": "health", "group": "owner", "residence": "US-CA", "value": 4, "protection": "intact"});
    set(&session, case, &[&format!("exposure+={exposure}")]).await.expect("an exposure");
    breachbook::actions::written::set_count(&session, case, "persons.patient", r#"{"value": 70}"#, None)
        .await
        .expect("70");
    let mut conn = session.store.read().await.expect("a reading");
    let persons = facts::persons(&mut conn, case, Whose::Case).await.expect("persons");
    let health = Elements::Has("health".to_owned());
    let count = |protections: &[Protection]| {
        let (located, may) =
            persons.count(&Territory::default(), &health, protections, &Ways::default()).expect("a unit");
        (located.low, located.high, rows_of(&may).into_iter().map(|it| (it.0.to_owned(), it.1)).collect::<Vec<_>>())
    };
    let patients = vec![("patient".to_owned(), Some(70))];
    assert_eq!(count(&[]), (4, Some(13), patients.clone()), "typed and counted may be the same persons");
    assert_eq!(count(&[Protection::None]), (0, Some(0), patients), "the key was safe");
}
