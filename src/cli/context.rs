//! What a call knows of the world: the book's path, the passphrase, the clock, who calls, the language.
//!
//! The only place of the command line that reads the environment and the clock.

use std::io::IsTerminal as _;
use std::path::PathBuf;

use breachbook::actions::{Access, Session};
use breachbook::error::{Error, Result};
use breachbook::lang::{Arg, Phrases};
use breachbook::model::moment::Moment;
use breachbook::model::who::Who;
use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::arguments::Globals;

/// What a call knows of the world.
pub struct Context {
    /// The book's file.
    pub book: PathBuf,
    /// Who calls.
    pub who: Who,
    /// The clock.
    pub now: Timestamp,
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
            book: globals.book.clone().filter(|it| !it.is_empty()).map_or_else(default_book, |it| Ok(it.into()))?,
            who: who(globals.by.as_deref()),
            now: now(globals.now.as_deref().filter(|it| !it.is_empty()))?,
            case: globals.case,
            phrases: phrases(),
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

/// A variable that is set and not empty.
fn environment(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

fn default_book() -> Result<PathBuf> {
    directories::ProjectDirs::from("", "", "Breachbook")
        .map(|folders| folders.data_dir().join("default.breachbook"))
        .ok_or_else(|| Error::new("book.no_data_folder"))
}

fn now(given: Option<&str>) -> Result<Timestamp> {
    match given {
        Some(text) => Moment::read(text, &TimeZone::UTC).map(|moment| moment.from),
        None => Ok(Timestamp::now()),
    }
}

/// The name as declared, beside what the machine knows of itself.
fn who(declared: Option<&str>) -> Who {
    let os_account =
        ["USER", "LOGNAME", "USERNAME"].into_iter().find_map(environment).unwrap_or_else(account_of_process);
    let machine = std::fs::read_to_string("/proc/sys/kernel/hostname").ok().map(|name| name.trim().to_owned());
    let machine = machine.or_else(|| environment("COMPUTERNAME")).or_else(|| environment("HOSTNAME"));
    Who {
        name: declared.filter(|name| !name.is_empty()).unwrap_or(&os_account).to_owned(),
        os_account,
        machine: machine.unwrap_or_else(|| "?".to_owned()),
    }
}

/// Where no variable names the account, as in a container.
fn account_of_process() -> String {
    let output = std::process::Command::new("id").arg("-un").output().ok();
    let name = output.map(|output| String::from_utf8_lossy(&output.stdout).trim().to_owned());
    name.filter(|name| !name.is_empty()).unwrap_or_else(|| "?".to_owned())
}

/// `BREACHBOOK_LANGUAGE`, else `LANG`, else English; a language we do not speak is English.
pub fn phrases() -> Phrases {
    let wanted = environment("BREACHBOOK_LANGUAGE").or_else(|| environment("LANG")).unwrap_or_default();
    let tag = wanted.split(['_', '.', '-', '@']).next().unwrap_or_default().to_lowercase();
    Phrases::of(&tag).or_else(|_| Phrases::of("en")).expect("English is embedded")
}
