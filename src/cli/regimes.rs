//! `regimes list`, `regimes show`, `regimes check`: the rules of law, and the files that somebody writes down his own in.

use std::path::PathBuf;

use breachbook::actions::regimes::{self, Checked, Refused, Row};
use breachbook::error::{Error, Result};
use breachbook::world::laws;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::arguments::RegimesVerb;
use super::context::Context;
use super::output::Output;
use super::text;

pub fn call(verb: &RegimesVerb, context: &Context) -> Result<Output> {
    match verb {
        RegimesVerb::List { on } => list(day(on.as_deref(), context)?, context),
        RegimesVerb::Show { id, edition, on } => show(id, edition.as_deref(), day(on.as_deref(), context)?, context),
        RegimesVerb::Check { files } => check(files, context),
    }
}

/// The day that is named, else the day of the call.
fn day(named: Option<&str>, context: &Context) -> Result<Date> {
    match named {
        Some(text) => text.trim().parse().map_err(|cause| Error::new("time.no_day").with("text", text).because(cause)),
        None => Ok(context.now.at.to_zoned_datetime(TimeZone::UTC).date()),
    }
}

fn list(on: Date, context: &Context) -> Result<Output> {
    let listing = regimes::list(&laws::catalogue(&context.laws)?, on, &context.phrases);
    let output = Output::of(&listing, table(&listing.regimes, context))?;
    Ok(told(output, &listing.disabled, context))
}

fn show(id: &str, edition: Option<&str>, on: Date, context: &Context) -> Result<Output> {
    let catalogue = laws::catalogue(&context.laws)?;
    let disabled = regimes::refused(catalogue.disabled(), &context.phrases);
    let shown = regimes::show(&catalogue, id, edition, on, &context.phrases)?;
    let mut said = vec![shown.said.clone()];
    if !shown.stands {
        said.push(context.say("cli-regime-stands-not", &[("on", &context.phrases.date(on))]));
    }
    if shown.overrides {
        said.push(context.say("cli-regime-overrides", &[("file", &shown.file)]));
    }
    Ok(told(Output::of(&shown, said.join("\n"))?, &disabled, context))
}

/// A bad file of the user's is said, and nothing is held back for it.
fn told(output: Output, disabled: &[Refused], context: &Context) -> Output {
    disabled.iter().fold(output, |output, refused| {
        let output = output.warn(context.say("cli-regime-disabled", &[("file", &refused.file)]));
        refused.faults.iter().fold(output, |output, fault| output.warn(&fault.line))
    })
}

fn check(files: &[PathBuf], context: &Context) -> Result<Output> {
    let catalogue = laws::trying(&context.laws, files)?;
    let on = day(None, context)?;
    let checked = regimes::checked(&catalogue, on, &context.phrases);
    let Checked { ok, regimes, disabled } = &checked;
    let faults = disabled.iter().flat_map(|it| &it.faults).map(|it| it.line.clone());
    let sound = regimes.iter().map(|it| {
        let sound = if it.overrides { "cli-regime-sound-overrides" } else { "cli-regime-sound" };
        context.say(sound, &[("file", &it.file), ("id", it.id.as_str()), ("version", &it.version)])
    });
    let said = faults.chain(sound).collect::<Vec<_>>().join("\n");
    Ok(Output::of(&checked, said)?.with_finding(!ok))
}

fn table(rows: &[Row], context: &Context) -> String {
    let headers = ["regime", "version", "name", "law", "status", "stands", "file"];
    let headers = headers.map(|id| context.phrases.say(&format!("cli-regime-{id}")));
    let cells: Vec<Vec<String>> = rows.iter().map(|row| cells(row, context)).collect();
    text::table(&headers, &cells)
}

fn cells(row: &Row, context: &Context) -> Vec<String> {
    let phrases = &context.phrases;
    let from_to = row.valid.map(|it| match it.to {
        Some(to) => format!("{} – {to}", it.from),
        None => format!("{} –", it.from),
    });
    let stands = if row.stands { phrases.say("cli-regime-yes") } else { "–".to_owned() };
    let status = phrases.word("law_status", row.status.id());
    let status = from_to.map_or_else(|| status.clone(), |days| format!("{status}, {days}"));
    let name = phrases.of_data(&row.name).to_owned();
    let cells = [row.id.to_string(), row.version.clone(), name, row.law.clone(), status, stands, row.file.clone()];
    cells.map(|it| text::control_free(&it)).to_vec()
}
