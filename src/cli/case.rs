//! `case new`, `case list`, `case show`, `case set`, `case keys`.

use breachbook::actions::cases;
use breachbook::error::Result;
use breachbook::model::party::Which;
use breachbook::model::setting::Setting;
use serde_json::json;

use super::arguments::{CaseVerb, NewCase, Settings};
use super::context::Context;
use super::output::Output;
use super::{setting, text};

pub async fn call(verb: &CaseVerb, context: &Context) -> Result<Output> {
    match verb {
        CaseVerb::New(asked) => new(asked, context).await,
        CaseVerb::List => list(context).await,
        CaseVerb::Show => show(context).await,
        CaseVerb::Set(asked) => set(asked, context).await,
        CaseVerb::Keys => keys(context),
    }
}

async fn new(asked: &NewCase, context: &Context) -> Result<Output> {
    let new = cases::NewCase {
        title: asked.title.clone(),
        controller: asked.controller.clone(),
        occurred: asked.occurred.clone(),
        detected: asked.detected.clone(),
        aware: asked.aware.clone(),
        zone: asked.zone.clone(),
        ..cases::NewCase::default()
    };
    let case = context.writing_anew(async |session| cases::new(session, &new).await).await?;
    Ok(Output::new(
        json!({"case": case}),
        context.say("cli-case-opened", &[("case", &case.to_string()), ("title", &asked.title)]),
    ))
}

async fn list(context: &Context) -> Result<Output> {
    let cases = context.reading(async |session| cases::list(session).await).await?;
    let rows: Vec<Vec<String>> = cases
        .iter()
        .map(|case| {
            vec![case.id.to_string(), text::control_free(&case.title), case.controller.clone().unwrap_or_default()]
        })
        .collect();
    let headers = ["cli-case", "cli-title", "cli-controller"].map(|id| context.phrases.say(id));
    Ok(Output::new(json!({"cases": cases}), text::table(&headers, &rows)))
}

async fn show(context: &Context) -> Result<Output> {
    let shown = context
        .reading(async |session| cases::shown(session, session.case(context.case.as_deref()).await?).await)
        .await?;
    let text = text::lines(&serde_json::to_value(&shown).unwrap_or_default());
    Output::of(&shown, text)
}

async fn set(asked: &Settings, context: &Context) -> Result<Output> {
    let keys = cases::keys();
    let party = asked.party.as_deref().map(Which::from);
    let each = asked.settings.iter().map(|text| setting::read(text, &keys, party.as_ref()));
    let settings: Vec<Setting> = each.collect::<Result<_>>()?;
    let done = context
        .writing(async |session| cases::set(session, session.case(context.case.as_deref()).await?, &settings).await)
        .await?;
    let text = context.phrases.say_with("cli-case-set", &[("changed", done.changed.into())]);
    Output::of(&done, text)
}

fn keys(context: &Context) -> Result<Output> {
    let keys = cases::keys();
    let meaning = |key: &str| context.phrases.say(&format!("key-{}", key.replace(['_', '.'], "-")));
    let mut rows = Vec::new();
    let mut listed = Vec::new();
    for key in &keys {
        let said = meaning(key.key);
        rows.push(vec![key.key.to_string(), key.kind.to_string(), said.clone()]);
        let mut row = serde_json::to_value(key).unwrap_or_default();
        row["meaning"] = said.into();
        listed.push(row);
    }
    let headers = ["cli-key", "cli-type", "cli-meaning"].map(|id| context.phrases.say(id));
    Ok(Output::new(json!({"keys": listed}), text::table(&headers, &rows)))
}
