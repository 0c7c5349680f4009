//! Which party is meant, and what is done to parties: added, completed, named, made the one whose case it is. A case of which
//! nobody has named a party yet gets one that has no name.

use serde_json::{Map, Value, json};
use sqlx::SqliteConnection;

use super::{editing, known_parties, legal_entities, said};
use crate::error::{Error, Result};
use crate::model::ids::{OrganisationId, PartyId};
use crate::model::party::{Party, Which};
use crate::model::words::{DeterminationKind, Role};
use crate::store::entities::party::{self, PARTY};
use crate::store::entities::row::Values;
use crate::store::entities::work::{Given, Work};
use crate::store::entities::{case, fields, record};

/// The party that is meant: the one that is named, else the one whose case it is. A case of which nobody has named a party
/// yet gets one that has no name yet.
///
/// # Errors
/// `party.missing`, `party.ambiguous`; `party.which` where the case has parties and none is its main one.
pub async fn meant(conn: &mut SqliteConnection, work: &Work<'_>, which: Option<&Which>) -> Result<PartyId> {
    let given = known_parties::given(conn, work).await?;
    match (which, given.parties.main) {
        (Some(which), _) => given.parties.find(which, &[]).map(|it| it.id),
        (None, Some(main)) => Ok(main),
        (None, None) => unnamed(conn, &given).await,
    }
}

/// The party that is meant of a kind of determination.
///
/// # Errors
/// As [`meant`].
pub async fn determining(
    conn: &mut SqliteConnection,
    work: &Work<'_>,
    kind: DeterminationKind,
    which: Option<&Which>,
) -> Result<PartyId> {
    let Some(which) = which else { return meant(conn, work, None).await };
    known_parties::of_case(conn, work.case_id).await?.determining(which, kind).map(|it| it.id)
}

async fn unnamed(conn: &mut SqliteConnection, given: &Given<'_>) -> Result<PartyId> {
    if !given.parties.all.is_empty() {
        return Err(given.nobody());
    }
    let role = vec![(party::ROLE.name, json!(Role::Controller))];
    let id = editing::make(conn, given.work, &PARTY, role).await?;
    let id = PartyId::new(id.raw());
    becomes_main(conn, given.work, id).await?;
    Ok(id)
}

/// Adds a party; says its id. The one whose case it is may have waited for its name; a party that is there already learns
/// what is said of it beside. The first that controls is the one whose case it is.
///
/// # Errors
/// `party.twice` where it is there already and something else is said of it; `node.ambiguous`, `party.missing`,
/// `party.ambiguous`, `field.missing`, and what a field refuses.
pub async fn add(conn: &mut SqliteConnection, work: &Work<'_>, said: Map<String, Value>) -> Result<PartyId> {
    let given = known_parties::given(conn, work).await?;
    let controls = said.get(party::ROLE.field).and_then(Value::as_str).and_then(Role::find).is_some_and(Role::controls);
    let unnamed = given.parties.main().filter(|it| it.organisation_id.is_none() && controls).map(|it| it.id);
    if let Some(id) = unnamed.filter(|_| said.contains_key(party::ORGANISATION.field)) {
        let fields: Vec<(&str, &Value)> =
            said.iter().filter(|(_, value)| !value.is_null()).map(|(field, value)| (field.as_str(), value)).collect();
        editing::change(conn, work, &PARTY, id.into(), &fields).await?;
        return Ok(id);
    }
    if let Some(id) = twin(conn, &given, &said).await? {
        return completed(conn, &given, id, &said).await;
    }
    let id = PartyId::new(editing::add(conn, work, &PARTY, said).await?.raw());
    if controls && given.parties.main.is_none() {
        becomes_main(conn, work, id).await?;
    }
    Ok(id)
}

/// What makes a party the one that it is.
const ITSELF: [&str; 3] = [party::ROLE.field, party::ORGANISATION.field, party::ON_BEHALF_OF.field];

/// The party that is this one already: the same organisation in the same role for the same one.
async fn twin(conn: &mut SqliteConnection, given: &Given<'_>, said: &Map<String, Value>) -> Result<Option<PartyId>> {
    let told = |field: &str| said.get(field).filter(|value| !value.is_null());
    let role = told(party::ROLE.field).and_then(Value::as_str).and_then(Role::find);
    let organisation = match told(party::ORGANISATION.field) {
        Some(Value::String(name)) => legal_entities::of_name(conn, given.work.case_id, name).await?,
        Some(id) => id.as_i64().map(OrganisationId::new),
        None => None,
    };
    let client = match told(party::ON_BEHALF_OF.field) {
        Some(value) => {
            let which = fields::which(party::ON_BEHALF_OF.field, value)?;
            Some(given.parties.find(&which, party::DECIDE)?.id)
        }
        None => None,
    };
    let is_same =
        |it: &&Party| Some(it.role) == role && it.organisation_id == organisation && it.on_behalf_of == client;
    Ok(given.parties.all.iter().filter(|_| organisation.is_some()).find(is_same).map(|it| it.id))
}

/// A party learns what it did not say yet; nothing that it says is overwritten.
async fn completed(
    conn: &mut SqliteConnection,
    given: &Given<'_>,
    id: PartyId,
    said: &Map<String, Value>,
) -> Result<PartyId> {
    let row = record::one(conn, &PARTY, given.work.case_id, id.into()).await?;
    let mut values = Values::new();
    for (field, value) in said.iter().filter(|(field, value)| !value.is_null() && !ITSELF.contains(&field.as_str())) {
        let column = PARTY.field(field)?;
        for (name, value) in said::values(conn, given, column, value).await? {
            let (stands, unsaid) = (row.value(name)?, column.unsaid());
            if *stands != value && !unsaid.contains(&(name, stands.clone())) {
                let twin = given.parties.get(id).map(|it| given.parties.one_line(it)).unwrap_or_default();
                return Err(Error::new("party.twice").with("id", id).with("party", twin).with("field", field));
            }
            values.push((name, value));
        }
    }
    editing::set(conn, given.work, &PARTY, id, values).await?;
    Ok(id)
}

/// From now on it is this party's case.
///
/// # Errors
/// What SQLite refuses.
pub async fn becomes_main(conn: &mut SqliteConnection, work: &Work<'_>, id: PartyId) -> Result<()> {
    editing::set_case(conn, work, vec![(case::MAIN.name, json!(id))]).await.map(drop)
}

/// Names the party whose case it is; an empty name takes it away. An organisation that the case knows by that name is meant;
/// else the name of the party's own is corrected.
///
/// # Errors
/// `node.ambiguous`, `node.empty`; as [`meant`].
pub async fn name_main(conn: &mut SqliteConnection, work: &Work<'_>, name: &str) -> Result<()> {
    let parties = known_parties::of_case(conn, work.case_id).await?;
    let own = parties.main().and_then(|it| it.organisation_id);
    if name.is_empty() && own.is_none() {
        return Ok(());
    }
    let id = meant(conn, work, None).await?;
    let organisation = match (own, legal_entities::of_name(conn, work.case_id, name).await?) {
        _ if name.is_empty() => None,
        (Some(own), None) => {
            legal_entities::rename(conn, work, own, name).await?;
            return Ok(());
        }
        _ => Some(legal_entities::named(conn, work, name).await?),
    };
    editing::set(conn, work, &PARTY, id, vec![(party::ORGANISATION.name, json!(organisation))]).await.map(drop)
}
