//! What stands in the cells of a report: the number or the time beside a text is the one that the text says.

use breachbook::actions::facts::Asked;
use breachbook::actions::{Session, cases, facts, reporting, samples};
use breachbook::document::{Align, Document, Setting};
use breachbook::lang::{Phrases, languages};
use breachbook::model::account::Listed;
use breachbook::model::count::Count;
use breachbook::model::explain::Sheet;
use breachbook::model::facts::Subject;
use breachbook::model::ids::CaseId;
use breachbook::model::printed::{Cell, Value};
use breachbook::model::words::{Status, Unit};
use breachbook::templates::{self, Brief};

use crate::desk::{Desk, now};

async fn samples_of(desk: &Desk) -> (Session, Vec<CaseId>) {
    let session = desk.create(None).await;
    samples::load(&session).await.expect("the samples");
    let ids = cases::list(&session).await.expect("cases").iter().map(|case| case.id).collect();
    (session, ids)
}

/// A dossier with everything in it: names, the number sheet, the version before.
async fn dossier(session: &Session, case: CaseId, phrases: &Phrases) -> (Subject, Document) {
    let subject = facts::subject(session, case).await.expect("a case");
    let asked = Asked { party: None, as_of: None };
    let explained = facts::explain(session, case, asked, phrases).await.expect("explained");
    let sheet = Sheet {
        case,
        as_of: now(),
        log: None,
        numbers: explained.numbers,
        tables: explained.tables,
        files: explained.files,
    };
    let account = |n: u64| Listed {
        shown: format!("k{n}@nordmeer.example"),
        name: None,
        region: None,
        organisation: None,
        status: Status::Confirmed,
        records: Some(Count::between(n, None, Unit::Email)),
    };
    let brief = Brief {
        names: true,
        version: 1,
        previous: None,
        log: None,
        accounts: (1..4).map(account).collect(),
        sheet: Some(sheet),
        form: None,
        program: "Breachbook".to_owned(),
    };
    let template = templates::find("dossier").expect("listed");
    let document = template.written(&subject, &brief, phrases).expect("written");
    (subject, document)
}

/// The whole numbers in a text, their groups of digits together.
fn numbers(text: &str) -> Vec<u64> {
    let grouped: String = text.replace(['\u{a0}', '\u{202f}', ',', '.', '’'], "");
    let digits = grouped.split(|it: char| !it.is_ascii_digit()).filter(|it| !it.is_empty());
    digits.filter_map(|it| it.parse().ok()).collect()
}

/// What is wrong with a cell.
fn wrong(cell: &Cell, subject: &Subject, phrases: &Phrases) -> Option<String> {
    let (text, zone) = (&cell.text, subject.zone());
    let is = |said: &str| (said != text).then(|| format!("{text:?} beside {said:?}"));
    match cell.value.as_deref()? {
        Value::Count(count) => {
            // Every number in the text is a bound or the estimate, and what has bounds has a number.
            let known = [Some(count.low), count.high, count.value(), count.estimate];
            let stray = numbers(text).into_iter().find(|n| !known.contains(&Some(*n)));
            let says = count.value().is_none() || !numbers(text).is_empty();
            let stray = stray.map(|n| format!("{n} of {text:?} is none of {count:?}"));
            stray.or_else(|| (!says).then(|| format!("{text:?} says no number"))).or_else(|| is(&phrases.count(count)))
        }
        Value::Number(n) => (numbers(text) != [*n]).then(|| format!("{text:?} beside {n}")),
        Value::When(at) => is(&phrases.moment(at, &zone)),
        Value::At(at) => is(&phrases.instant(*at, &zone)),
    }
}

#[tokio::test]
async fn text_and_number_agree_in_every_cell_of_the_dossier() {
    let desk = Desk::new();
    let (session, cases) = samples_of(&desk).await;
    for language in languages() {
        let phrases = Phrases::of(language).expect("a language");
        for case in &cases {
            let (subject, document) = dossier(&session, *case, &phrases).await;
            let (mut said, mut times) = (0, 0);
            for table in document.tables() {
                for row in &table.rows {
                    for (column, cell) in table.columns.iter().zip(&row.cells) {
                        assert_eq!(wrong(cell, &subject, &phrases), None, "{language}: {}", table.caption);
                        let is_bare =
                            column.align == Align::End && cell.value.is_none() && !numbers(&cell.text).is_empty();
                        // Which files a number rests on are numbers of a list, and no number.
                        let is_list = column.header == phrases.say("column-files");
                        assert!(
                            !is_bare || is_list,
                            "{language}: {}: {:?} says a number and has none",
                            table.caption,
                            cell.text
                        );
                        match cell.value.as_deref() {
                            Some(Value::Count(_) | Value::Number(_)) => said += 1,
                            Some(_) => times += 1,
                            None => {}
                        }
                    }
                }
            }
            assert!(said > 40 && times > 5, "{language}: {said} numbers, {times} times");
            assert!(document.tables().any(|it| it.setting == Setting::LookedUp));
        }
    }
}

#[tokio::test]
async fn every_drawing_carries_its_numbers() {
    let desk = Desk::new();
    let (session, cases) = samples_of(&desk).await;
    let phrases = Phrases::of("en").expect("a language");
    let (_, document) = dossier(&session, cases[1], &phrases).await;
    let drawings = document.blocks.iter().filter_map(|block| match block {
        breachbook::document::Block::Drawing(drawing) => Some(drawing),
        _ => None,
    });
    let mut seen = 0;
    for drawing in drawings {
        assert_eq!(drawing.table.rows.len(), drawing.figure.table.rows.len(), "{}", drawing.figure.id);
        assert_eq!(drawing.table.columns.len(), drawing.figure.table.columns.len(), "{}", drawing.figure.id);
        assert!(!drawing.table.rows.is_empty(), "{}", drawing.figure.id);
        seen += 1;
    }
    assert!(seen > 1);
}

#[tokio::test]
async fn the_dossier_brings_its_tables_along_for_programs() {
    let desk = Desk::new();
    let (session, cases) = samples_of(&desk).await;
    for language in languages() {
        let order = reporting::Order {
            template: "dossier".into(),
            language: language.to_owned(),
            format: "pdf".into(),
            names: false,
        };
        let written = reporting::preview(&session, cases[1], &order).await.expect("a preview");
        let file = lopdf::Document::load_mem(&written.bytes).expect("a PDF");
        let streams = file.objects.values().filter_map(|it| it.as_stream().ok());
        let embedded = streams
            .filter(|it| it.dict.get(b"Type").and_then(lopdf::Object::as_name).is_ok_and(|it| it == b"EmbeddedFile"));
        let embedded: Vec<_> = embedded.collect();
        assert_eq!(embedded.len(), 1);
        let csv = String::from_utf8(embedded[0].decompressed_content().expect("content")).expect("UTF-8");
        let phrases = Phrases::of(language).expect("a language");
        let header = ["annex-table", "annex-row", "annex-column", "annex-text", "annex-value"]
            .map(|id| phrases.say(id))
            .join(",");
        assert!(csv.starts_with(&header), "{csv}");
        let total = phrases.say("total-distinct");
        let facts = facts::facts(&session, cases[1]).await.expect("facts");
        let accounts = &facts.accounts.count;
        let bounds = format!(",{},{},", accounts.low, accounts.high.expect("closed"));
        assert!(csv.lines().any(|line| line.contains(&total) && line.contains(&bounds)), "{csv}");
    }
}
