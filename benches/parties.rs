//! Reads the numbers of all of 200 parties of a case inside the process; `cargo xtask bench` runs it on a copy of its book.
//!
//! The accounts are dealt out evenly among 200 clients first, and the numbers at hand counted anew. Prints seconds, the
//! median of 31 readings. Without a book to measure it says so and ends well.

use std::path::Path;
use std::time::{Duration, Instant};

use breachbook::actions::{Access, Session, cases, facts};
use breachbook::model::ids::CaseId;
use breachbook::model::setting::Setting;
use breachbook::model::who::Who;
use breachbook::store::tally;
use serde_json::json;

const READINGS: usize = 31;
const PARTIES: i64 = 200;

fn main() {
    let (Ok(book), Ok(key)) = (std::env::var("BENCH_BOOK"), std::env::var("BENCH_KEY")) else {
        println!("nothing measured: BENCH_BOOK and BENCH_KEY say which book");
        return;
    };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    runtime.block_on(measure(Path::new(&book), &key));
}

async fn measure(book: &Path, key: &str) {
    let copy = book.with_extension("parties.breachbook");
    std::fs::copy(book, &copy).expect("room for a copy");
    let who = Who { name: "Bench".to_owned(), os_account: "bench".to_owned(), machine: "bench".to_owned() };
    let now: jiff::Timestamp = "2026-11-25T13:07:31Z".parse().expect("a time");
    let session = Session::open(&copy, Some(key), Access::Write, who, now).await.expect("the book opens");
    let case = cases::list(&session).await.expect("cases")[0].id;
    let client = |n| {
        let row = json!({"role": "client", "organisation": format!("Client {n}")});
        Setting::Add { key: "party".to_owned(), row: row.as_object().cloned().unwrap_or_default() }
    };
    let clients: Vec<Setting> = (0..PARTIES).map(client).collect();
    cases::set(&session, case, &clients).await.expect("the parties");
    deal(&session, case).await;
    let mut readings = Vec::new();
    for _ in 0..READINGS {
        let start = Instant::now();
        let parties = facts::of_parties(&session, case).await.expect("the parties");
        readings.push(start.elapsed());
        assert!(parties.iter().filter(|it| it.accounts.count.low > 0).count() >= 200, "each has accounts of its own");
    }
    println!("parties {}", median(readings));
    let mut readings = Vec::new();
    for _ in 0..READINGS {
        let start = Instant::now();
        facts::of_party(&session, case, "Client 7").await.expect("a party");
        readings.push(start.elapsed());
    }
    println!("party {}", median(readings));
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

fn median(mut readings: Vec<Duration>) -> f64 {
    readings.sort_unstable();
    readings[readings.len() / 2].as_secs_f64()
}
