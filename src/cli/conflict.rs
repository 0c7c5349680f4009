//! `conflict list`, `conflict adopt`: where statements differ, and which of them somebody goes by.

use breachbook::actions::contradicting::{self, Number};
use breachbook::actions::inspecting::{self, Choice, Contradicted, Contradiction};
use breachbook::error::{Error, Result};
use breachbook::model::facts::TypedConflict;
use breachbook::model::filter::{Filter, TYPED_COUNT};
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
    let (found, counts) = context
        .reading(async |session| {
            let case = session.case(context.case.as_deref()).await?;
            // A typed count is of no account: whoever asks for some accounts does not ask for it.
            let asked = Filter::read(filter.unwrap_or_default())?.finds_typed_counts();
            let counts = if asked { contradicting::list(session, case).await? } else { Vec::new() };
            Ok((inspecting::conflicts(session, case, filter).await?, counts))
        })
        .await?;
    let total = (found.len() + counts.len()) as u64;
    let headers = ["account", "field", "stands", "statements"].map(|id| context.phrases.say(&format!("cli-{id}")));
    let rows: Vec<_> =
        counts.iter().map(|it| count_row(it, context)).chain(found.iter().map(|it| row(it, context))).collect();
    let said = context.phrases.say_with("cli-conflicts-open", &[("n", total.into())]);
    let text = format!("{}\n{said}", text::table(&headers, &rows)).trim_start().to_owned();
    let all: Vec<Value> = counts.iter().map(count_entry).chain(found.iter().map(|it| json!(it))).collect();
    Ok(Output::new(json!({"total": total, "conflicts": all}), text))
}

/// A typed count and what the list says, as statements of it.
fn count_entry(it: &TypedConflict) -> Value {
    let typed = json!({"value": it.typed.count, "adopt": "typed", "who": it.typed.by, "at": it.typed.at, "source": it.typed.source});
    let statements = [typed, json!({"value": it.computed, "adopt": "computed"})];
    let (id, party) = (it.typed.id, it.typed.party);
    let whose = party.map(|id| json!({"id": id, "name": it.whose}));
    json!({"id": id, "count": it.name, "party": whose, "field": TYPED_COUNT, "stands": it.typed.count, "statements": statements})
}

/// What a typed count is called, with whose it is.
pub fn named(it: &TypedConflict) -> String {
    it.whose.as_ref().map_or_else(|| it.name.clone(), |whose| format!("{} ({whose})", it.name))
}

/// What `conflict adopt` takes for it: the case's own by what it counts, a party's by its id.
pub fn which(it: &TypedConflict) -> String {
    if it.typed.party.is_none() { it.name.clone() } else { it.typed.id.to_string() }
}

fn count_row(it: &TypedConflict, context: &Context) -> Vec<String> {
    let (typed, computed) = (context.phrases.count(&it.typed.count), context.phrases.count(&it.computed));
    let at = it.typed.at.to_string();
    let typed_by = context.say("cli-said-by-hand", &[("value", &typed), ("who", &it.typed.by), ("at", &at)]);
    let by_rows = context.say("cli-said-by-rows", &[("value", &computed)]);
    let cells = [named(it), context.phrases.say("cli-typed-count"), typed, [typed_by, by_rows].join("; ")];
    cells.map(|cell| text::control_free(&cell)).to_vec()
}

fn row(it: &Contradicted, context: &Context) -> Vec<String> {
    let field = &it.conflict.field;
    let statements: Vec<String> = it.conflict.statements.iter().map(|said| sentence(field, said, context)).collect();
    let stands = value(field, &it.stands, context);
    [it.shown.clone(), context.phrases.say(&column(field)), stands, statements.join("; ")]
        .map(|cell| text::control_free(&cell))
        .to_vec()
}

/// The phrase of a field's name.
fn column(field: &str) -> String {
    format!("list-column-{}", field.replace('_', "-"))
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
    if field.trim().eq_ignore_ascii_case(TYPED_COUNT) {
        return adopt_count(account, text, reason, context).await;
    }
    let field = inspecting::field(field)?;
    let (id, adopted) = context
        .writing(async |session| {
            let case = session.case(context.case.as_deref()).await?;
            let id = inspecting::named(session, case, account).await?;
            let of = Contradiction { account: id, field };
            inspecting::adopt(session, case, of, Choice::Saying(text), reason).await.map(|value| (id, value))
        })
        .await?;
    let name = context.phrases.say(&column(field));
    let args = [("account", account), ("field", &name), ("value", &value(field, &adopted, context))];
    Ok(Output::new(json!({"account": id, "field": field, "adopted": adopted}), context.say("cli-adopted", &args)))
}

async fn adopt_count(name: &str, number: &str, reason: Option<&str>, context: &Context) -> Result<Output> {
    let number = Number::read(number)?;
    let (found, adopted) = context
        .writing(async |session| {
            contradicting::adopt(session, session.case(context.case.as_deref()).await?, name, number, reason).await
        })
        .await?;
    let count = statements::count(&adopted).map(|it| context.phrases.count(&it)).unwrap_or_default();
    let field = context.phrases.say("cli-typed-count");
    // Whose it was, for an id does not tell.
    let of = [Some(found.name.as_str()), found.whose.as_deref()].into_iter().flatten().collect::<Vec<_>>().join(", ");
    let said = context.say("cli-adopted", &[("account", &of), ("field", &field), ("value", &count)]);
    let json = json!({"count": found.name, "party": found.typed.party, "field": TYPED_COUNT, "adopted": adopted});
    Ok(Output::new(json, said))
}
