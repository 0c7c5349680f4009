//! What one window holds: the open book, the settings, files that were chosen, work that can be cancelled. It knows
//! no page and no Tauri, so that commands are tried without a window.

use std::collections::BTreeMap;
use std::ops::Deref;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use breachbook::actions::viewing::View;
use breachbook::actions::{Access, Session, books};
use breachbook::error::{Error, Result, Warning};
use breachbook::lang::Phrases;
use breachbook::model::clock::When;
use breachbook::model::who::Who;
use breachbook::world;
use breachbook::world::laws::Folder;
use breachbook::world::outgoing::{Over, Target};
use jiff::Timestamp;
use tokio::sync::{RwLock, RwLockReadGuard, watch};

use crate::chooser::{Chooser, Chosen};
use crate::closing::Closing;
use crate::settings::{Backup, Kept};

/// How long opening waits for another program that has the book: somebody sits before it, and may choose to look only.
const PATIENCE: Duration = Duration::from_secs(1);

/// Everything one window holds.
pub struct Desk {
    session: RwLock<Option<Session>>,
    /// How far the book's log was when it was opened, or copied last.
    pub(crate) copied: Mutex<Option<i64>>,
    /// What the user has set, kept in a file of its own.
    pub settings: Kept,
    /// Asks the user for files.
    pub chooser: Box<dyn Chooser>,
    /// Files that the user chose or dropped; the page knows them by token alone.
    pub chosen: Chosen,
    /// How the window is closed.
    pub closing: Closing,
    /// The clock of the pictures and tests (`BREACHBOOK_NOW`); else the machine's.
    fixed_now: Option<Timestamp>,
    /// Whether the book that the start names has been opened, or refused.
    begun: watch::Sender<bool>,
    running: Mutex<BTreeMap<String, Arc<AtomicBool>>>,
    aside: Mutex<BTreeMap<String, Arc<Vec<u8>>>>,
    looking: Mutex<(u32, Option<Arc<Looking>>)>,
    /// What is to be said of a book that was closed.
    pub(crate) left: Mutex<Vec<Warning>>,
}

/// The list of accounts that is looked at, and the filter that found it.
pub struct Looking {
    /// The accounts.
    pub view: View,
    /// In the filter language.
    pub filter: String,
}

/// The open book for the length of one command, at the command's time.
pub struct Open<'a> {
    _held: RwLockReadGuard<'a, Option<Session>>,
    session: Session,
}

impl Deref for Open<'_> {
    type Target = Session;

    fn deref(&self) -> &Session {
        &self.session
    }
}

impl Desk {
    /// An empty desk.
    #[must_use]
    pub fn new(settings: Kept, chooser: Box<dyn Chooser>, fixed_now: Option<Timestamp>) -> Self {
        Self {
            session: RwLock::new(None),
            copied: Mutex::default(),
            settings,
            chooser,
            chosen: Chosen::default(),
            closing: Closing::default(),
            fixed_now,
            begun: watch::Sender::new(false),
            running: Mutex::default(),
            aside: Mutex::default(),
            looking: Mutex::default(),
            left: Mutex::default(),
        }
    }

    /// The book that the start names has been opened, or refused.
    pub fn begun(&self) {
        self.begun.send_replace(true);
    }

    /// Waits for that.
    pub async fn beginning(&self) {
        // The sender is the desk's own: it cannot be gone.
        let _ = self.begun.subscribe().wait_for(|begun| *begun).await;
    }

    /// Whether the clock stands still.
    #[must_use]
    pub const fn clock_stands(&self) -> bool {
        self.fixed_now.is_some()
    }

