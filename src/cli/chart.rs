//! `chart`: one chart as an SVG file.

use breachbook::actions::reporting;
use breachbook::error::Result;
use serde_json::json;

use super::arguments::ChartCall;
use super::context::Context;
use super::output::Output;
use breachbook::world::outgoing;

pub async fn call(call: &ChartCall, context: &Context) -> Result<Output> {
    let language = call.language.as_deref().unwrap_or(context.phrases.language());
    let target = context.target(&call.out)?;
    let svg = context
        .reading(async |session| {
            let case = session.case(context.case.as_deref()).await?;
            reporting::chart(session, case, &call.chart, language, &call.theme).await
        })
        .await?;
    outgoing::put(target, svg.as_bytes())?;
    let file = call.out.display().to_string();
    Ok(Output::new(json!({"chart": call.chart, "file": file}), context.say("cli-written", &[("file", &file)])))
}
