//! Edits behind the program's back, with an editor of SQLite files: each is seen by `verify`, which names what is not as the
//! program left it.

mod everywhere;

use std::io::Cursor;
use std::sync::atomic::AtomicBool;

use breachbook::actions::importing::{self, Asked, Given};
use breachbook::actions::inspecting::{self, Choice, Contradiction};
use breachbook::actions::trees::{self, Change};
use breachbook::actions::{Access, Session, accounts, audit_trail, cases, reporting, tagging};
use breachbook::model::ids::{CaseId, ImportId};
use breachbook::model::words::Status;
use breachbook::store::nodes::Tree;

use crate::desk::{Desk, set};

async fn import(session: &Session, case: CaseId, name: &str, text: &str) -> ImportId {
    let given = Given::new(name, Box::new(Cursor::new(text.to_owned().into_bytes())));
    let asked =
        Asked { handed_over: Some("J. Berg".into()), collected: Some("sign-in log".into()), ..Asked::default() };
    let done = importing::import(session, case, vec![given], &asked, &AtomicBool::new(false), &mut |_| ()).await;
    done.expect("imported").import.expect("kept")
}

const FIRST: &str = "email,name,notes,region path,organisation path,country,basis,records,first_access,status,way,data_category\n\
    a@x.example,Anna,a note,World / North,Acme,DE,hr,200,2026-05-02,suspected,signed_in,health\n\
    b@x.example,Berta,,World / South,Acme / Sub,SE,office,>=10,2026-05-04,confirmed,content_accessed,\n\
    c@x.example,Cem,,Alpha,Acme,DE,hr,3,,confirmed,,\n\
    d@x.example,Dora,,Beta,,,,,,oddsomething,,\n\
    nobody,,,,,,,,,,,\n";
const SECOND: &str =
    "email,name,status,region path\na@x.example,Ann,confirmed,World / South\ne@x.example,Emil,,Alpha\n";
const SHEET: &str = "key,key_kind,shown,region\nc@x.example,email,c@x.example,Beta\n";

