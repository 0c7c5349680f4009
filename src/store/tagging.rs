//! Tagging: region, organisation, residence with its basis, status, of every account a filter finds.
//!
//! What stood there is kept in `change`, of the accounts that differ alone; the numbers at hand move with them. One statement
//! does all of it in one walk over the accounts: it asks us of each account that it sets.

use sqlx::SqliteConnection;

use super::asked::{Asked, Numbers as _, Values};
use super::before::{Before, Keeping};
use super::bulk::{Bulk, Cell};
use super::commitment::leaves::{Touched, Touching};
use super::filter_sql::{Bound, Condition};
use super::merging::Field;
use super::nodes::{self, Tree};
use super::sightings::{CHANGED, set, stands, value};
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
    /// Each tag that is asked for, in the order of [`CHANGED`].
    fn columns(&self) -> Vec<Tag> {
        let one = |changed: usize, field: Field, value: &'static str, to: Option<i64>| Tag {
            changed: CHANGED[changed],
            field,
            differs: format!("{value} IS NOT {}", literal(to)),
            decides: false,
            value,
            deed: DEEDS[changed],
            to,
            basis: None,
        };
        let mut tags = Vec::new();
        tags.extend(self.region.map(|it| one(0, Field::Region, "region_id", it)));
        tags.extend(self.organisation.map(|it| one(1, Field::Organisation, "organisation_id", it)));
        tags.extend(self.residence.map(|it| {
            let (place, basis) = (it.map(|it| it.0), it.map(|it| it.1.position()));
            let differs = format!("(place_id IS NOT {} OR basis IS NOT {})", literal(place), literal(basis));
            Tag { differs, basis, ..one(2, Field::Residence, "place_id", place) }
        }));
        tags.extend(self.status.map(|it| one(3, Field::Status, "status", Some(it.position()))));
        tags
    }
}

/// The columns of the deeds, in the order of [`CHANGED`].
const DEEDS: [&str; 4] = ["region_deed", "organisation_deed", "place_deed", "status_deed"];

/// A tag as SQL, with numbers in full: no text of anybody's is among them.
struct Tag {
    /// `change.tag`.
    changed: i64,
    field: Field,
    /// Whether an account holds something else, or what it holds is contradicted and this decides it.
    differs: String,
    /// Somewhere in the case statements of the field contradict each other.
    decides: bool,
    /// The columns of its value and of the deed that set it.
    value: &'static str,
    deed: &'static str,
    /// What an account that differs gets.
    to: Option<i64>,
    basis: Option<i64>,
}

impl Tag {
    /// A node that went into the one that is meant is that one.
    async fn with_what_went_into_it(self, conn: &mut SqliteConnection, case_id: i64) -> Result<Self> {
        let tree = match self.field {
            Field::Region => Tree::Region,
            Field::Organisation => Tree::Organisation,
            _ => return Ok(self),
        };
        let Some(to) = self.to else { return Ok(self) };
        let all = nodes::with_all_that_went_into(conn, (tree, case_id), to).await?;
        let all: Vec<String> = all.iter().map(i64::to_string).collect();
        let differs = format!("({0} IS NULL OR {0} NOT IN ({1}))", self.value, all.join(","));
        Ok(Self { differs, ..self })
    }

    /// Where statements of the field differ, the tag decides, also by what the account holds already.
    async fn or_decides(self, conn: &mut SqliteConnection, case_id: i64) -> Result<Self> {
        let decides: bool = sqlx::query_scalar(
            "SELECT EXISTS (SELECT 1 FROM conflict WHERE account_id BETWEEN ?1 << 32 AND (?1 + 1 << 32) - 1 \
             AND field = ?2 AND open = 1)",
        )
        .bind(case_id)
        .bind(self.field.id())
        .fetch_one(conn)
        .await?;
        let differs = if decides { format!("({} OR {})", self.differs, self.is_contradicted()) } else { self.differs };
        Ok(Self { differs, decides, ..self })
    }

    /// Of an account: 0 where the tag leaves it as it is, 1 where it sets it, 2 where it decides what is contradicted.
    fn does(&self) -> String {
        let differs = &self.differs;
        if self.decides { format!("iif({}, 2, {differs})", self.is_contradicted()) } else { differs.clone() }
    }

