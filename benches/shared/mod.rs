//! What the measurements inside the process share: which book, how it is opened, how often something is read.

use std::path::Path;
use std::time::{Duration, Instant};

use breachbook::actions::{Access, Session, cases};
use breachbook::model::ids::CaseId;
use breachbook::model::who::Who;

/// Measures on the book that the environment names; without one it says so and ends well.
pub fn on_the_book(measure: impl AsyncFnOnce(&Path, &str)) {
    let (Ok(book), Ok(key)) = (std::env::var("BENCH_BOOK"), std::env::var("BENCH_KEY")) else {
        println!("nothing measured: BENCH_BOOK and BENCH_KEY say which book");
        return;
    };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    runtime.block_on(measure(Path::new(&book), &key));
}

/// The book, open, and its first case.
pub async fn open(book: &Path, key: &str, access: Access) -> (Session, CaseId) {
    let who = Who { name: "Bench".to_owned(), os_account: "bench".to_owned(), machine: "bench".to_owned() };
    let now: jiff::Timestamp = "2026-11-25T13:07:31Z".parse().expect("a time");
    let session = Session::open(book, Some(key), access, who, now).await.expect("the book opens");
    let case = cases::list(&session).await.expect("cases")[0].id;
    (session, case)
}

/// Does it so often and prints the median, in seconds.
pub async fn median(name: &str, times: usize, mut read: impl AsyncFnMut()) {
    let mut readings: Vec<Duration> = Vec::with_capacity(times);
    for _ in 0..times {
        let start = Instant::now();
        read().await;
        readings.push(start.elapsed());
    }
    readings.sort_unstable();
    println!("{name} {}", readings[times / 2].as_secs_f64());
}
