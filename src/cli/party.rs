//! `party add`: who plays which part.

use breachbook::actions::cases::{self, NewParty};
use breachbook::error::Result;
use serde_json::json;

use super::arguments::{NewParty as Asked, PartyVerb};
use super::context::Context;
use super::output::Output;

pub async fn call(verb: &PartyVerb, context: &Context) -> Result<Output> {
    let PartyVerb::Add(asked) = verb;
    let party = new(asked)?;
    let party = context
        .writing(async |session| cases::add_party(session, session.case(context.case).await?, &party).await)
        .await?;
    Ok(Output::new(json!({"party": party}), context.say("cli-party-added", &[("party", &party.to_string())])))
}

fn new(asked: &Asked) -> Result<NewParty> {
    Ok(NewParty {
        role: asked.role.parse()?,
        organisation: asked.organisation.clone(),
        on_behalf_of: asked.on_behalf_of.clone(),
        established: asked.established.clone(),
        main_establishment: asked.main_establishment,
        public_body: asked.public_body.then_some(true),
        sector: asked.sector.clone(),
        dpo: asked.dpo.clone(),
        reference: asked.reference.clone(),
    })
}
