//! `facts`: every number that a report may print.

use breachbook::actions::facts;
use breachbook::error::Result;
use breachbook::model::explain::Sheet;
use breachbook::model::facts::Facts;

use super::arguments::FactsCall;
use super::context::Context;
use super::output::Output;
use super::text;

pub async fn call(call: &FactsCall, context: &Context) -> Result<Output> {
    if call.explain {
        let sheet = context
            .reading(async |session| facts::explain(session, session.case(context.case).await?, &context.phrases).await)
            .await?;
        return Output::of(&sheet, sentences(&sheet));
    }
    let facts = context
        .reading(async |session| {
            let case = session.case(context.case).await?;
            match &call.as_of {
                Some(at) => facts::facts_as_of(session, case, at).await,
                None => facts::facts(session, case).await,
            }
        })
        .await?;
    Output::of(&facts, numbers(&facts, context))
}

/// The copy-ready texts, one a line.
fn sentences(sheet: &Sheet) -> String {
    sheet.numbers.iter().filter_map(|number| number.text.as_deref()).collect::<Vec<_>>().join("\n")
}

fn numbers(facts: &Facts, context: &Context) -> String {
    let phrases = &context.phrases;
    let mut rows = Vec::new();
    for count in [&facts.accounts.count, &facts.persons.total.count, &facts.records.count] {
        rows.push(vec![phrases.word("unit", count.unit.id()), phrases.count(count)]);
    }
    for row in &facts.by_region {
        let name = row.region.clone().unwrap_or_else(|| phrases.say("cli-no-region"));
        let name = format!("{}{}", "  ".repeat(row.path.len().max(1)), text::control_free(&name));
        rows.push(vec![name, phrases.count(&row.accounts)]);
    }
    let headers = [phrases.say("cli-what"), phrases.say("cli-how-many")];
    text::table(&headers, &rows)
}
