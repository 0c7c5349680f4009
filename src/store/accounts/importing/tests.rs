//! Imports into a real book: what adds up, what merges, what is taken back, what the numbers say after each step.

#![allow(clippy::too_many_lines, reason = "a table of cases is read from top to bottom")]

mod aliases;

use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};

use proptest::prelude::*;

use super::*;
use crate::model::account::{Account, Change, Entry, NewAccount, NewTagging};
use crate::model::clock::Clock;
use crate::model::count::Count;
use crate::model::filter::Filter;
use crate::model::ids::{AccountId, CaseId, DeedId, ImportId, NodeId, RegionId, Under};
use crate::model::moment::Moment;
use crate::model::verb::Verb;
use crate::model::who::Who;
use crate::model::words::{AccountKind, Basis, KeyKind, Status, Unit, Way};
use crate::store::accounts::tagging::{self, Residence, Tags};
use crate::store::accounts::taking_back::{self, TakenBack};
use crate::store::accounts::{anew, filter_sql, statements, undo};
use crate::store::file::book::Store;
use crate::store::log::deeds;
use crate::store::reading::listing;
use crate::store::tally;
use crate::store::written::{cases, nodes};

struct Desk {
    store: Store,
    who: Who,
    case: CaseId,
    pace: Pace,
    folder: tempfile::TempDir,
}

