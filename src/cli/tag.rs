//! `tag`: region, organisation, residence, status of all accounts that a filter finds.

use breachbook::actions::tagging::{self, Asked};
use breachbook::error::Result;

use super::arguments::TagCall;
use super::context::Context;
use super::output::Output;

pub async fn call(call: &TagCall, context: &Context) -> Result<Output> {
    let asked = Asked {
        region: call.region.clone(),
        organisation: call.organisation.clone(),
        residence: call.residence.clone(),
        basis: call.basis.as_deref().map(str::parse).transpose()?,
        status: call.status.as_deref().map(str::parse).transpose()?,
        one_person: call.one_person.clone(),
        filter: call.filter.clone(),
        create: call.create,
        dry_run: call.dry_run,
        ..Asked::default()
    };
    let tagged = context
        .writing(async |session| tagging::tag(session, session.case(context.case.as_deref()).await?, &asked).await)
        .await?;
    let said = if call.dry_run { "cli-tagged-dry" } else { "cli-tagged" };
    let args = [("matched", tagged.matched.into()), ("changed", tagged.changed.into())];
    Output::of(&tagged, context.phrases.say_with(said, &args))
}
