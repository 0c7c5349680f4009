//! The list of accounts, only where names were asked for: account by account, region, organisation and number of
//! records point at a person even without an identifier, so a report without names has no such list.

use super::super::draft::{Draft, number, row, text};
use super::timeline::or_dash;
use crate::document::Row;
use crate::model::account::Account;
use crate::model::words::Status;

pub(super) fn stands(draft: &Draft<'_>) -> bool {
    draft.brief.names && !draft.brief.accounts.is_empty()
}

pub(super) fn write(draft: &mut Draft<'_>) {
    let counted = |account: &Account| account.status != Status::Cleared;
    listed(draft, "annex-accounts-title", counted);
    if draft.brief.accounts.iter().any(|account| !counted(account)) {
        let said = draft.say("annex-cleared-lead");
        draft.paragraph(said);
        listed(draft, "annex-cleared-title", |account| !counted(account));
    }
}

fn listed(draft: &mut Draft<'_>, title: &str, which: impl Fn(&Account) -> bool) {
    let rows: Vec<Row> = draft.brief.accounts.iter().filter(|it| which(it)).map(|it| account_row(draft, it)).collect();
    let columns = [
        text("column-account", 3.1),
        text("column-region", 1.1),
        text("column-organisation", 1.7),
        text("column-status", 0.8),
        number(super::numbers::records_column(draft), 1.2),
    ];
    let title = draft.say(title);
    draft.table(title, &columns, rows, Vec::new());
}

fn account_row(draft: &Draft<'_>, account: &Account) -> Row {
    let name = account.name.as_ref().map(|name| format!("{name}, ")).unwrap_or_default();
    row(vec![
        format!("{name}{}", account.shown),
        or_dash(account.region.clone().unwrap_or_default()),
        or_dash(account.organisation.clone().unwrap_or_default()),
        draft.phrases.word("status", account.status.id()),
        account.records.as_ref().map_or_else(|| "–".to_owned(), |count| draft.phrases.count(count)),
    ])
}
