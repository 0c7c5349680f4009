//! What a call knows of the world: the book's path, the passphrase, the clock, who calls, the language.
//!
//! What it asks of environment and clock it asks through `world`, as the window does.

use std::io::IsTerminal as _;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};

use breachbook::actions::books::{self, Strength};
use breachbook::actions::{Access, Session};
use breachbook::error::{Error, Result, Warning};
use breachbook::lang::{Arg, Phrases};
use breachbook::model::clock::When;
use breachbook::model::who::Who;
use breachbook::world;
use breachbook::world::laws::Folder;
use breachbook::world::outgoing::{self, Over, Target};
use zeroize::Zeroizing;

use super::arguments::Globals;

/// What a call knows of the world.
pub struct Context {
    /// The book's file.
    pub book: PathBuf,
    /// Who calls.
    pub who: Who,
    /// The clock, or the time that was given in its place.
    pub now: When,
    /// The case asked for.
    pub case: Option<String>,
    /// The language of messages.
    pub phrases: Phrases,
    /// Whether stdout carries JSON.
    pub json: bool,
    /// The user's folder of laws.
    pub laws: Folder,
    /// What an existing file is to `--out`.
    over: Over,
    /// The book has no passphrase, by deliberate choice.
    plain: bool,
    /// Where the passphrase is read from.
    key_fd: Option<u32>,
    /// What is to be said beside what was done.
    remarks: Mutex<Vec<Warning>>,
    stdout_is_taken: AtomicBool,
}

impl Context {
    /// Reads the globals and the environment.
    ///
    /// # Errors
    /// An unreadable `--now`; no data folder on this platform.
    pub fn of(globals: &Globals) -> Result<Self> {
        Ok(Self {
            // An empty variable is none.
            book: globals
                .book
                .clone()
                .filter(|it| !it.is_empty())
                .map_or_else(world::default_book, |it| Ok(it.into()))?,
            who: world::who(globals.by.as_deref()),
            now: world::now(globals.now.as_deref().filter(|it| !it.is_empty()))?,
            case: globals.case.clone(),
            phrases: world::phrases(),
            json: globals.json,
            laws: Folder::of(globals.catalogue.clone()),
            over: if globals.force { Over::Replace } else { Over::Refuse },
            plain: globals.plain,
            key_fd: globals.key_fd,
            remarks: Mutex::default(),
            stdout_is_taken: AtomicBool::new(false),
        })
    }

    /// Where a file of this call may go.
    ///
    /// # Errors
    /// As [`Target::of`].
    pub fn target(&self, out: &Path) -> Result<Target> {
        let target = Target::of(out, self.over, Some(&self.book))?;
        self.stdout_is_taken.fetch_or(target.is_stdout(), Ordering::Relaxed);
        Ok(target)
    }

    /// Whether a file goes to stdout: what a call says goes to stderr then.
    pub fn stdout_is_taken(&self) -> bool {
        self.stdout_is_taken.load(Ordering::Relaxed)
    }

    /// Keeps a remark for the end of the call.
    pub fn remark(&self, remark: impl IntoIterator<Item = Warning>) {
        let mut remarks = self.remarks.lock().unwrap_or_else(PoisonError::into_inner);
        for it in remark {
            // What the commit has said, closing need not say again.
            if !remarks.iter().any(|said| said.code == it.code) {
                remarks.push(it);
            }
        }
    }

