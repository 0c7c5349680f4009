//! `party add`, `party list`, `party set`, `party remove`: who plays which part, on whose behalf.

use breachbook::actions::parties::{self, PartyWhole, Said};
use breachbook::error::Result;
use breachbook::model::party::Which;
use serde_json::json;

use super::arguments::PartyVerb;
use super::arguments::party::PartyFields;
use super::context::Context;
use super::output::Output;
use super::text;

pub async fn call(verb: &PartyVerb, context: &Context) -> Result<Output> {
    match verb {
        PartyVerb::Add { role, organisation, fields } => {
            add(&said(Some(role), Some(organisation), fields), context).await
        }
        PartyVerb::List => list(context).await,
        PartyVerb::Set { party, role, organisation, fields } => {
            set(party, &said(role.as_ref(), organisation.as_ref(), fields), context).await
        }
        PartyVerb::Remove { party } => remove(party, context).await,
    }
}

async fn add(said: &Said, context: &Context) -> Result<Output> {
    let party = context
        .writing(async |session| parties::add(session, session.case(context.case.as_deref()).await?, said).await)
        .await?;
    Ok(Output::new(json!({"party": party}), context.say("cli-party-added", &[("party", &party.to_string())])))
}

async fn list(context: &Context) -> Result<Output> {
    let all = context
        .reading(async |session| parties::list(session, session.case(context.case.as_deref()).await?).await)
        .await?;
    let rows: Vec<Vec<String>> = all.iter().map(|it| row(it, &all, context)).collect();
    let headers = ["cli-party", "cli-role", "cli-organisation", "cli-on-behalf-of", "cli-main-party"];
    let headers = headers.map(|id| context.phrases.say(id));
    Ok(Output::new(json!({"parties": all}), text::table(&headers, &rows)))
}

fn row(it: &PartyWhole, all: &[PartyWhole], context: &Context) -> Vec<String> {
    let client = it.party.on_behalf_of.and_then(|id| all.iter().find(|other| other.party.id == id));
    let client = client.map(|it| format!("{} {}", it.party.id, it.party.name())).unwrap_or_default();
    vec![
        it.party.id.to_string(),
        it.party.role.to_string(),
        text::control_free(it.party.name()),
        text::control_free(&client),
        if it.main { context.phrases.say("cli-yes") } else { String::new() },
    ]
}

async fn set(party: &str, said: &Said, context: &Context) -> Result<Output> {
    let which = Which::from(party);
    let set = async |session: &breachbook::actions::Session| {
        parties::set(session, session.case(context.case.as_deref()).await?, &which, said).await
    };
    let done = context.writing(set).await?;
    let said = context.phrases.say_with("cli-case-set", &[("changed", done.changed.into())]);
    Output::of(&done, said)
}

async fn remove(party: &str, context: &Context) -> Result<Output> {
    let which = Which::from(party);
    let party = context
        .writing(async |session| parties::remove(session, session.case(context.case.as_deref()).await?, &which).await)
        .await?;
    Ok(Output::new(json!({"party": party}), context.say("cli-party-removed", &[("party", &party.to_string())])))
}

/// What is said, under the names of `case keys`; what is not said is left out.
fn said(role: Option<&String>, organisation: Option<&String>, asked: &PartyFields) -> Said {
    let fields = [
        ("role", role),
        ("organisation", organisation),
        ("on_behalf_of", asked.on_behalf_of.as_ref()),
        ("established", asked.established.as_ref()),
        ("main_establishment", asked.main_establishment.as_ref()),
        ("public_body", asked.public_body.as_ref()),
        ("sector", asked.sector.as_ref()),
        ("dpo", asked.dpo.as_ref()),
        ("reference", asked.reference.as_ref()),
    ];
    let fields = fields.into_iter().filter_map(|(name, value)| Some((name.to_owned(), json!(value?)))).collect();
    Said { fields, main: asked.main }
}
