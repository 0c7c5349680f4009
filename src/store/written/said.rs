//! What was said of a row, field by field, as its columns: which organisation and which party a field means is looked up in the
//! case. An organisation that nobody has named yet is made.

use serde_json::{Value, json};
use sqlx::SqliteConnection;

use super::legal_entities;
use crate::error::Result;
use crate::lang::places;
use crate::model::count::Count;
use crate::model::ids::OrganisationId;
use crate::model::moment::Moment;
use crate::model::subject;
use crate::store::entities::column::{Column, Holds};
use crate::store::entities::fields;
use crate::store::entities::row::Values;
use crate::store::entities::work::{Given, Work};

/// What a field's value puts into its columns.
///
/// # Errors
/// `field.unusable` and what the kind refuses.
pub async fn values(
    conn: &mut SqliteConnection,
    given: &Given<'_>,
    column: &'static Column,
    value: &Value,
) -> Result<Values> {
    let work = given.work;
    let text = || fields::plain(column.field, value);
    let one = |value: Value| Ok(vec![(column.name, value)]);
    match column.holds {
        Holds::Text => one(json!(text()?)),
        Holds::Word(words) => one(json!(fields::word(column.field, &text()?, &words())?)),
        Holds::Moment => one(json!(fields::moment(&Moment::read(&text()?, &work.zone)?)?)),
        Holds::Point => one(json!(fields::instant(&text()?, &work.zone)?.to_string())),
        Holds::Flag => one(json!(i64::from(fields::flag(column.field, value)?))),
        Holds::Country => one(json!(places::read(&text()?)?)),
        Holds::Subject => one(json!(subject::read(&text()?)?)),
        Holds::Count => Ok(fields::count_values(&Count::read(value)?, value.get("unit").is_some())),
        Holds::Persons => fields::persons(value),
        Holds::Organisation => one(json!(organisation(conn, work, column.field, value).await?)),
        Holds::Party(binds) => one(json!(given.parties.find(&fields::which(column.field, value)?, binds)?.id)),
        Holds::LegalEntity | Holds::Number => Err(fields::unusable(column.field, value)),
    }
}

/// An organisation by its id or by its name, which is never a path; made where none has the name.
async fn organisation(
    conn: &mut SqliteConnection,
    work: &Work<'_>,
    field: &str,
    value: &Value,
) -> Result<OrganisationId> {
    match value.as_i64() {
        Some(id) => legal_entities::existing(conn, work.case_id, OrganisationId::new(id)).await,
        None => legal_entities::named(conn, work, &fields::plain(field, value)?).await,
    }
}
