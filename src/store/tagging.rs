//! Tagging: region, organisation, residence with its basis, status, of every account a filter finds.
//!
//! What stood there is kept in `change`, of the accounts that differ alone; the numbers at hand move with them. One walk
//! over the accounts does both, one statement sets the tags: a million accounts are read twice and written once.

use sqlx::{AssertSqlSafe, SqliteConnection};

use super::bulk::{Bulk, Cell, Many};
use super::filter_sql::{Binds as _, Bound, Condition};
use super::sightings::{CHANGED, deed_of, value};
use super::standing::{Standing, columns};
use super::tally::Moves;
use super::tree_index;
use crate::error::Result;
use crate::model::words::{Basis, Status};

/// What accounts are to hold; what is `None` stays as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tags {
    /// A region's id, or none.
    pub region: Option<Option<i64>>,
    /// An organisation's id, or none.
    pub organisation: Option<Option<i64>>,
    /// A place's id with what it rests on, or none.
    pub residence: Option<Option<(i64, Basis)>>,
    /// A status.
    pub status: Option<Status>,
}

impl Tags {
    /// What an account holds afterwards.
    fn put_on(&self, standing: &mut Standing) {
        standing.region = self.region.unwrap_or(standing.region);
        standing.organisation = self.organisation.unwrap_or(standing.organisation);
        if let Some(residence) = self.residence {
            standing.place = residence.map(|(place, _)| place);
            standing.basis = residence.map(|(_, basis)| basis.position());
        }
        standing.status = self.status.map_or(standing.status, Status::position);
    }

    /// Column, value and column of the deed of each tag that is asked for, in the order of [`CHANGED`].
    fn columns(&self) -> Vec<Tag> {
        let one = |value: &'static str, to, deed| Tag {
            differs: format!("{value} IS NOT {to}"),
            set: format!("{value} = {to}"),
            deed,
        };
        let mut tags = Vec::new();
        tags.extend(self.region.map(|it| one("region_id", literal(it), "region_deed")));
        tags.extend(self.organisation.map(|it| one("organisation_id", literal(it), "organisation_deed")));
        tags.extend(self.residence.map(|it| {
            let (place, basis) = (literal(it.map(|it| it.0)), literal(it.map(|it| it.1.position())));
            let differs = format!("(place_id IS NOT {place} OR basis IS NOT {basis})");
            Tag { differs, set: format!("place_id = {place}, basis = {basis}"), deed: "place_deed" }
        }));
        tags.extend(self.status.map(|it| one("status", it.position().to_string(), "status_deed")));
        tags
    }
}

/// A tag as SQL, with numbers in full: no text of anybody's is among them.
struct Tag {
    /// Whether an account holds something else.
    differs: String,
    set: String,
    /// The column of the deed that set it: of the accounts that differ alone.
    deed: &'static str,
}

fn literal(value: Option<i64>) -> String {
    value.map_or("NULL".to_owned(), |value| value.to_string())
}

/// The id of an ISO code, for [`Tags::residence`].
///
/// # Errors
/// What SQLite refuses.
pub async fn place(conn: &mut SqliteConnection, code: &str) -> Result<i64> {
    tree_index::place(conn, code).await
}

/// Tags the accounts under a deed; says how many accounts differ afterwards.
///
/// # Errors
/// What SQLite refuses.
pub async fn tag(
    conn: &mut SqliteConnection,
    (case_id, deed_id): (i64, i64),
    condition: &Condition,
    wanted: &Tags,
) -> Result<u64> {
    let tags = wanted.columns();
    // Nothing is wanted: a contradiction is decided and the account stays as it is.
    if tags.is_empty() {
        return Ok(0);
    }
    let differs: Vec<&str> = tags.iter().map(|tag| tag.differs.as_str()).collect();
    let which = Which { case_id, condition, differs: differs.join(" OR ") };
    let changed = keep(&Bulk::hold(conn).await?, deed_id, &which, wanted)?;
    if changed > 0 {
        sqlx::query(AssertSqlSafe(which.update(&tags, deed_id))).bind_all(&condition.values).execute(conn).await?;
    }
    Ok(changed)
}

/// The accounts that a filter finds and that would differ.
struct Which<'a> {
    case_id: i64,
    condition: &'a Condition,
    differs: String,
}

impl Which<'_> {
    fn select(&self) -> String {
        format!(
            concat!("SELECT s.account_id, ", columns!(), " FROM {} AND ({}) ORDER BY s.account_id"),
            self.found(),
            self.differs
        )
    }

    /// What a filter asks of `standing` alone is asked of it alone.
    fn found(&self) -> String {
        let with = if self.condition.reads_account() { "JOIN account a ON a.id = s.account_id " } else { "" };
        let first = self.case_id << 32;
        let last = first + i64::from(u32::MAX);
        format!("standing s {with}WHERE s.account_id BETWEEN {first} AND {last} AND ({})", self.condition.sql)
    }

    /// Sets the tags. What is asked of a row is asked before it is set, so the condition finds what [`keep`] found.
    fn update(&self, tags: &[Tag], deed_id: i64) -> String {
        let set: Vec<String> = tags
            .iter()
            .map(|Tag { differs, set, deed }| format!("{set}, {deed} = iif({differs}, {deed_id}, {deed})"))
            .collect();
        let first = self.case_id << 32;
        let found = if self.condition.reads_account() {
            format!("account_id IN (SELECT account_id FROM change WHERE deed_id = {deed_id})")
        } else {
            let last = first + i64::from(u32::MAX);
            format!("account_id BETWEEN {first} AND {last} AND ({})", self.condition.sql)
        };
        format!("UPDATE standing AS s SET {} WHERE {found} AND ({})", set.join(", "), self.differs)
    }
}

/// Keeps what stands in each tag that would differ, and moves the accounts in the numbers at hand; says how many.
fn keep(bulk: &Bulk<'_>, deed_id: i64, which: &Which<'_>, tags: &Tags) -> Result<u64> {
    let mut moves = Moves::default();
    let mut keep = Many::new(bulk, "INSERT INTO change", "deed_id, field, account_id, old, old_basis, old_deed");
    let mut changed = 0;
    let values: Vec<Cell<'_>> = which.condition.values.iter().map(Bound::cell).collect();
    // In the order of accounts, so that the table grows at its end.
    bulk.prepare(&which.select())?.each(&values, |row| {
        let account = row.int(0).unwrap_or_default();
        let before = Standing::read(row, 1);
        let mut after = before.clone();
        tags.put_on(&mut after);
        for field in CHANGED {
            let old = value(&before, field);
            if old != value(&after, field) {
                let deed = deed_of(&before, field);
                keep.add(&[deed_id.into(), field.into(), account.into(), old.0.into(), old.1.into(), deed.into()])?;
            }
        }
        moves.shift(&before, &after);
        changed += 1;
        Ok(())
    })?;
    keep.end()?;
    moves.write(bulk, which.case_id)?;
    Ok(changed)
}