impl Desk {
    async fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let path: PathBuf = folder.path().join("a.breachbook");
        let who = Who { name: "Ada".into(), os_account: "ada".into(), machine: "desk".into() };
        let act = Act { who: &who, at: jiff::Timestamp::UNIX_EPOCH, clock: Clock::Told };
        let store = Store::create(&path, None, &act).await.expect("a book");
        let mut tx = store.begin().await.expect("a change");
        sqlx::query("INSERT INTO cases (id, uid, title, zone, created_at, created_by) VALUES (1, x'01', 'A', 'Europe/Berlin', '1970-01-01T00:00:00Z', 'Ada')")
            .execute(&mut *tx)
            .await
            .expect("a case");
        tx.commit().await.expect("kept");
        Self { store, who, case: CaseId::new(1), pace: Pace::default(), folder }
    }

    const fn under(&self, deed_id: DeedId) -> Under {
        Under { case_id: self.case, deed_id }
    }

    fn act(&self) -> Act<'_> {
        Act { who: &self.who, at: jiff::Timestamp::UNIX_EPOCH, clock: Clock::Told }
    }

    async fn import_files(
        &self,
        files: Vec<Vec<std::result::Result<Entry, Problem>>>,
        dry_run: bool,
    ) -> Result<Written> {
        let mut tx = self.store.begin().await?;
        let deed_id = deeds::begin(&mut tx, &self.act(), Some(self.case), Verb::Import, &serde_json::json!({})).await?;
        let terms = Terms {
            act: self.act(),
            case_id: self.case,
            deed_id,
            zone: cases::zone(&mut tx, self.case).await?,
            no_tags: false,
            enrich: false,
            handed_over: None,
            collected: None,
            dry_run,
            folder: self.folder.path(),
            pace: self.pace,
        };
        let incoming =
            files.into_iter().enumerate().map(|(at, entries)| incoming(&format!("{at}.csv"), entries)).collect();
        let watch = &mut Watch { cancel: &AtomicBool::new(false), progress: &mut |_| {} };
        let written = write(&mut tx, &terms, incoming, watch).await?;
        if !dry_run {
            deeds::finish(&mut tx, deed_id, &self.act(), 1, &serde_json::json!({})).await?;
            tx.commit().await?;
        }
        Ok(written)
    }

    async fn import(&self, rows: Vec<NewAccount>) -> Written {
        let entries = rows.into_iter().map(|row| Ok(Entry::Account(row))).collect();
        self.import_files(vec![entries], false).await.expect("an import")
    }

    async fn take_back(&self, import: ImportId) -> TakenBack {
        let mut tx = self.store.begin().await.expect("a change");
        let import = taking_back::meant(&mut tx, self.case, Some(import)).await.expect("an import that stands");
        let params = serde_json::json!({"import": import});
        let deed =
            deeds::begin(&mut tx, &self.act(), Some(self.case), Verb::ImportUndo, &params).await.expect("a deed");
        let zone = cases::zone(&mut tx, self.case).await.expect("a zone");
        let taken = anew::take_back(&mut tx, self.under(deed), import, &zone).await.expect("taken back");
        deeds::finish(&mut tx, deed, &self.act(), 1, &params).await.expect("finished");
        tx.commit().await.expect("kept");
        taken
    }

    async fn tag(&self, filter: &str, tags: Tags) -> u64 {
        let filter = Filter::read(filter).expect("a filter");
        let mut tx = self.store.begin().await.expect("a change");
        let condition = filter_sql::compile(&mut tx, self.case, &filter).await.expect("a condition");
        let deed = deeds::begin(&mut tx, &self.act(), Some(self.case), Verb::Tag, &serde_json::json!({}))
            .await
            .expect("a deed");
        let changed = tagging::tag(&mut tx, self.under(deed), &condition, &tags).await.expect("tagged");
        if changed > 0 {
            deeds::finish(&mut tx, deed, &self.act(), changed, &serde_json::json!({})).await.expect("finished");
            tx.commit().await.expect("kept");
        }
        changed
    }

    async fn region(&self, path: &str) -> RegionId {
        let mut tx = self.store.begin().await.expect("a change");
        let deed = deeds::begin(&mut tx, &self.act(), Some(self.case), Verb::NodeMake, &serde_json::json!({}))
            .await
            .expect("a deed");
        let id = nodes::made(&mut tx, &self.act(), deed, nodes::Tree::Region, self.case, path).await.expect("a region");
        tx.commit().await.expect("kept");
        id.region()
    }

    async fn undo(&self) -> bool {
        let mut tx = self.store.begin().await.expect("a change");
        let undone = undo::undo(&mut tx, &self.act(), self.case).await.is_ok();
        if undone {
            tx.commit().await.expect("kept");
        }
        undone
    }

    async fn redo(&self) -> bool {
        let mut tx = self.store.begin().await.expect("a change");
        let redone = undo::redo(&mut tx, &self.act(), self.case).await.is_ok();
        if redone {
            tx.commit().await.expect("kept");
        }
        redone
    }

    /// Decides some open contradiction by one of its statements.
    async fn adopt(&self, from: u8, statement: Option<u8>) {
        let open: Option<(AccountId, String)> = {
            let mut tx = self.store.read().await.expect("a reading");
            sqlx::query_as("SELECT account_id, field FROM conflict WHERE open = 1 ORDER BY (id + ?) % 7 LIMIT 1")
                .bind(i64::from(from))
                .fetch_optional(&mut *tx)
                .await
                .expect("conflicts")
        };
        let Some((account, field)) = open else { return };
        let mut tx = self.store.begin().await.expect("a change");
        let open = statements::open_conflict(&mut tx, account, &field).await.expect("an open conflict");
        let said = open.statements;
        let chosen = statement.and_then(|at| said.get(usize::from(at))).unwrap_or(&said[0]);
        let deed = deeds::begin(&mut tx, &self.act(), Some(self.case), Verb::ConflictAdopt, &serde_json::json!({}))
            .await
            .expect("a deed");
        let one = filter_sql::Condition::everything().among(Some(&[account]), &[]);
        let text = chosen.value.as_str();
        let mut tags = Tags::default();
        match field.as_str() {
            "status" => tags.status = text.and_then(Status::find),
            "region" => {
                tags.region = Some(match text {
                    Some(path) => {
                        nodes::existing(&mut tx, nodes::Tree::Region, self.case, path).await.ok().map(NodeId::region)
                    }
                    None => None,
                });
            }
            "residence" => {
                tags.residence = Some(match text {
                    Some(code) => {
                        let place = tagging::place(&mut tx, code).await.expect("a place");
                        Some(Residence { place, basis: Basis::List })
                    }
                    None => None,
                });
            }
            _ => {}
        }
        tagging::tag(&mut tx, self.under(deed), &one, &tags).await.expect("tagged");
        statements::close(&mut tx, deed, open.id, &chosen.value).await.expect("closed");
        anew::decide(&mut tx, deed, self.under(deed)).await.expect("decided");
        deeds::finish(&mut tx, deed, &self.act(), 1, &serde_json::json!({})).await.expect("finished");
        tx.commit().await.expect("kept");
    }

    async fn last_deed(&self) -> i64 {
        self.number("SELECT max(id) FROM deed").await
    }

    async fn found(&self, filter: &str) -> Vec<Account> {
        let filter = Filter::read(filter).expect("a filter");
        let mut tx = self.store.read().await.expect("a reading");
        let (total, page) = listing::accounts(&mut tx, self.case, &filter, 1_000, 0).await.expect("accounts");
        assert_eq!(total, page.len() as u64);
        page
    }

    /// The open conflicts, whole.
    async fn conflicts(&self) -> Vec<(i64, String, String)> {
        let mut tx = self.store.read().await.expect("a reading");
        open_conflicts(&mut tx).await
    }

    /// The open conflicts and what totals count, as they follow from rows and deeds alone.
    async fn conflicts_follow(&self) {
        let mut tx = self.store.begin().await.expect("a change");
        let before = (open_conflicts(&mut tx).await, safe_statuses(&mut tx).await);
        let legend = legend::read(&mut tx, self.case).await.expect("a legend");
        let everybody = sqlx::query_scalar("SELECT DISTINCT account_id FROM sighting ORDER BY account_id");
        let everybody: Vec<AccountId> = everybody.fetch_all(&mut *tx).await.expect("accounts");
        let bulk = Bulk::hold(&mut tx).await.expect("held");
        let under = self.under(DeedId::new(1));
        taking_back::state_again(&bulk, everybody, under, &legend, &TimeZone::UTC).expect("stated again");
        drop(bulk);
        assert_eq!(before, (open_conflicts(&mut tx).await, safe_statuses(&mut tx).await));
    }

    async fn keys(&self, filter: &str) -> String {
        let found = self.found(filter).await;
        found.iter().filter_map(|account| account.key.chars().next()).collect()
    }

    async fn number(&self, sql: &'static str) -> i64 {
        let mut tx = self.store.read().await.expect("a reading");
        sqlx::query_scalar(sql).fetch_one(&mut *tx).await.expect(sql)
    }

    /// Every row of the tables that an import writes; what it gives out anew each time is left out.
    async fn everything(&self) -> Vec<String> {
        let mut rows = Vec::new();
        let mut tx = self.store.read().await.expect("a reading");
        for table in [
            "account",
            "account_key",
            "alias",
            "standing",
            "way",
            "data_category",
            "sighting",
            "conflict",
            "import_file",
            "import_count",
            "tally",
            "tally_day",
            "tally_organisation_day",
        ] {
            let columns: String = sqlx::query_scalar(
                "SELECT group_concat('quote(\"' || name || '\")', ' || '','' || ') FROM pragma_table_info(?) \
                 WHERE name <> 'profile_id'",
            )
            .bind(table)
            .fetch_one(&mut *tx)
            .await
            .expect("columns");
            let all = format!("SELECT '{table}: ' || {columns} FROM {table} ORDER BY 1");
            rows.extend(
                sqlx::query_scalar::<_, String>(sqlx::AssertSqlSafe(all)).fetch_all(&mut *tx).await.expect("rows"),
            );
        }
        // The number of a profile says when it was first met; what it says is the same.
        for profiles in [
            "SELECT 'profile: ' || s.account_id || elements || ways FROM standing s JOIN profile p ON p.id = s.profile_id ORDER BY 1",
            "SELECT 'profile: ' || elements || ways || t.accounts || t.status FROM tally t JOIN profile p ON p.id = t.profile_id ORDER BY 1",
        ] {
            rows.extend(sqlx::query_scalar::<_, String>(profiles).fetch_all(&mut *tx).await.expect("profiles"));
        }
        rows
    }

    async fn all_is_tallied(&self) {
        let mut tx = self.store.read().await.expect("a reading");
        assert!(tally::verify(&mut tx, self.case).await.expect("counted"), "the tally is what counting gives");
    }
}

