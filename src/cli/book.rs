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
    let session = context.create().await?;
    let encrypted = session.store.is_sealed();
    context.leave(session).await;
    let said = if encrypted { "cli-book-made" } else { "cli-book-made-plain" };
    let path = context.book.display().to_string();
    Ok(Output::new(json!({"book": path, "encrypted": encrypted}), context.say(said, &[("book", &path)])))
}

async fn info(context: &Context) -> Result<Output> {
    let info = context.reading(async |session| books::info(session).await).await?;
    let text = text::lines(&serde_json::to_value(&info).unwrap_or_default());
    Output::of(&info, text)
}
