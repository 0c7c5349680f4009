//! Copies of the open book: when one is due, where it goes, what is said of it. Copying is the house's.

use std::path::Path;
use std::sync::PoisonError;

use breachbook::actions::{Session, books};
use breachbook::error::{Error, Result};
use breachbook::world::{backups, files, outgoing};
use jiff::ToSpan as _;

use crate::desk::Desk;
use crate::settings::Backup;

impl Desk {
    /// Remembers how far the log of a book is that was just opened: only what changes from here on needs a copy.
    pub(crate) async fn entered(&self, session: &Session) {
        let entries = books::entries(session).await.ok();
        *self.copied.lock().unwrap_or_else(PoisonError::into_inner) = entries;
    }

    /// Closes a book and forgets what was taken from it; one that was changed since it was opened or copied is copied
    /// first. A copy that fails does not keep the book from being closed: the settings remember why.
    ///
    /// # Errors
    /// What the store refuses.
    pub(crate) async fn leave(&self, session: Option<Session>) -> Result<Option<Backup>> {
        let Some(session) = session else { return Ok(None) };
        self.forget();
        let due = session.store.is_writable() && self.settings.read().backup_folder.is_some();
        let entries = if due { books::entries(&session).await.ok() } else { None };
        let before = *self.copied.lock().unwrap_or_else(PoisonError::into_inner);
        let backup = match entries {
            Some(entries) if Some(entries) != before => self.tried(&session).await,
            _ => None,
        };
        *self.copied.lock().unwrap_or_else(PoisonError::into_inner) = None;
        self.close_session(session).await;
        Ok(backup)
    }

