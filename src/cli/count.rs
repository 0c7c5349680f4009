//! `count set`, `count adopt`: a number typed in before any list exists, and the computed one in its place.

use breachbook::actions::{cases, facts};
use breachbook::error::Result;
use breachbook::model::count::Count;
use breachbook::model::party::Which;
use breachbook::model::subject;
use breachbook::model::words::Unit;
use breachbook::store::typed_counts::Typing;
use serde_json::json;

use super::arguments::{CountVerb, Number, TypedCount};
use super::context::Context;
use super::output::Output;

pub async fn call(verb: &CountVerb, context: &Context) -> Result<Output> {
    match verb {
        CountVerb::Set(asked) => set(asked, context).await,
        CountVerb::Adopt { name, party } => adopt(name, party.as_deref(), context).await,
    }
}

async fn set(asked: &TypedCount, context: &Context) -> Result<Output> {
    let count = count(&asked.number, unit(asked)?)?;
    let (source, party) = (asked.source.as_deref(), asked.party.as_deref().map(Which::from));
    let typing = Typing { name: &asked.name, count: &count, source, party: party.as_ref() };
    let id = context
        .writing(async |session| cases::set_count(session, session.case(context.case.as_deref()).await?, &typing).await)
        .await?;
    let said = context.say("cli-count-set", &[("name", &asked.name), ("count", &context.phrases.count(&count))]);
    Ok(Output::new(json!({"count": id, "name": asked.name}), said))
}

async fn adopt(name: &str, party: Option<&str>, context: &Context) -> Result<Output> {
    let party = party.map(Which::from);
    let adopt = async |session: &breachbook::actions::Session| {
        facts::adopt_computed(session, session.case(context.case.as_deref()).await?, name, party.as_ref()).await
    };
    context.writing(adopt).await?;
    Ok(Output::new(json!({"name": name, "adopted": "computed"}), context.say("cli-count-adopted", &[("name", name)])))
}

/// The unit that is named, else the one that the subject is counted in.
fn unit(asked: &TypedCount) -> Result<Unit> {
    match &asked.unit {
        Some(unit) => unit.parse(),
        None => Ok(subject::unit_of(&asked.name)),
    }
}

/// The number in the form that crosses every door.
fn count(number: &Number, unit: Unit) -> Result<Count> {
    let mut form = match number {
        Number { between: Some(pair), .. } => json!({"between": pair}),
        Number { value: Some(n), .. } => json!({"value": n}),
        Number { at_least: Some(n), .. } => json!({"at_least": n}),
        Number { at_most: Some(n), .. } => json!({"at_most": n}),
        Number { approximate: Some(n), .. } => json!({"approximate": n}),
        Number { cannot_be_determined: true, .. } => json!({"cannot_be_determined": true}),
        _ => json!({"open": true}),
    };
    form["unit"] = unit.id().into();
    Count::read(&form)
}
