//! The list of accounts as the window uses it: evaluated once, ordered, tagged by what is chosen, looked at closely.

use std::sync::atomic::AtomicBool;

use breachbook::actions::inspecting::{Choice, Contradiction, adopt, inspect};
use breachbook::actions::tagging::{self, Asked};
use breachbook::actions::viewing::These;
use breachbook::actions::{Access, Session, audit_trail, facts, importing, suggesting, trees, viewing};
use breachbook::lang::Phrases;
use breachbook::model::account::Account;
use breachbook::model::ids::{AccountId, CaseId, ImportId};
use breachbook::model::list::{Column, Order};
use breachbook::model::words::Status;
use breachbook::store::nodes::Tree;

use crate::desk::Desk;

const LIST: &str = "email,name,region path,organisation path,country,basis,records,first_access,status\n\
    c@x.example,Cem,World / South,Acme,SE,hr,>=10,2026-05-04,confirmed\n\
    a@x.example,Änne,World / North,Acme / Sub,DE,office,200,2026-05-02,suspected\n\
    b@x.example,,,,,,,,cleared\n\
    d@x.example,bert,Alpha,Acme,DE,hr,3,,confirmed\n";
const AGAIN: &str = "email,region,country,basis,status\nc@x.example,Alpha,NO,hr,suspected\n";

async fn import(session: &Session, case: CaseId, name: &str, text: &'static str) {
    let given = importing::Given::new(name, Box::new(std::io::Cursor::new(text.as_bytes())));
    let asked = importing::Asked::default();
    importing::import(session, case, vec![given], &asked, &AtomicBool::new(false), &mut |_| ()).await.expect("a list");
}

async fn desk() -> (Desk, Session, CaseId) {
    let desk = Desk::new();
    let (session, case) = desk.with_case().await;
    import(&session, case, "list.csv", LIST).await;
    (desk, session, case)
}

async fn ids(session: &Session, case: CaseId, filter: &str, order: Option<Order>) -> Vec<AccountId> {
    viewing::view(session, case, filter, order, &AtomicBool::new(false)).await.expect("a view").ids
}

/// The first letters of the accounts, in their order.
async fn letters(session: &Session, case: CaseId, ids: &[AccountId]) -> String {
    let rows = viewing::rows(session, case, ids).await.expect("rows");
    rows.iter().filter_map(|row| row.key.chars().next()).collect()
}

#[tokio::test]
async fn a_view_is_ordered_by_any_column_and_the_unknown_stands_last() {
    let (_desk, session, case) = desk().await;
    for (by, up, down) in [
        (Column::Address, "abcd", "dcba"),
        (Column::Name, "dcab", "acdb"),
        (Column::Region, "dacb", "cadb"),
        (Column::Organisation, "cdab", "acdb"),
        (Column::Residence, "adcb", "cadb"),
        (Column::Records, "dcab", "acdb"),
        (Column::FirstAccess, "acbd", "cabd"),
        (Column::Status, "cdab", "bacd"),
        (Column::Import, "cabd", "cabd"),
        (Column::Ways, "cabd", "cabd"),
    ] {
        for (descending, expected) in [(false, up), (true, down)] {
            let found = ids(&session, case, "", Some(Order { by, descending })).await;
            assert_eq!(letters(&session, case, &found).await, expected, "{by:?} {descending}");
        }
    }
    assert_eq!(letters(&session, case, &ids(&session, case, "", None).await).await, "cabd", "as they came in");
}

