//! `undo`, `redo`: the last deed of a case, over restarts.

use breachbook::error::Result;

use super::context::Context;
use super::output::Output;

pub async fn undo(context: &Context) -> Result<Output> {
    let undone =
        context.writing(async |session| session.undo(session.case(context.case.as_deref()).await?).await).await?;
    let args = [("verb", (&undone.verb).into()), ("changed", undone.changed.into()), ("left", undone.left.into())];
    Output::of(&undone, context.phrases.say_with("cli-undone", &args))
}

pub async fn redo(context: &Context) -> Result<Output> {
    let done =
        context.writing(async |session| session.redo(session.case(context.case.as_deref()).await?).await).await?;
    let args = [("verb", (&done.verb).into()), ("changed", done.changed.into())];
    Output::of(&done, context.phrases.say_with("cli-redone", &args))
}