async fn open_conflicts(conn: &mut SqliteConnection) -> Vec<(i64, String, String)> {
    let open = "SELECT account_id, field, statements FROM conflict WHERE open = 1 ORDER BY account_id, field";
    sqlx::query_as(open).fetch_all(conn).await.expect("conflicts")
}

async fn safe_statuses(conn: &mut SqliteConnection) -> Vec<(i64, Option<i64>)> {
    let all = "SELECT account_id, safe_status FROM standing ORDER BY account_id";
    sqlx::query_as(all).fetch_all(conn).await.expect("statuses")
}

fn incoming(name: &str, entries: Vec<std::result::Result<Entry, Problem>>) -> Incoming {
    let facts = FileFacts {
        name: name.into(),
        sha256: format!("{:064x}", entries.len()),
        size: 1,
        container: "delimited",
        kind: "account_list",
        sum: &crate::model::sums::ROWS,
        reading: "{}".into(),
    };
    Incoming { facts, entries: Box::new(entries.into_iter()) }
}

fn row(key: &str, line: u64) -> NewAccount {
    NewAccount {
        key_kind: if key.is_empty() { KeyKind::None } else { KeyKind::Email },
        key: key.to_lowercase(),
        shown: key.into(),
        aliases: Vec::new(),
        name: None,
        kind: None,
        region: None,
        organisation: None,
        residence: None,
        basis: None,
        records: None,
        ways: Vec::new(),
        status: None,
        first_access: None,
        last_access: None,
        data_categories: Vec::new(),
        notes: None,
        line,
    }
}

fn sheet_row(key: &str) -> NewTagging {
    NewTagging {
        id: None,
        key_kind: KeyKind::Email,
        key: key.into(),
        region: Change::Leave,
        organisation: Change::Leave,
        residence: Change::Leave,
        basis: None,
        status: None,
        line: 2,
    }
}

