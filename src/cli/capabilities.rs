//! `capabilities`: every id that a caller may name.

use breachbook::actions::capabilities::capabilities;
use breachbook::error::Result;
use breachbook::world::laws;

use super::context::Context;
use super::output::Output;
use super::text;

pub fn call(context: &Context) -> Result<Output> {
    let able = capabilities(&laws::catalogue(&context.laws)?);
    let text = text::lines(&serde_json::to_value(&able).unwrap_or_default());
    Output::of(&able, text)
}
