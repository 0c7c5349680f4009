//! What people wrote down that numbers rest on: claims, typed counts, groups that overlap, exposures, imports,
//! conflicts. Reads only.

use std::collections::BTreeSet;

use sqlx::SqliteConnection;

use super::super::rows::{self, Row};
use super::super::{cases, typed_counts};
use crate::error::Result;
use crate::model::case::{Claim, TypedCount};
use crate::model::facts::ExposureRow;
use crate::model::ids::CaseId;

/// What the headline numbers rest on beside the tally.
pub(in crate::store) struct Written {
    pub claims: Vec<Claim>,
    typed: Vec<TypedCount>,
    disjoint: BTreeSet<(String, String)>,
    /// Imports that stand. What only fills accounts that are there (a directory) examines nothing.
    pub imports: u64,
    /// Data records they read.
    pub read: u64,
    /// Of them without a usable key.
    pub rejected: u64,
}

impl Written {
    pub(super) async fn read(conn: &mut SqliteConnection, case_id: CaseId) -> Result<Self> {
        let (imports, read, rejected): (i64, i64, i64) = sqlx::query_as(
            "SELECT count(*), coalesce(sum(read), 0), coalesce(sum(rejected), 0) FROM import \
             WHERE case_id = ? AND taken_back IS NULL AND unmatched IS NULL",
        )
        .bind(case_id)
        .fetch_one(&mut *conn)
        .await?;
        Ok(Self {
            claims: cases::claims(conn, case_id).await?,
            typed: typed_counts::standing(conn, case_id).await?,
            disjoint: cases::disjoint_groups(conn, case_id).await?.into_iter().collect(),
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

/// Persons by data category, with the residence where it is known; not known last.
pub(super) async fn exposures(conn: &mut SqliteConnection, case_id: CaseId) -> Result<Vec<ExposureRow>> {
    let mut exposures =
        rows::of_case(conn, "exposure", case_id).await?.iter().map(exposure).collect::<Result<Vec<_>>>()?;
    exposures.sort_by_key(|row| (row.residence.is_none(), row.residence.clone()));
    Ok(exposures)
}

fn exposure(row: &Row) -> Result<ExposureRow> {
    Ok(ExposureRow {
        residence: row.maybe("residence"),
        data_category: row.word("category")?,
        group: row.text("group"),
        persons: row.count()?,
    })
}

/// Statements about accounts that contradict each other and that nobody has decided (rule 11).
pub(super) async fn conflicts(conn: &mut SqliteConnection, case_id: CaseId) -> Result<u64> {
    let accounts = case_id.accounts();
    let open: i64 = sqlx::query_scalar("SELECT count(*) FROM conflict WHERE account_id BETWEEN ? AND ? AND open = 1")
        .bind(accounts.start())
        .bind(accounts.end())
        .fetch_one(conn)
        .await?;
    Ok(number(open))
}

fn number(value: i64) -> u64 {
    u64::try_from(value).unwrap_or(0)
}
