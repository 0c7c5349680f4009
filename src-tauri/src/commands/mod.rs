//! What the page may ask for: one registry, from which the page's types and functions are made. A command reads its
//! arguments, calls an action and hands back what came of it; nothing here decides anything.

mod accounts;
mod books;
mod cases;
mod charts;
mod deeds;
mod desk;
mod imports;
mod journal;
mod lists;
mod parties;
mod places;
mod reports;
mod settings;
mod tagging;
#[cfg(test)]
mod tests;
mod trees;

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use breachbook::error::{Error, Place, Result};
use breachbook::model::ids::{AccountId, CaseId, TypedCountId};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use ts_rs::TS;

use crate::desk::Desk;
use crate::types::Types;

/// One call of the page.
pub struct Call {
    /// The window's desk.
    pub desk: Arc<Desk>,
    /// Tells the page how far the work is.
    pub progress: Box<dyn Fn(Progress) + Send + Sync>,
}

/// How far a piece of work is.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Progress {
    /// Rows or pages so far.
    pub done: u64,
    /// Of how many, where that is known.
    pub of: Option<u64>,
}

/// Why something was not done: a sentence, and the code a screen may act on.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Refusal {
    /// Stable, never translated.
    pub code: String,
    /// The sentence, in the reader's language.
    pub message: String,
    /// Where in a file, a filter or an argument.
    pub place: Option<Place>,
    /// What the sentence speaks of, by name.
    pub args: std::collections::BTreeMap<String, String>,
}

impl Refusal {
    /// A refusal in the reader's language.
    #[must_use]
    pub fn of(refusal: &Error, desk: &Desk) -> Self {
        Self {
            code: refusal.code.to_owned(),
            message: desk.phrases().error(refusal),
            place: refusal.place.as_deref().cloned(),
            args: refusal.args.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect(),
        }
    }
}

/// What comes of a call. It stays on its thread: reports and drawings are work for a processor, not for a reactor.
type Reply = Pin<Box<dyn Future<Output = Result<Value>>>>;

/// Something the page may ask for.
pub struct Command {
    /// `accounts_page`: the module and the function.
    pub name: &'static str,
    /// Adds the types of its arguments and of its reply; says their names.
    pub types: fn(&mut Types) -> (String, String),
    /// Does it.
    pub run: fn(Call, Value) -> Reply,
}

macro_rules! command {
    ($module:ident::$name:ident, $args:ty => $reply:ty) => {
        Command {
            name: concat!(stringify!($module), "_", stringify!($name)),
            types: |types| (types.name::<$args>(), types.name::<$reply>()),
            run: |call, args| {
                Box::pin(async move {
                    let args: $args = read(args)?;
                    let reply: $reply = $module::$name(&call, args).await?;
                    write(&reply)
                })
            },
        }
    };
}

