//! Counting over a real book: cases worked out by hand from docs/model.md, Counting.

use breachbook::actions::cases::{self, NewCase};
use breachbook::actions::{Session, facts as numbers};
use breachbook::lang::Phrases;
use breachbook::model::clock::Clock;
use breachbook::model::count::Count;
use breachbook::model::facts::Facts;
use breachbook::model::ids::{AccountId, CaseId};
use breachbook::model::who::{Act, Who};
use breachbook::model::words::{AccountKind, Basis, Qualifier, Status, Unit};
use breachbook::store::as_of::AsOf;

use breachbook::store::explain::{self, Since};
use breachbook::store::{Store, Writing, facts, tally};
use jiff::Timestamp;
use serde_json::{Value, json};

use crate::desk::set;
use crate::keys::typing;

/// The one case of these books.
const CASE: CaseId = CaseId::new(1);

/// A book with one case, written by hand.
struct Book {
    tx: Writing<'static>,
    accounts: i64,
    _folder: tempfile::TempDir,
}

/// An account as a test states it.
#[derive(Clone, Copy)]
struct Account {
    region: Option<i64>,
    organisation: Option<i64>,
    residence: Option<(&'static str, Basis)>,
    kind: AccountKind,
    status: Status,
    records: Option<(u64, Option<u64>, Option<u64>)>,
    unit: Unit,
    whole_folders: i64,
    day: Option<i64>,
}

const ACCOUNT: Account = Account {
    region: None,
    organisation: None,
    residence: None,
    kind: AccountKind::Person,
    status: Status::Confirmed,
    records: None,
    unit: Unit::Email,
    whole_folders: 0,
    day: None,
};

impl Account {
    fn with(self, records: u64) -> Self {
        Self { records: Some((records, Some(records), None)), ..self }
    }
}

fn who() -> Who {
    Who { name: "M. Ahrens".into(), os_account: "ahrens".into(), machine: "nord-7".into() }
}

fn now() -> Timestamp {
    "2026-11-25T13:07:00Z".parse().expect("a time")
}

impl Book {
    async fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let who = who();
        let act = Act { who: &who, at: now(), clock: Clock::Told };
        let store = Store::create(&folder.path().join("case.breachbook"), None, &act).await.expect("a book");
        // It is given back with the process: the transaction borrows it.
        let store: &'static Store = Box::leak(Box::new(store));
        let mut tx = store.begin().await.expect("a transaction");
        sqlx::query("INSERT INTO cases (id, uid, title, zone, created_at, created_by) VALUES (1, x'01', 'A case', 'Europe/Berlin', ?, 'M. Ahrens')")
            .bind(now().to_string())
            .execute(&mut *tx)
            .await
            .expect("a case");
        Self { tx, accounts: 0, _folder: folder }
    }

    async fn run(&mut self, sql: &'static str) {
        sqlx::query(sql).execute(&mut *self.tx).await.expect(sql);
    }

    async fn node(&mut self, table: &'static str, id: i64, parent: Option<i64>, name: &str) {
        let sql = match table {
            "region" => "INSERT INTO region (id, uid, case_id, parent, name) VALUES (?1, randomblob(16), 1, ?2, ?3)",
            _ => "INSERT INTO organisation (id, uid, case_id, parent, name) VALUES (?1, randomblob(16), 1, ?2, ?3)",
        };
        sqlx::query(sql).bind(id).bind(parent).bind(name).execute(&mut *self.tx).await.expect("a node");
    }

    async fn add(&mut self, accounts: &[Account]) {
        for account in accounts {
            self.accounts += 1;
            self.insert(CASE.account(self.accounts), account).await;
        }
        self.tally().await;
    }

