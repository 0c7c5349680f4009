//! Reads the numbers of all of 200 parties of a case inside the process; `cargo xtask bench` runs it on a copy of its book.
//!
//! The accounts are dealt out evenly among 200 clients first, and the numbers at hand counted anew.

mod shared;

use std::path::Path;

use breachbook::actions::facts::Asked;
use breachbook::actions::{Access, Session, cases, facts};
use breachbook::model::ids::CaseId;
use breachbook::model::setting::Setting;
use breachbook::store::tally;
use serde_json::json;

const READINGS: usize = 31;
const PARTIES: i64 = 200;

fn main() {
    shared::on_the_book(measure);
}

async fn measure(book: &Path, key: &str) {
    let copy = book.with_extension("parties.breachbook");
    std::fs::copy(book, &copy).expect("room for a copy");
    let (session, case) = shared::open(&copy, key, Access::Write).await;
    let client = |n| {
        let row = json!({"role": "client", "organisation": format!("Client {n}")});
        Setting::Add { key: "party".to_owned(), row: row.as_object().cloned().unwrap_or_default() }
    };
    let clients: Vec<Setting> = (0..PARTIES).map(client).collect();
    cases::set(&session, case, &clients).await.expect("the parties");
    deal(&session, case).await;
    shared::median("parties", READINGS, async || {
        let parties = facts::of_parties(&session, case, None).await.expect("the parties");
        let parties = parties.parties.iter().filter(|it| it.accounts.count.low > 0);
        assert!(parties.count() >= 200, "each has accounts of its own");
    })
    .await;
    shared::median("party", READINGS, async || {
        let asked = Asked { party: Some("Client 7"), ..Asked::default() };
        facts::numbers(&session, case, asked).await.expect("a party");
    })
    .await;
    session.close().await.expect("the book closes");
    std::fs::remove_file(&copy).expect("the copy is ours");
}

/// Every account to one of the clients, in turn.
async fn deal(session: &Session, case: CaseId) {
    let mut tx = session.store.begin().await.expect("a transaction");
    sqlx::query(
        "UPDATE standing SET organisation_id = (SELECT min(id) FROM organisation WHERE name = 'Client 0') + account_id % ?",
    )
    .bind(PARTIES)
    .execute(&mut *tx)
    .await
    .expect("the accounts");
    tally::rebuild(&mut tx, case).await.expect("counted");
    tx.commit().await.expect("committed");
}
