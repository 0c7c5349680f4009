//! The number sheet over real imports, tags, undoing and taking back: every change has a cause.

use std::io::Cursor;
use std::sync::atomic::AtomicBool;

use breachbook::actions::facts::{Asked, Explained};
use breachbook::actions::importing::{self, Given};
use breachbook::actions::trees::{self, Change};
use breachbook::actions::{Session, facts, tagging};
use breachbook::lang::Phrases;
use breachbook::model::explain::Number;
use breachbook::model::ids::{CaseId, ImportId};
use breachbook::model::verb::Verb;
use breachbook::model::words::Status;
use breachbook::store::exports::{self, NewExport};
use breachbook::store::nodes::Tree;
use breachbook::store::{deeds, facts as stored};
use serde_json::json;

use super::desk::Desk;

async fn import(session: &Session, case: CaseId, name: &str, text: String) -> ImportId {
    let source = Box::new(Cursor::new(text.into_bytes()));
    let given = vec![Given::new(name, source)];
    let asked = importing::Asked { collected: Some("J. Berg, sign-in log, May 2026".into()), ..Default::default() };
    let cancel = AtomicBool::new(false);
    let imported = importing::import(session, case, given, &asked, &cancel, &mut |_| {}).await.expect("an import");
    imported.import.expect("it is kept")
}

fn list(from: u32, to: u32, records: &str) -> String {
    let rows = (from..to).map(|n| format!("a{n}@nordmeer.example,{records},2026-05-{:02}\n", n % 28 + 1));
    format!("E-mail,records,first_access\n{}", rows.collect::<String>())
}

pub async fn export(session: &Session, case: CaseId) {
    let mut tx = session.store.begin().await.expect("a transaction");
    let deed = deeds::begin(&mut tx, &session.act(), Some(case), Verb::Report, &json!({})).await.expect("a deed");
    let numbers = breachbook::store::explain::numbers(&mut tx, case).await.expect("numbers");
    let export = NewExport {
        template: "dossier",
        language: "de",
        format: "pdf",
        names: false,
        now: session.now,
        version: 1,
        numbers: &numbers,
        catalogue: "",
        pages: 1,
        bytes: b"%PDF",
    };
    exports::record(&mut tx, &session.act(), deed, case, &export).await.expect("an export");
    deeds::finish(&mut tx, deed, &session.act(), 1, &json!({})).await.expect("finished");
    tx.commit().await.expect("kept");
}

async fn tag(session: &Session, case: CaseId, filter: &str, status: Status) {
    let asked = tagging::Asked { filter: Some(filter.into()), status: Some(status), ..Default::default() };
    tagging::tag(session, case, &asked).await.expect("tagged");
}

async fn sheet(session: &Session, case: CaseId) -> Explained {
    facts::explain(session, case, Asked::default(), &Phrases::of("en").expect("English")).await.expect("a sheet")
}

fn number<'a>(sheet: &'a Explained, name: &str) -> &'a Number {
    sheet.numbers.iter().find(|it| it.name == name).expect("it is on the sheet")
}

fn causes(number: &Number) -> Vec<(&'static str, i64, Option<i64>)> {
    number.causes.iter().map(|cause| (cause.what.id, cause.low, cause.high)).collect()
}

#[tokio::test]
async fn every_change_since_the_last_export_has_a_cause_and_they_add_up() {
    let desk = Desk::new();
    let (session, case) = desk.with_case().await;
    import(&session, case, "first.csv", list(0, 20, "100")).await;
    export(&session, case).await;
    assert!(sheet(&session, case).await.numbers.iter().all(|number| number.causes.is_empty()));
    let second = import(&session, case, "second.csv", list(15, 30, "100")).await;
    tag(&session, case, "key:a1@nordmeer.example", Status::Cleared).await;
    tag(&session, case, "key:a2@nordmeer.example", Status::Suspected).await;
    session.undo(case).await.expect("undone");
    importing::undo(&session, case, Some(second)).await.expect("taken back");
    let sheet = sheet(&session, case).await;
    let accounts = number(&sheet, "accounts");
    assert_eq!((accounts.figured.count.low, accounts.figured.count.high), (19, Some(19)));
    assert_eq!(accounts.last.as_ref().map(|last| last.count.low), Some(20));
    assert_eq!(
        causes(accounts),
        [
            ("cause-import", 10, Some(10)),
            ("cause-tag", -2, Some(-1)),
            ("cause-undo", 1, Some(0)),
            ("cause-import-undo", -10, Some(-10)),
        ]
    );
    for number in &sheet.numbers {
        let last = number.last.as_ref().expect("there was an export");
        let moved: i64 = number.causes.iter().map(|cause| cause.low).sum();
        assert_eq!(moved, number.figured.count.low as i64 - last.count.low as i64, "{}", number.name);
        assert!(number.causes.iter().all(|cause| cause.what.id != "cause-not-recorded"), "{}", number.name);
    }
}

