//! `export list`, `export again`: what was written, and the same bytes once more.

use std::path::Path;

use breachbook::actions::reporting;
use breachbook::error::Result;
use breachbook::model::ids::ExportId;
use breachbook::world::outgoing;
use serde_json::json;

use super::arguments::ExportVerb;
use super::context::Context;
use super::output::Output;
use super::text;

pub async fn call(verb: &ExportVerb, context: &Context) -> Result<Output> {
    match verb {
        ExportVerb::List => list(context).await,
        ExportVerb::Again { id, out } => again(*id, out, context).await,
    }
}

async fn list(context: &Context) -> Result<Output> {
    let exports = context
        .reading(async |session| reporting::exports(session, session.case(context.case.as_deref()).await?).await)
        .await?;
    let rows: Vec<Vec<String>> = exports
        .iter()
        .map(|it| {
            let names = context.phrases.say(if it.names { "cli-yes" } else { "cli-no" });
            vec![
                it.id.to_string(),
                it.at.to_string(),
                it.template.clone(),
                it.version.to_string(),
                it.language.clone(),
                names,
                it.pages.to_string(),
            ]
        })
        .collect();
    let headers = ["cli-export", "cli-when", "cli-template", "cli-version", "cli-language", "cli-names", "cli-pages"];
    let headers = headers.map(|id| context.phrases.say(id));
    Ok(Output::new(json!({"exports": exports}), text::table(&headers, &rows)))
}

async fn again(id: ExportId, out: &Path, context: &Context) -> Result<Output> {
    let target = context.target(out)?;
    let kept = context.reading(async |session| reporting::again(session, id).await).await?;
    outgoing::put(target, &kept.bytes)?;
    let file = out.display().to_string();
    Ok(Output::new(
        json!({"export": id, "sha256": kept.sha256, "file": file}),
        context.say("cli-written", &[("file", &file)]),
    ))
}