    async fn insert(&mut self, id: AccountId, account: &Account) {
        let place: Option<i64> = match account.residence {
            None => None,
            Some((code, _)) => {
                sqlx::query("INSERT OR IGNORE INTO place (code) VALUES (?)")
                    .bind(code)
                    .execute(&mut *self.tx)
                    .await
                    .expect("a place");
                Some(
                    sqlx::query_scalar("SELECT id FROM place WHERE code = ?")
                        .bind(code)
                        .fetch_one(&mut *self.tx)
                        .await
                        .expect("it"),
                )
            }
        };
        let signed = |value: u64| i64::try_from(value).expect("small");
        sqlx::query("INSERT INTO account (id, case_id, key_kind, key) VALUES (?1, 1, 0, ?1 || '@nordmeer.example')")
            .bind(id)
            .execute(&mut *self.tx)
            .await
            .expect("an account");
        sqlx::query(
            "INSERT INTO standing (account_id, region_id, organisation_id, place_id, basis, kind, status, unit, records_low, \
             records_high, records_estimate, whole_folders, day) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)",
        )
        .bind(id)
        .bind(account.region)
        .bind(account.organisation)
        .bind(place)
        .bind(account.residence.map(|(_, basis)| basis.position()))
        .bind(account.kind.position())
        .bind(account.status.position())
        .bind(account.records.map(|_| account.unit.position()))
        .bind(account.records.map(|(low, ..)| signed(low)))
        .bind(account.records.and_then(|(_, high, _)| high).map(signed))
        .bind(account.records.and_then(|(.., estimate)| estimate).map(signed))
        .bind(account.whole_folders)
        .bind(account.day)
        .execute(&mut *self.tx)
        .await
        .expect("its standing");
    }

    async fn tally(&mut self) {
        tally::rebuild(&mut self.tx, CASE).await.expect("a tally");
    }

    async fn facts(&mut self) -> Facts {
        facts::read(&mut self.tx, CASE, now()).await.expect("facts")
    }

    async fn sheet(&mut self) -> Value {
        let facts = self.facts().await;
        let sheet = explain::sheet(&mut AsOf::now(&mut self.tx), &facts, Since::LastExport).await.expect("a sheet");
        serde_json::to_value(sheet).expect("JSON")
    }
}

#[tokio::test]
async fn the_tallys_tables_are_its_lists_of_columns() {
    let mut book = Book::new().await;
    let shares = || tally::SHARES.iter().map(|it| it.column);
    let of = |dimensions: &[tally::Dimension]| -> Vec<String> {
        let dimensions = dimensions.iter().map(|it| it.column);
        std::iter::once("case_id").chain(dimensions).chain(shares()).map(str::to_owned).collect()
    };
    for (table, columns) in [
        ("tally", of(tally::DIMENSIONS)),
        ("tally_day", of(tally::DAY_DIMENSIONS)),
        ("tally_organisation_day", of(tally::ORGANISATION_DAY_DIMENSIONS)),
    ] {
        let stands: Vec<String> = sqlx::query_scalar("SELECT name FROM pragma_table_info(?) ORDER BY cid")
            .bind(table)
            .fetch_all(&mut *book.tx)
            .await
            .expect("its columns");
        assert_eq!(stands, columns, "{table}");
        let key: Vec<String> = sqlx::query_scalar("SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk")
            .bind(table)
            .fetch_all(&mut *book.tx)
            .await
            .expect("its key");
        assert_eq!(key, columns[..columns.len() - tally::SHARES.len()], "{table}: what tells rows apart is their key");
    }
}

fn said(count: &Count) -> (Qualifier, Option<u64>) {
    (count.qualifier(), count.value())
}

/// Low bounds and high bounds of a table's rows are those of its total.
fn adds_up<'a>(rows: impl Iterator<Item = &'a Count>, total: &Count) {
    let sum = Count::sum(total.unit, rows).expect("one unit");
    assert_eq!((sum.low, sum.high), (total.low, total.high));
}

