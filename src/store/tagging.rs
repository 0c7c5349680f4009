//! Tagging: region, organisation, residence with its basis, status, of every account a filter finds.
//!
//! What stood there is kept in `change`, of the accounts that differ alone; the numbers at hand move with them. One walk
//! over the accounts does both, one statement sets the tags: a million accounts are read twice and written once.

use sqlx::{AssertSqlSafe, SqliteConnection};

use super::bulk::{Bulk, Cell, Many};
use super::deeds::Under;
use super::filter_sql::{Binds as _, Bound, Condition};
use super::merging::Field;
use super::standing::{COLUMNS, Standing, columns};
use super::tags::TagValue;
use super::tally::Moves;
use super::tree_index;
use crate::error::Result;
use crate::model::ids::{CaseId, DeedId, OrganisationId, PlaceId, RegionId};
use crate::model::tag::Tag;
use crate::model::words::{Basis, Status};

/// What accounts are to hold; what is `None` stays as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tags {
    /// A region's id, or none.
    pub region: Option<Option<RegionId>>,
    /// An organisation's id, or none.
    pub organisation: Option<Option<OrganisationId>>,
    /// A place's id with what it rests on, or none.
    pub residence: Option<Option<Residence>>,
    /// A status.
    pub status: Option<Status>,
    /// The deed by which each is one person, or none.
    pub one_person: Option<Option<DeedId>>,
}

/// A place, and what it rests on that somebody resides there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Residence {
    /// The place.
    pub place: PlaceId,
    /// What it rests on.
    pub basis: Basis,
}

impl Tags {
    /// What an account holds afterwards.
    fn put_on(&self, standing: &mut Standing) {
        standing.region = self.region.unwrap_or(standing.region);
        standing.organisation = self.organisation.unwrap_or(standing.organisation);
        if let Some(residence) = self.residence {
            standing.place = residence.map(|it| it.place);
            standing.basis = residence.map(|it| it.basis.position());
        }
        if let Some(status) = self.status {
            (standing.status, standing.safe_status) = (status.position(), None);
        }
        standing.one_person = self.one_person.unwrap_or(standing.one_person);
    }

    /// What is asked for of a tag; nothing where it stays.
    fn asked(&self, tag: Tag) -> Option<TagValue> {
        match tag {
            Tag::Region => self.region.map(|it| TagValue::plain(it.map(RegionId::raw))),
            Tag::Organisation => self.organisation.map(|it| TagValue::plain(it.map(OrganisationId::raw))),
            Tag::Residence => self
                .residence
                .map(|it| TagValue { value: it.map(|it| it.place.raw()), basis: it.map(|it| it.basis.position()) }),
            Tag::Status => self.status.map(|it| TagValue::plain(Some(it.position()))),
            Tag::OnePerson => self.one_person.map(|it| TagValue::plain(it.map(DeedId::raw))),
        }
    }

    /// Each tag that is asked for, as SQL.
    fn wanted(&self) -> Vec<Wanted> {
        Tag::ALL.iter().filter_map(|tag| self.asked(*tag).map(|value| Wanted::new(*tag, value))).collect()
    }
}

/// A tag that is asked for, as SQL with numbers in full: no text of anybody's is among them.
struct Wanted {
    tag: Tag,
    /// Whether an account holds something else, or what it holds is contradicted and this decides it.
    differs: String,
    set: String,
}

impl Wanted {
    fn new(tag: Tag, TagValue { value, basis }: TagValue) -> Self {
        let columns = tag.columns();
        let (value, basis) = (literal(value), literal(basis));
        let held = [Some((columns.value, value)), columns.basis.map(|column| (column, basis))];
        let held: Vec<_> = held.into_iter().flatten().collect();
        let each = |how: &str| held.iter().map(|(column, to)| format!("{column} {how} {to}")).collect::<Vec<_>>();
        let settled = columns.settles.map(|column| format!("{column} = NULL"));
        // Where statements of the field differ, the tag decides, also by what the account holds already.
        let differs = format!("({} OR {})", each("IS NOT").join(" OR "), is_contradicted(tag));
        Self { tag, differs, set: each("=").into_iter().chain(settled).collect::<Vec<_>>().join(", ") }
    }
}

