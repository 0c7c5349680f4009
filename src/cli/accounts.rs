//! `accounts`: listed on the screen by the hundred, or written as a sheet, whole.

use std::path::Path;

use breachbook::actions::accounts::{self, Asked, Listed, Page};
use breachbook::error::Result;
use breachbook::model::account::Account;
use breachbook::world::outgoing::Outgoing;
use serde_json::json;

use super::arguments::AccountsCall;
use super::context::Context;
use super::output::Output;
use super::text;

/// Accounts on the screen where nothing else is asked (docs/model.md, Globals).
const ON_SCREEN: u64 = 100;

pub async fn call(call: &AccountsCall, context: &Context) -> Result<Output> {
    match &call.out {
        Some(out) => sheet(call, out, context).await,
        None => list(call, context).await,
    }
}

async fn list(call: &AccountsCall, context: &Context) -> Result<Output> {
    let limit = call.limit.unwrap_or(ON_SCREEN);
    let listed = context
        .reading(async |session| {
            let case = session.case(context.case.as_deref()).await?;
            accounts::list(session, case, call.filter.as_deref(), limit, call.offset).await
        })
        .await?;
    let text = table(&listed, context);
    Output::of(&listed, text)
}

fn table(listed: &Listed, context: &Context) -> String {
    let ids = ["account", "name", "status", "region", "organisation", "residence", "records"];
    let headers = ids.map(|id| context.phrases.say(&format!("cli-{id}")));
    let rows: Vec<_> = listed.accounts.iter().map(|account| row(account, context)).collect();
    let shown = [("shown", (rows.len() as u64).into()), ("total", listed.total.into())];
    format!("{}\n{}", text::table(&headers, &rows), context.phrases.say_with("cli-of", &shown)).trim_start().to_owned()
}

fn row(account: &Account, context: &Context) -> Vec<String> {
    let cells = [
        Some(account.shown.clone()),
        account.name.clone(),
        Some(context.phrases.word("status", account.status.id())),
        account.region.clone(),
        account.organisation.clone(),
        account.residence.clone(),
        account.records.as_ref().map(|count| context.phrases.count(count)),
    ];
    cells.map(|cell| text::control_free(&cell.unwrap_or_else(|| "–".to_owned()))).to_vec()
}

/// A file holds every account that is meant, unless a limit is asked for.
async fn sheet(call: &AccountsCall, out: &Path, context: &Context) -> Result<Output> {
    let format = call.format.as_deref().unwrap_or("json");
    let page = Page { offset: call.offset, limit: call.limit.unwrap_or(u64::MAX) };
    let mut file = Outgoing::begin(context.target(out)?)?;
    let folder = file.folder().map(Path::to_owned);
    let written = context
        .reading(async |session| {
            let case = session.case(context.case.as_deref()).await?;
            let asked = Asked { filter: call.filter.as_deref(), page, format, folder: folder.as_deref() };
            accounts::sheet(session, case, &asked, file.writer()).await
        })
        .await;
    let written = written.map_err(|refusal| file.told(refusal))?;
    file.finish()?;
    let name = out.display().to_string();
    Ok(Output::new(json!({"accounts": written, "file": name}), context.say("cli-written", &[("file", &name)])))
}