fn tables_close(facts: &Facts) {
    let total = facts.accounts.summed();
    adds_up(facts.by_region.iter().filter(|row| row.path.len() <= 1).map(|row| &row.accounts), total);
    adds_up(facts.by_region.iter().map(|row| &row.own_accounts), total);
    adds_up(facts.by_organisation.iter().filter(|row| row.path.len() <= 1).map(|row| &row.accounts), total);
    adds_up(facts.by_residence.iter().map(|row| &row.accounts), total);
    for row in &facts.by_residence {
        adds_up(row.subdivisions.iter().map(|part| &part.accounts), &row.accounts);
    }
    adds_up(facts.by_region_and_organisation.iter().map(|row| &row.accounts), total);
    adds_up(facts.by_day.iter().map(|row| &row.accounts), total);
}

/// Storm-0558 as public reporting has it: 9 + 1, no records by mailbox, at least 60,000 claimed and adopted.
async fn storm() -> Book {
    let mut book = Book::new().await;
    book.node("region", 1, None, "East Asia and the Pacific").await;
    book.node("region", 2, None, "Europe").await;
    let [asia, europe] = [1, 2].map(|region| Account { region: Some(region), ..ACCOUNT });
    book.add(&[asia; 9]).await;
    book.add(&[europe]).await;
    book.run("INSERT INTO claim (uid, case_id, subject, low, unit, source, adopted) VALUES (x'01', 1, 'records', 60000, 'email', 'Reuters', 1)").await;
    book.run("INSERT INTO claim (uid, case_id, subject, low, high, estimate, unit, source) VALUES (x'02', 1, 'records', 0, NULL, 60000, 'email', 'the spokesman')").await;
    book
}

#[tokio::test]
async fn storm_0558_has_ten_accounts_nine_and_one_and_at_least_sixty_thousand_e_mails() {
    let mut book = storm().await;
    let facts = book.facts().await;
    assert_eq!(said(&facts.accounts.count), (Qualifier::Exact, Some(10)));
    let regions: Vec<_> = facts.by_region.iter().map(|row| (row.region.as_deref(), said(&row.accounts).1)).collect();
    assert_eq!(regions, [(Some("East Asia and the Pacific"), Some(9)), (Some("Europe"), Some(1)), (None, Some(0))]);
    assert_eq!(said(&facts.records.total.count), (Qualifier::AtLeast, Some(60_000)));
    assert_eq!(facts.records.total.count.unit, Unit::Email);
    let sum = facts.records.total.sum.as_ref().expect("the sum stands beside the claim");
    assert_eq!((said(sum), sum.unknown_parts), ((Qualifier::ToBeDetermined, None), 10));
    assert_eq!(said(&facts.persons.total.count), (Qualifier::AtMost, Some(10)));
    assert_eq!((facts.claims.len(), facts.conflicts), (2, 0));
    tables_close(&facts);
}

#[tokio::test]
async fn the_json_is_the_contracts() {
    let mut book = storm().await;
    let facts = serde_json::to_value(book.facts().await).expect("JSON");
    assert_eq!(
        facts["accounts"],
        json!({"value": 10, "qualifier": "exact", "low": 10, "high": 10, "unit": "account", "unknown_parts": 0})
    );
    assert_eq!(facts["records"]["qualifier"], "at_least");
    assert_eq!(facts["records"]["sum"]["value"], Value::Null);
    assert_eq!(facts["by_region"][0]["path"], json!(["East Asia and the Pacific"]));
    assert_eq!(facts["by_region"][2]["region"], Value::Null);
    assert_eq!(
        facts["by_residence"],
        json!([{
            "residence": null, "basis": [],
            "accounts": {"value": 10, "qualifier": "exact", "low": 10, "high": 10, "unit": "account", "unknown_parts": 0},
            "persons": {"value": 10, "qualifier": "at_most", "low": 0, "high": 10, "unit": "person", "unknown_parts": 0},
            "subdivisions": [{
                "residence": null,
                "accounts": {"value": 10, "qualifier": "exact", "low": 10, "high": 10, "unit": "account", "unknown_parts": 0},
                "persons": {"value": 10, "qualifier": "at_most", "low": 0, "high": 10, "unit": "person", "unknown_parts": 0},
            }],
        }])
    );
    assert_eq!(facts["persons"]["groups"][0]["group"], "owner");
    for key in [
        "case",
        "as_of",
        "by_status",
        "by_organisation",
        "by_region_and_organisation",
        "by_exposure",
        "by_day",
        "claims",
        "conflicts",
    ] {
        assert!(facts.get(key).is_some(), "{key}");
    }
}