fn emails(n: u64) -> Option<Count> {
    Some(Count::exact(n, Unit::Email))
}

#[tokio::test]
async fn rows_of_one_account_merge_and_never_add() {
    let desk = Desk::new().await;
    let first = NewAccount { records: emails(10), status: Some(Status::Suspected), ..row("A@x.example", 2) };
    let again = NewAccount { records: emails(10), status: Some(Status::Suspected), ..row("a@x.example", 3) };
    let other = NewAccount {
        records: emails(30),
        status: Some(Status::Confirmed),
        name: Some("Anna".into()),
        ..row("a@x.example", 4)
    };
    let written = desk.import(vec![first, again, other, row("b@x.example", 5)]).await;
    assert_eq!(written.rows, Rows { read: 4, new: 2, merged: 2, rejected: 0, unmatched: None });
    assert_eq!(written.conflicts, 2);
    let account = &desk.found("key:a@x.example").await[0];
    assert_eq!(
        (account.shown.as_str(), account.name.as_deref(), account.status),
        ("A@x.example", Some("Anna"), Status::Confirmed)
    );
    let records = account.records.as_ref().expect("records");
    assert_eq!((records.low, records.high), (10, Some(30)));
    desk.all_is_tallied().await;
}

#[tokio::test]
async fn a_conflict_names_each_statement_with_its_file_and_line() {
    let desk = Desk::new().await;
    let entry =
        |name: &str, line| Ok(Entry::Account(NewAccount { name: Some(name.into()), ..row("a@x.example", line) }));
    desk.import_files(
        vec![
            vec![Ok(Entry::Account(row("z@x.example", 2)))],
            vec![entry("Anna", 7)],
            vec![entry("Anne", 9), entry("Anna", 10)],
        ],
        false,
    )
    .await
    .expect("an import");
    let mut tx = desk.store.read().await.expect("a reading");
    let json: String =
        sqlx::query_scalar("SELECT statements FROM conflict").fetch_one(&mut *tx).await.expect("one conflict");
    let said: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(
        said,
        serde_json::json!([
            {"value": "Anna", "import": 1, "file": "1.csv", "line": 7},
            {"value": "Anne", "import": 1, "file": "2.csv", "line": 9},
        ])
    );
}

#[tokio::test]
async fn rows_without_any_key_never_merge() {
    let desk = Desk::new().await;
    let written = desk.import(vec![row("", 2), row("", 3)]).await;
    assert_eq!((written.rows.new, written.rows.merged), (2, 0));
    let found = desk.found("").await;
    assert_eq!(found[0].key, found[0].id.to_string());
}

#[tokio::test]
async fn a_file_without_a_usable_row_is_refused_and_leaves_nothing() {
    let desk = Desk::new().await;
    let rejected = || {
        vec![Err(Problem {
            file: "0.csv".into(),
            line: 2,
            column: None,
            code: "row.no_key",
            args: vec![],
            rejected: Some(vec!["x".into()]),
        })]
    };
    let refusal = desk.import_files(vec![vec![Ok(Entry::Account(row("a@x.example", 2)))], rejected()], false).await;
    assert_eq!(refusal.expect_err("refused").code, "import.nothing_usable");
    assert_eq!(desk.number("SELECT (SELECT count(*) FROM account) + (SELECT count(*) FROM import)").await, 0);
    let dry = desk.import_files(vec![rejected()], true).await.expect("a dry run says what it would do");
    assert_eq!(dry.rows, Rows { read: 1, new: 0, merged: 0, rejected: 1, unmatched: None });
}

#[tokio::test]
async fn a_cancelled_import_leaves_nothing() {
    let desk = Desk::new().await;
    let mut tx = desk.store.begin().await.expect("a change");
    let deed_id = deeds::begin(&mut tx, &desk.act(), Some(desk.case), Verb::Import, &serde_json::json!({}))
        .await
        .expect("a deed");
    let terms = Terms {
        act: desk.act(),
        case_id: desk.case,
        deed_id,
        zone: TimeZone::UTC,
        no_tags: false,
        enrich: false,
        handed_over: None,
        collected: None,
        dry_run: false,
        folder: desk.folder.path(),
        pace: Pace { chunk: 1, known_at_most: 100 },
    };
    // Before it begins, and while keys are put in their places.
    for begun in [false, true] {
        let cancel = AtomicBool::new(!begun);
        let rows = [2, 3, 4].map(|line| Ok(Entry::Account(row("a@x.example", line)))).into();
        let progress = &mut |step| cancel.store(matches!(step, super::Step::Keys { .. }), Ordering::Relaxed);
        let watch = &mut Watch { cancel: &cancel, progress };
        let outcome = write(&mut tx, &terms, vec![incoming("a.csv", rows)], watch).await;
        assert_eq!(outcome.expect_err("cancelled").code, "cancelled");
    }
    drop(tx);
    assert_eq!(desk.number("SELECT count(*) FROM account").await, 0);
}

