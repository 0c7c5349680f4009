//! `report`: a report as a file, recorded in the book.

use breachbook::actions::reporting;
use breachbook::error::Result;
use serde_json::json;

use super::arguments::ReportCall;
use super::context::Context;
use super::output::Output;
use breachbook::world::files;

pub async fn call(call: &ReportCall, context: &Context) -> Result<Output> {
    let language = call.language.as_deref().unwrap_or(context.phrases.language());
    let written = context
        .writing(async |session| {
            let case = session.case(context.case).await?;
            // A place that cannot be written is refused before the book says that something left it.
            files::check(&call.out)?;
            reporting::report(session, case, &call.template, language, &call.format, call.names == "yes").await
        })
        .await?;
    files::put(&call.out, &written.bytes)?;
    let warnings: Vec<String> = written.warnings.iter().map(|warning| context.phrases.warning(warning)).collect();
    let coded =
        written.warnings.iter().zip(&warnings).map(|(warning, said)| json!({"code": warning.code, "message": said}));
    let json = json!({
        "export": written.export, "sha256": written.sha256, "pages": written.pages,
        "warnings": coded.collect::<Vec<_>>(),
    });
    let file = call.out.display().to_string();
    let args = [("file", (&file).into()), ("pages", written.pages.into()), ("sha256", (&written.sha256).into())];
    let output = Output::new(json, context.phrases.say_with("cli-report-written", &args));
    Ok(warnings.into_iter().fold(output, Output::warn))
}
