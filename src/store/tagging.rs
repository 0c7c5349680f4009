//! Tagging: region, organisation, residence with its basis, status, of every account a filter finds.
//!
//! What stood there is kept in `change`, of the accounts that differ alone; the numbers at hand move with them.

use sqlx::{AssertSqlSafe, SqliteConnection};

use super::filter_sql::{Binds as _, Bound, Condition};
use super::standing::Standing;
use super::{tally, tree_index};
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

/// One field of `change`: how it is kept and how it is set. `{}` is the condition on accounts.
struct Field {
    position: i64,
    keep: &'static str,
    set: &'static str,
    values: [Option<i64>; 2],
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

    fn fields(&self) -> Vec<Field> {
        let mut fields = Vec::new();
        if let Some(region) = self.region {
            fields.push(Field {
                position: 0,
                keep: "s.region_id, NULL, s.region_deed",
                set: "region_id = ?2, region_deed = ?1",
                values: [region, None],
            });
        }
        if let Some(organisation) = self.organisation {
            fields.push(Field {
                position: 1,
                keep: "s.organisation_id, NULL, s.organisation_deed",
                set: "organisation_id = ?2, organisation_deed = ?1",
                values: [organisation, None],
            });
        }
        if let Some(residence) = self.residence {
            let values = residence.map(|(place, basis)| (place, basis.position()));
            fields.push(Field {
                position: 2,
                keep: "s.place_id, s.basis, s.place_deed",
                set: "place_id = ?2, basis = ?3, place_deed = ?1",
                values: [values.map(|it| it.0), values.map(|it| it.1)],
            });
        }
        if let Some(status) = self.status {
            fields.push(Field {
                position: 3,
                keep: "s.status, NULL, s.status_deed",
                set: "status = ?2, status_deed = ?1",
                values: [Some(status.position()), None],
            });
        }
        fields
    }
}

impl Field {
    /// The columns that differ from what is asked, with numbers in full: no text of anybody's is among them.
    fn differs(&self) -> String {
        let literal = |value: Option<i64>| value.map_or("NULL".to_owned(), |value| value.to_string());
        let [value, basis] = self.values.map(literal);
        match self.position {
            0 => format!("s.region_id IS NOT {value}"),
            1 => format!("s.organisation_id IS NOT {value}"),
            2 => format!("(s.place_id IS NOT {value} OR s.basis IS NOT {basis})"),
            _ => format!("s.status IS NOT {value}"),
        }
    }
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
    tags: &Tags,
) -> Result<u64> {
    let fields = tags.fields();
    let mut changed = 0;
    for field in &fields {
        changed += keep(conn, (case_id, deed_id), condition, field).await?;
    }
    if changed == 0 {
        return Ok(0);
    }
    tally::shift(conn, case_id, deed_id, |standing| tags.put_on(standing)).await?;
    for field in &fields {
        set(conn, deed_id, field).await?;
    }
    if fields.len() == 1 { Ok(changed) } else { accounts_of(conn, deed_id).await }
}

async fn accounts_of(conn: &mut SqliteConnection, deed_id: i64) -> Result<u64> {
    let accounts: i64 = sqlx::query_scalar("SELECT count(DISTINCT account_id) FROM change WHERE deed_id = ?")
        .bind(deed_id)
        .fetch_one(conn)
        .await?;
    Ok(u64::try_from(accounts).unwrap_or(0))
}

/// Keeps what stands in a field of the accounts that would differ.
async fn keep(
    conn: &mut SqliteConnection,
    (case_id, deed_id): (i64, i64),
    condition: &Condition,
    field: &Field,
) -> Result<u64> {
    let first = case_id << 32;
    let deed = condition.values.len() + 1;
    // In the order of accounts, so that the table grows at its end.
    let sql = format!(
        "INSERT INTO change (deed_id, field, account_id, old, old_basis, old_deed) \
         SELECT ?{deed}, {position}, s.account_id, {keep} FROM standing s JOIN account a ON a.id = s.account_id \
         WHERE s.account_id BETWEEN {first} AND {last} AND {differs} AND ({condition}) ORDER BY s.account_id",
        position = field.position,
        keep = field.keep,
        last = first + i64::from(u32::MAX),
        differs = field.differs(),
        condition = condition.sql,
    );
    let mut values = condition.values.clone();
    values.push(Bound::Int(deed_id));
    Ok(sqlx::query(AssertSqlSafe(sql)).bind_all(&values).execute(conn).await?.rows_affected())
}

async fn set(conn: &mut SqliteConnection, deed_id: i64, field: &Field) -> Result<()> {
    let sql = format!(
        "UPDATE standing SET {} WHERE account_id IN \
         (SELECT account_id FROM change WHERE deed_id = ?1 AND field = {})",
        field.set, field.position
    );
    let [value, basis] = field.values;
    let query = sqlx::query(AssertSqlSafe(sql)).bind(deed_id).bind(value);
    let query = if field.position == 2 { query.bind(basis) } else { query };
    query.execute(conn).await?;
    Ok(())
}
