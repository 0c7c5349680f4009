//! Looking at files before they are imported, and an import that is cancelled: what is told, and that nothing changes.

use breachbook::model::ids::{CaseId, ImportId};
use std::fs::{self, File};
use std::io::Cursor;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

use breachbook::actions::importing::{self, Asked, Given, Look, LookedFile, LookedRow, Said};
use breachbook::actions::{Session, accounts};
use breachbook::import::{Change, DateOrder};

use super::desk::Desk;

async fn at_work() -> (Desk, Session, CaseId) {
    let desk = Desk::new();
    let (session, case) = desk.with_case().await;
    (desk, session, case)
}

fn given(name: &str, bytes: &[u8], said: Said) -> Given {
    Given { name: name.to_owned(), source: Box::new(Cursor::new(bytes.to_vec())), said }
}

async fn look(session: &Session, case: CaseId, bytes: &[u8], said: Said) -> (Look, Vec<LookedRow>) {
    let files = vec![given("list.csv", bytes, said)];
    let looked = importing::look(session, case, files, &Asked::default()).await.expect("looked at");
    looked.into_iter().next().expect("a file").found.expect("it can be read")
}

async fn import(session: &Session, case: CaseId, bytes: &[u8], cancel: bool) -> breachbook::error::Result<ImportId> {
    let files = vec![given("list.csv", bytes, Said::default())];
    let cancel = AtomicBool::new(cancel);
    let imported = importing::import(session, case, files, &Asked::default(), &cancel, &mut |_| {}).await?;
    Ok(imported.import.expect("it is kept"))
}

async fn accounts_of(session: &Session, case: CaseId) -> u64 {
    accounts::list(session, case, None, 1, 0).await.expect("a list").total
}

const GERMAN: &[u8] = b"E-Mail;Name;Kennwort;Land;Erster Zugriff\r\nm\xFCller@example.de;J\xF6rg;hunter2;Deutschland;15.05.2026 10:30\r\nkein-konto;;x;DE;\r\n";

#[tokio::test]
async fn a_list_is_shown_as_it_would_be_read_and_a_secret_is_not() {
    let (_desk, session, case) = at_work().await;
    let (look, rows) = look(&session, case, GERMAN, Said::default()).await;
    assert_eq!(look.how.encoding.as_deref(), Some("windows-1252"));
    assert_eq!((look.how.delimiter, look.how.header_line), (Some(';'), Some(1)));
    let fields: Vec<_> = look.how.columns.iter().map(|it| (it.field, it.secret)).collect();
    assert_eq!(
        fields,
        [
            (Some("key"), false),
            (Some("name"), false),
            (None, true),
            (Some("residence"), false),
            (Some("first_access"), false)
        ]
    );
    assert_eq!(look.cells[0], ["m\u{fc}ller@example.de", "kein-konto"]);
    assert!(look.cells[2].is_empty(), "a cell of a secret column is shown");
    assert!(look.zone_assumed && !look.keyless && look.dates.is_empty());
    let account = rows[0].account.as_ref().expect("an account");
    assert_eq!((account.key.as_str(), account.residence.as_deref()), ("m\u{fc}ller@example.de", Some("DE")));
    assert!(rows[1].account.is_none());
    assert_eq!(rows[1].problems.iter().map(|it| it.code).collect::<Vec<_>>(), ["key.no_at"]);
    assert_eq!(accounts_of(&session, case).await, 0);
}

#[tokio::test]
async fn which_number_is_the_day_is_asked_with_a_cell_read_either_way() {
    let (_desk, session, case) = at_work().await;
    let text = b"email,first_access\na@corp.example,03/04/2026 10:15\nb@corp.example,05/06/2026 09:00\n";
    let (open, _) = look(&session, case, text, Said::default()).await;
    let question = &open.dates[0];
    assert_eq!((question.column.as_str(), question.cell.as_str()), ("first_access", "03/04/2026 10:15"));
    let days = [&question.day_month, &question.month_day].map(|it| it.as_ref().expect("a time").from.to_string());
    assert_eq!(days.each_ref().map(|it| &it[..10]), ["2026-04-03", "2026-03-04"]);
    let said = Said { date_order: Some(DateOrder::DayMonth), ..Said::default() };
    let (settled, rows) = look(&session, case, text, said).await;
    // The question stays, with its answer, so that it can be changed.
    assert_eq!((settled.dates.len(), settled.how.date_order), (1, Some(DateOrder::DayMonth)));
    let first = rows[0].account.as_ref().and_then(|it| it.first_access.clone()).expect("a time");
    assert!(first.from.to_string().starts_with("2026-04-03"), "{}", first.from);
}

#[tokio::test]
async fn a_list_without_an_identifier_is_shown_and_one_can_be_named_for_this_file_alone() {
    let (_desk, session, case) = at_work().await;
    let text = b"Nr,Bezeichnung\nK-1001,Alfa\nK-1002,Beta\n";
    let (keyless, _) = look(&session, case, text, Said::default()).await;
    assert!(keyless.keyless);
    assert_eq!(keyless.cells[0], ["K-1001", "K-1002"]);
    let said = || Said { map: vec![("Nr".into(), "customer_number".into())], ..Said::default() };
    let (named, rows) = look(&session, case, text, said()).await;
    assert!(!named.keyless && rows.len() == 2);
    let files = vec![given("a.csv", text, said()), given("b.csv", GERMAN, Said::default())];
    let cancel = AtomicBool::new(false);
    let done = importing::import(&session, case, files, &Asked::default(), &cancel, &mut |_| {}).await.expect("done");
    let rows = done.written.rows;
    assert_eq!((rows.read, rows.new, rows.merged, rows.rejected), (4, 3, 0, 1));
}

