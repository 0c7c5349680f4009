//! Tagging: region, organisation, residence with its basis, status, of every account a filter finds.
//!
//! What stood there is kept in `change`, of the accounts that differ alone; the numbers at hand move with them. One walk
//! over the accounts does both, one statement sets the tags: a million accounts are read twice and written once.

use sqlx::{AssertSqlSafe, SqliteConnection};

use super::bulk::{Bulk, Cell, Many};
use super::filter_sql::{Binds as _, Bound, Condition};
use super::merging::Field;
use super::sightings::{CHANGED, deed_of, value};
use super::standing::{COLUMNS, Standing, columns};
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
        if let Some(status) = self.status {
            (standing.status, standing.safe_status) = (status.position(), None);
        }
    }

    /// Each tag that is asked for, in the order of [`CHANGED`].
    fn columns(&self) -> Vec<Tag> {
        let one = |changed: usize, field: Field, value: &'static str, to: String| Tag {
            changed: CHANGED[changed],
            field,
            differs: format!("{value} IS NOT {to}"),
            set: format!("{value} = {to}"),
            deed: DEEDS[changed],
        };
        let mut tags = Vec::new();
        tags.extend(self.region.map(|it| one(0, Field::Region, "region_id", literal(it))));
        tags.extend(self.organisation.map(|it| one(1, Field::Organisation, "organisation_id", literal(it))));
        tags.extend(self.residence.map(|it| {
            let (place, basis) = (literal(it.map(|it| it.0)), literal(it.map(|it| it.1.position())));
            let differs = format!("(place_id IS NOT {place} OR basis IS NOT {basis})");
            let set = format!("place_id = {place}, basis = {basis}");
            Tag { differs, set, ..one(2, Field::Residence, "place_id", place) }
        }));
        tags.extend(self.status.map(|it| {
            let tag = one(3, Field::Status, "status", it.position().to_string());
            Tag { set: format!("{}, safe_status = NULL", tag.set), ..tag }
        }));
        tags.into_iter().map(Tag::or_decides).collect()
    }
}

/// The columns of the deeds, in the order of [`CHANGED`].
const DEEDS: [&str; 4] = ["region_deed", "organisation_deed", "place_deed", "status_deed"];

/// A tag as SQL, with numbers in full: no text of anybody's is among them.
struct Tag {
    /// `change.field`.
    changed: i64,
    field: Field,
    /// Whether an account holds something else, or what it holds is contradicted and this decides it.
    differs: String,
    set: String,
    /// The column of the deed that set it: of the accounts that differ alone.
    deed: &'static str,
}

impl Tag {
    /// Where statements of the field differ, the tag decides, also by what the account holds already.
    fn or_decides(self) -> Self {
        let differs = format!("({} OR {})", self.differs, self.is_contradicted());
        Self { differs, ..self }
    }

    fn is_contradicted(&self) -> String {
        format!("account_id IN (SELECT account_id FROM conflict WHERE open = 1 AND field = '{}')", self.field.id())
    }
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
    // Nothing is wanted: what is decided is no tag.
    if tags.is_empty() {
        return Ok(0);
    }
    let differs: Vec<&str> = tags.iter().map(|tag| tag.differs.as_str()).collect();
    let which = Which { case_id, condition, differs: differs.join(" OR ") };
    let changed = keep(&Bulk::hold(conn).await?, deed_id, &which, (wanted, &tags))?;
    if changed > 0 {
        sqlx::query(AssertSqlSafe(which.update(&tags, deed_id)))
            .bind_all(&condition.values)
            .execute(&mut *conn)
            .await?;
        for tag in &tags {
            close(conn, deed_id, tag).await?;
        }
    }
    Ok(changed)
}

/// Deciding by hand closes what stood of the account and the field: no list has come since.
async fn close(conn: &mut SqliteConnection, deed_id: i64, tag: &Tag) -> Result<()> {
    sqlx::query(
        "UPDATE conflict SET open = 0 WHERE open = 1 AND field = ?1 AND EXISTS \
         (SELECT 1 FROM change c WHERE c.deed_id = ?2 AND c.field = ?3 AND c.account_id = conflict.account_id)",
    )
    .bind(tag.field.id())
    .bind(deed_id)
    .bind(tag.changed)
    .execute(conn)
    .await?;
    Ok(())
}

/// The accounts that a filter finds and that would differ.
struct Which<'a> {
    case_id: i64,
    condition: &'a Condition,
    differs: String,
}

impl Which<'_> {
    /// The accounts as they stand, and of each tag whether it decides what is contradicted.
    fn select(&self, tags: &[Tag]) -> String {
        let contradicted: String = tags.iter().map(|tag| format!(", {}", tag.is_contradicted())).collect();
        format!(
            concat!("SELECT s.account_id, ", columns!(), "{} FROM {} AND ({}) ORDER BY s.account_id"),
            contradicted,
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
            .map(|Tag { differs, set, deed, .. }| format!("{set}, {deed} = iif({differs}, {deed_id}, {deed})"))
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
fn keep(bulk: &Bulk<'_>, deed_id: i64, which: &Which<'_>, (wanted, tags): (&Tags, &[Tag])) -> Result<u64> {
    let mut moves = Moves::default();
    let mut keep = Many::new(bulk, "INSERT INTO change", "deed_id, field, account_id, old, old_basis, old_deed");
    let mut changed = 0;
    let values: Vec<Cell<'_>> = which.condition.values.iter().map(Bound::cell).collect();
    // In the order of accounts, so that the table grows at its end.
    bulk.prepare(&which.select(tags))?.each(&values, |row| {
        let account = row.int(0).unwrap_or_default();
        let before = Standing::read(row, 1);
        let mut after = before.clone();
        wanted.put_on(&mut after);
        for (column, tag) in (1 + COLUMNS..).zip(tags) {
            let (field, old) = (tag.changed, value(&before, tag.changed));
            if old != value(&after, field) || row.int(column) == Some(1) {
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