#[tokio::test]
async fn the_same_bytes_again_are_said_and_merge() {
    let desk = Desk::new().await;
    desk.import(vec![row("a@x.example", 2)]).await;
    let again = desk.import(vec![row("a@x.example", 2)]).await;
    assert_eq!((again.files[0].same_as, again.rows.merged, again.conflicts), (Some(ImportId::new(1)), 1, 0));
}

#[tokio::test]
async fn an_import_taken_back_leaves_what_others_state_and_what_hands_have_set() {
    let desk = Desk::new().await;
    let region = desk.region("North").await;
    let stated = |name: &str, records, key: &str| NewAccount {
        name: Some(name.into()),
        records: emails(records),
        ..row(key, 2)
    };
    desk.import(vec![stated("Anna", 10, "a@x.example"), stated("Bert", 1, "b@x.example")]).await;
    let before = desk.found("").await;
    let mut second = stated("Anne", 30, "a@x.example");
    second.ways = vec![(Way::Phished, Some(Status::Confirmed))];
    desk.import(vec![second, stated("Cem", 5, "c@x.example")]).await;
    let taken = desk.take_back(ImportId::new(2)).await;
    assert_eq!((taken.removed, taken.restored), (1, 1));
    assert_eq!(desk.found("").await, before);
    assert_eq!(desk.number("SELECT count(*) FROM conflict").await, 0);
    desk.all_is_tallied().await;

    desk.import(vec![stated("Anne", 30, "a@x.example")]).await;
    desk.tag("key:a@x.example", Tags { region: Some(Some(region)), ..Tags::default() }).await;
    let taken = desk.take_back(ImportId::new(1)).await;
    assert_eq!((taken.removed, taken.restored), (1, 1));
    let left = desk.found("").await;
    assert_eq!(left.len(), 1);
    assert_eq!(
        (left[0].name.as_deref(), left[0].region.as_deref(), left[0].import),
        (Some("Anne"), Some("North"), Some(ImportId::new(3)))
    );
    desk.all_is_tallied().await;
}

#[tokio::test]
async fn taking_back_an_import_that_came_before_a_tag_does_not_bring_its_own_tag_back() {
    let desk = Desk::new().await;
    let with = |region: &str| NewAccount { region: Some(region.into()), ..row("a@x.example", 2) };
    desk.import(vec![with("South")]).await;
    desk.tag("", Tags { region: Some(None), ..Tags::default() }).await;
    desk.import(vec![row("a@x.example", 2)]).await;
    desk.take_back(ImportId::new(1)).await;
    assert_eq!(desk.found("").await[0].region, None);
    desk.all_is_tallied().await;
}

#[tokio::test]
async fn a_sheet_that_comes_back_tags_by_key_and_is_taken_back() {
    let desk = Desk::new().await;
    let tagged =
        NewAccount { residence: Some("DE".into()), region: Some("World/North".into()), ..row("a@x.example", 2) };
    desk.import(vec![tagged, row("b@x.example", 3)]).await;
    let before = desk.found("").await;
    let sheet = || {
        let first = NewTagging {
            region: Change::Remove,
            residence: Change::Set("US-CA".into()),
            basis: Some(Basis::Hr),
            ..sheet_row("a@x.example")
        };
        let second = NewTagging {
            organisation: Change::Set("Acme/Sub".into()),
            status: Some(Status::Cleared),
            ..sheet_row("b@x.example")
        };
        vec![Ok(Entry::Tagging(first)), Ok(Entry::Tagging(second)), Ok(Entry::Tagging(sheet_row("nobody@x.example")))]
    };
    let dry = desk.import_files(vec![sheet()], true).await.expect("a dry run");
    assert_eq!((dry.tagged, desk.found("").await == before), (2, true));
    let written = desk.import_files(vec![sheet()], false).await.expect("an import");
    assert_eq!(written.rows, Rows { read: 3, new: 0, merged: 2, rejected: 1, unmatched: None });
    assert_eq!(written.problems[0].code, "sheet.unknown_account");
    let after = desk.found("").await;
    assert_eq!(
        (after[0].region.as_deref(), after[0].residence.as_deref(), after[0].basis),
        (None, Some("US-CA"), Some(Basis::Hr))
    );
    assert_eq!((after[1].organisation.as_deref(), after[1].status), (Some("Acme/Sub"), Status::Cleared));
    desk.all_is_tallied().await;
    let taken = desk.take_back(written.import).await;
    assert_eq!((taken.removed, taken.restored), (0, 2));
    assert_eq!(desk.found("").await, before);
    desk.all_is_tallied().await;
}

