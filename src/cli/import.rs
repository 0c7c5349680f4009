//! `import FILE…`, `import list`, `import undo`, `import rejects`.

mod understood;

use std::io::{IsTerminal as _, Write as _};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Instant;

use breachbook::actions::importing::{self, Asked, Given, Imported, Step};
use breachbook::error::{Error, Result};
use breachbook::import::DateOrder;
use breachbook::model::case::Rows;
use breachbook::model::ids::ImportId;
use breachbook::model::zone;
use breachbook::system::ending;
use breachbook::world::{files, outgoing};
use serde_json::json;

use super::arguments::{ImportCall, ImportVerb};
use super::context::Context;
use super::output::Output;
use super::{conflict, text};

/// Problems shown on the terminal; `import rejects` writes all of them.
const SHOWN: usize = 20;

pub async fn call(call: &ImportCall, context: &Context) -> Result<Output> {
    match &call.verb {
        None => import(call, context).await,
        Some(ImportVerb::List) => list(context).await,
        Some(ImportVerb::Undo { import }) => undo(*import, context).await,
        Some(ImportVerb::Rejects { import, out }) => rejects(*import, out, context).await,
    }
}

async fn import(call: &ImportCall, context: &Context) -> Result<Output> {
    let asked = asked(call)?;
    let cancel = cancelled_by_ctrl_c(context);
    let given = call.files.iter().map(|path| given(path, &cancel)).collect::<Result<Vec<_>>>()?;
    let mut progress = progress(context);
    let imported = context
        .writing(async |session| {
            let case = session.case(context.case.as_deref()).await?;
            importing::import(session, case, given, &asked, &cancel, &mut *progress).await
        })
        .await;
    if shows_progress(context) {
        let _ = write!(std::io::stderr(), "\r\x1b[K");
    }
    let imported = imported?;
    Ok(Output::new(imported.json(&context.phrases), sentences(&imported, call.dry_run, context)))
}

fn asked(call: &ImportCall) -> Result<Asked> {
    Ok(Asked {
        kind: call.kind.clone(),
        map: call.map.iter().map(|pair| mapping(pair)).collect::<Result<_>>()?,
        no_tags: call.no_tags,
        enrich: call.enrich,
        dry_run: call.dry_run,
        date_order: call.date_order.as_deref().map(DateOrder::read).transpose()?,
        zone: call.zone.as_deref().map(zone::read).transpose()?,
        sheets: call.sheet.clone(),
        header_line: call.header_line,
        encoding: call.encoding.clone(),
        handed_over: call.handed_over.clone(),
        collected: call.collected.clone(),
    })
}

/// `COLUMN=FIELD`; a column's name may hold an equals sign, a field's does not.
fn mapping(pair: &str) -> Result<(String, String)> {
    let (column, field) = pair.rsplit_once('=').ok_or_else(|| Error::new("import.map_unreadable").with("map", pair))?;
    Ok((column.to_owned(), field.to_owned()))
}

fn given(path: &Path, stop: &Arc<AtomicBool>) -> Result<Given> {
    Ok(Given::new(&files::name(path), Box::new(files::open_until(path, stop)?)))
}

/// Ctrl-C leaves nothing half done: the first asks the import to stop, and its transaction never was. A second ends the
/// process at once, and the transaction with it.
fn cancelled_by_ctrl_c(context: &Context) -> Arc<AtomicBool> {
    let cancel = Arc::new(AtomicBool::new(false));
    let (asked, stopping) = (Arc::clone(&cancel), context.phrases.say("cli-cancelling"));
    tokio::spawn(async move {
        if tokio::signal::ctrl_c().await.is_ok() {
            asked.store(true, Ordering::Relaxed);
            let _ = writeln!(std::io::stderr(), "\r{stopping}");
        }
        if tokio::signal::ctrl_c().await.is_ok() {
            ending::at_once(INTERRUPTED);
        }
    });
    cancel
}

/// As a shell says of what Ctrl-C ended: 128 and the signal's number.
const INTERRUPTED: u8 = 130;

fn shows_progress(context: &Context) -> bool {
    !context.json && std::io::stderr().is_terminal()
}

/// Rows so far and rows a second, on a terminal; then, for a long list, keys so far.
fn progress(context: &Context) -> Box<dyn FnMut(Step) + Send> {
    if !shows_progress(context) {
        return Box::new(|_| {});
    }
    let start = Instant::now();
    let keys = context.phrases.say("cli-import-keys");
    Box::new(move |step| {
        let said = match step {
            Step::Rows(rows) => format!("{rows} · {:.0}/s", rows as f64 / start.elapsed().as_secs_f64().max(0.001)),
            Step::Keys { done, of } => format!("{keys}: {done} / {of}"),
        };
        let _ = write!(std::io::stderr(), "\r\x1b[K{said}");
    })
}

