//! `conflict list`, `conflict adopt`: where statements differ, and which of them somebody goes by.

use breachbook::actions::inspecting::{self, Choice, Contradicted, Contradiction};
use breachbook::error::{Error, Result};
use breachbook::store::statements::{self, Statement};
use serde_json::{Value, json};

use super::arguments::ConflictVerb;
use super::context::Context;
use super::output::Output;
use super::text;

pub async fn call(verb: &ConflictVerb, context: &Context) -> Result<Output> {
    match verb {
        ConflictVerb::List { filter } => list(filter.as_deref(), context).await,
        ConflictVerb::Adopt { account, choice, reason } => adopt(account, choice, reason.as_deref(), context).await,
    }
}

async fn list(filter: Option<&str>, context: &Context) -> Result<Output> {
    let found = context
        .reading(async |session| inspecting::conflicts(session, session.case(context.case).await?, filter).await)
        .await?;
    let total = found.len() as u64;
    let headers = ["account", "field", "stands", "statements"].map(|id| context.phrases.say(&format!("cli-{id}")));
    let rows: Vec<_> = found.iter().map(|it| row(it, context)).collect();
    let said = context.phrases.say_with("cli-conflicts-open", &[("n", total.into())]);
    let text = format!("{}\n{said}", text::table(&headers, &rows)).trim_start().to_owned();
    Ok(Output::new(json!({"total": total, "conflicts": found}), text))
}

fn row(it: &Contradicted, context: &Context) -> Vec<String> {
    let field = &it.conflict.field;
    let statements: Vec<String> = it.conflict.statements.iter().map(|said| sentence(field, said, context)).collect();
    let stands = value(field, &it.stands, context);
    [it.shown.clone(), context.phrases.say(&format!("list-column-{field}")), stands, statements.join("; ")]
        .map(|cell| text::control_free(&cell))
        .to_vec()
}

/// What was said, and by whom: a hand with when, a list with its line.
fn sentence(field: &str, said: &Statement, context: &Context) -> String {
    let value = value(field, &said.value, context);
    if let Some(deed) = &said.deed {
        let at = deed.at.to_string();
        return context.say("cli-said-by-hand", &[("value", &value), ("who", &deed.who), ("at", &at)]);
    }
    let (file, line) = (said.file.as_deref().unwrap_or("–"), said.line.unwrap_or_default().to_string());
    context.say("cli-said-by-list", &[("value", &value), ("file", file), ("line", &line)])
}

fn value(field: &str, value: &Value, context: &Context) -> String {
    if let Some(count) = statements::count(value) {
        return context.phrases.count(&count);
    }
    match (field, value.as_str()) {
        (_, None) => "–".to_owned(),
        ("status" | "kind", Some(word)) => context.phrases.word(field, word),
        (_, Some(text)) => text.to_owned(),
    }
}

async fn adopt(account: &str, choice: &str, reason: Option<&str>, context: &Context) -> Result<Output> {
    let (field, text) =
        choice.split_once('=').ok_or_else(|| Error::new("conflict.unreadable").with("choice", choice))?;
    let field = inspecting::field(field)?;
    let (id, adopted) = context
        .writing(async |session| {
            let case = session.case(context.case).await?;
            let id = inspecting::named(session, case, account).await?;
            let of = Contradiction { account: id, field };
            inspecting::adopt(session, case, of, Choice::Saying(text), reason).await.map(|value| (id, value))
        })
        .await?;
    let name = context.phrases.say(&format!("list-column-{field}"));
    let args = [("account", account), ("field", &name), ("value", &value(field, &adopted, context))];
    Ok(Output::new(json!({"account": id, "field": field, "adopted": adopted}), context.say("cli-adopted", &args)))
}