#[tokio::test]
async fn each_term_finds_its_accounts() {
    let desk = Desk::new().await;
    let zone = TimeZone::get("Europe/Berlin").expect("a zone");
    let a = NewAccount {
        name: Some("ÄNNE Lind".into()),
        region: Some("World/North".into()),
        organisation: Some("Acme".into()),
        residence: Some("DE".into()),
        records: emails(10),
        ways: vec![(Way::Phished, Some(Status::Confirmed))],
        first_access: Some(Moment::read("2023-05-15", &zone).expect("a day")),
        ..row("a@north.example", 2)
    };
    let b = NewAccount {
        name: Some("Bert".into()),
        region: Some("World/North".into()),
        organisation: Some("Acme/Sub".into()),
        residence: Some("SE".into()),
        records: Some(Count::between(200, None, Unit::Email)),
        status: Some(Status::Suspected),
        ..row("b@mail.north.example", 3)
    };
    let c = NewAccount {
        region: Some("World/South".into()),
        notes: Some("100% sure_thing *".into()),
        status: Some(Status::Cleared),
        ..row("c@south.example", 4)
    };
    let d = NewAccount { residence: Some("US-CA".into()), records: emails(3), ..row("d@notnorth.example", 5) };
    desk.import(vec![a, b, c, d]).await;
    for (filter, keys) in [
        ("", "abcd"),
        ("domain:north.example", "ab"),
        ("domain:@NORTH.example", "ab"),
        ("-domain:north.example", "cd"),
        ("domain:north.example,south.example", "abc"),
        ("domain:*.example", "abcd"),
        ("region:World", "abc"),
        ("region:world/north", "ab"),
        ("region:SOUTH", "c"),
        ("region:*", "abc"),
        ("-region:*", "d"),
        ("organisation:acme", "ab"),
        ("organisation:Acme/Sub", "b"),
        ("residence:de", "a"),
        ("residence:US", "d"),
        ("residence:US-CA", "d"),
        ("residence:FR", ""),
        ("status:confirmed", "ad"),
        ("way:phished", "a"),
        ("way:*", "a"),
        ("kind:unknown", "abcd"),
        ("records:>100", "b"),
        ("records:>=10", "ab"),
        ("records:<=10", "ad"),
        ("records:3", "d"),
        ("records:3..10", "ad"),
        ("records:*", "abd"),
        ("import:1", "abcd"),
        ("import:2", ""),
        ("rule:1", ""),
        ("tagged:no", "cd"),
        ("tagged:yes", "ab"),
        ("name:änne*", "a"),
        ("name:änne", ""),
        ("key:A@*", "a"),
        ("key:a@north.example", "a"),
        ("lind", "a"),
        ("LIND", "a"),
        ("100%", "c"),
        ("sure_thing", "c"),
        ("sure-thing", ""),
        ("\"thing *\"", "c"),
        ("a?north", ""),
        ("[ab]", ""),
        ("status:confirmed residence:DE OR status:cleared", "ac"),
        ("-(änne OR bert)", "cd"),
        ("-name:x", "abcd"),
    ] {
        assert_eq!(desk.keys(filter).await, keys, "{filter}");
    }
    let first = &desk.found("key:a@north.example").await[0];
    assert_eq!((first.first_access.as_deref(), first.basis), (Some("2023-05-15"), Some(Basis::List)));
    let mut tx = desk.store.read().await.expect("a reading");
    let refusal = filter_sql::compile(&mut tx, desk.case, &Filter::read("a region:Nowhere").expect("read"))
        .await
        .expect_err("refused");
    assert_eq!((refusal.code, refusal.place.and_then(|it| it.column)), ("filter.unknown_value", Some(10)));
}

#[tokio::test]
async fn only_accounts_that_differ_are_tagged() {
    let desk = Desk::new().await;
    desk.import(vec![row("a@x.example", 2), row("b@x.example", 3)]).await;
    let region = desk.region("North").await;
    let tags = Tags { region: Some(Some(region)), status: Some(Status::Confirmed), ..Tags::default() };
    assert_eq!(desk.tag("key:a*", tags).await, 1);
    assert_eq!(desk.tag("", tags).await, 1);
    assert_eq!(desk.tag("", tags).await, 0);
    assert_eq!(desk.number("SELECT count(*) FROM change").await, 2);
    desk.all_is_tallied().await;
    assert!(desk.undo().await && desk.undo().await);
    assert_eq!(desk.keys("region:*").await, "");
    desk.all_is_tallied().await;
}

