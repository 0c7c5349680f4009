//! Tagging: what is chosen in a list gets a region, an organisation, a residence or a status, or is determined to be one
//! person each; a statement is adopted.

use breachbook::actions::inspecting::{self, Choice, Contradiction};
use breachbook::actions::tagging::{self, Asked, Tagged};
use breachbook::error::Result;
use breachbook::model::ids::{AccountId, CaseId};
use breachbook::model::words::{Basis, Status};
use serde::Deserialize;
use ts_rs::TS;

use super::Call;

/// What is chosen: some accounts, or everything that a filter finds but some.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct Chosen {
    /// Everything that the filter finds.
    pub everything: bool,
    /// In the filter language.
    pub filter: String,
    /// The accounts that are chosen; of everything, those that are not.
    pub ids: Vec<AccountId>,
}

/// A tagging; `none` takes away, what is `null` stays.
#[derive(Debug, Deserialize, TS)]
pub struct Tagging {
    /// The case.
    pub case: CaseId,
    /// Which accounts.
    pub chosen: Chosen,
    /// A region's path.
    pub region: Option<String>,
    /// An organisation's path.
    pub organisation: Option<String>,
    /// An ISO code.
    pub residence: Option<String>,
    /// What the residence rests on.
    pub basis: Option<Basis>,
    /// A status.
    pub status: Option<Status>,
    /// Why each of them is one person.
    pub one_person: Option<String>,
    /// Make the region or organisation where it is not there.
    pub create: bool,
}

/// Tags what is chosen, in one deed.
pub async fn tag(call: &Call, asked: Tagging) -> Result<Tagged> {
    let session = call.desk.open().await?;
    let Chosen { everything, filter, ids } = asked.chosen;
    let (only, except) = if everything { (None, ids) } else { (Some(ids), Vec::new()) };
    let Tagging { region, organisation, residence, basis, status, one_person, create, .. } = asked;
    let filter = Some(filter).filter(|_| everything);
    let tags = Asked { region, organisation, residence, basis, status, one_person, ..Asked::default() };
    tagging::tag(&session, asked.case, &Asked { filter, only, except, create, ..tags }).await
}

/// A statement to adopt.
#[derive(Debug, Deserialize, TS)]
pub struct Adopting {
    /// The case.
    pub case: CaseId,
    /// The account.
    pub account: AccountId,
    /// The field in which statements differ.
    pub field: String,
    /// Which statement, from 0; `null`: what stands.
    pub statement: Option<usize>,
}

/// Adopts a statement, in one deed.
pub async fn adopt(call: &Call, asked: Adopting) -> Result<u64> {
    let session = call.desk.open().await?;
    let choice = asked.statement.map_or(Choice::Stands, Choice::At);
    inspecting::adopt(
        &session,
        asked.case,
        Contradiction { account: asked.account, field: &asked.field },
        choice,
        None,
    )
    .await?;
    Ok(1)
}
