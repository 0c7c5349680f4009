//! `report`: a report as a file, recorded in the book.

use breachbook::actions::reporting::{self, Order};
use breachbook::error::Result;
use serde_json::json;

use super::arguments::ReportCall;
use super::context::Context;
use super::output::Output;
use breachbook::world::outgoing::Outgoing;

pub async fn call(call: &ReportCall, context: &Context) -> Result<Output> {
    let language = call.language.as_deref().unwrap_or(context.phrases.language());
    let order = Order {
        template: call.template.clone(),
        language: language.to_owned(),
        format: call.format.clone(),
        names: call.names == "yes",
    };
    let target = context.target(&call.out)?;
    let mut file = None;
    let written = context
        .writing(async |session| {
            let case = session.case(context.case.as_deref()).await?;
            // Bytes that cannot be laid down are refused before the book says that something left it.
            let mut out = Outgoing::begin(target)?;
            let written = reporting::export(session, case, &order, &mut |bytes| out.lay(bytes)).await?;
            file = Some(out);
            Ok(written)
        })
        .await?;
    let not_put = file.and_then(Outgoing::put_after_deed);
    let said = if not_put.is_some() { "cli-report-recorded" } else { "cli-report-written" };
    let file = not_put.is_none().then(|| call.out.display().to_string());
    context.remark(not_put);
    let warnings: Vec<String> = written.warnings.iter().map(|warning| context.phrases.warning(warning)).collect();
    let coded =
        written.warnings.iter().zip(&warnings).map(|(warning, said)| json!({"code": warning.code, "message": said}));
    let json = json!({
        "export": written.export, "sha256": written.sha256, "pages": written.pages,
        "file": file, "warnings": coded.collect::<Vec<_>>(),
    });
    let file = file.unwrap_or_default();
    let export = written.export.to_string();
    let args = [
        ("file", (&file).into()),
        ("export", export.into()),
        ("pages", written.pages.into()),
        ("sha256", (&written.sha256).into()),
    ];
    let output = Output::new(json, context.phrases.say_with(said, &args));
    Ok(warnings.into_iter().fold(output, Output::warn))
}
