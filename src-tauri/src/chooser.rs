//! Files that the user chose, in a native dialog or by dropping them. The page is handed tokens, never a path that it
//! could make up.

use std::collections::BTreeMap;
use std::future::Future;
use std::path::PathBuf;
use std::pin::Pin;
use std::sync::{Mutex, PoisonError};

use breachbook::error::{Error, Result};
use breachbook::world::files;
use serde::Serialize;
use ts_rs::TS;

/// What is chosen, when the user has answered; nothing where they closed the dialog.
pub type Answer<'a> = Pin<Box<dyn Future<Output = Vec<PathBuf>> + Send + 'a>>;

/// What a native dialog is to ask for.
#[derive(Debug, Clone, Default)]
pub struct Ask {
    /// Its title, in the reader's language.
    pub title: String,
    /// The name that is suggested, for a file that is to be written.
    pub name: Option<String>,
    /// Which endings are shown: a word for them, and the endings; none: every file.
    pub endings: Option<(String, Vec<&'static str>)>,
}

/// Asks the user for files.
pub trait Chooser: Send + Sync {
    /// One file or several to read.
    fn read(&self, ask: Ask, several: bool) -> Answer<'_>;
    /// A place to write to.
    fn write(&self, ask: Ask) -> Answer<'_>;
    /// A folder.
    fn folder(&self, ask: Ask) -> Answer<'_>;
}

/// A file that was chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ChosenFile {
    /// What the page calls it by.
    pub token: u32,
    /// Its name, without its folder.
    pub name: String,
    /// Where it lies, for the user to read.
    pub folder: String,
    /// In bytes; `null` where it is not there yet.
    pub size: Option<u64>,
}

/// The files that were chosen so far.
#[derive(Default)]
pub struct Chosen {
    paths: Mutex<BTreeMap<u32, PathBuf>>,
}

impl Chosen {
    /// Keeps a path; the same path keeps its token.
    pub fn keep(&self, path: PathBuf) -> ChosenFile {
        let mut paths = self.paths.lock().unwrap_or_else(PoisonError::into_inner);
        let known = paths.iter().find(|(_, known)| **known == path).map(|(token, _)| *token);
        let token = known.unwrap_or_else(|| u32::try_from(paths.len()).unwrap_or(u32::MAX).saturating_add(1));
        let file = ChosenFile {
            token,
            name: files::name(&path),
            folder: path.parent().map(|folder| folder.display().to_string()).unwrap_or_default(),
            size: files::size(&path),
        };
        paths.insert(token, path);
        file
    }

    /// The path behind a token.
    ///
    /// # Errors
    /// `file.not_chosen`: the page made it up, or the window was started anew.
    pub fn path(&self, token: u32) -> Result<PathBuf> {
        let paths = self.paths.lock().unwrap_or_else(PoisonError::into_inner);
        paths.get(&token).cloned().ok_or_else(|| Error::new("file.not_chosen"))
    }
}