#[tokio::test]
async fn rows_of_countries_regions_and_organisations_say_why_they_changed_and_the_causes_add_up() {
    let desk = Desk::new();
    let (session, case) = desk.with_case().await;
    let rows = |from: u32, to: u32, region: &str| {
        let row = |n| format!("a{n}@nordmeer.example,{region},Acme,{}\n", if n % 2 == 0 { "DE" } else { "SE" });
        format!("email,region,organisation,country\n{}", (from..to).map(row).collect::<String>())
    };
    import(&session, case, "first.csv", rows(0, 10, "North")).await;
    crate::desk::set(&session, case, &[r#"party+={"role":"controller","organisation":"Acme"}"#])
        .await
        .expect("a party");
    export(&session, case).await;
    import(&session, case, "second.csv", rows(10, 16, "South")).await;
    tag(&session, case, "key:a1@nordmeer.example", Status::Cleared).await;
    let merge = Change::Merge("South".into(), "North".into());
    trees::change(&session, Tree::Region, case, &merge).await.expect("merged");
    let phrases = Phrases::of("en").expect("English");
    let explained = facts::explain(&session, case, Asked::default(), &phrases).await.expect("explained");
    let row = |table: &str, row: &str| {
        let found = explained.changes.iter().find(|it| it.table == table && it.row.join("/") == row).expect(row);
        let causes: Vec<_> = found.causes.iter().map(|it| (it.what.id, it.low)).collect();
        (found.last.low, found.now.low, causes)
    };
    assert_eq!(row("by_residence", "DE"), (5, 8, vec![("cause-import", 3)]));
    assert_eq!(row("by_residence", "SE"), (5, 7, vec![("cause-import", 3), ("cause-tag", -1)]));
    assert_eq!(row("by_region", "North"), (10, 15, vec![("cause-tag", -1), ("cause-other", 6)]), "the merge");
    assert_eq!(row("by_organisation", "Acme"), (10, 15, vec![("cause-import", 6), ("cause-tag", -1)]));
    assert_eq!(row("by_party", "1"), (10, 15, vec![("cause-import", 6), ("cause-tag", -1)]));
    for it in &explained.changes {
        let moved: i64 = it.causes.iter().map(|cause| cause.low).sum();
        assert_eq!(moved, it.now.low as i64 - it.last.low as i64, "{it:?}");
    }
}

#[tokio::test]
async fn a_number_names_its_files_with_hash_and_period_and_what_is_left_out() {
    let desk = Desk::new();
    let (session, case) = desk.with_case().await;
    let text = format!("{}not an address,5,2026-05-01\na3@nordmeer.example,100,2026-05-04\n", list(0, 20, "100"));
    import(&session, case, "list.csv", text).await;
    tag(&session, case, "key:a1@nordmeer.example", Status::Cleared).await;
    let sheet = sheet(&session, case).await;
    let file = &sheet.files[0];
    assert_eq!((file.file.as_str(), file.sha256.len(), file.read), ("list.csv", 64, 22));
    assert_eq!(file.period, Some(("2026-05-01".to_owned(), "2026-05-20".to_owned())));
    assert_eq!(file.collected.as_deref(), Some("J. Berg, sign-in log, May 2026"));
    let accounts = number(&sheet, "accounts");
    assert_eq!(accounts.files, [0]);
    let left_out: Vec<_> = accounts.left_out.iter().map(|it| (it.why.id, it.count.low)).collect();
    assert_eq!(left_out, [("left-out-rejected", 1), ("left-out-merged", 1), ("left-out-cleared", 1)]);
    assert!(number(&sheet, "records.record").text.as_deref().is_some_and(|text| text.contains("1,900")));
}

#[tokio::test]
async fn the_derivation_closes_after_an_import_was_taken_back_whose_accounts_another_had_met() {
    let desk = Desk::new();
    let (session, case) = desk.with_case().await;
    let first = import(&session, case, "first.csv", list(0, 20, "100")).await;
    import(&session, case, "second.csv", list(10, 25, "100")).await;
    importing::undo(&session, case, Some(first)).await.expect("taken back");
    let mut tx = session.store.read().await.expect("a transaction");
    let facts = stored::read(&mut tx, case, session.now).await.expect("facts");
    let steps = facts.derivation.expect("of the whole case");
    assert_eq!(steps.read - steps.rejected - steps.merged - steps.cleared, steps.confirmed + steps.suspected);
    assert_eq!((facts.accounts.count.low, steps.read), (15, 15));
}