#[derive(Debug, Clone)]
enum Step {
    Import(Vec<(u8, u8, u8, u8)>),
    Tag(u8, u8),
    Adopt(u8, Option<u8>),
    Undo,
    Redo,
    TakeBack(u8),
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let rows = prop::collection::vec((0..6u8, 0..4u8, 0..4u8, 0..4u8), 1..8);
    let step = prop_oneof![
        3 => rows.prop_map(Step::Import),
        2 => (0..6u8, 0..4u8).prop_map(|(key, tag)| Step::Tag(key, tag)),
        2 => (0..7u8, prop::option::of(0..3u8)).prop_map(|(from, statement)| Step::Adopt(from, statement)),
        2 => Just(Step::Undo),
        1 => Just(Step::Redo),
        2 => (0..6u8).prop_map(Step::TakeBack),
    ];
    prop::collection::vec(step, 1..12)
}

fn any_row((key, records, tag, status): (u8, u8, u8, u8)) -> NewAccount {
    let zone = TimeZone::UTC;
    NewAccount {
        records: [None, emails(1), emails(7), Some(Count::between(2, None, Unit::File))][usize::from(records)].clone(),
        name: [None, Some("Anna"), Some("Anne"), None][usize::from(tag)].map(Into::into),
        kind: [None, Some(AccountKind::Shared), Some(AccountKind::Person), None][usize::from(records)],
        region: [None, Some("A"), Some("A/B"), Some("C")][usize::from(tag)].map(Into::into),
        residence: [None, None, Some("DE"), Some("US-CA")][usize::from(tag)].map(Into::into),
        status: [None, Some(Status::Confirmed), Some(Status::Suspected), Some(Status::Cleared)][usize::from(status)],
        first_access: (records > 1).then(|| Moment::read(&format!("2023-05-0{}", key + 1), &zone).expect("a day")),
        ..row(&format!("{key}@x.example"), 2 + u64::from(key))
    }
}

