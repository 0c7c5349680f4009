//! The page on the model says what SQLite does: tables that are to come can be laid beside today's, and each query uses the key
//! that stands beside it.

use std::fs;
use std::path::Path;

use sqlx::{AssertSqlSafe, Connection as _, Row as _, SqliteConnection};

use crate::desk::Desk;

const OPENS: &str = "```sql ";

/// The blocks of SQL of the page: what stands beside the opening, and what is in it.
fn blocks(page: &str) -> Vec<(&str, &str)> {
    let parts = page.split(OPENS).skip(1).filter_map(|it| it.split_once("\n```")).map(|(block, _)| block);
    parts.filter_map(|block| block.split_once('\n')).collect()
}

async fn plan(conn: &mut SqliteConnection, query: &str) -> String {
    let explained = AssertSqlSafe(format!("EXPLAIN QUERY PLAN {query}"));
    let steps = sqlx::query(explained).fetch_all(conn).await.unwrap_or_else(|cause| panic!("{query}: {cause}"));
    steps.iter().map(|step| step.get::<String, _>("detail")).collect::<Vec<_>>().join("\n")
}

#[tokio::test]
async fn what_is_to_come_fits_today_and_every_query_uses_its_key() {
    let desk = Desk::new();
    desk.create(None).await.close().await.expect("closed");
    let options = sqlx::sqlite::SqliteConnectOptions::new().filename(desk.path());
    let mut conn = SqliteConnection::connect_with(&options).await.expect("the plain book");
    let page = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/model.md")).expect("the page");
    let blocks = blocks(&page);
    let (to_come, queries): (Vec<_>, Vec<_>) = blocks.into_iter().partition(|(what, _)| *what == "to come");
    for (_, tables) in &to_come {
        sqlx::raw_sql(AssertSqlSafe((*tables).to_owned())).execute(&mut conn).await.expect(tables);
    }
    assert!(to_come.len() >= 5 && queries.len() >= 15, "{} and {}", to_come.len(), queries.len());
    for (what, query) in queries {
        let uses = what.strip_prefix("uses: ").unwrap_or_else(|| panic!("what is {what}?"));
        let plan = plan(&mut conn, query).await;
        assert!(plan.contains(uses) && !plan.contains("TEMP B-TREE FOR ORDER"), "{query}\n{plan}");
    }
}

#[test]
fn the_page_names_every_table() {
    let page = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/model.md")).expect("the page");
    let laid =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations/0001_book.sql")).expect("tables");
    let tables = laid.lines().filter_map(|line| line.strip_prefix("CREATE TABLE ")?.strip_suffix(" ("));
    let nouns = page.split("```").nth(1).expect("the nouns");
    let is_named = |table: &&str| nouns.split(|it: char| !it.is_alphanumeric() && it != '_').any(|it| it == *table);
    let missing: Vec<&str> = tables.filter(|table| !is_named(table)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}