    /// What is to be said beside what was done.
    pub fn remarks(&self) -> Vec<Warning> {
        std::mem::take(&mut *self.remarks.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Opens the book to read.
    async fn read(&self) -> Result<Session> {
        self.open(Access::Read).await
    }

    /// Opens the book to write.
    async fn write(&self) -> Result<Session> {
        self.open(Access::Write).await
    }

    /// On a terminal a passphrase that is needed and not given is asked for.
    async fn open(&self, access: Access) -> Result<Session> {
        let opened = self.open_with(self.passphrase()?, access).await;
        match opened {
            Err(refusal) if refusal.code == "book.passphrase_needed" && self.plain => Err(Error::new("book.is_sealed")),
            Err(refusal) if refusal.code == "book.passphrase_needed" && on_terminal() => {
                self.open_with(ask(&self.phrases.say("cli-passphrase")), access).await
            }
            other => other,
        }
    }

    async fn open_with(&self, passphrase: Option<Zeroizing<String>>, access: Access) -> Result<Session> {
        let passphrase = passphrase.as_ref().map(|it| it.as_str());
        Session::open(&self.book, passphrase, access, self.who.clone(), self.now).await
    }

    /// The passphrase that is given: through the file descriptor of `--key-fd`, else in `BREACHBOOK_KEY`.
    fn passphrase(&self) -> Result<Option<Zeroizing<String>>> {
        match self.key_fd {
            _ if self.plain => Ok(None),
            Some(number) => world::first_line(number).map(Some),
            None => world::secret("BREACHBOOK_KEY"),
        }
    }

    /// Opens the book, looks, and closes it whatever came of it.
    ///
    /// # Errors
    /// Of opening, and of what was to be done.
    pub async fn reading<T>(&self, look: impl AsyncFnOnce(&Session) -> Result<T>) -> Result<T> {
        self.with(self.read().await?, look).await
    }

    /// Opens the book, changes it, and closes it whatever came of it.
    ///
    /// # Errors
    /// Of opening, and of what was to be done.
    pub async fn writing<T>(&self, change: impl AsyncFnOnce(&Session) -> Result<T>) -> Result<T> {
        self.with(self.write().await?, change).await
    }

    /// Opens or makes the book, changes it, and closes it whatever came of it.
    ///
    /// # Errors
    /// Of opening, of making, and of what was to be done.
    pub async fn writing_anew<T>(&self, change: impl AsyncFnOnce(&Session) -> Result<T>) -> Result<T> {
        let (session, made) = self.write_or_create().await?;
        let done = change(&session).await;
        if made && done.is_err() {
            // Nothing came of it: the next call finds what this one found.
            session.unmake().await;
        } else {
            self.leave(session).await;
        }
        done
    }

    async fn with<T>(&self, session: Session, work: impl AsyncFnOnce(&Session) -> Result<T>) -> Result<T> {
        let done = work(&session).await;
        self.leave(session).await;
        done
    }

    /// Closes the book. What was done stands: that it could not be settled afterwards is no refusal.
    pub async fn leave(&self, session: Session) {
        self.remark(session.remarks());
        if let Err(cause) = session.close().await {
            self.remark([outgoing::unsettled(&cause)]);
        }
    }

    /// Opens the book to write, or makes it: encrypted, with the passphrase that is given or asked for. Whether it was made.
    async fn write_or_create(&self) -> Result<(Session, bool)> {
        if self.book.exists() {
            return Ok((self.write().await?, false));
        }
        match self.create().await {
            // Another call was quicker.
            Err(refusal) if refusal.code == "book.exists" => Ok((self.write().await?, false)),
            made => Ok((made?.0, true)),
        }
    }

    /// Makes the book, and says how hard its passphrase is to guess.
    ///
    /// # Errors
    /// `book.passphrase_missing` where none is given and nobody can be asked.
    pub async fn create(&self) -> Result<(Session, Option<Strength>)> {
        let passphrase = if self.plain { None } else { Some(self.new_passphrase()?) };
        let passphrase = passphrase.as_ref().map(|it| it.as_str());
        let session = Session::create(&self.book, passphrase, self.who.clone(), self.now).await?;
        let strength = passphrase.map(books::strength);
        let weak = strength.filter(|it| it.score < books::STRONG);
        self.remark(weak.map(|it| {
            Warning::new("book.passphrase_weak").with("score", it.score).with("guesses", guesses(it.guesses_log10))
        }));
        Ok((session, strength))
    }

    fn new_passphrase(&self) -> Result<Zeroizing<String>> {
        if let Some(given) = self.passphrase()? {
            return Ok(given);
        }
        if !on_terminal() {
            return Err(Error::new("book.passphrase_missing"));
        }
        let first = ask(&self.phrases.say("cli-passphrase-new")).unwrap_or_default();
        let second = ask(&self.phrases.say("cli-passphrase-again")).unwrap_or_default();
        match first == second && !first.is_empty() {
            true => Ok(first),
            false => Err(Error::new("book.passphrases_differ")),
        }
    }

    /// A sentence of ours, with texts in it.
    pub fn say(&self, id: &str, args: &[(&str, &str)]) -> String {
        let args: Vec<(&str, Arg)> = args.iter().map(|(name, value)| (*name, Arg::from(*value))).collect();
        self.phrases.say_with(id, &args)
    }
}

fn on_terminal() -> bool {
    std::io::stdin().is_terminal() && std::io::stderr().is_terminal()
}

fn ask(prompt: &str) -> Option<Zeroizing<String>> {
    rpassword::prompt_password(format!("{prompt} ")).ok().filter(|typed| !typed.is_empty()).map(Zeroizing::new)
}

/// A power of ten, as people write it.
fn guesses(log10: f64) -> String {
    format!("10^{log10:.0}")
}