    /// What was done stands: that a book could not be settled is said, and is no refusal.
    async fn close_session(&self, session: Session) {
        let mut remarks = session.remarks();
        remarks.extend(session.close().await.err().map(|cause| outgoing::unsettled(&cause)));
        self.left.lock().unwrap_or_else(PoisonError::into_inner).extend(remarks);
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
        let uid = books::uid(session).await?;
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

#[cfg(test)]
mod tests {
    use std::path::PathBuf;
    use std::sync::Arc;
    use std::sync::atomic::AtomicBool;

    use breachbook::actions::cases::{self, NewCase};
    use breachbook::actions::{Access, viewing};
    use breachbook::error::Result;
    use breachbook::model::ids::CaseId;

    use crate::chooser::{Answer, Ask, Chooser};
    use crate::desk::{Desk, Looking};
    use crate::settings::Kept;

    struct Nobody;

    impl Chooser for Nobody {
        fn read(&self, _: Ask, _: bool) -> Answer<'_> {
            Box::pin(async { Vec::new() })
        }
        fn write(&self, _: Ask) -> Answer<'_> {
            Box::pin(async { Vec::new() })
        }
        fn folder(&self, _: Ask) -> Answer<'_> {
            Box::pin(async { Vec::new() })
        }
    }

    /// A desk whose clock stands, with a new book, and a folder for copies.
    async fn desk(folder: &std::path::Path, copies: Option<PathBuf>) -> Desk {
        let now = "2026-11-25T13:07:31Z".parse().expect("a time");
        let desk = Desk::new(Kept::at(None), Box::new(Nobody), Some(now));
        desk.settings.change(|it| it.backup_folder = copies).expect("set");
        desk.make(&folder.join("a.breachbook"), Some("demo")).await.expect("made");
        desk
    }

    async fn add_case(desk: &Desk) -> Result<CaseId> {
        let session = desk.open().await?;
        cases::new(&session, &NewCase { title: "Mail".into(), ..NewCase::default() }).await
    }

    fn count(folder: &std::path::Path) -> usize {
        std::fs::read_dir(folder).map_or(0, |entries| entries.flatten().count())
    }

    #[tokio::test]
    async fn a_changed_book_is_copied_when_it_is_closed_and_an_unchanged_one_is_not() {
        let folder = tempfile::tempdir().expect("a folder");
        let copies = folder.path().join("copies");
        std::fs::create_dir(&copies).expect("a folder");
        let desk = desk(folder.path(), Some(copies.clone())).await;
        add_case(&desk).await.expect("a case");
        let backup = desk.close().await.expect("closed").expect("a copy was due");
        assert_eq!((backup.refused, count(&copies)), (None, 1));
        let book = folder.path().join("a.breachbook");
        desk.take(&book, Some("demo"), Access::Write).await.expect("open");
        assert_eq!((desk.close().await.expect("closed"), count(&copies)), (None, 1));
        desk.take(&book, Some("demo"), Access::Write).await.expect("open");
        add_case(&desk).await.expect("a case");
        desk.back_up_now().await.expect("a clock that stands writes nothing over");
        assert_eq!((desk.close().await.expect("closed"), count(&copies)), (None, 2), "it was copied just now");
    }

    #[tokio::test]
    async fn a_copy_that_fails_is_said_and_the_book_is_closed_all_the_same() {
        let folder = tempfile::tempdir().expect("a folder");
        let desk = desk(folder.path(), Some(folder.path().join("gone"))).await;
        add_case(&desk).await.expect("a case");
        let backup = desk.close().await.expect("closed").expect("it was due");
        assert!(backup.refused.is_some_and(|why| why.contains("gone")));
        assert_eq!(desk.open().await.err().map(|it| it.code), Some("window.no_book"));
        assert!(desk.settings.read().backup.is_some_and(|it| it.refused.is_some()), "remembered for the next start");
    }

    /// Bytes of a book are put aside, and a list of it is looked at; says the list's number.
    async fn look(desk: &Desk) -> u32 {
        let case = add_case(desk).await.expect("a case");
        let session = desk.open().await.expect("open");
        let stop = AtomicBool::new(false);
        let view = viewing::view(&session, case, "", None, &stop).await.expect("a view");
        desk.put("preview", Arc::new(b"a name".to_vec()));
        desk.look(Looking { view, filter: String::new() })
    }

    #[tokio::test]
    async fn what_was_taken_from_a_book_is_gone_when_it_is_closed_or_another_takes_its_place() {
        let folder = tempfile::tempdir().expect("a folder");
        let (one, two) = (folder.path().join("a.breachbook"), folder.path().join("b.breachbook"));
        let desk = desk(folder.path(), None).await;
        let kept = |list: u32| (desk.put_aside("preview").is_some(), desk.looking(list).is_some());
        let list = look(&desk).await;
        assert_eq!(kept(list), (true, true));
        desk.make(&two, Some("demo")).await.expect("made");
        assert_eq!(kept(list), (false, false), "another was made");
        let list = look(&desk).await;
        assert!(desk.take(&one, Some("wrong"), Access::Write).await.is_err());
        assert_eq!(kept(list), (true, true), "the other was refused, and this one stays open");
        desk.take(&one, Some("demo"), Access::Write).await.expect("open");
        assert_eq!(kept(list), (false, false), "another was opened");
        let list = look(&desk).await;
        desk.take(&one, Some("demo"), Access::Write).await.expect("open");
        assert_eq!(kept(list), (false, false), "it was opened anew");
        let list = look(&desk).await;
        desk.close().await.expect("closed");
        assert_eq!(kept(list), (false, false), "it was closed");
    }

    #[tokio::test]
    async fn nowhere_to_go_is_no_copy_and_another_passphrase_leaves_the_book_open() {
        let folder = tempfile::tempdir().expect("a folder");
        let desk = desk(folder.path(), None).await;
        assert_eq!(desk.back_up_now().await.expect_err("nowhere").code, "backup.no_folder");
        assert_eq!(
            desk.change_passphrase("wrong", "new").await.expect_err("refused").code,
            "book.wrong_passphrase_or_no_book"
        );
        desk.change_passphrase("demo", "new").await.expect("changed");
        add_case(&desk).await.expect("still open");
        assert_eq!(desk.close().await.expect("closed"), None);
    }
}
