//! Writes the dossier of a book's first case inside the process, without names; `cargo xtask bench` runs it.
//!
//! Each reading goes all the way: facts, document, PDF, the search for names in it, the record in the book.

mod shared;

use std::path::Path;

use breachbook::actions::{Access, reporting};

const READINGS: usize = 31;

fn main() {
    shared::on_the_book(measure);
}

async fn measure(book: &Path, key: &str) {
    let (session, case) = shared::open(book, key, Access::Write).await;
    shared::median("dossier", READINGS, async || {
        reporting::report(&session, case, "dossier", "en", "pdf", false).await.expect("a dossier");
    })
    .await;
    session.close().await.expect("the book closes");
}
