//! `sample`: the cases that ship with the product.

use breachbook::actions::samples;
use breachbook::error::Result;
use serde_json::json;

use super::context::Context;
use super::output::Output;

pub async fn call(context: &Context) -> Result<Output> {
    let cases = context.writing_anew(async |session| samples::load(session).await).await?;
    let said = context.say("cli-samples-loaded", &[("cases", &cases.join(", "))]);
    Ok(Output::new(json!({"cases": cases}), said))
}