/// The fictional case of the look: 11 confirmed, 3 suspected, 2 cleared; one of them a shared mailbox.
async fn nordmeer() -> Book {
    let mut book = Book::new().await;
    for (id, name) in [(1, "Hamburg"), (2, "Nordics"), (3, "Benelux"), (4, "Iberia")] {
        book.node("region", id, None, name).await;
    }
    book.node("region", 5, Some(2), "Oslo").await;
    for (id, name) in [(1, "Nordmeer Logistik GmbH"), (2, "Fjord Freight AS"), (3, "Nordmeer Iberia SL")] {
        book.node("organisation", id, None, name).await;
    }
    let home = |region: i64, code: &'static str, basis| Account {
        region: Some(region),
        organisation: Some(1),
        residence: Some((code, basis)),
        ..ACCOUNT
    };
    let suspected = |account: Account| Account { status: Status::Suspected, ..account };
    let (hr, office) = (Basis::Hr, Basis::Office);
    let fjord = Account { organisation: Some(2), ..home(5, "NO", hr) };
    let nowhere = Account { organisation: Some(1), ..ACCOUNT };
    book.add(&[
        home(1, "DE", hr).with(20_000),
        home(1, "DE", hr).with(10_000),
        home(1, "DE", hr).with(9_000),
        Account { residence: None, kind: AccountKind::Shared, ..home(1, "DE", hr) }.with(4_000),
        home(2, "SE", hr).with(3_000),
        fjord.with(1_000),
        suspected(Account { organisation: Some(2), ..home(2, "FI", hr) }),
        home(3, "NL", office).with(600),
        home(3, "BE", office).with(400),
        home(4, "PT", hr).with(200),
        suspected(home(4, "ES", hr)),
        nowhere.with(12),
        Account { records: Some((0, None, None)), whole_folders: 1, ..nowhere },
        suspected(nowhere),
        Account { status: Status::Cleared, ..home(1, "DE", hr) }.with(7_777),
        Account { status: Status::Cleared, ..ACCOUNT },
    ])
    .await;
    book.run("INSERT INTO typed_count (uid, case_id, name, low, estimate, unit, who, at) VALUES (randomblob(16), 1, 'persons.correspondent', 0, 4000, 'person', 'M. Ahrens', '2026-11-24T09:00:00Z')").await;
    book
}

#[tokio::test]
async fn nordmeer_has_eleven_to_fourteen_accounts_and_about_four_thousand_persons() {
    let mut book = nordmeer().await;
    let facts = book.facts().await;
    assert_eq!((facts.accounts.count.low, facts.accounts.count.high), (11, Some(14)));
    let by_status = [&facts.by_status.confirmed, &facts.by_status.suspected, &facts.by_status.cleared];
    assert_eq!(by_status.map(said), [11, 3, 2].map(|n| (Qualifier::Exact, Some(n))));
    assert_eq!(said(&facts.persons.total.count), (Qualifier::Approximate, Some(4_000)));
    assert_eq!(said(&facts.persons.groups[0].count), (Qualifier::AtMost, Some(13)));
    assert_eq!(facts.persons.groups[0].overlaps, ["correspondent"]);
    // One synced whole, three suspected without a number: open, and named.
    assert_eq!(said(&facts.records.total.count), (Qualifier::AtLeast, Some(48_212)));
    assert_eq!((facts.records.total.count.unknown_parts, facts.records.total.count.whole_folders), (4, 1));
    tables_close(&facts);
}