#[tokio::test]
async fn the_first_rows_come_without_the_rest_and_a_cancelled_view_ends() {
    let (_desk, session, case) = desk().await;
    let on = AtomicBool::new(false);
    let (first, all) = viewing::first(&session, case, "status:confirmed", 1, &on).await.expect("rows");
    assert_eq!((first.len(), first[0].key.as_str(), all), (1, "c@x.example", 4));
    let (every, _) = viewing::first(&session, case, "", 100, &on).await.expect("rows");
    assert_eq!(every.len(), 4, "all of them, where there are no more");
    let (none, all) = viewing::first(&session, case, "", 100, &AtomicBool::new(true)).await.expect("rows");
    assert_eq!((none.len(), all), (0, 4), "enough was said before the first");
    let refused = viewing::view(&session, case, "", None, &AtomicBool::new(true)).await;
    assert_eq!(refused.expect_err("cancelled").code, "cancelled");
    let wrong = viewing::first(&session, case, "status:nonsense", 1, &on).await.expect_err("no such word");
    assert_eq!(wrong.place.and_then(|it| it.column), Some(8));
}

#[tokio::test]
async fn what_is_chosen_is_tagged_and_nothing_else() {
    let (_desk, session, case) = desk().await;
    let all = ids(&session, case, "", None).await;
    let some = Asked { status: Some(Status::Cleared), only: Some(vec![all[0], all[1]]), ..Asked::default() };
    let tagged = tagging::tag(&session, case, &some).await.expect("tagged");
    assert_eq!((tagged.matched, tagged.changed), (2, 2));
    assert_eq!(letters(&session, case, &ids(&session, case, "status:cleared", None).await).await, "cab");
    let params = session.next(case).await.expect("a deed").undo.expect("a deed").params;
    assert_eq!((&params["only"], params.to_string().contains("4294967297")), (&2.into(), false));
    let each = |asked| Asked { one_person: Some("a licence each".into()), ..asked };
    for asked in [
        Asked { only: Some(vec![all[2]]), ..Asked::default() },
        Asked { filter: Some("status:confirmed".into()), except: vec![all[2]], ..Asked::default() },
    ] {
        tagging::tag(&session, case, &each(asked)).await.expect("determined");
    }
    let said = facts::facts(&session, case).await.expect("facts").one_person;
    let said: Vec<_> = said.iter().map(|it| (it.which.as_deref(), it.chosen, it.but)).collect();
    assert_eq!(said, [(None, Some(1), None), (Some("status:confirmed"), None, Some(1))]);
    session.undo(case).await.expect("undone");
    session.undo(case).await.expect("undone");
    let but = Asked {
        filter: Some("status:cleared".into()),
        except: vec![all[0]],
        region: Some("none".into()),
        ..Asked::default()
    };
    let tagged = tagging::tag(&session, case, &but).await.expect("tagged");
    assert_eq!((tagged.matched, tagged.changed), (2, 1));
    session.undo(case).await.expect("undone");
    session.undo(case).await.expect("undone");
    assert_eq!(letters(&session, case, &ids(&session, case, "status:cleared", None).await).await, "b");
}

#[tokio::test]
async fn an_account_says_why_it_is_where_it_is_and_a_statement_is_adopted() {
    let (_desk, session, case) = desk().await;
    import(&session, case, "again.csv", AGAIN).await;
    let found = ids(&session, case, "conflict:*", None).await;
    assert_eq!(letters(&session, case, &found).await, "c");
    assert_eq!(ids(&session, case, "conflict:name", None).await, Vec::<AccountId>::new());
    let before = inspect(&session, case, found[0]).await.expect("an account");
    assert_eq!((before.account.region.as_deref(), before.story.met.len()), (Some("World/South"), 2));
    let region = before.story.why.iter().find(|it| it.field == "region").expect("a region");
    let source = region.source.as_ref().expect("a row");
    assert_eq!((region.deed.is_none(), source.file.as_deref(), source.line), (true, Some("list.csv"), 2));
    let fields: Vec<_> = before.story.conflicts.iter().map(|it| it.field.as_str()).collect();
    assert_eq!(fields, ["status", "region", "residence"]);
    let of = |field| Contradiction { account: found[0], field };
    adopt(&session, case, of("region"), Choice::At(1), None).await.expect("adopted");
    adopt(&session, case, of("residence"), Choice::At(1), Some("As HR says")).await.expect("adopted");
    adopt(&session, case, of("status"), Choice::Stands, None).await.expect("left as it is");
    let after = inspect(&session, case, found[0]).await.expect("an account");
    assert_eq!((after.account.region.as_deref(), after.account.residence.as_deref()), (Some("Alpha"), Some("NO")));
    assert_eq!(after.account.status, Status::Confirmed);
    let log = audit_trail::log(&session, Some(case)).await.expect("the log");
    let reasons: Vec<_> = log
        .iter()
        .filter(|it| it.verb == "conflict.adopt")
        .filter_map(|it| it.detail.as_ref()?["reason"].as_str())
        .collect();
    assert!(reasons == ["As HR says"], "{reasons:?}");
    let by = after.story.why.iter().find(|it| it.field == "region").and_then(|it| it.deed.as_ref()).expect("a deed");
    assert_eq!((by.verb.as_str(), by.who.as_str()), ("conflict.adopt", "Ada"));
    assert_eq!(ids(&session, case, "conflict:*", None).await, Vec::<AccountId>::new());
    let refused = adopt(&session, case, of("region"), Choice::At(0), None).await.expect_err("settled");
    assert_eq!(refused.code, "conflict.missing");
    for _ in 0..3 {
        session.undo(case).await.expect("undone");
    }
    assert_eq!(inspect(&session, case, found[0]).await.expect("an account").account, before.account);
    assert_eq!(ids(&session, case, "conflict:*", None).await, found);
}