    /// What is set where the value gets `value`, with numbers in full.
    fn set(&self, value: &str, deed_id: i64) -> String {
        let Self { differs, .. } = self;
        let or_as_it_is = |column: &str, to: &str| format!("{column} = iif({differs}, {to}, {column})");
        let beside = match self.field {
            Field::Residence => or_as_it_is("basis", &literal(self.basis)) + ", ",
            Field::Status => or_as_it_is("safe_status", "NULL") + ", ",
            _ => String::new(),
        };
        let by = or_as_it_is(self.deed, &deed_id.to_string());
        format!("{} = {value}, {beside}{by}", self.value)
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
    let mut tags = Vec::new();
    for tag in wanted.columns() {
        let tag = tag.with_what_went_into_it(conn, case_id).await?;
        tags.push(tag.or_decides(conn, case_id).await?);
    }
    // Nothing is wanted: what is decided is no tag.
    if tags.is_empty() {
        return Ok(0);
    }
    let bulk = Bulk::hold(conn).await?;
    let mut tagging =
        Tagging { deed_id, tags: &tags, keeping: Keeping::default(), moves: Moves::default(), decided: Vec::new() };
    let values: Vec<Cell<'_>> = condition.values.iter().map(Bound::cell).collect();
    let update = update((case_id, deed_id), condition, &tags);
    let changed = bulk.prepare(&update)?.run_asking(&values, &mut tagging)?;
    let Tagging { keeping, mut moves, decided, .. } = tagging;
    keeping.write(&bulk, deed_id)?;
    moves.write(&bulk, case_id, deed_id)?;
    close(&bulk, &decided)?;
    Ok(u64::try_from(changed).unwrap_or(0))
}

/// Deciding by hand closes what stood of the account and the field: no list has come since.
fn close(bulk: &Bulk<'_>, decided: &[(i64, Field)]) -> Result<()> {
    let mut close = bulk.prepare("UPDATE conflict SET open = 0 WHERE account_id = ? AND field = ?")?;
    let mut touching = Touching::new(bulk)?;
    for (account, field) in decided {
        touching.account(Touched::Conflicts, *account)?;
        close.run(&[(*account).into(), field.id().into()])?;
    }
    Ok(())
}

/// Sets the tags of the accounts that a filter finds and that would differ. The first value is asked for with the whole row
/// and with what each tag does to it.
fn update((case_id, deed_id): (i64, i64), condition: &Condition, tags: &[Tag]) -> String {
    // Of one tag every account that is found differs.
    let alone = tags.len() == 1 && !tags.iter().any(|tag| tag.decides);
    let does: Vec<String> = tags.iter().map(|tag| if alone { "1".to_owned() } else { tag.does() }).collect();
    let whole_row = format!(
        concat!("asked(?{}, 0, account_id, ", columns!(), ", {})"),
        condition.values.len() + 1,
        does.join(", ")
    );
    let value = |at, tag: &Tag| match at {
        0 => whole_row.clone(),
        _ => format!("iif({}, {}, {})", tag.differs, literal(tag.to), tag.value),
    };
    let set: Vec<String> = (0..).zip(tags).map(|(at, tag)| tag.set(&value(at, tag), deed_id)).collect();
    let (first, last) = (case_id << 32, (case_id << 32) + i64::from(u32::MAX));
    let differs: Vec<&str> = tags.iter().map(|tag| tag.differs.as_str()).collect();
    // What a filter asks of `standing` alone is asked of it alone.
    let found = match condition.reads_account() {
        true => format!("EXISTS (SELECT 1 FROM account a WHERE a.id = s.account_id AND ({}))", condition.sql),
        false => condition.sql.clone(),
    };
    format!(
        "UPDATE standing AS s SET {} WHERE s.account_id BETWEEN {first} AND {last} AND ({}) AND ({found})",
        set.join(", "),
        differs.join(" OR ")
    )
}

/// One walk over the accounts that are tagged.
struct Tagging<'t> {
    deed_id: i64,
    tags: &'t [Tag],
    keeping: Keeping,
    moves: Moves,
    /// Accounts of which a tag decides what was contradicted.
    decided: Vec<(i64, Field)>,
}

impl Asked for Tagging<'_> {
    fn answer(&mut self, _: i64, row: &Values<'_>) -> Option<i64> {
        let account = row.int(0)?;
        let before = Standing::read(row, 1);
        let mut after = before.clone();
        for (column, tag) in (1 + COLUMNS..).zip(self.tags) {
            match row.int(column) {
                Some(1) => {}
                Some(2) => self.decided.push((account, tag.field)),
                _ => continue,
            }
            self.keeping.keep(tag.changed, account, stands(&before, tag.changed));
            let then = Before { value: tag.to, basis: tag.basis, deed: Some(self.deed_id) };
            set(&mut after, tag.changed, then);
        }
        self.moves.shift(&before, &after);
        value(&after, self.tags.first()?.changed).0
    }
}