#[tokio::test]
async fn nordmeers_tables_are_the_ones_of_the_look() {
    let mut book = nordmeer().await;
    let facts = book.facts().await;
    let bounds = |count: &Count| (count.low, count.high.unwrap_or(u64::MAX));
    let regions: Vec<_> = facts
        .by_region
        .iter()
        .map(|row| (row.path.join("/"), bounds(&row.accounts), bounds(&row.own_accounts)))
        .collect();
    let row = |path: &str, all, own| (path.to_owned(), all, own);
    assert_eq!(
        regions,
        [
            row("Benelux", (2, 2), (2, 2)),
            row("Hamburg", (4, 4), (4, 4)),
            row("Iberia", (1, 2), (1, 2)),
            row("Nordics", (2, 3), (1, 2)),
            row("Nordics/Oslo", (1, 1), (1, 1)),
            row("", (2, 3), (2, 3)),
        ]
    );
    let organisations: Vec<_> =
        facts.by_organisation.iter().map(|row| (row.organisation.as_deref(), bounds(&row.accounts))).collect();
    assert_eq!(
        organisations,
        [
            (Some("Fjord Freight AS"), (1, 2)),
            (Some("Nordmeer Iberia SL"), (0, 0)),
            (Some("Nordmeer Logistik GmbH"), (10, 12)),
            (None, (0, 0)),
        ]
    );
    let not_known = facts.by_residence.last().expect("it closes");
    assert_eq!(
        (not_known.residence.as_deref(), bounds(&not_known.accounts), said(&not_known.persons).1),
        (None, (3, 4), Some(3))
    );
    let belgium = &facts.by_residence[0];
    assert_eq!((belgium.residence.as_deref(), belgium.basis.as_slice()), (Some("BE"), &[Basis::Office][..]));
    assert_eq!((facts.untagged.region, facts.untagged.organisation, facts.untagged.residence), (3, 0, 4));
}

#[tokio::test]
async fn rule_05_nothing_examined_is_to_be_determined_and_all_cleared_is_zero() {
    let mut book = Book::new().await;
    let facts = book.facts().await;
    for count in
        [&facts.accounts.count, &facts.records.total.count, &facts.persons.total.count, &facts.by_status.confirmed]
    {
        assert_eq!(said(count), (Qualifier::ToBeDetermined, None));
    }
    assert!(facts.by_region.is_empty() && facts.by_residence.is_empty() && facts.by_day.is_empty());
    book.add(&[Account { status: Status::Cleared, ..ACCOUNT }.with(5); 2]).await;
    let facts = book.facts().await;
    for count in
        [&facts.accounts.count, &facts.records.total.count, &facts.persons.total.count, &facts.by_status.confirmed]
    {
        assert_eq!(said(count), (Qualifier::Exact, Some(0)));
    }
    assert_eq!(said(&facts.by_status.cleared), (Qualifier::Exact, Some(2)));
    tables_close(&facts);
}

#[tokio::test]
async fn rule_12_a_typed_count_stands_beside_the_list_until_the_computed_one_is_adopted() {
    let mut book = Book::new().await;
    book.run("INSERT INTO typed_count (uid, case_id, name, low, estimate, unit, who, at) VALUES (randomblob(16), 1, 'accounts', 0, 600, 'account', 'M. Ahrens', '2026-11-24T09:00:00Z')").await;
    let facts = book.facts().await;
    assert_eq!((said(&facts.accounts.count), facts.accounts.typed), ((Qualifier::Approximate, Some(600)), true));
    assert_eq!(facts.accounts.sum, None);
    book.add(&[ACCOUNT; 12]).await;
    let facts = book.facts().await;
    assert_eq!((said(&facts.accounts.count), facts.accounts.typed), ((Qualifier::Approximate, Some(600)), true));
    assert_eq!(facts.accounts.sum.as_ref().map(said), Some((Qualifier::Exact, Some(12))));
    tables_close(&facts);
    book.run("UPDATE typed_count SET superseded_by = -1").await;
    let facts = book.facts().await;
    assert_eq!((said(&facts.accounts.count), facts.accounts.typed), ((Qualifier::Exact, Some(12)), false));
}

