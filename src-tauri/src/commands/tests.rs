//! The commands without a window: each is called through the registry as the page calls it, over a real book, with somebody who answers the
//! dialogs.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use serde_json::{Value, json};
use tempfile::TempDir;

use super::{COMMANDS, Call, find};
use crate::chooser::{Answer, Ask, Chooser};
use crate::desk::Desk;
use crate::settings::Kept;

/// Answers the dialogs: always with this path, once one was laid out.
#[derive(Default, Clone)]
struct Somebody(Arc<Mutex<Option<PathBuf>>>);

impl Somebody {
    fn answer(&self) -> Answer<'_> {
        Box::pin(async { self.0.lock().expect("nobody panicked").clone().into_iter().collect() })
    }
}

impl Chooser for Somebody {
    fn read(&self, _: Ask, _: bool) -> Answer<'_> {
        self.answer()
    }
    fn write(&self, _: Ask) -> Answer<'_> {
        self.answer()
    }
    fn folder(&self, _: Ask) -> Answer<'_> {
        self.answer()
    }
}

/// The page: it knows names of commands and JSON, and nothing else.
struct Page {
    folder: TempDir,
    desk: Arc<Desk>,
    somebody: Somebody,
}

impl Page {
    fn new() -> Self {
        let somebody = Somebody::default();
        let now = "2026-11-25T13:07:31Z".parse().expect("a time");
        let folder = tempfile::tempdir().expect("a folder");
        let desk =
            Desk::new(Kept::at(Some(folder.path().join("settings.json"))), Box::new(somebody.clone()), Some(now));
        desk.settings.change(|it| it.language = Some("en".to_owned())).expect("set");
        desk.begun();
        Self { folder, desk: Arc::new(desk), somebody }
    }

    /// The same, with a book that holds one case with a list of three.
    async fn at_work() -> Self {
        let page = Self::new();
        let book = page.chooses("a.breachbook", "books_choose", json!({ "anew": true })).await;
        page.says("books_make", json!({ "token": book["token"], "passphrase": "a long enough sentence" })).await;
        let new = json!({ "title": "Mailboxes", "controller": "Nordmeer GmbH", "occurred": null, "detected": null, "zone": "Europe/Berlin" });
        assert_eq!(page.says("cases_new", new).await, 1);
        let list = "email,region,organisation,records\na@x.example,Nordics,Nordmeer,10\nb@x.example,Nordics,,>= 5\nc@x.example,,,\nno address,,,\n";
        std::fs::write(page.path("list.csv"), list).expect("a list");
        let files = page.chooses("list.csv", "imports_choose", Value::Null).await;
        let ran = page.says("imports_run", importing(&files[0]["token"], false)).await;
        assert_eq!(ran["import"], 1, "{ran}");
        page
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    async fn call(&self, name: &str, args: Value) -> breachbook::error::Result<Value> {
        let call = Call { desk: Arc::clone(&self.desk), progress: Box::new(|_| {}) };
        (find(name)?.run)(call, args).await
    }

    async fn says(&self, name: &str, args: Value) -> Value {
        self.call(name, args).await.unwrap_or_else(|refusal| panic!("{name}: {refusal}"))
    }

    /// A command that asks for a file, answered with one of this name.
    async fn chooses(&self, file: &str, name: &str, args: Value) -> Value {
        *self.somebody.0.lock().expect("nobody panicked") = Some(self.path(file));
        self.says(name, args).await
    }

    async fn code(&self, name: &str, args: Value) -> &'static str {
        self.call(name, args).await.expect_err(name).code
    }

    /// The first of what this program can do of a kind.
    async fn able(&self, list: &str) -> Value {
        self.says("desk_state", Value::Null).await["capabilities"][list][0].clone()
    }

    /// How many accounts a filter finds.
    async fn found(&self, filter: &str) -> Value {
        self.says("accounts_view", viewing(filter)).await["total"].clone()
    }
}

fn importing(token: &Value, dry_run: bool) -> Value {
    let file = json!({ "token": token, "map": [], "date_order": null, "sheet": null, "kind": null });
    json!({ "case": 1, "files": [file], "zone": null, "no_tags": false, "enrich": false, "dry_run": dry_run, "handed_over": "A. Berg", "collected": null })
}

