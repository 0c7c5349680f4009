//! The headless contract (`breachbook --help`): which verbs there are, and what each call is told.
//!
//! One file a verb, or a family of verbs. Nothing here decides anything: a verb reads its arguments, calls one
//! action, and prints what came back, as JSON or as sentences in the reader's language.

mod accounts;
mod arguments;
mod book;
mod capabilities;
mod case;
mod chart;
mod conflict;
mod context;
mod count;
mod export;
mod facts;
mod import;
mod output;
mod party;
mod regimes;
mod report;
mod sample;
mod setting;
mod tag;
mod text;
mod undo;
mod verify;

use std::ffi::OsString;
use std::process::ExitCode;

use breachbook::error::{Error, Result};
use breachbook::world::outgoing;
use clap::Parser as _;

use arguments::{Arguments, BookVerb, CaseVerb, ConflictVerb, ImportVerb, PartyVerb, Verb};
use context::Context;
use output::Output;

/// Done, refused, or not understood: 0, 1, 2 (the last by clap).
pub fn run() -> ExitCode {
    let words = globals_first(std::env::args_os());
    let json = words.iter().any(|word| word == "--json");
    let arguments = match Arguments::try_parse_from(words) {
        Ok(arguments) => arguments,
        Err(cause) => return output::misunderstood(&cause, json),
    };
    let context = Context::of(&arguments.globals);
    quiet_panics();
    // Nothing of the context is looked at again after a panic.
    let outcome = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| answer(&arguments.verb, &context?)));
    match outcome.unwrap_or_else(|_| Err(Error::new("internal"))) {
        Ok(said) => said.print(&arguments.globals, is_deed(&arguments.verb)),
        Err(refusal) => output::refuse(&refusal, &arguments.globals),
    }
}

/// Whether a verb changes a book: then it is done whether or not anybody could be told so.
const fn is_deed(verb: &Verb) -> bool {
    match verb {
        Verb::Book(verb) => matches!(verb, BookVerb::New),
        Verb::Case(verb) => matches!(verb, CaseVerb::New(_) | CaseVerb::Set(_)),
        Verb::Import(call) => {
            !call.dry_run && !matches!(call.verb, Some(ImportVerb::List | ImportVerb::Rejects { .. }))
        }
        Verb::Tag(call) => !call.dry_run,
        Verb::Conflict(verb) => matches!(verb, ConflictVerb::Adopt { .. }),
        Verb::Party(verb) => !matches!(verb, PartyVerb::List),
        Verb::Count(_) | Verb::Undo | Verb::Redo | Verb::Report(_) | Verb::Sample => true,
        Verb::Accounts(_) | Verb::Facts(_) | Verb::Chart(_) | Verb::Export(_) => false,
        Verb::Verify | Verb::Capabilities | Verb::Regimes(_) => false,
    }
}

/// Globals may stand anywhere (docs/model.md, Globals), between a verb and its own verb too: they are moved to the front.
fn globals_first(words: impl Iterator<Item = OsString>) -> Vec<OsString> {
    let (mut front, mut rest) = (Vec::new(), Vec::new());
    let mut words = words.peekable();
    front.extend(words.next());
    while let Some(word) = words.next() {
        let text = word.to_string_lossy();
        let name = text.split('=').next().unwrap_or_default();
        if text == "--" {
            rest.push(word);
            rest.extend(words.by_ref());
        } else if ["--json", "--plain", "--force"].contains(&name) {
            front.push(word);
        } else if ["--book", "--now", "--by", "--case", "--key-fd", "--catalogue"].contains(&name) {
            let value = if text.contains('=') { None } else { words.next() };
            front.push(word);
            front.extend(value);
        } else {
            rest.push(word);
        }
    }
    front.extend(rest);
    front
}

/// A panic is a defect of ours: the reader gets a sentence, the developer the place on asking for it.
fn quiet_panics() {
    if std::env::var_os("RUST_BACKTRACE").is_none() {
        std::panic::set_hook(Box::new(|_| {}));
    }
}

fn answer(verb: &Verb, context: &Context) -> Result<Output> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .map_err(|cause| Error::new("internal").because(cause))?;
    outgoing::sweep_at_start(&context.book);
    let done = runtime.block_on(call(verb, context));
    // A refusal that speaks of the book speaks of this one.
    let taken = context.stdout_is_taken();
    done.map(|said| said.remarked(context).beside_a_file(taken)).map_err(|refusal| {
        output::say_remarks(context);
        refusal.or_with("book", context.book.display())
    })
}

async fn call(verb: &Verb, context: &Context) -> Result<Output> {
    match verb {
        Verb::Book(verb) => book::call(verb, context).await,
        Verb::Case(verb) => case::call(verb, context).await,
        Verb::Party(verb) => party::call(verb, context).await,
        Verb::Count(verb) => count::call(verb, context).await,
        Verb::Import(call) => import::call(call, context).await,
        Verb::Conflict(verb) => conflict::call(verb, context).await,
        Verb::Tag(call) => tag::call(call, context).await,
        Verb::Undo => undo::undo(context).await,
        Verb::Redo => undo::redo(context).await,
        Verb::Accounts(call) => accounts::call(call, context).await,
        Verb::Facts(call) => facts::call(call, context).await,
        Verb::Chart(call) => chart::call(call, context).await,
        Verb::Report(call) => report::call(call, context).await,
        Verb::Export(verb) => export::call(verb, context).await,
        Verb::Verify => verify::call(context).await,
        Verb::Sample => sample::call(context).await,
        Verb::Regimes(verb) => regimes::call(verb, context),
        Verb::Capabilities => capabilities::call(context),
    }
}
