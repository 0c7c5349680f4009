//! Writes the dossier of a book's first case inside the process, without names; `cargo xtask bench` runs it.
//!
//! Each reading goes all the way: facts, document, PDF, the search for names in it, the record in the book. Prints
//! seconds, the median of 31. Without a book to measure it says so and ends well.

use std::path::Path;
use std::time::{Duration, Instant};

use breachbook::actions::{Access, Session, cases, reporting};
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
    let session = Session::open(book, Some(key), Access::Write, who, now).await.expect("the book opens");
    let case = cases::list(&session).await.expect("cases")[0].id;
    let mut readings = Vec::new();
    for _ in 0..READINGS {
        let start = Instant::now();
        reporting::report(&session, case, "dossier", "en", "pdf", false).await.expect("a dossier");
        readings.push(start.elapsed());
    }
    println!("dossier {}", median(readings));
    session.close().await.expect("the book closes");
}

fn median(mut readings: Vec<Duration>) -> f64 {
    readings.sort_unstable();
    readings[readings.len() / 2].as_secs_f64()
}
