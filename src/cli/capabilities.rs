//! `capabilities`: every id that a caller may name.

use breachbook::actions::capabilities::capabilities;
use breachbook::error::Result;

use super::output::Output;
use super::text;

pub fn call() -> Result<Output> {
    let able = capabilities();
    let text = text::lines(&serde_json::to_value(&able).unwrap_or_default());
    Output::of(&able, text)
}