const SAID: &str = "email,name,kind,records,notes\nx@x.example,Anna,person,10,first\n";
const SAID_ELSE: &str = "email,name,kind,records,notes\nx@x.example,Anne,shared,ca. 30,second\n";
const SAID_LATER: &str = "email,name,kind,records,notes\nx@x.example,Anja,guest,500,third\n";

/// Name, kind, low and estimate of the records, notes.
fn holds(account: &Account) -> (Option<&str>, &str, Option<(u64, Option<u64>)>, Option<&str>) {
    let records = account.records.as_ref().map(|it| (it.low, it.estimate));
    (account.name.as_deref(), account.kind.id(), records, account.notes.as_deref())
}

#[tokio::test]
async fn any_statement_is_adopted_stands_against_later_lists_and_is_undone_and_done_again_over_restarts() {
    let desk = Desk::new();
    let (session, case) = desk.with_case().await;
    import(&session, case, "one.csv", SAID).await;
    import(&session, case, "other.csv", SAID_ELSE).await;
    let id = ids(&session, case, "", None).await[0];
    let before = inspect(&session, case, id).await.expect("an account");
    assert_eq!(holds(&before.account), (Some("Anna"), "person", Some((0, Some(30))), Some("first")));
    assert_eq!(before.story.conflicts.len(), 4);
    for field in ["name", "kind", "records", "notes"] {
        assert!(!before.story.why.iter().any(|it| it.field == field && it.deed.is_some()), "{field}");
        adopt(&session, case, Contradiction { account: id, field }, Choice::At(usize::from(field != "records")), None)
            .await
            .expect(field);
        assert!(verify(&session).await, "the numbers after adopting {field}");
    }
    let adopted = (Some("Anne"), "shared", Some((10, None)), Some("second"));
    import(&session, case, "later.csv", SAID_LATER).await;
    let after = inspect(&session, case, id).await.expect("an account");
    assert_eq!(holds(&after.account), adopted, "what was adopted stands");
    for field in ["name", "kind", "records", "notes"] {
        let why = after.story.why.iter().find(|it| it.field == field).expect(field);
        let deed = why.deed.as_ref().expect("the deed that decided");
        assert_eq!((deed.verb.as_str(), &deed.params["field"]), ("conflict.adopt", &field.into()));
    }
    let numbers = facts::facts(&session, case).await.expect("facts");
    assert_eq!(numbers.records.total.count.low, 10, "the numbers follow what was adopted");
    session.close().await.expect("closed");

    let session = desk.open(None, Access::Write).await.expect("opened again");
    for _ in 0..4 {
        let undone = session.undo(case).await.expect("undone");
        assert_eq!((undone.verb.as_str(), undone.left), ("conflict.adopt", 0));
        assert!(verify(&session).await, "the numbers after an undo");
    }
    let open = inspect(&session, case, id).await.expect("an account");
    assert_eq!(holds(&open.account).0, Some("Anna"));
    assert!(open.story.conflicts.iter().all(|it| it.adopted.is_none() && it.statements.len() == 3), "all three lists");
    session.close().await.expect("closed");

    let session = desk.open(None, Access::Write).await.expect("opened again");
    for _ in 0..4 {
        assert_eq!(session.redo(case).await.expect("done again").left, 0);
        assert!(verify(&session).await, "the numbers after a redo");
    }
    assert_eq!(holds(&inspect(&session, case, id).await.expect("an account").account), adopted);
    let log = audit_trail::log(&session, Some(case)).await.expect("the log");
    assert_eq!(log.iter().filter(|it| it.verb == "conflict.adopt").count(), 4, "each in the log once");
}

