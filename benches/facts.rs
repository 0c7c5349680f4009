//! Reads the facts of a case inside the process, beside the bare GROUP BY on the same book; `cargo xtask bench` runs it.
//!
//! Prints seconds, the median of 31 readings each. Without a book to measure it says so and ends well.

use std::path::Path;
use std::time::{Duration, Instant};

use breachbook::actions::{Access, Session, cases, facts};
use breachbook::model::who::Who;

const READINGS: usize = 31;

fn main() {
    let (Ok(book), Ok(key)) = (std::env::var("BENCH_BOOK"), std::env::var("BENCH_KEY")) else {
        println!("nothing measured: BENCH_BOOK and BENCH_KEY say which book");
        return;
    };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    runtime.block_on(measure(Path::new(&book), &key));
}

async fn measure(book: &Path, key: &str) {
    let who = Who { name: "Bench".to_owned(), os_account: "bench".to_owned(), machine: "bench".to_owned() };
    let now: jiff::Timestamp = "2026-11-25T13:07:31Z".parse().expect("a time");
    let session = Session::open(book, Some(key), Access::Read, who, now).await.expect("the book opens");
    let case = cases::list(&session).await.expect("cases")[0].id;
    let mut readings = Vec::new();
    for _ in 0..READINGS {
        let start = Instant::now();
        facts::facts(&session, case).await.expect("facts");
        readings.push(start.elapsed());
    }
    println!("facts {}", median(readings));
    let mut conn = session.store.read().await.expect("a reader");
    let mut readings = Vec::new();
    for _ in 0..READINGS {
        let start = Instant::now();
        let sql =
            "SELECT region_id, organisation_id, status, count(*), sum(records_low) FROM standing GROUP BY 1, 2, 3";
        sqlx::query(sql).fetch_all(&mut *conn).await.expect("the rows");
        readings.push(start.elapsed());
    }
    println!("group_by {}", median(readings));
    drop(conn);
    // What ends with a book open takes the ciphers away from the threads that still close it.
    session.close().await.expect("the book closes");
}

fn median(mut readings: Vec<Duration>) -> f64 {
    readings.sort_unstable();
    readings[readings.len() / 2].as_secs_f64()
}
