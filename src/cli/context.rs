//! What a call knows of the world: the book's path, the passphrase, the clock, who calls, the language.
//!
//! What it asks of environment and clock it asks through `world`, as the window does.

use std::io::IsTerminal as _;
use std::path::PathBuf;

use breachbook::actions::{Access, Session};
use breachbook::error::{Error, Result};
use breachbook::lang::{Arg, Phrases};
use breachbook::model::clock::When;
use breachbook::model::who::Who;
use breachbook::world::{self, environment};

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
    pub case: Option<i64>,
    /// The language of messages.
    pub phrases: Phrases,
    /// Whether stdout carries JSON.
    pub json: bool,
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
            case: globals.case,
            phrases: world::phrases(),
            json: globals.json,
        })
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
        let opened = self.open_with(environment("BREACHBOOK_KEY"), access).await;
        match opened {
            Err(refusal) if refusal.code == "book.passphrase_needed" && on_terminal() => {
                self.open_with(ask(&self.phrases.say("cli-passphrase")), access).await
            }
            other => other,
        }
    }

    async fn open_with(&self, passphrase: Option<String>, access: Access) -> Result<Session> {
        Session::open(&self.book, passphrase.as_deref(), access, self.who.clone(), self.now).await
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
        self.with(self.write_or_create().await?, change).await
    }

    async fn with<T>(&self, session: Session, work: impl AsyncFnOnce(&Session) -> Result<T>) -> Result<T> {
        let done = work(&session).await;
        let closed = session.close().await;
        done.and_then(|done| closed.map(|()| done))
    }

    /// Opens the book to write, or makes it: encrypted, with the passphrase that is given or asked for.
    async fn write_or_create(&self) -> Result<Session> {
        if self.book.exists() { self.write().await } else { self.create(false).await }
    }

    /// Makes the book.
    ///
    /// # Errors
    /// `book.passphrase_missing` where none is given and nobody can be asked.
    pub async fn create(&self, plain: bool) -> Result<Session> {
        let passphrase = if plain { None } else { Some(new_passphrase(&self.phrases)?) };
        Session::create(&self.book, passphrase.as_deref(), self.who.clone(), self.now).await
    }

    /// A sentence of ours, with texts in it.
    pub fn say(&self, id: &str, args: &[(&str, &str)]) -> String {
        let args: Vec<(&str, Arg)> = args.iter().map(|(name, value)| (*name, Arg::from(*value))).collect();
        self.phrases.say_with(id, &args)
    }
}

fn new_passphrase(phrases: &Phrases) -> Result<String> {
    if let Some(given) = environment("BREACHBOOK_KEY") {
        return Ok(given);
    }
    if !on_terminal() {
        return Err(Error::new("book.passphrase_missing"));
    }
    let first = ask(&phrases.say("cli-passphrase-new")).unwrap_or_default();
    let second = ask(&phrases.say("cli-passphrase-again")).unwrap_or_default();
    match first == second && !first.is_empty() {
        true => Ok(first),
        false => Err(Error::new("book.passphrases_differ")),
    }
}

fn on_terminal() -> bool {
    std::io::stdin().is_terminal() && std::io::stderr().is_terminal()
}

fn ask(prompt: &str) -> Option<String> {
    rpassword::prompt_password(format!("{prompt} ")).ok().filter(|typed| !typed.is_empty())
}