#[tokio::test]
async fn a_node_that_taking_an_import_back_would_bring_accounts_back_to_is_not_taken_out() {
    const BACK: &str = "key,key_kind,shown,region\nc@x.example,email,c@x.example,Alpha\n";
    let (_desk, session, case) = desk().await;
    import(&session, case, "back.csv", BACK).await;
    let remove = trees::Change::Remove("World/South".into());
    let refused = trees::change(&session, Tree::Region, case, &remove).await.expect_err("it would be missed");
    assert_eq!(refused.code, "node.in_history");
    importing::undo(&session, case, Some(ImportId::new(2))).await.expect("taken back");
    let refused = trees::change(&session, Tree::Region, case, &remove).await.expect_err("its account is back");
    assert_eq!(refused.code, "node.in_use");
}

#[tokio::test]
async fn an_account_that_goes_back_to_a_node_merged_away_goes_where_its_others_went_and_back_with_them() {
    const BACK: &str = "key,key_kind,shown,region\nc@x.example,email,c@x.example,Alpha\n";
    let (_desk, session, case) = desk().await;
    import(&session, case, "back.csv", BACK).await;
    let merge = trees::Change::Merge("World/South".into(), "World/North".into());
    trees::change(&session, Tree::Region, case, &merge).await.expect("merged");
    let further = trees::Change::Merge("World/North".into(), "Alpha".into());
    trees::change(&session, Tree::Region, case, &further).await.expect("merged");
    let of = async |filter: &str| letters(&session, case, &ids(&session, case, filter, None).await).await;
    importing::undo(&session, case, Some(ImportId::new(2))).await.expect("taken back");
    assert_eq!((of("region:Alpha").await.contains('c'), of("-region:*").await), (true, "b".to_owned()));
    assert!(verify(&session).await, "the tally equals the accounts");
    session.undo(case).await.expect("undone");
    assert!(of("region:World/North").await.contains('c') && verify(&session).await);
    session.undo(case).await.expect("undone");
    assert!(of("region:World/South").await.contains('c') && verify(&session).await);
}

#[tokio::test]
async fn what_several_lists_say_of_a_node_merged_away_comes_back_with_it() {
    const SAME: &str = "email,region path\nc@x.example,World / South\n";
    const OTHER: &str = "email,region path\na@x.example,World / South\n";
    // Two lists say South; of an account in North the second says South, and the first is taken back while it is merged.
    for (list, account, take_back) in [(SAME, 'c', false), (OTHER, 'a', true)] {
        let (_desk, session, case) = desk().await;
        import(&session, case, "more.csv", list).await;
        let is_in = async |filter: &str| letters(&session, case, &ids(&session, case, filter, None).await).await;
        let merge = trees::Change::Merge("World/South".into(), "Alpha".into());
        trees::change(&session, Tree::Region, case, &merge).await.expect("merged");
        if take_back {
            importing::undo(&session, case, Some(ImportId::new(1))).await.expect("taken back");
        }
        assert!(is_in("region:Alpha").await.contains(account) && verify(&session).await, "{account}");
        session.undo(case).await.expect("undone");
        assert!(is_in("region:World/South").await.contains(account) && verify(&session).await, "{account}");
        session.redo(case).await.expect("done again");
        assert!(is_in("region:Alpha").await.contains(account) && verify(&session).await, "{account}");
    }
}

