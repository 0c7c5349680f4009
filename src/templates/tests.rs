//! A report as one file: what somebody writes who places a new one, with nothing of another report.

use std::collections::BTreeMap;

use super::draft::{Draft, cells, number, row, text};
use super::frame::{self, Head, Section, Sections};
use super::saying::{decisions, numbers, open};
use super::*;
use crate::actions::{Session, cases, facts, samples};
use crate::document::Block;
use crate::model::case::CaseFile;
use crate::model::form::FormField;
use crate::model::localised::Localised;
use crate::model::who::Who;
use crate::model::words::DeterminationKind;

/// A page for the board, in the order of a form.
const fn board() -> Template {
    Template { id: "board", needs: Needs { form: true, ..Needs::NOTHING }, compose }
}

const SECTIONS: Sections =
    Sections { report: "dossier", all: &[Section { id: "decisions", stands: |_| true, write: decided }] };

fn compose(subject: &Subject, brief: &Brief, phrases: &Phrases) -> Document {
    let mut draft = Draft::new(subject, brief, phrases);
    let figures = numbers::key_figures(&draft);
    draft.key_figures(figures);
    SECTIONS.write(&mut draft);
    let points = open::points(&draft);
    draft.list(points);
    let form = brief.form.as_ref();
    let fields = form.iter().flat_map(|form| &form.fields);
    let rows =
        fields.map(|it| row(cells![it.id.as_str(), phrases.of_data(&it.label), draft.count_cell(&accounts(subject))]));
    let rows = rows.collect();
    draft.table(
        "form".to_owned(),
        &[text("column-number", 1.0), text("column-what", 2.0), number("column-accounts", 1.0)],
        rows,
        Vec::new(),
    );
    let kicker = form.map(|form| phrases.of_data(&form.name).to_owned()).unwrap_or_default();
    let subject = form.map(Form::named).unwrap_or_default();
    frame::document(draft, Head { kicker, subtitle: None, subject, keywords: Vec::new() })
}

fn decided(draft: &mut Draft<'_>) {
    let said = decisions::stands_or(draft, DeterminationKind::Notification, "notification-not-decided");
    draft.paragraph(said);
}

fn accounts(subject: &Subject) -> crate::model::count::Count {
    subject.facts.accounts.count.clone()
}

/// As a reader of forms makes them of two files.
fn forms() -> [Form; 2] {
    let text = |en: &str, de: &str| {
        Localised::of(BTreeMap::from([("en".to_owned(), en.to_owned()), ("de".to_owned(), de.to_owned())]))
    };
    let form = |id: &str, version: &str, name: Localised, fields: &[(&str, &str)]| Form {
        id: id.to_owned(),
        version: version.to_owned(),
        name,
        fields: fields
            .iter()
            .map(|(id, label)| FormField { id: (*id).to_owned(), label: text(label, label) })
            .collect(),
    };
    [
        form("edpb", "1.0", text("Common template", "Gemeinsames Muster"), &[("67", "How known"), ("68", "How many")]),
        form("own", "2", text("Our own sheet", "Unser Blatt"), &[("a", "Accounts")]),
    ]
}

fn brief(form: Option<Form>) -> Brief {
    let program = "Breachbook".to_owned();
    Brief { names: false, version: 1, previous: None, log: None, accounts: Vec::new(), sheet: None, form, program }
}

async fn nordmeer() -> Subject {
    let folder = tempfile::tempdir().expect("a folder");
    let now: jiff::Timestamp = "2026-11-25T13:07:31Z".parse().expect("a time");
    let who = Who { name: "T. Ester".to_owned(), os_account: "test".to_owned(), machine: "machine".to_owned() };
    let session = Session::create(&folder.path().join("s.breachbook"), None, who, now).await.expect("a book");
    samples::load(&session).await.expect("the samples");
    let case = cases::list(&session).await.expect("cases").remove(1).id;
    facts::subject(&session, case).await.expect("a case")
}

#[tokio::test]
async fn a_report_is_one_file_and_fills_the_form_it_is_told() {
    let subject = nordmeer().await;
    for language in crate::lang::languages() {
        let phrases = Phrases::of(language).expect("a language");
        let filled = forms().map(|form| {
            let fields = form.fields.len();
            let document = board().written(&subject, &brief(Some(form.clone())), &phrases).expect("written");
            let rows: Vec<&str> =
                document.tables().flat_map(|it| &it.rows).map(|row| row.cells[0].text.as_str()).collect();
            assert_eq!(rows.len(), fields);
            assert_eq!(rows, form.fields.iter().map(|it| it.id.as_str()).collect::<Vec<_>>());
            assert_eq!(
                (document.kicker.as_str(), document.metadata.subject),
                (phrases.of_data(&form.name), form.named())
            );
            board().name(Some(&form))
        });
        assert_eq!(filled, ["board/edpb-1.0", "board/own-2"], "versions of each form are counted apart");
    }
}

#[tokio::test]
async fn what_several_reports_say_they_say_alike() {
    let subject = nordmeer().await;
    let phrases = Phrases::of("de").expect("a language");
    let [form, _] = forms();
    let page = board().written(&subject, &brief(Some(form)), &phrases).expect("written");
    let dossier = find("dossier").expect("listed").written(&subject, &brief(None), &phrases).expect("written");
    let figures = |document: &Document| document.blocks.iter().find(|it| matches!(it, Block::KeyFigures(_))).cloned();
    assert!(figures(&page).is_some() && figures(&page) == figures(&dossier));
    let list = |document: &Document| document.blocks.iter().find(|it| matches!(it, Block::List(_))).cloned();
    assert!(list(&page).is_some() && list(&page) == list(&dossier), "the same is open, in the same order");
    assert_eq!((page.banner, page.footer.line), (dossier.banner, dossier.footer.line));
}

#[tokio::test]
async fn a_form_that_is_lacking_or_has_no_place_is_refused() {
    let subject = nordmeer().await;
    let phrases = Phrases::of("en").expect("a language");
    let [form, _] = forms();
    let code =
        |template: &Template, form| template.written(&subject, &brief(form), &phrases).expect_err("refused").code;
    assert_eq!(code(&board(), None), "template.form_missing");
    assert_eq!(code(find("dossier").expect("listed"), Some(form)), "template.form_unasked");
}

#[tokio::test]
async fn what_will_never_be_known_is_not_open() {
    let mut subject = nordmeer().await;
    let Subject { facts, file } = &mut subject;
    let group = facts.persons.groups.iter_mut().find(|row| row.count.says_nothing()).expect("an open group");
    let name = group.group.clone();
    let is_open =
        |subject: &Subject| crate::model::pending::of(subject).iter().any(|it| it.id == format!("group.{name}"));
    let of = |facts: &crate::model::facts::Facts, file: &CaseFile| Subject { facts: facts.clone(), file: file.clone() };
    group.count = crate::model::count::Count::to_be_determined(group.count.unit);
    assert!(is_open(&of(facts, file)));
    let group = facts.persons.groups.iter_mut().find(|row| row.group == name).expect("the group");
    group.count = crate::model::count::Count::cannot_be_determined(group.count.unit);
    assert!(!is_open(&of(facts, file)));
}
