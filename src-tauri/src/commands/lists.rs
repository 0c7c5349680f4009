//! Lists that leave the window: copied as text, written as they are shown, or as the sheet that others fill in.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use breachbook::actions::accounts::{self, Page};
use breachbook::actions::viewing::{self, These, Written};
use breachbook::error::Result;
use breachbook::model::ids::AccountId;
use breachbook::model::list::Column;
use breachbook::world::files;
use breachbook::world::outgoing::{Outgoing, Over, with_ending};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::accounts::looking;
use super::tagging::Chosen;
use super::{Call, Progress};
use crate::chooser::Ask;
use crate::desk::Looking;

/// The work of writing a list.
const LIST: &str = "accounts.list";

/// A list as it is shown.
#[derive(Debug, Deserialize, TS)]
#[ts(rename = "ListShown")]
pub struct Shown {
    /// The list.
    pub view: u32,
    /// Of it these alone; `null`: all of it.
    pub chosen: Option<Chosen>,
    /// Its columns, in their order.
    pub columns: Vec<Column>,
    /// A sheet's id, of `capabilities.list_formats`; of a copy nobody asks.
    pub format: String,
}

/// A list that was written.
#[derive(Debug, Serialize, TS)]
#[ts(rename = "ListWritten")]
pub struct Done {
    /// The file's name.
    pub file: String,
    /// How many accounts it holds.
    pub accounts: u64,
}

fn ids(looking: &Looking, chosen: Option<&Chosen>) -> Vec<AccountId> {
    let Some(chosen) = chosen else { return looking.view.ids.clone() };
    let named: BTreeSet<AccountId> = chosen.ids.iter().copied().collect();
    looking.view.ids.iter().copied().filter(|id| named.contains(id) != chosen.everything).collect()
}

/// What is chosen, as text for the clipboard.
pub async fn copy(call: &Call, shown: Shown) -> Result<String> {
    let looking = looking(call, shown.view)?;
    let session = call.desk.open().await?;
    let ids = ids(&looking, shown.chosen.as_ref());
    viewing::text(&session, These { case: looking.view.case, ids: &ids }, &shown.columns, &call.desk.phrases()).await
}

/// Asks for a place and writes the list there as it is shown; nothing where the dialog was closed.
pub async fn write(call: &Call, shown: Shown) -> Result<Option<Done>> {
    let looking = looking(call, shown.view)?;
    let Some(chosen) = place(call, &shown.format, "list-file-name").await else { return Ok(None) };
    let ids = ids(&looking, shown.chosen.as_ref());
    let cancel = call.desk.begin(LIST);
    let of = Some(ids.len() as u64);
    let told = |done| (call.progress)(Progress { done, of });
    let session = call.desk.open().await?;
    let phrases = call.desk.phrases();
    let mut file = Outgoing::begin(call.desk.target(&chosen).await?)?;
    let folder = file.folder().map(Path::to_owned);
    let (columns, format) = (&shown.columns, &shown.format);
    let how = Written { columns, phrases: &phrases, format, folder: folder.as_deref() };
    let written =
        viewing::write(&session, These { case: looking.view.case, ids: &ids }, &how, (&cancel, &told), file.writer())
            .await;
    let written = written.map_err(|refusal| file.told(refusal))?;
    file.finish()?;
    Ok(Some(Done { file: files::name(&chosen.0), accounts: written }))
}

/// A sheet to fill in: everything that the list's filter finds.
#[derive(Debug, Deserialize, TS)]
pub struct ToFill {
    /// The list.
    pub view: u32,
    /// A sheet's id.
    pub format: String,
}

/// Asks for a place and writes the sheet that comes back filled in.
pub async fn sheet(call: &Call, asked: ToFill) -> Result<Option<Done>> {
    let looking: Arc<Looking> = looking(call, asked.view)?;
    let Some(chosen) = place(call, &asked.format, "list-sheet-name").await else { return Ok(None) };
    let mut file = Outgoing::begin(call.desk.target(&chosen).await?)?;
    let session = call.desk.open().await?;
    let folder = file.folder().map(Path::to_owned);
    let page = Page { offset: 0, limit: u64::MAX };
    let filter = Some(looking.filter.as_str());
    let how = accounts::Asked { filter, page, format: &asked.format, folder: folder.as_deref() };
    let written = accounts::sheet(&session, looking.view.case, &how, file.writer()).await;
    let written = written.map_err(|refusal| file.told(refusal))?;
    file.finish()?;
    Ok(Some(Done { file: files::name(&chosen.0), accounts: written }))
}

async fn place(call: &Call, format: &str, name: &str) -> Option<(PathBuf, Over)> {
    let phrases = call.desk.phrases();
    let ending = accounts::ending(format)?;
    let ask = Ask {
        title: phrases.say("list-write"),
        name: Some(format!("{}.{ending}", phrases.say(name))),
        endings: Some((ending.to_uppercase(), vec![ending])),
    };
    let path = call.desk.chooser.write(ask).await.into_iter().next()?;
    Some(with_ending(path, ending))
}
