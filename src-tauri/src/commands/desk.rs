//! The window itself: what is open, the settings, work that can be cancelled.

use breachbook::actions::books;
use breachbook::actions::capabilities::{self, Capabilities};
use breachbook::error::Result;
use breachbook::store::file::card::BookCard;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Call;
use crate::chooser::ChosenFile;
use crate::closing::Answer;
use crate::settings::Settings;

/// What the page begins with.
#[derive(Debug, Serialize, TS)]
pub struct State {
    /// The open book.
    pub book: Option<OpenBook>,
    /// The settings.
    pub settings: Settings,
    /// The page's language.
    pub language: String,
    /// The name that stands beside what is done now.
    pub who: String,
    /// What this program can do.
    pub capabilities: Capabilities,
    /// Books that were open, those still there, the latest first.
    pub recent: Vec<ChosenFile>,
    /// The time, for every clock on the page.
    #[ts(type = "string")]
    pub now: jiff::Timestamp,
    /// The clock stands still (`BREACHBOOK_NOW`).
    pub clock_stands: bool,
    /// The program's version.
    pub version: String,
    /// Where the default book lies, as a chosen file.
    pub default_book: Option<ChosenFile>,
    /// Where the book of the samples lies.
    pub sample_book: Option<ChosenFile>,
}

/// The open book.
#[derive(Debug, Serialize, TS)]
pub struct OpenBook {
    /// What it says of itself.
    #[serde(flatten)]
    pub card: BookCard,
    /// Its file's name.
    pub name: String,
    /// It can be changed; else it is held elsewhere, or read-only.
    pub writable: bool,
}

/// What the page begins with.
pub async fn state(call: &Call, (): ()) -> Result<State> {
    let desk = &call.desk;
    desk.beginning().await;
    let settings = desk.settings.read();
    let recent = settings.recent.iter().filter(|it| it.is_file()).map(|it| desk.chosen.keep(it.clone())).collect();
    let book = match desk.open().await {
        Ok(session) => Some(OpenBook {
            card: books::info(&session).await?,
            name: breachbook::world::files::name(session.store.path()),
            writable: session.store.is_writable(),
        }),
        Err(_) => None,
    };
    let default_book = breachbook::world::default_book().ok();
    Ok(State {
        book,
        settings,
        language: desk.language(),
        who: desk.who().name,
        capabilities: capabilities::capabilities(&breachbook::world::laws::whatever_stands(&desk.laws())),
        recent,
        now: desk.now(),
        clock_stands: desk.clock_stands(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        sample_book: default_book.as_ref().map(|it| desk.chosen.keep(it.with_file_name("samples.breachbook"))),
        default_book: default_book.map(|it| desk.chosen.keep(it)),
    })
}

/// A change of the settings.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "SettingsChange")]
pub enum Change {
    /// The page's language; `null`: the system's.
    Language(Option<String>),
    /// `light` or `dark`; `null`: the system's.
    Theme(Option<String>),
    /// The name beside what is done; `null`: the account of the system.
    Name(Option<String>),
    /// Where copies go, as a chosen folder; `null`: nowhere.
    BackupFolder(Option<u32>),
    /// How a list is laid out.
    Layout {
        /// The list.
        list: String,
        /// The page's own.
        #[ts(type = "unknown")]
        layout: serde_json::Value,
    },
}

/// Changes the settings.
pub async fn set(call: &Call, change: Change) -> Result<State> {
    let named = |text: Option<String>| text.map(|it| it.trim().to_owned()).filter(|it| !it.is_empty());
    let folder = match &change {
        Change::BackupFolder(Some(token)) => Some(call.desk.chosen.path(*token)?),
        _ => None,
    };
    call.desk.settings.change(|it| match change {
        Change::Language(language) => it.language = named(language),
        Change::Theme(theme) => it.theme = named(theme),
        Change::Name(name) => it.name = named(name),
        Change::BackupFolder(_) => it.backup_folder = folder,
        Change::Layout { list, layout } => {
            it.layouts.insert(list, layout);
        }
    })?;
    state(call, ()).await
}

/// A piece of work, by the name the page gave it.
#[derive(Debug, Deserialize, TS)]
pub struct Work {
    /// Its name.
    pub work: String,
}

/// Asks a piece of work to stop.
pub async fn cancel(call: &Call, work: Work) -> Result<()> {
    call.desk.cancel(&work.work);
    Ok(())
}

/// The page answers a request to close the window.
pub async fn closing(call: &Call, answer: Answer) -> Result<()> {
    call.desk.closing.answered(answer);
    Ok(())
}
