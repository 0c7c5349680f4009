//! The parties of a case, read. Which party a name means is `model::party`'s to say; what is done to them, `parties`'s.

use sqlx::SqliteConnection;

use super::nodes::{self, Tree};
use crate::error::Result;
use crate::model::ids::{CaseId, NodeId, OrganisationId, PartyId};
use crate::model::party::Parties;
use crate::store::entities::party::{self, PARTY};
use crate::store::entities::record;
use crate::store::entities::work::{Given, Work};

/// The parties of a case.
///
/// # Errors
/// `book.damaged`.
pub async fn of_case(conn: &mut SqliteConnection, case_id: CaseId) -> Result<Parties> {
    let rows = record::of_case(conn, &PARTY, case_id).await?;
    let main = sqlx::query_scalar("SELECT main_party_id FROM cases WHERE id = ?");
    let main: Option<PartyId> = main.bind(case_id).fetch_optional(&mut *conn).await?.flatten();
    let nodes = if rows.is_empty() { Vec::new() } else { nodes::all(conn, Tree::Organisation, case_id).await? };
    let name = |id: OrganisationId| nodes.iter().find(|it| it.id == NodeId::from(id)).map(|it| it.name.clone());
    let all = rows.iter().map(|row| party::read(row, name)).collect::<Result<_>>()?;
    Ok(Parties { all, main })
}

/// What a row may rest on, as the case stands.
///
/// # Errors
/// What SQLite refuses.
pub async fn given<'w>(conn: &mut SqliteConnection, work: &'w Work<'w>) -> Result<Given<'w>> {
    Ok(Given { work, parties: of_case(conn, work.case_id).await? })
}