#[tokio::test]
async fn the_computed_count_is_adopted_by_a_deed_and_the_typed_one_stays_in_the_history() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("case.breachbook");
    let session = Session::create(&path, None, who(), now()).await.expect("a book");
    let new = NewCase { title: "A case".into(), ..NewCase::default() };
    let case = cases::new(&session, &new).await.expect("a case");
    let typed = Count::approximate(600, None, Unit::Account);
    cases::set_count(&session, case, &typing("accounts", &typed, Some("by telephone"))).await.expect("typed");
    assert_eq!(numbers::facts(&session, case).await.expect("facts").accounts.count.value(), Some(600));
    numbers::adopt_computed(&session, case, "accounts", None).await.expect("adopted");
    let accounts = numbers::facts(&session, case).await.expect("facts").accounts;
    assert_eq!((said(&accounts.count), accounts.typed), ((Qualifier::ToBeDetermined, None), false));
    let again = numbers::adopt_computed(&session, case, "accounts", None).await.expect_err("nothing typed stands");
    assert_eq!(again.code, "count.not_typed");
    session.undo(case).await.expect("undone");
    assert_eq!(numbers::facts(&session, case).await.expect("facts").accounts.count.value(), Some(600));
    let sheet = numbers::explain(&session, case, numbers::Asked::default(), &Phrases::of("en").expect("English"))
        .await
        .expect("a sheet");
    let text = sheet.numbers[0].text.as_deref().expect("a text");
    assert_eq!(
        text,
        "Accounts: about 600 (as of 25 November 2026, 13:07 UTC; source: by telephone). Entered by hand; it stands until \
         the number computed from the list is adopted."
    );
}

#[tokio::test]
async fn groups_are_stated_disjoint_by_a_key_of_the_case() {
    let folder = tempfile::tempdir().expect("a folder");
    let session = Session::create(&folder.path().join("case.breachbook"), None, who(), now()).await.expect("a book");
    let case = cases::new(&session, &NewCase { title: "A case".into(), ..NewCase::default() }).await.expect("a case");
    for (name, n) in [("persons.customer", 300), ("persons.employee", 200)] {
        let count = Count::exact(n, Unit::Person);
        cases::set_count(&session, case, &typing(name, &count, None)).await.expect("typed");
    }
    let total = |facts: Facts| (facts.persons.total.count.low, facts.persons.total.count.high);
    assert_eq!(total(numbers::facts(&session, case).await.expect("facts")), (300, Some(500)));
    let overlap = |more: &str| format!("overlap+={{\"one\":\"customer\",\"other\":\"employee\"{more}}}");
    set(&session, case, &[&overlap(",\"disjoint\":true")]).await.expect("stated");
    assert_eq!(total(numbers::facts(&session, case).await.expect("facts")), (500, Some(500)));
    session.undo(case).await.expect("undone");
    set(&session, case, &[&overlap("")]).await.expect("stated");
    assert_eq!(total(numbers::facts(&session, case).await.expect("facts")), (300, Some(500)));
}

#[tokio::test]
async fn records_of_a_unit_that_the_list_does_not_have_are_to_be_determined() {
    let mut book = Book::new().await;
    book.add(&[Account { unit: Unit::File, ..ACCOUNT }.with(7)]).await;
    book.run("INSERT INTO claim (uid, case_id, subject, low, unit, source, adopted) VALUES (x'01', 1, 'records', 60000, 'email', 'Reuters', 1)").await;
    let records = book.facts().await.records;
    assert_eq!(records.total.sum.as_ref().map(said), Some((Qualifier::ToBeDetermined, None)));
}

