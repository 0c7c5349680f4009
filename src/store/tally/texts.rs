//! The tally's SQL, made of its columns once. Nothing of anybody's text is in it.

use std::sync::LazyLock;

use super::columns::{DAY_DIMENSIONS, DIMENSIONS, Dimension, ORGANISATION_DAY_DIMENSIONS, SHARES};

/// The texts of one table.
pub struct Texts {
    /// Adds to a row, and makes it where it is not there.
    pub add: String,
    /// Removes rows without accounts.
    pub sweep: String,
    /// The rows of a case, in the order of the lists.
    pub rows: String,
    /// Counts a case anew into the emptied table.
    pub fill: String,
    /// Removes the rows of a case.
    pub clear: String,
    /// Whether counting anew gives the rows that stand, and no other.
    pub same: [String; 2],
    /// Says something where a row is of no account, or of no case that is there.
    pub stray: String,
    /// What rows of `standing` have in common, in the order of the list.
    pub read: String,
}

/// By every dimension.
pub static TALLY: LazyLock<Texts> = LazyLock::new(|| Texts::of("tally", DIMENSIONS));
/// By day of first access.
pub static BY_DAY: LazyLock<Texts> = LazyLock::new(|| Texts::of("tally_day", DAY_DIMENSIONS));
/// By day of first access, for each organisation.
pub static BY_ORGANISATION_AND_DAY: LazyLock<Texts> =
    LazyLock::new(|| Texts::of("tally_organisation_day", ORGANISATION_DAY_DIMENSIONS));

/// The texts of every table.
pub fn all() -> [&'static Texts; 3] {
    [&TALLY, &BY_DAY, &BY_ORGANISATION_AND_DAY]
}

impl Texts {
    fn of(table: &str, dimensions: &[Dimension]) -> Self {
        let keys: Vec<&str> = dimensions.iter().map(|it| it.column).collect();
        let sums: Vec<&str> = SHARES.iter().map(|it| it.column).collect();
        let (key, all) = (keys.join(", "), [keys.as_slice(), &sums].concat().join(", "));
        let added: Vec<String> = sums.iter().map(|it| format!("{it} = {it} + excluded.{it}")).collect();
        let read = dimensions.iter().map(|it| format!("coalesce({}, {})", it.read, it.none));
        let read = read.collect::<Vec<_>>().join(", ");
        let counted = counted(&read, dimensions.len());
        let stands = format!("SELECT case_id, {all} FROM {table} WHERE case_id = ?1");
        Self {
            add: format!(
                "INSERT INTO {table} (case_id, {all}) VALUES (?{}) ON CONFLICT (case_id, {key}) DO UPDATE SET {}",
                ",?".repeat(keys.len() + sums.len()),
                added.join(", ")
            ),
            sweep: format!("DELETE FROM {table} WHERE case_id = ? AND accounts = 0"),
            rows: format!("SELECT {all} FROM {table} WHERE case_id = ? AND accounts > 0"),
            fill: format!("INSERT INTO {table} (case_id, {all}) {counted}"),
            clear: format!("DELETE FROM {table} WHERE case_id = ?"),
            same: [
                format!("SELECT NOT EXISTS (SELECT * FROM ({counted}) EXCEPT {stands})"),
                format!("SELECT NOT EXISTS ({stands} EXCEPT SELECT * FROM ({counted}))"),
            ],
            stray: format!(
                "SELECT 1 FROM {table} WHERE accounts <= 0 OR case_id NOT IN (SELECT id FROM cases) LIMIT 1"
            ),
            read,
        }
    }
}

/// The accounts of the case ?1, those from ?2 to ?3, counted by what they have in common.
fn counted(read: &str, dimensions: usize) -> String {
    let sums: Vec<&str> = SHARES.iter().map(|it| it.sum).collect();
    let groups: Vec<String> = (2..dimensions + 2).map(|at| at.to_string()).collect();
    format!(
        "SELECT ?1, {read}, {} FROM standing WHERE account_id BETWEEN ?2 AND ?3 GROUP BY {}",
        sums.join(", "),
        groups.join(", ")
    )
}
