//! Copies of the open book: when one is due, where it goes, what is said of it. Copying is the house's.

use std::path::Path;
use std::sync::PoisonError;

use breachbook::actions::{Session, books};
use breachbook::error::{Error, Result};
use breachbook::world::{backups, files};
use jiff::ToSpan as _;

use crate::desk::Desk;
use crate::settings::Backup;

impl Desk {
    /// Remembers how far the log of a book is that was just opened: only what changes from here on needs a copy.
    pub(crate) async fn entered(&self, session: &Session) {
        let entries = books::entries(session).await.ok();
        *self.copied.lock().unwrap_or_else(PoisonError::into_inner) = entries;
    }

    /// Closes a book; one that was changed since it was opened or copied is copied first. A copy that fails does not
    /// keep the book from being closed: the settings remember why.
    ///
    /// # Errors
    /// What the store refuses.
    pub(crate) async fn leave(&self, session: Option<Session>) -> Result<Option<Backup>> {
        let Some(session) = session else { return Ok(None) };
        let due = session.store.is_writable() && self.settings.read().backup_folder.is_some();
        let entries = if due { books::entries(&session).await.ok() } else { None };
        let before = *self.copied.lock().unwrap_or_else(PoisonError::into_inner);
        let backup = match entries {
            Some(entries) if Some(entries) != before => self.tried(&session).await,
            _ => None,
        };
        *self.copied.lock().unwrap_or_else(PoisonError::into_inner) = None;
        session.close().await?;
        Ok(backup)
    }

    async fn tried(&self, session: &Session) -> Option<Backup> {
        match self.back_up(session).await {
            Ok(backup) => Some(backup),
            Err(_) => self.settings.read().backup,
        }
    }

    /// Copies a book to the folder of the settings, and keeps the last ten.
    pub(crate) async fn back_up(&self, session: &Session) -> Result<Backup> {
        let folder = self.settings.read().backup_folder.ok_or_else(|| Error::new("backup.no_folder"))?;
        let book = session.store.path();
        let uid = books::info(session).await?.uid;
        let mut at = self.now();
        let mut place = backups::place(&folder, book, &uid, at);
        while place.exists() {
            at = at.checked_add(1.second()).map_err(|cause| Error::new("internal").because(cause))?;
            place = backups::place(&folder, book, &uid, at);
        }
        let entries = books::entries(session).await?;
        let done = books::backup(session, &place).await;
        let refused = done.as_ref().err().map(|refusal| self.phrases().error(refusal));
        let backup = self.about(book, &place, refused);
        // What was said of the copy is kept where it can be; a copy is a copy without it.
        let _ = self.settings.change(|it| it.backup = Some(backup.clone()));
        done?;
        *self.copied.lock().unwrap_or_else(PoisonError::into_inner) = Some(entries);
        backups::prune(&folder, book, &uid);
        Ok(backup)
    }

    fn about(&self, book: &Path, place: &Path, refused: Option<String>) -> Backup {
        Backup {
            book: files::name(book),
            name: files::name(place),
            folder: place.parent().map(|it| it.display().to_string()).unwrap_or_default(),
            at: self.now(),
            refused,
        }
    }
}
