//! What people wrote down that numbers rest on: claims, typed counts, groups that overlap, exposures, imports,
//! conflicts. Reads only.

use std::collections::BTreeSet;

use sqlx::SqliteConnection;

use super::super::instant;
use crate::error::{Error, Result};
use crate::model::case::{Claim, TypedCount};
use crate::model::count::Count;
use crate::model::facts::ExposureRow;
use crate::model::words::{DataCategory, Standing, Unit};

/// What the headline numbers rest on beside the tally.
pub(in crate::store) struct Written {
    pub claims: Vec<Claim>,
    typed: Vec<TypedCount>,
    disjoint: BTreeSet<(String, String)>,
    /// Imports that stand.
    pub imports: u64,
    /// Data records they read.
    pub read: u64,
    /// Of them without a usable key.
    pub rejected: u64,
}

impl Written {
    pub(super) async fn read(conn: &mut SqliteConnection, case_id: i64) -> Result<Self> {
        let (imports, read, rejected): (i64, i64, i64) = sqlx::query_as(
            "SELECT count(*), coalesce(sum(read), 0), coalesce(sum(rejected), 0) FROM import \
             WHERE case_id = ? AND taken_back IS NULL",
        )
        .bind(case_id)
        .fetch_one(&mut *conn)
        .await?;
        let pairs: Vec<(String, String)> =
            sqlx::query_as("SELECT one, other FROM group_overlap WHERE case_id = ? AND disjoint = 1")
                .bind(case_id)
                .fetch_all(&mut *conn)
                .await?;
        Ok(Self {
            claims: claims(conn, case_id).await?,
            typed: typed(conn, case_id).await?,
            disjoint: pairs.into_iter().collect(),
            imports: number(imports),
            read: number(read),
            rejected: number(rejected),
        })
    }

    /// The claim about a subject that the case goes by: the last one that was adopted.
    pub(super) fn adopted(&self, subject: &str) -> Option<&Claim> {
        self.claims.iter().rev().find(|claim| claim.adopted && claim.subject == subject)
    }

    /// The typed count that stands.
    pub(in crate::store) fn typed(&self, name: &str) -> Option<&TypedCount> {
        self.typed.iter().rev().find(|typed| typed.name == name)
    }

    /// Whether two groups were stated to hold no person in common.
    pub(super) fn disjoint(&self, one: &str, two: &str) -> bool {
        let stated = |one: &str, two: &str| self.disjoint.contains(&(one.to_owned(), two.to_owned()));
        stated(one, two) || stated(two, one)
    }

    /// The groups that are typed, or claimed and adopted.
    pub(super) fn groups(&self) -> BTreeSet<String> {
        let claimed = self.claims.iter().filter(|claim| claim.adopted).map(|claim| &claim.subject);
        let subjects = self.typed.iter().map(|typed| &typed.name).chain(claimed);
        subjects.filter_map(|subject| subject.strip_prefix("persons.").map(str::to_owned)).collect()
    }
}

/// The columns that a count is kept in.
type CountColumns = (i64, Option<i64>, Option<i64>, bool, String, String);

fn count((low, high, estimate, for_good, unit, standing): CountColumns) -> Result<Count> {
    let mut count = Count::between(number(low), high.map(number), unit.parse::<Unit>()?);
    count.estimate = estimate.map(number);
    count.for_good = for_good;
    count.standing = standing.parse::<Standing>()?;
    count.unknown_parts = u64::from(count.says_nothing());
    Ok(count)
}

async fn claims(conn: &mut SqliteConnection, case_id: i64) -> Result<Vec<Claim>> {
    type Words = (i64, String, String, Option<String>, bool, Option<String>, Option<String>);
    let words: Vec<Words> = sqlx::query_as(
        "SELECT id, subject, source, said, adopted, adopted_by, reason FROM claim WHERE case_id = ? ORDER BY id",
    )
    .bind(case_id)
    .fetch_all(&mut *conn)
    .await?;
    let counts: Vec<CountColumns> =
        sqlx::query_as("SELECT low, high, estimate, for_good, unit, standing FROM claim WHERE case_id = ? ORDER BY id")
            .bind(case_id)
            .fetch_all(conn)
            .await?;
    let claim = |((id, subject, source, said, adopted, adopted_by, reason), columns): (Words, CountColumns)| {
        let said = said.map(|said| serde_json::from_str(&said)).transpose().map_err(damaged)?;
        Ok(Claim { id, subject, count: count(columns)?, source, said, adopted, adopted_by, reason })
    };
    words.into_iter().zip(counts).map(claim).collect()
}

async fn typed(conn: &mut SqliteConnection, case_id: i64) -> Result<Vec<TypedCount>> {
    type Row = (String, Option<String>, String, String, i64, Option<i64>, Option<i64>, bool, String, String);
    let rows: Vec<Row> = sqlx::query_as(
        "SELECT name, source, who, at, low, high, estimate, for_good, unit, standing FROM typed_count \
         WHERE case_id = ? AND superseded_by IS NULL ORDER BY id",
    )
    .bind(case_id)
    .fetch_all(conn)
    .await?;
    let typed = |(name, source, by, at, low, high, estimate, for_good, unit, standing): Row| {
        let count = count((low, high, estimate, for_good, unit, standing))?;
        Ok(TypedCount { name, standing: count.standing, count, source, at: instant(&at)?, by })
    };
    rows.into_iter().map(typed).collect()
}

/// Persons by data category, with the residence where it is known.
pub(super) async fn exposures(conn: &mut SqliteConnection, case_id: i64) -> Result<Vec<ExposureRow>> {
    type Row = (String, String, Option<String>, i64, Option<i64>, Option<i64>, bool);
    let rows: Vec<Row> = sqlx::query_as(
        "SELECT category, \"group\", residence, low, high, estimate, for_good FROM exposure \
         WHERE case_id = ? ORDER BY residence IS NULL, residence, id",
    )
    .bind(case_id)
    .fetch_all(conn)
    .await?;
    let row = |(category, group, residence, low, high, estimate, for_good): Row| {
        let words = (Unit::Person.id().to_owned(), Standing::Own.id().to_owned());
        Ok(ExposureRow {
            residence,
            data_category: category.parse::<DataCategory>()?,
            group,
            persons: count((low, high, estimate, for_good, words.0, words.1))?,
        })
    };
    rows.into_iter().map(row).collect()
}

/// Statements about accounts that contradict each other and that nobody has decided (rule 11).
pub(super) async fn conflicts(conn: &mut SqliteConnection, case_id: i64) -> Result<u64> {
    let open: i64 = sqlx::query_scalar(
        "SELECT count(*) FROM conflict WHERE account_id BETWEEN ?1 << 32 AND (?1 + 1 << 32) - 1 AND adopted IS NULL",
    )
    .bind(case_id)
    .fetch_one(conn)
    .await?;
    Ok(number(open))
}

fn number(value: i64) -> u64 {
    u64::try_from(value).unwrap_or(0)
}

fn damaged(cause: serde_json::Error) -> Error {
    Error::new("book.damaged").with("table", "claim").because(cause)
}
