//! The samples as they ship: loaded into a real book, counted, and held to the public figures and to the look.

use breachbook::actions::{Session, cases, samples};
use breachbook::model::who::Who;

fn somebody() -> Who {
    Who { name: "T. Ester".to_owned(), os_account: "test".to_owned(), machine: "machine".to_owned() }
}

async fn loaded(folder: &std::path::Path) -> Session {
    let now = "2026-11-25T13:07:31Z".parse().expect("a time");
    let session = Session::create(&folder.join("s.breachbook"), None, somebody(), now).await.expect("a book");
    assert_eq!(samples::load(&session).await.expect("the samples"), ["storm-0558", "nordmeer"]);
    session
}

#[tokio::test]
async fn both_samples_load_and_say_that_they_are_samples() {
    let folder = tempfile::tempdir().expect("a folder");
    let session = loaded(folder.path()).await;
    let all = cases::list(&session).await.expect("cases");
    assert_eq!(all.len(), 2);
    assert!(all.iter().all(|case| case.sample.is_some()));
}