#[tokio::test]
async fn a_node_that_stands_for_one_that_an_import_would_bring_accounts_back_to_is_not_taken_out() {
    const BACK: &str = "key,key_kind,shown,region\nc@x.example,email,c@x.example,Alpha\n";
    let (_desk, session, case) = desk().await;
    import(&session, case, "back.csv", BACK).await;
    for change in [trees::Change::Make("Zeta".into()), trees::Change::Merge("World/South".into(), "Zeta".into())] {
        trees::change(&session, Tree::Region, case, &change).await.expect("changed");
    }
    let remove = trees::Change::Remove("Zeta".into());
    let refused = trees::change(&session, Tree::Region, case, &remove).await.expect_err("it would be missed");
    assert_eq!(refused.code, "node.in_history");
}

async fn verify(session: &Session) -> bool {
    audit_trail::verify(session).await.expect("verified").tally.ok
}

#[tokio::test]
async fn a_filter_is_suggested_by_what_occurs_in_the_case() {
    let (_desk, session, case) = desk().await;
    for (text, from, length, expected) in [
        ("st", 0, 2, "status:"),
        ("kind:x -reg", 8, 3, "region:"),
        ("region:", 7, 0, "* Alpha World World/North World/South"),
        ("region:nor", 7, 3, "World/North"),
        ("status:confirmed,su", 17, 2, "suspected"),
        ("residence:", 10, 0, "* DE SE"),
        ("tagged:", 7, 0, "yes no"),
        ("import:", 7, 0, "1"),
        ("nonsense:", 9, 0, ""),
    ] {
        let cursor = text.chars().count();
        let found = suggesting::suggest(&session, case, text, cursor).await.expect("suggestions");
        let options: Vec<_> = found.options.iter().map(|it| it.insert.as_str()).collect();
        assert_eq!((found.from, found.length, options.join(" ").as_str()), (from, length, expected), "{text}");
    }
}

#[tokio::test]
async fn a_list_is_written_exactly_as_it_is_shown() {
    let (_desk, session, case) = desk().await;
    let phrases = Phrases::of("en").expect("English");
    let columns = [Column::Status, Column::Residence, Column::Address, Column::Records];
    let order = Some(Order { by: Column::Address, descending: true });
    let found = ids(&session, case, "-status:cleared", order).await;
    let how = viewing::Written { columns: &columns, phrases: &phrases, format: "csv", folder: None };
    let mut bytes = Vec::new();
    let quiet = (&AtomicBool::new(false), &(|_| ()) as &(dyn Fn(u64) + Sync));
    let written =
        viewing::write(&session, These { case, ids: &found }, &how, quiet, &mut bytes).await.expect("written");
    let text = String::from_utf8(bytes).expect("UTF-8");
    assert_eq!(written, 3);
    assert_eq!(
        text,
        "Status,Residence,Address,Records\r\nconfirmed,DE · personnel records,d@x.example,3\r\n\
         confirmed,SE · personnel records,c@x.example,>=10\r\nsuspected,DE · office (proxy),a@x.example,200\r\n"
    );
    for format in ["json", "xlsx"] {
        let how = viewing::Written { format, ..how };
        let mut bytes = Vec::new();
        assert_eq!(
            viewing::write(&session, These { case, ids: &found }, &how, quiet, &mut bytes).await.expect("written"),
            3
        );
        assert!(!bytes.is_empty());
    }
    let copied = viewing::text(&session, These { case, ids: &found[..1] }, &columns, &phrases).await.expect("text");
    assert_eq!(copied, "Status\tResidence\tAddress\tRecords\nconfirmed\tDE · personnel records\td@x.example\t3\n");
}