fn viewing(filter: &str) -> Value {
    json!({ "case": 1, "filter": filter, "order": null, "find": null })
}

fn exists(path: &Path) -> bool {
    path.metadata().is_ok_and(|it| it.len() > 0)
}

#[tokio::test]
async fn a_book_is_made_left_looked_at_and_opened_again() {
    let page = Page::at_work().await;
    assert_eq!(page.says("desk_state", Value::Null).await["book"]["name"], "a.breachbook");
    assert!(page.says("books_close", Value::Null).await.is_null(), "no folder for copies, no copy");
    assert_eq!(page.code("cases_list", Value::Null).await, "window.no_book");
    let book = page.chooses("a.breachbook", "books_choose", json!({ "anew": false })).await;
    let looks = page.says("books_looks", json!({ "token": book["token"] })).await;
    assert_eq!(looks, json!({ "exists": true, "encrypted": true }));
    let opening = |word: &str| json!({ "token": book["token"], "passphrase": word, "read_only": false });
    assert_eq!(page.code("books_open", opening("another")).await, "book.wrong_passphrase_or_no_book");
    page.says("books_open", opening("a long enough sentence")).await;
    assert_eq!(page.says("cases_list", Value::Null).await[0]["title"], "Mailboxes");
    assert_eq!(page.code("books_looks", json!({ "token": 99 })).await, "file.not_chosen");
    let weak = page.says("books_strength", json!({ "passphrase": "demo" })).await;
    assert_ne!(weak, page.says("books_strength", json!({ "passphrase": "a long enough sentence" })).await);
    page.says("books_samples", Value::Null).await;
    assert_eq!(page.code("books_samples", Value::Null).await, "sample.there_already");
    assert_eq!(page.says("cases_list", Value::Null).await.as_array().map(Vec::len), Some(3));
}

#[tokio::test]
async fn settings_are_kept_copied_and_sealed_anew() {
    let page = Page::at_work().await;
    let state = page.says("desk_set", json!({ "name": "  Ada Lund " })).await;
    assert_eq!((&state["who"], &state["settings"]["name"]), (&json!("Ada Lund"), &json!("Ada Lund")));
    assert!(exists(&page.path("settings.json")));
    assert_eq!(page.says("settings_about", Value::Null).await["who"]["name"], "Ada Lund");
    assert_eq!(page.code("settings_back_up", Value::Null).await, "backup.no_folder");
    std::fs::create_dir(page.path("copies")).expect("a folder");
    let folder = page.chooses("copies", "settings_choose_folder", Value::Null).await;
    page.says("desk_set", json!({ "backup_folder": folder["token"] })).await;
    let copy = page.says("settings_back_up", Value::Null).await;
    assert!(exists(&page.path("copies").join(copy["name"].as_str().expect("a name"))), "{copy}");
    let words = |old: &str| json!({ "old": old, "new": "quite another sentence" });
    assert_eq!(page.code("settings_passphrase", words("wrong")).await, "book.wrong_passphrase_or_no_book");
    page.says("settings_passphrase", words("a long enough sentence")).await;
    assert_eq!(page.says("cases_list", Value::Null).await.as_array().map(Vec::len), Some(1), "it is open still");
    page.says("desk_cancel", json!({ "work": "nothing that runs" })).await;
    page.says("desk_closing", json!("heard")).await;
    assert_eq!(page.code("desk_set", json!({ "colour": "red" })).await, "window.arguments");
}