/// Every command, a screen after the other.
pub const COMMANDS: &[Command] = &[
    command!(desk::state, () => desk::State),
    command!(desk::set, desk::Change => desk::State),
    command!(desk::cancel, desk::Work => ()),
    command!(desk::closing, crate::closing::Answer => ()),
    command!(books::choose, books::Choosing => Option<crate::chooser::ChosenFile>),
    command!(books::looks, books::Which => books::Looks),
    command!(books::strength, books::Passphrase => breachbook::actions::books::Strength),
    command!(books::open, books::Opening => ()),
    command!(books::make, books::Making => ()),
    command!(books::close, () => Option<crate::settings::Backup>),
    command!(books::samples, () => ()),
    command!(cases::list, () => Vec<cases::Listed>),
    command!(cases::new, cases::NewCase => CaseId),
    command!(cases::overview, cases::Of => cases::Overview),
    command!(cases::set, cases::Settings => breachbook::actions::cases::Set),
    command!(cases::keys, () => Vec<breachbook::model::keys::KeyRow>),
    command!(cases::written, cases::Of => breachbook::actions::written::Written),
    command!(cases::set_count, cases::CountToType => TypedCountId),
    command!(cases::adopt_count, cases::CountByName => ()),
    command!(cases::keep_count, cases::CountToKeep => ()),
    command!(parties::elsewhere, parties::Of => Vec<parties::Elsewhere>),
    command!(places::list, () => Vec<breachbook::lang::places::PlaceRow>),
    command!(trees::list, trees::Of => breachbook::actions::trees::Grown),
    command!(trees::change, trees::Changing => trees::Changed),
    command!(trees::history, trees::Node => Vec<breachbook::store::deeds::Deed>),
    command!(charts::draw, charts::Asked => charts::Chart),
    command!(deeds::undo, cases::Of => breachbook::store::undo::Undone),
    command!(deeds::redo, cases::Of => breachbook::store::undo::Undone),
    command!(reports::preview, reports::Asked => reports::Previewed),
    command!(reports::export, reports::Exporting => Option<reports::Exported>),
    command!(reports::past, cases::Of => Vec<breachbook::model::case::ExportRecord>),
    command!(reports::look, reports::Which => String),
    command!(reports::again, reports::Which => Option<crate::chooser::ChosenFile>),
    command!(journal::page, breachbook::store::journal::Asked => breachbook::store::journal::JournalPage),
    command!(journal::changes, journal::OfDeed => Vec<breachbook::store::changes::RowChange>),
    command!(journal::chain, () => breachbook::store::audit::Chain),
    command!(journal::verify, journal::Verifying => breachbook::store::verify::Verified),
    command!(journal::csv, journal::Of => Option<crate::chooser::ChosenFile>),
    command!(journal::undo_to, journal::UndoTo => journal::UndoneTo),
    command!(settings::about, () => settings::About),
    command!(settings::choose_folder, () => Option<crate::chooser::ChosenFile>),
    command!(settings::back_up, () => crate::settings::Backup),
    command!(settings::passphrase, settings::Passphrases => ()),
    command!(imports::choose, () => Vec<crate::chooser::ChosenFile>),
    command!(imports::look, imports::ToImport => Vec<imports::FileLook>),
    command!(imports::run, imports::ToImport => imports::Ran),
    command!(imports::past, cases::Of => Vec<breachbook::actions::importing::PastImport>),
    command!(imports::problems, imports::OfImport => Vec<imports::RowProblem>),
    command!(imports::take_back, imports::OfImport => breachbook::actions::importing::TakenBack),
    command!(imports::rejects, imports::OfImport => Option<crate::chooser::ChosenFile>),
    command!(accounts::first, accounts::AskedFirst => accounts::First),
    command!(accounts::view, accounts::AskedView => accounts::Viewed),
    command!(accounts::rows, accounts::Part => Vec<breachbook::model::account::Account>),
    command!(accounts::ids, accounts::Part => Vec<AccountId>),
    command!(accounts::suggest, accounts::Typed => breachbook::actions::suggesting::Suggestions),
    command!(accounts::inspect, accounts::One => breachbook::actions::inspecting::Inspected),
    command!(tagging::tag, tagging::Tagging => breachbook::actions::tagging::Tagged),
    command!(tagging::adopt, tagging::Adopting => u64),
    command!(lists::copy, lists::Shown => String),
    command!(lists::write, lists::Shown => Option<lists::Done>),
    command!(lists::sheet, lists::ToFill => Option<lists::Done>),
];

/// The command of this name.
///
/// # Errors
/// `window.no_command`.
pub fn find(name: &str) -> Result<&'static Command> {
    COMMANDS.iter().find(|it| it.name == name).ok_or_else(|| Error::new("window.no_command").with("command", name))
}

fn read<T: DeserializeOwned>(args: Value) -> Result<T> {
    serde_json::from_value(args).map_err(|cause| Error::new("window.arguments").because(cause))
}

fn write<T: Serialize>(reply: &T) -> Result<Value> {
    serde_json::to_value(reply).map_err(|cause| Error::new("internal").because(cause))
}
