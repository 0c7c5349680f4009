//! What the user has set, kept as one JSON file in the platform's configuration folder: nothing about a case.

use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use breachbook::error::{Error, Result};
use breachbook::world::outgoing::{self, Over, Target};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Books that are remembered.
const RECENT: usize = 8;

/// A copy of a book that was made, or tried.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Backup {
    /// The book.
    pub book: String,
    /// The copy's name.
    pub name: String,
    /// Its folder.
    pub folder: String,
    /// When.
    #[ts(type = "string")]
    pub at: jiff::Timestamp,
    /// Why it was not made, as it was said; `null`: it was.
    pub refused: Option<String>,
}

/// What the user has set.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Settings {
    /// A language's id; `null`: the system's.
    pub language: Option<String>,
    /// `light` or `dark`; `null`: the system's.
    pub theme: Option<String>,
    /// The name that stands beside what this person does; `null`: the account of the system.
    pub name: Option<String>,
    /// Where copies of the book go when it is closed; `null`: nowhere.
    pub backup_folder: Option<PathBuf>,
    /// The last copy that was made or tried.
    pub backup: Option<Backup>,
    /// How lists are laid out, by list: the page's own, kept as it is.
    #[ts(type = "Record<string, unknown>")]
    pub layouts: serde_json::Map<String, serde_json::Value>,
    /// Books that were open, the latest first.
    pub recent: Vec<PathBuf>,
}

impl Settings {
    /// Remembers a book as the latest.
    pub fn remember(&mut self, book: PathBuf) {
        self.recent.retain(|it| *it != book);
        self.recent.insert(0, book);
        self.recent.truncate(RECENT);
    }
}

/// The settings and their file.
pub struct Kept {
    file: Option<PathBuf>,
    now: Mutex<Settings>,
}

impl Kept {
    /// Reads the settings; a file that cannot be read is as if there were none, and is written over at the next change.
    #[must_use]
    pub fn at(file: Option<PathBuf>) -> Self {
        let text = file.as_ref().and_then(|file| std::fs::read_to_string(file).ok());
        let now = text.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default();
        Self { file, now: Mutex::new(now) }
    }

    /// Where this machine keeps them.
    #[must_use]
    pub fn place() -> Option<PathBuf> {
        breachbook::world::laws::settings().map(|it| it.join("settings.json"))
    }

    /// Their file.
    #[must_use]
    pub const fn file(&self) -> Option<&PathBuf> {
        self.file.as_ref()
    }

    /// As they are now.
    #[must_use]
    pub fn read(&self) -> Settings {
        self.now.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Changes them and writes them down.
    ///
    /// # Errors
    /// `file.unwritable`; they are changed all the same, until the window is closed.
    pub fn change(&self, change: impl FnOnce(&mut Settings)) -> Result<Settings> {
        let changed = {
            let mut now = self.now.lock().unwrap_or_else(PoisonError::into_inner);
            change(&mut now);
            now.clone()
        };
        let Some(file) = &self.file else { return Ok(changed) };
        let folder = file.parent().map_or(Ok(()), std::fs::create_dir_all);
        folder.map_err(|cause| Error::new("file.unwritable").with("file", file.display()).because(cause))?;
        let text = serde_json::to_vec_pretty(&changed).map_err(|cause| Error::new("internal").because(cause))?;
        outgoing::put(Target::of(file, Over::Replace, None)?, &text)?;
        Ok(changed)
    }
}
