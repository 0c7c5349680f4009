//! Reports on a real book: written, recorded, repeated byte for byte.

use std::path::Path;

use breachbook::actions::{Session, cases, reporting, samples};
use breachbook::model::who::Who;

async fn session(folder: &Path, now: &str) -> Session {
    let who = Who { name: "M. Ahrens".into(), os_account: "ahrens".into(), machine: "nord".into() };
    let now = now.parse().expect("an instant");
    let session = Session::create(&folder.join("book.breachbook"), None, who, now).await.expect("a book");
    samples::load(&session).await.expect("the samples");
    session
}

#[tokio::test]
async fn the_same_facts_template_language_and_now_give_the_same_bytes_and_the_record_repeats_them() {
    let folder = tempfile::tempdir().expect("a folder");
    let session = session(folder.path(), "2026-11-25T13:07:00Z").await;
    let first = reporting::report(&session, 2, "dossier", "de", "pdf", false).await.expect("a report");
    let second = reporting::report(&session, 2, "dossier", "de", "pdf", false).await.expect("a report");
    assert_eq!(first.sha256, second.sha256);
    assert_eq!(first.bytes, second.bytes);
    let listed = reporting::exports(&session, 2).await.expect("a list");
    assert_eq!(listed.iter().map(|it| it.id).collect::<Vec<_>>(), [first.export, second.export]);
    let kept = reporting::again(&session, first.export).await.expect("the same file");
    assert_eq!((kept.bytes, kept.format.as_str(), kept.sha256), (first.bytes, "pdf", first.sha256));
}

#[tokio::test]
async fn another_state_is_the_next_version_and_the_same_state_in_another_language_is_not() {
    let folder = tempfile::tempdir().expect("a folder");
    let session = session(folder.path(), "2026-11-25T13:07:00Z").await;
    let title = |written: &reporting::Written| {
        let format = breachbook::export::find("pdf").expect("pdf");
        (format.read)(&written.bytes).expect("texts").join(" ")
    };
    let german = reporting::report(&session, 2, "dossier", "de", "pdf", false).await.expect("a report");
    let english = reporting::report(&session, 2, "dossier", "en", "pdf", false).await.expect("a report");
    assert!(title(&german).contains("Fassung 1") && title(&english).contains("Version 1"));
    cases::set(&session, 2, &["severity=significant".to_owned()]).await.expect("set");
    let follow_up = reporting::report(&session, 2, "dossier", "en", "pdf", false).await.expect("a report");
    assert!(title(&follow_up).contains("Version 2"), "{}", title(&follow_up));
}

#[tokio::test]
async fn an_unknown_template_format_chart_or_theme_is_refused_with_those_there_are() {
    let folder = tempfile::tempdir().expect("a folder");
    let session = session(folder.path(), "2026-11-25T13:07:00Z").await;
    let asked = reporting::report(&session, 1, "board", "de", "pdf", false).await.expect_err("refused");
    assert_eq!((asked.code, asked.args["known"].as_str()), ("template.unknown", "dossier"));
    let asked = reporting::report(&session, 1, "dossier", "de", "docx", false).await.expect_err("refused");
    assert_eq!(asked.code, "format.unknown");
    let asked = reporting::chart(&session, 1, "pie", "de", "light").await.expect_err("refused");
    assert_eq!(asked.code, "chart.unknown");
    let asked = reporting::chart(&session, 1, "timeline", "de", "neon").await.expect_err("refused");
    assert_eq!(asked.code, "theme.unknown");
    assert!(reporting::chart(&session, 1, "timeline", "de", "dark").await.expect("a chart").starts_with("<svg"));
}