    /// The time of a command.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        self.fixed_now.unwrap_or_else(Timestamp::now)
    }

    /// The time of a command, and where it comes from.
    fn when(&self) -> When {
        world::when(self.fixed_now)
    }

    /// Who is at the machine, by the name that the settings declare.
    #[must_use]
    pub fn who(&self) -> Who {
        world::who(self.settings.read().name.as_deref())
    }

    /// The user's folder of laws: the one that the environment names, else the one beside the settings.
    #[must_use]
    pub fn laws(&self) -> Folder {
        Folder::of(None).or_beside(self.settings.file().map(PathBuf::as_path))
    }

    /// The language of the page, as phrases.
    #[must_use]
    pub fn phrases(&self) -> Phrases {
        Phrases::of(&self.language()).unwrap_or_else(|_| world::phrases())
    }

    /// The id of the page's language.
    #[must_use]
    pub fn language(&self) -> String {
        self.settings.read().language.unwrap_or_else(|| world::phrases().language().to_owned())
    }

    /// The open book, at this time.
    ///
    /// # Errors
    /// `window.no_book`.
    pub async fn open(&self) -> Result<Open<'_>> {
        let held = self.session.read().await;
        let session = held.as_ref().ok_or_else(|| Error::new("window.no_book"))?;
        let session = Session { who: self.who(), ..session.at(self.when()) };
        Ok(Open { _held: held, session })
    }

    /// Where a file may go that the user has chosen a place for.
    ///
    /// # Errors
    /// As [`Target::of`].
    pub async fn target(&self, (path, over): &(PathBuf, Over)) -> Result<Target> {
        let held = self.session.read().await;
        Target::of(path, *over, held.as_ref().map(|it| it.store.path()))
    }

    /// What is to be said of the book beside what was done, in the reader's language: once.
    pub async fn remarks(&self) -> Vec<String> {
        let mut remarks = std::mem::take(&mut *self.left.lock().unwrap_or_else(PoisonError::into_inner));
        // Whoever opens or closes a book at this moment says what there is to say of it.
        if let Ok(held) = self.session.try_read() {
            remarks.extend(held.as_ref().map(Session::remarks).unwrap_or_default());
        }
        let phrases = self.phrases();
        remarks.iter().map(|it| phrases.warning(it)).collect()
    }

    /// Opens a book in place of the one that is open; where it is refused, the one that was open stays open.
    ///
    /// # Errors
    /// As [`Session::open`].
    pub async fn take(&self, path: &Path, passphrase: Option<&str>, access: Access) -> Result<()> {
        let mut held = self.session.write().await;
        let same = held.as_ref().is_some_and(|it| it.is_at(path));
        if same {
            self.leave(held.take()).await?;
        }
        let opened = Session::open_within(path, passphrase, access, PATIENCE, self.who(), self.when()).await?;
        let left = self.leave(held.take()).await;
        self.entered(held.insert(opened)).await;
        left.map(|_| ())
    }

    /// Makes a book and opens it in place of the one that is open.
    ///
    /// # Errors
    /// As [`Session::create`].
    pub async fn make(&self, path: &Path, passphrase: Option<&str>) -> Result<()> {
        let mut held = self.session.write().await;
        let made = Session::create(path, passphrase, self.who(), self.when()).await?;
        let left = self.leave(held.take()).await;
        *held = Some(made);
        left.map(|_| ())
    }

    /// Closes the book, if one is open: running work is told to stop first, and its end is waited for. Says which copy
    /// was made, or tried, where one was due.
    ///
    /// # Errors
    /// What the store refuses.
    pub async fn close(&self) -> Result<Option<Backup>> {
        self.running().values().for_each(|flag| flag.store(true, Ordering::Relaxed));
        let mut held = self.session.write().await;
        self.leave(held.take()).await
    }

    /// What was taken from a book is gone with it: the list that was looked at, the bytes that were put aside.
    pub(crate) fn forget(&self) {
        self.looking.lock().unwrap_or_else(PoisonError::into_inner).1 = None;
        self.aside.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }

    /// Copies the book to the folder of the settings.
    ///
    /// # Errors
    /// `window.no_book`, `backup.no_folder`, `backup.failed`.
    pub async fn back_up_now(&self) -> Result<Backup> {
        let session = self.open().await?;
        self.back_up(&session).await
    }

    /// Seals the book with another passphrase. Nobody else has it open meanwhile; where it is refused, it stays open.
    ///
    /// # Errors
    /// `window.no_book`; as [`books::change_passphrase`].
    pub async fn change_passphrase(&self, old: &str, new: &str) -> Result<()> {
        let mut held = self.session.write().await;
        let session = held.take().ok_or_else(|| Error::new("window.no_book"))?;
        // Moved, not copied: the book can be sealed anew only where no other session holds it.
        let When { at: now, clock } = self.when();
        let session = Session { who: self.who(), now, clock, ..session };
        match books::change_passphrase(session, old, new).await {
            Ok(session) => {
                *held = Some(session);
                Ok(())
            }
            Err(refused) => {
                *held = refused.session;
                Err(refused.cause)
            }
        }
    }

    /// Begins work that can be cancelled under this name.
    pub fn begin(&self, work: &str) -> Arc<AtomicBool> {
        let flag = Arc::new(AtomicBool::new(false));
        self.running().insert(work.to_owned(), Arc::clone(&flag));
        flag
    }

    /// Asks the work of this name to stop.
    pub fn cancel(&self, work: &str) {
        if let Some(flag) = self.running().get(work) {
            flag.store(true, Ordering::Relaxed);
        }
    }

    /// Puts bytes aside under a name, in place of those that lay there, for the page to fetch as they are.
    pub fn put(&self, name: &str, bytes: Arc<Vec<u8>>) {
        self.aside.lock().unwrap_or_else(PoisonError::into_inner).insert(name.to_owned(), bytes);
    }

    /// The bytes under a name.
    pub fn put_aside(&self, name: &str) -> Option<Arc<Vec<u8>>> {
        self.aside.lock().unwrap_or_else(PoisonError::into_inner).get(name).cloned()
    }

    /// Keeps the list that is looked at in place of the one before; says its number.
    pub fn look(&self, looking: Looking) -> u32 {
        let mut kept = self.looking.lock().unwrap_or_else(PoisonError::into_inner);
        let number = kept.0.wrapping_add(1);
        *kept = (number, Some(Arc::new(looking)));
        number
    }

    /// The list of this number; nothing where another has taken its place.
    pub fn looking(&self, number: u32) -> Option<Arc<Looking>> {
        let kept = self.looking.lock().unwrap_or_else(PoisonError::into_inner);
        kept.1.clone().filter(|_| kept.0 == number)
    }

    fn running(&self) -> MutexGuard<'_, BTreeMap<String, Arc<AtomicBool>>> {
        self.running.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
