//! Books: chosen, opened, made, closed; the samples.

use breachbook::actions::books::{Strength, strength as strength_of};
use breachbook::actions::{Access, Session, samples};
use breachbook::error::{Error, Result};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Call;
use crate::chooser::{Ask, ChosenFile};

/// The ending of a book's file.
const ENDING: &str = "breachbook";

/// What to choose a book's file for.
#[derive(Debug, Deserialize, TS)]
pub struct Choosing {
    /// To make one there; else to open it.
    pub anew: bool,
}

/// Asks for a book's file in a native dialog.
pub async fn choose(call: &Call, choosing: Choosing) -> Result<Option<ChosenFile>> {
    let phrases = call.desk.phrases();
    let endings = Some((phrases.say("window-book"), vec![ENDING]));
    let chosen = if choosing.anew {
        let name = Some(format!("{}.{ENDING}", phrases.say("window-new-book-name")));
        call.desk.chooser.write(Ask { title: phrases.say("window-new-book"), name, endings }).await
    } else {
        call.desk.chooser.read(Ask { title: phrases.say("window-open-book"), name: None, endings }, false).await
    };
    let path = chosen.into_iter().next().map(|path| match (choosing.anew, path.extension()) {
        (true, None) => path.with_extension(ENDING),
        _ => path,
    });
    Ok(path.map(|path| call.desk.chosen.keep(path)))
}

/// A chosen book.
#[derive(Debug, Deserialize, TS)]
#[ts(rename = "WhichBook")]
pub struct Which {
    /// Its token.
    pub token: u32,
}

/// What a book looks like before it is opened.
#[derive(Debug, Serialize, TS)]
pub struct Looks {
    /// There is a file.
    pub exists: bool,
    /// A passphrase is worth asking for.
    pub encrypted: bool,
}

/// What a book looks like before it is opened.
pub async fn looks(call: &Call, which: Which) -> Result<Looks> {
    let path = call.desk.chosen.path(which.token)?;
    Ok(Looks { exists: path.exists(), encrypted: Session::looks_encrypted(&path) })
}

/// A passphrase that somebody thinks of.
#[derive(Deserialize, TS)]
pub struct Passphrase {
    /// As typed.
    pub passphrase: String,
}

/// How strong a passphrase is.
pub async fn strength(_call: &Call, typed: Passphrase) -> Result<Strength> {
    Ok(strength_of(&typed.passphrase))
}

/// A book to open.
#[derive(Deserialize, TS)]
pub struct Opening {
    /// Its token.
    pub token: u32,
    /// Its passphrase.
    pub passphrase: Option<String>,
    /// Only to look: allowed while another window holds it.
    pub read_only: bool,
}

/// Opens a book in place of the one that is open.
pub async fn open(call: &Call, opening: Opening) -> Result<()> {
    let path = call.desk.chosen.path(opening.token)?;
    let access = if opening.read_only { Access::Read } else { Access::Write };
    call.desk.take(&path, opening.passphrase.as_deref(), access).await?;
    call.desk.settings.change(|it| it.remember(path)).map(|_| ())
}

/// A book to make.
#[derive(Deserialize, TS)]
pub struct Making {
    /// Where.
    pub token: u32,
    /// Its passphrase; `null`: plain, by deliberate choice.
    pub passphrase: Option<String>,
}

/// Makes a book and opens it. The dialog has asked before writing over a file; a book is never written over.
pub async fn make(call: &Call, making: Making) -> Result<()> {
    let path = call.desk.chosen.path(making.token)?;
    call.desk.make(&path, making.passphrase.as_deref()).await?;
    call.desk.settings.change(|it| it.remember(path)).map(|_| ())
}

/// Closes the book; says which copy was made, or tried, where one was due.
pub async fn close(call: &Call, (): ()) -> Result<Option<crate::settings::Backup>> {
    call.desk.close().await
}

/// Loads the samples into the open book, where they are not in it already.
pub async fn samples(call: &Call, (): ()) -> Result<()> {
    let session = call.desk.open().await?;
    let has = breachbook::actions::cases::list(&session).await?.iter().any(|it| it.sample.is_some());
    if has {
        return Err(Error::new("sample.there_already"));
    }
    samples::load(&session).await.map(|_| ())
}