#[tokio::test]
async fn a_file_that_cannot_be_read_says_why_and_hides_no_other() {
    let (_desk, session, case) = at_work().await;
    let encrypted: Vec<u8> = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
        .into_iter()
        .chain("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes))
        .collect();
    let files = vec![
        given("leer.csv", b"", Said::default()),
        given("gut.csv", GERMAN, Said::default()),
        given("geschuetzt.xlsx", &encrypted, Said::default()),
    ];
    let looked = importing::look(&session, case, files, &Asked::default()).await.expect("looked at");
    let codes: Vec<_> = looked.iter().map(|it| it.found.as_ref().err().map(|cause| cause.code)).collect();
    assert_eq!(codes, [Some("import.empty"), None, Some("import.encrypted_workbook")]);
}

#[tokio::test]
async fn the_same_bytes_are_said_also_after_their_import_was_taken_back() {
    let (_desk, session, case) = at_work().await;
    let id = import(&session, case, GERMAN, false).await.expect("imported");
    let (again, _) = look(&session, case, GERMAN, Said::default()).await;
    let earlier = again.earlier.expect("it was imported before");
    assert_eq!((earlier.import, earlier.at, earlier.by.as_str()), (id, session.now, "Ada"));
    importing::undo(&session, case, Some(id)).await.expect("taken back");
    let (after, _) = look(&session, case, GERMAN, Said::default()).await;
    let gone = after.earlier.expect("it was imported before");
    assert_eq!((gone.import, gone.taken_back), (id, Some(session.now)));
    assert_eq!(earlier.taken_back, None);
    let past = importing::past(&session, case).await.expect("the records");
    assert_eq!((past[0].record.id, past[0].record.taken_back), (id, true));
    assert_eq!((past[0].taken_back_at, past[0].taken_back_by.as_deref()), (Some(session.now), Some("Ada")));
    assert_eq!(importing::problems(&session, case, id).await.expect("its problems").len(), 1);
}

#[tokio::test]
async fn a_sheet_that_came_back_is_shown_with_the_tags_it_would_set() {
    let (_desk, session, case) = at_work().await;
    let text = b"key,key_kind,shown,region,residence\na@corp.example,email,a@corp.example,Nord,none\n";
    let (sheet, rows) = look(&session, case, text, Said::default()).await;
    assert!(sheet.round_trip && !sheet.keyless);
    let tagging = rows[0].tagging.as_ref().expect("tags");
    assert_eq!(tagging.region, Change::Set("Nord".into()));
    assert_eq!(tagging.residence, Change::Remove);
}

#[tokio::test]
async fn an_import_that_is_cancelled_leaves_nothing() {
    let (_desk, session, case) = at_work().await;
    let cause = import(&session, case, GERMAN, true).await.expect_err("cancelled");
    assert_eq!(cause.code, "cancelled");
    // While it runs, too: after its first chunk.
    let many: String = (0..120_000).map(|n| format!("u{n}@example.com,R{}\n", n % 9)).collect();
    let files = vec![given("many.csv", format!("email,region\n{many}").as_bytes(), Said::default())];
    let cancel = AtomicBool::new(false);
    let mut told = 0;
    let mut stop = |step| {
        if let importing::Step::Rows(rows) = step {
            told = rows;
        }
        cancel.store(told > 0, Ordering::Relaxed);
    };
    let done = importing::import(&session, case, files, &Asked::default(), &cancel, &mut stop).await;
    assert_eq!(done.expect_err("cancelled").code, "cancelled");
    assert!(told > 0, "it had begun");
    assert_eq!(accounts_of(&session, case).await, 0);
    assert!(importing::past(&session, case).await.expect("the records").is_empty());
    import(&session, case, GERMAN, false).await.expect("it can be done again");
}

/// Whatever people drop: an answer or a refusal of its own, never a panic, and never a change of the book.
async fn shown_or_refused(folder: &str) -> (usize, usize) {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(folder);
    let (_desk, session, case) = at_work().await;
    let (mut shown, mut refused) = (0, 0);
    for path in files(&folder).into_iter().filter(|it| it.metadata().is_ok_and(|about| about.len() < 4_000_000)) {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let file = Given::new(&name, Box::new(File::open(&path).expect("opened")));
        let looked = importing::look(&session, case, vec![file], &Asked::default()).await.expect("looked at");
        for LookedFile { name, found } in looked {
            match found {
                Ok((look, rows)) => {
                    assert_eq!(look.cells.len(), look.how.columns.len(), "{name}");
                    assert!(rows.len() <= 10, "{name}");
                    shown += 1;
                }
                Err(cause) => {
                    assert!(cause.code.starts_with("import."), "{name}: {cause}");
                    refused += 1;
                }
            }
        }
    }
    assert_eq!(accounts_of(&session, case).await, 0);
    (shown, refused)
}

#[tokio::test]
#[cfg_attr(not(fixtures), ignore = "no fixtures beside the project")]
async fn real_files_are_shown_or_refused() {
    let (shown, refused) = shown_or_refused("../shared/fixtures").await;
    assert!(shown > 20 && refused > 20, "{shown} shown, {refused} refused");
}

#[tokio::test]
async fn files_of_our_own_are_shown_or_refused() {
    let lists = shown_or_refused("tests/fixtures").await;
    let pictures = shown_or_refused("docs/pictures").await;
    assert!(lists.0 >= 1 && pictures.0 == 0 && pictures.1 >= 1, "{lists:?}, {pictures:?}");
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten().map(|it| it.path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}
