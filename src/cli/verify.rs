//! `verify`: the file, the log, the numbers.

use breachbook::actions::audit_trail;
use breachbook::error::Result;

use super::context::Context;
use super::output::Output;
use super::text;

pub async fn call(context: &Context) -> Result<Output> {
    let found = context.reading(async |session| audit_trail::verify(session).await).await?;
    let text = text::lines(&serde_json::to_value(&found).unwrap_or_default());
    Ok(Output::of(&found, text)?.with_finding(!found.ok))
}
