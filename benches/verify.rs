//! Verifies a book inside the process, on which a thousand deeds were done first; `cargo xtask bench` runs it.

mod shared;

use std::path::Path;

use breachbook::actions::{Access, audit_trail, cases};
use breachbook::model::setting::Setting;

const DEEDS: usize = 1_000;

fn main() {
    shared::on_the_book(measure);
}

async fn measure(book: &Path, key: &str) {
    let (session, case) = shared::open(book, key, Access::Write).await;
    let mut n = 0;
    shared::median("deed", DEEDS, async || {
        n += 1;
        cases::set(&session, case, &[Setting::of("reference", n.to_string())]).await.expect("a deed");
    })
    .await;
    shared::median("verify", 1, async || {
        let found = audit_trail::verify(&session).await.expect("verified");
        assert!(found.ok, "{found:?}");
    })
    .await;
    session.close().await.expect("the book closes");
}
