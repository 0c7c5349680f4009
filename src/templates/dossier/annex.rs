//! The list of accounts, only where names were asked for: account by account, region, organisation and number of
//! records point at a person even without an identifier, so a report without names has no such list.

use super::super::draft::{Col, Draft, number, or_dash, row, text};
use super::super::saying::numbers::records_column;
use crate::document::Row;
use crate::lang::Phrases;
use crate::model::account::Listed;
use crate::model::printed::Cell;
use crate::model::words::Status;

pub(super) fn stands(draft: &Draft<'_>) -> bool {
    draft.brief.names && !draft.brief.accounts.is_empty()
}

pub(super) fn write(draft: &mut Draft<'_>) {
    let counted = |account: &Listed| account.status != Status::Cleared;
    listed(draft, "annex-accounts-title", counted);
    if draft.brief.accounts.iter().any(|account| !counted(account)) {
        let said = draft.say("annex-cleared-lead");
        draft.paragraph(said);
        listed(draft, "annex-cleared-title", |account| !counted(account));
    }
}

fn listed(draft: &mut Draft<'_>, title: &str, which: impl Fn(&Listed) -> bool) {
    let all = || draft.brief.accounts.iter().filter(|it| which(it));
    // A list of addresses alone has no column that says so row by row.
    let named = all().any(|account| account.name.is_some());
    let words = Words::of(draft.phrases);
    let rows: Vec<Row> = all().map(|account| words.row(account, named)).collect();
    let name = named.then(|| text("column-name", 1.3));
    let columns: Vec<Col> = [text("column-account", 2.4)]
        .into_iter()
        .chain(name)
        .chain([
            text("column-region", 1.2),
            text("column-organisation", 1.2),
            text("column-status", 0.7),
            number(records_column(draft), 0.7),
        ])
        .collect();
    let title = draft.say(title);
    draft.register(title, &columns, rows);
}

/// What comes again in row after row, said once.
struct Words<'a> {
    phrases: &'a Phrases,
    statuses: Vec<(Status, String)>,
}

impl<'a> Words<'a> {
    fn of(phrases: &'a Phrases) -> Self {
        let said = |status: &Status| (*status, phrases.word("status", status.id()));
        Self { phrases, statuses: Status::ALL.iter().map(said).collect() }
    }

    fn row(&self, account: &Listed, named: bool) -> Row {
        let status = self.statuses.iter().find(|(status, _)| *status == account.status);
        let name = named.then(|| or_dash(account.name.clone().unwrap_or_default()));
        let rest = [
            or_dash(account.region.clone().unwrap_or_default()),
            or_dash(account.organisation.clone().unwrap_or_default()),
            status.map(|(_, said)| said.clone()).unwrap_or_default().into(),
            account.records.as_ref().map_or_else(Cell::dash, |count| self.phrases.cell(count)),
        ];
        row([account.shown.as_str().into()].into_iter().chain(name).chain(rest).collect())
    }
}
