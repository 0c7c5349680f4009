//! What is written down about a case: rows of the kinds that `entity` declares, added, changed and removed by their fields.
//!
//! A value that cannot be is refused here, before anything is stored. What a kind of rows is like stands in its own file; no
//! kind is named here.

use serde_json::{Map, Value, json};
use sqlx::SqliteConnection;

use super::{known_parties, legal_entities, said};
use crate::error::{Error, Result};
use crate::model::ids::{DeterminationId, PartyId, RowId};
use crate::store::base::bytes::{hex, uid};
use crate::store::entities::column::Column;
use crate::store::entities::determination::{self, DETERMINATION};
use crate::store::entities::entity::{By, Entity, Made, Stands, Then};
use crate::store::entities::row::{Row, Values};
use crate::store::entities::work::{Given, Work};
use crate::store::entities::{case, fields, party, record};

/// Adds a row from what its fields say; says its id.
///
/// # Errors
/// `field.unknown`, `field.missing`, and what a field refuses.
pub async fn add(
    conn: &mut SqliteConnection,
    work: &Work<'_>,
    entity: &'static Entity,
    said: Map<String, Value>,
) -> Result<RowId> {
    let said = fields::counts_together(said, entity);
    said.keys().try_for_each(|name| entity.field(name).map(|_| ()))?;
    let given = known_parties::given(conn, work).await?;
    let id = record::next_id(conn, entity).await?;
    let mut row = begun(entity, work, id);
    for column in entity.fields() {
        match said.get(column.field).filter(|value| !value.is_null()) {
            Some(value) => row.put(said::values(conn, &given, column, value).await?),
            None if column.required => return Err(Error::new("field.missing").with("field", column.field)),
            None => {}
        }
    }
    insert(conn, &given, entity, row).await
}

/// Adds a row of values that need no reading; says its id.
///
/// # Errors
/// What follows from them, and what SQLite refuses.
pub async fn make(
    conn: &mut SqliteConnection,
    work: &Work<'_>,
    entity: &'static Entity,
    values: Values,
) -> Result<RowId> {
    let given = known_parties::given(conn, work).await?;
    let id = record::next_id(conn, entity).await?;
    let mut row = begun(entity, work, id);
    row.put(values);
    insert(conn, &given, entity, row).await
}

/// A row that says nothing yet.
fn begun(entity: &Entity, work: &Work<'_>, id: RowId) -> Row {
    let first = |name: &&'static str| match *name {
        "id" => ("id", json!(id)),
        "uid" => ("uid", json!(hex(&uid(work.act.at)).to_uppercase())),
        name => (name, json!(work.case_id)),
    };
    let mut row = Row::of(entity.first().iter().map(first).collect());
    row.put(entity.columns.iter().flat_map(|it| it.unsaid()).collect());
    row.put((entity.begin)(work));
    row
}

async fn insert(
    conn: &mut SqliteConnection,
    given: &Given<'_>,
    entity: &'static Entity,
    mut row: Row,
) -> Result<RowId> {
    (entity.finish)(&mut row, given)?;
    let id = row.id(RowId::new)?;
    supersede(conn, given, entity, &mut row).await?;
    record::put(conn, entity, id, Some(&row.json())).await.map_err(|cause| twice(cause.into(), entity))?;
    record::made(conn, given.work.deed_id, entity, id).await?;
    Ok(id)
}

/// Changes fields of a row in one edit, so that only what comes of all of them has to fit together; an empty value clears a
/// field.
///
/// # Errors
/// `row.missing`, `row.is_kept`, `field.unknown`, `field.missing`, and what the field refuses.
pub async fn change(
    conn: &mut SqliteConnection,
    work: &Work<'_>,
    entity: &'static Entity,
    id: RowId,
    said: &[(&str, &Value)],
) -> Result<()> {
    let given = known_parties::given(conn, work).await?;
    let row = record::one(conn, entity, work.case_id, id).await?;
    not_kept(entity, id)?;
    let mut values = Values::new();
    for (field, value) in said {
        let column = entity.field(field)?;
        let read = if is_empty(value) { cleared(column)? } else { said::values(conn, &given, column, value).await? };
        values.extend(read);
    }
    edit(conn, &given, entity, row, values).await.map(|_| ())
}

/// Sets columns of a row that need no reading. Says whether it changed.
///
/// # Errors
/// `row.missing`, and what follows from them.
pub async fn set(
    conn: &mut SqliteConnection,
    work: &Work<'_>,
    entity: &'static Entity,
    id: impl Into<RowId>,
    values: Values,
) -> Result<bool> {
    let given = known_parties::given(conn, work).await?;
    let row = record::one(conn, entity, work.case_id, id.into()).await?;
    edit(conn, &given, entity, row, values).await
}

/// Sets columns of the case itself. Says whether it changed.
///
/// # Errors
/// `case.missing`.
pub async fn set_case(conn: &mut SqliteConnection, work: &Work<'_>, values: Values) -> Result<bool> {
    let missing = || Error::new("case.missing").with("case", work.case_id);
    let before = record::now(conn, &case::CASE, work.case_id).await?.ok_or_else(missing)?;
    let mut row = Row::read(&before)?;
    row.put(values);
    record::put(conn, &case::CASE, work.case_id.into(), Some(&row.json())).await?;
    record::record(conn, work.deed_id, &case::CASE, work.case_id, Some(before)).await
}

