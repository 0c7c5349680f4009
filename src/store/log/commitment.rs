//! What an entry of the log commits to: what its deed did, and the state that the case was in afterwards. Computed in one
//! place, by whoever appends an entry and by whoever verifies it; no writer knows of it but that it marks what it touches.

pub mod did;
pub mod leaves;

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use sqlx::{Connection as _, SqliteConnection};

    use super::did::{OF_A_DEED, OF_THE_BOOK};
    use super::leaves::parts::{CASE_PARTS, PARTS, PLACE, REJECTED};

    /// Tables that no entry commits to, and what holds them instead.
    const HELD_OTHERWISE: [(&str, &str); 9] = [
        ("entity", "the book's own: as the last deed left it that changed it (verify::deeds)"),
        ("account_key", "verify::keys: equal to account"),
        ("tally", "counted again from standing, added up from move"),
        ("tally_day", "likewise"),
        ("tally_organisation_day", "likewise"),
        ("leaf", "made anew; its hash is the state"),
        ("audit", "the chain"),
        ("audit_head", "the chain"),
        ("audit_detail", "the chain holds its hash"),
    ];

    /// Columns that later deeds write, or that something else stands for.
    const NOT_OF_THE_DEED: [(&str, &str); 3] = [("deed", "undone_by"), ("import", "taken_back"), ("export", "bytes")];

    async fn columns() -> BTreeMap<String, BTreeSet<String>> {
        let mut conn = SqliteConnection::connect("sqlite::memory:").await.expect("memory");
        sqlx::raw_sql(include_str!("../../../migrations/0001_book.sql")).execute(&mut conn).await.expect("laid");
        let select = "SELECT m.name, c.name FROM sqlite_schema m, pragma_table_info(m.name) c \
                      WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite%'";
        let rows: Vec<(String, String)> = sqlx::query_as(select).fetch_all(&mut conn).await.expect("columns");
        let mut tables: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        rows.into_iter().for_each(|(table, column)| {
            tables.entry(table).or_default().insert(column);
        });
        tables
    }

    fn named(select: &str) -> BTreeSet<String> {
        let list = select.strip_prefix("SELECT ").and_then(|it| it.split_once(" FROM ")).expect("a select").0;
        list.split(',').map(|it| it.trim().to_owned()).collect()
    }

    #[tokio::test]
    async fn no_table_and_no_column_is_forgotten() {
        let tables = columns().await;
        let mut held: BTreeSet<&str> = HELD_OTHERWISE.iter().map(|it| it.0).chain(["book"]).collect();
        held.extend(PARTS.iter().map(|it| it.table).chain(CASE_PARTS.iter().map(|it| it.name)));
        held.extend(OF_A_DEED.iter().map(|it| it.0).chain([REJECTED.name, PLACE.name]));
        assert_eq!(held, tables.keys().map(String::as_str).collect(), "every table, and no other");
        for (table, columns) in &tables {
            let of_accounts: BTreeSet<String> = PARTS
                .iter()
                .filter(|it| it.table == table)
                .flat_map(|it| it.columns.iter().chain([&it.account]))
                .map(|it| (*it).to_owned())
                .collect();
            assert!(of_accounts.is_empty() || of_accounts == *columns, "{table}");
        }
        let of_deeds = OF_A_DEED.iter().copied().chain([("book", OF_THE_BOOK)]);
        for (table, select) in of_deeds {
            let mut committed = named(select);
            committed.extend(NOT_OF_THE_DEED.iter().filter(|it| it.0 == table).map(|it| it.1.to_owned()));
            assert_eq!(committed, tables[table], "{table}");
        }
    }

    #[test]
    fn no_part_has_the_number_of_another() {
        let ids = PARTS.iter().map(|it| it.id).chain(CASE_PARTS.iter().map(|it| it.id));
        let ids: Vec<i64> = ids.chain([REJECTED.id, PLACE.id]).collect();
        assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len());
    }
}