#[tokio::test]
async fn rule_04_estimates_of_rows_are_added_and_rounded_to_the_coarser() {
    let mut book = Book::new().await;
    book.node("region", 1, None, "Hamburg").await;
    let about = Account { records: Some((0, None, Some(500))), region: Some(1), day: Some(20_000), ..ACCOUNT };
    book.add(&[Account { region: Some(1), ..ACCOUNT }.with(342), about, ACCOUNT.with(7)]).await;
    let facts = book.facts().await;
    assert_eq!(said(&facts.records.total.count), (Qualifier::Approximate, Some(800)));
    assert_eq!(said(&facts.by_region[0].records), (Qualifier::Approximate, Some(800)));
    assert_eq!(said(&facts.by_region[1].records), (Qualifier::Exact, Some(7)));
    assert_eq!(said(&facts.by_day[0].records), (Qualifier::Approximate, Some(500)));
}

#[tokio::test]
async fn records_of_two_units_are_never_added() {
    let mut book = Book::new().await;
    let file = Account { unit: Unit::File, ..ACCOUNT };
    book.add(&[ACCOUNT.with(500), ACCOUNT.with(100), file.with(7)]).await;
    let facts = book.facts().await;
    assert_eq!(
        (said(&facts.records.total.count), facts.records.total.count.unit),
        ((Qualifier::Exact, Some(600)), Unit::Email)
    );
    let units: Vec<_> = facts.records_by_unit.iter().map(|count| (count.unit, said(count).1)).collect();
    assert_eq!(units, [(Unit::Email, Some(600)), (Unit::File, Some(7))]);
}

#[tokio::test]
async fn an_adopted_claim_that_the_rows_exceed_is_a_conflict() {
    let mut book = Book::new().await;
    book.add(&[ACCOUNT.with(500), ACCOUNT.with(101)]).await;
    book.run("INSERT INTO claim (uid, case_id, subject, low, high, unit, source, adopted) VALUES (x'01', 1, 'records', 600, 600, 'email', 'the vendor', 1)").await;
    let facts = book.facts().await;
    assert_eq!(said(&facts.records.total.count), (Qualifier::Exact, Some(600)));
    assert_eq!(facts.records.total.sum.as_ref().map(said), Some((Qualifier::Exact, Some(601))));
    assert_eq!((facts.conflicts, facts.claims[0].contradicted), (1, true));
}

#[tokio::test]
async fn groups_that_say_nothing_of_each_other_may_overlap_and_stated_disjoint_ones_add() {
    let mut book = Book::new().await;
    for (name, n) in [("persons.customer", "300"), ("persons.employee", "200")] {
        sqlx::query("INSERT INTO typed_count (uid, case_id, name, low, high, unit, who, at) VALUES (randomblob(16), 1, ?1, ?2 + 0, ?2 + 0, 'person', 'M. Ahrens', '2026-11-24T09:00:00Z')")
            .bind(name)
            .bind(n)
            .execute(&mut *book.tx)
            .await
            .expect("a typed count");
    }
    let total = book.facts().await.persons.total.count;
    assert_eq!((total.low, total.high), (300, Some(500)));
    book.run("INSERT INTO group_overlap (uid, case_id, one, other, disjoint) VALUES (randomblob(16), 1, 'customer', 'employee', 1)").await;
    let facts = book.facts().await;
    assert_eq!(said(&facts.persons.total.count), (Qualifier::Exact, Some(500)));
    assert!(facts.persons.groups.iter().all(|row| row.overlaps.is_empty()));
}