async fn edit(
    conn: &mut SqliteConnection,
    given: &Given<'_>,
    entity: &'static Entity,
    mut row: Row,
    values: Values,
) -> Result<bool> {
    let before = row.clone();
    row.put(values);
    (entity.finish)(&mut row, given)?;
    supersede(conn, given, entity, &mut row).await?;
    let changed = mark(conn, given, entity, row.clone(), Vec::new()).await.map_err(|cause| twice(cause, entity))?;
    match entity.then {
        Then::Nothing => {}
        Then::AwarenessFollows => Box::pin(awareness_follows(conn, given.work, &before, &row)).await?,
        Then::KeptInBook => legal_entities::keep(conn, given.work, &row).await?,
    }
    Ok(changed)
}

fn is_empty(value: &Value) -> bool {
    value.is_null() || value.as_str().is_some_and(|text| text.trim().is_empty())
}

fn cleared(column: &'static Column) -> Result<Values> {
    if column.required {
        return Err(Error::new("field.missing").with("field", column.field));
    }
    Ok(column.unsaid())
}

/// A row that is kept is superseded by a new one, and taken back by undoing its deed.
fn not_kept(entity: &Entity, id: RowId) -> Result<()> {
    if entity.kept { Err(Error::new("row.is_kept").with("key", entity.key).with("id", id)) } else { Ok(()) }
}

/// Removes a row.
///
/// # Errors
/// `row.missing`, `row.is_kept`, `row.made_elsewhere`; `row.in_use` where another points at it.
pub async fn remove(conn: &mut SqliteConnection, work: &Work<'_>, entity: &'static Entity, id: RowId) -> Result<()> {
    record::one(conn, entity, work.case_id, id).await?;
    not_kept(entity, id)?;
    if entity.made == Made::Elsewhere {
        return Err(Error::new("row.made_elsewhere").with("key", entity.key));
    }
    let by = record::pointing_at(conn, entity, id).await?;
    if !by.is_empty() {
        return Err(Error::new("row.in_use").with("key", entity.key).with("id", id).with("by", by.join(", ")));
    }
    record::remove(conn, work.deed_id, entity, id).await.map(|_| ())
}

fn twice(refusal: Error, entity: &Entity) -> Error {
    if refusal.code == "store.failed" {
        return Error::new("row.twice").with("key", entity.key).because(refusal);
    }
    refusal
}

/// What follows where a row that is about to be written stands among others: of those that are equal, one stands. Of rows that
/// take each other's place that is the last one, of rows that bear a flag the one that is given it.
async fn supersede(
    conn: &mut SqliteConnection,
    given: &Given<'_>,
    entity: &'static Entity,
    row: &mut Row,
) -> Result<()> {
    let Some(stands) = &entity.stands else { return Ok(()) };
    if !bears(stands.by, row)? {
        return Ok(());
    }
    let id = row.id(RowId::new)?;
    for other in record::of_case(conn, entity, given.work.case_id).await? {
        let beside = other.id(RowId::new)?;
        if beside == id || !bears(stands.by, &other)? || !is_among(stands, row, &other)? {
            continue;
        }
        match stands.by {
            By::Flag(flag) => {
                Box::pin(edit(conn, given, entity, other, vec![(flag.name, json!(0))])).await.map(drop)?
            }
            By::Link(link) if beside < id => {
                mark(conn, given, entity, other, vec![(link.name, json!(id))]).await.map(drop)?;
            }
            By::Link(link) => row.set(link, json!(beside)),
        }
    }
    Ok(())
}

/// Puts values beside what a row says; nothing follows from them.
async fn mark(
    conn: &mut SqliteConnection,
    given: &Given<'_>,
    entity: &Entity,
    mut row: Row,
    values: Values,
) -> Result<bool> {
    let id = row.id(RowId::new)?;
    let before = record::now(conn, entity, id).await?;
    row.put(values);
    record::put(conn, entity, id, Some(&row.json())).await?;
    record::record(conn, given.work.deed_id, entity, id, before).await
}

/// Whether a row says that it stands.
fn bears(by: By, row: &Row) -> Result<bool> {
    match by {
        By::Flag(flag) => row.flag(flag),
        By::Link(link) => Ok(row.maybe_number(link)?.is_none()),
    }
}

fn is_among(stands: &Stands, row: &Row, other: &Row) -> Result<bool> {
    for column in stands.among {
        if row.value(column.name)? != other.value(column.name)? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// A party that is named anew takes its awareness with it, unless another role of the same legal entity shares it.
async fn awareness_follows(conn: &mut SqliteConnection, work: &Work<'_>, before: &Row, after: &Row) -> Result<()> {
    let (from, to) = (before.organisation(&party::ORGANISATION)?, after.organisation(&party::ORGANISATION)?);
    let id = after.id(PartyId::new)?;
    let parties = known_parties::of_case(conn, work.case_id).await?;
    let shared = from.is_some() && parties.all.iter().any(|it| it.id != id && it.organisation_id == from);
    if from == to || shared {
        return Ok(());
    }
    let of = &DETERMINATION;
    for row in record::of_case(conn, of, work.case_id).await? {
        let it = determination::read(&row)?;
        let own = if from.is_some() { it.organisation == from } else { it.party == Some(id) };
        if it.kind.is_awareness() && own {
            let party = if to.is_some() { None } else { Some(id) };
            let owner = vec![(determination::PARTY.name, json!(party)), (determination::ORGANISATION.name, json!(to))];
            set(conn, work, of, row.id(DeterminationId::new)?, owner).await?;
        }
    }
    Ok(())
}