fn is_contradicted(tag: Tag) -> String {
    match Field::of(tag) {
        Some(field) => {
            format!("account_id IN (SELECT account_id FROM conflict WHERE open = 1 AND field = '{}')", field.id())
        }
        None => "0".to_owned(),
    }
}

fn literal(value: Option<i64>) -> String {
    value.map_or("NULL".to_owned(), |value| value.to_string())
}

/// The id of an ISO code, for [`Tags::residence`].
///
/// # Errors
/// What SQLite refuses.
pub async fn place(conn: &mut SqliteConnection, code: &str) -> Result<PlaceId> {
    tree_index::place(conn, code).await
}

/// Tags the accounts under a deed; says how many accounts differ afterwards.
///
/// # Errors
/// What SQLite refuses.
pub async fn tag(
    conn: &mut SqliteConnection,
    Under { case_id, deed_id }: Under,
    condition: &Condition,
    wanted: &Tags,
) -> Result<u64> {
    let tags = wanted.wanted();
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
        for it in &tags {
            close(conn, deed_id, it.tag).await?;
        }
    }
    Ok(changed)
}

/// Deciding by hand closes what stood of the account and the field: no list has come since.
async fn close(conn: &mut SqliteConnection, deed_id: DeedId, tag: Tag) -> Result<()> {
    let Some(field) = Field::of(tag) else { return Ok(()) };
    sqlx::query(
        "UPDATE conflict SET open = 0 WHERE open = 1 AND field = ?1 AND EXISTS \
         (SELECT 1 FROM change c WHERE c.deed_id = ?2 AND c.field = ?3 AND c.account_id = conflict.account_id)",
    )
    .bind(field.id())
    .bind(deed_id)
    .bind(tag.position())
    .execute(conn)
    .await?;
    Ok(())
}

/// The accounts that a filter finds and that would differ.
struct Which<'a> {
    case_id: CaseId,
    condition: &'a Condition,
    differs: String,
}

impl Which<'_> {
    /// The accounts as they stand, and of each tag whether it decides what is contradicted.
    fn select(&self, tags: &[Wanted]) -> String {
        let contradicted: String = tags.iter().map(|it| format!(", {}", is_contradicted(it.tag))).collect();
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
        let (first, last) = self.case_id.accounts().into_inner();
        format!("standing s {with}WHERE s.account_id BETWEEN {first} AND {last} AND ({})", self.condition.sql)
    }

    /// Sets the tags. What is asked of a row is asked before it is set, so the condition finds what [`keep`] found.
    fn update(&self, tags: &[Wanted], deed_id: DeedId) -> String {
        let set = |Wanted { tag, differs, set }: &Wanted| {
            let deed = tag.columns().deed;
            format!("{set}, {deed} = iif({differs}, {deed_id}, {deed})")
        };
        let set: Vec<String> = tags.iter().map(set).collect();
        let found = if self.condition.reads_account() {
            format!("account_id IN (SELECT account_id FROM change WHERE deed_id = {deed_id})")
        } else {
            let (first, last) = self.case_id.accounts().into_inner();
            format!("account_id BETWEEN {first} AND {last} AND ({})", self.condition.sql)
        };
        format!("UPDATE standing AS s SET {} WHERE {found} AND ({})", set.join(", "), self.differs)
    }
}

/// Keeps what stands in each tag that would differ, and moves the accounts in the numbers at hand; says how many.
fn keep(bulk: &Bulk<'_>, deed_id: DeedId, which: &Which<'_>, (wanted, tags): (&Tags, &[Wanted])) -> Result<u64> {
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
        for (column, Wanted { tag, .. }) in (1 + COLUMNS..).zip(tags) {
            let old = tag.of(&before);
            if old != tag.of(&after) || row.int(column) == Some(1) {
                let (position, deed) = (tag.position().into(), tag.deed(&before));
                keep.add(&[deed_id.into(), position, account.into(), old.value.into(), old.basis.into(), deed.into()])?;
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