async fn take(desk: &Desk, step: Step, regions: [RegionId; 2]) {
    match step {
        Step::Import(rows) => drop(desk.import(rows.into_iter().map(any_row).collect()).await),
        Step::Tag(key, tag) => {
            let tags = match tag {
                0 => Tags { region: Some(Some(regions[0])), ..Tags::default() },
                1 => Tags { region: Some(None), status: Some(Status::Cleared), ..Tags::default() },
                2 => Tags { residence: Some(None), ..Tags::default() },
                _ => Tags { status: Some(Status::Suspected), region: Some(Some(regions[1])), ..Tags::default() },
            };
            desk.tag(&format!("key:{key}*"), tags).await;
        }
        Step::Adopt(from, statement) => desk.adopt(from, statement).await,
        Step::Undo => drop(desk.undo().await),
        Step::Redo => drop(desk.redo().await),
        Step::TakeBack(import) => {
            let mut tx = desk.store.begin().await.expect("a change");
            let import = ImportId::new(i64::from(import));
            let stands = taking_back::meant(&mut tx, desk.case, Some(import)).await.is_ok();
            drop(tx);
            if stands {
                desk.take_back(import).await;
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn whatever_is_done_the_numbers_at_hand_are_what_counting_gives(steps in steps()) {
        let runtime = tokio::runtime::Runtime::new().expect("a runtime");
        runtime.block_on(async {
            let desk = Desk::new().await;
            let regions = [desk.region("A").await, desk.region("Z").await];
            for step in steps {
                take(&desk, step, regions).await;
                desk.all_is_tallied().await;
            }
        });
    }

    #[test]
    fn whatever_is_undone_the_open_conflicts_are_what_they_were(steps in steps()) {
        let runtime = tokio::runtime::Runtime::new().expect("a runtime");
        runtime.block_on(conflicts_are_what_they_were(steps));
    }

    #[test]
    fn taking_every_import_back_in_any_order_leaves_no_account(
        imports in prop::collection::vec(prop::collection::vec((0..6u8, 0..4u8, 0..4u8, 0..4u8), 1..6), 1..4),
        reversed in any::<bool>(),
    ) {
        let runtime = tokio::runtime::Runtime::new().expect("a runtime");
        runtime.block_on(async {
            let desk = Desk::new().await;
            let mut states = vec![desk.found("").await];
            for rows in &imports {
                desk.import(rows.iter().copied().map(any_row).collect()).await;
                states.push(desk.found("").await);
            }
            let mut ids: Vec<ImportId> = (1..).map(ImportId::new).take(imports.len()).collect();
            if reversed {
                ids.reverse();
            }
            for id in ids {
                desk.take_back(id).await;
                if reversed {
                    states.pop();
                    assert_eq!(Some(&desk.found("").await), states.last(), "the state before import {id}");
                }
            }
            assert_eq!(desk.number("SELECT (SELECT count(*) FROM account) + (SELECT count(*) FROM account_key) + (SELECT count(*) FROM standing) + (SELECT count(*) FROM tally) + (SELECT count(*) FROM sighting) + (SELECT count(*) FROM way)").await, 0);
        });
    }

    #[test]
    fn in_whatever_steps_a_list_is_written_the_book_is_the_same(
        imports in prop::collection::vec(prop::collection::vec(prop::collection::vec((0..7u8, 0..4u8, 0..4u8, 0..4u8), 1..9), 1..3), 1..4),
        chunk in 1..5usize,
        known_at_most in 0..101u64,
    ) {
        let runtime = tokio::runtime::Runtime::new().expect("a runtime");
        runtime.block_on(async {
            let (at_once, mut in_steps) = (Desk::new().await, Desk::new().await);
            in_steps.pace = Pace { chunk, known_at_most };
            for files in imports {
                let entries = || files.iter().map(|rows| rows.iter().map(|it| Ok(Entry::Account(wider_row(*it)))).collect()).collect();
                let one = at_once.import_files(entries(), false).await.expect("an import");
                let other = in_steps.import_files(entries(), false).await.expect("an import");
                assert_eq!(one, other);
                assert_eq!(at_once.everything().await, in_steps.everything().await);
            }
            in_steps.all_is_tallied().await;
            let left = in_steps.folder.path().read_dir().expect("a folder").filter_map(|it| it.ok()?.file_name().into_string().ok());
            assert!(left.into_iter().all(|it| it.starts_with("a.breachbook")));
        });
    }
}

async fn conflicts_are_what_they_were(steps: Vec<Step>) {
    let desk = Desk::new().await;
    let regions = [desk.region("A").await, desk.region("Z").await];
    for step in steps {
        let (before, deed) = (desk.conflicts().await, desk.last_deed().await);
        let again = step.clone();
        take(&desk, step, regions).await;
        desk.conflicts_follow().await;
        let after = desk.conflicts().await;
        match again {
            Step::Import(_) => {
                desk.take_back(ImportId::new(desk.number("SELECT max(id) FROM import").await)).await;
                assert_eq!(desk.conflicts().await, before, "without the import");
                take(&desk, again, regions).await;
            }
            Step::Tag(..) | Step::Adopt(..) if desk.last_deed().await > deed => {
                assert!(desk.undo().await);
                assert_eq!(desk.conflicts().await, before, "undone");
                desk.conflicts_follow().await;
                assert!(desk.redo().await);
                assert_eq!(desk.conflicts().await, after, "done again");
            }
            _ => {}
        }
        desk.conflicts_follow().await;
        desk.all_is_tallied().await;
    }
}

/// A node whose making is undone while lists state it, without any account carrying it, is no longer stated; done again it is.
#[tokio::test]
async fn the_open_conflicts_follow_nodes_that_go_and_come_back() {
    for steps in [
        vec![Step::Undo, Step::Import(vec![(2, 0, 3, 0), (2, 0, 1, 0)]), Step::Undo, Step::Redo],
        vec![Step::Undo, Step::Import(vec![(0, 0, 3, 0), (2, 0, 3, 0), (2, 0, 1, 0)]), Step::Undo],
        vec![Step::Undo, Step::Import(vec![(5, 0, 1, 0), (5, 0, 2, 0)]), Step::Tag(5, 3)],
        vec![
            Step::Import(vec![(5, 0, 3, 0), (5, 0, 1, 0)]),
            Step::Undo,
            Step::Undo,
            Step::Redo,
            Step::Redo,
            Step::Tag(5, 3),
        ],
    ] {
        conflicts_are_what_they_were(steps).await;
    }
}

/// As `any_row`, with ways and categories, and now and then without a key.
fn wider_row((key, records, tag, status): (u8, u8, u8, u8)) -> NewAccount {
    let key_kind = if key == 6 { KeyKind::None } else { KeyKind::Email };
    let ways = [
        Some((Way::SignedIn, Some(Status::Suspected))),
        Some((Way::Phished, None)),
        Some((Way::SignedIn, Some(Status::Confirmed))),
        None,
    ];
    let ways = [ways[usize::from(tag)], ways[usize::from(records)]].into_iter().flatten().collect();
    let data_categories =
        [None, Some("mail"), Some("files"), None][usize::from(status)].map(Into::into).into_iter().collect();
    let shown = format!("{key}@{}.example", if tag == 1 { "X" } else { "x" });
    NewAccount { key_kind, ways, data_categories, shown, ..any_row((key, records, tag, status)) }
}