fn sentences(imported: &Imported, dry: bool, context: &Context) -> String {
    let phrases = &context.phrases;
    let written = &imported.written;
    let rows = &written.rows;
    let numbers = [("read", rows.read), ("new", rows.new), ("merged", rows.merged), ("rejected", rows.rejected)];
    let args = numbers.map(|(name, n)| (name, n.into()));
    let mut lines = vec![phrases.say_with(if dry { "cli-read-dry" } else { "cli-read" }, &args)];
    for (file, how) in written.files.iter().zip(&imported.how) {
        lines.extend(how.iter().flat_map(|how| understood::sentences(&file.file, how, context)));
    }
    if let Some(unmatched) = rows.unmatched {
        lines.push(phrases.say_with("cli-unmatched", &[("n", unmatched.into())]));
    }
    for (file, import) in written.files.iter().filter_map(|file| Some((file, file.same_as?.to_string()))) {
        let said = if file.same_as_taken_back { "cli-same-bytes-taken-back" } else { "cli-same-bytes" };
        lines.push(context.say(said, &[("file", &text::control_free(&file.file)), ("import", &import)]));
    }
    if written.tagged > 0 {
        lines.push(phrases.say_with("cli-sheet-changed", &[("changed", written.tagged.into())]));
    }
    for it in &written.typed {
        let (typed, computed) = (phrases.count(&it.typed.count), phrases.count(&it.computed));
        let (name, which) = (text::control_free(&conflict::named(it)), conflict::which(it));
        let args = [("name", name.as_str()), ("which", &which), ("typed", &typed), ("computed", &computed)];
        lines.push(context.say("cli-typed-contradicted", &args));
    }
    if written.conflicts > 0 {
        lines.push(phrases.say_with("cli-conflicts", &[("conflicts", written.conflicts.into())]));
    }
    for problem in written.problems.iter().take(SHOWN) {
        let reason = importing::why(problem, phrases);
        let (file, line) = (text::control_free(&problem.file), problem.line.to_string());
        lines.push(context.say("cli-problem", &[("file", &file), ("line", &line), ("reason", &reason)]));
    }
    let more = written.problems_total.saturating_sub(SHOWN as u64);
    if more > 0 {
        lines.push(phrases.say_with("cli-more-problems", &[("n", more.into())]));
    }
    lines.join("\n")
}

async fn list(context: &Context) -> Result<Output> {
    let imports = context
        .reading(async |session| importing::list(session, session.case(context.case.as_deref()).await?).await)
        .await?;
    let rows: Vec<Vec<String>> = imports
        .iter()
        .map(|it| {
            let files: Vec<_> = it.files.iter().map(|file| text::control_free(&file.name)).collect();
            let back = if it.taken_back { context.phrases.say("cli-yes") } else { String::new() };
            let Rows { read, new, merged, rejected, unmatched } = it.rows;
            let unmatched = unmatched.map_or(String::new(), |n| format!(" + {n}"));
            let numbers = format!("{read} = {new} + {merged} + {rejected}{unmatched}");
            vec![it.id.to_string(), it.at.to_string(), it.by.clone(), numbers, files.join(", "), back]
        })
        .collect();
    let headers = ["cli-import", "cli-when", "cli-who", "cli-rows", "cli-files", "cli-taken-back"];
    let headers = headers.map(|id| context.phrases.say(id));
    Ok(Output::new(json!({"imports": imports}), text::table(&headers, &rows)))
}

async fn undo(import: Option<ImportId>, context: &Context) -> Result<Output> {
    let taken = context
        .writing(async |session| importing::undo(session, session.case(context.case.as_deref()).await?, import).await)
        .await?;
    let numbers = [("removed", taken.removed.into()), ("restored", taken.restored.into())];
    let args = [[("import", taken.import.to_string().into())].as_slice(), &numbers].concat();
    let said = Output::of(&taken, context.phrases.say_with("cli-import-undone", &args))?;
    Ok(if taken.traces { said.warn(context.phrases.say("import-traces")) } else { said })
}

async fn rejects(import: ImportId, out: &Path, context: &Context) -> Result<Output> {
    let target = context.target(out)?;
    let bytes = context
        .reading(async |session| {
            importing::rejects(session, session.case(context.case.as_deref()).await?, import, &context.phrases).await
        })
        .await?;
    outgoing::put(target, &bytes)?;
    let file = out.display().to_string();
    Ok(Output::new(json!({"import": import, "file": file}), context.say("cli-written", &[("file", &file)])))
}
