//! Verifies a book inside the process, on which a thousand deeds were done first; `cargo xtask bench` runs it.
//!
//! Prints seconds. Without a book to measure it says so and ends well.

use std::path::Path;
use std::time::Instant;

use breachbook::actions::{Access, Session, audit_trail, cases};
use breachbook::model::setting::Setting;
use breachbook::model::who::Who;

const DEEDS: usize = 1_000;

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
    let start = Instant::now();
    for n in 0..DEEDS {
        let setting = Setting::Set { key: "reference".to_owned(), value: n.to_string().into(), party: None };
        cases::set(&session, case, &[setting]).await.expect("a deed");
    }
    println!("deed {}", start.elapsed().as_secs_f64() / f64::from(u32::try_from(DEEDS).expect("few")));
    let start = Instant::now();
    let found = audit_trail::verify(&session).await.expect("verified");
    println!("verify {}", start.elapsed().as_secs_f64());
    assert!(found.ok, "{found:?}");
    session.close().await.expect("the book closes");
}