#[tokio::test]
async fn a_case_is_written_down_counted_and_taken_back() {
    let page = Page::at_work().await;
    assert!(page.says("cases_keys", Value::Null).await.as_array().is_some_and(|it| it.len() > 40));
    let setting = json!({ "case": 1, "settings": [{ "ask": "set", "key": "reference", "value": "2026-07" }] });
    page.says("cases_set", setting).await;
    let overview = page.says("cases_overview", json!({ "case": 1 })).await;
    assert_eq!(overview["facts"]["accounts"]["value"], 3, "{overview}");
    assert!(overview["pending"].as_array().is_some_and(|it| !it.is_empty()), "what is open");
    assert!(page.says("cases_written", json!({ "case": 1 })).await.to_string().contains("2026-07"));
    let typed =
        json!({ "case": 1, "name": "accounts", "count": { "value": 7 }, "source": "by telephone", "party": null });
    assert_eq!(page.says("cases_set_count", typed).await, 1);
    // The list says three: it contradicts what was typed, until somebody decides.
    let kept = json!({ "case": 1, "name": "accounts", "reason": "the list is not whole" });
    page.says("cases_keep_count", kept.clone()).await;
    assert_eq!(page.code("cases_keep_count", kept).await, "conflict.missing");
    page.says("deeds_undo", json!({ "case": 1 })).await;
    page.says("cases_adopt_count", json!({ "case": 1, "name": "accounts", "party": null })).await;
    page.says("deeds_undo", json!({ "case": 1 })).await;
    assert_eq!(page.says("deeds_redo", json!({ "case": 1 })).await["verb"], "count.adopt");
    let drawn = page
        .says("charts_draw", json!({ "case": 1, "chart": page.able("charts").await, "theme": "light", "width": 600.0 }))
        .await;
    assert!(drawn["title"].as_str().is_some_and(|it| !it.is_empty()), "{drawn}");
}

#[tokio::test]
async fn lists_are_looked_at_found_in_tagged_and_handed_out() {
    let page = Page::at_work().await;
    let places = page.says("places_list", Value::Null).await;
    assert!(places.as_array().is_some_and(|it| it.iter().any(|row| row["code"] == "XK")), "{places}");
    let looks = page.says("imports_look", importing(&json!(2), true)).await;
    assert_eq!(looks[0]["token"], 2, "{looks}");
    assert_eq!(page.says("imports_past", json!({ "case": 1 })).await.as_array().map(Vec::len), Some(1));
    let of = json!({ "case": 1, "import": 1 });
    assert_eq!(page.says("imports_problems", of.clone()).await[0]["line"], 5);
    page.chooses("rejects.csv", "imports_rejects", of.clone()).await;
    assert!(exists(&page.path("rejects.csv")));
    let first = page.says("accounts_first", json!({ "case": 1, "filter": "region:Nordics", "limit": 10 })).await;
    assert_eq!((first["accounts"].as_array().map(Vec::len), &first["all"]), (Some(2), &json!(3)));
    let view = page.says("accounts_view", viewing("")).await["view"].clone();
    let part = json!({ "view": view, "from": 1, "count": 5 });
    assert_eq!(page.says("accounts_rows", part.clone()).await[0]["key"], "b@x.example");
    let id = page.says("accounts_ids", part.clone()).await[0].clone();
    assert_eq!(
        page.says("accounts_inspect", json!({ "case": 1, "account": id })).await["account"]["key"],
        "b@x.example"
    );
    assert!(
        page.says("accounts_suggest", json!({ "case": 1, "text": "reg", "cursor": 3 }))
            .await
            .to_string()
            .contains("region:")
    );
    let shown = json!({ "view": view, "chosen": null, "columns": ["address", "region"], "format": "csv" });
    assert!(page.says("lists_copy", shown.clone()).await.as_str().is_some_and(|it| it.contains("c@x.example")));
    assert_eq!(page.chooses("shown.csv", "lists_write", shown).await["accounts"], 3);
    assert_eq!(page.chooses("sheet.csv", "lists_sheet", json!({ "view": view, "format": "csv" })).await["accounts"], 3);
    assert!(exists(&page.path("shown.csv")) && exists(&page.path("sheet.csv")));
    assert_eq!(page.code("accounts_rows", json!({ "view": 99, "from": 0, "count": 1 })).await, "window.view_gone");
    assert_eq!(page.code("accounts_view", viewing("(domain:x.example")).await, "filter.group_not_closed");
    let chosen = json!({ "everything": false, "filter": "", "ids": [id] });
    let mut tagging = json!({ "case": 1, "chosen": chosen, "region": null, "organisation": null, "residence": "DE", "basis": "hr", "status": null, "one_person": null, "create": false });
    assert_eq!(page.says("tagging_tag", tagging.clone()).await["changed"], 1);
    assert_eq!(page.found("residence:DE").await, 1);
    tagging["residence"] = json!("ZZ");
    assert_eq!(page.code("tagging_tag", tagging).await, "country.unknown");
    let adopting = json!({ "case": 1, "account": id, "field": "status", "statement": 0 });
    assert_eq!(page.code("tagging_adopt", adopting).await, "conflict.missing");
    page.says("imports_take_back", of).await;
    assert_eq!(page.found("").await, 0);
}

