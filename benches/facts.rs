//! Reads the facts of a case inside the process, beside the bare GROUP BY on the same book; `cargo xtask bench` runs it.

mod shared;

use std::path::Path;

use breachbook::actions::{Access, facts};

const READINGS: usize = 31;
const GROUP_BY: &str =
    "SELECT region_id, organisation_id, status, count(*), sum(records_low) FROM standing GROUP BY 1, 2, 3";

fn main() {
    shared::on_the_book(measure);
}

async fn measure(book: &Path, key: &str) {
    let (session, case) = shared::open(book, key, Access::Read).await;
    shared::median("facts", READINGS, async || {
        facts::facts(&session, case).await.expect("facts");
    })
    .await;
    let mut conn = session.store.read().await.expect("a reader");
    shared::median("group_by", READINGS, async || {
        sqlx::query(GROUP_BY).fetch_all(&mut *conn).await.expect("the rows");
    })
    .await;
    drop(conn);
    // What ends with a book open takes the ciphers away from the threads that still close it.
    session.close().await.expect("the book closes");
}
