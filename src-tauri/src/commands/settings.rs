//! What the settings need beside the settings themselves: who one is here, copies of the book, its passphrase.

use breachbook::error::Result;
use breachbook::lang::{Phrases, languages};
use breachbook::model::who::Who;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Call;
use crate::chooser::{Ask, ChosenFile};
use crate::settings::Backup;

/// A language of the window and of the reports.
#[derive(Debug, Serialize, TS)]
pub struct Language {
    /// Its id.
    pub id: String,
    /// Its name, in itself.
    pub name: String,
}

/// What the settings show beside the settings.
#[derive(Debug, Serialize, TS)]
pub struct About {
    /// Every language.
    pub languages: Vec<Language>,
    /// Who stands beside what is done.
    pub who: Who,
    /// Where copies go, for the user to read.
    pub backup_folder: Option<String>,
    /// The last copy that was made or tried.
    pub backup: Option<Backup>,
    /// Where the settings are kept.
    pub file: Option<String>,
}

/// What the settings show beside the settings.
pub async fn about(call: &Call, (): ()) -> Result<About> {
    let named = |id: &&'static str| {
        let name = Phrases::of(id).map_or_else(|_| (*id).to_owned(), |it| it.say("language-name"));
        Language { id: (*id).to_owned(), name }
    };
    let settings = call.desk.settings.read();
    Ok(About {
        languages: languages().iter().map(named).collect(),
        who: call.desk.who(),
        backup_folder: settings.backup_folder.map(|it| it.display().to_string()),
        backup: settings.backup,
        file: call.desk.settings.file().map(|it| it.display().to_string()),
    })
}

/// Asks for the folder that copies go to. `null`: the dialog was closed.
pub async fn choose_folder(call: &Call, (): ()) -> Result<Option<ChosenFile>> {
    let title = call.desk.phrases().say("settings-backup-choose");
    let chosen = call.desk.chooser.folder(Ask { title, ..Ask::default() }).await;
    Ok(chosen.into_iter().next().map(|path| call.desk.chosen.keep(path)))
}

/// Copies the book now.
pub async fn back_up(call: &Call, (): ()) -> Result<Backup> {
    call.desk.back_up_now().await
}

/// Another passphrase.
#[derive(Deserialize, TS)]
#[ts(rename = "NewPassphrase")]
pub struct Passphrases {
    /// The one it has.
    pub old: String,
    /// The one it is to have.
    pub new: String,
}

/// Seals the open book with another passphrase.
pub async fn passphrase(call: &Call, it: Passphrases) -> Result<()> {
    call.desk.change_passphrase(&it.old, &it.new).await
}
