//! Parties: where else in the book a legal entity of a case stands. It changes nothing.

use breachbook::actions::cases;
use breachbook::error::Result;
use breachbook::model::case::{CaseFile, Organisation};
use breachbook::model::ids::{CaseId, OrganisationId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Call;

/// A legal entity of a case.
#[derive(Debug, Deserialize, TS)]
#[ts(rename = "LegalEntityOf")]
pub struct Of {
    /// The case.
    pub case: CaseId,
    /// The case's copy of it.
    pub organisation: OrganisationId,
}

/// Another case's copy of a legal entity.
#[derive(Debug, Serialize, TS)]
#[ts(rename = "CopyElsewhere")]
pub struct Elsewhere {
    /// The case.
    pub case: CaseId,
    /// Its title.
    pub title: String,
    /// What it took over, and when.
    pub copy: Organisation,
}

/// Where else in the book a legal entity stands, with what each case took over of it; the book knows it by its name.
pub async fn elsewhere(call: &Call, of: Of) -> Result<Vec<Elsewhere>> {
    let session = call.desk.open().await?;
    let own = cases::show(&session, of.case).await?;
    let Some(entity) = own.organisations.iter().find(|it| it.id == of.organisation) else { return Ok(Vec::new()) };
    let mut found = Vec::new();
    for case in cases::list(&session).await?.into_iter().filter(|it| it.id != of.case) {
        let file = cases::show(&session, case.id).await?;
        found.extend(copy(file, &entity.name).map(|copy| Elsewhere { case: case.id, title: case.title, copy }));
    }
    Ok(found)
}

/// A case's copy of the legal entity of this name.
fn copy(file: CaseFile, name: &str) -> Option<Organisation> {
    let name = name.to_lowercase();
    file.organisations.into_iter().find(|it| it.copied_at.is_some() && it.name.to_lowercase() == name)
}