/// A book in which everything has happened once.
async fn rich() -> Desk {
    let desk = Desk::new();
    let (session, case) = desk.with_case().await;
    let settings = [
        "controller=Nordmeer",
        "aware=2026-05-03T10:00:00Z",
        "aware_reason=told by the hotline",
        "detected=2026-05-01T08:00:00Z",
        "description=a mailbox was read",
        "breach=yes",
        "risk=high",
        r#"party+={"role":"controller","organisation":"Acme","dpo":"Ida Lund"}"#,
        r#"milestone+={"kind":"suspected","at":"2026-05-02T08:00:00Z","what":"an alert"}"#,
        r#"claim+={"subject":"records","at_least":60000,"unit":"email","source":"Reuters"}"#,
        r#"exposure+={"category":"health","group":"customer","residence":"DE","at_least":3}"#,
        r#"measure+={"kind":"mitigating","state":"taken","what":"passwords were reset"}"#,
        r#"open_point+={"what":"who reads the log"}"#,
        r#"coverage+={"what":"sign-in log","from":"2026-04-01","until":"2026-05-01","whole":true}"#,
        r#"overlap+={"one":"customer","other":"owner"}"#,
    ];
    set(&session, case, &settings).await.expect("set");
    breachbook::actions::written::set_count(
        &session,
        case,
        &crate::desk::counted("persons.customer", r#"{"value":12}"#, Some("HR")),
    )
    .await
    .expect("typed");
    let first = import(&session, case, "first.csv", FIRST).await;
    import(&session, case, "second.csv", SECOND).await;
    import(&session, case, "sheet.csv", SHEET).await;
    let cleared = tagging::Asked { filter: Some("key:b*".into()), status: Some(Status::Cleared), ..Default::default() };
    tagging::tag(&session, case, &cleared).await.expect("tagged");
    let listed = accounts::list(&session, case, None, 10, 0).await.expect("a list").accounts;
    let anna = listed.iter().find(|it| it.key == "a@x.example").expect("an account").id;
    inspecting::adopt(&session, case, Contradiction { account: anna, field: "name" }, Choice::At(1), None)
        .await
        .expect("adopted");
    trees::change(&session, Tree::Region, case, &Change::Merge("Alpha".into(), "Beta".into())).await.expect("merged");
    reporting::report(&session, case, "dossier", "en", "pdf", true).await.expect("a report");
    set(&session, case, &["reference=R-1"]).await.expect("set");
    session.undo(case).await.expect("undone");
    session.redo(case).await.expect("done again");
    // Erased details: what was adopted of an account that goes.
    let gone = import(&session, case, "gone.csv", "email,name\nz@x.example,Zoe\nz@x.example,Zora\n").await;
    let listed = accounts::list(&session, case, None, 10, 0).await.expect("a list").accounts;
    let zoe = listed.iter().find(|it| it.key == "z@x.example").expect("an account").id;
    inspecting::adopt(&session, case, Contradiction { account: zoe, field: "name" }, Choice::At(1), None)
        .await
        .expect("adopted");
    importing::undo(&session, case, Some(gone)).await.expect("taken back");
    assert_eq!(cases::list(&session).await.expect("cases").len(), 1);
    assert!(first < gone);
    session.close().await.expect("closed");
    desk
}

/// What is edited, how, and what `verify` must name.
const EDITS: &[(&str, &[&str], &str)] = &[
    (
        "awareness moved by four days",
        &[
            "UPDATE determination SET at = replace(at, '2026-05-03', '2026-05-07'), value = replace(value, '2026-05-03', '2026-05-07') WHERE kind = 'awareness'",
        ],
        "determination",
    ),
    ("who determined", &["UPDATE determination SET who = 'Bob' WHERE kind = 'risk'"], "determination"),
    ("when it was determined", &["UPDATE determination SET made_at = '2020-01-01T00:00:00Z'"], "determination"),
    ("a determination's value", &["UPDATE determination SET value = 'unlikely' WHERE kind = 'risk'"], "determination"),
    ("a determination removed", &["DELETE FROM determination WHERE kind = 'breach'"], "determination"),
    ("a milestone moved", &["UPDATE milestone SET at = replace(at, '2026-05-02', '2026-05-12')"], "milestone"),
    (
        "a milestone added",
        &[
            "INSERT INTO milestone (id, uid, case_id, kind, at) SELECT 99, x'00', case_id, kind, at FROM milestone LIMIT 1",
        ],
        "milestone",
    ),
    ("an answer", &["UPDATE answer SET value = 'nothing was read' WHERE key = 'description'"], "answer"),
    ("an answer removed", &["DELETE FROM answer WHERE key = 'description'"], "answer"),
    ("the title", &["UPDATE cases SET title = 'Other'"], "cases"),
    ("the zone", &["UPDATE cases SET zone = 'UTC'"], "cases"),
    ("the next account's id", &["UPDATE cases SET next_account = 1"], "cases"),
    ("a party's officer", &["UPDATE party SET dpo = 'Eve'"], "party"),
    ("a claim's bound", &["UPDATE claim SET low = 6"], "claim"),
    ("a claim adopted", &["UPDATE claim SET adopted = 1, adopted_by = 'Ada'"], "claim"),
    ("an exposure", &["UPDATE exposure SET low = 1"], "exposure"),
    ("a typed count", &["UPDATE typed_count SET low = 1, high = 1"], "typed_count"),
    ("a typed count's source", &["UPDATE typed_count SET source = 'me'"], "typed_count"),
    ("a measure", &["UPDATE measure SET state = 'planned'"], "measure"),
    ("an open point removed", &["DELETE FROM open_point"], "open_point"),
    ("coverage", &["UPDATE coverage SET from_at = '2020-01-01T00:00:00Z'"], "coverage"),
    ("groups that overlap", &["UPDATE group_overlap SET disjoint = 1"], "group_overlap"),
    ("a region's name", &["UPDATE region SET name = 'West' WHERE name = 'North'"], "region"),
    ("a region hung elsewhere", &["UPDATE region SET parent = NULL WHERE name = 'North'"], "region"),
    ("an organisation's name", &["UPDATE organisation SET name = 'Other' WHERE name = 'Acme'"], "organisation"),
    ("a merge", &["UPDATE node_merge SET stands = (SELECT id FROM region WHERE name = 'World')"], "deed"),
    ("a merge removed", &["DELETE FROM node_merge"], "deed"),
    ("a place's code", &["UPDATE place SET code = 'FR' WHERE code = 'DE'"], "place"),
    ("an account's name", &["UPDATE account SET name = 'Eve' WHERE key = 'b@x.example'"], "account"),
    ("an account's note", &["UPDATE account SET notes = NULL WHERE key = 'a@x.example'"], "account"),
    (
        "an account's key and what leads to it",
        &[
            "UPDATE account_key SET digest = digest('q@x.example') WHERE digest = digest('b@x.example')",
            "UPDATE account SET key = 'q@x.example' WHERE key = 'b@x.example'",
        ],
        "account",
    ),
    (
        "a key that leads to another account",
        &["UPDATE account_key SET account_id = account_id + 1 WHERE digest = digest('b@x.example')"],
        "account_key",
    ),
    ("a key removed", &["DELETE FROM account_key WHERE digest = digest('b@x.example')"], "account_key"),
    ("who brought an account", &["UPDATE account SET import_id = 2, line = 9 WHERE key = 'b@x.example'"], "account"),
    (
        "an account removed",
        &[
            "DELETE FROM account_key WHERE digest = digest('e@x.example')",
            "DELETE FROM standing WHERE account_id = (SELECT id FROM account WHERE key = 'e@x.example')",
            "DELETE FROM account WHERE key = 'e@x.example'",
        ],
        "account",
    ),
    (
        "an account added",
        &[
            "INSERT INTO account (id, case_id, key_kind, key) VALUES (4294967999, 1, 0, 'new@x.example')",
            "INSERT INTO account_key VALUES (1, 0, digest('new@x.example'), 4294967999)",
            "INSERT INTO standing (account_id, kind, status) VALUES (4294967999, 0, 0)",
        ],
        "account",
    ),
    (
        "an account's region",
        &["UPDATE standing SET region_id = (SELECT id FROM region WHERE name = 'World') WHERE account_id = 4294967297"],
        "region",
    ),
    (
        "an account's kind, and the numbers with it",
        &["UPDATE standing SET kind = 3", "UPDATE tally SET kind = 3"],
        "moves",
    ),
    (
        "an account's organisation",
        &["UPDATE standing SET organisation_id = NULL WHERE account_id = 4294967297"],
        "organisation",
    ),
    (
        "an account's residence",
        &["UPDATE standing SET place_id = place_id + 1 WHERE account_id = 4294967297"],
        "residence",
    ),
    ("what a residence rests on", &["UPDATE standing SET basis = 0 WHERE basis NOTNULL"], "residence"),
    ("an account's status", &["UPDATE standing SET status = 2 WHERE account_id = 4294967299"], "status"),
    ("who set a status", &["UPDATE standing SET status_deed = 1 WHERE status_deed NOTNULL"], "status"),
    ("records", &["UPDATE standing SET records_low = 20, records_high = 20 WHERE records_low = 200"], "numbers"),
    (
        "a first access",
        &[
            "UPDATE standing SET first_from = first_from + 345600, first_until = first_until + 345600 WHERE first_from NOTNULL",
        ],
        "numbers",
    ),
    ("a way", &["UPDATE way SET status = 2"], "way"),
    ("a way removed", &["DELETE FROM way"], "way"),
    ("a category of data", &["UPDATE data_category SET category = 'contact'"], "data_category"),
    ("what a row stated", &["UPDATE sighting SET stated = replace(stated, 'Ann', 'Eve')"], "sighting"),
    ("a statement removed", &["DELETE FROM sighting WHERE import_id = 2"], "sighting"),
    ("a contradiction closed", &["UPDATE conflict SET open = 0 WHERE field <> 'name'"], "conflict"),
    (
        "a contradiction's statements",
        &["UPDATE conflict SET statements = replace(statements, 'Ann', 'Eve')"],
        "conflict",
    ),
    ("what was adopted", &["UPDATE conflict SET adopted = '\"Eve\"' WHERE adopted NOTNULL"], "conflict"),
    ("an import's numbers", &["UPDATE import_count SET n = 400 WHERE import_id = 1 AND what = 'read'"], "import_count"),
    ("a number of an import removed", &["DELETE FROM import_count WHERE what = 'rejected'"], "import_count"),
    ("that an import only fills", &["UPDATE import SET enrich = 1 WHERE id = 1"], "import"),
    ("who imported", &["UPDATE import SET who = 'Bob' WHERE id = 1"], "import"),
    ("who handed a list over", &["UPDATE import SET handed_over = 'nobody' WHERE id = 1"], "import"),
    ("that an import was taken back", &["UPDATE import SET taken_back = NULL"], "import"),
    ("a file's hash", &["UPDATE import_file SET sha256 = x'00' WHERE import_id = 1"], "import_file"),
    ("a file's name", &["UPDATE import_file SET name = 'other.csv' WHERE import_id = 1"], "import_file"),
    ("how a file was read", &["UPDATE import_file SET reading = '{}' WHERE import_id = 1"], "import_file"),
    ("a rejected row", &["UPDATE rejected SET raw = '[\"somebody\"]' WHERE rejected = 1"], "rejected"),
    ("a field that was left open", &["UPDATE rejected SET args = '{}' WHERE rejected = 0"], "rejected"),
    ("a rejected row removed", &["DELETE FROM rejected WHERE rejected = 1"], "rejected"),
    ("before-values of a tagging", &["UPDATE change SET packed = x'000000'"], "deed"),
    ("before-values removed", &["DELETE FROM change"], "deed"),
    (
        "what a deed moved",
        &[
            "UPDATE move SET packed = (SELECT packed FROM move ORDER BY deed_id DESC LIMIT 1) WHERE deed_id = (SELECT min(deed_id) FROM move)",
        ],
        "moves",
    ),
    ("a row's before-value", &["UPDATE entity_change SET before = NULL WHERE before NOTNULL"], "deed"),
    (
        "a row's after-value",
        &["UPDATE entity_change SET after = replace(after, 'an alert', 'nothing') WHERE kind = 'milestone'"],
        "deed",
    ),
    ("who did a deed", &["UPDATE deed SET who = 'Bob' WHERE verb = 'tag'"], "deed"),
    ("when a deed was done", &["UPDATE deed SET at = '2020-01-01T00:00:00Z' WHERE verb = 'tag'"], "deed"),
    ("what a deed was asked", &["UPDATE deed SET params = '{}' WHERE verb = 'tag'"], "deed"),
    (
        "that a deed was undone",
        &[
            "UPDATE deed SET undone_by = NULL",
            "UPDATE deed SET undone_by = (SELECT max(id) FROM deed) WHERE verb = 'tag'",
        ],
        "deed",
    ),
    (
        "a deed removed",
        &[
            "DELETE FROM change",
            "DELETE FROM move WHERE deed_id = (SELECT id FROM deed WHERE verb = 'tag')",
            "DELETE FROM deed WHERE verb = 'tag'",
        ],
        "audit",
    ),
    ("the bytes of an export", &["UPDATE export SET bytes = x'25504446'"], "export"),
    (
        "the bytes of an export with their hash",
        &[
            "UPDATE export SET bytes = x'', sha256 = x'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'",
        ],
        "deed",
    ),
    ("the time that an export speaks of", &["UPDATE export SET now = '2020-01-01T00:00:00Z'"], "deed"),
    ("an export removed", &["DELETE FROM export"], "deed"),
    ("a number at hand", &["UPDATE tally SET accounts = accounts + 1 WHERE status = 0"], "tally"),
    ("a number at hand by day", &["UPDATE tally_day SET accounts = accounts + 1"], "tally"),
    ("a leaf", &["UPDATE leaf SET sha256 = x'00' WHERE part = 44"], "state"),
    (
        "a leaf removed with what it was made of",
        &["DELETE FROM open_point", "DELETE FROM leaf WHERE part = 50"],
        "state",
    ),
    (
        "who stands in an entry",
        &["DROP TRIGGER audit_no_update", "UPDATE audit SET who = 'Bob' WHERE seq = 3", AGAIN],
        "\"broken_at\":3",
    ),
    (
        "when an entry was made",
        &["DROP TRIGGER audit_no_update", "UPDATE audit SET at = '2026-11-01T00:00:00Z' WHERE seq = 3", AGAIN],
        "\"broken_at\":3",
    ),
    (
        "what an entry commits to",
        &["DROP TRIGGER audit_no_update", "UPDATE audit SET did = x'00' WHERE seq = 3", AGAIN],
        "\"broken_at\":3",
    ),
    ("details of an entry", &["UPDATE audit_detail SET json = '{}' WHERE seq = 3"], "\"broken_at\":3"),
    ("details deleted", &["DELETE FROM audit_detail WHERE seq = 3"], "\"broken_at\":3"),
    (
        "the last entry cut with its head",
        &[
            "DROP TRIGGER audit_no_delete",
            "DELETE FROM audit_detail WHERE seq = (SELECT max(seq) FROM audit)",
            "DELETE FROM audit WHERE seq = (SELECT max(seq) FROM audit)",
            "UPDATE audit_head SET seq = (SELECT max(seq) FROM audit), hash = (SELECT hash FROM audit ORDER BY seq DESC LIMIT 1)",
            AGAIN_DELETE,
        ],
        "\"broken_at\"",
    ),
    (
        "the last entry cut with its head and its deed",
        &[
            "DROP TRIGGER audit_no_delete",
            "UPDATE import SET taken_back = NULL",
            "DELETE FROM change WHERE deed_id = (SELECT max(id) FROM deed)",
            "DELETE FROM move WHERE deed_id = (SELECT max(id) FROM deed)",
            "DELETE FROM deed WHERE id = (SELECT max(id) FROM deed)",
            "DELETE FROM audit_detail WHERE seq = (SELECT max(seq) FROM audit)",
            "DELETE FROM audit WHERE seq = (SELECT max(seq) FROM audit)",
            "UPDATE audit_head SET seq = (SELECT max(seq) FROM audit), hash = (SELECT hash FROM audit ORDER BY seq DESC LIMIT 1)",
            AGAIN_DELETE,
        ],
        "state",
    ),
    ("a trigger dropped", &["DROP TRIGGER audit_no_update"], "audit_no_update"),
    ("an index dropped", &["DROP INDEX sighting_by_account"], "sighting_by_account"),
    ("a trigger planted", &["CREATE TRIGGER spy AFTER UPDATE ON cases BEGIN DELETE FROM account; END"], "spy"),
    ("a view under our name", &["CREATE VIEW songs AS SELECT 1"], "songs"),
    ("a legal entity planted", &["INSERT INTO entity (id, uid, name) VALUES (99, x'00', 'Fjord')"], "entity"),
    ("a legal entity's country", &["UPDATE entity SET country = 'NO'"], "entity"),
    ("what an account's profile rests on", &["DELETE FROM way"], "\"part\":\"profile\""),
    ("a profile taken from an account", &["UPDATE standing SET profile_id = NULL"], "\"part\":\"profile\""),
    ("a place planted", &["INSERT INTO place VALUES (99, 'XK')"], "place"),
    ("the next id of a region", &["UPDATE sqlite_sequence SET seq = 1 WHERE name = 'region'"], "sqlite_sequence"),
    ("numbers of a case that is not there", &["UPDATE tally_day SET case_id = 7 WHERE day = -1000000"], "tally"),
    ("the book's maker", &["UPDATE book SET created_by = 'Bob'"], "book"),
    ("the book's birth", &["UPDATE book SET created_at = '2020-01-01T00:00:00Z'"], "book"),
];

const AGAIN: &str =
    "CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit BEGIN SELECT raise(ABORT, 'the log is append-only'); END";
const AGAIN_DELETE: &str =
    "CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit BEGIN SELECT raise(ABORT, 'the log is append-only'); END";

/// What `verify` says of the book, as JSON; of one that is not even opened, why.
async fn said(desk: &Desk) -> (bool, String) {
    match desk.open(None, Access::Read).await {
        Err(refusal) => (false, format!("{} {:?}", refusal.code, refusal.args)),
        Ok(session) => {
            let found = audit_trail::verify(&session).await.expect("verified");
            session.close().await.expect("closed");
            (found.ok, serde_json::to_string(&found).expect("JSON"))
        }
    }
}

#[tokio::test]
async fn every_edit_behind_the_programs_back_is_seen_and_named() {
    let rich = rich().await;
    let (ok, untouched) = said(&rich).await;
    assert!(ok, "{untouched}");
    assert!(untouched.contains("\"erased\":1"), "what was erased by a deed is counted and is no damage: {untouched}");
    let bytes = std::fs::read(rich.path()).expect("the book");
    let mut unseen = Vec::new();
    for (what, statements, named) in EDITS {
        let desk = Desk::new();
        std::fs::write(desk.path(), &bytes).expect("a copy");
        desk.raw(statements).await;
        assert_ne!(std::fs::read(desk.path()).expect("the book"), bytes, "{what}: nothing was edited");
        let (ok, told) = said(&desk).await;
        if ok || !told.contains(named) {
            unseen.push(format!("{what}: {named} is not in {told}"));
        }
    }
    assert!(unseen.is_empty(), "{} of {}:\n{}", unseen.len(), EDITS.len(), unseen.join("\n"));
}

#[tokio::test]
async fn tables_of_others_are_named_and_are_no_damage() {
    let desk = rich().await;
    desk.raw(&["CREATE TABLE notes (text)", "CREATE INDEX notes_text ON notes (text)"]).await;
    let (ok, told) = said(&desk).await;
    assert!(ok, "{told}");
    assert!(told.contains("table notes") && told.contains("index notes_text"), "{told}");
}
