//! `book new`, `book info`.

use breachbook::actions::books;
use breachbook::error::Result;
use serde_json::json;

use super::arguments::BookVerb;
use super::context::Context;
use super::output::Output;
use super::text;

pub async fn call(verb: &BookVerb, context: &Context) -> Result<Output> {
    match verb {
        BookVerb::New => new(context).await,
        BookVerb::Info => info(context).await,
    }
}

async fn new(context: &Context) -> Result<Output> {
    let (session, strength) = context.create().await?;
    context.leave(session).await;
    let path = context.book.display().to_string();
    let json = json!({"book": path, "encrypted": strength.is_some(), "passphrase": strength});
    let Some(strength) = strength else {
        return Ok(Output::new(json, context.say("cli-book-made-plain", &[("book", &path)])));
    };
    // The same words as in the window.
    let strength = context.phrases.say(&format!("strength-{}", strength.score));
    Ok(Output::new(json, context.say("cli-book-made", &[("book", &path), ("strength", &strength)])))
}

async fn info(context: &Context) -> Result<Output> {
    let info = context.reading(async |session| books::info(session).await).await?;
    let text = text::lines(&serde_json::to_value(&info).unwrap_or_default());
    Output::of(&info, text)
}