#[tokio::test]
async fn trees_and_the_log_are_read_changed_and_gone_back_in() {
    let page = Page::at_work().await;
    let grown = page.says("trees_list", json!({ "case": 1, "tree": "region" })).await;
    assert!(grown.to_string().contains("Nordics"), "{grown}");
    let renaming = json!({ "case": 1, "tree": "region", "change": { "rename": ["Nordics", "Norden"] } });
    page.says("trees_change", renaming).await;
    assert_eq!((page.found("region:Norden").await, page.found("tagged:no").await), (json!(2), json!(2)));
    let history = page.says("trees_history", json!({ "case": 1, "tree": "region", "node": 1 })).await;
    assert!(history.as_array().is_some_and(|it| !it.is_empty()));
    let elsewhere = page.says("parties_elsewhere", json!({ "case": 1, "organisation": 1 })).await;
    assert_eq!(elsewhere, json!([]), "no other case names it");
    let asked = json!({ "case": 1, "text": "", "meant": [], "verb": null, "limit": 50, "offset": 0 });
    let log = page.says("journal_page", asked).await;
    let deeds: Vec<i64> =
        log["entries"].as_array().into_iter().flatten().filter_map(|it| it["deed"].as_i64()).collect();
    assert!(deeds.len() >= 3, "{log}");
    page.says("journal_changes", json!({ "deed": deeds[0] })).await;
    assert_eq!(page.says("journal_chain", Value::Null).await["ok"], true);
    assert_eq!(page.says("journal_verify", json!({ "work": "verify" })).await["ok"], true);
    page.chooses("log.csv", "journal_csv", json!({ "case": 1 })).await;
    assert!(exists(&page.path("log.csv")));
    page.says("journal_undo_to", json!({ "case": 1, "deed": deeds[0], "work": "undo" })).await;
    assert_eq!(page.found("region:Nordics").await, 2);
}

#[tokio::test]
async fn a_report_is_seen_as_it_is_exported_and_given_out_again() {
    let page = Page::at_work().await;
    let (template, format) = (page.able("templates").await, page.able("formats").await);
    let order = json!({ "template": template, "language": "en", "format": format, "names": false });
    let previewed = page.says("reports_preview", json!({ "case": 1, "order": order })).await;
    let seen = page.desk.put_aside(previewed["name"].as_str().expect("a name")).expect("its bytes");
    let mut exporting = json!({ "case": 1, "order": order });
    for key in ["now", "sha256", "version"] {
        exporting[key] = previewed[key].clone();
    }
    let exported = page.chooses("report", "reports_export", exporting).await;
    assert_eq!(exported["export"], 1, "{exported}");
    assert_eq!(
        std::fs::read(page.path(exported["file"]["name"].as_str().expect("a name"))).expect("there"),
        *seen,
        "what was seen is what was written"
    );
    assert_eq!(page.says("reports_past", json!({ "case": 1 })).await.as_array().map(Vec::len), Some(1));
    let which = json!({ "case": 1, "export": 1 });
    let name = page.says("reports_look", which.clone()).await;
    assert_eq!(page.desk.put_aside(name.as_str().expect("a name")).expect("its bytes"), seen);
    let again = page.chooses("again", "reports_again", which).await;
    assert_eq!(std::fs::read(page.path(again["name"].as_str().expect("a name"))).expect("there"), *seen);
}

#[test]
fn every_command_of_the_registry_is_called_here() {
    let own = include_str!("tests.rs");
    let missing: Vec<_> =
        COMMANDS.iter().map(|it| it.name).filter(|name| !own.contains(&format!("\"{name}\""))).collect();
    assert_eq!(missing, Vec::<&str>::new());
}