#[tokio::test]
async fn subdivisions_count_in_their_country_and_proxies_are_marked() {
    let mut book = Book::new().await;
    let at = |code, basis| Account { residence: Some((code, basis)), ..ACCOUNT };
    book.add(&[at("US-CA", Basis::Office), at("US", Basis::Hr), at("DE", Basis::Hr), ACCOUNT]).await;
    let rows: Vec<_> = book
        .facts()
        .await
        .by_residence
        .iter()
        .map(|row| (row.residence.clone(), row.accounts.low, row.basis.clone()))
        .collect();
    let country = |code: &str, n, basis: &[Basis]| (Some(code.to_owned()), n, basis.to_vec());
    assert_eq!(
        rows,
        [country("DE", 1, &[Basis::Hr]), country("US", 2, &[Basis::Hr, Basis::Office]), (None, 1, Vec::new())]
    );
    let facts = book.facts().await;
    let parts = |at: usize| -> Vec<(Option<&str>, u64)> {
        let parts = facts.by_residence[at].subdivisions.iter();
        parts.map(|part| (part.residence.as_deref(), part.accounts.low)).collect()
    };
    assert_eq!(parts(1), [(Some("US-CA"), 1), (None, 1)], "the row of an unknown state closes the country");
    assert_eq!(parts(0), [(None, 1)]);
    tables_close(&facts);
    let sheet = book.sheet().await;
    let named = |name: &str| sheet["tables"].as_array().expect("tables").iter().find(|it| it["name"] == name).cloned();
    assert_eq!(named("by_subdivision").expect("a state is known")["not_known"]["value"], 2, "one of the US, one of DE");
}

#[tokio::test]
async fn rule_03_an_open_group_makes_an_estimate_at_least_and_is_a_line_of_its_own() {
    let mut book = Book::new().await;
    book.run("INSERT INTO typed_count (uid, case_id, name, low, estimate, unit, who, at) VALUES (randomblob(16), 1, 'persons.correspondent', 0, 4000, 'person', 'M. Ahrens', '2026-11-24T09:00:00Z')").await;
    book.run("INSERT INTO typed_count (uid, case_id, name, low, unit, who, at) VALUES (randomblob(16), 1, 'persons.address list', 0, 'person', 'M. Ahrens', '2026-11-24T09:00:00Z')").await;
    let facts = book.facts().await;
    let total = &facts.persons.total.count;
    assert_eq!((total.estimate, total.unknown_parts), (Some(4_000), 1));
    for (language, said, whole) in [
        (
            "en",
            "at least approximately 4,000",
            "at least approximately 4,000; in addition: address list, to be determined",
        ),
        ("de", "mindestens ungefähr 4.000", "mindestens ungefähr 4.000; zusätzlich: address list, noch zu ermitteln"),
    ] {
        let phrases = Phrases::of(language).expect(language);
        assert_eq!(phrases.count(total), said);
        let sheet = explain::sheet(&mut AsOf::now(&mut book.tx), &facts, Since::LastExport).await.expect("a sheet");
        let persons = sheet.numbers.iter().find(|number| number.name == "persons").expect("persons");
        assert_eq!(phrases.with_what_is_open(persons), whole);
    }
}

#[tokio::test]
async fn days_add_up_and_without_a_date_is_the_last_line() {
    let mut book = Book::new().await;
    let on = |day| Account { day: Some(day), ..ACCOUNT };
    book.add(&[on(19_493).with(5), on(19_492).with(7), on(19_493).with(1), ACCOUNT.with(2)]).await;
    let facts = book.facts().await;
    let days: Vec<_> = facts.by_day.iter().map(|row| (row.day.map(|day| day.to_string()), row.records.low)).collect();
    assert_eq!(days, [(Some("2023-05-15".to_owned()), 7), (Some("2023-05-16".to_owned()), 6), (None, 2)]);
    tables_close(&facts);
}

#[tokio::test]
async fn before_anything_is_examined_the_sheet_says_so_and_names_no_file() {
    let mut book = Book::new().await;
    let sheet = book.sheet().await;
    assert_eq!(sheet["numbers"][0]["rule"]["id"], "counting-not-examined");
    assert_eq!((&sheet["files"], &sheet["tables"]), (&json!([]), &json!([])));
}
