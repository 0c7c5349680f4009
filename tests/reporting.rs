//! Reports on a real book: written, recorded, repeated byte for byte.

use std::path::Path;

use breachbook::actions::{Session, audit_trail, books, cases, reporting, samples};
use breachbook::model::ids::CaseId;
use breachbook::model::who::Who;
use breachbook::store::journal;

/// The second sample.
const CASE: CaseId = CaseId::new(2);

async fn session(folder: &Path, now: &str) -> Session {
    let who = Who { name: "M. Ahrens".into(), os_account: "ahrens".into(), machine: "nord".into() };
    let now: jiff::Timestamp = now.parse().expect("an instant");
    let session = Session::create(&folder.join("book.breachbook"), None, who, now).await.expect("a book");
    samples::load(&session).await.expect("the samples");
    session
}

#[tokio::test]
async fn the_same_facts_template_language_and_now_give_the_same_bytes_and_the_record_repeats_them() {
    let folder = tempfile::tempdir().expect("a folder");
    let session = session(folder.path(), "2026-11-25T13:07:00Z").await;
    let first = reporting::report(&session, CASE, "dossier", "de", "pdf", false).await.expect("a report");
    let second = reporting::report(&session, CASE, "dossier", "de", "pdf", false).await.expect("a report");
    assert_eq!(first.sha256, second.sha256);
    assert_eq!(first.bytes, second.bytes);
    let listed = reporting::exports(&session, CASE).await.expect("a list");
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
    let german = reporting::report(&session, CASE, "dossier", "de", "pdf", false).await.expect("a report");
    let english = reporting::report(&session, CASE, "dossier", "en", "pdf", false).await.expect("a report");
    assert!(title(&german).contains("Fassung 1") && title(&english).contains("Version 1"));
    cases::set(&session, CASE, &["severity=significant".to_owned()]).await.expect("set");
    let follow_up = reporting::report(&session, CASE, "dossier", "en", "pdf", false).await.expect("a report");
    assert!(title(&follow_up).contains("Version 2"), "{}", title(&follow_up));
}

#[tokio::test]
async fn an_unknown_template_format_chart_or_theme_is_refused_with_those_there_are() {
    let folder = tempfile::tempdir().expect("a folder");
    let session = session(folder.path(), "2026-11-25T13:07:00Z").await;
    let asked = reporting::report(&session, CASE, "board", "de", "pdf", false).await.expect_err("refused");
    assert_eq!((asked.code, asked.args["known"].as_str()), ("template.unknown", "dossier"));
    let asked = reporting::report(&session, CASE, "dossier", "de", "docx", false).await.expect_err("refused");
    assert_eq!(asked.code, "format.unknown");
    let asked = reporting::chart(&session, CASE, "pie", "de", "light").await.expect_err("refused");
    assert_eq!(asked.code, "chart.unknown");
    let asked = reporting::chart(&session, CASE, "timeline", "de", "neon").await.expect_err("refused");
    assert_eq!(asked.code, "theme.unknown");
    assert!(reporting::chart(&session, CASE, "timeline", "de", "dark").await.expect("a chart").starts_with("<svg"));
}

fn order(names: bool) -> reporting::Order {
    reporting::Order { template: "dossier".into(), language: "de".into(), format: "pdf".into(), names }
}

#[tokio::test]
async fn a_preview_records_nothing_and_its_very_bytes_are_exported_later() {
    let folder = tempfile::tempdir().expect("a folder");
    let session = session(folder.path(), "2026-11-25T13:07:00Z").await;
    let entries = books::entries(&session).await.expect("entries");
    let preview = reporting::preview(&session, CASE, &order(false)).await.expect("a preview");
    assert_eq!(books::entries(&session).await.expect("entries"), entries, "nothing is recorded");
    assert!(reporting::exports(&session, CASE).await.expect("a list").is_empty());
    let later = session.at("2026-11-25T14:30:00Z".parse::<jiff::Timestamp>().expect("an instant"));
    let written =
        reporting::export_previewed(&later, CASE, &order(false), preview.now, &preview.sha256, &mut |_| Ok(())).await;
    let written = written.expect("the same state, the same bytes");
    assert_eq!((written.bytes, &written.sha256), (preview.bytes, &preview.sha256));
    let listed = reporting::exports(&session, CASE).await.expect("a list");
    assert_eq!((listed[0].at, &listed[0].sha256), (preview.now, &preview.sha256));
    assert_eq!((listed[0].version, preview.version), (1, 1));
    let asked = journal::Asked { case: Some(CASE), limit: 1, ..journal::Asked::default() };
    let last = &audit_trail::page(&later, &asked).await.expect("the log").entries[0];
    assert_eq!((last.entry.verb.as_str(), last.entry.clock_back), ("report", false), "the deed is done now");
    assert_eq!(last.entry.at, later.now.to_string());
}

#[tokio::test]
async fn a_case_that_changed_after_the_preview_is_not_exported_unseen() {
    let folder = tempfile::tempdir().expect("a folder");
    let session = session(folder.path(), "2026-11-25T13:07:00Z").await;
    let preview = reporting::preview(&session, CASE, &order(true)).await.expect("a preview");
    cases::set(&session, CASE, &["severity=significant".to_owned()]).await.expect("set");
    let asked =
        reporting::export_previewed(&session, CASE, &order(true), preview.now, &preview.sha256, &mut |_| Ok(())).await;
    assert_eq!(asked.expect_err("refused").code, "export.changed");
    assert!(reporting::exports(&session, CASE).await.expect("a list").is_empty());
}
